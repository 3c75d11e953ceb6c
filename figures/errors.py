"""What can be wrong with a catalogue's form: one kind of problem, with its address and its cure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from figures.model import Place

MOST_PROBLEMS = 1000
"""After so many the reading ends: a file with more has one problem, it is no catalogue."""

_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Letters and signs that show nothing, though Unicode counts them as printable."""


def escaped(text: str) -> str:
    """Write every character as an escape that a reader of a message would not see, or that acts on a terminal."""
    return "".join(_escape(one) if one in _BLANK or not one.isprintable() else one for one in text)


def _escape(character: str) -> str:
    code = ord(character)
    if code < 0x100:
        return {9: r"\t", 10: r"\n", 13: r"\r"}.get(code, f"\\x{code:02x}")
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def shown(text: str, most: int = 60) -> str:
    """Quote the text for a message: escaped, and cut after ``most`` characters."""
    return f"'{escaped(text[:most])}{'…' if len(text) > most else ''}'"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong in form: where, what was expected, what was found, what to do."""

    place: Place
    path: str
    expected: str
    got: str = ""
    cure: str = ""

    def __str__(self) -> str:
        """One line, without control characters: ``file:line:column path: expected …, got …; cure``."""
        line = f"{self.place}:{self.place.column} " + (f"{self.path}: " if self.path else "")
        line += f"expected {self.expected}" + (f", got {self.got}" if self.got else "")
        return escaped(line + (f"; {self.cure}" if self.cure else ""))


class CatalogueError(Exception):
    """The catalogue's form is wrong. ``problems`` lists all there are, in the order of the file."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(problems)
        self.problems = tuple(problems)

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


class Problems:
    """Collects the problems of one file, so that all are told at once."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._found: list[Problem] = []

    def add(self, at: tuple[int, int], path: str, expected: str, got: str = "", cure: str = "") -> None:
        """Note a problem at a line and column; one more than ``MOST_PROBLEMS`` raises them all."""
        place = Place(file=self.file, line=at[0], column=at[1])
        if self.count == MOST_PROBLEMS:
            self._found.append(Problem(place=place, path="", expected=f"at most {MOST_PROBLEMS} problems", got="more"))
            raise self.error()
        self._found.append(Problem(place=place, path=path, expected=expected, got=got, cure=cure))

    @property
    def count(self) -> int:
        """How many there are so far."""
        return len(self._found)

    def error(self) -> CatalogueError:
        """All problems so far as one error, in the order of the file."""
        return CatalogueError(sorted(self._found, key=lambda problem: (problem.place.line, problem.place.column)))

    def settle(self) -> None:
        """Raise `CatalogueError` when there is any problem."""
        if self.count:
            raise self.error()
