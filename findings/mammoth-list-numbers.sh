#!/usr/bin/env bash
# mammoth: the numbered actions of minutes start again at 1 after every paragraph between them.
#
# What: in a Word document, items of one list go on with their numbers whatever stands between: actions
#   1 and 2, a remark, actions 3 and 4. mammoth makes two lists of them, each from 1, in HTML and in
#   Markdown; nothing says that the second goes on at 3.
# Versions: mammoth 1.13.0 (npm) and 1.12.0 (PyPI); written by python-docx 1.2.0. docx2python 3.7.1, which
#   counts as Word does, as the control.
# Why it matters: "see action 3" in later minutes points at another action, or at none, and a screen reader
#   announces several short lists.
# Source: ECMA-376 Part 1, 17.9.18 numId: paragraphs with one numId are of one list; 17.9.25 start: where
#   the numbers begin, and 17.9.10: what starts them again.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" mammoth@1.13.0 >/dev/null
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check python-docx==1.2.0 mammoth==1.12.0 docx2python==3.7.1

cat > probe.py <<'PY'
from docx import Document
from docx2python import docx2python
import mammoth


def numbered(document, text, number):
    """An item of a list as Word writes it: the paragraph itself names the list."""
    paragraph = document.add_paragraph(text)
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = number


document = Document()
number = document.styles["List Number"].element.pPr.numPr.numId.val
for text in ("Ask", "Book"):
    numbered(document, text, number)
document.add_paragraph("A remark.")
numbered(document, "Call", number)
document.save("minutes.docx")
print("docx2python", *docx2python("minutes.docx").text.split())
with open("minutes.docx", "rb") as file:
    print("mammoth (PyPI)", mammoth.convert_to_html(file).value)
PY
cat > probe.cjs <<'JS'
const mammoth = require('mammoth');

(async () => {
  console.log('mammoth (npm)', (await mammoth.convertToHtml({ path: 'minutes.docx' })).value);
  const markdown = (await mammoth.convertToMarkdown({ path: 'minutes.docx' })).value;
  console.log('mammoth (npm)', markdown.trim().split(/\n+/).join(' / '));
})();
JS
seen=$(venv/bin/python probe.py; node probe.cjs)
recorded='docx2python 1) Ask 2) Book A remark. 3) Call
mammoth (PyPI) <ol><li>Ask</li><li>Book</li></ol><p>A remark.</p><ol><li>Call</li></ol>
mammoth (npm) <ol><li>Ask</li><li>Book</li></ol><p>A remark.</p><ol><li>Call</li></ol>
mammoth (npm) 1. Ask / 2. Book / A remark\. / 1. Call'

echo "mammoth 1.13.0 (npm), 1.12.0 (PyPI), docx2python 3.7.1, python-docx 1.2.0"
echo "Expected: Call is number 3."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
