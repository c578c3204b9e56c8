//! Which records tell of the same meeting.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{NaiveDate, NaiveTime};
use rayon::prelude::*;

use super::differ;
use crate::record::clock::may_be_one_start;
use crate::record::{Engagement, Id, Record};
use located::source::SourceId;
use plain_values::title_words;

/// What a meeting is known by, where it has a title and a day. In the order of days, titles and
/// starts, so that what is the same lies side by side in whatever order the files were read.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Claim {
    pub(super) day: NaiveDate,
    /// Its letters as people compare titles.
    title: String,
    pub(super) start: Option<NaiveTime>,
    /// Its place among the records.
    pub(super) at: usize,
    pub(super) file: SourceId,
}

impl Claim {
    fn new(at: usize, record: &Record) -> Option<Self> {
        let record = engagement(record)?;
        let mut title = title_words(record.title.get()?);
        title.retain(|letter| letter != ' ');
        Some(Claim {
            day: record.had_begun_by().filter(|_| !title.is_empty())?,
            title,
            start: record.start.get().copied(),
            at,
            file: record.span.source,
        })
    }

    /// Whether two are called the same on the same day.
    pub(super) fn is_called_like(&self, other: &Claim) -> bool {
        self.day == other.day && self.title == other.title
    }

    /// Whether both say when they began, and say different times.
    pub(super) fn begins_apart_from(&self, other: &Claim) -> bool {
        matches!((self.start, other.start), (Some(one), Some(other)) if !may_be_one_start(one, other))
    }
}

fn engagement(record: &Record) -> Option<&Engagement> {
    match record {
        Record::Engagement(record) => Some(record),
        Record::Decision(_)
        | Record::Request(_)
        | Record::Contact(_)
        | Record::Conduct(_)
        | Record::Explanation(_) => None,
    }
}

/// By what each meeting is known.
pub(super) fn claims(records: &[Record]) -> Vec<Claim> {
    let numbered = records.par_iter().enumerate();
    let claims = numbered.filter_map(|(at, record)| Claim::new(at, record));
    let mut claims: Vec<Claim> = claims.collect();
    claims.par_sort_unstable();
    claims
}

/// Records that tell of the same, each in a file of its own.
#[derive(Debug, Default)]
pub(super) struct Groups {
    /// By their places among the records; those that were put into another are left empty.
    groups: Vec<Vec<usize>>,
    by_record: HashMap<usize, usize>,
}

impl Groups {
    pub(super) fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// Each group, by the places of its records in their order.
    pub(super) fn all(&self) -> impl Iterator<Item = &[usize]> {
        let groups = self.groups.iter().map(Vec::as_slice);
        groups.filter(|group| !group.is_empty())
    }

    /// The records that tell of the same as this one, itself among them.
    pub(super) fn of<'g>(&'g self, at: &'g usize) -> &'g [usize] {
        let group = self.by_record.get(at).and_then(|at| self.groups.get(*at));
        group.map_or(std::slice::from_ref(at), Vec::as_slice)
    }

    /// Takes records for one, with all that are one with them, unless two of them are in one file.
    fn unite(&mut self, records: &[Record], members: &[usize]) {
        let in_group = |at: &usize| self.by_record.get(at).copied();
        let known: BTreeSet<usize> = members.iter().filter_map(in_group).collect();
        let alone = members.iter().filter(|at| in_group(at).is_none());
        let grouped = known.iter().filter_map(|group| self.groups.get(*group));
        let all: BTreeSet<usize> = alone.chain(grouped.flatten()).copied().collect();
        if all.len() < 2 || any_share_a_file(records, all.iter().copied()) {
            return;
        }
        for group in known {
            if let Some(group) = self.groups.get_mut(group) {
                group.clear();
            }
        }
        let number = self.groups.len();
        self.by_record.extend(all.iter().map(|at| (*at, number)));
        self.groups.push(all.into_iter().collect());
    }
}

/// Whether two of these are in one file, or were before each got a file of its own.
pub(super) fn any_share_a_file(records: &[Record], all: impl IntoIterator<Item = usize>) -> bool {
    let mut files = BTreeSet::new();
    let mut earlier = BTreeMap::new();
    let identities = all.into_iter().filter_map(|at| records.get(at));
    let mut identities = identities.map(Record::identity);
    identities.any(|(id, place)| {
        let known = id.earlier_file().and_then(|file| earlier.insert(file, id));
        !files.insert(place.source) || known.is_some_and(|known| known != id)
    })
}

/// Which records tell of the same: those with one id, then those with one title, day and start.
pub(super) fn groups(records: &[Record], claims: &[Claim]) -> Groups {
    let mut groups = Groups::default();
    let mut files = records.iter().map(|record| record.identity().1.source);
    let first = files.next();
    if files.all(|file| Some(file) == first) {
        return groups;
    }
    for same in with_one_id(records) {
        groups.unite(records, &same);
    }
    for called in claims.chunk_by(Claim::is_called_like) {
        for same in with_one_start(called) {
            groups.unite(records, &without_others(records, &same));
        }
    }
    groups
}

/// Meetings to which the same id was given. Two logs that both number their meetings from 1 do not
/// speak of the same: ids that stand for other titles on other days are nobody's proof.
fn with_one_id(records: &[Record]) -> Vec<Vec<usize>> {
    let given = |(at, record): (usize, _)| match engagement(record) {
        Some(Engagement {
            id: Id::Given(id), ..
        }) => Some((id.as_str(), at)),
        Some(_) | None => None,
    };
    let mut ids: Vec<(&str, usize)> = records.iter().enumerate().filter_map(given).collect();
    ids.sort_unstable();
    let same = ids.chunk_by(|(one, _), (other, _)| one == other);
    let same = same.filter(|all| all.len() > 1);
    let places = same.map(|all| all.iter().map(|(_, at)| *at).collect::<Vec<_>>());
    places.filter(|all| !are_apart(records, all)).collect()
}

/// Whether two of them have both other titles and other days.
fn are_apart(records: &[Record], all: &[usize]) -> bool {
    let known: Vec<Claim> = all
        .iter()
        .filter_map(|at| Claim::new(*at, records.get(*at)?))
        .collect();
    // With more than one title and more than one day there are always two that share neither.
    let titles: BTreeSet<&str> = known.iter().map(|claim| claim.title.as_str()).collect();
    let days: BTreeSet<NaiveDate> = known.iter().map(|claim| claim.day).collect();
    titles.len() > 1 && days.len() > 1
}

/// Those of which none is plainly another meeting than one of the others.
fn without_others(records: &[Record], same: &[usize]) -> Vec<usize> {
    let record = |at: &usize| records.get(*at).and_then(engagement);
    let is_another = |one: &usize| {
        let pairs = same
            .iter()
            .filter_map(|other| record(one).zip(record(other)));
        pairs
            .into_iter()
            .any(|(one, other)| differ::are_two(one, other))
    };
    same.iter()
        .copied()
        .filter(|one| !is_another(one))
        .collect()
}

/// Of meetings with one title on one day, those that can only be the same: with the same start, or
/// one at which a program saw it begin, and those without one where there is no more than one.
fn with_one_start(called: &[Claim]) -> Vec<Vec<usize>> {
    // Those without a start come first.
    let starts = called.partition_point(|claim| claim.start.is_none());
    let (without, with) = called.split_at(starts);
    let mut same: Vec<Vec<usize>> = with
        .chunk_by(|one, other| !one.begins_apart_from(other))
        .map(|all| all.iter().map(|claim| claim.at).collect())
        .collect();
    let without = without.iter().map(|claim| claim.at);
    match same.as_mut_slice() {
        [] => same.push(without.collect()),
        [only] => {
            let all = only.iter().copied().chain(without).collect();
            same.push(all);
        }
        _ => {}
    }
    same
}
