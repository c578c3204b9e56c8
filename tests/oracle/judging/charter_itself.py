"""What holds the charter together: O3, G1, G2, G3, G4, L1 and W3c."""

import re
from datetime import date

from .calendar import days, months_later
from .charter import Clause, months
from .folder import Folder
from .records import Engagement
from .verdicts import Judgement, does_not_apply, kept, no_evidence, not_kept, still_to_come

# The point of contact


def named_contact(clause: Clause, party: str, folder: Folder) -> Judgement:
    """O3: somebody on the day of every record, and nobody for no longer than the standard."""
    record_days = sorted(day for day in every_day(folder) if day <= folder.as_of)
    signed = folder.charter.parties[party].get("signed")
    begins = [day for day in (signed, clause.begins) if day]
    if begins and folder.as_of < max(begins):
        return does_not_apply("before the signature")
    record_days = [day for day in record_days if not begins or day >= max(begins)] or []
    if not record_days:
        return does_not_apply("nothing had happened yet")
    own = [c.written for c in folder.contacts if folder.charter.names[c.written["party"].casefold()] == party]
    spans = [(c["from"], c.get("until") or date.max) for c in own if c["from"] <= folder.as_of]
    if not spans:
        return no_evidence("empty register")
    gaps = gaps_between(spans, record_days[0], folder.as_of)
    count, unit = clause.standard("gap")
    lengths = [length(folder, first, last, unit) for first, last in gaps]
    if gaps and gaps[-1][1] == folder.as_of and lengths[-1] > count:
        return not_kept("nobody at the end, for too long", measured=(lengths[-1], unit))
    if any(one > count for one in lengths):
        return not_kept("nobody for too long", "concern")
    if any(first <= day <= last for first, last in gaps for day in record_days):
        return not_kept("nobody on the day of a record", "concern")
    return kept("somebody all the time")


def length(folder: Folder, first: date, last: date, unit: str) -> int:
    return (last - first).days + 1 if unit == "days" else folder.calendar.working_days(first, last)


def every_day(folder: Folder) -> list[date]:
    """The days of all records but the register itself."""
    found = [engagement.day for engagement in folder.engagements if engagement.counts]
    found += [decision.written.get("decided") for decision in folder.decisions]
    found += [request.written.get("made") for request in folder.requests]
    return [day for day in found if day]


def gaps_between(spans: list[tuple[date, date]], first: date, last: date) -> list[tuple[date, date]]:
    gaps, day = [], first
    for begins, ends in sorted(spans):
        if begins > day:
            gaps.append((day, min(begins - days(1), last)))
        if ends >= last:
            return gaps
        day = max(day, ends + days(1))
    return gaps + [(day, last)]


# Signed, tested, moving up


def signed(clause: Clause, party: str, folder: Folder) -> Judgement:
    day = folder.charter.parties[party].get("signed")
    if day is None:
        return not_kept("silence counts") if clause.silence_counts else no_evidence("no day of signature")
    if day > folder.as_of:
        return still_to_come("signed later", day)
    return kept("signed")


def tested_regularly(clause: Clause, folder: Folder) -> Judgement:
    review = folder.charter.review
    every, last = months(review["every"]), review.get("last")
    begins = folder.charter.clause_from(clause)
    last = last if last and last <= folder.as_of else None
    if last and folder.as_of <= months_later(last, every):
        return kept("reviewed in time")
    if begins and folder.as_of <= (due := months_later(begins, every)):
        return still_to_come("there is still time", due)
    if last:
        return not_kept("review overdue")
    return not_kept("silence counts") if clause.silence_counts else no_evidence("no review recorded")


def more_coproductive(clause: Clause, folder: Folder) -> Judgement:
    ladder = folder.charter.ladder
    high = ladder[ladder.index(clause.parameters.get("from", ladder[-2])) :]
    fewest = clause.parameters.get("fewest", 5)
    claims = [e for e in folder.engagements if e.counts and e.written.get("ladder") and e.day and e.has_begun]
    years = []
    for ago in (0, 1):
        first, last = folder.year(ago)
        rungs = [e.written["ladder"] for e in claims if first <= e.day <= last]
        years.append((sum(rung in high for rung in rungs), len(rungs)))
    (now, all_now), (before, all_before) = years
    begins = folder.charter.clause_from(clause)
    if begins and folder.as_of < (due := months_later(begins, 24) - days(1)):
        return still_to_come("held for less than two years", due)
    if min(all_now, all_before) < fewest:
        return no_evidence("too few claims")
    if now * all_before >= before * all_now:
        return kept("the share is not lower")
    return not_kept("the share is lower")


def strategic_only(clause: Clause, folder: Folder) -> Judgement:
    so_far = [e for e in folder.engagements if e.day is None or e.has_begun]
    if any(engagement.individual for engagement in so_far):
        return not_kept("one family's case")
    return kept("strategic only") if so_far else no_evidence("no engagement yet")


# The ladder


def ladder_claim(clause: Clause, engagement: Engagement, folder: Folder) -> Judgement:
    claim = engagement.written.get("ladder")
    if claim is None:
        return does_not_apply("no claim")
    if engagement.for_children_only:
        return does_not_apply("for children and young people only")
    if engagement.end is None:
        return no_evidence("no date")
    if folder.as_of < engagement.end:
        return still_to_come("before the day is over", engagement.end)
    answers = [NEEDS[need](engagement) for need in clause.parameters.get(claim, [])]
    if False in answers:
        return not_kept("the record says otherwise")
    if None in answers:
        return not_kept("silence counts") if clause.silence_counts else no_evidence("the record is silent")
    return kept("the record shows it" if answers else "taken at its word")


def parents_took_part(engagement: Engagement) -> bool | None:
    if engagement.somebody_came("parents", "forum_reps") or engagement.answer("service_parents", "involved") is True:
        return True
    if engagement.audience is not None and "parents" not in engagement.audience:
        return False
    if engagement.is_open_kind:
        answered = answers_to(engagement)
        return answered if engagement.reached_parents or answered is False else None
    nobody = engagement.nobody_came("parents", "forum_reps") or engagement.nobody_came("total")
    return False if nobody else None


def answers_to(engagement: Engagement) -> bool | None:
    from .records import head_count

    count = head_count(engagement.part("reach").get("responded"))
    return None if count is None else count[0] > 0


def before_options_fixed(engagement: Engagement) -> bool | None:
    fixed = engagement.written.get("options_fixed")
    return None if fixed is None else engagement.end < fixed


def decided_jointly(engagement: Engagement) -> bool | None:
    return engagement.written.get("decided_jointly")


def people_asked(engagement: Engagement) -> bool | None:
    groups = ("parents", "forum_reps", "cyp")
    if engagement.is_open_kind or engagement.somebody_came(*groups) or answers_to(engagement):
        return True
    if engagement.nobody_came("total") or engagement.nobody_came(*groups):
        return False
    total, staff = engagement.came("total"), engagement.came("staff") or (0, 0)
    if total is None:
        return None
    # Where nobody counted the groups apart, whoever is not of the staff was asked.
    return True if total[0] > staff[1] else False if total[1] <= staff[0] else None


NEEDS = {
    "parents": parents_took_part,
    "before-options-fixed": before_options_fixed,
    "decided-jointly": decided_jointly,
    "asked": people_asked,
}

# Confidentiality

UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


def confidential(written: str) -> Judgement:
    """W3c, as far as the invented records go: pupil numbers, fields about a child, and what only looks like either."""
    certain = any(is_pupil_number(found) for found in re.findall(r"\b[A-Z]\d{11}[\dA-Z]\b", written))
    if certain:
        return not_kept("a certain identifier")
    if re.search(r"(?i)\b(surname|pupil name): \w", written):
        return no_evidence("somebody must look")
    return kept("nothing found")


def is_pupil_number(found: str) -> bool:
    values = [UPN_LETTERS.find(letter) if letter.isalpha() else int(letter) for letter in found[1:]]
    total = sum(place * value for place, value in zip(range(2, 14), values))
    return UPN_LETTERS[total % 23] == found[0]
