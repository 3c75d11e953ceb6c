"""What a browser sends over the page's WebSocket: messages of Streamlit's, and nothing else.

Streamlit answers anything else with a trace in the log, which whoever finds the server could fill so.
"""

from __future__ import annotations

import logging

import h11
from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

_LOG = logging.getLogger(__name__)

_PROTOCOL_ERROR = 1002


class OnlyMessages:
    """Ends a WebSocket that brings what is no message of Streamlit's, with one line in the log."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the connection on; to Streamlit a junk frame looks like the visitor's leaving."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        ended = False

        async def receiving() -> Message:
            nonlocal ended
            message = await receive()
            if message["type"] != "websocket.receive" or _is_one(message.get("bytes")):
                return message
            _LOG.warning("A WebSocket brought what is no message of the page; it is closed.")
            ended = True
            await send({"type": "websocket.close", "code": _PROTOCOL_ERROR})
            return {"type": "websocket.disconnect", "code": _PROTOCOL_ERROR}

        async def sending(message: Message) -> None:
            if not ended:  # nothing may follow the end, but Streamlit may be about to send
                await send(message)

        await self.app(scope, receiving, sending)


def _is_one(data: bytes | None) -> bool:
    try:
        return data is not None and BackMsg.FromString(data).WhichOneof("type") is not None
    except (DecodeError, RecursionError):
        return False


def without_trace(record: logging.LogRecord) -> bool:
    """Log a breach of the protocol in one line: the trace would be of libraries that did nothing wrong."""
    if record.exc_info and isinstance(record.exc_info[1], UnicodeDecodeError | h11.ProtocolError):
        record.msg, record.args = "A connection followed no protocol and ended: %s", (record.exc_info[1],)
        record.exc_info = None
    return True
