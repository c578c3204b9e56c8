#!/usr/bin/env bash
# calcard: a series that ends in summer loses its last meeting.
#
# What: calendars write the end of a series as the moment of its last meeting in UTC. A series at 18:30
#   in London until 15 April says UNTIL=20260415T173000Z, since 18:30 is 17:30 UTC in summer. calcard
#   stops a week before. The same series until a day in winter is whole. It seems to compare 17:30
#   with the time on the wall.
# Versions: calcard 0.3.14, chrono 0.4.45, chrono-tz 0.10.4; rrule 0.14.0 (Rust) as the control.
# Why it matters: Google and Outlook write UNTIL so. The last meeting of the term is not expected, and
#   minutes of it belong to no meeting.
# Source: RFC 5545, section 3.3.10: with a DTSTART in a time zone UNTIL is in UTC, and bounds the
#   recurrence in an inclusive manner.
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
calcard = { version = "=0.3.14", default-features = false }
chrono = "=0.4.45"
chrono-tz = "=0.10.4"
rrule = "=0.14.0"
TOML
cat > src/main.rs <<'RS'
use calcard::{common::timezone::Tz, icalendar::ICalendar};
use chrono::{DateTime, TimeZone};
use chrono_tz::Europe::London;

fn main() {
    for (name, start, until) in [
        ("summer", "20260401T183000", "20260415T173000Z"),
        ("winter", "20260107T183000", "20260121T183000Z"),
    ] {
        let rule = format!("DTSTART;TZID=Europe/London:{start}\r\nRRULE:FREQ=WEEKLY;UNTIL={until}");
        let text = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//EN", "BEGIN:VEVENT", "UID:a@example.org",
            "DTSTAMP:20260101T000000Z", &rule, "DURATION:PT1H", "END:VEVENT", "END:VCALENDAR", "",
        ]
        .join("\r\n");
        let calendar = ICalendar::parse(&text).unwrap();
        let mut days: Vec<String> = calendar
            .expand_dates(Tz::Tz(London), 20)
            .events
            .iter()
            .map(|event| show(London.timestamp_opt(event.timestamps().0, 0).unwrap()))
            .collect();
        days.sort();
        let control = rule.replace('\r', "").parse::<rrule::RRuleSet>().unwrap().all(20).dates;
        println!("{name} calcard {}", days.join(" "));
        println!("{name} rrule   {}", control.into_iter().map(show).collect::<Vec<_>>().join(" "));
    }
}

fn show<Z: TimeZone>(time: DateTime<Z>) -> String {
    time.with_timezone(&London).format("%m-%dT%H:%M").to_string()
}
RS
seen=$(cargo run --quiet 2>errors || { cat errors >&2; exit 1; })
recorded=$(cat <<'OUT'
summer calcard 04-01T18:30 04-08T18:30
summer rrule   04-01T18:30 04-08T18:30 04-15T18:30
winter calcard 01-07T18:30 01-14T18:30 01-21T18:30
winter rrule   01-07T18:30 01-14T18:30 01-21T18:30
OUT
)

echo "calcard 0.3.14, rrule 0.14.0, $(rustc --version)"
echo "Expected: three meetings in every line."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
