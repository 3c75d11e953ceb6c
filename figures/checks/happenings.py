"""Rule on what the words of an event deny, suppose or only expected: "was not opened in 2012" is no opening.

Only words that surely speak of the date refuse an event: a negation of the verb before the date, with
no other clause between the two. An event whose title says the same ("No ship built") is as stated.
"""

from __future__ import annotations

import re
from dataclasses import replace

from figures.checks import clauses, denials, government, phrases
from figures.checks.context import Read
from figures.checks.elsewhere import NOT_THEN
from figures.checks.findings import failed, passed
from figures.checks.phrases import INSERTED, NO_DENIAL
from figures.model import Event, Finding, Mention

_NEGATION = re.compile(
    r"\b(?:(?:was|were|is|are|has|have|had|did|does|do|will|would|could|can|may|might)\s+(?:not|never|no\s+longer)|never"
    r"|(?:is|are|was|were|has|have|had|did|does|do|wo|would|could|ca)n['’]t|cannot|(?:failed|refused|unable)\s+to|(?:and|but)\s+not|neither|nobody"
    rf"|none\s+of(?:\s+\w+){{1,3}}\s+(?:was|were|has|have|had)|no{NO_DENIAL}(?:\s+\w+){{1,2}}\s+(?:was|were|has|have|had|will))\b",
    re.IGNORECASE,
)
_PARTED = re.compile(
    r"[,;:()]|\b(?:and|but|or|that|which|who|whom|whose|when|while|where|because|since|until|till|before|after|if|as|than|only"
    r"|merely|just|simply|was|were|is|are|has|had|will)\b",
    re.IGNORECASE,
)
_NEXT = re.compile(r"[,;:()]|\b(?:that|which|who|whose|because|since|after|before|if)\b", re.IGNORECASE)
"""What parts a date from "denied that"."""

_EXPECTED = re.compile(
    r"\b(?P<word>(?:was|were|had\s+been)\s+(?:(?:due|set|expected|planned|scheduled|intended|meant|supposed)\s+)?to)"
    r"(?!\s+have\b)(?:\s+[a-z]+){1,4}\s*\Z",
    re.IGNORECASE,
)
_LINK = re.compile(r"\b(?:in|on|by|during|from|since|before|after|at)\s+\Z", re.IGNORECASE)
_SAYS_SO = re.compile(
    r"\b(?:no|not|never|none|nothing|without|non|un\w+|fail\w*|refus\w*|cancel\w*|delay\w*|postpon\w*|miss\w*|den(?:y|ie[sd]|ial)"
    r"|abandon\w*|drop\w*|plan(?:s|ned)?|expected|due|target|deadline|absen\w+|lack\w*)\b|n['’]t\b",
    re.IGNORECASE,
)


def event_denied(event: Event, read: Read, mention: Mention) -> Finding:
    """Check that the words round an event's date do not say that it did not happen, or will not."""
    code, place = "event-denied", event.place
    word = "" if _SAYS_SO.search(event.title) else _denied(event, read, mention)
    if not word:
        return passed(code, event.id, "No word of its clause denies it.", place)
    message = f"The words do not say that it {_SO[event.course]}: “{' '.join(word.split())}”."
    return failed(code, event.id, message, place, "take the event out, or say in its title what the words do say")


_SO = {"happened": "happened", "planned": "is planned"}


def _denied(event: Event, read: Read, mention: Mention) -> str:
    """Return the word that denies what a date is of, or that only supposes or expected it; else nothing."""
    words_before = phrases.before(read.text, mention.start)
    if found := NOT_THEN.search(words_before):
        return found[0].strip(" ,;(–—")
    link = _LINK.search(words_before)
    if word := denials.supposed(read, replace(mention, start=mention.start - len(link[0]) if link else mention.start)):
        return word
    clause = clauses.clause_of(read, mention)
    words = INSERTED.sub("", read.text[clause.start : mention.start])
    if (found := denials.THAT.search(words)) and not _NEXT.search(found["said"]):
        return found["word"]
    for negation in _NEGATION.finditer(words):
        said = words[negation.end() :]
        if said.split() and not _PARTED.search(said):
            return negation[0]
    if event.course == "planned":
        return ""
    expected = _EXPECTED.search(words)
    return expected["word"] if expected else government.unreal(read.text, clause, mention)
