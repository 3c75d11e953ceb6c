"""How a source and a claim are cited: plain text, BibTeX, CSL-JSON, and a link to the very sentence.

Nothing is invented: there is no date of access, for we did not access the address; a date of
publication is as exact as the catalogue gives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal
from urllib.parse import quote as percent_encode
from urllib.parse import urlsplit

from figures import dates
from figures.model import UNDECIDED, Amount, Catalogue, Claim, Event, Report, Source, Span
from figures.version import VERSION

Verdict = Literal["passed", "failed", "not checked"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WHOLE = 300
"""Characters up to which a sentence stands whole in a link; a longer one is given by its two ends."""

_END_WORDS = 6
_MOST_END_WORDS = 200
_CONTEXT_WORDS = 12

# Braces are counted by BibTeX even behind a backslash, so they go by name.
_LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "%&_#$"},
    }
)
_LIGATURE = re.compile(r"(?<=-)(?=-)|(?<=')(?=')|(?<=[`!?])(?=`)|(?<=<)(?=<)|(?<=>)(?=>)|(?<=,)(?=,)")
"""Between two signs that LaTeX would join into another one (-- into a dash)."""

_NEVER_IN_AN_ADDRESS = re.compile(r"[\s\x00-\x20\x7f\"<>\\^`{|}]")
_BREAK = re.compile(r"\s*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*")


def checker() -> str:
    """Which program judged the rows, with its version: ``cited-figures 0.1.0``."""
    return f"cited-figures {VERSION}"


def verdict(catalogue: Catalogue, report: Report) -> dict[str, Verdict]:
    """What the checks say of each amount, by id.

    Passed needs a readable text with the stated SHA-256, the quote and the mention found in it,
    and no failed check on the amount or its claim.
    """
    failed = {finding.subject for finding in report.failed}
    whole = {source.id for source in catalogue.sources if source.text is not None and _untouched(source)}
    return {
        amount.id: _verdict(claim, amount, report, failed=failed, whole=claim.source in whole)
        for claim in catalogue.claims
        for amount in claim.amounts
    }


def _untouched(source: Source) -> bool:
    return source.sha256 == source.sha256_found


def _verdict(claim: Claim, amount: Amount, report: Report, *, failed: set[str], whole: bool) -> Verdict:
    if not whole or failed & {claim.id, amount.id}:
        return "failed"
    return "passed" if claim.id in report.quotes and amount.id in report.mentions else "not checked"


def address(source: Source) -> str:
    """The source's address where it is one of the web, else nothing."""
    try:
        parts = urlsplit(source.url)
        return source.url if parts.scheme in {"http", "https"} and parts.hostname else ""
    except ValueError:
        return ""


def page_address(url: str) -> str:
    """The address under which a page is cited, without its fragment. Raises ValueError for none of the web."""
    try:
        parts = urlsplit(url)
        there = parts.scheme in {"http", "https"} and parts.hostname
    except ValueError:
        there = None
    if not there or _NEVER_IN_AN_ADDRESS.search(url):
        raise ValueError(f"not an address of the web: {url!r}")
    return url.partition("#")[0]


def plain(source: Source, item: Claim | Event | None = None) -> str:
    """The citation of a source; with a claim or an event, its quote goes before."""
    parts = (source.publisher, f"“{source.title}”", _date_words(source.date), address(source))
    cited = ", ".join(part for part in parts if part.strip("“”") not in {"", UNDECIDED})
    return f"“{_unbroken(item.quote)}” — {cited}" if item else cited


def key(source: Source, item: Claim | Event | None = None) -> str:
    """The key of an entry, the same as long as the ids are: ``source`` or ``source.claim``."""
    return re.sub(r"[^A-Za-z0-9.:_-]", "-", f"{source.id}.{item.id}" if item else source.id)


def bibtex(source: Source, item: Claim | Event | None = None) -> str:
    """One BibTeX entry, in UTF-8, ending with a line break."""
    fields = [f"  {name} = {value},\n" for name, value in _bibtex_fields(source, item)]
    return f"@misc{{{key(source, item)},\n{''.join(fields)}}}\n"


def csl(source: Source, item: Claim | Event | None = None) -> dict[str, object]:
    """One item of CSL-JSON."""
    entry: dict[str, object] = {
        "id": key(source, item),
        "type": "webpage" if address(source) else "document",
        "title": source.title,
        "author": [{"literal": source.publisher}],
        "issued": _csl_date(source.date),
        "language": source.language,
        "URL": address(source),
        "note": _note(item),
    }
    return {name: value for name, value in entry.items() if value and UNDECIDED not in (value, _literal(value))}


def link(source: Source, span: Span | None) -> str:
    """The address of the very words (a text fragment, as browsers scroll to it), else nothing.

    The terms are taken from the stored text. Where the words stand in it more than once, words
    before or behind them tell which are meant.
    """
    url = address(source)
    if not url or span is None or source.text is None:
        return ""
    joint = ":~:text=" if "#" in url else "#:~:text="
    return f"{url}{joint}{_directive(source.text, span)}"


def _directive(text: str, span: Span) -> str:
    quoted = text[span.start : span.end]
    whole = "\n" not in quoted and len(quoted) <= _WHOLE
    terms = [_one_line(quoted)] if whole else _ends(quoted)
    before, after = _context(text, span, terms[0], whole=whole)
    coded = [_code(term) for term in terms]
    return ",".join([*(f"{_code(words)}-" for words in before), *coded, *(f"-{_code(words)}" for words in after)])


def _ends(quoted: str) -> list[str]:
    """The first words of the first line and the last words of the last: a term may not leave its paragraph.

    The last ones are as many as it takes for them to stand only at the end, within reason.
    """
    lines = [line.split() for line in quoted.split("\n") if line.strip()]
    first, last = lines[0], lines[-1]
    if len(lines) == 1:
        middle = len(first) // 2
        first, last = first[:middle], first[middle:]
    ends = [
        " ".join(last[-count:]) for count in range(_END_WORDS, max(_END_WORDS, min(len(last), _MOST_END_WORDS)) + 1)
    ]
    text = _one_line(quoted).lower()
    end = next((one for one in ends if text.find(one.lower()) == text.rfind(one.lower())), ends[-1])
    return [term for term in (" ".join(first[:_END_WORDS]), end) if term]


def _context(text: str, span: Span, start: str, *, whole: bool) -> tuple[list[str], list[str]]:
    """The words before and behind that make the start the only one of its kind; mostly none are needed.

    Words behind are of use only where the sentence stands whole in the link.
    """
    line_before = _last_line(text[: span.start])
    line_after = text[span.end :].partition("\n")[0] if whole else ""
    for prefix, suffix in _contexts(line_before.split(), line_after.split()):
        if _squeezed(text).count(_squeezed(f"{prefix} {start} {suffix}")) == 1:
            return [prefix] if prefix else [], [suffix] if suffix else []
    return [], []


def _contexts(before: list[str], after: list[str]) -> Iterator[tuple[str, str]]:
    yield "", ""
    for count in range(1, min(_CONTEXT_WORDS, len(before)) + 1):
        yield " ".join(before[-count:]), ""
    for count in range(1, min(_CONTEXT_WORDS, len(after)) + 1):
        yield " ".join(before[-_CONTEXT_WORDS:]), " ".join(after[:count])


@lru_cache(maxsize=64)
def _squeezed(text: str) -> str:
    """A text as browsers compare it: gaps and case do not count."""
    return "".join(text.lower().split())


def _last_line(text: str) -> str:
    return next((line for line in reversed(text.rsplit("\n", 9)) if line.strip()), "")


def _code(term: str) -> str:
    """A term percent-encoded; ``-``, ``,`` and ``&`` have a meaning of their own in a fragment."""
    return percent_encode(term, safe="").replace("-", "%2D")


def _bibtex_fields(source: Source, item: Claim | Event | None) -> Iterator[tuple[str, str]]:
    texts = {
        "title": f"{{{_latex(_one_line(source.title))}}}",
        "author": f"{{{_latex(_one_line(source.publisher))}}}",
        "language": _latex(_one_line(source.language)),
        "note": _latex(_note(item)),
        "url": re.sub(r"[\s{}\\]", lambda sign: percent_encode(sign[0], safe=""), address(source)),
    }
    yield from ((name, f"{{{text}}}") for name, text in texts.items() if text.strip("{}") not in {"", UNDECIDED})
    yield from _bibtex_date(source.date)


def _bibtex_date(edtf: str) -> Iterator[tuple[str, str]]:
    """Year, month and day as far as they are known; an interval or "about" goes by its words."""
    try:
        period = dates.parse(edtf)
    except ValueError:
        return
    if period.first is None or period.precision == "interval" or period.approximate:
        yield "year", f"{{{dates.words(edtf)}}}"
        return
    yield "year", f"{{{period.first.year}}}"
    if period.precision != "year":
        yield "month", _MONTHS[period.first.month - 1]
    if period.precision == "day":
        yield "day", f"{{{period.first.day}}}"


def _csl_date(edtf: str) -> dict[str, object]:
    try:
        approximate = dates.parse(edtf).approximate
    except ValueError:
        return {}
    if ".." in edtf:
        return {"literal": dates.words(edtf)}
    parts = [[int(part) for part in end.rstrip("~").split("-")] for end in edtf.split("/")]
    return {"date-parts": parts} | ({"circa": True} if approximate else {})


def _literal(value: object) -> object:
    return value[0].get("literal") if isinstance(value, list) else None


def _note(item: Claim | Event | None) -> str:
    return f"Quoted: “{_unbroken(item.quote)}”" if item else ""


def _date_words(edtf: str) -> str:
    try:
        return dates.words(edtf)
    except ValueError:
        return ""


def _latex(text: str) -> str:
    return _LIGATURE.sub("{}", text.translate(_LATEX))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _unbroken(quote: str) -> str:
    """A quote in one line and otherwise to the letter: a no-break space stays one."""
    return _BREAK.sub(" ", quote)
