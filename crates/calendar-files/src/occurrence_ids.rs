//! What tells the occurrences of one file apart.

use chrono::Datelike as _;

use crate::expansion::Expansion;
use crate::occurrence::{Occurrence, When};
use crate::written_event::WrittenEvent;

/// Names every occurrence by its day, with a running number where several fall on one: in the
/// order of their times and titles, so that the order of the file does not matter.
pub(crate) fn assign(events: &[WrittenEvent], expansions: &mut [Expansion]) {
    if let ([event], [expansion]) = (events, &*expansions)
        && !event.repeats()
        && expansion.occurrences.len() == 1
    {
        return;
    }
    let mut all: Vec<(Option<When>, &str, &str, &mut Occurrence)> = Vec::new();
    for (event, expansion) in events.iter().zip(expansions) {
        let title = event.summary.as_ref();
        let title = title.map_or("", |title| title.value.as_str());
        let uid = event.uid.as_deref().unwrap_or("");
        for occurrence in &mut expansion.occurrences {
            all.push((occurrence.when, title, uid, occurrence));
        }
    }
    all.sort_by(|one, other| (one.0, one.1, one.2).cmp(&(other.0, other.1, other.2)));
    let (mut last, mut number) = (None, 0);
    for (when, _, _, occurrence) in all {
        let day = when.map(|when| when.day);
        number = if last == Some(day) { number + 1 } else { 1 };
        last = Some(day);
        let day = day.map_or_else(
            || "undated".to_owned(),
            |day| format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day()),
        );
        occurrence.id = Some(if number == 1 {
            day
        } else {
            format!("{day}-{number}")
        });
    }
}
