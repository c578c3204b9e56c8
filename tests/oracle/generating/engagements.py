"""Invented engagements.

The draws lean towards the days on which counting goes wrong: around the limits of a standard,
Christmas, Easter, the ends of term, the as-of day, signatures and decisions. Records that contradict
themselves are left out, because a program answers those with a diagnostic and not with a verdict.
"""

from datetime import date

from . import charters
from .draws import clock, days, put
from .involvement import InvolvementDraws

KINDS = {"meeting": 26, "workshop": 22, "event": 12, "forum-meeting": 12, "survey": 14, "consultation": 14}
OPEN_KINDS = ("survey", "consultation")
TOPICS = ["Short breaks", "Transport", "Preparing for adulthood", "Speech and language", "Local offer", "Play"]
AUDIENCES = {
    ("parents",): 34, ("cyp",): 12, ("parents", "cyp"): 18, ("parents", "staff"): 6,
    ("cyp", "staff"): 4, ("staff",): 6, None: 20,
}  # fmt: skip
SCHOOLS = {None: 45, ("north",): 24, ("south",): 21, ("north", "south"): 10}
# Minutes either side of a window's edge, with and without 15 minutes of travel.
EDGES = ["07:45", "08:00", "08:15", "08:30", "08:45", "09:29", "09:30", "09:44", "09:45", "09:46", "14:30", "14:45",
         "15:14", "15:15", "15:30", "15:59", "16:00", "16:14", "16:15", "16:16", "18:29", "18:30", "18:31", "19:00"]  # fmt: skip
END_EDGES = ["08:00", "08:01", "08:15", "08:31", "08:45", "14:29", "14:30", "14:31", "14:35", "14:40", "14:44", "14:45",
             "14:46", "16:00"]  # fmt: skip
# With no end, these starts touch a window by the way home alone, and the readings do not
# say whether an event of no length at all would count.
TOUCHING_STARTS = ("08:00", "08:15", "08:30", "14:30", "14:15")
AREAS = ["development", "decisions", "changes", "feedback", "needs"]
ACCESS = [
    "step_free",
    "accessible_toilet",
    "hearing_loop",
    "parking",
    "captions",
    "quiet_space",
    "joining_help",
    "needs_asked",
]
PURPOSES = [
    "What families would change first, and what cannot change.", "Plan weekend respite", "Weekend respite", "none", "TBC",
    "What an EHCP is for and who writes it.", "What an EHCP (education, health and care plan) says about weekends.",
    "The views of children and young people (CYP) on clubs.", "Ask the SENCO and the ICB about weekend clubs.",
]  # fmt: skip
SAID = {"you_said": "Saturdays matter most.", "we_did": "Two Saturday clubs from June."}
JARGON = {"you_said": "Ask the ICB first.", "we_did": "The special educational needs coordinator (SENCO) will."}
BANK_HOLIDAYS = [
    date(2024, 12, 25), date(2025, 1, 1), date(2025, 4, 18), date(2025, 4, 21), date(2025, 5, 5), date(2025, 5, 26),
    date(2025, 8, 25), date(2025, 12, 25), date(2026, 1, 1), date(2026, 4, 3), date(2026, 4, 6), date(2026, 5, 4),
]  # fmt: skip


class EngagementDraws(InvolvementDraws):
    """Draws one engagement at a time; `anchors` are the days on which something turns."""

    def __init__(self, seed: int, number: int, as_of: date, charter: dict, projects: list[str], anchors: list[date]):
        super().__init__(seed, number)
        self.as_of, self.projects, self.anchors = as_of, projects, anchors
        self.ids = {
            side: [party for party, about in charter["parties"].items() if about["side"] == side]
            for side in ("organisation", "forum")
        }
        self.names = {party: about["name"] for party, about in charter["parties"].items()}

    def engagement(self, number: int) -> dict:
        kind = self.weighted(KINDS)
        topic = self.choice(TOPICS)
        record = {"id": f"e{number}", "title": f"{topic}, {kind} {number}", "kind": kind}
        put(record, "scope", self.weighted({None: 50, "strategic": 46, "individual": 4}))
        if self.chance(0.65):
            record["project"] = self.choice(self.projects)
        put(record, "organisers", self.organisers())
        if self.chance(0.4):
            record["areas"] = self.random.sample(AREAS, self.number(1, 4))
        if kind in OPEN_KINDS:
            self.open_engagement(record)
        else:
            self.dated_engagement(record)
        self.involve(record)
        for group in ("notice", "papers", "feedback", "forum", "service_parents", "forum_feedback"):
            self.write_short(record, group)
        return record

    def write_short(self, record: dict, group: str):
        """A bare answer in place of the group, as people write where there is nothing else to say."""
        fields = record.get(group)
        if isinstance(fields, dict) and len(fields) == 1 and self.chance(0.5):
            ((field, value),) = fields.items()
            if field in ("sent", "invited", "involved") and (value is True or value == "none"):
                record[group] = value

    def organisers(self) -> list[str] | None:
        how = self.weighted({"organisation": 42, "both": 20, "forum": 18, None: 20})
        if how is None:
            return None
        sides = ["organisation", "forum"] if how == "both" else [how]
        chosen = [self.choice(self.ids[side]) for side in sides]
        return [self.names[party] if self.chance(0.2) else party for party in chosen]

    def dated_engagement(self, record: dict):
        day = None if self.chance(0.06) else self.day()
        self.status(record, day)
        if day is None:
            if self.chance(0.3):
                record["date"] = None
        else:
            record["date"] = day
            self.times(record)
            if record.get("status") == "postponed" and self.chance(0.6) or self.chance(0.15):
                self.move(record)
            elif self.chance(0.05):
                record["last_day"] = day + days(self.number(1, 3))
        put(record, "audience", self.weighted(AUDIENCES))
        put(record, "notice", self.notice(day))
        if "moved_from" in record:
            self.notice_before_move(record)
        put(record, "papers", self.papers(day))
        put(record, "timing", self.timing(record))
        put(record, "venue", self.venue())
        put(record, "feedback", self.feedback(record["kind"], record.get("last_day") or day))

    def open_engagement(self, record: dict):
        opens, closes = self.span()
        self.status(record, closes)
        missing = self.weighted({None: 88, "opens": 5, "closes": 5, "both": 2})
        if missing not in ("opens", "both"):
            record["opens"] = opens
        if missing not in ("closes", "both"):
            record["closes"] = closes
        put(record, "audience", self.weighted(AUDIENCES))
        put(record, "timing", self.timing(record))
        if self.chance(0.5):
            record["notice"] = {"channel": "newsletter"}
            if self.chance(0.7):
                record["notice"]["sent"] = opens - days(self.number(0, 20))
            put(record["notice"], "purpose", self.choice([*PURPOSES, None]))
        put(record, "feedback", self.feedback(record["kind"], record.get("closes")))

    # Days

    def day(self) -> date:
        how = self.weighted({"any": 22, "as-of": 24, "anchor": 26, "christmas": 9, "bank holiday": 8, "term": 11})
        if how == "any":
            day = self.near(self.as_of, 420, 90)
        elif how == "as-of":
            day = self.near(self.as_of, 32, 40)
        elif how == "anchor":
            day = self.near(self.choice(self.anchors), 1, 1)
        elif how == "christmas":
            day = date(self.choice([2024, 2025]), 12, 14) + days(self.number(0, 35))
        elif how == "bank holiday":
            day = self.choice(BANK_HOLIDAYS) + days(self.number(-2, 18))
        else:
            day = self.choice(charters.TERM_DAYS) + days(self.number(-3, 3))
        if day.weekday() >= 5 and self.chance(0.5):
            day += days(7 - day.weekday())
        return day

    def span(self) -> tuple[date, date]:
        length = self.choice([13, 14, 15, 20, 21, 27, 28, 41, 42, 43, 83, 84, self.number(7, 100)])
        how = self.weighted({"any": 20, "holiday edge": 25, "as-of": 25, "anchor": 30})
        if how == "holiday edge":
            # About as many days of term as of holiday, so that "more than half" is tried from both sides.
            length = self.choice([13, 14, 15, 16, 21, 28, 42])
            opens = self.choice(charters.TERM_DAYS) - days(length // 2 + self.number(-5, 5))
        elif how == "as-of":
            opens = self.as_of - days(length + self.number(-20, 20))
        elif how == "anchor":
            opens = self.near(self.choice(self.anchors), 1, 1)
            if self.chance(0.4):
                opens -= days(length - 1)
        else:
            opens = self.near(self.as_of, 420, 60)
        return opens, opens + days(length - 1)

    def status(self, record: dict, day: date | None):
        usual, unusual = ("held", "planned") if day and day <= self.as_of else ("planned", "held")
        put(record, "status", self.weighted({usual: 71, None: 11, unusual: 7, "cancelled": 4, "postponed": 7}))

    def move(self, record: dict):
        """One or two moves, each told no later than either of the days it moves between."""
        day = record["date"]
        moves = [self.one_move(day)]
        if self.chance(0.2):
            moves.insert(0, self.one_move(moves[0]["date"]))
            first, last = moves
            if first.get("told") and last.get("told"):
                first["told"] = min(first["told"], last["told"])
            if first.get("told"):
                # Nobody can be told of a first move after the day that the last one settled on.
                first["told"] = min(first["told"], day)
            if first.get("told") and not last.get("told") and first["told"] > self.as_of:
                # A later move of unknown date after one still to come has no settled reading.
                moves.pop(0)
        if record.get("status") == "postponed" and (moves[0].get("told") or self.as_of) > self.as_of:
            # Postponed, with the new date still unknown on the as-of day: no settled reading.
            moves[0]["told"] = min(self.as_of, moves[0]["told"])
        record["moved_from"] = moves

    def notice_before_move(self, record: dict):
        """Often the first notice came before the move, and the day people were told starts the clock."""
        told, notice = record["moved_from"][-1].get("told"), record.get("notice") or {}
        if isinstance(notice.get("sent"), date) and self.chance(0.4):
            notice["sent"] = (told or notice["sent"]) - days(self.number(0, 25))

    def one_move(self, day: date) -> dict:
        old = day + days(self.choice([-28, -21, -14, -7, -6, -3, -1, 2, 7, 14, 21]))
        move = {"date": old}
        told = min(day - days(self.lead()), old)
        if self.chance(0.7):
            move["told"] = told
        elif self.chance(0.4):
            move["told"] = None
        return move

    def lead(self) -> int:
        near = [0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 21, 22, 23, 29]
        return self.choice([*near, *(self.number(0, 45) for _ in range(4))])

    # Before and at a meeting

    def notice(self, day: date | None) -> dict | None:
        how = self.weighted({"sent": 66, "none": 8, "undated": 6, "channel": 6, "blank": 4, "absent": 10})
        if how == "absent" or (how == "sent" and day is None):
            return None
        notice = {"channel": self.choice(["email", "newsletter", "website"])}
        if how == "sent":
            sent = day - days(self.lead())
            if sent > self.as_of and self.chance(0.5):
                return None
            notice = {"sent": sent} | notice
        elif how != "channel":
            written = {"none": "none", "undated": self.undated(), "blank": None}[how]
            notice = {"sent": written} | notice
        if self.chance(0.6):
            notice["purpose"] = self.choice(PURPOSES)
        return notice

    def papers(self, day: date | None) -> dict | None:
        how = self.weighted({"sent": 60, "none": 8, "undated": 6, "none_needed": 8, "formats": 5, "absent": 13})
        if how == "undated":
            return {"sent": self.undated()}
        if how == "none":
            return {"sent": "none"}
        if how == "formats":
            return {"formats": ["easy-read"]}
        if how == "none_needed":
            return {"none_needed": self.choice(["ideas session", "a first exchange", "none"])}
        if how == "absent" or day is None:
            return None
        if self.chance(0.06):
            return {"sent": day + days(self.number(1, 5))}
        sent = day - days(self.choice([0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13, 14, 15, 16, 17, 20, 24]))
        if sent > self.as_of and self.chance(0.5):
            return None
        return {"sent": sent, "formats": ["easy-read"]} if self.chance(0.3) else {"sent": sent}

    def times(self, record: dict):
        how = self.weighted({"both": 78, "no end": 16, "none": 6})
        if how == "none":
            # An end without a start is left out: whether it can settle a clash alone is not written down.
            if self.chance(0.3):
                record["start"] = None
            return
        start = self.choice(EDGES) if self.chance(0.45) else clock(self.number(7 * 4, 20 * 4) * 15)
        if how == "no end":
            if self.chance(0.4):
                # Between the windows, where the missing end decides.
                start = clock(self.number(10 * 4, 14 * 4 + 1) * 15)
            if start in TOUCHING_STARTS:
                start = clock(int(start[:2]) * 60 + int(start[3:]) + 5)
            record["start"] = start
            if self.chance(0.3):
                record["end"] = None
            return
        begins = int(start[:2]) * 60 + int(start[3:])
        later = [edge for edge in END_EDGES if edge > start]
        length = self.choice([20, 30, 45, 60, 60, 75, 90, 120, 150, 180])
        record["start"] = start
        record["end"] = self.choice(later) if later and self.chance(0.5) else clock(begins + length)

    def timing(self, record: dict) -> dict | None:
        timing = {}
        put(timing, "schools", self.weighted(SCHOOLS))
        how = self.weighted({None: 80, "considered": 11, "alternative": 6, "blank": 3})
        day = record.get("opens") or record.get("date")
        if how == "blank":
            timing["considered"] = None
        elif how:
            timing[how] = "asked the forum first" if how == "considered" else "repeated in the evening"
            if self.chance(0.1):
                timing[how] = self.choice(["none", "TBC"])
            if how == "considered" and day and self.chance(0.5):
                timing["considered_on"] = day + days(self.choice([-20, -1, 0, 1, 5]))
        if record["kind"] not in OPEN_KINDS and "cyp" in (record.get("audience") or ["cyp"]):
            put(timing, "hosted_in_school", self.weighted({None: 60, True: 24, False: 16}))
        return timing or None

    def venue(self) -> dict | None:
        mode = self.weighted({"in-person": 38, "online": 25, "hybrid": 14, None: 25})
        venue = {"mode": mode} if mode else {}
        if mode != "online" and self.chance(0.5):
            venue["name"] = "Oracle Hall"
        if self.chance(0.65):
            missing, refused = self.weighted({0: 60, 1: 30, 3: 10}), self.weighted({0: 60, 1: 30, 2: 10})
            points = self.random.sample(ACCESS, len(ACCESS) - missing)
            venue["access"] = {point: index >= refused for index, point in enumerate(points)}
            if refused and self.chance(0.5):
                venue["access"]["why_not"] = self.choice(["it is on order", "the lift is being mended", "none"])
        return venue or None

    def feedback(self, kind: str, start: date | None) -> dict | None:
        how = self.weighted({"sent": 56, "none": 8, "undated": 8, "described": 8, "to": 4, "absent": 16})
        if how == "absent" or (how == "sent" and start is None and self.chance(0.5)):
            return None
        words = self.choice([SAID, SAID, JARGON])
        to = self.weighted({None: 30, ("parents",): 30, ("parents", "cyp"): 30, ("cyp",): 5, ("parents", "staff"): 5})
        feedback = {}
        if how == "sent":
            sent = (start or self.near(self.as_of, 40, 10)) + days(self.feedback_lag(kind))
            if sent > self.as_of and self.chance(0.5):
                return None
            feedback = {"sent": sent, "channel": "email"} | (words if self.chance(0.5) else {})
        elif how == "described":
            feedback = dict(words)
        elif how != "to":
            feedback = {"sent": "none" if how == "none" else self.undated()}
        if how == "to" or (how != "none" and self.chance(0.7)):
            put(feedback, "to", to or (("parents",) if how == "to" else None))
        return feedback

    def feedback_lag(self, kind: str) -> int:
        if kind == "consultation":
            return self.choice([0, 40, 55, 56, 57, 83, 84, 85, 120, 167, 168, 169, self.number(0, 200)])
        if self.chance(0.15):
            return self.choice([13, 14, 15, 27, 28, 29])
        near = [18, 19, 20, 21, 22, 38, 39, 40, 41, 42] if kind == "survey" else [8, 9, 10, 11, 12, 18, 19, 20, 21, 22]
        working_days = self.choice([0, 1, 4, *near, self.number(0, 45)])
        return max(0, working_days * 7 // 5 + self.number(-1, 3))
