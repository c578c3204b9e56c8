#!/usr/bin/env bash
# python-docx: what was filled in on a form is not there.
#
# What: templates for minutes have content controls to fill in: a date in a line, a whole paragraph,
#   a cell of a table. python-docx leaves out all three: the line keeps its label and loses the date,
#   the paragraph is not in Document.paragraphs, and the row has a cell less, so that what follows
#   moves one column to the left.
# Versions: python-docx 1.2.0; mammoth 1.13.0 (JavaScript) as the control.
# Why it matters: the fields of the form are the record (date, who was there, the answer), and exactly
#   they go, while headings and labels stay, so that the form looks unfilled.
# Source: ECMA-376 Part 1, 17.5.2: the content of w:sdt is content of the document at the place where
#   it stands: of a line, of the body, or of a row.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" mammoth@1.13.0 >/dev/null
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check python-docx==1.2.0 lxml==6.1.3

cat > probe.py <<'PY'
import docx
from docx.oxml import parse_xml

NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def control(content, names=""):
    return f"<w:sdt {names}><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def cell(text):
    return f"<w:tc><w:p>{run(text)}</w:p></w:tc>"


document = docx.Document()
for part in (
    f'<w:p {NAMES}>{run("Date: ")}{control(run("5 March 2026"))}</w:p>',
    control(f'<w:p>{run("Present: eight parents")}</w:p>', NAMES),
    f'<w:tbl {NAMES}><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid>'
    f'<w:tr>{cell("Quorum")}{control(cell("yes"))}{cell("Chair")}</w:tr></w:tbl>',
):
    document.element.body.sectPr.addprevious(parse_xml(part))
document.save("form.docx")

document = docx.Document("form.docx")
print("python-docx paragraphs:", [paragraph.text for paragraph in document.paragraphs])
print("python-docx row:       ", [one.text for one in document.tables[0].rows[0].cells])
PY
cat > control.cjs <<'JS'
require('mammoth').extractRawText({ path: 'form.docx' }).then(({ value }) =>
  console.log('mammoth:               ', value.split(/\n+/).filter(Boolean).join(' | ')));
JS
seen=$(venv/bin/python probe.py; node control.cjs)
recorded="python-docx paragraphs: ['Date: ']
python-docx row:        ['Quorum', 'Chair']
mammoth:                Date: 5 March 2026 | Present: eight parents | Quorum | yes | Chair"

echo "python-docx 1.2.0, mammoth 1.13.0"
echo "Expected: the date, the paragraph and three cells, as in mammoth's text."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
