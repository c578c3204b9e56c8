//! What may identify somebody, in a record as it will be written. It is looked for where an audit
//! of the file would look, in names of fields, values and remarks with all that stands around them,
//! and hidden as generously as in what an audit prints.

use std::collections::BTreeMap;
use std::ops::Range;

use super::order::Place;
use super::yaml::{Draft, Piece, Role, escaped, opening, spelled};
use crate::read::Beside;
use identifiers::redact::Redactor;

/// What looks like a number or code of somebody, and is none that is known by a name.
const OTHER: &str = "other long number or code";

/// How often something was left out, by what it is.
pub(super) type LeftOut = BTreeMap<String, usize>;

/// A part of a record's file.
#[derive(Debug)]
pub(super) enum Part {
    /// What is written as it is.
    Text(String),
    /// An identifier, which must not be written.
    Hidden {
        identifier: String,
        /// Whether it stands in the id of a record, or where an explanation names one.
        is_id: bool,
    },
}

/// A record's file, with the id in the middle: whether no other record has it is known once all of
/// them are.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) before: Vec<Part>,
    pub(super) id: Vec<Part>,
    pub(super) after: Vec<Part>,
}

/// What a record's file will say. What was left out of it is counted.
///
/// What is clearly a day, a time or a small number in a field that records have is never hidden,
/// whatever stands around it.
pub(super) fn parts(draft: &Draft, redactor: &Redactor, left_out: &mut LeftOut) -> Parts {
    let hidden = unwanted(&draft.text, &DraftPlaces::of(draft), redactor, left_out);
    let mut parts = Parts::default();
    let mut from = 0;
    let mut has_id = false;
    for piece in &draft.pieces {
        let range = from..piece.end;
        from = piece.end;
        let is_id = piece.place == Place::Id;
        has_id |= is_id;
        let into = match (is_id, has_id) {
            (true, _) => &mut parts.id,
            (false, false) => &mut parts.before,
            (false, true) => &mut parts.after,
        };
        let text = draft.text.get(range.clone()).unwrap_or("");
        let mut stretches = overlapping(&hidden, &range).peekable();
        if stretches.peek().is_none() {
            add(into, &spelled(piece.role, text));
            continue;
        }
        let stretches = stretches.map(|stretch| {
            let start = stretch.start.max(range.start) - range.start;
            start..stretch.end.min(range.end) - range.start
        });
        around(piece, text, stretches, into);
    }
    parts
}

/// Adds a text, to the last one where there is one.
fn add(parts: &mut Vec<Part>, text: &str) {
    match parts.last_mut() {
        Some(Part::Text(before)) => before.push_str(text),
        Some(Part::Hidden { .. }) | None => parts.push(Part::Text(text.to_owned())),
    }
}

/// Adds a piece without what is hidden of it.
fn around(
    piece: &Piece,
    text: &str,
    stretches: impl Iterator<Item = Range<usize>>,
    parts: &mut Vec<Part>,
) {
    let (end, write): (&str, fn(&str) -> String) = match piece.role {
        Role::Key | Role::Value { .. } | Role::Unread | Role::Unclear => ("\"", escaped),
        Role::Remark | Role::Frame => ("", str::to_owned),
    };
    add(parts, &opening(piece.role));
    let mut from = 0;
    for stretch in stretches {
        add(parts, &write(text.get(from..stretch.start).unwrap_or("")));
        parts.push(Part::Hidden {
            identifier: text.get(stretch.clone()).unwrap_or("").to_owned(),
            is_id: matches!(piece.place, Place::Id | Place::Reference),
        });
        from = stretch.end;
    }
    add(parts, &write(text.get(from..).unwrap_or("")));
    add(parts, end);
}

/// A day, a time of day or a number that is too small to be anybody's.
fn is_plain(text: &str) -> bool {
    let digits = |part: &str, count: std::ops::RangeInclusive<usize>| {
        count.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let parts: Vec<&str> = text.split(['-', ':']).collect();
    match parts.as_slice() {
        [number] => digits(number, 1..=4),
        [hours, minutes] => digits(hours, 1..=2) && digits(minutes, 2..=2),
        [year, month, day] => digits(year, 4..=4) && digits(month, 2..=2) && digits(day, 2..=2),
        _ => false,
    }
}

/// The stretches of a text that must not be written, in order.
fn unwanted(
    whole: &str,
    places: &DraftPlaces,
    redactor: &Redactor,
    left_out: &mut LeftOut,
) -> Vec<Range<usize>> {
    let hidden = redactor.ranges(whole);
    if hidden.is_empty() {
        return hidden;
    }
    let says = |range: &Range<usize>| {
        let text = whole.get(range.clone()).unwrap_or("");
        text.contains(char::is_alphanumeric)
    };
    let mut count = |what: &str| *left_out.entry(what.to_owned()).or_insert(0) += 1;
    let mut wanted = places.plain.clone();
    let mut known = Vec::new();
    for found in redactor.detector().find(whole) {
        let (in_venue, in_contact) = (
            within(&places.venues, &found.range),
            within(&places.contacts, &found.range),
        );
        if found.kind.may_stand(found.certainty, in_venue, in_contact) {
            wanted.push(found.range);
        } else if without(&found.range, &places.plain).iter().any(says) {
            count(found.kind.word());
            known.push(found.range);
        }
    }
    // The finder leaves out those behind the name of a building, which look like a code all the same.
    let postcodes = redactor.detector().postcodes(whole).into_iter();
    wanted.extend(postcodes.filter(|place| within(&places.venues, place)));
    wanted.sort_by_key(|range| range.start);
    wanted.dedup();
    let mut unwanted = Vec::new();
    for stretch in hidden {
        let text = whole.get(stretch.clone()).unwrap_or("");
        if redactor.detector().allows(text) {
            continue;
        }
        for part in without(&stretch, &wanted).into_iter().filter(says) {
            if overlapping(&known, &part).next().is_none() {
                count(OTHER);
            }
            unwanted.push(part);
        }
    }
    unwanted
}

/// What stands where, in bytes.
#[derive(Default)]
struct DraftPlaces {
    /// What is no identifier, whatever stands around it: blanks and signs between pieces, and days,
    /// times and small numbers in fields that records have.
    plain: Vec<Range<usize>>,
    /// Where a postcode may stand.
    venues: Vec<Range<usize>>,
    /// Where a mailbox may stand.
    contacts: Vec<Range<usize>>,
}

impl DraftPlaces {
    fn of(draft: &Draft) -> Self {
        let mut places = DraftPlaces::default();
        let mut from = 0;
        for piece in &draft.pieces {
            let range = from..piece.end;
            from = piece.end;
            let text = draft.text.get(range.clone()).unwrap_or("");
            match (piece.role, piece.place) {
                (Role::Frame, _) => places.plain.push(range),
                (Role::Value { .. } | Role::Unread | Role::Unclear, place)
                    if place != Place::Unknown && is_plain(text) =>
                {
                    places.plain.push(range);
                }
                (Role::Value { .. } | Role::Unread | Role::Unclear, Place::Venue) => {
                    places.venues.push(range);
                }
                (Role::Value { .. } | Role::Unread | Role::Unclear, Place::Contact) => {
                    places.contacts.push(range);
                }
                _ => {}
            }
        }
        places
    }
}

fn within(places: &[Range<usize>], range: &Range<usize>) -> bool {
    places
        .iter()
        .any(|place| place.start <= range.start && range.end <= place.end)
}

/// Those of several ranges, in order and apart from each other, that a range has a part of.
fn overlapping<'r>(
    ranges: &'r [Range<usize>],
    range: &'r Range<usize>,
) -> impl Iterator<Item = &'r Range<usize>> {
    let first = ranges.partition_point(|other| other.end <= range.start);
    let from = ranges.iter().skip(first);
    from.take_while(|other| other.start < range.end)
}

/// What is left of a stretch without others, which are in order and apart from each other.
fn without(stretch: &Range<usize>, others: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut left = Vec::new();
    let mut from = stretch.start;
    for other in overlapping(others, stretch) {
        if from < other.start {
            left.push(from..other.start);
        }
        from = from.max(other.end);
    }
    if from < stretch.end {
        left.push(from..stretch.end);
    }
    left
}

/// What was parted between cells, for counting.
pub(super) const PARTED: &str = "cell with a part of a number or name";

/// Which of the cells beside a record hold a part of what identifies somebody only with the next ones:
/// a number of which each group has a cell of its own.
pub(super) fn parted_between(all: &[&Beside], redactor: &Redactor) -> Vec<bool> {
    let mut whole = String::new();
    let mut places = Vec::with_capacity(all.len());
    for beside in all {
        // A column without a heading goes on with what stands before it.
        let is_further = beside.heading.starts_with("column ");
        let heading = if is_further {
            ""
        } else {
            beside.heading.as_str()
        };
        whole.push_str(if whole.is_empty() { "" } else { " " });
        whole.push_str(heading);
        whole.push_str(if is_further { "" } else { ": " });
        let start = whole.len();
        whole.push_str(&beside.text);
        places.push(start..whole.len());
    }
    let hidden = redactor.ranges(&whole);
    let is_parted = |place: &Range<usize>| {
        let is_hidden = |stretch: &Range<usize>| {
            let overlaps = stretch.start < place.end && place.start < stretch.end;
            overlaps && (stretch.start < place.start || place.end < stretch.end)
        };
        hidden.iter().any(is_hidden)
    };
    places.iter().map(is_parted).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_of_a_stretch() {
        assert_eq!(without(&(0..10), &[2..4, 6..8]), [0..2, 4..6, 8..10]);
        assert_eq!(without(&(0..10), &[0..4, 6..10]), vec![4..6]);
        assert_eq!(without(&(3..5), &[0..4, 4..9]), Vec::<Range<usize>>::new());
    }
}
