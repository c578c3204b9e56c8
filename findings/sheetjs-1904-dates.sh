#!/usr/bin/env bash
# SheetJS: in a workbook that counts from 1904 a cell shows one day and holds another.
#
# What: workbooks from older Macs count days from 1904. Read with cellDates, SheetJS gives such a cell
#   the right text (29/03/2026) and, as its value, a date four years and a day earlier. Times and
#   the same cell in an ordinary workbook are right.
# Versions: xlsx (SheetJS) 0.18.5, the last on npm; ExcelJS 4.4.0 and openpyxl 3.1.5 as controls.
# Why it matters: such a file looks right on screen and in CSV, which use the text, while a program
#   that sorts by date or counts days sees meetings of 2022.
# Source: ECMA-376 Part 1, 18.17.4.1: with date1904 set, serial value 0 is 1 January 1904.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" xlsx@0.18.5 exceljs@4.4.0 >/dev/null
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check xlsxwriter==3.3.1 openpyxl==3.1.5

cat > write.py <<'PY'
from datetime import date
import openpyxl
import xlsxwriter

for epoch in (1900, 1904):
    book = xlsxwriter.Workbook(f"{epoch}.xlsx", {"date_1904": epoch == 1904})
    book.add_worksheet().write_datetime("A1", date(2026, 3, 29), book.add_format({"num_format": "dd/mm/yyyy"}))
    book.close()
    print(epoch, "openpyxl", openpyxl.load_workbook(f"{epoch}.xlsx").active["A1"].value.date())
PY
cat > read.cjs <<'JS'
const XLSX = require('xlsx');
const ExcelJS = require('exceljs');

(async () => {
  for (const epoch of ['1900', '1904']) {
    const cell = XLSX.readFile(`${epoch}.xlsx`, { cellDates: true }).Sheets.Sheet1.A1;
    console.log(epoch, 'SheetJS  value', cell.v.toISOString().slice(0, 10), 'text', cell.w);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(`${epoch}.xlsx`);
    console.log(epoch, 'ExcelJS  value', book.worksheets[0].getCell('A1').value.toISOString().slice(0, 10));
  }
})();
JS
seen=$(venv/bin/python write.py; TZ=UTC node read.cjs)
recorded='1900 openpyxl 2026-03-29
1904 openpyxl 2026-03-29
1900 SheetJS  value 2026-03-29 text 29/03/2026
1900 ExcelJS  value 2026-03-29
1904 SheetJS  value 2022-03-28 text 29/03/2026
1904 ExcelJS  value 2026-03-29'

echo "xlsx 0.18.5, exceljs 4.4.0, openpyxl 3.1.5"
echo "Expected: 29 March 2026 everywhere."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
