"""Catalogues of any size with their source, for measuring: invented, but honest.

Each sentence of the text really states the amounts of its claim, so that every check runs to its end
and passes. The same size and seed give the same bytes. Run as ``python -m benchmarks.make FOLDER CLAIMS``.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random

SECTORS = ("Road", "Rail", "Ports", "Energy", "Farming", "Trade")
CLAIMS_A_MEASURE = 12
"""As many bars as one panel may have; the number of panels grows with the catalogue."""

_GOODS = ("grain", "coal", "timber", "steel", "cement", "fruit", "salt", "cotton", "copper", "sugar")
_STARTS = ("Ra", "Ke", "Mo", "Tu", "Si", "Va", "Do", "Li", "Pe", "Ga", "No", "Bu")
_MIDDLES = ("lo", "ri", "ma", "ve", "sha", "du", "ne", "ko", "bi", "ta", "gu", "zo")
_ENDS = ("mek", "dan", "vas", "tor", "lin", "gard", "ria", "pol", "nes", "kum", "sel", "brod")
_FILLERS = (
    "Officials of {place} thanked all who had taken part.",
    "Nothing was said about the weather in {place}, which had been mild.",
    "The council of {place} discussed the matter at length and in good spirits.",
    "Visitors came to {place} from far away and stayed longer than they had meant to.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One sentence, and what the catalogue says about it: the keys of its amounts, or of an event."""

    sentence: str
    amounts: tuple[Mapping[str, str], ...] = ()
    event: Mapping[str, str] = field(default_factory=dict)


def _flow(random: Random, place: str, good: str) -> Said:
    value, year = _number(random), _past(random)
    words = f"{value} million tonnes"
    return _one(f"In {year}, the yards of {place} handled {words} of {good}.", f"{value} Mt", words, "A", year)


def _bound(random: Random, place: str, good: str) -> Said:
    value, year = random.randint(2, 90), _past(random)
    words = f"exceeded {value} million tonnes"
    said = _one(f"In {year}, the {good} trade of {place} has {words}.", f"{value} Mt", words, "A", year)
    return Said(sentence=said.sentence, amounts=({**said.amounts[0], "bound": '">"'},))


def _estimate(random: Random, place: str, good: str) -> Said:
    value, year = _number(random), _past(random)
    words = f"about {value} million tonnes"
    said = _one(f"In {year}, stores of {good} at {place} were estimated at {words}.", f"{value} Mt", words, "E", year)
    return Said(sentence=said.sentence, amounts=({**said.amounts[0], "bound": '"~"'},))


def _forecast(random: Random, place: str, good: str) -> Said:
    value, year = _number(random), random.randint(2016, 2030)
    words = f"{value} million tonnes"
    return _one(f"The {good} trade of {place} is expected to reach {words} in {year}.", f"{value} Mt", words, "F", year)


def _change(random: Random, place: str, good: str) -> Said:
    low = random.randint(2, 40)
    high = low + random.randint(1, 60)
    sentence = f"Shipments of {good} through {place} rose from {low} to {high} million tonnes."
    common = {"status": "A", "undated": "The text gives no year for the change."}
    first = {"value": f"{low} Mt", "text": f"from {low}", "role": "from", **common}
    last = {"value": f"{high} Mt", "text": f"{high} million tonnes", "role": "to", **common}
    return Said(sentence=sentence, amounts=(first, last))


def _route(random: Random, place: str, good: str) -> Said:
    value, year = random.randint(1, 9), random.randint(2016, 2030)
    words = f"{value} million tonnes"
    sentence = f"On the {place} line the {good} trade is expected to reach {words} in {year}"
    ceiling = f"{value + random.randint(1, 30)} million tonnes annually"
    forecast = {"value": f"{value} Mt", "text": words, "status": "F", "nature": "flow", "period": f'"{year}"'}
    undated = {"nature": "capacity", "undated": "A ceiling without a year."}
    capacity = {"value": f"{ceiling.split(maxsplit=1)[0]} Mt/year", "text": ceiling, **undated}
    return Said(sentence=f"{sentence} and has the capacity to reach {ceiling}.", amounts=(forecast, capacity))


def _money(random: Random, place: str, good: str) -> Said:
    value, year = _number(random), _past(random)
    words = f"${value} billion"
    return _one(f"In {year}, {place} earned {words} from {good}.", f"{value} billion $", words, "A", year)


def _count(random: Random, place: str, good: str) -> Said:
    value, year = random.randint(2, 900), _past(random)
    words = f"{value} projects"
    return _one(f"In {year}, {place} recorded {words} in {good}.", f"{value} project", words, "A", year)


def _share(random: Random, place: str, good: str) -> Said:
    value, year = _number(random), _past(random)
    return _one(
        f"In {year}, {good} accounted for {value} % of the trade of {place}.", f"{value} %", f"{value} %", "A", year
    )


def _opened(random: Random, place: str, good: str) -> Said:
    when = f"May {_past(random)}"
    event = {"course": "happened", "date": f"{when.split()[1]}-05", "text": when}
    return Said(sentence=f"In {when}, the {good} market of {place} was opened.", event=event)


def _planned(random: Random, place: str, good: str) -> Said:
    year = str(random.randint(2016, 2030))
    event = {"course": "planned", "date": f'"{year}"', "text": f'"{year}"'}
    return Said(sentence=f"The {good} market of {place} will open in {year}.", event=event)


_FREIGHT = (_flow, _bound, _estimate, _forecast, _flow)
_MEASURES = (_FREIGHT, (_change,), (_money,), _FREIGHT, (_count,), (_route,), (_share,))
"""What the claims of the first, second, ... measure say, and round again."""

_EVENTS = (_opened, _planned)
_ASIDES = (("ordinal", "the {nth} fair of {place}"), ("part-of-name", "the {place} {year} Strategy"))


def write(folder: Path, claims: int, seed: int = 4) -> Path:
    """Write a catalogue of so many claims, and its source, into a folder; return the catalogue's path.

    An event and a number set aside go with every eighth claim.
    """
    made = _Maker(claims, seed)
    text = "\n".join(made.text()) + "\n"
    (folder / "sources").mkdir(parents=True, exist_ok=True)
    (folder / "sources" / "made.txt").write_text(text, encoding="utf-8", newline="\n")
    file = folder / "made.yaml"
    digest = hashlib.sha256(text.encode()).hexdigest()
    file.write_text("\n".join(made.catalogue(digest)) + "\n", encoding="utf-8", newline="\n")
    return file


class _Maker:
    """Says one thing after the other, and keeps what the catalogue has to hold."""

    def __init__(self, claims: int, seed: int) -> None:
        self._random = Random(seed)  # noqa: S311 - no secret
        self._wanted = claims
        self._places = self._named()
        self._measures: list[str] = []
        self._claims: list[str] = []
        self._events: list[str] = []
        self._asides: list[str] = []

    def _named(self) -> Iterator[str]:
        """Names of places, never the same twice."""
        for n in count():
            rest, middle = n // 144, ""
            while rest or not middle:
                rest, own = divmod(rest, 12)
                middle += _MIDDLES[own]
            yield _STARTS[n % 12] + middle + _ENDS[n // 12 % 12]

    def text(self) -> Iterator[str]:
        """Yield the paragraphs of the text."""
        yield "A report made for measuring"
        yield ""
        yield "8 April 2014"
        self._asides.append(_item(text="8 April 2014", reason="document-date"))
        sentences: list[str] = []
        for n in range(self._wanted):
            sentences += self._sentences(n)
            if len(sentences) >= 10 or n == self._wanted - 1:
                yield ""
                yield " ".join(sentences)
                sentences = []

    def _sentences(self, n: int) -> Iterator[str]:
        measure, inside = self._measure(n)
        says = _MEASURES[measure % len(_MEASURES)]
        good = _GOODS[measure % len(_GOODS)]
        said = says[inside % len(says)](self._random, next(self._places), good)
        self._claims.append(_claim(n, measure, said))
        yield said.sentence
        yield self._random.choice(_FILLERS).format(place=next(self._places))
        if n % 8 == 0:
            event = _EVENTS[n // 8 % 2](self._random, next(self._places), good)
            self._events.append(_event(n, measure, event))
            yield event.sentence
            yield self._aside(n)

    def _measure(self, n: int) -> tuple[int, int]:
        """Return the measure of the next claim, and how many claims it has already."""
        measure, inside = divmod(n, CLAIMS_A_MEASURE)
        if not inside:
            self._measures.append(_item(id=f"measure-{measure}", title=f"Measure {_in_letters(measure)}"))
        return measure, inside

    def _aside(self, n: int) -> str:
        reason, words = _ASIDES[n // 8 % 2]
        nth = self._random.choice(("second", "third", "fourth"))
        said = words.format(nth=nth, place=next(self._places), year=self._random.randint(2020, 2050))
        self._asides.append(_item(text=said, reason=reason))
        return f"People spoke of {said} with pride."

    def catalogue(self, digest: str) -> Iterator[str]:
        """Yield the lines of the catalogue, once the text is made."""
        yield "title: A catalogue made for measuring"
        yield f"sectors: [{', '.join(SECTORS)}]"
        yield "counted: [project]"
        yield "sources:"
        yield _item(id="made", title="A report made for measuring", publisher="The benchmarks")
        yield "    date: 2014-04-08\n    language: en\n    path: sources/made.txt"
        yield f'    sha256: "{digest}"\n    currency: {{$: USD}}\n    set_aside:'
        yield from (_indented(aside, 4) for aside in self._asides)
        yield from ("measures:", *self._measures, "claims:", *self._claims)
        yield from ("events:", *self._events) if self._events else ()
        yield "..."


def _one(sentence: str, value: str, words: str, status: str, year: int) -> Said:
    amount = {"value": value, "text": words, "status": status, "period": f'"{year}"'}
    return Said(sentence=sentence, amounts=(amount,))


def _number(random: Random) -> str:
    whole = random.randint(2, 95)
    return f"{whole}.{random.randint(1, 9)}" if random.random() < 0.5 else str(whole)


def _past(random: Random) -> int:
    return random.randint(1996, 2012)


def _in_letters(number: int) -> str:
    return (_in_letters(number // 26 - 1) if number >= 26 else "") + chr(ord("A") + number % 26)


def _claim(n: int, measure: int, said: Said) -> str:
    sector = SECTORS[measure % len(SECTORS)]
    head = _item(
        id=f"claim-{n}", source="made", sector=sector, measure=f"measure-{measure}", title=f"Claim {_in_letters(n)}"
    )
    amounts = "\n".join(_indented(_item(**amount), 4) for amount in said.amounts)
    return f"{head}\n    quote: >-\n      {said.sentence}\n    amounts:\n{amounts}"


def _event(n: int, measure: int, said: Said) -> str:
    sector = SECTORS[measure % len(SECTORS)]
    head = _item(id=f"event-{n}", source="made", sector=sector, title=f"Event {_in_letters(n)}", **said.event)
    return f"{head}\n    quote: >-\n      {said.sentence}"


def _item(**keys: str) -> str:
    """One item of a list of mappings, two spaces in."""
    lines = [f"{name}: {value}" for name, value in keys.items()]
    return "  - " + "\n    ".join(lines)


def _indented(text: str, by: int) -> str:
    return "\n".join(" " * by + line for line in text.split("\n"))


if __name__ == "__main__":
    print(write(Path(sys.argv[1]), int(sys.argv[2])))
