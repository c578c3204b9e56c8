#!/usr/bin/env python3
"""Reads every format of a report with a program that is not ours, and compares what it finds.

The report of the example, and one of records whose texts are hostile, are written in every format.
The last line is `N passed, M failed`.
"""

import argparse
import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import docx
import jsonschema
import markdown as PythonMarkdown
import mammoth
import openpyxl
from docx.oxml.ns import qn
from junitparser import JUnitXml
from markdown_it import MarkdownIt
from tally import Tally

REPOSITORY = Path(__file__).resolve().parents[2]
AS_OF = ["--as-of", "2026-07-31"]

HOSTILE = [
    "\"double\" and 'single' quotes",
    "a|b|c | d",
    "<script>alert(1)</script> <b>bold</b> &lt; &amp;",
    '=HYPERLINK("https://example.org","x")',
    "+44 plus",
    "- a dash",
    "@SUM(1)",
    "**bold** _it_ ~~gone~~ `code`",
    "[a link](https://example.org) ![a picture](x.png)",
    "emoji \N{PARTY POPPER} and accents é ü ñ",
    "right \u202eto left\u202c marks",
    "comma, semicolon; tab\tand\nline",
    "back\\slash \\| C:\\folder",
    "::error file=x::y%0Az",
    "]]> --> {{ x }} {% y %}",
    "long " * 200,
]


def hostile_records(folder):
    records = []
    for at, title in enumerate(HOSTILE):
        title = json.dumps(title)
        records.append(
            f"---\ntitle: {title}\nid: m{at}\nkind: meeting\ndate: 2026-02-26\n"
            f"notice: {{ sent: 2026-02-20, purpose: {title} }}\n"
        )
    (folder / "hostile.yaml").write_text("".join(records), encoding="utf-8")


def faulty_records(folder):
    """Records with what an audit seldom has: a fault, an explanation that is not accepted, a file
    that cannot be read, one that is passed over."""
    (folder / "records.yaml").write_text(
        "title: One\nid: one\nkind: meeting\ndate: 2026-02-26\nnotise: no\n"
        "---\ntitle: Two\nid: two\nkind: meeting\ndate: 2026-02-26\n"
        "explanations: [{ clause: O4a1, reason: agreed-with-forum, because: a, instead: b }]\n",
        encoding="utf-8",
    )
    with (folder / "large.yaml").open("wb") as large:
        # More than the program reads; it takes no room on the disk.
        large.truncate((1 << 30) + 1)
    (folder / "old.doc").write_text("a file of another kind", encoding="utf-8")


def compared_records(program, work):
    """Records of which some findings are new, put right, open and gone since an earlier audit."""
    folder = work / "compared"
    folder.mkdir()

    def write(name, sent):
        text = f"title: {name}\nid: {name}\nkind: meeting\ndate: 2026-02-26\nnotice: {{ sent: {sent} }}\n"
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")

    for name in ("mended", "lost", "open"):
        write(name, "2026-02-20")
    earlier = work / "earlier.json"
    earlier.write_bytes(written(program, folder, "json")[0])
    (folder / "lost.yaml").unlink()
    write("mended", "2026-01-20")
    write("added", "2026-02-20")
    return folder, ["--against", earlier]


def written(program, records, format, *more):
    """The report in a format, and the exit code."""
    command = [program, "report", records, *AS_OF, "--details", "--format", format, *more]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, check=False)
    return done.stdout, done.returncode


def sarif_schema(work):
    """The schema of the standard, which comes with a crate."""
    project = work / "schema"
    (project / "src").mkdir(parents=True)
    (project / "src" / "lib.rs").write_text("")
    (project / "Cargo.toml").write_text(
        '[package]\nname = "schema"\nversion = "0.0.0"\nedition = "2021"\n'
        '[dependencies]\nserde-sarif = "=0.8.0"\n[workspace]\n'
    )
    command = ["cargo", "metadata", "--format-version", "1"]
    command += ["--manifest-path", str(project / "Cargo.toml")]
    metadata = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    packages = {package["name"]: package for package in metadata["packages"]}
    crate = Path(packages["serde-sarif"]["manifest_path"]).parent
    return json.loads((crate / "src" / "schema.json").read_text(encoding="utf-8"))


def published_schema(program, format):
    """A schema of ours that takes nothing that it does not name: within one version, there is none."""
    schema = json.loads(subprocess.run([program, "schema", format], capture_output=True, check=True).stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    for kind in (schema, *schema["$defs"].values()):
        kind["additionalProperties"] = False
    return schema


def valid_by_our_own_schemas(program, folders, tally):
    """JSON and JSON Lines against the schemas that the program publishes."""
    formats = jsonschema.FormatChecker(["date"])
    seen = set()
    for format, published in (("json", "report"), ("jsonl", "finding"), ("jsonl", "run")):
        schema = published_schema(program, published)
        validator = jsonschema.Draft202012Validator(schema, format_checker=formats)
        for folder, more in folders:
            text, _ = written(program, folder, format, "--since", "2010-01-01", *more)
            lines = [text] if format == "json" else text.splitlines()
            wanted = {"report": lines, "finding": lines[:-1], "run": lines[-1:]}[published]
            values = [json.loads(line) for line in wanted]
            errors = [error.message for value in values for error in validator.iter_errors(value)]
            tally.check(values and not errors, f"{folder}: {format} is valid: {errors[:3]}")
            seen.update(parts(values))
    # A part that no example has would be checked by nobody.
    schema = published_schema(program, "report")
    kinds = [schema, *schema["$defs"].values()]
    fields = {name for kind in kinds for name in kind["properties"]}
    tally.check(fields <= seen, f"never seen: {fields - seen}")


def parts(value):
    """The names of fields that hold something, at any depth."""
    if isinstance(value, dict):
        for name, field in value.items():
            if field not in (None, [], {}):
                yield name
                yield from parts(field)
    elif isinstance(value, list):
        for item in value:
            yield from parts(item)


def bare(cell):
    """A cell without the apostrophe that makes it a text."""
    return cell[1:] if cell.startswith("'") else cell


def lists(html):
    """The lists of a page and their items, each with what is nested in it."""

    def nested(element):
        kinds = ("ol", "ul", "li")
        return [(child.tag, nested(child)) for child in element if child.tag in kinds]

    return nested(ElementTree.fromstring(f"<div>{html}</div>"))


def compare(program, records, schema, tally):
    document, code = written(program, records, "json")
    document = json.loads(document)
    findings = document["findings"]
    tally.check(len(findings) > 20, f"{records}: there are findings")
    tally.check(document["outcome"]["exit_code"] == code, f"{records}: exit code in JSON")
    for format in ("text", "ascii", "markdown", "jsonl", "csv", "docx", "xlsx", "sarif", "junit", "github", "gitlab"):
        tally.check(written(program, records, format)[1] == code, f"{records}: exit code of {format}")

    plain = written(program, records, "ascii")[0]
    tally.check(plain.isascii() and len(plain) > 1000, f"{records}: ASCII is ASCII")

    *lines, last = written(program, records, "jsonl")[0].decode().splitlines()
    ran = {name: field for name, field in json.loads(last).items() if name not in ("format", "as_of", "charter")}
    tally.check(ran == {name: document[name] for name in ran}, f"{records}: JSON Lines end with what was read")
    same = [json.loads(line)["words"] for line in lines] == [it["words"] for it in findings]
    tally.check(same, f"{records}: JSON Lines hold the findings in order")

    table = written(program, records, "csv")[0].decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table, newline="")))
    # Tables speak as people do, data the same with hyphens.
    said = [(it["clause"], it["words"], it["verdict"].replace("-", " ")) for it in findings]
    read = [(row["Clause"], bare(row["Evidence"]), row["Verdict"]) for row in rows]
    tally.check(read == said, f"{records}: CSV holds the findings in order")
    short = ("not-kept", "explained")
    named = [(it["promise"], it["failing"] if it["verdict"] in short else "") for it in findings]
    read = [(row["Checked"], row["Failing"]) for row in rows]
    tally.check(read == named, f"{records}: CSV names promises, and failings where there are some")
    formulas = [cell for row in rows for cell in row.values() if cell[:1] in "=+-@\t\r" and cell]
    tally.check(not formulas, f"{records}: no cell of the CSV is a formula")

    book = openpyxl.load_workbook(io.BytesIO(written(program, records, "xlsx")[0]))
    tally.check(book.sheetnames == ["Findings", "Promises", "About"], f"{records}: sheets")
    rows = list(book["Findings"].iter_rows(values_only=True))
    columns = [rows[0].index(name) for name in ("Clause", "Evidence", "Verdict")]
    read = [tuple(row[at] for at in columns) for row in rows[1:]]
    tally.check(read == said, f"{records}: the workbook holds the findings in order")
    cells = [cell for row in book["Findings"].iter_rows() for cell in row]
    tally.check(all(cell.data_type != "f" for cell in cells), f"{records}: no live formula")
    days = [row[7] for row in rows[1:] if row[7] is not None]
    tally.check(days and all(isinstance(day, datetime) for day in days), f"{records}: real dates")
    sheet = book["Findings"]
    tally.check(sheet.freeze_panes == "A2" and sheet.auto_filter.ref, f"{records}: filters")

    word = docx.Document(io.BytesIO(written(program, records, "docx")[0]))
    styles = [paragraph.style.name for paragraph in word.paragraphs]
    tally.check(styles[0] == "Title" and "Heading 1" in styles, f"{records}: Word has headings")
    tally.check(word.core_properties.language == "en-GB", f"{records}: Word has a language")
    tally.check(bool(word.core_properties.title), f"{records}: Word has a title")
    headed = [table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in word.tables]
    tally.check(headed and all(headed), f"{records}: Word's tables have header rows")

    log = json.loads(written(program, records, "sarif")[0])
    # The standard's own schema gives its dialect an address that a strict reader does not know.
    errors = list(jsonschema.Draft7Validator(schema).iter_errors(log))
    tally.check(not errors, f"{records}: SARIF is valid: {[error.message for error in errors][:3]}")
    results = log["runs"][0]["results"]
    order = [it["clause"] for it in findings if it["verdict"] == "not-kept"]
    not_kept = [it for it in results if it["kind"] == "fail" and not it.get("suppressions")]
    tally.check([it["ruleId"] for it in not_kept] == order, f"{records}: SARIF has what was not kept")

    suites = JUnitXml.fromstring(written(program, records, "junit")[0])
    cases = [case for suite in suites for case in suite]
    failed = [case for case in cases if any(type(it).__name__ == "Failure" for it in case.result)]
    tally.check(suites.failures == len(failed) == len(order), f"{records}: JUnit has the failures")
    tally.check(suites.tests == len(cases), f"{records}: JUnit counts its tests")
    messages = {it.message for case in failed for it in case.result}
    wanted = [f'{it["failing"]}: {it["words"]}' for it in findings if it["verdict"] == "not-kept"]
    told = all(any(message.startswith(words) for message in messages) for words in wanted)
    tally.check(told, f"{records}: JUnit says why")

    entries = json.loads(written(program, records, "gitlab")[0])
    checks = [entry["check_name"] for entry in entries if entry["severity"] in ("critical", "major")]
    worse = [it["clause"] for it in findings if it["verdict"] == "not-kept" and it["severity"] != "advice"]
    tally.check(checks == worse, f"{records}: GitLab has what was not kept")

    markdown = written(program, records, "markdown")[0].decode()
    html = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(markdown)
    for tag in ("<script", "<img", "<a ", "<s>", "<em>"):
        tally.check(tag not in html, f"{records}: no {tag} comes from the Markdown of a record")
    tally.check(html.count("<table>") >= 1, f"{records}: Markdown has a table")

    # Other programs are made with Python-Markdown, which nests by four blanks and no fewer.
    python = PythonMarkdown.markdown(markdown, extensions=["tables"])
    tally.check(lists(python) == lists(html) != [], f"{records}: lists are nested in Python-Markdown as well")

    annotations = written(program, records, "github")[0].decode().splitlines()
    known = ("::error ", "::warning ", "::notice ")
    tally.check(all(line.startswith(known) for line in annotations), f"{records}: annotations only")


def valid_by_the_multitool(program, multitool, records, work, tally):
    """SARIF by the validator of those who wrote the standard, and by GitHub's rules: no error, and no
    warning but that the program has no address on the web."""
    file = work / "report.sarif"
    file.write_bytes(written(program, records, "sarif", "--all")[0])
    command = [multitool, "validate", file, "--rule-kind", "Sarif;Ghas"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    said = [line for line in done.stdout.splitlines() if ": error " in line or ": warning " in line]
    other = [line for line in said if "'informationUri'" not in line]
    finished = "Analysis completed successfully" in done.stdout
    tally.check(finished and not other, f"{records}: the multitool: {other[:3]} {done.stderr[:300]}")


def bar_in_a_terminal_only(program, work, tally):
    """A long run shows how far it is where somebody waits in front of a terminal, and leaves nothing
    behind; where its messages go elsewhere, there is none of it."""
    try:
        import pty
    except ImportError:
        print("skipped: there are no terminals here")
        return
    folder = work / "many"
    folder.mkdir()
    for at in range(400):
        records = [
            f"title: Board {at} {more}\nid: b{at}-{more}\nkind: meeting\ndate: 2025-{at % 12 + 1:02}-15\n"
            for more in range(300)
        ]
        (folder / f"{at}.yaml").write_text("---\n".join(records), encoding="utf-8")
    command = [program, "check", "--quiet", folder, *AS_OF]
    begun = time.monotonic()
    piped = subprocess.run(command, capture_output=True, check=False)
    took = time.monotonic() - begun
    tally.check(piped.stderr == b"" and piped.stdout, "no bar in a pipe")
    leader, follower = pty.openpty()
    result = work / "printed"
    shown = b""
    with result.open("wb") as out, subprocess.Popen(command, stdout=out, stderr=follower):
        os.close(follower)
        # A terminal takes little before somebody reads it.
        while chunk := read_terminal(leader):
            shown += chunk
    os.close(leader)
    printed = result.read_bytes()
    tally.check(printed == piped.stdout, "the same result with a bar")
    if took < 2:
        print(f"skipped: {took:.1f} seconds are too few for a bar")
        return
    doing = (b"Opening", b"Reading", b"Judging", b"Writing")
    tally.check(any(word in shown for word in doing) and b" of " in shown, "a bar in a terminal")
    # The last thing is to wipe the line.
    tally.check(shown.endswith(b"\r\x1b[2K"), "the bar goes away")


def read_terminal(leader):
    """More of what a terminal shows; nothing at its end, which Linux calls an error."""
    try:
        return os.read(leader, 65536)
    except OSError:
        return b""


class Lists(HTMLParser):
    """How many items each numbered list has that stands in no other."""

    def __init__(self, html):
        super().__init__()
        self.depth = 0
        self.counts = []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        if tag in ("ol", "ul"):
            self.depth += 1
            if tag == "ol" and self.depth == 1:
                self.counts.append(0)
        elif tag == "li" and self.depth == 1:
            self.counts[-1] += 1

    def handle_endtag(self, tag):
        if tag in ("ol", "ul"):
            self.depth -= 1


def counts_alike(program, records, work, tally):
    """The numbers of Word's lists, as two programs count them that do not count as Word does."""
    text = written(program, records, "text")[0].decode()
    numbers = [int(number) for number in re.findall(r"^(\d+)\. ", text, re.MULTILINE)]
    ends = zip(numbers, [*numbers[1:], 1])
    counts = [number for number, following in ends if following == 1]
    word = written(program, records, "docx")[0]
    said = mammoth.convert_to_html(io.BytesIO(word))
    tally.check(Lists(said.value).counts == counts, f"{records}: mammoth counts as the text does")
    tally.check("`" not in said.value, f"{records}: no backquotes in Word")
    if not shutil.which("pandoc"):
        print("skipped: pandoc is not installed")
        return
    file = work / "counted.docx"
    file.write_bytes(word)
    command = ["pandoc", "--from", "docx", "--to", "html", str(file)]
    html = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    tally.check(Lists(html).counts == counts, f"{records}: pandoc counts as the text does")


def full_page(work):
    """Records about which there is as much to say as fits on a page, in short lines."""
    folder = work / "full"
    folder.mkdir()
    rows = ["Title,Type,Date,Status,Organiser,Notice sent,Feedback sent,Start,End,Colour"]
    for at in range(60):
        day = f"2026-0{at % 6 + 1}-{at % 24 + 4:02}"
        sent = f"2026-0{at % 6 + 1}-{at % 24 + 1:02}"
        rows.append(f"G{at},meeting,{day},held,council,{sent},no,15:00,16:00,red")
    rows += [f"P{at},meeting,2026-08-{at % 20 + 1:02},planned,council,,,,," for at in range(40)]
    (folder / "log.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return folder


def on_one_side(program, records, work, office, tally):
    """A Word document without details, as LibreOffice prints it."""
    file = work / "page.docx"
    command = [program, "report", records, *AS_OF, "--quiet", "--output", file]
    subprocess.run(command, cwd=REPOSITORY, check=False)
    subprocess.run([*office, "--convert-to", "pdf", "--outdir", work, file], capture_output=True, check=False, timeout=180)
    pdf = (work / "page.pdf").read_bytes()
    sides = len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))
    tally.check(sides == 1, f"{records}: Word's page is on {sides} sides of A4")


def opened_by_libreoffice(program, records, work, tally):
    """Word documents and workbooks turned into others by LibreOffice, where that is here."""
    office = shutil.which("soffice")
    if not office:
        print("skipped: LibreOffice is not installed")
        return
    office = [office, "--headless", f"-env:UserInstallation={(work / 'office').as_uri()}"]
    for folder in (records, full_page(work)):
        on_one_side(program, folder, work, office, tally)
    for format, other in (("docx", "txt:Text"), ("xlsx", "csv")):
        file = work / f"report.{format}"
        file.write_bytes(written(program, records, format)[0])
        command = [*office, "--convert-to", other, "--outdir", str(work), str(file)]
        subprocess.run(command, capture_output=True, check=False, timeout=180)
        result = work / f"report.{other.split(':')[0]}"
        if not result.exists():
            # A machine may have one part of it and not the other.
            print(f"skipped: this LibreOffice does not open {format}")
            continue
        text = result.read_text(encoding="utf-8", errors="replace")
        tally.check("Short notice" in text, f"LibreOffice opens {format}")


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    default = REPOSITORY / "target" / "release" / "charter-audit"
    arguments.add_argument("--program", type=Path, default=default)
    arguments.add_argument("--multitool", type=Path, help="Microsoft's validator of SARIF")
    options = arguments.parse_args()
    program = options.program.resolve()
    tally = Tally()
    with tempfile.TemporaryDirectory() as work:
        work = Path(work)
        schema = sarif_schema(work)
        records = work / "records"
        records.mkdir()
        hostile_records(records)
        bar_in_a_terminal_only(program, work, tally)
        opened_by_libreoffice(program, REPOSITORY / "examples" / "strategy-group", work, tally)
        for folder in (REPOSITORY / "examples" / "strategy-group", records):
            compare(program, folder, schema, tally)
            counts_alike(program, folder, work, tally)
            if options.multitool:
                valid_by_the_multitool(program, options.multitool.resolve(), folder, work, tally)
        faulty = work / "faulty"
        faulty.mkdir()
        faulty_records(faulty)
        examples = REPOSITORY / "examples"
        folders = [examples / name for name in ("strategy-group", "every-field", "formats")]
        folders += sorted(path.parent for path in examples.glob("charters/*/charter.yaml"))
        now_and_then = compared_records(program, work)
        asked = [(folder, []) for folder in (*folders, records, faulty)]
        valid_by_our_own_schemas(program, [*asked, now_and_then], tally)
    print(f"{tally.passed} passed, {tally.failed} failed")
    return 1 if tally.failed else 0


if __name__ == "__main__":
    sys.exit(main())
