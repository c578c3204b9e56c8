"""A second judgement of every promise, from the written readings alone.

Nothing here is taken from the program under test: an error would have to be
made twice, in two languages, to stay unseen.
"""

from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

from . import charter_itself, decisions, explanations, feedback, forum, involvement, meetings, school_times
from .charter import built_in
from .folder import Folder
from .verdicts import NOT_KEPT, Judgement, Subject

CLAUSES = tuple(clause["id"] for clause in built_in()["clauses"] if "rule" in clause)

BY_ENGAGEMENT = {
    "O1a": involvement.forum_involved,
    "O2b": involvement.children_supported,
    "O4a1": meetings.notice,
    "O4a1s": meetings.open_long_enough,
    "O4a2": meetings.purpose_explained,
    "O4a3": meetings.papers,
    "O4b": school_times.school_times,
    "O4c": meetings.accessible_venue,
    "O4d1": feedback.complaint_answered,
    "O4d2": meetings.jargon_avoided,
    "O4e1": feedback.feedback_given,
    "O4e2": feedback.feedback_in_time,
    "O4e3": feedback.feedback_reaches,
    "W2": forum.reach_recorded,
    "W3a": lambda *about: forum.forum_is_there(*about[:2]) or forum.wider_input(*about),
    "W3b": lambda *about: forum.forum_is_there(*about[:2]) or feedback.forum_feedback(*about),
    "L1": charter_itself.ladder_claim,
}
BY_PROJECT = {
    "O1b": involvement.service_parents,
    "O2a": involvement.children_involved,
    "O5s": involvement.room_for_change,
    "O6b": involvement.clear_expectations,
}
BY_DECISION = {"G5": decisions.decision_involved, "O5": decisions.early_involvement}
BY_REQUEST = {"O8": forum.request_met, "W1": forum.request_answered}
BY_PARTY = {"O3": charter_itself.named_contact, "W5": forum.conduct_reviewed, "G1": charter_itself.signed}
BY_PERIOD = {"O7": forum.forum_promoted, "W4": forum.joint_events}
FOR_ALL = {
    "G2": charter_itself.tested_regularly,
    "G3": charter_itself.more_coproductive,
    "G4": charter_itself.strategic_only,
}

Judgements = dict[tuple[str, Subject], Judgement]


def judge(charter: dict, records: list[dict], as_of: date, files: dict[str, str]) -> Judgements:
    """Every verdict on the folder, by clause and subject; the files are given by their paths, for W3c."""
    folder = Folder(charter, records, as_of)
    found: Judgements = {}
    for id, clause in folder.charter.clauses.items():
        if id in CLAUSES:
            for subject, judgement in judge_clause(id, clause, folder, files):
                if judgement.verdict == NOT_KEPT and judgement.severity is None:
                    judgement = replace(judgement, severity=clause.severity)
                found[id, subject] = explanations.apply(folder, clause, subject, judgement)
    return found


def judge_clause(id: str, clause, folder: Folder, files: dict[str, str]):
    if id in BY_ENGAGEMENT:
        for one in folder.engagements:
            yield ("engagement", one.id), folder.gate(clause, one) or BY_ENGAGEMENT[id](clause, one, folder)
    elif id in BY_PROJECT:
        for one in folder.projects():
            yield one.subject, folder.project_gate(clause, one) or BY_PROJECT[id](clause, one, folder)
    elif id in BY_DECISION:
        for one in folder.decisions:
            yield ("decision", one.id), folder.decision_gate(clause, one) or BY_DECISION[id](clause, one, folder)
    elif id in BY_REQUEST:
        for one in folder.requests:
            yield ("request", one.id), BY_REQUEST[id](clause, one, folder)
    elif id in BY_PARTY:
        for party in folder.charter.parties_of(clause.of):
            gate = folder.gate_now(clause) if id == "W5" else None
            yield ("party", party), gate or BY_PARTY[id](clause, party, folder)
    elif id in BY_PERIOD:
        yield from BY_PERIOD[id](clause, folder).items()
    elif id == "O1c":
        subject = ("period", f"year-to-{folder.as_of}")
        yield subject, folder.gate_now(clause) or involvement.areas_covered(clause, folder)
    elif id in FOR_ALL:
        yield ("records", "all"), folder.gate_now(clause) or FOR_ALL[id](clause, folder)
    else:
        for path, written in files.items():
            if path == "charter.yaml":
                continue
            yield ("file", str(PurePosixPath(path))), charter_itself.confidential(written)
