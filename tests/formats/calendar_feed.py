"""Two calendar libraries import what falls due, again and again, as a calendar that subscribes does.

Each keeps what it knows by UID, and takes the newer version by SEQUENCE (RFC 5546, 2.1.5): imported
twice nothing is doubled, and when a meeting moves, what is to be done for it moves along.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

import icalendar
import ics

REPOSITORY = Path(__file__).resolve().parents[2]
MEETING = """\
id: workshop-2
title: Short breaks, second workshop
kind: workshop
status: planned
organisers: [council]
date: {day}
audience: [parents]
---
title: Board
kind: meeting
status: planned
organisers: [council]
date: 2026-12-03
audience: [parents]
"""


def due(program, folder, as_of, format):
    command = [program, "due", folder, "--as-of", as_of, "--format", format, "--alarm", "2"]
    command = command if format == "ics" else command[:-2]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    return done.stdout


def with_icalendar(text):
    """(UID, SEQUENCE, first day, number of alarms) of every event."""
    calendar = icalendar.Calendar.from_ical(text)
    for event in calendar.walk("VEVENT"):
        day = event.decoded("DTSTART")
        assert type(day) is date, day
        yield str(event["UID"]), int(event["SEQUENCE"]), day, len(event.walk("VALARM"))


def with_ics(text):
    for event in ics.Calendar(text).events:
        assert event.all_day and event.duration.days == 1, event
        sequence = next(line.value for line in event.extra if line.name == "SEQUENCE")
        yield event.uid, int(sequence), event.begin.date(), len(event.alarms)


class Subscriber:
    def __init__(self, read):
        self.read = read
        self.known = {}

    def take(self, text):
        for uid, sequence, day, alarms in self.read(text):
            if uid not in self.known or sequence >= self.known[uid][0]:
                self.known[uid] = (sequence, day, alarms)

    def days(self):
        return {uid: day for uid, (_, day, _) in self.known.items()}


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    default = REPOSITORY / "target" / "release" / "charter-audit"
    arguments.add_argument("--program", type=Path, default=default)
    program = arguments.parse_known_args()[0].program.resolve()
    failed = passed = 0

    def check(holds, what):
        nonlocal failed, passed
        passed, failed = passed + bool(holds), failed + (not holds)
        if not holds:
            print(f"failed: {what}")

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "records.yaml"
        file.write_text(MEETING.format(day="2026-12-15"))
        first = due(program, folder, "2026-11-01", "ics")
        tasks = json.loads(due(program, folder, "2026-11-01", "json"))["tasks"]
        file.write_text(MEETING.format(day="2026-12-22"))
        moved = due(program, folder, "2026-11-02", "ics")
        subscribers = [Subscriber(with_icalendar), Subscriber(with_ics)]
        for subscriber in subscribers:
            name = subscriber.read.__name__
            subscriber.take(first)
            before = subscriber.days()
            check(len(before) == len(tasks), f"{name}: one event for each of {len(tasks)} tasks")
            check(all(alarms == 1 for _, _, alarms in subscriber.known.values()), f"{name}: alarms")
            subscriber.take(first)
            check(subscriber.days() == before, f"{name}: nothing is doubled")
            subscriber.take(moved)
            after = subscriber.days()
            check(after.keys() == before.keys(), f"{name}: moving a meeting makes no new event")
            # Fourteen clear days before 15 December is 30 November, before the 22nd 7 December.
            notice = [uid for uid in before if before[uid] == date(2026, 11, 30)]
            check([after[uid] for uid in notice] == [date(2026, 12, 7)], f"{name}: the notice moves")
            board = [uid for uid in before if before[uid] == date(2026, 12, 3)]
            check(board and all(after[uid] == before[uid] for uid in board), f"{name}: others stay")
            # What came before is older than what is known.
            subscriber.take(first)
            check(subscriber.days() == after, f"{name}: an old version changes nothing")
        check(subscribers[0].days() == subscribers[1].days(), "both libraries know the same")
    print(f"calendar feed: {passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
