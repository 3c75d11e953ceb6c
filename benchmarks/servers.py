"""Servers that are measured: each a process of its own on loopback, ended by its number."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
_STARTS_WITHIN = 60.0  # seconds


@contextlib.contextmanager
def serving(*command: str, cwd: Path = ROOT, variables: dict[str, str] | None = None) -> Iterator[tuple[str, int]]:
    """Run ``python COMMAND`` with ``{port}`` filled in; give its address and its process's number."""
    port = str(_free_port())
    process = subprocess.Popen(
        [sys.executable, *(part.replace("{port}", port) for part in command)],
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": str(ROOT)} | (variables or {}),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}/"
    try:
        _wait(address, process)
        yield address, process.pid
    finally:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def dashboard(data: Path | None = None) -> contextlib.AbstractContextManager[tuple[str, int]]:
    """The dashboard, as its command serves it."""
    chosen = ("--data", str(data.resolve())) if data else ()
    return serving("-m", "figures", "dashboard", "--no-browser", "--port", "{port}", *chosen)


def plain(script: Path, **variables: str) -> contextlib.AbstractContextManager[tuple[str, int]]:
    """A page in Streamlit as its own command serves it, with Streamlit's own settings."""
    options = ("--server.port", "{port}", "--server.headless", "true", "--browser.gatherUsageStats", "false")
    address = ("--server.address", "127.0.0.1", "--server.fileWatcherType", "none")
    # In another folder, or it would take this project's settings.
    return serving("-m", "streamlit", "run", str(script), *options, *address, cwd=script.parent, variables=variables)


def folder(path: Path) -> contextlib.AbstractContextManager[tuple[str, int]]:
    """Files as they lie in a folder: no program behind the page."""
    return serving("-m", "http.server", "{port}", "--bind", "127.0.0.1", cwd=path)


def memory(process: int) -> float | None:
    """The resident memory of a process in bytes; None where the system does not tell."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    except OSError:
        return None
    kilobytes = next((line.split()[1] for line in status.splitlines() if line.startswith("VmRSS")), None)
    return float(kilobytes) * 1024 if kilobytes else None


def processor(process: int) -> float | None:
    """The processor time that a process has used, in seconds; None where the system does not tell."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return None
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _STARTS_WITHIN
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(f"The server ended by itself with {process.returncode}")
        try:
            with urllib.request.urlopen(address, timeout=5):  # noqa: S310 - our own address
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
    raise RuntimeError(f"The server did not answer within {_STARTS_WITHIN:.0f} s")
