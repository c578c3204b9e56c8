#!/usr/bin/env bash
# node-ical: "this and all future meetings" moves one meeting.
#
# What: a calendar says with RECURRENCE-ID;RANGE=THISANDFUTURE that a series moves from Wednesday
#   18:30 to Thursday 10:00 from 1 April on. node-ical moves the meeting of 1 April and leaves all
#   later ones on Wednesday evening.
# Versions: node-ical 0.26.1 (the last for Node.js 20); recurring-ical-events 3.8.2 with icalendar
#   7.3.2 as the control.
# Why it matters: a forum that changed its day in spring is listed on its old day for the rest of the
#   year, and its minutes belong to meetings that "were not in the calendar".
# Source: RFC 5545, section 3.2.13: the range covers the named instance and all later ones, which are
#   shifted by the same difference as the first.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" node-ical@0.26.1 >/dev/null
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  recurring-ical-events==3.8.2 icalendar==7.3.2 python-dateutil==2.9.0.post0

printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 'PRODID:-//Example//EN' \
  BEGIN:VEVENT UID:a@example.org DTSTAMP:20260101T000000Z \
  DTSTART:20260318T183000Z DURATION:PT1H 'RRULE:FREQ=WEEKLY;COUNT=5' SUMMARY:Forum END:VEVENT \
  BEGIN:VEVENT UID:a@example.org DTSTAMP:20260201T000000Z SEQUENCE:1 \
  'RECURRENCE-ID;RANGE=THISANDFUTURE:20260401T183000Z' \
  DTSTART:20260402T100000Z DURATION:PT1H SUMMARY:Forum END:VEVENT END:VCALENDAR > moved.ics

cat > probe.mjs <<'JS'
import { readFileSync } from 'node:fs';
import ical from 'node-ical';

const parts = Object.values(ical.sync.parseICS(readFileSync('moved.ics', 'utf8')));
const range = { from: new Date('2026-01-01'), to: new Date('2027-01-01') };
const meetings = ical.expandRecurringEvent(parts.find((part) => part.type === 'VEVENT'), range);
console.log('node-ical            ', meetings.map((one) => one.start.toISOString().slice(5, 16)).sort().join(' '));
JS
cat > control.py <<'PY'
import icalendar
import recurring_ical_events

with open("moved.ics", "rb") as file:
    events = recurring_ical_events.of(icalendar.Calendar.from_ical(file.read())).between(2026, 2027)
print("recurring-ical-events", *sorted(f"{event.start:%m-%dT%H:%M}" for event in events))
PY
seen=$(TZ=UTC node probe.mjs; venv/bin/python control.py)
recorded='node-ical             03-18T18:30 03-25T18:30 04-02T10:00 04-08T18:30 04-15T18:30
recurring-ical-events 03-18T18:30 03-25T18:30 04-02T10:00 04-09T10:00 04-16T10:00'

echo "node-ical 0.26.1, recurring-ical-events 3.8.2, icalendar 7.3.2"
echo "Expected: the two lists agree."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
