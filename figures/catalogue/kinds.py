"""What one text of a catalogue may be: each kind reads it, says what it expects, and has a schema.

A kind's ``read`` takes the text as written and returns what the records hold; it raises ValueError
with the cure when the text is not of its kind. JSON Schema sees YAML's own types, so a kind whose
texts can look like numbers allows numbers there; our reader never makes one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any, get_args
from urllib.parse import urlsplit

from figures import dates, model, units
from figures.catalogue.encoding import BIDI, FORBIDDEN, named
from figures.catalogue.sources import plain_path
from figures.errors import shown
from figures.unit_table import ISO_4217 as _CODES

ISO_4217 = frozenset(_CODES.split())

_REFUSED = re.compile(f"[{FORBIDDEN}\r]")
_ZERO_WIDTH = re.compile("[\xad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2064\u3164\uffa0]")
"""Invisible characters without a use in modern text; the joiners U+200C and U+200D have one."""

_UNSEEN = re.compile(_ZERO_WIDTH.pattern[:-1] + f"\u200c\u200d{BIDI}\xa0\u2000-\u200a\u202f\u205f\u3000]")
_SPACELESS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\uffdc\U00020000-\U0003ffff]")
"""Letters of scripts that put no space between words."""

Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """How one text is read, what a message says is expected, and its JSON Schema.

    ``prose`` marks texts that a comment on the same line may have cut off; ``null`` a kind that
    takes what YAML calls null for a text (``~``).
    """

    expected: str
    read: Callable[[str], str]
    schema: Schema
    prose: bool = False
    null: bool = False


def _bare(text: str) -> str:
    """Refuse what no text may hold; white space around it is no part of it."""
    bad = _REFUSED.search(text)
    if bad:
        raise ValueError(f"delete {named(bad[0])}")
    text = text.strip()
    if not text:
        raise ValueError("write it, or leave the key out")
    return text


def _within(text: str, most: int) -> str:
    if len(text) > most:
        raise ValueError(f"it has {len(text)} characters; at most {most} are read")
    return text


def visible(text: str, most: int) -> str:
    """Refuse what nobody would see in a text of our own; spaces and joiners may stay."""
    text = _within(_bare(text), most)
    unseen = _ZERO_WIDTH.search(text)
    if unseen:
        raise ValueError(f"delete {named(unseen[0])}")
    return text


def words(most: int, lines: bool = False) -> Kind:
    """Give the kind of our own words: a title or, where it may have several ``lines``, a note."""

    def read(text: str) -> str:
        text = visible(text, most)
        if not lines and "\n" in text:
            raise ValueError("write it in one line, or begin it with '>-'")
        return text

    schema = {"type": ["string", "number", "boolean"], "minLength": 1, "maxLength": most}
    return Kind(expected="text" if lines else "text of one line", read=read, schema=schema, prose=True)


def verbatim(most: int) -> Kind:
    """Give the kind of the source's own words, kept to the character but for outer white space."""

    def read(text: str) -> str:
        return _within(_bare(text), most)

    schema = {"type": ["string", "number"], "minLength": 1, "maxLength": most}
    return Kind(expected="words of the source", read=read, schema=schema, prose=True)


def _context(text: str) -> str:
    _within(_bare(text), 1000)
    return text.strip("\n")


def _quote(text: str) -> str:
    text = _within(_bare(text), 5000)
    letters = len("".join(text.split()))
    if letters < 8 or (len(text.split()) < 2 and not _SPACELESS.search(text)):
        raise ValueError("so short a quote proves nothing: give at least two words and 8 characters")
    return text


QUOTE = Kind(
    expected="the words of the source that state it",
    read=_quote,
    schema={"type": "string", "minLength": 8, "maxLength": 5000},
    prose=True,
)
"""A quote of fewer than two words or 8 characters would be found in any text."""

CONTEXT = Kind(
    expected="the words of the source just before or after",
    read=_context,
    schema={"type": ["string", "number"], "minLength": 1, "maxLength": 1000},
    prose=True,
)
"""A prefix or suffix: the space between it and the quote is kept."""


def _plain(text: str) -> str:
    """Refuse in a name what cannot be seen in it."""
    text = _bare(text)
    unseen = _UNSEEN.search(text)
    if unseen:
        raise ValueError(f"delete {named(unseen[0])}")
    return text


def form(expected: str, pattern: str, cure: str, *, number: bool = False) -> Kind:
    """Give the kind of texts that match a pattern as a whole; ``number``: they can look like one."""
    compiled = re.compile(pattern)

    def read(text: str) -> str:
        text = _plain(text)
        if compiled.fullmatch(text) is None:
            strange = next((character for character in text if not character.isascii()), None)
            raise ValueError(f"{cure}; {named(strange)} is none of these" if strange else cure)
        return text

    types = ["string", "number", "boolean"] if number else "string"
    return Kind(expected=expected, read=read, schema={"type": types, "pattern": f"^(?:{pattern})$"})


ID = form(
    "an id",
    "[a-z0-9][a-z0-9-]{0,79}",
    "an id has 1 to 80 of the letters a to z, digits and hyphens, and begins with no hyphen",
    number=True,
)
SHA256 = form("a SHA-256 digest", "[0-9a-f]{64}", "64 digits of 0-9a-f, as 'sha256sum FILE' prints them", number=True)
LANGUAGE = form(
    "a language tag",
    f"[a-z]{{2,3}}(?:-[A-Za-z0-9]{{2,8}})*|{model.UNDECIDED}",
    f"write a tag such as en or zh-Hans, or '{model.UNDECIDED}'",
)
_LETTERS = r"[^\s0-9!-/:-@\[-`{-~]+"
NOUN = form("a noun", f"{_LETTERS}(?:[ '’-]{_LETTERS}){{0,4}}", "write a counted noun in the singular, such as project")
"""Letters of any script; written so that Python and JavaScript, where editors live, read it alike."""


_JOINED = re.compile("(?<=[^\x00-\x7f])[\u200c\u200d](?=[^\x00-\x7f])")
"""A joiner where it has a use: between letters of Persian or Sinhala, or pictures that make one."""


def _sector(text: str) -> str:
    text = _within(_bare(text), 60)
    _plain(_JOINED.sub("", text))
    if "\n" in text:
        raise ValueError("write it in one line")
    return text


SECTOR = Kind(
    expected="the name of a sector",
    read=_sector,
    schema={"type": ["string", "number", "boolean"], "minLength": 1, "maxLength": 60},
    prose=True,
)


def choice(values: object) -> Kind:
    """Give the kind of texts of a closed list (a Literal)."""
    known: tuple[str, ...] = get_args(values)

    def read(text: str) -> str:
        text = _bare(text)
        if text in known:
            return text
        near = get_close_matches(text[:50].lower(), known, n=1)
        raise ValueError(f"did you mean '{near[0]}'?" if near else "write one of these")

    return Kind(expected=f"one of {' '.join(known)}", read=read, schema={"enum": list(known)})


_BOUND = choice(model.Bound)
BOUND = replace(_BOUND, schema={"enum": [*_BOUND.schema["enum"], None]}, null=True)
"""An unquoted ``~`` is a text to us, and null to an editor."""


def _edtf(text: str) -> str:
    dates.parse(_bare(text))
    return text.strip()


def _day(text: str) -> str:
    if text != model.UNDECIDED and dates.parse(text := _bare(text)).precision == "interval":
        raise ValueError("a document has one date, not an interval; write 2013-04-08, 2013-04 or 2013")
    return text


_END = rf"(?:{dates.PATTERN}|\.\.)"

PERIOD = Kind(
    expected="a date",
    read=_edtf,
    schema={"type": ["string", "integer"], "pattern": f"^{dates.PATTERN}$|^{_END}/{_END}$"},
)
DAY = Kind(
    expected="a date",
    read=_day,
    schema={"type": ["string", "integer"], "pattern": f"^{dates.PATTERN}$|^{model.UNDECIDED}$"},
)

_URL_REFUSED = re.compile(r"[\s\"<>\\^`{|}]")


def _url(text: str) -> str:
    text = _within(_plain(text), 2048)
    if text == model.UNDECIDED:
        return text
    bad = _URL_REFUSED.search(text)
    if bad:
        raise ValueError(f"write {shown(bad[0])} as %{ord(bad[0]):02X}")
    parts = urlsplit(text)
    if parts.scheme.lower() not in {"http", "https"} or not parts.hostname:
        raise ValueError("write the whole address, beginning with https:// or http://")
    if "@" in parts.netloc:
        raise ValueError("leave out the user name and password before '@'")
    _host(parts.hostname)
    _port(parts.netloc)
    return text


_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_NUMBERS = re.compile(r"(?:[0-9]+|0x[0-9a-f]*)")


def _host(host: str) -> None:
    """Refuse all but the name of a host: a number would lead into the reader's own network."""
    *_, last = labels = host.removesuffix(".").split(".")
    strange = next((character for character in host if not character.isascii()), None)
    if strange:
        raise ValueError(f"write the host in ASCII (punycode); it holds {named(strange)}")
    if _NUMBERS.fullmatch(last) or last == "localhost" or not all(map(_LABEL.fullmatch, labels)):
        raise ValueError("write the name of a public host, such as www.example.org")


def _port(netloc: str) -> None:
    port = netloc.partition(":")[2]
    if port and not (port.isascii() and port.isdecimal() and 0 < int(port[:6]) < 65536):
        raise ValueError("a port is a number from 1 to 65535")


URL = Kind(
    expected="a web address",
    read=_url,
    schema={"type": "string", "pattern": f"^(?:https?://[^\\s@/]+(?:[/?#]\\S*)?|{model.UNDECIDED})$"},
)

PATH = Kind(
    expected="a plain path inside the catalogue's folder",
    read=lambda text: plain_path(_plain(text)),
    schema={"type": "string", "pattern": r"^[^/\\:*?\"<>|%~][^\\:*?\"<>|%~]*$"},
)


def _sign(text: str) -> str:
    text = _plain(text)
    unit, meant = units.lookup(text), units.canonical(text)
    if unit is None or meant is None:
        raise ValueError("no such sign is known")
    if "/" in text or not unit.dimension.startswith("money"):
        raise ValueError("it is a unit, and no sign of a currency")
    if meant != text or meant in ISO_4217:
        raise ValueError(f"it always means {meant}; only a sign of several currencies is declared")
    return text


def _code(text: str) -> str:
    text = _plain(text)
    if text not in ISO_4217:
        raise ValueError("write a code in capitals, such as USD")
    return text


CURRENCY_SIGN = Kind(expected="a currency sign", read=_sign, schema={"type": "string"})
CURRENCY = Kind(expected="an ISO 4217 code", read=_code, schema={"type": "string", "pattern": "^[A-Z]{3}$"})
