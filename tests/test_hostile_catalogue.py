"""More catalogues that somebody could write, paste or send: each is refused in plain lines, or taken as it is meant."""

# ruff: noqa: E501 (tables)

from __future__ import annotations

import gzip
import hashlib
import os
import random
from pathlib import Path

import harvest
import pytest
from test_bad_yaml import TOKENS

from figures import check
from figures.catalogue import Stored, parse
from figures.errors import CatalogueError

BYTES = harvest.TEXT.encode()
QUOTE = "quote: the mill took 40 tonnes of grain"
TITLE = "title: Harvest"
SECTORS = "sectors: [Farm, Mill]"
MB = 1_000_000


def put(old, new):
    return harvest.changed(old, new).encode()


def after_title(text):
    return put(f"{TITLE}\n", f"{TITLE}\n{text}\n")


# fmt: off
STREAMS = {
    "line ends CR": BYTES.replace(b"\n", b"\r"),
    "line ends CR CR LF": BYTES.replace(b"\n", b"\r\r\n"),
    "line ends LF CR": BYTES.replace(b"\n", b"\n\r"),
    "line ends NEL": harvest.TEXT.replace("\n", "\x85").encode(),
    "line ends U+2028": harvest.TEXT.replace("\n", "\u2028").encode(),
    "end line indented": put("...\n", " ...\n"),
    "end line and a no-break space": put("...\n", "...\u00a0\n"),
    "end line as an ellipsis": put("...\n", "…\n"),
    "end line inside a text": put(QUOTE, "quote: |\n      the mill took 40\n...\n      tonnes"),
    "padded with NUL": BYTES + b"\0" * 512,
    "ended by Ctrl-Z": BYTES + b"\x1a",
    "a document before": b"...\n" + BYTES,
    "empty documents before": b"---\n...\n---\n" + BYTES,
    "nothing but documents": b"---\n---\n---\n...\n",
    "begun on the line of the dashes": b"--- " + BYTES,
    "a directive after an indent": b"  %YAML 1.1\n---\n" + BYTES,
    "a directive that nobody knows": b"%RESERVED a b\n---\n" + BYTES,
    "a directive in the middle": put("sources:\n", "%YAML 1.1\nsources:\n"),
    "two byte order marks": b"\xef\xbb\xbf\xef\xbb\xbf" + BYTES,
    "a byte order mark alone": b"\xef\xbb\xbf",
    "UTF-16 without a mark": harvest.TEXT.encode("utf-16-le"),
    "UTF-16, high bytes first": b"\xfe\xff" + harvest.TEXT.encode("utf-16-be"),
    "UTF-32 without a mark": harvest.TEXT.encode("utf-32-le"),
    "Shift JIS": harvest.TEXT.replace("Harvest", "収穫").encode("shift_jis"),
    "EBCDIC": harvest.TEXT.encode("cp037", "replace"),
    "surrogates one by one": BYTES.replace(b"Harvest", b"\xed\xa0\xbd\xed\xb8\x80", 1),
    "beyond Unicode": BYTES.replace(b"Harvest", b"\xf5\x80\x80\x80", 1),
    "cut inside a character": BYTES[:-4] + b"\xe2\x80",
    "compressed": gzip.compress(BYTES),
    "an archive": b"PK\x03\x04" + b"\0" * 100,
    "nothing but NUL": b"\0" * 10_000,
}
YAML = {
    "merge of nothing": after_title("<<:"),
    "merge between brackets": put("{$: USD}", "{<<: {$: USD}}"),
    "merge in quotes": after_title('"<<": {a: b}'),
    "merge in a claim": put("    sector: Farm\n", "    sector: Farm\n    <<: {note: x}\n"),
    "the default key": after_title("=: x"),
    "no key": after_title(": x"),
    "the null key": after_title("~: x"),
    "a number as key": after_title("1: x"),
    "a text of lines as key": after_title("? |\n  note\n: x"),
    "a key without a value": after_title("? note"),
    "the same key in quotes": after_title("'title': x"),
    "the same key in escapes": after_title('"t\\x69tle": x'),
    "a key and a space": put(TITLE, '"title ": Harvest'),
    "an alias as key": after_title("*a : x"),
    "an anchor on everything": b"&r\n" + BYTES,
    "an anchor on a list": put(SECTORS, "sectors: &s [Farm, Mill]"),
    "an anchor without a name": put(TITLE, "title: & Harvest"),
    "an anchor of other letters": put(TITLE, "title: &中 Harvest"),
    "an alias without a name": put(TITLE, "title: * Harvest"),
    "a tag in brackets": put(TITLE, "title: !<tag:yaml.org,2002:python/object/apply:os.system> x"),
    "a tag that calls": put(TITLE, "title: !!python/object/apply:os.system ['true']"),
    "a tag of percent signs": put(TITLE, "title: !%41%ff x"),
    "a tag that changes nothing": put(TITLE, "title: !!str Harvest"),
    "a set": put(SECTORS, "sectors: !!set {Farm, Mill}"),
    "an ordered mapping": put(SECTORS, "sectors: !!omap [a: b]"),
    "a block without indent": put(TITLE, "title: |0\n x"),
    "a block of another indent": put(TITLE, "title: >9\n x"),
    "a block with a word": put(TITLE, "title: |x\n y"),
    "an empty block": put(TITLE, "title: >-\n"),
    "a tab after a dash": put("  - id: note", "  -\tid: note"),
    "a tab at a line's end": put(TITLE, f"{TITLE}\t"),
    "a tab in a comment": after_title("# a\tb"),
    "a tab in quotes": put(TITLE, 'title: "Har\tvest"'),
    "a tab as an escape": put(TITLE, 'title: "Har\\tvest"'),
}
TEXTS = {
    "a quote cut in its second line": put(QUOTE, "quote: the mill took\n      40 tonnes # of grain"),
    "a quote cut after a tab": put(QUOTE, "quote: the mill took\t#40 tonnes"),
    "words of an amount cut": put("text: 40 tonnes", "text: 40 tonnes #of"),
    "a unit cut": put("value: 40 t", "value: 40 #t"),
    "a quote that begins with a dash": put(QUOTE, "quote: - the mill took 40"),
    "a quote that begins with a question mark": put(QUOTE, "quote: ? the mill took 40"),
    "a quote that begins with a bar": put(QUOTE, "quote: | the mill took 40"),
    "a quote that begins with a sign": put(QUOTE, "quote: > the mill took 40"),
    "a quote in braces": put(QUOTE, "quote: {the mill took 40}"),
    "a quote in brackets": put(QUOTE, "quote: [the mill, took 40]"),
    "a quote that ends with a colon": put(QUOTE, "quote: the mill took 40 tonnes:"),
    "an apostrophe inside apostrophes": put(QUOTE, "quote: 'the mill's 40 tonnes'"),
    "half of a pair of surrogates": put(TITLE, 'title: "\\ud83d"'),
    "a pair of surrogates": put(TITLE, 'title: "\\ud83d\\ude00"'),
    "a surrogate in eight digits": put(TITLE, 'title: "\\U0000d800"'),
    "an escape beyond Unicode": put(TITLE, 'title: "\\U00110000"'),
    "an escape of one digit": put(TITLE, 'title: "\\x4"'),
    **{f"the escape {name}": put(TITLE, f'title: "a{name}b"') for name in (r"\0", r"\a", r"\e", r"\x7f", r"\L", r"\N")},
}
UNSEEN = {
    f"U+{ord(one):04X} in {where}": put(old, old[:-2] + one + old[-2:])
    for one in "\u200b\u2060\xad\u034f\u180e\u3164\u200e\u061c\u202e\ufff9\ufdd0\ufffe\U0001fffe\U000e0041"
    for old, where in ((TITLE, "a title"), ("id: delivery", "an id"), ("    sector: Farm", "a sector"))
}
NAMES = {
    "composed and decomposed": put(SECTORS, "sectors: [Farm, Mill, Caf\u00e9, Cafe\u0301]"),
    "one space and two": put(SECTORS, "sectors: [Farm, Mill, 'A B', 'A  B']"),
    "a space after it": put(SECTORS, "sectors: [Farm, Mill, 'Farm ']"),
    "wide letters": put(SECTORS, "sectors: [Farm, Mill, Ｆarm]"),
    "capitals of other length": put(SECTORS, "sectors: [Farm, Mill, Straße, STRASSE]"),
    "a ligature": put(SECTORS, "sectors: [Farm, Mill, Office, O\ufb03ce]"),
    "counted nouns": put("counted: [field]", "counted: [field, Field]"),
}
SIZES = {
    "a key of 100 kB": after_title("k" * 100_000 + ": x"),
    "a key of 100 kB in quotes": after_title('"' + "k" * 100_000 + '": x'),
    "a key of 100 kB after a question mark": after_title("? " + "k" * 100_000 + "\n: x"),
    "a title of 10 MB": put(TITLE, "title: " + "x" * 10 * MB),
    "a quote of 10 MB": put(QUOTE, "quote: " + "word " * 2 * MB),
    "a quote of a million lines": put(QUOTE, "quote: |\n" + "      word\n" * MB),
    "a comment of 10 MB in a text": put(QUOTE, "quote: x " + "#" * 10 * MB),
    "escapes of 8 MB": put(QUOTE, 'quote: "' + "\\x41" * 2 * MB + '"'),
    "10 MB of colons": b":" * 10 * MB + b"\n...\n",
    "10 MB of dashes": b"-" * 10 * MB + b"\n...\n",
    "1 MB of braces and question marks": b"{?" * (MB // 2) + b"\n...\n",
    "1 MB of commas": b"a: [" + b"," * MB + b"]\n...\n",
    "1 MB of aliases": b"a: [" + b"*a," * (MB // 3) + b"]\n...\n",
    "1 MB of anchors": b"a: [" + b"&a b," * (MB // 5) + b"]\n...\n",
    "1 MB of tags": b"a: [" + b"!a b," * (MB // 5) + b"]\n...\n",
    "an anchor of 1 MB": put(TITLE, "title: &" + "a" * MB + " Harvest"),
    "a tag of 1 MB": put(TITLE, "title: !" + "a" * MB + " Harvest"),
    "100,000 times the same key": b"title: a\n" * 100_000 + b"...\n",
    "20,000 long names": put(SECTORS, "sectors: [" + ", ".join("a" * 50 + str(n) for n in range(20_000)) + "]"),
}
VALUES = [
    *("9" * 5000 + " t", "1e400 t", "1E3 t", "0b11 t", "0o17 t", "0x28 t", "00 t", "--40 t", "4,0000 t", "1,23,456 t"),
    *("40..0 t", "40", "t", "million t", "40 million", "40 t t", "40 t/", "40 /t", "40 t//year", "40 %%", "40 USD EUR"),
    *("４０ t", "٤٠ t", "40² t", "½ t", "NaN t", "inf t", "-Infinity t", "1_000 t", "1'000 t", "40 t\u200b", "4\u200b0 t"),
    *("40 т", "(40) t", "~40 t", ">40 t", "40 t?", "40 t;1", "=40 t", "12:30 t", "2013-04-08", "true", "null", "40 Mt Mt"),
]
PERIODS = [
    *("2012-2-3", "12", "20120203", "2012-00", "2012-02-30", "2012-W05", "2012-060", "-0044", "+2012", "12012", "~2012"),
    *("2012~~", "2012?", "2012%", "../..", "/", "2012/", "/2012", "2012/2011", "2012/2013/2014", "2012 /2013", "２０１２"),
    *("2012-12-24T00:00", "0000", "2012-1X", "201X", "2013/2012-12", "2012..2013", "[2012,2013]", "Y12345", "2012-23", "now"),
]
# fmt: on
REFUSED = STREAMS | YAML | TEXTS | UNSEEN | NAMES | SIZES


@pytest.mark.parametrize("data", REFUSED.values(), ids=REFUSED.keys())
def test_it_is_refused_in_lines_that_can_be_read(data):
    lines = harvest.problems(data)
    assert lines
    assert all(line.startswith("harvest.yaml:") and line.isprintable() and len(line) < 700 for line in lines)


@pytest.mark.parametrize("value", VALUES)
def test_what_is_no_number_with_a_unit_is_refused_where_it_stands(value):
    (line,) = harvest.problems(put("value: 40 t", f"value: '{value.replace(chr(39), chr(39) * 2)}'"))
    assert line.startswith("harvest.yaml:30:16 claims[0].amounts[0].value: expected ")


@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize("old", ["period: 1901", "date: 1901-09-30", "date: 1901\n"])
def test_what_is_no_date_is_refused_where_it_stands(period, old):
    key = old.partition(":")[0]
    (line,) = harvest.problems(put(old, f"{key}: '{period}'" + "\n" * old.endswith("\n")))
    assert f".{key}: expected a" in line


@pytest.mark.parametrize(
    ("data", "title"),
    [
        (b"---\n" + BYTES, "Harvest"),
        (b"--- # a catalogue\n" + BYTES, "Harvest"),
        (BYTES.replace(b"\n", b"\r\n", 10), "Harvest"),
        (put(TITLE, "? title\n: Harvest"), "Harvest"),
        (put(TITLE, "title: >+\n  Har\n  vest\n\n\n"), "Har vest"),
        (put(TITLE, 'title: "Har\\\n  vest"'), "Harvest"),
        (put(TITLE, 'title: "Har\\/vest \\u20ac"'), "Har/vest €"),
        (put(TITLE, "title: Harvest ! & * %x"), "Harvest ! & * %x"),
        (put(TITLE, "title: 'no' # said"), "no"),
        (put(TITLE, "title: a#b"), "a#b"),
        (put(TITLE, "title: 👩\u200d🌾\ufe0f e\u0301"), "👩\u200d🌾\ufe0f e\u0301"),
        (put("sources:\n", "\n" * 5 * MB + "sources:\n"), "Harvest"),
        (put("sources:\n", "# c\n" * MB + "sources:\n"), "Harvest"),
    ],
)
def test_what_is_odd_but_plain_is_taken_as_it_is_meant(data, title):
    assert harvest.read(data).title == title


def test_a_name_means_the_same_with_white_space_around_it():
    read = harvest.read(harvest.changed("[Farm, Mill]", "[' Farm ', Mill]").replace("sector: Farm", "sector: 'Farm '"))
    assert (read.sectors, read.claims[0].sector) == (("Farm", "Mill"), "Farm")


# Through the checks: a catalogue or its source with small things changed in it

DATA = Path(__file__).parent.parent / "data"
WHOLE = (DATA / "figures.yaml").read_text(encoding="utf-8")
SOURCE = (DATA / "sources" / "akorda-2013-04-08.txt").read_text(encoding="utf-8")
PARTS = [*TOKENS, *"0 1 9 . , - − million billion k % <= > E F plan 2013 2012-12 .. / € $ not S".split(), " ", "\u0301"]
RUNS = range(int(os.environ.get("FIGURES_EXAMPLES", "200")))
"""A longer search: FIGURES_EXAMPLES=3000 python -m pytest tests/test_hostile_catalogue.py"""


def stored(text):
    return Stored(text=text, sha256=hashlib.sha256(text.encode()).hexdigest())


def edited(text, draw):
    at = draw.randrange(len(text))
    kept = at + draw.choice([0, 0, draw.randrange(1, 8)])
    put_in = draw.choice([draw.choice(PARTS), "", text[kept : kept + draw.randrange(60)]])
    return text[:at] + put_in + text[kept:]


def loaded(whole, source):
    """The catalogue, or None where its form is refused."""
    try:
        return parse(whole.encode("utf-8", "surrogatepass"), "figures.yaml", lambda _: stored(source))
    except CatalogueError:
        return None


def told(catalogue):
    """What a catalogue makes its readers believe, whatever it calls it."""
    for claim in catalogue.claims:
        for one in claim.amounts:
            yield one.value, one.unit, one.bound, one.role, one.status, one.nature, one.period, claim.sector
    for event in catalogue.events:
        yield event.course, event.date, event.sector


BELIEVED = list(told(loaded(WHOLE, SOURCE)))


def test_whatever_is_changed_is_refused_or_fails_or_tells_the_same():
    for run in RUNS:
        draw = random.Random(run)  # noqa: S311 (no secret)
        whole, source = WHOLE, SOURCE
        if draw.random() < 0.7:
            for _ in range(draw.choice([1, 1, 2, 3])):
                whole = edited(whole, draw)
        else:  # the digest is brought up to date: only the words can tell
            source = edited(SOURCE, draw).encode("utf-8", "replace").decode()
            whole = whole.replace(stored(SOURCE).sha256, stored(source).sha256)
        found = loaded(whole, source)
        assert found is None or check(found).failed or list(told(found)) == BELIEVED, run
