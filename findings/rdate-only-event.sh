#!/usr/bin/env bash
# ical.js and ical: an event whose dates are listed loses its first meeting.
#
# What: an event can list its further dates with RDATE and have no rule at all. DTSTART is its first
#   meeting all the same. One library each in JavaScript and Python expands such an event to the
#   listed dates only, and the first meeting is gone. With a rule in the place of the list it is there.
# Versions: ical.js 2.2.1; ical 14.3.1 (Python); as controls recurring-ical-events 3.8.2 with
#   icalendar 7.3.2, and vobject 0.9.9.
# Why it matters: dates of a forum that follow no rule (around holidays, halls, school terms) are kept
#   just so. The meeting that began the series is the one that goes missing from the record.
# Source: RFC 5545, section 3.8.5.2: the recurrence set is made from DTSTART along with RRULE, RDATE
#   and EXDATE; section 3.8.2.4: DTSTART is the first instance of the set.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" ical.js@2.2.1 >/dev/null
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  ical==14.3.1 vobject==0.9.9 recurring-ical-events==3.8.2 icalendar==7.3.2 \
  python-dateutil==2.9.0.post0

printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 'PRODID:-//Example//EN' \
  BEGIN:VEVENT UID:a@example.org DTSTAMP:20260101T000000Z \
  DTSTART:20260318T183000 DURATION:PT1H RDATE:20260325T183000,20260415T190000 SUMMARY:Forum \
  END:VEVENT END:VCALENDAR > listed.ics
sed 's/^RDATE:.*\r$/RRULE:FREQ=WEEKLY;COUNT=3\r/' listed.ics > rule.ics

cat > probe.mjs <<'JS'
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';

for (const name of ['listed', 'rule']) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(`${name}.ics`, 'utf8')));
  const times = new ICAL.Event(calendar.getFirstSubcomponent('vevent')).iterator();
  const days = [];
  for (let time = times.next(); time; time = times.next()) days.push(time.toString().slice(5, 10));
  console.log(name.padEnd(6), 'ical.js              ', days.join(' '));
}
JS
cat > probe.py <<'PY'
import warnings
from datetime import datetime, timezone

warnings.simplefilter("ignore")
import icalendar
import recurring_ical_events
import vobject
from ical.calendar_stream import IcsCalendarStream


def show(name, library, days):
    print(f"{name:6} {library:21}", *[f"{day:%m-%d}" for day in sorted(days)])


for name in ("listed", "rule"):
    with open(f"{name}.ics", newline="") as file:
        text = file.read()
    show(name, "ical", [e.start for e in IcsCalendarStream.calendar_from_ics(text).timeline_tz(timezone.utc)])
    show(name, "vobject", list(vobject.readOne(text).vevent.getrruleset(addRDate=True)))
    events = recurring_ical_events.of(icalendar.Calendar.from_ical(text)).between(2026, 2027)
    show(name, "recurring-ical-events", [e.start for e in events])
PY
seen=$(node probe.mjs; venv/bin/python probe.py)
recorded='listed ical.js               03-25 04-15
rule   ical.js               03-18 03-25 04-01
listed ical                  03-25 04-15
listed vobject               03-18 03-25 04-15
listed recurring-ical-events 03-18 03-25 04-15
rule   ical                  03-18 03-25 04-01
rule   vobject               03-18 03-25 04-01
rule   recurring-ical-events 03-18 03-25 04-01'

echo "ical.js 2.2.1, ical 14.3.1, vobject 0.9.9, recurring-ical-events 3.8.2, icalendar 7.3.2"
echo "Expected: 03-18 03-25 04-15 for the listed dates from every library."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
