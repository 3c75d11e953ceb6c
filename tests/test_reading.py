from __future__ import annotations

import gc
from pathlib import Path

import pytest

from figures.reading import scan

RELEASE = Path("data/sources/akorda-2013-04-08.txt").read_text(encoding="utf-8")

MENTIONS = [
    (48, 60, "8 April 2013", "date", None, None, "=", "single", "2013-04-08"),
    (313, 326, "two", "quantity", "2", "country", "=", "single", None),
    (631, 635, "2015", "date", None, None, "=", "single", "2015"),
    (665, 671, "triple", "quantity", "3", "×", "~", "single", None),
    (720, 743, "12", "quantity", "12000000", "t", "=", "from", None),
    (720, 743, "33 million", "quantity", "33000000", "t", "=", "to", None),
    (749, 753, "2012", "date", None, None, "=", "single", "2012"),
    (797, 810, "two", "quantity", "2", "country", "=", "single", None),
    (824, 841, "16 million", "quantity", "16000000", "t", ">", "single", None),
    (915, 933, "December last year", "date", None, None, "=", "single", "2012-12"),
    (1092, 1106, "500", "quantity", "500", "km", "=", "single", None),
    (1164, 1182, "4.5 million", "quantity", "4500000", "t", "=", "single", None),
    (1186, 1190, "2015", "date", None, None, "=", "single", "2015"),
    (1221, 1247, "25 million", "quantity", "25000000", "t/year", "=", "single", None),
    (1513, 1549, "Four", "quantity", "4", "project", "=", "single", None),
    (1556, 1568, "1.2 billion", "quantity", "1200000000", "$", "=", "single", None),
    (2414, 2418, "2050", "name", None, None, "=", "single", "2050"),
    (2694, 2703, "2017", "name", None, None, "=", "single", "2017"),
    (2795, 2804, "2010", "name", None, None, "=", "single", "2010"),
    (3258, 3267, "2017", "name", None, None, "=", "single", "2017"),
]


def test_the_release_has_its_twenty_mentions():
    found = [
        (
            mention.start,
            mention.end,
            RELEASE[mention.number_start : mention.number_end],
            mention.kind,
            None if mention.value is None else str(mention.value),
            mention.unit,
            mention.bound,
            mention.role,
            mention.edtf,
        )
        for mention in scan(RELEASE, date="2013-04-08")
    ]
    assert found == MENTIONS


def read(text: str, date: str | None = None):
    """Value, unit, and what is unusual, of every quantity."""
    found = []
    for mention in scan(text, date):
        if mention.kind == "quantity":
            value = None if mention.value is None else format(mention.value, "f")
            marks = "".join([mention.bound.replace("=", "") if mention.bound == "=" else mention.bound,
                             "" if mention.role == "single" else f" {mention.role}"])  # fmt: skip
            found.append(f"{value} {mention.unit or '-'}{' ' + marks.strip() if marks.strip() else ''}")
    return found


QUANTITIES = {
    # scales and units that a range shares
    "Output rose from 4 to 9 million barrels.": ["4000000 bbl from", "9000000 bbl to"],
    "Between 3 and 5 billion euros a year are lost.": ["3000000000 EUR/year low", "5000000000 EUR/year high"],
    "It takes 8- to 16-inch pipes": ["8 in low", "16 in high"],
    "They want $3-5m or 2m to 4m pounds sterling": [
        "3000000 $ low",
        "5000000 $ high",
        "2000000 GBP low",
        "4000000 GBP high",
    ],
    "It fell from 900,000 to 1.2 million tonnes": ["900000 t from", "1200000 t to"],
    "from 900 to 1 million tonnes": ["None t from", "None t to"],
    "The share went from 5% in 2001 to 9% in 2005": ["5 % from", "9 % to"],
    "prices up to €60 from €40": ["60 EUR <=", "40 EUR"],
    "temperatures ranging from -5 to 12 °C": ["-5 °C low", "12 °C high"],
    "dropped by 300 to 1,900": ["300 -", "1900 -"],
    "grew by a factor of 3 to 7m tonnes": ["3 -", "7000000 t"],
    "between 10 and 20 per cent or 30–40 MW": ["10 % low", "20 % high", "30 MW low", "40 MW high"],
    # money
    "It cost US$ 5.4 million, €3bn, Rs 40 crore and KZT 12 billion": [
        "5400000 USD",
        "3000000000 EUR",
        "400000000 INR",
        "12000000000 KZT",
    ],
    "worth 6.5 billion roubles, 9 lakh crore rupees or 30 Hong Kong dollars": [
        "6500000000 RUB",
        "9000000000000 INR",
        "30 HKD",
    ],
    "a bill of -$40, then 75 USD million": ["-40 $", "75000000 USD"],
    "eleven dollars and thirty cents": ["11.3 $"],
    "at $71.20 a barrel, €32/MWh and 5 cents per share": ["71.2 $/barrel", "32 EUR/MWh", "5 cent/share"],
    "$1.1 billion a year earlier": ["1100000000 $"],
    "a grant of $8 million": ["8000000 $"],
    # digits as people group them
    "1 234 567 t; 1 234 567 t; 1 234 567 t; 1'234'567 t; 12,34,567 t": ["1234567 t"] * 5,
    "10 000 people and 2 500 000 EUR": ["10000 person", "2500000 EUR"],
    "2,5 million tonnes and 1.111,50 EUR": ["2500000 t", "1111.5 EUR"],
    "1,5 and 2,5": ["None -", "None -"],
    "A row: 120 345 678": ["None -"],
    "4.2 ×\u00a010^6 J, 10⁶ cells, 3e5 Pa and 0·6 kg": ["4200000 J", "1000000 cell", "300000 Pa", "0.6 kg"],
    "33\nmillion\ntonnes": ["33000000 t"],
    "5 mln. tonnes, 3 bn. barrels": ["5000000 t", "3000000000 bbl"],
    # fractions
    "2½ miles, 3 1/4 hours, ¾ cup": ["2.5 mi", "3.25 h", "0.75 cup"],
    "half a million people; a third of them; two-and-a-half years": [
        "500000 person",
        "0.3333333333333333333333333333 -",
        "2.5 year",
    ],
    "three quarters of firms; two-thirds; three-fifths": ["0.75 -", "0.6666666666666666666666666667 -", "0.6 -"],
    # words
    "twenty-four workers, one hundred and five plants, forty-two thousand six hundred votes": [
        "24 worker",
        "105 plant",
        "42600 vote",
    ],
    "a dozen eggs, minus seven degrees, five point two per cent": ["12 egg", "-7 °", "5.2 %"],
    "hundreds of cars, several thousand men, tens of thousands of euros": ["None -", "None man", "None -"],
    "over one thousand 206 lakh tonnes": ["None t >"],
    # out of
    "Seven of the 12 plants; 3 out of 4 households; 5 of 27 states": [
        "7 plant",
        "12 plant",
        "3 -",
        "4 -",
        "5 state",
        "27 state",
    ],
    "45 and 50 mg; 5, 10 and 20 kg": ["45 mg", "50 mg", "5 kg", "10 kg", "20 kg"],
    # shares and points
    "4 per cent, 0.5 percentage points, 25 basis points, 3pp, 7 pct": ["4 %", "0.5 pp", "25 bp", "3 pp", "7 %"],
    # glued and hyphened units
    "a 660-MW unit, 5kg, 3.5km, a five-year plan, a 12-year-old, 41C": [
        "660 MW",
        "5 kg",
        "3.5 km",
        "5 year",
        "12 year",
        "41 °C",
    ],
    "45 billion tonne-kilometres, 9 million passenger kilometres": ["45000000000 tkm", "9000000 pkm"],
    "23.4 ± 0.6 °C and 5 (five) days": ["23.4 °C", "0.6 °C", "5 day"],
    "6 ft 2 in, and 90 km/h": ["74 in", "90 km/h"],
    "25 MT of rice, 3 million MT of rice": ["None t", "3000000 t"],
    # signs
    "−3 °C, -4%, 6-7 t": ["-3 °C", "-4 %", "6 t low", "7 t high"],
    # bounds
    "more than 5 t, over 6 t, exceeded 7 t, at least 8 t, 9 t or more, 10+ t": [
        "5 t >",
        "6 t >",
        "7 t >",
        "8 t >=",
        "9 t >=",
        "10 t >=",
    ],
    "up to 5 t, no more than 6 t, not exceeding 7 t, less than 8 t, below 9 t": [
        "5 t <=",
        "6 t <=",
        "7 t <=",
        "8 t <",
        "9 t <",
    ],
    "about 5 t, nearly 6 t, almost 7 t, some 8 t, an estimated 9 t, 10 t or so": [
        "5 t ~",
        "6 t ~",
        "7 t ~",
        "8 t ~",
        "9 t ~",
        "10 t ~",
    ],
    "growth of 4% over three years; it lasted over three years": ["4 %", "3 year", "3 year >"],
    # multiples
    "It almost doubled, then tripled, ten times as much": ["2 × ~", "3 ×", "10 ×"],
    "a triple room with double glazing": [],
    # counted nouns
    "Six new solar power stations were built": ["6 station"],
    "12 countries agreed; 30 people; 20 staff; 8 sales offices": ["12 country", "30 person", "20 staff", "8 office"],
    "9 further tonnes; three consecutive years": ["9 t", "3 year"],
    "one of the plants; one plant; no one came": ["1 plant"],
    "300 visitors a day": ["300 visitor/day"],
    # tables
    "Coal\t1,234.5\t-8.3\nGas  45  60": ["1234.5 -", "-8.3 -", "45 -", "60 -"],
}


@pytest.mark.parametrize(
    ("text", "expected"), QUANTITIES.items(), ids=lambda case: case[:40] if isinstance(case, str) else ""
)
def test_quantities(text, expected):
    assert read(text) == expected


NO_QUANTITIES = [
    "In 2012 and by 2020",
    "from 1990 to 2000",
    "COVID-19",
    "the G20 and H1N1",
    "CO2",
    "Article 5",
    "Tables 3 and 4",
    "ISO 9001",
    "version 3.11.2",
    "at 5 pm or 10:30",
    "won 3-1",
    "[12]",
    "growth.[3]",
    "Call +44 20 7946 0958",
    "1-800-555-0199",
    "see page 45",
    "https://example.org/2012/45",
    "the 21st century",
    "the first and second halves",
    "F-16 jets",
    "5G networks",
    "1. The beginning\n2. The end",
    "FY2023",
    "the 1990s",
    "No. 7",
    "#9",
    "007",
    "Windows 10 runs on it",
    "the Companies Act 2006 requires it",
    "below 1990 levels",
    "2015-16",
    "flew in a Boeing 737 to the north",
]


@pytest.mark.parametrize("text", NO_QUANTITIES)
def test_numbers_that_count_nothing(text):
    assert read(text) == []
    assert [mention.value for mention in scan(text)] == [None] * len(scan(text))


DATES = {
    "8 April 2013": ["2013-04-08"],
    "on April 8, 2013": ["2013-04-08"],
    "the 8th of April 2013": ["2013-04-08"],
    "2013-04-08": ["2013-04-08"],
    "08.04.2013": ["2013-04-08"],
    "25/12/2013": ["2013-12-25"],
    "3/4/2013": [None],
    "May 2014": ["2014-05"],
    "In December last year": ["2012-12"],
    "last December": ["2012-12"],
    "next June": ["2013-06"],
    "March this year": ["2013-03"],
    "2010–2015": ["2010/2015"],
    "2012-13": ["2012/2013"],
    "in the 1990s": ["1990/1999"],
    "Q3 2020": ["2020-07/2020-09"],
    "H1 2020": ["2020-01/2020-06"],
    "by 2030": ["2030"],
    "about 2015": ["2015~"],
    "FY2021": ["2021"],
    "on 8 April": [None],
    "30 February 2013": [None],
    "mid-2014": ["2014"],
    "between 2010 and 2012": ["2010", "2012"],
}


@pytest.mark.parametrize(("text", "expected"), DATES.items())
def test_dates(text, expected):
    found = scan(text, date="2013-04-08")
    assert [mention.edtf for mention in found if mention.kind == "date"] == expected
    assert {mention.kind for mention in found} == {"date"}


def test_without_the_document_s_date_a_relative_one_has_none():
    assert [mention.edtf for mention in scan("In December last year")] == [None]


def test_names_keep_their_year():
    found = {
        mention.text: mention.edtf for mention in scan("hosting the EXPO 2017 and the Nordic 2030 Vision and COVID-19")
    }
    assert found == {"EXPO 2017": "2017", "2030": "2030", "COVID-19": None}


@pytest.mark.parametrize("date", ["2013", "8 April 2013", "2013-13-01"])
def test_a_date_that_is_no_day_is_refused(date):
    with pytest.raises(ValueError, match="expected a day such as 2013-04-08"):
        scan("x", date=date)


def test_a_number_of_a_hundred_thousand_digits_is_seen_and_not_read():
    (mention,) = scan("9" * 100_000)
    assert mention.value is None
    assert mention.end == 100_000


def test_the_span_holds_unit_and_number_apart():
    (mention,) = scan("It is worth US$1.2 billion a year.")
    assert mention.text == "US$1.2 billion a year"
    assert (mention.number_start, mention.number_end) == (15, 26)


def test_nothing_is_read_across_a_blank_line():
    assert read("The total was 12\n\nmillion tonnes") == ["12 -", "None t"]


def test_no_text_has_no_mentions():
    assert scan("") == ()


def test_a_long_row_of_groups_is_no_number():
    assert {mention.value for mention in scan("750 " * 40)[:-1]} == {None}


@pytest.mark.parametrize(
    "text",
    [
        "Four to six hundred boats",
        "They lost 4 to 7 million chairs",
        "€8 or €9 million",
        "Rs 3 or 4 crore",
        "£2, £3 and £9 billion",
        "€3, 4 or 7bn",
        "from $4 or so to $9 million",
        "output fell by half to 9 million litres",
        "the share gained 15 to 91 pence",
    ],
)
def test_a_scale_or_unit_that_may_be_shared_leaves_the_first_number_unread(text):
    first, *_, last = scan(text)
    assert first.value is None
    assert last.value is not None


@pytest.mark.parametrize(
    "text", ["$300-plus million", "40-odd million birds", "$7 (million)", "$(2,345) thousand", "30 grand"]
)
def test_a_scale_set_apart_from_its_number_leaves_it_unread(text):
    assert {mention.value for mention in scan(text)} == {None}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("seven (7) million dollars", 7_000_000),
        ("$1.5 tr", 1_500_000_000_000),
        ("€2.4 Mia", 2_400_000_000),
        ("Rs 7 crs", 70_000_000),
        ("7 M people", 7_000_000),
        ("7 B users", 7_000_000_000),
        ("7 k people", 7_000),
        ("30 K staff", 30_000),
    ],
)
def test_short_and_repeated_scales_are_read(text, value):
    assert [mention.value for mention in scan(text)] == [value]


@pytest.mark.parametrize(
    "text", ["weak 2011 sales", "above 2017 volumes", "end-2014 reserves", "in nineteen eighty-seven, sales fell"]
)
def test_a_year_before_a_noun_counts_nothing(text):
    assert read(text) == []


@pytest.mark.parametrize("text", ["some 1950 boats", "more than 2011 boats", "nearly 2011 boats", "there 2011 people"])
def test_four_digits_are_counted_where_a_word_says_so(text):
    assert [mention.kind for mention in scan(text)] == ["quantity"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Quarter of a billion birds", ["250000000"]),
        ("Third of a billion", ["None", "None"]),
        ("four and three quarter million", ["4750000"]),
        ("five thousand and nine million", ["None", "9000000"]),
        ("4 hundred and two", ["402"]),
        ("4 hundred and thirty birds", ["430"]),
        ("4 hundred and two thousand", ["None", "None"]),
    ],
)
def test_spoken_parts_are_added_or_left_unread(text, values):
    assert [str(mention.value) for mention in scan(text)] == values


@pytest.mark.parametrize("text", ["$75/b", "3.4 Mb/d", "6 kg m", "6 m s", "6 A·s", "6 W m-4", "6 N.mol"])
def test_a_unit_that_goes_on_unread_leaves_no_value(text):
    assert scan(text)[0].value is None


@pytest.mark.parametrize("text", ["in their 50s", "the '80s", "720p", "7-Eleven", "Fortune 100 firms"])
def test_ages_heights_and_brands_are_no_quantities(text):
    assert read(text) == []


def test_a_range_may_end_below_nothing():
    assert [str(mention.value) for mention in scan("growth of -6%--4%")] == ["-6", "-4"]


@pytest.mark.parametrize("text", ["One in five children", "9 in 10 boats", "One in four of the birds"])
def test_a_ratio_counts_nothing(text):
    assert {mention.unit for mention in scan(text)} == {None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("by half a percentage point", [("0.5", "pp", "=")]),
        ("half a mile", [("0.5", "mi", "=")]),
        ("3,000+ chairs", [("3000", "chair", ">=")]),
        ("30 plus people", [("30", "person", ">=")]),
        ("6+ years", [("6", "year", ">=")]),
        ("30 chairs plus tables", [("30", "chair", "=")]),
        ("between three thousand and nine million", [("3000", None, "="), ("9000000", None, "=")]),
        ("6%-4%", [("6", "%", "="), ("4", "%", "=")]),
        ("minus 4 to plus 3 per cent", [("-4", "%", "="), ("3", "%", "=")]),
    ],
)
def test_units_past_a_small_word_or_sign_are_read(text, expected):
    assert [(str(mention.value), mention.unit, mention.bound) for mention in scan(text)] == expected


@pytest.mark.parametrize(("text", "value"), [("by 2040 dollars", "None"), ("rose by 2040 dollars", "2040")])
def test_a_year_before_money_is_no_sum(text, value):
    assert [str(mention.value) for mention in scan(text)] == [value]


TEXT_OF_MANY = "Between 2010 and 2015 output rose from 12 to 33 million barrels (worth $450 million). " * 50


@pytest.mark.parametrize("swept", [True, False])
def test_a_scan_leaves_the_collector_as_it_was(swept):
    try:
        (gc.enable if swept else gc.disable)()
        scan(TEXT_OF_MANY)
        assert gc.isenabled() is swept
    finally:
        gc.enable()


def test_a_scan_leaves_no_cycles_of_its_own():
    gc.collect()
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        scan(TEXT_OF_MANY)
        gc.collect()
        assert [one for one in gc.garbage if type(one).__module__.startswith("figures.")] == []
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
