"""Runs the program over invented folders and holds its findings against the second judgement."""

import json
import subprocess
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from generating import Invented
from generating.writing import write
from judging import CLAUSES, Judgements
from judging.verdicts import STILL_TO_COME, Judgement, Subject

COMPARED = ("verdict", "measured", "due", "severity")


@dataclass
class Difference:
    folder: Invented
    clause: str
    subject: Subject
    what: str
    judgement: Judgement
    finding: dict | None

    def __str__(self) -> str:
        said = f"\n    the program: {self.finding['words']}" if self.finding else ""
        reason = f"\n    the oracle: {self.judgement.verdict}, {self.judgement.reason}"
        return f"folder {self.folder.number} {self.clause} {' '.join(self.subject)}: {self.what}{reason}{said}"


class Program:
    """The program under test, started once for each folder."""

    def __init__(self, path: Path, keep: Path | None):
        self.path, self.keep = path.resolve(), keep

    def findings(self, folders: list[Invented], workers: int):
        with ThreadPoolExecutor(workers) as pool:
            yield from pool.map(self.run, folders)

    def run(self, folder: Invented) -> list[dict] | str:
        """All findings on the folder, or what went wrong."""
        # A folder of its own, outside the repository: its ignore rules and its charter must play no part.
        with tempfile.TemporaryDirectory() as place:
            own = self.keep / f"{folder.number:05}" if self.keep else Path(place) / "records"
            write(own, folder.all_files)
            command = [str(self.path), "report", ".", "--format", "json", "--as-of", folder.as_of.isoformat()]
            try:
                done = subprocess.run(command, capture_output=True, timeout=60, check=False, cwd=own)
            except (OSError, subprocess.TimeoutExpired) as error:
                return f"the program did not run: {error}"
        # 2 would mean that the program saw a fault in records that hold none.
        complaint = "\n".join(done.stderr.decode(errors="replace").splitlines()[:12])
        if done.returncode not in (0, 1):
            return f"exit code {done.returncode}, expected 0 or 1\n{complaint}"
        try:
            return json.loads(done.stdout)["findings"]
        except (ValueError, KeyError) as error:
            return f"the output could not be read: {error!r}\n{complaint}"


class Comparison:
    """Every subject and clause once: what was compared, and where the two judgements differ."""

    def __init__(self):
        self.compared: Counter = Counter()
        self.differences: list[Difference] = []
        self.failures: list[str] = []

    def add(self, folder: Invented, expected: Judgements, found: list[dict] | str):
        if isinstance(found, str):
            self.failures.append(f"folder {folder.number}: {found}")
            return
        answers: dict = {}
        for finding in found:
            about = finding["subject"]
            answers.setdefault((finding["clause"], (about["kind"], about["id"])), []).append(finding)
        for (clause, subject), judgement in expected.items():
            own = answers.pop((clause, subject), [])
            what = self.compare(clause, judgement, own)
            if what:
                self.differences.append(Difference(folder, clause, subject, what, judgement, own[0] if own else None))
        for (clause, subject), own in answers.items():
            if clause in CLAUSES:
                judgement = Judgement("nothing", "no such subject")
                what = f"{own[0]['verdict']}, expected nothing"
                self.differences.append(Difference(folder, clause, subject, what, judgement, own[0]))

    def compare(self, clause: str, judgement: Judgement, answers: list[dict]) -> str | None:
        """The first thing that differs; where one of both gives nothing, nothing but the verdict is compared."""
        self.compared[clause, "verdict"] += 1
        if len(answers) != 1:
            return "no finding" if not answers else f"{len(answers)} findings"
        answer = answers[0]
        if answer["verdict"] != judgement.verdict:
            return f"{answer['verdict']}, expected {judgement.verdict}"
        measured, due = answer["measured"], answer["due"]
        pairs = {
            "measured": (measured and (measured["value"], measured["unit"]), judgement.measured),
            "due": (due, judgement.due and judgement.due.isoformat()),
            "severity": (judgement.severity and answer["severity"], judgement.severity),
        }
        for name, (program, oracle) in pairs.items():
            if program is not None and oracle is not None:
                self.compared[clause, name] += 1
                if program != oracle:
                    return f"{name} {program}, expected {oracle} ({judgement.verdict})"
        if judgement.verdict == STILL_TO_COME and judgement.due and due is None:
            return f"no due day, expected {judgement.due}"
        return None
