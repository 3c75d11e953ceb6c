"""The published file as a reader meets it: opened from the disk in a real browser, without a network."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from urllib.parse import quote

import makers
import pytest
from axe_playwright_python.sync_playwright import Axe
from test_publish import BYTES, HOSTILE, REAL, REPORT, hostile

from figures import export
from figures.publish import publish
from figures.selection import Selection, options, read

CASES = json.loads((Path(__file__).parent / "selection_cases.json").read_text("utf-8"))
CHECKERS = ("outline.js", "agreement.js", "verify.js")
WEB = Path(export.__file__).parent.parent / "web"
PLOTLY = re.compile(rb"<script id=\"plotly\">.*?</script>", re.DOTALL)
LIGHT = PLOTLY.sub(b"", BYTES)
"""The file without plotly.js: it opens at once and verifies as the whole does."""


@pytest.fixture
def visit(browser, tmp_path):
    """Opens a file from the disk; fails when the page had an error, broke its policy, or asked for anything."""
    contexts, wrong = [], []

    def open_file(data, fragment="", ready=".body .figure-table", blocked=False, **options):
        path = tmp_path / f"page-{len(contexts)}.html"
        path.write_bytes(data)
        context = browser.new_context(
            **{"viewport": {"width": 1440, "height": 1000}, "reduced_motion": "reduce", "offline": True} | options
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(f"page error: {error}"))
        if not blocked:  # not where the policy has something to refuse
            page.on("console", lambda said: said.type == "error" and wrong.append(f"console: {said.text}"))
        page.on("request", lambda asked: _is_own(asked.url, path) or wrong.append(f"asked for: {asked.url}"))
        page.goto(f"{path.as_uri()}{fragment}")
        page.wait_for_selector(ready, state="attached")
        return page

    yield open_file
    for context in contexts:
        context.close()
    assert wrong == []


def _is_own(url, path):
    return url.partition("#")[0] == path.as_uri() or url.startswith(("blob:", "data:"))


def shown_rows(page):
    return [row.get_attribute("data-amount") for row in page.locator(".body .figure-table tbody tr").all()]


def verify(page):
    """Presses Verify; gives what it names, by id, with what it says."""
    page.get_by_role("button", name="Verify", exact=True).click()
    page.wait_for_selector(".result[data-verdict]")
    return {one.get_attribute("data-verdict"): one.inner_text() for one in page.locator(".changed li").all()}


# --- the filters


def test_the_browser_shows_what_the_table_of_cases_says(browser):
    page = browser.new_page()
    code = (WEB / "filter.js").read_text("utf-8")
    ask = f"""({{ facets, cases }}) => {{
      {code}
      return cases.map((one) => Object.keys(facets).filter((id) => matches(facets[id], one.selection)));
    }}"""
    shown = page.evaluate(ask, CASES)
    page.close()

    assert {case["why"]: case["shows"] for case in CASES["cases"]} == {
        case["why"]: ids for case, ids in zip(CASES["cases"], shown, strict=True)
    }


def test_the_browser_counts_the_choices_as_python_does(visit):
    page = visit(LIGHT, "#sector=Rail&period=2015")
    counted = {
        option.label: option.count for option in options(REAL, read("sector=Rail&period=2015", REAL)[0])["sector"]
    }
    shown = [button.inner_text().split() for button in page.locator(".filters .pills button").all()]

    assert counted == {label: int(count) for label, count in shown}


def test_a_choice_is_shown_counted_and_written_to_the_address(visit):
    page = visit(LIGHT)
    page.get_by_role("button", name="Energy 2").click()

    assert ["power-count.1", "power-worth.1"] == shown_rows(page)
    assert page.url.endswith("#sector=Energy")
    assert "2 of 11 claims and events shown" == page.locator(".filters [role=status]").inner_text()


def test_filters_replace_the_address_and_picks_add_to_it(visit):
    page = visit(LIGHT)
    before = page.evaluate("history.length")
    page.get_by_role("button", name="Rail 5").click()
    page.get_by_role("searchbox").fill("tonnes")
    assert before == page.evaluate("history.length")

    page.locator('tr[data-claim="rail-2012"] .plain').first.click()
    page.locator('tr[data-claim="route-forecast"] .plain').first.click()
    page.wait_for_url("**#sector=Rail&words=tonnes&claim=route-forecast")
    page.go_back()
    assert "rail-2012" == page.locator('[aria-current="true"]').first.get_attribute("data-claim")
    page.go_back()
    assert 0 == page.locator('[aria-current="true"]').count()
    assert "tonnes" == page.get_by_role("searchbox").input_value()


def test_picks_in_one_breath_are_each_in_the_history(visit):
    page = visit(LIGHT)
    before = page.evaluate("history.length")
    picks = "ids => ids.forEach((id) => document.querySelector(`tr[data-claim='${id}'] .plain`).click())"
    page.evaluate(picks, ["rail-2012", "route-forecast", "power-count"])
    page.get_by_role("searchbox").fill("projects")

    page.wait_for_url("**#words=projects&claim=power-count")
    assert before + 3 == page.evaluate("history.length")


@pytest.mark.parametrize("url", [None, "https://example.org/figures.html"])
def test_a_copied_link_leads_to_the_address_of_the_file_or_to_the_file_itself(visit, url):
    page = visit(PLOTLY.sub(b"", publish(REAL, REPORT, url)), "#claim=rail-2012")
    home = url or page.url.partition("#")[0]
    page.evaluate("navigator.clipboard.writeText = async (text) => (globalThis.copied = text)")

    page.locator(".card").get_by_role("button", name="Copy link").click()
    assert f"{home}#claim=rail-2012" == page.evaluate("copied")
    page.get_by_role("button", name="Copy the link to").first.click()
    assert f"{home}#chart=" in page.evaluate("copied")
    page.wait_for_url(re.compile("#claim=rail-2012$"))


def test_an_address_opens_what_it_names_and_says_what_it_does_not_know(visit):
    page = visit(LIGHT, "#sector=rail&status=Nonsense&claim=rail-2012&view=ledger&claim=x")

    assert "true" == page.get_by_role("button", name="Rail 5").get_attribute("aria-pressed")
    assert "Not in this catalogue, so ignored: status=Nonsense" == page.locator(".ignored").inner_text()
    assert page.locator(".ledger").is_visible()


def test_where_nothing_is_left_the_filters_can_be_cleared(visit):
    page = visit(LIGHT, "#words=nowhere")
    page.get_by_role("button", name="Clear all filters").click()

    assert 8 == len(shown_rows(page))
    assert "#" not in page.url


def test_the_filters_work_by_keyboard(visit):
    page = visit(LIGHT)
    page.get_by_role("button", name="Road 2").focus()
    page.keyboard.press("Space")
    for _ in range(4):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector(".filters details[open] fieldset")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.wait_for_selector(".filters input:checked")

    assert page.url.endswith("#sector=Road&status=Reported")
    page.keyboard.press("Escape")
    assert 0 == page.locator(".filters details[open]").count()


# --- charts, themes, paper


def test_every_mark_opens_its_sentence_with_its_number_lit(visit):
    page = visit(BYTES, ready=".plot svg")
    for hit in page.locator(".hit:visible").all():
        hit.dispatch_event("click")
        claim = hit.get_attribute("data-claim")
        active = page.locator('[aria-current="true"]')
        assert claim == active.first.get_attribute("data-claim")
        assert active.locator("mark").count() >= 1


def test_without_a_script_all_is_there(visit):
    page = visit(BYTES, "#claim=rail-2012", ready=".plain-text", java_script_enabled=False)

    assert 8 == page.locator("tr[data-amount]").count()
    assert page.locator('[id="claim=rail-2012"] blockquote').is_visible()
    assert "need JavaScript" in page.locator(".plain-note").inner_text()


@pytest.mark.parametrize(
    "options",
    [{}, {"color_scheme": "dark"}, {"viewport": {"width": 390, "height": 844}}],
    ids=["light", "dark", "telephone"],
)
def test_axe_finds_nothing(visit, options):
    page = visit(BYTES, "#claim=rail-2012", ready=".plot svg", bypass_csp=True, **options)
    verify(page)
    page.get_by_text("Status", exact=True).first.click()
    found = Axe().run(page).response["violations"]

    assert [] == [(one["id"], [node["html"] for node in one["nodes"]]) for one in found]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [1440, 390])
def test_without_a_script_the_page_fits_the_window(visit, width):
    page = visit(LIGHT, ready=".plain-page", java_script_enabled=False, viewport={"width": width, "height": 844})

    assert page.locator(".plain-note").is_visible()
    assert page.locator(".plain-page table").is_visible()
    assert width == page.evaluate("document.documentElement.scrollWidth")


def test_paper_is_light_whatever_the_screen_is(visit):
    page = visit(BYTES, ready=".plot svg", color_scheme="dark")
    assert "dark" == page.locator(".body.cf").get_attribute("data-theme")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert "light" == page.locator(".body.cf").get_attribute("data-theme")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert "dark" == page.locator(".body.cf").get_attribute("data-theme")


# --- downloads

QUERIES = ["", "sector=Energy", "status=Forecast&words=4.5+million", "words=%22a*b%27%28c%29~", "period=2012"]


def saved(page, label):
    with page.expect_download() as taking:
        page.get_by_role("button", name=label).click()
    return Path(taking.value.path()).read_bytes(), taking.value.suggested_filename


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("key", ["csv", "json"])
def test_what_is_displayed_is_saved_as_the_export_gives_it(visit, key, query):
    page = visit(LIGHT, f"#{query}")
    selection, _ = read(query, REAL)

    assert (export.render(key, REAL, REPORT, selection), export.filename(key, REAL, selection)) == saved(
        page, key.upper()
    )


@pytest.mark.parametrize("key", ["csv", "json"])
def test_everything_is_saved_whatever_is_displayed(visit, key):
    page = visit(LIGHT, "#sector=Energy")
    page.get_by_role("button", name="Everything (8)").click()

    assert (export.render(key, REAL, REPORT), export.filename(key, REAL)) == saved(page, key.upper())


def test_hostile_cells_are_saved_to_the_character(visit):
    made = hostile()
    page = visit(PLOTLY.sub(b"", publish(made, makers.report(made))))

    for key in ("csv", "json"):
        assert export.render(key, made, makers.report(made), Selection()) == saved(page, key.upper())[0]


def test_the_package_the_text_and_the_catalogue_are_saved_whole(visit):
    page = visit(LIGHT)

    package = export.render("datapackage", REAL, REPORT), export.filename("datapackage", REAL)
    assert package == saved(page, "Complete data package")
    assert REAL.sources[0].text.encode() == saved(page, "Text of the source")[0]
    assert export.catalogue_yaml(REAL) == saved(page, "Catalogue (YAML)")[0]


# --- several sources, hostile sources


def two_sources():
    other = makers.source("Next year 9 km were built.", id="other", title="Another report")
    built = makers.claim(
        "built",
        source="other",
        quote="9 km were built",
        amounts=[makers.amount("built.1", value=Decimal(9), unit="km", text="9 km")],
    )
    return makers.catalogue([makers.claim(), built], sources=(makers.source(), other))


def test_a_selector_changes_the_source_and_a_link_to_a_claim_opens_its_source(visit):
    made = two_sources()
    data = PLOTLY.sub(b"", publish(made, makers.report(made)))
    page = visit(data)
    assert ["sales.1"] == shown_rows(page)
    page.get_by_label("Source", exact=True).select_option("other")
    assert ["built.1"] == shown_rows(page)
    assert {} == verify(page)
    page.go_back()
    assert ["sales.1"] == shown_rows(page)

    assert ["built.1"] == shown_rows(visit(data, "#claim=built"))


def test_what_a_source_says_is_shown_to_the_letter(visit):
    made = hostile()
    page = visit(publish(made, makers.report(made)), ready=".plot svg")

    assert page.title().startswith("</script><script>a()</script>")
    assert HOSTILE == page.locator(".head h1").evaluate("(one) => one.textContent")
    assert 0 == page.locator("#page img").count()
    assert {} == verify(page)


# --- Verify


def changed(data, old, new, nth=0):
    """The file with one occurrence of some bytes replaced."""
    places = [one.start() for one in re.finditer(re.escape(old), data)]
    return data[: places[nth]] + new + data[places[nth] + len(old) :]


def occurrences(data, old):
    return len(re.findall(re.escape(old), data))


def test_an_untouched_file_is_verified(visit):
    page = visit(BYTES, "#claim=rail-2012", ready=".plot svg")

    assert {} == verify(page)
    assert "Verified in this browser" in page.locator(".result").inner_text()
    assert "cannot find a forgery" in page.locator(".result").inner_text()


QUOTE = b"the railway turnover of goods between our two countries has exceeded 16 million tonnes"


@pytest.mark.parametrize("nth", range(occurrences(LIGHT, QUOTE)))
def test_a_changed_character_of_a_quote_names_the_claim_wherever_it_stands(visit, nth):
    page = visit(changed(LIGHT, QUOTE, QUOTE.replace(b"16", b"17"), nth), ready=".verify, .plain-page")

    assert "rail-2012" in verify(page)


@pytest.mark.parametrize("nth", range(occurrences(LIGHT, b'exceeded 16 million tonnes"')))
def test_a_changed_character_of_a_mention_names_the_claim(visit, nth):
    page = visit(changed(LIGHT, b'exceeded 16 million tonnes"', b'exceeded 16 billion tonnes"', nth))

    assert "rail-2012" in verify(page)


NBSP = "\N{NO-BREAK SPACE}".encode()


@pytest.mark.parametrize("old", [b'">%b16"' % NBSP, b'"4.5"', b">4.5<", rb"16%bMt\u003c/b>" % NBSP])
def test_a_changed_value_names_the_claim_wherever_it_is_shown(visit, old):
    claim = "route-forecast" if b"4.5" in old else "rail-2012"
    new = old.replace(b"4.5", b"4.6").replace(b"16", b"18")
    assert occurrences(LIGHT, old)
    for nth in range(occurrences(LIGHT, old)):
        assert claim in verify(visit(changed(LIGHT, old, new, nth)))


OUTSIDE = "Kazakhstan\N{RIGHT SINGLE QUOTATION MARK}s Temir Zholy Railway Company".encode()


@pytest.mark.parametrize("nth", range(occurrences(LIGHT, OUTSIDE)))
def test_a_character_outside_every_quote_names_the_source(visit, nth):
    page = visit(changed(LIGHT, OUTSIDE, OUTSIDE.replace(b"Zholy", b"Zhaly"), nth))

    assert [REAL.sources[0].id] == list(verify(page))


def test_all_occurrences_changed_alike_are_noticed(visit):
    page = visit(BYTES.replace(b"16 million", b"17 million"))

    assert {"rail-2012", REAL.sources[0].id} <= set(verify(page))


def test_the_record_and_its_digest_changed_together_are_noticed(visit):
    digest = REAL.sources[0].sha256.encode()

    assert REAL.sources[0].id in verify(visit(LIGHT.replace(digest, digest[::-1])))


@pytest.mark.parametrize("block", ["package", "yaml", "seals", "dataset"])
def test_a_changed_block_is_noticed(visit, block):
    at = LIGHT.index(f'id="{block}">'.encode()) + len(block) + 60
    page = visit(LIGHT[:at] + (b"x" if LIGHT[at : at + 1] != b"x" else b"y") + LIGHT[at + 1 :])

    assert verify(page)


@pytest.mark.parametrize("block", ["record", "document-0"])
def test_data_that_no_program_can_read_leave_the_plain_page_and_are_named(visit, block):
    at = LIGHT.index(b'"rail-2012', LIGHT.index(f'id="{block}">'.encode()))
    page = visit(LIGHT[:at] + b"'" + LIGHT[at + 1 :], ready=".changed li")

    assert "rail-2012" in [one.get_attribute("data-verdict") for one in page.locator(".changed li").all()]
    assert page.locator(".plain-text").is_visible()


FRAME = {
    "an attribute of the page without a script": (
        b'<blockquote lang="en" data-claim="rail-2012"',
        b'<blockquote lang="en" data-claim="rail-2013"',
    ),
    "an element of it": (b"<h3>Rail freight</h3><blockquote", b"<h3>Rail freight</h3><clockquote"),
    "a link in it": (b'href="#claim=rail-2012"', b'href="#claim=road-2012"'),
    "whose page it is": (b'data-source="akorda', b'data-source="okorda'),
    "the words under the page": (b"Figures are as stated", b"Figures are as slated"),
    "where the fingerprint stands": (b'id="fingerprint"', b'id="zingerprint"'),
    "the policy": (b"connect-src 'none'", b"connect-src https:"),
    "the language": (b'<html lang="en">', b'<html lang="fr">'),
    "the type of the document": (b"<!doctype html>", b"<!doctypo html>"),
    "a word beside the elements": (b"</footer>\n", b"</footer>x"),
    "a style beside the others": (b"</head>", b"<style>h1 { display: none }</style></head>"),
    "data before the data": (
        b'<script type="application/json" id="record">',
        b'<script type="application/json" id="dataset">{}</script><script type="application/json" id="record">',
    ),
    "something behind the program": (b"</body>", b"<p>Trust me.</p></body>"),
}


@pytest.mark.parametrize("part", FRAME)
def test_a_change_between_the_words_is_named(visit, part):
    old, new = FRAME[part]
    assert occurrences(LIGHT, old)

    assert REAL.sources[0].id in verify(visit(changed(LIGHT, old, new)))


def test_a_file_in_which_an_element_is_not_closed_is_not_verified(visit):
    page = visit(changed(LIGHT, b"</tbody></table>", b"</tbody></table<"))

    assert ["file"] == list(verify(page))


def test_two_lines_of_data_that_changed_places_name_their_claims(visit):
    head, start, rest = LIGHT.partition(b'id="record">')
    block, end, tail = rest.partition(b"</script>")
    lines = block.split(b"\n")
    first, second = (
        next(n for n, line in enumerate(lines) if line.startswith(b'{"claim":"%s","amount"' % id_))
        for id_ in (b"rail-2012", b"power-worth")
    )
    lines[first], lines[second] = lines[second], lines[first]
    page = visit(head + start + b"\n".join(lines) + end + tail)

    assert {"rail-2012", "power-worth"} == set(verify(page))


def test_a_sign_that_breaks_the_record_inside_a_quote_names_its_claim(visit):
    at = LIGHT.index(QUOTE, LIGHT.index(b'"pieces"'))
    page = visit(LIGHT[:at] + b'"' + LIGHT[at + 1 :], ready=".changed li")

    assert "rail-2012" in [one.get_attribute("data-verdict") for one in page.locator(".changed li").all()]


def test_where_the_program_was_changed_the_page_says_what_is_missing(visit):
    page = visit(changed(LIGHT, b"class Verification", b"class Verifycation"), ready=".plain-note", blocked=True)
    page.wait_for_load_state()

    assert page.locator(".plain-note").is_visible()
    assert 0 == page.get_by_role("button", name="Verify").count()


PLACES = {
    "tr[data-amount='rail-2012.1'] .value button": "the table",
    ".panel [data-amount='rail-2012.1'].large": "the large value",
    ".as-table [data-amount='rail-2012.1']": "the panel's table",
    ".text [data-amount='rail-2012.1'] mark": "the text",
    ".card blockquote": "the card",
    ".ledger [data-amount='rail-2012.1'].plain": "the ledger",
}


@pytest.mark.parametrize("place", PLACES, ids=PLACES.get)
def test_a_value_changed_on_the_page_alone_names_the_claim(visit, place):
    page = visit(LIGHT, "#claim=rail-2012")
    page.locator(f".body {place}").first.evaluate("(one) => (one.textContent = one.textContent.replace('16', '61'))")

    assert ["rail-2012"] == list(verify(page))


CARD = {
    ".card h2": ("16", "61"),
    ".card .read": ("16", "61"),
    ".card dd": ("Reported", "Forecast"),
    ".card dd >> nth=1": ("2012", "2013"),
    ".card .measure": ("Rail", "Road"),
    ".card .verdict": ("Verified", "Verified twice"),
    ".card .note": ("source", "sauce"),
}


def test_a_word_changed_on_the_card_names_the_claim(visit):
    page = visit(LIGHT, "#claim=rail-2012")
    for place, (old, new) in CARD.items():
        rewrite(page.locator(f".body {place}").first, old, new)
        assert ["rail-2012"] == list(verify(page)), place
        rewrite(page.locator(f".body {place}").first, new, old)
    assert {} == verify(page)


WORDS = {
    ".stated": ("delivery-distance", "500", "50"),
    ".chip": ("cargo-change", "33", "34"),
    ".as-table tr[data-row='rail-2012'] td >> nth=1": ("rail-2012", "Reported", "Forecast"),
    ".as-table tr[data-row='rail-2012'] td >> nth=2": ("rail-2012", "2012", "2013"),
}


def test_words_changed_beside_the_charts_name_the_claim(visit):
    page = visit(LIGHT)
    for place, (claim, old, new) in WORDS.items():
        rewrite(page.locator(f".body {place}").first, old, new)
        assert [claim] == list(verify(page)), place
        rewrite(page.locator(f".body {place}").first, new, old)


def test_a_value_changed_in_a_drawing_names_the_claim(visit):
    page = visit(BYTES, ready=".plot svg .annotation")
    labels = page.locator(".plot .annotation", has_text="16\N{NO-BREAK SPACE}Mt").element_handles()
    assert 2 <= len(labels)
    for label in labels:
        rewrite(label, "16", "61")
        assert ["rail-2012"] == list(verify(page))
        rewrite(label, "61", "16")
    assert {} == verify(page)


@pytest.mark.parametrize("width", [1440, 390])
def test_nothing_is_named_without_a_change_whatever_is_shown(visit, width):
    page = visit(BYTES, ready=".plot svg .annotation", viewport={"width": width, "height": 900})
    for state in ("claim=cargo-change", "claim=crossing-opened", "claim=distance-cut&sector=Rail", "view=ledger"):
        page.evaluate("state => (location.hash = state)", state)
        page.wait_for_timeout(300)  # until the charts are drawn again

        assert {} == verify(page), state


HEAD = {
    ".kicker strong": ("2013", "2014"),
    "h1": ("Interview", "Interviews"),
    ".title .quiet": ("Republic", "Kingdom"),
    ".verified": ("8 amounts", "9 amounts"),
    ".verification .quiet": ("14 curated", "13 curated"),
}


def test_a_word_changed_in_the_head_of_the_page_names_the_source(visit):
    page = visit(LIGHT)
    for place, (old, new) in HEAD.items():
        rewrite(page.locator(f".head {place}").first, old, new)
        assert [REAL.sources[0].id] == list(verify(page)), place
        rewrite(page.locator(f".head {place}").first, new, old)


TOLD = {
    "title": b"<title>Cargo",
    "description": b'name="description" content="8 amounts',
    "og:title": b'property="og:title" content="Cargo',
    "og:description": b'property="og:description" content="8 amounts',
    "og:url": b'property="og:url" content="https://example',
    "canonical": b'rel="canonical" href="https://example',
}


@pytest.mark.parametrize("name", TOLD)
def test_what_the_file_tells_other_programs_is_compared_and_named(visit, name):
    data = PLOTLY.sub(b"", publish(REAL, REPORT, "https://example.org/page.html"))
    old = TOLD[name]
    assert 1 == occurrences(data, old)
    said = verify(visit(changed(data, old, old[:-1] + b"x")))

    assert f"In the head, {name} shows" in said[REAL.sources[0].id]


def test_what_is_told_to_other_programs_beside_the_record_is_named(visit):
    data = changed(LIGHT, b"</head>", b'<meta property="og:title" content="Lies"></head>')

    assert "In the head, og:title shows “Lies”" in verify(visit(data))[REAL.sources[0].id]


def test_a_changed_style_is_named(visit):
    old = b"body { margin: 0;"
    assert 1 == occurrences(LIGHT, old)

    assert "styles of the page" in verify(visit(changed(LIGHT, old, b"body { margin: 1;")))[REAL.sources[0].id]


def rewrite(place, old, new):
    """Changes the text of an element on the page, not the elements inside it."""
    ask = """(one, [old, next]) => {
      const texts = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
      while (texts.nextNode() && !texts.currentNode.data.includes(old)) {}
      texts.currentNode.data = texts.currentNode.data.replace(old, next);
    }"""
    place.evaluate(ask, [old, new])


OWN = (
    "button:not([data-claim]), th, h2, summary, caption, dt, abbr, .sr, .kicker, .how, .quiet > a, .steps, .unequal, "
    ".when > p, .undated > span, header .quiet, .ledger > p, .xtick, .verify, .filters, .downloads, .actions > a"
)
"""What the page says of itself, and the numbers of an axis."""


@pytest.mark.parametrize("state", ["claim=cargo-change", "claim=expo-2017&view=ledger"])
def test_any_text_of_a_source_or_of_its_figures_that_is_changed_on_the_page_is_noticed(visit, state):
    page = visit(BYTES, f"#{state.partition('&')[0]}", ready=".plot svg .annotation")
    page.evaluate("state => (location.hash = state)", state)
    page.wait_for_timeout(300)  # until the charts are drawn again
    code = "".join((WEB / name).read_text("utf-8") for name in CHECKERS)
    ask = f"""(own) => {{
      {code}
      const text = (id) => document.getElementById(id).textContent;
      const blocks = new Map(["record", "document-0"].map((id) => [id, text(id)]));
      const about = document.querySelector("meta[name='description']").content;
      const file = {{ seals: text("seals"), blocks, head: [["title", document.title], ["description", about]] }};
      const named = () => {{
        const found = new Verification(file, document.querySelectorAll(".head, .body"), document.createElement("div"));
        found.record = recordOf(blocks.get("record"));
        found.checkWholeRecord();
        return found.problems.size;
      }};
      const missed = named() ? ["something, without a change"] : [];
      const texts = document.createTreeWalker(document.getElementById("page"), NodeFilter.SHOW_TEXT);
      let tried = 0;
      while (texts.nextNode()) {{
        const node = texts.currentNode;
        const old = node.data;
        if (!old.trim() || node.parentElement.closest(own)) continue;
        const at = Math.max(old.search(/[0-9]/), Math.floor(old.length / 2));
        node.data = old.slice(0, at) + (old[at] === "7" ? "8" : "7") + old.slice(at + 1);
        if (!named()) missed.push(old);
        node.data = old;
        tried += 1;
      }}
      return [missed, tried];
    }}"""
    missed, tried = page.evaluate(ask, OWN)

    assert [] == missed
    assert tried > 300


def test_any_character_of_the_data_that_is_changed_is_noticed(visit):
    page = visit(LIGHT)
    code = "".join((WEB / name).read_text("utf-8") for name in CHECKERS)
    ask = f"""async (steps) => {{
      {code}
      const text = (id) => document.getElementById(id).textContent;
      const missed = [];
      for (const id of ["record", "document-0"]) for (let n = 0; n < steps; n += 1) {{
        const blocks = new Map(["dataset", "record", "document-0", "package"].map((one) => [one, text(one)]));
        const at = Math.floor((blocks.get(id).length * (n + 0.5)) / steps);
        const other = String.fromCodePoint(blocks.get(id).charCodeAt(at) + 1);
        blocks.set(id, blocks.get(id).slice(0, at) + other + blocks.get(id).slice(at + 1));
        const about = document.querySelector("meta[name='description']").content;
        const head = [["title", document.title], ["description", about]];
        const file = {{ seals: text("seals"), fingerprint: text("fingerprint"), blocks, head, shell: new Map() }};
        const found = await new Verification(file, [], document.createElement("div")).run();
        if (!found.problems.size) missed.push([id, at]);
      }}
      return missed;
    }}"""

    assert [] == page.evaluate(ask, 150)


def test_a_browser_without_digests_says_so_and_checks_the_rest(visit):
    page = visit(changed(LIGHT, QUOTE, QUOTE.replace(b"16", b"17"), 0))
    page.evaluate("Object.defineProperty(crypto, 'subtle', { value: undefined })")
    said = verify(page)

    assert "rail-2012" in said
    assert "offers no digest" in page.locator(".result").inner_text()


def test_a_quote_that_was_never_found_is_not_called_verified(visit):
    lost = replace(makers.claim(), quote="Sales fell to 5 t")
    made = makers.catalogue([lost])

    said = verify(visit(PLOTLY.sub(b"", publish(made, makers.report(made)))))

    assert "was not found" in said["sales"]


def test_a_claim_with_an_address_like_name_is_found(visit):
    made = makers.catalogue([makers.claim("a.b-c", amounts=[makers.amount("a.b-c.1")])])
    page = visit(PLOTLY.sub(b"", publish(made, makers.report(made))), f"#claim={quote('a.b-c')}")

    assert "a.b-c" == page.locator('[aria-current="true"]').first.get_attribute("data-claim")
