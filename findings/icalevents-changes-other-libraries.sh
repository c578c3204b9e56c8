#!/usr/bin/env bash
# icalevents: to import it moves the ends of events that another library reads.
#
# What: icalevents sets icalendar to another kind of time zone when it is imported, for the whole
#   process. A program that never calls icalevents, and reads its calendar with icalendar and
#   recurring-ical-events, then ends an event of one day at 19:00 and not at 18:00 when the clocks
#   changed in between. One import line, in any module, is enough.
# Versions: icalevents 0.3.1, icalendar 7.3.2, recurring-ical-events 3.8.2, pytz 2026.6, tzdata 2026.6.
# Why it matters: the same report on the same calendar differs by an hour according to what else the
#   program happens to import; a test of the reading part alone does not see it.
# Source: icalendar's documentation names zoneinfo as its default since version 6 and use_pytz() as
#   the way to ask for the other; RFC 5545, section 3.3.6, ends DURATION:P1D at the same time of day.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  icalevents==0.3.1 icalendar==7.3.2 recurring-ical-events==3.8.2 pytz==2026.6 tzdata==2026.6 \
  python-dateutil==2.9.0.post0

cat > probe.py <<'PY'
import sys

if sys.argv[1] == "with":
    from icalevents import icalevents  # noqa: F401 (never called)
import icalendar
import recurring_ical_events

TEXT = "\r\n".join((
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//EN",
    "BEGIN:VTIMEZONE", "TZID:Europe/London",
    "BEGIN:STANDARD", "DTSTART:19961027T020000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZOFFSETFROM:+0100", "TZOFFSETTO:+0000", "END:STANDARD",
    "BEGIN:DAYLIGHT", "DTSTART:19960331T010000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZOFFSETFROM:+0000", "TZOFFSETTO:+0100", "END:DAYLIGHT", "END:VTIMEZONE",
    "BEGIN:VEVENT", "UID:a@example.org", "DTSTAMP:20260101T000000Z",
    "DTSTART;TZID=Europe/London:20260328T180000", "DURATION:P1D", "SUMMARY:Weekend away",
    "END:VEVENT", "END:VCALENDAR", ""))
[event] = recurring_ical_events.of(icalendar.Calendar.from_ical(TEXT)).between(2026, 2027)
print(sys.argv[1].ljust(7), "icalevents imported: ends", event.end.isoformat())
PY
seen=$(venv/bin/python probe.py without; venv/bin/python probe.py with)
recorded='without icalevents imported: ends 2026-03-29T18:00:00+01:00
with    icalevents imported: ends 2026-03-29T19:00:00+01:00'

echo "icalevents 0.3.1, icalendar 7.3.2, recurring-ical-events 3.8.2"
echo "Expected: the same end twice."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
