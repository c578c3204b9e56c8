"""What people heard back: O4d1, O4e1, O4e2, O4e3 and W3b."""

from datetime import date

from . import explanations
from .charter import Clause
from .explanations import Moment
from .folder import Folder
from .records import TEXTS, Engagement, denied, is_unclear, text, undated
from .verdicts import Judgement, does_not_apply, kept, no_evidence, not_kept, still_to_come


def standards(folder: Folder, kind: str) -> tuple[tuple[int, str], tuple[int, str] | None]:
    """How soon feedback is due after this kind, and beyond what it is a breach."""
    clause = folder.charter.clauses["O4e2"]
    own = clause.parameters.get(kind)
    return clause.standard("standard", own), clause.standard("at_most", own)


def standard_day(folder: Folder, engagement: Engagement) -> date:
    return folder.calendar.last_day_after(engagement.end, *standards(folder, engagement.kind)[0])


def feedback_due(folder: Folder, engagement: Engagement) -> date:
    """The last day for feedback; a delay that was agreed before it was over moves it."""
    due, clause = standard_day(folder, engagement), folder.charter.clauses["O4e2"]
    agreed = explanations.in_force(folder, clause, ("engagement", engagement.id), Moment(due, due))
    return max([due, *(explanation["until"] for explanation in agreed)])


def has_words(engagement: Engagement) -> bool:
    return any(text(engagement.part("feedback").get(name)) for name in TEXTS)


def feedback_given(clause: Clause, engagement: Engagement, folder: Folder) -> Judgement:
    start, written = engagement.end, engagement.answer("feedback", "sent")
    if engagement.seen(written):
        return kept("feedback sent")
    if start is None:
        return no_evidence("no date")
    # An undated outcome counts from the event.
    if undated(written) and folder.as_of >= start:
        return kept("feedback on some day")
    due = feedback_due(folder, engagement)
    if folder.as_of <= due:
        return still_to_come("feedback can still come in time", due)
    if denied(written):
        return not_kept("sent: none")
    if is_unclear(written):
        return no_evidence("unclear whether it was sent")
    if written is None and has_words(engagement):
        return no_evidence("feedback described, day not recorded")
    if not clause.silence_counts:
        return no_evidence("silent")
    return not_kept("feedback only after the as-of day" if written else "no feedback recorded")


def feedback_in_time(clause: Clause, engagement: Engagement, folder: Folder) -> Judgement:
    start, written = engagement.end, engagement.answer("feedback", "sent")
    if start is None:
        return no_evidence("no date")
    sent = engagement.seen(written)
    if sent is None:
        return without_day(clause, engagement, folder)
    (count, unit), ceiling = standards(folder, engagement.kind)
    measured, due = (folder.calendar.lag(start, sent, unit), unit), standard_day(folder, engagement)
    if measured[0] <= count:
        return kept(f"in time, {unit}", measured, due)
    beyond = ceiling and folder.calendar.lag(start, sent, ceiling[1]) > ceiling[0]
    severity = "breach" if beyond else clause.severity
    return not_kept(f"late, {unit}, {severity}", severity, measured, due)


def without_day(clause: Clause, engagement: Engagement, folder: Folder) -> Judgement:
    written = engagement.answer("feedback", "sent")
    if undated(written) and folder.as_of >= engagement.end:
        return no_evidence("feedback on some day")
    due = feedback_due(folder, engagement)
    if folder.as_of <= due:
        return still_to_come("feedback can still come in time", due)
    if is_unclear(written) or (written is None and has_words(engagement)):
        return no_evidence("feedback described, day not recorded")
    return does_not_apply("nothing sent, see O4e1")


def feedback_reaches(clause: Clause, engagement: Engagement, folder: Folder) -> Judgement:
    start, written = engagement.end, engagement.answer("feedback", "sent")
    sent = engagement.seen(written) or (undated(written) and engagement.has_come(start))
    answer = reached_groups(clause, engagement)
    if answer.verdict == "does-not-apply":
        return answer
    if start is None:
        # Who was told was told in time or late, but told.
        return answer if engagement.seen(written) and answer.verdict == "kept" else no_evidence("no date")
    due = feedback_due(folder, engagement)
    if sent:
        if answer.verdict != "kept" and folder.as_of <= due:
            return still_to_come("the others can still hear", due)
        return answer
    if folder.as_of <= due:
        return still_to_come("feedback can still come in time", due)
    if is_unclear(written) or (written is None and has_words(engagement)):
        return no_evidence("feedback described, day not recorded")
    return does_not_apply("nothing sent, see O4e1")


def reached_groups(clause: Clause, engagement: Engagement) -> Judgement:
    audience, to = engagement.audience, engagement.part("feedback").get("to")
    groups = {group for group in audience or [] if group != "staff"}
    groups |= {"parents"} if engagement.somebody_came("parents") else set()
    groups |= {"cyp"} if engagement.somebody_came("cyp") else set()
    if not groups and audience is not None:
        return does_not_apply("no families took part")
    if to is None:
        return not_kept("silence counts") if clause.silence_counts else no_evidence("to whom is not recorded")
    if not groups <= set(to):
        return not_kept("missed somebody")
    unknown = {group for group in ("parents", "cyp") if not engagement.nobody_came(group)}
    if audience is None and not groups and not unknown <= set(to):
        return no_evidence("for whom it was is not recorded")
    return kept("reached everybody")


def complaint_answered(clause: Clause, engagement: Engagement, folder: Folder) -> Judgement:
    experience, end = engagement.part("experience"), engagement.end
    if experience.get("complaint") is not True:
        return does_not_apply("no complaint")
    written = experience.get("responded")
    answered = engagement.seen(written)
    count, unit = clause.standard()
    if end is None:
        return kept("answered") if answered else no_evidence("no date")
    if answered:
        return kept("answered", (folder.calendar.lag(end, answered, unit), unit) if answered >= end else None)
    if undated(written) and folder.as_of >= end:
        return kept("answered on some day")
    due = folder.calendar.last_day_after(end, count, unit)
    if folder.as_of <= due:
        return still_to_come("can still be answered", due)
    if denied(written) or (clause.silence_counts and not is_unclear(written)):
        return not_kept("no answer", due=due)
    return no_evidence("silent")


def severity_after(folder: Folder, clause: Clause, start: date, done: date) -> str:
    """A breach beyond the ceiling; what was never done weighs no less than if it were done today."""
    ceiling = clause.standard("at_most")
    beyond = ceiling and folder.calendar.lag(start, done, ceiling[1]) > ceiling[0]
    return "breach" if beyond else clause.severity


def forum_feedback(clause: Clause, engagement: Engagement, folder: Folder) -> Judgement:
    """W3b: whether the forum told its wider group in time."""
    event = engagement.end
    if event is None:
        return no_evidence("no date")
    written = engagement.answer("forum_feedback", "sent")
    sent = engagement.seen(written)
    count, unit = clause.standard()
    due = folder.calendar.last_day_after(event, count, unit)
    if sent and sent >= event:
        measured = (folder.calendar.lag(event, sent, unit), unit)
        if measured[0] <= count:
            return kept("told in time", measured, due)
        severity = severity_after(folder, clause, event, sent)
        return not_kept(f"told late, {severity}", severity, measured, due)
    if undated(written) and folder.as_of >= event:
        return no_evidence("told on some day")
    if folder.as_of <= due:
        return still_to_come("can still be told", due)
    if sent:
        return no_evidence("told before the event")
    if denied(written) or (clause.silence_counts and not is_unclear(written)):
        severity = severity_after(folder, clause, event, folder.as_of)
        return not_kept(f"never told, {severity}", severity, due=due)
    return no_evidence("not recorded")
