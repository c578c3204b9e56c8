//! What an audit says of a story, and which of two answers is the worse one.

use std::cell::Cell;
use std::collections::BTreeMap;

use charter_audit::audit::AuditScope;
use charter_audit::rules::{Severity, Verdict};
use engagement_records::record::SubjectKind;

use located::diagnostic::{Diagnostic, Level};

use super::story::Story;
use super::writing::yaml_file;
use crate::Bench;

/// One verdict, as far as laws look at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) verdict: Verdict,
    pub(super) severity: Severity,
    pub(super) evidence: String,
}

/// The clause and the subject of a verdict.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct About {
    pub(super) clause: String,
    pub(super) kind: SubjectKind,
    pub(super) id: String,
}

pub(super) type Verdicts = BTreeMap<About, Told>;

/// Every verdict on a story that can be read without a fault, as one file of YAML.
pub(super) fn judged(story: &Story) -> Option<Verdicts> {
    let records = yaml_file(&story.records);
    judged_as(story, &[("records.yaml".to_owned(), records)]).ok()
}

/// The same, written in other files; or what is wrong with them.
pub(super) fn judged_as(story: &Story, files: &[(String, String)]) -> Result<Verdicts, String> {
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    let text = story.terms.text();
    // Most changes are of records, and reading a charter takes as long as judging a few of them.
    let last = LAST.take().filter(|(known, _)| *known == text);
    let mut bench = last.map_or_else(|| Bench::under(Some(&text), &[]), |(_, bench)| bench);
    bench.read(&files);
    let all = verdicts(&bench, story);
    LAST.set(Some((text, bench)));
    all
}

thread_local! {
    /// The charter that was judged by last, with its text.
    static LAST: Cell<Option<(String, Bench)>> = const { Cell::new(None) };
}

fn verdicts(bench: &Bench, story: &Story) -> Result<Verdicts, String> {
    let is_error = |fault: &Diagnostic| fault.level == Level::Error;
    if bench.reading.faults.iter().any(is_error) {
        return Err(format!("{:#?}", bench.reading.faults));
    }
    let audit = bench.asked(&AuditScope::as_of(story.as_of));
    let mut all = Verdicts::new();
    for finding in &audit.findings {
        let id = match finding.about.id.strip_prefix("year-to-") {
            Some(_) => "year".to_owned(),
            None => finding.about.id.to_string(),
        };
        let about = About {
            clause: finding.clause.id.clone(),
            kind: finding.about.kind,
            id,
        };
        let told = Told {
            verdict: finding.verdict,
            severity: finding.severity,
            evidence: finding.evidence.to_string(),
        };
        assert!(
            all.insert(about, told).is_none(),
            "two verdicts on one promise"
        );
    }
    Ok(all)
}

impl Told {
    /// How well a promise stands, in steps. What is explained was not kept, although both sides agreed
    /// to that, so it stands below what may have been kept. That a promise does not apply stands beside
    /// them all: nobody is praised or blamed.
    fn standing(&self) -> Option<u8> {
        match (self.verdict, self.severity) {
            (Verdict::NotKept, Severity::Breach) => Some(0),
            (Verdict::NotKept, Severity::Concern) => Some(1),
            (Verdict::NotKept, Severity::Advice) => Some(2),
            (Verdict::Explained, _) => Some(3),
            (Verdict::NoEvidence, _) => Some(4),
            (Verdict::StillToCome, _) => Some(5),
            (Verdict::Kept, _) => Some(6),
            (Verdict::DoesNotApply, _) => None,
        }
    }

    /// Whether another answer is worse than this one: a lower step, or a failing where there was no
    /// promise to keep, or no promise any more where it was kept.
    pub(super) fn is_better_than(&self, other: &Told) -> bool {
        match (self.standing(), other.standing()) {
            (Some(own), Some(other)) => own > other,
            (None, Some(_)) => other.verdict == Verdict::NotKept,
            (Some(_), None) => self.verdict == Verdict::Kept,
            (None, None) => false,
        }
    }
}

/// Two answers to one question, for people.
pub(super) fn told(about: &About, before: &Told, after: Option<&Told>) -> String {
    let words = |told: &Told| {
        let weight = if told.verdict == Verdict::NotKept {
            format!(" ({})", told.severity.word())
        } else {
            String::new()
        };
        format!("{}{weight}: {}", told.verdict.in_prose(), told.evidence)
    };
    let after = after.map_or("no verdict at all".to_owned(), words);
    format!(
        "{} about {} {}\n  before  {}\n  after   {after}",
        about.clause,
        about.kind.word(),
        about.id,
        words(before)
    )
}
