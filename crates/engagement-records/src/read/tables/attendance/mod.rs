//! Lists of people who came to a meeting, as records of that meeting: its title, its day, its times
//! and how many came. Who came is read only to count everybody once, and goes no further.

mod head;
mod meeting;
mod moments;
mod words;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveTime};

use super::cells;
use super::{DEEPEST, layout};
use crate::read::key::key;
use head::Head;
pub(super) use meeting::Meeting;
use meeting::{Stay, names_somebody};
use moments::{day_of, has_half_days, hours_of, moment_of};
use plain_values::{
    AnswerReading, CrossMeaning, DateOrder, is_placeholder, possible_orders, read_answer,
};
use sheets::{Cell, Row, Sheet};
use words::{
    ACTIONS, ADDRESSES, APOLOGIES, BOOKING, DAYS, ENDS, JOINED, LEFT, NAMES, PRESENCE, STARTS,
    STARTS_OF_MEETINGS, TITLES,
};

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

/// What a list says of the meetings to which its people came.
#[derive(Debug, Default)]
pub(super) struct Meetings<'s> {
    /// The meetings of which it says on which day they were, in its order.
    pub(super) all: Vec<Meeting<'s>>,
    /// How many of its rows are of people who came on a day that it does not say.
    pub(super) without_day: usize,
    /// Whether its days may be read in both orders, and were read day first.
    pub(super) is_doubtful: bool,
    /// Whether a title was left out, because it names somebody.
    pub(super) names_somebody: bool,
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

    /// The meetings of the list. `given` is the order in which somebody said that days are written.
    pub(super) fn meetings(&self, given: Option<DateOrder>) -> Meetings<'s> {
        let mut found = Meetings::default();
        let order = given.map(|order| (order, false)).or_else(|| self.order());
        let Some((order, is_doubtful)) = order else {
            found.without_day = self.people.len();
            return found;
        };
        let mut known: BTreeMap<(NaiveDate, Option<String>), usize> = BTreeMap::new();
        for row in self.people {
            let Some(name) = self.somebody_who_came(row) else {
                continue;
            };
            let Some(meeting) = self.meeting_of(row, order) else {
                found.without_day += 1;
                continue;
            };
            let title = meeting.title.as_ref().map(|title| key(&title.text));
            let at = *known.entry((meeting.day.0, title)).or_insert_with(|| {
                found.all.push(meeting);
                found.all.len() - 1
            });
            if let Some(meeting) = found.all.get_mut(at) {
                meeting.people.insert(name);
                meeting.stays(self.stay(row, order));
            }
        }
        let host = self.head.host.as_ref();
        let host = host.map(|host| key(without_brackets(&host.text)));
        for meeting in &mut found.all {
            meeting.last_from_first_to_last();
            let people = meeting.people.iter().chain(&host).map(String::as_str);
            let people: Vec<&str> = people.collect();
            let names_somebody = |title: &Located<'_>| names_somebody(&title.text, &people);
            if meeting.title.as_ref().is_some_and(names_somebody) {
                meeting.title = None;
                found.names_somebody = true;
            }
        }
        found.is_doubtful = is_doubtful && !found.all.is_empty();
        found
    }

    /// From when until when a person of a row stayed, as far as it says so.
    fn stay(&self, row: &'s Row, order: DateOrder) -> Stay<'s> {
        let moment = |keys: &[&str]| {
            let cell = self.cell(row, keys)?;
            Some((moment_of(&cell.text, order)?, cell))
        };
        let action = self.cell(row, ACTIONS).map(|action| key(&action.text));
        match action.as_deref() {
            None => Stay {
                joined: moment(JOINED),
                left: moment(LEFT),
            },
            Some("joined" | "joined before") => Stay {
                joined: moment(JOINED),
                left: None,
            },
            Some("left") => Stay {
                joined: None,
                left: moment(JOINED),
            },
            Some(_) => Stay::default(),
        }
    }

    /// The order of the days, and whether they can be read in both; nothing where some can be read
    /// in one only and others in the other. Clocks with `am` and `pm` often stand behind days with
    /// the month first.
    fn order(&self) -> Option<(DateOrder, bool)> {
        let in_rows = self.people.iter().flat_map(|row| {
            let cells = [DAYS, STARTS_OF_MEETINGS, JOINED]
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
            (false, true) => Some((DateOrder::MonthFirst, false)),
            (_, false) => Some((DateOrder::DayFirst, is_doubtful && !day_first)),
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
        let own = [DAYS, STARTS_OF_MEETINGS].into_iter();
        let own = own.filter_map(|keys| self.cell(row, keys)).find_map(dated);
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
        let ends = if is_own {
            self.cell(row, ENDS)
        } else {
            head.end.clone()
        };
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
            stay: Stay::default(),
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
}

/// A line over the rows below it, as programs number them: `3. In-Meeting Activities`.
fn is_section(row: &Row) -> bool {
    let [(_, cell)] = row.cells.as_slice() else {
        return false;
    };
    let begins = cell.text().and_then(|text| text.split_once(". "));
    begins.is_some_and(|(number, _)| number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// `Sam Example (Unverified)` and `(Guest)` are Sam Example.
fn without_brackets(name: &str) -> &str {
    let bare = name.split(['(', '[']).next().unwrap_or(name).trim();
    if bare.is_empty() { name } else { bare }
}
