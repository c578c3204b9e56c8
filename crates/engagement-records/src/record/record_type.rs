//! The types of records and the fields that each of them can have.

use super::declaration::{Declared as _, FieldSpec};
use super::holds::Holds;
use super::{Conduct, Contact, Decision, Engagement, ExplanationRecord, Request, Vocabulary};
use closed_words::words;

words! {
    /// What a record is about.
    pub enum RecordType {
        /// A meeting, survey and so on; what a record is when it does not say.
        Engagement = "engagement",
        /// A strategic decision.
        Decision = "decision",
        /// One side asking the other for something.
        Request = "request",
        /// A point of contact.
        Contact = "contact",
        /// A code of conduct or policy.
        Conduct = "conduct",
        /// An explanation kept by itself.
        Explanation = "explanation",
    }
}

impl RecordType {
    /// What errors call a record of it: `an engagement`.
    pub fn what(self) -> &'static str {
        match self {
            RecordType::Engagement => Engagement::WHAT,
            RecordType::Decision => Decision::WHAT,
            RecordType::Request => Request::WHAT,
            RecordType::Contact => Contact::WHAT,
            RecordType::Conduct => Conduct::WHAT,
            RecordType::Explanation => ExplanationRecord::WHAT,
        }
    }

    /// Every field that it declares, in the order of files.
    pub fn fields(self) -> impl Iterator<Item = &'static FieldSpec> {
        let fields: &[&[FieldSpec]] = match self {
            RecordType::Engagement => &[Engagement::FIELDS],
            RecordType::Decision => &[Decision::FIELDS],
            RecordType::Request => &[Request::FIELDS],
            RecordType::Contact => &[Contact::FIELDS],
            RecordType::Conduct => &[Conduct::FIELDS],
            RecordType::Explanation => ExplanationRecord::FIELDS,
        };
        fields.iter().copied().flatten()
    }

    /// Every field that holds one thing, so that a column of a table or a property of a calendar
    /// can be it: first those that it declares, then those that a charter does.
    pub fn leaves(self, words: &Vocabulary<'_>) -> Vec<RecordField> {
        self.leaves_with(words.local)
    }

    fn leaves_with(self, local: &[(String, Holds)]) -> Vec<RecordField> {
        let mut leaves = Vec::new();
        for spec in self.fields() {
            add_leaves(spec, "", &mut leaves);
        }
        if self == RecordType::Engagement {
            leaves.extend(local.iter().map(|(name, holds)| RecordField {
                path: format!("local.{name}"),
                holds: *holds,
                headings: &[],
            }));
        }
        leaves
    }

    /// The paths of all fields of all types of records.
    pub fn paths(words: &Vocabulary<'_>) -> Vec<String> {
        Self::paths_with(words.local)
    }

    /// The paths of all fields of all types of records, with these of a charter.
    pub fn paths_with(local: &[(String, Holds)]) -> Vec<String> {
        let all = RecordType::ALL.iter();
        let leaves = all.flat_map(|kind| kind.leaves_with(local));
        leaves
            .map(|leaf| leaf.path)
            .chain(["record".to_owned()])
            .collect()
    }
}

/// One field that has no fields of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordField {
    /// The names that lead to it, parted by dots: `notice.sent`.
    pub path: String,
    /// What it holds.
    pub holds: Holds,
    /// What people write above a column of it, beside its name.
    pub headings: &'static [&'static str],
}

fn add_leaves(spec: &FieldSpec, above: &str, leaves: &mut Vec<RecordField>) {
    let path = format!("{above}{}", spec.name);
    if let Some(holds) = spec.holds {
        leaves.push(RecordField {
            path,
            holds,
            headings: spec.headings,
        });
        return;
    }
    for below in spec.fields {
        add_leaves(below, &format!("{path}."), leaves);
    }
}
