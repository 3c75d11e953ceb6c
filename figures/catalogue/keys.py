"""The one table of a catalogue's keys: it drives the reader, its messages and the editor's schema.

Keys are read in the order of the table, so that what others refer to comes before them. Their names
are those of the records in `figures.model`.
"""

from __future__ import annotations

from dataclasses import dataclass

from figures import dates, model
from figures.catalogue import kinds
from figures.catalogue.kinds import Kind

STATEMENT = "claim or event"
"""Claims and events share one space of ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A text that declares a name, once in its space (capitals do not tell two names apart)."""

    space: str
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Ref:
    """A text that names what the catalogue declares; ``undecided``: a draft may leave it open."""

    space: str
    undecided: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """A number with its unit, as people write it."""


@dataclass(frozen=True, slots=True)
class Currencies:
    """Currency signs, each with the ISO 4217 code that it means in this source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOf:
    """A list of at least ``least`` and at most ``most`` (0: any number of) items of one type."""

    item: Type
    least: int = 0
    most: int = 0
    distinct: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One key of a mapping, what its value is, and what an editor says about it."""

    name: str
    type: Type
    about: str
    required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A mapping of known keys. Of the keys in ``one_of`` it has exactly one; ``at`` gives its place."""

    name: str
    keys: tuple[Key, ...]
    one_of: tuple[str, ...] = ()
    at: str = ""


Type = Kind | Name | Ref | Value | Currencies | ListOf | Record


def _must(name: str, type_: Type, about: str) -> Key:
    return Key(name=name, type=type_, about=about, required=True)


def _may(name: str, type_: Type, about: str) -> Key:
    return Key(name=name, type=type_, about=about)


TITLE = kinds.words(300)
NOTE = kinds.words(3000, lines=True)
WORDS = kinds.verbatim(500)

_QUOTED = (
    _must("quote", kinds.QUOTE, "The verbatim words of the source that state it: two words at least."),
    _may("prefix", kinds.CONTEXT, "The words just before the quote, where it occurs more than once."),
    _may("suffix", kinds.CONTEXT, "The words just after the quote, where it occurs more than once."),
)
_OF_SOURCE = (
    _must("source", Ref(space="source"), "The id of the source that says so."),
    _must("sector", Ref(space="sector", undecided=True), "One of the catalogue's sectors."),
)

SET_ASIDE = Record(
    name="a number set aside",
    keys=(
        _must("text", WORDS, "The words of the source that give the number."),
        _may("prefix", kinds.CONTEXT, "The words just before it, where it occurs more than once."),
        _may("suffix", kinds.CONTEXT, "The words just after it, where it occurs more than once."),
        _must("reason", kinds.choice(model.Reason), "Why this number is no figure of the catalogue."),
        _may("note", NOTE, "More about the reason."),
    ),
)

SOURCE = Record(
    name="a source",
    keys=(
        _must("id", Name(space="source", kind=kinds.ID), "Its name in this catalogue and in addresses."),
        _must("title", TITLE, "The document's own title."),
        _must("publisher", TITLE, "Who published it."),
        _must("date", kinds.DAY, "The document's date: 2013-04-08, 2013-04 or 2013."),
        _must("language", kinds.LANGUAGE, "Its language as a tag: en, kk, zh-Hans."),
        _may("url", kinds.URL, "Where it was published, beginning with https:// or http://."),
        _may("rights", NOTE, "Whose text it is, or its licence."),
        _must(
            "path",
            Name(space="path", kind=kinds.PATH),
            "Its stored text: a path below this catalogue's folder, with /.",
        ),
        _must("sha256", kinds.SHA256, "The SHA-256 of the stored text, as sha256sum prints it."),
        _may("currency", Currencies(), "Which currency a bare sign means here, such as {$: USD}."),
        _may("set_aside", ListOf(item=SET_ASIDE), "The numbers of the text that are no figures, with reasons."),
    ),
)

PANEL = Record(
    name="a panel",
    keys=(
        _must("id", Name(space="panel", kind=kinds.ID), "Its name, for the measures that it shows."),
        _must("title", TITLE, "Its heading."),
        _may("note", NOTE, "What a reader must know to read it."),
    ),
)

MEASURE = Record(
    name="a measure",
    keys=(
        _must("id", Name(space="measure", kind=kinds.ID), "Its name, for the claims that count it."),
        _must("title", TITLE, "What is counted."),
        _may("note", NOTE, "What a reader must know to read it."),
        _may("panel", Ref(space="panel"), "The panel that shows it beside others, without a common axis."),
    ),
)

APART = Record(
    name="a pair kept apart",
    keys=(
        _must(
            "between",
            ListOf(item=Ref(space="measure"), least=2, most=2, distinct=True),
            "Two measures that a reader would compare and the source does not let us.",
        ),
        _must("why", NOTE, "The reason, as the page says it."),
    ),
)

AMOUNT = Record(
    name="an amount",
    at="value",
    one_of=("period", "undated"),
    keys=(
        _must("value", Value(), "The number with its unit, as people write it: 12 Mt, 1.2 billion $, 4 project."),
        _must("text", WORDS, "The words of the quote that give it."),
        _may("bound", kinds.BOUND, "= (else), < <= > >=, or ~ for about."),
        _may("role", kinds.choice(model.Role), "single (else); from and to of a change; low and high of a range."),
        _may("status", kinds.choice(model.Status), "A reported, E estimate, F forecast, U low reliability."),
        _may("nature", kinds.choice(model.Nature), "What kind of quantity it is."),
        _may("period", kinds.PERIOD, f"When it holds: {dates.FORMS}."),
        _may("undated", NOTE, "Why it has no period."),
        _may("label", TITLE, "A few words for its mark in the chart."),
    ),
)

CLAIM = Record(
    name="a claim",
    keys=(
        _must("id", Name(space=STATEMENT, kind=kinds.ID), "Its name, used in addresses and exports: do not change it."),
        *_OF_SOURCE,
        _must("measure", Ref(space="measure", undecided=True), "The id of what is counted."),
        _must("title", TITLE, "A few words."),
        *_QUOTED,
        _may("dated_by", WORDS, "The words of the source that give the period, where the quote does not."),
        _may("note", NOTE, "What a reader must know."),
        _may("sic", NOTE, "An oddity of the source, shown beside the verbatim value."),
        _must("amounts", ListOf(item=AMOUNT, least=1), "The amounts that the quote states."),
    ),
)

EVENT = Record(
    name="an event",
    keys=(
        _must("id", Name(space=STATEMENT, kind=kinds.ID), "Its name, used in addresses and exports: do not change it."),
        *_OF_SOURCE,
        _must("title", TITLE, "A few words."),
        _must("course", kinds.choice(model.Course), "Whether it happened or was planned when the source was written."),
        _must("date", kinds.PERIOD, f"When: {dates.FORMS}."),
        _must("text", WORDS, "The words of the quote that give the date."),
        *_QUOTED,
        _may("note", NOTE, "What a reader must know."),
    ),
)

CATALOGUE = Record(
    name="a catalogue",
    keys=(
        _must("title", TITLE, "The title of the dashboard."),
        _must("sectors", ListOf(item=Name(space="sector", kind=kinds.SECTOR)), "The sectors, as shown."),
        _may(
            "counted",
            ListOf(item=Name(space="counted noun", kind=kinds.NOUN)),
            "Nouns in the singular that may be units: project, country.",
        ),
        _must("sources", ListOf(item=SOURCE, least=1), "The documents."),
        _may("panels", ListOf(item=PANEL), "Measures that are shown together."),
        _must("measures", ListOf(item=MEASURE), "What is counted."),
        _may("apart", ListOf(item=APART), "Measures that must not be compared, and why."),
        _must("claims", ListOf(item=CLAIM), "The statements with amounts."),
        _may("events", ListOf(item=EVENT), "The dated happenings."),
    ),
)
