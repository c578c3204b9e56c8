//! Whether the code of conduct and the policies are there and were reviewed in time.
//!
//! ## Why
//!
//! Whether people keep to a code of conduct is for people to judge. A record can show that the code
//! exists, that members can find it and that somebody has looked at it lately. The charter's words
//! contain no number; once a year is this program's own proposal.
//!
//! ## How it is judged
//!
//! For each party whose promise it is. Each document is looked for among the party's records of
//! conduct (`record: conduct`) by the words of its name; capitals and hyphens do not matter. It
//! needs a `link`, so that people can find it, and the day of its last review (`reviewed`), which
//! is no longer ago than the charter says. One document that is overdue is enough for not kept.
//! Nothing is owed before the party's side has signed.
//!
//! ## Parameters
//!
//! - `every`: how often each document is to be reviewed, `12 months` unless given.
//! - `documents`: the documents, `[code of conduct, policy guidelines]` unless given.
//!
//! ## Examples
//!
//! ### kept, as of 2026-03-01
//!
//! The code was reviewed exactly a year ago, so today is the last day for the next review.
//!
//! ```yaml
//! record: conduct
//! party: forum
//! document: Forum Code-of-Conduct
//! link: forum handbook, page 3
//! reviewed: 2025-03-01
//! ---
//! record: conduct
//! party: forum
//! document: policy guidelines
//! link: forum handbook, page 9
//! reviewed: 2025-09-01
//! ```
//!
//! ### not kept, as of 2026-03-02
//!
//! One day later, the code is overdue.
//!
//! ```yaml
//! record: conduct
//! party: forum
//! document: code of conduct
//! link: forum handbook, page 3
//! reviewed: 2025-03-01
//! ---
//! record: conduct
//! party: forum
//! document: policy guidelines
//! link: forum handbook, page 9
//! reviewed: 2025-09-01
//! ```
//!
//! ### no evidence, as of 2026-03-01
//!
//! Nothing is recorded about policy guidelines.
//!
//! ```yaml
//! record: conduct
//! party: forum
//! document: code of conduct
//! link: forum handbook, page 3
//! reviewed: 2025-09-01
//! ```
//!
//! ### no evidence, as of 2026-03-01
//!
//! ```yaml
//! record: conduct
//! party: forum
//! document: code of conduct
//! reviewed: 2025-09-01
//! ---
//! record: conduct
//! party: forum
//! document: policy guidelines
//! link: forum handbook, page 9
//! ```
//!
//! ### does not apply, as of 2026-02-28
//!
//! The forum signs the day after.
//!
//! ```yaml charter
//! parties:
//!   council: { name: Elm Council, side: organisation, signed: 2026-02-01 }
//!   forum: { name: Elm Forum, side: forum, signed: 2026-03-01 }
//! ```
//!
//! ```yaml
//! record: conduct
//! party: forum
//! document: code of conduct
//! link: forum handbook, page 3
//! reviewed: 2024-01-01
//! ```

use chrono::{Months, NaiveDate};

use crate::rules::{Check, Context, NoEvidence, Ruling, Signatory, unreadable};
use closed_words::listed;
use engagement_records::fields::{Asked, Fields, Gap, read_months};
use engagement_records::record::Conduct;
use located::source::Span;
use working_days::day_and_year;

/// See the page above.
#[derive(Debug, Clone)]
pub struct ConductReviewed {
    every: Months,
    documents: Vec<String>,
}

/// How one document stands.
enum DocumentState {
    Kept(NaiveDate, Span),
    Overdue(NaiveDate, NaiveDate, Span),
    /// What is missing, and where.
    Missing(String, Gap),
    Unreadable(Span),
}

impl Check for ConductReviewed {
    type About<'a> = &'a Signatory<'a>;
    const CODE: &'static str = "conduct-reviewed";
    const PROMISE: &'static str = "Code and policies reviewed";
    const FAILING: &'static str = "Code or policies due for review";
    const FILE: &'static str = include_str!("conduct_reviewed.rs");
    const SETTLED_BY_EVENT: bool = false;

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        let every = fields.parsed("every", || Asked::Months, read_months);
        let documents = fields.list(
            "documents",
            || Asked::Name,
            |text| {
                if folded(text).is_empty() {
                    Err("write the name of a document, such as code of conduct".to_owned())
                } else {
                    Ok(text.to_owned())
                }
            },
        );
        let documents: Vec<String> = documents
            .get()
            .into_iter()
            .flatten()
            .map(|document| document.value.clone())
            .collect();
        ConductReviewed {
            every: every.get().copied().unwrap_or(Months::new(12)),
            documents: if documents.is_empty() {
                vec!["code of conduct".to_owned(), "policy guidelines".to_owned()]
            } else {
                documents
            },
        }
    }

    fn asks(&self) -> Option<String> {
        Some(format!(
            "{}, each reviewed every {} months",
            listed(&self.documents, "and"),
            self.every.as_u32()
        ))
    }

    fn judge(&self, signatory: &Signatory<'_>, cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
        let mut kept = Vec::new();
        let mut overdue = Vec::new();
        let mut missing = Vec::new();
        let mut unread = None;
        for document in &self.documents {
            match self.state(document, signatory, cx.as_of) {
                DocumentState::Kept(due, span) => kept.push((due, span)),
                DocumentState::Overdue(reviewed, due, span) => {
                    overdue.push((document, reviewed, due, span));
                }
                DocumentState::Missing(what, gap) => missing.push((what, gap)),
                DocumentState::Unreadable(span) => unread = unread.or(Some(span)),
            }
        }
        if !overdue.is_empty() {
            return Ok(late(&overdue));
        }
        if let Some(span) = unread {
            return Err(unreadable(span));
        }
        if let Some(first) = Gap::first(missing.iter().map(|(_, gap)| *gap)) {
            let words = listed(missing.iter().map(|(what, _)| what), "and");
            let ruling = cx.silent(format!("there is {words}"), first, "missing here");
            let others = missing.iter().filter(|(_, gap)| *gap != first);
            return Ok(others
                .fold(ruling, |ruling, (_, gap)| ruling.at(gap.at, "missing here"))
                .remedy(
                    "Write a record of conduct for each document, with its `link` and the day it \
                     was last `reviewed`.",
                ));
        }
        let ruling = Ruling::kept(format!(
            "found, and reviewed in time: {}",
            listed(&self.documents, "and"),
        ));
        let ruling = kept
            .iter()
            .fold(ruling, |ruling, (_, span)| ruling.at(*span, "reviewed"));
        Ok(match kept.iter().map(|(due, _)| *due).min() {
            Some(due) => ruling.due(due),
            None => ruling,
        })
    }
}

impl ConductReviewed {
    /// A document by all records that name it: the latest review that was known by then counts.
    fn state(&self, document: &str, signatory: &Signatory<'_>, as_of: NaiveDate) -> DocumentState {
        let wanted = folded(document);
        let found: Vec<&Conduct> = signatory
            .conduct
            .iter()
            .copied()
            .filter(|record| {
                let name = record.document.get();
                name.is_some_and(|name| folded(name).contains(&wanted))
            })
            .collect();
        let Some(first) = found.first() else {
            let mut unread = signatory.conduct.iter();
            if let Some(span) = unread.find_map(|record| record.document.unreadable()) {
                return DocumentState::Unreadable(span);
            }
            let mut all = signatory.conduct.iter();
            let nameless = all.find(|record| record.document.get().is_none());
            let gap = nameless.map_or(Gap::at(signatory.party.span), |record| {
                record.document.answer(record.span).gap()
            });
            return DocumentState::Missing(
                format!("no record with the `document` {document}"),
                gap,
            );
        };
        let latest = found
            .iter()
            .filter_map(|record| record.reviewed.spanned())
            .filter(|reviewed| reviewed.value <= as_of)
            .max_by_key(|reviewed| reviewed.value);
        let due = latest.and_then(|latest| latest.value.checked_add_months(self.every));
        if let (Some(latest), Some(due)) = (latest, due)
            && due >= as_of
        {
            return linked(document, &found, due, latest.span);
        }
        // A day that cannot be read may be a later one.
        let unread = found.iter().find_map(|record| record.reviewed.unreadable());
        let days = found
            .iter()
            .map(|record| record.reviewed.answer(record.span).gap());
        let gap = Gap::first(days).unwrap_or(Gap::at(first.span));
        match (unread, latest, due) {
            (Some(span), ..) => DocumentState::Unreadable(span),
            (None, Some(latest), Some(due)) if gap.is_silence() => {
                DocumentState::Overdue(latest.value, due, latest.span)
            }
            (None, ..) => DocumentState::Missing(format!("no day of review for {document}"), gap),
        }
    }
}

/// A document that was reviewed in time is kept when people can find it.
fn linked(document: &str, found: &[&Conduct], due: NaiveDate, reviewed: Span) -> DocumentState {
    if found.iter().any(|record| record.link.words().is_some()) {
        return DocumentState::Kept(due, reviewed);
    }
    if let Some(span) = found.iter().find_map(|record| record.link.unreadable()) {
        return DocumentState::Unreadable(span);
    }
    let links = found
        .iter()
        .map(|record| record.link.answer(reviewed).gap());
    let at = reviewed;
    let gap = Gap::first(links).map_or(Gap::at(at), |gap| Gap { at, ..gap });
    DocumentState::Missing(format!("no link to {document}"), gap)
}

fn late(overdue: &[(&String, NaiveDate, NaiveDate, Span)]) -> Ruling {
    let words = overdue.iter().map(|(document, reviewed, due, _)| {
        format!(
            "the last review of {document} was on {}, the next was due by {}",
            day_and_year(*reviewed),
            day_and_year(*due)
        )
    });
    let ruling = Ruling::not_kept(words.collect::<Vec<_>>().join("; "))
        .to_do("review the documents that are due")
        .remedy("Review it, and write the day into its record [reviewed].");
    let ruling = match overdue.iter().map(|(_, _, due, _)| *due).min() {
        Some(due) => ruling.due(due),
        None => ruling,
    };
    overdue.iter().fold(ruling, |ruling, (.., span)| {
        ruling.at(*span, "the last review")
    })
}

/// A name without capitals, hyphens and doubled spaces.
fn folded(text: &str) -> String {
    let words = text.split(|character: char| !character.is_alphanumeric());
    let words: Vec<String> = words
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.join(" ")
}
