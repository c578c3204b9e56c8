//! Records that look like the same meeting and cannot be known to be.

use std::collections::BTreeSet;

use super::same::{Claim, Groups, any_share_a_file};
use crate::record::Record;
use located::diagnostic::Diagnostic;
use located::source::Span;
use plain_values::title_words;

/// On a day with more titles than these, titles are not compared word by word.
const MOST_TITLES: usize = 30;

/// So many of one title on one day are compared with each other.
const MOST_CALLED_THE_SAME: usize = 20;

/// A remark for all that are called alike on one day and are taken for several.
pub(super) fn look_alikes(
    records: &[Record],
    claims: &[Claim],
    groups: &Groups,
) -> Vec<Diagnostic> {
    let comparing = Comparing { records, groups };
    let called = claims.chunk_by(Claim::is_called_like);
    let same = called.filter_map(|called| comparing.called_the_same(called));
    let days = claims.chunk_by(|one, other| one.day == other.day);
    let similar = days.flat_map(|day| comparing.similar(day));
    same.chain(similar).collect()
}

struct Comparing<'a> {
    records: &'a [Record],
    groups: &'a Groups,
}

impl Comparing<'_> {
    /// Those of one title on one day that are not plainly apart.
    fn called_the_same(&self, called: &[Claim]) -> Option<Diagnostic> {
        if called.len() < 2 {
            return None;
        }
        let mut firsts: Vec<&Claim> = called
            .iter()
            .filter(|claim| self.groups.of(&claim.at).first() == Some(&claim.at))
            .take(MOST_CALLED_THE_SAME)
            .collect();
        firsts.sort_by_key(|claim| claim.at);
        let is_doubtful = |one: &&&Claim| {
            let mut others = firsts.iter().filter(|other| other.at != one.at);
            others.any(|other| !one.begins_apart_from(other) || !self.share_a_file(one, other))
        };
        let doubtful: Vec<usize> = firsts.iter().filter(is_doubtful).map(|it| it.at).collect();
        let message =
            "these records have the same title and day, but are taken for different meetings";
        self.remark(&doubtful, message)
    }

    /// Those in different files on one day of which one has all words of the title of another.
    fn similar(&self, day: &[Claim]) -> Vec<Diagnostic> {
        let titles: Vec<&[Claim]> = day.chunk_by(Claim::is_called_like).collect();
        let is_alone = day
            .iter()
            .all(|one| Some(one.file) == day.first().map(|it| it.file));
        if titles.len() < 2 || titles.len() > MOST_TITLES || is_alone {
            return Vec::new();
        }
        let firsts: Vec<(&Claim, BTreeSet<String>)> = titles
            .iter()
            .filter_map(|called| called.first())
            .map(|claim| (claim, self.words(claim.at)))
            .collect();
        let mut alike = Vec::new();
        for (at, (one, words)) in firsts.iter().enumerate() {
            for (other, others) in firsts.iter().skip(at + 1) {
                let is_alike = words.is_subset(others) || others.is_subset(words);
                if is_alike && !one.begins_apart_from(other) && !self.share_a_file(one, other) {
                    let mut both = [one.at, other.at];
                    both.sort_unstable();
                    let message = "these records have much the same title and the same day, but are taken for \
                         different meetings";
                    alike.extend(self.remark(&both, message));
                }
            }
        }
        alike
    }

    fn words(&self, at: usize) -> BTreeSet<String> {
        let title = match self.records.get(at) {
            Some(Record::Engagement(record)) => record.title.get(),
            Some(_) | None => None,
        };
        let words = title_words(title.map_or("", String::as_str));
        words.split(' ').map(str::to_owned).collect()
    }

    /// Whether two are in one file, or others that are the same as them are: there they were meant
    /// to be apart.
    fn share_a_file(&self, one: &Claim, other: &Claim) -> bool {
        let same = self.groups.of(&one.at).iter();
        let all = same.chain(self.groups.of(&other.at)).copied();
        any_share_a_file(self.records, all)
    }

    fn remark(&self, all: &[usize], message: &'static str) -> Option<Diagnostic> {
        let place = |at: &usize| -> Option<Span> {
            self.records.get(*at).map(|record| record.identity().1)
        };
        let [first, rest @ ..] = all else {
            return None;
        };
        let remark = Diagnostic::error("look-alikes", place(first)?, message)
            .warning()
            .saying("this one")
            .help(
                "if they are the same, give them the same title and start in each file, and keep \
                 no more than one of them in each; if not, nothing is wrong",
            );
        let rest = rest.iter().filter_map(place);
        Some(rest.fold(remark, |remark, place| remark.and(place, "and this one")))
    }
}
