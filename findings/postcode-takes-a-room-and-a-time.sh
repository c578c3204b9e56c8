#!/usr/bin/env bash
# postcode (JavaScript): "room B1 4PM" is a postcode, and is struck out.
#
# What: the last two letters of a British postcode are never C, I, K, M, O or V, so that no postcode
#   ends in AM or PM. The package postcode leaves this rule out: it says that B1 4PM and A1 2AM are
#   valid, finds them in text, and its replace() takes the room and the time out of a note.
# Versions: postcode 5.1.0 (its port to Rust, uk-postcode 0.2.0, does the same); uk-postcode-utils 1.1
#   (Python) as the control.
# Why it matters: places and times of meetings vanish from minutes that are cleared of addresses
#   before they are published, and "when did they meet" can no longer be answered.
# Source: Royal Mail's Programmers' Guide to the Postcode Address File and BS 7666: the letters of
#   the second half of a postcode do not use C, I, K, M, O and V. The package's README promises a
#   check of the shape, and this is one.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" postcode@5.1.0 >/dev/null
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check uk-postcode-utils==1.1

cat > probe.mjs <<'JS'
import postcode from 'postcode';

for (const text of ['B1 4PM', 'A1 2AM', 'B1 4PL']) console.log('postcode         ', text, postcode.isValid(text));
console.log(postcode.replace('Next: room B1 4PM on 5 May; Annex A1 2PM on 6 May.', '[postcode]').result);
JS
cat > control.py <<'PY'
from ukpostcodeutils.validation import is_valid_postcode

for text in ("B1 4PM", "A1 2AM", "B1 4PL"):
    print("uk-postcode-utils", text, str(is_valid_postcode(text.replace(" ", ""))).lower())
PY
seen=$(node probe.mjs; venv/bin/python control.py)
recorded='postcode          B1 4PM true
postcode          A1 2AM true
postcode          B1 4PL true
Next: room [postcode] on 5 May; Annex [postcode] on 6 May.
uk-postcode-utils B1 4PM false
uk-postcode-utils A1 2AM false
uk-postcode-utils B1 4PL true'

echo "postcode 5.1.0, uk-postcode-utils 1.1"
echo "Expected: both say false, false, true, and the note is left as it is."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
