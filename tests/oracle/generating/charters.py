"""The charter of a folder: the built-in one with invented parties and schools, and often other parameters."""

from datetime import date, timedelta

from .draws import Draws, days


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
TERM_DAYS = [t[end] for t in NORTH + SOUTH for end in ("first", "last")] + NORTH_INSET + SOUTH_INSET

SCHOOL_DAY = {"drop_off": "08:30-09:00", "pick_up": "14:30-15:30", "lessons": "09:00-14:45",
              "preferred": "10:00-14:00", "evening": "18:00-21:00"}  # fmt: skip

COUNCIL = {"name": "Oracle Council", "side": "organisation"}
BOARD = {"name": "Oracle Health Board", "side": "organisation", "also_known_as": ["OHB"]}
FORUM = {"name": "Oracle Forum", "side": "forum", "also_known_as": ["Oracle Parents"]}
YOUTH = {"name": "Oracle Carers", "side": "forum"}

# Whole rules with other parameters, for each clause that has some.
RULES = {
    "O1a": [{"forum-involved": {"reps": reps}} for reps in (1, 3)],
    "O1c": [{"areas-covered": {"areas": ["development", "needs"]}}, {"areas-covered": {"areas": ["decisions"]}}],
    "O3": [{"named-contact": {"gap": "5 working days"}}, {"named-contact": {"gap": "28 days"}}],
    "O4a1": [
        {"notice": {"standard": "10 clear working days", "at_least": "5 clear working days"}},
        {"notice": {"standard": "21 clear days"}},
        {"notice": {"aim": "28 clear days", "standard": "10 days", "at_least": "3 days"}},
    ],
    "O4a1s": [
        {"open-long-enough": {"standard": "28 days", "at_least": "21 days"}},
        {"open-long-enough": {"standard": "12 weeks"}},
    ],
    "O4a2": [{"purpose-explained": {"words": 1}}, {"purpose-explained": {"words": 5}}],
    "O4a3": [
        {"papers": {"standard": "7 clear days", "at_least": "3 clear days"}},
        {"papers": {"standard": "10 working days"}},
    ],
    "O4b": [
        {"school-times": {"parents_avoid": ["lessons", "holidays"], "children_avoid": ["holidays"]}},
        {"school-times": {"parents_avoid": ["pick_up"], "children_avoid": ["lessons", "drop_off"], "travel": "30 minutes"}},
    ],
    "O4c": [{"accessible-venue": {"in_person": ["step_free", "quiet_space"], "online": ["joining_help"]}}],
    "O4d1": [{"complaint-answered": {"standard": "10 working days"}}, {"complaint-answered": {"standard": "28 days"}}],
    "O4d2": [{"jargon-avoided": {"unexpanded": 1}}],
    "O4e2": [
        {"feedback-in-time": {"standard": "14 days", "at_most": "28 days"}},
        {"feedback-in-time": {"standard": "15 working days", "consultation": {"standard": "8 weeks", "at_most": "12 weeks"}}},
    ],
    "O5": [
        {"early-involvement": {"standard": "56 clear days", "at_least": "14 clear days"}},
        {"early-involvement": {"standard": "20 clear working days"}},
    ],
    "O7": [{"forum-promoted": {"every": every}} for every in ("term", "year")],
    "O8": [{"request-met": {"by": "forum", "to": "organisation", "notice": "10 working days"}}],
    "W1": [
        {"request-answered": {"standard": "5 working days", "at_most": "10 working days"}},
        {"request-answered": {"standard": "14 days"}},
    ],
    "W3a": [
        {"wider-input": {"standard": "10 working days", "at_least": "5 working days"}},
        {"wider-input": {"standard": "7 days", "kinds": ["meeting", "event"]}},
    ],
    "W3b": [
        {"forum-feedback": {"standard": "10 working days", "at_most": "20 working days"}},
        {"forum-feedback": {"standard": "28 days", "kinds": ["workshop", "forum-meeting"]}},
    ],
    "W4": [{"joint-events": {"every": every}} for every in ("quarter", "year")],
    "W5": [{"conduct-reviewed": {"every": "6 months", "documents": ["code of conduct"]}}],
    "G3": [{"more-coproductive": {"fewest": 1}}, {"more-coproductive": {"from": "consultation", "fewest": 2}}],
    "L1": [{"ladder-claim": {"information": [], "participation": ["parents", "before-options-fixed"], "coproduction": ["decided-jointly"]}}],
}  # fmt: skip
# What silence may be made to mean.
SILENCE = ("O1b", "O1c", "O2a", "O2b", "O4a1", "O4a3", "O4c", "O4d1", "O4e1", "O5s", "O6b", "O7", "W1", "W2", "W3a",
           "W3b", "O8", "G1", "G2", "L1")  # fmt: skip
# Clauses that cannot be explained unless a charter says so.
LASTING = ("O1a", "O1c", "O3", "O4a2", "O4d1", "O4d2", "O4e1", "O4e3", "O6b", "W5", "G1", "G5", "L1")
# Clauses of which a change of weight or of force is tried.
ANY = ("O1a", "O2a", "O4a1", "O4a3", "O4b", "O4e1", "O4e2", "O5", "O7", "O8", "W1", "W3b", "G5")


class CharterDraws(Draws):
    def charter(self, as_of: date) -> dict:
        charter = {
            "extends": "built-in",
            "title": "Oracle area",
            "parties": self.parties(as_of),
            "calendar": {
                "closed_days": [date(2025, 12, 24), date(2026, 12, 24)],
                "schools": {
                    "north": {"terms": NORTH, "inset": NORTH_INSET},
                    "south": {"terms": SOUTH, "inset": SOUTH_INSET},
                },
            },
        }
        if self.chance(0.12):
            charter["calendar"]["bank_holidays"] = self.choice(["scotland", "northern-ireland"])
        if self.chance(0.12):
            charter["calendar"]["school_day"] = SCHOOL_DAY
        if self.chance(0.12):
            charter["plain_language"] = {"expand": ["EHCP", "CYP"], "allow": ["SEND"]}
        if self.chance(0.6):
            charter["review"] = {"every": self.choice(["12 months", "12 months", "6 months"])}
            if self.chance(0.7):
                charter["review"]["last"] = self.year_edge(as_of)
        if self.chance(0.7):
            charter["clauses"] = self.clauses(as_of)
        return charter

    def year_edge(self, as_of: date) -> date:
        return as_of - days(self.choice([364, 365, 366, 182, 181, 183, 20, 400, 730]) + self.number(-1, 1))

    def parties(self, as_of: date) -> dict:
        how = self.weighted({"two": 60, "two organisations": 20, "two forums": 10, "four": 10})
        parties = {"council": COUNCIL, "forum": FORUM}
        if how in ("two organisations", "four"):
            parties["board"] = BOARD
        if how in ("two forums", "four"):
            parties["carers"] = YOUTH
        usual = self.weighted({None: 45, "signed": 55})
        return {name: dict(about) | self.signature(as_of, usual) for name, about in parties.items()}

    def signature(self, as_of: date, usual: str | None) -> dict:
        if not (usual if self.chance(0.9) else not usual):
            return {}
        back = self.choice([*(0, 1, -1, 364, 365, 366, 729, 730, 731), *(self.number(-30, 900) for _ in range(5))])
        signed = {"signed": as_of - days(back)}
        return signed | {"signed_by": "director"} if self.chance(0.5) else signed

    def clauses(self, as_of: date) -> list[dict]:
        changed: dict[str, dict] = {}

        def change(id: str, **what):
            changed.setdefault(id, {"id": id}).update(what)

        for id in self.random.sample(sorted(RULES), self.number(1, 8)):
            change(id, rule=self.choice(RULES[id]))
        if self.chance(0.4):
            # Five claims in each of two years are more than most folders hold.
            change("G3", rule=self.choice(RULES["G3"]))
        if self.chance(0.5):
            for id in self.random.sample(SILENCE, self.number(1, 5)):
                change(id, silence=self.choice(["not-kept", "no-evidence"]))
        if self.chance(0.25):
            for id in self.random.sample(ANY, 2):
                change(id, severity=self.choice(["breach", "concern", "advice"]))
        if self.chance(0.3):
            for id in self.random.sample(LASTING, 3):
                change(id, explainable=True)
        if self.chance(0.2):
            change(self.choice(ANY), in_force={"from": as_of - timedelta(self.number(-5, 200))})
        return list(changed.values())
