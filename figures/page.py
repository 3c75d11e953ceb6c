"""The page: what stands on it, from top to bottom, and what the reader's choices do."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlencode

import streamlit as st

from figures import assets, export, selection, store, theme
from figures.errors import Problem, escaped
from figures.model import Catalogue
from figures.selection import Option, Selection
from figures.store import Edition, Shown

TITLE = "Cited Figures"
ROWS = ("Shown", "Everything")
MOST_IGNORED = 10
STREAMLITS_OWN = ("embed", "embed_options")
"""Keys of an address that Streamlit acts upon."""
_WEB = Path(__file__).with_name("web")

PLAIN = re.compile(r"[^\W_]+(?:(?: |[,)/%&'’–—-] ?| [(&–—/-] ?)[^\W_]+)*[)%]?")
"""Labels that Streamlit's Markdown leaves as they are. Others go into a widget that knows no Markdown."""


def main() -> None:
    """Draw the page for one visitor."""
    if event := st.session_state.pop("unheard", None):
        _act(event)
    shown = store.shared().shown()
    edition = shown.edition
    st.set_page_config(page_title=edition.catalogue.title if edition else TITLE, layout="wide")
    _banner(shown)
    if edition is None:
        _part("watch", {"mark": shown.mark, "counts": {}})
        return
    source = _source(edition.catalogue)
    ignored = _ignored(edition.catalogue, source)
    _part("head", _view(edition, source) | {"state": {}})
    bar = st.container(horizontal=True, vertical_alignment="center", key="filters")
    with bar:
        chosen = _filters(edition.catalogue, source)
    counts = {key: {one.label: one.count for one in few} for key, few in _options(edition.catalogue, chosen).items()}
    hues = {sector: n % len(theme.SECTORS) for n, sector in enumerate(edition.catalogue.sectors)}
    _part("watch", {"mark": shown.mark, "counts": counts, "hues": {"sector": hues}})
    for value in ignored[:MOST_IGNORED]:
        st.text(f"Not in this catalogue, so ignored: {escaped(value)}")
    if len(ignored) > MOST_IGNORED:
        st.text(f"… and {len(ignored) - MOST_IGNORED} more")
    ids = selection.chosen(edition.catalogue, chosen)
    bar.text(_shown_words(edition.catalogue, source, len(ids)))
    claim = _claim(edition.catalogue, source)
    state = _state(ids, claim, _amount(edition.catalogue, claim), chosen)
    _part("body", _view(edition, source) | {"state": state})
    _downloads(edition, source, chosen)


# --- what is wrong


def _banner(shown: Shown) -> None:
    """The problems of the files, as plain text; above them, since when an older edition stands below."""
    if not shown.problems:
        return
    with st.container(border=True, key="problems"):
        if shown.edition and shown.since:
            st.text(
                f"The catalogue cannot be read since {shown.since:%Y-%m-%d %H:%M} UTC. "
                "Below is its last good edition. What is wrong:"
            )
        else:
            st.text("The catalogue cannot be read, so there is nothing to show yet. What is wrong:")
        for problem in shown.problems[:50]:
            st.text(_line(problem))
        if len(shown.problems) > 50:
            st.text(f"… and {len(shown.problems) - 50} more: run figures check")


def _line(problem: Problem) -> str:
    return str(problem)


def _ignored(catalogue: Catalogue, source: str) -> tuple[str, ...]:
    """What the address says and this catalogue does not know: values, and keys that are none of ours."""
    pairs = [(key, value) for key in st.query_params for value in st.query_params.get_all(key)]
    _, unknown = selection.read(urlencode(pairs), catalogue)
    # The widgets take a choice only as it is written, "Energy"; the address would lose another spelling.
    labels = {
        key: {option.label for option in few} for key, few in _options(catalogue, Selection(source=source)).items()
    }
    misspelt = (selection.clipped(f"{key}={value}") for key, value in pairs if value not in labels.get(key, {value}))
    found = (*unknown, *misspelt, *selection.strays(_picked(), catalogue))
    return tuple(dict.fromkeys(one for one in found if one not in STREAMLITS_OWN))


def _picked() -> dict[str, str]:
    """What the address says beside the filters: the claim, its amount, the chart, the view."""
    return {key: value for key in selection.PLACES if (value := st.query_params.get(key, ""))}


# --- what the address and the widgets say


def _source(catalogue: Catalogue) -> str:
    """The id of the source that is shown: the address's, else that of the claim it names, else the first."""
    ids = [source.id for source in catalogue.sources]
    asked = st.query_params.get("source", "")
    named = _ids(catalogue).get(st.query_params.get("claim", ""), "")
    current = asked if asked in ids else named or ids[0]
    if len(ids) == 1:
        return current
    # The address alone says which source is shown; the widget follows it, or Back would not work.
    st.session_state["source-choice"] = current
    titles = {source.id: source.title for source in catalogue.sources}
    st.selectbox("Source", ids, format_func=lambda id_: titles[id_], key="source-choice", on_change=_change_source)
    return current


def _change_source() -> None:
    _address(claim=None, amount=None, chart=None, source=st.session_state["source-choice"])


def _filters(catalogue: Catalogue, source: str) -> Selection:
    """Draw the filters, each bound to its key in the address, and read them."""
    choices = _options(catalogue, Selection(source=source))
    sectors = _choice("Sector", "sector", choices["sector"], label="collapsed")
    more = {}
    for title, key in (("Status", "status"), ("Measure", "measure"), ("Period", "period")):
        with st.popover(_titled(title, key, choices[key]), key=f"{key}-filter"):
            more[key] = _choice(title, key, choices[key])
    words = st.text_input(
        "Words",
        key="words",
        bind="query-params",
        placeholder="Search words and quotes",
        max_chars=200,
        width=240,
        label_visibility="collapsed",
    )
    st.button("Reset", key="reset", on_click=_reset, type="tertiary")
    return Selection(
        # Like every choice in the address, the default is left out.
        source=source if source != catalogue.sources[0].id else "",
        sectors=sectors,
        statuses=more["status"],
        measures=more["measure"],
        periods=more["period"],
        words=words or "",
    )


def _shown_words(catalogue: Catalogue, source: str, count: int) -> str:
    whole = list(_ids(catalogue).values()).count(source)
    return f"All {whole} claims and events shown" if count == whole else f"{count} of {whole} claims and events shown"


def _choice(
    title: str, key: str, options: tuple[Option, ...], label: Literal["visible", "collapsed"] = "visible"
) -> tuple[str, ...]:
    labels = [option.label for option in options]
    if all(PLAIN.fullmatch(label) for label in labels):
        pills = st.pills(
            title, labels, selection_mode="multi", key=key, bind="query-params", wrap=True, label_visibility=label
        )
        return tuple(pills or ())
    return tuple(
        st.multiselect(
            title, labels, key=key, bind="query-params", width=320, placeholder=title, label_visibility=label
        )
    )


def _titled(title: str, key: str, options: tuple[Option, ...]) -> str:
    """The filter's name, with how many choices are made; at first only the address knows them."""
    made = st.session_state[key] if key in st.session_state else st.query_params.get_all(key)
    count = len({option.label for option in options} & set(made or ()))
    return f"{title} ({count})" if count else title


def _reset() -> None:
    for key in selection.FILTERS:
        st.session_state[key] = []
    st.session_state["words"] = ""


def _options(catalogue: Catalogue, chosen: Selection) -> dict[str, tuple[Option, ...]]:
    return selection.options(catalogue, chosen)


def _ids(catalogue: Catalogue) -> dict[str, str]:
    """The source of each claim and event, by its id."""
    claims = {claim.id: claim.source for claim in catalogue.claims}
    return claims | {event.id: event.source for event in catalogue.events}


def _claim(catalogue: Catalogue, source: str) -> str:
    claim = st.query_params.get("claim", "")
    return claim if _ids(catalogue).get(claim) == source else ""


def _amount(catalogue: Catalogue, claim: str) -> str:
    asked = st.query_params.get("amount", "")
    return asked if any(amount.claim == claim and amount.id == asked for amount in catalogue.amounts) else ""


# --- the view


def _view(edition: Edition, source: str) -> dict[str, Any]:
    return {
        "document": edition.documents[source].address,
        "view": assets.static("view.js").address,
        "styles": assets.static("view.css").address,
        "plotly": assets.static("plotly.min.js").address,
    }


def _state(ids: tuple[str, ...], claim: str, amount: str, chosen: Selection) -> dict[str, Any]:
    """What the view shows; everything else it knows from its document."""
    view = st.query_params.get("view", "")
    return {
        "ids": list(ids),
        "claim": claim or None,
        "amount": amount or None,
        "chart": st.query_params.get("chart"),
        "view": view if view in selection.VIEWS else selection.VIEWS[0],
        "words": chosen.words,
        "selection": {name: getattr(chosen, name) for name in (*selection.FILTERS.values(), "words")},
        "filters": [*chosen.sectors, *chosen.statuses, *chosen.measures, *chosen.periods],
    }


def _part(part: str, data: dict[str, Any]) -> None:
    """Mount a part of the view, or give it new data."""
    result = _component()(key=part, data={"part": part} | data, on_event_change=lambda: _heard(part))
    event = result.get("event")
    # After a restart of the server the browser's first message meets a page that has not been drawn
    # yet, so nothing hears it. It is acted upon in a second run.
    if event is not None and not st.session_state.pop("heard", False):
        st.session_state["unheard"] = event
        st.rerun()


@cache
def _component() -> Callable[..., Any]:
    return st.components.v2.component(
        "cited-figures",
        js=(_WEB / "host.js").read_text(encoding="utf-8"),
        css=(_WEB / "host.css").read_text(encoding="utf-8"),
        isolate_styles=False,  # plotly.js puts its own styles into the head of the document
    )


def _heard(part: str) -> None:
    st.session_state["heard"] = True
    _act(st.session_state[part].get("event"))


def _act(event: object) -> None:
    """Do what the reader did in the view; anything that is none of its own messages is passed over."""
    match event:
        case {"do": "pick", "claim": claim, "amount": amount, "view": view}:
            _address(claim=claim, amount=amount, **_turned(view))
        case {"do": "go", "view": view}:
            _address(**_turned(view))
        case {"do": "reset", "what": "words"}:
            st.session_state["words"] = ""
        case {"do": "reset"}:
            _reset()


def _turned(view: object) -> dict[str, object]:
    """The part of the address that names the view; nothing where it stays as it is."""
    return {"view": view if view != selection.VIEWS[0] else None} if view in selection.VIEWS else {}


def _address(**parts: object) -> None:
    """Adds one entry to the browser's history, or none where nothing changes: Back returns to the claim before."""
    st.query_params.update({key: value if isinstance(value, str) else () for key, value in parts.items()})


# --- downloads


def _downloads(edition: Edition, source_id: str, chosen: Selection) -> None:
    """One button per format, made when it is clicked; then the source's text and the catalogue itself."""
    catalogue = edition.catalogue
    with st.container(horizontal=True, vertical_alignment="center", key="downloads"):
        rows = st.segmented_control(
            "Rows of the downloads", ROWS, default=ROWS[0], required=True, key="rows", label_visibility="collapsed"
        )
        taken = chosen if rows == ROWS[0] else None
        for one in export.FORMATS.values():
            make = partial(export.render, one.key, catalogue, edition.report, taken)
            name = export.filename(one.key, catalogue, taken)
            _button(one.key, one.label, make, name=name, kind=one.media_type)
        source = next(one for one in catalogue.sources if one.id == source_id)
        make_text = partial(export.source_text, catalogue, source.id)
        _button(
            "source", "Text of the source", make_text, name=Path(source.path).name, kind="text/plain; charset=utf-8"
        )
        make_yaml = partial(export.catalogue_yaml, catalogue)
        _button("catalogue", "Catalogue (YAML)", make_yaml, name=Path(catalogue.file).name, kind="application/yaml")


def _button(key: str, label: str, make: Callable[[], bytes], *, name: str, kind: str) -> None:
    st.download_button(label, make, name, kind, key=f"download-{key}", on_click="ignore")


if __name__ == "__main__":
    # Streamlit runs this file anew for every visitor and every click. The imported module is made
    # once, with its component and its records.
    from figures import page  # noqa: PLW0406 - run as a script, it is another module than the imported one

    page.main()
