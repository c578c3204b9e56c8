#!/usr/bin/env python3
"""Compares the program's verdicts on the date clauses with a second, independent judgement.

It invents engagement records, judges them itself, runs the program over the same
folder and compares the two, record by record. The last line is `N passed, M failed`.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import date
from pathlib import Path

import generating
from judging import CLAUSES, VERDICTS, Calendar, Judge, Judgement

REPOSITORY = Path(__file__).resolve().parents[2]
PROGRAM = REPOSITORY / "target" / "release" / "charter-audit"
SHOWN = 20

# What has to be compared at least once, or agreement would say nothing about it.
MEASURED = ("O4a1", "O4a1s", "O4a3", "O4e2")

# Branches of the readings that a run has to reach, or agreement would say nothing about them.
BRANCHES = {
    "O4a1": [
        "cancelled", "postponed with no new date", "individual", "by the forum alone",
        "another kind of engagement", "no date", "notice can still be sent", "sent: none", "notice on some day",
        "told too late, notice not recorded, concern", "told too late, notice not recorded, breach",
        "told in time, notice not recorded", "notice not recorded", "moved, told not recorded",
        "moved, told not recorded, notice late, concern", "moved, told not recorded, notice late, breach",
        "moved, clock at told", "moved, clock at told, concern", "moved, clock at told, breach",
        "moved, clock at notice", "notice measured", "notice measured, concern", "notice measured, breach",
    ],
    "O4a1s": [
        "opens or closes missing", "still open or to come", "open long enough",
        "open too short, advice", "open too short, breach",
    ],
    "O4a3": [
        "no date", "no papers needed", "papers can still be sent", "sent: none", "papers not recorded",
        "papers after the event", "papers on some day", "aim kept", "standard kept, aim missed", "papers late, concern",
        "papers late, breach",
    ],
    "O4b": [
        "staff only", "no date", "weekend", "evening", "no clash", "clash", "clash considered",
        "doubt considered", "start missing on a day where it matters",
        "start missing on a day where it does not matter", "in doubt: end", "in doubt: mode",
        "in doubt: audience", "in doubt: term dates", "still to come: clash", "still to come: in doubt: end",
        "still to come: start missing on a day where it matters", "no parents asked", "mostly term time",
        "mostly holidays", "holidays considered", "holiday doubt considered", "span in doubt: term dates",
        "span in doubt: audience", "still open: mostly holidays",
        "opens or closes missing",
    ],
    "O4e1": [
        "no date", "feedback sent", "feedback can still come in time", "sent: none", "no feedback recorded",
        "feedback described, day not recorded", "feedback only after the as-of day", "feedback on some day",
    ],
    "O4e2": [
        "in time, working days", "late, working days, concern", "late, working days, breach", "in time, days",
        "late, days, concern", "late, days, breach", "feedback on some day", "feedback can still come in time", "nothing sent, see O4e1",
    ],
}  # fmt: skip

# The vectors worked out by hand in the project's notes on counting days:
# count, event, last day to send with that many clear working days.
LAST_DAYS = [
    (3, "2025-10-20", "2025-10-14"),
    (10, "2025-04-24", "2025-04-07"),
    (10, "2025-01-08", "2024-12-19"),
    (5, "2024-12-30", "2024-12-18"),
    (5, "2022-09-21", "2022-09-12"),
    (5, "2026-05-07", "2026-04-28"),
]
# Count, event, the day that many working days after it.
DAYS_AFTER = [
    (10, "2025-12-15", "2025-12-31"),
    (20, "2025-12-15", "2026-01-15"),
    (10, "2026-03-26", "2026-04-13"),
    (20, "2026-03-26", "2026-04-27"),
]


class Tally:
    """Counts every check once, and keeps what failed in the order it was found."""

    def __init__(self):
        self.passed = 0
        self.failures: list[str] = []

    def check(self, is_so: bool, failure: str):
        if is_so:
            self.passed += 1
        else:
            self.failures.append(failure)

    def finish(self) -> int:
        print(f"{self.passed} passed, {len(self.failures)} failed")
        return 1 if self.failures else 0


def main() -> int:
    options = arguments()
    calendar = Calendar([], {})
    generator = generating.Generator(options.seed, options.as_of, calendar.bank_holidays)
    records = generator.records(options.count)
    judge = Judge(generating.CHARTER, options.as_of)
    expected = {record["id"]: judge.judge(record) for record in records}

    tally = Tally()
    check_vectors(calendar, tally)
    check_reach(expected, tally)
    if options.reasons:
        print_reasons(expected)
    if options.judge_only:
        if options.folder:
            generating.write(options.folder, records)
        print_table(expected, None)
        print_failures(tally.failures, "Checks of the oracle itself")
        return tally.finish()

    # A folder of its own, outside the repository: its ignore rules and its charter must play no part.
    with tempfile.TemporaryDirectory() as place:
        folder = options.folder or Path(place) / "records"
        generating.write(folder, records)
        found = run(options.program, folder, options.as_of, tally)
    comparison = Comparison(records, expected, found)
    print_table(expected, comparison)
    print_failures(tally.failures, "Checks of the oracle and of the run")
    comparison.finish(tally)
    return tally.finish()


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", type=Path, default=PROGRAM, help="default: target/release/charter-audit")
    parser.add_argument("--count", type=int, default=2000, help="number of records (default 2000)")
    parser.add_argument("--seed", type=int, default=1, help="default 1")
    parser.add_argument("--as-of", type=date.fromisoformat, default=date(2026, 2, 12), help="default 2026-02-12")
    parser.add_argument("--folder", type=Path, help="keep the records in this new folder, outside the repository")
    parser.add_argument("--judge-only", action="store_true", help="do not run the program")
    parser.add_argument("--reasons", action="store_true", help="also count what each verdict rested on")
    return parser.parse_args()


def check_vectors(calendar: Calendar, tally: Tally):
    for count, event, last in LAST_DAYS:
        answer = calendar.last_day_to_send(date.fromisoformat(event), count)
        tally.check(str(answer) == last, f"{count} clear working days before {event}: {answer}, by hand {last}")
    for count, event, after in DAYS_AFTER:
        answer = calendar.nth_working_day_after(date.fromisoformat(event), count)
        tally.check(str(answer) == after, f"{count} working days after {event}: {answer}, by hand {after}")


def check_reach(expected: dict, tally: Tally):
    """Agreement about something that never occurred would be empty, so that it occurs is checked too."""
    for clause in CLAUSES:
        verdicts = {judgements[clause].verdict for judgements in expected.values()}
        reasons = {judgements[clause].reason for judgements in expected.values()}
        for verdict in VERDICTS:
            tally.check(verdict in verdicts, f"{clause}: no record reaches the verdict {verdict!r}")
        for branch in BRANCHES[clause]:
            tally.check(branch in reasons, f"{clause}: no record reaches {branch!r}")


def run(program: Path, folder: Path, as_of: date, tally: Tally) -> dict:
    """Runs the program; returns its findings by record and clause, each a list because twice is an error."""
    command = [str(program), "check", str(folder), "--format", "json", "--as-of", as_of.isoformat()]
    found: dict = {}
    try:
        done = subprocess.run(command, capture_output=True, timeout=600, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        tally.check(False, f"the program did not run: {error}")
        return found
    # 2 would mean that the program saw a fault in records that hold none.
    complaint = "\n".join(done.stderr.decode(errors="replace").splitlines()[:SHOWN])
    tally.check(done.returncode in (0, 1), f"exit code {done.returncode}, expected 0 or 1\n{complaint}")
    try:
        findings = json.loads(done.stdout)["findings"]
        for finding in findings:
            if finding["subject"]["kind"] == "engagement" and finding["clause"] in CLAUSES:
                found.setdefault((finding["subject"]["id"], finding["clause"]), []).append(finding)
    except (ValueError, KeyError, TypeError) as error:
        tally.check(False, f"the output could not be read as findings: {error!r}\n{complaint}")
    return found


class Comparison:
    """Every record and clause once: what was compared, and where the two judgements differ."""

    def __init__(self, records: list[dict], expected: dict, found: dict):
        self.records = {record["id"]: record for record in records}
        self.compared: Counter = Counter()
        self.differences: list[tuple[str, str, str, Judgement]] = []
        for identifier, judgements in expected.items():
            for clause, judgement in judgements.items():
                answers = found.get((identifier, clause), [])
                difference = self.compare(clause, judgement, answers)
                if difference:
                    self.differences.append((identifier, clause, difference, judgement))
        self.strangers = sorted({identifier for identifier, _ in found} - set(expected))

    def compare(self, clause: str, judgement: Judgement, answers: list[dict]) -> str | None:
        self.compared[clause, "records"] += 1
        if len(answers) != 1:
            return "no finding" if not answers else f"{len(answers)} findings"
        answer = answers[0]
        if answer.get("verdict") != judgement.verdict:
            return f"verdict {answer.get('verdict')!r}, expected {judgement.verdict!r}"
        measured = answer.get("measured")
        if measured and judgement.measured:
            self.compared[clause, "measured"] += 1
            if (measured.get("value"), measured.get("unit")) != judgement.measured:
                return f"measured {measured}, expected {judgement.measured}"
        return self.compare_due(clause, judgement, answer) or self.compare_severity(clause, judgement, answer)

    def compare_due(self, clause: str, judgement: Judgement, answer: dict) -> str | None:
        due = answer.get("due")
        # What is still to come always says by when; elsewhere the program may leave it out.
        if judgement.due is None or (due is None and judgement.verdict != "still-to-come"):
            return None
        self.compared[clause, "due"] += 1
        return None if due == judgement.due.isoformat() else f"due {due}, expected {judgement.due}"

    def compare_severity(self, clause: str, judgement: Judgement, answer: dict) -> str | None:
        if judgement.severity is None:
            return None
        self.compared[clause, "severity"] += 1
        severity = answer.get("severity")
        return None if severity == judgement.severity else f"severity {severity!r}, expected {judgement.severity!r}"

    def finish(self, tally: Tally):
        """Prints the first differences with their records, and hands every comparison to the tally."""
        for clause in CLAUSES:
            for what in ("due", "severity", "measured"):
                if what != "measured" or clause in MEASURED:
                    tally.check(self.compared[clause, what] > 0, f"{clause}: {what} was never compared")
        print_failures([f for f in tally.failures if "never compared" in f], "Nothing to compare")
        tally.check(not self.strangers, f"findings about records that do not exist: {self.strangers[:SHOWN]}")
        total = sum(self.compared[clause, "records"] for clause in CLAUSES)
        tally.passed += total - len(self.differences)
        tally.failures += [difference for _, _, difference, _ in self.differences]
        if self.strangers:
            print(f"\nFindings about records that do not exist: {', '.join(self.strangers[:SHOWN])}")
        for identifier, clause, difference, judgement in self.differences[:SHOWN]:
            print(f"\n{identifier} {clause}: {difference} ({judgement.reason})")
            text = generating.as_yaml(self.records[identifier])
            print("\n".join("    " + line for line in text.splitlines()))
        if len(self.differences) > SHOWN:
            print(f"\n... and {len(self.differences) - SHOWN} more differences")


def print_table(expected: dict, comparison: Comparison | None):
    heads = ["clause", *VERDICTS]
    if comparison:
        heads += ["compared", "measured", "due", "severity", "differences"]
    rows = [heads]
    for clause in CLAUSES:
        counts = Counter(judgements[clause].verdict for judgements in expected.values())
        row = [clause, *(str(counts[verdict]) for verdict in VERDICTS)]
        if comparison:
            row += [str(comparison.compared[clause, what]) for what in ("records", "measured", "due", "severity")]
            row.append(str(sum(clause == other for _, other, _, _ in comparison.differences)))
        rows.append(row)
    widths = [max(map(len, column)) for column in zip(*rows)]
    for row in rows:
        print("  ".join(cell.rjust(width) for cell, width in zip(row, widths)))


def print_reasons(expected: dict):
    counts = Counter((c, j.verdict, j.reason) for judgements in expected.values() for c, j in judgements.items())
    for (clause, verdict, reason), count in sorted(counts.items()):
        print(f"{count:6}  {clause:5}  {verdict:14}  {reason}")
    print()


def print_failures(failures: list[str], title: str):
    if failures:
        print(f"\n{title}:")
        for failure in failures:
            print(f"  {failure}")


if __name__ == "__main__":
    sys.exit(main())
