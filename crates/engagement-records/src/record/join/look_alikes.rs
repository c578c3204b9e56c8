//! Records that look like the same meeting and cannot be known to be.

use std::collections::BTreeSet;

use rayon::prelude::*;

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
    let days: Vec<&[Claim]> = claims.chunk_by(|one, other| one.day == other.day).collect();
    let similar = days
        .into_par_iter()
        .flat_map_iter(|day| comparing.similar(day));
    same.chain(similar.collect::<Vec<_>>()).collect()
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
                let has_all = words.is_subset(others) || others.is_subset(words);
                let is_alike = has_all || self.may_be_short_for(one, other);
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

    /// Whether two begin at one time, are held by the same people, and have titles of which one is
    /// short for the other.
    fn may_be_short_for(&self, one: &Claim, other: &Claim) -> bool {
        let (Some(Record::Engagement(first)), Some(Record::Engagement(second))) =
            (self.records.get(one.at), self.records.get(other.at))
        else {
            return false;
        };
        let by = first.organisers.get().zip(second.organisers.get());
        let is_by_the_same = by.is_some_and(|(first, second)| {
            let mut first = first.iter();
            first.any(|party| second.iter().any(|it| it.value == party.value))
        });
        let titles = first.title.get().zip(second.title.get());
        one.start.is_some()
            && other.start.is_some()
            && is_by_the_same
            && titles.is_some_and(|(first, second)| is_short_for(first, second))
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

/// Whether two titles share a word, and the others of one are short for the others of the other:
/// `LO working grp` and `Local Offer Working Group`.
fn is_short_for(one: &str, other: &str) -> bool {
    let (one, other) = (title_words(one), title_words(other));
    let words = |text: &str| -> Vec<String> { text.split(' ').map(str::to_owned).collect() };
    let (one, other) = (words(&one), words(&other));
    let left = |words: &[String], others: &[String]| -> Vec<String> {
        let own = words.iter().filter(|word| !others.contains(word));
        own.cloned().collect()
    };
    let (first, second) = (left(&one, &other), left(&other, &one));
    let shares = first.len() < one.len();
    shares && (are_short_for(&first, &second) || are_short_for(&second, &first))
}

/// Whether every word is short for one of the others, or made of the first letters of several in
/// their order; no word of the others may be left.
fn are_short_for(short: &[String], long: &[String]) -> bool {
    let Some((first, rest)) = short.split_first() else {
        return long.is_empty();
    };
    let initials = |words: &[String]| -> String {
        words
            .iter()
            .filter_map(|word| word.chars().next())
            .collect()
    };
    (1..=long.len()).any(|count| {
        let Some((these, others)) = long.split_at_checked(count) else {
            return false;
        };
        let is_short = match these {
            [word] => is_shortened(first, word),
            several => initials(several) == *first,
        };
        is_short && are_short_for(rest, others)
    })
}

/// Whether a word has some of the letters of another one, from its first on: `grp` of `group`.
fn is_shortened(short: &str, long: &str) -> bool {
    let mut letters = long.chars();
    short.len() > 1
        && short.len() < long.len()
        && short.chars().next() == long.chars().next()
        && short.chars().all(|letter| letters.any(|it| it == letter))
}

#[cfg(test)]
mod tests {
    use super::is_short_for;

    #[test]
    fn titles_are_short_for_others() {
        for (one, other, expected) in [
            ("EHCP improvement grp", "EHCP Improvement Group", true),
            ("LO working group", "Local Offer Working Group", true),
            ("LO working grp", "Local Offer Working Group", true),
            ("Steering mtg", "Steering meeting", true),
            ("Parents group", "Parents panel", false),
            ("LO group", "Leisure Offer Board", false),
            ("Transport", "Travel", false),
            ("Board A", "Board All", false),
        ] {
            assert_eq!(is_short_for(one, other), expected, "{one}, {other}");
            assert_eq!(is_short_for(other, one), expected, "{other}, {one}");
        }
    }
}
