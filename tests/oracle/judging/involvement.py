"""Who was involved: O1a and O2b by engagement; O1b, O2a, O5s and O6b by project; O1c by year."""

from collections.abc import Callable

from .calendar import days, months_later
from .charter import Clause
from .folder import Folder, Project
from .records import Engagement, denied, is_unclear, text, undated
from .verdicts import Judgement, does_not_apply, kept, no_evidence, not_kept, still_to_come

YES, NO, SILENT, UNCLEAR, EXCUSED = "yes", "no", "silent", "unclear", "excused"


def forum_involved(clause: Clause, engagement: Engagement, folder: Folder) -> Judgement:
    """O1a: the invitation counts most, and representatives who came count whatever it says."""
    if engagement.for_children_only:
        return does_not_apply("for children and young people only")
    due, invited = engagement.end, engagement.invited
    recorded = undated(invited) or engagement.seen(invited)
    in_time = recorded and (undated(invited) or due is None or invited <= due)
    came = engagement.came("forum_reps") if engagement.is_over else None
    hoped = clause.parameters.get("reps", 2)
    if came and came[0] > 0 and not engagement.by_forum:
        return representatives(came, hoped, engagement)
    if engagement.is_open_kind and in_time:
        return kept("invited to a survey")
    if due is None:
        return no_evidence("no date")
    if engagement.by_forum and engagement.is_over:
        return kept("the forum helped to hold it")
    if folder.as_of < due:
        return still_to_come("who comes is seen on the day" if in_time else "can still be invited", due)
    if recorded and not in_time:
        return not_kept("invited after the event")
    if denied(invited):
        return not_kept("not invited")
    if came and came[1] == 0 and not engagement.is_open_kind:
        # Invited or not; the milder of the two failings is certain. A survey needs the invitation alone.
        return not_kept("nobody came", "advice")
    if in_time:
        return no_evidence("invited, who came is not recorded")
    if clause.silence_counts and not is_unclear(invited):
        return not_kept("silence counts")
    return no_evidence("no invitation recorded")


def representatives(came: tuple[int, int], hoped: int, engagement: Engagement) -> Judgement:
    if engagement.is_open_kind or came[0] >= hoped:
        return kept("representatives came")
    if came[1] < hoped:
        return not_kept("fewer came than hoped for", "advice")
    return no_evidence("a band leaves open how many came")


def children_supported(clause: Clause, engagement: Engagement, folder: Folder) -> Judgement:
    """O2b: only where they were involved."""
    if engagement.answer("cyp", "involved") is not True:
        return does_not_apply("not involved")
    help_given = engagement.part("cyp").get("facilitation")
    if engagement.end is None:
        return no_evidence("no date")
    if not engagement.is_over:
        return still_to_come("before the event", engagement.end)
    if text(help_given):
        return kept("had help")
    if help_given == "none" or (clause.silence_counts and not is_unclear(help_given)):
        return not_kept("had no help")
    return no_evidence("help is not recorded")


# By project


def service_parents(clause: Clause, project: Project, folder: Folder) -> Judgement:
    def answer(engagement: Engagement) -> str:
        involved = engagement.answer("service_parents", "involved")
        return YES if involved is True else NO if denied(involved) else UNCLEAR if is_unclear(involved) else SILENT

    return once_over(clause, project, folder, answer)


def children_involved(clause: Clause, project: Project, folder: Folder) -> Judgement:
    def answer(engagement: Engagement) -> str:
        involved, group = engagement.answer("cyp", "involved"), engagement.part("cyp")
        if involved is True:
            return YES
        if text(group.get("not_appropriate")):
            return EXCUSED
        if denied(involved):
            return NO
        there = engagement.somebody_came("cyp") or "cyp" in (engagement.audience or [])
        # They were there, so silence about how is no evidence that they were not involved.
        return UNCLEAR if there or is_unclear(involved) else SILENT

    return once_over(clause, project, folder, answer)


def once_over(clause: Clause, project: Project, folder: Folder, answer: Callable[[Engagement], str]) -> Judgement:
    """Kept by any engagement; judged otherwise once the last engagement and decision are over."""
    if any(answer(engagement) == YES for engagement in project.over):
        return kept("one of them did")
    known = [day for day in project.days if day]
    if known and folder.as_of < max(known):
        return still_to_come("the last is still to come", max(known))
    if None in project.days:
        return no_evidence("a day is missing")
    answers = [answer(engagement) for engagement in project.counting]
    owed = {answer(engagement) for engagement in project.counting if folder.owes(clause, engagement)}
    if owed == {EXCUSED} and UNCLEAR not in answers:
        return does_not_apply("it would not have been right")
    return all_said(clause, answers)


def all_said(clause: Clause, answers: list[str]) -> Judgement:
    """Nobody did: certain only where none of them leaves it open."""
    if UNCLEAR in answers:
        return no_evidence("one of them is unclear")
    if SILENT in answers and not clause.silence_counts:
        return no_evidence("one of them is silent" if NO in answers else "all are silent")
    return not_kept("silence counts" if SILENT in answers else "all said no")


def room_for_change(clause: Clause, project: Project, folder: Folder) -> Judgement:
    """O5s: due with the first engagement that owes it."""

    def answer(engagement: Engagement) -> str:
        open_to_change = engagement.part("scope_for_change").get("in")
        if denied(open_to_change):
            return NO
        return YES if open_to_change else SILENT

    if any(answer(engagement) == YES for engagement in project.begun):
        return kept("one of them said so")
    owing = [engagement for engagement in project.counting if folder.owes(clause, engagement)]
    if not any(engagement.has_begun for engagement in owing):
        if any(engagement.day is None for engagement in owing):
            return no_evidence("a day is missing")
        return still_to_come("before the first", min(engagement.day for engagement in owing))
    if any(engagement.has_no_day for engagement in project.counting):
        return no_evidence("a day is missing")
    return all_said(clause, [answer(engagement) for engagement in project.begun])


def clear_expectations(clause: Clause, project: Project, folder: Folder) -> Judgement:
    """O6b: both halves, in any of the records."""
    highest = folder.charter.ladder[-1]
    owing = [engagement for engagement in project.counting if folder.owes(clause, engagement)]
    if len(owing) < 2 and not any(engagement.written.get("ladder") == highest for engagement in owing):
        return does_not_apply("a single engagement on a lower rung")

    def answers(field: str) -> list[str]:
        said = [engagement.part("expectations").get(field) for engagement in project.begun]
        return [NO if denied(one) else YES if text(one) else UNCLEAR if is_unclear(one) else SILENT for one in said]

    halves = [answers("commitment_asked"), answers("recognition")]
    if all(YES in half for half in halves):
        return kept("both were said")
    ends = [engagement.end for engagement in project.counting]
    known = [end for end in ends if end]
    if known and folder.as_of < max(known):
        return still_to_come("the last is still to come", max(known))
    if None in ends:
        return no_evidence("a day is missing")
    verdicts = [all_said(clause, half) for half in halves if YES not in half]
    return next((one for one in verdicts if one.verdict == "not-kept"), verdicts[0])


# By year


def areas_covered(clause: Clause, folder: Folder) -> Judgement:
    """O1c: every area within the twelve months that end with the audit."""
    first, last = folder.year()
    begins = folder.charter.clause_from(clause)
    able = [e for e in folder.engagements if e.counts and e.reached_parents is not False]
    within = [e for e in able if e.day and first <= e.day <= last]
    missing = set(clause.parameters["areas"]) - {area for e in within for area in e.written.get("areas") or []}
    if not missing:
        return kept("every area was covered")
    if begins and folder.as_of < (due := months_later(begins, 12) - days(1)):
        return still_to_come("held for less than a year", due)
    if not within:
        return no_evidence("no engagement with parents")
    if any(e.written.get("areas") is None for e in within) and not clause.silence_counts:
        return no_evidence("one of them does not say")
    return not_kept("areas left out")
