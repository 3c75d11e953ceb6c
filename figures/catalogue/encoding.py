"""Bytes to text: UTF-8, with characters that a person can see, and an end line.

All that YAML would take for a line break but an editor would not (NEL, U+2028, a lone CR), all that
changes the order in which a text is read (bidirectional controls), and tabs, on which YAML parsers
disagree, are refused in the file as a whole. What is left counts lines as every editor does.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import islice

from figures.errors import Problems, shown

MOST_BYTES = 32 * 1024 * 1024
END = "..."
"""YAML's end-of-document line: without it the file counts as cut off."""

BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""Characters that change the order in which others are read, as a regular expression's range."""

_NONE = "\ufdd0-\ufdef" + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
"""Code points that never stand for a character."""

FORBIDDEN = (
    f"\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029{BIDI}\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e007f{_NONE}"
)
"""Characters that no text of a catalogue may hold, not even through an escape (nor a lone CR)."""

_BAD = re.compile(f"[{FORBIDDEN}]|\r(?!\n)")
_LINE = re.compile(r"[^\n]+")
_BAD_SHOWN = 20
"""A file in another encoding has thousands of them: the first ones tell."""

_MARKS = (
    *((b"\xff\xfe\x00\x00", "UTF-32"), (b"\x00\x00\xfe\xff", "UTF-32")),
    *((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16")),
)
_UTF8_CURE = "save the file as UTF-8"


def decode(data: bytes, problems: Problems) -> str:
    """Read the bytes of a catalogue as text, without the byte order mark.

    Raises CatalogueError when it is no such text; a missing end line is only noted.
    """
    if len(data) > MOST_BYTES:
        problems.add((1, 1), "", f"at most {MOST_BYTES} bytes", f"{len(data)}", "split the catalogue")
        raise problems.error()
    text = _utf8(data, problems).removeprefix("\ufeff")
    _seen(text, problems)
    _one_document(text, problems)
    return text


def _utf8(data: bytes, problems: Problems) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            problems.add((1, 1), "", "UTF-8", name, _UTF8_CURE)
            raise problems.error()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        at = (before.count("\n") + 1, len(before) - before.rfind("\n"))
        problems.add(at, "", "UTF-8", f"the byte 0x{data[error.start]:02x}", _UTF8_CURE)
        raise problems.error() from None


def _seen(text: str, problems: Problems) -> None:
    for match in islice(_BAD.finditer(text), _BAD_SHOWN):
        begin = text.rfind("\n", 0, match.start())
        at = (text.count("\n", 0, match.start()) + 1, match.start() - begin)
        problems.add(at, "", "visible characters", named(match[0]), _cure(match[0]))
    problems.settle()


def named(character: str) -> str:
    """Name a character by its code point, and by its Unicode name where it has one."""
    name = {"\t": "TAB", "\r": "CARRIAGE RETURN", "\x1b": "ESCAPE", "\x00": "NUL", "\x85": "NEXT LINE"}
    kind = {"Cn": "no character", "Co": "a private character"}.get(
        unicodedata.category(character), "a control character"
    )
    said = name.get(character) or unicodedata.name(character, kind)
    return f"U+{ord(character):04X} ({said})"


def _cure(character: str) -> str:
    if character == "\t":
        return "indent with spaces; in a text write a space"
    if character == "\r":
        return "end lines with LF or CR LF"
    if character == "\x00":
        return f"delete it, or {_UTF8_CURE}"
    return "delete it"


def _one_document(text: str, problems: Problems) -> None:
    content = text.rstrip(" \r\n")
    last = content.rpartition("\n")[2]
    if last != END:
        line = content.count("\n") + 1
        got = shown(last) if last else "an empty file"
        cure = f"the file may be cut off; if it is whole, end it with a line {END}"
        problems.add((line, 1), "", f"the last line '{END}'", got, cure)
    first = next(filter(_says_something, _LINE.finditer(text)), None)
    if first is None or first[0].rstrip() == END:
        problems.add((1, 1), "", "a catalogue", "nothing")
        raise problems.error()
    if first[0].startswith("%"):
        line = text.count("\n", 0, first.start()) + 1
        problems.add((line, 1), "", "no YAML directive", shown(first[0].rstrip()), "delete the line")
        raise problems.error()


def _says_something(line: re.Match[str]) -> bool:
    said = line[0].strip()
    return bool(said) and not said.startswith("#")
