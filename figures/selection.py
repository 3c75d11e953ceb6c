"""What is displayed: the filters, their address, and the ids of the claims and events they leave.

The predicate is kept so simple that the view's JavaScript can hold it too (the cases in
``tests/selection_cases.json`` run against both): every filter with choices shares a value with
the claim, and every word occurs in the claim's search text.

In the address stand the labels that a person reads (``sector=Energy&period=2012``), because the
page's widgets put labels there. Only where two measures share a title is the id added to it.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urlencode

from figures import dates, grammar
from figures.model import Catalogue, Claim, Event

FILTERS = {"sector": "sectors", "status": "statuses", "measure": "measures", "period": "periods"}
"""Each filter's key in the address, and its field in :class:`Selection` and :class:`Facets`."""

PLACES = ("claim", "amount", "chart", "view")
"""The keys that say where on the page one is, not what is displayed."""

OTHER_KEYS = ("source", "words", *PLACES)
"""The page's other keys; with the filters, all that an address may hold."""

VIEWS = ("figures", "ledger")
"""The page's views; the first needs no key."""

TIMELINE = "timeline"
"""The key of the one chart that is of no measure."""

NOT_STATED = "Not stated"
"""The period of an amount for which the source gives none."""

_ALIKE = str.maketrans("‘’“”‐‑‒–—−", "''\"\"------")
"""Quotation marks and dashes that keyboards do not have, and what is typed in their stead."""

_GAPS = re.compile("[ \t\r\n\u00a0\u202f]+")
_NAMED = 60
"""Characters of an unknown value that a message repeats; an address may hold 100 kB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The choices of one visitor. A filter without choices lets everything pass.

    ``source`` is the id of the source that is shown; empty, it is the catalogue's first.
    """

    sectors: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    words: str = ""
    source: str = ""

    @classmethod
    def from_query(cls, query: str) -> Selection:
        """Read an address's query (or fragment); what is no filter is passed over, never an error.

        Values are taken as they stand: :func:`fit` holds them against a catalogue.
        """
        found: dict[str, list[str]] = {}
        for key, value in _pairs(query):
            found.setdefault(key, []).append(value)
        return cls(
            sectors=_unique(found.get("sector", ())),
            statuses=_unique(found.get("status", ())),
            measures=_unique(found.get("measure", ())),
            periods=_unique(found.get("period", ())),
            words=found.get("words", [""])[-1],
            source=found.get("source", [""])[-1],
        )

    def to_query(self) -> str:
        """The address's query, without ``?``: only what differs from the default, in a fixed order."""
        pairs = [("source", self.source)] if self.source else []
        pairs += [(key, value) for key, name in FILTERS.items() for value in getattr(self, name)]
        pairs += [("words", self.words)] if self.words else []
        return urlencode(pairs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """What the filters know of one claim or event: its values per filter, and its search text."""

    source: str
    sectors: tuple[str, ...]
    statuses: tuple[str, ...]
    measures: tuple[str, ...]
    periods: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One choice of a filter, and how many claims and events it would show under the other filters."""

    label: str
    count: int


def facets(catalogue: Catalogue) -> dict[str, Facets]:
    """The facets of every claim and event by id: claims first, each in the order of the catalogue."""
    measures = measure_labels(catalogue)
    titles = {measure.id: measure.title for measure in catalogue.measures}
    found = {claim.id: _of_claim(claim, measures, titles) for claim in catalogue.claims}
    return found | {event.id: _of_event(event) for event in catalogue.events}


def matches(one: Facets, selection: Selection) -> bool:
    """The predicate: every filter with choices shares a value, every word occurs in the text."""
    for name in FILTERS.values():
        choices = getattr(selection, name)
        if choices and not set(choices) & set(getattr(one, name)):
            return False
    return all(word in one.text for word in words_of(selection.words))


def chosen(catalogue: Catalogue, selection: Selection) -> tuple[str, ...]:
    """The ids of the claims and events that are displayed, in the order of the catalogue."""
    of_source = _of_source(catalogue, selection)
    return tuple(id_ for id_, one in of_source.items() if matches(one, selection))


def options(catalogue: Catalogue, selection: Selection) -> dict[str, tuple[Option, ...]]:
    """Each filter's choices by its key in the address, counted under the other filters.

    A choice of the shown source that would show nothing is there with the count 0.
    """
    of_source = _of_source(catalogue, selection)
    order = _order(catalogue)
    return {
        key: tuple(
            Option(label=label, count=count)
            for label, count in sorted(
                _counts(of_source.values(), name, selection).items(), key=lambda item: order[key].get(item[0], (2,))
            )
        )
        for key, name in FILTERS.items()
    }


def fit(catalogue: Catalogue, selection: Selection) -> tuple[Selection, tuple[str, ...]]:
    """The selection in the catalogue's own labels, and each value it does not know, as ``key=value``.

    Case is not told apart, and a measure's id stands for its label. Unknown values are left out.
    """
    unknown: list[str] = []
    sources = {source.id.lower(): source.id for source in catalogue.sources}
    source = _fit_one("source", selection.source, sources, unknown) if selection.source else ""
    shown = replace(selection, source=source)
    ids = {id_.lower(): label for id_, label in measure_labels(catalogue).items()}
    fitted: dict[str, tuple[str, ...]] = {}
    for key, choices in options(catalogue, shown).items():
        labels = (ids if key == "measure" else {}) | {choice.label.lower(): choice.label for choice in choices}
        asked = (_fit_one(key, value, labels, unknown) for value in getattr(selection, FILTERS[key]))
        fitted[FILTERS[key]] = _unique(label for label in asked if label)
    return _with(shown, fitted), tuple(unknown)


def read(query: str, catalogue: Catalogue) -> tuple[Selection, tuple[str, ...]]:
    """An address's query held against a catalogue: the selection, and what was ignored."""
    selection, unknown = fit(catalogue, Selection.from_query(query))
    keys = _unique(key for key, _ in _pairs(query) if key and key not in {*FILTERS, *OTHER_KEYS})
    return selection, unknown + tuple(clipped(key) for key in keys)


def strays(places: Mapping[str, str], catalogue: Catalogue) -> tuple[str, ...]:
    """Of an address's places (see :data:`PLACES`) those that the catalogue does not have, as ``key=value``.

    An amount has to be one of the claim that is named beside it.
    """
    claims = {claim.id: claim.amounts for claim in catalogue.claims}
    known = {
        "claim": {*claims, *(event.id for event in catalogue.events)},
        "amount": {amount.id for amount in claims.get(places.get("claim", ""), ())},
        "chart": {TIMELINE, *(one.id for one in catalogue.measures), *(one.id for one in catalogue.panels)},
        "view": set(VIEWS),
    }
    return tuple(clipped(f"{key}={value}") for key, value in places.items() if value not in known[key])


def measure_labels(catalogue: Catalogue) -> dict[str, str]:
    """The label of each measure by its id: its title, with the id where two titles are alike."""
    titles = Counter(measure.title.lower() for measure in catalogue.measures)
    return {
        measure.id: measure.title if titles[measure.title.lower()] == 1 else f"{measure.title} ({measure.id})"
        for measure in catalogue.measures
    }


def period_label(edtf: str) -> str:
    """The choice under which a period falls: its year, else its words ("2013 to 2015")."""
    if not edtf:
        return NOT_STATED
    try:
        period = dates.parse(edtf)
    except ValueError:
        return edtf
    if period.first and period.last and period.first.year == period.last.year:
        return str(period.first.year)
    return dates.words(edtf)


def fold(text: str) -> str:
    """A text as it is searched: lower case, composed, with the marks and dashes of a keyboard."""
    return unicodedata.normalize("NFC", text.translate(_ALIKE).lower())


def words_of(text: str) -> tuple[str, ...]:
    """The words that are looked for, folded, each once."""
    return _unique(word for word in _GAPS.split(fold(text)) if word)


def _with(selection: Selection, choices: Mapping[str, tuple[str, ...]]) -> Selection:
    """The selection with other choices, by the fields of :data:`FILTERS`."""
    kept = {name: getattr(selection, name) for name in FILTERS.values()}
    return Selection(source=selection.source, words=selection.words, **(kept | dict(choices)))


def _of_claim(claim: Claim, measures: Mapping[str, str], titles: Mapping[str, str]) -> Facets:
    said = [part for amount in claim.amounts for part in (amount.written, amount.text, amount.label)]
    texts = (claim.quote, claim.title, titles.get(claim.measure, claim.measure), *said, claim.note, claim.sic)
    return Facets(
        source=claim.source,
        sectors=(claim.sector,),
        statuses=_unique(grammar.status_words(amount) for amount in claim.amounts),
        measures=(measures.get(claim.measure, claim.measure),),
        periods=_unique(period_label(amount.period) for amount in claim.amounts),
        text=_search_text(texts),
    )


def _of_event(event: Event) -> Facets:
    return Facets(
        source=event.source,
        sectors=(event.sector,),
        statuses=(grammar.COURSE_WORDS[event.course],),
        measures=(),
        periods=(period_label(event.date),),
        text=_search_text((event.quote, event.title, event.text, event.note)),
    )


def _search_text(parts: Iterable[str]) -> str:
    return fold("\n".join(part for part in parts if part))


def _of_source(catalogue: Catalogue, selection: Selection) -> dict[str, Facets]:
    shown = selection.source or (catalogue.sources[0].id if catalogue.sources else "")
    return {id_: one for id_, one in facets(catalogue).items() if one.source == shown}


def _counts(of_source: Iterable[Facets], name: str, selection: Selection) -> dict[str, int]:
    others = _with(selection, {name: ()})
    counts: dict[str, int] = {}
    for one in of_source:
        counted = matches(one, others)
        for label in getattr(one, name):
            counts[label] = counts.get(label, 0) + counted
    return counts


def _order(catalogue: Catalogue) -> dict[str, dict[str, tuple[object, ...]]]:
    """Sort keys of the labels of each filter: as the catalogue lists them, periods by their dates."""
    words = (*grammar.STATUS_WORDS.values(), *grammar.NATURE_WORDS.values(), *grammar.COURSE_WORDS.values())
    return {
        "sector": {sector: (0, index) for index, sector in enumerate(catalogue.sectors)},
        "status": {word: (0, index) for index, word in enumerate(words)},
        "measure": {label: (0, index) for index, label in enumerate(measure_labels(catalogue).values())},
        "period": {period_label(edtf): _when(edtf) for edtf in _periods(catalogue)},
    }


def _periods(catalogue: Catalogue) -> Iterator[str]:
    yield from (amount.period for amount in catalogue.amounts)
    yield from (event.date for event in catalogue.events)


def _when(edtf: str) -> tuple[object, ...]:
    """By the first year, then the last: one label holds all the days of its year."""
    if not edtf:
        return (3,)
    try:
        period = dates.parse(edtf)
    except ValueError:
        return (2, edtf)
    first, last = period.first or datetime.date.min, period.last or datetime.date.max
    return (1, first.year, last.year)


def _fit_one(key: str, value: str, labels: Mapping[str, str], unknown: list[str]) -> str:
    label = labels.get(value.lower(), "")
    if not label:
        unknown.append(clipped(f"{key}={value}"))
    return label


def _pairs(query: str) -> list[tuple[str, str]]:
    return parse_qsl(query.lstrip("?#"), keep_blank_values=False)


def clipped(text: str) -> str:
    """The beginning of what a message repeats."""
    return text if len(text) <= _NAMED else f"{text[:_NAMED]}…"


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
