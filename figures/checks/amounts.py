"""Rules on an amount and its own mention: found, used once, the same value, unit, bound and role."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from figures import numbers, text, units
from figures.checks import clauses
from figures.checks.context import Read, Stated, Work
from figures.checks.findings import failed, passed
from figures.model import Amount, Bound, Claim, Finding, Mention, Role, Span
from figures.nouns import plural

BOUND_WORDS: Mapping[Bound, str] = {
    "=": "the value itself",
    "<": "less than",
    "<=": "at most",
    ">": "more than",
    ">=": "at least",
    "~": "about",
}
ROLE_WORDS: Mapping[Role, str] = {
    "single": "a value by itself",
    "from": "where a change starts",
    "to": "where a change ends",
    "low": "the lower end of a range",
    "high": "the upper end of a range",
}

_ANOTHER_PART = re.compile(
    r"[;:()]|,\s+(?:and|the|an?|which|who)\b"
    r"|\b(?:when|while|as|after|before|because|since|until|if|where|which|who|that|near|has|have|had)\b",
    re.IGNORECASE,
)
"""What begins after this is said of something else than the number counts."""

_LISTED = re.compile(r"\s*(?:[,–—-]|to|and|or)?\s*(?:and|or)?\s*", re.IGNORECASE)
"""Between two numbers that share the noun after the second: "three or four ships"."""


def own_mention(work: Work, claim: Claim, amount: Amount, quote: Span) -> Iterator[Finding]:
    """Find the one mention that the amount's text holds, and note it for the rules that follow."""
    read = work.read(claim.source)
    assert read is not None  # noqa: S101  (a quote was found in it)
    code, cure = "amount-mention", "copy from the quote the words that give this one number"
    stretch, problem = words_in(read, quote, amount.text)
    held = read.numbers_in(stretch) if stretch else ()
    if len(held) == 1 and quote.holds(held[0].span) and held[0].kind == "quantity":
        work.mentions[amount.id] = held[0]
        message = f"“{amount.text}” holds one number of the quote, “{held[0].text}”."
        yield passed(code, amount.id, message, amount.place)
        return
    yield failed(code, amount.id, problem or _not_one(amount, read, quote, held), amount.place, cure)


def words_in(read: Read, quote: Span, words: str) -> tuple[Span | None, str]:
    """Find words once inside a quote, as a span of the source; else the reason, as a sentence."""
    found = text.find(read.folded, words, within=quote)
    if found.span:
        return found.span, ""
    apart = [span for span in found.cut if _parts_numbers(read, span)] if not found.spans else []
    if len(apart) == 1:
        return apart[0], ""
    if found.spans:
        return None, f"“{words}” stands {len(found.spans)} times in the quote."
    if found.cut:
        return None, f"“{words}” cuts a word or a number of the quote."
    return None, f"“{words}” is not in the quote."


def _parts_numbers(read: Read, words: Span) -> bool:
    """Whether words end where one number of the text does and another goes on: the 10 of "10-15%"."""
    held = read.numbers_in(words)
    if not held:
        return False
    before, after = read.text[max(0, words.start - 1) : words.start], read.text[words.end : words.end + 1]
    starts = not before.strip() or words.start == held[0].number_start
    return starts and (not after.isalnum() or words.end == held[-1].number_end)


def _not_one(amount: Amount, read: Read, quote: Span, held: tuple[Mention, ...]) -> str:
    if not held:
        return _no_number(amount, read, quote)
    if len(held) > 1:
        several = ", ".join(f"“{read.words(mention.number)}”" for mention in held)
        return f"“{amount.text}” holds {len(held)} numbers: {several}."
    if held[0].kind != "quantity":
        return f"“{held[0].text}” is no quantity: it is read as {_kind(held[0])}."
    return f"The quote holds only a part of “{held[0].text}”."


def _no_number(amount: Amount, read: Read, quote: Span) -> str:
    """Say that words hold no number, or only a part of one: "7.2" of "7.2 million"."""
    stretch, _ = words_in(read, quote, amount.text)
    part = [
        one
        for one in read.numbers_in(quote)
        if stretch and one.number_start < stretch.end > stretch.start < one.number_end
    ]
    if part:
        return f"“{amount.text}” holds only a part of the number “{read.words(part[0].number)}”."
    return f"“{amount.text}” holds no number that the reader finds."


def _kind(mention: Mention) -> str:
    return {"date": "a date", "ordinal": "an ordinal", "name": "a part of a name"}.get(mention.kind, "something else")


def used_once(work: Work) -> Iterator[Finding]:
    """Check that no two amounts have the same mention."""
    first: dict[tuple[str, Span], str] = {}
    for claim in work.catalogue.claims:
        for amount in claim.amounts:
            mention = work.mentions.get(amount.id)
            if mention is None:
                continue
            other = first.setdefault((claim.source, mention.number), amount.id)
            code = "mention-once"
            if other == amount.id:
                yield passed(code, amount.id, f"No earlier amount uses “{mention.text}”.", amount.place)
            else:
                message = f"“{mention.text}” is already the mention of {other}."
                yield failed(code, amount.id, message, amount.place, "give each amount its own words, or delete one")


def value(stated: Stated) -> Iterator[Finding]:
    """Check value and unit against what the reader reads; a source's own currency first."""
    amount, mention = stated.amount, stated.mention
    unit, said = _unit(stated), f"“{mention.text}”"
    cure = "write what the source says; the value stays as written there"
    if mention.value is None:
        message = f"The reader cannot tell the value of {said}, so {amount.written} is not verified."
        yield failed("amount-value", amount.id, message, amount.place, "quote words that give the number plainly")
        return
    converted = amount.value if unit == amount.unit else units.convert(amount.value, amount.unit, unit or "")
    if unit is None or converted is None:
        message = f"The catalogue says {amount.written}, in {amount.unit}; the source says {said}, {_in(unit)}."
        yield failed("amount-unit", amount.id, message, amount.place, cure)
        return
    yield passed("amount-unit", amount.id, f"{said} is in {unit}.", amount.place)
    if converted == mention.value:
        yield passed("amount-value", amount.id, f"{said} is {amount.written}.", amount.place)
    else:
        message = f"The catalogue says {amount.written}, the source says {said}, which is {_full(mention.value, unit)}."
        yield failed("amount-value", amount.id, message, amount.place, cure)


def _unit(stated: Stated) -> str | None:
    """Return the mention's unit in the words of the catalogue, or None where the source has no such unit."""
    said, wanted = stated.mention.unit, stated.amount.unit
    if said is None:
        return wanted if _is_counted(wanted) and _noun_follows(stated, wanted) else None
    sign, slash, rest = said.partition("/")
    said = stated.source.currency.get(sign, sign) + slash + rest
    if _is_counted(wanted) and wanted.endswith(f" {said}") and _noun_follows(stated, wanted):
        return wanted
    return said


def _is_counted(unit: str) -> bool:
    return not units.known(unit.partition("/")[0])


def _noun_follows(stated: Stated, noun: str) -> bool:
    """Whether the counted noun, singular or plural, follows the number: before the next one, in its own clause."""
    after = stated.read.text[stated.mention.number_end : _reach(stated)]
    if part := _ANOTHER_PART.search(after):
        after = after[: part.start()]
    words = " ".join(after.split())
    return any(text.find(words, form).spans for form in {noun, plural(noun)})


def _reach(stated: Stated) -> int:
    """Return where the words of a number end: at the next number that does not share them, or with the clause."""
    read, done = stated.read, stated.mention.number_end
    end = min(stated.quote.end, clauses.clause_of(read, stated.mention).end)
    for other in read.numbers_in(Span(start=done, end=max(done, end))):
        if not _LISTED.fullmatch(read.text, done, other.number_start):
            return other.number_start
        done = other.number_end
    return end


def bound(stated: Stated) -> Finding:
    """Check that the bound is that of the words."""
    amount, read = stated.amount, stated.mention.bound
    if amount.bound == read:
        return passed("amount-bound", amount.id, f"The words give {BOUND_WORDS[read]}.", amount.place)
    message = f"The catalogue says “{amount.bound}” ({BOUND_WORDS[amount.bound]}), the words say “{read}”"
    message += f" ({BOUND_WORDS[read]}): “{_with_words_before(stated)}”."
    return failed("amount-bound", amount.id, message, amount.place, f'write bound: "{read}"')


def role(stated: Stated) -> Finding:
    """Check that the role is the mention's part in a change or a range."""
    amount, read = stated.amount, stated.mention.role
    if amount.role == read:
        return passed("amount-role", amount.id, f"It is {ROLE_WORDS[read]}.", amount.place)
    message = f"The catalogue says {amount.role} ({ROLE_WORDS[amount.role]}),"
    message += f" the words say {read} ({ROLE_WORDS[read]}): “{_with_words_before(stated)}”."
    return failed("amount-role", amount.id, message, amount.place, f"write role: {read}")


def _with_words_before(stated: Stated) -> str:
    start = max(stated.quote.start, stated.mention.start - 24)
    if start > stated.quote.start:
        start = stated.read.text.find(" ", start, stated.mention.start) + 1 or stated.mention.start
    return stated.read.words(Span(start=start, end=stated.mention.end))


def _in(unit: str | None) -> str:
    return f"in {unit}" if unit else "without a unit that the reader knows"


def _full(value: Decimal, unit: str) -> str:
    return f"{numbers.plain(value)} {unit}"


def stated_amounts(work: Work, claims: Iterable[Claim]) -> Iterator[Stated]:
    """Return every amount whose mention was found, with its surroundings."""
    for claim in claims:
        read, quote = work.read(claim.source), work.quotes.get(claim.id)
        for amount in claim.amounts:
            mention = work.mentions.get(amount.id)
            if read and quote and mention:
                source = work.sources[claim.source]
                yield Stated(claim=claim, amount=amount, source=source, read=read, quote=quote, mention=mention)
