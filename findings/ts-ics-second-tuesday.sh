#!/usr/bin/env bash
# ts-ics: a meeting on the second Tuesday of each month is at midnight.
#
# What: of a monthly series on a numbered weekday (BYDAY=2TU) at 18:30, ts-ics gives every meeting at
#   00:00 UTC and leaves out the first. Weekly series and series by day of the month keep their time.
# Versions: ts-ics 2.4.6; rrule 2.8.1 as the control.
# Why it matters: "the second Tuesday" is how most committees meet. Whether a meeting was in the
#   evening, and whether papers came in time, is then worked out from midnight; in British summer
#   time 00:00 UTC is shown as one in the morning.
# Source: RFC 5545, section 3.3.10: what a rule does not say (here the time of day) comes from
#   DTSTART; and DTSTART is the first instance.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" ts-ics@2.4.6 rrule@2.8.1 >/dev/null

cat > probe.mjs <<'JS'
import { convertIcsRecurrenceRule, extendByRecurrenceRule } from 'ts-ics';
import rrulePackage from 'rrule';

const time = (date) => date.toISOString().slice(5, 16);

for (const [rule, start] of [
  ['FREQ=MONTHLY;BYDAY=2TU;COUNT=3', '2026-01-13T18:30:00Z'],
  ['FREQ=WEEKLY;BYDAY=TU;COUNT=3', '2026-01-13T18:30:00Z'],
]) {
  const options = { start: new Date(start), end: new Date('2027-01-01T00:00:00Z') };
  const parsed = convertIcsRecurrenceRule(undefined, { value: rule });
  const control = new rrulePackage.RRule({ ...rrulePackage.RRule.parseString(rule), dtstart: options.start });
  console.log(rule);
  console.log('  rrule ', control.all().map(time).join(' '));
  console.log('  ts-ics', extendByRecurrenceRule(parsed, options).map(time).join(' '));
}
JS
seen=$(TZ=UTC node probe.mjs)
recorded='FREQ=MONTHLY;BYDAY=2TU;COUNT=3
  rrule  01-13T18:30 02-10T18:30 03-10T18:30
  ts-ics 02-10T00:00 03-10T00:00 04-14T00:00
FREQ=WEEKLY;BYDAY=TU;COUNT=3
  rrule  01-13T18:30 01-20T18:30 01-27T18:30
  ts-ics 01-13T18:30 01-20T18:30 01-27T18:30'

echo "ts-ics 2.4.6, rrule 2.8.1, node $(node --version)"
echo "Expected: both libraries give the same meetings for each rule."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
