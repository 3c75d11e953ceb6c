"""Nodes to plain values, by the table of keys. Every problem is noted and nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Any

from figures import model, units
from figures.catalogue.keys import CATALOGUE, Currencies, Key, ListOf, Name, Record, Ref, Type, Value
from figures.catalogue.kinds import CURRENCY, CURRENCY_SIGN, Kind
from figures.catalogue.nodes import Mapping, Node, Scalar, Sequence
from figures.errors import Problems, shown

_COMMENT = re.compile(r"[ \r\n]*#")
_NULL = frozenset({"~", "null", "Null", "NULL"})
_LONGEST_VALUE = 80
_MISSING: Any = object()


class Reader:
    """Reads one catalogue: notes each problem, and returns values only to be used when there is none."""

    def __init__(self, text: str, problems: Problems) -> None:
        self._text = text
        self._problems = problems
        self._spaces: dict[str, dict[str, tuple[str, int]]] = {}
        self._read: dict[type, Callable[[Any, Any, str], Any]] = {
            Kind: self._kind,
            Name: self._name,
            Ref: self._ref,
            Value: self._value,
            Currencies: self._currencies,
            ListOf: self._list,
            Record: self._record,
        }

    def catalogue(self, root: Node | None) -> dict[str, Any]:
        """Read the root as a catalogue."""
        if isinstance(root, Scalar) and not root.text:
            self._wrong(root, "", "a catalogue", "nothing")
            return {}
        values: dict[str, Any] = self._record(CATALOGUE, root, "") if root else {}
        return values

    def _wrong(self, node: Node, path: str, expected: str, got: str, cure: str = "") -> Any:
        self._problems.add((node.line, node.column), path, expected, got, cure)
        return _MISSING

    # Containers

    def _record(self, record: Record, node: Node, path: str) -> dict[str, Any]:
        if not isinstance(node, Mapping):
            self._wrong(node, path, f"the keys of a {record.name}", _got(node))
            return {}
        values: dict[str, Any] = {"place": self._place(record, node)}
        guessed = self._unknown(record, node, path)
        for key in record.keys:
            entry = node.entries.get(key.name)
            if entry is None:
                self._absent(key, node, path, guessed)
            elif entry[1] is not None:
                value = self._read[type(key.type)](key.type, entry[1], f"{path}.{key.name}" if path else key.name)
                self._uncut(key.type, entry, path, key.name)
                if value is not _MISSING:
                    values[key.name] = value
        if record.one_of:
            self._one_of(record, node, path)
        return values

    def _place(self, record: Record, node: Mapping) -> model.Place:
        at = node.entries.get(record.at)
        mark = (at[1] if at else None) or node
        return model.Place(file=self._problems.file, line=mark.line, column=mark.column)

    def _unknown(self, record: Record, node: Mapping, path: str) -> set[str]:
        """Note unknown keys; return the absent keys that they were probably meant to be."""
        known = [key.name for key in record.keys]
        guessed = set()
        for name in node.entries.keys() - set(known):
            near = get_close_matches(name.lower(), known, n=1)
            guessed.update(near)
            cure = f"did you mean '{near[0]}'?" if near else f"a {record.name} has {', '.join(known)}"
            self._wrong(node.entries[name][0], _below(path, name), f"a key of a {record.name}", shown(name), cure)
        return guessed

    def _absent(self, key: Key, node: Mapping, path: str, guessed: set[str]) -> None:
        if key.required and key.name not in guessed:
            self._wrong(node, path, f"the key '{key.name}'", "none", f"add it: {key.about}")

    def _one_of(self, record: Record, node: Mapping, path: str) -> None:
        present = [name for name in record.one_of if name in node.entries]
        if len(present) != 1:
            expected = "exactly one of " + " and ".join(f"'{name}'" for name in record.one_of)
            self._wrong(node, path, expected, "both" if present else "neither")

    def _uncut(self, type_: Type, entry: tuple[Scalar, Node | None], path: str, name: str) -> None:
        """Note a text that ends at a comment: its words after the # would be lost without a word."""
        key, node = entry
        if isinstance(node, Scalar):
            self._uncut_scalar(type_, node, key.column, _below(path, name))

    def _uncut_scalar(self, type_: Type, node: Scalar, column: int, path: str) -> None:
        kind = type_.kind if isinstance(type_, Name) else type_
        if node.end < 0 or not (isinstance(kind, Kind) and kind.prose):
            return
        comment = _COMMENT.match(self._text, node.end)
        if comment is None:
            return
        at = comment.end() - 1
        own_line = self._text.rfind("\n", node.end, at)
        if own_line < 0 or at - own_line > column:
            cut = self._text[at : self._text.find("\n", at)]
            self._wrong(node, path, "the whole text", f"{shown(node.text, 30)} cut off at {shown(cut, 30)}",
                        "put the text in quotes")  # fmt: skip

    def _list(self, type_: ListOf, node: Node, path: str) -> Any:
        if not isinstance(node, Sequence):
            return self._wrong(node, path, "a list", _got(node), "begin each item with '- '")
        if len(node.items) < type_.least or (type_.most and len(node.items) > type_.most):
            several = f"{type_.least} items" if type_.most == type_.least else f"at least {type_.least} item"
            return self._wrong(node, path, f"a list of {several}", str(len(node.items)))
        read = self._read[type(type_.item)]
        values = []
        for index, item in enumerate(node.items):
            if item is not None:
                values.append(read(type_.item, item, f"{path}[{index}]"))
                if isinstance(item, Scalar):
                    self._uncut_scalar(type_.item, item, item.column, f"{path}[{index}]")
        return tuple(values)

    # Texts

    def _scalar(self, node: Node, path: str, expected: str) -> str | None:
        if not isinstance(node, Scalar):
            self._wrong(node, path, expected, _got(node), "write one text")
            return None
        return node.text

    def _kind(self, kind: Kind, node: Node, path: str) -> Any:
        text = self._scalar(node, path, kind.expected)
        if text is None:
            return _MISSING
        try:
            value = kind.read(text)
        except ValueError as error:
            return self._wrong(node, path, kind.expected, _got(node), str(error))
        if isinstance(node, Scalar) and node.end >= 0 and text in _NULL and None not in kind.schema.get("enum", ()):
            return self._wrong(
                node, path, kind.expected, f"YAML's null {shown(text)}", "leave the key out, or quote it"
            )
        return value

    def _name(self, name: Name, node: Node, path: str) -> Any:
        value = self._kind(name.kind, node, path)
        if value is _MISSING:
            return value
        space = self._spaces.setdefault(name.space, {})
        known = space.setdefault(value.casefold(), (value, node.line))
        if known[1] != node.line or known[0] != value:
            expected = f"a {name.space} of its own ('{known[0]}' is on line {known[1]} already)"
            return self._wrong(node, path, expected, shown(value), "rename one of the two")
        return value

    def _ref(self, ref: Ref, node: Node, path: str) -> Any:
        text = self._scalar(node, path, f"the name of a {ref.space}")
        if text is None:
            return _MISSING
        known = [name for name, _ in self._spaces.get(ref.space, {}).values()]
        text = text.strip()
        declared = self._spaces.get(ref.space, {}).get(text.casefold())
        if (declared and declared[0] == text) or (ref.undecided and text == model.UNDECIDED):
            return text
        return self._wrong(node, path, f"a {ref.space} of this catalogue", _got(node), _nearest(text, known))

    def _value(self, _: Value, node: Node, path: str) -> Any:
        expected = "a number and a unit, such as 12 Mt"
        text = self._scalar(node, path, expected)
        if text is None:
            return _MISSING
        counted = [name for name, _ in self._spaces.get("counted noun", {}).values()]
        text = text.strip()
        try:
            return _measured(text, counted)
        except units.UnknownUnit as error:
            near = f"did you mean '{error.nearest}'? If not, " if error.nearest else ""
            cure = f"{near}declare a counted noun under 'counted'"
            return self._wrong(node, path, "a known unit", f"{shown(error.unit)} in {_got(node)}", cure)
        except ValueError:
            return self._wrong(node, path, expected, _got(node))

    def _currencies(self, _: Currencies, node: Node, path: str) -> Any:
        if not isinstance(node, Mapping):
            return self._wrong(node, path, "currency signs with their codes", _got(node), "write {$: USD}")
        read = {}
        for sign, (key, code) in node.entries.items():
            if code is not None and self._kind(CURRENCY_SIGN, key, path) is not _MISSING:
                read[sign] = self._code(code, _below(path, sign))
        return read

    def _code(self, node: Node, path: str) -> Any:
        code = self._kind(CURRENCY, node, path)
        if code is _MISSING or units.canonical(code) == code:
            return code
        return self._wrong(node, path, CURRENCY.expected, shown(code), "there is no such currency")


def _measured(text: str, counted: Iterable[str]) -> tuple[Any, str, str]:
    if len(text) > _LONGEST_VALUE or any(mark.isdecimal() and not mark.isascii() for mark in text):
        raise ValueError
    value, unit = units.read_value(text, counted)
    return value, unit, text


def _got(node: Node) -> str:
    if isinstance(node, Scalar):
        return shown(node.text) if node.text.strip() else "nothing"
    return "a list" if isinstance(node, Sequence) else "a mapping"


def _below(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _nearest(text: str, known: list[str]) -> str:
    near = get_close_matches(text, known, n=1) or get_close_matches(text.lower(), [k.lower() for k in known], n=1)
    if near:
        return f"did you mean '{next(name for name in known if name.lower() == near[0].lower())}'?"
    return f"there are {', '.join(known[:20])}" if known else "it declares none"
