"""A first catalogue, proposed from a text: what a curator corrects instead of writing.

Each sentence that states amounts becomes the quote of a claim (one per unit: a measure has one
unit); everything else that the reader finds is set aside with a reason. What only a person can
know is `undecided`, and that is all that the checks then have to say.
"""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from itertools import product
from pathlib import PurePosixPath

from figures import dates, numbers, units
from figures.checks import cues, denials, meaning, periods
from figures.checks.context import Read, Stated
from figures.checks.intervals import when
from figures.draft_quotes import clean, own_words, placed, quote_round, to_white_space
from figures.draft_yaml import Aside, Proposed, Quote, catalogue, counted
from figures.model import UNDECIDED, Amount, Claim, Mention, Nature, Place, Reason, Source, Span, Status

_SILENT, _EVERY = 1.0, 2.0
"""Seconds after which the work is reported first, and then again."""

_HERE = Place(file="", line=1)

_UNDATED = "No date stands beside the number."

Progress = Callable[[str], None]
Clock = Callable[[], float]


class _Pace:
    """Says how far the work is: nothing in its first second, then every other second."""

    def __init__(self, say: Progress, clock: Clock) -> None:
        self._say = say
        self._clock = clock
        self._next = clock() + _SILENT

    def report(self, done: int, every: int, what: str) -> None:
        if (now := self._clock()) >= self._next:
            self._next = now + _EVERY
            self._say(f"{done:,} of {every:,} {what} …")


def draft(
    stored: str, path: str, date: str | None = None, progress: Progress | None = None, clock: Clock = time.monotonic
) -> str:
    """Propose a catalogue for a text that is stored at ``path``, as YAML; ``date`` is the document's."""
    say = progress or (lambda _: None)
    draw = _Drawer(Read(stored, date), date or UNDECIDED, path)
    if len(stored) >= 500_000:
        say(f"Reading {len(stored):,} characters …")
    claims, asides = draw.propose(_Pace(say, clock))
    return "\n".join(catalogue(draw.source, claims, asides)) + "\n"


class _Drawer:
    """Draws claims and numbers set aside from one text."""

    def __init__(self, read: Read, date: str, path: str) -> None:
        self._read = read
        digest = hashlib.sha256(read.text.encode("utf-8", "surrogatepass")).hexdigest()
        self.source = Source(
            id=_slug(PurePosixPath(path).stem),
            title=UNDECIDED,
            publisher=UNDECIDED,
            date=date,
            language=UNDECIDED,
            path=path,
            sha256=digest,
            place=_HERE,
        )

    def propose(self, pace: _Pace) -> tuple[list[Proposed], list[Aside]]:
        """Return the claims, and what is left to be set aside, both in the order of the text."""
        mentions = self._read.mentions
        groups: dict[tuple[Span, str], list[Mention]] = {}
        rest: list[Mention] = []
        for mention in mentions:
            quote = quote_round(self._read, mention) if _is_amount(mention) else None
            if quote:
                groups.setdefault((quote, mention.unit or ""), []).append(mention)
            else:
                rest.append(mention)
        claims: list[Proposed] = []
        for done, ((span, _), own) in enumerate(groups.items()):
            pace.report(done, len(groups), "statements")
            claim, left = self._claim(span, own)
            claims += [claim] if claim else []
            rest += left
        dated = _dates_used(self._read, claims)
        return claims, self._asides([mention for mention in rest if mention.number not in dated], pace)

    def _claim(self, span: Span, own: list[Mention]) -> tuple[Proposed | None, list[Mention]]:
        """Return the claim of one quote and unit, and the mentions that could not be told apart in it."""
        quote = placed(self._read, span)
        stated = [one for mention in own if quote and (one := self._stated(quote, mention))]
        used = {one.mention.number for one in stated}
        claim = Proposed(quote=quote, amounts=tuple(stated)) if quote and stated else None
        return claim, [mention for mention in own if mention.number not in used]

    def _stated(self, quote: Quote, mention: Mention) -> Stated | None:
        words, written = own_words(self._read, quote.span, mention), _written(mention)
        if not words or not written or mention.value is None or mention.unit is None:
            return None
        if _unsure(self._read, mention) or self._glued(mention):
            return None
        amount = Amount(
            id="",
            claim="",
            value=mention.value,
            unit=mention.unit,
            written=written,
            text=words,
            place=_HERE,
            bound=mention.bound,
            role=mention.role,
        )
        claim = Claim(
            id="", source="", sector="", measure="", title="", quote=quote.words, amounts=(amount,), place=_HERE
        )
        stated = Stated(
            claim=claim, amount=amount, source=self.source, read=self._read, quote=quote.span, mention=mention
        )
        return _with_meaning(_with_period(stated))

    def _glued(self, mention: Mention) -> bool:
        """Whether a number in the same word, as the 0 of "0x1F", can only be set aside together with this one."""
        word = self._read.numbers_in(to_white_space(self._read, mention.span))
        others = [one for one in word if one.span != mention.span]
        return any(placed(self._read, one.span) is None for one in others)

    def _asides(self, rest: list[Mention], pace: _Pace) -> list[Aside]:
        asides: dict[Span, Aside] = {}
        for done, mention in enumerate(sorted(rest, key=lambda one: one.number_start)):
            pace.report(done, len(rest), "numbers to set aside")
            place, aside = self._aside(mention)
            asides.setdefault(place, aside)
        return list(asides.values())

    def _aside(self, mention: Mention) -> tuple[Span, Aside]:
        reason, note = _reason(self._read, mention, self.source.date)
        stretches = [mention.span, to_white_space(self._read, mention.span)]
        found = next((place for stretch in stretches if (place := placed(self._read, stretch))), None)
        if found is None:
            return mention.span, Aside(words=clean(mention.text), prefix="", suffix="", reason=reason, note=note)
        if {_reason(self._read, other, self.source.date)[0] for other in self._read.numbers_in(found.span)} != {reason}:
            reason, note = "out-of-scope", UNDECIDED
        aside = Aside(words=found.words, prefix=found.prefix, suffix=found.suffix, reason=reason, note=note)
        return found.span, aside


def _unsure(read: Read, mention: Mention) -> bool:
    """Whether the source may deny, ask or suppose a number: only a person can tell."""
    judges = (denials.denied, denials.supposed, denials.doubted)
    return any(judge(read, mention) for judge in judges) or bool(cues.said(read, mention).unreal)


def _is_amount(mention: Mention) -> bool:
    """Whether a mention can be proposed: a quantity with a unit that a catalogue can write."""
    if mention.kind != "quantity" or mention.value is None or mention.unit in {None, "×"}:
        return False
    return bool(_written(mention))


def _written(mention: Mention) -> str:
    """Write the value as the source does where that can be read back, else in digits; empty where neither can."""
    value, unit = mention.value, mention.unit
    if value is None or unit is None:
        return ""
    ways = (clean(mention.text), " ".join(numbers.shown(value, unit).split()), f"{value:f} {unit}")
    return next((written for written in ways if _reads_as(written, value, unit)), "")


def _reads_as(written: str, value: Decimal, unit: str) -> bool:
    """Whether the reader of catalogues takes this for the value."""
    if len(written) > 80 or not written.isprintable() or re.search(r"(?![0-9])\d", written):
        return False
    try:
        return units.read_value(written, counted(unit)) == (value, unit)
    except ValueError:
        return False


def _with_period(stated: Stated) -> Stated:
    """Give the amount the date that stands beside it, or the reason why it has none."""
    beside = periods.period_beside(stated)
    if beside and dates.is_date(beside):
        return _changed(stated, period=beside)
    others = any(mention.edtf for mention in stated.read.with_relative.mentions_in(stated.quote))
    return _changed(stated, undated=UNDECIDED if others else _UNDATED)


_STATUSES: tuple[Status | None, ...] = ("A", "F", "E", None)

_NATURES: tuple[Nature | None, ...] = (None, "capacity", "potential", "plan")


def _with_meaning(stated: Stated) -> Stated:
    """Give the amount the status and nature that the words say: the first that the checks allow."""
    said = cues.said(stated.read, stated.mention)
    leading = {cue.status for cue in said.leading}
    statuses = sorted(_STATUSES, key=lambda status: (status not in said.statuses, status not in leading))
    if said.allowed_statuses - {"A"} and not leading - {None}:
        statuses = [None, *(status for status in statuses if status)]
    leads = said.natures if stated.amount.role != "from" else frozenset()
    natures = sorted(_NATURES, key=lambda nature: nature not in leads)
    if said.natures and not said.statuses:
        statuses = [None, *(status for status in statuses if status)]
    for nature, status in product(natures, statuses):
        tried = _changed(stated, status=status, nature=nature)
        if "failed" not in {meaning.status(tried, said).outcome, meaning.nature(tried, said).outcome}:
            return tried
    return stated


def _changed(stated: Stated, **changes: object) -> Stated:
    amount = replace(stated.amount, **changes)  # type: ignore[arg-type]  # the fields come by name
    return replace(stated, amount=amount, claim=replace(stated.claim, amounts=(amount,)))


def _dates_used(read: Read, claims: list[Proposed]) -> set[Span]:
    """Return the numbers of the dates that give the period of an amount."""
    dated = [one for claim in claims for one in claim.amounts if one.amount.period]
    beside = [periods.date_beside(read, one.mention, one.quote) for one in dated]
    return {date.number for mention in beside if mention for date in when(read, mention).dates}


def _reason(read: Read, mention: Mention, date: str) -> tuple[Reason, str]:
    """Return why a number is set aside, and a note: undecided where the curator has to judge it."""
    if mention.edtf and mention.edtf == date:
        return "document-date", ""
    if mention.kind != "quantity":
        return _REASONS.get(mention.kind, ("not-a-quantity", ""))
    if mention.unit == "×":
        return "wording", ""
    return ("not-a-quantity" if None in {mention.value, mention.unit} else "out-of-scope"), UNDECIDED


_REASONS: dict[str, tuple[Reason, str]] = {
    "name": ("part-of-name", ""),
    "ordinal": ("ordinal", ""),
    "date": ("not-a-quantity", "A date. It may be that of an event, or the period of an amount."),
}


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:80].strip("-") or "source"
