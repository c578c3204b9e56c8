#!/usr/bin/env bash
# node-ical: a series on the 31st slides to the 28th and stays there.
#
# What: a monthly meeting that starts on 31 January has no occurrence in a month without a 31st.
#   node-ical puts one on 28 February and then goes on from there: every later meeting is on the
#   28th, also in months that have a 31st. A yearly one of 29 February becomes 28 February.
# Versions: node-ical 0.26.1 (the last for Node.js 20), which brings rrule-temporal 1.6.0; Python's
#   dateutil 2.9.0.post0 as the control.
# Why it matters: from the second month on every date is wrong, so that papers sent "ten days
#   before the meeting" are measured against a day on which nobody met.
# Source: RFC 5545, section 3.3.10: instances with an invalid date, such as 30 February, must be
#   ignored and must not be counted.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" node-ical@0.26.1 rrule-temporal@1.6.0 >/dev/null
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check python-dateutil==2.9.0.post0 six==1.17.0

cat > probe.mjs <<'JS'
import ical from 'node-ical';

function days(rule, start) {
  const text = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Example//EN', 'BEGIN:VEVENT', 'UID:a@example.org',
    'DTSTAMP:20240101T000000Z', `DTSTART:${start}`, 'DURATION:PT1H', `RRULE:${rule}`, 'SUMMARY:Forum',
    'END:VEVENT', 'END:VCALENDAR', '',
  ].join('\r\n');
  const event = Object.values(ical.sync.parseICS(text)).find((part) => part.type === 'VEVENT');
  const range = { from: new Date('2020-01-01'), to: new Date('2036-01-01') };
  return ical.expandRecurringEvent(event, range).map((one) => one.start.toISOString().slice(0, 10)).join(' ');
}

console.log('monthly node-ical', days('FREQ=MONTHLY;COUNT=4', '20260131T100000Z'));
console.log('yearly  node-ical', days('FREQ=YEARLY;COUNT=2', '20240229T100000Z'));
JS
cat > control.py <<'PY'
from datetime import datetime
from dateutil.rrule import rrulestr

for name, rule, start in (
    ("monthly", "FREQ=MONTHLY;COUNT=4", datetime(2026, 1, 31, 10)),
    ("yearly ", "FREQ=YEARLY;COUNT=2", datetime(2024, 2, 29, 10)),
):
    print(name, "dateutil ", *[f"{day:%Y-%m-%d}" for day in rrulestr(rule, dtstart=start)])
PY
seen=$(TZ=UTC node probe.mjs; venv/bin/python control.py)
recorded='monthly node-ical 2026-01-31 2026-02-28 2026-03-28 2026-04-28
yearly  node-ical 2024-02-29 2025-02-28
monthly dateutil  2026-01-31 2026-03-31 2026-05-31 2026-07-31
yearly  dateutil  2024-02-29 2028-02-29'

echo "node-ical 0.26.1, rrule-temporal 1.6.0, dateutil 2.9.0.post0"
echo "Expected: node-ical gives dateutil's days."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
