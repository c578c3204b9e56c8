//! Words of closed lists in cells, and the names of parties.

use std::ops::Range;

use super::{Reading, Said, several};
use crate::read::item::Job;
use crate::read::written::answer::{Answer, Cross, answer};
use crate::read::written::list::{self, Parts};
use crate::read::written::status;
use crate::record::{Audience, Kind, Mode, Status};

/// One word.
pub(super) fn one<'c>(text: &str, path: &str, job: &Job<'_>) -> Reading<'c> {
    match spelled(text.trim(), path, job) {
        Ok(word) => Reading::spelled(word),
        Err(expected) => Reading::of(Said::Wrong(expected)),
    }
}

/// Several words. A name may have `and` in it, so that the whole of it is tried before its parts.
pub(super) fn several_words<'c>(text: &str, path: &str, job: &Job<'_>) -> Reading<'c> {
    let is_word = |part: &str| spelled(part, path, job).is_ok();
    let mut ranges = Vec::new();
    for range in list::parts(text, Parts::Texts) {
        let part = text.get(range.clone()).unwrap_or("");
        let smaller = within(&range, list::parts(part, Parts::Words));
        if is_word(part) || smaller.len() < 2 {
            ranges.push(range);
        } else {
            ranges.extend(smaller);
        }
    }
    several(text, ranges, |part| spelled(part, path, job))
}

fn within(outer: &Range<usize>, inner: Vec<Range<usize>>) -> Vec<Range<usize>> {
    inner
        .into_iter()
        .map(|range| outer.start + range.start..outer.start + range.end)
        .collect()
}

/// A word in the spelling of the list. Words of the charter are held against it when the record is
/// read.
fn spelled(text: &str, path: &str, job: &Job<'_>) -> Result<String, String> {
    match path {
        "kind" => status::word::<Kind>(text).map(|kind| kind.word().to_owned()),
        // In a column that asks whether it was held.
        "status" if matches!(answer(text, Cross::Unclear), Answer::Yes(_)) => {
            Ok(Status::Held.word().to_owned())
        }
        "status" => status::status(text).map(|status| status.word().to_owned()),
        "audience" | "feedback.to" => {
            status::word::<Audience>(text).map(|audience| audience.word().to_owned())
        }
        "venue.mode" => status::word::<Mode>(text).map(|mode| mode.word().to_owned()),
        "organisers" | "by" | "to" | "party" => job.words.parties.find(text).map(|id| {
            let party = job.words.parties.get(id);
            party.map_or_else(|| text.to_owned(), |party| party.id.clone())
        }),
        _ => Ok(text.to_owned()),
    }
}
