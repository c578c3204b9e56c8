#!/usr/bin/env bash
# node-ical: an all-day event of two days reaches into a third when the clocks go forward.
#
# What: DTSTART;VALUE=DATE with DURATION:P2D is two whole days. node-ical adds 48 hours to midnight,
#   so that an event on 28 and 29 March 2026 ends at 01:00 on 30 March for a reader in Britain, and
#   one on 24 and 25 October ends at 23:00 on its second day. The same event with DTEND ends at
#   midnight, as it does on any other weekend with DURATION.
# Versions: node-ical 0.26.1 (the last for Node.js 20).
# Why it matters: a consultation "open for two days" is shown as touching Monday in spring, and in
#   autumn its last hour is outside; both give a wrong count of days when ends are cut to dates.
# Source: RFC 5545, section 3.3.6 (a day's length depends on its place in the calendar) and section
#   3.6.1 (an event that starts on a DATE has no time of day).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" node-ical@0.26.1 >/dev/null

cat > probe.mjs <<'JS'
import ical from 'node-ical';

function end(start, end) {
  const text = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Example//EN', 'BEGIN:VEVENT', 'UID:a@example.org',
    'DTSTAMP:20260101T000000Z', `DTSTART;VALUE=DATE:${start}`, end, 'SUMMARY:Open days',
    'END:VEVENT', 'END:VCALENDAR', '',
  ].join('\r\n');
  const event = Object.values(ical.sync.parseICS(text)).find((part) => part.type === 'VEVENT');
  return event.end.toLocaleString('en-GB', { timeZone: 'Europe/London' }).slice(0, 17);
}

console.log('14-15 March,   DURATION', end('20260314', 'DURATION:P2D'));
console.log('28-29 March,   DURATION', end('20260328', 'DURATION:P2D'));
console.log('28-29 March,   DTEND   ', end('20260328', 'DTEND;VALUE=DATE:20260330'));
console.log('24-25 October, DURATION', end('20261024', 'DURATION:P2D'));
console.log('24-25 October, DTEND   ', end('20261024', 'DTEND;VALUE=DATE:20261026'));
JS
seen=$(TZ=Europe/London node probe.mjs)
recorded='14-15 March,   DURATION 16/03/2026, 00:00
28-29 March,   DURATION 30/03/2026, 01:00
28-29 March,   DTEND    30/03/2026, 00:00
24-25 October, DURATION 25/10/2026, 23:00
24-25 October, DTEND    26/10/2026, 00:00'

echo "node-ical 0.26.1, node $(node --version), TZ=Europe/London"
echo "Expected: every event ends at 00:00 of the day after its second day."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
