"""What the organisation owes before and at a meeting: O4a1, O4a1s, O4a2, O4a3, O4c and O4d2."""

import re
from datetime import date

from .calendar import days
from .charter import Clause
from .folder import Folder
from .records import TEXTS, Engagement, denied, is_unclear, text, undated
from .verdicts import Judgement, does_not_apply, kept, no_evidence, not_kept, still_to_come

ANOTHER_KIND = "another kind of engagement"


def held_against(folder: Folder, clause: Clause, done: date, event: date, reason: str) -> Judgement:
    """Something that had to be done so long before an event."""
    calendar = folder.calendar
    count, unit = clause.standard()
    measured = (calendar.lead(done, event, unit), unit)
    last = calendar.last_day_before(event, count, unit)
    if measured[0] >= count:
        return kept(reason, measured, last)
    severity = severity_on(folder, clause, done, event)
    return not_kept(f"{reason}, {severity}", severity, measured, last)


def severity_on(folder: Folder, clause: Clause, day: date, event: date) -> str:
    """A breach under the floor; what is done on the day itself or later leaves no time at all."""
    floor = clause.standard("at_least")
    if floor and (day > event or folder.calendar.lead(day, event, floor[1]) < floor[0]):
        return "breach"
    return clause.severity


def notice(clause: Clause, engagement: Engagement, folder: Folder) -> Judgement:
    if engagement.is_open_kind:
        return does_not_apply(ANOTHER_KIND)
    event = engagement.day
    if event is None:
        return no_evidence("no date")
    last = folder.calendar.last_day_before(event, *clause.standard())
    written = engagement.answer("notice", "sent")
    sent = engagement.seen(written)
    told = engagement.moves[-1].get("told") if engagement.moves else None

    def measure(clock: date, reason: str) -> Judgement:
        return held_against(folder, clause, clock, event, reason)

    if sent is None:
        if denied(written) and told:
            return measure(told, "none at first, clock at told")
        if folder.as_of <= last and not undated(written):
            return still_to_come("notice can still be sent", last)
        if denied(written):
            severity = severity_on(folder, clause, folder.as_of, event)
            return not_kept(f"sent: none, {severity}", severity)
        if told and told > last:
            return measure(told, "told too late, notice not recorded")
        if undated(written):
            return no_evidence("notice on some day")
        reason = "told in time, notice not recorded" if told else "notice not recorded"
        if clause.silence_counts and not is_unclear(written):
            severity = clause.severity if told else severity_on(folder, clause, folder.as_of, event)
            return not_kept(f"silence counts: {reason}", severity)
        return no_evidence(reason)
    if engagement.moves and told is None:
        # The clock cannot have started before the notice, so lateness is already certain.
        if sent > last:
            return measure(sent, "moved, told not recorded, notice late")
        if folder.as_of <= last:
            return still_to_come("people can still be told of the new day", last)
        return no_evidence("moved, told not recorded")
    if engagement.moves:
        return measure(max(sent, told), "moved, clock at told" if told > sent else "moved, clock at notice")
    return measure(sent, "notice measured")


def papers(clause: Clause, engagement: Engagement, folder: Folder) -> Judgement:
    if engagement.is_open_kind:
        return does_not_apply(ANOTHER_KIND)
    event, group = engagement.day, engagement.part("papers")
    if text(group.get("none_needed")):
        return does_not_apply("no papers needed")
    if event is None:
        return no_evidence("no date")
    written = engagement.answer("papers", "sent")
    if undated(written):
        return no_evidence("papers on some day")
    last = folder.calendar.last_day_before(event, *clause.standard())
    sent = engagement.seen(written)
    if sent is None:
        if folder.as_of <= last:
            return still_to_come("papers can still be sent", last)
        if denied(written) or (clause.silence_counts and not is_unclear(written)):
            severity = severity_on(folder, clause, folder.as_of, event)
            return not_kept(f"{'sent: none' if denied(written) else 'silence counts'}, {severity}", severity)
        return no_evidence("papers not recorded")
    if sent > event:
        return not_kept("papers after the event", severity_on(folder, clause, sent, event))
    judgement = held_against(folder, clause, sent, event, "papers sent")
    return judgement


def open_long_enough(clause: Clause, engagement: Engagement, folder: Folder) -> Judgement:
    if not engagement.is_open_kind:
        return does_not_apply(ANOTHER_KIND)
    opens, closes = engagement.day, engagement.end
    latest = closes or opens
    if latest and folder.as_of < latest:
        return still_to_come("still open or to come", closes)
    if opens is None or closes is None:
        return no_evidence("opens or closes missing")
    (count, unit), floor = clause.standard(), clause.standard("at_least")
    # Both days are counted, so it is open from the day before to the last.
    lead = folder.calendar.lead
    measured = (lead(opens - days(1), closes, unit), unit)
    if measured[0] >= count:
        return kept("open long enough", measured)
    severity = "breach" if floor and lead(opens - days(1), closes, floor[1]) < floor[0] else clause.severity
    return not_kept(f"open too short, {severity}", severity, measured)


# Words


def words_of(written: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", written.casefold()))


def beside_title(written: str, engagement: Engagement) -> int:
    return len(words_of(written) - words_of(engagement.written["title"]))


def purpose_explained(clause: Clause, engagement: Engagement, folder: Folder) -> Judgement:
    """Words count from the day of the notice; until the event, bad ones can be made good."""
    written, sent = engagement.part("notice").get("purpose"), engagement.answer("notice", "sent")
    # What was never sent, nobody read.
    words = None if denied(sent) else text(written)
    told = sent <= folder.as_of if isinstance(sent, date) else engagement.has_begun
    if words and told and beside_title(words, engagement) >= clause.parameters.get("words", 3):
        return kept("purpose explained")
    if engagement.day is None and not engagement.has_begun:
        return no_evidence("no date")
    if not engagement.has_begun:
        return still_to_come("purpose can still be explained", engagement.day)
    if denied(written):
        return not_kept("purpose: none")
    if words and told:
        return not_kept("too few words", "advice")
    if text(written):
        return no_evidence("nobody was told these words")
    if clause.silence_counts and not is_unclear(written):
        return not_kept("silence counts")
    return no_evidence("no purpose recorded")


def unexpanded(written: str, listed: list[str]) -> set[str]:
    """Listed abbreviations whose first use has no words in brackets beside it, nor stands in brackets itself."""
    found = set()
    for short in listed:
        first = re.search(rf"\b{short}s?\b", written)
        if not first:
            continue
        before, after = written[: first.start()], written[first.end() :]
        explained_after = re.match(r"\s*\([^)]+ [^)]+\)", after)
        stands_in_brackets = before.endswith("(") and after.startswith(")")
        if not explained_after and not stands_in_brackets:
            found.add(short)
    return found


def jargon_avoided(clause: Clause, engagement: Engagement, folder: Folder) -> Judgement:
    """Each text counts from the day on which it was sent, or from the event."""
    feedback, group = engagement.part("feedback"), engagement.part("notice")
    texts = [(text(group.get("purpose")), group.get("sent"), engagement.day or engagement.end)]
    texts += [(text(feedback.get(name)), feedback.get("sent"), engagement.end) for name in TEXTS]
    seen, unseen = [], False
    for written, sent, otherwise in texts:
        # What was never sent, nobody read.
        if written is None or denied(sent):
            continue
        counts_from = sent if isinstance(sent, date) else otherwise
        if counts_from and counts_from <= folder.as_of:
            seen.append(written)
        else:
            unseen = True
    found = set().union(*(unexpanded(written, folder.charter.expand) for written in seen))
    allowed = clause.parameters.get("unexpanded", 0)
    if seen:
        if len(found) > allowed:
            return not_kept("jargon")
        return kept("plain language")
    if engagement.end is None:
        return no_evidence("no date")
    if not engagement.is_over:
        return still_to_come("no text yet", engagement.end)
    return no_evidence("texts sent later" if unseen else "no text")


# Places


def accessible_venue(clause: Clause, engagement: Engagement, folder: Folder) -> Judgement:
    if engagement.is_open_kind:
        return does_not_apply(ANOTHER_KIND)
    if engagement.day is None:
        return no_evidence("no date")
    if not engagement.has_begun:
        return still_to_come("can still be arranged", engagement.day)
    mode = engagement.part("venue").get("mode")
    in_person, online = clause.parameters["in_person"], clause.parameters["online"]
    readings = {
        "in-person": [in_person], "online": [online], "hybrid": [[*in_person, *online]],
        None: [in_person, online, [*in_person, *online]],
    }[mode]  # fmt: skip
    answers = [access(clause, engagement, points) for points in readings]
    if len({answer.verdict for answer in answers}) == 1:
        return answers[0]
    return no_evidence("mode decides")


def access(clause: Clause, engagement: Engagement, points: list[str]) -> Judgement:
    answers = engagement.part("venue").get("access") or {}
    reason = text(answers.get("why_not"))
    if "needs_asked" in points and answers.get("needs_asked") is False:
        return not_kept("nobody was asked what they need")
    if any(answers.get(point) is False for point in points) and not reason:
        return not_kept("a no without a reason")
    if any(answers.get(point) is None for point in points):
        if clause.silence_counts:
            return not_kept("silence counts")
        return no_evidence("not every point answered")
    return kept(
        "a no with its reason" if any(answers.get(point) is False for point in points) else "every point answered"
    )
