#!/usr/bin/env bash
# two_timer: 12pm is midnight and 12am is noon.
#
# What: the crate turns English phrases into times. It takes 12pm as 00:00 and 12am as 12:00, the wrong
#   way round; "noon" and 1pm are right. A date such as 5/3/26 becomes 26 March of the year 5, and
#   "10-12 March 2026" 12 March from ten o'clock on.
# Versions: two_timer 2.2.5, chrono 0.4.45.
# Why it matters: lunch-time meetings "at 12pm" move by half a day, to before the deadline for papers.
# Source: the crate's documentation has 12:00 PM and noon among the phrases that it handles; in the
#   twelve-hour clock the hour that begins at noon is written 12 pm.
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
two_timer = "=2.2.5"
TOML
cat > src/main.rs <<'RS'
use two_timer::{parse, Config};

fn main() {
    let now = chrono::NaiveDate::from_ymd_opt(2026, 3, 4).unwrap().and_hms_opt(9, 0, 0).unwrap();
    for phrase in ["12pm", "12am", "noon", "1pm", "12pm on May 6, 2026", "5/3/26", "10-12 March 2026"] {
        let (start, end, _) = parse(phrase, Some(Config::new().now(now))).unwrap();
        println!("{phrase}: from {start} to {end}");
    }
}
RS
seen=$(cargo run --quiet 2>errors || { cat errors >&2; exit 1; })
recorded=$(cat <<'OUT'
12pm: from 2026-03-04 00:00:00 to 2026-03-04 00:00:01
12am: from 2026-03-03 12:00:00 to 2026-03-03 12:00:01
noon: from 2026-03-03 12:00:00 to 2026-03-03 12:00:01
1pm: from 2026-03-03 13:00:00 to 2026-03-03 13:00:01
12pm on May 6, 2026: from 2026-05-06 00:00:00 to 2026-05-06 00:00:01
5/3/26: from 0005-03-26 00:00:00 to 0005-03-27 00:00:00
10-12 March 2026: from 2026-03-12 10:00:00 to 2026-03-13 00:00:00
OUT
)

echo "two_timer 2.2.5, chrono 0.4.45, $(rustc --version)"
echo "Expected: 12pm as noon; 5 March or 3 May 2026; 10 to 12 March."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
