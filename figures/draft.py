"""A first catalogue, proposed from a text: what a curator corrects instead of writing.

Each sentence that states amounts becomes the quote of a claim (one per unit: a measure has one
unit); everything else that the reader finds is set aside with a reason. What only a person can
know is `undecided`, and that is all that the checks then have to say.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import product
from pathlib import PurePosixPath

from figures import dates, folding, numbers, text, units
from figures.checks import cues, denials, meaning, periods
from figures.checks.amounts import words_in
from figures.checks.context import Read, Stated
from figures.checks.intervals import when
from figures.draft_yaml import Aside, Proposed, Quote, catalogue, counted
from figures.model import UNDECIDED, Amount, Claim, Mention, Nature, Place, Reason, Source, Span, Status

_REFUSED = re.compile(
    f"[\\x00-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f{folding.BIDI}\\ufffe\\uffff\\U000e0000-\\U000e007f]"
)
"""What no catalogue may hold: quotes, words and contexts end before it."""

_UNSEEN = re.compile(f"[{folding.INVISIBLE}]")
_LONGEST_QUOTE, _SHORTEST_QUOTE, _ROUND_A_NUMBER = 1500, 8, 300
_CONTEXTS = (0, 16, 48, 150, 450, 950)
"""Characters of prefix and suffix that are tried in turn until the words stand in one place."""

_MANY = 2000
"""From so many numbers on the work takes a while, and is reported ten times."""

_HERE = Place(file="", line=1)
_UNDATED = "No date stands beside the number."

Progress = Callable[[str], None]


def draft(stored: str, path: str, date: str | None = None, progress: Progress | None = None) -> str:
    """Propose a catalogue for a text that is stored at ``path``, as YAML; ``date`` is the document's."""
    say = progress or (lambda _: None)
    draw = _Drawer(Read(stored, date), date or UNDECIDED, path)
    if len(stored) >= 500_000:
        say(f"Reading {len(stored):,} characters …")
    claims, asides = draw.propose(say)
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

    def propose(self, say: Progress) -> tuple[list[Proposed], list[Aside]]:
        """Return the claims, and what is left to be set aside, both in the order of the text."""
        mentions = self._read.mentions
        groups: dict[tuple[Span, str], list[Mention]] = {}
        rest: list[Mention] = []
        for mention in mentions:
            quote = _quote_round(self._read, mention) if _is_amount(mention) else None
            if quote:
                groups.setdefault((quote, mention.unit or ""), []).append(mention)
            else:
                rest.append(mention)
        claims: list[Proposed] = []
        for done, ((span, _), own) in enumerate(groups.items()):
            _report(say, done, len(groups), "statements")
            claim, left = self._claim(span, own)
            claims += [claim] if claim else []
            rest += left
        dated = _dates_used(self._read, claims)
        return claims, self._asides([mention for mention in rest if mention.number not in dated], say)

    def _claim(self, span: Span, own: list[Mention]) -> tuple[Proposed | None, list[Mention]]:
        """Return the claim of one quote and unit, and the mentions that could not be told apart in it."""
        quote = _placed(self._read, span)
        stated = [one for mention in own if quote and (one := self._stated(quote, mention))]
        used = {one.mention.number for one in stated}
        claim = Proposed(quote=quote, amounts=tuple(stated)) if quote and stated else None
        return claim, [mention for mention in own if mention.number not in used]

    def _stated(self, quote: Quote, mention: Mention) -> Stated | None:
        words, written = _own_words(self._read, quote.span, mention), _written(mention)
        if not words or not written or mention.value is None or mention.unit is None:
            return None
        if denials.denied(self._read, mention):
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

    def _asides(self, rest: list[Mention], say: Progress) -> list[Aside]:
        asides: dict[Span, Aside] = {}
        for done, mention in enumerate(sorted(rest, key=lambda one: one.number_start)):
            _report(say, done, len(rest), "numbers to set aside")
            place, aside = self._aside(mention)
            asides.setdefault(place, aside)
        return list(asides.values())

    def _aside(self, mention: Mention) -> tuple[Span, Aside]:
        reason, note = _reason(self._read, mention, self.source.date)
        stretches = [mention.span, _to_white_space(self._read, mention.span)]
        placed = next((place for stretch in stretches if (place := _placed(self._read, stretch))), None)
        if placed is None:
            return mention.span, Aside(words=_clean(mention.text), prefix="", suffix="", reason=reason, note=note)
        if {_reason(self._read, other, self.source.date)[0] for other in self._read.numbers_in(placed.span)} != {
            reason
        }:
            reason, note = "out-of-scope", UNDECIDED
        aside = Aside(words=placed.words, prefix=placed.prefix, suffix=placed.suffix, reason=reason, note=note)
        return placed.span, aside


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
    ways = (_clean(mention.text), " ".join(numbers.shown(value, unit).split()), f"{value:f} {unit}")
    return next((written for written in ways if _reads_as(written, value, unit)), "")


def _reads_as(written: str, value: Decimal, unit: str) -> bool:
    """Whether the reader of catalogues takes this for the value."""
    if len(written) > 80 or not written.isprintable() or re.search(r"(?![0-9])\d", written):
        return False
    try:
        return units.read_value(written, counted(unit)) == (value, unit)
    except ValueError:
        return False


def _quote_round(read: Read, mention: Mention) -> Span | None:
    """Return the sentence of a mention; more where it is too short to prove anything, less where it is long."""
    first, last = read.sentence_at(mention.start), read.sentence_at(max(mention.start, mention.end - 1))
    while True:
        span = Span(start=read.sentences[first].start, end=read.sentences[last].end)
        if _proves(read.text[span.start : span.end]):
            break
        if first == 0 and last == len(read.sentences) - 1:
            return None
        first, last = max(0, first - 1), min(len(read.sentences) - 1, last + (first == 0))
    return _without_refused(read, _narrowed(read, span, mention), mention)


def _proves(words: str) -> bool:
    """Whether a quote is long enough for a catalogue: two words, eight characters that are seen."""
    seen = _clean(words)
    return len("".join(seen.split())) >= _SHORTEST_QUOTE and len(seen.split()) > 1


def _narrowed(read: Read, span: Span, mention: Mention) -> Span:
    if span.end - span.start <= _LONGEST_QUOTE:
        return span
    around = Span(
        start=max(span.start, mention.start - _ROUND_A_NUMBER), end=min(span.end, mention.end + _ROUND_A_NUMBER)
    )
    return _to_white_space(read, around)


def _without_refused(read: Read, span: Span, mention: Mention) -> Span | None:
    """Return the part of a quote round its mention that holds nothing a catalogue refuses."""
    start, end = span.start, span.end
    for found in _REFUSED.finditer(read.text, span.start, span.end):
        if found.end() <= mention.start:
            start = found.end()
        elif found.start() >= mention.end:
            end = found.start()
            break
        else:
            return None
    return Span(start=start, end=end) if _proves(read.text[start:end]) else None


def _to_white_space(read: Read, span: Span) -> Span:
    """Widen a span to the white space on either side, by forty characters at most."""
    before, after = read.text[max(0, span.start - 40) : span.start], read.text[span.end : span.end + 40]
    left = len(before) - max((before.rfind(space) + 1 for space in " \n\t\u00a0"), default=0)
    right = min((at for space in " \n\t\u00a0" if (at := after.find(space)) >= 0), default=len(after))
    return Span(start=span.start - left, end=span.end + right)


def _placed(read: Read, span: Span) -> Quote | None:
    """Return a stretch as a quote, with the shortest context that makes it stand in one place."""
    words = _clean(read.text[span.start : span.end])
    place = text.find(read.folded, words, within=span, most=2).span
    if place is None or _REFUSED.search(words):
        return None
    for length in _CONTEXTS:
        prefix, suffix = _before(read, place.start, length), _after(read, place.end, length)
        if text.find(read.folded, words, prefix, suffix, most=2).span == place:
            return Quote(span=place, words=words, prefix=prefix, suffix=suffix)
    return None


def _before(read: Read, start: int, length: int) -> str:
    raw = read.text[max(0, start - length) : start]
    return _context(_REFUSED.split(raw)[-1])


def _after(read: Read, end: int, length: int) -> str:
    return _context(_REFUSED.split(read.text[end : end + length])[0])


def _context(raw: str) -> str:
    """Fold white space, keep it at the edges; nothing but white space is no context."""
    folded = re.sub(r"\s+", " ", _UNSEEN.sub("", raw))
    return folded if folded.strip() else ""


def _clean(words: str) -> str:
    """Write words of the source as a catalogue holds them: one line, nothing invisible."""
    return " ".join(_UNSEEN.sub("", words).split())


def _own_words(read: Read, quote: Span, mention: Mention) -> str:
    """Return words of the quote that hold this number alone, and stand there once; empty where there are none."""
    for stretch in _stretches(read, quote, mention):
        words = _clean(read.text[stretch.start : stretch.end])
        if read.numbers_in(stretch) == (mention,) and len(words) <= 500:
            found, _ = words_in(read, quote, words)
            if found and found.holds(mention.number):
                return words
    return ""


def _stretches(read: Read, quote: Span, mention: Mention) -> Iterator[Span]:
    """Yield the mention, its number, and ever more words round it, up to the numbers on either side."""
    if quote.holds(mention.span):
        yield mention.span
    number = mention.number
    yield number
    before = list(re.finditer(r"\S+", read.text[max(quote.start, number.start - 150) : number.start]))
    after = list(re.finditer(r"\S+", read.text[number.end : min(quote.end, number.end + 150)]))
    origin = max(quote.start, number.start - 150)
    for left, right in product(range(0, 7), repeat=2):
        start = origin + before[-left].start() if 0 < left <= len(before) else number.start
        end = number.end + after[right - 1].end() if 0 < right <= len(after) else number.end
        yield Span(start=start, end=end)


def _with_period(stated: Stated) -> Stated:
    """Give the amount the date that stands beside it, or the reason why it has none."""
    beside = periods.period_beside(stated)
    if beside and dates.is_date(beside):
        return _changed(stated, period=beside)
    others = any(mention.edtf for mention in stated.read.mentions_in(stated.quote))
    return _changed(stated, undated=UNDECIDED if others else _UNDATED)


_STATUSES: tuple[Status | None, ...] = ("A", "F", "E", None)
_NATURES: tuple[Nature | None, ...] = (None, "capacity", "potential", "plan")


def _with_meaning(stated: Stated) -> Stated:
    """Give the amount the status and nature that the words say: the first that the checks allow."""
    said = cues.said(stated.read, stated.mention)
    allowed = said.allowed_statuses
    statuses = sorted(
        _STATUSES, key=lambda status: (status not in said.statuses, bool(allowed) and status not in allowed)
    )
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
    if denials.denied(read, mention):
        return "out-of-scope", "The source denies it."
    return ("not-a-quantity" if None in {mention.value, mention.unit} else "out-of-scope"), UNDECIDED


_REASONS: dict[str, tuple[Reason, str]] = {
    "name": ("part-of-name", ""),
    "ordinal": ("ordinal", ""),
    "date": ("not-a-quantity", "A date. It may be that of an event, or the period of an amount."),
}


def _report(say: Progress, done: int, every: int, what: str) -> None:
    if every >= _MANY and done % (every // 10) == 0:
        say(f"{done:,} of {every:,} {what} …")


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:80].strip("-") or "source"
