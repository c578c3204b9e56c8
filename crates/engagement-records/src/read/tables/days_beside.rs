//! What a column that nobody understands is perhaps for, by its days: those before the event went out
//! to people, those after it are what came of it. Only proposed, never read.

use chrono::NaiveDate;

use plain_values::{
    AnswerReading, CrossMeaning, DateOrder, DayReading, Nearest, WrittenDay, read_answer, read_day,
};

/// One day may stand there by chance.
const FEWEST: usize = 2;

/// What is proposed for days before the event, the likeliest first.
const BEFORE: &[&str] = &["notice.sent", "papers.sent", "forum.invited"];

/// What is proposed for days after it, or for days and answers.
const AFTER: &[&str] = &["feedback.sent", "forum_feedback.sent"];

/// The days of a column beside those of the events of their rows.
#[derive(Debug, Default)]
pub(super) struct DaysBeside {
    before: usize,
    after: usize,
    answers: usize,
    others: usize,
}

impl DaysBeside {
    /// Counts what stands in one cell, beside the day of its row's event.
    pub(super) fn add(&mut self, cell: &str, event: NaiveDate, order: DateOrder) {
        let whole = |day: WrittenDay| match day {
            WrittenDay::Whole(day) => Some(day),
            WrittenDay::NoYear(day) => day.near(event, Nearest::Either),
        };
        let day = match read_day(cell, order) {
            DayReading::On(day, _) => Some(day),
            DayReading::NoYear(day, _) => whole(WrittenDay::NoYear(day)),
            DayReading::Among { day, .. } => whole(day),
            DayReading::Through { .. }
            | DayReading::Moved { .. }
            | DayReading::MovedNoYear { .. }
            | DayReading::CalledOff(..)
            | DayReading::Unclear(_)
            | DayReading::Unreadable(_) => None,
        };
        let answer = || read_answer(cell, CrossMeaning::Unclear);
        match day {
            Some(day) if day < event => self.before += 1,
            Some(_) => self.after += 1,
            None if matches!(answer(), AnswerReading::Yes(_) | AnswerReading::No(_)) => {
                self.answers += 1;
            }
            None => self.others += 1,
        }
    }

    /// The fields that are proposed, without those that have a column already.
    pub(super) fn fields(&self, is_taken: impl Fn(&str) -> bool) -> Vec<String> {
        let days = self.before + self.after;
        let fields = if days < FEWEST && (days == 0 || self.answers == 0) || self.others > days {
            &[]
        } else if self.before > 3 * self.after {
            BEFORE
        } else if self.after > 3 * self.before {
            AFTER
        } else {
            &[]
        };
        let free = fields.iter().filter(|field| !is_taken(field));
        free.map(|field| (*field).to_owned()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(cells: &[&str], taken: &[&str]) -> Vec<String> {
        let mut beside = DaysBeside::default();
        let event = NaiveDate::from_ymd_opt(2026, 3, 5).unwrap();
        for cell in cells {
            beside.add(cell, event, DateOrder::DayFirst);
        }
        beside.fields(|field| taken.contains(&field))
    }

    #[test]
    fn days_before_and_after_are_for_other_fields() {
        assert_eq!(fields(&["12/2/26", "17 Feb"], &[]), BEFORE);
        assert_eq!(
            fields(&["12/2/26", "17 Feb"], &["notice.sent"]),
            BEFORE[1..]
        );
        assert_eq!(fields(&["yes 10/3", "no", "waiting"], &[]), AFTER);
        assert_eq!(fields(&["10/3/2026", "05/03/2026", "n/a"], &[]), AFTER);
        for nothing in [
            &["12/2/26", "10/3/26"][..],
            &["12/2/26"],
            &["yes", "no", "no"],
            &["Dove Hall", "10/3/26", "Teams", "Teams"],
            &[],
        ] {
            assert_eq!(fields(nothing, &[]), Vec::<String>::new(), "{nothing:?}");
        }
    }
}
