//! All records of an audit together, and what is wrong between them.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Conduct, Contact, Decision, Engagement, ExplanationRecord, Id, Record, Request, SubjectKind,
};
use closed_words::grouped;
use identifiers::redact::quoted;
use located::diagnostic::Diagnostic;
use located::source::{Span, Spanned};

/// Every record of an audit, by type, each in the order of the files.
#[derive(Debug, Default)]
pub struct Records {
    /// Meetings, surveys and so on.
    pub engagements: Vec<Engagement>,
    /// Strategic decisions.
    pub decisions: Vec<Decision>,
    /// Requests of one side to the other.
    pub requests: Vec<Request>,
    /// Points of contact.
    pub contacts: Vec<Contact>,
    /// Codes of conduct and policies.
    pub conduct: Vec<Conduct>,
    /// Explanations kept by themselves.
    pub explanations: Vec<ExplanationRecord>,
    /// The files that all of these came from.
    pub files: Vec<RecordFile>,
    /// Whether something was lost that may have been a record, so that nobody can say that there
    /// was none.
    pub incomplete: bool,
}

/// One file of records, for those who ask what stands in it besides the fields that are read:
/// remarks, names of fields, the name of the file.
#[derive(Debug, Clone)]
pub struct RecordFile {
    /// The stretch of text that it is.
    pub span: Span,
    /// Texts that read differently from how the file spells them: with escapes, or over several
    /// lines.
    pub rewritten: Vec<Spanned<String>>,
    /// Whether all of it could be decoded.
    pub readable: bool,
    /// What it has that is not read on purpose, so that nobody can say what stands there.
    pub unsearched: Option<Unsearched>,
}

/// Parts of files that are not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsearched {
    /// In a calendar: descriptions, people who were invited, and entries that are no engagements.
    Calendar,
    /// In a workbook: what pivot tables were made of, threads of comments, links to other workbooks,
    /// charts that are sheets by themselves and have words in them, and drawings that are damaged.
    Workbook,
}

/// So many ids that are given twice are named one by one; nobody reads more.
const MOST_NAMED: usize = 100;

impl Records {
    /// Sorts records by type, in the order given, and reports every id that was given twice. Both
    /// records are kept: each is judged at its own place. An explanation that could speak of more
    /// than one of them is reported too, and left out: it was agreed for one.
    pub fn new(all: impl IntoIterator<Item = Record>, faults: &mut Vec<Diagnostic>) -> Self {
        let all = all.into_iter();
        let mut records = Records::default();
        // Most records are engagements, and a list that grows is held twice while it does.
        records.engagements.reserve_exact(all.size_hint().0);
        let mut given: BTreeMap<String, Span> = BTreeMap::new();
        let (mut repeated, mut last) = (0_usize, None);
        for record in all {
            if let (Id::Given(id), span) = record.identity() {
                match given.get(id) {
                    Some(first) => {
                        repeated += 1;
                        if repeated <= MOST_NAMED {
                            faults.push(same_id(id, span, *first));
                        } else if repeated == MOST_NAMED + 1 {
                            last = Some(span);
                        }
                    }
                    None => {
                        given.insert(id.clone(), span);
                    }
                }
            }
            match record {
                Record::Engagement(record) => records.engagements.push(*record),
                Record::Decision(record) => records.decisions.push(record),
                Record::Request(record) => records.requests.push(record),
                Record::Contact(record) => records.contacts.push(record),
                Record::Conduct(record) => records.conduct.push(record),
                Record::Explanation(record) => records.explanations.push(record),
            }
        }
        faults.extend(last.map(|place| more_of_same_id(repeated - MOST_NAMED, place)));
        records.leave_out_ambiguous(faults);
        records
    }

    /// Leaves out explanations that name an id which several records have.
    fn leave_out_ambiguous(&mut self, faults: &mut Vec<Diagnostic>) {
        let named = self.explanations.iter();
        let named = named.filter_map(|record| record.about.as_ref());
        let ambiguous = ambiguous_ids(named, self.subjects());
        let places: BTreeSet<Span> = ambiguous.iter().filter_map(Diagnostic::span).collect();
        self.explanations.retain(|record| {
            let about = record.about.as_ref();
            about.is_none_or(|(_, id)| !places.contains(&id.span))
        });
        faults.extend(ambiguous);
    }

    /// The records that explanations name by their ids: what each is, its id and its place.
    fn subjects(&self) -> impl Iterator<Item = (SubjectKind, &str, Span)> {
        let engagements = self.engagements.iter().flat_map(|it| {
            let ids = it.ids();
            ids.map(|id| (SubjectKind::Engagement, id, it.span))
        });
        let decisions = self.decisions.iter();
        let decisions = decisions.map(|it| (SubjectKind::Decision, it.id.as_str(), it.span));
        let requests = self.requests.iter();
        let requests = requests.map(|it| (SubjectKind::Request, it.id.as_str(), it.span));
        engagements.chain(decisions).chain(requests)
    }

    /// How many records there are of all types.
    pub fn len(&self) -> usize {
        self.engagements.len()
            + self.decisions.len()
            + self.requests.len()
            + self.contacts.len()
            + self.conduct.len()
            + self.explanations.len()
    }

    /// Whether there is nothing at all.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

fn more_of_same_id(count: usize, place: Span) -> Diagnostic {
    let message = match count {
        1 => "1 more record has an id that another has".to_owned(),
        count => format!(
            "{} more records have an id that another has",
            grouped(count)
        ),
    };
    Diagnostic::error("duplicate-id", place, message).saying("the first of them")
}

fn same_id(id: &str, span: Span, first: Span) -> Diagnostic {
    Diagnostic::error(
        "duplicate-id",
        span,
        format!("two records have the id {}", quoted(id)),
    )
    .saying("this record")
    .and(first, "and this one")
    .help("give one of them another `id`; the name of its file will do if that is different")
}

/// A fault for every id that an explanation names and several records have. `subjects` are records
/// that explanations name: what each is, its id and its place.
pub(crate) fn ambiguous_ids<'r>(
    named: impl Iterator<Item = &'r (SubjectKind, Spanned<String>)>,
    subjects: impl Iterator<Item = (SubjectKind, &'r str, Span)>,
) -> Vec<Diagnostic> {
    let named: Vec<_> = named.collect();
    let keys = named.iter().map(|(kind, id)| (*kind, id.value.as_str()));
    let mut places: BTreeMap<(SubjectKind, &str), Vec<Span>> =
        keys.map(|key| (key, Vec::new())).collect();
    if places.is_empty() {
        return Vec::new();
    }
    for (kind, id, span) in subjects {
        if let Some(places) = places.get_mut(&(kind, id)) {
            places.push(span);
        }
    }
    let ambiguous = named.into_iter().filter_map(|(kind, id)| {
        let places = places.get(&(*kind, id.value.as_str()))?;
        let [first, second, ..] = places.as_slice() else {
            return None;
        };
        Some(ambiguous(*kind, id, *first, *second))
    });
    ambiguous.collect()
}

fn ambiguous(kind: SubjectKind, id: &Spanned<String>, first: Span, second: Span) -> Diagnostic {
    Diagnostic::error(
        "ambiguous-id",
        id.span,
        format!(
            "more than one {} has the id {}, so nobody can say which of them this explanation is for",
            kind.word(),
            quoted(&id.value)
        ),
    )
    .saying("this id")
    .and(first, "may mean this one")
    .and(second, "or this one")
    .help("give these records ids of their own, such as `id: board-february`, and name one of them here")
}
