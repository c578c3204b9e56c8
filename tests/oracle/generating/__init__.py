"""Invents whole folders: a charter, an as-of day, and records of every type."""

from dataclasses import dataclass
from datetime import date, timedelta

from .charters import CharterDraws
from .draws import Draws
from .engagements import EngagementDraws
from .others import OtherDraws
from .writing import as_yaml

PROJECTS = ["short-breaks", "transport", "play"]
# What a record may give away, and what only looks like it.
REMARKS = {
    "": 80, "# ask about J877200024001\n": 3, "# ask about A877200024001\n": 3, "# surname: Example\n": 4,
    "# NHS number 999 000 0018\n": 4, "# call 07700 900461\n": 3,
}  # fmt: skip


@dataclass
class Invented:
    number: int
    as_of: date
    charter: dict
    records: list[dict]
    files: dict[str, str]

    @property
    def all_files(self) -> dict[str, str]:
        return {"charter.yaml": as_yaml(self.charter)} | self.files


def as_of_day(draws: Draws) -> date:
    how = draws.weighted({"any": 50, "end": 25, "new year": 15, "leap": 10})
    if how == "end":
        return date(draws.choice([2025, 2026]), draws.choice([4, 5, 7, 9, 10]), 1) - timedelta(draws.number(0, 2))
    if how == "new year":
        return date(draws.choice([2025, 2026]), 12, 30) + timedelta(draws.number(0, 3))
    if how == "leap":
        return date(draws.choice([2024, 2025, 2026]), 2, 27) + timedelta(draws.number(0, 3))
    return date(2025, 1, 15) + timedelta(draws.number(0, 560))


def invent(seed: int, number: int, as_of: date | None = None) -> Invented:
    """A folder of its own for every seed and number."""
    charters = CharterDraws(seed, number)
    as_of = as_of or as_of_day(charters)
    charter = charters.charter(as_of)
    others = OtherDraws(seed, number, as_of, charter, PROJECTS)
    records = [others.decision(n) for n in range(others.weighted({0: 25, 1: 35, 2: 25, 3: 15}))]
    anchors = turning_days(charter, records, as_of)
    engagements = EngagementDraws(seed, number + 1_000_000, as_of, charter, PROJECTS, anchors)
    records += [engagements.engagement(n) for n in range(others.weighted({0: 2, 1: 8, 3: 20, 5: 30, 8: 25, 12: 15}))]
    records += [others.request(n) for n in range(others.number(0, 3))]
    records += others.contacts() + others.conduct()
    records += others.explanations(records)
    if not records:
        records = [others.request(0)]
    return Invented(number, as_of, charter, records, files_of(others, records))


def turning_days(charter: dict, decisions: list[dict], as_of: date) -> list[date]:
    """Days about which a verdict turns."""
    signed = [party["signed"] for party in charter["parties"].values() if "signed" in party]
    decided = [decision[name] for decision in decisions for name in ("decided", "options_fixed") if name in decision]
    early = [day - timedelta(29) for day in decided]
    quarters = [date(as_of.year, month, 1) for month in (1, 4, 5, 7, 9, 10) if date(as_of.year, month, 1) <= as_of]
    return [
        as_of,
        as_of - timedelta(365),
        as_of - timedelta(365),
        as_of - timedelta(730),
        *signed,
        *decided,
        *early,
        *quarters,
    ]


def files_of(draws: Draws, records: list[dict]) -> dict[str, str]:
    """The records in one to three files, some with a remark on top."""
    files: dict[str, list[dict]] = {}
    names = ["records/log.yaml", "records/more.yaml", "forum/records.yaml"][: draws.number(1, 3)]
    for record in records:
        files.setdefault(draws.choice(names), []).append(record)
    return {
        path: draws.weighted(REMARKS) + "---\n".join(as_yaml(record) for record in own) for path, own in files.items()
    }
