"""The forum: O7, O8, W1, W2, W3a, W4 and W5."""

from collections.abc import Callable
from datetime import date

from .calendar import days, months_later, quarter, term
from .charter import FORUM, ORGANISATION, Charter, Clause, months
from .feedback import severity_after
from .folder import Folder
from .meetings import held_against, severity_on
from .records import Engagement, Record, denied, is_unclear, text, undated
from .verdicts import Judgement, Subject, does_not_apply, kept, no_evidence, not_kept, still_to_come

# Requests


def direction(clause: Clause, request: Record, charter: Charter, by: str, to: str) -> bool:
    sides = charter.side(request.written["by"]), charter.side(request.written["to"])
    return sides == (clause.parameters.get("by", by), clause.parameters.get("to", to))


def request_met(clause: Clause, request: Record, folder: Folder) -> Judgement:
    """O8: only what was asked for in good time."""
    if not direction(clause, request, folder.charter, FORUM, ORGANISATION):
        return does_not_apply("the other direction")
    made, day = request.written.get("made"), request.written.get("for")
    if made and made > folder.as_of:
        return does_not_apply("not asked yet")
    if not folder.in_force(clause, made, day):
        return does_not_apply("before the signature")
    if made is None or day is None:
        return no_evidence("a day is missing")
    count, unit = clause.standard("notice")
    measured = (folder.calendar.lead(made, day, unit), unit)
    if measured[0] < count:
        return does_not_apply("short notice")
    if folder.as_of < day:
        return still_to_come("the day is to come", day)
    met = request.written.get("met")
    if met is True:
        return kept("met", measured)
    if met is False or (clause.silence_counts and not is_unclear(met)):
        return not_kept("not met", measured=measured)
    return no_evidence("not recorded")


def request_answered(clause: Clause, request: Record, folder: Folder) -> Judgement:
    """W1: any answer counts."""
    if not direction(clause, request, folder.charter, ORGANISATION, FORUM):
        return does_not_apply("the other direction")
    made, written = request.written.get("made"), request.written.get("answered")
    answered = request.seen(written)
    if made and made > folder.as_of:
        return does_not_apply("not asked yet")
    if not folder.in_force(clause, made, request.written.get("for")):
        return does_not_apply("before the signature")
    if made is None:
        return no_evidence("no day")
    count, unit = clause.standard()
    due = folder.calendar.last_day_after(made, count, unit)
    if answered:
        measured = (folder.calendar.lag(made, answered, unit), unit)
        if measured[0] <= count:
            return kept("answered in time", measured, due)
        severity = severity_after(folder, clause, made, answered)
        return not_kept(f"answered late, {severity}", severity, measured, due)
    if undated(written):
        return no_evidence("answered on some day")
    if folder.as_of <= due:
        return still_to_come("can still be answered", due)
    if written is None and request.written.get("met") is True:
        return no_evidence("met, so answered on some day")
    if denied(written) or (clause.silence_counts and not is_unclear(written)):
        severity = severity_after(folder, clause, made, folder.as_of)
        return not_kept(f"no answer, {severity}", severity, due=due)
    return no_evidence("not recorded")


# By engagement


def reach_recorded(clause: Clause, engagement: Engagement, folder: Folder) -> Judgement:
    if not engagement.by_forum:
        return does_not_apply("not held by the forum")
    if engagement.end is None:
        return no_evidence("no date")
    if folder.as_of < engagement.end:
        return still_to_come("before it is over", engagement.end)
    reach = engagement.part("reach")
    if reach.get("invited") is not None or reach.get("responded") is not None:
        return kept("reach recorded")
    return not_kept("silence counts") if clause.silence_counts else no_evidence("reach is not recorded")


def forum_is_there(clause: Clause, engagement: Engagement) -> Judgement | None:
    """Why W3a and W3b do not arise, if they do not."""
    if engagement.kind not in clause.parameters.get("kinds", ["meeting", "workshop"]):
        return does_not_apply("another kind of engagement")
    if engagement.for_children_only:
        return does_not_apply("for children and young people only")
    came = (engagement.has_begun or engagement.has_no_day) and engagement.somebody_came("forum_reps")
    if denied(engagement.invited) and not came and not engagement.by_forum:
        return does_not_apply("the forum was not invited")
    return None


def wider_input(clause: Clause, engagement: Engagement, folder: Folder) -> Judgement:
    event, written = engagement.day, engagement.answer("wider_input", "opened")
    if event is None:
        return no_evidence("no date")
    opened, last = engagement.seen(written), folder.calendar.last_day_before(event, *clause.standard())
    if opened:
        return held_against(folder, clause, opened, event, "asked")
    if undated(written):
        return no_evidence("asked on some day")
    if folder.as_of <= last:
        return still_to_come("can still be asked", last)
    if denied(written) or (clause.silence_counts and not is_unclear(written)):
        severity = severity_on(folder, clause, folder.as_of, event)
        return not_kept(f"not asked, {severity}", severity)
    return no_evidence("not recorded")


# By period


def periods(every: str, folder: Folder) -> list[tuple[str, date, date]]:
    """Every period from that of the first live engagement to that of the as-of day."""
    if every == "year":
        first, last = folder.year()
        return [(f"year-to-{folder.as_of}", first, last)]
    find, found = (quarter if every == "quarter" else term), []
    day = min([e.day for e in folder.engagements if e.counts and e.day and e.has_begun], default=folder.as_of)
    while day <= folder.as_of:
        found.append(find(day))
        day = found[-1][2] + days(1)
    return found


def by_period(
    clause: Clause, every: str, folder: Folder, answer: Callable[[Engagement], bool | None]
) -> dict[Subject, Judgement]:
    """Kept by any engagement of a period; judged otherwise on its last day."""
    judgements = {}
    for name, first, last in periods(every, folder):
        counting = [e for e in folder.engagements if e.counts]
        within = [answer(e) for e in counting if e.day and e.has_begun and first <= e.day <= last]
        if not folder.in_force(clause, min(last, folder.as_of)):
            judgement = does_not_apply("before the signature")
        elif True in within:
            judgement = kept("one of them did")
        elif folder.as_of < last:
            judgement = still_to_come("the period is not over", last)
        elif not within:
            judgement = no_evidence("no engagement of that time")
        elif None in within and not clause.silence_counts:
            judgement = no_evidence("one of them does not say")
        else:
            judgement = not_kept("none of them did")
        judgements["period", name] = judgement
    return judgements


def forum_promoted(clause: Clause, folder: Folder) -> dict[Subject, Judgement]:
    def answer(engagement: Engagement) -> bool | None:
        done = engagement.answer("promoted_forum", "done")
        return True if done is True else False if denied(done) else None

    return by_period(clause, clause.parameters.get("every", "quarter"), folder, answer)


def joint_events(clause: Clause, folder: Folder) -> dict[Subject, Judgement]:
    def answer(engagement: Engagement) -> bool | None:
        return {FORUM, ORGANISATION} <= engagement.sides if engagement.sides else None

    return by_period(clause, clause.parameters.get("every", "term"), folder, answer)


# By party


def conduct_reviewed(clause: Clause, party: str, folder: Folder) -> Judgement:
    """W5: each document with its link and a review that is no older than the charter says."""
    own = [c for c in folder.conduct if folder.charter.names[c.written["party"].casefold()] == party]
    every, answers = months(clause.parameters["every"]), []
    for document in clause.parameters["documents"]:
        found = [c for c in own if plain(document) in plain(c.written.get("document") or "")]
        reviews = [c.seen(c.written.get("reviewed")) for c in found]
        dated = [day for day in reviews if day]
        linked = any(text(c.written.get("link")) for c in found)
        if dated and months_later(max(dated), every) < folder.as_of:
            answers.append("overdue")
        else:
            answers.append("fine" if dated and linked else "missing")
    if "overdue" in answers:
        return not_kept("a review is overdue")
    if "missing" in answers:
        return not_kept("silence counts") if clause.silence_counts else no_evidence("something is not recorded")
    return kept("reviewed in time")


def plain(name: str) -> str:
    return " ".join(name.casefold().replace("-", " ").split())
