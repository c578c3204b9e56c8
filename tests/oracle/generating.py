"""Invents engagement records and writes them as people would.

The draws lean towards the days on which counting goes wrong: around the limits
of a standard, Christmas, Easter, the ends of term and the as-of day. Records
that contradict themselves are left out, because a program answers those with a
diagnostic and not with a verdict. So are combinations on which the written
readings do not say which of two answers comes first; each is named where it is
avoided.
"""

from datetime import date, timedelta
from pathlib import Path
from random import Random

import yaml

PER_FILE = 100
FIRST_DAY, LAST_DAY = date(2024, 6, 3), date(2026, 12, 18)


def terms(*spans: str) -> list[dict]:
    ends = [span.split("/") for span in spans]
    return [{"first": date.fromisoformat(a), "last": date.fromisoformat(b)} for a, b in ends]


# Invented dates: the schools differ, as neighbours do, so that one is shut while the other is open.
NORTH = terms(
    "2024-09-03/2024-10-18", "2024-10-28/2024-12-20", "2025-01-06/2025-02-14",
    "2025-02-24/2025-04-04", "2025-04-22/2025-05-23", "2025-06-02/2025-07-21",
    "2025-09-02/2025-10-17", "2025-10-27/2025-12-19", "2026-01-05/2026-02-13",
    "2026-02-23/2026-03-27", "2026-04-13/2026-05-22", "2026-06-01/2026-07-20",
)  # fmt: skip
SOUTH = terms(
    "2024-09-05/2024-10-25", "2024-11-05/2024-12-19", "2025-01-07/2025-02-14",
    "2025-02-25/2025-04-11", "2025-04-28/2025-05-22", "2025-06-03/2025-07-23",
    "2025-09-04/2025-10-24", "2025-11-04/2025-12-18", "2026-01-06/2026-02-06",
    "2026-02-16/2026-04-01", "2026-04-20/2026-05-21", "2026-06-02/2026-07-22",
)  # fmt: skip
NORTH_INSET = [date(2024, 11, 22), date(2025, 6, 18), date(2025, 11, 21), date(2026, 2, 13), date(2026, 6, 15)]
SOUTH_INSET = [date(2025, 1, 31), date(2025, 6, 27), date(2025, 11, 28), date(2026, 1, 30), date(2026, 3, 6)]

CHARTER = {
    "extends": "built-in",
    "title": "Oracle area",
    "parties": {
        "council": {"name": "Oracle Council", "side": "organisation"},
        "forum": {"name": "Oracle Forum", "side": "forum"},
    },
    "calendar": {
        "closed_days": [date(2025, 12, 24), date(2026, 12, 24)],
        "schools": {
            "north": {"terms": NORTH, "inset": NORTH_INSET},
            "south": {"terms": SOUTH, "inset": SOUTH_INSET},
        },
    },
}

KINDS = {"meeting": 28, "workshop": 18, "event": 12, "forum-meeting": 12, "survey": 14, "consultation": 16}
TOPICS = ["Short breaks", "Transport", "Preparing for adulthood", "Speech and language", "Local offer", "Play"]
AUDIENCES = {
    ("parents",): 34, ("cyp",): 15, ("parents", "cyp"): 18, ("parents", "staff"): 6,
    ("cyp", "staff"): 4, ("staff",): 6, None: 17,
}  # fmt: skip
ORGANISERS = {
    ("council",): 43, ("council", "forum"): 24, ("forum",): 5, ("Oracle Council",): 6,
    ("Oracle Forum",): 2, ("Oracle Council", "forum"): 5, None: 11,
}  # fmt: skip
SCHOOLS = {None: 45, ("north",): 24, ("south",): 21, ("north", "south"): 10}
# Minutes either side of a window's edge, with and without 15 minutes of travel.
EDGES = ["07:45", "08:00", "08:15", "08:30", "08:45", "09:29", "09:30", "09:44", "09:45", "09:46", "14:30", "14:45",
         "15:14", "15:15", "15:30", "15:59", "16:00", "16:14", "16:15", "16:16", "18:29", "18:30", "18:31", "19:00"]  # fmt: skip
END_EDGES = ["08:00", "08:01", "08:15", "08:31", "08:45", "14:29", "14:30", "14:31", "14:35", "14:40", "14:44", "14:45",
             "14:46", "16:00"]  # fmt: skip
# With no end, these starts touch a window by the way home alone, and the readings do not
# say whether an event of no length at all would count.
TOUCHING_STARTS = ("08:00", "08:30", "14:30")


def days(count: int) -> timedelta:
    return timedelta(days=count)


class Generator:
    def __init__(self, seed: int, as_of: date, bank_holidays: frozenset[date]):
        self.random = Random(seed)
        self.as_of = as_of
        self.bank_holidays = sorted(day for day in bank_holidays if FIRST_DAY <= day <= LAST_DAY)
        every_term = NORTH + SOUTH
        self.term_days = [term[end] for term in every_term for end in ("first", "last")] + NORTH_INSET + SOUTH_INSET

    def records(self, count: int) -> list[dict]:
        return [self.record(number) for number in range(1, count + 1)]

    def record(self, number: int) -> dict:
        kind = self.weighted(KINDS)
        topic = self.random.choice(TOPICS)
        record = {"id": f"oracle-{number:04}", "title": f"{topic}, {kind} {number}", "kind": kind}
        scope = self.weighted({None: 40, "strategic": 55, "individual": 5})
        put(record, "scope", scope)
        if self.chance(0.3):
            record["project"] = topic.lower().replace(" ", "-")
        put(record, "organisers", self.weighted(ORGANISERS))
        if kind in ("survey", "consultation"):
            return self.open_engagement(record)
        return self.dated_engagement(record)

    def dated_engagement(self, record: dict) -> dict:
        day = None if self.chance(0.04) else self.day()
        self.status(record, day)
        if day is None:
            if self.chance(0.3):
                record["date"] = None
        else:
            record["date"] = day
            self.times(record)
            if record.get("status") == "postponed" and self.chance(0.6) or self.chance(0.2):
                self.move(record)
        audience = self.weighted(AUDIENCES)
        # Without a date, "staff only" and "no date" would compete for the reason.
        put(record, "audience", ("parents",) if day is None and audience == ("staff",) else audience)
        put(record, "notice", self.notice(day))
        if "moved_from" in record:
            self.notice_before_move(record)
        put(record, "papers", self.papers(day))
        put(record, "timing", self.timing(record))
        put(record, "venue", self.venue())
        put(record, "feedback", self.feedback(record["kind"], day))
        return record

    def open_engagement(self, record: dict) -> dict:
        opens, closes = self.span()
        self.status(record, closes)
        missing = self.weighted({None: 91, "opens": 4, "closes": 4, "both": 1})
        if missing not in ("opens", "both"):
            record["opens"] = opens
        if missing not in ("closes", "both"):
            record["closes"] = closes
        # Without both days, an audience that holidays do not concern would compete with them for the reason.
        put(record, "audience", ("parents",) if missing else self.weighted(AUDIENCES))
        put(record, "timing", self.timing(record))
        if self.chance(0.3):
            record["notice"] = {"sent": opens - days(self.random.randint(0, 20)), "channel": "newsletter"}
        put(record, "feedback", self.feedback(record["kind"], record.get("closes")))
        return record

    # Days

    def day(self) -> date:
        how = self.weighted({"any": 34, "near as-of": 28, "christmas": 13, "bank holiday": 11, "term": 14})
        if how == "any":
            day = FIRST_DAY + days(self.random.randint(0, (LAST_DAY - FIRST_DAY).days))
        elif how == "near as-of":
            day = self.as_of + days(self.random.randint(-32, 40))
        elif how == "christmas":
            day = date(self.random.choice([2024, 2025, 2026]), 12, 14) + days(self.random.randint(0, 35))
        elif how == "bank holiday":
            day = self.random.choice(self.bank_holidays) + days(self.random.randint(-2, 18))
        else:
            day = self.random.choice(self.term_days) + days(self.random.randint(-3, 3))
        if day.weekday() >= 5 and self.chance(0.6):
            day += days(7 - day.weekday())
        return day

    def span(self) -> tuple[date, date]:
        length = self.random.choice([13, 14, 15, 28, 41, 42, 43, 56, 84, self.random.randint(7, 100)])
        how = self.weighted({"any": 36, "holiday edge": 46, "near as-of": 18})
        if how == "holiday edge":
            # About as many days of term as of holiday, so that "more than half" is tried from both sides.
            edge = self.random.choice(self.term_days)
            length = self.random.choice([13, 14, 15, 16, 21, 28, 42])
            opens = edge - days(length // 2 + self.random.randint(-5, 5))
        elif how == "near as-of":
            opens = self.as_of - days(length + self.random.randint(-20, 20))
        else:
            opens = FIRST_DAY + days(self.random.randint(0, (LAST_DAY - FIRST_DAY).days))
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
            notice["sent"] = (told or notice["sent"]) - days(self.random.randint(0, 25))

    def one_move(self, day: date) -> dict:
        old = day + days(self.random.choice([-28, -21, -14, -7, -6, -3, -1, 2, 7, 14, 21]))
        move = {"date": old}
        told = min(day - days(self.lead()), old)
        if self.chance(0.7):
            move["told"] = told
        elif self.chance(0.4):
            move["told"] = None
        return move

    def lead(self) -> int:
        return self.random.choice([0, 1, 5, 6, 7, 8, 9, 12, 13, 14, 15, 16, 17, 21, *(self.random.randint(0, 45) for _ in range(4))])

    # What is recorded

    def notice(self, day: date | None) -> dict | None:
        how = self.weighted({"sent": 66, "none": 8, "undated": 6, "channel": 6, "blank": 4, "absent": 10})
        if how == "absent" or (how == "sent" and day is None):
            return None
        notice = {"channel": self.random.choice(["email", "newsletter", "website"])}
        if how == "sent":
            sent = day - days(self.lead())
            if sent > self.as_of and self.chance(0.5):
                return None
            notice = {"sent": sent} | notice
        elif how != "channel":
            written = {"none": "none", "undated": self.undated(), "blank": None}[how]
            notice = {"sent": written} | notice
        if self.chance(0.4):
            notice["purpose"] = "What families would change first, and what cannot change."
        return notice

    def papers(self, day: date | None) -> dict | None:
        how = self.weighted({"sent": 60, "none": 8, "undated": 6, "none_needed": 8, "formats": 5, "absent": 13})
        if how == "undated":
            return {"sent": self.undated()}
        if how == "none":
            return {"sent": "none"}
        if how == "formats":
            return {"formats": ["easy-read"]}
        # Without a date, "none needed" and "no date" would compete for the reason.
        if how == "absent" or day is None:
            return None
        if how == "none_needed":
            return {"none_needed": "ideas session"}
        if self.chance(0.06):
            return {"sent": day + days(self.random.randint(1, 5))}
        sent = day - days(self.random.choice([0, 1, 4, 5, 6, 7, 8, 9, 10, 12, 13, 14, 15, 16, 17, 20, 24]))
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
        quarter = self.random.randint(7 * 4, 20 * 4) * 15
        start = self.random.choice(EDGES) if self.chance(0.45) else clock(quarter)
        if how == "no end":
            if self.chance(0.4):
                # Between the windows, where the missing end decides.
                start = clock(self.random.randint(10 * 4, 14 * 4 + 1) * 15)
            if start in TOUCHING_STARTS:
                start = clock(int(start[:2]) * 60 + int(start[3:]) + 5)
            record["start"] = start
            if self.chance(0.3):
                record["end"] = None
            return
        begins = int(start[:2]) * 60 + int(start[3:])
        later = [edge for edge in END_EDGES if edge > start]
        length = self.random.choice([20, 30, 45, 60, 60, 75, 90, 120, 150, 180])
        record["start"] = start
        record["end"] = self.random.choice(later) if later and self.chance(0.5) else clock(begins + length)

    def timing(self, record: dict) -> dict | None:
        timing = {}
        put(timing, "schools", self.weighted(SCHOOLS))
        how = self.weighted({None: 80, "considered": 11, "alternative": 6, "blank": 3})
        if how == "blank":
            timing["considered"] = None
        elif how:
            timing[how] = "asked the forum first" if how == "considered" else "repeated in the evening"
        if record["kind"] not in ("survey", "consultation") and "cyp" in (record.get("audience") or ["cyp"]):
            put(timing, "hosted_in_school", self.weighted({None: 60, True: 24, False: 16}))
        return timing or None

    def venue(self) -> dict | None:
        mode = self.weighted({"in-person": 38, "online": 25, "hybrid": 14, None: 25})
        if mode is None:
            return {"name": "Oracle Hall"} if self.chance(0.4) else None
        return {"mode": mode, "name": "Oracle Hall"} if mode != "online" else {"mode": mode}

    def feedback(self, kind: str, start: date | None) -> dict | None:
        how = self.weighted({"sent": 58, "none": 9, "undated": 8, "described": 9, "absent": 16})
        if how == "undated":
            return {"sent": self.undated()}
        # Without a date, a day of sending and "no date" would compete for the verdict.
        if how == "absent" or (how == "sent" and start is None):
            return None
        if how == "none":
            return {"sent": "none"}
        said = {"you_said": "Saturdays matter most.", "we_did": "Two Saturday clubs from June."}
        if how == "described":
            return said
        sent = start + days(self.feedback_lag(kind))
        if sent > self.as_of and self.chance(0.5):
            return None
        return {"sent": sent, "channel": "email"} | (said if self.chance(0.5) else {})

    def feedback_lag(self, kind: str) -> int:
        if kind == "consultation":
            return self.random.choice([0, 40, 83, 84, 85, 120, 167, 168, 169, self.random.randint(0, 200)])
        near = [18, 19, 20, 21, 22, 38, 39, 40, 41, 42] if kind == "survey" else [8, 9, 10, 11, 12, 18, 19, 20, 21, 22]
        working_days = self.random.choice([0, 1, 4, *near, self.random.randint(0, 45)])
        return max(0, working_days * 7 // 5 + self.random.randint(-1, 3))

    def undated(self) -> bool | str:
        """That something was done, on a day that nobody wrote down."""
        return self.random.choice([True, "sent", "shared at the meeting"])

    # Draws

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def weighted(self, weights: dict):
        return self.random.choices(list(weights), list(weights.values()))[0]


def put(record: dict, name: str, value):
    """Adds the field unless the draw said to leave it out."""
    if value is not None:
        record[name] = list(value) if isinstance(value, tuple) else value


def clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


class PlainDumper(yaml.SafeDumper):
    """Writes times, yes and no, and blanks unquoted, as a person does."""

    def ignore_aliases(self, data) -> bool:
        return True

    def represent_mapping(self, tag, mapping, flow_style=None) -> yaml.MappingNode:
        node = super().represent_mapping(tag, mapping, flow_style)
        if any(value is None for _, value in mapping.items()):
            # Between braces a blank would need a tag, and nobody writes that.
            node.flow_style = False
        return node


def plain_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    # YAML 1.1 takes 10:30 for a number and would quote it. Giving the tag that
    # the plain form resolves to keeps it bare; readers of today take it as text.
    is_time = len(text) == 5 and text[2] == ":"
    tag = dumper.resolve(yaml.ScalarNode, text, (True, False)) if is_time else "tag:yaml.org,2002:str"
    return dumper.represent_scalar(tag, text)


PlainDumper.add_representer(str, plain_text)
PlainDumper.add_representer(
    bool, lambda dumper, value: dumper.represent_scalar("tag:yaml.org,2002:bool", "yes" if value else "no")
)
PlainDumper.add_representer(
    type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", "")
)


def as_yaml(data: dict) -> str:
    return yaml.dump(data, Dumper=PlainDumper, sort_keys=False, default_flow_style=None, width=1000)


def write(folder: Path, records: list[dict]):
    """Writes the charter and the records; a used folder is refused, because old records would be judged too."""
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise SystemExit(f"{folder} is not empty")
    (folder / "charter.yaml").write_text(as_yaml(CHARTER), encoding="utf-8")
    for first in range(0, len(records), PER_FILE):
        text = "---\n".join(as_yaml(record) for record in records[first : first + PER_FILE])
        (folder / f"records-{first // PER_FILE + 1:03}.yaml").write_text(text, encoding="utf-8")
