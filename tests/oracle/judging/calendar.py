"""Counting days: bank holidays come from outside this project, school days from the charter."""

from datetime import date, timedelta
from functools import cache

import holidays

PARTS = {"england-and-wales": "ENG", "scotland": "SCT", "northern-ireland": "NIR"}
OPEN, CLOSED, UNKNOWN = "open", "closed", "unknown"


def days(count: int) -> timedelta:
    return timedelta(days=count)


@cache
def bank_holidays(division: str) -> frozenset[date]:
    return frozenset(holidays.country_holidays("GB", subdiv=PARTS[division], years=range(2020, 2030)))


def months_later(day: date, count: int) -> date:
    """The same day of a later month, or its last day where it is shorter."""
    month = day.month - 1 + count
    year, month = day.year + month // 12, month % 12 + 1
    for number in range(day.day, 27, -1):
        try:
            return date(year, month, number)
        except ValueError:
            continue
    return date(year, month, day.day)


class Calendar:
    """Working days and school days of a charter."""

    def __init__(self, division: str, closed_days: list[date], schools: dict):
        self.bank_holidays = bank_holidays(division)
        self.closed_days = frozenset(closed_days)
        self.schools = schools

    def is_working(self, day: date) -> bool:
        return day.weekday() < 5 and day not in self.bank_holidays and day not in self.closed_days

    def working_days(self, first: date, last: date) -> int:
        """How many of the days from the first to the last, both counted, are working days."""
        return sum(self.is_working(first + days(n)) for n in range((last - first).days + 1))

    # Before an event

    def lead(self, sent: date, event: date, unit: str) -> int:
        """How long before the event something was done, in the unit; never less than nothing."""
        if unit == "days":
            return max(0, (event - sent).days)
        if unit == "weeks":
            return max(0, (event - sent).days // 7)
        if unit == "clear days":
            return max(0, (event - sent).days - 1)
        if unit == "working days":
            return self.working_days(sent + days(1), event)
        return self.working_days(sent + days(1), event - days(1))

    def last_day_before(self, event: date, count: int, unit: str) -> date:
        """The latest day that still leaves so much time, found by trying; it may be a Sunday."""
        day = event
        while self.lead(day, event, unit) < count:
            day -= days(1)
        return day

    # After an event

    def nth_working_day_after(self, day: date, count: int) -> date:
        while count:
            day += days(1)
            count -= self.is_working(day)
        return day

    def last_day_after(self, event: date, count: int, unit: str) -> date:
        if unit in ("days", "weeks"):
            return event + days(count * (7 if unit == "weeks" else 1))
        return self.nth_working_day_after(event, count)

    def lag(self, event: date, done: date, unit: str) -> int:
        """How long after the event; a working day or week that has begun counts as one."""
        if unit in ("days", "weeks"):
            return -((event - done).days // (7 if unit == "weeks" else 1))
        count, reached = 0, event
        while reached < done:
            count, reached = count + 1, self.nth_working_day_after(reached, 1)
        return count

    # School

    def school_day(self, school: str, day: date) -> str:
        """Whether the school is open on this Monday to Friday, where its dates reach that far."""
        terms = self.schools[school]["terms"]
        if day in self.bank_holidays:
            return CLOSED
        if day < terms[0]["first"] or day > terms[-1]["last"]:
            return UNKNOWN
        in_term = any(term["first"] <= day <= term["last"] for term in terms)
        return OPEN if in_term and day not in self.schools[school]["inset"] else CLOSED


@cache
def quarter(day: date) -> tuple[str, date, date]:
    number = (day.month - 1) // 3
    first = date(day.year, 3 * number + 1, 1)
    return f"{day.year}-Q{number + 1}", first, months_later(first, 3) - days(1)


@cache
def term(day: date) -> tuple[str, date, date]:
    """Thirds of a school year, from 1 September, 1 January and 1 May."""
    start = 9 if day.month >= 9 else 5 if day.month >= 5 else 1
    first = date(day.year, start, 1)
    began = day.year if start == 9 else day.year - 1
    name = {9: "autumn", 1: "spring", 5: "summer"}[start]
    return f"{began}-{(began + 1) % 100:02}-{name}", first, months_later(first, 4) - days(1)
