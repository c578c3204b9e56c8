#!/usr/bin/env bash
# gray-matter: what is set in one record is set in another one.
#
# What: gray-matter keeps what it has read, by text. Two Markdown files with the same text get the
#   same data object: a field that a program adds to the first is in the second as if it had been
#   written there, and a file read again is not as it is on disk. With any options, even {}, every
#   call reads anew.
# Versions: gray-matter 4.0.3; python-frontmatter 1.3.0 as the control.
# Why it matters: records made from one template (meeting cancelled, nobody came) have the same text.
#   A program that notes the file name or a verdict in the data notes the last one in all of them.
# Source: the package's README shows matter(string) as a function from a text to an object, and names
#   no state that calls share.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" gray-matter@4.0.3 >/dev/null
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check python-frontmatter==1.3.0 PyYAML==6.0.4

printf -- '---\nmeeting: cancelled\n---\nNobody came.\n' > march.md
cp march.md april.md
cat > probe.cjs <<'JS'
const { readFileSync } = require('node:fs');
const matter = require('gray-matter');

for (const [name, options] of [['no options', []], ['options {}', [{}]]]) {
  const [march, april] = ['march.md', 'april.md'].map((path) => matter(readFileSync(path, 'utf8'), ...options).data);
  march.file = 'march.md';
  console.log(`gray-matter, ${name}: april ${JSON.stringify(april)}`);
}
JS
cat > control.py <<'PY'
import frontmatter

march, april = (frontmatter.load(path) for path in ("march.md", "april.md"))
march["file"] = "march.md"
print("python-frontmatter: april", april.metadata)
PY
seen=$(node probe.cjs; venv/bin/python control.py)
recorded=$(cat <<'OUT'
gray-matter, no options: april {"meeting":"cancelled","file":"march.md"}
gray-matter, options {}: april {"meeting":"cancelled"}
python-frontmatter: april {'meeting': 'cancelled'}
OUT
)

echo "gray-matter 4.0.3, python-frontmatter 1.3.0"
echo "Expected: no file name in the data of april.md."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
