"""Rules on quotes: verbatim, once, and no negation cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from figures import text
from figures.checks import phrases
from figures.checks.context import Read, Statement, Work
from figures.checks.findings import failed, passed, skipped
from figures.model import Finding, Span

_NEGATION = re.compile(r"\b(?:not|never|no longer|cannot|hardly|without|\w+n['’]t)\s+\Z", re.IGNORECASE)


def quote(work: Work, statement: Statement) -> Iterator[Finding]:
    """Check one quote, and note where it stands for the rules that follow."""
    read = work.read(statement.source)
    if read is None:
        message = f"The text of {statement.source} cannot be read, so nothing of {statement.id} is verified."
        yield skipped("quote-verbatim", statement.id, message, statement.place)
        return
    found = text.find(read.folded, statement.quote, statement.prefix, statement.suffix)
    yield _verbatim(statement, read, found)
    if not found.spans:
        return
    yield _unique(statement, found)
    if found.span:
        work.quotes[statement.id] = found.span
        yield _negation(statement, read, found.span)


def _verbatim(statement: Statement, read: Read, found: text.Located) -> Finding:
    code, subject, place = "quote-verbatim", statement.id, statement.place
    if found.spans:
        after = f", after reading {_listed(found.equivalences)} as one" if found.equivalences else ""
        return passed(code, subject, f"The quote is in {statement.source} to the letter{after}.", place)
    if found.cut:
        words = read.words(Span(start=max(0, found.cut[0].start - 12), end=found.cut[0].end + 12))
        message = f"The quote cuts a word or a number: the source has “…{words}…”."
        return failed(code, subject, message, place, "quote whole words and numbers")
    context = " between its prefix and suffix" if statement.prefix or statement.suffix else ""
    message = f"The quote is not in {statement.source}{context}: {_difference(statement, read)}."
    return failed(code, subject, message, place, "copy the words from the stored text")


def _difference(statement: Statement, read: Read) -> str:
    if (statement.prefix or statement.suffix) and text.find(read.folded, statement.quote).spans:
        return "the words are there, but with other words around them"
    before, stored, quoted = text.agreeing(read.folded, statement.quote)
    if not stored:
        return f"nothing in the text begins as “{quoted}…”"
    after = f"after “{before}” " if before else ""
    return f"{after}the source goes on “{stored}”, the quote “{quoted}”"


def _unique(statement: Statement, found: text.Located) -> Finding:
    code, subject, place = "quote-unique", statement.id, statement.place
    times = len(found.spans)
    if times == 1:
        return passed(code, subject, "The quote stands in one place.", place)
    often = f"{times} times or more" if times >= text.MOST_HITS else f"{times} times"
    message = f"The quote stands in {statement.source} {often}."
    return failed(code, subject, message, place, "give the words just before it as prefix or just after it as suffix")


def _negation(statement: Statement, read: Read, span: Span) -> Finding:
    code, subject, place = "quote-negation", statement.id, statement.place
    if cut := _NEGATION.search(phrases.before(read.text, span.start)):
        message = f"The quote leaves out the word before it: “{cut[0].strip()}”."
        return failed(code, subject, message, place, "begin the quote before that word")
    return passed(code, subject, "No negation stands just before the quote.", place)


def _listed(names: tuple[str, ...]) -> str:
    kinds = [f"kinds of {name}" if name != "composed letters" else name for name in names]
    return ", ".join(kinds[:-1]) + (" and " if len(kinds) > 1 else "") + kinds[-1]
