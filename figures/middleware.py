"""What is done to every answer: security headers, early hints, and Streamlit's own files compressed once."""

from __future__ import annotations

import asyncio
import base64
import gzip
import hashlib
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from starlette.datastructures import Headers as Sent
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from figures import assets

_BUNDLE = re.compile(r"/static/((?:js|css)/[\w.-]+\.(?:js|css))")
_TYPES = {".js": "text/javascript", ".css": "text/css"}
_COMPONENT = "BidiComponent.*.js"
"""Streamlit fetches it when it meets the first component, late; the page is made of components."""


class Headers:
    """Sends the security headers with every answer, and names with the page what it will need next."""

    def __init__(self, app: ASGIApp, *, static: Path, embedders: str) -> None:
        """``static``: Streamlit's files; ``embedders``: who may show the page in a frame, empty for nobody."""
        self.app = app
        self._fixed = _security_headers((static / "index.html").read_text(encoding="utf-8"), embedders)
        self._late = [f"static/js/{path.name}" for path in (static / "static" / "js").glob(_COMPONENT)]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; add to the head of the answer."""

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = list(message.get("headers", []))
                is_page = any(name.lower() == b"content-type" and b"text/html" in value for name, value in headers)
                hints = [(b"link", ", ".join(self._hints()).encode())] if is_page else []
                message["headers"] = headers + self._fixed + hints
            await send(message)

        await self.app(scope, receive, sending if scope["type"] == "http" else send)

    def _hints(self) -> Iterator[str]:
        kinds = {"plotly.min.js": "preload; as=script", "view.css": "preload; as=style", "view.js": "modulepreload"}
        for name in assets.STATIC:
            yield f"<./{assets.static(name).address}>; rel={kinds[name]}"
        for address in self._late:
            yield f"<./{address}>; rel=modulepreload; crossorigin"


class Bundles:
    """Serves Streamlit's scripts and styles compressed: each is packed once, and its name holds its digest."""

    def __init__(self, app: ASGIApp, *, static: Path) -> None:
        """``static``: Streamlit's files."""
        self.app = app
        self._static = static

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer for a bundle; pass everything else on."""
        path = self._bundle(scope)
        if path is None or not path.is_file():
            await self.app(scope, receive, send)
            return
        headers = {
            "Cache-Control": "public, max-age=31536000, immutable",
            "Content-Encoding": "gzip",
            "Vary": "Accept-Encoding",
        }
        body = await asyncio.to_thread(_packed, path)
        await Response(body, media_type=_TYPES[path.suffix], headers=headers)(scope, receive, send)

    def _bundle(self, scope: Scope) -> Path | None:
        if scope["type"] != "http" or scope["method"] != "GET":
            return None
        asked = Sent(scope=scope)
        found = _BUNDLE.search(scope["path"])
        if not found or found.end() != len(scope["path"]) or "range" in asked:
            return None
        return self._static / "static" / found[1] if "gzip" in asked.get("accept-encoding", "") else None


def warm_up(static: Path) -> None:
    """Pack what the page names at once, before anybody asks."""
    page = (static / "index.html").read_text(encoding="utf-8")
    for name in _BUNDLE.findall(page):
        _packed(static / "static" / name)


@cache
def _packed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), compresslevel=6, mtime=0)


def _security_headers(page: str, embedders: str) -> list[tuple[bytes, bytes]]:
    policy = {
        "default-src": "'none'",
        # Streamlit makes a blob of each component's script and imports that.
        "script-src": " ".join(["'self'", "blob:", *_inline_hashes(page)]),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "worker-src": "'self' blob:",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": embedders or "'none'",
    }
    headers = {
        "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in policy.items()),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
    } | ({} if embedders else {"X-Frame-Options": "DENY"})
    return [(name.lower().encode(), value.encode("latin-1")) for name, value in headers.items()]


def _inline_hashes(page: str) -> list[str]:
    """The hashes of the scripts that stand in the installed Streamlit's own page."""
    scripts = re.findall(r"<script>(.*?)</script>", page, flags=re.DOTALL)
    digests = (hashlib.sha256(script.encode()).digest() for script in scripts)
    return [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]
