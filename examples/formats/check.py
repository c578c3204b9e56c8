"""Reads the files of this folder back with other libraries than wrote them, and compares every
value with twenty.yaml.

    pip install openpyxl xlrd odfpy vobject
    python check.py
"""

import csv
import json
import shutil
import sys
import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import odf.opendocument
import openpyxl
import vobject
import xlrd
from odf import table, teletype, text

import make
import records

FAILED = []
WORKBOOKS = [
    "twenty-openpyxl.xlsx",
    "twenty-xlsxwriter.xlsx",
    "twenty-1904.xlsx",
    "twenty-libreoffice.xlsx",
    "twenty-xlwt.xls",
    "twenty-libreoffice.xls",
    "twenty-libreoffice.ods",
]
LONDON = ZoneInfo("Europe/London")
SHOWN = [
    [records.as_text(value) for value in row]
    for row in records.rows(r for r, _ in records.records())
]


def of_openpyxl(name):
    sheet = openpyxl.load_workbook(records.FOLDER / name)[make.SHEET]
    for row in sheet.iter_rows(min_row=3, values_only=True):
        yield [value.date() if isinstance(value, datetime) else value for value in row]


def of_xlrd(name):
    book = xlrd.open_workbook(records.FOLDER / name, formatting_info=True)
    sheet = book.sheet_by_index(0)
    for row in range(2, sheet.nrows):
        yield [in_xls(book, cell) for cell in sheet.row(row)]


def in_xls(book, cell):
    if cell.ctype == xlrd.XL_CELL_DATE:
        when = xlrd.xldate_as_datetime(cell.value, book.datemode)
        return when.date() if cell.value >= 1 else when.time()
    return int(cell.value) if cell.ctype == xlrd.XL_CELL_NUMBER else cell.value


def of_odfpy(name):
    book = odf.opendocument.load(records.FOLDER / name)
    for row in book.getElementsByType(table.TableRow)[2:]:
        cells = []
        for one in row.childNodes:
            times = int(one.getAttribute("numbercolumnsrepeated") or 1)
            cells += [in_ods(one)] * min(times, len(records.COLUMNS))
        if any(cells):
            yield cells[: len(records.COLUMNS)]


def in_ods(cell):
    kind = cell.getAttribute("valuetype")
    if kind == "date":
        return date.fromisoformat(cell.getAttribute("datevalue"))
    if kind == "time":
        return datetime.strptime(cell.getAttribute("timevalue"), "PT%HH%MM%SS").time()
    if kind == "float":
        return int(float(cell.getAttribute("value")))
    return "\n".join(teletype.extractText(line) for line in cell.getElementsByType(text.P))


def of_text(path, encoding, delimiter):
    with open(path, encoding=encoding, newline="") as file:
        found = list(csv.reader(file, delimiter=delimiter))
    first = next(at for at, row in enumerate(found) if row[0] == "ID")
    return found[first:]


def of_libreoffice(name):
    with tempfile.TemporaryDirectory() as room:
        make.convert(records.FOLDER / name, "shown.csv", make.TO_CSV, Path(room))
        return of_text(Path(room) / "shown.csv", "utf-8", ",")


READERS = {
    ".xlsx": ("openpyxl", of_openpyxl),
    ".xls": ("xlrd", of_xlrd),
    ".ods": ("odfpy", of_odfpy),
}


def compare(name, how, found):
    found = [[records.as_text(value) for value in row] for row in found]
    expected = [records.headings(), *SHOWN]
    wrong = [
        (at, column, one, other)
        for at, (row, right) in enumerate(zip(found, expected, strict=True))
        for column, (one, other) in enumerate(zip(row, right, strict=True))
        if one != other
    ]
    told(name, how, wrong)


def told(name, how, wrong):
    print(f"{name}, read by {how}: {'the same' if not wrong else wrong[:3]}")
    FAILED.extend([name] if wrong else [])


def of_calendar(name, read):
    """The fields of each event, read as wall times in London."""
    found = {}
    for event in read((records.FOLDER / name).read_text(encoding="utf-8")):
        whole = {}
        for field, kind in records.KIND_OF.items():
            key = "X-CHARTER-" + field.upper().replace(".", "-").replace("_", "-")
            if key in event:
                value = event[key]
                several = kind in ("words", "texts")
                marked = ";" if ";" in value else ","
                whole[field] = (
                    [item.strip() for item in value.split(marked)]
                    if several
                    else records.typed(kind, value)
                )
        whole |= core(event)
        found[whole["id"]] = whole
    return found


def core(event):
    begins, ends = event["DTSTART"], event["DTEND"]
    fields = {"title": event["SUMMARY"], "kind": event["CATEGORIES"]}
    if isinstance(begins, datetime):
        begins, ends = begins.astimezone(LONDON), ends.astimezone(LONDON)
        fields |= {"date": begins.date(), "start": begins.time(), "end": ends.time()}
    else:
        fields |= {"opens": begins, "closes": ends - timedelta(days=1)}
    if "LOCATION" in event:
        fields["venue.name"] = event["LOCATION"]
    if event.get("STATUS") == "CANCELLED":
        fields["status"] = "cancelled"
    return fields


def by_vobject(content):
    for event in vobject.readOne(content).vevent_list:
        found = {line.name: line.value for line in event.getChildren()}
        found["CATEGORIES"] = found["CATEGORIES"][0]
        yield {name: unescaped(value) for name, value in found.items()}


def unescaped(value):
    """vobject leaves the escapes of properties that it does not know."""
    if not isinstance(value, str):
        return value
    return value.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";")


def by_icalendar(content):
    for event in icalendar.Calendar.from_ical(content).walk("VEVENT"):
        found = {name: unescaped(str(value)) for name, value in event.items()}
        found["DTSTART"], found["DTEND"] = event["DTSTART"].dt, event["DTEND"].dt
        found["CATEGORIES"] = str(event["CATEGORIES"].cats[0])
        yield found


def main():
    for name in WORKBOOKS:
        how, read = READERS[Path(name).suffix]
        compare(name, how, read(name))
        if shutil.which("soffice"):
            compare(name, "LibreOffice", of_libreoffice(name))
    for name, encoding, delimiter in (
        ("twenty.csv", "utf-8-sig", ","),
        ("twenty-semicolon.csv", "cp1252", ";"),
        ("twenty.tsv", "utf-16", "\t"),
        ("twenty-libreoffice.csv", "utf-8", ","),
    ):
        compare(name, "Python's csv", of_text(records.FOLDER / name, encoding, delimiter))
    known = {record["id"]: record for record, _ in records.records()}
    for name, how, read in (
        ("twenty-icalendar.ics", "vobject", by_vobject),
        ("twenty-ics.ics", "icalendar", by_icalendar),
    ):
        found = of_calendar(name, read)
        told(name, how, [one for one in known if found.get(one) != known[one]])
    objects = [make.in_json(record) for record in known.values()]
    lines = (records.FOLDER / "twenty.jsonl").read_text(encoding="utf-8").splitlines()
    whole = json.loads((records.FOLDER / "twenty.json").read_text(encoding="utf-8"))
    told(
        "twenty.json and twenty.jsonl",
        "Python's json",
        [] if whole == objects == [json.loads(line) for line in lines] else ["differ"],
    )
    sys.exit(bool(FAILED))


if __name__ == "__main__":
    main()
