#!/usr/bin/env bash
# dateutil: in the first week of a series "the second of these days" is the third.
#
# What: FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=2 meets on Wednesdays. When such a series starts on a
#   Wednesday, dateutil leaves the Monday before it out of the week's set, so that Friday is the
#   second: the first meeting is on a day that the rule never names, and the Wednesday is missing.
#   From the second week on it is right. Monthly rules with BYSETPOS do look at the whole month.
# Versions: python-dateutil 2.9.0.post0; rrule 2.8.1 (JavaScript) was made after it and does the same;
#   rrule-temporal 2.2.8 as the control.
# Why it matters: dateutil is what most Python calendars expand series with, and others are tested
#   against it. The meeting that opened the series is moved by two days.
# Source: RFC 5545, section 3.3.10: BYSETPOS works on the set of instances within the interval given
#   by FREQ (the week, from WKST on); what lies before DTSTART is left out of the result afterwards.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" rrule@2.8.1 rrule-temporal@2.2.8 >/dev/null
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check python-dateutil==2.9.0.post0

cat > probe.py <<'PY'
from datetime import datetime
from dateutil.rrule import rrulestr

for name, rule, start in (
    ("weekly ", "FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=2;COUNT=3", datetime(2026, 3, 4, 18, 30)),
    ("monthly", "FREQ=MONTHLY;BYDAY=TU,TH;BYSETPOS=5;COUNT=3", datetime(2026, 3, 17, 18, 30)),
):
    print(name, "dateutil      ", *[f"{day:%Y-%m-%d}" for day in rrulestr(rule, dtstart=start)])
PY
cat > probe.mjs <<'JS'
import rrulePackage from 'rrule';
import { RRuleTemporal } from 'rrule-temporal';

for (const [name, text] of [
  ['weekly ', 'DTSTART:20260304T183000Z\nRRULE:FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=2;COUNT=3'],
  ['monthly', 'DTSTART:20260317T183000Z\nRRULE:FREQ=MONTHLY;BYDAY=TU,TH;BYSETPOS=5;COUNT=3'],
]) {
  const old = rrulePackage.rrulestr(text).all().map((day) => day.toISOString().slice(0, 10));
  const control = new RRuleTemporal({ rruleString: text }).all().map((day) => day.toString().slice(0, 10));
  console.log(name, 'rrule         ', old.join(' '));
  console.log(name, 'rrule-temporal', control.join(' '));
}
JS
seen=$(venv/bin/python probe.py; TZ=UTC node probe.mjs)
recorded='weekly  dateutil       2026-03-06 2026-03-11 2026-03-18
monthly dateutil       2026-03-17 2026-04-16 2026-05-19
weekly  rrule          2026-03-06 2026-03-11 2026-03-18
weekly  rrule-temporal 2026-03-04 2026-03-11 2026-03-18
monthly rrule          2026-03-17 2026-04-16 2026-05-19
monthly rrule-temporal 2026-03-17 2026-04-16 2026-05-19'

echo "python-dateutil 2.9.0.post0, rrule 2.8.1, rrule-temporal 2.2.8"
echo "Expected: 2026-03-04 first in every weekly list; 6 March is a Friday."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
