#!/usr/bin/env bash
# holidays and date-holidays: "GB" alone has bank holidays that are no nation's.
#
# What: asked for GB without a nation, the two best-known libraries neither give England's days nor
#   an error. holidays (Python) gives the days that all nations share, so that Easter Monday and the
#   August bank holiday are working days; date-holidays (JavaScript) leaves out the August day only.
#   Neither list is the one of any part of the country, and the two differ.
# Versions: holidays 0.109; date-holidays 3.37.0.
# Why it matters: for "papers five working days before the meeting" a day too many is counted, by one
#   program and not by the other, and only around two of the eight days, so that few tests see it.
# Source: GOV.UK, bank holidays: England and Wales have eight days in 2026, among them Easter Monday,
#   6 April, and the summer bank holiday, 31 August.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" date-holidays@3.37.0 >/dev/null
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check holidays==0.109 python-dateutil==2.9.0.post0

cat > probe.py <<'PY'
from holidays import country_holidays

for nation in (None, "ENG"):
    days = sorted(day for day in country_holidays("GB", subdiv=nation, years=2026) if day.weekday() < 5)
    print("holidays     ", (nation or "-").ljust(3), len(days), *[f"{day:%m-%d}" for day in days])
PY
cat > probe.mjs <<'JS'
import Holidays from 'date-holidays';

for (const nation of [undefined, 'ENG']) {
  const all = new Holidays('GB', nation).getHolidays(2026).filter((day) => day.type === 'public');
  const days = all.map((day) => day.date.slice(0, 10)).filter((day) => new Date(day).getUTCDay() % 6);
  console.log('date-holidays', (nation ?? '-').padEnd(3), days.length, days.map((day) => day.slice(5)).join(' '));
}
JS
seen=$(venv/bin/python probe.py; TZ=Europe/London node probe.mjs)
recorded='holidays      -   6 01-01 04-03 05-04 05-25 12-25 12-28
holidays      ENG 8 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28
date-holidays -   7 01-01 04-03 04-06 05-04 05-25 12-25 12-28
date-holidays ENG 8 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'

echo "holidays 0.109, date-holidays 3.37.0"
echo "Expected: the same eight days four times, or an error without a nation."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
