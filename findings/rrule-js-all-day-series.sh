#!/usr/bin/env bash
# rrule (JavaScript): an all-day series starts at the moment at which it is read.
#
# What: rrulestr() reads DTSTART and RRULE as calendars write them. Of DTSTART;VALUE=DATE:20260305,
#   the form of every all-day series, it takes nothing at all and silently puts the present moment
#   in its place: other days, at odd times of day, and others again tomorrow. The same date written
#   as a time of day is understood.
# Versions: rrule 2.8.1 on Node.js.
# Why it matters: school holidays, consultations and awareness days are all-day events. Read on a
#   Sunday they are all on Sundays, and no error says so.
# Source: RFC 5545, section 3.8.2.4: VALUE=DATE is one of the two value types of DTSTART; the
#   package's README says that rrulestr() parses the strings of the standard.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" rrule@2.8.1 >/dev/null

cat > probe.mjs <<'JS'
import rrulePackage from 'rrule';

// The present moment, fixed, so that every run of this script sees the same.
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...parts) {
    if (parts.length) super(...parts); else super('2026-11-29T16:23:45Z');
  }
};

for (const start of ['DTSTART:20260305T000000Z', 'DTSTART;VALUE=DATE:20260305']) {
  const times = rrulePackage.rrulestr(`${start}\nRRULE:FREQ=WEEKLY;COUNT=3`).all();
  console.log(start.padEnd(28), times.map((time) => time.toISOString().slice(0, 16)).join(' '));
}
JS
seen=$(TZ=UTC node probe.mjs)
recorded='DTSTART:20260305T000000Z     2026-03-05T00:00 2026-03-12T00:00 2026-03-19T00:00
DTSTART;VALUE=DATE:20260305  2026-11-29T16:23 2026-12-06T16:23 2026-12-13T16:23'

echo "rrule 2.8.1, node $(node --version)"
echo "Expected: 5, 12 and 19 March for both, or an error for the second."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
