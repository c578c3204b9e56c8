//! The charter, the first record and the page for those who keep the folder.

use std::fmt::Write as _;

use super::{Answers, CHARTER_SCHEMA, RECORD_SCHEMA};

/// A text as YAML reads it back: what JSON quotes, YAML reads as it is meant.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// A charter that names what is the area's own and inherits everything else.
pub(super) fn charter(answers: &Answers) -> String {
    let mut text = format!(
        "# yaml-language-server: $schema={CHARTER_SCHEMA}\n\
         # The charter of your area. What is not named here is as in the charter that is built in:\n\
         # `charter-audit explain` lists every promise with its number and where that comes from.\n\
         extends: built-in\n\
         title: {title}\n\
         \n\
         # Write the day on which each side signed, such as 2026-09-01: a promise binds from then on.\n\
         # Who signed is a post, never a name.\n\
         parties:\n\
         \x20 council: {{ name: {council}, side: organisation, signed: , signed_by: }}\n\
         \x20 forum: {{ name: {forum}, side: forum, signed: , signed_by: }}\n\
         \n\
         # The numbers are this program's defaults until both sides adopt them, or others.\n\
         # Once they have, write the day and the body here, and add `adopted: defaults` if the\n\
         # defaults were adopted as well.\n\
         standards: {{ adopted_on: , adopted_by: }}\n\
         \n\
         calendar:\n\
         \x20 bank_holidays: {division}\n\
         \x20 # Days on which the organisations are closed besides, such as [2026-12-24]. Add them to the\n\
         \x20 # sheet Days off of records/log.xlsx as well.\n\
         \x20 closed_days: [{closed}]\n",
        title = quoted(&format!("Coproduction charter, {}", answers.area)),
        council = quoted(&answers.council),
        forum = quoted(&answers.forum),
        division = answers.division.word(),
        closed = listed(&answers.closed_days),
    );
    text.push_str(&schools(answers));
    text.push_str(
        "\n\
         # A number of your own goes under its promise. Change it on the sheet Standards of\n\
         # records/log.xlsx as well, so that the log works out the same days.\n\
         # clauses:\n\
         #   - id: O4a1\n\
         #     rule: { notice: { standard: 10 clear days, at_least: 5 clear days } }\n",
    );
    text
}

fn schools(answers: &Answers) -> String {
    if answers.schools.is_empty() {
        return "\x20 # Schools whose families you meet with, for example:\n\
                \x20 #   schools:\n\
                \x20 #     elm-road:\n\
                \x20 #       terms:\n\
                \x20 #         - { first: 2026-09-02, last: 2026-10-23 }\n\
                \x20 #       inset: [2026-09-01]\n\
                \x20 schools: {}\n"
            .to_owned();
    }
    let mut text = "\x20 # Each half term with its first and last day with pupils, in order, such as\n\
                    \x20 # [{ first: 2026-09-02, last: 2026-10-23 }, { first: 2026-11-02, last: 2026-12-18 }];\n\
                    \x20 # `inset` are days for staff alone. If the school publishes a calendar or a table, save\n\
                    \x20 # it here and name it instead: elm-road: { terms_from: elm-road.ics }.\n\
                    \x20 schools:\n"
        .to_owned();
    for school in &answers.schools {
        let _ = write!(
            text,
            "    {}:\n      terms: []\n      inset: []\n",
            quoted(school)
        );
    }
    text
}

fn listed(days: &std::collections::BTreeSet<chrono::NaiveDate>) -> String {
    let days: Vec<String> = days.iter().map(ToString::to_string).collect();
    days.join(", ")
}

/// A record without a day: nothing is due for it, and nothing can be missed.
pub(super) fn record() -> String {
    format!(
        "# yaml-language-server: $schema=../{RECORD_SCHEMA}\n\
         # An example of a record, to replace or delete. It has no day yet, so nothing can be late.\n\
         # Every field: `charter-audit explain fields`. Write posts and groups, never people's names.\n\
         title: First meeting under the charter (an example to replace)\n\
         kind: meeting\n\
         status: planned\n\
         organisers: [council, forum]\n\
         audience: [parents]\n\
         # date: 2027-02-10\n\
         # start: 10:00\n\
         # end: 12:00\n\
         # notice: {{ sent: 2027-01-20, purpose: What the year ahead should bring. }}\n"
    )
}

/// What to do with the folder, in plain words.
pub(super) fn readme(answers: &Answers) -> String {
    format!(
        "# Is the charter kept? {area}\n\
         \n\
         This folder keeps what was done under the coproduction charter, so that anybody can see what was\n\
         kept. It belongs to {council} and {forum} alike.\n\
         \n\
         | file | what it is |\n\
         |---|---|\n\
         | `charter.yaml` | the charter: who made the promises, from when, and the calendar |\n\
         | `records/log.xlsx` | the log: a row for each meeting, survey or consultation |\n\
         | `records/first-meeting.yaml` | an example of a record in a file of its own; delete it |\n\
         | `.schema/` | by what editors propose fields and words while you write |\n\
         \n\
         ## Before you begin\n\
         \n\
         1. In `charter.yaml`, write when each side signed, and the terms of your schools.\n\
         2. Delete `records/first-meeting.yaml`.\n\
         \n\
         ## The log\n\
         \n\
         - When something is planned: a row with title, kind, status, organisers, audience and day. The log\n\
         \x20 then shows the last day for notice, for papers and for feedback.\n\
         - When notice or papers go out: the day. Where there is nothing to read, say why.\n\
         - After the meeting: the status (held), how many came, how children and young people were involved,\n\
         \x20 and what the place offered.\n\
         - When feedback goes out: the day, to whom, what people said, and what was done.\n\
         - What was not done: write no. A blank says nothing, and may count against whoever promised it.\n\
         - Write posts and groups, never names, and nothing about one child or family.\n\
         \n\
         Red is a last day that is over with nothing sent, orange was sent late, yellow is within a week. The\n\
         sheets Standards and Days off hold what these days are counted by. Whoever changes a number or a\n\
         closed day there changes it in `charter.yaml` too; the audit goes by that file.\n\
         \n\
         ## What to ask\n\
         \n\
         ```sh\n\
         charter-audit check records            # what was not kept, and where it stands\n\
         charter-audit due records              # what is to be done, by whom and by when\n\
         charter-audit report records -o report.docx   # one page for the meeting\n\
         ```\n\
         \n\
         Save and close the log first. `due` is for every week, `check` for after each meeting, `report` for\n\
         the group that looks after the charter. `charter-audit explain notice` says how a promise is judged.\n",
        area = answers.area,
        council = answers.council,
        forum = answers.forum,
    )
}
