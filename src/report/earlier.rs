//! An earlier audit that was saved as JSON, for comparing.

use chrono::NaiveDate;
use serde::Deserialize;

use super::Tally;
use crate::rules::Verdict;

/// The version of the JSON report; a reader should refuse others.
pub const FORMAT: &str = "charter-audit/1";

/// What counts of an earlier audit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// The day that it spoke for.
    pub as_of: NaiveDate,
    /// The digest of the charter that it used.
    pub charter: String,
    /// How often each verdict was given, by clause.
    pub clauses: Vec<EarlierClause>,
}

impl Earlier {
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

#[derive(Deserialize)]
struct Saved {
    as_of: NaiveDate,
    charter: SavedCharter,
    clauses: Vec<SavedClause>,
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
    met: usize,
    not_met: usize,
    not_evidenced: usize,
    explained: usize,
    not_yet_due: usize,
    not_applicable: usize,
}

/// Reads an audit that `--format json` wrote.
///
/// # Errors
/// What is wrong with the file and what to do, in a sentence. It never quotes the file, which may
/// be anything.
pub fn earlier(text: &str) -> Result<Earlier, String> {
    let value: serde_json::Value = serde_json::from_str(text.trim_start_matches('\u{FEFF}'))
        .map_err(|error| {
            format!(
                "it is not JSON (line {}, column {}); save an audit with `--format json`",
                error.line(),
                error.column()
            )
        })?;
    match value.get("format").and_then(serde_json::Value::as_str) {
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
    let saved: Saved = serde_json::from_value(value).map_err(|_| {
        "it is an audit of this program, but parts of it are missing or not as it writes them"
            .to_owned()
    })?;
    Ok(Earlier {
        as_of: saved.as_of,
        charter: saved.charter.digest,
        clauses: saved
            .clauses
            .into_iter()
            .map(|clause| EarlierClause {
                id: clause.id,
                tally: Tally::of(&[
                    (Verdict::Met, clause.tally.met),
                    (Verdict::NotMet, clause.tally.not_met),
                    (Verdict::NotEvidenced, clause.tally.not_evidenced),
                    (Verdict::Explained, clause.tally.explained),
                    (Verdict::NotYetDue, clause.tally.not_yet_due),
                    (Verdict::NotApplicable, clause.tally.not_applicable),
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
