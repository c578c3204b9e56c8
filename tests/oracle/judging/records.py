"""What the records of a folder show at the end of the as-of day, and nothing later."""

from datetime import date

from .charter import FORUM, Charter

OPEN_KINDS = ("survey", "consultation")
PLACEHOLDERS = ("tbc", "n/a", "?", "")
TEXTS = ("you_said", "we_did", "not_possible")


def undated(written) -> bool:
    """Whether something is said to have been done, on a day that is not."""
    return written is True or (isinstance(written, str) and written not in ("none", "no") and not is_unclear(written))


def is_unclear(written) -> bool:
    return isinstance(written, str) and written.casefold() in PLACEHOLDERS


def denied(written) -> bool:
    return written in ("none", False)


def text(written) -> str | None:
    """What somebody wrote, unless it says nothing."""
    if not isinstance(written, str) or is_unclear(written) or written == "none":
        return None
    return written


def head_count(written) -> tuple[int, int] | None:
    """The least and the most that a count can mean; a band means that somebody came."""
    if written is None:
        return None
    if isinstance(written, int):
        return written, written
    if written.startswith("<"):
        return 1, int(written[1:]) - 1
    if written.endswith("+"):
        return int(written[:-1]), 10_000
    least, most = written.split("-")
    return int(least), int(most)


class Record:
    """Any record, seen from the as-of day."""

    def __init__(self, written: dict, as_of: date):
        self.written, self.as_of = written, as_of
        self.id, self.project = written["id"], written.get("project")

    def part(self, name: str) -> dict:
        """A group of fields; a bare answer in its place answers its first question."""
        value = self.written.get(name)
        return value if isinstance(value, dict) else {}

    def answer(self, group: str, field: str):
        """A field of a group, for which a bare `yes`, `no` or `none` may stand in the group's place."""
        value = self.written.get(group)
        return value.get(field) if isinstance(value, dict) else value

    def seen(self, value) -> date | None:
        return value if isinstance(value, date) and value <= self.as_of else None

    def has_come(self, day: date | None) -> bool:
        return day is not None and day <= self.as_of


class Engagement(Record):
    def __init__(self, written: dict, as_of: date, charter: Charter):
        super().__init__(written, as_of)
        self.kind = written["kind"]
        self.is_open_kind = self.kind in OPEN_KINDS
        self.individual = written.get("scope") == "individual"
        self.moves = list(written.get("moved_from") or [])
        if self.is_open_kind:
            self.day, self.end = written.get("opens"), written.get("closes")
        else:
            self.day = written.get("date")
            # A move of which nobody knew yet has not happened.
            while self.moves and self.moves[-1].get("told") and self.moves[-1]["told"] > as_of:
                self.day = self.moves.pop()["date"]
            moved_back = self.day != written.get("date")
            self.end = self.day if moved_back else written.get("last_day") or self.day
        status = written.get("status")
        self.called_off = status == "cancelled" or (status == "postponed" and not written.get("moved_from"))
        self.counts = not self.called_off and not self.individual
        self.find_organisers(charter)

    def find_organisers(self, charter: Charter):
        names = self.written.get("organisers")
        if not names and self.kind == "forum-meeting":
            self.sides = {FORUM}
        else:
            self.sides = {charter.side(name) for name in names or []}
        self.by_forum_alone = self.sides == {FORUM}
        self.by_forum = FORUM in self.sides

    @property
    def has_begun(self) -> bool:
        """Told from the first day on; what has closed has begun, on whatever day it opened."""
        return self.has_come(self.day or self.end)

    @property
    def has_no_day(self) -> bool:
        return self.day is None and self.end is None

    @property
    def is_over(self) -> bool:
        """What came of it counts from its last day on, or once it has closed."""
        return self.has_come(self.end)

    @property
    def audience(self) -> list[str] | None:
        return self.written.get("audience")

    def came(self, group: str) -> tuple[int, int] | None:
        return head_count(self.part("attendance").get(group))

    def somebody_came(self, *groups: str) -> bool:
        return any((self.came(group) or (0, 0))[0] > 0 for group in groups)

    def nobody_came(self, *groups: str) -> bool:
        """Whether each of the groups was counted, and none of them came."""
        return all((self.came(group) or (0, 1))[1] == 0 for group in groups)

    @property
    def for_children_only(self) -> bool:
        audience = self.audience or []
        return "cyp" in audience and "parents" not in audience

    @property
    def reached_parents(self) -> bool | None:
        """Whether parents took part; None where the record leaves it open."""
        involved = self.somebody_came("parents", "forum_reps") or self.answer("service_parents", "involved") is True
        if involved and (self.has_begun or self.has_no_day):
            return True
        if self.audience is not None:
            return "parents" in self.audience
        # A meeting of the forum is one of parents.
        if self.kind == "forum-meeting" or self.seen(self.invited) or undated(self.invited):
            return True
        return None

    @property
    def invited(self):
        return self.answer("forum", "invited")
