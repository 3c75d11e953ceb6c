"""The page before, and without, its script: the table, the quotes and the text of each source.

It is built as a tree, so whatever a source says becomes text, never markup. What it says is taken
from the view's document, and stands in cells of the same names: Verify reads both alike.
"""

from __future__ import annotations

import re
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

Json = dict[str, Any]

_HEADS = ("Sector", "Measure", "Value", "Unit", "Status", "Period", "Words of the source")


def article(document: Json, text: str | None) -> Element:
    """All that is known of one source, as an element."""
    source, verification = document["source"], document["verification"]
    root = Element("article", {"class": "plain-page", "data-source": source["id"]})
    _add(root, "p", f"As stated on {source['dateWords']}. We show what the source states, not whether it came true.")
    _add(root, "h1", source["title"], lang=source["language"])
    _add(root, "p", f"{source['publisher']}, {source['dateWords']}.")
    _add(root, "p", f"{verification['headline']}. {verification['numbers']}")
    for problem in verification["problems"]:
        _add(root, "p", f"{problem['message']} {problem['cure']}")
    _add(root, "h2", "Figure table")
    root.append(_table(document))
    _add(root, "h2", "Quotes")
    for id_ in document["order"]:
        root.append(_quote(id_, document["items"][id_], source["language"]))
    _add(root, "h2", "The source, complete")
    if text is None:
        _add(root, "p", "The text of the source could not be read.")
    else:
        _add(root, "div", text, lang=source["language"], **{"class": "plain-text"})
    _add(root, "p", f"SHA-256 of the text: {source['sha256']}")
    return root


def html(element: Element) -> str:
    """The element as HTML."""
    return tostring(element, encoding="unicode", method="html")


def _table(document: Json) -> Element:
    table = Element("table")
    _add(table, "caption", "One row an amount, as the source states it", **{"class": "sr"})
    head = SubElement(SubElement(table, "thead"), "tr")
    for name in _HEADS:
        _add(head, "th", name, scope="col")
    body = SubElement(table, "tbody")
    for row in document["rows"]:
        body.append(_row(row, document["source"]["language"]))
    return table


def _row(row: Json, language: str) -> Element:
    line = Element("tr", {"data-claim": row["claim"], "data-amount": row["amount"]})
    _add(line, "td", row["sector"], **{"class": "sector-cell"})
    _add(line, "td", row["measure"] + (" sic" if row["sic"] else ""), **{"class": "measure"})
    value = _add(line, "td", "", **{"class": "value"})
    _add(value, "a", row["value"], href=f"#claim={row['claim']}")
    for name in ("unit", "status", "period"):
        _add(line, "td", row[name], **{"class": name})
    place = _add(line, "td", "", lang=language, **{"class": "place"})
    place.text = ("" if row["verified"] else "Not verified ") + f"“{_plain(row['before'])}"
    _add(place, "b", row["number"]).tail = f"{_plain(row['after'])}”"
    return line


def _quote(id_: str, item: Json, language: str) -> Element:
    """The address of a claim leads to its quote here, too: the id is the fragment."""
    section = Element("section", {"id": f"claim={id_}"})
    _add(section, "h3", item["title"])
    said = "".join(piece["t"] for piece in item["pieces"])
    _add(section, "blockquote", f"“{said}”", lang=language, **{"data-claim": id_})
    for note in filter(None, (item["sic"], item["note"], *_failures(item))):
        _add(section, "p", note)
    return section


def _failures(item: Json) -> list[str]:
    failed = [check for check in item["checks"] if check["outcome"] == "failed"]
    return [f"Not verified. {check['message']} ({check['where']})" for check in failed]


def _add(parent: Element, tag: str, text: str, **attributes: str) -> Element:
    made = SubElement(parent, tag, attributes)
    made.text = _plain(text)
    return made


def _plain(text: str) -> str:
    """As a browser reads it from HTML: one kind of line break, and no NUL."""
    return re.sub(r"\r\n?", "\n", text).replace("\0", "\ufffd")
