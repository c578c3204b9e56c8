#!/usr/bin/env bash
# ical.js: of two revisions of a moved meeting the older one can win.
#
# What: a meeting of a series was moved to 2 April (SEQUENCE 1) and then to 3 April (SEQUENCE 2), and a
#   calendar holds both revisions. ical.js goes by the order in the file, not by SEQUENCE: when the
#   older stands last, the meeting is on 2 April.
# Versions: ical.js 2.2.1; recurring-ical-events 3.8.2 with icalendar 7.3.2 as the control.
# Why it matters: feeds put together from mail and from several people's calendars hold revisions in
#   any order. Minutes of 3 April then belong to no meeting.
# Source: RFC 5545, section 3.8.7.4: SEQUENCE is the number of the revision, and grows with each
#   significant change; RFC 5546, section 2.1.5: the higher number is the newer and takes its place.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" ical.js@2.2.1 >/dev/null
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  recurring-ical-events==3.8.2 icalendar==7.3.2 python-dateutil==2.9.0.post0

cat > write.py <<'PY'
def event(*lines):
    return ["BEGIN:VEVENT", "UID:a@example.org", "DTSTAMP:20260101T000000Z", *lines, "DURATION:PT1H", "END:VEVENT"]


series = event("SEQUENCE:0", "DTSTART:20260325T183000Z", "RRULE:FREQ=WEEKLY;COUNT=3")
first, second = (
    event(f"SEQUENCE:{number}", "RECURRENCE-ID:20260401T183000Z", f"DTSTART:2026040{number + 1}T100000Z")
    for number in (1, 2))
for name, revisions in (("older-first", first + second), ("newer-first", second + first)):
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//EN", *series, *revisions, "END:VCALENDAR", ""]
    with open(f"{name}.ics", "w", newline="") as file:
        file.write("\r\n".join(lines))
PY
python3 write.py
cat > probe.mjs <<'JS'
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';

for (const name of ['older-first', 'newer-first']) {
  const parts = new ICAL.Component(ICAL.parse(readFileSync(`${name}.ics`, 'utf8'))).getAllSubcomponents('vevent');
  const [series, ...exceptions] = parts;
  const event = new ICAL.Event(series, { exceptions });
  const times = event.iterator();
  const days = [];
  for (let time = times.next(); time; time = times.next()) {
    days.push(event.getOccurrenceDetails(time).startDate.toString().slice(5, 10));
  }
  console.log(name, 'ical.js', days.join(' '));
}
JS
cat > probe.py <<'PY'
import icalendar
import recurring_ical_events

for name in ("older-first", "newer-first"):
    with open(f"{name}.ics", "rb") as file:
        events = recurring_ical_events.of(icalendar.Calendar.from_ical(file.read())).between(2026, 2027)
    print(name, "control", *sorted(f"{event.start:%m-%d}" for event in events))
PY
seen=$(node probe.mjs; venv/bin/python probe.py)
recorded=$(cat <<'OUT'
older-first ical.js 03-25 04-03 04-08
newer-first ical.js 03-25 04-02 04-08
older-first control 03-25 04-03 04-08
newer-first control 03-25 04-03 04-08
OUT
)

echo "ical.js 2.2.1, recurring-ical-events 3.8.2, icalendar 7.3.2"
echo "Expected: 03-25 04-03 04-08 in every line."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
