//! Places of a ruling that can have any number of them.

use std::borrow::Cow;

use super::Ruling;
use located::source::Span;

/// Nobody reads more places than these under one finding; a note counts the others.
const MOST: usize = 20;

/// The ruling with a place for each, in their order, all with the same label.
pub(super) fn at_each(
    ruling: Ruling,
    places: impl IntoIterator<Item = Span>,
    label: &'static str,
) -> Ruling {
    at_all(ruling, places.into_iter().map(|span| (span, label)))
}

/// The ruling with a place and a label for each, in their order.
pub(super) fn at_all<L: Into<Cow<'static, str>>>(
    ruling: Ruling,
    places: impl IntoIterator<Item = (Span, L)>,
) -> Ruling {
    let mut places = places.into_iter();
    let ruling = places
        .by_ref()
        .take(MOST)
        .fold(ruling, |ruling, (span, label)| ruling.at(span, label));
    match places.count() {
        0 => ruling,
        more => ruling.note(format!("the first {MOST} are shown; there are {more} more")),
    }
}
