"""A piece of the page as one text: its elements, their attributes and what they say.

Verify makes the same text of what the browser has read, so that a change between two words, in an
attribute or in the frame of the page is noticed as well as one in what is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, TreeBuilder

_VOID = {"link", "meta"}
"""The elements of the page that have no end."""

_SEALED = {"script", "style"}
"""Their texts have digests of their own, and so has what stands in the element of the fingerprint."""

_GAP = re.compile(r"[ \t\n\f\r]*")


def outline(element: Element) -> str:
    """The element with all that is in it; gaps between elements do not count."""
    return "".join(_parts(element))


def outline_of_frame(html: str) -> str:
    """The page round its sources and its data; ``html`` is the page without what has digests of its own."""
    root = _tree(html)
    head, body = root
    return "".join(
        ("<!doctype html>", _start(root), _start(head), *map(outline, head), _start(body), *map(outline, body))
    )


def _parts(element: Element) -> Iterator[str]:
    yield _start(element)
    yield _said(element.text)
    for part in element:
        yield from _parts(part)
        yield _said(part.tail)
    yield f"</{element.tag}>"


def _start(element: Element) -> str:
    attributes = "".join(f' {name}="{_read(value)}"' for name, value in element.items())
    return f"<{element.tag}{attributes}>"


def _said(text: str | None) -> str:
    return "" if text is None or _GAP.fullmatch(text) else _read(text)


def _read(text: str) -> str:
    """As a browser reads it: one kind of line break, and no NUL."""
    return re.sub(r"\r\n?", "\n", text).replace("\0", "\ufffd")


def _tree(html: str) -> Element:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.tree.close()


class _Reader(HTMLParser):
    """Makes a tree of a page in which every element but the void ones is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.tree = TreeBuilder()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tree.start(tag, {name: value or "" for name, value in attrs})
        if tag in _VOID:
            self.tree.end(tag)

    def handle_endtag(self, tag: str) -> None:
        self.tree.end(tag)

    def handle_data(self, data: str) -> None:
        self.tree.data(data)
