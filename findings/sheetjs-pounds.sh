#!/usr/bin/env bash
# SheetJS: it can write amounts in dollars and euros, not in pounds.
#
# What: a cell of 1250.5 with the format "£#,##0.00" has no text in SheetJS: CSV and HTML made from it
#   say 1250.5, and 40 pence too much spent is -0.4. With $ or € in the same place they say $1,250.50 and
#   €1,250.50. Asked to apply the format itself, the library says that £ is not known; on reading a
#   file the error is swallowed.
# Versions: xlsx (SheetJS) 0.18.5, the last on npm.
# Why it matters: budgets and expenses in exported tables lose the pound sign, the comma and the pence, cell by
#   cell and according to how each was formatted: amounts typed with Excel's own currency format
#   ([$£-809]) keep them, so that one column has both.
# Source: ECMA-376 Part 1, 18.8.31: currency symbols, the pound sign among them, are shown as they are
#   without quotation marks.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" xlsx@0.18.5 >/dev/null
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check xlsxwriter==3.3.1

cat > write.py <<'PY'
import xlsxwriter

book = xlsxwriter.Workbook("budget.xlsx")
sheet = book.add_worksheet()
for row, form in enumerate(("£#,##0.00", "$#,##0.00", "€#,##0.00", "[$£-809]#,##0.00")):
    for column, amount in enumerate((1250.5, -0.4)):
        sheet.write_number(row, column, amount, book.add_format({"num_format": form}))
    sheet.write_string(row, 2, form)
book.close()
PY
venv/bin/python write.py
cat > read.cjs <<'JS'
const XLSX = require('xlsx');

const sheet = XLSX.readFile('budget.xlsx').Sheets.Sheet1;
console.log(XLSX.utils.sheet_to_csv(sheet, { FS: ' ; ' }).trim());
try {
  console.log(XLSX.SSF.format('£#,##0.00', 1250.5));
} catch (error) {
  console.log(error.message ?? error);
}
JS
seen=$(node read.cjs)
recorded='1250.5 ; -0.4 ; £#,##0.00
$1,250.50 ; -$0.40 ; $#,##0.00
€1,250.50 ; -€0.40 ; €#,##0.00
£1,250.50 ; -£0.40 ; [$£-809]#,##0.00
unrecognized character £ in £#,##0.00'

echo "xlsx 0.18.5"
echo "Expected: £1,250.50 in the first line, as in the last."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
