"""What the rules look at: each source read once, and every claim and event with its place in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from figures import dates, folding, ledger
from figures.checks import relative
from figures.ledger import Use, UseKind
from figures.model import (
    Amount,
    Catalogue,
    Claim,
    Event,
    LedgerRow,
    Mention,
    SetAside,
    Source,
    Span,
)
from figures.reading import scan
from figures.sentences import Lines, split


class Read:
    """One source's text as read: folded, scanned and split into sentences at most once, when first asked."""

    def __init__(self, stored: str, date: str | None) -> None:
        """``date`` is the document's; only from a whole day are relative dates counted."""
        self.text = stored
        self.date = date if date and dates.is_day(date) else None

    @cached_property
    def folded(self) -> folding.Folded:
        """The text in which quotes are searched."""
        return folding.fold(self.text)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Every mention, in order of the number; relative dates against the document's date."""
        found = scan(self.text, self.date)
        return tuple(sorted(found, key=lambda mention: (mention.number_start, mention.number_end)))

    @cached_property
    def _numbers(self) -> list[int]:
        return [mention.number_start for mention in self.mentions]

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences, in order."""
        return split(self.text)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def lines(self) -> Lines:
        """Lines and columns of the stored text."""
        return Lines(self.text)

    @cached_property
    def with_relative(self) -> Read:
        """The same text with "last year" and the like among its mentions; itself where there are none."""
        taken = [mention.span for mention in self.mentions if mention.kind == "date"]
        ends = [span.end for span in taken]
        found = [one for one in relative.dated(self.text, self.date) if not _overlaps(taken, ends, one.span)]
        return _Dated(self, tuple(found)) if found else self

    def numbers_in(self, span: Span) -> tuple[Mention, ...]:
        """Return the mentions whose number lies inside the span."""
        first, last = bisect_left(self._numbers, span.start), bisect_left(self._numbers, span.end)
        return tuple(mention for mention in self.mentions[first:last] if mention.number_end <= span.end)

    def mentions_in(self, span: Span) -> tuple[Mention, ...]:
        """Return the mentions that lie inside the span with their units."""
        return tuple(mention for mention in self.numbers_in(span) if span.holds(mention.span))

    def before(self, offset: int) -> Mention | None:
        """Return the last mention whose number starts before the offset."""
        at = bisect_left(self._numbers, offset)
        return self.mentions[at - 1] if at else None

    def after(self, offset: int) -> Mention | None:
        """Return the first mention whose number starts at the offset or after it."""
        at = bisect_left(self._numbers, offset)
        return self.mentions[at] if at < len(self.mentions) else None

    def sentence_at(self, offset: int) -> int:
        """Return the index of the sentence that the offset lies in, or follows."""
        return max(0, bisect_right(self._sentence_starts, offset) - 1)

    def words(self, span: Span) -> str:
        """Return the stored words of a span, white space folded, for a message."""
        return " ".join(self.text[span.start : span.end].split())


class _Dated(Read):
    """A reading with more dates than those that are numbers."""

    def __init__(self, plain: Read, more: tuple[Mention, ...]) -> None:
        super().__init__(plain.text, plain.date)
        self._plain = plain
        self._more = more

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        return tuple(sorted((*self._plain.mentions, *self._more), key=lambda one: (one.number_start, one.number_end)))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        return self._plain.sentences


def _overlaps(taken: Sequence[Span], ends: Sequence[int], span: Span) -> bool:
    """Whether one of the spans, in order and with these ends, overlaps another."""
    at = bisect_right(ends, span.start)
    return at < len(taken) and taken[at].start < span.end


Reads = dict[tuple[str, str], Read]
"""Readings by text and date: several checks of one text, as a mutation score makes, share them."""


class Work:
    """A catalogue being checked, and what earlier rules found out for later ones."""

    def __init__(self, catalogue: Catalogue, reads: Reads | None = None) -> None:
        self.catalogue = catalogue
        self.sources = {source.id: source for source in catalogue.sources}
        self.quotes: dict[str, Span] = {}
        self.mentions: dict[str, Mention] = {}
        self.uses: dict[str, dict[Span, Use]] = {}
        self.asides: dict[str, dict[Span, SetAside]] = {}
        self._reads: Reads = {} if reads is None else reads

    def read(self, source: str) -> Read | None:
        """Return the reading of a source, or None where its text is missing."""
        known = self.sources[source]
        if known.text is None:
            return None
        key = (known.text, known.date)
        if key not in self._reads:
            self._reads[key] = Read(known.text, known.date)
        return self._reads[key]

    def use(self, source: str, mention: Mention, subject: str, kind: UseKind) -> None:
        """Note what uses a mention; the first use stays."""
        self.uses.setdefault(source, {}).setdefault(mention.number, Use(subject=subject, kind=kind))

    def ledger(self, source: Source) -> tuple[LedgerRow, ...]:
        """Return the ledger of a source as far as uses and asides are known."""
        read = self.read(source.id)
        return ledger.rows(read.mentions if read else (), self.uses.get(source.id, {}), self.asides.get(source.id, {}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """An amount with its claim, and its own mention in the source as read."""

    claim: Claim
    amount: Amount
    source: Source
    read: Read
    quote: Span
    mention: Mention


Statement = Claim | Event
