#!/usr/bin/env bash
# python-stdnum: pupil numbers of councils formed since 2019 are "invalid".
#
# What: a unique pupil number (UPN) has the number of a local authority in it. python-stdnum holds
#   these to a list of January 2011. Bournemouth's old number passes; that of Bournemouth,
#   Christchurch and Poole, which took its place in 2019, does not, nor do those of Dorset, North and
#   West Northamptonshire, Cumberland, and Westmorland and Furness. The check letter is right in all.
# Versions: python-stdnum 2.2.
# Why it matters: a check for pupil numbers left in minutes by mistake, or one on an import for
#   education, health and care plans, sees none of the children of six areas.
# Source: the Department for Education's guide to UPNs (check letter, three digits of the local
#   authority, four of the school, two of the year, three of a series); the codes that the
#   department gives to local authorities: 838, 839, 940, 941, 942, 943. The module's source names
#   the list of 2011. School number 0000 is no school's, so that no pupil has these numbers.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check python-stdnum==2.2

cat > probe.py <<'PY'
from stdnum.gb import upn

LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
for authority, name in (
    ("201", "City of London"),
    ("837", "Bournemouth, ended in 2019"),
    ("928", "Northamptonshire, ended in 2021"),
    ("838", "Dorset, from 2019"),
    ("839", "Bournemouth, Christchurch and Poole, from 2019"),
    ("940", "North Northamptonshire, from 2021"),
    ("941", "West Northamptonshire, from 2021"),
    ("942", "Cumberland, from 2023"),
    ("943", "Westmorland and Furness, from 2023"),
):
    digits = f"{authority}000026001"
    # The check letter, worked out here: weights 2 to 13, modulo 23.
    letter = LETTERS[sum(weight * int(digit) for weight, digit in enumerate(digits, 2)) % 23]
    assert letter == upn.calc_check_digit(digits)
    try:
        upn.validate(letter + digits)
        verdict = "valid"
    except Exception as error:
        verdict = type(error).__name__
    print(letter + digits, verdict.ljust(16), name)
PY
seen=$(venv/bin/python probe.py)
recorded='H201000026001 valid            City of London
G837000026001 valid            Bournemouth, ended in 2019
K928000026001 valid            Northamptonshire, ended in 2021
L838000026001 InvalidComponent Dorset, from 2019
Q839000026001 InvalidComponent Bournemouth, Christchurch and Poole, from 2019
G940000026001 InvalidComponent North Northamptonshire, from 2021
L941000026001 InvalidComponent West Northamptonshire, from 2021
Q942000026001 InvalidComponent Cumberland, from 2023
V943000026001 InvalidComponent Westmorland and Furness, from 2023'

echo "python-stdnum 2.2"
echo "Expected: every number is valid."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
