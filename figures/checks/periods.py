"""Rules on dates: the period of an amount, and the date and course of an event.

A date stands *beside* a number when it follows it directly ("4.5 million tonnes in 2015"), stands
just before it ("in 2012 of 5 Mt"), opens its clause ("In 2012, …"), or is paired with it in order
by "respectively"; then it, and no other, is the number's period.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from figures import dates, text
from figures.checks import cues
from figures.checks.amounts import words_in
from figures.checks.context import Read, Stated, Work
from figures.checks.findings import failed, passed, skipped
from figures.model import UNDECIDED, Event, Finding, Mention, Span

_LINK = (
    r"(?:(?:already\s+|only\s+|early\s+|late\s+)?"
    r"(?:in|for|during|by|at|on|of|over|as of|as at|until|till|since|from|through)\s+)?"
    r"(?:the\s+)?(?:(?:end|start|beginning|middle|year|period|course)\s+(?:of\s+)?)?(?:the\s+)?"
)
_FOLLOWS = re.compile(rf"[\s,(]*{_LINK}", re.IGNORECASE)
_OPENS = re.compile(rf"[\s,(“\"]*(?:(?:and|but|while|whereas)\s+)?{_LINK}", re.IGNORECASE)
_PRICES = re.compile(r"\s*(?:constant\s+)?(?:prices|dollars|euros|terms|values|levels|exchange)\b", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till|by|before|up to|through)\s+(?:the\s+)?\Z", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since|from|after)\s+(?:the\s+)?\Z", re.IGNORECASE)
_FARTHEST = 40
_LEADS = re.compile(
    r"\s+(?:(?:of|at|was|were|is|are|reached|totall?ed|amounted\s+to|stood\s+at|came\s+to)\s+)?"
    r"(?:(?:about|around|roughly|approximately|some|nearly|almost|only|over|more\s+than|less\s+than|at\s+least)\s+)?",
    re.IGNORECASE,
)
_PAIRED = re.compile(r"\brespectively\b", re.IGNORECASE)
_DASH = re.compile(r"\s*[-–—]\s*")
_TO = re.compile(r"\s+(?:to|until|till|through)\s+(?:the\s+end\s+of\s+)?", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_FROM, _BETWEEN = re.compile(r"\bfrom\s+\Z", re.IGNORECASE), re.compile(r"\bbetween\s+\Z", re.IGNORECASE)


def date_beside(read: Read, mention: Mention, within: Span) -> Mention | None:
    """Return the date that stands beside a number, inside ``within``."""
    if paired := _paired_date(read, mention, within):
        return paired
    after = Span(start=mention.end, end=min(within.end, mention.end + _FARTHEST))
    following = next(iter(read.numbers_in(after)), None)
    if following and _follows(read, mention, following) and not _PRICES.match(read.text, following.end):
        return following
    return _date_before(read, mention, within) or _opening_date(read, mention, within)


def _follows(read: Read, mention: Mention, date: Mention) -> bool:
    """Whether a date follows a number directly."""
    linked = _FOLLOWS.fullmatch(read.text, mention.end, date.start)
    return date.kind == "date" and bool(date.edtf) and bool(linked)


def _date_before(read: Read, mention: Mention, within: Span) -> Mention | None:
    """Return the date just before a number, unless it follows another number or ends an interval."""
    earlier = read.mentions_in(Span(start=max(within.start, mention.start - _FARTHEST), end=mention.start))
    if not earlier or earlier[-1].kind != "date" or not earlier[-1].edtf:
        return None
    date, other = earlier[-1], read.before(earlier[-1].number_start)
    if not _LEADS.fullmatch(read.text, date.end, mention.start):
        return None
    taken = other and (_follows(read, other, date) if other.kind == "quantity" else _joined(read, other, date))
    return None if taken else date


def _paired_date(read: Read, mention: Mention, within: Span) -> Mention | None:
    """Return the date of a number in "5 Mt and 8 Mt in 2012 and 2013 respectively": the first has the first."""
    clause = cues.clause_of(read, mention)
    stretch = Span(start=max(clause.start, within.start), end=min(clause.end, within.end))
    if stretch.start >= stretch.end or not _PAIRED.search(read.text, stretch.start, stretch.end):
        return None
    mentions = read.mentions_in(stretch)
    amounts = [one for one in mentions if one.kind == "quantity"]
    days = [one for one in mentions if one.kind == "date" and one.edtf]
    return days[amounts.index(mention)] if len(amounts) == len(days) and mention in amounts else None


def _opening_date(read: Read, mention: Mention, within: Span) -> Mention | None:
    earlier = read.mentions_in(Span(start=within.start, end=max(within.start, mention.start)))
    dated = [date for date in earlier if date.kind == "date" and date.edtf]
    if not dated:
        return None
    start = max(cues.clause_of(read, mention).start, within.start)
    before = [date for date in dated if date.start >= start]
    return before[0] if len(before) == 1 and _OPENS.fullmatch(read.text, start, before[0].start) else None


def period(work: Work, stated: Stated) -> Iterator[Finding]:
    """Check that a date of the quote or of ``dated_by`` gives the period, or that none stands beside an undated one."""
    amount, code, beside = stated.amount, "amount-period", date_beside(stated.read, stated.mention, stated.quote)
    if not amount.period:
        yield _undated(stated, beside)
        return
    known, problem = _dates_of(stated)
    nearest = [beside] if beside else []
    agreeing = _agreeing(stated.read, nearest, amount.period) or _agreeing(stated.read, known, amount.period)
    if problem or not agreeing:
        yield failed(code, amount.id, problem or _no_such_date(stated, known), amount.place, _cure(known))
    elif beside and beside not in agreeing and (len(agreeing) > 1 or stated.quote.holds(agreeing[0].span)):
        message = f"The period is {amount.period}, but “{beside.text}” stands beside “{stated.mention.text}”."
        yield failed(code, amount.id, message, amount.place, f'write period: "{beside.edtf}"')
    else:
        for date in known:
            if date in agreeing or date.edtf == amount.period:
                work.use(stated.source.id, date, stated.claim.id, "period")
        said = " and ".join(f"“{date.text}”" for date in agreeing)
        yield passed(code, amount.id, f"{amount.period} is the source's {said}.", amount.place)


def _undated(stated: Stated, beside: Mention | None) -> Finding:
    amount = stated.amount
    if beside is None:
        return passed("amount-period", amount.id, "It has no period, and no date stands beside it.", amount.place)
    message = f"It has no period, but “{beside.text}” stands beside “{stated.mention.text}”."
    return failed("amount-period", amount.id, message, amount.place, f'write period: "{beside.edtf}"')


def _dates_of(stated: Stated) -> tuple[list[Mention], str]:
    """Return the dates of the quote and of ``dated_by``; and what is wrong with ``dated_by``."""
    read, claim = stated.read, stated.claim
    known = [date for date in read.mentions_in(stated.quote) if date.edtf]
    if not claim.dated_by:
        return known, ""
    found = text.find(read.folded, claim.dated_by)
    if found.span is None:
        times = f"{len(found.spans)} times" if found.spans else "nowhere"
        return known, f"dated_by “{claim.dated_by}” stands {times} in {claim.source}; it must stand there once."
    return known + [date for date in read.mentions_in(found.span) if date.edtf], ""


def _agreeing(read: Read, known: list[Mention], wanted: str) -> list[Mention]:
    """Return the date, or the two ends of an interval, that give the period."""
    for date in known:
        if date.edtf == wanted or _open(read, date) == wanted:
            return [date]
    for first, last in pairwise(known):
        if f"{first.edtf}/{last.edtf}" == wanted and _joined(read, first, last):
            return [first, last]
    return []


def _joined(read: Read, first: Mention, last: Mention) -> bool:
    """Whether two dates are the ends of an interval: "from … to …", "between … and …", or a dash."""
    before = read.text[max(0, first.start - 20) : first.start]
    if _DASH.fullmatch(read.text, first.end, last.start):
        return True
    if _FROM.search(before):
        return bool(_TO.fullmatch(read.text, first.end, last.start))
    return bool(_BETWEEN.search(before) and _AND.fullmatch(read.text, first.end, last.start))


def _open(read: Read, date: Mention) -> str:
    """Return the open interval that a date gives with the words before it: "until 2013" is ../2013."""
    start = max(0, date.start - 20)
    if _UNTIL.search(read.text[start : date.start]):
        return f"../{date.edtf}"
    return f"{date.edtf}/.." if _SINCE.search(read.text[start : date.start]) else ""


def _no_such_date(stated: Stated, known: list[Mention]) -> str:
    where = "the quote and dated_by" if stated.claim.dated_by else "the quote"
    if not known:
        return f"The period is {stated.amount.period}, but no date is in {where}."
    said = ", ".join(f"“{date.text}” ({date.edtf})" for date in known)
    return f"The period is {stated.amount.period}, but {where} has {said}."


def _cure(known: list[Mention]) -> str:
    if known:
        return "write the period of the quote, or the words that give another one as dated_by"
    return "write the words of the source that give the period as dated_by; or none, and the reason as undated"


def event(work: Work, event: Event) -> Iterator[Finding]:
    """Check an event: its text gives its date, and it lies on the right side of the document's date."""
    read, quote = work.read(event.source), work.quotes.get(event.id)
    if read is None or quote is None:
        return
    stretch, problem = words_in(read, quote, event.text)
    held = [mention for mention in read.numbers_in(stretch) if mention.edtf] if stretch else []
    agreeing = _agreeing(read, held, event.date)
    cure = "write the date of the source, or copy from the quote the words that give it"
    if problem or not agreeing:
        dates_held = ", ".join(f"“{date.text}” ({date.edtf})" for date in held) or "no date"
        message = problem or f"The event's date is {event.date}, but “{event.text}” holds {dates_held}."
        yield failed("event-date", event.id, message, event.place, cure)
        return
    work.mentions[event.id] = agreeing[0]
    for date in agreeing:
        work.use(event.source, date, event.id, "name" if date.kind == "name" else "date")
    yield passed("event-date", event.id, f"{event.date} is the source's “{agreeing[0].text}”.", event.place)
    yield _course(work, event, read, agreeing[0])


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
