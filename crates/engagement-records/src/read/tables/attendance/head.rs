//! What stands above a list of people: the title, the day and the times of their meeting.

use std::borrow::Cow;

use super::Located;
use crate::read::key::key;
use crate::read::tables::cells;
use sheets::Row;

/// What a line above a list is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum About {
    Title,
    Day,
    Start,
    End,
    Host,
    /// Something that is not read: only its value has a name.
    Other,
}

const LABELS: &[(About, &[&str])] = &[
    (
        About::Title,
        &[
            "meeting title",
            "meeting name",
            "meeting",
            "title",
            "topic",
            "event",
            "event name",
            "event title",
            "session",
            "name of meeting",
            "name of event",
        ],
    ),
    (
        About::Day,
        &[
            "date",
            "meeting date",
            "event date",
            "date of meeting",
            "date of event",
            "session date",
        ],
    ),
    (
        About::Start,
        &[
            "start time",
            "meeting start time",
            "meeting start",
            "start",
            "time",
            "actual start time",
            "scheduled start time",
        ],
    ),
    (
        About::End,
        &[
            "end time",
            "meeting end time",
            "meeting end",
            "end",
            "finish",
            "actual end time",
        ],
    ),
    (
        About::Host,
        &[
            "host",
            "host name",
            "hosted by",
            "meeting host",
            "organizer",
            "organiser",
            "meeting organizer",
        ],
    ),
    (
        About::Other,
        &[
            "id",
            "meeting id",
            "meeting number",
            "webinar id",
            "email",
            "user email",
            "host email",
            "duration",
            "duration minutes",
            "actual duration minutes",
            "meeting duration",
            "average attendance time",
            "participants",
            "attended participants",
            "attendees",
            "registered",
            "unique viewers",
            "total users",
            "max concurrent views",
            "creation time",
            "created time",
            "department",
            "group",
            "source",
            "has zoom rooms",
        ],
    ),
];

fn label(text: &str) -> Option<About> {
    let key = key(text);
    let mut labels = LABELS.iter();
    let found = labels.find(|(_, words)| words.contains(&key.as_str()));
    found.map(|(about, _)| *about)
}

/// The lines above a list, each value with the cell in which it stands.
#[derive(Debug, Default)]
pub(super) struct Head<'s> {
    pub(super) title: Option<Located<'s>>,
    pub(super) day: Option<Located<'s>>,
    pub(super) start: Option<Located<'s>>,
    pub(super) end: Option<Located<'s>>,
    /// Whose meeting it was, so that no title names them.
    pub(super) host: Option<Located<'s>>,
}

impl<'s> Head<'s> {
    /// What the rows above the headings of a list say. A name stands before its value, above it, or
    /// in one cell with it.
    pub(super) fn of(rows: &'s [Row]) -> Self {
        let mut head = Head::default();
        for (at, row) in rows.iter().enumerate() {
            let texts: Vec<(u32, Cow<'s, str>)> = row
                .cells
                .iter()
                .map(|(column, cell)| (*column, cells::shown(cell)))
                .collect();
            let labels: Vec<Option<About>> = texts.iter().map(|(_, text)| label(text)).collect();
            let stand_together = labels.windows(2).any(|two| two.iter().all(Option::is_some));
            let below = rows.get(at + 1).filter(|_| stand_together);
            for (place, (about, (column, text))) in labels.iter().zip(&texts).enumerate() {
                match (about, below) {
                    (Some(about), Some(below)) => {
                        if let Some(cell) = below.cell(*column) {
                            head.add(*about, (below.number, *column, cells::shown(cell)));
                        }
                    }
                    (Some(about), None) => {
                        let value = texts.get(place + 1);
                        let is_label = labels.get(place + 1).is_some_and(Option::is_some);
                        if let Some((column, text)) = value.filter(|_| !is_label) {
                            head.add(*about, (row.number, *column, text.clone()));
                        }
                    }
                    (None, _) => head.in_one_cell(row.number, *column, text),
                }
            }
        }
        head
    }

    /// `Meeting: Short breaks board`.
    fn in_one_cell(&mut self, row: u32, column: u32, text: &str) {
        if let Some((name, value)) = text.split_once(':')
            && let Some(about) = label(name)
            && !value.trim().is_empty()
        {
            self.add(about, (row, column, value.trim().to_owned().into()));
        }
    }

    /// The first value of each name holds.
    fn add(&mut self, about: About, (row, column, text): (u32, u32, Cow<'s, str>)) {
        let value = match about {
            About::Title => &mut self.title,
            About::Day => &mut self.day,
            About::Start => &mut self.start,
            About::End => &mut self.end,
            About::Host => &mut self.host,
            About::Other => return,
        };
        value.get_or_insert(Located { row, column, text });
    }

    /// The texts that may be or hold days.
    pub(super) fn days(&self) -> impl Iterator<Item = &str> {
        let days = [&self.day, &self.start, &self.end];
        days.into_iter().flatten().map(|one| one.text.as_ref())
    }
}
