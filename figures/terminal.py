"""What the commands print: lines for people, JSON for programs."""

from __future__ import annotations

import json
import sys
from collections import Counter
from typing import IO, Any

from figures.errors import Problem, escaped
from figures.model import Amount, Catalogue, Finding, LedgerRow, Mention, Place, Report


def say(*columns: str) -> None:
    """Print one line; control characters from the data are shown, not obeyed."""
    print("\t".join(map(escaped, columns)))


def print_json(value: object) -> None:
    """Print JSON in ASCII."""
    # ASCII: whatever the data holds, the terminal sees no control character.
    print(json.dumps(value, indent=2))


def speak_utf8(stream: IO[str]) -> None:
    """Whatever the locale says, so that a quotation mark is no error."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8", errors="backslashreplace")


def progress(message: str) -> None:
    """Tell on standard error how far a long work is."""
    print(escaped(message), file=sys.stderr)


def print_report(catalogue: Catalogue, report: Report, *, everything: bool) -> None:
    """Print the findings that a person has to see, in the order of the files, and their count."""
    shown = [one for one in report if everything or one.outcome != "passed"]
    for finding in sorted(shown, key=lambda one: (one.place.file, one.place.line)):
        say(_sentence(finding))
    counts = Counter(finding.outcome for finding in report)
    said = ", ".join(f"{counts[outcome]} {outcome}" for outcome in ("passed", "failed", "skipped"))
    say(f"{catalogue.file}: {len(catalogue.amounts)} amounts, {len(report)} checks: {said}.")


def _sentence(finding: Finding) -> str:
    message = finding.message.replace("\u00a0", " ")
    said = f"{message.removesuffix('.')}; {finding.cure}" if finding.cure else message
    return f"{finding.place} {finding.outcome} {finding.code} {finding.subject}: {said}"


def as_json(catalogue: Catalogue, report: Report) -> dict[str, Any]:
    """Return all that the checks found, for `json`."""
    return {
        "file": catalogue.file,
        "findings": [_finding(finding) for finding in report],
        "amounts": [_amount(amount) for amount in catalogue.amounts],
        "ledger": {source: [_ledger_row(row) for row in rows] for source, rows in report.ledgers.items()},
    }


def _ledger_row(row: LedgerRow) -> dict[str, Any]:
    said = {"state": row.state, "subject": row.subject, "use": row.use, "reason": row.reason, "note": row.note}
    return mention_json(row.mention) | said


def _finding(finding: Finding) -> dict[str, Any]:
    said = {name: getattr(finding, name) for name in ("code", "outcome", "subject", "message", "cure")}
    return said | _place(finding.place)


def _amount(amount: Amount) -> dict[str, Any]:
    said = {"id": amount.id, "claim": amount.claim, "value": format(amount.value, "f"), "unit": amount.unit}
    return said | {"bound": amount.bound} | _place(amount.place)


def problem_json(problem: Problem) -> dict[str, Any]:
    """Return a problem of a catalogue's form for `json`."""
    return {name: getattr(problem, name) for name in ("path", "expected", "got", "cure")} | _place(problem.place)


def _place(place: Place) -> dict[str, Any]:
    return {"file": place.file, "line": place.line, "column": place.column}


MENTION = ("start", "end", "text", "number_start", "number_end", "kind", "value", "unit", "bound", "role", "edtf")


def mention_json(mention: Mention) -> dict[str, Any]:
    """Return a mention with its value in full, for `json`."""
    fields = {name: getattr(mention, name) for name in MENTION}
    return fields | {"value": None if mention.value is None else format(mention.value, "f")}
