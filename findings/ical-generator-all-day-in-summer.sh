#!/usr/bin/env bash
# ical-generator: on a computer in Britain, whole days of summer are written as the day before.
#
# What: with allDay and a Date for 5 May (midnight by the clock of the computer) the file says
#   DTSTART;VALUE=DATE:20260504, because the day is taken in UTC, where it is still 4 May. 5 March is
#   right, and so are both as soon as the calendar has a time zone, even that of the computer.
# Versions: ical-generator 10.2.0, TZ=Europe/London.
# Why it matters: a survey or a day conference is announced for the wrong day from April to October,
#   while everything that was tried out in winter was right.
# Source: RFC 5545, section 3.3.4: a DATE is a calendar date and has no time zone.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" ical-generator@10.2.0 >/dev/null

cat > probe.mjs <<'JS'
import ical from 'ical-generator';

for (const month of [3, 5]) {
  for (const [name, options] of [['no zone', {}], ['London ', { timezone: 'Europe/London' }]]) {
    const calendar = ical(options);
    calendar.createEvent({ start: new Date(2026, month - 1, 5), allDay: true, summary: 'Survey' });
    const line = calendar.toString().split('\r\n').find((one) => one.startsWith('DTSTART'));
    console.log(`2026-0${month}-05`, name, line);
  }
}
JS
seen=$(TZ=Europe/London node probe.mjs)
recorded='2026-03-05 no zone DTSTART;VALUE=DATE:20260305
2026-03-05 London  DTSTART;VALUE=DATE:20260305
2026-05-05 no zone DTSTART;VALUE=DATE:20260504
2026-05-05 London  DTSTART;VALUE=DATE:20260505'

echo "ical-generator 10.2.0, node $(node --version)"
echo "Expected: the day at the beginning of each line."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
