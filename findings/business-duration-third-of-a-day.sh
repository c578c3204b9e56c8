#!/usr/bin/env bash
# business-duration: a full working day is a third of a day.
#
# What: with opening hours of 9:00 to 17:00 a time of 9:00 to 17:00 on a Tuesday is 8.0 in hours and
#   0.333 in days: a working time is divided by 24. Without opening hours the same package gives
#   whole working days. A month of 22 working days comes to 7.3.
# Versions: business-duration 0.68, pandas 3.1.1, numpy 2.4.6.
# Why it matters: a reply promised within ten working days passes after six weeks, since thirty
#   working days are "10.0 days".
# Source: the package's README: the unit can be day, hour, min or sec, weekends, holidays and
#   non-business hours are left out, and January to March 2018 is 65.0 in days.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  business-duration==0.68 pandas==3.1.1 numpy==2.4.6 python-dateutil==2.9.0.post0

cat > probe.py <<'PY'
from datetime import date, time
import pandas as pd
from business_duration import businessDuration


def hours(first, last, unit):
    return businessDuration(pd.Timestamp(first), pd.Timestamp(last), time(9), time(17), unit=unit)


for name, first, last in (
    ("one day     ", "2026-03-03 09:00", "2026-03-03 17:00"),
    ("March 2026  ", "2026-03-01 09:00", "2026-03-31 17:00"),
    ("thirty days ", "2026-03-02 09:00", "2026-04-10 17:00"),
):
    whole = businessDuration(pd.Timestamp(first).date(), pd.Timestamp(last).date(), unit="day")
    print(name, hours(first, last, "hour"), "hours,", round(hours(first, last, "day"), 3),
          "days with opening hours,", whole, "without")
PY
seen=$(venv/bin/python probe.py)
recorded='one day      8.0 hours, 0.333 days with opening hours, 1.0 without
March 2026   176.0 hours, 7.333 days with opening hours, 22.0 without
thirty days  240.0 hours, 10.0 days with opening hours, 30.0 without'

echo "business-duration 0.68, pandas 3.1.1"
echo "Expected: 1, 22 and 30 days, with opening hours as without."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
