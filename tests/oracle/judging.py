"""Judges the date clauses a second time, from the written readings alone.

Nothing here is taken from the program under test: an error would have to be
made twice, in two languages, to stay unseen.
"""

from dataclasses import dataclass
from datetime import date, timedelta

import holidays

CLAUSES = ("O4a1", "O4a1s", "O4a3", "O4b", "O4e1", "O4e2")
KEPT, NOT_KEPT, NO_EVIDENCE = "kept", "not-kept", "no-evidence"
STILL_TO_COME, DOES_NOT_APPLY = "still-to-come", "does-not-apply"
VERDICTS = (KEPT, NOT_KEPT, NO_EVIDENCE, STILL_TO_COME, DOES_NOT_APPLY)

# A survey or consultation is open for a span of days; every other kind is on one day.
OPEN_KINDS = ("survey", "consultation")
# The feedback standard of a kind: unit, standard, ceiling.
FEEDBACK = {"survey": ("working days", 20, 40), "consultation": ("days", 84, 168)}
FEEDBACK_OTHERWISE = ("working days", 10, 20)

DROP_OFF, PICK_UP = (8 * 60 + 15, 9 * 60 + 30), (14 * 60 + 45, 16 * 60)
LESSONS = (8 * 60 + 45, 15 * 60 + 15)
EVENING, MIDNIGHT, TRAVEL = 18 * 60 + 30, 24 * 60, 15
OPEN, CLOSED, UNKNOWN = "open", "closed", "unknown"


@dataclass(frozen=True)
class Judgement:
    """One verdict; a None is something that the readings do not settle and nobody compares."""

    verdict: str
    reason: str
    measured: tuple[int, str] | None = None
    due: date | None = None
    severity: str | None = None


def days(count: int) -> timedelta:
    return timedelta(days=count)


class Calendar:
    """Working days and school days of the charter, with bank holidays from outside this project."""

    def __init__(self, closed_days: list[date], schools: dict):
        self.bank_holidays = frozenset(
            holidays.country_holidays("GB", subdiv="ENG", years=range(2022, 2030))
        )
        self.closed_days = frozenset(closed_days)
        self.schools = schools

    def is_working(self, day: date) -> bool:
        return day.weekday() < 5 and day not in self.bank_holidays and day not in self.closed_days

    def nth_working_day_after(self, day: date, count: int) -> date:
        while count:
            day += days(1)
            count -= self.is_working(day)
        return day

    def working_days_begun(self, event: date, day: date) -> int:
        """The smallest n whose n-th working day after the event is not before the day."""
        count, reached = 0, event
        while reached < day:
            count, reached = count + 1, self.nth_working_day_after(reached, 1)
        return count

    def clear_working_days(self, sent: date, event: date) -> int:
        between = range(1, (event - sent).days)
        return sum(self.is_working(sent + days(n)) for n in between)

    def last_day_to_send(self, event: date, clear_working_days: int) -> date:
        """The latest day that still leaves the lead, found by trying; it may be a Sunday."""
        day = event
        while self.clear_working_days(day, event) < clear_working_days:
            day -= days(1)
        return day

    def school_day(self, school: str, day: date) -> str:
        """Whether the school is open on this Monday to Friday, where its dates reach that far."""
        terms = self.schools[school]["terms"]
        if day in self.bank_holidays:
            return CLOSED
        if day < terms[0]["first"] or day > terms[-1]["last"]:
            return UNKNOWN
        in_term = any(term["first"] <= day <= term["last"] for term in terms)
        return OPEN if in_term and day not in self.schools[school]["inset"] else CLOSED


class Judge:
    def __init__(self, charter: dict, as_of: date):
        self.as_of = as_of
        self.calendar = Calendar(charter["calendar"]["closed_days"], charter["calendar"]["schools"])
        self.sides = {}
        for party, about in charter["parties"].items():
            self.sides[party] = self.sides[about["name"]] = about["side"]

    def judge(self, record: dict) -> dict[str, Judgement]:
        gate = self.out_of_scope(record)
        if gate:
            return {clause: Judgement(DOES_NOT_APPLY, gate) for clause in CLAUSES}
        if record["kind"] in OPEN_KINDS:
            other_kind = Judgement(DOES_NOT_APPLY, "another kind of engagement")
            own = {"O4a1": other_kind, "O4a1s": self.open_long_enough(record), "O4a3": other_kind}
            own["O4b"] = self.consultation_times(record)
        else:
            own = {"O4a1": self.notice(record), "O4a3": self.papers(record)}
            own["O4a1s"] = Judgement(DOES_NOT_APPLY, "another kind of engagement")
            own["O4b"] = self.meeting_times(record)
        own["O4e1"], own["O4e2"] = self.feedback_given(record), self.feedback_in_time(record)
        return own

    def out_of_scope(self, record: dict) -> str | None:
        status = record.get("status")
        if status == "cancelled":
            return "cancelled"
        if status == "postponed" and not record.get("moved_from"):
            return "postponed with no new date"
        if record.get("scope") == "individual":
            return "individual"
        organisers = record.get("organisers")
        if not organisers and record.get("kind") == "forum-meeting":
            return "by the forum alone"
        if organisers and all(self.sides[name] == "forum" for name in organisers):
            return "by the forum alone"
        return None

    # What was visible at the end of the as-of day.

    def seen(self, value) -> date | None:
        """A date that had come by the as-of day; `none`, a blank and a later date are not seen."""
        return value if isinstance(value, date) and value <= self.as_of else None

    def event(self, record: dict) -> tuple[date | None, list[dict]]:
        """The event's date as known on the as-of day, and the moves that people knew of by then."""
        day, moves = record.get("date"), list(record.get("moved_from") or [])
        while moves and moves[-1].get("told") and moves[-1]["told"] > self.as_of:
            day = moves.pop()["date"]
        return day, moves

    def feedback_start(self, record: dict) -> date | None:
        return record.get("closes") if record["kind"] in OPEN_KINDS else self.event(record)[0]

    # O4a1, O4a3, O4a1s

    def notice(self, record: dict) -> Judgement:
        event, moves = self.event(record)
        if event is None:
            return Judgement(NO_EVIDENCE, "no date")
        last, floor = event - days(14 + 1), event - days(7 + 1)
        written = (record.get("notice") or {}).get("sent")
        sent = self.seen(written)
        told = moves[-1].get("told") if moves else None

        def measure(clock: date, reason: str) -> Judgement:
            measured = (max(0, (event - clock).days - 1), "clear days")
            if clock <= last:
                return Judgement(KEPT, reason, measured, last)
            severity = "concern" if clock <= floor else "breach"
            return Judgement(NOT_KEPT, f"{reason}, {severity}", measured, last, severity)

        if sent is None:
            if self.as_of <= last and not undated(written):
                return Judgement(STILL_TO_COME, "notice can still be sent", due=last)
            if written == "none":
                return Judgement(NOT_KEPT, "sent: none")
            if told and told > last:
                return measure(told, "told too late, notice not recorded")
            if undated(written):
                return Judgement(NO_EVIDENCE, "notice on some day")
            return Judgement(NO_EVIDENCE, "told in time, notice not recorded" if told else "notice not recorded")
        if moves and told is None:
            # The clock cannot have started before the notice, so lateness is already certain.
            if sent > last:
                return measure(sent, "moved, told not recorded, notice late")
            return Judgement(NO_EVIDENCE, "moved, told not recorded")
        if moves:
            return measure(max(sent, told), "moved, clock at told" if told > sent else "moved, clock at notice")
        return measure(sent, "notice measured")

    def papers(self, record: dict) -> Judgement:
        event, _ = self.event(record)
        papers = record.get("papers") or {}
        if event is None:
            return Judgement(NO_EVIDENCE, "no date")
        if papers.get("none_needed"):
            return Judgement(DOES_NOT_APPLY, "no papers needed")
        if undated(papers.get("sent")):
            return Judgement(NO_EVIDENCE, "papers on some day")
        last = self.calendar.last_day_to_send(event, 5)
        sent = self.seen(papers.get("sent"))
        if sent is None:
            if self.as_of <= last:
                return Judgement(STILL_TO_COME, "papers can still be sent", due=last)
            if papers.get("sent") == "none":
                return Judgement(NOT_KEPT, "sent: none")
            return Judgement(NO_EVIDENCE, "papers not recorded")
        lead = self.calendar.clear_working_days(sent, event)
        measured = (lead, "clear working days")
        if sent > event:
            return Judgement(NOT_KEPT, "papers after the event", measured, severity="breach")
        if lead >= 5:
            return Judgement(KEPT, "aim kept" if lead >= 10 else "standard kept, aim missed", measured)
        severity = "concern" if lead >= 3 else "breach"
        return Judgement(NOT_KEPT, f"papers late, {severity}", measured, severity=severity)

    def open_long_enough(self, record: dict) -> Judgement:
        opens, closes = record.get("opens"), record.get("closes")
        if opens is None or closes is None:
            return Judgement(NO_EVIDENCE, "opens or closes missing")
        if self.as_of < closes:
            return Judgement(STILL_TO_COME, "still open or to come", due=closes)
        measured = ((closes - opens).days + 1, "days")
        if measured[0] >= 42:
            return Judgement(KEPT, "open long enough", measured)
        severity = "advice" if measured[0] >= 14 else "breach"
        return Judgement(NOT_KEPT, f"open too short, {severity}", measured, severity=severity)

    # O4e1, O4e2

    def feedback_days(self, record: dict, start: date) -> tuple[date, date]:
        """The last day of the standard and the last day of the ceiling."""
        unit, standard, ceiling = FEEDBACK.get(record["kind"], FEEDBACK_OTHERWISE)
        if unit == "days":
            return start + days(standard), start + days(ceiling)
        after = self.calendar.nth_working_day_after
        return after(start, standard), after(start, ceiling)

    def feedback_given(self, record: dict) -> Judgement:
        start = self.feedback_start(record)
        if start is None:
            return Judgement(NO_EVIDENCE, "no date")
        feedback = record.get("feedback") or {}
        due, _ = self.feedback_days(record, start)
        if self.seen(feedback.get("sent")):
            return Judgement(KEPT, "feedback sent")
        # An undated outcome counts from the event.
        if undated(feedback.get("sent")) and self.as_of >= start:
            return Judgement(KEPT, "feedback on some day")
        if self.as_of <= due:
            return Judgement(STILL_TO_COME, "feedback can still come in time", due=due)
        if feedback and feedback.get("sent") is None:
            return Judgement(NO_EVIDENCE, "feedback described, day not recorded")
        if feedback.get("sent") == "none":
            return Judgement(NOT_KEPT, "sent: none", severity="breach")
        reason = "feedback only after the as-of day" if feedback else "no feedback recorded"
        return Judgement(NOT_KEPT, reason, severity="breach")

    def feedback_in_time(self, record: dict) -> Judgement:
        start = self.feedback_start(record)
        if start is None:
            return Judgement(NO_EVIDENCE, "no date")
        due, ceiling = self.feedback_days(record, start)
        feedback = record.get("feedback") or {}
        sent = self.seen(feedback.get("sent"))
        if undated(feedback.get("sent")) and self.as_of >= start:
            return Judgement(NO_EVIDENCE, "feedback on some day")
        if sent is None:
            if self.as_of <= due:
                return Judgement(STILL_TO_COME, "feedback can still come in time", due=due)
            if feedback and feedback.get("sent") is None:
                return Judgement(NO_EVIDENCE, "feedback described, day not recorded")
            return Judgement(DOES_NOT_APPLY, "nothing sent, see O4e1")
        unit, _, _ = FEEDBACK.get(record["kind"], FEEDBACK_OTHERWISE)
        elapsed = (sent - start).days if unit == "days" else self.calendar.working_days_begun(start, sent)
        if sent <= due:
            return Judgement(KEPT, f"in time, {unit}", (elapsed, unit), due)
        severity = "concern" if sent <= ceiling else "breach"
        return Judgement(NOT_KEPT, f"late, {unit}, {severity}", (elapsed, unit), due, severity)

    # O4b

    def meeting_times(self, record: dict) -> Judgement:
        event, _ = self.event(record)
        if record.get("audience") == ["staff"]:
            return Judgement(DOES_NOT_APPLY, "staff only")
        if event is None:
            return Judgement(NO_EVIDENCE, "no date")
        start, end = minutes(record.get("start")), minutes(record.get("end"))
        if start is None:
            verdict = self.without_start(record, event)
        else:
            verdict = self.with_start(record, event, start, end)
        if self.as_of < event:
            return Judgement(STILL_TO_COME, f"still to come: {verdict.reason}", due=event)
        return verdict

    def without_start(self, record: dict, event: date) -> Judgement:
        """No start is harmless only where no start at all could clash."""
        for start in range(0, EVENING, 5):
            for world in self.worlds(record, start, None):
                if self.clashes(record, event, *world):
                    if considered(record):
                        return Judgement(KEPT, "doubt considered")
                    return Judgement(NO_EVIDENCE, "start missing on a day where it matters")
        return Judgement(KEPT, "start missing on a day where it does not matter")

    def with_start(self, record: dict, event: date, start: int, end: int | None) -> Judgement:
        answers = {self.clashes(record, event, *world) for world in self.worlds(record, start, end)}
        if answers == {False}:
            if event.weekday() >= 5:
                return Judgement(KEPT, "weekend")
            return Judgement(KEPT, "evening" if start >= EVENING else "no clash")
        if considered(record):
            return Judgement(KEPT, "clash considered" if answers == {True} else "doubt considered")
        if answers == {True}:
            return Judgement(NOT_KEPT, "clash", severity="concern")
        missing = [
            ("end", end is None),
            ("mode", mode(record) is None),
            ("audience", record.get("audience") is None),
            ("term dates", any(self.calendar.school_day(s, event) == UNKNOWN for s in self.schools_of(record))),
        ]
        return Judgement(NO_EVIDENCE, "in doubt: " + ", ".join(word for word, is_so in missing if is_so))

    def worlds(self, record: dict, start: int, end: int | None):
        """Every reading that the record leaves open; a verdict stands when all of them agree."""
        # A longer event only ever overlaps more, so the shortest and the longest end stand for all.
        ends = [end] if end is not None else [start + 1, MIDNIGHT]
        travels = {None: [0, TRAVEL], "online": [0]}.get(mode(record), [TRAVEL])
        audiences = [record["audience"]] if record.get("audience") else [["parents"], ["cyp"]]
        for last in ends:
            for travel in travels:
                for audience in audiences:
                    for unknown in (OPEN, CLOSED):
                        yield start, last, travel, audience, unknown

    def clashes(self, record, event, start, end, travel, audience, unknown) -> bool:
        if event.weekday() >= 5 or start >= EVENING:
            return False
        span = (start - travel, end + travel)
        days_of = [self.calendar.school_day(school, event) for school in self.schools_of(record)]
        days_of = [unknown if day == UNKNOWN else day for day in days_of]
        if "parents" in audience:
            if CLOSED in days_of:
                return True
            if OPEN in days_of and (overlap(span, DROP_OFF) or overlap(span, PICK_UP)):
                return True
        hosted = (record.get("timing") or {}).get("hosted_in_school") is True
        return "cyp" in audience and not hosted and OPEN in days_of and overlap(span, LESSONS)

    def schools_of(self, record: dict) -> list[str]:
        return (record.get("timing") or {}).get("schools") or list(self.calendar.schools)

    def consultation_times(self, record: dict) -> Judgement:
        opens, closes, audience = record.get("opens"), record.get("closes"), record.get("audience")
        if audience == ["staff"]:
            return Judgement(DOES_NOT_APPLY, "staff only")
        verdict = self.consultation_share(record, opens, closes, audience)
        if closes and self.as_of < closes:
            return Judgement(STILL_TO_COME, f"still open: {verdict.reason}", due=closes)
        return verdict

    def consultation_share(self, record, opens, closes, audience) -> Judgement:
        if opens is None or closes is None:
            return Judgement(NO_EVIDENCE, "opens or closes missing")
        if audience and "parents" not in audience:
            return Judgement(KEPT, "no parents asked")
        answers = {self.mostly_holidays(record, opens, closes, unknown) for unknown in (OPEN, CLOSED)}
        in_doubt = len(answers) == 2
        if audience is None:
            # Children are not asked to avoid holidays, so that reading is always kept.
            answers.add(False)
        if answers == {False}:
            return Judgement(KEPT, "mostly term time")
        if considered(record):
            return Judgement(KEPT, "holidays considered" if answers == {True} else "holiday doubt considered")
        if answers == {True}:
            return Judgement(NOT_KEPT, "mostly holidays", severity="concern")
        return Judgement(NO_EVIDENCE, "span in doubt: " + ("term dates" if in_doubt else "audience"))

    def mostly_holidays(self, record: dict, opens: date, closes: date, unknown: str) -> bool:
        span = [opens + days(n) for n in range((closes - opens).days + 1)]
        weekdays = [day for day in span if day.weekday() < 5]
        for school in self.schools_of(record):
            days_of = [self.calendar.school_day(school, day) for day in weekdays]
            closed = sum(CLOSED == (unknown if day == UNKNOWN else day) for day in days_of)
            if 2 * closed > len(weekdays):
                return True
        return False


def overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Touching is not overlapping."""
    return one[0] < other[1] and other[0] < one[1]


def undated(written) -> bool:
    """Whether something is said to have been done, on a day that is not."""
    return written is True or (isinstance(written, str) and written != "none")


def minutes(time: str | None) -> int | None:
    return None if time is None else int(time[:2]) * 60 + int(time[3:])


def mode(record: dict) -> str | None:
    return (record.get("venue") or {}).get("mode")


def considered(record: dict) -> bool:
    timing = record.get("timing") or {}
    return bool(timing.get("considered") or timing.get("alternative"))
