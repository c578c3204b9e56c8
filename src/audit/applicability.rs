//! Whether a clause applies to a subject at all, before any rule looks at it.

use chrono::NaiveDate;

use crate::charter::{Charter, Clause};
use crate::rules::{Ruling, Subject, unreadable};
use engagement_records::record::{Duty, Engagement, Side, Status};
use located::source::Span;
use working_days::day_and_year;

/// Why a clause does not apply to an engagement, if it does not.
pub(super) fn closed(
    charter: &Charter,
    clause: &Clause,
    record: &Engagement,
    as_of: NaiveDate,
) -> Option<Ruling> {
    // A new day of which nobody has been told yet is none.
    let known = || record.begins_on(as_of).get().copied();
    // Meetings and surveys are judged by different fields.
    if let Some(span) = record.kind.unreadable() {
        return Some(unreadable(span).into());
    }
    individual(record)
        .or_else(|| called_off(record))
        .or_else(|| not_yet_in_force(charter, clause, known().or_else(|| record.had_begun_by())?))
        .or_else(|| no_longer_in_force(clause, known().or_else(|| record.day())?))
        .or_else(|| other_sides_event(charter, clause, record))
}

fn individual(record: &Engagement) -> Option<Ruling> {
    let scope = record.scope.spanned().filter(|_| record.is_individual())?;
    let words = "it is about one family's case; the charter is about strategic work";
    Some(Ruling::does_not_apply(words).at(scope.span, "individual"))
}

fn called_off(record: &Engagement) -> Option<Ruling> {
    let status = record.status.spanned().filter(|_| record.is_called_off())?;
    Some(match status.value {
        Status::Cancelled => {
            Ruling::does_not_apply("it was cancelled").at(status.span, "cancelled")
        }
        Status::Planned | Status::Held | Status::Postponed => {
            Ruling::does_not_apply("it was postponed and has no new date")
                .at(status.span, "postponed")
        }
    })
}

/// Before those whose promise it is signed, or outside the days on which the clause holds.
pub(super) fn out_of_force(charter: &Charter, clause: &Clause, day: NaiveDate) -> Option<Ruling> {
    not_yet_in_force(charter, clause, day).or_else(|| no_longer_in_force(clause, day))
}

/// Before those whose promise it is signed, or before the first day on which the clause holds.
pub(super) fn not_yet_in_force(
    charter: &Charter,
    clause: &Clause,
    day: NaiveDate,
) -> Option<Ruling> {
    if let Some(signed) = charter.binds_from(clause.of).filter(|signed| day < *signed) {
        return Some(Ruling::does_not_apply(format!(
            "before adoption: the day of signature is {}",
            day_and_year(signed)
        )));
    }
    let from = clause.in_force.from.filter(|from| day < *from)?;
    Some(Ruling::does_not_apply(format!(
        "this promise has been in force only since {}",
        day_and_year(from)
    )))
}

/// After the last day on which the clause holds.
fn no_longer_in_force(clause: &Clause, day: NaiveDate) -> Option<Ruling> {
    let until = clause.in_force.until.filter(|until| *until < day)?;
    Some(Ruling::does_not_apply(format!(
        "this promise was in force only until {}",
        day_and_year(until)
    )))
}

/// An event that the forum held alone owes nothing that the organisation promised. When nobody
/// says who held it, the duty stays.
fn other_sides_event(charter: &Charter, clause: &Clause, record: &Engagement) -> Option<Ruling> {
    if clause.of != Duty::Organisation {
        return None;
    }
    let ours = record.organised_by(Side::Organisation, &charter.parties)?;
    (!ours).then(|| {
        Ruling::does_not_apply("the forum held it alone, and this is the organisation's promise")
            .at(record.who_held_it(), "held by the forum")
    })
}

/// Where the record cannot be read about something that decides whether a promise applies at all:
/// nothing may be called not kept then.
pub(super) fn doubt(record: &Engagement) -> Option<Span> {
    record
        .scope
        .unreadable()
        .or_else(|| record.status.unreadable())
        .or_else(|| record.organisers.unreadable())
        .or_else(|| record.project.unreadable())
}

/// Whether nobody says who held what the organisation has a duty about.
pub(super) fn is_nobodys(charter: &Charter, clause: &Clause, subject: Subject<'_>) -> bool {
    let is_ours = |record: &Engagement| record.organised_by(Side::Organisation, &charter.parties);
    clause.of == Duty::Organisation
        && match subject {
            Subject::Engagement(record) => is_ours(record).is_none(),
            // What the forum held alone says nothing of who owes the rest.
            Subject::Project(project) => {
                let said = project.engagements.iter().map(|record| is_ours(record));
                let mut owed = said.filter(|ours| *ours != Some(false)).peekable();
                owed.peek().is_some() && owed.all(|ours| ours.is_none())
            }
            Subject::Decision(_)
            | Subject::Request(_)
            | Subject::Contact(_)
            | Subject::Conduct(_)
            | Subject::Signatory(_)
            | Subject::Period(_)
            | Subject::File(_)
            | Subject::Whole(_) => false,
        }
}

/// Whether both sides held it together.
pub(super) fn is_joint(charter: &Charter, record: &Engagement) -> bool {
    [Side::Organisation, Side::Forum]
        .into_iter()
        .all(|side| record.organised_by(side, &charter.parties) == Some(true))
}

/// Whether its day has passed without anybody having written that it was held.
pub(super) fn is_unconfirmed(record: &Engagement, as_of: NaiveDate) -> bool {
    let over = record.ends_on(as_of).get().is_some_and(|day| *day <= as_of);
    over && !matches!(record.status.get(), Some(Status::Held | Status::Cancelled))
}
