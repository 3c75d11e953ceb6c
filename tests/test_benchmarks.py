"""The benchmarks run and write their table. How fast anything is, is no matter of the tests."""

from __future__ import annotations

import pytest

from benchmarks import __main__ as command
from benchmarks import charts, growth, load, make, page, published
from benchmarks.table import Part, megabytes, seconds, times
from figures.catalogue import load as load_catalogue
from figures.checks import check


@pytest.mark.parametrize("claims", [1, 10, 200])
def test_made_catalogues_pass_every_check(tmp_path, claims):
    catalogue = load_catalogue(make.write(tmp_path, claims))
    assert len(catalogue.claims) == claims
    assert {finding.outcome for finding in check(catalogue)} == {"passed"}


def test_made_catalogues_hold_what_real_ones_hold(tmp_path):
    catalogue = load_catalogue(make.write(tmp_path, 200))
    amounts = catalogue.amounts
    assert {amount.status for amount in amounts} >= {"A", "E", "F", None}
    assert {amount.role for amount in amounts} == {"single", "from", "to"}
    assert {amount.bound for amount in amounts} == {"=", ">", "~"}
    assert "capacity" in {amount.nature for amount in amounts}
    assert {event.course for event in catalogue.events} == {"happened", "planned"}
    assert {aside.reason for aside in catalogue.sources[0].set_aside} == {"document-date", "ordinal", "part-of-name"}
    assert len({claim.sector for claim in catalogue.claims}) == len(make.SECTORS)


def test_the_same_size_gives_the_same_bytes(tmp_path):
    first, second = (make.write(tmp_path / name, 50).read_bytes() for name in "ab")
    assert first == second


def test_a_part_is_a_table():
    part = Part(title="T", head=("a", "b"), rows=(("1", "2"),), notes=("Note.",))
    assert part.markdown() == "## T\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\nNote.\n"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (seconds(2.5), "2.50 s"),
        (seconds(0.0421), "42 ms"),
        (seconds(0.0042), "4.2 ms"),
        (times(1.26), "1.3 ×"),
        (times(26.4), "26 ×"),
        (megabytes(2_600_000), "2.60 MB"),
    ],
)
def test_numbers_are_written_with_their_units(written, expected):
    assert written == expected


def test_growth_measures_each_size():
    part = growth.run(sizes=(2, 4), repeats=1)
    assert [row[0] for row in part.rows] == ["2", "4"]
    assert all(len(row) == len(part.head) for row in part.rows)


def test_the_page_is_measured_beside_others():
    part = page.run(page.Effort(loads=2, slow_loads=0, clicks=2))
    ours, plain, bare, *_ = part.rows
    assert all(len(row) == len(part.head) for row in part.rows)
    assert "–" not in {ours[1], ours[3], ours[4], ours[5], plain[4], bare[5]}


def test_a_large_catalogue_opens_in_the_page():
    part = page.run_many(30, page.Effort(loads=2, slow_loads=0, clicks=2))
    assert "–" not in {cell for n, cell in enumerate(part.rows[0]) if n != 2}


def test_the_published_file_is_measured_beside_a_plain_page():
    few = page.Effort(loads=2, slow_loads=0, clicks=2)
    part = published.run(30, few, few)
    assert all(len(row) == len(part.head) for row in part.rows)
    assert [[n for n, cell in enumerate(row) if cell == "–"] for row in part.rows] == [[], [4], [4], []]


def test_visitors_come_to_both_pages():
    few = load.Crowd(visitors=2, think=0.2, arrive=0.2, stay=2)
    part = load.run(crowds=(few,), compared=few)
    errors = part.head.index("Errors")
    assert [row[errors] for row in part.rows] == ["0", "0"]
    assert all(int(row[part.head.index("Reruns")]) > 0 for row in part.rows)


def test_the_results_say_when_and_on_what_but_not_where(tmp_path):
    file = tmp_path / "RESULTS.md"
    command.write([Part(title="T", head=("a",), rows=(("1",),))], file)
    text = file.read_text(encoding="utf-8")
    assert "Measured on 20" in text
    assert "cores" in text
    assert str(tmp_path) not in text


def test_the_page_without_a_server_holds_every_chart(tmp_path):
    charts.without_server(tmp_path)
    text = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert text.count('class="chart"') == len(charts.drawn("", ()))
    assert all(f'"{claim.id}": [' in text for claim in charts.catalogue().claims)


def test_the_page_without_a_server_lights_the_sentence_in_its_line_of_the_text():
    made = charts.catalogue()
    lines = made.sources[0].text.split("\n")
    for claim in made.claims:
        line, parts = charts.sentences("")[claim.id]
        assert "".join(parts) == lines[line]
        assert "".join(parts[1:4]) == claim.quote
