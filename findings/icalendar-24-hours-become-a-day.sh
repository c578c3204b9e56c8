#!/usr/bin/env bash
# icalendar: 24 hours are written back as one day, which is another length of time.
#
# What: DURATION:PT24H is 24 hours by the clock; DURATION:P1D is until the same time tomorrow. They
#   differ when the clocks change. icalendar reads both into one Python timedelta, writes either as
#   P1D, and so changes a file by reading and writing it. recurring-ical-events, which builds on it,
#   and the independent library ical end both at 18:00 on 29 March; 24 hours end at 19:00.
# Versions: icalendar 7.3.2, recurring-ical-events 3.8.2, ical 14.3.1, tzdata 2026.6.
# Why it matters: a respite stay or a residential of 24 hours loses an hour in March, and the text
#   that one office wrote means something else once a second office has passed the file on.
# Source: RFC 5545, section 3.3.6: days and weeks are nominal and depend on their place in the
#   calendar, hours, minutes and seconds are exact; the standard's reason is the change of clocks.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  icalendar==7.3.2 recurring-ical-events==3.8.2 ical==14.3.1 tzdata==2026.6 \
  python-dateutil==2.9.0.post0

cat > probe.py <<'PY'
import warnings
from zoneinfo import ZoneInfo

warnings.simplefilter("ignore")
import icalendar
import recurring_ical_events
from ical.calendar_stream import IcsCalendarStream

LONDON = ZoneInfo("Europe/London")
TEXT = "\r\n".join((
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//EN",
    "BEGIN:VTIMEZONE", "TZID:Europe/London",
    "BEGIN:STANDARD", "DTSTART:19961027T020000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZOFFSETFROM:+0100", "TZOFFSETTO:+0000", "END:STANDARD",
    "BEGIN:DAYLIGHT", "DTSTART:19960331T010000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZOFFSETFROM:+0000", "TZOFFSETTO:+0100", "END:DAYLIGHT", "END:VTIMEZONE",
    "BEGIN:VEVENT", "UID:a@example.org", "DTSTAMP:20260101T000000Z",
    "DTSTART;TZID=Europe/London:20260328T180000", "DURATION:{}", "SUMMARY:Weekend away",
    "END:VEVENT", "END:VCALENDAR", ""))

for duration, right in (("PT24H", "29 March 19:00"), ("P1D", "29 March 18:00")):
    calendar = icalendar.Calendar.from_ical(TEXT.format(duration))
    lines = calendar.to_ical().decode().splitlines()
    written = next(line for line in lines if line.startswith("DURATION"))
    [event] = recurring_ical_events.of(calendar).between(2026, 2027)
    [other] = IcsCalendarStream.calendar_from_ics(TEXT.format(duration)).timeline_tz(LONDON)
    print(f"{duration}: expected end {right}")
    print("  icalendar writes back       ", written)
    print("  recurring-ical-events ends  ", f"{event.end.astimezone(LONDON):%d %B %H:%M}")
    print("  ical ends                   ", f"{other.end.astimezone(LONDON):%d %B %H:%M}")
PY
seen=$(venv/bin/python probe.py)
recorded='PT24H: expected end 29 March 19:00
  icalendar writes back        DURATION:P1D
  recurring-ical-events ends   29 March 18:00
  ical ends                    29 March 18:00
P1D: expected end 29 March 18:00
  icalendar writes back        DURATION:P1D
  recurring-ical-events ends   29 March 18:00
  ical ends                    29 March 18:00'

echo "icalendar 7.3.2, recurring-ical-events 3.8.2, ical 14.3.1"
echo "Expected: PT24H is written back as PT24H, and the two lengths end at different times."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
