"""Whole classes of numbers that are easily misread: made by rule, and read back or left unread by rule."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figures.reading import scan, states

SIGNS = ["kg", "N", "Pa", "A", "V", "mol", "K", "cm", "mm"]
NUMBERS = st.integers(2, 899)
SHORT_YEARS = st.integers(10, 99)
ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def quantities(text: str):
    return [mention for mention in scan(text) if mention.kind == "quantity"]


@given(number=NUMBERS, one=st.sampled_from(SIGNS), two=st.sampled_from(SIGNS), joint=st.sampled_from([" ", "·", "⋅"]))
@settings(deadline=None)
def test_a_product_of_units_is_never_cut(number, one, two, joint):
    (mention,) = quantities(f"It came to {number} {one}{joint}{two} there.")
    assert mention.value is None or two in mention.text.split(str(number))[1][len(one) + 1 :]


@given(
    number=NUMBERS,
    above=st.sampled_from(["m", "kg", "mg", "mol", "W"]),
    below=st.sampled_from(["s", "ha", "L", "kg", "m"]),
    minus=st.sampled_from(["-1", "−1", "⁻¹"]),
    joint=st.sampled_from([" ", "·"]),
)
@settings(deadline=None)
def test_a_negative_power_is_a_stroke(number, above, below, minus, joint):
    text = f"It came to {number} {above}{joint}{below}{minus} there."
    assert states(text, number, f"{above}/{below}")
    assert not states(text, number, above)


@given(
    number=NUMBERS,
    letter=st.sampled_from(["M", "MM", "k", "b", "B"]),
    ending=st.sampled_from(["", ".", " there", "; so"]),
)
@settings(deadline=None)
def test_a_scale_letter_is_read_or_leaves_no_value(number, letter, ending):
    full = Decimal(number) * {"k": 10**3, "M": 10**6, "MM": 10**6, "b": 10**9, "B": 10**9}[letter]
    assert {mention.value for mention in quantities(f"They made {number} {letter}{ending}")} <= {None, full}
    assert [mention.value for mention in quantities(f"They made ${number} {letter}{ending}")] == [full]


@given(number=NUMBERS, tenths=st.integers(1, 9))
@settings(deadline=None)
def test_a_glued_m_is_metres_beside_a_length_and_a_million_beside_money(number, tenths):
    literal = f"{number}.{tenths}m"
    assert states(f"The wall is {literal} high.", f"{number}.{tenths}", "m")
    assert states(f"It cost €{literal} to build.", Decimal(f"{number}.{tenths}") * 10**6, "EUR")
    assert [mention.value for mention in quantities(f"The bill of {literal} passed.")] == [None]


@given(number=st.integers(1, 99), word=st.sampled_from([*ONES, "ten", "eleven", "twelve", *TENS]))
@settings(deadline=None)
def test_digits_and_a_number_word_joined_by_a_hyphen_are_a_name(number, word):
    assert quantities(f"They met at the {number}-{word} today.") == []


@given(
    head=st.sampled_from(["sixteen", "seventeen", "eighteen", "nineteen", "twenty"]),
    ten=st.sampled_from(TENS),
    one=st.sampled_from(["", *ONES]),
    noun=st.sampled_from([".", " they left.", " models sold."]),
)
@settings(deadline=None)
def test_a_year_in_words_is_a_date(head, ten, one, noun):
    (mention,) = scan(f"It was {head} {ten}{'-' + one if one else ''}{noun}")
    assert mention.kind == "date"
    assert mention.edtf is not None


@given(day=st.integers(1, 28), month=st.integers(1, 12), year=SHORT_YEARS, quarter=st.integers(1, 4))
@settings(deadline=None)
def test_short_dates_are_dates(day, month, year, quarter):
    for text in (
        f"{day}/{month}/{year}",
        f"FY{year}",
        f"Q{quarter} '{year}",
        f"Q{quarter}'{year}",
        f"{quarter}Q{year}",
    ):
        assert [mention.kind for mention in scan(f"Seen in {text} by all")] == ["date"]


@given(
    numbers=st.lists(st.integers(1, 9999).filter(lambda number: not 1000 <= number <= 2100), min_size=2, max_size=4),
    heading=st.sampled_from(
        ["Sales (in millions of dollars)", "Sales ($m)", "Output, Mt", "SEK million", "Grain, thousand tonnes", "EURm"]
    ),
    joint=st.sampled_from(["  ", "\t", " | "]),
)
@settings(deadline=None)
def test_a_number_under_a_scale_has_no_value(numbers, heading, joint):
    row = joint.join(["North", *map(str, numbers)])
    assert {mention.value for mention in quantities(f"{heading}\n{row}\n{row}")} == {None}
    assert [mention.value for mention in quantities(row)] == numbers


@given(low=st.integers(2, 8), more=st.integers(1, 9), sign=st.sampled_from(["Rs", "€", "US$"]))
@settings(deadline=None)
def test_the_last_of_two_sums_takes_the_currency_of_the_first(low, more, sign):
    first, last = quantities(f"He owes {sign} {low} or {low + more} million to them")
    assert (first.value, last.value) == (None, (low + more) * 10**6)
    assert first.unit == last.unit != None  # noqa: E711


@given(part=st.integers(2, 20), more=st.integers(1, 80), noun=st.sampled_from(["plants", "firms", "boats"]))
@settings(deadline=None)
def test_a_part_and_its_whole_count_one_noun(part, more, noun):
    for joint in ("of", "of the", "of their last"):
        found = quantities(f"They saw {part} {joint} {part + more} {noun} there")
        assert [(mention.value, mention.unit) for mention in found] == [(part, noun[:-1]), (part + more, noun[:-1])]


@pytest.mark.parametrize("noun", ["cat", "patient", "goal", "win", "egg", "school"])
def test_one_counts_a_singular_noun(noun):
    assert states(f"They saw 1 {noun} there", 1, noun)
    assert states(f"They saw one {noun} there", 1, noun)


@pytest.mark.parametrize("text", ["rose 8% to $12.4 billion", "grew 3.4x to £2.3m", "up 5 % to 20 million tonnes"])
def test_a_number_with_its_own_unit_takes_no_scale_from_the_next(text):
    assert None not in {mention.value for mention in quantities(text)}


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("four-and-twenty ships", 24, "ship"),
        ("three score and ten years", 70, "year"),
        ("five thousand, two hundred and six men", 5206, "man"),
        ("an hour and a half", "1.5", "h"),
        ("two miles and a quarter", "2.25", "mi"),
        ("three quarters of an hour", "0.75", "h"),
        ("6 ft 2 in", 74, "in"),
        ("twice a week", 2, "×/week"),
        ("$1.12 per diluted share", "1.12", "$/share"),
        ("SEKm 45", 45_000_000, "SEK"),
        ("a rate of 5-1/4 percent", "5.25", "%"),
        ("8x2^10 bits", 8192, "bit"),
    ],
)
def test_what_is_spoken_in_parts_is_one_amount(text, value, unit):
    assert states(text, value, unit)
    assert len(quantities(text)) == 1


@pytest.mark.parametrize(
    "text", ["the half-life", "a 2-1 win", "Directive 95/46/EC", "on 3 and 28 March", "the one hundred and fifth"]
)
def test_parts_of_words_scores_and_days_are_no_quantities(text):
    assert quantities(text) == []


@given(
    number=st.integers(20, 999).map(lambda thousands: f"{thousands},000"),
    noun=st.sampled_from(["passengers", "barrels", "dollars", "jobs"]),
    period=st.sampled_from(["day", "year", "month"]),
    follows=st.sampled_from(
        ["from the north", "from 3 million", "on 85 trains", "before tax", "since 2010", "after costs"]
    ),
)
@settings(deadline=None)
def test_a_rate_is_not_dropped_before_a_preposition(number, noun, period, follows):
    text = f"It had {number} {noun} a {period} {follows}."
    assert states(text, number.replace(",", ""), f"{noun}/{period}")
    assert not states(text, number.replace(",", ""), noun)


@pytest.mark.parametrize("follows", ["after it opened", "before the war", "into the crisis"])
def test_a_rate_that_may_be_a_time_has_no_value(follows):
    assert [mention.value for mention in quantities(f"It sold for $5 million a year {follows}.")] == [None]


@pytest.mark.parametrize("follows", ["earlier", "ago", "later", "on from the fire", "on."])
def test_a_time_is_no_rate(follows):
    assert states(f"It sold for $5 million a year {follows}", 5_000_000, "$")


@given(part=st.integers(1, 90), thousands=st.sampled_from(["1,000", "100,000", "10,000", "million", "thousand"]))
@settings(deadline=None)
def test_what_a_ratio_is_told_per_is_no_amount(part, thousands):
    for ratio in (f"{part}.4 deaths per {thousands} people", f"{part}.4 cases of flu for every {thousands} children"):
        assert [(mention.value, mention.unit) for mention in quantities(ratio)] == [(Decimal(f"{part}.4"), None)]
    assert [mention.value for mention in quantities(f"{part} mg per {thousands} kg")] == [None]


@given(
    part=st.integers(1, 7), whole=st.sampled_from([8, 9, 10, 20, 50, 100]), noun=st.sampled_from(["women", "pupils"])
)
@settings(deadline=None)
def test_a_ratio_counts_nothing(part, whole, noun):
    for joint in ("in", "out of", "in every", "out of every"):
        assert {mention.unit for mention in quantities(f"About {part} {joint} {whole} {noun} smoke.")} == {None}
    for joint in ("in", "in every"):
        assert {mention.unit for mention in quantities(f"One pupil {joint} {whole} is ill.")} == {None}


@given(
    number=NUMBERS,
    denial=st.sampled_from(["cannot", "must not", "does not", "won't", "did never", "shouldn’t"]),
    verb=st.sampled_from(["be", "cost", "take", "weigh"]),
    phrase=st.sampled_from(
        [("more than", "<="), ("over", "<="), ("less than", ">="), ("below", ">="), ("longer than", "<=")]
    ),
)
@settings(deadline=None)
def test_a_denied_bound_is_turned(number, denial, verb, phrase):
    text = f"It {denial} {verb} {phrase[0]} {number} kg."
    assert [mention.bound for mention in quantities(text)] == [phrase[1]]
    assert [mention.bound for mention in quantities(f"It {denial} exceed {number} kg.")] == ["<="]


@pytest.mark.parametrize(
    "text",
    [
        "No ship carried more than 40 t.",
        "It never took him to the coast in less than 40 h.",
        "Nobody paid over $40.",
        "It did not, they say, exceed 40 t.",
        "It need not be more than 40 t.",
        "It does not have to cost less than $40.",
        "It does not hold up to 40 t.",
    ],
)
def test_a_bound_that_may_be_denied_is_not_read(text):
    assert [mention.value for mention in quantities(text)] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "It is not only more than 40 t but old.",
        "It did not close, and made more than 40 t.",
        "It, not he, made over 40 t",
    ],
)
def test_a_denial_elsewhere_turns_no_bound(text):
    assert states(text, 40, "t", ">")


@given(
    number=st.integers(2, 99),
    label=st.sampled_from(
        ["Type", "Class", "Level", "Title", "Year", "Bus", "Formula", "Radio", "Line", "Windows", "iPad"]
    ),
    noun=st.sampled_from(["users", "patients", "teams", "stops", "laws"]),
    before=st.sampled_from(["", "The ", "They told the ", "It was in "]),
)
@settings(deadline=None)
def test_a_numbered_name_counts_nothing(number, label, noun, before):
    text = f"{before}{label} {number} {noun} were seen by all of them."
    assert quantities(text) == []


@pytest.mark.parametrize("name", ["Falcon", "Larkspur", "A stage", "The tier", "Euro"])
def test_a_name_that_opens_a_sentence_may_own_the_number(name):
    assert not states(f"{name} 9 launches were seen by all of them.", 9, "launch")


@given(
    number=st.integers(2, 99),
    before=st.sampled_from(
        ["About", "In 5 years", "Exports of", "Some", "Over", "Only", "Nearly", "Roughly", "All", "Another", "Adding",
         "Employs", "Add", "Sold", "In Norway", "On Monday", "In the UK", "At Easter,", "Police arrested", "The"]
    ),
)  # fmt: skip
@settings(deadline=None)
def test_a_capital_at_the_start_of_a_sentence_is_no_label(number, before):
    assert states(f"{before} {number} farmers were seen by all of them.", number, "farmer")


@given(scale=st.sampled_from(["millions", "thousands", "crores"]), number=NUMBERS)
@settings(deadline=None)
def test_a_sentence_heads_no_table(scale, number):
    prose = f"They left the old town in {scale}.\n\nPlaces: {number}"
    assert [mention.value for mention in quantities(prose)] == [None, number]
    ended = f"Sales (in {scale})\n\nThe town has a port and two mills.\n\nPlaces: {number}"
    assert quantities(ended)[-1].value == number
    for heading in (f"Sales (in {scale})", f"Sales in {scale}", f"Sales are shown (in {scale} of francs)."):
        assert quantities(f"{heading}\nPlaces: {number}")[-1].value is None


@given(number=st.integers(13, 99))
@settings(deadline=None)
def test_a_glued_f_is_a_degree_only_in_the_weather(number):
    assert [mention.value for mention in quantities(f"She is {number}F and lives here")] == [None]
    assert states(f"The high today was {number}F.", number, "°F")


@given(feet=st.integers(4, 7), inches=st.integers(0, 11))
@settings(deadline=None)
def test_feet_and_inches_joined_by_hyphens_are_one_height(feet, inches):
    text = f"The {feet}-foot-{inches} guard scored."
    assert states(text, feet * 12 + inches, "in")
    assert inches == 0 or not states(text, feet, "ft")


@given(year=st.integers(2, 999))
@settings(deadline=None)
def test_a_year_with_its_era_is_a_date(year):
    for text in (f"In AD {year} it fell.", f"It fell c. {year} BC.", f"It fell in {year} BCE, and rose.", f"{year} CE"):
        assert [mention.kind for mention in scan(text)] == ["date"]


@given(wide=st.integers(5, 98), more=st.integers(1, 90), unit=st.sampled_from(["in", "m", "cm"]))
@settings(deadline=None)
def test_both_sides_have_the_unit(wide, more, unit):
    name = {"in": "inch", "m": "metre", "cm": "cm"}[unit]
    for text in (f"a {wide}-by-{wide + more}-{name} plate", f"a plate of {wide} x {wide + more} {name} there"):
        assert states(text, wide, unit)
        assert states(text, wide + more, unit)


@given(first=st.integers(1, 14), last=st.integers(15, 28), dash=st.sampled_from("-–"))
@settings(deadline=None)
def test_a_span_of_days_is_one_date(first, last, dash):
    (mention,) = scan(f"They met on {first}{dash}{last} May 2013 there.")
    assert mention.edtf == f"2013-05-{first:02d}/2013-05-{last}"


@pytest.mark.parametrize(
    "text",
    ["She won 6-2, 4-6, 6-1.", "a 40-40 vote", "Section 12(b)(3) says", "14C Larch Road", "9 Old Mill Lane",
     "In the year of grace 1491 it fell"],
)  # fmt: skip
def test_scores_places_of_laws_and_houses_are_no_quantities(text):
    assert quantities(text) == []


@pytest.mark.parametrize("text", ["a plasmid of 14 kb", "40 million million t", "They cleared debts of 3.05m"])
def test_a_unit_or_scale_that_can_be_two_is_not_read(text):
    assert {mention.value for mention in quantities(text)} == {None}


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1 part lime to 4 parts sand", 1, "part"),
        ("a rate of 10⁻² s⁻¹ there", "0.01", "1/s"),
        ("4 Tbsp. of sugar", 4, "tbsp"),
        ("apply the cream twice daily", 2, "×/day"),
        ("She cleared 4.15m in the pole vault", "4.15", "m"),
    ],
)
def test_units_in_uncommon_dress(text, value, unit):
    assert states(text, value, unit)


@pytest.mark.parametrize("piece", ["1-", "1 - ", "1–2, ", "5 by ", "not ", "per 5 ", "In The "])
def test_a_long_chain_is_read_to_its_end(piece):
    assert len(scan(piece * 3000 + "8 May 2013")) >= 1


@given(low=st.integers(1000, 4000), more=st.integers(1, 5000), scale=st.sampled_from(["million", "crore", "thousand"]))
@settings(deadline=None)
def test_thousands_share_the_scale_of_a_range(low, more, scale):
    full = {"million": 10**6, "crore": 10**7, "thousand": 10**3}[scale]
    for text in (f"It is ₹{low:,}–{low + more:,} {scale} there.", f"from {low + more:,} to {low:,} {scale} rupees"):
        assert states(text, low * full, "INR")
        assert states(text, (low + more) * full, "INR")
        assert not states(text, low, "INR")


@given(thousands=st.integers(100, 990))
@settings(deadline=None)
def test_a_number_far_larger_than_the_other_has_its_own_scale(thousands):
    for text in (f"from {thousands},000 to 1.2 million boats", f"{thousands},000 and 1.2 million boats"):
        assert states(text, thousands * 1000, "boat")


@given(tenths=st.integers(1, 9), few=st.integers(2, 9))
@settings(deadline=None)
def test_a_sum_of_lakhs_takes_no_number_of_things_with_it(tenths, few):
    text = f"They seized Rs 7.{tenths} lakh and {ONES[few - 1]} boats."
    assert states(text, 700_000 + tenths * 10_000, "INR")
    assert states(text, few, "boat")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The flood of 1342 drowned them.", ["date"]),
        ("They fished there by 1350.", ["date"]),
        ("It rose by 1350.", ["quantity"]),
        ("a herd of 1350", ["quantity"]),
        ("by 1145 GMT", ["other"]),
        ("after 10 in the morning", ["other"]),
        ("They sold 10 in the morning.", ["quantity"]),
        ("Regulation (EU) 2016/679 applies", ["other"]),
        ("Regulation (EU) No 1307/2013 applies", ["other"]),
        ("Flat No. 1402 is let", ["other"]),
        ("It had 1988 sales of $14 million.", ["date", "quantity"]),
        ("the 1988 quarter", ["date"]),
        ("The war lasted from 1618 to 1648.", ["date", "date"]),
        ("It rose. Between 1618 and 1648 it fell.", ["date", "date"]),
        ("It rose from 1618 to 1648.", ["quantity", "quantity"]),
        ("between 1100 and 1400 men", ["quantity", "quantity"]),
        ("from 1200 to 1400 °C", ["quantity", "quantity"]),
        ("runway 27L, Flat 4C and a 5L can", ["other", "other", "quantity"]),
        ("clauses 9 to 11", ["other", "other"]),
        ("Scope 1, 2 and 3 emissions and Phase 1 and 20 men", ["other", "other", "other", "other", "quantity"]),
        ("12 men with type 2 diabetes; in this class 12 girls", ["quantity", "other", "quantity"]),
        ("the S&P 500 fell", ["name"]),
        ("call 0800 496 0173 or (01) 498 4000, not 007 25 30", ["other", "other", "other", "quantity", "quantity"]),
        ("three-nought-four", ["other", "other"]),
    ],
)
def test_years_hours_and_numbers_of_flats(text, kinds):
    assert [mention.kind for mention in scan(text)] == kinds


@given(part=st.sampled_from(["third", "fifth", "tenth"]), before=st.sampled_from(["up", "fell", "by almost", "rose"]))
@settings(deadline=None)
def test_a_part_by_which_something_changed_is_a_quantity(part, before):
    (mention,) = scan(f"Sales {before} a {part} on the year.")
    assert mention.value == Decimal(1) / {"third": 3, "fifth": 5, "tenth": 10}[part]


def test_a_part_is_the_end_of_a_range():
    assert [mention.role for mention in scan("between a third and a half of them")] == ["low", "high"]


@pytest.mark.parametrize(("text", "value"), [("5,00", 5), ("3,05", "3.05"), ("5,50", None), ("5,5", None)])
def test_a_comma_before_a_zero_and_a_digit_is_a_decimal_one(text, value):
    assert [mention.value for mention in scan(text)] == [None if value is None else Decimal(value)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("one one-hundredth of a second", ["0.01"]),
        ("two one-thousandths of an inch", ["0.002"]),
        ("one one hundred and twenty-fifth", ["0.008"]),
        ("one hundred one thousand fifths", [None]),
        ("a hundred thousand millionths", ["0.1"]),
        ("twenty and three and three fifths", ["23.6"]),
        ("1.1^--23", [None, "23"]),
        ("minus $5 million or negative €3m", ["-5000000", "-3000000"]),
        ("12 minus 5, 12 t minus 5 t, $12 million minus $5 million", "12 5 12 5 12000000 5000000".split()),
        ("in 2013 minus 5 °C", ["-5"]),
        ("- 1 4/5", [None]),
        ("- 10 k", [None]),
        ("- 5 t of wheat", ["5"]),
        ("a dollar ten to a dollar twenty", ["1.1", "1.2"]),
        ("two, three million dollars", [None, "3000000"]),
        ("three, maybe four million; $5 or even $6 million", [None, "4000000", None, "6000000"]),
        ("SEK 9,412 m (8,877) and €86.4m (2022: 79.1)", ["9412000000", None, "86400000", None]),
        ("€86.4m (€79.1m), 412 people (2022: 310), 12.4% (11.9)", "86400000 79100000 412 310 12.4 11.9".split()),
    ],
)
def test_fractions_signs_and_scales_in_unusual_places(text, values):
    read = [mention.value for mention in scan(text) if mention.kind == "quantity"]
    assert read == [None if value is None else Decimal(value) for value in values]
