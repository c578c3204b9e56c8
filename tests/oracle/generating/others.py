"""Invented decisions, requests, contacts, codes of conduct, and explanations of all of these."""

from datetime import date

from .draws import Draws, days, put

LASTING = ("O4a2", "O4d1", "O4d2", "O4e1", "O4e3", "L1", "O1a", "O6b")
EXPLAINED = ("O1b", "O2a", "O2b", "O4a1", "O4a1s", "O4a3", "O4b", "O4c", "O4e2", "O4e2", "O5", "O5s", "O7", "O8", "W1",
             "W2", "W3a", "W3b", "W4", "G5", *LASTING)  # fmt: skip


# Where a record holds this field, it may fall short of these.
FALLS_SHORT = {
    "notice": ("O4a1",), "papers": ("O4a3",), "start": ("O4b",), "venue": ("O4c",), "closes": ("O4a1s", "O4b"),
    "feedback": ("O4e2", "O4e2", "O4e3"), "wider_input": ("W3a",), "forum_feedback": ("W3b",), "cyp": ("O2a", "O2b"),
    "service_parents": ("O1b",), "scope_for_change": ("O5s",), "reach": ("W2",), "experience": ("O4d1",),
}  # fmt: skip


class OtherDraws(Draws):
    def __init__(self, seed: int, number: int, as_of: date, charter: dict, projects: list[str]):
        super().__init__(seed, -number - 1)
        self.as_of, self.projects = as_of, projects
        self.sides = {party: about["side"] for party, about in charter["parties"].items()}
        self.names = {party: about["name"] for party, about in charter["parties"].items()}

    def party(self, side: str) -> str:
        party = self.choice([name for name, of in self.sides.items() if of == side])
        return self.names[party] if self.chance(0.1) else party

    def decision(self, number: int) -> dict:
        record = {"record": "decision", "id": f"d{number}", "title": f"Contract {number}"}
        if self.chance(0.93):
            record["project"] = self.choice([*self.projects, *self.projects, "nobody-asked"])
        if self.chance(0.94):
            record["decided"] = self.choice([self.near(self.as_of, 1, 1), self.near(self.as_of, 200, 90)])
            if self.chance(0.4):
                record["options_fixed"] = record["decided"] - days(self.choice([0, 1, 10, 28, 29, 40, 90]))
        elif self.chance(0.3):
            record["options_fixed"] = self.near(self.as_of, 60, 30)
        return record

    def request(self, number: int) -> dict:
        sides = self.weighted({("forum", "organisation"): 10, ("organisation", "forum"): 10, ("forum", "forum"): 1})
        record = {"record": "request", "id": f"r{number}", "title": f"Speaker {number}"}
        record["by"], record["to"] = self.party(sides[0]), self.party(sides[1])
        made = self.choice([self.near(self.as_of, 60, 3), self.near(self.as_of, 15, 0), self.near(self.as_of, 400, 0)])
        if self.chance(0.93):
            record["made"] = made
        if self.chance(0.85 if sides[0] == "forum" else 0.3):
            record["for"] = made + days(self.choice([3, 9, 10, 13, 14, 15, 16, 17, 30]))
        how = self.weighted({None: 30, "dated": 45, "none": 12, "undated": 13})
        if how == "dated":
            record["answered"] = made + days(self.choice([0, 6, 7, 8, 13, 14, 15, 16, 17, 18, 30]))
        elif how:
            record["answered"] = "none" if how == "none" else self.undated()
        put(record, "met", self.weighted({None: 30, True: 40, False: 30}))
        return record

    def contacts(self) -> list[dict]:
        found = []
        for party, side in self.sides.items():
            if side != "organisation" or self.chance(0.15):
                continue
            day = self.as_of - days(self.choice([900, 500, self.number(0, 400)]))
            for _ in range(self.number(1, 4)):
                contact = {"record": "contact", "party": party, "post": "participation officer", "from": day}
                last = day + days(self.number(20, 300))
                if self.chance(0.3) or last > self.as_of + days(60):
                    found.append(contact)
                    break
                found.append(contact | {"until": last})
                day = last + days(self.choice([1, 2, 5, 7, 8, 9, 27, 28, 29, 30, 31, 32]))
        for number, contact in enumerate(found):
            contact["id"] = f"c{number}"
        return found

    def conduct(self) -> list[dict]:
        found = []
        for party, side in self.sides.items():
            if side != "forum" and self.chance(0.8):
                continue
            for name in ("code of conduct", "policy guidelines", "Forum Code-of-Conduct"):
                if self.chance(0.65):
                    record = {"record": "conduct", "id": f"k{len(found)}", "party": party, "document": name}
                    if self.chance(0.85):
                        record["link"] = "forum handbook"
                    if self.chance(0.9):
                        back = self.choice([365, 365, 366, 364, 183, 181, 182, 184, self.number(0, 500)])
                        record["reviewed"] = self.as_of - days(back + self.number(-1, 1))
                    found.append(record)
        return found

    # Explanations

    def explanations(self, records: list[dict]) -> list[dict]:
        """Puts explanations into records and beside them; returns those beside them."""
        beside = []
        for record in records:
            kind = record.get("record", "engagement")
            if kind in ("contact", "conduct") or not self.chance(0.55):
                continue
            clauses = list(dict.fromkeys(self.clause_for(kind, record) for _ in range(self.number(1, 4))))
            own = [self.explanation(clause, self.days_of(record)) for clause in clauses]
            if self.chance(0.3):
                beside += [{"record": "explanation", kind: record["id"]} | explanation for explanation in own]
            else:
                record["explanations"] = own
        apart = [("project", project, ("O1b", "O2a", "O5s", "O6b"), 0.35) for project in self.projects]
        apart += [("period", period, ("O7",) if "Q" in period else ("W4",), 0.5) for period in self.periods()]
        apart += [
            ("party", party, ("G1", "O3") if side == "organisation" else ("G1", "W5"), 0.3)
            for party, side in self.sides.items()
        ]
        for kind, name, clauses, share in apart:
            if self.chance(share):
                clause = self.choice(clauses)
                beside.append({"record": "explanation", kind: name} | self.explanation(clause, []))
        for number, explanation in enumerate(beside):
            explanation["id"] = f"x{number}"
        return beside

    def clause_for(self, kind: str, record: dict) -> str:
        """Rather one that the record falls short of than one that it never could."""
        if kind != "engagement":
            return self.choice({"decision": ("O5", "O5", "G5"), "request": ("O8", "W1")}[kind])
        likely = [clause for field, clauses in FALLS_SHORT.items() if field in record for clause in clauses]
        return self.choice(likely if likely and self.chance(0.8) else EXPLAINED)

    def days_of(self, record: dict) -> list[date]:
        found = [record.get(name) for name in ("date", "closes", "opens", "decided", "for", "answered")]
        for group in (record.get("feedback"), record.get("forum_feedback")):
            found.append(group.get("sent") if isinstance(group, dict) else None)
        return [day for day in found if isinstance(day, date)]

    def explanation(self, clause: str, near: list[date]) -> dict:
        day = self.choice([self.as_of, *near, *near])
        agreed_on, until = day - days(self.number(0, 15)), day + days(self.number(0, 40))
        if self.chance(0.3):
            agreed_on, until = self.near(day, 1, 1), self.near(day, 1, 1)
        explanation = {
            "clause": clause,
            "reason": self.choice(["agreed-with-forum", "emergency-closure", "other", "publication-delayed-to"]),
            "because": "The hall was being rebuilt.",
            "agreed_by": self.agreed_by(),
            "agreed_on": agreed_on,
            "instead": "a second session in the evening",
            "until": max(agreed_on, until),
        }
        if self.chance(0.05):
            explanation[self.choice(["because", "instead"])] = "none"
        elif self.chance(0.12):
            del explanation[self.choice(["because", "instead", "until", "agreed_on", "reason"])]
        return explanation

    def agreed_by(self) -> list[dict]:
        both = [
            {"party": self.party("forum"), "role": "chair"},
            {"party": self.party("organisation"), "role": "director"},
        ]
        return both if self.chance(0.85) else [self.choice(both)]

    def periods(self) -> list[str]:
        quarter, third = (
            (self.as_of.month - 1) // 3 + 1,
            "spring" if self.as_of.month < 5 else "summer" if self.as_of.month < 9 else "autumn",
        )
        began = self.as_of.year if third == "autumn" else self.as_of.year - 1
        return [f"{self.as_of.year}-Q{quarter}", f"{began}-{(began + 1) % 100:02}-{third}"]
