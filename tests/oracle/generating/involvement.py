"""Who was involved in an invented engagement, and what people were told of it."""

from datetime import date

from .draws import Draws, days, put

COUNTS = {None: 45, 0: 10, 1: 6, 2: 8, 3: 5, 12: 8, "<5": 6, "5-9": 6, "10+": 6}


class InvolvementDraws(Draws):
    as_of: date

    def involve(self, record: dict):
        day = record.get("opens") or record.get("date")
        end = record.get("closes") or record.get("last_day") or record.get("date")
        put(record, "attendance", self.attendance())
        put(record, "forum", self.forum(day, end))
        put(record, "service_parents", self.weighted({None: 62, "no": 18, "yes": 16, "TBC": 4}))
        if "service_parents" in record:
            answer = {"no": False, "yes": True, "TBC": "TBC"}[record["service_parents"]]
            record["service_parents"] = answer if answer is False else {"involved": answer}
        put(record, "cyp", self.children(record))
        put(record, "scope_for_change", self.weighted({None: 60, "in": 22, "none": 18}))
        if "scope_for_change" in record:
            record["scope_for_change"] = (
                {"in": ["hours"], "out": ["total budget"]} if record["scope_for_change"] == "in" else {"in": "none"}
            )
        put(record, "expectations", self.expectations())
        put(
            record,
            "ladder",
            self.weighted({None: 45, "information": 8, "consultation": 15, "participation": 16, "coproduction": 16}),
        )
        if "ladder" in record or self.chance(0.1):
            if end and self.chance(0.6):
                record["options_fixed"] = end + days(self.choice([-1, 0, 1, 2, 40]))
            put(record, "decided_jointly", self.weighted({None: 30, True: 50, False: 20}))
        put(record, "wider_input", self.wider_input(day))
        if self.chance(0.45):
            record["reach"] = {}
            put(record["reach"], "invited", self.weighted({None: 40, 240: 40, "10+": 10, 0: 10}))
            put(record["reach"], "responded", self.weighted({None: 40, 37: 40, "<5": 10, 0: 10}))
            if not record["reach"]:
                record["reach"]["not_reached"] = "families new to the area"
        put(record, "forum_feedback", self.forum_feedback(end))
        put(record, "experience", self.experience(end))
        put(record, "promoted_forum", self.weighted({None: 60, "no": 25, "yes": 15}))
        if "promoted_forum" in record:
            record["promoted_forum"] = (
                {"done": True, "where": "newsletter"} if record["promoted_forum"] == "yes" else False
            )

    def attendance(self) -> dict | None:
        if self.chance(0.4):
            return None
        attendance = {}
        for group in ("forum_reps", "parents", "cyp", "staff", "total"):
            put(attendance, group, self.weighted(COUNTS))
        return attendance or None

    def forum(self, day: date | None, end: date | None):
        how = self.weighted({None: 40, "no": 12, "none": 6, "undated": 8, "dated": 34})
        if how in (None, "no"):
            return False if how else None
        if how == "none":
            return {"invited": "none"}
        if how == "undated" or day is None:
            return {"invited": self.undated()}
        return {"invited": self.choice([day - days(self.number(0, 40)), (end or day) + days(self.number(-1, 1))])}

    def children(self, record: dict):
        how = self.weighted({None: 45, "no": 14, "yes": 26, "excused": 11, "alternative": 4})
        if how in (None, "no"):
            return False if how else None
        if how == "excused":
            return {"not_appropriate": self.choice(["about pensions only", "too close to their loss", "none"]),
                    "alternative": "their school council was told"}  # fmt: skip
        if how == "alternative":
            return {"alternative": "their school council was told"}
        cyp = {"involved": True, "method": "photo diaries"}
        put(cyp, "facilitation", self.weighted({None: 30, "youth worker": 50, "none": 20}))
        return cyp

    def expectations(self) -> dict | None:
        if self.chance(0.55):
            return None
        expectations = {}
        put(expectations, "commitment_asked", self.weighted({None: 30, "two evenings": 50, "none": 20}))
        put(expectations, "recognition", self.weighted({None: 30, "expenses paid": 50, "none": 20}))
        return expectations or None

    def wider_input(self, day: date | None):
        how = self.weighted({None: 40, "none": 6, "opened none": 6, "undated": 6, "dated": 36, "channel": 6})
        if how == "none":
            return "none"
        if how == "opened none":
            return {"opened": "none"}
        if how == "undated":
            return {"opened": self.undated()}
        if how == "dated" and day:
            return {"opened": day - days(self.choice([1, 4, 5, 6, 7, 8, 9, 10, 13, 14, 15, 16, 30]))}
        return {"channel": "newsletter"} if how == "channel" else None

    def forum_feedback(self, end: date | None):
        how = self.weighted({None: 40, "none": 8, "undated": 8, "dated": 38, "before": 6})
        if how == "none":
            return "none"
        if how == "undated":
            return {"sent": self.undated()}
        if how is None or end is None:
            return None
        lag = -1 if how == "before" else self.choice([0, 10, 13, 14, 15, 26, 27, 28, 29, 30, 31, 32, 35])
        return {"sent": end + days(lag)}

    def experience(self, end: date | None) -> dict | None:
        if self.chance(0.75):
            return None
        experience = {"complaint": self.chance(0.85)}
        how = self.weighted({None: 35, "none": 20, "undated": 10, "dated": 35})
        if experience["complaint"] and how:
            written = {"none": "none", "undated": self.undated(), "dated": None}[how]
            if how == "dated" and end:
                written = end + days(self.choice([0, 13, 14, 15, 27, 28, 29, 30, 31, 45]))
            put(experience, "responded", written)
        return experience
