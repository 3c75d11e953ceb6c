"""The three outcomes of a rule, each made in one line. A rule keeps its code whatever the outcome."""

from __future__ import annotations

from figures.model import Finding, Place


def passed(code: str, subject: str, message: str, place: Place) -> Finding:
    """Make the finding of a rule that holds."""
    return Finding(code=code, outcome="passed", subject=subject, message=message, place=place)


def failed(code: str, subject: str, message: str, place: Place, cure: str) -> Finding:
    """Make the finding of a rule that does not hold, with what the curator can do."""
    return Finding(code=code, outcome="failed", subject=subject, message=message, place=place, cure=cure)


def skipped(code: str, subject: str, message: str, place: Place) -> Finding:
    """Make the finding of a rule that cannot judge here; the message says why."""
    return Finding(code=code, outcome="skipped", subject=subject, message=message, place=place)
