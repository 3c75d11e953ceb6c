"""What is done to every answer: security headers, a page that names its parts, Streamlit's files compressed once."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from collections.abc import Iterator
from functools import cache
from http import HTTPStatus
from pathlib import Path

from starlette.datastructures import Headers as Sent
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from figures import assets

_ICONS = b"font-family:Material Symbols Rounded;"
"""Streamlit's font of icons, 375 kB. It asks for it at once, by a space; with the signs named that stand
for icons, it comes when one of them is drawn."""
_FIRST = Path(__file__).parent / "web" / "first.css"
_BUNDLE = re.compile(r"/static/((?:js|css)/[\w.-]+\.(?:js|css))")
_TYPES = {".js": "text/javascript", ".css": "text/css"}
_IMPORT = re.compile(r"""(?:from|import)\s*"\./([\w.-]+\.js)\"""")
_LATE = ("BidiComponent", "Button", "ButtonGroup", "DownloadButton", "TextInput")
"""Modules that Streamlit fetches only when it meets the first such element, one round trip after the other."""


class Headers:
    """Sends the security headers with every answer."""

    def __init__(self, app: ASGIApp, *, static: Path, embedders: str) -> None:
        """``static``: Streamlit's files; ``embedders``: who may show the page in a frame, empty for nobody."""
        self.app = app
        self._fixed = _security_headers(_index(static), embedders)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; add to the head of the answer."""

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", []), *self._fixed]
            await send(message)

        await self.app(scope, receive, sending if scope["type"] == "http" else send)


class Page:
    """Puts into the head of Streamlit's page what it will need: fetched, and plotly.js run, while Streamlit loads."""

    def __init__(self, app: ASGIApp, *, static: Path) -> None:
        """``static``: Streamlit's files."""
        self.app = app
        self._static = static

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; where the answer is the page, send the whole of it."""
        name = scope.get("path", "").rsplit("/", 1)[-1]
        if scope["type"] != "http" or ("." in name and not name.endswith(".html")):
            await self.app(scope, receive, send)
            return
        is_page = False

        async def sending(message: Message) -> None:
            nonlocal is_page
            if message["type"] == "http.response.start":
                kind = Sent(raw=message["headers"]).get("content-type", "")
                is_page = message["status"] == HTTPStatus.OK and "text/html" in kind
                message["headers"] = self._headers(message["headers"]) if is_page else message["headers"]
            elif is_page:
                if message.get("more_body"):
                    return
                message = {"type": "http.response.body", "body": _page(self._static)}
            await send(message)

        # An older page that the browser has kept would name files that are no more.
        fresh = [pair for pair in scope["headers"] if pair[0] not in (b"if-none-match", b"if-modified-since")]
        await self.app({**scope, "headers": fresh}, receive, sending)

    def _headers(self, given: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
        kept = [pair for pair in given if pair[0].lower() not in (b"content-length", b"etag", b"last-modified")]
        return [*kept, (b"content-length", str(len(_page(self._static))).encode())]


@cache
def _page(static: Path) -> bytes:
    return _index(static).replace("<head>", "<head>\n" + "\n".join(_needs(static)), 1).encode()


def _needs(static: Path) -> Iterator[str]:
    addresses = {name: f"./{assets.static(name).address}" for name in assets.STATIC}
    # Run while Streamlit's modules are on their way: half a second that is not waited for later.
    yield f'<script async fetchpriority="high" src="{addresses["plotly.min.js"]}"></script>'
    yield f"<style>{_FIRST.read_text(encoding='utf-8')}</style>"
    yield f'<link rel="preload" as="style" href="{addresses["view.css"]}">'
    yield f'<link rel="modulepreload" href="{addresses["view.js"]}">'
    for name in late_modules(static):
        yield f'<link rel="modulepreload" crossorigin href="./static/js/{name}">'


def late_modules(static: Path) -> tuple[str, ...]:
    """The names of the modules for our elements, and of all that these import, that the page does not name itself."""
    folder = static / "static" / "js"
    named = set(_BUNDLE.findall(_index(static)))
    found: dict[str, None] = {}
    waiting = [path.name for name in _LATE for path in sorted(folder.glob(f"{name}.*.js"))]
    while waiting:
        name = waiting.pop(0)
        if name not in found and f"js/{name}" not in named:
            found[name] = None
            waiting += _IMPORT.findall((folder / name).read_text(encoding="utf-8"))
    return tuple(found)


@cache
def _index(static: Path) -> str:
    return (static / "index.html").read_text(encoding="utf-8")


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
        await Response(_packed(path), media_type=_TYPES[path.suffix], headers=headers)(scope, receive, send)

    def _bundle(self, scope: Scope) -> Path | None:
        if scope["type"] != "http" or scope["method"] != "GET":
            return None
        asked = Sent(scope=scope)
        found = _BUNDLE.search(scope["path"])
        if not found or found.end() != len(scope["path"]) or "range" in asked:
            return None
        return self._static / "static" / found[1] if "gzip" in asked.get("accept-encoding", "") else None


def warm_up(static: Path) -> None:
    """Pack what the page names, before anybody asks."""
    for name in _BUNDLE.findall(_page(static).decode()):
        _packed(static / "static" / name)


@cache
def _packed(path: Path) -> bytes:
    plain = path.read_bytes()
    if path.suffix == ".css":
        plain = plain.replace(_ICONS, _ICONS + b"unicode-range:U+30-39,U+5F,U+61-7A;")
    return gzip.compress(plain, compresslevel=6, mtime=0)


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
