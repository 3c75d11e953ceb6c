"""How fast texts are read: sentences a second, time against length, hostile texts against an ordinary one.

    python benchmarks/reading.py                       this reader
    python benchmarks/reading.py --peer PYTHON         and quantulum3 in the environment of that interpreter

The peer runs in its own process, on the same sentences, without its start-up counted. All times are
processor time, so that a busy machine does not disturb them.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import time

from figures.reading import scan

SENTENCES = [
    "The port handled 1.2 million tonnes of cargo in 2014, up 5.5 per cent from a year earlier.",
    "Some 3,400 workers will build two terminals worth $450 million by the end of 2019.",
    "Between 2010 and 2015 output rose from 12 to 33 million barrels, the ministry said on 3 March 2016.",
    "The line, 1,768 km long, can carry up to 25 million tonnes annually.",
    "Officials from both countries met in the capital to discuss co-operation in transport and energy.",
    "Nearly half of the twenty-four plants burn coal, and at least three of them will close.",
    "Inflation slowed to 4.1% in May, 0.3 percentage points below the forecast of analysts.",
    "The delegation thanked its hosts and expressed confidence that the talks would continue.",
]

PEER = """
import json, sys, time
from quantulum3 import parser
sentences = json.load(sys.stdin)
parser.parse(sentences[0])
start = time.process_time()
for sentence in sentences:
    parser.parse(sentence)
print(len(sentences) / (time.process_time() - start))
"""

HOSTILE = {
    **{
        name: name
        for name in ("7", ",", "1,", " ", "\n", "x", "1-", "$", "$1", "1/", "1.", "½", "-1", "1e", "A1", "[1")
    },
    **{name: f"{name} " for name in ("hundred", "thousand", "one", "per", "and", "half a", "1 to", "kg", "12", "May")},
    **{name: f"{name} " for name in ("1x", "1±1", "5 (6) t", "not more than", "1-1", "$1C", "C½")},
    **{name: f"{name} " for name in ("5 plants", "1 000", "1 May", "hundreds of", "sq", "1, 2, 3 and", "from 1 to")},
    "no-break spaces": "1\u00a0",
    "nested brackets": "((",
    "combining marks": "a\u0301",
    "lone marks": "\u0301",
    "hyphens": "twenty-",
    "apostrophes": "1'000",
    "quotation marks": '1"',
    "carriage returns": "1\r",
    "zero-width spaces": "1\u200b",
}
"""Parts of which a hostile text is made, by name."""


def seconds(text: str) -> float:
    """Time of one reading."""
    start = time.process_time()
    scan(text)
    return time.process_time() - start


def rate() -> float:
    """Sentences a second, one call for each."""
    scan(SENTENCES[0])
    sentences = SENTENCES * 100
    start = time.process_time()
    for sentence in sentences:
        scan(sentence)
    return len(sentences) / (time.process_time() - start)


def peer_rate(python: str) -> float:
    """Sentences a second of quantulum3."""
    done = subprocess.run([python, "-c", PEER], input=json.dumps(SENTENCES * 10), capture_output=True, text=True,
                          check=True, timeout=600)  # fmt: skip
    return float(done.stdout.split()[-1])


def ordinary(size: int, joint: str = " ") -> str:
    """An ordinary text of this many characters, in paragraphs of eight sentences."""
    paragraph = joint.join(SENTENCES) + "\n\n"
    return (paragraph * (size // len(paragraph) + 1))[:size]


def main() -> None:
    """Run all three measures and print them."""
    options = argparse.ArgumentParser()
    options.add_argument("--peer", help="a Python interpreter that has quantulum3")
    options.add_argument("--size", type=int, default=1_000_000, help="characters of a hostile text")
    asked = options.parse_args()
    turns = [(rate(), peer_rate(asked.peer) if asked.peer else 0) for _ in range(3)]  # in turn: machines change pace
    own, other = (statistics.median(rates) for rates in zip(*turns, strict=True))
    print(f"sentences a second: {own:,.0f}")
    if asked.peer:
        print(f"quantulum3:         {other:,.0f}  (ratio {own / other:.0f})")
    print("\ncharacters   seconds   µs a character")
    for size in (1_000, 10_000, 100_000, 1_000_000, 10_000_000):
        spent = seconds(ordinary(size))
        print(f"{size:>10,} {spent:>9.3f} {spent / size * 1e6:>9.3f}")
    usual = statistics.median(seconds(ordinary(asked.size)) for _ in range(3))
    print(f"\nhostile texts of {asked.size:,} characters, against {usual:.2f} s for an ordinary one (median of three)")
    for name, part in HOSTILE.items():
        spent = seconds((part * (asked.size // len(part) + 1))[: asked.size])
        print(f"{name:<20} {spent:>7.2f} s {spent / usual:>6.1f} times", flush=True)


if __name__ == "__main__":
    main()
