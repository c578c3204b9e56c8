//! One meeting of a list of people: when it was and how many came, as a record.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::{AttendanceList, Located};
use crate::read::key::key;
use located::source::Span;
use located::tree::{Leaf, Node, ScalarKind};
use plain_values::{Count, PlainValue};

/// Nothing that somebody would call a meeting is shorter, in minutes, or longer.
const MINUTES: std::ops::RangeInclusive<i64> = 10..=12 * 60;

/// What programs call a meeting behind the name of its host.
const ROOMS: &[&str] = &[
    "'s zoom meeting",
    "'s personal meeting room",
    "'s personal room",
    "'s meeting room",
];

/// A moment, and the cell in which it stands.
type Moment<'s> = ((NaiveDate, NaiveTime), Located<'s>);

/// From when until when somebody stayed.
#[derive(Debug, Default)]
pub(super) struct Stay<'s> {
    pub(super) joined: Option<Moment<'s>>,
    pub(super) left: Option<Moment<'s>>,
}

/// One meeting to which people of a list came.
#[derive(Debug)]
pub(in crate::read::tables) struct Meeting<'s> {
    pub(super) title: Option<Located<'s>>,
    pub(super) day: (NaiveDate, Located<'s>),
    pub(super) start: Option<(NaiveTime, Located<'s>)>,
    pub(super) end: Option<(NaiveTime, Located<'s>)>,
    /// The first row of somebody who came.
    pub(in crate::read::tables) first_row: u32,
    /// The names of everybody who came.
    pub(super) people: BTreeSet<String>,
    /// When the first of them joined and the last of them left.
    pub(super) stay: Stay<'s>,
}

impl<'s> Meeting<'s> {
    /// Adds from when until when somebody stayed, where that was on the meeting's day.
    pub(super) fn stays(&mut self, stay: Stay<'s>) {
        let on_its_day = |moment: &Moment<'s>| moment.0.0 == self.day.0;
        let joined = stay.joined.filter(on_its_day);
        let left = stay.left.filter(on_its_day);
        let ours = [self.stay.joined.take(), joined].into_iter().flatten();
        self.stay.joined = ours.min_by_key(|(moment, _)| *moment);
        let ours = [self.stay.left.take(), left].into_iter().flatten();
        self.stay.left = ours.max_by_key(|(moment, _)| *moment);
    }

    /// Where nobody says when it began and ended, it lasted from the first who joined to the last
    /// who left, as far as that is as long as meetings are.
    pub(super) fn last_from_first_to_last(&mut self) {
        let Stay { joined, left } = std::mem::take(&mut self.stay);
        if self.start.is_some() || self.end.is_some() {
            return;
        }
        let Some(((first, joined), (last, left))) = joined.zip(left) else {
            return;
        };
        let lasted: TimeDelta =
            NaiveDateTime::new(last.0, last.1) - NaiveDateTime::new(first.0, first.1);
        if MINUTES.contains(&lasted.num_minutes()) {
            self.start = Some((first.1, joined));
            self.end = Some((last.1, left));
        }
    }

    /// Where its day stands, by row and column.
    pub(in crate::read::tables) fn place_of_day(&self) -> (u32, u32) {
        (self.day.1.row, self.day.1.column)
    }
}

/// Whether a title is that of somebody's own room, or holds the whole name of one of several people.
pub(super) fn names_somebody(title: &str, people: &[&str]) -> bool {
    let plain = title.trim().to_lowercase().replace('’', "'");
    let words = format!(" {} ", key(title));
    let holds = |name: &&str| {
        let is_whole = name.contains(' ');
        is_whole
            && [" ", "s "]
                .iter()
                .any(|end| words.contains(&format!(" {name}{end}")))
    };
    ROOMS.iter().any(|room| plain.ends_with(room)) || people.iter().any(holds)
}

impl<'s> AttendanceList<'s> {
    /// What a meeting says as a record. `places` has the place of every cell, by row and column.
    pub(in crate::read::tables) fn leaves(
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
