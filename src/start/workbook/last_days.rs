//! By when things are to be done, by the standards of a charter.

use engagement_records::read::LAST_DAYS;
use engagement_records::record::{Duty, Side};
use working_days::Duration;

use crate::charter::{Charter, Clause};

/// A column that says by when something is to be done.
#[derive(Clone)]
pub(super) struct LastDay {
    /// What stands above it.
    pub(super) heading: &'static str,
    /// The field that takes the day on which it was done.
    pub(super) done: &'static str,
    /// How it is counted: after a meeting, a survey and a consultation, or before an event alone.
    pub(super) standards: Vec<Counted>,
    /// Whether a meeting that the forum holds alone owes nothing.
    pub(super) is_organisations: bool,
    /// The names of those on the forum's side.
    pub(super) forum: Vec<String>,
}

/// One standard, with the cell in which its number stands.
#[derive(Clone)]
pub(super) struct Counted {
    /// What it asks for.
    pub(super) what: &'static str,
    /// From what it is counted, and in which direction.
    pub(super) from: &'static str,
    /// So much.
    pub(super) duration: Duration,
    /// Its row on the sheet of standards, from 1.
    pub(super) row: u32,
}

/// The columns for the standards that a charter has.
pub(super) fn last_days(charter: &Charter) -> Vec<LastDay> {
    let [notice, papers, feedback] = LAST_DAYS;
    let before = "before the day of the event";
    let closed = "after it has closed";
    let columns: [(_, _, &[Said]); 3] = [
        (notice, "notice.sent", &[(None, "Send the notice", before)]),
        (papers, "papers.sent", &[(None, "Send the papers", before)]),
        (
            feedback,
            "feedback.sent",
            &[
                (None, "Send feedback", "after the day of the event"),
                (Some("survey"), "Send feedback on a survey", closed),
                (
                    Some("consultation"),
                    "Send feedback on a consultation",
                    closed,
                ),
            ],
        ),
    ];
    let mut all = Vec::new();
    let mut row = 1;
    for (heading, done, said) in columns {
        let Some((clause, durations)) = first(charter, done, said) else {
            continue;
        };
        let mut counted = |(&(_, what, from), duration): (&Said, Duration)| {
            row += 1;
            Counted {
                what,
                from,
                duration,
                row,
            }
        };
        let standards = said.iter().zip(durations).map(&mut counted).collect();
        all.push(LastDay::of(charter, clause, heading, done, standards));
    }
    all
}

/// A standard by what it stands under in its rule, what it asks for, and from what it is counted.
type Said = (Option<&'static str>, &'static str, &'static str);

/// The first clause that has all of these standards for a deed.
fn first<'c>(
    charter: &'c Charter,
    done: &str,
    said: &[Said],
) -> Option<(&'c Clause, Vec<Duration>)> {
    let mut clauses = charter.clauses.iter();
    clauses.find_map(|clause| {
        let rule = clause
            .judged
            .rule()
            .filter(|rule| rule.done() == Some(done))?;
        let standards = rule.standards();
        let durations = said.iter().map(|(under, ..)| {
            let mut standards = standards.iter();
            let found = standards.find(|standard| standard.under == *under)?;
            Some(found.standard.required)
        });
        Some((clause, durations.collect::<Option<_>>()?))
    })
}

impl LastDay {
    fn of(
        charter: &Charter,
        clause: &Clause,
        heading: &'static str,
        done: &'static str,
        standards: Vec<Counted>,
    ) -> Self {
        let forum = charter.parties.of(Side::Forum);
        let names = forum.flat_map(|party| {
            let names = [&party.id, &party.name].into_iter();
            names.chain(&party.also_known_as).cloned()
        });
        LastDay {
            heading,
            done,
            standards,
            is_organisations: clause.of == Duty::Organisation,
            forum: names.collect(),
        }
    }
}
