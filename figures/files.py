"""Writing a file so that the old one survives whatever happens: a full disk, a kill, a second writer."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from pathlib import Path

from figures.errors import escaped

_NEW_FILE = 0o666
"""What anybody may do with a new file, before the user's mask takes its part."""


class WriteError(Exception):
    """A file was not written; the message is one line."""


def write(path: str | os.PathLike[str], data: bytes) -> None:
    """Write the bytes as a whole or not at all.

    They go to a temporary file in the same folder, onto the disk, and then take the old file's
    place in one step; of two writers one wins, whole. A symbolic link is followed, and what is no
    file (``/dev/stdout``, a pipe) is written straight. Raises WriteError.
    """
    try:
        target = Path(path)
        if target.exists() and not target.is_file():
            target.write_bytes(data)
        else:
            _replace(target.resolve(), data)
    except (OSError, ValueError, RuntimeError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise WriteError(f"{escaped(os.fspath(path))}: not written: {reason}") from error


def _replace(target: Path, data: bytes) -> None:
    mode = _mode(target)
    draft = target.with_name(f".figures-{secrets.token_hex(8)}.tmp")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _NEW_FILE), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            draft.chmod(mode)
        draft.replace(target)
    except BaseException:  # an interrupt, too, leaves nothing behind
        with contextlib.suppress(OSError):
            draft.unlink()
        raise
    _settle(target.parent)


def _mode(target: Path) -> int | None:
    """Return the old file's permissions; a write-protected one is refused, though a rename could do it."""
    try:
        mode = stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        return None
    if not os.access(target, os.W_OK):
        raise PermissionError(None, "the file is write-protected")
    return mode


def _settle(folder: Path) -> None:
    """Bring the new name onto the disk as well, where the system can (Windows opens no folders)."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
