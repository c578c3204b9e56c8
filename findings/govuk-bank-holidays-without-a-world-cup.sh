#!/usr/bin/env bash
# govuk-bank-holidays: the copy of GOV.UK's list that it carries lacks Scotland's day of June 2026.
#
# What: the package publishes GOV.UK's own list and is told to use the copy that it carries, which is
#   what runs without a network do. It reaches to the end of 2028 and looks complete, but a bank
#   holiday that Scotland was given within those years is not in it: Monday 15 June 2026. It answers
#   that this is a working day, and says nothing of how old its copy is. holidays has the day.
# Versions: govuk-bank-holidays 0.19 (the newest on 30 November 2026); holidays 0.109.
# Why it matters: ten working days from early June end a day too early, in Scotland only and in one
#   year, although the list "reaches".
# Source: the royal proclamation of February 2026 that appoints 15 June 2026 a bank holiday in Scotland,
#   as holidays 0.109 names it.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check govuk-bank-holidays==0.19 holidays==0.109

cat > probe.py <<'PY'
from datetime import date

import holidays
from govuk_bank_holidays.bank_holidays import BankHolidays

DAY = date(2026, 6, 15)
carried = BankHolidays(use_cached_holidays=True)
listed = [day["date"] for day in carried.get_holidays(division="scotland")]
print("the carried list ends in", max(listed).year)
print("govuk-bank-holidays: a working day in Scotland:", carried.is_work_day(DAY, division="scotland"))
print("holidays: a bank holiday in Scotland:", DAY in holidays.country_holidays("GB", subdiv="SCT"))
PY
seen=$(venv/bin/python probe.py)
recorded=$(cat <<'OUT'
the carried list ends in 2028
govuk-bank-holidays: a working day in Scotland: True
holidays: a bank holiday in Scotland: True
OUT
)

echo "govuk-bank-holidays 0.19, holidays 0.109"
echo "Expected: not a working day, as holidays has it."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
