#!/usr/bin/env bash
# mammoth: the date of the next meeting is gone when it is a simple field.
#
# What: Word can store a field (a date, a document property, a cross-reference, a merged value) in one
#   element or in several runs; both hold the text that is shown. mammoth gives the text of the
#   long form and leaves out that of the short one, with a warning that most callers do not look at.
# Versions: mammoth 1.13.0 (JavaScript); docx2python 3.7.1 as the control.
# Why it matters: letters and minutes filled from a list by mail merge come out as "Next meeting:"
#   and nothing, according to which program had saved the file.
# Source: ECMA-376 Part 1, 17.16.19: w:fldSimple holds the runs of the field's last result; 17.16.18
#   (w:fldChar) holds the same between its separate and its end mark.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" mammoth@1.13.0 >/dev/null
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check python-docx==1.2.0 docx2python==3.7.1 lxml==6.1.3

cat > probe.py <<'PY'
import docx
from docx.oxml import parse_xml
from docx2python import docx2python

NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def run(content):
    return f"<w:r>{content}</w:r>"


def text(words):
    return run(f'<w:t xml:space="preserve">{words}</w:t>')


def mark(kind):
    return run(f'<w:fldChar w:fldCharType="{kind}"/>')


document = docx.Document()
instruction = ' DOCPROPERTY "Next meeting" '
for part in (
    text("Short form, next meeting: ")
    + f"<w:fldSimple w:instr='{instruction}'>{text('12 May 2026')}</w:fldSimple>",
    text("Long form, next meeting: ") + mark("begin")
    + run(f'<w:instrText xml:space="preserve">{instruction}</w:instrText>')
    + mark("separate") + text("12 May 2026") + mark("end"),
):
    document.element.body.sectPr.addprevious(parse_xml(f"<w:p {NAMES}>{part}</w:p>"))
document.save("minutes.docx")
for line in docx2python("minutes.docx").text.split("\n"):
    if line:
        print("docx2python", line)
PY
cat > probe.cjs <<'JS'
require('mammoth').extractRawText({ path: 'minutes.docx' }).then(({ value, messages }) => {
  for (const line of value.split('\n').filter(Boolean)) console.log('mammoth    ', line.trim());
  console.log('mammoth    ', messages.map((message) => message.message).join('; '));
});
JS
seen=$(venv/bin/python probe.py; node probe.cjs)
recorded=$(cat <<'OUT'
docx2python Short form, next meeting: 12 May 2026
docx2python Long form, next meeting: 12 May 2026
mammoth     Short form, next meeting:
mammoth     Long form, next meeting: 12 May 2026
mammoth     An unrecognised element was ignored: w:fldSimple
OUT
)

echo "mammoth 1.13.0, docx2python 3.7.1"
echo "Expected: 12 May 2026 in every line."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
