"""Rules on what is set aside: found once, for a reason that holds; and on numbers nobody accounts for."""

from __future__ import annotations

from collections.abc import Iterator

from figures import text, units
from figures.checks import phrases
from figures.checks.context import Read, Work
from figures.checks.findings import failed, passed, skipped
from figures.checks.sources import place_in
from figures.model import Finding, Mention, SetAside, Source

Curated = frozenset[tuple[object, ...]]
"""What amounts, periods and events say: value, unit and date."""

_OPENERS = frozenset(
    ["A", "About", "After", "At", "Before", "By", "During", "For", "From", "In", "Of", "On", "Since", "The", "Until"]
)
"""In capitals only where they open a sentence: no part of a name."""


def set_aside(work: Work, source: Source, read: Read) -> Iterator[Finding]:
    """Check each entry, and note the mentions that it accounts for."""
    curated = _curated(work, source, read)
    for aside in source.set_aside:
        held, problem = _held(read, aside)
        subject = source.id
        if problem:
            cure = "delete the entry, or give the words as they stand, with prefix or suffix"
            yield failed("set-aside-found", subject, problem, aside.place, cure)
            continue
        yield passed("set-aside-found", subject, f"“{aside.text}” stands in one place.", aside.place)
        reasons = {mention.number: _why_not(source, read, aside, mention, curated) for mention in held}
        yield _reason(source, aside, list(reasons.values()))
        for mention in held:
            yield from _used_as_well(work, source, aside, mention)
            if not reasons[mention.number]:
                work.asides.setdefault(source.id, {})[mention.number] = aside


def _held(read: Read, aside: SetAside) -> tuple[tuple[Mention, ...], str]:
    """Return the mentions that the words hold; or why there are none, as a sentence."""
    found = text.find(read.folded, aside.text, aside.prefix, aside.suffix)
    if found.span is None:
        if not found.spans:
            return (), f"“{aside.text}” is set aside, but does not occur{_between(aside)}."
        often = f"{len(found.spans)} times" + (" or more" if len(found.spans) >= text.MOST_HITS else "")
        return (), f"“{aside.text}” is set aside, but occurs {often}."
    held = read.numbers_in(found.span)
    return held, "" if held else f"“{aside.text}” is set aside, but holds no number that the reader finds."


def _between(aside: SetAside) -> str:
    return " between its prefix and suffix" if aside.prefix or aside.suffix else " in the text"


def _used_as_well(work: Work, source: Source, aside: SetAside, mention: Mention) -> Iterator[Finding]:
    use = work.uses.get(source.id, {}).get(mention.number)
    if use and use.kind == "amount":
        message = f"“{mention.text}” is set aside, but is the mention of {use.subject}."
        yield failed("set-aside-unused", source.id, message, aside.place, "delete one of the two")


def _reason(source: Source, aside: SetAside, reasons: list[str]) -> Finding:
    """Check that the reason can be true of every number that the words hold."""
    code, place = "set-aside-reason", aside.place
    if aside.reason == "out-of-scope":
        numbers = f" with its {len(reasons)} numbers" if len(reasons) > 1 else ""
        message = f"Whether “{aside.text}”{numbers} is out of scope is the curator's judgement."
        return skipped(code, source.id, message, place)
    if why := next(filter(None, reasons), ""):
        message = f"“{aside.text}” is set aside as {aside.reason}, but {why}."
        cure = "give another reason, set each number aside by itself, or make it an amount or an event"
        return failed(code, source.id, message, place, cure)
    return passed(code, source.id, f"“{aside.text}” can be set aside as {aside.reason}.", place)


def _why_not(source: Source, read: Read, aside: SetAside, mention: Mention, curated: Curated) -> str:
    """Say why a reason cannot be true; empty where it can."""
    if aside.reason == "out-of-scope":
        return ""
    true, otherwise = {
        "document-date": (mention.edtf == source.date, f"the document's date is {source.date}"),
        "ordinal": (mention.kind == "ordinal", "it is no ordinal"),
        "part-of-name": (mention.kind == "name" or _in_a_name(read, mention), "no name stands round it"),
        "wording": (_is_wording(mention), _measure_of(mention) or "it is a number in digits with a unit of its own"),
        "count-outside-claims": (_is_count(mention), f"it is no count of things: {_read_as(mention)}"),
        "not-a-quantity": (not _is_quantity(mention), _read_as(mention)),
        "repeats-another": (_what(mention) in curated, "no amount or event says the same"),
    }[aside.reason]
    return "" if true else otherwise


def _measure_of(mention: Mention) -> str:
    """Say what a number in words measures, "twelve tonnes"; empty where it is in digits, or measures nothing.

    A time is often a manner of speaking, as "in two days".
    """
    unit = mention.unit or ""
    in_words = not any(sign.isdigit() for sign in mention.text)
    measures = in_words and units.lookup(unit) and unit != "×" and mention.value is not None
    return _read_as(mention) if measures and not units.is_time(unit) else ""


def _is_wording(mention: Mention) -> bool:
    if _measure_of(mention):
        return False
    in_words = not any(sign.isdigit() for sign in mention.text)
    return in_words or mention.unit == "×" or mention.kind == "other"


def _is_count(mention: Mention) -> bool:
    return mention.kind == "quantity" and not (mention.unit and units.known(mention.unit))


def _is_quantity(mention: Mention) -> bool:
    return mention.kind == "quantity" and mention.value is not None and mention.unit is not None


def _read_as(mention: Mention) -> str:
    return f"it is read as a quantity in {mention.unit}" if mention.unit else f"its kind is read as {mention.kind}"


def _in_a_name(read: Read, mention: Mention) -> bool:
    """Whether a word in capitals stands beside it, and no unit after it: "Kazakhstan 2050 Strategy", "Version 3"."""
    if mention.kind == "other" and mention.start < mention.number_start and mention.text[:1].isupper():
        return True
    if mention.unit and units.known(mention.unit.partition("/")[0]):
        return False
    before = phrases.before(read.text, mention.start).split()
    after = read.text[mention.end : mention.end + 40].split()
    return any(word[:1].isupper() for word in (*before[-1:], *after[:1]) if word not in _OPENERS)


def _curated(work: Work, source: Source, read: Read) -> Curated:
    """Return what the used numbers say."""
    used = work.uses.get(source.id, {})
    return frozenset(_what(mention) for mention in read.mentions if mention.number in used)


def _what(mention: Mention) -> tuple[object, ...]:
    return (mention.value, mention.unit, mention.edtf)


def accounted(work: Work, source: Source, read: Read) -> Iterator[Finding]:
    """Check that every mention of the source is curated or set aside."""
    rows = work.ledger(source)
    missing = [row.mention for row in rows if row.state == "unaccounted"]
    for mention in missing:
        place = place_in(source, work, mention.start)
        message = f"“{mention.text}” is neither an amount, a date of one or of an event, nor set aside."
        cure = f"add a claim or an event; or set it aside in {work.catalogue.file} with a reason"
        yield failed("mention-accounted", source.id, message, place, cure)
    if not missing:
        message = f"Each of the {len(rows)} numbers of the text is curated or set aside."
        yield passed("mention-accounted", source.id, message, source.place)
