#!/usr/bin/env bash
# ExcelJS: days that a workbook spells out, as ISO 8601 has them, become days of July 1905.
#
# What: a cell of a workbook may hold a day as a number or, with t="d", as 2026-03-15. ExcelJS takes the
#   beginning of the text for a number: 2026 days after 1900 is 18 July 1905, and 09:30 becomes
#   8 January 1900. Saved again, the workbook holds those days. read-excel-file reads the day, and
#   refuses the whole file for the time.
# Versions: ExcelJS 4.4.0, read-excel-file 9.3.17; written by openpyxl 3.1.5 with iso_dates, which also
#   reads it back.
# Why it matters: nothing is refused, and every meeting of the log is a hundred and twenty years old.
# Source: ECMA-376 Part 1, 18.18.11 ST_CellType: d is for a cell with a date in the form of ISO 8601.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" exceljs@4.4.0 read-excel-file@9.3.17 >/dev/null
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check openpyxl==3.1.5

cat > write.py <<'PY'
from datetime import date, time
import openpyxl

for name, iso in (("numbers", False), ("texts", True)):
    book = openpyxl.Workbook()
    book.iso_dates = iso
    book.active.append([date(2026, 3, 15), time(9, 30)])
    book.save(f"{name}.xlsx")
    print(name.ljust(7), "openpyxl       ", *next(openpyxl.load_workbook(f"{name}.xlsx").active.values))
PY
cat > read.mjs <<'JS'
import ExcelJS from 'exceljs';
import readExcelFile from 'read-excel-file/node';

const show = (value) => value.toISOString().slice(0, 19).replace('T', ' ');
for (const name of ['numbers', 'texts']) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(`${name}.xlsx`);
  console.log(name.padEnd(7), 'ExcelJS         ' + book.worksheets[0].getRow(1).values.slice(1).map(show).join(' '));
  const rows = readExcelFile(`${name}.xlsx`);
  const read = await rows.then((sheets) => sheets[0].data[0].map(show).join(' '), () => 'refuses it');
  console.log(name.padEnd(7), 'read-excel-file ' + read);
}
JS
seen=$(venv/bin/python write.py; TZ=UTC node read.mjs)
recorded='numbers openpyxl        2026-03-15 00:00:00 09:30:00
texts   openpyxl        2026-03-15 09:30:00
numbers ExcelJS         2026-03-15 00:00:00 1899-12-30 09:30:00
numbers read-excel-file 2026-03-15 00:00:00 1899-12-30 09:30:00
texts   ExcelJS         1905-07-18 00:00:00 1900-01-08 00:00:00
texts   read-excel-file refuses it'

echo "exceljs 4.4.0, read-excel-file 9.3.17, openpyxl 3.1.5"
echo "Expected: 15 March 2026 and 09:30 in every line."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
