"""The command line: exit codes, one line per error, and what each command prints."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from figures import cli, export, selection, terminal
from figures.catalogue import load
from figures.checks import check

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data" / "figures.yaml"
TEXT = ROOT / "data" / "sources" / "akorda-2013-04-08.txt"


def run(*arguments, cwd=ROOT, **options):
    command = [sys.executable, "-m", "figures", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, timeout=60, check=False, **options)


@pytest.fixture
def copy(tmp_path):
    """The repository's catalogue, to be changed."""
    shutil.copytree(DATA.parent, tmp_path / "data")
    return tmp_path / "data" / "figures.yaml"


def change(path, before, after):
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def test_check_of_the_real_catalogue_passes_with_one_line(capsys):
    assert cli.main(["check", "--data", str(DATA)]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines()[-1].endswith("0 failed, 0 skipped.")
    assert said.err == ""


def test_check_loads_no_heavy_library():
    program = (
        "import sys; from figures.cli import main; main(['check']);"
        "print({'pandas', 'numpy', 'plotly', 'streamlit'} & set(sys.modules))"
    )
    said = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout.splitlines()[-1] == "set()"


def test_a_wrong_digit_fails_and_names_file_and_line(copy, capsys):
    change(copy, "value: 4.5 Mt", "value: 4.6 Mt")
    line = copy.read_text(encoding="utf-8").splitlines().index("      - value: 4.6 Mt") + 1
    assert cli.main(["check", "--data", str(copy)]) == 1
    out = capsys.readouterr().out
    assert f"{copy}:{line} failed " in out
    assert "route-forecast.1" in out


def test_a_wrong_form_is_told_in_full_and_exits_2(copy, capsys):
    change(copy, "sector: Road", "sectr: Road")
    change(copy, "date: 2013-04-08", "date: the eighth")
    assert cli.main(["check", "--data", str(copy)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert len([line for line in said.err.splitlines() if line.startswith(f"{copy}:")]) >= 2
    assert "Traceback" not in said.err


def test_the_json_of_check_lists_findings_and_amounts(capsys):
    assert cli.main(["check", "--json", "--data", str(DATA)]) == 0
    said = json.loads(capsys.readouterr().out)
    assert {one["outcome"] for one in said["findings"]} == {"passed"}
    lines = DATA.read_text(encoding="utf-8").splitlines()
    catalogue = load(DATA)
    assert [one["id"] for one in said["amounts"]] == [amount.id for amount in catalogue.amounts]
    for one, amount in zip(said["amounts"], catalogue.amounts, strict=True):
        assert (one["claim"], Decimal(one["value"]), one["file"]) == (amount.claim, amount.value, str(DATA))
        assert amount.written in lines[one["line"] - 1]
        assert 1 <= one["column"] <= len(lines[one["line"] - 1])


def test_the_json_of_check_holds_the_ledger(capsys):
    cli.main(["check", "--json", "--data", str(DATA)])
    rows = json.loads(capsys.readouterr().out)["ledger"]["akorda-2013-04-08"]
    states = [row["state"] for row in rows]
    assert (len(rows), states.count("curated"), states.count("set aside")) == (20, 14, 6)
    assert (rows[0]["text"], rows[0]["reason"]) == ("8 April 2013", "document-date")
    assert (rows[4]["value"], rows[4]["subject"], rows[4]["use"]) == ("12000000", "cargo-change.1", "amount")


def test_the_json_of_a_wrong_form_lists_the_problems(copy, capsys):
    change(copy, "sector: Road", "sectr: Road")
    assert cli.main(["check", "--json", "--data", str(copy)]) == 2
    problems = json.loads(capsys.readouterr().out)["problems"]
    assert problems
    assert all({"file", "line", "column", "path", "expected", "got", "cure"} == set(one) for one in problems)


def test_control_characters_of_the_data_never_reach_the_terminal(copy, capsys):
    change(copy, "title: Rail freight\n", 'title: "Rail \\e[31mfreight"\n')
    cli.main(["check", "--data", str(copy), "--all"])
    said = capsys.readouterr()
    assert "\x1b" not in said.out + said.err


def test_mutate_says_how_many_changes_were_caught(capsys):
    assert cli.main(["check", "--mutate", "--data", str(DATA)]) == 0
    last = capsys.readouterr().out.splitlines()[-1]
    caught, made = (int(word) for word in last.split() if word.isdigit())
    assert caught == made > 1000


@pytest.mark.parametrize("key", cli.FORMATS)
@pytest.mark.parametrize("query", ["", "sector=Energy"])
def test_export_writes_the_bytes_of_the_page(key, query, tmp_path):
    catalogue = load(DATA)
    expected = export.render(key, catalogue, check(catalogue), selection.Selection.from_query(query) if query else None)
    out = tmp_path / "out"
    assert cli.main(["export", key, "-o", str(out), "--view", query, "--data", str(DATA)]) == 0
    assert out.read_bytes() == expected


def test_export_goes_to_standard_output_without_a_file():
    said = run("export", "csv")
    assert said.returncode == 0
    assert said.stdout.startswith(b"amount,claim,")


def test_the_formats_are_those_of_the_table_of_formats():
    assert tuple(export.FORMATS) == cli.FORMATS


def test_export_refuses_a_filter_that_the_catalogue_does_not_know(capsys):
    assert cli.main(["export", "csv", "--view", "sector=Enrgy", "--data", str(DATA)]) == 2
    assert capsys.readouterr().err == "figures: not in this catalogue: sector=Enrgy\n"


def test_export_into_a_missing_folder_is_one_line(tmp_path, capsys):
    out = tmp_path / "no" / "out.csv"
    assert cli.main(["export", "csv", "-o", str(out), "--data", str(DATA)]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_scan_lists_every_mention_with_offsets_in_code_points(capsys):
    assert cli.main(["scan", str(TEXT), "--json", "--date", "2013-04-08"]) == 0
    mentions = json.loads(capsys.readouterr().out)
    text = TEXT.read_bytes().decode("utf-8")
    assert len(mentions) == 20
    for one in mentions:
        assert list(one) == list(terminal.MENTION)
        assert text[one["start"] : one["end"]] == one["text"]
        assert one["value"] is None or str(Decimal(one["value"])) == one["value"]


def test_scan_prints_one_line_per_mention(capsys):
    assert cli.main(["scan", str(TEXT)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 20
    assert "1164-1182\tquantity\t4500000 t\t4.5 million tonnes" in lines


@pytest.mark.parametrize("command", ["scan", "draft"])
def test_what_is_no_text_is_one_line(command, tmp_path, capsys):
    wrong = tmp_path / "wrong.txt"
    wrong.write_bytes(b"caf\xe9")
    out = ["-o", str(tmp_path / "out.yaml")] if command == "draft" else []
    assert cli.main([command, str(wrong), *out]) == 1
    assert cli.main([command, str(tmp_path / "none.txt"), *out]) == 1
    assert cli.main([command, str(tmp_path), *out]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 3


def test_a_draft_copies_its_text_and_overwrites_nothing(tmp_path, capsys):
    out = tmp_path / "new" / "figures.yaml"
    out.parent.mkdir()
    assert cli.main(["draft", str(TEXT), "-o", str(out), "--date", "2013-04-08"]) == 0
    assert (out.parent / "sources" / TEXT.name).read_bytes() == TEXT.read_bytes()
    drafted = out.read_bytes()
    assert cli.main(["check", "--data", str(out)]) == 1  # right in form; a person has to decide
    assert "undecided" in capsys.readouterr().out
    assert cli.main(["draft", str(TEXT), "-o", str(out)]) == 1
    assert out.read_bytes() == drafted


def test_a_fault_of_the_program_is_one_line_and_its_trace_can_be_had(capsys, monkeypatch):
    monkeypatch.setattr(terminal, "print_report", lambda *_args, **_options: {}["nothing"])
    assert cli.main(["check", "--data", str(DATA)]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("figures: a fault of the program, not of your file: KeyError in test_cli.py, line ")
    monkeypatch.setenv(cli.TRACE, "1")
    with pytest.raises(KeyError):
        cli.main(["check", "--data", str(DATA)])


def test_a_wrong_date_is_one_line(capsys):
    assert cli.main(["scan", str(TEXT), "--date", "yesterday"]) == 2
    assert capsys.readouterr().err.startswith("figures: --date: ")


@pytest.mark.parametrize("date", ["2013", "2013-04", "2013~", "2013-04-08~", "undecided"])
def test_a_document_without_a_certain_day_is_checked_all_the_same(date, copy, capsys):
    change(copy, "date: 2013-04-08", f'date: "{date}"')
    assert cli.main(["check", "--data", str(copy)]) == 1  # the day that the text gives is set aside as the document's
    said = capsys.readouterr()
    assert "document-date" in said.out
    assert said.err == ""


def test_a_draft_may_be_given_a_year_for_a_date(tmp_path):
    out = tmp_path / "figures.yaml"
    assert cli.main(["draft", str(TEXT), "-o", str(out), "--date", "2013"]) == 0
    assert 'date: "2013"' in out.read_text(encoding="utf-8")
    assert cli.main(["check", "--data", str(out)]) == 1


def test_the_dashboard_needs_a_file_that_exists(tmp_path, capsys):
    assert cli.main(["dashboard", "--data", str(tmp_path / "none.yaml")]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize("port", ["0", "65536", "eighty", "-1", "８０"])
def test_a_wrong_port_is_a_matter_of_usage(port):
    with pytest.raises(SystemExit) as stopped:
        cli.main(["dashboard", "--port", port])
    assert stopped.value.code == 2


def test_another_locale_changes_nothing():
    plain = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    said = run("check", "--all", env=plain)
    assert said.returncode == 0
    assert said.stdout == run("check", "--all").stdout


def test_a_reader_that_stops_early_is_no_error():
    command = [sys.executable, "-m", "figures", "export", "json"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        assert process.stderr.read() == b""


def test_without_a_data_file_here_the_sample_is_taken(tmp_path):
    said = run("check", cwd=tmp_path, env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT)})
    assert said.returncode == 0
    assert b"8 amounts" in said.stdout


def test_a_text_without_words_is_no_draft(tmp_path, capsys):
    empty = tmp_path / "empty.txt"
    empty.write_text(" \n")
    assert cli.main(["draft", str(empty), "-o", str(tmp_path / "out.yaml")]) == 1
    assert capsys.readouterr().err == f"figures: {empty}: there is no text in it, so there is nothing to draft\n"
    assert not (tmp_path / "out.yaml").exists()
    assert not (tmp_path / "sources").exists()


def test_mutation_score_as_json_lists_every_change(capsys):
    assert cli.main(["check", "--mutate", "--json"]) == 0
    score = json.loads(capsys.readouterr().out)
    assert {change["caught_by"] != "" for change in score["changes"]} == {True}
    assert all(change["true_because"] for change in score["still_true"])
    assert score["unscored"] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["scan", "nope.txt"], "nope.txt: there is no such file; name a text in UTF-8"),
        (["scan", str(TEXT), "--date", "soon"], "--date: expected a date such as 2013-04-08, got 'soon': write 2012"),
        (["scan", str(TEXT), "--date", "2013"], "got '2013': relative dates are counted from a whole day"),
        (["draft", str(TEXT), "-o", "new.yaml", "--date", "2012/2013"], "a document has one date, not an interval"),
        (["draft", str(TEXT), "-o", str(TEXT)], "is there already, and a draft overwrites nothing: name a new file"),
    ],
)
def test_message_says_what_was_found_and_what_to_do(arguments, said, capsys):
    assert cli.main(arguments) > 0
    assert said in capsys.readouterr().err
