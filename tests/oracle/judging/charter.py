"""What a charter asks for: the repository's own, with what a folder's charter changes in it."""

from datetime import date
from functools import lru_cache
from pathlib import Path

import yaml

BUILT_IN = Path(__file__).resolve().parents[3] / "charter.yaml"
ORGANISATION, FORUM, BOTH = "organisation", "forum", "both"


@lru_cache(maxsize=1)
def built_in() -> dict:
    return yaml.safe_load(BUILT_IN.read_text("utf-8"))


def duration(text: str) -> tuple[int, str]:
    """`14 clear days` as a number and its unit."""
    count, unit = text.split(" ", 1)
    return int(count), unit


def months(text: str) -> int:
    return int(text.split(" ", 1)[0])


def merged(written: dict, own: dict) -> dict:
    """A clause as an area names it in part: its rule keeps what it inherits and what still fits."""
    all_of_it = written | own
    rule = own.get("rule") or {}
    if rule and rule.keys() == (written.get("rule") or {}).keys() and "ladder-claim" not in rule:
        ((name, parameters),) = rule.items()
        all_of_it["rule"] = {name: laid_over(written["rule"][name], parameters)}
    return all_of_it


def laid_over(kept: dict, own: dict) -> dict:
    if "standard" in own:
        kept = {step: value for step, value in kept.items() if step in own or fits(step, value, own["standard"], kept)}
    both = {key: laid_over(kept[key], value) for key, value in own.items() if isinstance(value, dict) and key in kept}
    return kept | own | both


def fits(step: str, value: object, standard: str, beside: dict) -> bool:
    """A floor above another standard, or a ceiling below it, would be none."""
    if step not in ("at_least", "at_most", "aim"):
        return True
    (count, unit), (other, other_unit) = duration(value), duration(standard)
    if unit != other_unit or count == other:
        return True
    should_be_more = step == "at_most" or (step == "aim" and "at_most" not in beside)
    return (count > other) == should_be_more


class Clause:
    def __init__(self, written: dict):
        self.id, self.of, self.severity = written["id"], written["of"], written["severity"]
        self.silence_counts = written.get("silence") == "not-kept"
        self.explainable = written.get("explainable", True) is not False
        self.begins: date | None = (written.get("in_force") or {}).get("from")
        self.parameters = next(iter((written.get("rule") or {"none": {}}).values()))

    def standard(self, name: str = "standard", of: dict | None = None) -> tuple[int, str] | None:
        written = (self.parameters if of is None else of).get(name)
        return duration(written) if written else None


class Charter:
    def __init__(self, own: dict):
        base = built_in()
        self.parties = own.get("parties") or base["parties"]
        self.review = own.get("review") or base["review"]
        self.ladder = own.get("ladder") or base["ladder"]
        self.expand = (own.get("plain_language") or base["plain_language"])["expand"]
        self.calendar = base["calendar"] | own["calendar"]
        changes = {clause["id"]: clause for clause in own.get("clauses", [])}
        self.clauses = {written["id"]: Clause(merged(written, changes.get(written["id"], {}))) for written in base["clauses"]}
        self.names: dict[str, str] = {}
        for party, about in self.parties.items():
            for name in (party, about["name"], *about.get("also_known_as", [])):
                self.names[name.casefold()] = party

    def side(self, name: str) -> str:
        return self.parties[self.names[name.casefold()]]["side"]

    def parties_of(self, side: str) -> list[str]:
        return [party for party, about in self.parties.items() if side in (BOTH, about["side"])]

    def bound_from(self, side: str) -> date | None:
        """From the earliest signature of the side; from the beginning while one of them is unknown."""
        days = [self.parties[party].get("signed") for party in self.parties_of(side)]
        return None if None in days else min(days)

    def clause_from(self, clause: Clause) -> date | None:
        """The first day on which the clause is in force, if there was a time before."""
        days = [day for day in (self.bound_from(clause.of), clause.begins) if day]
        return max(days) if days else None

    @property
    def school_day(self) -> dict[str, str]:
        return self.calendar["school_day"]
