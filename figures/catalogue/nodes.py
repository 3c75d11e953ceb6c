"""Text to nodes, from YAML's events: every scalar is text, and nothing is built that we do not want.

Refused before anything is built: anchors, aliases and tags (no sharing, no bombs, no objects), a
second document, keys that are not text, repeated keys, deep nesting and too many nodes. This is the
only module that imports yaml. Its C parser and its Python parser give the same verdicts here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from figures.errors import CatalogueError, Problems, shown

DEEPEST = 12
MOST_NODES = 500_000
"""Some 25,000 claims; a hostile file is given up after two or three seconds."""

LONGEST_KEY = 100

C_EVENTS: type | None = getattr(yaml, "CBaseLoader", None)
PYTHON_EVENTS: type = yaml.BaseLoader
"""Only the events of these loaders are used: no constructor ever runs."""


@dataclass(slots=True)
class Scalar:
    """A text. ``end`` is the offset after a plain (unquoted) one, -1 for the other styles."""

    text: str
    line: int
    column: int
    end: int


@dataclass(slots=True)
class Sequence:
    """A list; an item is None where a problem was noted instead."""

    line: int
    column: int
    items: list[Node | None] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """Keys, each with its own node and that of its value, in the order of the file."""

    line: int
    column: int
    entries: dict[str, tuple[Scalar, Node | None]] = field(default_factory=dict)


Node = Scalar | Sequence | Mapping


def read(text: str, problems: Problems, parser: type = C_EVENTS or PYTHON_EVENTS) -> Node | None:
    """Build the nodes of a text; None where its root is refused.

    Raises CatalogueError where it cannot be read on; other problems are noted.
    """
    return _Reader(text, problems, parser).document()


class _Reader:
    def __init__(self, text: str, problems: Problems, parser: type) -> None:
        self._problems = problems
        self._events = self._guarded(text, parser)
        self._trail: list[str | int] = []
        self._nodes = 0
        self._flow = 0

    def _guarded(self, text: str, parser: type) -> Iterator[yaml.Event]:
        """Yield YAML's events; whatever its scanner raises becomes a problem with a line."""
        at = (1, 1)
        try:
            for event in yaml.parse(text, Loader=parser):
                at = _at(event)
                yield event
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            at = (mark.line + 1, mark.column + 1) if mark else at
            raise self._stop(at, "YAML", f"“{error.problem or error.context}”", _syntax_cure(error)) from None
        except (yaml.YAMLError, ValueError, OverflowError):
            # An escape such as "\UFFFFFFFF" breaks the Python parser with an error of the language.
            raise self._stop(at, "YAML", "an escape that stands for no character") from None

    def _stop(self, at: tuple[int, int], expected: str, got: str, cure: str = "") -> CatalogueError:
        self._problems.add(at, self._path(), expected, got, cure)
        return self._problems.error()

    def _path(self) -> str:
        said = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in self._trail)
        return said.removeprefix(".")

    def document(self) -> Node | None:
        """Read the one document that there may be; None where a problem was noted instead of its root."""
        next(self._events)  # the stream's start
        next(self._events)  # the document's start
        root = self._node(next(self._events))
        next(self._events)  # the document's end
        more = next(self._events)
        if not isinstance(more, yaml.StreamEndEvent):
            raise self._stop(_at(more), "one document", "a second one", "keep one; a line '---' or '...' ends it")
        return root

    def _node(self, event: yaml.Event) -> Node | None:
        """Build what an event begins; None where a problem was noted instead."""
        self._nodes += 1
        if self._nodes > MOST_NODES:
            raise self._stop(_at(event), f"at most {MOST_NODES} entries", "more", "split the catalogue")
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent):
            self._refuse_properties(event)
            if len(self._trail) >= DEEPEST:
                raise self._stop(_at(event), f"at most {DEEPEST} levels", "more")
            return self._collection(event)
        cure = "write the text out; a text that begins with * needs quotes"
        self._problems.add(_at(event), self._path(), "no YAML alias", "one that begins with *", cure)
        return None

    def _scalar(self, event: Any) -> Scalar | None:  # noqa: ANN401 (as in _at)
        if (event.anchor or event.tag) and self._refuse_properties(event):
            return None
        if self._flow and not event.style and "?" in event.value:  # the two parsers part company here
            cure = "put the text in quotes"
            self._problems.add(_at(event), self._path(), "no ? between brackets", shown(event.value), cure)
            return None
        line, column = _at(event)
        return Scalar(event.value, line, column, -1 if event.style else event.end_mark.index)

    def _refuse_properties(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> bool:
        """Note an anchor or a tag; both take the first word of a text for their name."""
        for sign, what, name in (("&", "anchor", event.anchor), ("!", "tag", event.tag)):
            if name:
                cure = f"a text that begins with {sign} needs quotes"
                self._problems.add(
                    _at(event), self._path(), f"no YAML {what}", shown(f"{sign}{name.lstrip(sign)}"), cure
                )
        return bool(event.anchor or event.tag)

    def _collection(self, start: yaml.CollectionStartEvent) -> Sequence | Mapping:
        self._flow += bool(start.flow_style)
        node = self._sequence(start) if isinstance(start, yaml.SequenceStartEvent) else self._mapping(start)
        self._flow -= bool(start.flow_style)
        return node

    def _sequence(self, start: yaml.Event) -> Sequence:
        sequence = Sequence(*_at(start))
        for index, event in enumerate(self._events):
            if isinstance(event, yaml.SequenceEndEvent):
                break
            self._trail.append(index)
            sequence.items.append(self._node(event))
            self._trail.pop()
        return sequence

    def _mapping(self, start: yaml.Event) -> Mapping:
        mapping = Mapping(*_at(start))
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event)
            self._trail.append(key.text if key else "?")
            value = self._node(next(self._events))
            if key and self._first(key, mapping):
                mapping.entries[key.text] = (key, value)
            self._trail.pop()
        return mapping

    def _key(self, event: yaml.Event) -> Scalar | None:
        if not isinstance(event, yaml.ScalarEvent):
            self._problems.add(_at(event), self._path(), "a word as key", "a list, a mapping or an alias")
            self._trail.append("?")  # a key counts as a level: keys of keys of keys are no way round the limit
            self._node(event)
            self._trail.pop()
            return None
        if len(event.value) > LONGEST_KEY:
            expected = f"a key of at most {LONGEST_KEY} characters"
            self._problems.add(_at(event), self._path(), expected, shown(event.value, 20))
            return None
        return self._scalar(event)

    def _first(self, key: Scalar, mapping: Mapping) -> bool:
        known = mapping.entries.get(key.text)
        if known is None:
            return True
        expected = f"the key once (it is on line {known[0].line} already)"
        self._problems.add((key.line, key.column), self._path(), expected, shown(key.text), "keep one of the two")
        return False


def _at(event: Any) -> tuple[int, int]:  # noqa: ANN401 (an event; the types of its marks are not known)
    mark = event.start_mark
    return mark.line + 1, mark.column + 1


_CURES = (
    ("escape", "write the character itself"),
    ("mapping values are not allowed", "a text that holds ': ' needs quotes, or '>-' and lines of its own"),
    ("cannot start any token", "a text that begins with % @ or ` needs quotes"),
    ("document start", "nothing may follow the line '...'"),
    ("quoted scalar", "close the quotation mark"),
    ("expected ':'", "a key ends with ': '"),
    ("block mapping", "line the keys up with each other, and close quotation marks"),
    ("block collection", "line the items up with each other"),
    ("flow", "close the bracket"),
    ("block sequence", "a list begins on a line of its own"),
)


def _syntax_cure(error: yaml.MarkedYAMLError) -> str:
    said = f"{error.problem} {error.context}"
    return next((cure for words, cure in _CURES if words in said), "look at the indentation, colons and quotes here")
