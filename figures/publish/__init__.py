"""The published file: one HTML document that needs no server, no network, and checks itself.

It holds the view's document of each source, the record that Verify holds the page against, the
digest of each line of both, the complete data package, and plotly.js. Only scripts with the
digests named in its content security policy run, and nothing is asked of any address.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from string import Template
from typing import Any

from figures import assets, cite, export, theme, view
from figures.model import Catalogue, Report
from figures.publish import markup, plain
from figures.publish.outline import outline, outline_of_frame
from figures.publish.record import record
from figures.publish.seals import Owner, Sealed, digest, dumps, sealed, whole

Json = dict[str, Any]

_WEB = Path(__file__).parent.parent / "web"
_SCRIPTS = ("choices.js", "downloads.js", "outline.js", "agreement.js", "verify.js", "verifier.js", "publish.js")

_POLICY = (
    "default-src 'none'; script-src {scripts}; style-src 'unsafe-inline'; "
    "img-src data: blob:; connect-src 'none'; base-uri 'none'; form-action 'none'"
)
"""Styles cannot be held by digests: plotly.js makes style elements of its own, others in each version."""


_PLOTLY = '<script id="plotly"></script>'
"""Read by a browser after the program that compares the frame: it has a digest, and no place in the frame."""


def publish(catalogue: Catalogue, report: Report, url: str | None = None) -> bytes:
    """The file, the same bytes for the same arguments. ``url`` is where it will stand, if that is known.

    Raises ValueError for an address that is not one of the web.
    """
    address = cite.page_address(url) if url else ""
    documents = {source.id: view.document(catalogue, report, source.id) for source in catalogue.sources}
    pages = {source.id: plain.article(documents[source.id], source.text) for source in catalogue.sources}
    blocks = dict(_blocks(catalogue, report, documents, address))
    parts = {
        "styles": view.stylesheet() + _dark() + _web("publish.css"),
        "program": "\n".join([view.script(), *map(_web, _SCRIPTS)]),
        "plotly": assets.static("plotly.min.js").plain.decode("utf-8"),
    }
    policy = _POLICY.format(scripts=_hashes(parts["program"], parts["plotly"]))
    frame = {"policy": policy, "head": markup.head(catalogue, address)}
    seals = dumps(
        {
            "blocks": {id_: block.seals for id_, block in blocks.items()},
            "pages": {id_: digest(outline(page)) for id_, page in pages.items()},
            "shell": {name: digest(text) for name, text in parts.items()} | {"frame": digest(_frame(frame, blocks))},
        }
    )
    page = _page(
        frame,
        dataset=blocks["dataset"].text,
        styles=_inline(parts["styles"], "style"),
        pages="\n".join(plain.html(page) for page in pages.values()),
        fingerprint=hashlib.sha256(seals.encode("utf-8")).hexdigest(),
        seals=seals,
        blocks=_elements({id_: block.text for id_, block in blocks.items()}),
        script=_inline(parts["program"], "script"),
        plotly=_inline(parts["plotly"], "script"),
    )
    return page.encode("utf-8")


def _page(frame: dict[str, str], **parts: str) -> str:
    template = Template(_web("publish.html"))
    return template.substitute(dict.fromkeys(template.get_identifiers(), "") | frame | parts)


def _frame(frame: dict[str, str], blocks: dict[str, Sealed]) -> str:
    """The outline of the page without its sources and without all that has a digest of its own."""
    return outline_of_frame(_page(frame, blocks=_elements(dict.fromkeys(blocks, "")))).replace(_PLOTLY, "")


def _elements(blocks: dict[str, str]) -> str:
    """The data as elements; that of search engines has a type of its own, and its place in the page."""
    own = {id_: text for id_, text in blocks.items() if id_ != "dataset"}
    return "\n".join(f'<script type="application/json" id="{id_}">{text}</script>' for id_, text in own.items())


def _blocks(catalogue: Catalogue, report: Report, documents: dict[str, Json], url: str) -> Iterator[tuple[str, Sealed]]:
    """The data of the page by the ids of their elements; what belongs to no claim belongs to a source."""
    sources: Owner = tuple(source.id for source in catalogue.sources)
    known = {claim.id: claim.id for claim in catalogue.claims} | {event.id: event.id for event in catalogue.events}
    known |= {amount.id: amount.claim for amount in catalogue.amounts}
    facts = record(catalogue, report, documents, url) | {"citation": markup.citation(catalogue, url)}
    yield "dataset", sealed(markup.dataset(catalogue, url), {}, sources)
    yield "record", sealed(facts, known, sources)
    for n, (id_, document) in enumerate(documents.items()):
        yield f"document-{n}", sealed(document, known, (id_,))
    yield "package", whole(_base64(export.render("datapackage", catalogue, report)), sources)
    with contextlib.suppress(export.ExportError):  # a catalogue made in memory has no file
        yield "yaml", whole(_base64(export.catalogue_yaml(catalogue)), sources)


def _web(name: str) -> str:
    return (_WEB / name).read_text(encoding="utf-8")


def _dark() -> str:
    """The dark colours for the page round the view, also where no script sets its theme."""
    rules = "".join(f" --{name}: {colour.dark};" for name, colour in theme.TOKENS.items())
    return f"@media screen and (prefers-color-scheme: dark) {{ body.cf {{{rules} }} }}\n"


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _hashes(*texts: str) -> str:
    return " ".join(f"'sha256-{_base64(hashlib.sha256(text.encode('utf-8')).digest())}'" for text in texts)


def _inline(text: str, tag: str) -> str:
    """A text as it may stand in a script or style element; what would end it there is a fault of ours."""
    if re.search(rf"</{tag}|<!--|\r|\0", text, re.IGNORECASE):
        raise AssertionError(f"this cannot stand inside a {tag} element")
    return text
