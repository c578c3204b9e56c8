"""Comply or explain: which explanations hold, and what they speak of."""

from dataclasses import dataclass, replace
from datetime import date

from .charter import FORUM, ORGANISATION, Clause
from .folder import Folder
from .records import text
from .verdicts import EXPLAINED, NOT_KEPT, Judgement, Subject

REASONS = (
    "urgent-statutory-deadline", "agreed-with-forum", "poll-preferred-time", "venue-unavailable",
    "external-body-set-date", "cyp-not-appropriate", "emergency-closure", "publication-delayed-to", "other",
)  # fmt: skip
# What happened once, before or at an event: it must be explained by then.
ONE_OFF = ("O4a1", "O4a1s", "O4a3", "O4b", "O4c", "W3a")
SUBJECTS = ("engagement", "project", "decision", "request", "period", "party")


@dataclass(frozen=True)
class Moment:
    """The day by which an explanation must have been agreed, and the day on which it must still hold."""

    agreed_by: date | None
    holds_on: date


def written_about(folder: Folder, clause: Clause, subject: Subject) -> list[dict]:
    """All explanations of this clause that speak of the subject, in its own records or apart."""
    kind, name = subject
    owners = {
        "engagement": [e for e in folder.engagements if e.id == name],
        "project": folder.engagements_of(name) if kind == "project" else [],
        "decision": [d for d in folder.decisions if d.id == name],
        "request": [r for r in folder.requests if r.id == name],
    }.get(kind, [])
    found = []
    for owner in owners:
        own = owner.written.get("explanations") or []
        found += own if isinstance(own, list) else [own]
    ids = {owner.id for owner in owners}
    for explanation in folder.explanations:
        if explanation.get(kind) == name or (kind == "project" and explanation.get("engagement") in ids):
            found.append(explanation)
    return [explanation for explanation in found if explanation.get("clause") == clause.id]


def is_complete(folder: Folder, explanation: dict) -> bool:
    """Whether it says all that it must, and somebody of each side agreed to it."""
    said = all(text(explanation.get(field)) for field in ("because", "instead"))
    dated = explanation.get("agreed_on") and explanation.get("until")
    agreed = explanation.get("agreed_by") or []
    sides = {folder.charter.side(one["party"]) for one in agreed if text(one.get("role"))}
    return bool(said and dated and {FORUM, ORGANISATION} <= sides and explanation.get("reason") in REASONS)


def in_force(folder: Folder, clause: Clause, subject: Subject, moment: Moment) -> list[dict]:
    if not clause.explainable:
        return []
    return [
        explanation
        for explanation in written_about(folder, clause, subject)
        if is_complete(folder, explanation)
        and explanation["agreed_on"] <= folder.as_of
        and (moment.agreed_by is None or explanation["agreed_on"] <= moment.agreed_by)
        and explanation["until"] >= moment.holds_on
    ]


def apply(folder: Folder, clause: Clause, subject: Subject, judgement: Judgement) -> Judgement:
    """What was not kept is explained where an explanation holds; the numbers stay."""
    if judgement.verdict != NOT_KEPT:
        return judgement
    moment = moment_of(folder, clause, subject)
    if in_force(folder, clause, subject, moment):
        return replace(judgement, verdict=EXPLAINED, reason="explained")
    return judgement


def moment_of(folder: Folder, clause: Clause, subject: Subject) -> Moment:
    kind, name = subject
    if kind == "engagement":
        engagement = next(e for e in folder.engagements if e.id == name)
        event = engagement.end if engagement.is_open_kind else engagement.day
        if clause.id in ONE_OFF and event:
            return Moment(event, event)
        done = {"O4e2": "feedback", "W3b": "forum_feedback"}.get(clause.id)
        if done:
            return Moment(None, engagement.seen(engagement.answer(done, "sent")) or folder.as_of)
    if kind == "request":
        request = next(r for r in folder.requests if r.id == name)
        if clause.id == "O8" and (day := request.written.get("for")):
            return Moment(day, day)
        return Moment(None, request.seen(request.written.get("answered")) or folder.as_of)
    return Moment(None, folder.as_of)
