"""Files: what a catalogue's sources may be on the disk, and what is never opened."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

import harvest
import pytest

from figures.catalogue import load, parse
from figures.catalogue.sources import MOST_SOURCE_BYTES, stored
from figures.errors import CatalogueError
from figures.model import Place


def test_load_reads_the_source_beside_the_catalogue(tmp_path):
    catalogue = load(harvest.write(tmp_path))
    assert catalogue.sources[0].text == harvest.NOTE
    assert str(tmp_path / "harvest.yaml") == catalogue.file
    assert Place(file=str(tmp_path / "harvest.yaml"), line=5, column=5) == catalogue.sources[0].place


def test_a_stored_text_has_no_problem_unless_one_is_named():
    assert harvest.read(harvest.TEXT).sources[0].problem == ""


def test_the_stored_text_is_sacred(tmp_path):
    data = "\ufeffOne\r\ntwo\rthree\u2028four\n".encode()
    found = load(harvest.write(tmp_path, note=data)).sources[0]
    assert found.text == "\ufeffOne\r\ntwo\rthree\u2028four\n"
    assert hashlib.sha256(data).hexdigest() == found.sha256_found


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "it is empty"),
        (b" \r\n", "it is empty"),
        (b"\xef\xbb\xbf", "it is empty"),
        (b"caf\xe9 took 40", "it is not UTF-8: the byte 0xe9 at offset 3"),
        (b"\xff\xfea\x00", "it is not UTF-8: the byte 0xff at offset 0"),
        (b"a\xed\xa0\x80", "it is not UTF-8: the byte 0xed at offset 1"),
        (b"%PDF-1.7\x00", "it is no text: it holds U+0000 (NUL)"),
    ],
)
def test_a_source_that_is_no_text_is_a_finding_with_its_digest(tmp_path, data, problem):
    found = load(harvest.write(tmp_path, note=data)).sources[0]
    assert (None, problem, hashlib.sha256(data).hexdigest()) == (found.text, found.problem, found.sha256_found)


def _removed(note):
    note.unlink()


def _folder(note):
    note.unlink()
    note.mkdir()


def _fifo(note):
    note.unlink()
    os.mkfifo(note)


def _link_out(note):
    note.unlink()
    note.symlink_to("/etc/hostname")


def _link_in(note):
    note.rename(note.with_name("other.txt"))
    note.symlink_to("other.txt")


def _dangling(note):
    note.unlink()
    note.symlink_to("nowhere")


def _capitals(note):
    note.rename(note.with_name("NOTE.TXT"))


def _huge(note):
    with note.open("ab") as file:
        file.truncate(MOST_SOURCE_BYTES + 1)


LINK = "it is a symbolic link, or lies behind one; put the file itself there"


@pytest.mark.parametrize(
    ("harm", "problem"),
    [
        (_removed, "there is no such file"),
        (_folder, "it is a folder"),
        (_fifo, "it is not a regular file"),
        (_link_out, LINK),
        (_link_in, LINK),
        (_dangling, LINK),
        (_capitals, "there is no such file"),
        (_huge, f"it is larger than {MOST_SOURCE_BYTES} bytes"),
    ],
)
def test_a_source_that_is_no_regular_file_is_a_finding_and_never_opened(tmp_path, harm, problem):
    file = harvest.write(tmp_path)
    harm(tmp_path / "note.txt")
    found = load(file).sources[0]
    assert (None, problem, "") == (found.text, found.problem, found.sha256_found)


def test_a_source_behind_a_linked_folder_is_not_read(tmp_path):
    (tmp_path / "in").symlink_to("/etc")
    file = harvest.write(tmp_path, harvest.changed("path: note.txt", "path: in/hostname"))
    assert load(file).sources[0].problem == LINK


def test_a_file_is_no_folder(tmp_path):
    file = harvest.write(tmp_path, harvest.changed("path: note.txt", "path: note.txt/x"))
    assert load(file).sources[0].problem


@pytest.fixture
def nobody():
    """Another user's rights for a while, where the tests run as root, who may read anything."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    yield
    if root:
        os.seteuid(0)


@pytest.fixture
def unreadable():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = harvest.write(folder)
        folder.chmod(0o755)
        (folder / "note.txt").chmod(0)
        yield file


@pytest.mark.usefixtures("unreadable", "nobody")
def test_an_unreadable_source_is_a_finding(unreadable):
    assert load(unreadable).sources[0].problem == "it may not be read (permissions)"


def test_a_catalogue_may_itself_be_reached_through_a_link(tmp_path):
    (tmp_path / "real").mkdir()
    harvest.write(tmp_path / "real")
    (tmp_path / "link.yaml").symlink_to("real/harvest.yaml")
    assert load(tmp_path / "link.yaml").sources[0].text == harvest.NOTE


def test_sources_are_asked_for_only_when_the_form_is_right():
    asked = []
    with pytest.raises(CatalogueError):
        parse(harvest.changed("sector: Farm", "sector: Fram").encode(), "f.yaml", asked.append)
    assert asked == []


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (lambda path: None, "there is no such file"),
        (lambda path: path.mkdir(), "it is a folder"),
        (os.mkfifo, "it is not a regular file"),
        (lambda path: path.symlink_to("/dev/zero"), "it is not a regular file"),
        (lambda path: path.symlink_to(path), "too many|Symlink loop|symbolic link|could not be read"),
    ],
)
def test_a_catalogue_that_cannot_be_read_is_one_plain_problem(tmp_path, made, said):
    made(tmp_path / "c.yaml")
    with pytest.raises(CatalogueError, match=said) as caught:
        load(tmp_path / "c.yaml")
    assert len(caught.value.problems) == 1


def test_a_path_that_no_system_takes_is_a_problem_too():
    for path in ("a\0b", "x" * 5000, ""):
        with pytest.raises(CatalogueError):
            load(path)


def test_nothing_outside_the_folder_is_found_by_walking(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    assert stored(tmp_path / "data", "../secret.txt").problem == "there is no such file"
