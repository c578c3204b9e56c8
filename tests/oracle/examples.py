"""Holds the second judgement against examples worked out by hand: the charter's own and those on the rules' pages."""

import re
import subprocess
from datetime import date
from pathlib import Path

import yaml

from judging import CLAUSES, judge
from judging.charter import BUILT_IN, built_in

OF_CHARTER = BUILT_IN.with_name("charter.examples.yaml")
# What files give away is about bytes, and the oracle knows only its own few.
LEFT_OUT = ("W3c",)
ON_PAGE = re.compile(r"### (?P<verdict>[a-z ]+), as of (?P<as_of>\S+)\n(?P<rest>.*?)(?=\n### |\Z)", re.DOTALL)
BLOCK = re.compile(r"```yaml(?P<of>[ a-z]*)\n(?P<text>.*?)```", re.DOTALL)


def of_charter() -> list[tuple[str, dict]]:
    return [
        (clause, example)
        for clause, examples in yaml.safe_load(OF_CHARTER.read_text("utf-8")).items()
        for example in examples
        if clause in CLAUSES and clause not in LEFT_OUT
    ]


def on_pages(program: Path) -> list[tuple[str, dict]]:
    """The examples that the program prints with each clause."""
    found = []
    for clause in CLAUSES:
        if clause not in LEFT_OUT:
            done = subprocess.run([str(program), "explain", clause], capture_output=True, text=True, check=True)
            found += [(clause, on_page(match)) for match in ON_PAGE.finditer(done.stdout)]
    return found


def on_page(match: re.Match) -> dict:
    example = {"verdict": match["verdict"].replace(" ", "-"), "as_of": date.fromisoformat(match["as_of"])}
    for block in BLOCK.finditer(match["rest"]):
        if block["of"].strip() == "charter":
            example["charter"] = yaml.safe_load(block["text"])
        else:
            documents = yaml.safe_load_all(block["text"])
            example["records"] = [one for each in documents for one in (each if isinstance(each, list) else [each])]
    return example


def disagreement(clause: str, example: dict) -> str | None:
    written = example.get("records") or [example["record"]]
    records = [{"id": f"r{number}", "title": ""} | record for number, record in enumerate(written)]
    charter = {"calendar": built_in()["calendar"]} | example.get("charter", {})
    judgements = judge(charter, records, example["as_of"], {})
    about = example.get("about")
    own = [j for (of, (_, id)), j in judgements.items() if of == clause and about in (None, id)]
    alike = [judgement.severity for judgement in own if judgement.verdict == example["verdict"]]
    if not alike:
        return f"{[(judgement.verdict, judgement.reason) for judgement in own]}, by hand {example['verdict']}"
    if example["verdict"] == "not-kept" and example.get("severity") not in (None, *alike):
        return f"severity {alike}, by hand {example['severity']}"
    return None
