#!/usr/bin/env python3
"""Holds the program's table of bank holidays against two tables from elsewhere.

`govuk-bank-holidays` keeps a copy of what GOV.UK publishes, and is asked for that copy alone, without
the network. `holidays` works its days out from the law and from proclamations, so that it shares no
mistake with GOV.UK; it also names the days at weekends for which there are substitute days, and these
are left out, because nobody counts a weekend. Every division is compared for every year that both
tables cover, both ways. The last line is `N passed, M failed`; one check is one division in one year.
"""

import json
import sys
from datetime import date
from pathlib import Path

import govuk_bank_holidays
import holidays

REPOSITORY = Path(__file__).resolve().parents[2]
TABLE = REPOSITORY / "crates" / "working-days" / "src" / "bank-holidays.json"
DIVISIONS = ("england-and-wales", "scotland", "northern-ireland")

# What `holidays` calls the parts of each division.
PARTS = {"england-and-wales": ("ENG", "WLS"), "scotland": ("SCT",), "northern-ireland": ("NIR",)}

# Days in one table alone that are no mistake of ours, by the table they are compared with. One that
# has become the same in both is a failure, so that it is taken out here.
EXPLAINED: dict[str, dict[tuple[str, date], str]] = {
    "govuk-bank-holidays": {
        ("scotland", date(2026, 6, 15)): "proclaimed on 3 February 2026, after the copy of 0.19 was made",
    },
    "holidays": {},
}


def days_of(table: dict, division: str) -> set[date]:
    return {date.fromisoformat(event["date"]) for event in table[division]["events"]}


def by_year(days: set[date]) -> dict[int, set[date]]:
    years: dict[int, set[date]] = {year: set() for year in range(min(days).year, max(days).year + 1)}
    for day in days:
        years[day.year].add(day)
    return years


def published() -> dict:
    """The copy of GOV.UK's file that the package brings along."""
    return json.loads((Path(govuk_bank_holidays.__file__).parent / "bank-holidays.json").read_text("utf-8"))


def worked_out(division: str, years: list[int]) -> dict[int, set[date]]:
    """What `holidays` says; parts of one division that differ would be two divisions."""
    parts = [holidays.UnitedKingdom(subdiv=part, years=years) for part in PARTS[division]]
    days = [{day for day in part if day.year in years and day.weekday() < 5} for part in parts]
    if any(one != days[0] for one in days):
        raise SystemExit(f"the parts of {division} differ in the package holidays")
    return {year: {day for day in days[0] if day.year == year} for year in years}


def compare(source: str, division: str, ours: dict[int, set[date]], theirs: dict[int, set[date]]) -> tuple[int, int]:
    passed = failed = 0
    explained = {day: why for (of, day), why in EXPLAINED[source].items() if of == division}
    for year in sorted(ours.keys() & theirs.keys()):
        odd = ours[year] ^ theirs[year]
        good = True
        for day in sorted(odd | {day for day in explained if day.year == year}):
            where = "the program alone" if day in ours[year] else f"{source} alone"
            if day not in odd:
                print(f"{division} {day:%a %d %b %Y}: both tables agree by now; take its explanation out")
                good = False
            elif day in explained:
                print(f"{division} {day:%a %d %b %Y}: a bank holiday by {where}, explained: {explained[day]}")
            else:
                print(f"{division} {day:%a %d %b %Y}: a bank holiday by {where}")
                good = False
        passed += good
        failed += not good
    if passed + failed == 0:
        raise SystemExit(f"{source} covers no year of {division} that the program covers")
    return passed, failed


def main() -> int:
    own = json.loads(TABLE.read_text("utf-8"))
    theirs = published()
    passed = failed = 0
    for division in DIVISIONS:
        ours = by_year(days_of(own, division))
        tables = {
            "govuk-bank-holidays": by_year(days_of(theirs, division)),
            "holidays": worked_out(division, list(ours)),
        }
        for source, table in tables.items():
            good, bad = compare(source, division, ours, table)
            common = sorted(ours.keys() & table.keys())
            print(f"{division}, {source}: {common[0]} to {common[-1]}, {good} years hold, {bad} do not")
            passed, failed = passed + good, failed + bad
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
