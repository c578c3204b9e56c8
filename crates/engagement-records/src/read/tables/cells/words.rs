//! Words of closed lists in cells, and the names of parties.

use std::collections::BTreeSet;
use std::ops::Range;

use super::parties::{parties_together, party};
use super::{CellReader, Reading, deeds};
use crate::read::key::key;
use crate::record::{Audience, Kind, Mode, Scope, Side, Status};
use plain_values::{
    AnswerReading, CrossMeaning, ListOf, read_answer, read_phrase, read_stage, split_list,
};

impl<'c> CellReader<'_, 'c> {
    /// One word.
    pub(super) fn one_word(&self) -> Reading<'c> {
        if self.known.path == "status" && is_moved(&self.text) {
            return self.unclear("says that it was moved, not whether it was held");
        }
        match self.spelled(self.text.trim()) {
            Ok(word) => self.with_feedback(self.word(word)),
            Err(expected) => self.other_words(expected),
        }
    }

    /// `We asked, you said, we did` is held, and says that feedback was given on some day.
    fn with_feedback(&self, reading: Reading<'c>) -> Reading<'c> {
        let text = key(&self.text);
        let is_given = [
            "we did",
            "results published",
            "feedback published",
            "feedback given",
        ];
        if self.known.path == "status" && is_given.iter().any(|words| text.ends_with(words)) {
            reading.and("feedback.sent", self.plain(deeds::UNDATED))
        } else {
            reading
        }
    }

    /// Several words. A name may have `and` in it, so that the whole of it is tried before its
    /// parts.
    pub(super) fn several_words(&self) -> Reading<'c> {
        let text = self.text.as_ref();
        if self.known.path == "organisers" && BOTH.contains(&key(text).as_str()) {
            return self.everybody();
        }
        if self.known.path == "audience" && is_of_one_family(text) {
            let parents = self.part(Audience::Parents.word(), 0..text.len());
            let scope = self.plain(Scope::Individual.word());
            return self.list(vec![parents]).and("scope", scope);
        }
        let mut ranges = Vec::new();
        for range in split_list(text, ListOf::Texts) {
            let part = text.get(range.clone()).unwrap_or("");
            let smaller = within(&range, split_list(part, ListOf::Words));
            let is_one = self.spelled(part).is_ok() && !self.are_two(&smaller);
            if is_one || smaller.len() < 2 {
                ranges.push(range);
            } else {
                ranges.extend(smaller);
            }
        }
        if self.known.path == "organisers"
            && let Some(parties) = parties_together(text, self.job.settings.words.parties)
            && ranges
                .iter()
                .any(|range| self.spelled(text.get(range.clone()).unwrap_or("")).is_err())
        {
            let parts = parties.into_iter();
            return self.list(parts.map(|(id, range)| self.part(id, range)).collect());
        }
        self.several(ranges, |part| self.spelled(part))
    }

    /// Whether parts are groups of people, and not all the same: `Children aged 5-11 and their
    /// parents`.
    fn are_two(&self, parts: &[Range<usize>]) -> bool {
        if !matches!(self.known.path.as_str(), "audience" | "feedback.to") {
            return false;
        }
        let words = parts.iter().map(|range| {
            let part = self.text.get(range.clone()).unwrap_or("");
            self.spelled(part).ok()
        });
        let words: Option<BTreeSet<String>> = words.collect();
        words.is_some_and(|words| words.len() > 1)
    }

    /// Every party, where there is one on each side; otherwise nobody knows which.
    fn everybody(&self) -> Reading<'c> {
        let parties = self.job.settings.words.parties;
        let one_each = Side::ALL.iter().all(|side| parties.of(*side).count() == 1);
        if !one_each {
            return self.wrong("name the parties that held it".to_owned());
        }
        let parts = parties
            .iter()
            .map(|party| self.part(party.id.clone(), 0..self.text.len()));
        self.list(parts.collect())
    }

    /// A word in the spelling of the list. Words of the charter are held against it when the record
    /// is read.
    fn spelled(&self, text: &str) -> Result<String, String> {
        let words = &self.job.settings.words;
        match self.known.path.as_str() {
            "kind" => read_phrase::<Kind>(text).map(|kind| kind.word().to_owned()),
            // In a column that asks whether it was held. If not, that may be for good or for now.
            "status" => match read_answer(text, CrossMeaning::Unclear) {
                AnswerReading::Yes(_) => Ok(Status::Held),
                AnswerReading::No(None) => Ok(Status::Cancelled),
                AnswerReading::No(Some(_))
                | AnswerReading::Unclear(_)
                | AnswerReading::Unreadable(_) => read_stage::<Status>(text),
            }
            .map(|status| status.word().to_owned()),
            "audience" | "feedback.to" => {
                read_phrase::<Audience>(text).map(|audience| audience.word().to_owned())
            }
            "venue.mode" => read_phrase::<Mode>(text).map(|mode| mode.word().to_owned()),
            "scope" if is_of_one_family(text) => Ok(Scope::Individual.word().to_owned()),
            "organisers" | "by" | "to" | "party" => party(text, words.parties),
            "ladder" => Ok(rung(text, words.ladder)),
            _ => Ok(text.to_owned()),
        }
    }
}

/// Whether a status tells of another day. It may have been held on the new one.
fn is_moved(text: &str) -> bool {
    let first = text.split(|sign: char| !sign.is_alphabetic()).next();
    let first = first.unwrap_or("").to_lowercase();
    ["moved", "rescheduled", "rearranged", "changed"].contains(&first.as_str())
}

/// Whether a text says that something was one family's case.
fn is_of_one_family(text: &str) -> bool {
    let text = key(text);
    let words = text.strip_suffix(" case").unwrap_or(&text);
    ONE_FAMILY.contains(&words) || matches!(text.as_str(), "casework" | "individual casework")
}

/// What people write where something was for one family alone, which is no strategic work.
const ONE_FAMILY: &[&str] = &[
    "1 family",
    "one family",
    "a family",
    "a single family",
    "single family",
    "individual family",
    "an individual family",
    "individual",
    "1 parent",
    "one parent",
    "individual parent",
    "1 child",
    "one child",
    "individual child",
    "1 1",
    "1 to 1",
    "one to one",
];

/// What people write where both sides held something.
const BOTH: &[&str] = &[
    "both",
    "joint",
    "jointly",
    "joint event",
    "together",
    "both sides",
];

fn within(outer: &Range<usize>, inner: Vec<Range<usize>>) -> Vec<Range<usize>> {
    inner
        .into_iter()
        .map(|range| outer.start + range.start..outer.start + range.end)
        .collect()
}

/// A rung as the charter spells it, whatever dashes and blanks somebody used.
fn rung(text: &str, ladder: &[String]) -> String {
    let bare = |text: &str| key(text).replace(' ', "");
    let known = ladder.iter().find(|rung| bare(rung) == bare(text));
    known.map_or_else(|| text.to_owned(), Clone::clone)
}
