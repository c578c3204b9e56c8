//! What records cannot show because their file has no place for it, told once for a file and field.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::audit::{Audit, Finding};
use crate::rules::Verdict;
use closed_words::listed;
use engagement_records::fields::NoPlace;
use engagement_records::record::SubjectKind;
use identifiers::redact::quoted;
use located::diagnostic::Diagnostic;
use located::source::{Sources, Span};
use working_days::count_of;

/// What it is called in every format.
pub(crate) const CODE: &str = "no-place";

/// What the records of one file, or of one sheet of it, cannot show.
pub(super) struct Lack<'a> {
    /// Where the records begin; none for what is about all of a time, or about a party.
    records: BTreeSet<Span>,
    pub(super) clauses: BTreeMap<usize, &'a str>,
    pub(super) first: Span,
    remedy: Option<Cow<'a, str>>,
}

/// A column of which only its words or cells tell what it is for, and that is blank where a record
/// would have to say something: a blank there is no silence, as if there were no such column.
pub(super) struct BlankColumn {
    /// The field that has no place otherwise.
    lacking: NoPlace,
    /// What stands above it.
    heading: String,
}

impl BlankColumn {
    /// The column for a field that has no place otherwise, in the table in which a place is.
    pub(super) fn of(lacking: NoPlace, at: Span, sources: &Sources) -> Option<Self> {
        let heading = sources.get(at.source)?.heading_of(at, lacking.path())?;
        Some(BlankColumn { lacking, heading })
    }

    /// The evidence, which speaks of a column that is not there.
    pub(super) fn words(&self, evidence: &str) -> String {
        let whole = self.lacking.kept_as.whole();
        let lacks = format!("the {whole} has no {}", self.lacking.wanted());
        let blank = format!("the {} says nothing here", self.name());
        evidence.replacen(&lacks, &blank, 1)
    }

    /// What would help.
    pub(super) fn remedy(&self) -> String {
        format!("Write it into the {}.", self.name())
    }

    /// What people call it: a column `...`.
    fn name(&self) -> String {
        format!("{} {}", self.lacking.kept_as.part(), quoted(&self.heading))
    }
}

/// A note for every field that the records of a file would need, in the order of files and fields.
pub(super) fn notes(audit: &Audit<'_>, sources: &Sources) -> Vec<Diagnostic> {
    let lacks = by_place(audit, |span| span.source).into_iter();
    let noted = lacks.map(|((_, place), lack)| {
        let blank = BlankColumn::of(place, lack.first, sources);
        note(place, &lack, blank.as_ref())
    });
    noted.collect()
}

/// What the records that stand together cannot show, by the fields for which there is no place
/// `among` them.
pub(super) fn by_place<'a, P: Ord>(
    audit: &'a Audit<'_>,
    among: impl Fn(Span) -> P,
) -> BTreeMap<(P, NoPlace), Lack<'a>> {
    let mut lacks: BTreeMap<(P, NoPlace), Lack<'_>> = BTreeMap::new();
    for finding in &audit.findings {
        let Some((place, at)) = cannot_show(finding) else {
            continue;
        };
        let lack = lacks.entry((among(at), place)).or_insert_with(|| Lack {
            records: BTreeSet::new(),
            clauses: BTreeMap::new(),
            first: at,
            // It speaks of the table as a whole.
            remedy: finding.remedy.as_ref().map(|remedy| remedy.worded(None)),
        });
        if is_record(finding.about.kind) {
            lack.records.insert(finding.about.span);
        }
        lack.first = lack.first.min(at);
        lack.clauses.entry(finding.at).or_insert(&finding.clause.id);
    }
    lacks
}

fn cannot_show(finding: &Finding<'_>) -> Option<(NoPlace, Span)> {
    let place = finding.no_place?;
    let at = finding.places.first()?.span;
    (finding.verdict == Verdict::NoEvidence).then_some((place, at))
}

fn is_record(kind: SubjectKind) -> bool {
    match kind {
        SubjectKind::Engagement
        | SubjectKind::Project
        | SubjectKind::Decision
        | SubjectKind::Request
        | SubjectKind::Contact
        | SubjectKind::Conduct => true,
        SubjectKind::Signatory | SubjectKind::Period | SubjectKind::File | SubjectKind::Whole => {
            false
        }
    }
}

fn note(place: NoPlace, lack: &Lack<'_>, blank: Option<&BlankColumn>) -> Diagnostic {
    let records = i64::try_from(lack.records.len()).unwrap_or(i64::MAX);
    let what = match records {
        0 => "it".to_owned(),
        records => count_of(records, "records"),
    };
    let lacks = match blank {
        Some(blank) => format!("nothing in the {}", blank.name()),
        None => format!("no {} in this file", place.wanted()),
    };
    let clauses = listed(lack.clauses.values(), "and");
    let message = format!("{lacks}, so {what} cannot show {clauses}");
    let note = Diagnostic::error(CODE, lack.first, message).note();
    match (blank, &lack.remedy) {
        (Some(blank), _) => note.help(blank.remedy()),
        (None, Some(remedy)) => note.help(remedy.clone().into_owned()),
        (None, None) => note,
    }
}
