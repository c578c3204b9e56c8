#!/usr/bin/env bash
# holidays: the calendar of England reads 03/04/2026 as 4 March, and 25/12/2026 as 25 December.
#
# What: a holiday calendar can be asked with a date as text. That of England takes such a text month
#   first: Good Friday, 3 April 2026, is no holiday as 03/04/2026, while 04/03/2026 is "Good Friday".
#   Where the first number is above 12 it silently turns round, so that Christmas is found.
# Versions: holidays 0.109, python-dateutil 2.9.0.post0.
# Why it matters: dates in British records are day first. A check by text is right for some days of
#   each month and wrong for the others, and a try with Christmas Day says that all is well.
# Source: the package's documentation: a key may be a text in any form that dateutil reads; GOV.UK
#   for Good Friday and the early May bank holiday of 2026. The country of the calendar is known.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check holidays==0.109 python-dateutil==2.9.0.post0

cat > probe.py <<'PY'
from datetime import date
from holidays import country_holidays

england = country_holidays("GB", subdiv="ENG", years=2026)
for day in (date(2026, 4, 3), date(2026, 5, 4), date(2026, 12, 25), date(2026, 3, 4)):
    text = f"{day:%d/%m/%Y}"
    print(f"{day:%Y-%m-%d}: as a date {england.get(day)}; as {text} {england.get(text)}")
PY
seen=$(venv/bin/python probe.py)
recorded='2026-04-03: as a date Good Friday; as 03/04/2026 None
2026-05-04: as a date May Day; as 04/05/2026 None
2026-12-25: as a date Christmas Day; as 25/12/2026 Christmas Day
2026-03-04: as a date None; as 04/03/2026 Good Friday'

echo "holidays 0.109, python-dateutil 2.9.0.post0"
echo "Expected: the same answer twice in every line."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
