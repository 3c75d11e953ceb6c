"""The citations as files: each source, then each of its claims and events with its quote."""

from __future__ import annotations

import json

from figures import cite
from figures.export.content import Content


def bibtex(content: Content) -> bytes:
    """BibTeX in UTF-8."""
    entries = [cite.bibtex(source) for source in content.sources]
    entries += [cite.bibtex(content.source_of(item), item) for item in content.items]
    return "\n".join(entries).encode("utf-8")


def csl(content: Content) -> bytes:
    """An array of CSL-JSON items."""
    items = [cite.csl(source) for source in content.sources]
    items += [cite.csl(content.source_of(item), item) for item in content.items]
    return (json.dumps(items, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
