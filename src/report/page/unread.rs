//! What was not read, in a few lines: it is held against nobody, and what it would have shown is
//! open.

use std::collections::BTreeSet;

use super::super::words::{count_of, grouped};
use super::super::{NO_PLACE, Report};
use identifiers::safe;
use identifiers::text::SafeText;

/// So many things are named.
const NAMED: usize = 3;

/// What was not read; nothing where all of it was.
pub(super) fn unread(report: &Report<'_>) -> Option<SafeText> {
    let mut said: Vec<SafeText> = Vec::new();
    let faults: Vec<_> = report.not_read().collect();
    let unread: Vec<_> = faults
        .iter()
        .filter(|fault| fault.code != NO_PLACE)
        .collect();
    let is_one_file = report.files_read() == 1;
    for fault in unread.iter().take(NAMED) {
        let message = fault.message.without_full_stop();
        said.push(if is_one_file {
            message
        } else {
            safe!("{}: {}", fault.address, message)
        });
    }
    if unread.len() > NAMED {
        said.push(safe!("{} more", grouped(unread.len() - NAMED)));
    }
    said.extend(without_place(report));
    let passed_over: usize = report.passed_over().map(|(_, count)| count).sum();
    if passed_over > 0 {
        said.push(safe!(
            "files and entries that were passed over: {}",
            grouped(passed_over)
        ));
    }
    (!said.is_empty()).then(|| {
        safe!(
            "Not read, and held against nobody: {}.",
            SafeText::joined(said, "; ")
        )
    })
}

/// What files have no place for, and how many promises some of their records cannot show without it.
fn without_place(report: &Report<'_>) -> Option<SafeText> {
    let lacks = report.lacks();
    let promises: BTreeSet<usize> = lacks
        .iter()
        .flat_map(|(_, of)| of.iter().copied())
        .collect();
    let wanted: BTreeSet<SafeText> = lacks.into_iter().map(|(wanted, _)| wanted).collect();
    let named = SafeText::joined(wanted.iter().take(NAMED), ", ");
    let more = match wanted.len().saturating_sub(NAMED) {
        0 => SafeText::default(),
        more => safe!(" and {} more", grouped(more)),
    };
    (!wanted.is_empty()).then(|| {
        safe!(
            "no place in the files for {}{}, so that some records cannot show {}",
            named,
            more,
            count_of(promises.len(), "promises")
        )
    })
}
