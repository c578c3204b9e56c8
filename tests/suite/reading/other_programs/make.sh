#!/usr/bin/env bash
# Makes the files in `files/` again, each with the program that it is named after.
#
# Needs Python 3.11, Node.js 20 and Rust 1.89 or later; LibreOffice 7.4 (soffice) and Gnumeric 1.12
# (ssconvert) for the files of theirs, which are left as they are without. What they say is the
# same every time; workbooks also carry the time of their making.
set -euo pipefail
files=$(cd "$(dirname "$0")" && pwd)/files
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check vobject==0.9.9 icalendar==7.3.2 \
  pyexcel-ods3==0.6.1 odfpy==1.4.1 openpyxl==3.1.5 xlsx2csv==0.8.6 polars==2.1.0 \
  fastexcel==0.21.0 pyarrow csvkit==2.2.0 duckdb==2.0.1 yamlfix==1.19.1
npm install --silent --no-audit --no-fund --prefix "$dir" ical-generator@10.2.0 ts-ics@2.4.6 \
  xlsx@0.18.5 exceljs@4.4.0 js-yaml@5.5.0 >/dev/null

cat > calendars.py <<'PY'
from datetime import datetime, timezone
from zoneinfo import ZoneInfo
import dateutil.tz
import icalendar
import vobject

made = datetime(2026, 1, 2, 9, tzinfo=dateutil.tz.UTC)
london = dateutil.tz.gettz("Europe/London")
calendar = vobject.iCalendar()
for uid, month in (("board-1", 3), ("board-2", 6)):
    event = calendar.add("vevent")
    event.add("uid").value = uid
    event.add("dtstamp").value = made
    event.add("summary").value = "Short breaks board"
    event.add("dtstart").value = datetime(2026, month, 10, 9, 30, tzinfo=london)
    event.add("dtend").value = datetime(2026, month, 10, 11, 0, tzinfo=london)
open("vobject.ics", "w", newline="").write(calendar.serialize())

london = ZoneInfo("Europe/London")
calendar = icalendar.Calendar()
calendar.add("prodid", "-//Example//Forum//EN")
calendar.add("version", "2.0")
event = icalendar.Event()
event.add("uid", "forum-1")
event.add("dtstamp", datetime(2026, 1, 2, 9, tzinfo=timezone.utc))
event.add("summary", "Forum")
event.add("dtstart", datetime(2026, 3, 3, 18, 30, tzinfo=london))
event.add("dtend", datetime(2026, 3, 3, 20, 0, tzinfo=london))
event.add("rrule", {"freq": "weekly", "count": 2})
event.add("rdate", [datetime(2026, 3, 26, 18, 30, tzinfo=london)])
calendar.add_component(event)
open("icalendar-further-day.ics", "wb").write(calendar.to_ical())
PY
cat > calendars.mjs <<'JS'
import fs from 'fs';
import ical from 'ical-generator';
import { convertIcsCalendar, generateIcsCalendar } from 'ts-ics';

const stamp = new Date(Date.UTC(2026, 0, 2, 9));
const calendar = ical();
calendar.prodId('//Example//Forum//EN');
const all = { stamp, allDay: true };
calendar.createEvent({ ...all, id: 'survey-1', start: new Date(2026, 2, 5), summary: 'Transport survey' });
calendar.createEvent({ ...all, id: 'survey-2', start: new Date(2026, 4, 5), summary: 'Short breaks survey' });
calendar.createEvent({
  ...all, id: 'drop-in', start: new Date(2026, 3, 28), summary: 'Drop-in',
  repeating: { freq: 'WEEKLY', until: new Date(2026, 4, 12) },
});
fs.writeFileSync('ical-generator.ics', calendar.toString());

const read = convertIcsCalendar(undefined, fs.readFileSync('icalendar-further-day.ics', 'utf8'));
fs.writeFileSync('ts-ics.ics', generateIcsCalendar(read));
JS

cat > workbooks.py <<'PY'
from collections import OrderedDict
from datetime import date, time
import openpyxl
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from pyexcel_ods3 import save_data

save_data("pyexcel-ods3.ods", OrderedDict({"Log": [
    ["Title", "Date", "Start", "Parents", "Step-free", "Feedback sent"],
    ["Short breaks board", date(2026, 3, 5), time(9, 30), 12, True, date(2026, 3, 19)],
    ["Transport workshop", date(2026, 3, 12), time(18, 30), 9, False, date(2026, 3, 26)],
]}))


def sheet(name, rows):
    book = OpenDocumentSpreadsheet()
    table = Table(name="Log")
    book.spreadsheet.addElement(table)
    for cells in rows:
        row = TableRow()
        table.addElement(row)
        for shown, value in cells:
            cell = TableCell(**value)
            if shown is not None:
                cell.addElement(P(text=shown))
            row.addElement(cell)
    book.save(name)


def text(shown):
    return shown, {"valuetype": "string"}


def day(value):
    return f"{value:%d/%m/%Y}", {"valuetype": "date", "datevalue": value.isoformat()}


yes = {"valuetype": "boolean", "booleanvalue": "true"}
sheet("odfpy-answers.ods", [
    [text("Title"), text("Date"), text("Step-free")],
    [text("Short breaks board"), day(date(2026, 3, 5)), ("TRUE", yes)],
    [text("Transport workshop"), day(date(2026, 3, 12)), ("true", yes)],
    [text("Forum"), day(date(2026, 3, 19)), ("Yes", yes)],
    [text("Drop-in"), day(date(2026, 3, 26)), (None, yes)],
])
sheet("odfpy-late-evening.ods", [
    [text("Title"), text("Date"), text("Start"), text("End")],
    [text("Forum"), day(date(2026, 3, 19)), ("18:30", {"valuetype": "time", "timevalue": "PT18H30M00S"}),
     ("26:30", {"valuetype": "time", "timevalue": "PT26H30M00S"})],
])


def log(name, rows, formats, hidden=None, iso=False):
    book = openpyxl.Workbook()
    book.iso_dates = iso
    page = book.active
    page.title = "Log"
    for row in rows:
        page.append(row)
    for column, shown in formats.items():
        for row in range(2, len(rows) + 1):
            page[f"{column}{row}"].number_format = shown
    if hidden:
        page.row_dimensions[hidden].hidden = True
    book.save(name)


log("openpyxl.xlsx", [
    ["Title", "Date", "Start", "Parents", "Room"],
    ["Short breaks board", date(2026, 3, 5), time(9, 30), 12, 14],
    ["Transport workshop", date(2026, 3, 12), time(18, 30), 9, 3],
    ["Forum", date(2026, 3, 19), time(18, 30), 5, 3],
], {"B": "dd/mm/yyyy", "C": "hh:mm", "D": '0 "parents"', "E": "0\\d"}, hidden=4)
log("openpyxl-iso-days.xlsx", [
    ["Title", "Date", "Start"],
    ["Short breaks board", date(2026, 3, 15), time(9, 30)],
], {"B": "dd/mm/yyyy", "C": "hh:mm"}, iso=True)
log("openpyxl-formulas.xlsx", [
    ["Title", "Date", "Feedback sent"],
    ["Short breaks board", date(2026, 3, 5), "=B2+10"],
    ["Transport workshop", date(2026, 3, 12), "=B3+10"],
], {"B": "dd/mm/yyyy", "C": "dd/mm/yyyy"})
PY
cat > workbooks.cjs <<'JS'
const ExcelJS = require('exceljs');
const XLSX = require('xlsx');

for (const [from, to] of [
  ['pyexcel-ods3.ods', 'sheetjs.ods'],
  ['openpyxl-formulas.xlsx', 'sheetjs-formulas.xlsx'],
]) XLSX.writeFile(XLSX.readFile(from, { cellDates: true }), to);
(async () => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile('openpyxl.xlsx');
  await book.xlsx.writeFile('exceljs.xlsx');
})();
JS
cat > scripts.py <<'PY'
import duckdb
import polars

short = "Title,Date,Start\nShort breaks board,28/02/26,09:30\nForum,27/02/26,18:30\n"
open("short.csv", "w").write(short)
duckdb.sql("COPY (FROM 'short.csv') TO 'duckdb.csv'")
polars.read_csv("short.csv", try_parse_dates=True).write_csv("polars-days.csv")
polars.read_excel("openpyxl.xlsx").write_csv("polars-times.csv")
open("british.csv", "w").write(
    "Title,Date,Start,Month\nShort breaks board,05/03/2026,09:30,March\nForum,12/03/2026,18:30,March\n")
open("yamlfix.yaml", "w").write(
    "title: Short breaks board\nkind: meeting\norganisers:\n- council\ndate: 2026-03-05\n"
    "start: '18:30'\nend: '20:00'\n")
open("merged.yaml", "w").write(
    "- &first\n  title: Short breaks board\n  kind: meeting\n  organisers: [council]\n"
    "  date: 2026-03-05\n- <<: *first\n  title: Short breaks board, April\n  date: 2026-04-09\n")
PY
cat > yaml.mjs <<'JS'
import fs from 'fs';
import * as yaml from 'js-yaml';

fs.writeFileSync('js-yaml.yaml', yaml.dump(yaml.load(fs.readFileSync('merged.yaml', 'utf8'))));
JS

mkdir src
cat > Cargo.toml <<'TOML'
[package]
name = "make"
version = "0.1.0"
edition = "2021"

[dependencies]
chrono = "=0.4.45"
icalendar = "=0.17.17"
spreadsheet-ods = "=1.0.4"
TOML
cat > src/main.rs <<'RS'
use chrono::{NaiveDate, NaiveTime};
use icalendar::{Calendar, Component, Event, EventLike};

fn main() {
    let day = NaiveDate::from_ymd_opt(2026, 3, 5).unwrap();
    let survey = Event::new()
        .uid("survey-1")
        .timestamp(day.and_hms_opt(9, 0, 0).unwrap().and_utc())
        .summary("Short breaks survey")
        .add_property("CATEGORIES", "Survey")
        .all_day(day)
        .done();
    let calendar = Calendar::new().push(survey).done();
    std::fs::write("icalendar-crate.ics", calendar.to_string()).unwrap();

    let mut sheet = spreadsheet_ods::Sheet::new("Log");
    for (column, heading) in ["Title", "Date", "Start", "Parents"].iter().enumerate() {
        sheet.set_value(0, column as u32, *heading);
    }
    sheet.set_value(1, 0, "Short breaks board");
    sheet.set_value(1, 1, day);
    sheet.set_value(1, 2, NaiveTime::from_hms_opt(9, 30, 0).unwrap());
    sheet.set_value(1, 3, 12);
    let mut book = spreadsheet_ods::WorkBook::new_empty();
    book.push_sheet(sheet);
    spreadsheet_ods::write_ods(&mut book, "spreadsheet-ods.ods").unwrap();
}
RS

export TZ=Europe/London
venv/bin/python calendars.py
node calendars.mjs
venv/bin/python workbooks.py
node workbooks.cjs
venv/bin/python scripts.py
venv/bin/yamlfix yamlfix.yaml >/dev/null 2>&1
node yaml.mjs
venv/bin/xlsx2csv openpyxl.xlsx xlsx2csv.csv
venv/bin/csvsort -c Title british.csv > csvkit.csv
cargo run --quiet 2>errors || { cat errors >&2; exit 1; }
made=(vobject.ics icalendar-further-day.ics ical-generator.ics ts-ics.ics icalendar-crate.ics
  pyexcel-ods3.ods sheetjs.ods odfpy-answers.ods odfpy-late-evening.ods spreadsheet-ods.ods
  openpyxl.xlsx openpyxl-iso-days.xlsx openpyxl-formulas.xlsx exceljs.xlsx
  sheetjs-formulas.xlsx xlsx2csv.csv csvkit.csv duckdb.csv polars-days.csv polars-times.csv
  js-yaml.yaml yamlfix.yaml)
if command -v soffice >/dev/null; then
  office() { soffice "-env:UserInstallation=file://$dir/profile" --headless "$@" >/dev/null 2>&1; }
  LC_ALL=C office --convert-to csv --outdir out openpyxl.xlsx
  mv out/openpyxl.csv libreoffice-command-line.csv
  made+=(libreoffice-command-line.csv)
fi
if command -v ssconvert >/dev/null; then
  ssconvert openpyxl.xlsx gnumeric.ods 2>/dev/null
  made+=(gnumeric.ods)
fi
cp "${made[@]}" "$files"
