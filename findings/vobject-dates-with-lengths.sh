#!/usr/bin/env bash
# vobject: an event that lists its dates along with their lengths never takes place.
#
# What: RDATE;VALUE=PERIOD gives further dates of an event, each with its own end. vobject makes an
#   empty set of such an event: the listed meetings are missing, and so is the first one, with no
#   error. With a list of plain dates it has all three.
# Versions: vobject 0.9.9; recurring-ical-events 3.8.2 with icalendar 7.3.2 as the control.
# Why it matters: a series of which one evening was longer is written so; the whole forum vanishes.
# Source: RFC 5545, section 3.8.5.2: PERIOD is one of the value types of RDATE, with an example;
#   section 3.8.2.4: DTSTART is the first instance of the set.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  vobject==0.9.9 recurring-ical-events==3.8.2 icalendar==7.3.2 python-dateutil==2.9.0.post0

cat > probe.py <<'PY'
import icalendar
import recurring_ical_events
import vobject

for name, dates in (
    ("dates  ", "RDATE:20260325T183000Z,20260415T183000Z"),
    ("periods", "RDATE;VALUE=PERIOD:20260325T183000Z/PT3H,20260415T183000Z/20260415T200000Z"),
):
    text = "\r\n".join((
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//EN", "BEGIN:VEVENT", "UID:a@example.org",
        "DTSTAMP:20260101T000000Z", "DTSTART:20260318T183000Z", "DURATION:PT1H", dates,
        "SUMMARY:Forum", "END:VEVENT", "END:VCALENDAR", ""))
    meetings = list(vobject.readOne(text).vevent.getrruleset(addRDate=True) or ())
    print(name, "vobject", len(meetings), *[f"{day:%m-%d}" for day in meetings])
    events = recurring_ical_events.of(icalendar.Calendar.from_ical(text)).between(2026, 2027)
    print(name, "control", len(events), *sorted(f"{event.start:%m-%d}" for event in events))
PY
seen=$(venv/bin/python probe.py)
recorded=$(cat <<'OUT'
dates   vobject 3 03-18 03-25 04-15
dates   control 3 03-18 03-25 04-15
periods vobject 0
periods control 3 03-18 03-25 04-15
OUT
)

echo "vobject 0.9.9, recurring-ical-events 3.8.2, icalendar 7.3.2"
echo "Expected: three meetings in every line."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
