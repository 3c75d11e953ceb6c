"""The browser of the tests: finds one, or gets one when run as ``python -m tests.browser``."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
HOW = (
    "no browser for the tests: install Chromium or Chrome, or run 'python -m playwright install chromium', "
    "or name one in BROWSER_PATH"
)


def find() -> str | None:
    """The path of a Chromium: BROWSER_PATH, one that is installed, or the one Playwright fetched."""
    named = os.environ.get("BROWSER_PATH")
    if named:
        return named
    installed = (shutil.which(name) for name in NAMES)
    usual = (place for place in PLACES if Path(place).exists())
    return next((path for path in (*installed, *usual) if path), None) or _of_playwright()


def _of_playwright() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def get() -> None:
    """Install a browser: Debian's own where we may, else Playwright's."""
    if _is_root_on_debian():
        _run("apt-get", "update", "-qq")
        _run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium")
    if find() is None:
        _run(sys.executable, "-m", "playwright", "install", "chromium")


def _is_root_on_debian() -> bool:
    is_root = getattr(os, "geteuid", lambda: 1)() == 0
    try:
        return is_root and platform.freedesktop_os_release().get("ID") == "debian"
    except OSError:
        return False


def _run(*command: str) -> None:
    """Run a command; what it could not do, :func:`find` will show."""
    subprocess.run(
        command, check=False, stdout=subprocess.DEVNULL, env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    )


if __name__ == "__main__":
    if find() is None:
        get()
    found = find()
    print(f"browser for the tests: {found}" if found else HOW, file=sys.stderr)  # noqa: T201
