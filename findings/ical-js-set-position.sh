#!/usr/bin/env bash
# ical.js: "the last of these days" becomes "all of these days".
#
# What: a monthly rule that lists days of the month and keeps only the last of them with BYSETPOS
#   (the usual way to say "on the 31st, or on the last day of a shorter month") is expanded by
#   ical.js as if BYSETPOS were not there. COUNT is then used up by days that are no meetings, so
#   that later months are lost as well. With BYDAY in the place of BYMONTHDAY the same part works.
# Versions: ical.js 2.2.1; rrule 2.8.1 as the control, on Node.js.
# Why it matters: a forum that meets on the last day of each month is shown three meetings in March
#   and none in April or May; whoever counts meetings against a promise of "every month" counts wrong.
# Source: RFC 5545, section 3.3.10: BYSETPOS picks from the set of recurrence instances of one
#   interval of the rule, whichever other BYxxx part made that set.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" ical.js@2.2.1 rrule@2.8.1 >/dev/null

cat > probe.mjs <<'JS'
import ICAL from 'ical.js';
import rrulePackage from 'rrule';

const byMonthDay = 'FREQ=MONTHLY;BYMONTHDAY=29,30,31;BYSETPOS=-1;COUNT=4';
const byWeekday = 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=4';

function icalJs(rule, start) {
  const times = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromString(start));
  const days = [];
  for (let time = times.next(); time; time = times.next()) days.push(time.toString().slice(0, 10));
  return days.join(' ');
}

function rrule(rule, start) {
  const options = rrulePackage.RRule.parseString(rule);
  options.dtstart = new Date(`${start}Z`);
  return new rrulePackage.RRule(options).all().map((d) => d.toISOString().slice(0, 10)).join(' ');
}

console.log('BYMONTHDAY rrule  ', rrule(byMonthDay, '2026-01-31T10:00:00'));
console.log('BYMONTHDAY ical.js', icalJs(byMonthDay, '2026-01-31T10:00:00'));
console.log('BYDAY      rrule  ', rrule(byWeekday, '2026-01-30T10:00:00'));
console.log('BYDAY      ical.js', icalJs(byWeekday, '2026-01-30T10:00:00'));
JS
seen=$(node probe.mjs)
recorded='BYMONTHDAY rrule   2026-01-31 2026-03-31 2026-04-30 2026-05-31
BYMONTHDAY ical.js 2026-01-31 2026-03-29 2026-03-30 2026-03-31
BYDAY      rrule   2026-01-30 2026-02-27 2026-03-31 2026-04-30
BYDAY      ical.js 2026-01-30 2026-02-27 2026-03-31 2026-04-30'

echo "ical.js 2.2.1, rrule 2.8.1, node $(node --version)"
echo "Expected: both libraries give one day a month for both rules."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
