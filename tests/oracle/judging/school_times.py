"""O4b: whether school times were kept in mind."""

from datetime import date

from .calendar import CLOSED, OPEN, UNKNOWN, days
from .charter import Clause
from .folder import Folder
from .records import Engagement, text
from .verdicts import Judgement, does_not_apply, kept, no_evidence, not_kept, still_to_come

MIDNIGHT = 24 * 60
# Beyond the term dates, no more weekdays in a row than this can be holiday.
LONGEST_HOLIDAY = 30


def minutes(time: str | int) -> int:
    """Minutes since midnight; the reader of YAML here takes a bare 13:00 for a number of them."""
    if isinstance(time, int):
        return time
    return int(time[:2]) * 60 + int(time[3:5])


def overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Touching is not overlapping."""
    return one[0] < other[1] and other[0] < one[1]


def school_times(clause: Clause, engagement: Engagement, folder: Folder) -> Judgement:
    if engagement.audience == ["staff"]:
        return does_not_apply("staff only")
    question = Consultation if engagement.is_open_kind else Meeting
    return question(clause, engagement, folder).judge()


class Question:
    def __init__(self, clause: Clause, engagement: Engagement, folder: Folder):
        self.clause, self.engagement, self.folder = clause, engagement, folder
        self.calendar = folder.calendar
        self.timing = engagement.part("timing")
        self.schools = self.timing.get("schools") or list(self.calendar.schools)

    @property
    def considered(self) -> bool:
        """Considered no later than the event or the opening, as far as anybody knows by the as-of day."""
        if text(self.timing.get("alternative")):
            return True
        on, day = self.timing.get("considered_on"), self.engagement.day
        in_time = on is None or (on <= self.folder.as_of and day is not None and on <= day)
        return bool(text(self.timing.get("considered"))) and in_time


class Meeting(Question):
    def judge(self) -> Judgement:
        event = self.engagement.day
        if event is None:
            return no_evidence("no date")
        start, end = self.engagement.written.get("start"), self.engagement.written.get("end")
        if start is None:
            verdict = self.without_start(event)
        else:
            verdict = self.with_start(event, minutes(start), minutes(end) if end else None)
        if self.folder.as_of < event:
            return still_to_come(f"still to come: {verdict.reason}", event)
        return verdict

    def without_start(self, event: date) -> Judgement:
        """No start is harmless only where no start at all could clash."""
        evening = self.window("evening")[0]
        for start in range(0, evening, 5):
            for world in self.worlds(start, None):
                if self.clashes(event, *world):
                    if self.considered:
                        return kept("doubt considered")
                    return no_evidence("start missing on a day where it matters")
        return kept("start missing on a day where it does not matter")

    def with_start(self, event: date, start: int, end: int | None) -> Judgement:
        answers = {self.clashes(event, *world) for world in self.worlds(start, end)}
        if answers == {False}:
            if event.weekday() >= 5:
                return kept("weekend")
            return kept("evening" if start >= self.window("evening")[0] else "no clash")
        if self.considered:
            return kept("clash considered" if answers == {True} else "doubt considered")
        if answers == {True}:
            return not_kept("clash")
        missing = [
            ("end", end is None),
            ("mode", self.mode is None),
            ("audience", self.engagement.audience is None),
            ("term dates", any(self.calendar.school_day(s, event) == UNKNOWN for s in self.schools)),
        ]
        return no_evidence("in doubt: " + ", ".join(word for word, is_so in missing if is_so))

    @property
    def mode(self) -> str | None:
        return self.engagement.part("venue").get("mode")

    def window(self, name: str) -> tuple[int, int]:
        first, last = self.folder.charter.school_day[name].split("-")
        return minutes(first), minutes(last)

    def worlds(self, start: int, end: int | None):
        """Every reading that the record leaves open; a verdict stands when all of them agree."""
        # A longer event only ever overlaps more, so the shortest and the longest end stand for all.
        ends = [end] if end is not None else [start + 1, MIDNIGHT]
        way = int(self.clause.parameters.get("travel", "0 minutes").split()[0])
        travels = {None: [0, way], "online": [0]}.get(self.mode, [way])
        audiences = [self.engagement.audience] if self.engagement.audience else [["parents"], ["cyp"]]
        for last in ends:
            for travel in travels:
                for audience in audiences:
                    for unknown in (OPEN, CLOSED):
                        yield start, last, travel, audience, unknown

    def clashes(self, event: date, start, end, travel, audience, unknown) -> bool:
        if event.weekday() >= 5 or start >= self.window("evening")[0]:
            return False
        span = (start - travel, end + travel)
        schools = [self.calendar.school_day(school, event) for school in self.schools]
        schools = [unknown if school == UNKNOWN else school for school in schools]
        hosted = self.timing.get("hosted_in_school") is True

        def is_in(avoided: list[str], at_school: bool) -> bool:
            if "holidays" in avoided and CLOSED in schools:
                return True
            times = [name for name in avoided if name != "holidays" and not (at_school and name == "lessons")]
            return OPEN in schools and any(overlap(span, self.window(name)) for name in times)

        parents, children = self.clause.parameters["parents_avoid"], self.clause.parameters["children_avoid"]
        return ("parents" in audience and is_in(parents, False)) or ("cyp" in audience and is_in(children, hosted))


class Consultation(Question):
    def judge(self) -> Judgement:
        opens, closes = self.engagement.day, self.engagement.end
        verdict = self.share(opens, closes)
        latest = closes or opens
        if latest and self.folder.as_of < latest:
            return still_to_come(f"still open: {verdict.reason}", closes)
        return verdict

    def share(self, opens: date | None, closes: date | None) -> Judgement:
        audience = self.engagement.audience
        if closes is None:
            # It may still be open, so that nothing is settled yet.
            return no_evidence("closes missing")
        if audience and not self.avoid_holidays(audience):
            return kept("nobody asked who minds holidays")
        if opens is None:
            return kept("doubt considered") if self.considered else no_evidence("opens missing")
        answers = {self.mostly_holidays(opens, closes, unknown) for unknown in (OPEN, CLOSED)}
        in_doubt = len(answers) == 2
        if audience is None:
            # Children need not be asked to avoid holidays, so that reading may always be kept.
            answers = {answer and self.avoid_holidays(who) for answer in answers for who in (["parents"], ["cyp"])}
        if answers == {False}:
            return kept("mostly term time")
        if self.considered:
            return kept("holidays considered" if answers == {True} else "holiday doubt considered")
        if answers == {True}:
            return not_kept("mostly holidays")
        return no_evidence("span in doubt: " + ("term dates" if in_doubt else "audience"))

    def avoid_holidays(self, audience: list[str]) -> bool:
        parameters = self.clause.parameters
        return any(
            group in audience and "holidays" in parameters[avoided]
            for group, avoided in (("parents", "parents_avoid"), ("cyp", "children_avoid"))
        )

    def mostly_holidays(self, opens: date, closes: date, unknown: str) -> bool:
        """School by school; what no term dates reach is all open, or closed for as long as can be."""
        span = [opens + days(n) for n in range((closes - opens).days + 1)]
        weekdays = [day for day in span if day.weekday() < 5]
        for school in self.schools:
            closed = run = 0
            for day in weekdays:
                what = self.calendar.school_day(school, day)
                run = run + 1 if what == UNKNOWN else 0
                could_be = unknown if what == UNKNOWN and run <= LONGEST_HOLIDAY else OPEN if what == UNKNOWN else what
                closed += could_be == CLOSED
            if 2 * closed > len(weekdays):
                return True
        return False
