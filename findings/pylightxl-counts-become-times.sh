#!/usr/bin/env bash
# pylightxl: "12 parents" is midnight.
#
# What: a count shown with its unit has a number format such as 0 "parents" or 0 "days". pylightxl
#   looks for the letters of date codes in the whole format, also in the quoted words, and gives the
#   text 00:00:00 for 12 parents, and a day of January 1900 for 3 days. The number cannot be had any
#   more. A unit without these letters (0 "min") is read as a number.
# Versions: pylightxl 1.61; openpyxl 3.1.5 as the control.
# Why it matters: attendance is the one number that a record of a meeting must keep. Twelve and
#   fourteen parents are the same midnight.
# Source: ECMA-376 Part 1, 18.8.31: text in double quotation marks is shown as it is and is no code.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pylightxl==1.61 openpyxl==3.1.5 xlsxwriter==3.3.1

cat > probe.py <<'PY'
import openpyxl
import pylightxl
import xlsxwriter

CELLS = ((12, '0 "parents"'), (14, '0 "parents"'), (3, '0 "days"'), (2, '0 "hours"'), (90, '0 "min"'), (12, "0"))
book = xlsxwriter.Workbook("attendance.xlsx")
sheet = book.add_worksheet("Meetings")
for row, (value, form) in enumerate(CELLS):
    sheet.write_number(row, 0, value, book.add_format({"num_format": form}))
book.close()

read = pylightxl.readxl("attendance.xlsx").ws("Meetings")
control = openpyxl.load_workbook("attendance.xlsx")["Meetings"]
for row, (value, form) in enumerate(CELLS, 1):
    print(f"{value} as {form}: pylightxl {read.index(row, 1)!r}, openpyxl {control.cell(row, 1).value!r}")
PY
seen=$(venv/bin/python probe.py)
recorded=$(cat <<'OUT'
12 as 0 "parents": pylightxl '00:00:00', openpyxl 12
14 as 0 "parents": pylightxl '00:00:00', openpyxl 14
3 as 0 "days": pylightxl '1900/01/02 00:00:00', openpyxl 3
2 as 0 "hours": pylightxl '00:00:00', openpyxl 2
90 as 0 "min": pylightxl 90, openpyxl 90
12 as 0: pylightxl 12, openpyxl 12
OUT
)

echo "pylightxl 1.61, openpyxl 3.1.5"
echo "Expected: the number in every line."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
