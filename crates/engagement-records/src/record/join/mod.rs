//! One meeting in several files, such as a log and a calendar, as one record.

mod differ;
mod look_alikes;
mod same;

use super::declaration::Declared as _;
use super::joining::{JoinedFrom, Joining};
use super::{Engagement, Record, consistency};
use closed_words::grouped;
use located::diagnostic::Diagnostic;
use same::Groups;

/// So many remarks of one kind are made; nobody reads more.
const MOST_REMARKS: usize = 100;

/// What the record of all files keeps no more of one of them.
fn joined_from(record: &Engagement) -> JoinedFrom {
    let venue = record.venue.get().and_then(|venue| venue.name.spanned());
    JoinedFrom {
        id: record.id.clone(),
        span: record.span,
        venue: venue.map(|name| name.span),
        contact: record.contact.spanned().map(|contact| contact.span),
        minutes: record.minutes.spanned().cloned(),
    }
}

/// Makes one record of all that tell of the same meeting, each in a file of its own, and remarks on
/// those that contradict each other and those that only look the same. Records are given in the
/// order of their files, and stay in it. `say_more` tells of each whether its file says something
/// of it that was not understood.
pub(crate) fn joined(
    records: Vec<Record>,
    say_more: &[bool],
    faults: &mut Vec<Diagnostic>,
) -> Vec<Record> {
    let claims = same::claims(&records);
    let groups = same::groups(&records, &claims);
    let alike = look_alikes::look_alikes(&records, &claims, &groups);
    some_of(alike, "more records look like others", faults);
    if groups.is_empty() {
        return records;
    }
    faults.extend(count(&records, &groups));
    let (records, contradictions) = join(records, say_more, &groups, faults);
    let more = "more fields contradict another file";
    some_of(contradictions, more, faults);
    records
}

/// Puts every group of records together at the place of its first.
fn join(
    records: Vec<Record>,
    say_more: &[bool],
    groups: &Groups,
    faults: &mut Vec<Diagnostic>,
) -> (Vec<Record>, Vec<Diagnostic>) {
    let mut all: Vec<Option<Record>> = records.into_iter().map(Some).collect();
    let mut contradictions = Vec::new();
    for group in groups.all() {
        let members = group.iter().filter_map(|at| {
            let record = engagement(all.get_mut(*at)?.take()?)?;
            Some((record, say_more.get(*at).copied().unwrap_or(false)))
        });
        let members: Vec<(Engagement, bool)> = members.collect();
        let joined = all_of(members, &mut contradictions, faults);
        if let (Some(first), Some(joined)) = (group.first(), joined)
            && let Some(place) = all.get_mut(*first)
        {
            *place = Some(Record::Engagement(Box::new(joined)));
        }
    }
    (all.into_iter().flatten().collect(), contradictions)
}

fn engagement(record: Record) -> Option<Engagement> {
    match record {
        Record::Engagement(record) => Some(*record),
        Record::Decision(_)
        | Record::Request(_)
        | Record::Contact(_)
        | Record::Conduct(_)
        | Record::Explanation(_) => None,
    }
}

fn all_of(
    members: Vec<(Engagement, bool)>,
    contradictions: &mut Vec<Diagnostic>,
    faults: &mut Vec<Diagnostic>,
) -> Option<Engagement> {
    let told = members.iter().map(|(one, _)| joined_from(one)).collect();
    let mut members = members.into_iter();
    let first = members.next()?;
    let (mut joined, _) = members.fold(first, |(one, one_more), (other, other_more)| {
        let says_more = one_more || other_more;
        let mut joining = Joining::new(one.span, other.span, says_more);
        let joined = one.join(other, &mut joining);
        contradictions.append(&mut joining.contradictions());
        (joined, says_more)
    });
    joined.joined = told;
    // What each file says may agree with itself and not with the others.
    consistency::engagement(&mut joined, faults);
    Some(joined)
}

/// How many meetings were told of by several files.
fn count(records: &[Record], groups: &Groups) -> Option<Diagnostic> {
    let place = |at: usize| records.get(at).map(|record| record.identity().1);
    let mut members = groups.all().next()?.iter().filter_map(|at| place(*at));
    let message = match groups.all().count() {
        1 => "1 meeting is in more than one file, and is taken for one record".to_owned(),
        count => format!(
            "{} meetings are in more than one file, and each is taken for one record",
            grouped(count)
        ),
    };
    let note = Diagnostic::error("joined-records", members.next()?, message).note();
    let note = note.saying("the first of them").help(
        "if they are not the same, give them titles of their own; `--no-join` takes each for itself",
    );
    Some(members.fold(note, |note, place| note.and(place, "the same meeting")))
}

/// As many of the remarks as anybody reads, and how many more there are.
fn some_of(mut remarks: Vec<Diagnostic>, more: &str, faults: &mut Vec<Diagnostic>) {
    let left = remarks.split_off(remarks.len().min(MOST_REMARKS));
    faults.append(&mut remarks);
    if let Some(place) = left.first().and_then(Diagnostic::span) {
        let message = format!("{} {more}", grouped(left.len()));
        faults.push(Diagnostic::error("more-remarks", place, message).warning());
    }
}
