#!/usr/bin/env bash
# businesstimedelta: eight working hours late are eight working hours early.
#
# What: Rules.difference(a, b) gives the working time from a to b. When b is before a it gives the
#   same positive time, with no sign and no error. The same library does add and subtract a time, and
#   "a plus the difference is b", which holds forwards, leads sixteen working hours past b.
# Versions: businesstimedelta 1.0.1, pytz 2026.6, holidays 0.109; plain datetime as the control.
# Why it matters: papers sent a working day after the meeting look as if they had come a working day
#   before it, which is just what a promise about papers is there to tell apart.
# Source: the package's README shows difference(start, end) along with plus and minus, as a timedelta
#   for business time; Python's timedelta, on which it models itself, is negative in this case.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  businesstimedelta==1.0.1 pytz==2026.6 holidays==0.109 python-dateutil==2.9.0.post0

cat > probe.py <<'PY'
from datetime import datetime, time, timezone
import businesstimedelta

rules = businesstimedelta.WorkDayRule(start_time=time(9), end_time=time(17), working_days=[0, 1, 2, 3, 4])
meeting = datetime(2026, 3, 5, 12, tzinfo=timezone.utc)
for name, sent in (
    ("a day before", datetime(2026, 3, 4, 12, tzinfo=timezone.utc)),
    ("a day after ", datetime(2026, 3, 6, 12, tzinfo=timezone.utc)),
):
    ahead = rules.difference(sent, meeting)
    print(f"papers sent {name}: working time ahead {ahead.hours} h, "
          f"datetime {(meeting - sent).total_seconds() / 3600:+.0f} h, sent plus it {sent + ahead:%d %B %H:%M}")
PY
seen=$(venv/bin/python probe.py)
recorded='papers sent a day before: working time ahead 8 h, datetime +24 h, sent plus it 05 March 12:00
papers sent a day after : working time ahead 8 h, datetime -24 h, sent plus it 09 March 12:00'

echo "businesstimedelta 1.0.1"
echo "Expected: -8 h in the second line, and 05 March 12:00 in both."
echo "Seen:"
echo "$seen"
diff <(echo "$recorded") <(echo "$seen") || { echo "The behaviour has changed."; exit 1; }
