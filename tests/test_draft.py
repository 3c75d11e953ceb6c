"""A draft of any text loads, and the checks find nothing but what the curator must decide."""

from __future__ import annotations

import hashlib
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small import REAL
from texts import TEXTS

from figures.catalogue import Stored, parse
from figures.checks import check
from figures.draft import draft

RELEASE = REAL.sources[0].text


def drafted(text, date="2020-05-04"):
    """The catalogue of a draft, read back as `figures check` would."""
    stored = Stored(text=text, sha256=hashlib.sha256(text.encode()).hexdigest())
    return parse(draft(text, "sources/note.txt", date).encode(), "draft.yaml", lambda _: stored)


def codes(made):
    return {finding.code for finding in check(made).failed}


def test_draft_of_the_release_leaves_only_decisions():
    made = drafted(RELEASE, "2013-04-08")
    report = check(made)
    assert {finding.code for finding in report.failed} == {"undecided"}
    assert {row.state for row in report.ledgers["note"]} == {"curated", "set aside"}
    known = {(amount.value, amount.unit.replace("$", "USD")) for amount in made.amounts}
    assert known >= {(amount.value, amount.unit) for amount in REAL.amounts}


@pytest.mark.parametrize("kind", TEXTS)
def test_draft_of_a_text_of_any_kind_leaves_only_decisions(kind):
    text = TEXTS[kind]
    stored = Stored(text=text, sha256=hashlib.sha256(text.encode()).hexdigest())
    written = draft(text, "sources/note.txt", "2024-03-02")
    made = parse(written.encode(), "draft.yaml", lambda _: stored)
    report = check(made)
    assert len(made.amounts) >= 3
    assert {finding.code for finding in report.failed} == {"undecided"}
    for finding in report.failed:
        assert "undecided" in written.splitlines()[finding.place.line - 1] or finding.place.line == 1
    assert {row.state for row in report.ledgers["note"]} <= {"curated", "set aside"}


def test_amounts_are_proposed_as_read():
    made = drafted("In 2019, exports have exceeded 5 million t. They are expected to reach 9 million t by then.")
    assert [(one.written, one.bound, one.status, one.period) for one in made.amounts] == [
        ("5 million t", ">", "A", "2019"),
        ("9 million t", "=", "F", ""),
    ]


def test_both_ends_of_a_glued_range_are_proposed():
    made = drafted("Sales saw a decline of 10-15% over the year.")
    assert [(one.text, str(one.value), one.role) for one in made.amounts] == [("10", "10", "low"), ("15", "15", "high")]


@pytest.mark.parametrize(
    "text",
    [
        "The firm will build 4 plants.",
        "It will, as agreed, build 3 ports and 4 plants.",
        "By 2030 it will have 4 plants.",
    ],
)
def test_what_will_be_is_not_proposed_as_reported(text):
    (amount,) = [one for one in drafted(text).amounts if one.unit == "plant"]
    assert amount.status == "F" or amount.nature == "plan"


def test_number_that_cannot_be_proposed_is_left_to_the_curator():
    made = drafted("They sold 1,234 or so to them in all.")
    (aside,) = made.sources[0].set_aside
    (finding,) = [one for one in check(made).failed if "1,234" in one.message]
    assert (finding.code, finding.message) == (
        "undecided",
        f"Whether “{aside.text}” states a figure is still 'undecided'.",
    )


def test_number_that_the_source_denies_is_left_to_the_curator():
    (aside,) = drafted("The port never shipped 5 Mt.").sources[0].set_aside
    assert (aside.text, aside.reason, aside.note) == ("5 Mt", "out-of-scope", "undecided")


def test_number_that_the_source_only_asks_for_is_left_to_the_curator():
    (aside,) = drafted("Did the port ship 5 Mt of ore?").sources[0].set_aside
    assert (aside.reason, aside.note) == ("out-of-scope", "undecided")


def test_undecided_key_is_found_on_its_own_line():
    text = "They sold 5 t of ore."
    written = draft(text, "sources/note.txt", "2020-05-04").splitlines()
    stored = Stored(text=text, sha256=hashlib.sha256(text.encode()).hexdigest())
    report = check(parse("\n".join(written).encode(), "draft.yaml", lambda _: stored))
    for key in ("sector", "measure"):
        (finding,) = [one for one in report.failed if one.message.startswith(f"The {key} of claim-1")]
        assert written[finding.place.line - 1].strip() == f"{key}: undecided"


def test_reasons_of_what_is_set_aside():
    text = "On 4 May 2020 we held the 3rd EXPO 2017 show. It was in 2019 and drew twice the crowd of B-52 pilots."
    reasons = {aside.text: aside.reason for aside in drafted(text).sources[0].set_aside}
    assert reasons["4 May 2020"] == "document-date"
    assert reasons["3rd"] == "ordinal"
    assert reasons["EXPO 2017"] == "part-of-name"
    assert reasons["2019"] == "not-a-quantity"
    assert reasons["twice"] == "wording"


def test_what_is_not_known_is_undecided():
    made = drafted(RELEASE, None)
    (source,) = made.sources
    assert {source.title, source.publisher, source.date, source.language, made.title} == {"undecided"}
    assert {claim.measure for claim in made.claims} == {claim.sector for claim in made.claims} == {"undecided"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n ",
        "5 t",
        "5 t of coal\x07and 6 t of it were sold",
        "5\u00a0000 t of ore\u00ad were “sold”\r\nin\r\n2012: \\ # no - [a] {b}: 'x' \"y\" &c *d !e %f @g `h` |i >j",
        "\ufeffThey sold 5 t. They sold 5 t. They sold 5 t.",
        "Year\tTons\n2012\t5\n2013\t5\n2014\t6\n",
        "\u202e5 t of coal\u202c were sold here",
        "a" * 3000 + " 5 t of it " + "b" * 3000,
        "They sold 5 t of ore" + ", and then again 7 t of it" * 50 + ".",
        "x² and 10⁶ and ½ of it and １２ t and ٣ t",
        "no: 5 t\n---\n...\n? yes\n",
    ],
)
def test_draft_of_odd_text_loads_and_leaves_only_decisions(text):
    assert codes(drafted(text)) <= {"undecided", "source-text"}


PIECES = (
    *("5", "12.5", "t", "million", "tonnes", "$3", "%", "in 2019", "2,000", "ships", "from", "to", "about"),
    *("more than", ".", ". The", ",", "\n\n", "\n", "“x”", "may", "capacity", "will", "EXPO 2017", "3rd", "\u200b"),
)


@settings(deadline=None, max_examples=150)
@given(
    st.lists(
        st.sampled_from(PIECES),
        max_size=40,
    )
)
def test_draft_of_any_words_loads(words):
    found = codes(drafted(" ".join(words)))
    assert found <= {"undecided", "source-text"}


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00")))
def test_draft_of_any_text_is_right_in_form(text):
    drafted(text)


def test_long_work_is_reported_every_other_second():
    said = []
    ticks = itertools.count(0, 0.5)  # half a second for each statement and number
    text = "\n\n".join(f"In town {n} there were {n} ships." for n in range(10, 22))
    draft(text, "sources/x.txt", None, said.append, lambda: next(ticks))
    assert said[0] == "1 of 12 statements …"
    assert len(said) == 3 + 3


def test_nothing_is_reported_of_short_work():
    said = []
    draft(RELEASE, "sources/x.txt", "2013-04-08", said.append, lambda: 0.0)
    assert said == []


def test_numbers_glued_together_are_set_aside_together():
    made = drafted("Send 0x1F to port 7, which sold 5 t in 2019.")
    assert codes(made) == {"undecided"}
    assert [one.value for one in made.amounts if one.unit == "F"] == []


def test_period_that_last_year_gives_is_proposed():
    (amount,) = drafted("The port of Lund sold 5 t last year.").amounts
    assert (amount.period, amount.undated) == ("2019", "")
    (amount,) = drafted("Last year was bad: the port of Lund sold 5 t of ore.").amounts
    assert amount.undated == "undecided"
