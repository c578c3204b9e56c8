//! Lists of people who came to a meeting, as records of that meeting: its title, its day, its times
//! and how many came. Who came is read only to count everybody once, and goes no further.

mod head;
mod words;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveTime};

use super::cells;
use super::{DEEPEST, layout};
use crate::read::key::key;
use head::Head;
use located::source::Span;
use located::tree::{Leaf, Node, ScalarKind};
use plain_values::{
    AnswerReading, Count, CrossMeaning, DateOrder, DayReading, PlainValue, TimeReading,
    is_placeholder, possible_orders, read_answer, read_day, read_time,
};
use sheets::{Cell, Row, Sheet};
use words::{ADDRESSES, APOLOGIES, BOOKING, DAYS, JOINED, NAMES, PRESENCE, STARTS, TITLES};

/// No heading is longer, in bytes.
const LONGEST: usize = 100;

/// The columns of a list stand among so many.
const WIDEST: usize = 100;

/// A text and the cell in which it stands.
#[derive(Debug, Clone)]
pub(super) struct Located<'s> {
    row: u32,
    column: u32,
    text: Cow<'s, str>,
}

/// A list of people.
#[derive(Debug)]
pub(super) struct AttendanceList<'s> {
    header: &'s Row,
    keys: Vec<(u32, String)>,
    people: &'s [Row],
    head: Head<'s>,
}

/// One meeting to which people of a list came.
#[derive(Debug)]
pub(super) struct Meeting<'s> {
    title: Option<Located<'s>>,
    day: (NaiveDate, Located<'s>),
    start: Option<(NaiveTime, Located<'s>)>,
    end: Option<(NaiveTime, Located<'s>)>,
    /// The first row of somebody who came.
    pub(super) first_row: u32,
    /// The names of everybody who came.
    people: BTreeSet<String>,
}

impl<'s> AttendanceList<'s> {
    /// The list that a sheet holds; nothing where no column shows who came.
    pub(super) fn of(sheet: &'s Sheet) -> Option<Self> {
        let keys = |row: &Row| -> Vec<(u32, String)> {
            let cells = row.cells.iter().take(WIDEST);
            let texts = cells.filter_map(|(at, cell)| Some((*at, cell.text()?)));
            texts.map(|(at, text)| (at, key(text))).collect()
        };
        let has = |keys: &[(u32, String)], any: &[&str]| {
            keys.iter().any(|(_, key)| any.contains(&key.as_str()))
        };
        let mut rows = sheet.rows.iter().take(DEEPEST).enumerate();
        let (at, keys) = rows.find_map(|(at, row)| {
            let keys = keys(row);
            let shows = has(&keys, NAMES) && (has(&keys, PRESENCE) || has(&keys, BOOKING));
            shows.then_some((at, keys))
        })?;
        let (above, below) = sheet.rows.split_at(at);
        let (header, people) = below.split_first()?;
        Some(AttendanceList {
            header,
            keys,
            people,
            head: Head::of(above),
        })
    }

    /// The meetings of which the list says on which day they were, in its order, and how many of its
    /// rows are of people who came on a day that it does not say. `given` is the order in which
    /// somebody said that days are written.
    pub(super) fn meetings(&self, given: Option<DateOrder>) -> (Vec<Meeting<'s>>, usize) {
        let Some(order) = given.or_else(|| self.order()) else {
            return (Vec::new(), self.people.len());
        };
        let mut meetings: Vec<Meeting<'s>> = Vec::new();
        let mut known: BTreeMap<(NaiveDate, Option<String>), usize> = BTreeMap::new();
        let mut without_day = 0;
        for row in self.people {
            let Some(name) = self.somebody_who_came(row) else {
                continue;
            };
            let Some(meeting) = self.meeting_of(row, order) else {
                without_day += 1;
                continue;
            };
            let title = meeting.title.as_ref().map(|title| key(&title.text));
            let at = *known.entry((meeting.day.0, title)).or_insert_with(|| {
                meetings.push(meeting);
                meetings.len() - 1
            });
            if let Some(meeting) = meetings.get_mut(at) {
                meeting.people.insert(name);
            }
        }
        (meetings, without_day)
    }

    /// The order of the days, where all of them can be read in one; nothing where nobody can tell:
    /// clocks with `am` and `pm` mostly stand behind days with the month first.
    fn order(&self) -> Option<DateOrder> {
        let in_rows = self.people.iter().flat_map(|row| {
            let cells = [DAYS, JOINED]
                .into_iter()
                .filter_map(|keys| self.cell(row, keys));
            cells
                .map(|cell| cell.text.into_owned())
                .collect::<Vec<String>>()
        });
        let in_head = self.head.days().map(str::to_owned);
        let (mut day_first, mut month_first, mut is_doubtful) = (false, false, false);
        for text in in_head.chain(in_rows) {
            let Some(orders) = possible_orders(&text) else {
                continue;
            };
            match (orders.day_first, orders.month_first) {
                (true, false) => day_first = true,
                (false, true) => month_first = true,
                (true, true) => is_doubtful |= has_half_days(&text),
                (false, false) => {}
            }
        }
        match (day_first, month_first) {
            (true, true) => None,
            (false, true) => Some(DateOrder::MonthFirst),
            (false, false) if is_doubtful => None,
            (_, false) => Some(DateOrder::DayFirst),
        }
    }

    /// The first cell of a row under one of several headings that holds something.
    fn cell(&self, row: &'s Row, keys: &[&str]) -> Option<Located<'s>> {
        let mut columns = self
            .keys
            .iter()
            .filter(|(_, key)| keys.contains(&key.as_str()));
        columns.find_map(|(column, _)| {
            let text = cells::shown(row.cell(*column)?);
            let cell = Located {
                row: row.number,
                column: *column,
                text,
            };
            (!is_placeholder(&cell.text)).then_some(cell)
        })
    }

    fn has(&self, keys: &[&str]) -> bool {
        self.keys
            .iter()
            .any(|(_, key)| keys.contains(&key.as_str()))
    }

    /// The name by which a person of a row is told apart; nothing where nobody came, or where the row
    /// is of something else: a heading that is said again, a line between, a total.
    fn somebody_who_came(&self, row: &'s Row) -> Option<String> {
        let is_heading = |(at, cell): &(u32, Cell)| {
            let found = self.keys.binary_search_by_key(at, |(column, _)| *column);
            let own = found.ok().and_then(|found| self.keys.get(found));
            let text = cell.text().filter(|text| text.len() < LONGEST);
            own.zip(text)
                .is_some_and(|((_, own), text)| *own == key(text))
        };
        if row.cells.iter().filter(|cell| is_heading(cell)).count() > 1
            || layout::is_titled_total(row)
            || is_section(row)
            || !self.shows_presence(row)
        {
            return None;
        }
        let names = self
            .keys
            .iter()
            .filter(|(_, key)| NAMES.contains(&key.as_str()));
        let names = names.filter_map(|(column, _)| row.cell(*column));
        let name: Vec<String> = names
            .map(|cell| key(without_brackets(&cells::shown(cell))))
            .filter(|name| !name.is_empty())
            .collect();
        if name.is_empty() {
            return self.cell(row, ADDRESSES).map(|cell| key(&cell.text));
        }
        Some(name.join(" "))
    }

    /// Whether a row shows that its person came.
    fn shows_presence(&self, row: &'s Row) -> bool {
        let says_no = |text: &str| {
            let word = key(text);
            word == "absent"
                || word == "apologies"
                || matches!(
                    read_answer(text, CrossMeaning::Unclear),
                    AnswerReading::No(_)
                )
        };
        if self
            .cell(row, APOLOGIES)
            .is_some_and(|cell| !says_no(&cell.text))
        {
            return false;
        }
        if self.has(BOOKING) && !self.has(&["checked in", "check in"]) {
            let status = self.cell(row, BOOKING);
            return status.is_some_and(|status| {
                matches!(key(&status.text).as_str(), "checked in" | "attended")
            });
        }
        self.cell(row, PRESENCE)
            .is_some_and(|cell| !says_no(&cell.text))
    }

    /// The meeting that a row is of; nothing where no day is said, or none that can be read.
    fn meeting_of(&self, row: &'s Row, order: DateOrder) -> Option<Meeting<'s>> {
        let head = &self.head;
        let dated = |cell: Located<'s>| Some((day_of(&cell.text, order)?, cell));
        let own = self.cell(row, DAYS).and_then(dated);
        let is_own = own.is_some();
        let in_head = || {
            let cells = [&head.day, &head.start].into_iter().flatten();
            cells.cloned().find_map(dated)
        };
        let joined = || self.cell(row, JOINED).and_then(dated);
        let day = own.or_else(in_head).or_else(joined)?;
        let behind_day = Some(&day.1).filter(|_| is_own).cloned();
        let begins = if is_own {
            self.cell(row, STARTS)
        } else {
            head.start.clone()
        };
        let (start, through) = [behind_day, begins]
            .into_iter()
            .flatten()
            .find_map(|cell| {
                let (start, end) = hours_of(&cell.text, order)?;
                Some(((start, cell.clone()), end.map(|end| (end, cell))))
            })
            .unzip();
        let ends = head.end.clone().filter(|_| !is_own);
        let ends = ends.and_then(|cell| Some((hours_of(&cell.text, order)?.0, cell)));
        let end = through.flatten().or(ends);
        let is_later = |(end, _): &(NaiveTime, _)| {
            let start = start.as_ref();
            start.is_some_and(|(start, _): &(NaiveTime, _)| start < end)
        };
        Some(Meeting {
            title: self.cell(row, TITLES).or_else(|| head.title.clone()),
            day,
            end: end.filter(is_later),
            start,
            first_row: row.number,
            people: BTreeSet::new(),
        })
    }

    /// Where the number of those who came has its place: at the heading of their names.
    fn place_of_count(&self) -> (u32, u32) {
        let names = self
            .keys
            .iter()
            .find(|(_, key)| NAMES.contains(&key.as_str()));
        (self.header.number, names.map_or(0, |(column, _)| *column))
    }

    /// What a meeting says as a record. `places` has the place of every cell, by row and column.
    pub(super) fn leaves(
        &self,
        meeting: &Meeting<'s>,
        places: &BTreeMap<(u32, u32), Span>,
    ) -> Vec<Leaf<'s>> {
        let mut leaves = Vec::new();
        let mut add = |path: &'static str, at: (u32, u32), node: &dyn Fn(Span) -> Node<'s>| {
            if let Some(place) = places.get(&at) {
                leaves.push(Leaf {
                    path,
                    key_span: *place,
                    node: node(*place),
                });
            }
        };
        let at = |cell: &Located<'s>| (cell.row, cell.column);
        if let Some(title) = &meeting.title {
            add("title", at(title), &|place| {
                Node::scalar(title.text.clone(), ScalarKind::Quoted, place)
            });
        }
        let (day, cell) = &meeting.day;
        add("date", at(cell), &|place| {
            Node::of(PlainValue::Day(*day), cell.text.clone(), place)
        });
        for (path, time) in [("start", &meeting.start), ("end", &meeting.end)] {
            if let Some((time, cell)) = time {
                add(path, at(cell), &|place| {
                    Node::of(PlainValue::Time(*time), cell.text.clone(), place)
                });
            }
        }
        let count = u32::try_from(meeting.people.len()).unwrap_or(u32::MAX);
        add("status", self.place_of_count(), &|place| {
            Node::scalar("held", ScalarKind::Plain, place)
        });
        add("attendance.total", self.place_of_count(), &|place| {
            let count = PlainValue::Count(Count::Exactly(count));
            Node::of(count, count.to_string(), place)
        });
        leaves
    }
}

/// Whether a text has the hours of half a day: `10:28 AM`.
fn has_half_days(text: &str) -> bool {
    let lower = text.trim().to_ascii_lowercase();
    lower.ends_with("am") || lower.ends_with("pm")
}

/// A line over the rows below it, as programs number them: `3. In-Meeting Activities`.
fn is_section(row: &Row) -> bool {
    let [(_, cell)] = row.cells.as_slice() else {
        return false;
    };
    let begins = cell.text().and_then(|text| text.split_once(". "));
    begins.is_some_and(|(number, _)| number.bytes().all(|byte| byte.is_ascii_digit()))
}

fn day_of(text: &str, order: DateOrder) -> Option<NaiveDate> {
    if let DayReading::On(day, _) = read_day(text, order) {
        Some(day)
    } else {
        None
    }
}

/// The time of day in a text, with or without a day before it, and the end where it says one.
fn hours_of(text: &str, order: DateOrder) -> Option<(NaiveTime, Option<NaiveTime>)> {
    let read = if let DayReading::On(_, hours) = read_day(text, order) {
        hours?
    } else {
        read_time(text)
    };
    match read {
        TimeReading::At(start) => Some((start, None)),
        TimeReading::Between(start, end) => Some((start, Some(end))),
        TimeReading::EndOfDay | TimeReading::Unclear(_) | TimeReading::Unreadable(_) => None,
    }
}

/// `Sam Example (Unverified)` and `(Guest)` are Sam Example.
fn without_brackets(name: &str) -> &str {
    let bare = name.split(['(', '[']).next().unwrap_or(name).trim();
    if bare.is_empty() { name } else { bare }
}
