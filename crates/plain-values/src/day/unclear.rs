//! Texts about days that name no one day, and why they do not.

use super::names;
use crate::tokens::Token;

/// Why a text that is about days names no one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnclearDay {
    /// `TBC`, `soon`, or nothing.
    Open,
    /// `12 March 2026?`
    Doubtful,
    /// `June 2020`.
    Month,
    /// `Mar-26`.
    MonthOrDay,
    /// `2 to 20 February`, `26 February?`
    NoYear,
    /// `Friday 12th`.
    NoMonth,
    /// `2026`, `2025/26`.
    Year,
    /// `Tuesday`.
    Weekday,
    /// `w/c 2 March 2026`.
    Week,
    /// `spring term`.
    Season,
    /// `every Tuesday`.
    Series,
    /// `before 12 March 2026`.
    Limit,
    /// `5 or 12 March 2026`.
    Alternatives,
    /// `12–13 March 2026`.
    Several,
    /// `moved to 12 March 2026`.
    Moved,
}

impl UnclearDay {
    /// The reason in words, for `it …`.
    pub fn reason(self) -> &'static str {
        match self {
            UnclearDay::Open => "does not say a day yet",
            UnclearDay::Doubtful => "names a day that is not certain",
            UnclearDay::Month => "names a month, not a day",
            UnclearDay::MonthOrDay => "names a month, or a day without its year",
            UnclearDay::NoYear => "has no year",
            UnclearDay::NoMonth => "has no month",
            UnclearDay::Year => "names a year, not a day",
            UnclearDay::Weekday => "names a day of the week, not a date",
            UnclearDay::Week => "names a week, not a day",
            UnclearDay::Season => "names a time of year, not a day",
            UnclearDay::Series => "names a series of days",
            UnclearDay::Limit => "says before or after which day, not on which",
            UnclearDay::Alternatives => "offers more than one day",
            UnclearDay::Several => "names several days",
            UnclearDay::Moved => "says that it was moved to another day",
        }
    }
}

/// What a text mentions.
#[derive(Debug, Default)]
struct Mentions {
    days: usize,
    months: usize,
    years: usize,
    weekdays: usize,
    /// The strongest word that makes it vague.
    hint: Option<UnclearDay>,
    offered: bool,
}

/// Why a text names no one day; nothing where it holds anything that is not about days.
pub(super) fn why(tokens: &[Token<'_>]) -> Option<UnclearDay> {
    if let Some(why) = two_numbers(tokens) {
        return Some(why);
    }
    let mentions = Mentions::of(tokens)?;
    // Without names, two numbers may be a day and a month.
    let of_one_day = if mentions.months + mentions.weekdays == 0 {
        2
    } else {
        1
    };
    let several = mentions.days > of_one_day || mentions.weekdays > 1;
    match mentions {
        Mentions {
            hint: Some(why @ (UnclearDay::Series | UnclearDay::Week)),
            ..
        } => Some(why),
        Mentions { offered: true, .. } if several => Some(UnclearDay::Alternatives),
        _ if several => Some(UnclearDay::Several),
        Mentions {
            hint: Some(why), ..
        } => Some(why),
        Mentions {
            months: 1..,
            days: 0,
            ..
        } => Some(UnclearDay::Month),
        Mentions {
            days: 1,
            months: 0,
            years: 0,
            ..
        } => Some(UnclearDay::NoMonth),
        Mentions {
            years: 1..,
            months: 0,
            days: 0,
            ..
        } => Some(UnclearDay::Year),
        Mentions {
            weekdays: 1..,
            days: 0,
            ..
        } => Some(UnclearDay::Weekday),
        Mentions {
            days: 1,
            months: 1..,
            years: 0,
            ..
        } => Some(UnclearDay::NoYear),
        _ => None,
    }
}

/// `12/03`, `03/2026`, `2026-03`, `2025/26`.
fn two_numbers(tokens: &[Token<'_>]) -> Option<UnclearDay> {
    let [
        Token::Number(first),
        Token::Mark(mark @ ('/' | '-' | '.')),
        Token::Number(second),
    ] = tokens
    else {
        return None;
    };
    let is_day = (1..=31).contains(&first.value) && (1..=31).contains(&second.value);
    match (first.digits, second.digits) {
        (1..=2, 1..=2) if is_day => Some(UnclearDay::NoYear),
        (1..=2, 4) if (1..=12).contains(&first.value) => Some(UnclearDay::Month),
        (4, 2) if *mark == '-' && (1..=12).contains(&second.value) => Some(UnclearDay::Month),
        (4, 2 | 4) => Some(UnclearDay::Year),
        _ => None,
    }
}

impl Mentions {
    fn of(tokens: &[Token<'_>]) -> Option<Self> {
        let mut mentions = Mentions::default();
        for token in tokens {
            match token {
                Token::Number(number) if number.digits <= 2 && (1..=31).contains(&number.value) => {
                    mentions.days += 1;
                }
                Token::Number(number)
                    if number.digits == 4 && (1900..2200).contains(&number.value) =>
                {
                    mentions.years += 1;
                }
                Token::Word(word) => mentions.word(word)?,
                Token::Mark('-' | '/' | ',' | '.' | '&' | '+' | ';' | ':' | '(' | ')') => {}
                Token::Number(_) | Token::Mark(_) => return None,
            }
        }
        Some(mentions)
    }

    /// Takes in a word; nothing for one that is not about days.
    fn word(&mut self, word: &str) -> Option<()> {
        if names::month(word).is_some() {
            self.months += 1;
        } else if names::weekday(word).is_some() {
            self.weekdays += 1;
        } else if word.strip_suffix('s').and_then(names::weekday).is_some() {
            self.hint = Some(UnclearDay::Series);
        } else if word == "or" {
            self.offered = true;
        } else if let Some(hint) = hint(word) {
            // What comes first says more: `week` before `term`.
            self.hint = self.hint.or(Some(hint));
        } else if !is_filler(word) {
            return None;
        }
        Some(())
    }
}

fn hint(word: &str) -> Option<UnclearDay> {
    Some(match word {
        "every" | "each" | "weekly" | "fortnightly" | "monthly" | "termly" | "quarterly"
        | "annually" | "yearly" | "daily" | "regular" | "regularly" => UnclearDay::Series,
        "w" | "wc" | "wk" | "week" | "weeks" | "weekend" | "we" => UnclearDay::Week,
        "spring" | "summer" | "autumn" | "winter" | "easter" | "christmas" | "xmas" | "term"
        | "half" | "holiday" | "holidays" | "quarter" | "q" => UnclearDay::Season,
        "early" | "mid" | "middle" | "late" | "end" | "beginning" | "during" => UnclearDay::Month,
        "by" | "before" | "after" | "since" | "until" | "till" | "from" => UnclearDay::Limit,
        "various" | "multiple" | "several" => UnclearDay::Several,
        "soon" | "asap" | "ongoing" | "today" | "yesterday" | "tomorrow" | "recently"
        | "future" | "next" | "last" | "open" | "awaiting" | "awaited" | "pending" => {
            UnclearDay::Open
        }
        _ => return None,
    })
}

pub(super) fn is_filler(word: &str) -> bool {
    matches!(
        word,
        "st" | "nd"
            | "rd"
            | "th"
            | "on"
            | "the"
            | "of"
            | "in"
            | "and"
            | "to"
            | "at"
            | "date"
            | "dates"
            | "day"
            | "days"
            | "c"
            | "commencing"
            | "beginning"
            | "starting"
            | "ending"
            | "e"
            | "this"
            | "year"
            | "month"
            | "months"
            | "time"
            | "start"
            | "between"
            | "both"
            | "then"
            | "school"
            | "academic"
            | "financial"
            | "meeting"
            | "meetings"
    )
}
