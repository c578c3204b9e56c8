"""The twenty records of twenty.yaml as values, and the columns under which tables hold them."""

import re
from datetime import date, time
from pathlib import Path

import yaml

FOLDER = Path(__file__).resolve().parent

# Every column: the heading as people write it, the field of a record that it holds, and what its
# values are. `sent` is a day or the word none or no; `count` a number or a band such as 10+.
COLUMNS = [
    ("ID", "id", "text"),
    ("Title of engagement", "title", "text"),
    ("Type", "kind", "word"),
    ("Scope", "scope", "word"),
    ("Project", "project", "text"),
    ("Area(s)", "areas", "words"),
    ("Organised by", "organisers", "words"),
    ("Status", "status", "word"),
    ("Date", "date", "day"),
    ("Start time", "start", "clock"),
    ("End time", "end", "clock"),
    ("Opens", "opens", "day"),
    ("Closes", "closes", "day"),
    ("Extended from", "extended_from", "day"),
    ("Who is it for?", "audience", "words"),
    ("Contact", "contact", "text"),
    ("Notice sent", "notice.sent", "sent"),
    ("How notified", "notice.channel", "text"),
    ("Purpose", "notice.purpose", "text"),
    ("Papers sent", "papers.sent", "sent"),
    ("Formats", "papers.formats", "texts"),
    ("No papers needed because", "papers.none_needed", "text"),
    ("Times considered", "timing.considered", "text"),
    ("Times considered on", "timing.considered_on", "day"),
    ("Alternative offered", "timing.alternative", "text"),
    ("Venue type", "venue.mode", "word"),
    ("Venue", "venue.name", "text"),
    ("Step-free access", "venue.access.step_free", "answer"),
    ("Accessible toilet", "venue.access.accessible_toilet", "answer"),
    ("Hearing loop", "venue.access.hearing_loop", "answer"),
    ("Parking", "venue.access.parking", "answer"),
    ("Transport", "venue.access.transport", "answer"),
    ("Quiet space", "venue.access.quiet_space", "answer"),
    ("Captions", "venue.access.captions", "answer"),
    ("Help with joining", "venue.access.joining_help", "answer"),
    ("Access needs asked", "venue.access.needs_asked", "answer"),
    ("If not accessible, why not", "venue.access.why_not", "text"),
    ("Forum reps attending", "attendance.forum_reps", "count"),
    ("Parents attending", "attendance.parents", "count"),
    ("Children & young people attending", "attendance.cyp", "count"),
    ("Staff attending", "attendance.staff", "count"),
    ("Forum invited", "forum.invited", "sent"),
    ("Parents using the service involved", "service_parents.involved", "answer"),
    ("How were parents using the service involved?", "service_parents.method", "text"),
    ("CYP involved", "cyp.involved", "answer"),
    ("How were CYP involved?", "cyp.method", "text"),
    ("CYP helped by", "cyp.facilitation", "text"),
    ("CYP voice", "cyp.voice", "text"),
    ("Who listened to CYP", "cyp.audience", "text"),
    ("Influence of CYP", "cyp.influence", "text"),
    ("CYP not appropriate because", "cyp.not_appropriate", "text"),
    ("Alternative for CYP", "cyp.alternative", "text"),
    ("Can change", "scope_for_change.in", "texts"),
    ("Cannot change", "scope_for_change.out", "texts"),
    ("Commitment asked", "expectations.commitment_asked", "text"),
    ("Recognition", "expectations.recognition", "text"),
    ("Options fixed", "options_fixed", "day"),
    ("Decided jointly?", "decided_jointly", "answer"),
    ("Wider group asked from", "wider_input.opened", "day"),
    ("Wider group asked until", "wider_input.closed", "day"),
    ("Wider group asked by", "wider_input.channel", "text"),
    ("Number invited", "reach.invited", "count"),
    ("Number of responses", "reach.responded", "count"),
    ("Not reached", "reach.not_reached", "text"),
    ("Feedback sent", "feedback.sent", "sent"),
    ("Feedback channel", "feedback.channel", "text"),
    ("Feedback to", "feedback.to", "words"),
    ("You said", "feedback.you_said", "text"),
    ("We did", "feedback.we_did", "text"),
    ("Not possible", "feedback.not_possible", "text"),
    ("Forum feedback sent", "forum_feedback.sent", "sent"),
    ("Ladder rung", "ladder", "word"),
    ("Complaint?", "experience.complaint", "answer"),
    ("Complaint answered", "experience.responded", "sent"),
    ("Forum promoted?", "promoted_forum.done", "answer"),
    ("Where promoted", "promoted_forum.where", "text"),
]
KIND_OF = {field: kind for _, field, kind in COLUMNS}


def records():
    """The records as (fields by dotted name, the YAML as it was written)."""
    written = (FOLDER / "twenty.yaml").read_text(encoding="utf-8").split("---\n")
    return [(flat(yaml.load(one, yaml.BaseLoader)), one) for one in written]


def flat(group, before=""):
    """Fields by their dotted names; a list stays one field. All values are texts so far."""
    fields = {}
    for name, value in group.items():
        if isinstance(value, dict):
            fields |= flat(value, f"{before}{name}.")
        else:
            fields[before + name] = typed(KIND_OF[before + name], value)
    return fields


def typed(kind, value):
    """A day, time of day or number where the text is one, otherwise what stands there."""
    if kind in ("day", "sent") and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return date.fromisoformat(value)
    if kind == "clock":
        return time.fromisoformat(value)
    if kind == "count" and value.isdigit():
        return int(value)
    return value


def joined(items, mark):
    """A list in one cell or property; semicolons where an item holds a comma."""
    holds_comma = any("," in item for item in items)
    assert not (holds_comma and len(items) == 1), f"nothing shows that {items} is one item"
    return ("; " if holds_comma else mark).join(items)


def cell(field, value):
    """A value as people fill in a cell: `Forum meeting`, `Yes`, texts parted by semicolons."""
    kind = KIND_OF[field]
    if kind in ("words", "texts"):
        return joined(value, ", " if kind == "words" else "; ")
    if kind in ("word", "answer"):
        return value.replace("-", " ").capitalize()
    return value


def rows(all_records):
    """The cells of each record, in the order of the columns; None where it says nothing."""
    for record in all_records:
        yield [cell(field, record[field]) if field in record else None for _, field, _ in COLUMNS]


def headings():
    return [heading for heading, _, _ in COLUMNS]


def as_text(value):
    """A cell as it looks in a spreadsheet in Britain."""
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return "" if value is None else str(value)
