"""The words in which the page shows a source, a claim and an amount, as they are read there.

They are taken from the view's documents, and go into the record that Verify holds the page against.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

Json = dict[str, Any]


def head(document: Json) -> Json:
    """The words at the head of the page, by the selector of the element that holds them."""
    source, verification = document["source"], document["verification"]
    return {
        ".kicker strong": f"As stated on {source['dateWords']}.",
        "h1": source["title"],
        ".title .quiet": f"{source['publisher']}, {source['dateWords']}.",
        ".verified": verification["headline"],
        ".verification .quiet": verification["numbers"],
    }


def cards(documents: dict[str, Json]) -> Json:
    """What the card of each claim and event says beside its values."""
    chips = {one["claim"]: one["label"] for document in documents.values() for one in document["timeline"]["undated"]}
    items = [(id_, item) for document in documents.values() for id_, item in document["items"].items()]
    return {id_: _card(item) | {"chip": chips.get(id_)} for id_, item in items}


def _card(item: Json) -> Json:
    failed = [f"{check['message']} ({check['where']})" for check in item["checks"] if check["outcome"] == "failed"]
    return {
        "measure": (item["measure"] or item["title"]) + (" sic" if item["sic"] else ""),
        "verdict": f"Not verified. {' '.join(failed)}" if failed else item["verdict"],
        "facts": [item[name] for name in ("status", "date") if name in item],
        "notes": [item[name] for name in ("sic", "note") if item[name]],
    }


def amounts(documents: dict[str, Json]) -> Json:
    """Where an amount is shown, and in which words; None where it has no such place."""
    large, drawn, stated = dict(_large(documents)), dict(_drawn(documents)), dict(_stated(documents))
    values = {
        one["amount"]: one
        for document in documents.values()
        for card in document["items"].values()
        for one in card["values"]
    }
    rows = [row for document in documents.values() for row in document["rows"]]
    return {
        row["amount"]: {
            "shown": _row(row),
            "card": _value(values[row["amount"]]),
            "large": large.get(row["amount"]),
            "drawn": drawn.get(row["amount"]),
            "stated": stated.get(row["amount"]),
        }
        for row in rows
    }


def _row(row: Json) -> Json:
    """The cells of the figure table."""
    lead = "" if row["verified"] else "Not verified "
    return {
        "sector-cell": row["sector"],
        "measure": row["measure"] + (" sic" if row["sic"] else ""),
        "value": row["value"],
        "unit": row["unit"],
        "status": row["status"],
        "period": row["period"],
        "place": f"{lead}“{row['before']}{row['number']}{row['after']}”",
    }


def _value(value: Json) -> Json:
    """The card: the words of the source, how they are read, and what else may stand there of the amount."""
    facts = [value["status"], f"{value['status']}: {value['shown']}", value["period"]]
    return {"words": value["words"], "exact": value["exact"], "facts": facts}


def labels(documents: dict[str, Json]) -> list[Json]:
    """The words written into the charts, of each amount and event: the whole label, and its value alone."""
    found: dict[str, dict[str, None]] = {}
    for layout in _layouts(documents):
        for note in layout.get("annotations", ()):
            texts = [note["text"], *re.findall("(?s)^<b>.*?</b>", note["text"])]
            if note.get("name"):
                found.setdefault(note["name"], {}).update(dict.fromkeys(map(_read, texts)))
    return [{"name": name, "texts": list(texts)} for name, texts in found.items()]


def _read(label: str) -> str:
    return unescape(re.sub("<[^>]*>", "", label))


def _layouts(documents: dict[str, Json]) -> Iterator[Json]:
    for document in documents.values():
        dated = document["timeline"]
        charts = [*(panel.get("chart") for panel in document["panels"]), dated["wide"], dated["narrow"]]
        yield from (chart["layout"] for chart in charts if chart)


def _large(documents: dict[str, Json]) -> Iterator[tuple[str, str]]:
    """The large value beside a panel, of each amount that has one, with its unit."""
    for panel in _panels(documents):
        for part in panel.get("headline", ()):
            if "amount" in part:
                yield part["amount"], f"{part['number']} {part['unit']}".strip()


def _drawn(documents: dict[str, Json]) -> Iterator[tuple[str, str]]:
    """The value in the table of a panel, of each amount that is in one."""
    for panel in _panels(documents):
        for row in panel.get("rows", ()):
            yield row["amount"], row["shown"]


def _stated(documents: dict[str, Json]) -> Iterator[tuple[str, str]]:
    """The words of the source, of each amount that a panel states without a drawing."""
    for panel in _panels(documents):
        for one in panel.get("stated", ()):
            yield one["amount"], f"“{one['before']}{one['number']}{one['after']}”"


def _panels(documents: dict[str, Json]) -> Iterator[Json]:
    for document in documents.values():
        yield from document["panels"]
