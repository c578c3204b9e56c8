#!/usr/bin/env bash
# calendra: the last Monday in May is a week early when May ends on it.
#
# What: the spring bank holiday is on the last Monday in May. calendra looks for it from 30 May
#   backwards, and so misses 31 May: in 2021, 2027, 2032 and 2038 the holiday is a week early. It is
#   on the right day in all other years. workalendar, of which calendra is a fork, is right.
# Versions: calendra 7.11.1; workalendar 17.0.0 as the control.
# Why it matters: in 2027 a deadline of five working days from 20 May is put on the 28th instead of
#   the 27th, and the Monday of the half-term holiday counts as a working day.
# Source: GOV.UK, bank holidays in England and Wales: 31 May 2021 and 31 May 2027. The library's own
#   text for this day is "Last Monday in May".
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check calendra==7.11.1 workalendar==17.0.0

cat > probe.py <<'PY'
import warnings
from datetime import date

warnings.simplefilter("ignore")
import calendra.europe
import workalendar.europe

fork, control = calendra.europe.UnitedKingdom(), workalendar.europe.UnitedKingdom()


def may(calendar, year):
    return [day for day, _ in calendar.holidays(year) if day.month == 5 and day.day > 20][0]


# 2022 is left out: the holiday was moved to June for a jubilee.
years = [year for year in range(2020, 2041) if year != 2022]
print("years that differ:", *[f"{year} ({may(fork, year):%d})" for year in years if may(fork, year) != may(control, year)])
for name, calendar in (("calendra   ", fork), ("workalendar", control)):
    print(name, "31 May 2027 is a working day:", calendar.is_working_day(date(2027, 5, 31)))
    print(name, "five working days after 20 May 2027:", calendar.add_working_days(date(2027, 5, 20), 5))
PY
seen=$(venv/bin/python probe.py)
recorded='years that differ: 2021 (24) 2027 (24) 2032 (24) 2038 (24)
calendra    31 May 2027 is a working day: True
calendra    five working days after 20 May 2027: 2027-05-28
workalendar 31 May 2027 is a working day: False
workalendar five working days after 20 May 2027: 2027-05-27'

echo "calendra 7.11.1, workalendar 17.0.0"
echo "Expected: no year differs."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
