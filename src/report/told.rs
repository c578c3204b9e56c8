//! A finding in words, resolved and safe: nothing in it can identify somebody.

use std::borrow::Cow;

use super::Report;
use crate::audit::Finding;
use crate::calendar::day_and_year;
use crate::charter::Clause;
use crate::mask::{is_unprintable, masked};
use crate::rules::{Severity, Verdict};
use crate::source::Span;

/// A finding in words. Whatever comes from a record has been masked.
#[derive(Debug, Clone)]
pub struct Told<'a> {
    /// The clause.
    pub clause: &'a Clause,
    /// The name of the rule that people search for.
    pub title: &'static str,
    /// How the promise stands.
    pub verdict: Verdict,
    /// How much it matters.
    pub severity: Severity,
    /// What it is about: `Second workshop (workshop-2)`.
    pub subject: String,
    /// The id of what it is about.
    pub id: String,
    /// The title of what it is about.
    pub name: String,
    /// The evidence in a sentence, arithmetic included.
    pub words: String,
    /// Further remarks, each a sentence without full stop.
    pub notes: Vec<String>,
    /// What would mend it.
    pub remedy: Option<String>,
    /// The most important place in the record.
    pub place: Span,
    /// The name of the file there.
    pub file: String,
    /// Line and column there, from 1.
    pub line_column: (usize, usize),
}

/// Text from a record for printing: masked, and on one line.
pub(crate) fn safe(text: &str) -> String {
    masked(text)
        .chars()
        .map(|character| {
            if is_unprintable(character) {
                ' '
            } else {
                character
            }
        })
        .collect::<String>()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

impl<'a> Told<'a> {
    pub(super) fn of(report: &Report<'a>, finding: &Finding<'a>) -> Self {
        let clause = finding.clause;
        let ruling = &finding.ruling;
        let place = ruling
            .places
            .first()
            .map_or(finding.about.span, |label| label.span);
        let mut notes: Vec<String> = ruling.notes.iter().map(|note| safe(note)).collect();
        if let Some(explained) = &finding.explained {
            notes.push(format!(
                "explained: {} ({}); instead: {}; agreed until {}",
                safe(explained.because),
                explained.reason.spoken(),
                safe(explained.instead),
                day_and_year(explained.until)
            ));
        }
        if finding.joint {
            notes.push("joint event".to_owned());
        }
        if finding.unconfirmed {
            notes.push("not confirmed: the record does not say that it was held".to_owned());
        }
        let id = safe(finding.about.id);
        let name = safe(finding.about.name);
        let subject = match (finding.about.kind, id == name) {
            ("project", _) => format!("project {id}"),
            (_, true) => id.clone(),
            (_, false) => format!("{name} ({id})"),
        };
        Told {
            clause,
            title: clause.judged.rule().map_or("", |rule| rule.page().title),
            verdict: finding.verdict,
            severity: finding.severity,
            subject,
            id,
            name,
            words: safe(&ruling.words),
            notes,
            remedy: ruling.remedy.as_deref().map(safe),
            place,
            file: safe(report.sources.name(place.source)),
            line_column: report.sources.line_column(place),
        }
    }

    /// `records/workshop.yaml:12:4`.
    pub fn address(&self) -> String {
        let (line, column) = self.line_column;
        format!("{}:{line}:{column}", self.file)
    }

    /// The day by which it can be kept, if that is known.
    pub fn evidence(&self) -> Cow<'_, str> {
        if self.notes.is_empty() {
            Cow::Borrowed(&self.words)
        } else {
            Cow::Owned(format!("{}. Also: {}", self.words, self.notes.join("; ")))
        }
    }
}
