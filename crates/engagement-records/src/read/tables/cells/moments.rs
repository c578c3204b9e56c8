//! Days and times of day in cells.

use chrono::NaiveTime;

use super::{CellReader, Reading, without_remark};
use located::tree::Node;
use plain_values::{
    AnswerReading, CrossMeaning, DayReading, PlainValue, TimeReading, day_of_moment, day_of_serial,
    moment_of_serial, read_answer, read_day, read_time, time_on_clock,
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
                let read = read_day(text, self.around.order);
                let bare = without_remark(text);
                if matches!(read, DayReading::Unreadable(_)) && bare != text.trim() {
                    read_day(bare, self.around.order)
                } else {
                    read
                }
            }
        };
        match read {
            DayReading::On(day, time) => {
                let reading = Reading::of(self.value(PlainValue::Day(day)));
                match time {
                    Some(TimeReading::At(start)) => reading.and("start", self.clock(start)),
                    Some(TimeReading::Between(start, end)) => reading
                        .and("start", self.clock(start))
                        .and("end", self.clock(end)),
                    Some(TimeReading::Unclear(_) | TimeReading::Unreadable(_)) | None => reading,
                }
            }
            DayReading::CalledOff(called_off, day) => {
                let reading = match day {
                    Some(day) => Reading::of(self.value(PlainValue::Day(day))),
                    None => self.unclear("names no day"),
                };
                reading.and("status", self.plain(called_off.word()))
            }
            DayReading::Unclear(why) => self.unclear(why.reason()),
            DayReading::Unreadable(expected) => self.no_day(expected),
        }
    }

    /// What a text in a column of days may say otherwise.
    fn no_day(&self, expected: String) -> Reading<'c> {
        if is_undone(&self.text) {
            return self.unclear("does not say that it was done");
        }
        match read_answer(&self.text, CrossMeaning::Unclear) {
            AnswerReading::Yes(_) => self.unclear("says yes, but not on which day"),
            AnswerReading::No(_) => self.word("none"),
            AnswerReading::Unclear(why) => self.unclear(why),
            AnswerReading::Unreadable(_) => self.wrong(expected),
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
            TimeReading::Between(..) => {
                self.wrong("this is more than one time; write one, such as 12 noon".to_owned())
            }
            TimeReading::Unclear(why) => self.unclear(why.reason()),
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

/// Whether a text says that something is still to be done, or that nobody knows.
fn is_undone(text: &str) -> bool {
    let undone = [
        "not done",
        "outstanding",
        "overdue",
        "in progress",
        "don\'t know",
        "don’t know",
        "not known",
        "no reply",
        "no reply yet",
        "awaiting reply",
        "awaited",
        "waiting",
    ];
    undone.contains(&text.trim().to_lowercase().as_str())
}
