//! Days and times of day in cells.

use chrono::{NaiveDate, NaiveTime};

use super::{CellReader, Later, Reading, day_in, is_deed, without_remark};
use located::source::Span;
use located::tree::Node;
use plain_values::{
    DateOrder, DayOfYear, DayReading, END_OF_DAY, PlainValue, TimeReading, UnclearDay, UnclearTime,
    day_of_moment, day_of_serial, is_denial, is_zero_as_day, moment_of_serial, number_shown_as_day,
    read_day, read_time, takes_back, time_on_clock,
};
use sheets::Cell;

impl<'c> CellReader<'_, 'c> {
    pub(super) fn day(&self) -> Reading<'c> {
        let text = self.text.as_ref();
        let read = match self.cell {
            Cell::Moment(moment) => day_of_moment(*moment),
            Cell::Number(number) => day_of_serial(*number, self.around.from_1904),
            Cell::Text(_)
            | Cell::Clock(_)
            | Cell::Truth(_)
            | Cell::Error(_)
            | Cell::Unreadable(_) => {
                if let Some(before) = self.before_reminder() {
                    return if before.is_empty() {
                        self.unclear("speaks of a reminder, not of the first time")
                    } else {
                        self.of_day(read_day(before, self.around.order))
                            .with_remark()
                    };
                }
                let read = read_day(text, self.around.order);
                let bare = without_remark(text);
                let remark = text.get(bare.len()..).unwrap_or("").to_lowercase();
                let mut words = remark.split(|sign: char| !sign.is_alphabetic());
                // `05/03/2026 (postponed to 12/03/2026)` is two days of an event.
                let is_undone = |word: &str| {
                    let is_told = matches!(word, "not" | "never" | "unsent" | "didnt" | "draft");
                    is_told || is_deed(&self.known.path) && takes_back(word)
                };
                if bare != text.trim() && words.any(is_undone) {
                    return self.unclear("names a day, and then says that it was not done");
                }
                if matches!(read, DayReading::Unreadable(_)) && bare != text.trim() {
                    return self.of_day(read_day(bare, self.around.order)).with_remark();
                }
                read
            }
        };
        self.of_day(read)
    }

    /// `Extended to 27 Feb` gives the last day, which the column for it has as it was first; `from` gives
    /// that one, and a day alone either of them. Where nothing was extended, there is no earlier day.
    pub(super) fn extension(&self) -> Reading<'c> {
        if is_denial(&self.text) {
            return Reading::blank(self.span);
        }
        let lower = self.text.trim().to_ascii_lowercase();
        let bare = lower.strip_prefix("yes").unwrap_or(&lower);
        let bare = bare.trim_start_matches(|sign: char| !sign.is_alphanumeric());
        let bare = bare.strip_prefix("extended ").unwrap_or(bare);
        let behind = |words: [&str; 3]| words.into_iter().find_map(|word| bare.strip_prefix(word));
        let (mut reading, is_new) = match behind(["to ", "until ", "till "]) {
            Some(day) => (self.of_day(read_day(day, self.around.order)), true),
            None => match behind(["from ", "was ", "originally "]) {
                Some(day) => (self.of_day(read_day(day, self.around.order)), false),
                None => (self.day(), false),
            },
        };
        if let Some(day) = day_in(&reading.node).filter(|_| reading.later.is_none()) {
            reading.later = Some(Later::Extended { day, is_new });
        }
        reading
    }

    fn of_day(&self, read: DayReading) -> Reading<'c> {
        let number = if let DayReading::On(day, _) = read {
            number_shown_as_day(day, self.around.from_1904)
        } else {
            is_zero_as_day(&self.text).then_some(0)
        };
        if let Some(number) = number {
            return self.number_as_day(number);
        }
        match read {
            DayReading::On(day, hours) => {
                self.with_hours(Reading::of(self.value(PlainValue::Day(day))), hours)
            }
            DayReading::NoYear(day, hours) => {
                let reading = Reading {
                    later: Some(Later::year(day)),
                    ..self.unclear("has no year")
                };
                self.with_hours(reading, hours)
            }
            DayReading::Through { first, last, hours } => self.range(first, last, hours),
            DayReading::Moved { on, from, hours } => {
                let reading = Reading::of(self.value(PlainValue::Day(on)));
                let old = self.value(PlainValue::Day(from));
                match self.known.path.as_str() {
                    "date" => self.with_hours(reading.and("moved_from.date", old), hours),
                    "closes" => reading.and("extended_from", old),
                    _ => reading,
                }
                .with_remark()
            }
            DayReading::MovedNoYear { on, from, hours } => self.moved_without_year(on, from, hours),
            DayReading::Among { day, is_first } => self.day_among(day, is_first),
            DayReading::CalledOff(called_off, day) => {
                let reading = match day {
                    Some(day) => Reading::of(self.value(PlainValue::Day(day))),
                    None => self.open("names no day in full"),
                };
                reading.and("status", self.plain(called_off.word()))
            }
            DayReading::Unclear(UnclearDay::Open) => self.day_to_come(),
            DayReading::Unclear(why) => self.unclear(why.reason()),
            DayReading::Unreadable(expected) => self.no_day(expected),
        }
    }

    /// Two days of which only the rest of the row says the year.
    fn moved_without_year(
        &self,
        on: DayOfYear,
        from: DayOfYear,
        hours: Option<TimeReading>,
    ) -> Reading<'c> {
        let given_up = match self.known.path.as_str() {
            "date" => Some(("moved_from.date", from)),
            "closes" => Some(("extended_from", from)),
            _ => None,
        };
        let reading = Reading {
            later: Some(Later::Year { day: on, given_up }),
            ..self.unclear("has no year")
        };
        let old = Node::unclear(self.text.clone(), self.span);
        match given_up {
            Some((path, _)) => self.with_hours(reading.and(path, old), hours),
            None => reading,
        }
    }

    /// A day of long ago, which a spreadsheet made of a number.
    fn number_as_day(&self, number: i64) -> Reading<'c> {
        let why = format!("is what a spreadsheet shows as a day for the number {number}");
        let help = if number == 0 {
            "a formula that found nothing, or a cell that was cleared, is shown so; write the day, or \
             leave the cell blank"
        } else {
            "a year or another number in a column of days is shown so; write the day with its month \
             and year, such as 12 March 2026"
        };
        let mut reading = self.unclear(&why);
        reading.fault = reading.fault.map(|fault| fault.help(help));
        reading
    }

    /// From a day through another one. The day of an event is settled by what kind it is.
    fn range(&self, first: NaiveDate, last: NaiveDate, hours: Option<TimeReading>) -> Reading<'c> {
        let day = |day| self.value(PlainValue::Day(day));
        match self.known.path.as_str() {
            "date" => {
                let reading = Reading {
                    later: Some(Later::Range(first, last)),
                    ..Reading::of(day(first))
                };
                self.with_hours(reading, hours).with_remark()
            }
            "opens" => Reading::of(day(first)).and("closes", day(last)),
            "closes" => Reading::of(day(last)).and("opens", day(first)),
            "wider_input.opened" => Reading::of(day(first)).and("wider_input.closed", day(last)),
            "wider_input.closed" => Reading::of(day(last)).and("wider_input.opened", day(first)),
            _ => self.unclear(UnclearDay::Several.reason()),
        }
    }

    /// What stands behind a day is a time, or a remark.
    fn with_hours(&self, mut reading: Reading<'c>, hours: Option<TimeReading>) -> Reading<'c> {
        let Some(hours) = hours else {
            return reading;
        };
        if let ("last_day", TimeReading::At(end)) = (self.known.path.as_str(), &hours) {
            return reading.and("end", self.clock(*end));
        }
        // When a notice went out by the clock says nothing of the event.
        if !matches!(self.known.path.as_str(), "date" | "opens") {
            return reading;
        }
        match hours {
            TimeReading::At(start) => reading.and("start", self.clock(start)),
            TimeReading::Between(start, end) => reading
                .and("start", self.clock(start))
                .and("end", self.clock(end)),
            TimeReading::EndOfDay
            | TimeReading::Unclear(UnclearTime::Open | UnclearTime::Midnight) => reading,
            TimeReading::Unclear(why) => {
                let fault = self.no_evidence(why.reason(), "start");
                reading.open.push(("start", fault));
                reading.with_remark()
            }
            TimeReading::Unreadable(expected) => {
                let why = "has a time that cannot be read behind the day";
                let fault = self.no_evidence(why, "start").help(expected);
                reading.open.push(("start", fault));
                reading.with_remark()
            }
        }
    }

    fn clock(&self, time: NaiveTime) -> Node<'c> {
        self.value(PlainValue::Time(time))
    }

    pub(super) fn time(&self) -> Reading<'c> {
        let text = self.text.as_ref();
        let read = match self.cell {
            Cell::Clock(time) => time_on_clock(*time),
            Cell::Moment(moment) => time_on_clock(moment.time()),
            Cell::Number(part) if (0.0..1.0).contains(part) => moment_of_serial(*part, true)
                .map_or_else(|| read_time(text), |moment| time_on_clock(moment.time())),
            Cell::Text(_)
            | Cell::Number(_)
            | Cell::Truth(_)
            | Cell::Error(_)
            | Cell::Unreadable(_) => read_time(text),
        };
        match read {
            TimeReading::At(start) => Reading::of(self.clock(start)),
            TimeReading::Between(start, end) if self.known.path == "start" => {
                Reading::of(self.clock(start)).and("end", self.clock(end))
            }
            TimeReading::EndOfDay if self.known.path == "end" => {
                Reading::of(self.clock(END_OF_DAY))
            }
            TimeReading::EndOfDay => self.open(UnclearTime::Midnight.reason()),
            TimeReading::Between(..) => {
                self.wrong("this is more than one time; write one, such as 12 noon".to_owned())
            }
            TimeReading::Unclear(why) => self.open(why.reason()),
            TimeReading::Unreadable(expected) => self.wrong(expected),
        }
    }
}

/// Whether a last day says that there is none yet.
pub(super) fn is_still(text: &str) -> bool {
    let still = [
        "current",
        "present",
        "ongoing",
        "now",
        "to date",
        "still in post",
    ];
    still.contains(&text.trim().to_lowercase().as_str())
}

/// What a text that is a day with one time behind it says in a column that is known to be one of
/// times, in whichever order the day is.
pub(in crate::read::tables) fn time_of_moment(cell: &Cell, span: Span) -> Option<Reading<'_>> {
    /// `1/3/26 9am` is the shortest day with a year and a time; most cells of such a column are times.
    const SHORTEST: usize = 10;
    let text = cell.text().filter(|text| text.len() >= SHORTEST)?;
    let mut orders = [DateOrder::DayFirst, DateOrder::MonthFirst].into_iter();
    let (_, time) = orders.find_map(|order| read_day(text, order).moment())?;
    let time = Node::of(PlainValue::Time(time), text, span);
    Some(Reading::of(time).with_remark())
}
