#!/usr/bin/env bash
# SheetJS: in an .ods, every day, time, number and yes that has no text beside it is dropped.
#
# What: an OpenDocument cell holds its value in an attribute; the text in it shows how that looked last.
#   Scripts write values alone. SheetJS reads only the texts of such a sheet: of a row of title,
#   day, time, number and answer the title is left, with no error. Saved again, the rest is gone.
# Versions: xlsx (SheetJS) 0.18.5, the last on npm; written by pyexcel-ods3 0.6.1, which also reads it
#   back, as python-calamine 0.9.1 does.
# Why it matters: the log arrives with its headings and titles and looks like one that nobody filled in.
# Source: OpenDocument 1.3 Part 3, office:value-type and the attributes it names hold the value of a
#   cell; 9.1.4 <table:table-cell>: paragraphs in it are optional.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" xlsx@0.18.5 >/dev/null
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pyexcel-ods3==0.6.1 python-calamine==0.9.1

cat > write.py <<'PY'
from datetime import date, time
from pyexcel_ods3 import get_data, save_data
import python_calamine

save_data("log.ods", {"Log": [["Forum", date(2026, 3, 5), time(18, 30), 7, True]]})
print("pyexcel ", *get_data("log.ods")["Log"][0], sep="|")
print("calamine", *python_calamine.CalamineWorkbook.from_path("log.ods").get_sheet_by_index(0).to_python()[0], sep="|")
PY
cat > read.cjs <<'JS'
const XLSX = require('xlsx');

for (const options of [{}, { cellDates: true }]) {
  const sheet = XLSX.readFile('log.ods', options).Sheets.Log;
  console.log(['SheetJS ', ...XLSX.utils.sheet_to_json(sheet, { header: 1 })[0]].join('|'));
}
JS
seen=$(venv/bin/python write.py; node read.cjs)
recorded='pyexcel |Forum|2026-03-05|18:30:00|7|True
calamine|Forum|2026-03-05|18:30:00|7.0|True
SheetJS |Forum
SheetJS |Forum'

echo "xlsx 0.18.5, pyexcel-ods3 0.6.1, python-calamine 0.9.1"
echo "Expected: five values in every line."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
