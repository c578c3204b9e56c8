//! Days as people in England write them: `22nd March 2024`, `12/3/26`, `Wed 22/09/2010 09:30`.

mod about;
mod among;
mod day_of_year;
#[cfg(test)]
mod laws;
mod moment;
mod moved;
mod names;
mod notation;
mod off;
mod range;
mod reading;
mod serial;
#[cfg(test)]
mod tests;
mod unclear;

use closed_words::words;

use crate::absence::is_placeholder;
use crate::called_off::last_called_off;
use crate::doubt::{self, Doubt};
use crate::time::{self, TimeReading, UnclearTime};
use crate::tokens::{Token, plain, tokens, trimmed};
pub use about::{is_about_days, is_perhaps_year_first};
pub use among::{names_day, takes_back};
pub use day_of_year::{DayOfYear, Nearest};
pub(crate) use names::{is_name_of_day, month as month_of_name};
use notation::{Missing, Notation};
pub use reading::{DayReading, WrittenDay};
pub use serial::{day_of_moment, day_of_serial, moment_of_serial};
pub use serial::{is_zero_as_day, number_shown_as_day};
pub use unclear::UnclearDay;

const MORE: &str = "this holds more than a day; write the day alone, and the rest in a column of \
                    its own";

/// A day is written in fewer pieces; what is longer is prose, and no name in it was misspelt.
const MOST_WORDS: usize = 16;

words! {
    /// In which order the numbers of a date are written.
    pub enum DateOrder {
        /// As in England: 3/4/2026 is 3 April.
        DayFirst = "day-first",
        /// As in the United States: 3/4/2026 is 4 March.
        MonthFirst = "month-first",
    }
}

impl DateOrder {
    /// The order that is not this one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            DateOrder::DayFirst => DateOrder::MonthFirst,
            DateOrder::MonthFirst => DateOrder::DayFirst,
        }
    }
}

/// Which orders can read a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PossibleOrders {
    /// The first number can be the day.
    pub day_first: bool,
    /// The second number can be the day.
    pub month_first: bool,
}

/// Reads a day, in an order where three numbers leave that open. Midnight after a day says nothing
/// about the time, because programs write it after every day.
pub fn read_day(text: &str, order: DateOrder) -> DayReading {
    if is_placeholder(text) {
        return DayReading::Unclear(UnclearDay::Open);
    }
    if let Some(serial) = serial::written(text) {
        return day_of_serial(serial, false);
    }
    let by_program = moment::stamped(text)
        .or_else(|| moment::interval(text))
        .or_else(|| moment::by_iso(text));
    if let Some(day) = by_program {
        return day;
    }
    let plain = plain(text);
    let tokens = tokens(&plain);
    match moment::without_zone(&tokens) {
        Some((rest, zone)) => {
            let mut read = in_pieces(&rest, order);
            if let DayReading::On(day, Some(hours)) = &mut read {
                zone.check(*day, hours);
            }
            read
        }
        None => in_pieces(&tokens, order),
    }
}

fn in_pieces(tokens: &[Token<'_>], order: DateOrder) -> DayReading {
    let (known, rest_is_open) = without_open_rest(tokens);
    let read = doubtful(known, order)
        .or_else(|| moved::read(known, order))
        .or_else(|| off::read(known, order))
        .unwrap_or_else(|| certain(known, order));
    match read {
        DayReading::On(date, None) if rest_is_open => {
            DayReading::On(date, Some(TimeReading::Unclear(UnclearTime::Open)))
        }
        DayReading::Unclear(UnclearDay::Several) => range::read(known, order).unwrap_or(read),
        // `21/4 late`: a word behind a day and a month in figures makes them no month of a year.
        DayReading::Unclear(UnclearDay::Month | UnclearDay::MonthOrDay) if known.len() > 3 => {
            among::read(known, order).unwrap_or(read)
        }
        DayReading::Unreadable(_) => range::read(known, order)
            .or_else(|| among::read(known, order))
            .unwrap_or(read),
        DayReading::On(..)
        | DayReading::NoYear(..)
        | DayReading::Through { .. }
        | DayReading::Moved { .. }
        | DayReading::MovedNoYear { .. }
        | DayReading::Among { .. }
        | DayReading::CalledOff(..)
        | DayReading::Unclear(_) => read,
    }
}

/// The orders that can read a text of three numbers; nothing for other texts, where order plays no
/// part. A column with texts that only one order can read, and others that only the other can, was
/// written by two hands.
pub fn possible_orders(text: &str) -> Option<PossibleOrders> {
    let plain = plain(text);
    let tokens = tokens(&plain);
    let (notation, _) = Notation::at_start(&tokens)?;
    // `12/13/2/2026` begins with no day, and is two of them.
    let reads = |order| {
        let is_read = notation.reads_in(order)?;
        Some(is_read || range::read(&tokens, order).is_some())
    };
    Some(PossibleOrders {
        day_first: reads(DateOrder::DayFirst)?,
        month_first: reads(DateOrder::MonthFirst)?,
    })
}

/// Cuts `time and venue TBC` off the end, which leaves no doubt about the day.
fn without_open_rest<'a, 't>(tokens: &'a [Token<'t>]) -> (&'a [Token<'t>], bool) {
    let is_other = |token: &Token<'_>| {
        matches!(
            token,
            Token::Word("time" | "times" | "venue" | "location" | "place" | "room" | "agenda")
        )
    };
    let at = tokens.iter().position(is_other).unwrap_or(tokens.len());
    let (known, rest) = tokens.split_at(at);
    let is_open = doubt::taken_out(rest).is_some_and(|(_, words)| {
        let is_no_more = |token: &Token<'_>| {
            is_other(token) || matches!(token, Token::Mark(_) | Token::Word("and" | "is" | "are"))
        };
        words.iter().all(is_no_more)
    });
    if is_open && !trimmed(known).is_empty() {
        (trimmed(known), true)
    } else {
        (tokens, false)
    }
}

/// A text with words of doubt. `Postponed, new date TBC` is in no doubt that it was postponed.
fn doubtful(tokens: &[Token<'_>], order: DateOrder) -> Option<DayReading> {
    let (doubt, rest) = doubt::taken_out(tokens)?;
    if let (Doubt::Open, Some(off)) = (doubt, off::read(&rest, order)) {
        return Some(off);
    }
    Some(match (certain(trimmed(&rest), order), doubt) {
        (
            DayReading::On(..)
            | DayReading::Through { .. }
            | DayReading::Moved { .. }
            | DayReading::MovedNoYear { .. }
            | DayReading::Among { .. }
            | DayReading::CalledOff(..),
            _,
        ) => DayReading::Unclear(UnclearDay::Doubtful),
        (DayReading::NoYear(..), _) => DayReading::Unclear(UnclearDay::NoYear),
        (DayReading::Unreadable(_), Doubt::Open) => DayReading::Unclear(UnclearDay::Open),
        (DayReading::Unreadable(_), Doubt::Unsure) if last_called_off(&rest).is_some() => {
            DayReading::Unclear(UnclearDay::Doubtful)
        }
        (vague @ (DayReading::Unclear(_) | DayReading::Unreadable(_)), _) => vague,
    })
}

/// A text without words of doubt.
fn certain(tokens: &[Token<'_>], order: DateOrder) -> DayReading {
    let Some((notation, rest)) = Notation::at_start(tokens) else {
        if let Some((day, rest)) = short_day(tokens, order)
            && notation::after(rest).is_empty()
        {
            return DayReading::NoYear(day, None);
        }
        if let Some(read) = behind_hours(tokens, order) {
            return read;
        }
        return unclear::why(tokens).map_or_else(
            || DayReading::Unreadable(not_a_day(tokens)),
            DayReading::Unclear,
        );
    };
    let after = notation::after(rest);
    let hours = if after.is_empty() || is_other_day(tokens, rest) {
        None
    } else {
        hours_in(after)
    };
    if !after.is_empty() && hours.is_none() {
        let vague =
            unclear::why(tokens).filter(|_| notation.missing().is_some() || leads_to_more(rest));
        return vague.map_or_else(
            || DayReading::Unreadable(notation.day(order).err().unwrap_or_else(|| MORE.to_owned())),
            DayReading::Unclear,
        );
    }
    match (notation.missing(), notation.day(order)) {
        (Some(Missing::Year), _) => notation
            .day_of_year()
            .map_or(DayReading::Unclear(UnclearDay::NoYear), |day| {
                DayReading::NoYear(day, hours.filter(|hours| !is_midnight(hours)))
            }),
        (Some(Missing::YearOrDay), _) => DayReading::Unclear(UnclearDay::MonthOrDay),
        (None, Ok(date)) => DayReading::On(date, hours.filter(|hours| !is_midnight(hours))),
        (None, Err(why)) => DayReading::Unreadable(why),
    }
}

/// A day behind the time of its event: `10am, 12 March 2026`.
fn behind_hours(tokens: &[Token<'_>], order: DateOrder) -> Option<DayReading> {
    (1..tokens.len().min(MOST_WORDS)).find_map(|at| {
        let (before, day) = tokens.split_at_checked(at)?;
        // Asked first, because it is cheaper than reading the hours.
        Notation::at_start(day)?;
        let hours = hours_in(trimmed(before))
            .filter(|hours| matches!(hours, TimeReading::At(_) | TimeReading::Between(..)))?;
        if let DayReading::On(day, None) = certain(day, order) {
            Some(DayReading::On(day, Some(hours)))
        } else {
            None
        }
    })
}

/// A day and a month in numbers at the beginning, `15/1`, and what follows.
fn short_day<'a, 't>(
    tokens: &'a [Token<'t>],
    order: DateOrder,
) -> Option<(DayOfYear, &'a [Token<'t>])> {
    let (weekday, tokens) = notation::weekday_before(tokens);
    let [
        Token::Number(first),
        Token::Mark('/' | '.' | '-'),
        Token::Number(second),
        rest @ ..,
    ] = tokens
    else {
        return None;
    };
    // 12/03/2026 and 1/2/3 are something else.
    let goes_on = matches!(
        rest,
        [Token::Mark('/' | '.' | '-' | ':'), Token::Number(_), ..] | [Token::Mark('%'), ..]
    );
    if first.digits > 2 || second.digits > 2 || goes_on {
        return None;
    }
    let (day, month) = match order {
        DateOrder::DayFirst => (first.value, second.value),
        DateOrder::MonthFirst => (second.value, first.value),
    };
    Some((DayOfYear::new(month, day, weekday)?, rest))
}

/// Whether a day with full stops goes on to another one: `12.03.2026 - 14.03`.
fn is_other_day(tokens: &[Token<'_>], rest: &[Token<'_>]) -> bool {
    use Token::{Mark, Number};
    let is_dotted = matches!(
        tokens,
        [Number(_), Mark('.'), Number(_), Mark('.'), Number(_), ..]
    );
    let is_short = matches!(rest, [Mark('-'), Number(day), Mark('.'), Number(month)]
        if (1..=31).contains(&day.value) && (1..=12).contains(&month.value));
    is_dotted && is_short
}

/// Whether what follows a whole day goes on to another one.
fn leads_to_more(rest: &[Token<'_>]) -> bool {
    let is_joint = match rest.first() {
        Some(Token::Word(word)) => matches!(*word, "to" | "and" | "or" | "until" | "till"),
        Some(Token::Mark(mark)) => matches!(mark, '-' | '/' | '&' | '+' | ',' | ';'),
        Some(Token::Number(_)) | None => false,
    };
    is_joint || Notation::at_start(rest).is_some()
}

fn is_midnight(hours: &TimeReading) -> bool {
    *hours == TimeReading::Unclear(UnclearTime::Midnight)
}

/// The time after a day. A number alone is none there: it may belong to another day.
fn hours_in(after: &[Token<'_>]) -> Option<TimeReading> {
    let is_time = after.windows(3).any(|three| {
        matches!(three, [Token::Number(hour), Token::Mark('.'), Token::Number(minute)]
            if hour.digits <= 2 && hour.value < 24 && minute.digits == 2 && minute.value < 60)
    });
    let is_range = matches!(after, [Token::Number(from), Token::Mark('-') | Token::Word("to"), Token::Number(to)]
        if from.digits <= 2 && to.digits <= 2);
    let names_time = after.iter().any(|token| match token {
        Token::Word(word) => matches!(
            *word,
            "am" | "pm" | "noon" | "midday" | "midnight" | "hrs" | "oclock" | "at"
        ),
        Token::Mark(mark) => matches!(mark, ':' | '@'),
        Token::Number(number) => number.digits == 4 && number.value < 1000,
    });
    let has_number = after.iter().any(|token| matches!(token, Token::Number(_)));
    (is_time || is_range || names_time || !has_number)
        .then(|| time::of(after))
        .flatten()
}

/// What was expected, with the name that was most likely meant.
fn not_a_day(tokens: &[Token<'_>]) -> String {
    let near = tokens
        .iter()
        .take(MOST_WORDS)
        .find_map(|token| match token {
            Token::Word(word) => names::misspelt(word),
            Token::Number(_) | Token::Mark(_) => None,
        });
    near.map_or_else(
        || "write the day with its month and year, such as 12 March 2026 or 2026-03-12".to_owned(),
        |name| format!("did you mean {name}? Write the day such as 12 March 2026"),
    )
}
