#!/usr/bin/env bash
# sarif-tools: what was checked and found to be right is handed to GitLab as an issue.
#
# What: SARIF can say that a check passed (kind "pass") or did not apply. The command codeclimate,
#   made for GitLab's code quality widget, turns such a result into an issue of the category "Bug
#   Risk" like any other, in the same words and with the same code.
# Versions: sarif-tools 3.0.5.
# Why it matters: a merge request that keeps a promise is shown as making things worse by one issue;
#   the better the record, the longer the list.
# Source: SARIF 2.1.0, section 3.27.9: "pass" means that no problem was found, "notApplicable" that the
#   rule does not apply, and only "fail" is a problem. The Code Climate format knows issues alone.
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
    {"ruleId": "P1", "kind": "fail", "level": "error", "message": {"text": "broken in May"}, "locations": [
      {"physicalLocation": {"artifactLocation": {"uri": "may.yaml"}, "region": {"startLine": 1}}}]},
    {"ruleId": "P1", "kind": "pass", "level": "none", "message": {"text": "kept in June"}, "locations": [
      {"physicalLocation": {"artifactLocation": {"uri": "june.yaml"}, "region": {"startLine": 1}}}]},
    {"ruleId": "P1", "kind": "notApplicable", "message": {"text": "no meeting in August"}, "locations": [
      {"physicalLocation": {"artifactLocation": {"uri": "august.yaml"}, "region": {"startLine": 1}}}]}
  ]}]}
JSON
venv/bin/sarif codeclimate --output quality.json report.sarif >/dev/null
cat > show.py <<'PY'
import json

with open("quality.json", encoding="utf-8") as file:
    for one in sorted(json.load(file), key=lambda one: one["description"]):
        print(one["type"], one["categories"], one["severity"], one["check_name"], one["description"])
PY
seen=$(python3 show.py)
recorded="issue ['Bug Risk'] major P1 broken in May
issue ['Bug Risk'] info P1 kept in June
issue ['Bug Risk'] info P1 no meeting in August"

echo "sarif-tools 3.0.5"
echo "Expected: the broken promise only."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
