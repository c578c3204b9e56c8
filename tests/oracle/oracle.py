#!/usr/bin/env python3
"""Compares the program's verdicts on every promise with a second, independent judgement.

It invents folders of records, judges them itself, runs the program over the same folders and
compares the two, subject by subject. The last line is `N passed, M failed`.
"""

import argparse
import os
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import examples
import generating
from branches import BRANCHES
from comparing import COMPARED, Comparison, Program
from generating.writing import write
from judging import CLAUSES, judge
from judging.calendar import Calendar
from judging.verdicts import VERDICTS

REPOSITORY = Path(__file__).resolve().parents[2]
PROGRAM = REPOSITORY / "target" / "release" / "charter-audit"
SHOWN = 20

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


def main() -> int:
    options = arguments()
    if not options.judge_only and not options.program.is_file():
        raise SystemExit(f"there is no {options.program}; build it with: cargo build --release")
    numbers = [options.only] if options.only is not None else range(options.count)
    folders = [generating.invent(options.seed, number, options.as_of) for number in numbers]
    if options.folder and options.judge_only:
        for folder in folders:
            write(options.folder / f"{folder.number:05}", folder.all_files)
    expected = [judge(folder.charter, folder.records, folder.as_of, folder.all_files) for folder in folders]

    tally, reached = Tally(), Counter()
    for judgements in expected:
        reached.update((clause, j.verdict, j.reason) for (clause, _), j in judgements.items())
    check_vectors(tally)
    check_examples(options, tally)
    if options.only is None:
        check_reach(reached, tally)
    if options.reasons:
        for (clause, verdict, reason), count in sorted(reached.items()):
            print(f"{count:6}  {clause:5}  {verdict:14}  {reason}")
    comparison = Comparison()
    if not options.judge_only:
        found = Program(options.program, options.folder).findings(folders, options.workers)
        for folder, judgements, findings in zip(folders, expected, found):
            comparison.add(folder, judgements, findings)
    print_table(reached, comparison)
    tally.passed += comparison.compared.total() - len(comparison.differences)
    print_failures(tally.failures + comparison.failures)
    print_differences(comparison, options.shown)
    failed = len(tally.failures) + len(comparison.failures) + len(comparison.differences)
    print(f"{tally.passed} passed, {failed} failed")
    return 1 if failed else 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", type=Path, default=PROGRAM, help="default: target/release/charter-audit")
    parser.add_argument("--count", type=int, default=300, help="number of folders (default 300)")
    parser.add_argument("--seed", type=int, default=1, help="default 1")
    parser.add_argument("--as-of", type=date.fromisoformat, help="judge every folder as of this day, not each its own")
    parser.add_argument("--only", type=int, metavar="NUMBER", help="this folder alone")
    parser.add_argument("--folder", type=Path, help="keep the folders in this new folder, outside the repository")
    parser.add_argument("--judge-only", action="store_true", help="do not run the program")
    parser.add_argument("--reasons", action="store_true", help="also count what each verdict rested on")
    parser.add_argument("--shown", type=int, default=SHOWN, help=f"differences shown by promise (default {SHOWN})")
    parser.add_argument("--workers", type=int, default=os.cpu_count(), help="how many programs run at once")
    return parser.parse_args()


def check_vectors(tally: Tally):
    calendar = Calendar("england-and-wales", [], {})
    for count, event, last in LAST_DAYS:
        answer = calendar.last_day_before(date.fromisoformat(event), count, "clear working days")
        tally.check(str(answer) == last, f"{count} clear working days before {event}: {answer}, by hand {last}")
    for count, event, after in DAYS_AFTER:
        answer = calendar.nth_working_day_after(date.fromisoformat(event), count)
        tally.check(str(answer) == after, f"{count} working days after {event}: {answer}, by hand {after}")


def check_examples(options: argparse.Namespace, tally: Tally):
    """The oracle has to judge what was worked out by hand as those did who worked it out."""
    known = examples.of_charter() + ([] if options.judge_only else examples.on_pages(options.program))
    for clause, example in known:
        what = examples.disagreement(clause, example)
        tally.check(what is None, f"an example of {clause} as of {example['as_of']}: {what}")


def check_reach(reached: Counter, tally: Tally):
    """Agreement about something that never occurred would be empty, so that it occurs is checked too."""
    for clause in CLAUSES:
        tally.check(clause in BRANCHES, f"{clause}: no branches are listed")
        for verdict, reasons in BRANCHES.get(clause, {}).items():
            for reason in reasons:
                tally.check(reached[clause, verdict, reason] > 0, f"{clause}: no folder reaches {verdict}, {reason!r}")


def print_table(reached: Counter, comparison: Comparison):
    rows = [["clause", *VERDICTS, *COMPARED, "differences"]]
    for clause in CLAUSES:
        counts = Counter()
        for (of, verdict, _), count in reached.items():
            counts[verdict] += count if of == clause else 0
        rows.append([clause, *(str(counts[verdict]) for verdict in VERDICTS)])
        rows[-1] += [str(comparison.compared[clause, what]) for what in COMPARED]
        rows[-1].append(str(sum(difference.clause == clause for difference in comparison.differences)))
    widths = [max(map(len, column)) for column in zip(*rows)]
    for row in rows:
        print("  ".join(cell.rjust(width) for cell, width in zip(row, widths)))


def print_failures(failures: list[str]):
    if failures:
        print("\nChecks of the oracle and of the runs:")
        for failure in failures[: 3 * SHOWN]:
            print(f"  {failure}")


def print_differences(comparison: Comparison, shown: int):
    for clause in CLAUSES:
        own = [difference for difference in comparison.differences if difference.clause == clause]
        for difference in own[:shown]:
            print(f"\n{difference}")
        if len(own) > shown:
            print(f"\n... and {len(own) - shown} more differences about {clause}")


if __name__ == "__main__":
    sys.exit(main())
