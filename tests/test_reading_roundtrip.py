"""Properties: an amount written in any of many styles is read back; a changed amount is refused."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from figures import units
from figures.reading import scan, states

SCALES = {"": 0, "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "lakh": 5, "crore": 7}
SHORT = {"mn": 6, "bn": 9, "mln": 6, "bln": 9, "tn": 12}
UNITS = {
    "tonnes": "t",
    "metric tons": "t",
    "kilometres": "km",
    "kilowatt-hours": "kWh",
    "MW": "MW",
    "TWh": "TWh",
    "km": "km",
    "hectares": "ha",
    "barrels a day": "bbl/day",
    "per cent": "%",
    "percent": "%",
    "%": "%",
    "percentage points": "pp",
    "basis points": "bp",
    "euros": "EUR",
    "US dollars": "USD",
    "dollars": "$",
    "roubles": "RUB",
    "km/h": "km/h",
    "tonnes per year": "t/year",
    "tonnes annually": "t/year",
    "litres": "L",
    "cubic metres": "m3",
    "square kilometres": "km2",
    "workers": "worker",
    "people": "person",
    "countries": "country",
    "power stations": "station",
    "degrees Celsius": "°C",
    "°C": "°C",
    "years": "year",
    "hours": "h",
    "m2": "m2",
    "kg/m3": "kg/m3",
    "toe": "toe",
}
SIGNS = {
    "$": "$",
    "US$": "USD",
    "€": "EUR",
    "£": "GBP",
    "₹": "INR",
    "Rs ": "INR",
    "USD ": "USD",
    "EUR ": "EUR",
    "KZT ": "KZT",
    "A$": "AUD",
    "HK$": "HKD",
    "¥": "JPY",
    "CHF ": "CHF",
}
BOUNDS = {
    "": "=",
    "about ": "~",
    "nearly ": "~",
    "almost ": "~",
    "some ": "~",
    "roughly ": "~",
    "up to ": "<=",
    "at most ": "<=",
    "no more than ": "<=",
    "at least ": ">=",
    "no less than ": ">=",
    "not less than ": ">=",
    "more than ": ">",
    "in excess of ": ">",
    "less than ": "<",
    "fewer than ": "<",
    "well over ": ">",
}
ENDINGS = [
    ".",
    ", officials said.",
    " in 2014.",
    " and will grow.",
    "; the rest is unknown.",
    " (see below).",
    " last year.",
]

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety"
ONES, TENS = _ONES.split(), _TENS.split()

numbers = st.one_of(
    st.integers(2, 999).map(Decimal),
    st.integers(2101, 9_999_999).map(Decimal),
    st.decimals(min_value="0.01", max_value="9999", places=1),
    st.decimals(min_value="1.01", max_value="99", places=2),
)


def spoken(number: int) -> str:
    """Write a whole number below a billion in words."""
    for size, name in ((10**6, "million"), (10**3, "thousand")):
        if number >= size:
            rest = spoken(number % size) if number % size else ""
            return f"{spoken(number // size)} {name} {rest}".strip()
    if number >= 100:
        return f"{ONES[number // 100]} hundred" + (f" and {spoken(number % 100)}" if number % 100 else "")
    if number >= 20:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    return ONES[number]


def grouped(value: Decimal, mark: str) -> str:
    return f"{value:,f}".replace(",", mark)


def quantities(text: str):
    return [mention for mention in scan(text) if mention.kind == "quantity"]


@given(
    value=numbers,
    mark=st.sampled_from([",", "\u00a0", "\u2009", "\u202f"]),
    scale=st.sampled_from(sorted(SCALES)),
    unit=st.sampled_from(sorted(UNITS)),
    bound=st.sampled_from(sorted(BOUNDS)),
    gap=st.sampled_from([" ", "\u00a0", "\n"]),
    ending=st.sampled_from(ENDINGS),
)
@settings(max_examples=600, deadline=None)
def test_amounts_with_a_unit_after_are_read_back(value, mark, scale, unit, bound, gap, ending):
    amount = f"{grouped(value, mark)}{gap}{scale + gap if scale else ''}{unit}"
    text = f"The total was {bound}{amount}{ending}"
    (mention,) = quantities(text)
    assert mention.value == value.scaleb(SCALES[scale])
    assert (mention.unit, mention.bound) == (UNITS[unit], BOUNDS[bound])
    assert text[mention.start : mention.end].startswith(grouped(value, mark))
    assert states(text, value.scaleb(SCALES[scale]), UNITS[unit], BOUNDS[bound])


@given(
    value=numbers,
    sign=st.sampled_from(sorted(SIGNS)),
    scale=st.sampled_from(sorted({**SCALES, **SHORT})),
    glued=st.booleans(),
    bound=st.sampled_from(sorted(BOUNDS)),
    ending=st.sampled_from(ENDINGS),
)
@settings(max_examples=400, deadline=None)
def test_money_with_its_sign_before_is_read_back(value, sign, scale, glued, bound, ending):
    power = {**SCALES, **SHORT}[scale]
    joint = "" if glued and scale in SHORT else " "
    text = f"It cost {bound}{sign}{grouped(value, ',')}{joint + scale if scale else ''}{ending}"
    (mention,) = quantities(text)
    assert (mention.value, mention.unit, mention.bound) == (value.scaleb(power), SIGNS[sign], BOUNDS[bound])
    assert text[mention.number_start] == grouped(value, ",")[0]


@given(number=st.integers(2, 999_999_999), unit=st.sampled_from(["tonnes", "workers", "kilometres", "euros"]))
@settings(max_examples=400, deadline=None)
def test_numbers_in_words_are_read_back(number, unit):
    (mention,) = quantities(f"They counted {spoken(number)} {unit} there.")
    assert (mention.value, mention.unit) == (Decimal(number), UNITS[unit])


@given(
    ends=st.tuples(st.integers(2, 900), st.integers(2, 900)).filter(lambda pair: pair[0] < pair[1] <= pair[0] * 9),
    scale=st.sampled_from(["", "thousand", "million", "billion", "crore"]),
    unit=st.sampled_from(["tonnes", "kilometres", "MW", "euros", "workers"]),
    form=st.sampled_from(["from {} to {}", "between {} and {}", "{} to {}", "{}-{}", "{}–{}", "{} – {}"]),
)
@settings(max_examples=300, deadline=None)
def test_ranges_share_scale_and_unit(ends, scale, unit, form):
    text = f"It was {form.format(*ends)} {scale + ' ' if scale else ''}{unit} there."
    low, high = quantities(text)
    assert [low.value, high.value] == [Decimal(end).scaleb(SCALES[scale]) for end in ends]
    assert low.unit == high.unit == UNITS[unit]
    assert (low.start, low.end) == (high.start, high.end)
    assert (low.role, high.role) == (("from", "to") if form.startswith("from") else ("low", "high"))
    assert low.number_start < low.number_end <= high.number_start < high.number_end


def wrong_values(value: Decimal, power: int):
    """Values that a careless hand makes of one that was read."""
    full = value.scaleb(power)
    yield from (full * 10, full / 10, full * 1000, full / 1000, -full, full + 1, Decimal(2014))
    if power:
        yield value
    digits = format(value, "f")
    for place in range(len(digits) - 1):
        one, two = digits[place : place + 2]
        if one != two and "." not in (one, two):
            yield Decimal(digits[:place] + two + one + digits[place + 2 :]).scaleb(power)


@given(
    value=numbers,
    scale=st.sampled_from(["", "thousand", "million", "crore"]),
    unit=st.sampled_from(sorted(UNITS)),
    other=st.sampled_from(sorted(UNITS)),
    ending=st.sampled_from(ENDINGS),
)
@settings(max_examples=400, deadline=None)
def test_a_changed_amount_is_never_stated(value, scale, unit, other, ending):
    text = f"In 2014, the total reached {grouped(value, ',')} {scale + ' ' if scale else ''}{unit}{ending}"
    full = value.scaleb(SCALES[scale])
    assert states(text, full, UNITS[unit])
    for wrong in wrong_values(value, SCALES[scale]):
        assert wrong == full or not states(text, wrong, UNITS[unit])
    meets = units.convert(full, UNITS[other], UNITS[unit]) == full
    assert UNITS[other] == UNITS[unit] or meets or not states(text, full, UNITS[other])


@given(low=st.integers(2, 400), high=st.integers(2, 400), unit=st.sampled_from(["tonnes", "MW", "%", "euros"]))
def test_the_middle_of_a_range_is_not_stated(low, high, unit):
    assume(low + 1 < high <= low * 9)
    text = f"It will take between {low} and {high} million {unit}."
    assert not states(text, Decimal(low + high) / 2 * 10**6, UNITS[unit])


@given(text=st.text(alphabet="0123456789.,-–+/ %$€kmb()[]'\"½⅓²\n\taeinotu½×^xpr", max_size=60))
@settings(max_examples=600, deadline=None)
def test_any_text_is_read_without_error_and_in_order(text):
    found = scan(text)
    for mention in found:
        assert text[mention.start : mention.end] == mention.text
        assert mention.start <= mention.number_start < mention.number_end <= mention.end
    places = [(mention.start, mention.number_start) for mention in found]
    assert places == sorted(places)
    assert len({(mention.number_start, mention.number_end) for mention in found}) == len(found)
