"""The words that tell what a number is, and the status or nature that each of them says."""

from __future__ import annotations

import re
from dataclasses import dataclass

from figures.model import Nature, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One group of words, and the status or the nature that they say."""

    words: str
    status: Status | None = None
    nature: Nature | None = None
    noun: bool = False
    """Whether it may have an amount of its own, as in "a capacity of 3 Mt"."""


_NOT_YET = (
    "expect|forecast|project|predict|anticipat|envisag|plan|target|aim|intend|pledg|propos|schedul|estimat|believ"
    "|pencil|budget|promis|hope|want|wish"
)
_RESOLVED = (
    r"(?:agree|decid|resolv|vow|undertak|opt|meant|suppos|tipp|pois|slat|destin|sworn|swor)\w*\s+to"
    r"(?=\s+(?!(?:an?|the|this|that|its|their|his|her|be|have)\b)[a-z])"
)
"""Before a verb: what somebody agreed to do is not done yet."""

_DOING = "carry|handle|process|produce|generate|transport|hold|store|accommodate|seat|treat|serve|supply|refine|ship"

FORECAST = Cue(
    words=r"(?:expect(?:s|ed|ations?)?|forecast(?:s|ed)?|project(?:ed|ions?)|predict(?:s|ed|ions?)?"
    r"|anticipat(?:es?|ed)|envisag(?:es?|ed)|foresee[sn]?|outlook|guidance|pencil(?:s|led|ed)?\s+in|(?<=\bis\s)seen(?=\s+\w+ing\b)|(?<=\bare\s)seen(?=\s+\w+ing\b)|reckon(?:s|ed|ing)?\s+on"
    r"|on\s+(?:course|track)\s+(?:for|to)|guided(?=\s+(?:in|for|by|last|this|at|earlier)\b|[.,;]))",
    status="F",
    noun=True,
)
PLAN = Cue(
    words=r"(?:plan(?:s|ned|ning)?|target(?:s|ed|ing)?|aim(?:s|ed|ing)?|intend(?:s|ed)?|goals?(?=\s+(?:of|is|was|to)\b)"
    r"|pledg(?:es?|ed)|promis(?:es?|ed)|budgeted|hop(?:es?|ed|ing)\s+(?:to|for)|want(?:s|ed|ing)?\s+to"
    rf"|(?:seek(?:s|ing)?|sought)\s+to|commit(?:s|ted)\s+to|propos(?:es?|ed|als?)|schedul(?:es?|ed)|earmarked|call(?:s|ed|ing)?\s+for|{_RESOLVED}|in\s+the\s+pipeline"
    r"|(?:in|under)\s+(?:development|construction|preparation)|to\s+be\s+(?:built|opened|completed|constructed))",
    nature="plan",
    noun=True,
)
ESTIMATE = Cue(
    words=r"(?:estimat(?:es?|ed|ions?)|reckoned|believed|thought\s+to|alleg(?:es?|ed|edly|ing)|reportedly|supposedly|rumou?red|puts?\s+(?:the|its|their)\s+(?:\w+\s+){1,3}?at)",
    status="E",
    noun=True,
)

CUES = (
    Cue(
        words=r"(?<!['’]s\s)(?<!\bthe\s)(?<!\ba\s)(?<!\bhis\s)(?<!\bher\s)will|would|shall"
        r"|(?:is|are|was|were|looks?|seems?|appears?)\s+(?:set|due|going|likely|certain|bound)\s+to"
        r"|(?:is|are|was|were)\s+(?:not\s+)?to(?=\s+(?!blame|date|say|thank|be\s+believed)[a-z])",
        status="F",
        nature="plan",
    ),
    FORECAST,
    PLAN,
    Cue(
        words=r"potential(?:ly)?|could(?!\s+not\b)|might|possibl[ey]|(?-i:may)(?=\s+[a-z])|if|unless|whether|assuming|supposing",
        nature="potential",
        noun=True,
    ),
    Cue(
        words=rf"capacit(?:y|ies)|capable\s+of|(?:can|able\s+to)\s+(?:{_DOING})|designed\s+(?:for|to)|rated\s+at|nameplate",
        nature="capacity",
        noun=True,
    ),
    ESTIMATE,
    Cue(
        words=r"(?:has|have|had)\s+(?:\w+ly\s+|also\s+|already\s+|now\s+|since\s+)?(?:been\s+)?"
        rf"(?!{_NOT_YET}|{_RESOLVED})(?:\w{{2,}}ed|risen|fallen|grown|become)"
        rf"|(?-i:was|were)(?!\s+(?:not\s+)?to\s)(?!\s+(?:\w+ly\s+|still\s+|also\s+|then\s+|not\s+)?(?:{_NOT_YET}|{_RESOLVED}))|rose|fell|grew|shrank|reached|exceeded|total(?:l)?ed|amounted|stood|increased|decreased|declined"
        r"|dropped|jumped|climbed|surged|produced|exported|imported|carried|handled|shipped|sold|bought|spent|earned"
        r"|employed|recorded|registered|reported|posted|paid|received|gained|lost|generated|transported|visited"
        r"|doubled|tripled|quadrupled|halved|accounted\s+for",
        status="A",
    ),
)

CUE = re.compile(r"\b(?:" + "|".join(f"({cue.words})" for cue in CUES) + r")\b", re.IGNORECASE)
"""One group for each cue, in order."""

_HINTS: dict[Status | Nature, str] = {
    "E": r"provisional|preliminary|surveys?|model\w*"
    r"|(?:some|many)\s+say|said\s+to|reportedly|supposedly|allegedly|apparently|rumou?r\w*|claim(?:s|ed)?"
    r"|suggest\w*|calculat\w+|likely|probably|perhaps|assess\w*|believ\w*|reckon\w*|put\s+at|puts?\s+the|thought|estimat\w*",
    "F": r"would|should|shall|(?-i:may)(?=\s+[a-z])|next|soon|future|upcoming|by\s+20\d\d"
    r"|to\s+be(?!\s+(?:believed|trusted))|outlook"
    r"|forecast\w*|expect\w*|looks?\s+for|once\s+(?:it\s+is\s+)?(?:\w+ed|built|complete)|hopes?|wants?|seeks?|promis\w+|ambition\w*|objective|quota|budget\w*|agree(?:s|d|ment)?|approv\w+|order(?:s|ed)?",
    "capacity": r"holds?|seats?|sleeps|accommodates?|handles?|takes|can|maximum|max|ceiling|limit(?:ed)?|annually"
    r"|(?:a|per)\s+(?:year|day|hour)|throughput|design(?:ed)?|rated|install(?:ed|ation)?|(?:room|space)\s+for"
    r"|storage|tanks?|berths?|beds|up\s+to",
    "potential": r"can|would|should|(?-i:may)(?=\s+[a-z])|feasible|opportunit\w+|reserves?|resources?|scope|up\s+to"
    r"|hopes?|possib\w+",
    "plan": r"would|shall|next|soon|future|upcoming|new|agree(?:s|d|ment)?|sign(?:s|ed)|approv\w+|order(?:s|ed)?"
    r"|budget\w*|programmes?|program|strategy|projects?|invest\w*|hopes?|wants?|seeks?|promis\w+|ambition\w*"
    r"|objective|quota|by\s+20\d\d|from\s+20\d\d|to\s+be",
    "flow": r"turnover|volumes?|exports?|exported|imports?|imported|sales|sell|sells|sold|produc\w+|output"
    r"|throughput|traffic|trade[ds]?|consum\w+|emissions?|emit\w*|revenues?|incomes?|earn\w*|profits?|spen[dt]\w*"
    r"|costs?|paid|pays?|payments?|invest\w*|generat\w+|passengers?|visit\w*|freight|rainfall|discharges?|births?"
    r"|deaths?|died|arriv\w+|migrat\w+|handle[ds]?|supply|supplies|supplied|demand|use[ds]?|lost|loss(?:es)?|gain\w*"
    r"|bought|buys?|mined|extract\w*|catch\w*|caught|harvest\w*|yield\w*|collect\w*|receiv\w+|sent|load\w*"
    r"|carr(?:y|ies|ied)|ship(?:s|ped|ments?)|transport(?:s|ed|ation)?|deliver(?:s|ed|ies)|tonnage|growth|rose|fell"
    r"|grew|flows?",
}
"""Words that oblige to nothing, but with which a curator may give an amount this status or nature."""

HINT = {code: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for code, words in _HINTS.items()}
