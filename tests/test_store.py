"""What is shown follows the files by their content, and never shows half of one."""

from __future__ import annotations

import os
import shutil
import threading
from pathlib import Path

import pytest

from figures import assets, paths
from figures.store import Store

DATA = Path(__file__).parent.parent / "data"
LETTER = ("Cargo transportation on this route", "Cargo transportation on that route")


@pytest.fixture
def folder(tmp_path):
    return Path(shutil.copytree(DATA, tmp_path / "data"))


@pytest.fixture
def store(folder):
    return Store(folder / "figures.yaml", patience=0)


def source_of(folder):
    return folder / "sources" / "akorda-2013-04-08.txt"


def failed(shown):
    return {finding.code for finding in shown.edition.report.failed}


def test_nothing_is_loaded_again_while_the_bytes_stay(store, folder):
    first = store.shown()
    os.utime(folder / "figures.yaml")
    assert store.shown() is first


def test_a_changed_catalogue_is_shown(store, folder):
    before = store.shown()
    data = folder / "figures.yaml"
    data.write_text(
        data.read_text(encoding="utf-8").replace("title: Rail freight\n", "title: Freight by rail\n"), "utf-8"
    )
    after = store.shown()
    assert after.mark != before.mark
    assert after.edition.catalogue.claims[1].title == "Freight by rail"


def test_a_change_that_leaves_size_and_time_is_noticed(store, folder):
    text = source_of(folder)
    store.shown()
    times = (text.stat().st_atime_ns, text.stat().st_mtime_ns)
    text.write_bytes(text.read_bytes().replace(b"4.5 million", b"4.6 million"))
    os.utime(text, ns=times)
    assert failed(store.shown())


@pytest.mark.parametrize("cut", [1, 4, 100, 4000])
def test_a_half_written_catalogue_leaves_the_last_good_edition_with_the_problems(store, folder, cut):
    data = folder / "figures.yaml"
    whole = data.read_bytes()
    good = store.shown()
    data.write_bytes(whole[:-1][:-cut])
    broken = store.shown()
    assert broken.edition is good.edition
    assert broken.problems
    assert broken.since is not None
    assert broken.mark != good.mark
    data.write_bytes(whole)
    mended = store.shown()
    assert (mended.problems, mended.since, mended.mark) == ((), None, good.mark)


def test_the_date_of_the_banner_is_that_of_the_first_problem(store, folder):
    store.shown()
    data = folder / "figures.yaml"
    data.write_text("a: 1\n", "utf-8")
    first = store.shown()
    data.write_text("a: 2\n", "utf-8")
    assert store.shown().since == first.since


def test_a_catalogue_that_was_never_whole_shows_its_problems_alone(folder):
    data = folder / "figures.yaml"
    data.write_text("title: x\n", "utf-8")
    shown = Store(data, patience=0).shown()
    assert shown.edition is None
    assert shown.problems


def test_a_missing_catalogue_is_a_problem_and_no_error(tmp_path):
    shown = Store(tmp_path / "none.yaml").shown()
    assert (shown.edition, len(shown.problems)) == (None, 1)


@pytest.mark.parametrize("harm", ["deleted", "folder", "letter", "pipe", "link"])
def test_a_harmed_source_stays_on_the_page_as_not_verified(store, folder, harm):
    assert not failed(store.shown())
    text = source_of(folder)
    kept = text.read_text(encoding="utf-8")
    text.unlink()
    if harm == "folder":
        text.mkdir()
    elif harm == "letter":
        text.write_text(kept.replace(*LETTER), "utf-8")
    elif harm == "pipe":
        os.mkfifo(text)
    elif harm == "link":
        text.symlink_to("/etc/hostname")
    shown = store.shown()
    assert shown.edition is not None
    assert failed(shown)
    assert shown is store.shown()


def test_the_documents_of_an_edition_can_be_fetched(store):
    for document in store.shown().edition.documents.values():
        assert assets.find(document.address) is document


def test_many_visitors_see_one_edition(store):
    seen = []
    threads = [threading.Thread(target=lambda: seen.append(store.shown())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({id(shown) for shown in seen}) == 1


def test_the_catalogue_of_the_current_folder_comes_before_the_sample(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert paths.default_data() == DATA / "figures.yaml"
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "figures.yaml").touch()
    assert paths.default_data() == Path("data/figures.yaml")
