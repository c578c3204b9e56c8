//! What the columns of a table of terms are for, by their headings.

use std::collections::BTreeMap;

use crate::meaning::{Meaning, folded, has, meaning};

/// What the days of a column say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The first day of what the row is about.
    First,
    /// The last day of it.
    Last,
    /// The first day of the half term in it.
    HolidayFirst,
    /// The last day of that.
    HolidayLast,
    /// The half term in it, from its first to its last day.
    Holiday,
    /// Days with staff only.
    Inset,
}

/// The roles of the columns of a row of headings; none where the row is something else. A role of
/// the first column alone is the label of a row.
pub(super) fn roles(texts: &[(u32, &str)], label: u32) -> BTreeMap<u32, Role> {
    let found: BTreeMap<u32, Role> = texts
        .iter()
        .filter_map(|(column, text)| Some((*column, role(text)?)))
        .collect();
    let is_headings = found.keys().any(|column| *column != label);
    if is_headings { found } else { BTreeMap::new() }
}

fn role(heading: &str) -> Option<Role> {
    if meaning(heading) == Meaning::Inset {
        return Some(Role::Inset);
    }
    let text = folded(heading);
    let is_first = has(
        &text,
        &[
            "first",
            "start",
            "starts",
            "starting",
            "begin",
            "begins",
            "from",
            "open",
            "opens",
            "opening",
            "commences",
        ],
    );
    let is_last = has(
        &text,
        &[
            "last", "end", "ends", "ending", "finish", "finishes", "to", "until", "close",
            "closes", "closing",
        ],
    );
    let is_holiday = has(&text, &["half term", "holiday", "holidays", "break"]);
    match (is_first, is_last) {
        (true, false) if is_holiday => Some(Role::HolidayFirst),
        (false, true) if is_holiday => Some(Role::HolidayLast),
        (true, false) => Some(Role::First),
        (false, true) => Some(Role::Last),
        (false, false) if is_holiday => Some(Role::Holiday),
        _ => None,
    }
}
