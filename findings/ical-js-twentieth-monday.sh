#!/usr/bin/env bash
# ical.js: "the 20th Monday of the year" becomes every Monday.
#
# What: RFC 5545 gives FREQ=YEARLY;BYDAY=20MO as one of its own examples, with the dates that it
#   stands for. ical.js drops the 20 and meets every week from then on. The same number in a rule
#   that also names the month (the second Monday of May) is understood.
# Versions: ical.js 2.2.1 on Node.js.
# Why it matters: a yearly review shows up every week in whatever reads its calendar with ical.js
#   (Thunderbird's library, and many web calendars), with no warning.
# Source: RFC 5545, section 3.8.5.3, the example "Every 20th Monday of the year, forever", whose
#   dates (19 May 1997, 18 May 1998, 17 May 1999) are compared below.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" ical.js@2.2.1 >/dev/null

cat > probe.mjs <<'JS'
import ICAL from 'ical.js';

function days(rule, start) {
  const times = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromString(start));
  return [1, 2, 3].map(() => times.next().toString().slice(0, 10)).join(' ');
}

console.log('20th Monday of the year:', days('FREQ=YEARLY;BYDAY=20MO', '1997-05-19T09:00:00'));
console.log('2nd Monday of May:      ', days('FREQ=YEARLY;BYMONTH=5;BYDAY=2MO', '1997-05-12T09:00:00'));
JS
seen=$(node probe.mjs)
recorded='20th Monday of the year: 1997-05-19 1997-05-26 1997-06-02
2nd Monday of May:       1997-05-12 1998-05-11 1999-05-10'

echo "ical.js 2.2.1, node $(node --version)"
echo "Expected: 1997-05-19 1998-05-18 1999-05-17 for the first, as the standard lists them."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
