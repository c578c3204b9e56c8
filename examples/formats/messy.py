"""Writes messy.xlsx and messy.csv: the log of a forum's volunteer as such logs are, with nothing
tidied up. openpyxl makes the workbook; LibreOffice saves it again, because only a program that
counts stores what its formulas come to.

    pip install openpyxl
    python messy.py
"""

import csv
import tempfile
from datetime import date, time
from pathlib import Path

import openpyxl
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from make import TO_CSV, WRITTEN, convert
from records import FOLDER

# The sheet Meetings: heading, and the field that it means; without one, nobody can know.
MEETINGS = [
    ("Project", "project"),
    ("Date of\nmeeting", "date"),
    ("Time", "start"),
    ("What was it\ncalled?", "title"),
    ("Type of\nmeeting", "kind"),
    ("Where?", "venue.name"),
    ("In person /\nonline?", "venue.mode"),
    ("Who for", "audience"),
    ("Organiser", "organisers"),
    ("No. of\nparents", "attendance.parents"),
    ("No. of\nCYP", "attendance.cyp"),
    ("Forum\nreps", "attendance.forum_reps"),
    ("Date invites\nsent", "notice.sent"),
    ("Date papers\nsent", "papers.sent"),
    ("Step free?\n(Y/N)", "venue.access.step_free"),
    ("Accessible\nWC?", "venue.access.accessible_toilet"),
    ("Hearing\nloop?", "venue.access.hearing_loop"),
    ("Access needs\nasked?", "venue.access.needs_asked"),
    ("You said…", "feedback.you_said"),
    ("…we did", "feedback.we_did"),
    ("Date feedback\nsent", "feedback.sent"),
    ("Held?", "status"),
    ("Days’\nnotice", None),
    ("RAG", None),
    ("Officer initials", None),
    ("Budget code", None),
]
SHORT_BREAKS, TRANSPORT = "short-breaks", "transport"

# One line for each meeting, in the order of the headings up to `Held?`, then RAG and the two
# after it. None leaves a cell empty.
BEFORE = [
    [SHORT_BREAKS, date(2025, 9, 25), time(10, 0), "Short breaks board", "Meeting",
     "Quillbrook Hall", "in person", "parents", "Council", 8, None, 3, date(2025, 9, 8),
     date(2025, 9, 15), "Y", "Y", "Y", "Y", "More clubs", "A list of clubs", date(2025, 10, 8),
     "held", "G", "QM", "4410-07"],
    [None, "28.11.2025", "9.30am", "Ideas workshop", "workshop", "Fennel Row Library",
     "In Person", "parents; CYP", "council; forum", "12 parents", "<5", 2, "10.11.2025", "n/a",
     "✓", "✓", "x", "✓", "Saturdays,\nplease", "Two Saturday clubs", "12/12/2025", "Held", "G",
     "QM", "4410-07"],
    [None, "Friday 16th January 2026", "12:30 to 1:30pm", "Lunchtime catch-up", "Meeting",
     "MS Teams", "online", "parents", "Council", "10+", None, 1, "2 January 2026", "none", None,
     None, None, "No", None, None, "none", "yes", "A", "JX", None],
    [TRANSPORT, "22nd March 2026", "noon", "Transport family day", "event", "Lanternwick Hub",
     "in person", "Parents/CYP", "Forum and council", "about 30", "10+", 4, date(2026, 2, 27),
     "n/a", "Yes", "Yes", "No", "Y", "=see notes", "- nothing yet", "TBC", "held", "R", "JX",
     "4412"],
    # The date is a text with the month first; no month has the number 23.
    [TRANSPORT, "04/23/2026", "1830", "Transport evening", "meeting", "Lanternwick Hub",
     "hybrid", "parents", "council", 14, None, 2, date(2026, 4, 2), date(2026, 4, 14), "Y", "Y",
     "Y", "Y", "Routes are too long", "A review", date(2026, 5, 6), "Held", "A", "JX", "4412"],
]
AFTER = [
    # The RAG of this one is a formula whose cells somebody deleted.
    [None, "Wednesday 22nd April 2026", "0930", "Post-16 planning", "Workshop",
     "Fennel Row Library", "in person", "parents; staff", "Council", 9, None, 2,
     "1st April 2026", date(2026, 4, 10), "Y", "Y", "Y", "✓", None, None, None, "Held",
     "=#REF!", "QM", "4413"],
    # The 10th was a Wednesday.
    [None, "Monday 10th June 2026", "10am - 12pm", "Autism pathway", "meeting", "Quillbrook Hall",
     "in person", "parents", "Council", 7, None, 2, "Mon 18 May 2026", "27/5/26", "Y", "Y", "N",
     "Y", "Waiting is too long", "Told the board", "19 June 2026", "held", "A", "QM", "4415"],
    [None, "TBC", "TBC", "Summer fair", "event", "?", "in person", "all", "Forum", None, None,
     None, None, None, None, None, None, None, None, None, None, "planned", None, None, None],
    [None, "March 2026", "am", "Coffee morning", "event", "Café Bramble", "in person", "parents",
     "Forum", 12, None, 2, "Feb", "n/a", "Y", "Y", "?", "N", None, None, None, "held", "G", None,
     None],
    [None, "5 or 12 March", "7pm", "Open evening", "Event", "Lanternwick Hub", "in person",
     "parents", "Forum", None, None, None, None, None, None, None, None, None, None, None, None,
     "CANCELLED", None, None, None],
    [None, date(2026, 7, 14), time(14, 30), "Holiday clubs (urgent!!)", "meeting", "Zoom",
     "Online", "parents", "Council", 5, None, 1, date(2026, 7, 10), "no", None, None, None, "N",
     None, None, "no", "held", "R", "JX", "4410-07"],
    [None, date(2026, 9, 26), "10-1", "Family workshop", "workshop", "Quillbrook Hall",
     "in person", "parents; CYP", "Council & Forum", None, None, None, None, None, "Y", "Y", "Y",
     None, None, None, None, "planned", None, "QM", None],
]

DECISIONS = [
    ["What was decided", "Project", "Date decided", "By whom", "Options fixed on", "Area"],
    ["Short breaks offer 2026", SHORT_BREAKS, date(2026, 6, 10), "cabinet member for children",
     date(2026, 5, 1), "decisions"],
    ["Transport policy 2026", TRANSPORT, "17th June 2026", "cabinet", "n/a", "changes; decisions"],
    ["Charges for holiday clubs", "holiday-clubs", "4.3.2026", "cabinet", None, "decisions"],
]
REQUESTS = [
    ["Asked for", "Asked by", "Asked of", "Date asked", "Needed for", "Date answered", "Met?",
     "Who came"],
    ["A speaker on transport", "Forum", "Council", date(2025, 9, 10), date(2025, 10, 14),
     date(2025, 9, 15), "Y", "head of transport"],
    ["A speaker on waiting times", "forum", "council", "6 March 2026", "12 March 2026",
     "9 March 2026", "N", None],
    ["Two parents for an interview panel", "Council", "Forum", "02/02/2026", "24/02/2026",
     "11/02/2026", "✓", "two parents"],
]
CONTACTS = [
    ["Organisation", "Post", "E-mail", "From", "Until"],
    ["Council", "participation officer", "participation@example.org", date(2025, 1, 6), None],
    ["Council", "transport policy lead", "transport.policy@example.org", "Sept 2025", None],
    ["Forum", "secretary", "secretary@example.org", "01/09/2024", "current"],
]
NOTES = [
    "How we keep this sheet",
    "One line for each meeting, please. Ask the secretary when in doubt.",
    "RAG is about the budget, not about the meeting.",
    "Green lines were checked in April. The hall’s loop was mended in May – ring 01632 960123.",
]
LOOKUPS = [["Kinds", "Yes/No", "RAG"], ["Meeting", "Y", "R"], ["Workshop", "N", "A"],
           ["Event", None, "G"]]

THIN = Side(style="thin", color="BBBBBB")
BOXED = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
HEADING_ROW = 4
LAST_FORMATTED_ROW = 450


def write_heading(sheet, row):
    for column, (heading, _) in enumerate(MEETINGS, 1):
        cell = sheet.cell(row, column, heading)
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True)
        cell.fill = PatternFill("solid", fgColor="DDEBF7")


def write_meeting(sheet, row, values):
    told, rest = values[:-3], values[-3:]
    for column, value in enumerate(told, 1):
        cell = sheet.cell(row, column, value)
        if isinstance(value, date):
            cell.number_format = "dd/mm/yyyy"
        elif isinstance(value, time):
            cell.number_format = "hh:mm"
        elif isinstance(value, str) and value.startswith("="):
            # Told in words, so no formula.
            cell.data_type = "s"
    notice = column_of("notice.sent")
    sheet.cell(row, len(told) + 1, f'=IFERROR(B{row}-{notice}{row},"")')
    for column, value in enumerate(rest, len(told) + 2):
        sheet.cell(row, column, value)


def column_of(field):
    return get_column_letter([known for _, known in MEETINGS].index(field) + 1)


def write_meetings(sheet):
    last = get_column_letter(len(MEETINGS))
    for row in range(HEADING_ROW + 1, LAST_FORMATTED_ROW + 1):
        for column in range(1, len(MEETINGS) + 1):
            sheet.cell(row, column).border = BOXED
    sheet["A1"] = "Meetings 2025-26"
    sheet["A1"].font = Font(bold=True, size=16)
    sheet.merge_cells(f"A1:{last}1")
    sheet["A2"] = "Fill in within a week. Dates as day/month/year! Questions to the secretary."
    write_heading(sheet, HEADING_ROW)
    row = HEADING_ROW
    for values in BEFORE:
        row += 1
        write_meeting(sheet, row, values)
    sheet.merge_cells("A5:A7")
    # Blank rows, then the headings once more, as they stand on the second sheet of paper.
    row += 3
    write_heading(sheet, row)
    for values in AFTER:
        row += 1
        write_meeting(sheet, row, values)
        sheet.row_dimensions[row].hidden = values[3] == "Autism pathway"
    total = row + 2
    sheet.cell(total, 1, "Total").font = Font(bold=True)
    for field in ("attendance.parents", "attendance.cyp", "attendance.forum_reps"):
        column = column_of(field)
        sheet[f"{column}{total}"] = f"=SUM({column}{HEADING_ROW + 1}:{column}{row})"
    sheet.freeze_panes = f"A{HEADING_ROW + 1}"


def write_rows(book, name, rows, hidden=False):
    sheet = book.create_sheet(name)
    for at, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(at, column, value)
            if isinstance(value, date):
                cell.number_format = "dd/mm/yyyy"
    sheet.sheet_state = "hidden" if hidden else "visible"


def write_messy():
    book = openpyxl.Workbook()
    book.properties.created = WRITTEN
    book.active.title = "Meetings"
    write_meetings(book.active)
    write_rows(book, "Decisions", DECISIONS)
    write_rows(book, "Requests", REQUESTS)
    write_rows(book, "Contacts", CONTACTS)
    write_rows(book, "Lookups", LOOKUPS, hidden=True)
    write_rows(book, "Notes", [[line] for line in NOTES])
    with tempfile.TemporaryDirectory() as room:
        source = Path(room) / "messy.xlsx"
        book.save(source)
        convert(source, "messy.xlsx", "xlsx:Calc MS Excel 2007 XML")
    convert(FOLDER / "messy.xlsx", "messy.csv", TO_CSV)
    # Excel writes the formatted rows below a table too.
    with open(FOLDER / "messy.csv", "a", encoding="utf-8", newline="") as file:
        file.write(("," * (len(MEETINGS) - 1) + "\n") * 300)
    with open(FOLDER / "messy-headings.csv", "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["heading", "field"])
        table.writerows([heading, field or ""] for heading, field in MEETINGS)


if __name__ == "__main__":
    write_messy()
