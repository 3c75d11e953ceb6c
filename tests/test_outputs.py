"""Where a user may send an export or the published file: what would lose something is refused in one line."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from figures import cli

ROOT = Path(__file__).parent.parent
COMMANDS = [["publish"], ["export", "csv"], ["export", "xlsx"]]


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(ROOT / "data", tmp_path / "data")
    (tmp_path / "link.yaml").symlink_to("data/figures.yaml")
    os.link(tmp_path / "data/figures.yaml", tmp_path / "hard.yaml")
    (tmp_path / "kept.html").write_text("kept", encoding="utf-8")
    return tmp_path


def held(folder):
    return {str(file): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


REFUSED = {
    "data/figures.yaml": "not written: this is made from it; name another file",
    "data/../data/figures.yaml": "not written: this is made from it; name another file",
    "data/sources/akorda-2013-04-08.txt": "not written: this is made from it; name another file",
    "link.yaml": "not written: this is made from it; name another file",
    "hard.yaml": "not written: this is made from it; name another file",
    "data": "not written: Is a directory",
    ".": "not written: Is a directory",
    "nowhere/page.html": "not written: No such file or directory",
    "kept.html/page.html": "not written: Not a directory",
    f"{'x' * 300}.html": "File name too long",
}


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("output", REFUSED)
def test_what_would_lose_something_is_refused_in_one_line(folder, capsys, command, output):
    before = held(folder)
    data = ["--data", str(folder / "data/figures.yaml")]

    assert cli.main([*command, *data, "-o", f"{folder}/{output}"]) in {1, 2}
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert said.err.startswith("figures: ")
    assert REFUSED[output] in said.err
    assert held(folder) == before


def test_an_older_file_is_replaced(folder):
    data = ["--data", str(folder / "data/figures.yaml")]

    assert cli.main(["publish", *data, "-o", str(folder / "kept.html")]) == 0
    assert (folder / "kept.html").read_bytes().startswith(b"<!doctype html>")


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_hyphen_is_standard_output(folder, command):
    whole = [sys.executable, "-m", "figures", *command, "--data", str(ROOT / "data/figures.yaml"), "-o", "-"]
    done = subprocess.run(
        whole, cwd=folder, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, timeout=60, check=True
    )

    assert len(done.stdout) > 1000
    assert not (folder / "-").exists()


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_without_a_standard_output_it_says_so(command):
    whole = f"{sys.executable} -m figures {' '.join(command)} >&-"
    done = subprocess.run(["bash", "-c", whole], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)

    assert (done.returncode, done.stderr) == (2, "figures: there is no standard output: name a file with -o FILE\n")


def test_a_reader_who_has_enough_ends_it_quietly():
    whole = f"{sys.executable} -m figures publish -o - | head -c 10"
    done = subprocess.run(["bash", "-c", whole], cwd=ROOT, capture_output=True, timeout=60, check=True)

    assert (done.stdout, done.stderr) == (b"<!doctype ", b"")


@pytest.mark.parametrize("url", ["figures.html", "https://", "http://[::1", "https://example.org/a b"])
def test_an_address_that_is_none_is_told_before_anything_is_made(folder, capsys, url):
    before = held(folder)
    with pytest.raises(SystemExit) as end:
        cli.main(["publish", "--data", str(folder / "data/figures.yaml"), "-o", str(folder / "new.html"), "--url", url])

    assert end.value.code == 2
    assert f"argument --url: '{url}' is no address of the web" in capsys.readouterr().err
    assert held(folder) == before


def test_a_file_that_is_write_protected_stays(folder, capsys, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_: False)  # whoever runs this as root may write everything
    before = held(folder)
    data = ["--data", str(folder / "data/figures.yaml")]

    assert cli.main(["publish", *data, "-o", str(folder / "kept.html")]) == 1
    assert capsys.readouterr().err.endswith("kept.html: not written: the file is write-protected\n")
    assert held(folder) == before
