//! An earlier audit that was saved as JSON, for comparing.

use std::fmt;

use chrono::NaiveDate;
use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, SeqAccess, Visitor};

use super::{Fingerprint, Tally};
use crate::report_format::FORMAT;
use crate::rules::Verdict;
use closed_words::Word as _;

/// What counts of an earlier audit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// The day that it spoke for.
    pub as_of: NaiveDate,
    /// The first day of the period that was asked for, if there was one.
    pub since: Option<NaiveDate>,
    /// The last day of it.
    pub until: Option<NaiveDate>,
    /// The digest of the charter that it used.
    pub charter: String,
    /// How often each verdict was given, by clause.
    pub clauses: Vec<EarlierClause>,
    /// What was not kept; nothing where the audit was saved before findings could be known again.
    pub not_kept: Option<Vec<EarlierFinding>>,
}

impl Earlier {
    /// Whether it was asked about a clause and a day; what has no day is always asked about.
    pub fn asked_about(&self, clause: &str, day: Option<NaiveDate>) -> bool {
        let covers = |day| {
            self.since.is_none_or(|since| since <= day)
                && self.until.is_none_or(|until| day <= until)
        };
        self.tally_of(clause).is_some() && day.is_none_or(covers)
    }

    /// How a clause stood, if it was there.
    pub fn tally_of(&self, id: &str) -> Option<Tally> {
        self.clauses
            .iter()
            .find(|clause| clause.id.eq_ignore_ascii_case(id))
            .map(|clause| clause.tally)
    }
}

/// One clause of an earlier audit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierClause {
    /// Its id.
    pub id: String,
    /// How it stood.
    pub tally: Tally,
}

/// A promise that was not kept in an earlier audit. Its texts are those of the file, which may be anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierFinding {
    /// By what it is known again.
    pub fingerprint: Fingerprint,
    /// The clause.
    pub clause: String,
    /// What people called the failing.
    pub title: String,
    /// What it was about.
    pub name: String,
    /// Its day.
    pub day: Option<NaiveDate>,
}

/// What says which file it is.
#[derive(Deserialize)]
struct Head {
    #[serde(default)]
    format: Option<serde_json::Value>,
}

#[derive(Deserialize)]
struct Saved {
    as_of: NaiveDate,
    #[serde(default)]
    since: Option<NaiveDate>,
    #[serde(default)]
    until: Option<NaiveDate>,
    charter: SavedCharter,
    clauses: Vec<SavedClause>,
    findings: NotKept,
}

/// The findings that say that a promise was not kept. The others are of no interest here.
struct NotKept(Option<Vec<EarlierFinding>>);

#[derive(Deserialize)]
struct SavedFinding {
    #[serde(default)]
    fingerprint: Option<String>,
    clause: String,
    failing: String,
    subject: SavedSubject,
    verdict: String,
}

#[derive(Deserialize)]
struct SavedSubject {
    name: String,
    day: Option<NaiveDate>,
}

impl<'de> Deserialize<'de> for NotKept {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NotKeptVisitor;
        impl<'de> Visitor<'de> for NotKeptVisitor {
            type Value = NotKept;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("findings")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut all: A) -> Result<NotKept, A::Error> {
                let mut not_kept = Some(Vec::new());
                while let Some(saved) = all.next_element::<SavedFinding>()? {
                    let Some(print) = &saved.fingerprint else {
                        not_kept = None;
                        while all.next_element::<IgnoredAny>()?.is_some() {}
                        break;
                    };
                    let fingerprint = print.parse().map_err(|()| unknown("fingerprint"))?;
                    let verdict = Verdict::from_word(&saved.verdict);
                    if verdict.ok_or_else(|| unknown("verdict"))? == Verdict::NotKept {
                        not_kept
                            .get_or_insert_default()
                            .push(saved.known_as(fingerprint));
                    }
                }
                Ok(NotKept(not_kept))
            }
        }
        deserializer.deserialize_seq(NotKeptVisitor)
    }
}

impl SavedFinding {
    fn known_as(self, fingerprint: Fingerprint) -> EarlierFinding {
        EarlierFinding {
            fingerprint,
            clause: self.clause,
            title: self.failing,
            name: self.subject.name,
            day: self.subject.day,
        }
    }
}

fn unknown<E: serde::de::Error>(what: &str) -> E {
    E::custom(format!("this is no {what}"))
}

#[derive(Deserialize)]
struct SavedCharter {
    digest: String,
}

#[derive(Deserialize)]
struct SavedClause {
    id: String,
    tally: SavedTally,
}

#[derive(Deserialize)]
struct SavedTally {
    kept: usize,
    not_kept: usize,
    no_evidence: usize,
    explained: usize,
    still_to_come: usize,
    does_not_apply: usize,
}

/// Reads an audit that `--format json` wrote.
///
/// # Errors
/// What is wrong with the file and what to do, in a sentence. It never quotes the file, which may
/// be anything.
pub fn earlier(text: &str) -> Result<Earlier, String> {
    let text = text.trim_start_matches('\u{FEFF}');
    serde_json::from_str::<IgnoredAny>(text).map_err(|error| {
        format!(
            "it is not JSON (line {}, column {}); save an audit with `--format json`",
            error.line(),
            error.column()
        )
    })?;
    let head: Option<Head> = serde_json::from_str(text).ok();
    let format = head.and_then(|head| head.format);
    match format.as_ref().and_then(serde_json::Value::as_str) {
        Some(FORMAT) => {}
        Some(format) if format.starts_with("charter-audit/") => {
            return Err(format!(
                "it is an audit in another version of the format; this program reads {FORMAT}"
            ));
        }
        _ => {
            return Err(
                "it is not an audit of this program; save one with `--format json`".to_owned(),
            );
        }
    }
    let saved: Saved = serde_json::from_str(text).map_err(|_| {
        "it is an audit of this program, but parts of it are missing or not as it writes them"
            .to_owned()
    })?;
    Ok(Earlier {
        as_of: saved.as_of,
        since: saved.since,
        until: saved.until,
        charter: saved.charter.digest,
        not_kept: saved.findings.0,
        clauses: saved
            .clauses
            .into_iter()
            .map(|clause| EarlierClause {
                id: clause.id,
                tally: Tally::of(&[
                    (Verdict::Kept, clause.tally.kept),
                    (Verdict::NotKept, clause.tally.not_kept),
                    (Verdict::NoEvidence, clause.tally.no_evidence),
                    (Verdict::Explained, clause.tally.explained),
                    (Verdict::StillToCome, clause.tally.still_to_come),
                    (Verdict::DoesNotApply, clause.tally.does_not_apply),
                ]),
            })
            .collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_an_audit_is_refused_with_what_to_do() {
        for (text, part) in [
            ("", "not JSON (line 1"),
            ("[1", "not JSON"),
            ("{}", "not an audit"),
            ("[]", "not an audit"),
            (r#"{"format": "charter-audit/2"}"#, "another version"),
            (
                r#"{"format": "charter-audit/1"}"#,
                "parts of it are missing",
            ),
        ] {
            let error = earlier(text).unwrap_err();
            assert!(error.contains(part), "{text}: {error}");
        }
    }
}
