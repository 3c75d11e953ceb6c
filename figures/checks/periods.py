"""Rules on dates: the period of an amount, and the date and course of an event.

A date stands *beside* a number when it follows it directly ("4.5 million tonnes in 2015"), stands
just before it ("in 2012 of 5 Mt"), opens its clause ("In 2012, …"), or is paired with it in order
by "respectively"; then it, and no other, is the number's period.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from figures import dates, text
from figures.checks import clauses, cues, phrases
from figures.checks.amounts import words_in
from figures.checks.context import Read, Stated, Work
from figures.checks.elsewhere import of_a_thing, of_another
from figures.checks.findings import failed, passed, skipped
from figures.checks.happenings import event_denied
from figures.checks.intervals import When, when
from figures.checks.phrases import QUALIFIED
from figures.model import UNDECIDED, Event, Finding, Mention, Span

_LINK = (
    r"(?:(?:already\s+|only\s+|early\s+|late\s+)?"
    r"(?:in|for|during|by|at|on|of|over|as of|as at|until|till|since|from|through|between|before|after)\s+)?"
    r"(?:the\s+)?(?:(?:end|start|beginning|middle|year|period|course)\s+(?:of\s+)?)?(?:the\s+)?"
)
_FOLLOWS = re.compile(rf"[\s,(*_]*(?:each\s+)?{_LINK}", re.IGNORECASE)
_OPENS = re.compile(rf"[\s,(“\"]*(?:(?:and|but|while|whereas)\s+)?{_LINK}", re.IGNORECASE)
_AND_THEN = re.compile(rf"[,;]\s+(?:and|but|then|yet|while|whereas)\s+{_LINK}\Z", re.IGNORECASE)
_PRICES = re.compile(r"\s*(?:constant\s+|US\s+)*(?:prices|dollars|euros|terms|values|levels|exchange)\b", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:ris(?:e|es|en|ing)|rose|f[ae]ll(?:s|en|ing)?|grow(?:s|n|th|ing)?|grew|up|down|higher|lower|more|less|fewer"
    r"|(?:increas|declin|decreas|reduc|improv)(?:e|es|ed|ing)?|(?:jump|climb|drop|gain|slump|shr[aiu]nk|edg)(?:s|ed|ing)?"
    r"|soar(?:s|ed)?|surg(?:es?|ed)|change[sd]?|gains?|drops?)\b",
    re.IGNORECASE,
)
_BASE = re.compile(
    r"[\s,(]*(?:from|on|over|than(?:\s+in)?|against|versus|compared\s+(?:with|to))\s+(?:the\s+)?(?:year\s+)?",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r":?\s+(?:(?:of|at|was|were|is|are|reached|totall?ed|amounted\s+to|stood\s+at|came\s+to)\s+)?"
    rf"{QUALIFIED}",
    re.IGNORECASE,
)
_INSERTED = re.compile(
    r",\s+(?:after|before|following|despite|unlike|when|while|as|though|although|because|amid|having)\b[^,;:]*,",
    re.IGNORECASE,
)
"""A clause of its own, whose date is not that of the clause round it: "In 2019, after the 2018 slump, …"."""

_PAIRED = re.compile(r"\brespectively\b", re.IGNORECASE)


def date_beside(read: Read, mention: Mention, within: Span) -> Mention | None:
    """Return the date that stands beside a number, inside ``within``."""
    if paired := _paired_date(read, mention, within):
        return paired
    following = read.after(mention.end)
    if following and (following.number_end > within.end or _is_base(read, mention, following)):
        following = None
    if following and _follows(read, mention, following) and not _PRICES.match(read.text, following.end):
        return following
    return _date_before(read, mention, within) or _opening_date(read, mention, within)


def _follows(read: Read, mention: Mention, date: Mention) -> bool:
    """Whether a date follows a number directly."""
    linked = _FOLLOWS.fullmatch(read.text, mention.end, date.start)
    heads_what_follows = read.text[date.end : date.end + 1] == ":"
    return date.kind == "date" and bool(date.edtf) and bool(linked) and not heads_what_follows


def _is_base(read: Read, mention: Mention, date: Mention) -> bool:
    """Whether a change is counted from a year ("rose 5% on 2005"): that is not the period of the change."""
    year = date.kind == "date" and re.fullmatch(r"\d{4}", date.edtf or "")
    linked = mention.end <= date.start and _BASE.fullmatch(read.text, mention.end, date.start)
    changes = _CHANGE.search(read.text, clauses.clause_of(read, mention).start, date.start)
    return bool(year and linked and changes) and len(when(read, date).dates) == 1


def _date_before(read: Read, mention: Mention, within: Span) -> Mention | None:
    """Return the date just before a number, unless it follows another number or ends an interval."""
    date = read.before(mention.start)
    if not date or date.kind != "date" or not date.edtf or date.start < within.start:
        return None
    other = read.before(date.number_start)
    taken = other and other.kind == "quantity" and _follows(read, other, date)
    return date if _LEADS.fullmatch(read.text, date.end, mention.start) and not taken else None


def _paired_date(read: Read, mention: Mention, within: Span) -> Mention | None:
    """Return the date of a number in "5 Mt and 8 Mt in 2012 and 2013 respectively": the first has the first."""
    clause = clauses.clause_of(read, mention)
    stretch = Span(start=max(clause.start, within.start), end=min(clause.end, within.end))
    if stretch.start >= stretch.end or not _PAIRED.search(read.text, stretch.start, stretch.end):
        return None
    mentions = read.mentions_in(stretch)
    amounts = [one for one in mentions if one.kind == "quantity"]
    days = [one for one in mentions if one.kind == "date" and one.edtf]
    return days[amounts.index(mention)] if len(amounts) == len(days) and mention in amounts else None


def _opening_date(read: Read, mention: Mention, within: Span) -> Mention | None:
    earlier = read.mentions_in(Span(start=within.start, end=max(within.start, mention.start)))
    dated = [date for date in earlier if date.kind == "date" and date.edtf and not of_a_thing(read, date)]
    if not dated or _PRICES.match(read.text, dated[0].end):
        return None
    start = max(clauses.clause_of(read, mention).start, within.start)
    inserted = [Span(start=one.start(), end=one.end()) for one in _INSERTED.finditer(read.text, start, mention.start)]
    before = [date for date in dated if date.start >= start and not any(one.holds(date.span) for one in inserted)]
    if not before:
        return None
    if _opens_a_clause(read, before[-1], mention):
        return before[-1]
    if not _OPENS.fullmatch(read.text, start, before[0].start):
        return None
    return before[0] if set(before) <= set(when(read, before[0]).dates) else None


def _opens_a_clause(read: Read, date: Mention, mention: Mention) -> bool:
    """Whether a date opens the clause of a number after another: "… in 2018, and in 2019 it sold 5 Mt"."""
    opens = _AND_THEN.search(phrases.before(read.text, date.start))
    between = read.numbers_in(Span(start=date.end, end=mention.number_start))
    return bool(opens) and not between and len(when(read, date).dates) == 1


def period_beside(stated: Stated) -> str:
    """Return the period that the date beside an amount gives it; empty where none stands there."""
    read = stated.read.with_relative
    beside = date_beside(read, stated.mention, stated.quote)
    return when(read, beside).end_of(stated.amount.role) if beside else ""


def period(work: Work, stated: Stated) -> Iterator[Finding]:
    """Check that a date of the quote or of ``dated_by`` gives the period, or that none stands beside an undated one."""
    amount, code = stated.amount, "amount-period"
    if not amount.period:
        beside = date_beside(stated.read, stated.mention, stated.quote)
        yield _undated(stated, [when(stated.read, beside)] if beside else [])
        return
    read = stated.read.with_relative
    beside = date_beside(read, stated.mention, stated.quote)
    nearest = [when(read, beside)] if beside else []
    known, problem = _dates_of(stated)
    said = [when(read, date) for date in known]
    agreeing = next((one for one in (*nearest, *said) if one.says(amount.period, amount.role)), None)
    if problem or not agreeing:
        cure = _cure(stated, nearest or said)
        yield failed(code, amount.id, problem or _no_such_date(stated, said), amount.place, cure)
    elif beside and beside not in agreeing.dates and _in_quote(stated, agreeing):
        message = f"The period is {amount.period}, but “{nearest[0].words}” stands beside “{stated.mention.text}”."
        yield failed(code, amount.id, message, amount.place, _cure(stated, nearest))
    elif not beside and (words := _of_another(stated, said)):
        message = f"The period is {amount.period}, but its date is not that of “{stated.mention.text}”: “{words}”."
        yield failed(code, amount.id, message, amount.place, _cure(stated, []))
    else:
        for date in (*agreeing.dates, *(one for one in known if one.edtf == amount.period)):
            work.use(stated.source.id, date, stated.claim.id, "period")
        yield passed(code, amount.id, f"{amount.period} is the source's “{agreeing.words}”.", amount.place)


def _of_another(stated: Stated, said: list[When]) -> str:
    """Return the words by which every date that agrees is that of something else; empty where one is not."""
    agreeing = [one for one in said if one.says(stated.amount.period, stated.amount.role)]
    read = stated.read.with_relative
    words = [next(filter(None, (of_another(read, stated.mention, date) for date in one.dates)), "") for one in agreeing]
    return min(words, default="")


def _in_quote(stated: Stated, agreeing: When) -> bool:
    """Whether dates lie in the quote, or are an interval of other words: a date beside the number goes before both."""
    return len(agreeing.dates) > 1 or stated.quote.holds(agreeing.dates[0].span)


def _undated(stated: Stated, nearest: list[When]) -> Finding:
    amount = stated.amount
    if not nearest:
        return passed("amount-period", amount.id, "It has no period, and no date stands beside it.", amount.place)
    message = f"It has no period, but “{nearest[0].words}” stands beside “{stated.mention.text}”."
    return failed("amount-period", amount.id, message, amount.place, _cure(stated, nearest))


def _dates_of(stated: Stated) -> tuple[list[Mention], str]:
    """Return the dates of the quote and of ``dated_by``; and what is wrong with ``dated_by``."""
    read, claim = stated.read.with_relative, stated.claim
    known = [date for date in read.mentions_in(stated.quote) if date.edtf]
    known = [date for date in known if not _is_base(read, stated.mention, date)] or known
    if not claim.dated_by:
        return known, ""
    found = text.find(read.folded, claim.dated_by)
    if found.span is None:
        times = f"{len(found.spans)} times" if found.spans else "nowhere"
        return known, f"dated_by “{claim.dated_by}” stands {times} in {claim.source}; it must stand there once."
    return known + [date for date in read.mentions_in(found.span) if date.edtf], ""


def _no_such_date(stated: Stated, said: list[When]) -> str:
    where = "the quote and dated_by" if stated.claim.dated_by else "the quote"
    if not said:
        return f"The period is {stated.amount.period}, but no date is in {where}."
    listed = ", ".join(dict.fromkeys(f"“{one.words}” ({one.edtf})" for one in said))
    return f"The period is {stated.amount.period}, but {where} has {listed}."


def _cure(stated: Stated, said: list[When]) -> str:
    if said and len({one.edtf for one in said}) == 1:
        return f'write period: "{said[0].end_of(stated.amount.role)}"; or as dated_by the words that give another one'
    if said:
        return "write the period of the quote, or the words that give another one as dated_by"
    return "write the words of the source that give the period as dated_by; or none, and the reason as undated"


def event(work: Work, event: Event) -> Iterator[Finding]:
    """Check an event: its text gives its date, and it lies on the right side of the document's date."""
    read, quote = work.read(event.source), work.quotes.get(event.id)
    if read is None or quote is None:
        return
    stretch, problem = words_in(read, quote, event.text)
    dated_read = read.with_relative
    held = [mention for mention in dated_read.numbers_in(stretch) if mention.edtf] if stretch else []
    said = [when(dated_read, date) for date in held]
    ways = zip(said, held, strict=True)
    agreeing = next((one.dates for one, date in ways if event.date in {one.edtf, *one.others, *_ends(one, date)}), ())
    cure = "write the date of the source, or copy from the quote the words that give it"
    if problem or not agreeing:
        dates_held = ", ".join(dict.fromkeys(f"“{one.words}” ({one.edtf})" for one in said)) or "no date"
        message = problem or f"The event's date is {event.date}, but “{event.text}” holds {dates_held}."
        yield failed("event-date", event.id, message, event.place, cure)
        return
    dated = next(date for date in agreeing if date in held)
    work.mentions[event.id] = dated
    for date in agreeing:
        work.use(event.source, date, event.id, "name" if date.kind == "name" else "date")
    yield passed("event-date", event.id, f"{event.date} is the source's “{dated.text}”.", event.place)
    yield _course(work, event, read, dated)
    yield event_denied(event, read, dated)


def _ends(said: When, date: Mention) -> tuple[str, ...]:
    """The ends of an interval of which an event may be one; no year of a decade is the decade.

    Of two dates it is the one that the event's text holds.
    """
    if any("/" in (one.edtf or "") for one in said.dates):
        return ()
    return (date.edtf or "",) if len([one for one in said.dates if one.edtf]) > 1 else said.ends


def _course(work: Work, event: Event, read: Read, mention: Mention) -> Finding:
    """Check ``happened`` or ``planned`` against the document's date, and the words where that leaves it open."""
    code, document = "event-course", work.sources[event.source].date
    side = _side(event.date, document)
    if side and side != event.course:
        when = "before" if side == "happened" else "after"
        message = f"The event is {event.course}, but {event.date} lies {when} the document's date, {document}."
        return failed(code, event.id, message, event.place, f"write course: {side}, or correct the date")
    statuses = cues.said(read, mention).allowed_statuses
    if not side and statuses in ({"A"}, {"F"}):
        side = "happened" if statuses == {"A"} else "planned"
        if side != event.course:
            message = f"The event is {event.course}, but the words say {cues.said(read, mention).quoted}."
            return failed(code, event.id, message, event.place, f"write course: {side}")
    if side:
        return passed(code, event.id, f"The date and the words agree that it is {side}.", event.place)
    return skipped(code, event.id, "Neither the date nor a word tells whether it had happened.", event.place)


def _side(date: str, document: str) -> str:
    """Return the side of the document's date on which a date lies; empty where the two overlap or are not known."""
    if document == UNDECIDED:
        return ""
    when, written = dates.parse(date), dates.parse(document)
    if when.last and written.first and when.last < written.first:
        return "happened"
    return "planned" if when.first and written.last and when.first > written.last else ""
