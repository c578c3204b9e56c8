#!/usr/bin/env bash
# pandas with odfpy: a yes in an .ods is read as no, unless it is shown as TRUE.
#
# What: an OpenDocument cell has a value and a text that shows it. Of four cells whose value is true,
#   shown as TRUE, true, Yes and not at all, pandas makes True, False, False and False: it compares
#   the text with "TRUE". With its other reader of .ods, calamine, all four are True.
# Versions: pandas 3.1.1 with odfpy 1.4.1, and with python-calamine 0.9.1.
# Why it matters: LibreOffice shows true as the language of the computer has it, and scripts write no
#   text at all. "Step-free: yes" arrives as no, with nothing to notice.
# Source: OpenDocument 1.3 Part 3, office:boolean-value is the value of a boolean cell; 9.1.4
#   <table:table-cell>: what is in the element is how the value is shown.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pandas==3.1.1 odfpy==1.4.1 python-calamine==0.9.1

cat > probe.py <<'PY'
import pandas
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

book = OpenDocumentSpreadsheet()
table = Table(name="Log")
book.spreadsheet.addElement(table)
for shown in ("Step-free", "TRUE", "true", "Yes", None):
    row = TableRow()
    table.addElement(row)
    heading = {"valuetype": "string"}
    cell = TableCell(**heading if shown == "Step-free" else {"valuetype": "boolean", "booleanvalue": "true"})
    if shown:
        cell.addElement(P(text=shown))
    row.addElement(cell)
book.save("log.ods")
for engine in ("odf", "calamine"):
    print(engine.ljust(8), *pandas.read_excel("log.ods", engine=engine)["Step-free"])
PY
seen=$(venv/bin/python probe.py)
recorded='odf      True False False False
calamine True True True True'

echo "pandas 3.1.1, odfpy 1.4.1, python-calamine 0.9.1"
echo "Expected: True for all four cells, by both readers."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
