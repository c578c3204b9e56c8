#!/usr/bin/env bash
# docx2python: an item that was moved is in the minutes twice.
#
# What: with changes tracked, a piece of text moved from one paragraph to another is kept in both, as
#   moved-from and as moved-to. docx2python leaves out deleted text but not moved-from text, so that
#   "item 4, deferred" is read in its old place and in its new one.
# Versions: docx2python 3.7.1; mammoth 1.13.0 (JavaScript) as the control.
# Why it matters: a decision is counted twice, once under the heading that it was moved away from.
# Source: ECMA-376 Part 1, 17.13.5.22 (w:moveFrom, move source run content: no longer at that place
#   once accepted) and 17.13.5.25 (w:moveTo).
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
TRACKED = 'w:author="Chair" w:date="2026-03-05T10:00:00Z"'


def run(text, tag="t"):
    return f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


document = docx.Document()
for part in (
    f'{run("Agreed: ")}<w:moveFromRangeStart w:id="1" {TRACKED} w:name="move1"/>'
    f'<w:moveFrom w:id="2" {TRACKED}>{run("item 4, deferred")}</w:moveFrom><w:moveFromRangeEnd w:id="1"/>',
    f'{run("Open: ")}<w:moveToRangeStart w:id="3" {TRACKED} w:name="move1"/>'
    f'<w:moveTo w:id="4" {TRACKED}>{run("item 4, deferred")}</w:moveTo><w:moveToRangeEnd w:id="3"/>',
    f'{run("Dropped: ")}<w:del w:id="5" {TRACKED}>{run("item 5", "delText")}</w:del>',
):
    document.element.body.sectPr.addprevious(parse_xml(f"<w:p {NAMES}>{part}</w:p>"))
document.save("minutes.docx")
print("docx2python", [line.strip() for line in docx2python("minutes.docx").text.split("\n") if line.strip()])
PY
cat > control.cjs <<'JS'
require('mammoth').extractRawText({ path: 'minutes.docx' }).then(({ value }) =>
  console.log('mammoth    ', value.split(/\n+/).map((line) => line.trim()).filter(Boolean)));
JS
seen=$(venv/bin/python probe.py; node control.cjs)
recorded="docx2python ['Agreed: item 4, deferred', 'Open: item 4, deferred', 'Dropped:']
mammoth     [ 'Agreed:', 'Open: item 4, deferred', 'Dropped:' ]"

echo "docx2python 3.7.1, mammoth 1.13.0"
echo "Expected: the item once, under Open."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
