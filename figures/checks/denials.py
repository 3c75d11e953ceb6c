"""Rule on denials: a number that its clause denies ("not 5 Mt but 8 Mt") is no amount of the source."""

from __future__ import annotations

import re

from figures.checks import clauses
from figures.checks.context import Read, Stated
from figures.checks.findings import failed, passed
from figures.model import Finding, Mention

_BOUND = (
    r"(?:less|more|fewer|greater|lower|higher|later|earlier|longer|smaller|larger|worse|better|further|closer)"
    r"\s+(?:\w+\s+)?than"
)
_NOT = re.compile(
    rf"\b(?:(?:not|never)\b(?!\s+(?:only|just|merely|simply|until|quite|least|far|to\s+mention|surprising\w*"
    rf"|counting|including|{_BOUND}|over|under|above|below|(?:to\s+)?exceed\w*)\b)"
    rf"|\w+n['’]t\b(?!\s+exceed\b)|cannot\b(?!\s+exceed\b)|neither|nor|hardly|no\s+longer"
    rf"|no\b(?!\s+(?:doubt|question|wonder|surprise|matter|sooner|secret|{_BOUND})\b)(?=\s+[a-z])"
    r"|none|nobody|nothing\b(?!\s+(?:but|less|more|short|under|over|other|else)\b)|without(?=\s+\w+ing\b)"
    r"|(?:fail(?:s|ed|ing)?|refus(?:es?|ed|ing)|unable|unlikely|yet)\s+to|contrary\s+to)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|refut(?:es?|ed)|rebut(?:s|ted)|false|falsely|untrue|incorrect(?:ly)?|wrong(?:ly)?"
    r"|(?:unlikely|doubtful|improbable|implausible|unproven|(?<!no\s)doubt(?:s|ed)?)\s+(?:that|whether)"
    r"|(?:reject|dismiss|disput|contest|question)(?:s|es|ed|ing)?\s+(?:\w+\s+){0,2}"
    r"(?:claims?|reports?|figures?|estimates?|suggestions?|allegations?|numbers?|rumou?rs?|statements?|assertions?))\b(?!-)",
    re.IGNORECASE,
)
_STRAIGHT_BEFORE = re.compile(
    r"\b(?:miss(?:es|ed|ing)?|undershot|nowhere\s+near|far\s+from|instead\s+of|rather\s+than|anything\s+but|as\s+opposed\s+to)"
    r"\s+(?:being\s+|reaching\s+)?(?:(?:the|its|their|a|an|all|even|about|some|around|nearly|over|under)\s+){0,2}\Z",
    re.IGNORECASE,
)
"""Words that deny a number only where it follows at once: "far from 5 Mt", "8 Mt rather than 5 Mt"."""

_NEXT = re.compile(
    r"\b(?:and|or|but)\b\s+(?:\w+ed|rose|fell|grew|sold|has|have|had|was|were|is|are|will)\b"
    r"|\b(?:because|since|when|after|before|as|if|though)\b|,",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?:that|which|who)\s+(?:\w+\s+)?\Z", re.IGNORECASE)
_MAIN_VERB = re.compile(
    r"\s+\w+\s.*\b(?:amounted|reached|totall?ed|rose|fell|came|stood|carried|shipped|sold|produced|exported|handled|cost|is|are|was|were|has|have|had)\b",
    re.IGNORECASE | re.DOTALL,
)
"""After a relative clause: "coal that was not sold amounted to 5 Mt"."""

_ASKS = re.compile(r"[“\"]?(was|were|is|are|did|does|do|has|have|had|will|would|can|could|should)\s", re.IGNORECASE)
_SUPPOSES = re.compile(r"(had|should|were)\s(?=\w)(?![^,]*\b(?:who|that)\b)[^,]*\Z", re.IGNORECASE)
"""At the start of a sentence, up to a number without a comma before it."""

_INSERTED = re.compile(r",[^,]*,")
_AFTER = re.compile(
    r"\s+(?:of\s+\w+\s+)?(?:is|are|was|were|has|have|had|did|will)\s+(?:not|never|false|untrue|wrong)\b"
    r"(?!\s+(?:only|just|merely|yet\s+all|enough|surprising)\b)",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"[^,;.]{0,80}\b(?:until|till)\b", re.IGNORECASE)


def denied(read: Read, mention: Mention) -> str:
    """Return the word that denies a number in its clause; empty where none does.

    A clause that begins after the word is not denied by it ("did not close and shipped 5 Mt"), nor
    is what came about later ("did not reach 5 Mt until 2015").
    """
    clause = clauses.clause_of(read, mention)
    words = read.text[clause.start : mention.start]
    if found := _DENIED.search(words) or _STRAIGHT_BEFORE.search(read.text[max(0, mention.start - 60) : mention.start]):
        return found[0].strip()
    late = _UNTIL.match(read.text, mention.end, clause.end)
    for found in _NOT.finditer(words):
        neither = found[0].casefold() in {"neither", "nor"}
        if neither or not (late or _elsewhere(words[: found.start()], words[found.end() :])):
            return found[0]
    after = _AFTER.match(read.text, mention.end, clause.end)
    return after[0].strip() if after else ""


def supposed(read: Read, mention: Mention) -> str:
    """Return the word by which a sentence only asks or supposes a number: "Were 5 Mt sold?", "Had it been 5 Mt, …"."""
    sentence = clauses.sentence_of(read, mention)
    if mention.start - sentence.start > clauses.BEFORE:
        return ""
    asks = _ASKS.match(read.text, sentence.start, sentence.end) if read.text[sentence.end - 1] == "?" else None
    if found := asks or _SUPPOSES.match(read.text, sentence.start, mention.start):
        return found[1]
    return ""


def _elsewhere(before: str, between: str) -> bool:
    """Whether a word of denial belongs to another part of the clause than the number."""
    if _RELATIVE.search(before) and _MAIN_VERB.match(between):
        return True
    return bool(_NEXT.search(_INSERTED.sub(" ", between)))


def denial(stated: Stated) -> Finding:
    """Check that the clause of an amount does not deny it, and that its sentence states it."""
    amount = stated.amount
    if word := supposed(stated.read, stated.mention):
        message = f"The source only asks or supposes “{stated.mention.text}”: “{word}”."
        return failed(
            "amount-denied", amount.id, message, amount.place, "take the amount out, or quote words that state it"
        )
    if word := denied(stated.read, stated.mention):
        message = f"The source denies “{stated.mention.text}”: “{' '.join(word.split())}”."
        cure = "take the amount out, or quote words of the source that do say it"
        return failed("amount-denied", amount.id, message, amount.place, cure)
    return passed("amount-denied", amount.id, "No word of its clause denies it.", amount.place)
