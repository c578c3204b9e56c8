#!/usr/bin/env bash
# ical (Python): a moved meeting is counted twice when it is named by its moment in UTC.
#
# What: a weekly series has one meeting moved. The moved event says which one with RECURRENCE-ID, as a
#   moment in UTC. ical leaves the meeting in its old slot and adds the new one, whether the series
#   is in London time (18:30 there is 17:30 UTC) or in UTC itself, where both lines have the same
#   letters. Named as London time it is moved. EXDATE in UTC is understood.
# Versions: ical 14.3.1, tzdata 2026.6; icalendar 7.3.2 with recurring-ical-events 3.8.2 as the control.
# Why it matters: one meeting becomes two, and the one that never took place has no minutes.
# Source: RFC 5545, section 3.8.4.4: RECURRENCE-ID has the value type of DTSTART and gives the moment
#   at which the instance would have been; local time is demanded only where DTSTART has no time zone.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  ical==14.3.1 icalendar==7.3.2 recurring-ical-events==3.8.2 tzdata==2026.6 \
  python-dateutil==2.9.0.post0

cat > probe.py <<'PY'
import warnings
from zoneinfo import ZoneInfo

warnings.simplefilter("ignore")
import icalendar
import recurring_ical_events
from ical.calendar_stream import IcsCalendarStream

LONDON = ZoneInfo("Europe/London")
ZONE = (
    "BEGIN:VTIMEZONE", "TZID:Europe/London",
    "BEGIN:STANDARD", "DTSTART:19961027T020000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZOFFSETFROM:+0100", "TZOFFSETTO:+0000", "END:STANDARD",
    "BEGIN:DAYLIGHT", "DTSTART:19960331T010000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZOFFSETFROM:+0000", "TZOFFSETTO:+0100", "END:DAYLIGHT", "END:VTIMEZONE")
LOCAL = ";TZID=Europe/London:20260325T183000"


def meetings(start, extra, moved):
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//EN", *ZONE,
        "BEGIN:VEVENT", "UID:a@example.org", "DTSTAMP:20260101T000000Z", f"DTSTART{start}",
        "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=3", *extra, "END:VEVENT"]
    if moved:
        lines += [
            "BEGIN:VEVENT", "UID:a@example.org", "DTSTAMP:20260201T000000Z", f"RECURRENCE-ID{moved}",
            "DTSTART;TZID=Europe/London:20260402T100000", "DURATION:PT1H", "END:VEVENT"]
    text = "\r\n".join([*lines, "END:VCALENDAR", ""])
    for library, events in (
        ("ical   ", IcsCalendarStream.calendar_from_ics(text).timeline_tz(LONDON)),
        ("control", recurring_ical_events.of(icalendar.Calendar.from_ical(text)).between(2026, 2027)),
    ):
        print(" ", library, *sorted(f"{event.start:%m-%dT%H:%M}" for event in events))


print("series in London time, moved, named in London time")
meetings(LOCAL, [], ";TZID=Europe/London:20260401T183000")
print("series in London time, moved, named in UTC")
meetings(LOCAL, [], ":20260401T173000Z")
print("series in UTC, moved, named in UTC")
meetings(":20260325T183000Z", [], ":20260401T183000Z")
print("series in London time, left out, named in UTC")
meetings(LOCAL, ["EXDATE:20260401T173000Z"], None)
PY
seen=$(venv/bin/python probe.py)
recorded=$(cat <<'OUT'
series in London time, moved, named in London time
  ical    03-25T18:30 04-02T10:00 04-08T18:30
  control 03-25T18:30 04-02T10:00 04-08T18:30
series in London time, moved, named in UTC
  ical    03-25T18:30 04-01T18:30 04-02T10:00 04-08T18:30
  control 03-25T18:30 04-02T10:00 04-08T18:30
series in UTC, moved, named in UTC
  ical    03-25T18:30 04-01T18:30 04-02T10:00 04-08T18:30
  control 03-25T18:30 04-02T10:00 04-08T18:30
series in London time, left out, named in UTC
  ical    03-25T18:30 04-08T18:30
  control 03-25T18:30 04-08T18:30
OUT
)

echo "ical 14.3.1, icalendar 7.3.2, recurring-ical-events 3.8.2"
echo "Expected: ical gives the control's meetings in every case."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
