"""What can be wrong in the fields of a catalogue, and the very sentence that says so.

Each row changes one thing in the small catalogue of `harvest` and gives the lines that a user reads.
"""
# ruff: noqa: E501 (the sentences are given whole)

from __future__ import annotations

import re

import harvest
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

QUOTE = "quote: the mill took 40 tonnes of grain"

# fmt: off
KEYS = [
    ("title: Harvest\n", "title: Harvest\ntitle: Again\n",
     "2:1 title: expected the key once (it is on line 1 already), got 'title'; keep one of the two"),
    ("    measure: grain\n", "    measure: grain\n    measure: price\n",
     "27:5 claims[0].measure: expected the key once (it is on line 26 already), got 'measure'; keep one of the two"),
    ("measure: grain", "measuer: grain",
     "26:5 claims[0].measuer: expected a key of a claim, got 'measuer'; did you mean 'measure'?"),
    ("title: Harvest", "Title: Harvest",
     "1:1 Title: expected a key of a catalogue, got 'Title'; did you mean 'title'?"),
    ("title: Harvest\n", "title: Harvest\ncolour: red\n",
     "2:1 colour: expected a key of a catalogue, got 'colour'; the keys of a catalogue are title, sectors, counted, sources, panels, measures, apart, claims, events"),
    ("    sector: Farm\n", "",
     "23:5 claims[0]: expected the key 'sector', got none; add it: One of the catalogue's sectors."),
    ("sectors: [Farm, Mill]\n", "",
     "1:1 expected the key 'sectors', got none; add it: The sectors, as shown."),
    ("measures:", "measure:",
     "14:1 measure: expected a key of a catalogue, got 'measure'; did you mean 'measures'?"),
    ("title: Harvest\n", "title: Harvest\n? [a]\n: b\n",
     "2:3 expected a word as key, got a list, a mapping or an alias"),
    ("title: Harvest\n", "title: Harvest\n? {a: b}\n: c\n",
     "2:3 expected a word as key, got a list, a mapping or an alias"),
    ("title: Harvest\n", "title: Harvest\n<<: {note: x}\n",
     "2:1 <<: expected a key of a catalogue, got '<<'; the keys of a catalogue are title, sectors, counted, sources, panels, measures, apart, claims, events"),
    ("title: Harvest\n", 'title: Harvest\n"": x\n',
     "2:1 expected a key of a catalogue, got nothing; the keys of a catalogue are title, sectors, counted, sources, panels, measures, apart, claims, events"),
    ("title: Harvest\n", "title: Harvest\nkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk: x\n",
     "2:1 expected a key of at most 100 characters, got 'kkkkkkkkkkkkkkkkkkkk…'"),
    ("    title: Grain taken\n", "    \xa0title: Grain taken\n",
     "27:5 claims[0].\\xa0title: expected a key of a claim, got '\\xa0title'; did you mean 'title'? U+00A0 (NO-BREAK SPACE) is none of its letters"),
    ("    title: Grain taken\n", "    ti\u200btle: Grain taken\n",
     "27:5 claims[0].ti\\u200btle: expected a key of a claim, got 'ti\\u200btle'; did you mean 'title'? U+200B (ZERO WIDTH SPACE) is none of its letters"),
    ("    title: Grain taken\n", "    t\u0456tle: Grain taken\n",
     "27:5 claims[0].t\u0456tle: expected a key of a claim, got 't\u0456tle'; did you mean 'title'? U+0456 (CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I) is none of its letters"),
    ("    title: Grain taken\n", "    title： Grain taken\n",
     "28:5 claims[0]: expected YAML, got “…”; a key ends with ': '"),
]

NAMES = [
    ("sector: Farm", "sector: farm",
     "25:13 claims[0].sector: expected a sector of the catalogue, got 'farm'; did you mean 'Farm'?"),
    (QUOTE, "quote: ab cdefg",
     "28:12 claims[0].quote: expected the words of the source that state it, got 'ab cdefg'; so short a quote proves nothing: give at least two words and 8 characters"),
    ("path: note.txt", "path: in/../note.txt",
     "11:11 sources[0].path: expected a plain path inside the catalogue's folder, got 'in/../note.txt'; it may not leave the catalogue's folder by '..'"),
    ("id: price-1901", "id: grain-1901",
     "33:9 claims[1].id: expected a claim or event of its own ('grain-1901' is on line 23 already), got 'grain-1901'; change one of the two"),
    ("id: delivery", "id: grain-1901",
     "44:9 events[0].id: expected a claim or event of its own ('grain-1901' is on line 23 already), got 'grain-1901'; change one of the two"),
    ("- id: price\n", "- id: grain\n",
     "17:9 measures[1].id: expected a measure of its own ('grain' is on line 15 already), got 'grain'; change one of the two\n"
     "20:22 apart[0].between[1]: expected a measure of the catalogue, got 'price'; there are grain\n"
     "36:14 claims[1].measure: expected a measure of the catalogue, got 'price'; there are grain"),
    ("[Farm, Mill]", "[Farm, Mill, farm]",
     "2:23 sectors[2]: expected a sector of its own ('Farm' is on line 2 already), got 'farm'; change one of the two"),
    ("[Farm, Mill]", '[Farm, Mill, "Fa\\u200drm"]',
     "2:23 sectors[2]: expected the name of a sector, got 'Fa\\u200drm'; delete U+200D (ZERO WIDTH JOINER)"),
    ("[Farm, Mill]", "[Farm, Mill, مى\u200cروم, مىروم]",
     "2:31 sectors[3]: expected a sector of its own ('مى\\u200cروم' is on line 2 already), got 'مىروم'; change one of the two"),
    ("sector: Farm", "sector: Fram",
     "25:13 claims[0].sector: expected a sector of the catalogue, got 'Fram'; did you mean 'Farm'?"),
    ("sector: Farm", "sector: F\u0430rm",
     "25:13 claims[0].sector: expected a sector of the catalogue, got 'F\u0430rm'; did you mean 'Farm'? U+0430 (CYRILLIC SMALL LETTER A) is none of its letters"),
    ("measure: grain", "measure: weight",
     "26:14 claims[0].measure: expected a measure of the catalogue, got 'weight'; there are grain, price"),
    ("source: note", "source: undecided",
     "24:13 claims[0].source: expected a source of the catalogue, got 'undecided'; there are note"),
    ("[grain, price]", "[grain, undecided]",
     "20:22 apart[0].between[1]: expected a measure of the catalogue, got 'undecided'; there are grain, price"),
    ("source: note", "source: notes",
     "24:13 claims[0].source: expected a source of the catalogue, got 'notes'; did you mean 'note'?"),
    ("title: Price\n", "title: Price\n    panel: prices\n",
     "19:12 measures[1].panel: expected a panel of the catalogue, got 'prices'; it declares no panel"),
    ("[grain, price]", "[grain, prise]",
     "20:22 apart[0].between[1]: expected a measure of the catalogue, got 'prise'; did you mean 'price'?"),
    ("[grain, price]", "[grain]",
     "20:14 apart[0].between: expected a list of 2, got a list of 1"),
    ("[grain, price]", "[grain, grain]",
     "20:14 apart[0].between: expected different names, got 'grain' twice"),
]

TYPES = [
    ("sectors: [Farm, Mill]", "sectors: Farm",
     "2:10 sectors: expected a list, got 'Farm'; begin each item with '- '"),
    ("title: Harvest", "title: [Harvest]",
     "1:8 title: expected text of one line, got a list; write one text"),
    ("title: Harvest", "title: {en: Harvest}",
     "1:8 title: expected text of one line, got a mapping; write one text"),
    (QUOTE, "quote: [the mill took 40 tonnes]",
     "28:12 claims[0].quote: expected the words of the source that state it, got a list; write one text"),
    ("value: 40 t", "value: [40, t]",
     "30:16 claims[0].amounts[0].value: expected a number and a unit, such as 12 Mt, got a list; write one text"),
    ("value: 40 t", "value: {number: 40}",
     "30:16 claims[0].amounts[0].value: expected a number and a unit, such as 12 Mt, got a mapping; write one text"),
    ("events:\n  - id: delivery", "events:\n    delivery:\n     id: delivery",
     "44:5 events: expected a list, got a mapping; begin each item with '- '"),
    ("{$: USD}", "USD",
     "13:15 sources[0].currency: expected currency signs with their codes, got 'USD'; write {$: USD}"),
    ("{$: USD}", "{$: dollar}",
     "13:19 sources[0].currency.$: expected an ISO 4217 code, got 'dollar'; write a code in capitals, such as USD"),
    ("{$: USD}", "{¥: JPY}",
     "13:16 sources[0].currency.¥: expected a currency sign, got '¥'; it always means JPY; only a sign of several currencies is declared"),
    ("{$: USD}", "{t: USD}",
     "13:16 sources[0].currency.t: expected a currency sign, got 't'; it is a unit, and no sign of a currency"),
    ("{$: USD}", "{'%': USD}",
     "13:16 sources[0].currency.%: expected a currency sign, got '%'; it is a unit, and no sign of a currency"),
    ("{$: USD}", "{x9: USD}",
     "13:16 sources[0].currency.x9: expected a currency sign, got 'x9'; no such sign is known"),
    ("    amounts:\n      - value: 40 t\n        text: 40 tonnes\n        period: 1901\n", "    amounts: []\n",
     "29:14 claims[0].amounts: expected a list of at least 1, got a list of 0"),
]

NOTHING = [
    ("title: Harvest", "title:",
     "1:7 title: expected text of one line, got nothing; write it, or leave the key out"),
    ("title: Harvest", "title: ~",
     "1:8 title: expected text of one line, got YAML's '~'; leave the key out, or quote it"),
    ("title: Harvest", "title: null",
     "1:8 title: expected text of one line, got YAML's 'null'; leave the key out, or quote it"),
    ("title: Harvest", "title: '  '",
     "1:8 title: expected text of one line, got '  '; write it, or leave the key out"),
    ("claims:\n", "claims:\nx:\n",
     "22:8 claims: expected a list, got nothing; begin each item with '- '\n"
     "23:1 x: expected a key of a catalogue, got 'x'; the keys of a catalogue are title, sectors, counted, sources, panels, measures, apart, claims, events"),
]

CHOICES = [
    ("course: happened", "course: hapened",
     "48:13 events[0].course: expected one of happened planned, got 'hapened'; did you mean 'happened'?"),
    ("        period: 1901\n", "        period: 1901\n        status: a\n",
     "33:17 claims[0].amounts[0].status: expected one of A E F U, got 'a'; write one of these"),
    ("        period: 1901\n", "        period: 1901\n        status: reported\n",
     "33:17 claims[0].amounts[0].status: expected one of A E F U, got 'reported'; write one of these"),
    ("        period: 1901\n", "        period: 1901\n        bound: =>\n",
     "33:16 claims[0].amounts[0].bound: expected one of = < <= > >= ~, got '=>'; did you mean '>'?"),
    ("        period: 1901\n", "        period: 1901\n        role: form\n",
     "33:15 claims[0].amounts[0].role: expected one of single from to low high, got 'form'; did you mean 'from'?"),
    ("        period: 1901\n", "        period: 1901\n        nature: capasity\n",
     "33:17 claims[0].amounts[0].nature: expected one of flow capacity potential plan count, got 'capasity'; did you mean 'capacity'?"),
    ("    currency: {$: USD}\n", "    set_aside:\n      - text: '1901'\n        reason: documents-date\n",
     "15:17 sources[0].set_aside[0].reason: expected one of document-date part-of-name ordinal wording count-outside-claims repeats-another out-of-scope not-a-quantity, got 'documents-date'; did you mean 'document-date'?"),
]

PERIODS = [
    ("        period: 1901\n", "",
     "30:9 claims[0].amounts[0]: expected exactly one of 'period' and 'undated', got neither"),
    ("        period: 1901\n", "        period: 1901\n        undated: No day.\n",
     "30:9 claims[0].amounts[0]: expected exactly one of 'period' and 'undated', got both"),
    ("period: 1901", "period: 1901-13",
     "32:17 claims[0].amounts[0].period: expected a date, got '1901-13'; there is no month 13"),
    ("period: 1901", "period: 1901-02-29",
     "32:17 claims[0].amounts[0].period: expected a date, got '1901-02-29'; there is no day 29 in February 1901"),
    ("period: 1901", "period: 03/04/1901",
     "32:17 claims[0].amounts[0].period: expected a date, got '03/04/1901'; write 2012, 2012-12, 2013-04-08, 2015~, 2013/2015, ../2013 or 2013/.."),
    ("period: 1901", "period: September 1901",
     "32:17 claims[0].amounts[0].period: expected a date, got 'September 1901'; write 2012, 2012-12, 2013-04-08, 2015~, 2013/2015, ../2013 or 2013/.."),
    ("date: 1901-09-30", "date: 1900/1901",
     "8:11 sources[0].date: expected a date, got '1900/1901'; a document has one date, not an interval; write 2013-04-08, 2013-04 or 2013"),
]

VALUES = [
    ("[Farm, Mill]", "[Farm?, Mill]",
     "2:11 sectors[0]: expected no ? between brackets, got 'Farm?'; put the text in quotes"),
    ("value: 40 t", "value: 40 tt",
     "30:16 claims[0].amounts[0].value: expected a known unit, got 'tt' in '40 tt'; did you mean 'TTD'? Else declare a counted noun under 'counted'"),
    ("value: 40 t", "value: 40 projects",
     "30:16 claims[0].amounts[0].value: expected a known unit, got 'projects' in '40 projects'; declare a counted noun under 'counted'"),
    ("value: 40 t", "value: 40",
     "30:16 claims[0].amounts[0].value: expected a number and a unit, such as 12 Mt, got '40'; write the number in digits, and after it the unit"),
    ("value: 40 t", "value: t",
     "30:16 claims[0].amounts[0].value: expected a number and a unit, such as 12 Mt, got 't'; write the number in digits, and after it the unit"),
    ("value: 40 t", "value: yes",
     "30:16 claims[0].amounts[0].value: expected a number and a unit, such as 12 Mt, got 'yes'; write the number in digits, and after it the unit"),
    ("value: 40 t", "value: 12:30",
     "30:16 claims[0].amounts[0].value: expected a number and a unit, such as 12 Mt, got '12:30'; write the number with a point for decimals and commas for thousands"),
    ("value: 40 t", "value: 12:30:45 t",
     "30:16 claims[0].amounts[0].value: expected a number and a unit, such as 12 Mt, got '12:30:45 t'; write the number with a point for decimals and commas for thousands"),
    ("value: 40 t", "value: 014 t",
     "30:16 claims[0].amounts[0].value: expected a number and a unit, such as 12 Mt, got '014 t'; write the number without leading zeros, in decimal digits"),
    ("value: 40 t", "value: 0x10 t",
     "30:16 claims[0].amounts[0].value: expected a number and a unit, such as 12 Mt, got '0x10 t'; write the number without leading zeros, in decimal digits"),
    ("value: 40 t", "value: 0o17 t",
     "30:16 claims[0].amounts[0].value: expected a number and a unit, such as 12 Mt, got '0o17 t'; write the number without leading zeros, in decimal digits"),
    ("value: 40 t", "value: .inf",
     "30:16 claims[0].amounts[0].value: expected a number and a unit, such as 12 Mt, got '.inf'; write the number in digits, and after it the unit"),
    ("value: 40 t", "value: .nan t",
     "30:16 claims[0].amounts[0].value: expected a number and a unit, such as 12 Mt, got '.nan t'; write the number in digits, and after it the unit"),
    ("value: 40 t", "value: NaN t",
     "30:16 claims[0].amounts[0].value: expected a number and a unit, such as 12 Mt, got 'NaN t'; write the number in digits, and after it the unit"),
    ("value: 40 t", "value: 1e3 t",
     "30:16 claims[0].amounts[0].value: expected a number and a unit, such as 12 Mt, got '1e3 t'; write the number in digits, and after it the unit"),
    ("value: 40 t", "value: 1.5E3 t",
     "30:16 claims[0].amounts[0].value: expected a number and a unit, such as 12 Mt, got '1.5E3 t'; write the number in digits, and after it the unit"),
    ("value: 40 t", "value: 1_000 t",
     "30:16 claims[0].amounts[0].value: expected a number and a unit, such as 12 Mt, got '1_000 t'; write the number with a point for decimals and commas for thousands"),
    ("value: 40 t", "value: １２ t",
     "30:16 claims[0].amounts[0].value: expected a number and a unit, such as 12 Mt, got '１２ t'; write the digits 0 to 9"),
    ("value: 40 t", "value: ٤٠ t",
     "30:16 claims[0].amounts[0].value: expected a number and a unit, such as 12 Mt, got '٤٠ t'; write the digits 0 to 9"),
    ("value: 40 t", "value: 9999999999999999999999999999999999999999999999999999999999999999999999 t",
     "30:16 claims[0].amounts[0].value: expected a number and a unit, such as 12 Mt, got '999999999999999999999999999999999999999999999999999999999999…'; write the number in digits, and after it the unit"),
    ("value: 40 t", "value: '40 t\u200b'",
     "30:16 claims[0].amounts[0].value: expected a number and a unit, such as 12 Mt, got '40 t\\u200b'; delete U+200B (ZERO WIDTH SPACE)"),
    ("value: 40 t", "value: 1.000,5 t",
     "30:16 claims[0].amounts[0].value: expected a number and a unit, such as 12 Mt, got '1.000,5 t'; write the number with a point for decimals and commas for thousands"),
    ("value: 40 t", "value: 1,00 t",
     "30:16 claims[0].amounts[0].value: expected a number and a unit, such as 12 Mt, got '1,00 t'; write the number with a point for decimals and commas for thousands"),
    ("value: 40 t", "value: 40 t or 50 t",
     "30:16 claims[0].amounts[0].value: expected a known unit, got 't or 50 t' in '40 t or 50 t'; declare a counted noun under 'counted'"),
    ("value: 40 t", "value: 1/2 t",
     "30:16 claims[0].amounts[0].value: expected a number and a unit, such as 12 Mt, got '1/2 t'; write the number with a point for decimals and commas for thousands"),
    ("value: 40 t", "value: --40 t",
     "30:16 claims[0].amounts[0].value: expected a number and a unit, such as 12 Mt, got '--40 t'; write the number in digits, and after it the unit"),
    ("[field]", "[2 fields]",
     "3:11 counted[0]: expected a noun, got '2 fields'; write a counted noun in the singular, such as project"),
]

PATHS = [
    *("../note.txt", "in/../../note.txt", "in/..", "..", "../data-old/note.txt", "./../note.txt", "．．/note.txt", "‥/x"),
    *("/etc/hostname", "/proc/self/environ", "/dev/stdin", "//server/share/note.txt", r"\\server\share", r"in\note.txt"),
    *(r"C:\note.txt", "c:note.txt", "note.txt:stream", "file:///note.txt", "https://mill.example/note.txt"),
    *("~/note.txt", "~root/note.txt", "in/~x", "%2e%2e/note.txt", "note%2Etxt", "in%2fnote.txt", r"..\note.txt"),
    *("note.txt/", "in//note.txt", "./", ".", "in/./note.txt", "note.txt.", "in./note.txt", "in/ note.txt", "in /x"),
    *("CON", "nul.txt", "in/Com1", "lpt9.log", "note*.txt", "note?.txt", "note|x", "<note>", "x" * 501),
    *("note\u202etxt.exe", "no\u200bte.txt", "no\u00a0te.txt", "no\x1bte.txt", "no\nte.txt", "no\x00te.txt"),
]
PATHS_INSIDE = [
    *("note.txt", "./note.txt", "in/note.txt", "in/deeper/note-1_(2).txt", "Отчёт.txt", "报告.txt", "note with spaces.txt"),
    *(".note", "no..te.txt", "$HOME.txt", "console.txt", "in&out.txt", "a'b.txt", "SOURCE.TXT"),
]
URLS = [
    *("javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)", "\x01javascript:x"),
    *("vbscript:x", "data:text/html,x", "blob:https://mill.example/x", "file:///etc/hostname", "ftp://mill.example/x"),
    *("ws://mill.example", "mailto:a@mill.example", "/note", "note.html", "//mill.example/note", "https:mill.example"),
    *("https:/mill.example", "https:///note", "https://", "http://#x", "https://user@mill.example/"),
    *("https://user:pw@mill.example/", "https://@mill.example/", "https://mill.example@evil.example/"),
    *(r"https://mill.example\@evil.example/", "https://mill.example/a b", "https://mill.example/\u00a0x"),
    *("https://mill.example/\tx", "https://mill.example/\nx", 'https://mill.example/"onclick=1', "https://mill.example/<b>"),
    *("https://mill.example/`x", "https://mill.example/{x}", "https://mill.example/x|y", "https://mill.example/^"),
    *("https://m\u0456ll.example/", "https://мельница.example/", "https://mill．example/", "https://mill。example/"),
    *("https://mi\u200bll.example/", "https://mill.example/\u202ex", "http://localhost/x", "http://localhost.:80/"),
    *("http://x.localhost/", "http://127.0.0.1/", "http://127.1/", "http://2130706433/", "http://0x7f.1/"),
    *("http://0177.0.0.1/", "http://10.0.0.7/", "http://169.254.169.254/latest/", "http://[::1]/", "http://[::1"),
    *("http://[::ffff:127.0.0.1]/", "https://mill.example:0/", "https://mill.example:65536/", "https://mill.example:x/"),
    *("https://mill.example:８０/", "https://-mill.example/", "https://mill..example/", "https://.example/"),
    *("https://mill!.example/", "https://" + "m" * 64 + ".example/", "https://mill.example/" + "x" * 2048),
]
URLS_OF_HOSTS = [
    *("https://mill.example", "http://mill.example/note", "HTTPS://MILL.EXAMPLE/Note", "https://mill.example./x"),
    *("https://mill.example:8443/note?a=1&b=2#c", "https://mill.example/note_(1),2", "https://xn--80ak6aa92e.example/"),
    *("https://mill.example/%D0%BC", "https://mill.example/мельница", "https://mill.example/a'b*c!d$e;f=g~h"),
    *("https://archive.example/web/2013/https://mill.example/@note", "https://intranet/note", "undecided"),
]
IDS = [
    *("../../x", "a/b", "a b", "Grain", "-a", "a_b", "a.b", "é", "gr\u0430in", "a\u200b", "a\u202eb", "１", "x" * 81, "a:b"),
    *("#a", "?a", "%41", "a\n", "__proto__", "<b>", "", "null", "[a]", "a,b", "$a", "'", '"'),
]
DIGESTS = ["0" * 63, "0" * 65, "A" * 64, "g" * 64, "sha256:" + "0" * 64, "０" * 64, "", "0x" + "0" * 62]
# fmt: on

TABLES = KEYS + NAMES + TYPES + NOTHING + CHOICES + PERIODS + VALUES


@pytest.mark.parametrize(("old", "new", "problems"), TABLES)
def test_the_user_reads_where_what_and_how_to_mend_it(old, new, problems):
    lines = harvest.problems(harvest.changed(old, new))
    assert re.sub("“.*?”", "“…”", "\n".join(line.removeprefix("harvest.yaml:") for line in lines)) == problems


def test_all_problems_are_told_at_once():
    text = harvest.TEXT
    for old, new in [("title: Harvest", "titel: Harvest"), ("sector: Farm", "sector: Fram"), ("40 t\n", "40 tt\n")]:
        text = text.replace(old, new)
    text = text.replace("course: happened", "course: hapened").replace("...\n", "")
    assert [line.split(" expected")[0].removeprefix("harvest.yaml:") for line in harvest.problems(text)] == [
        "1:1 titel:",
        "25:13 claims[0].sector:",
        "30:16 claims[0].amounts[0].value:",
        "48:13 events[0].course:",
        "51:1",
    ]


def test_a_list_that_cannot_be_read_is_one_problem_and_not_one_for_each_reference():
    for old, new in [
        ("sectors: [Farm, Mill]", "sectors: Farm"),
        ("sectors: [Farm, Mill]\n", ""),
        ("measures:", "measures: *all\nmeasure:"),
        ("[Farm, Mill]", "[Farm, &m Mill]"),
    ]:
        assert not any("of the catalogue" in line for line in harvest.problems(harvest.changed(old, new)))


def in_quotes(text):
    """A text in YAML's double quotes, with what cannot be typed as escapes."""
    seen = "".join(c if c.isprintable() and c not in '"\\' else f"\\U{ord(c):08x}" for c in text)
    return f'"{seen}"'


def field(old, text):
    return harvest.problems(harvest.changed(old, f"{old.partition(':')[0]}: {in_quotes(text)}"))


@pytest.mark.parametrize("path", PATHS)
def test_a_path_that_could_lead_out_or_is_not_plain_everywhere_is_refused(path):
    (line,) = field("path: note.txt", path)
    assert line.startswith("harvest.yaml:11:11 sources[0].path: expected a plain path inside the catalogue's folder")


@pytest.mark.parametrize("path", PATHS_INSIDE)
def test_a_plain_path_inside_is_taken(path):
    assert field("path: note.txt", path) == []


@pytest.mark.parametrize("url", URLS)
def test_an_address_that_is_not_plainly_of_a_web_host_is_refused(url):
    (line,) = field("url: https://mill.example/note", url)
    assert line.startswith("harvest.yaml:10:10 sources[0].url: expected a web address")


@pytest.mark.parametrize("url", URLS_OF_HOSTS)
def test_the_address_of_a_web_host_is_taken(url):
    assert field("url: https://mill.example/note", url) == []


LONGEST = {
    "title: Harvest": (300, "w"),
    "sectors: [Farm, Mill]": (60, "[w, Farm, Mill]"),
    "why: One is weighed, the other paid.": (3000, "w"),
    "undated: Said of no day.": (3000, "w"),
    QUOTE: (5000, "a quote"),
    'text: "1901"': (500, "w"),
    "url: https://mill.example/note": (2048, "https://mill.example/w"),
}
"""What is changed, how many characters it may have, and a text whose last ``w`` (or ``e``) may be as many as it takes."""


@pytest.mark.parametrize("old", LONGEST)
@pytest.mark.parametrize("more", [0, 1])
def test_a_text_may_be_as_long_as_its_limit_and_no_longer(old, more):
    most, text = LONGEST[old]
    if "[" in text:
        text = text.replace("w", "w" * (most + more))
    else:
        text += text[-1] * (most + more - len(text))
    new = f"{old.partition(': ')[0]}: {text}"
    told = [line for line in harvest.problems(harvest.changed(old, new)) if "at most" in line]
    assert len(told) == more
    assert all(f"it has {most + 1} characters; at most {most} are read" in line for line in told)


@pytest.mark.parametrize("id_", IDS)
def test_an_id_is_plain(id_):
    wrong = [line for line in field("id: delivery", id_) if "events[0].id: expected an id" in line]
    assert bool(wrong) == (id_ not in {"null", "a\n"})


@pytest.mark.parametrize("digest", DIGESTS)
def test_a_digest_has_one_form(digest):
    (line,) = field('sha256: "1f0e9f1a29d4bb9d0b3cd6a7b1ca66ba4ee4b4b4c6b4f7c9a5f4e3d2c1b0a998"', digest)
    assert "sources[0].sha256: expected a SHA-256 digest" in line


@settings(deadline=None)
@given(st.text(max_size=40))
def test_any_text_in_any_field_is_taken_or_refused_in_one_line(text):
    for old in ("title: Harvest", "id: delivery", "url: https://mill.example/note", "path: note.txt", "value: 40 t"):
        for line in field(old, text):
            assert line.startswith("harvest.yaml:")
            assert line == line.strip("\n")
