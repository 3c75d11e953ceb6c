"""Times of day: "2 pm", "2.17pm", "10:30", "1145 GMT", "at 10 in the morning"."""

from __future__ import annotations

import re

from figures.reading.lexicon import CHANGING, STOPS, words
from figures.reading.named import Named, other
from figures.reading.number_words import ONES
from figures.reading.tokens import DASHES, Tokens

_CLOCK = frozenset({"am", "pm", "a.m", "p.m"})
_DAYTIMES = frozenset({"morning", "afternoon", "evening"})
_TIMELY = frozenset({"at", "by", "before", "after", "until", "till", "from", "about", "around", "since", "to"})
_HOURS = frozenset(map(str, range(1, 13)))
_ZONES = words("GMT UTC BST CET CEST EET MSK EST EDT CST CDT MST MDT PST PDT IST JST AEST SAST")
_HOUR = re.compile(r"(?:[01][0-9]|2[0-4])[0-5][0-9]|[01]?[0-9]|2[0-4]")
"""Of a day, with its minutes or without, before the name of a zone."""


def clock(tokens: Tokens, index: int) -> Named | None:
    """Read an hour, with its minutes or without, that the signs or words beside it make one."""
    at = index + 1
    if tokens.words[at] == ":":
        return _with_colons(tokens, index)
    if tokens.words[at] in DASHES and tokens.kinds[at + 1] == "n":
        return other(index, at, index) if _is_hour(tokens, index) and _before_noon(tokens, at + 1) else None
    zoned = tokens.words[at] in _ZONES and _HOUR.fullmatch(tokens.words[index])
    after = at + 1 if zoned or _military(tokens, index) else _before_noon(tokens, index)
    if after:
        return other(index, after, index, at)
    return other(index, at, index) if tokens.words[index] in _HOURS and _in_the_morning(tokens, at) else None


def _military(tokens: Tokens, index: int) -> bool:
    """Whether "1800 hours" is a time of day: "at 1800 hours", but not "after 1800 hours of work"."""
    timely = tokens.lows[index - 1] in {"at", "by", "until", "till", "before", "around"}
    hour = len(tokens.words[index]) == 4 and _HOUR.fullmatch(tokens.words[index])
    return timely and bool(hour) and tokens.lows[index + 1] == "hours" and tokens.lows[index + 2] != "of"


def spoken_hour(tokens: Tokens, index: int) -> int:
    """The token after "half past six", "quarter past 6", "a quarter to nine" or "two o'clock", or 0."""
    if tokens.lows[index + 1] == "o" and tokens.lows[index + 3] == "clock" and tokens.lows[index] in ONES:
        return index + 4
    at = index + (tokens.lows[index] == "a")
    joint = tokens.lows[at + 1] if tokens.near(at + 2) else ""
    ends = tokens.kinds[at + 3] != "w" or tokens.lows[at + 3] in STOPS
    changed = tokens.lows[index - 2] in CHANGING  # "fell by a quarter to nine"
    to = joint == "to" and tokens.lows[at] == "quarter" and ends and tokens.lows[index - 1] in _TIMELY and not changed
    if tokens.lows[at] not in {"half", "quarter"} or not (joint == "past" or to):
        return 0
    hour = tokens.lows[at + 2]
    return at + 3 if hour in _HOURS or 1 <= ONES.get(hour, 0) <= 12 else 0


def _is_hour(tokens: Tokens, index: int) -> bool:
    """Whether digits can be an hour of twelve, with its minutes or without: "2", "2.17"."""
    hour, _, minute = tokens.words[index].partition(".")
    return hour in _HOURS and (not minute or (len(minute) == 2 and minute <= "59"))


def _before_noon(tokens: Tokens, index: int) -> int:
    """The token after "2 pm", "2 p.m" or "2 o'clock" without its point, or 0."""
    at = index + 1
    low = tokens.lows[at]
    spelled = low in {"a", "p"} and tokens.words[at + 1] == "." and tokens.lows[at + 2] == "m"
    hour = low in _CLOCK or spelled or (low == "o" and tokens.lows[at + 2] == "clock")
    return at + (1 if low in _CLOCK else 3) if hour and _is_hour(tokens, index) else 0


def _in_the_morning(tokens: Tokens, at: int) -> bool:
    """Whether "in the morning" follows an hour: "after 10 in the morning", but not "killed 10 in the morning"."""
    phrase = tokens.lows[at : at + 2] == ["in", "the"] and tokens.lows[at + 2] in _DAYTIMES
    return phrase and tokens.lows[at - 2] in _TIMELY


def _with_colons(tokens: Tokens, index: int) -> Named | None:
    at = index + 1
    while tokens.words[at] == ":" and tokens.kinds[at + 1] == "n" and tokens.glued(at) and tokens.glued(at + 1):
        at += 2
    return other(index, at + (tokens.lows[at] in _CLOCK), index, at) if at > index + 1 else None
