"""How a proposed catalogue is written: YAML with comments that say what a curator has to do."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from figures import units
from figures.checks.context import Stated
from figures.model import UNDECIDED, Amount, Reason, Source, Span

_NOUN = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+){0,4}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """One number to be set aside, with its words and why."""

    words: str
    prefix: str
    suffix: str
    reason: Reason
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A quote that stands in one place, perhaps between a prefix and a suffix."""

    span: Span
    words: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """One claim: its quote and its amounts, each with the mention that it was read from."""

    quote: Quote
    amounts: tuple[Stated, ...]


def catalogue(source: Source, claims: list[Proposed], asides: list[Aside]) -> Iterator[str]:
    """Yield the lines of a catalogue of one source."""
    nouns = {noun for claim in claims for one in claim.amounts for noun in counted(one.amount.unit)}
    yield "# A draft. Replace each word 'undecided', and correct the rest: read every quote again."
    yield "# figures check lists what is still to be decided."
    yield ""
    yield f"title: {_quoted(source.title)}"
    yield ""
    yield "# The groups by which readers filter, such as [Rail, Energy]; each claim names one."
    yield "sectors: []"
    yield ""
    yield "# Nouns in the singular that are counted."
    yield f"counted: [{', '.join(_quoted(noun) for noun in sorted(nouns))}]"
    yield ""
    yield from _of_source(source, asides)
    yield ""
    yield "# What is counted: an id and a title each. Amounts are compared only inside one measure."
    yield "measures: []"
    yield ""
    yield from _of_claims(claims)
    yield ""
    yield "# Dated happenings: id, source, sector, title, course (happened or planned), date, text, quote."
    yield "events: []"
    yield "..."


def _of_source(source: Source, asides: list[Aside]) -> Iterator[str]:
    yield "sources:"
    yield f"  - id: {_quoted(source.id)}"
    yield f"    title: {_quoted(source.title)}"
    yield f"    publisher: {_quoted(source.publisher)}"
    yield f"    date: {_quoted(source.date)}"
    yield f"    language: {_quoted(source.language)}"
    yield "    # url: and rights: where they are known; currency: {$: USD} where a bare sign means one currency."
    yield f"    path: {_quoted(source.path)}"
    yield f"    sha256: {_quoted(source.sha256)}"
    yield "    set_aside:" if asides else "    set_aside: []"
    for aside in asides:
        yield f"      - text: {_quoted(aside.words)}"
        yield from _context_lines(aside.prefix, aside.suffix, "        ")
        yield f"        reason: {aside.reason}"
        if aside.note:
            yield f"        note: {_quoted(aside.note)}"


def _of_claims(claims: list[Proposed]) -> Iterator[str]:
    yield "claims:" if claims else "claims: []"
    for number, claim in enumerate(claims, 1):
        yield f"  - id: {_quoted(f'claim-{number}')}"
        yield f"    source: {_quoted(claim.amounts[0].source.id)}"
        yield f"    sector: {UNDECIDED}"
        yield f"    measure: {UNDECIDED}"
        yield f"    title: {_quoted(_title(claim))}"
        yield f"    quote: {_quoted(claim.quote.words)}"
        yield from _context_lines(claim.quote.prefix, claim.quote.suffix, "    ")
        yield "    amounts:"
        for stated in claim.amounts:
            yield from _of_amount(stated.amount)
        yield ""


def _of_amount(amount: Amount) -> Iterator[str]:
    yield f"      - value: {_quoted(amount.written)}"
    yield f"        text: {_quoted(amount.text)}"
    fields = {
        "bound": amount.bound if amount.bound != "=" else "",
        "role": amount.role if amount.role != "single" else "",
    }
    fields |= {"status": amount.status or "", "nature": amount.nature or ""}
    fields |= {"period": amount.period, "undated": amount.undated}
    for name, said in fields.items():
        if said:
            yield f"        {name}: {_quoted(said)}"


def _context_lines(prefix: str, suffix: str, indent: str) -> Iterator[str]:
    if prefix:
        yield f"{indent}prefix: {_quoted(prefix)}"
    if suffix:
        yield f"{indent}suffix: {_quoted(suffix)}"


def _title(claim: Proposed) -> str:
    """Return the first words of the quote: a title to be bettered."""
    words = claim.quote.words.split()
    return " ".join(words[:8])[:80] + ("…" if len(words) > 8 else "")


def _quoted(words: str) -> str:
    """Write any text as a YAML string in double quotes; JSON's escapes are YAML's."""
    return json.dumps(words, ensure_ascii=False)


def counted(unit: str) -> tuple[str, ...]:
    """Return the nouns that a catalogue must declare to use this unit: "share" for EUR/share."""
    return tuple(noun for noun in unit.split("/") if not units.known(noun) and _NOUN.fullmatch(noun))
