"""Files are written as a whole or not at all."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path
from subprocess import PIPE

import pytest

from figures.files import WriteError, write

ROOT = Path(__file__).parent.parent
OLD = b"old " * 1000
NEW = b"new " * 5000

WRITE_AGAIN_AND_AGAIN = """
import signal, sys, time
from figures.files import write
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's job in the background is born deaf to it
data = bytes.fromhex(sys.argv[2]) * 500_000
until = time.monotonic() + 60  # should nobody be left to end it
print("ready", flush=True)
while time.monotonic() < until:
    write(sys.argv[1], data)
"""

WRITE_WITHIN_A_LIMIT = """
import resource, sys
from figures.files import WriteError, write
resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))
try:
    write(sys.argv[1], b"new " * 5000)
except WriteError as error:
    sys.exit(str(error))
"""


def run(code, *arguments: object):
    return [sys.executable, "-c", code, *map(str, arguments)]


@pytest.fixture
def target(tmp_path):
    path = tmp_path / "table.csv"
    path.write_bytes(OLD)
    return path


def alone(path):
    return [path.name] == [found.name for found in path.parent.iterdir()]


def test_a_new_file_is_written_with_the_users_mask(tmp_path):
    write(tmp_path / "new.csv", NEW)
    (tmp_path / "plain.csv").touch()

    assert (tmp_path / "new.csv").read_bytes() == NEW
    assert (tmp_path / "plain.csv").stat().st_mode == (tmp_path / "new.csv").stat().st_mode


def test_an_old_file_is_replaced_and_keeps_its_permissions(target):
    target.chmod(0o640)

    write(target, NEW)

    assert target.read_bytes() == NEW
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert alone(target)


def test_a_link_stays_a_link(target):
    link = target.parent / "link.csv"
    link.symlink_to(target)

    write(link, NEW)

    assert link.is_symlink()
    assert target.read_bytes() == NEW


def test_a_pipe_is_written_straight(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    heard = []
    reader = threading.Thread(target=lambda: heard.append(pipe.read_bytes()))
    reader.start()

    write(pipe, NEW)

    reader.join(10)
    assert heard == [NEW]


def test_standard_output_can_be_named():
    done = subprocess.run(
        run("from figures.files import write; write('/dev/stdout', b'a,b')"),
        cwd=ROOT,
        capture_output=True,
        timeout=60,
        check=True,
    )

    assert done.stdout == b"a,b"


def test_a_full_disk_leaves_the_old_file_and_nothing_else(target):
    done = subprocess.run(
        run(WRITE_WITHIN_A_LIMIT, target), cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )

    assert done.returncode == 1
    assert f"{target}: not written: File too large\n" == done.stderr
    assert target.read_bytes() == OLD
    assert alone(target)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("nowhere/table.csv", "No such file or directory"),
        (".", "Is a directory"),
        ("x" * 300, "File name too long"),
        ("a\0b", "embedded null byte"),
        ("table.csv/below", "Not a directory"),
    ],
)
def test_what_cannot_be_written_is_told_in_one_line(target, name, reason):
    with pytest.raises(WriteError) as caught:
        write(f"{target.parent}/{name}", NEW)

    assert str(caught.value).endswith(f": not written: {reason}")
    assert str(caught.value).isprintable()
    assert target.read_bytes() == OLD


@pytest.mark.parametrize("pause", [0, 0.003, 0.01, 0.02, 0.04])
def test_an_interrupt_leaves_a_whole_file_and_nothing_else(target, pause):
    with subprocess.Popen(run(WRITE_AGAIN_AND_AGAIN, target, "01"), cwd=ROOT, stdout=PIPE, stderr=PIPE) as writer:
        writer.stdout.readline()
        time.sleep(pause)
        writer.send_signal(signal.SIGINT)
        writer.communicate(timeout=60)

    assert target.read_bytes() in {OLD, b"\x01" * 500_000}
    assert alone(target)


def test_twenty_writers_killed_at_different_moments_leave_a_whole_file(target):
    for kill in range(20):
        with subprocess.Popen(run(WRITE_AGAIN_AND_AGAIN, target, "01"), cwd=ROOT, stdout=PIPE) as writer:
            writer.stdout.readline()
            time.sleep(kill * 0.0023)
            writer.send_signal(signal.SIGKILL)
        assert target.read_bytes() in {OLD, b"\x01" * 500_000}


def test_two_writers_never_mix(target):
    writers = [
        subprocess.Popen(run(WRITE_AGAIN_AND_AGAIN, target, byte), cwd=ROOT, stdout=PIPE) for byte in ("01", "02")
    ]
    seen = set()
    for writer in writers:
        writer.stdout.readline()
    until = time.monotonic() + 1.5
    while time.monotonic() < until:
        seen.add(target.read_bytes())
    for writer in writers:
        writer.kill()
        writer.communicate()

    assert seen <= {OLD, b"\x01" * 500_000, b"\x02" * 500_000}
