//! What the fields of charters and of `columns.yaml` mean. Tests hold them against what the readers
//! ask for.

use super::charter_fields::{CHARTER, Meaning};
use super::values::Said;
use super::{example, parameters};
use crate::rules::Rule;

/// What the fields of `columns.yaml` mean.
const COLUMNS: &[Meaning] = &[
    (
        "columns",
        "What headings of the tables beside this file mean.",
        "",
    ),
    (
        "columns.NAME",
        "The field that a column with this heading holds, or `none` to ignore the column.",
        "notice.sent",
    ),
    (
        "dates",
        "How the tables write days that could be read in two ways.",
        "day-first",
    ),
    ("defaults", "What rows say that leave it out.", ""),
    ("defaults.organisers", "Who held it.", "[council]"),
    ("defaults.audience", "Whom it was for.", "[parents]"),
];

/// What a field of `columns.yaml` means.
pub(super) fn of_columns(path: &[String]) -> Option<Said> {
    listed(COLUMNS, path)
}

/// What a field of a charter means, those of its rules among them.
pub(super) fn of_charter(path: &[String]) -> Option<Said> {
    let names: Vec<&str> = path.iter().map(String::as_str).collect();
    match names.as_slice() {
        ["clauses", "rule", code] => {
            let page = Rule::pages().find(|page| page.code == *code)?;
            Some(Said {
                title: Some(page.promise.to_owned()),
                meaning: parameters::about(&page),
                example: None,
            })
        }
        // Its parameters are rungs, and the list on its page is of what they can need.
        ["clauses", "rule", "ladder-claim", _] => Some(Said {
            title: Some("A rung of the ladder".to_owned()),
            meaning: "What is needed to claim this rung of the charter's ladder.".to_owned(),
            example: example("[parents]"),
        }),
        ["clauses", "rule", code, .., parameter] => {
            let page = Rule::pages().find(|page| page.code == *code)?;
            let meaning = parameters::meaning(&page, parameter)?;
            Some(Said {
                title: Some(names.get(2..).unwrap_or_default().join(".")),
                example: parameters::example(&meaning),
                meaning,
            })
        }
        _ => listed(CHARTER, path),
    }
}

fn listed(all: &[Meaning], path: &[String]) -> Option<Said> {
    let path = path.join(".");
    let (_, meaning, given) = all.iter().find(|(known, ..)| *known == path)?;
    Some(Said {
        title: None,
        meaning: (*meaning).to_owned(),
        example: example(given),
    })
}
