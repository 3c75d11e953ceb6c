"""What a sentence denies, doubts or asks is not stated: "not 12 t but 9 t", "never reached 5 %", "Was it 5 %?"."""

from __future__ import annotations

import re

from figures.model import Mention

_STRAIGHT = re.compile(r"(?<!\bor )(?:\bnot|\bnever|n['’]t)\s{1,3}\Z", re.IGNORECASE)
_LONGEST = 12
"""Characters of a denial straight before an amount."""

_DOUBTED = re.compile(
    r"\b(?:false|untrue|incorrect|wrong|unlikely|doubtful|improbable|implausible|denie[sd]|deny|not\s+true)\s+that\b[^,;]*\Z"
    r"|\b(?:unlikely|unable|fail(?:s|ed|ing)?|refus(?:es|ed|ing))\s+to\b(?:(?!\b(?:and|but|while)\b)[^,;])*\Z",
    re.IGNORECASE,
)

_REGULAR = "reach attain achieve touch total number weigh measure earn raise produce score gain climb exceed amount"
_REGULAR += " receive employ open increase decrease"
_IRREGULAR = """hit cost sell sold make made win won lose lost rise rose risen fall fell fallen grow grew grown drop
    dropped shrink shrank get got come came pay paid spend spent build built"""
_NOT_REACHED = re.compile(
    rf"(?:\b(?:not|never)|n['’]t)\s+(?:(?:yet|even|quite|actually|really)\s+)?"
    rf"(?:(?:{_REGULAR.replace(' ', '|')})e?d?|{'|'.join(_IRREGULAR.split())}|(?<=even )\w+)\b"
    r"(?:(?!\b(?:and|but|while|until|because|if)\b)[^,;:\d])*\Z",
    re.IGNORECASE,
)
"""A verb of reaching an amount, denied; the amount is what first follows it."""

_ASKS = re.compile(
    r"[\s“\"]*(?:was|were|is|are|did(?! you know)|does|do|has|have|had|will|would|can|could|should)\s", re.I
)
_STOP = re.compile(r"[.!?][”\"]?(?:\s|\Z)|\n\s*\n")
_FAR = 300
"""Characters of its sentence in which a denial or a question is looked for."""


def denied(quote: str, mention: Mention) -> bool:
    """Whether its sentence denies or doubts the amount, or only asks for it; "not more than" is a bound, no denial."""
    before = quote[max(0, mention.start - _LONGEST) : mention.start]
    if mention.bound == "=" and _STRAIGHT.search(before) is not None:
        return True
    words = _STOP.split(quote[max(0, mention.start - _FAR) : mention.start])[-1]
    stop = _STOP.search(quote, mention.end, mention.end + _FAR)
    asked = stop is not None and stop[0].startswith("?") and _ASKS.match(words.rpartition(": ")[2]) is not None
    unreached = mention.bound in {"=", "~"} and _NOT_REACHED.search(words) is not None
    return asked or unreached or _DOUBTED.search(words) is not None
