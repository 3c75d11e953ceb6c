"""A catalogue as hostile or broken input: the file as a whole, and what YAML hides.

Each row changes one thing in the small catalogue of `harvest` and gives the lines that a user reads.
"""
# ruff: noqa: E501 (the sentences are given whole)

from __future__ import annotations

import os
import re
from pathlib import Path

import harvest
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figures.catalogue import encoding, nodes
from figures.catalogue.reader import Reader
from figures.errors import CatalogueError, Problems

REAL = Path(__file__).parent.parent / "data" / "figures.yaml"

QUOTE = "quote: the mill took 40 tonnes of grain"

# fmt: off
QUOTES = [
    (QUOTE, "quote: the mill took #40 tonnes of grain",
     "28:12 claims[0].quote: expected the whole text, got 'the mill took' cut off at '#40 tonnes of grain'; put the text in quotes, or the comment elsewhere"),
    (QUOTE, "quote: the mill took # 40 tonnes of grain",
     "28:12 claims[0].quote: expected the whole text, got 'the mill took' cut off at '# 40 tonnes of grain'; put the text in quotes, or the comment elsewhere"),
    (QUOTE, "quote: the mill took 40\n      # tonnes of grain",
     "28:12 claims[0].quote: expected the whole text, got 'the mill took 40' cut off at '# tonnes of grain'; put the text in quotes, or the comment elsewhere"),
    ("title: Grain taken", "title: Grain # taken",
     "27:12 claims[0].title: expected the whole text, got 'Grain' cut off at '# taken'; put the text in quotes, or the comment elsewhere"),
    ("[Farm, Mill]", "[Farm, Mill #2\n  ]",
     "2:17 sectors[1]: expected the whole text, got 'Mill' cut off at '#2'; put the text in quotes, or the comment elsewhere"),
    (QUOTE, "quote: &the mill took 40 tonnes of grain",
     "28:12 claims[0].quote: expected no YAML anchor, got '&the'; a text that begins with & needs quotes"),
    (QUOTE, "quote: !the mill took 40 tonnes of grain",
     "28:12 claims[0].quote: expected no YAML tag, got '!the'; a text that begins with ! needs quotes"),
    (QUOTE, "quote: ! the mill took 40 tonnes of grain",
     "28:12 claims[0].quote: expected no YAML tag, got '!'; a text that begins with ! needs quotes"),
    (QUOTE, "quote: !!binary dGhlIG1pbGw=",
     "28:12 claims[0].quote: expected no YAML tag, got '!tag:yaml.org,2002:binary'; a text that begins with ! needs quotes"),
    (QUOTE, "quote: *the mill took 40 tonnes of grain",
     "28:12 claims[0].quote: expected no YAML alias, got one that begins with *; write the text out; a text that begins with * needs quotes\n"
     "28:17 claims[0]: expected YAML, got “…”; line the keys up with each other, and close quotation marks"),
    (QUOTE, "quote: the mill took: 40 tonnes of grain",
     "28:25 claims[0]: expected YAML, got “…”; a text that holds ': ' needs quotes, or '>-' and lines of its own"),
    (QUOTE, "quote: @the mill took 40 tonnes of grain",
     "28:12 claims[0].quote: expected YAML, got “…”; a text that begins with % @ or ` needs quotes"),
    (QUOTE, "quote: 'the mill took 40 tonnes' of grain",
     "28:38 claims[0]: expected YAML, got “…”; line the keys up with each other, and close quotation marks"),
    (QUOTE, 'quote: "the mill took 40 tonnes of grain',
     "50:12 claims[0]: expected YAML, got “…”; line the keys up with each other, and close quotation marks"),
    (QUOTE, "quote: ''",
     "28:12 claims[0].quote: expected the words of the source that state it, got nothing; write it, or leave the key out"),
    (QUOTE, "quote: the",
     "28:12 claims[0].quote: expected the words of the source that state it, got 'the'; so short a quote proves nothing: give at least two words and 8 characters"),
    (QUOTE, "quote: yes",
     "28:12 claims[0].quote: expected the words of the source that state it, got 'yes'; so short a quote proves nothing: give at least two words and 8 characters"),
    (QUOTE, "quote: productivity",
     "28:12 claims[0].quote: expected the words of the source that state it, got 'productivity'; so short a quote proves nothing: give at least two words and 8 characters"),
    (QUOTE, "quote: a b c d",
     "28:12 claims[0].quote: expected the words of the source that state it, got 'a b c d'; so short a quote proves nothing: give at least two words and 8 characters"),
    (QUOTE, "quote:" + " long" * 1001 + " ",
     "28:12 claims[0].quote: expected the words of the source that state it, got 'long long long long long long long long long long long long …'; it has 5004 characters; at most 5000 are read"),
    (QUOTE, 'quote: "the mill\\u202e took 40 tonnes"',
     "28:12 claims[0].quote: expected the words of the source that state it, got 'the mill\\u202e took 40 tonnes'; delete U+202E (RIGHT-TO-LEFT OVERRIDE)"),
    (QUOTE, 'quote: "the mill\\e[2J took 40 tonnes"',
     "28:12 claims[0].quote: expected the words of the source that state it, got 'the mill\\x1b[2J took 40 tonnes'; delete U+001B (ESCAPE)"),
    (QUOTE, 'quote: "the mill\\0 took 40 tonnes"',
     "28:12 claims[0].quote: expected the words of the source that state it, got 'the mill\\x00 took 40 tonnes'; delete U+0000 (NUL)"),
    (QUOTE, 'quote: "the mill\\N took 40 tonnes"',
     "28:12 claims[0].quote: expected the words of the source that state it, got 'the mill\\x85 took 40 tonnes'; delete U+0085 (NEXT LINE)"),
    (QUOTE, "quote: the mill \u202etook 40 tonnes",
     "28:21 expected visible characters, got U+202E (RIGHT-TO-LEFT OVERRIDE); delete it"),
    ("title: Harvest", 'title: "a\\u200bb"',
     "1:8 title: expected text of one line, got 'a\\u200bb'; delete U+200B (ZERO WIDTH SPACE)"),
    ("title: Harvest", "title: |\n  two\n  lines",
     "1:8 title: expected text of one line, got 'two\\nlines\\n'; write it in one line, or begin it with '>-'"),
    ("title: Harvest", "title: " + "x" * 301,
     "1:8 title: expected text of one line, got 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…'; it has 301 characters; at most 300 are read"),
]

DOCUMENTS = [
    ("...\n", "",
     "51:1 expected the last line '...', got '    quote: In 1901 the mill took'; the file may be cut off; if it is whole, end it with a line ..."),
    ("...\n", "..\n",
     "52:1 expected the last line '...', got '..'; the file may be cut off; if it is whole, end it with a line ...\n"
     "53:1 events[0]: expected YAML, got “…”; a key ends with ': '"),
    ("...\n", "...\n# the end\n",
     "53:1 expected the last line '...', got '# the end'; the file may be cut off; if it is whole, end it with a line ..."),
    ("...\n", "... # the end\n",
     "52:1 expected the last line '...', got '... # the end'; the file may be cut off; if it is whole, end it with a line ..."),
    ("...\n", "---\ntitle: x\n...\n",
     "52:1 expected one document, got a second one; keep one; a line '---' or '...' ends it"),
    ("...\n", "...\ntitle: x\n...\n",
     "53:1 expected YAML, got “…”; nothing may follow the line '...'"),
    ("title: Harvest", "%YAML 1.2\n---\ntitle: Harvest",
     "1:1 expected no YAML directive, got '%YAML 1.2'; delete the line"),
    ("title: Harvest", "%TAG ! x\n---\ntitle: Harvest",
     "1:1 expected no YAML directive, got '%TAG ! x'; delete the line"),
    ("title: Harvest", "# c\n\n%FOO\n---\ntitle: Harvest",
     "3:1 expected no YAML directive, got '%FOO'; delete the line"),
    ("  - id: note", "\t- id: note",
     "5:1 expected visible characters, got U+0009 (TAB); indent with spaces; in a text write a space"),
    ("title: Harvest", "title:\tHarvest",
     "1:7 expected visible characters, got U+0009 (TAB); indent with spaces; in a text write a space"),
    ("title: Harvest", "title: Har\rvest",
     "1:11 expected visible characters, got U+000D (CARRIAGE RETURN); end lines with LF or CR LF"),
    ("title: Harvest", "title: Har\x85vest",
     "1:11 expected visible characters, got U+0085 (NEXT LINE); delete it"),
    ("title: Harvest", "title: Har\u2028vest",
     "1:11 expected visible characters, got U+2028 (LINE SEPARATOR); delete it"),
    ("title: Harvest", "title: Har\ufeffvest",
     "1:11 expected visible characters, got U+FEFF (ZERO WIDTH NO-BREAK SPACE); delete it"),
    ("title: Harvest", "title: Har\x00vest",
     "1:11 expected visible characters, got U+0000 (NUL); delete it, or save the file as UTF-8"),
    ("title: Harvest", "title: Har\x1b[31mvest",
     "1:11 expected visible characters, got U+001B (ESCAPE); delete it"),
    ("title: Harvest", "title: Har\u2066vest",
     "1:11 expected visible characters, got U+2066 (LEFT-TO-RIGHT ISOLATE); delete it"),
    ("title: Harvest", "# note \u202e\ntitle: Harvest",
     "1:8 expected visible characters, got U+202E (RIGHT-TO-LEFT OVERRIDE); delete it"),
    ("title: Harvest", 'title: "\\ud800"',
     "1:11 title: expected YAML, got “…”; write the character itself"),
    ("title: Harvest", 'title: "\\UFFFFFFFF"',
     "1:11 title: expected YAML, got “…”; write the character itself"),
    ("title: Harvest", 'title: "\\q"',
     "1:9 title: expected YAML, got “…”; write the character itself"),
    ("  - id: grain\n   ", "  - id: grain\n  ",
     "16:4 measures: expected YAML, got “…”; line the items up with each other"),
    ("[Farm, Mill]", "[Farm, Mill",
     "3:8 sectors: expected YAML, got “…”; close the bracket"),
    ("[Farm, Mill]", "[[[[[[[[[[[[Farm]]]]]]]]]]]]",
     "2:21 sectors[0][0][0][0][0][0][0][0][0][0][0]: expected at most 12 levels, got more"),
    ("  - id: grain-1901", "  - - id: grain-1901",
     "24:5 claims[0]: expected YAML, got “…”; line the items up with each other"),
]
# fmt: on


def said(lines):
    """The problems without the file's name and without the YAML parser's own words."""
    return "\n".join(re.sub("“.*?”", "“…”", line.removeprefix("harvest.yaml:")) for line in lines)


@pytest.mark.parametrize(("old", "new", "problems"), QUOTES + DOCUMENTS)
def test_what_yaml_would_take_in_silence_is_told(old, new, problems):
    assert said(harvest.problems(harvest.changed(old, new))) == problems


@pytest.mark.parametrize(("old", "new", "problems"), QUOTES + DOCUMENTS)
def test_both_parsers_of_yaml_give_the_same_verdict(old, new, problems):
    text = harvest.changed(old, new)
    assert not accepts(text, nodes.PYTHON_EVENTS)
    assert not accepts(text, nodes.C_EVENTS or nodes.PYTHON_EVENTS)


def accepts(text, parser):
    """Whether a text loads with one of YAML's parsers."""
    problems = Problems("harvest.yaml")
    try:
        decoded = encoding.decode(text.encode(), problems)
        Reader(decoded, problems).catalogue(nodes.read(decoded, problems, parser))
    except CatalogueError:
        return False
    return not problems.count


# Bytes


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (
            b"",
            "1:1 expected the last line '...', got an empty file; the file may be cut off; if it is whole, end it with a line ...\n1:1 expected a catalogue, got nothing",
        ),
        (b"# only this\n...\n", "1:1 expected a catalogue, got nothing"),
        (b"---\n...\n", "2:1 expected the keys of a catalogue, got nothing"),
        (b"...\n", "1:1 expected a catalogue, got nothing"),
        (b"harvest\n...\n", "1:1 expected the keys of a catalogue, got 'harvest'"),
        (b"- harvest\n...\n", "1:1 expected the keys of a catalogue, got a list"),
        (harvest.TEXT.encode("utf-16"), "1:1 expected UTF-8, got UTF-16; save the file as UTF-8"),
        (
            harvest.TEXT.encode("utf-16-be"),
            "1:1 expected visible characters, got U+0000 (NUL); delete it, or save the file as UTF-8",
        ),
        (harvest.TEXT.encode("utf-32"), "1:1 expected UTF-8, got UTF-32; save the file as UTF-8"),
        (
            harvest.TEXT.replace("The mill", "Café").encode("latin-1"),
            "7:19 expected UTF-8, got the byte 0xe9; save the file as UTF-8",
        ),
        (
            harvest.TEXT.replace("Harvest", "“Harvest”").encode("cp1252"),
            "1:8 expected UTF-8, got the byte 0x93; save the file as UTF-8",
        ),
        (
            harvest.TEXT.encode().replace(b"Harvest", b"\xed\xa0\x80"),
            "1:8 expected UTF-8, got the byte 0xed; save the file as UTF-8",
        ),
        (
            harvest.TEXT.encode().replace(b"Harvest", b"\xc0\xaf"),
            "1:8 expected UTF-8, got the byte 0xc0; save the file as UTF-8",
        ),
    ],
)
def test_other_encodings_are_one_plain_problem(data, problem):
    assert said(harvest.problems(data)[: problem.count("\n") + 1]) == problem


@pytest.mark.parametrize("end", ["", "\n", "\n\n  \n", "\r\n"])
def test_only_white_space_may_be_missing_or_more_after_the_end_line(end):
    assert harvest.problems(harvest.TEXT.rstrip() + end) == []


@pytest.mark.parametrize("text", [harvest.TEXT, REAL.read_text(encoding="utf-8")], ids=["small", "real"])
def test_a_catalogue_cut_at_any_byte_is_refused(text):
    whole = text.encode()
    kept = len(whole.rstrip())
    assert [cut for cut in range(kept + 1) if not harvest.problems(whole[:cut])] == [kept]


@pytest.mark.parametrize("lines", [1, 2, 3])
def test_a_catalogue_that_lost_lines_in_its_middle_is_refused_or_loses_what_they_said(lines):
    said_before = repr(harvest.read(harvest.TEXT))
    written = harvest.TEXT.splitlines(keepends=True)
    for at in range(len(written) - lines):
        text = "".join(written[:at] + written[at + lines :])
        if not harvest.problems(text):
            assert repr(harvest.read(text)) != said_before


# Sizes


def test_bombs_are_refused_before_anything_is_built():
    bomb = "a0: &a0 {k: 1}\n" + "".join(
        f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}\n" for n in range(1, 20)
    )
    lines = harvest.problems(bomb + "...\n")
    assert "1:5 a0: expected no YAML anchor, got '&a0'; a text that begins with & needs quotes" in said(lines)
    assert len(lines) < 300


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "? " * 100_000, "a: [" + "[" * 100_000 + "]" * 100_000 + "]"],
    ids=["lists", "mappings", "items", "keys", "closed"],
)
def test_deep_nesting_neither_ends_the_process_nor_takes_long(text):
    assert any("at most 12 levels" in line for line in harvest.problems(text + "\n...\n"))


@pytest.mark.parametrize("root", ["*all", "&all harvest", "!harvest x"])
def test_a_root_that_is_no_plain_node_is_one_problem(root):
    assert len(harvest.problems(f"{root}\n...\n")) == 1


def test_a_catalogue_that_refers_to_itself_is_refused():
    assert any("no YAML anchor" in line for line in harvest.problems("claims: &c\n  - *c\n...\n"))


def test_a_file_has_a_size_that_is_read_and_no_more():
    assert said(harvest.problems(b"#" * (encoding.MOST_BYTES + 1))) == (
        "1:1 expected at most 33554432 bytes, got 33554433; split the catalogue"
    )


def test_a_file_has_a_number_of_entries_that_is_read_and_no_more():
    text = "sectors: [" + "a, " * nodes.MOST_NODES + "a]\n...\n"
    assert "at most 500000 entries" in harvest.problems(text)[-1]


@pytest.mark.parametrize(("most", "refused"), [(4, False), (3, True)])
def test_a_file_may_have_just_as_many_entries(monkeypatch, most, refused):
    monkeypatch.setattr(nodes, "MOST_NODES", most)
    told = harvest.problems("title: Harvest\nsectors: [Farm]\n...\n")  # the whole, title, list, name
    assert any(f"at most {most} entries" in line for line in told) is refused


def test_a_file_full_of_problems_is_given_up():
    lines = harvest.problems("".join(f"k{n}: 1\n" for n in range(5000)) + "...\n")
    assert len(lines) == 1001
    assert "at most 1000 problems" in lines[-1]


def test_many_claims_load_in_their_order():
    head, _, rest = harvest.TEXT.partition("claims:\n")
    claim = rest.partition("  - id: price-1901")[0]
    ids = [f"c-{n}" for n in range(2000)]
    text = head + "claims:\n" + "".join(claim.replace("grain-1901", id_) for id_ in ids) + "...\n"
    assert [claim.id for claim in harvest.read(text).claims] == ids


# Anything at all

MANY = settings(max_examples=int(os.environ.get("FIGURES_EXAMPLES", "300")), deadline=None)
"""A longer search: FIGURES_EXAMPLES=3000 python -m pytest tests/test_bad_yaml.py"""

TOKENS = [
    *(
        "title: ",
        "claims:\n",
        "- ",
        "  ",
        "    ",
        "\n",
        "a",
        "'",
        '"',
        "''",
        "[",
        "]",
        "{",
        "}",
        ",",
        ": ",
        ":",
        "? ",
        "?",
    ),
    *(
        "&a ",
        "*a",
        "!t ",
        "!!int ",
        "!<x> ",
        "! ",
        "|\n",
        ">-\n",
        "|2\n",
        ">+\n",
        "# c",
        " #",
        "---\n",
        "...\n",
        "--- ",
    ),
    *(
        "%YAML 1.1\n",
        "%TAG ! !\n",
        "%",
        "@",
        "`",
        "<<: ",
        "~",
        "null",
        "yes",
        "1e3",
        "0x10",
        "2012-02-30",
        "!!timestamp x",
    ),
    *(
        "!!bool x",
        "12:30:45",
        "\\",
        "\\ud800",
        "\\UFFFFFFFF",
        "\\x00",
        "\\\n",
        "\r\n",
        "\r",
        "\t",
        "é",
        "\u200b",
        "\xa0",
        "$",
    ),
    *(
        "- - ",
        "-\n",
        "a:b",
        "a: b\n",
        "\n  b: c",
        "\n    - d",
        "x" * 130,
        "? [a]\n: b",
        "{a: b}",
        "[a: b]",
        "{a:}",
        "[,]",
    ),
    *("\x00", "\x1b", "\x85", "\u2028", "\ufeff", "\u202e", "\U0001f600", "９", "1" * 5000, "1:" * 400, "- |\n  x\n"),
]


@MANY
@given(st.lists(st.sampled_from(TOKENS), max_size=12).map("".join), st.sampled_from(["", "\n...\n"]))
def test_a_heap_of_tokens_is_refused_and_nothing_else_happens(text, end):
    assert harvest.problems(text + end)


@MANY
@given(
    st.lists(
        st.tuples(st.integers(0, len(harvest.TEXT)), st.integers(0, 6), st.sampled_from(TOKENS)), min_size=1, max_size=3
    )
)
def test_a_catalogue_with_tokens_thrown_in_loads_or_is_refused_alike_by_both_parsers(edits):
    text = harvest.TEXT
    for at, length, token in edits:
        text = text[:at] + token + text[at + length :]
    refused = harvest.problems(text)
    assert all(line.startswith("harvest.yaml:") and line.isprintable() for line in refused)
    assert accepts(text, nodes.PYTHON_EVENTS) == (not refused)


@MANY
@given(st.binary(max_size=200), st.integers(0, len(harvest.TEXT)))
def test_any_bytes_anywhere_are_a_catalogue_or_refused(data, at):
    whole = harvest.TEXT.encode()
    harvest.problems(data)
    harvest.problems(whole[:at] + data + whole[at:])
