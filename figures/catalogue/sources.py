"""Files on the disk: a path that stays inside a folder, and a regular file that is safe to read.

Nothing but a regular file is ever opened: no symbolic link, no pipe, no device.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from figures.catalogue.encoding import named

MOST_SOURCE_BYTES = 16 * 1024 * 1024
"""More than the longest book; its numbers are read in about half a minute."""

_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
_PART = re.compile(r'[^\\/:*?"<>|%~\x00-\x1f\x7f]+')
_OPEN = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """The stored text of a source and the SHA-256 of its bytes; or the problem that it has."""

    text: str | None = None
    sha256: str = ""
    problem: str = ""


def plain_path(text: str) -> str:
    """Return the path if it is relative, plain on every system and inside; else raise ValueError.

    Judged by its form alone; also as it would look after compatibility normalisation.
    """
    text = text.removeprefix("./")
    for form in (text, unicodedata.normalize("NFKC", text)):
        for part in form.split("/"):
            _part(part)
    if len(text) > 500:
        raise ValueError("it is longer than 500 characters")
    return text


def _part(part: str) -> None:
    if part == "..":
        raise ValueError("it may not leave the catalogue's folder by '..'")
    if not part or part == ".":
        raise ValueError("write it relative to the catalogue, without empty parts")
    if not _PART.fullmatch(part):
        raise ValueError('write folders with / and leave out \\ : * ? " < > | % ~')
    if part != part.strip(" ") or part.endswith("."):
        raise ValueError("a part of it begins or ends with a space or a dot")
    if _DEVICE.fullmatch(part):
        raise ValueError(f"'{part}' is a device on Windows")


def stored(folder: Path, path: str) -> Stored:
    """Read a source below a folder. What is wrong becomes its ``problem``; nothing is raised.

    The text is decoded as it stands: no line end is changed, and a byte order mark stays its first
    character, so that offsets count the code points of the file.
    """
    try:
        data = read(_inside(folder, path), MOST_SOURCE_BYTES)
    except (OSError, ValueError) as error:
        return Stored(problem=reason(error))
    sha256 = hashlib.sha256(data).hexdigest()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        problem = f"it is not UTF-8: the byte 0x{data[error.start]:02x} at offset {error.start}"
        return Stored(sha256=sha256, problem=problem)
    problem = _no_text(text)
    return Stored(text=None if problem else text, sha256=sha256, problem=problem)


def _no_text(text: str) -> str:
    if not text.strip("\ufeff \r\n\t"):
        return "it is empty"
    return f"it is no text: it holds {named(chr(0))}" if "\x00" in text else ""


def _inside(folder: Path, path: str) -> Path:
    """Walk to the file by names that the folders really list, following no link."""
    at = folder
    for part in path.split("/"):
        if part not in {entry.name for entry in at.iterdir()}:
            raise ValueError("there is no such file")
        at /= part
        if stat.S_ISLNK(at.lstat().st_mode):
            raise ValueError("it is a symbolic link, or lies behind one; put the file itself there")
    return at


def read(path: Path, most: int) -> bytes:
    """Read a regular file of at most ``most`` bytes; OSError or ValueError says why not."""
    _regular(path.lstat())
    handle = os.open(path, _OPEN)
    with os.fdopen(handle, "rb") as file:
        _regular(os.fstat(handle))
        data = file.read(most + 1)
    if len(data) > most:
        raise ValueError(f"it is larger than {most} bytes")
    return data


def _regular(found: os.stat_result) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise ValueError("it is a folder")
    if not stat.S_ISREG(found.st_mode):
        raise ValueError("it is not a regular file")


def reason(error: OSError | ValueError) -> str:
    """Say in plain words why a file could not be read."""
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, PermissionError):
        return "it may not be read (permissions)"
    if isinstance(error, OSError):
        return f"it could not be read ({error.strerror or error})"
    return str(error)
