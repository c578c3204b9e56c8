//! What was not read, in a few lines: it is held against nobody, and what it would have shown is
//! open.

use std::collections::BTreeSet;

use super::super::words::{count_of, grouped};
use super::super::{NO_PLACE, Report};
use engagement_records::read::OTHER_TABLE;
use identifiers::safe;
use identifiers::text::SafeText;

/// So many things are named.
const NAMED: usize = 3;

/// So many things of which there is more to say are named, each with so many letters.
const FAULTS: usize = 2;
const LETTERS: usize = 110;

/// So many kinds of what was passed over are named.
const KINDS: usize = 4;

/// What was not read; nothing where all of it was.
pub(in crate::report) fn unread(report: &Report<'_>) -> Option<SafeText> {
    let mut said: Vec<SafeText> = Vec::new();
    let faults: Vec<_> = report.not_read().collect();
    let unread: Vec<_> = faults
        .iter()
        // Tables of something else are counted among what was passed over.
        .filter(|fault| ![NO_PLACE, OTHER_TABLE].contains(&fault.code))
        .collect();
    let is_one_file = report.files_read() == 1;
    for fault in unread.iter().take(FAULTS) {
        let message = shortened(&fault.message.without_full_stop());
        said.push(if is_one_file {
            message
        } else {
            safe!("{}: {}", fault.address, message)
        });
    }
    if unread.len() > FAULTS {
        said.push(safe!("{} more", grouped(unread.len() - FAULTS)));
    }
    said.extend(without_place(report));
    said.extend(passed_over(report));
    (!said.is_empty()).then(|| {
        safe!(
            "Not read, and not counted against anyone: {}.",
            SafeText::joined(said, "; ")
        )
    })
}

/// What was passed over on purpose, by what it is, with how often. Why whole files were stands at the
/// end of the report, because it names them.
fn passed_over(report: &Report<'_>) -> Option<SafeText> {
    let reading = report.reading;
    let kinds = reading.passed_over.iter();
    let mut said: Vec<SafeText> = kinds
        .take(KINDS)
        .map(|(what, count)| safe!("{} ({})", report.safe(what), grouped(*count)))
        .collect();
    let more = reading
        .passed_over
        .iter()
        .skip(KINDS)
        .map(|(_, count)| *count);
    let files = reading.files_passed_over.iter().map(|(_, count)| *count);
    for (what, count) in [("others", more.sum::<usize>()), ("files", files.sum())] {
        if count > 0 {
            said.push(safe!("{} ({})", what, grouped(count)));
        }
    }
    (!said.is_empty()).then(|| safe!("left out on purpose: {}", SafeText::joined(said, ", ")))
}

/// A sentence that ends early where it is long: the report's details have all of it.
fn shortened(text: &SafeText) -> SafeText {
    let cut = text.part(|text| {
        let end = text.char_indices().nth(LETTERS).map(|(at, _)| at);
        let cut = end.and_then(|end| text.get(..end));
        cut.map_or(text, |cut| {
            cut.rsplit_once(' ').map_or(cut, |(whole, _)| whole)
        })
    });
    if cut == *text {
        cut
    } else {
        safe!("{}…", cut)
    }
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
            "the files have no {}{}, so {} could not be checked each time",
            named,
            more,
            count_of(promises.len(), "promises")
        )
    })
}
