"""What is shown follows the files by their content, and never shows half of one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from figures import assets, paths
from figures.store import Store

DATA = Path(__file__).parent.parent / "data"
ROOT = DATA.parent

OUT_OF_MEMORY = """
import hashlib, resource, sys
from pathlib import Path
from figures.store import Store
data = Path(sys.argv[1])
whole = data.read_bytes()
store = Store(data, patience=0)
last = store.shown()
large = b"# " + b"x" * 30_000_000 + b"\\n" + whole
for after in (whole, large):
    data.write_bytes(large)
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + 20_000_000, resource.RLIM_INFINITY))
    kept = store.shown()
    resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    assert (kept.edition is last.edition, kept.mark != last.mark, kept.since is not None) == (True, True, True)
    print(*kept.problems, sep="\\n")
    data.write_bytes(after)
    last = store.shown()
    assert (last.problems, last.since) == ((), None)
    assert last.edition.catalogue.digest == hashlib.sha256(after).hexdigest()
"""

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


@pytest.mark.parametrize("ring", ["catalogue", "folder"])
def test_links_in_a_ring_leave_the_last_good_edition(store, folder, ring):
    good = store.shown()
    place = folder if ring == "folder" else folder / "figures.yaml"
    place.rename(folder.parent / "kept")
    place.symlink_to(place)
    broken = store.shown()
    assert broken.edition is good.edition
    assert len(broken.problems) == 1
    assert store.shown() is broken
    place.unlink()
    (folder.parent / "kept").rename(place)
    assert (store.shown().problems, store.shown().mark) == ((), good.mark)


def test_a_working_folder_that_is_gone_leaves_the_last_good_edition(folder, monkeypatch):
    monkeypatch.chdir(folder)
    store = Store(Path("figures.yaml"), patience=0)
    good = store.shown()
    shutil.rmtree(folder)
    broken = store.shown()
    assert broken.edition is good.edition
    assert len(broken.problems) == 1


def test_a_fault_of_the_machine_leaves_the_last_good_edition_and_its_trace_to_the_operator(folder):
    done = subprocess.run(
        [sys.executable, "-c", OUT_OF_MEMORY, folder / "figures.yaml"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == 2 * (
        f"{folder}/figures.yaml:1:1 expected a catalogue to show, got a fault: MemoryError; "
        "the log of the server says more; it is tried again by itself\n"
    )
    assert "Traceback" in done.stderr
    assert done.stderr.rstrip().endswith("MemoryError")


def test_files_that_vanish_and_come_back_at_any_moment_never_empty_the_page(store, folder):
    good = store.shown()
    data, text = folder / "figures.yaml", source_of(folder)
    done = threading.Event()

    def swap():
        while not done.is_set():
            for path in (data, text):
                path.rename(folder / "away")
                (folder / "away").rename(path)

    swapper = threading.Thread(target=swap)
    swapper.start()
    try:
        seen = [store.shown() for _ in range(60)]
    finally:
        done.set()
        swapper.join()
    assert all(shown.edition for shown in seen)
    assert {shown.edition.catalogue.digest for shown in seen} == {good.edition.catalogue.digest}
    assert (store.shown().problems, store.shown().mark) == ((), good.mark)


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
