"""Rule on denials: a number that its clause denies ("not 5 Mt but 8 Mt") is no amount of the source.

Only a word of denial that governs the number refuses it: one that stands just before the number, or
before the verb of which the number is the measure, or "deny that", "false that". Any other word of
denial in the clause may deny something else ("jailed wrongly for 14 years"): there the rule is silent.
"""

from __future__ import annotations

import re

from figures.checks import clauses
from figures.checks.context import Read, Stated
from figures.checks.findings import failed, passed, skipped
from figures.checks.phrases import INSERTED, NO_DENIAL, OWNER, PAST
from figures.model import Finding, Mention

_ABOUT = r"(?:(?:about|around|some|nearly|almost|roughly|approximately|even|exactly|an?|as\s+(?:much|many)\s+as)\s+)*"
_MEASURED = (
    r"(?:reach|export|import|produce|sell|sold|ship|carry|carri|handle|come|came|amount|total|rise|rose|risen|fall|fell|fallen"
    r"|grow|grew|grown|increase|decrease|weigh|measure|have|had|be|been|cost|earn|generate|number|contain|hold|held"
    r"|make|made|w[io]n|score|employ|deliver|supply|suppli|build|built|last|span|cover|hit|top)(?:s|es|ed|d|ped|ping)?"
)
"""Verbs that have a number for their measure; one may well "not attend" three meetings that were held."""

_NO = r"(?:not|never|no\s+longer|cannot|hardly|\w+n['’]t)"
_TO_NUMBER = rf"(?:\s+(?:to|at|by))?\s+{_ABOUT}\Z"
_GOVERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?P<word>{_NO}|neither|nor)\s+{_ABOUT}\Z",
        rf"\b(?P<word>{_NO}|(?:fail(?:s|ed|ing)?|unable|yet)\s+to)\s+(?:(?:ever|yet|even|(?!only\b)\w+ly|have|has|at\s+(?:any|no|the|that)\s+\w+(?:\s+in\s+(?:the|its|their)\s+\w+)?)\s+)*{_MEASURED}{_TO_NUMBER}",
        r"\b(?P<word>no(?=\s+[a-z]+\s)|neither|none\s+of(?:\s+(?:the|these|those|its|their))?|nobody(?=\s)|no\s+one(?=\s))"
        rf"(?:\s+(?!one\b)\w+)?(?:\s+(?:has|have|had|ever))*\s+{_MEASURED}{_TO_NUMBER}",
        r"\b(?P<word>never|nor|neither|at\s+no\s+(?:time|point|stage))\s+(?:did|do|does|has|have|had|will|would)"
        rf"\s+(?:\w+\s+){{1,3}}?{_MEASURED}{_TO_NUMBER}",
    )
)
_INSTEAD = re.compile(
    r"\b(?P<word>instead\s+of|rather\s+than|as\s+opposed\s+to|nowhere\s+near|nothing\s+like|anything\s+but)"
    rf"\s+(?:being\s+|reaching\s+)?{_ABOUT}\Z|\b(?P<far>far\s+from)\s+\w+ing\s+{_ABOUT}\Z",
    re.IGNORECASE,
)
_UNTRUE = r"(?:false|untrue|wrong|incorrect|not\s+(?:true|the\s+case))"
_LIE = r"an?\s+(?:lie|myth|hoax|fabrication|fiction)"
_SAYINGS = (
    r"(?:claims?|reports?|suggestions?|allegations?|rumou?rs?|statements?|assertions?|accusations?|stor(?:y|ies)|idea)"
)
THAT = re.compile(
    r"\b(?P<word>den(?:y|ies|ied|ying)\s+(?:that|(?!being\b)\w+ing)"
    rf"|(?:is|was|be)\s+(?:simply\s+|just\s+)?(?:{_UNTRUE}|{_LIE})\s+(?:to\s+(?:say|claim|suggest|think)\s+)?that"
    r"|(?:wrongly|falsely|incorrectly|mistakenly)\s+\w+\s+that|no\s+(?:evidence|proof|sign|truth\s+in\s+(?:the\s+)?\w+)\s+that"
    rf"|(?:reject|dismiss|den[yi]|refut|rebutt?)(?:s|es|ed|ing)?\s+(?:(?:\w+|as\s+\w+)\s+){{0,2}}{_SAYINGS}\s+that)\s"
    r"(?P<said>[^,;]*)\Z",
    re.IGNORECASE,
)
_SAID_THAT = re.compile(rf"\b{_SAYINGS}\s+that\s[^,;]*\Z", re.IGNORECASE)
_PROVED_FALSE = re.compile(
    r"[^,;]*?\b(?P<word>(?:is|are|was|were|proved|proves|turned\s+out\s+to\s+be|ha(?:s|ve|d)\s+been)\s+"
    rf"(?:simply\s+|just\s+|\w+ly\s+)?(?:{_UNTRUE}|withdrawn|retracted|rejected|dismissed|denied|disproved|refuted|unfounded|baseless|groundless|fabricated|nonsense|{_LIE}))\b",
    re.IGNORECASE,
)
_NOT_REACHED = re.compile(
    r"\s+(?:of\s+\w+\s+)?(?P<word>(?:is|are|was|were|has|have|had)\s+(?:not|never))\s+(?:yet\s+)?(?:been\s+)?(?:reached|met|achieved|attained|hit)\b"
    r"|\s+(?:of\s+\w+\s+)?(?P<untrue>(?:is|are|was|were)\s+(?:false|untrue|wrong|incorrect|not\s+true))\b",
    re.IGNORECASE,
)
_HELD_UP = re.compile(
    r"\b(?:targets?|goals?|levels?|aims?|claims?|reports?|figures?|estimates?|rumou?rs?|allegations?|statements?)"
    rf"\s+(?:of|that)\s+{_ABOUT}\Z",
    re.IGNORECASE,
)
_KNOWN = re.compile(rf"{OWNER}(?:\w+\s+)?\Z", re.IGNORECASE)

_IF = re.compile(r"\b(?:if|unless|whether)\b[^,]*\Z|\bhad\s+(?:\w+\s+){1,2}\Z", re.IGNORECASE)
"""Words that make a denial a supposition: "had it not sold 5 Mt" (it did)."""

_BOUND = (
    r"(?:less|more|fewer|greater|lower|higher|later|earlier|longer|smaller|larger|worse|better|further|closer)"
    r"\s+(?:\w+\s+)?than"
)
_NOT = re.compile(
    rf"\b(?:(?:not|never)\b(?!\s+(?:only|just|merely|simply|until|quite|least|far|to\s+mention|surprising\w*"
    rf"|counting|including|{_BOUND}|over|under|above|below|(?:to\s+)?exceed\w*)\b)"
    rf"|\w+n['’]t\b(?!\s+exceed\b)|cannot\b(?!\s+exceed\b)|neither|nor|hardly|no\s+longer"
    rf"|no\b{NO_DENIAL}(?!\s+{_BOUND}\b)(?=\s+[a-z])"
    r"|none|nobody|nothing\b(?!\s+(?:but|less|more|short|under|over|other|else)\b)|without(?=\s+\w+ing\b)"
    r"|(?:fail(?:s|ed|ing)?|refus(?:es?|ed|ing)|unable|unlikely|yet)\s+to|contrary\s+to"
    r"|den(?:y|ies|ied|ying)|(?<!no\s)doubt(?:s|ed|ing)?\s+(?:that|whether|if)|alleg(?:es?|ed|ing)\s+that|refut(?:es?|ed)|rebut(?:s|ted)|(?:false|untrue|doubtful|unlikely)\s+that"
    r"|far\s+from|instead\s+of|rather\s+than|miss(?:es|ed)"
    r"|(?:reject|dismiss|disput|contest|question)(?:s|es|ed|ing)?\s+(?:\w+\s+){0,2}"
    r"(?:claims?|reports?|figures?|estimates?|suggestions?|allegations?|numbers?|rumou?rs?|statements?|assertions?))\b(?!-)",
    re.IGNORECASE,
)
"""Words of denial that may deny the number, or something else."""

_NEXT = re.compile(
    rf"\b(?:and|or|but)\b\s+(?:\w+ed|{PAST}|have|was|were|is|are|will)\b"
    r"|\b(?:because|since|when|after|before|as(?!\s+(?:many|much|few|little|high|low)\s+as\b)(?<!many\sas)(?<!much\sas)|if|though)\b|,",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?:that|which|who)\s+(?:\w+\s+)?\Z", re.IGNORECASE)
_MAIN_VERB = re.compile(
    r"\s+\w+\s.*\b(?:amounted|reached|totall?ed|rose|fell|came|stood|carried|shipped|sold|produced|exported|handled|cost|is|are|was|were|has|have|had)\b",
    re.IGNORECASE | re.DOTALL,
)
"""After a relative clause: "coal that was not sold amounted to 5 Mt"."""

_UNTIL = re.compile(r"[^,;.]{0,80}\b(?:until|till)\b", re.IGNORECASE)

_ASKS = re.compile(r"[“\"]?(was|were|is|are|did|does|do|has|have|had|will|would|can|could|should)\s", re.IGNORECASE)
_SUPPOSES = re.compile(
    r"(had|should|were)\s(?!(?:an?|some|to|be|have|been|my|our|such|lots|no|enough|great|good|fun)\b)(?![^,]*\b(?:who|that)\b)[^,]*\Z",
    re.IGNORECASE,
)
"""At the start of a sentence, up to a number without a comma before it."""

_MAIN_CLAUSE = re.compile(r"[^,;]*,[^;]*\b(?:would|could|might|should|must|will|shall|can|may)\b", re.IGNORECASE)
_OTHER_CLAUSE = re.compile(
    r"\b(?:that|which|who|whose|when|where|because|if|after|before|since|while|how|why|what|know|knew|aware|remember\w*"
    r"|reali[sz]e|hear|heard|believe|think|see|seen)\b|,|\b(?:of|with|in|for|from|over|within|on|during)\s+\Z",
    re.IGNORECASE,
)


def denied(read: Read, mention: Mention) -> str:
    """Return the word that denies a number, empty where none surely does.

    What came about later is not denied ("did not reach 5 Mt until 2015").
    """
    clause = clauses.clause_of(read, mention)
    words = INSERTED.sub("", read.text[clause.start : mention.start])
    if _HELD_UP.search(words) and (after := _NOT_REACHED.match(read.text, mention.end, clause.end)):
        return (after["word"] or after["untrue"]).strip()
    if _KNOWN.search(words) or _UNTIL.match(read.text, mention.end, clause.end):
        return ""
    if _SAID_THAT.search(words) and (after := _PROVED_FALSE.match(read.text, mention.end, clause.end)):
        return after["word"]
    if (found := THAT.search(words)) and not (
        _NOT.search(words[: found.start()]) or _OTHER_CLAUSE.search(found["said"]) or _NEXT.search(found["said"])
    ):
        return found["word"]
    start = max(clauses.sentence_of(read, mention).start, mention.start - clauses.BEFORE)
    if found := _INSTEAD.search(read.text, start, mention.start):
        return found["word"] or found["far"]
    found = next((one for pattern in _GOVERNS if (one := pattern.search(words))), None)
    return found["word"] if found and not _IF.search(words[: found.start("word")]) else ""


def doubted(read: Read, mention: Mention) -> str:
    """Return the word that may deny a number, or what else its clause says; empty where none stands there.

    A clause that begins after the word is not meant ("did not close and shipped 5 Mt").
    """
    if denied(read, mention) or supposed(read, mention):
        return ""
    sentence = clauses.sentence_of(read, mention)
    if read.text[sentence.end - 1 : sentence.end] == "?" and _ASKS.match(read.text, sentence.start, sentence.end):
        return "?"
    clause = clauses.clause_of(read, mention)
    words = read.text[clause.start : mention.start]
    if _UNTIL.match(read.text, mention.end, clause.end):
        return ""
    for found in _NOT.finditer(words):
        if not _elsewhere(words[: found.start()], words[found.end() :]):
            return found[0]
    return ""


def supposed(read: Read, mention: Mention) -> str:
    """Return the word by which a sentence only asks or supposes a number: "Were 5 Mt sold?", "Had it been 5 Mt, …".

    A question may well state what it does not ask: "Did you know that it is 6 km long?", "Will the 5 mines close?"
    """
    sentence = clauses.sentence_of(read, mention)
    if mention.start - sentence.start > clauses.BEFORE:
        return ""
    if read.text[sentence.end - 1 : sentence.end] == "?":
        found = _ASKS.match(read.text, sentence.start, mention.start)
        between = read.text[found.end() if found else mention.start : mention.start]
        return found[1] if found and not (_OTHER_CLAUSE.search(between) or _KNOWN.search(between)) else ""
    found = _SUPPOSES.match(read.text, sentence.start, mention.start)
    if found and _OTHER_CLAUSE.search(read.text[found.end(1) : mention.start]):
        return ""
    return found[1] if found and _MAIN_CLAUSE.match(read.text, mention.end, sentence.end) else ""


def _elsewhere(before: str, between: str) -> bool:
    """Whether a word of denial belongs to another part of the clause than the number."""
    if _RELATIVE.search(before) and _MAIN_VERB.match(between):
        return True
    return bool(_NEXT.search(INSERTED.sub(" ", between)))


def denial(stated: Stated) -> Finding:
    """Check that the clause of an amount does not deny it, and that its sentence states it."""
    amount, read, mention = stated.amount, stated.read, stated.mention
    if word := supposed(read, mention):
        message = f"The source only asks or supposes “{mention.text}”: “{word}”."
        return failed(
            "amount-denied", amount.id, message, amount.place, "take the amount out, or quote words that state it"
        )
    if word := denied(read, mention):
        message = f"The source denies “{mention.text}”: “{' '.join(word.split())}”."
        cure = "take the amount out, or quote words of the source that do say it"
        return failed("amount-denied", amount.id, message, amount.place, cure)
    if word := doubted(read, mention):
        message = f"Whether the source states “{mention.text}” is for a reader to judge: “{' '.join(word.split())}”."
        return skipped("amount-denied", amount.id, message, amount.place)
    return passed("amount-denied", amount.id, "No word of its clause denies it.", amount.place)
