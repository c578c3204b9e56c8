//! Numbers of people in cells, of which one may count several groups.

use super::{CellReader, Reading, without_remark};
use crate::read::tables::known::WHO_CAME;
use plain_values::{
    AnswerReading, Count, CrossMeaning, PlainValue, Who, read_answer, read_count, read_groups,
};

impl<'c> CellReader<'_, 'c> {
    pub(super) fn count(&self) -> Reading<'c> {
        let is_of_those_who_came = self.known.path.starts_with("attendance.");
        let first = first_number(&self.text).filter(|_| is_of_those_who_came);
        if let Some((_, false)) = first {
            return self.unclear("counts people who were asked, not people who came");
        }
        if is_of_those_who_came && let Some(groups) = read_groups(&self.text) {
            return self.groups(&groups);
        }
        if let Some(count) = self.answered().filter(|_| is_of_those_who_came) {
            return self.counted(count);
        }
        // Where the others of its column count people, this cell names them.
        if self.known.path == WHO_CAME && !self.text.contains(|sign: char| sign.is_ascii_digit()) {
            return Reading::blank(self.span).with_remark();
        }
        let read = read_count(self.text.trim());
        let came = || read_count(first.filter(|_| self.begins_with_number())?.0).ok();
        let read = read.or_else(|why| read_count(without_remark(&self.text)).map_err(|_| why));
        match read.or_else(|why| came().ok_or(why)) {
            Ok(count) => self.counted(count),
            // What stands in quotes is the format of a number that a program lost.
            Err(expected) if is_prose(&self.text) => self.other_words(expected),
            Err(expected) => self.wrong(expected),
        }
    }

    /// How many a plain yes or no counts.
    fn answered(&self) -> Option<Count> {
        match read_answer(self.text.trim(), CrossMeaning::Unclear) {
            AnswerReading::Yes(None) => Some(Count::AtLeast(1)),
            AnswerReading::No(None) => Some(Count::Exactly(0)),
            AnswerReading::Yes(Some(_))
            | AnswerReading::No(Some(_))
            | AnswerReading::Unclear(_)
            | AnswerReading::Unreadable(_) => None,
        }
    }

    fn begins_with_number(&self) -> bool {
        self.text
            .trim_start()
            .starts_with(|sign: char| sign.is_ascii_digit())
    }

    fn counted(&self, count: Count) -> Reading<'c> {
        Reading::of(self.value(PlainValue::Count(count)))
    }

    /// A number of whoever came, or of several groups, each by its own field.
    fn whoever_came(&self, groups: &[(Count, Option<Who>)]) -> Reading<'c> {
        if let [(count, None)] = groups {
            return self.counted(*count);
        }
        let mut reading = Reading::blank(self.span);
        for (count, who) in groups {
            reading = match who {
                Some(who) => reading.and(path(*who), self.value(PlainValue::Count(*count))),
                None => reading.with_remark(),
            };
        }
        reading
    }

    /// `8 young people, 3 parents`: those of whom the column is about, and the others by the way.
    fn groups(&self, groups: &[(Count, Option<Who>)]) -> Reading<'c> {
        let own = self.known.path.as_str();
        if own == WHO_CAME {
            return self.whoever_came(groups);
        }
        let is_own = |who: Option<Who>| who.is_none_or(|who| path(who) == own);
        let mut reading = match groups.iter().find(|(_, who)| is_own(*who)) {
            Some((count, _)) => self.counted(*count),
            None => match groups {
                // A column of parents says who came for them: `2 reps`.
                [(count, Some(Who::Reps | Who::Parents))] => return self.counted(*count),
                _ => Reading::blank(self.span),
            },
        };
        for (count, who) in groups {
            if let Some(who) = who.filter(|who| path(*who) != own) {
                reading = reading.and(path(who), self.value(PlainValue::Count(*count)));
            }
        }
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
        let told: usize = groups
            .iter()
            .map(|(count, _)| digits(&count.to_string()))
            .sum();
        if told < digits(&self.text) {
            reading.with_remark()
        } else {
            reading
        }
    }
}

/// The field for a group of people.
fn path(who: Who) -> &'static str {
    match who {
        Who::Parents => "attendance.parents",
        Who::Cyp => "attendance.cyp",
        Who::Staff => "attendance.staff",
        Who::Reps => "attendance.forum_reps",
    }
}

/// The first number of a text, and whether the people whom it counts had come: `6 came, 20 invited`
/// counts six who had, `15 booked` fifteen who were to. Nothing where it does not say.
fn first_number(text: &str) -> Option<(&str, bool)> {
    let words = text.split(|sign: char| !sign.is_alphanumeric());
    let mut words = words.filter(|word| !word.is_empty());
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let number = words.find(|word| is_number(word))?;
    let had_come = words.take_while(|word| !is_number(word)).find_map(|word| {
        let is_one_of = |all: &[&str]| all.iter().any(|one| word.eq_ignore_ascii_case(one));
        let is_other = is_one_of(OTHERS);
        (is_other || is_one_of(CAME)).then_some(!is_other)
    })?;
    Some((number, had_come))
}

/// What people are who have not come yet, or did not.
const OTHERS: &[&str] = &[
    "invited",
    "booked",
    "registered",
    "expected",
    "asked",
    "emailed",
    "apologies",
    "confirmed",
    "signed",
    "contacted",
];

const CAME: &[&str] = &[
    "came",
    "attended",
    "present",
    "there",
    "attending",
    "attendees",
];

fn is_prose(text: &str) -> bool {
    text.contains(char::is_alphabetic) && !text.contains('"')
}
