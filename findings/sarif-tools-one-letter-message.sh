#!/usr/bin/env bash
# sarif-tools: a message that begins with its rule's code is cut to one letter, or to nothing.
#
# What: of a result of rule P1 with the text "P1: papers were late" the CSV of sarif-tools holds an
#   empty description, and of "P1 papers were late" the single letter "p". The code at the front was
#   meant to be taken off; everything but one letter behind it goes as well.
# Versions: sarif-tools 3.0.5.
# Why it matters: to begin a message with the code of the promise is common, and it reads well
#   everywhere else. The list that goes to a board then names rules and files, but says of no result
#   what is wrong; two results of a rule look the same.
# Source: SARIF 2.1.0, section 3.11 (the text of a message is what is shown to the user); the command's
#   help: it writes a CSV file that lists the issues.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check sarif-tools==3.0.5

cat > report.sarif <<'JSON'
{"version": "2.1.0", "runs": [{
  "tool": {"driver": {"name": "charter", "rules": [{"id": "P1"}]}},
  "results": [
    {"ruleId": "P1", "ruleIndex": 0, "message": {"text": "P1: papers were late"}, "locations": [
      {"physicalLocation": {"artifactLocation": {"uri": "may.yaml"}, "region": {"startLine": 1}}}]},
    {"ruleId": "P1", "ruleIndex": 0, "message": {"text": "P1 papers were late"}, "locations": [
      {"physicalLocation": {"artifactLocation": {"uri": "may.yaml"}, "region": {"startLine": 2}}}]},
    {"ruleId": "P1", "ruleIndex": 0, "message": {"text": "Papers were late (P1)"}, "locations": [
      {"physicalLocation": {"artifactLocation": {"uri": "may.yaml"}, "region": {"startLine": 3}}}]}
  ]}]}
JSON
venv/bin/sarif csv --output list.csv report.sarif >/dev/null
seen=$(sort -t, -k6 list.csv | tr -d '\r')
recorded='charter,warning,P1,,may.yaml,1
charter,warning,P1,p,may.yaml,2
charter,warning,P1,Papers were late (P1),may.yaml,3
Tool,Severity,Code,Description,Location,Line'

echo "sarif-tools 3.0.5"
echo "Expected: the words of every message, with or without the code at the front."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
