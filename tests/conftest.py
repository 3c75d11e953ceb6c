"""The dashboard as a visitor meets it: the real command, and a page that forgives nothing."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import browser as chromium
import pytest
from hypothesis import settings
from playwright.sync_api import expect, sync_playwright

ROOT = Path(__file__).parent.parent

expect.set_options(timeout=20_000)  # a busy machine is no fault of the page

# The same examples every time, so that red means a change of the code; HYPOTHESIS_PROFILE=search looks for new ones.
settings.register_profile("search", deadline=None, max_examples=1_000)
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


def free_port():
    """A port that nobody uses just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def dashboard(*arguments, cwd=ROOT, port=None):
    """``figures dashboard`` in a process of its own; gives its address. It may write no error."""
    number = str(port or free_port())
    command = [sys.executable, "-m", "figures", "dashboard", "--no-browser", "--port", number, *arguments]
    with tempfile.TemporaryFile("w+", encoding="utf-8") as errors:
        process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.PIPE, stderr=errors, text=True)
        try:
            line = process.stdout.readline()
            assert "http://" in line, _read(errors)
            yield line.split()[2]
        finally:
            process.terminate()
            process.communicate(timeout=20)
        assert _read(errors) == ""


def _read(file):
    file.seek(0)
    return file.read()


@pytest.fixture(scope="session")
def server():
    """The address of the dashboard with the catalogue of the repository."""
    with dashboard() as address:
        yield address


@pytest.fixture(scope="session")
def browser():
    """One Chromium for all tests."""
    path = chromium.find()
    if path is None:
        pytest.fail(chromium.HOW, pytrace=False)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path)
        yield started
        started.close()


@pytest.fixture
def visit(browser):
    """Opens pages; fails when one had an error, or asked for anything outside this machine."""
    contexts, wrong = [], []

    def open_page(address, *, quiet_console=True, **options):
        context = browser.new_context(
            **{"viewport": {"width": 1440, "height": 1000}, "reduced_motion": "reduce"} | options
        )
        context.set_default_timeout(20_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(f"page error: {error}"))
        if quiet_console:  # not where the server goes away on purpose
            page.on("console", lambda said: said.type == "error" and wrong.append(f"console: {said.text}"))
        page.on("request", lambda asked: _is_here(asked.url) or wrong.append(f"left the machine: {asked.url}"))
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert wrong == []


def _is_here(url):
    return url.startswith(("http://127.0.0.1:", "ws://127.0.0.1:", "blob:", "data:"))
