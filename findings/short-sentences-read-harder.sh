#!/usr/bin/env bash
# text-readability and textstat: short sentences make a text harder to read.
#
# What: both leave out sentences of one or two words when they count sentences, but not their words.
#   A text to which "We agreed. They agreed. All agreed." is added goes up two school years, and five
#   short sentences in a row are counted as two.
# Versions: text-readability 1.1.1 (JavaScript), textstat 0.7.13 (Python), of which the first is a port.
# Why it matters: charters promise papers in plain language and measure it with these scores. Whoever
#   follows the advice to write short sentences is told that the text has become harder.
# Source: Flesch and Kincaid's formulas are of words per sentence and syllables per word, so that a
#   shorter sentence can only bring the grade down; GOV.UK's guidance on writing asks for short ones.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" text-readability@1.1.1 >/dev/null
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check textstat==0.7.13 nltk==3.10.4

cat > texts.json <<'JSON'
{"long": "The forum agreed to ask the council for papers in plain language before every meeting.",
 "long and short": "The forum agreed to ask the council for papers in plain language before every meeting. We agreed. They agreed. All agreed.",
 "short": "We met. They left. All agreed. Papers came late. Please reply by Friday."}
JSON
cat > probe.cjs <<'JS'
const texts = require('./texts.json');
const package_ = require('text-readability');
const readability = package_.default ?? package_;

for (const [name, text] of Object.entries(texts)) {
  console.log(`text-readability ${name}: ${readability.sentenceCount(text)} sentences,`,
    `${readability.lexiconCount(text)} words, grade ${readability.fleschKincaidGrade(text)}`);
}
JS
cat > probe.py <<'PY'
import json
import textstat

with open("texts.json", encoding="utf-8") as file:
    for name, text in json.load(file).items():
        print(f"textstat {name}: {textstat.sentence_count(text)} sentences, {textstat.lexicon_count(text)} words")
PY
seen=$(node probe.cjs; venv/bin/python probe.py)
recorded='text-readability long: 1 sentences, 15 words, grade 8
text-readability long and short: 1 sentences, 21 words, grade 10.3
text-readability short: 2 sentences, 13 words, grade 2.3
textstat long: 1 sentences, 15 words
textstat long and short: 1 sentences, 21 words
textstat short: 2 sentences, 13 words'

echo "text-readability 1.1.1, textstat 0.7.13"
echo "Expected: 1, 4 and 5 sentences, and a lower grade for the second text than for the first."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
