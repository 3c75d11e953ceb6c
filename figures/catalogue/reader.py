"""Nodes to plain values, by the table of keys. Every problem is noted and nothing is guessed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from decimal import Decimal
from textwrap import shorten
from typing import Any

from figures import model, units
from figures.catalogue import kinds
from figures.catalogue.hints import below, did_you_mean, got, nearest
from figures.catalogue.keys import CATALOGUE, Currencies, Key, ListOf, Name, Record, Ref, Type, Value
from figures.catalogue.kinds import Kind
from figures.catalogue.nodes import Mapping, Node, Scalar, Sequence
from figures.errors import Problems, shown

Values = dict[str, Any]

_COMMENT = re.compile(r"[ \r\n]*#")
_JOINERS = {0x200C: None, 0x200D: None}
_NULLS = frozenset({"~", "null", "Null", "NULL"})


class _FormError(Exception):
    """A node that is not what the table says; found is told from the node where it is empty."""

    def __init__(self, expected: str, found: str = "", cure: str = "") -> None:
        super().__init__(expected)
        self.expected, self.found, self.cure = expected, found, cure


class Reader:
    """Reads one catalogue. Its values are to be used only when it has noted no problem."""

    def __init__(self, text: str, problems: Problems) -> None:
        self._text = text
        self._problems = problems
        self._spaces: dict[str, dict[str, tuple[str, Node]]] = {}
        self._lost: set[str] = set()
        self._read: dict[type, Callable[[Any, Node, str], object]] = {
            Kind: self._kind,
            Name: self._name,
            Ref: self._ref,
            Value: self._value,
            Currencies: self._currencies,
            ListOf: self._list,
            Record: self._record,
        }

    def catalogue(self, root: Node | None) -> Values:
        """Read the root as a catalogue."""
        values: Values = self._visit(CATALOGUE, root, "") or {}
        return values

    def _visit(self, type_: Type, node: Node | None, path: str) -> Any:  # noqa: ANN401 (what the type reads)
        """Read a node as what the table says; None where a problem is noted, now or in YAML itself."""
        if node is None:
            return self._lose(type_)
        try:
            return self._read[type(type_)](type_, node, path)
        except _FormError as wrong:
            return self._note(node, path, wrong)

    def _note(self, node: Node, path: str, wrong: _FormError) -> None:
        self._problems.add((node.line, node.column), path, wrong.expected, wrong.found or got(node), wrong.cure)

    # Mappings and lists

    def _record(self, record: Record, node: Node, path: str) -> Values:
        if not isinstance(node, Mapping):
            raise _FormError(f"the keys of {record.name}")
        values: Values = {}
        meant = self._unknown(record, node, path)
        for key in record.keys:
            entry = node.entries.get(key.name)
            if entry is not None:
                where = below(path, key.name)
                values[key.name] = self._visit(key.type, entry[1], where)
                self._whole(key.type, entry[1], entry[0].column, where)
            elif key.required:
                self._absent(key, node, path, meant)
        self._one_of(record, node, path)
        values["place"] = self._place(record, node)
        return values

    def _absent(self, key: Key, node: Node, path: str, meant: set[str]) -> None:
        self._lose(key.type)
        if key.name not in meant:
            self._note(node, path, _FormError(f"the key '{key.name}'", "none", f"add it: {key.about}"))

    def _place(self, record: Record, node: Mapping) -> model.Place:
        at = node.entries.get(record.at)
        mark = (at[1] if at else None) or node
        keys = {name: key.line for name, (key, _) in node.entries.items()}
        return model.Place(file=self._problems.file, line=mark.line, column=mark.column, keys=keys)

    def _unknown(self, record: Record, node: Mapping, path: str) -> set[str]:
        """Note unknown keys; return the keys of the record that they were probably meant to be."""
        known = [key.name for key in record.keys]
        meant: set[str] = set()
        for name, (key, _) in node.entries.items():
            if name not in known:
                near = nearest(name, known)
                meant.add(near)
                cure = did_you_mean(near, name) or f"the keys of {record.name} are {', '.join(known)}"
                self._note(key, below(path, name), _FormError(f"a key of {record.name}", cure=cure))
        return meant

    def _one_of(self, record: Record, node: Mapping, path: str) -> None:
        present = [name for name in record.one_of if name in node.entries]
        if record.one_of and len(present) != 1:
            expected = "exactly one of " + " and ".join(f"'{name}'" for name in record.one_of)
            self._note(node, path, _FormError(expected, "both" if present else "neither"))

    def _list(self, type_: ListOf, node: Node, path: str) -> tuple[object, ...]:
        if not isinstance(node, Sequence):
            self._lose(type_)
            raise _FormError("a list", cure="begin each item with '- '")
        count = len(node.items)
        if count < type_.least or (type_.most and count > type_.most):
            least = f"{type_.least}" if type_.most == type_.least else f"at least {type_.least}"
            raise _FormError(f"a list of {least}", f"a list of {count}")
        for index, item in enumerate(node.items):
            self._whole(type_.item, item, node.column, f"{path}[{index}]")
        read = tuple(self._visit(type_.item, item, f"{path}[{index}]") for index, item in enumerate(node.items))
        if type_.distinct and None not in read and len(set(read)) < len(read):
            raise _FormError("different names", f"{shown(str(read[0]))} twice")
        return read

    def _lose(self, type_: Type) -> None:
        """Ask nothing of references into a list that cannot be read: one problem is enough."""
        item = type_.item if isinstance(type_, ListOf) else type_
        for name in [key.type for key in item.keys] if isinstance(item, Record) else [item]:
            if isinstance(name, Name):
                self._lost.add(name.space)

    # Texts

    def _whole(self, type_: Type, node: Node | None, column: int, path: str) -> None:
        """Note a text cut off by a comment: what follows the # would be lost without a word.

        A comment on a line of its own is one only where it stands as far left as the key.
        """
        kind = type_.kind if isinstance(type_, Name) else type_
        if not isinstance(node, Scalar) or node.end < 0 or not isinstance(kind, Kind) or not kind.prose:
            return
        comment = _COMMENT.match(self._text, node.end)
        if comment is None:
            return
        at = comment.end() - 1
        new_line = self._text.rfind("\n", node.end, at)
        if new_line < 0 or at - new_line > column:
            end = self._text.find("\n", at)
            cut = f"{shown(node.text, 30)} cut off at {shown(self._text[at : end if end > 0 else None], 30)}"
            self._note(
                node, path, _FormError("the whole text", cut, "put the text in quotes, or the comment elsewhere")
            )

    def _kind(self, kind: Kind, node: Node, _: str) -> str:
        text = _text(node, kind.expected)
        if text in _NULLS and isinstance(node, Scalar) and node.end >= 0 and not kind.null:
            raise _FormError(kind.expected, f"YAML's {shown(text)}", "leave the key out, or quote it")
        try:
            return kind.read(text)
        except ValueError as error:
            raise _FormError(kind.expected, cure=str(error)) from None

    def _name(self, name: Name, node: Node, path: str) -> str:
        text = _text(node, name.kind.expected).strip()
        known = self._spaces.setdefault(name.space, {}).setdefault(_alike(text), (text, node))
        value = self._kind(name.kind, node, path)
        if known[1] is not node:
            place = f"'{known[0]}' is on line {known[1].line} already"
            raise _FormError(f"a {name.space} of its own ({place})", cure="change one of the two")
        return value

    def _ref(self, ref: Ref, node: Node, _: str) -> str:
        expected = f"a {ref.space} of the catalogue"
        text = _text(node, expected).strip()
        space = self._spaces.get(ref.space, {})
        known = space.get(_alike(text))
        if (known and known[0] == text) or (ref.undecided and text == model.UNDECIDED) or ref.space in self._lost:
            return text
        names = [name for name, _ in space.values()]
        there = (
            f"there are {shorten(', '.join(names[:20]), 300, placeholder=' …')}"
            if names
            else f"it declares no {ref.space}"
        )
        raise _FormError(expected, cure=did_you_mean(nearest(text, names), text) or there)

    def _value(self, _: Value, node: Node, __: str) -> tuple[Decimal, str, str]:
        expected = "a number and a unit, such as 12 Mt"
        text = _text(node, expected)
        try:
            return _measured(text, (name for name, _ in self._spaces.get("counted noun", {}).values()))
        except units.UnknownUnit as error:
            declare = "declare a counted noun under 'counted'"
            cure = f"{did_you_mean(error.nearest)} Else {declare}" if error.nearest else declare
            raise _FormError("a known unit", f"{shown(error.unit)} in {got(node)}", cure) from None
        except ValueError as error:
            raise _FormError(expected, cure=str(error)) from None

    def _currencies(self, _: Currencies, node: Node, path: str) -> dict[str, str]:
        if not isinstance(node, Mapping):
            raise _FormError("currency signs with their codes", cure="write {$: USD}")
        for sign, (key, _code) in node.entries.items():
            self._visit(kinds.CURRENCY_SIGN, key, below(path, sign))
        return {sign: self._visit(kinds.CURRENCY, code, below(path, sign)) for sign, (_, code) in node.entries.items()}


def _text(node: Node, expected: str) -> str:
    if isinstance(node, Scalar):
        return node.text
    raise _FormError(expected, cure="write one text")


def _alike(text: str) -> str:
    """Give what two names have in common that nobody would tell apart: capitals, spaces, joiners, compositions."""
    return " ".join(unicodedata.normalize("NFKC", text.translate(_JOINERS)).casefold().split())


_POINTS = "write the number with a point for decimals and commas for thousands"
_GROUPED = re.compile(r"[^0-9]*[0-9]+[.,][0-9.,]*(?:\s|$)")
_LEADING_ZERO = re.compile(r"[^0-9]*0[0-9_xXoO]")


def _measured(text: str, counted: Iterable[str]) -> tuple[Decimal, str, str]:
    """Read a value: the number in full, its unit, and the text as written."""
    text = kinds.visible(text, 80)
    if any(digit.isdecimal() and not digit.isascii() for digit in text):
        raise ValueError("write the digits 0 to 9")
    if _LEADING_ZERO.match(text):
        raise ValueError("write the number without leading zeros, in decimal digits")
    try:
        value, unit = units.read_value(text, counted)
    except units.UnknownUnit as error:
        if error.unit[0].isalpha() or error.unit[0] in "%°$€£":
            raise
        raise ValueError(_POINTS) from None
    except ValueError:
        raise ValueError(
            _POINTS if _GROUPED.match(text) else "write the number in digits, and after it the unit"
        ) from None
    return value, unit, text
