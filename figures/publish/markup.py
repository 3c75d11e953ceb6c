"""What machines are told about the published page: description, schema.org Dataset, Open Graph."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element, tostring

from figures import cite
from figures.model import UNDECIDED, Catalogue, Source

Json = dict[str, Any]


def description(catalogue: Catalogue) -> str:
    """One sentence on what the page holds."""
    sources = catalogue.sources
    count = f"{len(catalogue.amounts)} amounts" if len(catalogue.amounts) != 1 else "1 amount"
    what = f"“{sources[0].title}” ({sources[0].publisher})" if len(sources) == 1 else f"{len(sources)} sources"
    return f"{count} from {what}, each shown with the sentence that states it and checked against the stored text."


def dataset(catalogue: Catalogue, url: str) -> Json:
    """A schema.org Dataset, based on the sources. Nothing is said that the catalogue does not say."""
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": catalogue.title,
        "description": description(catalogue),
        "inLanguage": "en",
        "isAccessibleForFree": True,
        "version": catalogue.digest,
        **({"url": url, "@id": url} if url else {}),
        "variableMeasured": [{"@type": "PropertyValue", "name": measure.title} for measure in catalogue.measures],
        "isBasedOn": [_work(source) for source in catalogue.sources],
    }


def facts(catalogue: Catalogue, url: str) -> dict[str, str]:
    """What the head tells of the page, by name; Open Graph only where its address is known."""
    about = description(catalogue)
    graph = {
        "og:type": "website",
        "og:title": catalogue.title,
        "og:description": about,
        "og:url": url,
        "og:site_name": "Cited Figures",
        "og:locale": "en",
        "canonical": url,
    }
    return {"title": catalogue.title, "description": about} | (graph if url else {})


def head(catalogue: Catalogue, url: str) -> str:
    """The facts as elements of the head."""
    elements = (_element(name, said) for name, said in facts(catalogue, url).items())
    return "\n".join(tostring(one, encoding="unicode", method="html") for one in elements)


def _element(name: str, said: str) -> Element:
    if name == "title":
        title = Element("title")
        title.text = said
        return title
    if name == "canonical":
        return Element("link", {"rel": "canonical", "href": said})
    return Element("meta", {"property" if name.startswith("og:") else "name": name, "content": said})


def citation(catalogue: Catalogue, url: str) -> str:
    """How to cite the page itself."""
    parts = (f"“{catalogue.title}”", f"figures checked by {cite.checker()}", url)
    return ", ".join(part for part in parts if part)


def _work(source: Source) -> Json:
    given = {
        "name": source.title,
        "publisher": {"@type": "Organization", "name": source.publisher} if source.publisher != UNDECIDED else None,
        "datePublished": source.date,
        "inLanguage": source.language,
        "url": cite.address(source),
        "copyrightNotice": source.rights,
        "identifier": {"@type": "PropertyValue", "propertyID": "SHA-256", "value": source.sha256},
    }
    return {"@type": "CreativeWork"} | {key: value for key, value in given.items() if value and value != UNDECIDED}
