"""Writes the twenty records of twenty.yaml in every other format, each with a program that people
use. Times and days come from the records, never from the clock.

    pip install openpyxl XlsxWriter xlwt icalendar ics PyYAML
    python make.py

Files that LibreOffice converts carry the day and time of the conversion inside; their values are
the same every time. Without LibreOffice (`soffice`) they are left as they are.
"""

import csv
import json
import re
import shutil
import subprocess
import tempfile
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import ics
import openpyxl
import xlsxwriter
import xlwt
from ics.grammar.parse import ContentLine

from records import COLUMNS, FOLDER, KIND_OF, as_text, headings, joined, records, rows

BANNER = "Engagement log 2025–26"
SHEET = "Engagements"
WRITTEN = datetime(2026, 7, 31, 9, 0)
LONDON = ZoneInfo("Europe/London")


# Texts


def write_table(name, all_records, encoding, delimiter):
    with open(FOLDER / name, "w", encoding=encoding, newline="") as file:
        table = csv.writer(file, delimiter=delimiter, lineterminator="\r\n")
        table.writerow(headings())
        table.writerows([as_text(value) for value in row] for row in rows(all_records))


def in_json(record):
    """A record as nested objects: answers as true and false, counts as numbers."""
    whole = {}
    for field, value in record.items():
        *groups, name = field.split(".")
        place = whole
        for group in groups:
            place = place.setdefault(group, {})
        if isinstance(value, (date, time)):
            value = value.strftime("%H:%M") if isinstance(value, time) else value.isoformat()
        place[name] = value == "yes" if KIND_OF[field] == "answer" else value
    return whole


def write_texts(all_records, written):
    folder = FOLDER / "yaml"
    folder.mkdir(exist_ok=True)
    for record, text in zip(all_records, written, strict=True):
        (folder / f"{record['id']}.yaml").write_text(text, encoding="utf-8", newline="\n")
    objects = [in_json(record) for record in all_records]
    with open(FOLDER / "twenty.json", "w", encoding="utf-8", newline="\n") as file:
        file.write(json.dumps(objects, ensure_ascii=False, indent=2) + "\n")
    with open(FOLDER / "twenty.jsonl", "w", encoding="utf-8", newline="\n") as file:
        file.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in objects)
    write_table("twenty.csv", all_records, "utf-8-sig", ",")
    write_table("twenty-semicolon.csv", all_records, "cp1252", ";")
    # Python's "utf-16" would follow the machine's byte order.
    write_table("twenty.tsv", all_records, "utf-16-le", "\t")
    tsv = FOLDER / "twenty.tsv"
    tsv.write_bytes(b"\xff\xfe" + tsv.read_bytes())
    with open(FOLDER / "headings.csv", "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["heading", "field"])
        table.writerows([heading, field] for heading, field, _ in COLUMNS)


# Workbooks: a banner over the first row, a blank row, the headings in row 3.


def write_openpyxl(name, all_records):
    book = openpyxl.Workbook()
    book.properties.created = WRITTEN
    sheet = book.active
    sheet.title = SHEET
    sheet["A1"] = BANNER
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(COLUMNS))
    for column, heading in enumerate(headings(), 1):
        sheet.cell(3, column, heading)
    for at, row in enumerate(rows(all_records), 4):
        for column, value in enumerate(row, 1):
            place = sheet.cell(at, column, value)
            if isinstance(value, date):
                place.number_format = "dd/mm/yyyy"
            elif isinstance(value, time):
                place.number_format = "hh:mm"
            elif isinstance(value, str):
                # `=see notes` is no formula.
                place.data_type = "s"
    sheet.freeze_panes = "A4"
    sheet.auto_filter.ref = f"A3:{openpyxl.utils.get_column_letter(len(COLUMNS))}{sheet.max_row}"
    book.save(FOLDER / name)
    fix_time_of_writing(FOLDER / name)


def fix_time_of_writing(path):
    """openpyxl writes the present time into the workbook and its archive."""
    with zipfile.ZipFile(path) as archive:
        parts = [(part.filename, archive.read(part)) for part in archive.infolist()]
    stamp = WRITTEN.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            if name == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT[\d:]+Z", stamp, content)
            part = zipfile.ZipInfo(name, WRITTEN.timetuple()[:6])
            part.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(part, content)


def write_xlsxwriter(name, all_records, options):
    book = xlsxwriter.Workbook(FOLDER / name, options)
    book.set_properties({"created": WRITTEN})
    sheet = book.add_worksheet(SHEET)
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    clock = book.add_format({"num_format": "hh:mm"})
    bold = book.add_format({"bold": True})
    sheet.merge_range(0, 0, 0, len(COLUMNS) - 1, BANNER, bold)
    sheet.write_row(2, 0, headings(), bold)
    for at, row in enumerate(rows(all_records), 3):
        for column, value in enumerate(row):
            if isinstance(value, (date, time)):
                sheet.write_datetime(at, column, value, day if isinstance(value, date) else clock)
            elif isinstance(value, int):
                sheet.write_number(at, column, value)
            elif value is not None:
                sheet.write_string(at, column, value)
    sheet.freeze_panes(3, 0)
    sheet.autofilter(2, 0, 2 + len(all_records), len(COLUMNS) - 1)
    book.close()


def write_xlwt(name, all_records):
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet(SHEET)
    day = xlwt.easyxf(num_format_str="dd/mm/yyyy")
    clock = xlwt.easyxf(num_format_str="hh:mm")
    sheet.write_merge(0, 0, 0, len(COLUMNS) - 1, BANNER)
    for column, heading in enumerate(headings()):
        sheet.write(2, column, heading)
    for at, row in enumerate(rows(all_records), 3):
        for column, value in enumerate(row):
            if isinstance(value, (date, time)):
                sheet.write(at, column, value, day if isinstance(value, date) else clock)
            elif value is not None:
                sheet.write(at, column, value)
    sheet.set_panes_frozen(True)
    sheet.set_horz_split_pos(3)
    book.save(str(FOLDER / name))


def convert(source, name, to, folder=FOLDER):
    """Lets LibreOffice save a file as another; `to` is its name for the format."""
    with tempfile.TemporaryDirectory() as room:
        profile = f"-env:UserInstallation=file://{room}/profile"
        subprocess.run(
            ["soffice", profile, "--headless", "--convert-to", to, "--outdir", room, source],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        shutil.move(Path(room) / f"{Path(source).stem}.{to.split(':')[0]}", folder / name)


# Columns parted by commas, quotes, UTF-8 (76), from line 1, cells as they are shown.
TO_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true"


def write_libreoffice():
    source = FOLDER / "twenty-openpyxl.xlsx"
    convert(source, "twenty-libreoffice.xlsx", "xlsx:Calc MS Excel 2007 XML")
    convert(source, "twenty-libreoffice.xls", "xls:MS Excel 97")
    convert(source, "twenty-libreoffice.ods", "ods")
    convert(source, "twenty-libreoffice.csv", TO_CSV)


# Calendars: what a calendar has a property for stands there, everything else in X-CHARTER-…


IN_CALENDARS = {"title", "kind", "date", "start", "end", "opens", "closes", "venue.name"}


def days_and_times(record):
    """When it begins and ends; the end of whole days is the day after."""
    if "opens" in record:
        return record["opens"], record["closes"] + timedelta(days=1)
    begins, ends = (
        datetime.combine(record["date"], record[name], LONDON) for name in ("start", "end")
    )
    return begins, ends


def evidence(record):
    """The X- properties: name and value, a list where there are several."""
    for field, value in record.items():
        if field in IN_CALENDARS or (field, value) == ("status", "cancelled"):
            continue
        name = "X-CHARTER-" + field.upper().replace(".", "-").replace("_", "-")
        yield name, value if isinstance(value, list) else str(value)


def write_icalendar(name, all_records):
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//example.org//Engagement log//EN")
    calendar.add("version", "2.0")
    for record in all_records:
        event = icalendar.Event()
        event.add("uid", f"{record['id']}@example.org")
        event.add("dtstamp", WRITTEN.replace(tzinfo=ZoneInfo("UTC")))
        event.add("summary", record["title"])
        event.add("categories", [record["kind"]])
        begins, ends = days_and_times(record)
        event.add("dtstart", begins)
        event.add("dtend", ends)
        if "venue.name" in record:
            event.add("location", record["venue.name"])
        if record["status"] == "cancelled":
            event.add("status", "CANCELLED")
        for property_name, value in evidence(record):
            text = joined(value, ",") if isinstance(value, list) else value
            event.add(property_name, icalendar.vText(text))
        calendar.add_component(event)
    calendar.add_missing_timezones(first_date=date(2025, 9, 1), last_date=date(2026, 12, 31))
    (FOLDER / name).write_bytes(calendar.to_ical())


def escaped(text):
    return re.sub(r"([\\,;])", r"\\\1", text).replace("\n", "\\n")


def write_ics(name, all_records):
    """Times in UTC, lines not folded, and the marks between the items of a list not escaped."""
    calendar = ics.Calendar()
    for record in all_records:
        begins, ends = days_and_times(record)
        event = ics.Event(
            name=record["title"],
            begin=begins if isinstance(begins, datetime) else begins.isoformat(),
            uid=f"{record['id']}@example.org",
            created=WRITTEN,
            location=record.get("venue.name"),
            categories=[record["kind"]],
            status="CANCELLED" if record["status"] == "cancelled" else None,
        )
        if isinstance(begins, datetime):
            event.end = ends
        else:
            event.end = record["closes"].isoformat()
            event.make_all_day()
        for property_name, value in evidence(record):
            items = value if isinstance(value, list) else [value]
            mark = ";" if any("," in item for item in items) else ","
            text = mark.join(escaped(item) for item in items)
            event.extra.append(ContentLine(name=property_name, value=text))
        calendar.events.add(event)
    # The library keeps events in a set; the file has them by day.
    calendar.events = sorted(calendar.events)
    (FOLDER / name).write_text(calendar.serialize(), encoding="utf-8", newline="")


def main():
    found = records()
    all_records = [record for record, _ in found]
    write_texts(all_records, [text for _, text in found])
    write_openpyxl("twenty-openpyxl.xlsx", all_records)
    write_xlsxwriter("twenty-xlsxwriter.xlsx", all_records, {})
    write_xlsxwriter("twenty-1904.xlsx", all_records, {"date_1904": True})
    write_xlwt("twenty-xlwt.xls", all_records)
    if shutil.which("soffice"):
        write_libreoffice()
    write_icalendar("twenty-icalendar.ics", all_records)
    write_ics("twenty-ics.ics", all_records)


if __name__ == "__main__":
    main()
