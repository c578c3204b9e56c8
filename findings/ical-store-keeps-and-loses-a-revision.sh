#!/usr/bin/env bash
# ical (Python): its store keeps two revisions of one event side by side, and editing one drops the other.
#
# What: a feed is taken into an EventStore, and taken again after a deadline has moved: the same UID
#   with a higher SEQUENCE. The store keeps both, so the calendar shows the deadline on its old day and
#   on its new one. When somebody then corrects a word in the first of them, by its UID, the other is
#   dropped with it: what is left is on the old day, and has the higher SEQUENCE.
# Versions: ical 14.3.1, tzdata 2026.6.
# Why it matters: whoever takes a list of deadlines in again to be up to date sees each of them twice,
#   and one small correction brings the wrong day back without a word.
# Source: RFC 5545, sections 3.8.4.7 and 3.8.7.4: a UID is globally unique, and SEQUENCE numbers the
#   revisions of one component; RFC 5546, section 2.1.5: of two with one UID the higher SEQUENCE counts.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check ical==14.3.1 tzdata==2026.6

cat > probe.py <<'PY'
from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream
from ical.store import EventStore

UID = "notice-1@example.org"


def feed(sequence, stamp, day):
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//EN", "BEGIN:VEVENT", f"UID:{UID}",
        f"DTSTAMP:{stamp}T000000Z", f"SEQUENCE:{sequence}", f"DTSTART;VALUE=DATE:{day}",
        "SUMMARY:Send the notice", "END:VEVENT", "END:VCALENDAR", ""]
    return IcsCalendarStream.calendar_from_ics("\r\n".join(lines)).events


calendar = Calendar()
store = EventStore(calendar)


def shown():
    return ", ".join(
        f"{event.dtstart} {event.summary!r} (revision {event.sequence})" for event in calendar.timeline)


for event in feed(1, "20261101", "20261130"):
    store.add(event)
print("taken once: ", shown())
for event in feed(2, "20261102", "20261207"):
    store.add(event)
print("taken again:", shown())
store.edit(UID, calendar.events[0].copy_and_validate(update={"summary": "Send the invitation"}))
print("one edited: ", shown())
PY
seen=$(venv/bin/python probe.py)
recorded=$(cat <<'OUT'
taken once:  2026-11-30 'Send the notice' (revision 1)
taken again: 2026-11-30 'Send the notice' (revision 1), 2026-12-07 'Send the notice' (revision 2)
one edited:  2026-11-30 'Send the invitation' (revision 3)
OUT
)

echo "ical 14.3.1"
echo "Expected: taken again, only 2026-12-07 (revision 2); edited, still that day."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
