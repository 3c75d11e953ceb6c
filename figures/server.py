"""How the page is served: its options, routes, headers, and what is done before the first visitor."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import http.client
import logging
import os
import re
import socket
import sys
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from threading import Thread
from typing import Any

import streamlit
import uvicorn.config
import uvicorn.protocols.http.h11_impl as uvicorn_http
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from streamlit import net_util
from streamlit.runtime.media_file_storage import MediaFileStorageError

from figures import assets, middleware, sockets, store, theme
from figures.errors import escaped

HOST = "127.0.0.1"
FIRST_PORT = 8501
HEALTH = "/_stcore/health"
LONGEST_HEAD = 256 * 1024
"""Bytes of a request's head. An address may hold 100 kB of stale or hostile choices: the page draws and says so."""
DATA = "FIGURES_DATA"
"""Environment variable: the catalogue, for ``streamlit run dashboard.py``."""
EMBED = "FIGURES_EMBED"
"""Environment variable: who may show the page in a frame, as in ``https://news.example``."""

_STATIC = Path(streamlit.__file__).parent / "static"
"""Streamlit's own files for the browser."""

_COLOURS = {
    "primaryColor": theme.INK,
    "backgroundColor": theme.PAGE,
    "secondaryBackgroundColor": theme.SURFACE,
    "textColor": theme.INK,
    "borderColor": theme.RULE,
}

OPTIONS: dict[str, Any] = {
    "server.address": HOST,  # nobody else's machine, unless the operator says so
    "server.headless": True,  # we open the browser ourselves, once the page answers
    "server.fileWatcherType": "none",
    "server.maxUploadSize": 1,
    "server.showEmailPrompt": False,
    "browser.gatherUsageStats": False,
    "client.showErrorDetails": "none",
    "client.showErrorLinks": False,
    "client.toolbarMode": "viewer",
    "client.disableDataExport": True,
    "runner.magicEnabled": False,
    # Python collects by itself as garbage grows; a full sweep after each run walks through all sessions every time,
    # which for a hundred visitors is three quarters of the work.
    "runner.postScriptGC": False,
    "theme.paddingTop": "0",
    "theme.paddingBottom": "3rem",
    **{
        f"theme.{mode}.{name}": getattr(colour, mode) for mode in ("light", "dark") for name, colour in _COLOURS.items()
    },
}
"""Streamlit's options. ``.streamlit/config.toml`` says the same for ``streamlit run dashboard.py``."""


def settings(data: Path | None = None) -> dict[str, Any]:
    """The arguments of ``st.App``: the page, our routes, headers and the warm-up.

    Without ``data`` the environment variable FIGURES_DATA names the catalogue, else it is the default.
    """
    vars(uvicorn_http)["DEFAULT_MAX_INCOMPLETE_EVENT_SIZE"] = LONGEST_HEAD  # Streamlit passes no option of its own on
    named = data or os.environ.get(DATA)
    store.use(Path(named) if named else None)
    return {
        "script_path": Path(__file__).with_name("page.py"),
        "routes": [
            Route("/{base:path}assets/{digest}/{name}", _asset),
            Route("/{base:path}edition", _edition),
        ],
        "middleware": [
            Middleware(middleware.Headers, static=_STATIC, embedders=_embedders(os.environ.get(EMBED, ""))),
            Middleware(middleware.Page, static=_STATIC),
            Middleware(middleware.Bundles, static=_STATIC),
            Middleware(sockets.OnlyMessages),
        ],
        "lifespan": _lifespan,
    }


_EMBEDDER = re.compile(r"'self'|\*|(?:https?://)?(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::(?:[0-9]{1,5}|\*))?")


def _embedders(text: str) -> str:
    """The sites that may show the page in a frame, as the policy writes them. Raises ValueError for what is none."""
    sites = text.replace(",", " ").split()
    for site in sites:
        if not _EMBEDDER.fullmatch(site):
            raise ValueError(f"{EMBED}: '{escaped(site)}' is no site: name sites such as https://news.example")
    return " ".join(sites)


def run(*, data: Path, port: int | None, ready: Callable[[str], None]) -> None:
    """Serve the dashboard until the process is interrupted (KeyboardInterrupt).

    ``ready`` is called with the page's address once it answers. Without a port the first free one
    from 8501 on is taken. Raises OSError when the given port is not free, ValueError when the
    environment names who may embed it in no form that a browser knows.
    """
    port = _checked(port) if port is not None else _free()
    Thread(target=_announce, args=(port, ready), daemon=True).start()
    uvicorn.config.LOGGING_CONFIG["loggers"]["uvicorn"]["level"] = "WARNING"
    # Streamlit puts the folder of the running program first on the module path; for ``python -m
    # figures`` that would be this package's own folder, whose names are not for everybody.
    sys.argv[0] = sys.executable
    streamlit.App(**settings(data)).run(config=OPTIONS | {"server.port": port, "logger.hideWelcomeMessage": True})


def _checked(port: int) -> int:
    """The port, if it can be bound now."""
    with socket.socket() as probe:
        if os.name != "nt":  # there the option would let two servers share a port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((HOST, port))
    return port


def _free() -> int:
    for port in range(FIRST_PORT, FIRST_PORT + 100):
        try:
            return _checked(port)
        except OSError:
            continue
    return 0


def _announce(port: int, ready: Callable[[str], None]) -> None:
    for _ in range(600):
        if _answers(port):
            ready(f"http://{HOST}:{port}/")
            return
        time.sleep(0.1)


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection(HOST, port, timeout=2)
    try:
        connection.request("GET", HEALTH)
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


async def _asset(request: Request) -> Response:
    address = "assets/{digest}/{name}".format_map(request.path_params)
    asset = await asyncio.to_thread(assets.find, address)
    if asset is None:
        return PlainTextResponse("Not found", status_code=404, headers={"Cache-Control": "no-store"})
    headers = {"Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding"}
    packs = "gzip" in request.headers.get("accept-encoding", "")
    if packs:
        headers["Content-Encoding"] = "gzip"
    return Response(asset.packed if packs else asset.plain, media_type=asset.type, headers=headers)


async def _edition(_request: Request) -> Response:
    """A few bytes that change when something else is to be shown: open pages ask for them now and then."""
    shown = await asyncio.to_thread(store.shared().shown)
    return PlainTextResponse(shown.mark, headers={"Cache-Control": "no-store"})


@contextlib.asynccontextmanager
async def _lifespan(_app: streamlit.App) -> AsyncIterator[None]:
    _send_at_once()
    logging.getLogger("streamlit.runtime.backend_operation_handler").addFilter(_is_a_fault)
    logging.getLogger("uvicorn.error").addFilter(sockets.without_trace)
    _ask_nobody()
    await asyncio.to_thread(_warm_up)
    # Not worth waiting for: who comes earlier gets them made on the spot.
    Thread(target=middleware.warm_up, args=(_STATIC,), daemon=True).start()
    yield


def _ask_nobody() -> None:
    """Let Streamlit look for no address of this machine on the internet.

    It would for each WebSocket of a foreign origin, and nobody else is answered for the two seconds that this takes.
    Its answer would only let in a page that names this machine by its public number.
    """
    net_util._external_ip = ""


def _is_a_fault(record: logging.LogRecord) -> bool:
    """Whether a failed download has to stand in the log: not one that was asked for while its page was drawn anew.

    With every run Streamlit gives the file of each button a new name and forgets the one before, which a quick
    reader's browser may still ask for. The button says so to the reader, and gives the file at the next click.
    """
    error = record.exc_info[1] if record.exc_info else None
    return not (isinstance(error, MediaFileStorageError) and str(error).endswith("not found"))


def _send_at_once() -> None:
    """Let no small answer wait for the receipt of the one before it (TCP_NODELAY): that costs 40 ms each.

    asyncio sees to this where a socket names TCP as its protocol. The one that Streamlit listens on
    does not, and is not to be had from it; connections inherit the option from it.
    """
    for found in gc.get_objects():
        if type(found) is socket.socket and found.family in (socket.AF_INET, socket.AF_INET6):
            with contextlib.suppress(OSError):  # one that is closed by now, or a system that does not do so
                found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _warm_up() -> None:
    """Load and compress what the first visitor would otherwise wait for, and keep it from the collector of garbage."""
    for name in assets.STATIC:
        assets.static(name)
    store.shared().shown()
    # What lives as long as the server is not worth walking through with every sweep of the collector.
    gc.collect()
    gc.freeze()
