"""What a reader waits for: the first chart, a filter, the sentence behind a mark.

The same charts of the same catalogue in three pages: this dashboard, plain ``st.plotly_chart``, and
one HTML file without a server. In headless Chromium, each load with a fresh profile, the pages by
turns; clicks are those of a mouse. Medians.
"""

from __future__ import annotations

import contextlib
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Locator, Page, sync_playwright

from benchmarks import charts, make, servers
from benchmarks.table import Part, Row, megabytes, seconds, times
from tests import browser as chromium

HERE = Path(__file__).parent
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync")
SLOW = {"offline": False, "latency": 40, "downloadThroughput": 10e6 / 8, "uploadThroughput": 10e6 / 8}
"""10 Mbit/s and 40 ms, as Chromium's own tools make it."""

_QUIET = 0.7  # seconds without a change, after which a page has settled
_LONGEST = 60.0  # seconds for anything


Place = tuple[float, float]
"""A point in the window, in pixels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One page: where it is, and how its filter and its marks are found."""

    name: str
    address: str
    sector: str
    mark: Callable[[Page, str], Place] | None


@dataclass(slots=True, kw_only=True)
class Taken:
    """What was measured of one page: seconds and bytes."""

    first: list[float] = field(default_factory=list)
    slow: list[float] = field(default_factory=list)
    wire: list[float] = field(default_factory=list)
    sector: list[float] = field(default_factory=list)
    mark: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """How often each thing is done."""

    loads: int = 5
    slow_loads: int = 3
    clicks: int = 8


def run(effort: Effort = Effort()) -> Part:
    """Measure the three pages and describe them."""
    with contextlib.ExitStack() as stack:
        sites = _three(stack)
        taken = measure(sites, clickable(""), effort)
    ours, plain, bare = taken.values()
    return Part(
        title="The page, beside the same charts in other pages",
        head=(
            "Page",
            "First chart",
            "At 10 Mbit/s and 40 ms",
            "On the wire",
            "Sector → settled",
            "Mark → sentence lit",
        ),
        rows=(
            *(_row(name, one) for name, one in taken.items()),
            ("Ours, to plain Streamlit", *_ratios(ours, plain)),
            ("Ours, to the page without a server", *_ratios(ours, bare)),
        ),
        notes=(
            "Limits: at 10 Mbit/s and 40 ms 0.5 × plain Streamlit and 3 MB on the wire; "
            "each click 1.3 × the page without a server.",
        ),
    )


def run_many(claims: int = 1_000, effort: Effort = Effort(loads=3, slow_loads=1, clicks=6)) -> Part:
    """Measure this dashboard with a large catalogue."""
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        data = make.write(folder, claims)
        address, _ = stack.enter_context(servers.dashboard(data))
        sites = (_ours(f"{claims:,} claims", address, make.SECTORS[1]),)
        taken = measure(sites, clickable(str(data))[:6], effort)
    return Part(
        title="The page with many claims",
        head=(
            "Catalogue",
            "First chart",
            "At 10 Mbit/s and 40 ms",
            "On the wire",
            "Sector → settled",
            "Mark → sentence lit",
        ),
        rows=tuple(_row(name, one) for name, one in taken.items()),
    )


def _three(stack: contextlib.ExitStack) -> tuple[Site, ...]:
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    charts.without_server(folder)
    ours, _ = stack.enter_context(servers.dashboard())
    plain, _ = stack.enter_context(servers.plain(HERE / "plain.py"))
    bare, _ = stack.enter_context(servers.folder(folder))
    return (
        _ours("Cited Figures", ours, "Energy"),
        Site(name="Plain `st.plotly_chart`", address=plain, sector='button:has-text("Energy")', mark=None),
        Site(name="Without a server", address=bare, sector='button:has-text("Energy")', mark=plotly_mark),
    )


def _ours(name: str, address: str, sector: str) -> Site:
    return Site(name=name, address=address, sector=f'.st-key-sector button:has-text("{sector}")', mark=our_mark)


def our_mark(page: Page, claim: str) -> Place:
    """Where the view takes a click for a claim's."""
    return _middle(page.locator(f'.hit[data-claim="{claim}"]:visible').first)


def _middle(target: Locator) -> Place:
    target.scroll_into_view_if_needed()
    box = target.bounding_box()
    if box is None:
        raise RuntimeError("Nothing to click")
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def plotly_mark(page: Page, claim: str) -> Place:
    """Where Plotly itself takes a click for a claim's: the last part of its bar."""
    x, y = page.evaluate(_WHERE, claim)
    return x, y


_WHERE = """claim => {
  const holds = (div) => div.layout.meta.hits.find((hit) => hit.main && hit.claim === claim);
  const chart = [...document.querySelectorAll(".js-plotly-plot")].find(holds);
  chart.scrollIntoView({ block: "center" });
  const area = chart.querySelector(".nsewdrag").getBoundingClientRect(), { top, height } = holds(chart);
  return [area.left + area.width * 0.9, area.top + top + height / 2];
}"""
"""Where Plotly itself takes a click for a claim's: its charts count pixels from the top."""


def clickable(data: str) -> list[str]:
    """Claims whose mark is drawn in a chart, in order."""
    drawn = charts.drawn(data, ()).values()
    hits = [hit for chart in drawn for hit in chart.layout.meta["hits"] if hit["main"]]
    return list(dict.fromkeys(hit["claim"] for hit in hits))


def measure(sites: Sequence[Site], claims: Sequence[str], effort: Effort) -> dict[str, Taken]:
    """Visit the pages by turns, by name what was measured of each."""
    taken = {site.name: Taken() for site in sites}
    with headless() as browser:
        for n in range(effort.loads):
            for site in sites:
                _visit(browser, site, taken[site.name], claims, effort.clicks if n else 0)
        for _ in range(effort.slow_loads):
            for site in sites:
                with opened(browser, site, slow=True) as page:
                    taken[site.name].slow.append(first_chart(page))
    return taken


@contextlib.contextmanager
def headless() -> Iterator[Browser]:
    """Start a browser without a window."""
    path = chromium.find()
    if path is None:
        raise SystemExit(chromium.HOW)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@contextlib.contextmanager
def opened(browser: Browser, site: Site, *, slow: bool = False, sizes: list[int] | None = None) -> Iterator[Page]:
    """A page in a fresh profile; the sizes of what it loads are added to ``sizes``."""
    context = browser.new_context(viewport={"width": 1400, "height": 2600}, reduced_motion="reduce", bypass_csp=True)
    try:
        context.add_init_script(path=HERE / "probe.js")
        page = context.new_page()
        _network(context, page, slow, [] if sizes is None else sizes)
        page.goto(site.address, timeout=_LONGEST * 1000)
        yield page
    finally:
        context.close()


def _network(context: BrowserContext, page: Page, slow: bool, sizes: list[int]) -> None:
    tools = context.new_cdp_session(page)
    tools.send("Network.enable")
    tools.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    tools.on(
        "Network.webSocketFrameReceived", lambda event: sizes.append(len(event["response"]["payloadData"]) * 3 // 4)
    )
    if slow:
        tools.send("Network.emulateNetworkConditions", SLOW)


def _visit(browser: Browser, site: Site, taken: Taken, claims: Sequence[str], clicks: int) -> None:
    sizes: list[int] = []
    with opened(browser, site, sizes=sizes) as page:
        taken.first.append(first_chart(page))
        page.wait_for_timeout(1500)
        taken.wire.append(sum(sizes))
        for n in range(clicks):
            taken.sector.append(_settled(page, page.locator(site.sector).first))
            if site.mark and n % 2:  # the sector is switched off again, so that every mark is there
                claim = claims[n // 2 % len(claims)]
                taken.mark.append(_lit(page, site.mark(page, claim), claim))


def first_chart(page: Page) -> float:
    """The seconds until the first chart was drawn."""
    return _told(page, "first")


def _settled(page: Page, button: Locator) -> float:
    """Click; the seconds until the last change in any chart."""
    _click(page, _middle(button), "")
    last, since = 0.0, time.monotonic()
    while time.monotonic() - since < _QUIET or not last:
        page.wait_for_timeout(50)
        changed = page.evaluate("probe.changed") or 0
        if changed != last:
            last, since = changed, time.monotonic()
        if time.monotonic() - since > _LONGEST:
            raise RuntimeError("Nothing changed after the click")
    return last / 1000


def _lit(page: Page, mark: Place, claim: str) -> float:
    """Click; the seconds until the claim's sentence is seen with its number lit."""
    _click(page, mark, claim)
    taken = _told(page, "lit")
    page.wait_for_timeout(700)
    return taken


def _click(page: Page, target: Place, wanted: str) -> None:
    page.mouse.move(*target)
    page.wait_for_timeout(150)  # Plotly looks for what lies under the mouse at most every 50 ms
    page.evaluate("wanted => Object.assign(probe, { clicked: null, changed: null, lit: null, wanted })", wanted)
    page.mouse.down()
    page.mouse.up()


def _told(page: Page, what: str) -> float:
    end = time.monotonic() + _LONGEST
    while time.monotonic() < end:
        value = page.evaluate(f"probe.{what}")
        if value is not None and value >= 0:
            return float(value) / 1000
        page.wait_for_timeout(20)
    raise RuntimeError(f"Never came about: {what}")


def _row(name: str, taken: Taken) -> Row:
    return (
        name,
        median(taken.first, seconds),
        median(taken.slow, seconds),
        median(taken.wire, megabytes),
        median(taken.sector, seconds),
        median(taken.mark, seconds),
    )


def _ratios(ours: Taken, other: Taken) -> Row:
    pairs = ((getattr(ours, name), getattr(other, name)) for name in ("first", "slow", "wire", "sector", "mark"))
    return tuple(times(statistics.median(a) / statistics.median(b)) if a and b else "–" for a, b in pairs)


def median(values: list[float], write: Callable[[float], str]) -> str:
    """The median, written; a dash where nothing was measured."""
    return write(statistics.median(values)) if values else "–"


if __name__ == "__main__":
    print(run().markdown())
    print(run_many().markdown())
