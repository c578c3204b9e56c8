#!/usr/bin/env python3
"""Fills in the log that `init` writes, lets LibreOffice work it out, and holds its days against an audit.

Two hundred invented rows around Christmas, Easter and the summer, in each part of the United Kingdom,
and more under charters that count in every other unit, are written into the log with their
formulas kept. LibreOffice calculates all of them anew. Then an audit
reads the log as it is and must find no fault, and by the audit notice, papers and feedback must be due on
the days that LibreOffice shows. The last line is `N passed, M failed`.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path

import openpyxl
from tally import Tally

REPOSITORY = Path(__file__).resolve().parents[2]
ROWS = {"england-and-wales": 68, "scotland": 66, "northern-ireland": 66}
# Further rows under charters that count in other units, for which `init --only-log` makes a log.
UNITS = {
    "weeks": ("england-and-wales", "3 weeks", "10 working days", "15 clear working days", "6 weeks", "30 clear days"),
    "days": ("scotland", "12 clear working days", "9 days", "21 days", "8 clear working days", "12 working days"),
    "none": ("northern-ireland", "0 clear days", "0 clear working days", "0 working days", "0 clear working days",
             "0 clear days"),
}
# Before all of them, so that everything is still to come.
AS_OF = "2026-01-01"
# Nearly all is over by then, and the bank holidays still reach.
LATER = "2028-12-31"
CLOSED = ["2026-12-24", "2026-12-29", "2027-03-25"]

# Around these the days off lie close together; the last is where the bank holidays end.
CORNERS = [date(2026, 12, 27), date(2027, 3, 28), date(2027, 12, 28), date(2028, 4, 16), date(2026, 7, 12),
           date(2026, 8, 18), date(2027, 5, 17), date(2028, 12, 24)]
LAST_DAYS = {"Last day for notice": "O4a1", "Last day for papers": "O4a3", "Last day for feedback": "O4e2"}

# What makes LibreOffice calculate everything, whoever saved the file.
ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item>
</oor:items>
"""


def invented(dice, number):
    """One row, by its headings."""
    around = dice.choice(CORNERS)
    day = around + timedelta(days=dice.randint(-40, 40))
    kind = dice.choice(["Meeting", "Workshop", "Event", "Forum meeting", "Survey", "Consultation", None])
    row = {
        "Title": f"Row {number}",
        "Type": kind,
        "Status": dice.choices(["Planned", None, "Cancelled", "Postponed"], [12, 4, 1, 1])[0],
        "Organiser": dice.choices(["council", "council; forum", None, "forum", "Northmoor Voice"], [6, 3, 2, 1, 1])[0],
        "Who is it for": dice.choice(["Parents", "Parents; CYP", None]),
    }
    is_open = kind in ("Survey", "Consultation") or (kind is None and dice.random() < 0.5)
    if is_open:
        row["Opens"] = day - timedelta(days=dice.randint(7, 60))
        row["Closes"] = day
    elif dice.random() < 0.04:
        row["Date of event"] = "TBC"
    else:
        row["Date of event"] = day
        if dice.random() < 0.1:
            row["No papers needed because"] = "it starts from an empty page"
    return row


def other_units(program, folder, numbers):
    """Gives a folder a charter with other numbers, and a log for that."""
    notice, papers, meeting, survey, consultation = numbers
    charter = folder / "charter.yaml"
    own = f"""clauses:
  - {{ id: O4a1, rule: {{ notice: {{ standard: {notice}, at_least: }} }} }}
  - {{ id: O4a3, rule: {{ papers: {{ standard: {papers}, aim: , at_least: }} }} }}
  - id: O4e2
    rule: {{ feedback-in-time: {{ standard: {meeting}, at_most: , survey: {{ standard: {survey}, at_most: }},
      consultation: {{ standard: {consultation}, at_most: }} }} }}
"""
    charter.write_text(charter.read_text(encoding="utf-8") + own, encoding="utf-8")
    (folder / "records" / "log.xlsx").unlink()
    subprocess.run([program, "init", folder, "--only-log"], stdin=subprocess.DEVNULL, capture_output=True, check=True)


def filled_in(log, rows):
    """Writes the rows under the headings of the log, and leaves its formulas."""
    book = openpyxl.load_workbook(log)
    sheet = book["Log"]
    at = {cell.value: cell.column for cell in sheet[1]}
    for number, row in enumerate(rows, start=2):
        for heading, value in row.items():
            if value is not None:
                sheet.cell(number, at[heading]).value = value
    book.save(log)


def shown(log):
    """What the last days say, by the title of their row; and how many lists and colours there are."""
    sheet = openpyxl.load_workbook(log, data_only=True)["Log"]
    at = {cell.value: cell.column for cell in sheet[1]}
    days = {}
    for number in range(2, sheet.max_row + 1):
        title = sheet.cell(number, at["Title"]).value
        values = [sheet.cell(number, at[heading]).value for heading in LAST_DAYS]
        values = [value.date() if isinstance(value, datetime) else value or None for value in values]
        if title:
            days[title] = values
        elif any(values):
            days[f"the empty row {number}"] = values
    rules = sum(len(of_range.rules) for of_range in sheet.conditional_formatting)
    return days, len(sheet.data_validations.dataValidation), rules


def audited(program, folder, tally):
    """What an audit says of the log: when each thing is due, by the title of its row."""
    command = [program, "report", "records/log.xlsx", "--as-of", AS_OF, "--format", "json"]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    report = json.loads(run.stdout)
    faults = [fault for fault in report["faults"] if fault["level"] != "note"]
    tally.check(run.returncode < 2 and not faults, f"{folder.name}: {faults}")
    findings = {}
    for finding in report["findings"]:
        due = finding["due"] and date.fromisoformat(finding["due"])
        findings[finding["subject"]["name"], finding["clause"]] = (due, finding["words"])
    return findings


def compared(days, findings, rows, name, tally):
    """The days of the log are those of the audit, and where one has none, so has the other."""
    with_day = 0
    for row in rows:
        title = row["Title"]
        for shows, (heading, clause) in zip(days.get(title, [None] * 3), LAST_DAYS.items()):
            due, words = findings.get((title, clause), (None, ""))
            if shows == "not known":
                holds = due is None and "does not cover" in words
            else:
                holds = shows == due and "does not cover" not in words
                with_day += due is not None
            tally.check(holds, f"{name}: {row}: {heading}: {shows}; by the audit {due}: {words}")
    empty = [title for title in days if title.startswith("the empty row")]
    tally.check(not empty, f"{name}: {empty}")
    tally.check(with_day > len(rows), f"{name}: only {with_day} days were compared")
    return with_day


def blanks_count(program, folder, findings, tally):
    """Once its last day is over, feedback of which the log is silent was not given, whatever the log
    shows as that day: calculated or not."""
    command = [program, "report", "records/log.xlsx", "--as-of", LATER, "--clause", "O4e1", "--format", "json"]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    later = {it["subject"]["name"]: it["verdict"] for it in json.loads(run.stdout)["findings"]}
    over = date.fromisoformat(LATER)
    asked = [title for (title, clause), (due, _) in findings.items() if clause == "O4e1" and due and due < over]
    for title in asked:
        tally.check(later.get(title) == "not-kept", f"{folder.name}: {title}: {later.get(title)}")
    tally.check(len(asked) > 10, f"{folder.name}: only {len(asked)} rows ask for feedback")


def missing(why):
    """LibreOffice is no package that a script can install: it is passed over, unless it has to be here."""
    is_required = os.environ.get("LIBREOFFICE") == "required"
    print(f"{'failed' if is_required else 'skipped'}: {why}")
    return 1 if is_required else 0


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    default = REPOSITORY / "target" / "release" / "charter-audit"
    arguments.add_argument("--program", type=Path, default=default)
    program = arguments.parse_args().program.resolve()
    office = shutil.which("soffice")
    if not office:
        return missing("LibreOffice is not installed")
    tally = Tally()
    dice = random.Random(20261130)
    with tempfile.TemporaryDirectory() as work:
        work = Path(work)
        profile = work / "office"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(ALWAYS, encoding="utf-8")
        written = {}
        asked = [(division, division, count) for division, count in ROWS.items()]
        asked += [(name, division, 50) for name, (division, *_) in UNITS.items()]
        for name, division, count in asked:
            folder = work / name
            closed = [option for day in CLOSED for option in ("--closed-day", day)]
            command = [program, "init", folder, "--area", "Northmoor", "--forum", "Northmoor Voice",
                       "--bank-holidays", division, *closed]
            subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=True)
            if name in UNITS:
                other_units(program, folder, UNITS[name][1:])
            log = folder / "records" / "log.xlsx"
            written[name] = [invented(dice, number) for number in range(count)]
            filled_in(log, written[name])
            # Under names of their own, all of them are calculated in one go.
            shutil.copy(log, work / f"{name}.xlsx")
        command = [office, "--headless", f"-env:UserInstallation={profile.as_uri()}", "--convert-to",
                   "xlsx:Calc MS Excel 2007 XML", "--outdir", work / "out"]
        command += [work / f"{name}.xlsx" for name in written]
        subprocess.run(command, capture_output=True, check=False, timeout=180)
        with_day = 0
        for name, rows in written.items():
            log = work / "out" / f"{name}.xlsx"
            if not log.exists():
                # A machine may have one part of it and not the other.
                return missing("this LibreOffice does not open workbooks")
            days, lists, rules = shown(log)
            tally.check(lists >= 20 and rules >= 9, f"{name}: {lists} lists and {rules} colours were kept")
            shutil.copy(log, work / name / "records" / "log.xlsx")
            findings = audited(program, work / name, tally)
            with_day += compared(days, findings, rows, name, tally)
            blanks_count(program, work / name, findings, tally)
            shutil.copy(work / f"{name}.xlsx", work / name / "records" / "log.xlsx")
            blanks_count(program, work / name, findings, tally)
    print(f"{sum(len(rows) for rows in written.values())} rows, {with_day} days alike")
    print(f"{tally.passed} passed, {tally.failed} failed")
    return 1 if tally.failed else 0


if __name__ == "__main__":
    sys.exit(main())
