"""Writes large files for measurements into the folder big/: 50,000 rows of 20 columns as big.xlsx,
big.csv, big.xls and big.ods, and 20,000 events as big.ics.

    pip install XlsxWriter
    python bulk.py
"""

import csv
import random
import shutil
from datetime import date, datetime, time, timedelta

import xlsxwriter

import make
import records

ROWS, EVENTS = 50_000, 20_000
FOLDER = records.FOLDER / "big"
FIELDS = [
    "id", "title", "kind", "project", "areas", "organisers", "status", "date", "start", "end",
    "audience", "notice.sent", "notice.purpose", "papers.sent", "venue.name",
    "venue.access.step_free", "attendance.parents", "feedback.sent", "feedback.you_said",
    "forum_feedback.sent",
]
HEADING_OF = {field: heading for heading, field, _ in records.COLUMNS}
KINDS = ["Meeting", "Workshop", "Event", "Forum meeting"]
PROJECTS = ["short-breaks", "transport", "post-16", "autism-pathway"]
AREAS = ["development", "decisions", "changes", "feedback", "needs"]
VENUES = ["Quillbrook Hall", "Fennel Row Library", "Lanternwick Hub", "Café Bramble"]


def lines():
    """The rows, the same every time."""
    dice = random.Random(2026)
    for number in range(1, ROWS + 1):
        day = date(2025, 9, 1) + timedelta(days=dice.randrange(330))
        hour = dice.randrange(9, 19)
        project = dice.choice(PROJECTS)
        yield [
            f"b-{number}",
            f"{project.replace('-', ' ').capitalize()}, meeting number {number}",
            dice.choice(KINDS),
            project,
            ", ".join(dice.sample(AREAS, dice.randrange(1, 4))),
            dice.choice(["council", "forum", "council, forum"]),
            "Held",
            day,
            time(hour, 30),
            time(hour + 1, 45),
            dice.choice(["parents", "parents, cyp", "parents, staff"]),
            day - timedelta(days=dice.randrange(1, 40)),
            f"Hear what is planned for {project} and say what number {number} leaves out.",
            day - timedelta(days=dice.randrange(1, 20)),
            dice.choice(VENUES),
            dice.choice(["Yes", "No"]),
            dice.choice([dice.randrange(1, 60), "10+", "about 30"]),
            dice.choice([day + timedelta(days=dice.randrange(1, 30)), "none"]),
            f"Point {number % 97} matters most.",
            day + timedelta(days=dice.randrange(1, 60)),
        ]


def write_xlsx(rows):
    book = xlsxwriter.Workbook(FOLDER / "big.xlsx", {"constant_memory": True})
    book.set_properties({"created": make.WRITTEN})
    sheet = book.add_worksheet(make.SHEET)
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    clock = book.add_format({"num_format": "hh:mm"})
    sheet.write_row(0, 0, [HEADING_OF[field] for field in FIELDS])
    for at, row in enumerate(rows, 1):
        for column, value in enumerate(row):
            if isinstance(value, (date, time)):
                sheet.write_datetime(at, column, value, day if isinstance(value, date) else clock)
            else:
                sheet.write(at, column, value)
    book.close()


def write_csv(rows):
    with open(FOLDER / "big.csv", "w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file, lineterminator="\r\n")
        table.writerow([HEADING_OF[field] for field in FIELDS])
        table.writerows([records.as_text(value) for value in row] for row in rows)


def write_ics(rows):
    with open(FOLDER / "big.ics", "w", encoding="utf-8", newline="\r\n") as file:
        file.write("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//example.org//Engagement log//EN\n")
        for row in rows[:EVENTS]:
            values = dict(zip(FIELDS, row, strict=True))
            stamp = "%Y%m%dT%H%M%S"
            begins, ends = (
                datetime.combine(values["date"], values[name]) for name in ("start", "end")
            )
            event = [
                "BEGIN:VEVENT",
                f"UID:{values['id']}@example.org",
                "DTSTAMP:20260731T090000Z",
                f"DTSTART;TZID=Europe/London:{begins.strftime(stamp)}",
                f"DTEND;TZID=Europe/London:{ends.strftime(stamp)}",
                f"SUMMARY:{make.escaped(values['title'])}",
                f"CATEGORIES:{values['kind']}",
                f"LOCATION:{make.escaped(values['venue.name'])}",
                f"X-CHARTER-ID:{values['id']}",
                f"X-CHARTER-PROJECT:{values['project']}",
                f"X-CHARTER-ORGANISERS:{make.escaped(values['organisers'])}",
                f"X-CHARTER-AUDIENCE:{make.escaped(values['audience'])}",
                f"X-CHARTER-NOTICE-SENT:{values['notice.sent']}",
                f"X-CHARTER-FEEDBACK-SENT:{values['feedback.sent']}",
                "END:VEVENT",
            ]
            file.write("\n".join(event) + "\n")
        file.write("END:VCALENDAR\n")


def main():
    FOLDER.mkdir(exist_ok=True)
    rows = list(lines())
    write_xlsx(rows)
    write_csv(rows)
    write_ics(rows)
    if shutil.which("soffice"):
        make.convert(FOLDER / "big.xlsx", "big.xls", "xls:MS Excel 97", FOLDER)
        make.convert(FOLDER / "big.xlsx", "big.ods", "ods", FOLDER)


if __name__ == "__main__":
    main()
