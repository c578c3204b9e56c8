#!/usr/bin/env bash
# python-docx: minutes with tracked changes are read as nobody wrote them.
#
# What: draft minutes say "The plan was agreed by all."; the chair puts in "not" and strikes out "by
#   all", with changes tracked. Paragraph.text of python-docx gives "The plan was agreed." It leaves
#   out what was put in and what was struck out, which is neither the draft nor the corrected text.
# Versions: python-docx 1.2.0; mammoth 1.13.0 (JavaScript) and docx2python 3.7.1 as controls.
# Why it matters: minutes go round with changes tracked before they are agreed. A word such as "not"
#   turns a decision round, and no sign is left in the text that anything was there.
# Source: ECMA-376 Part 1, 17.13.5.18 (w:ins, inserted run content) and 17.13.5.14 (w:del, deleted run
#   content): accepted, the insertion is part of the paragraph; rejected, the deletion is.
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
document.element.body.sectPr.addprevious(parse_xml(
    f'<w:p {NAMES}>{run("The plan was ")}<w:ins w:id="1" {TRACKED}>{run("not ")}</w:ins>{run("agreed")}'
    f'<w:del w:id="2" {TRACKED}>{run(" by all", "delText")}</w:del>{run(".")}</w:p>'))
document.save("minutes.docx")

print("draft:      The plan was agreed by all.")
print("corrected:  The plan was not agreed.")
print("python-docx", docx.Document("minutes.docx").paragraphs[0].text)
print("docx2python", docx2python("minutes.docx").text.strip())
PY
cat > control.cjs <<'JS'
require('mammoth').extractRawText({ path: 'minutes.docx' }).then(({ value }) => console.log('mammoth    ', value.trim()));
JS
seen=$(venv/bin/python probe.py; node control.cjs)
recorded='draft:      The plan was agreed by all.
corrected:  The plan was not agreed.
python-docx The plan was agreed.
docx2python The plan was not agreed.
mammoth     The plan was not agreed.'

echo "python-docx 1.2.0, docx2python 3.7.1, mammoth 1.13.0"
echo "Expected: one of the two texts that were written."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
