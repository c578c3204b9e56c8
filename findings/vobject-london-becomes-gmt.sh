#!/usr/bin/env bash
# vobject: meetings in London leave in a time zone called GMT, and summer ones arrive an hour late.
#
# What: a meeting at 09:30 in Europe/London, as dateutil gives the zone, is written with TZID=GMT. The
#   file defines a zone of that name that has summer time, so by its own words 10 June is 09:30 BST.
#   icalendar, ics and node-ical know the name GMT already and take the time for one in Greenwich:
#   10:30 in London. March is right everywhere.
# Versions: vobject 0.9.9 with python-dateutil 2.9.0.post0; read by icalendar 7.3.2, ics 0.7.2,
#   node-ical 0.26.1, and by vobject itself.
# Why it matters: half a year's meetings move by an hour on the way, in whoever's program opens them.
# Source: RFC 5545, section 3.2.19: TZID names the VTIMEZONE of the same calendar, whose definition
#   says what the time is; section 3.6.5.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check vobject==0.9.9 python-dateutil==2.9.0.post0 \
  icalendar==7.3.2 ics==0.7.2
npm install --silent --no-audit --no-fund --prefix "$dir" node-ical@0.26.1 >/dev/null

cat > probe.py <<'PY'
import warnings
from datetime import datetime
from zoneinfo import ZoneInfo

import dateutil.tz
import vobject

warnings.simplefilter("ignore")
import icalendar
import ics

LONDON = ZoneInfo("Europe/London")


def show(name, starts):
    print(name.ljust(10), *sorted(f"{start.astimezone(LONDON):%m-%dT%H:%M}" for start in starts))


calendar = vobject.iCalendar()
zone = dateutil.tz.gettz("Europe/London")
for month in (3, 6):
    event = calendar.add("vevent")
    event.add("uid").value = f"{month}@example.org"
    event.add("dtstamp").value = datetime(2026, 1, 2, 9, tzinfo=dateutil.tz.UTC)
    event.add("summary").value = "Forum"
    event.add("dtstart").value = datetime(2026, month, 10, 9, 30, tzinfo=zone)
text = calendar.serialize()
open("forum.ics", "w", newline="").write(text)
print(*sorted(line for line in text.split("\r\n") if line.startswith("DTSTART;")))
show("vobject", [event.dtstart.value for event in vobject.readOne(text).vevent_list])
show("icalendar", [event.start for event in icalendar.Calendar.from_ical(text).walk("VEVENT")])
show("ics", [event.begin.datetime for event in ics.Calendar(text).events])
PY
cat > probe.cjs <<'JS'
const ical = require('node-ical');

const events = Object.values(ical.sync.parseFile('forum.ics')).filter((one) => one.type === 'VEVENT');
const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' });
const starts = events.map((event) => clock.format(event.start).slice(5).replace(' ', 'T')).sort();
console.log('node-ical '.padEnd(11) + starts.join(' '));
JS
seen=$(venv/bin/python probe.py; node probe.cjs)
recorded='DTSTART;TZID=GMT:20260310T093000 DTSTART;TZID=GMT:20260610T093000
vobject    03-10T09:30 06-10T09:30
icalendar  03-10T09:30 06-10T10:30
ics        03-10T09:30 06-10T10:30
node-ical  03-10T09:30 06-10T10:30'

echo "vobject 0.9.9, icalendar 7.3.2, ics 0.7.2, node-ical 0.26.1"
echo "Expected: TZID=Europe/London, and 09:30 in every line."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
