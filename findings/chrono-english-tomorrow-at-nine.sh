#!/usr/bin/env bash
# chrono-english: "tomorrow 9am" is tomorrow at whatever time it is now.
#
# What: "tomorrow 9am", "9am tomorrow" and "yesterday 18:30" are accepted and give the day with the
#   time of the moment at which they are read: at 14:20 they mean 14:20. With a named day
#   ("Friday 9am") or a date ("5 March 2026 9am") the time is kept.
# Versions: chrono-english 0.2.1, chrono 0.4.45.
# Why it matters: when papers went out and when a meeting began is off by hours, by another number
#   each time that the same record is read.
# Source: the crate's documentation: dates may be followed by a time, so that day and time can be given
#   together, as in "next friday 8pm"; its parser knows today, yesterday and tomorrow by name.
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
chrono = "=0.4.45"
chrono-english = "=0.2.1"
TOML
cat > src/main.rs <<'RS'
use chrono::{TimeZone, Utc};
use chrono_english::{parse_date_string, Dialect};

fn main() {
    let now = Utc.with_ymd_and_hms(2026, 3, 4, 14, 20, 0).unwrap();
    for phrase in ["tomorrow 9am", "9am tomorrow", "yesterday 18:30", "friday 9am", "5 March 2026 9am"] {
        match parse_date_string(phrase, now, Dialect::Uk) {
            Ok(time) => println!("{phrase}: {}", time.format("%Y-%m-%d %H:%M")),
            Err(error) => println!("{phrase}: error, {error}"),
        }
    }
}
RS
seen=$(cargo run --quiet 2>errors || { cat errors >&2; exit 1; })
recorded=$(cat <<'OUT'
tomorrow 9am: 2026-03-05 14:20
9am tomorrow: 2026-03-05 14:20
yesterday 18:30: 2026-03-03 14:20
friday 9am: 2026-03-06 09:00
5 March 2026 9am: 2026-03-05 09:00
OUT
)

echo "chrono-english 0.2.1, chrono 0.4.45, $(rustc --version)"
echo "Expected (read on 4 March 2026 at 14:20): 09:00, 09:00, 18:30, 09:00, 09:00."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
