//! The clauses of a charter in words that are safe to print, made once for all findings.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::LONGEST_TEXT;
use crate::charter::Clause;
use crate::rules::Rule;
use identifiers::redact::RedactedOnce;
use identifiers::text::SafeText;

/// The clauses of a charter, each with its texts.
pub(super) struct ClauseTexts<'a> {
    clauses: &'a [Clause],
    /// Put into words when the first of its findings is.
    texts: Vec<OnceLock<[SafeText; 4]>>,
}

impl<'a> ClauseTexts<'a> {
    /// Those of a charter.
    pub(super) fn new(clauses: &'a [Clause]) -> Self {
        ClauseTexts {
            clauses,
            texts: clauses.iter().map(|_| OnceLock::new()).collect(),
        }
    }

    /// The id of the clause at a place of the charter, what it says, and what people call it when it was kept and when it was
    /// not. A clause of another version of the charter is put into words here and now.
    pub(super) fn of(
        &self,
        place: usize,
        clause: &Clause,
        redacted: &RedactedOnce<'_>,
    ) -> [Cow<'_, SafeText>; 4] {
        let known = self.clauses.get(place).zip(self.texts.get(place));
        match known {
            Some((own, known)) if std::ptr::eq(own, clause) => {
                let texts = known.get_or_init(|| texts(clause, redacted));
                texts.each_ref().map(Cow::Borrowed)
            }
            _ => texts(clause, redacted).map(Cow::Owned),
        }
    }
}

fn texts(clause: &Clause, redacted: &RedactedOnce<'_>) -> [SafeText; 4] {
    let rule = clause.judged.rule();
    [
        clause.id.as_str(),
        &clause.says,
        rule.map_or("", Rule::promise),
        rule.map_or("", Rule::failing),
    ]
    .map(|text: &str| redacted.redact_to(LONGEST_TEXT, text))
}
