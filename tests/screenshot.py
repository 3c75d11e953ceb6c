"""The picture in README: made by ``python -m tests.screenshot``, and held against what the page shows."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import figures
from figures import view

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "dashboard.png"
SHOWN = PICTURE.with_suffix(".sha256")
PICKED = "route-forecast"


def shown() -> str:
    """The SHA-256 of everything that the page shows of the catalogue."""
    catalogue = figures.load(ROOT / "data" / "figures.yaml")
    document = view.document(catalogue, figures.check(catalogue), catalogue.sources[0].id)
    return hashlib.sha256(view.dumps(document)).hexdigest()


def main() -> None:
    """Start the dashboard, pick a claim, take the picture, and note what it shows."""
    sys.path.insert(0, str(Path(__file__).parent))
    import browser as chromium
    from conftest import dashboard
    from playwright.sync_api import sync_playwright

    with dashboard() as address, sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium.find())
        page = started.new_page(viewport={"width": 1440, "height": 1180}, reduced_motion="reduce")
        page.goto(f"{address}?claim={PICKED}")
        page.locator(".cf mark >> visible=true").first.wait_for()
        page.locator(".when .main-svg >> visible=true").first.wait_for()
        page.wait_for_timeout(1000)
        page.screenshot(path=PICTURE)
        started.close()
    SHOWN.write_text(shown() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
