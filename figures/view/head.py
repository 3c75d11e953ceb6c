"""The head of the page: whose words, of which day, and what was checked."""

from __future__ import annotations

from pathlib import PurePath

from figures import cite, dates
from figures.model import Finding
from figures.view.scope import Json, Scope
from figures.view.words import REASONS, where


def source(scope: Scope) -> Json:
    """What is known of the document itself."""
    source = scope.source
    return {
        "id": source.id,
        "title": source.title,
        "publisher": source.publisher,
        "date": source.date,
        "dateWords": _date_words(source.date),
        "language": source.language,
        "url": cite.address(source),
        "sha256": source.sha256,
        "citation": cite.plain(source),
    }


def verification(scope: Scope) -> Json:
    """What was checked, counted: never typed."""
    amounts = [amount.id for claim in scope.claims for amount in claim.amounts]
    passed = sum(scope.verdicts.get(id_) == "passed" for id_ in amounts)
    states = [row.state for row in scope.ledger]
    curated, aside, open_ = (states.count(s) for s in ("curated", "set aside", "unaccounted"))
    problems = [_problem(scope, finding) for finding in scope.report.failed if _is_ours(scope, finding)]
    whole = "" if passed == len(amounts) else f" of {len(amounts)}"
    return {
        "failed": len(problems),
        "headline": f"{passed}{whole} amounts verified",
        "numbers": f"{len(states)} numbers in the text: {curated} curated, {aside} set aside, {open_} unaccounted.",
        "problems": problems,
        "totals": [
            {"state": "", "label": "numbers in the text", "count": len(states)},
            {"state": "curated", "label": "curated", "count": curated},
            {"state": "set aside", "label": "set aside", "count": aside},
            {"state": "unaccounted", "label": "unaccounted", "count": open_},
        ],
        "reasons": _reasons(scope),
    }


def _reasons(scope: Scope) -> str:
    aside = [row.reason for row in scope.ledger if row.reason]
    counts = [f"{aside.count(reason)} {words.lower()}" for reason, words in REASONS.items() if reason in aside]
    return f"Set aside: {', '.join(counts)}." if counts else ""


def _is_ours(scope: Scope, finding: Finding) -> bool:
    """Whether a finding is shown with this source: it is of no other source, nor of what that one states."""
    catalogue = scope.catalogue
    stated = {**{claim.id: claim.source for claim in catalogue.claims}, **{e.id: e.source for e in catalogue.events}}
    subject = finding.subject if finding.subject in stated else finding.subject.rpartition(".")[0]
    others = {source.id for source in catalogue.sources} - {scope.source.id}
    return finding.subject not in others and stated.get(subject, scope.source.id) not in others


def _problem(scope: Scope, finding: Finding) -> Json:
    file = scope.catalogue.file
    cure = finding.cure.replace(file, PurePath(file).name) if file else finding.cure
    return {"message": finding.message, "where": where(finding.place), "cure": cure}


def _date_words(edtf: str) -> str:
    try:
        return dates.words(edtf)
    except ValueError:
        return edtf
