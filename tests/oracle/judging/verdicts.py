"""The words of a judgement."""

from dataclasses import dataclass
from datetime import date

KEPT, NOT_KEPT, NO_EVIDENCE, EXPLAINED = "kept", "not-kept", "no-evidence", "explained"
STILL_TO_COME, DOES_NOT_APPLY = "still-to-come", "does-not-apply"
VERDICTS = (KEPT, NOT_KEPT, NO_EVIDENCE, EXPLAINED, STILL_TO_COME, DOES_NOT_APPLY)

# What a verdict is about: its kind and its id, as the JSON report calls them.
Subject = tuple[str, str]


@dataclass(frozen=True)
class Judgement:
    """One verdict; a None is something that the readings do not settle and nobody compares."""

    verdict: str
    reason: str
    measured: tuple[int, str] | None = None
    due: date | None = None
    severity: str | None = None


def kept(reason: str, measured=None, due=None) -> Judgement:
    return Judgement(KEPT, reason, measured, due)


def not_kept(reason: str, severity: str | None = None, measured=None, due=None) -> Judgement:
    """Without a severity, that of the clause counts."""
    return Judgement(NOT_KEPT, reason, measured, due, severity)


def no_evidence(reason: str) -> Judgement:
    return Judgement(NO_EVIDENCE, reason)


def still_to_come(reason: str, due: date | None = None) -> Judgement:
    return Judgement(STILL_TO_COME, reason, due=due)


def does_not_apply(reason: str) -> Judgement:
    return Judgement(DOES_NOT_APPLY, reason)
