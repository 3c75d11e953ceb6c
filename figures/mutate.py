"""The mutation score: how many wrong catalogues the checks can tell from the right one.

Every amount is changed in every way that a slip of the keyboard or of the eye could change it, one
at a time; every quote and every event too. A change is caught when the reader of catalogues would
refuse it or a check fails. To give or leave out an optional status or nature may leave the catalogue
as true as before: such a change is named with the reason, and is not scored. Nothing is random: the
same catalogue has the same score.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from figures.checks import check, cues, first_failure
from figures.checks.context import Read, Reads, Work
from figures.checks.quotes import quote
from figures.model import Amount, Catalogue, Claim, Event, Mention, Source
from figures.mutants import KINDS, Kind, Mutant, groups, of_claims, of_event

_MARGIN = 1100
"""Text kept on each side of a quote that is altered: more than the longest prefix or suffix."""


_SAYS_LITTLE = frozenset({"A", "flow", "count"})
"""What is as true when it is left out: a plain statement reports, and period and unit tell a flow and a count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change, and the code of the check that caught it: ``form`` is the reader's; empty: it was not caught.

    ``true_because`` says why a change that was not caught is no error.
    """

    kind: Kind
    subject: str
    what: str
    caught_by: str
    true_because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MutationReport:
    """Every wrong change that was tried, and those that are still true.

    ``unscored`` names claims and events that fail before any change.
    """

    changes: tuple[Change, ...]
    still_true: tuple[Change, ...] = ()
    unscored: tuple[str, ...] = ()

    @property
    def survivors(self) -> tuple[Change, ...]:
        """The changes that no check caught."""
        return tuple(change for change in self.changes if not change.caught_by)

    def by_kind(self) -> dict[Kind, tuple[int, int]]:
        """Count the changes caught and made, by kind."""
        counts: dict[Kind, tuple[int, int]] = {}
        for kind in KINDS:
            caught = [bool(change.caught_by) for change in self.changes if change.kind == kind]
            if caught:
                counts[kind] = (sum(caught), len(caught))
        return counts


def mutate(catalogue: Catalogue) -> MutationReport:
    """Try every change of every amount, quote and event of a catalogue."""
    judge = _Judge(catalogue)
    items: tuple[Claim | Event, ...] = (*catalogue.claims, *catalogue.events)
    unscored = tuple(item.id for item in items if judge.fails_already(item))
    changes: list[Change] = []
    for group in groups(catalogue, unscored):
        changes += [judge.tried(mutant, group) for mutant in of_claims(catalogue, group)]
    scored = [event for event in catalogue.events if event.id not in unscored]
    changes += [judge.tried(mutant, ()) for event in scored for mutant in of_event(event)]
    for item in items:
        if item.id not in unscored:
            changes += judge.letters(item)
    wrong = tuple(change for change in changes if not change.true_because)
    still_true = tuple(change for change in changes if change.true_because)
    return MutationReport(changes=wrong, still_true=still_true, unscored=unscored)


class _Judge:
    """Decides whether a change is caught; looks first at what the change can reach, then at everything."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._reads: Reads = {}
        self._bare = tuple(replace(source, set_aside=()) for source in catalogue.sources)
        self._whole_fails = first_failure(catalogue, self._reads) is not None
        self._work = Work(catalogue, self._reads)
        report = check(catalogue)
        self._mentions, self._quotes = report.mentions, report.quotes

    def fails_already(self, item: Claim | Event) -> bool:
        """Whether a claim or event fails before any change, by itself."""
        return first_failure(self._part((item,)), self._reads, whole=False) is not None

    def tried(self, mutant: Mutant, group: tuple[Claim, ...]) -> Change:
        """Check a changed claim beside those that share its quote; and, where that is not enough, the whole."""
        code = "form"
        if mutant.after:
            after = {item.id: item for item in mutant.after}
            near: dict[str, Claim | Event] = {**{claim.id: claim for claim in group}, **after}
            finding = first_failure(self._part(tuple(near.values())), self._reads, whole=False)
            if finding is None and not self._whole_fails:
                finding = first_failure(self._with(after), self._reads)
            code = finding.code if finding else ""
        why = "" if code else self._true_because(mutant)
        return Change(kind=mutant.kind, subject=mutant.subject, what=mutant.what, caught_by=code, true_because=why)

    def _true_because(self, mutant: Mutant) -> str:
        """Say why a status, nature or period given, left out or changed is no error; empty where it is one."""
        changed = next((one for item in mutant.after for one in _amounts(item) if one.id == mutant.subject), None)
        if changed is None:
            return ""
        (claim,) = mutant.after
        read, mention = self._work.read(claim.source), self._mentions[mutant.subject]
        assert read is not None  # noqa: S101  (its mention was found)
        if mutant.kind == "period" and not changed.period:
            dated = any(one.edtf for one in read.mentions_in(self._quotes[claim.id]))
            return "" if dated else "only words without a number give it, and it may be left out"
        if mutant.kind == "status" and changed.status == "E" and changed.bound == "~":
            return "what is about so much may be an estimate"
        return self._optional(mutant, read, mention)

    def _optional(self, mutant: Mutant, read: Read, mention: Mention) -> str:
        """Say why a status or nature given, or left out, is no error."""
        if not mutant.optional:
            return ""
        old, new = mutant.optional
        if new is None:
            return "it says less, and nothing false" if old in _SAYS_LITTLE else ""
        if new == "A":
            return "the source says it without any word of doubt"
        if new in {"flow", "count"}:
            return "its unit, its period or a word of the source allows it"
        said = cues.said(read, mention)
        allowed = cues.hints(read, mention) | said.allowed_statuses | said.allowed_natures
        ahead = new == "F" and allowed & {"plan", "potential"}
        return "words of the source allow it" if new in allowed or ahead else ""

    def _part(self, items: tuple[Claim | Event, ...]) -> Catalogue:
        claims = tuple(item for item in items if isinstance(item, Claim))
        events = tuple(item for item in items if isinstance(item, Event))
        return replace(self._catalogue, claims=claims, events=events, apart=(), sources=self._bare)

    def _with(self, after: dict[str, Claim | Event]) -> Catalogue:
        claims = tuple(after.get(claim.id, claim) for claim in self._catalogue.claims)
        events = tuple(after.get(event.id, event) for event in self._catalogue.events)
        return replace(
            self._catalogue,
            claims=tuple(item for item in claims if isinstance(item, Claim)),
            events=tuple(item for item in events if isinstance(item, Event)),
        )

    def letters(self, item: Claim | Event) -> Iterator[Change]:
        """Change each character of a quote in the stored text, its SHA-256 brought up to date."""
        source = next(source for source in self._bare if source.id == item.source)
        work = Work(self._part((item,)), self._reads)
        place = next(work.quotes[item.id] for _ in quote(work, item) if item.id in work.quotes)
        text = source.text or ""
        before, after = text[max(0, place.start - _MARGIN) : place.start], text[place.end : place.end + _MARGIN]
        words = text[place.start : place.end]
        for at, old in enumerate(words):
            if not old.isspace():
                new = _other_letter(old)
                stored = f"{before}{words[:at]}{new}{words[at + 1 :]}{after}"
                code = self._noticed(item, source, stored)
                what = f"“{old}” to “{new}” at {place.start + at}"
                yield Change(kind="quote", subject=item.id, what=what, caught_by=code)

    def _noticed(self, item: Claim | Event, source: Source, stored: str) -> str:
        digest = hashlib.sha256(stored.encode("utf-8", "surrogatepass")).hexdigest()
        altered = replace(source, text=stored, sha256=digest, sha256_found=digest)
        finding = first_failure(replace(self._part((item,)), sources=(altered,)), {}, whole=False)
        return finding.code if finding else ""


def _amounts(item: Claim | Event) -> tuple[Amount, ...]:
    return item.amounts if isinstance(item, Claim) else ()


def _other_letter(old: str) -> str:
    """Return a character that no equivalence takes for the old one."""
    if old.isdigit():
        return "7" if old != "7" else "1"
    return "x" if old != "x" else "q"
