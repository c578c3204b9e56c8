#!/usr/bin/env bash
# xlsx2csv: twelve parents become the words 0 "parents".
#
# What: a cell that holds 12 and is shown as "12 parents", by the format 0 "parents", is written to the
#   CSV as the format itself: 0 "parents". The number is gone, and nine parents look the same. Rows
#   that are hidden, by hand or by a filter, are left out unless told otherwise.
# Versions: xlsx2csv 0.8.6; openpyxl 3.1.5 and python-calamine 0.9.1 as controls.
# Why it matters: who reads the leading number of such a column finds that nobody ever came.
# Source: ECMA-376 Part 1, 18.8.31 numFmts: 0 stands for a digit of the number, text in quotation marks
#   for itself.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check xlsx2csv==0.8.6 openpyxl==3.1.5 python-calamine==0.9.1

cat > write.py <<'PY'
import openpyxl
import python_calamine

book = openpyxl.Workbook()
page = book.active
for row, number in enumerate((12, 9, 5), start=1):
    page.append([f"Forum {row}", number])
    page[f"B{row}"].number_format = "0" if row == 3 else '0 "parents"'
page.row_dimensions[3].hidden = True
book.save("log.xlsx")
print("openpyxl", *openpyxl.load_workbook("log.xlsx").active.values)
print("calamine", *python_calamine.CalamineWorkbook.from_path("log.xlsx").get_sheet_by_index(0).to_python())
PY
seen=$(venv/bin/python write.py; venv/bin/xlsx2csv log.xlsx | sed 's/^/xlsx2csv /')
recorded=$(cat <<'OUT'
openpyxl ('Forum 1', 12) ('Forum 2', 9) ('Forum 3', 5)
calamine ['Forum 1', 12.0] ['Forum 2', 9.0] ['Forum 3', 5.0]
xlsx2csv Forum 1,"0 ""parents"""
xlsx2csv Forum 2,"0 ""parents"""
OUT
)

echo "xlsx2csv 0.8.6, openpyxl 3.1.5, python-calamine 0.9.1"
echo "Expected: 12 or 12 parents, 9 or 9 parents, and 5, by each program."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
