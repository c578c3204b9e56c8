#!/usr/bin/env bash
# csvkit: a meeting at 18:30 is sorted into one after eighteen and a half minutes.
#
# What: csvsort, csvjson and in2csv guess what a column holds. One of times of day is taken for lengths,
#   and of the two parts 18:30 the first for minutes: it is written back as 0:18:30. A column of months
#   becomes days of the year 1. csvcut, which guesses nothing, gives back what it got.
# Versions: csvkit 2.2.0, agate 1.14.2, pytimeparse 1.1.10, parsedatetime 2.6.
# Why it matters: sorting a log of meetings by title changes when they were, with no message.
# Source: csvkit's documentation of csvsort: it sorts, like the command sort. ISO 8601: hh:mm is a time
#   of day, and lengths begin with P.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check csvkit==2.2.0 agate==1.14.2 \
  pytimeparse==1.1.10 parsedatetime==2.6

printf '%s\n' Title,Date,Start,Month Workshop,2026-05-13,18:30,May Forum,2026-06-10,09:00,June > log.csv
seen=$(for tool in csvcut csvsort in2csv; do
  arguments=()
  [ "$tool" = csvsort ] && arguments=(-c Title)
  [ "$tool" = csvcut ] && arguments=(-c Title,Date,Start,Month)
  venv/bin/"$tool" "${arguments[@]}" log.csv | tail -n +2 | sort | sed "s/^/$tool  /"
done)
recorded='csvcut  Forum,2026-06-10,09:00,June
csvcut  Workshop,2026-05-13,18:30,May
csvsort  Forum,2026-06-10,0:09:00,0001-06-01
csvsort  Workshop,2026-05-13,0:18:30,0001-05-01
in2csv  Forum,2026-06-10,0:09:00,0001-06-01
in2csv  Workshop,2026-05-13,0:18:30,0001-05-01'

echo "csvkit 2.2.0, agate 1.14.2, pytimeparse 1.1.10, parsedatetime 2.6"
echo "Expected: 09:00 and 18:30, May and June in every line."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
