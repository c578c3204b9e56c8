//! What the cells of a column hold, where its heading does not settle what it means.

use super::cells::{self, Around};
use super::known::{Holds, Known, WHO_CAME};
use crate::read::item::Job;
use located::diagnostic::Diagnostic;
use located::source::Span;
use plain_values::{
    CrossMeaning, DateOrder, DayReading, TimeReading, is_denial, is_placeholder, read_count,
    read_day, read_groups, read_time,
};
use sheets::{Cell, Sheet};

/// So many cells of a column show what it holds.
const MOST_CELLS: usize = 200;

/// They are looked for in so many rows.
const MOST_ROWS: usize = 2_000;

/// One cell may be there by chance; so many show what a column is for.
const FEWEST: usize = 2;

/// Numbers that count days of this century and the end of the last one.
const SERIALS: std::ops::Range<f64> = 32_000.0..60_000.0;

/// Whether the cells of a column are those of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    /// They show it.
    Shown,
    /// There are none, or none that says anything else.
    Blank,
    /// Nothing speaks against it.
    Possible,
    /// They plainly hold something else.
    Contradicted,
}

/// Cells of a column that hold something.
pub(super) struct Evidence<'s> {
    cells: Vec<&'s Cell>,
    from_1904: bool,
}

/// What one cell says about a field.
enum Says {
    It,
    Nothing,
    /// Something that can stand in a column of anything, such as `yes` or `TBC`.
    Little,
    /// Words that name no day, count nobody and are no answer: people write some between those that do.
    Words,
    SomethingElse,
}

impl<'s> Evidence<'s> {
    /// The first cells of a column below the headings.
    pub(super) fn of(sheet: &'s Sheet, header: usize, column: u32) -> Self {
        let rows = sheet.rows.iter().skip(header + 1).take(MOST_ROWS);
        let heading = sheet.rows.get(header).and_then(|row| row.cell(column));
        // Long logs say their headings again for every term.
        let filled = rows
            .filter_map(|row| row.cell(column))
            .filter(|cell| Some(*cell) != heading);
        let telling = filled.filter(|cell| !matches!(cell, Cell::Error(_) | Cell::Unreadable(_)));
        Evidence {
            cells: telling.take(MOST_CELLS).collect(),
            from_1904: sheet.from_1904,
        }
    }

    /// Whether they are those of a field.
    pub(super) fn fit(&self, known: &Known, order: DateOrder, job: &Job<'_>) -> Fit {
        let (mut it, mut little, mut words, mut else_) = (0_usize, 0_usize, 0_usize, 0_usize);
        for cell in &self.cells {
            match self.says(cell, known, order, job) {
                Says::It => it += 1,
                Says::Nothing => {}
                Says::Little => little += 1,
                Says::Words => words += 1,
                Says::SomethingElse => else_ += 1,
            }
        }
        // A time is unmistakable.
        let fewest = if known.holds == Holds::Time {
            1
        } else {
            FEWEST
        };
        if else_ + words > it {
            Fit::Contradicted
        } else if it >= fewest && else_ * 3 <= it && words < it {
            Fit::Shown
        } else if it + else_ + words == 0 && (little == 0 || known.holds == Holds::Time) {
            Fit::Blank
        } else {
            Fit::Possible
        }
    }

    /// Whether one of them is of a field.
    pub(super) fn has_one(&self, known: &Known, order: DateOrder, job: &Job<'_>) -> bool {
        let mut cells = self.cells.iter();
        cells.any(|cell| matches!(self.says(cell, known, order, job), Says::It))
    }

    fn says(&self, cell: &Cell, known: &Known, order: DateOrder, job: &Job<'_>) -> Says {
        let text = cells::shown(cell);
        if is_placeholder(&text) {
            return Says::Nothing;
        }
        // A number with a fraction may be a time in days.
        let is_whole = match cell {
            Cell::Number(number) => number.fract() == 0.0,
            Cell::Text(text) => read_count(text.trim()).is_ok(),
            Cell::Moment(_)
            | Cell::Clock(_)
            | Cell::Truth(_)
            | Cell::Error(_)
            | Cell::Unreadable(_) => false,
        };
        match known.holds {
            Holds::Text | Holds::Texts | Holds::Agreed => match plainly(cell, &text, order) {
                Some(Plainly::Answer) if known.path != "title" => Says::Little,
                Some(_) => Says::SomethingElse,
                None => Says::It,
            },
            // A number alone may be of anybody.
            Holds::Count if known.path == WHO_CAME => who_came(cell, &text, order),
            Holds::Day if matches!(cell, Cell::Number(days) if !SERIALS.contains(days)) => {
                Says::SomethingElse
            }
            Holds::Time if is_time_of_day(&text) => self.read(cell, known, order, job),
            Holds::Time if is_whole || is_day(&text, order) => Says::SomethingElse,
            Holds::Day
            | Holds::Time
            | Holds::Answer
            | Holds::Count
            | Holds::Children
            | Holds::Number
            | Holds::Word
            | Holds::Words => self.read(cell, known, order, job),
        }
    }

    fn read(&self, cell: &Cell, known: &Known, order: DateOrder, job: &Job<'_>) -> Says {
        let around = Around {
            order,
            from_1904: self.from_1904,
            cross: CrossMeaning::Unclear,
        };
        let reading = cells::read(cell, known, job, around, Span::new(job.id, 0, 0));
        let text = cells::shown(cell);
        let has_figures = text.contains(|sign: char| sign.is_ascii_digit());
        let is_fraction = matches!(cell, Cell::Number(number) if number.fract() != 0.0);
        let is_plain = || plainly(cell, &text, order).is_some();
        let is_wrong = reading.fault.as_ref().is_some_and(Diagnostic::is_error);
        match known.holds {
            // A day that waits for the year of its row.
            Holds::Day if reading.later.is_some() => return Says::It,
            Holds::Day if cells::leaves_open(&text, &known.path) => return Says::Little,
            // A time that is none, such as 26:30, was meant for one.
            Holds::Time if is_wrong && has_figures && (is_fraction || !is_plain()) => {
                return Says::Little;
            }
            Holds::Day if reading.node.is_unclear() && !has_figures && !is_plain() => {
                return Says::Words;
            }
            // No word of its list.
            Holds::Word | Holds::Words | Holds::Answer if reading.node.is_unclear() => {
                return Says::SomethingElse;
            }
            Holds::Text
            | Holds::Texts
            | Holds::Agreed
            | Holds::Day
            | Holds::Time
            | Holds::Answer
            | Holds::Count
            | Holds::Children
            | Holds::Number
            | Holds::Word
            | Holds::Words => {}
        }
        if is_wrong {
            return Says::SomethingElse;
        }
        let said = reading.node.spelling();
        let is_denial = said.is_some_and(|said| known.holds == Holds::Day && is_denial(&said));
        let is_undated = cells::is_undated(&reading.node, &known.path);
        // `Sent`, `To follow` and `Pending` speak of a deed; a bare yes or no can stand anywhere.
        let speaks_of_deed = cells::is_deed(&known.path)
            && (is_undated || is_denial)
            && plainly(cell, &text, order).is_none();
        if speaks_of_deed {
            return Says::It;
        }
        if reading.node.is_empty() || reading.node.is_unclear() || is_denial || is_undated {
            Says::Little
        } else {
            Says::It
        }
    }
}

/// What a cell says of those who came, where they may be counted by groups or named.
fn who_came(cell: &Cell, text: &str, order: DateOrder) -> Says {
    match read_groups(text) {
        Some(groups) if groups.iter().any(|(_, who)| who.is_some()) => Says::It,
        Some(_) => Says::Little,
        None if plainly(cell, text, order).is_some() => Says::Little,
        None => Says::Words,
    }
}

/// Whether a text is a day and no time.
fn is_day(text: &str, order: DateOrder) -> bool {
    matches!(read_day(text, order), DayReading::On(_, None))
}

/// What a cell plainly is that is no text of somebody's own.
enum Plainly {
    Answer,
    Value,
}

fn plainly(cell: &Cell, text: &str, order: DateOrder) -> Option<Plainly> {
    match cell {
        Cell::Moment(_) | Cell::Clock(_) | Cell::Number(_) => return Some(Plainly::Value),
        Cell::Truth(_) => return Some(Plainly::Answer),
        Cell::Text(_) | Cell::Error(_) | Cell::Unreadable(_) => {}
    }
    let is_value = matches!(read_day(text, order), DayReading::On(..))
        || matches!(
            read_time(text),
            TimeReading::At(_) | TimeReading::Between(..)
        )
        || read_count(text.trim()).is_ok();
    let is_answer = || {
        matches!(
            plain_values::read_answer(text, CrossMeaning::Unclear),
            plain_values::AnswerReading::Yes(_) | plain_values::AnswerReading::No(_)
        )
    };
    if is_value {
        Some(Plainly::Value)
    } else if is_answer() {
        Some(Plainly::Answer)
    } else {
        None
    }
}

/// Whether a text is a time as timetables print it, though it might be a number: `15.00`, `0930`.
fn is_time_of_day(text: &str) -> bool {
    let text = text.trim();
    let (hour, minute) = match text.split_once(['.', ':']) {
        Some(parts) => parts,
        None if text.len() == 4 => match text.split_at_checked(2) {
            Some(parts) => parts,
            None => return false,
        },
        None => return false,
    };
    let is_number = |part: &str, most: u32| {
        let all_digits = part.bytes().all(|byte| byte.is_ascii_digit());
        all_digits && part.parse::<u32>().is_ok_and(|number| number < most)
    };
    hour.len() <= 2 && minute.len() == 2 && is_number(hour, 24) && is_number(minute, 60)
}
