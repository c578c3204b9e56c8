#!/usr/bin/env bash
# ts-ics: the last day of the month is the last but one.
#
# What: BYMONTHDAY=-1 means the last day of the month. ts-ics counts one too far: 30 March, 29 April,
#   30 May. The first meeting of the series, on 31 January, is left out as well, since it does not
#   fit the rule as understood.
# Versions: ts-ics 2.4.6; rrule 2.8.1 as the control.
# Why it matters: every date is a day early, by little enough to pass for right; minutes of the 31st
#   belong to no meeting in the list.
# Source: RFC 5545, section 3.3.10: -1 represents the last day of the month.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" ts-ics@2.4.6 rrule@2.8.1 >/dev/null

cat > probe.mjs <<'JS'
import { convertIcsRecurrenceRule, extendByRecurrenceRule } from 'ts-ics';
import rrulePackage from 'rrule';

const day = (date) => date.toISOString().slice(0, 10);

for (const [rule, start] of [
  ['FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=4', '2026-01-31T10:00:00Z'],
  ['FREQ=MONTHLY;BYMONTHDAY=28;COUNT=4', '2026-01-28T10:00:00Z'],
]) {
  const options = { start: new Date(start), end: new Date('2027-01-01T00:00:00Z') };
  const parsed = convertIcsRecurrenceRule(undefined, { value: rule });
  const control = new rrulePackage.RRule({ ...rrulePackage.RRule.parseString(rule), dtstart: options.start });
  console.log(rule);
  console.log('  rrule ', control.all().map(day).join(' '));
  console.log('  ts-ics', extendByRecurrenceRule(parsed, options).map(day).join(' '));
}
JS
seen=$(TZ=UTC node probe.mjs)
recorded='FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=4
  rrule  2026-01-31 2026-02-28 2026-03-31 2026-04-30
  ts-ics 2026-02-27 2026-03-30 2026-04-29 2026-05-30
FREQ=MONTHLY;BYMONTHDAY=28;COUNT=4
  rrule  2026-01-28 2026-02-28 2026-03-28 2026-04-28
  ts-ics 2026-01-28 2026-02-28 2026-03-28 2026-04-28'

echo "ts-ics 2.4.6, rrule 2.8.1, node $(node --version)"
echo "Expected: both libraries give the same days for each rule."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
