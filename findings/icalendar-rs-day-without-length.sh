#!/usr/bin/env bash
# icalendar (Rust): a whole day ends on the day on which it begins, and an alarm never looks the same.
#
# What: EventLike::all_day writes DTSTART and DTEND with the same day. An event without DTEND lasts the
#   day; with one on the same day it lasts no time, and readers that take DTEND at its word give it
#   a length of nothing. And every VALARM gets a random UID and a DTSTAMP of the moment of writing, even
#   where the event around it has its own, so that one calendar written twice is two different files.
# Versions: icalendar 0.17.17 (Rust), chrono 0.4.45; icalendar 6.3.1 (Python) as the reader.
# Why it matters: deadlines are whole days. A feed that should be the same as long as no deadline
#   moves changes with each run, and programs that watch it see a change.
# Source: RFC 5545, section 3.6.1: DTSTART of type DATE without DTEND lasts one day; section 3.8.2.2: DTEND
#   must be later than DTSTART.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
mkdir src
cat > Cargo.toml <<'TOML'
[package]
name = "probe"
version = "0.1.0"
edition = "2021"

[dependencies]
icalendar = { version = "=0.17.17", default-features = false }
chrono = "=0.4.45"
TOML
cat > src/main.rs <<'RS'
use chrono::{NaiveDate, TimeDelta, TimeZone, Utc};
use icalendar::{Alarm, Calendar, Component, Event, EventLike};

fn main() {
    let day = NaiveDate::from_ymd_opt(2026, 12, 4).unwrap();
    let stamp = Utc.with_ymd_and_hms(2026, 11, 29, 0, 0, 0).unwrap();
    let event = Event::new()
        .uid("notice@example.org")
        .timestamp(stamp)
        .all_day(day)
        .summary("Send the notice")
        .alarm(Alarm::display("Send the notice", TimeDelta::hours(-39)))
        .done();
    print!("{}", Calendar::empty().push(event).done());
}
RS
cargo build --quiet 2>/dev/null
./target/debug/probe > one.ics
sleep 1
./target/debug/probe > other.ics
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check icalendar==6.3.1
venv/bin/python - <<'PY' > out.txt
from icalendar import Calendar

def read(name):
    return Calendar.from_ical(open(name, "rb").read().decode())

one, other = read("one.ics"), read("other.ics")
event = one.walk("VEVENT")[0]
print("begins", event["DTSTART"].dt, "ends", event["DTEND"].dt)
print("length", event["DTEND"].dt - event["DTSTART"].dt)
alarms = [calendar.walk("VALARM")[0] for calendar in (one, other)]
print("alarms have a UID:", all("UID" in alarm for alarm in alarms))
print("the same UID:", alarms[0]["UID"] == alarms[1]["UID"])
print("the same DTSTAMP:", alarms[0]["DTSTAMP"].dt == alarms[1]["DTSTAMP"].dt)
events = [calendar.walk("VEVENT")[0] for calendar in (one, other)]
print("events with the same DTSTAMP:", events[0]["DTSTAMP"].dt == events[1]["DTSTAMP"].dt)
PY
cat out.txt
diff out.txt - <<'SEEN'
begins 2026-12-04 ends 2026-12-04
length 0:00:00
alarms have a UID: True
the same UID: False
the same DTSTAMP: False
events with the same DTSTAMP: True
SEEN
echo "as seen: a day of no length, and alarms that differ from run to run"
