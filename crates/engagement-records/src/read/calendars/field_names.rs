//! The fields of an engagement by the names that `X-` properties have for them.

use std::collections::BTreeMap;

use crate::record::{RecordField, RecordType, Vocabulary};
use closed_words::nearest;

/// What properties that are meant for us begin with.
const OURS: &str = "X-CHARTER-";

/// Every field of an engagement by the way properties spell it.
#[derive(Debug, Default)]
pub(super) struct FieldNames(BTreeMap<String, RecordField>);

/// What a property is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum PropertyMeaning<'n> {
    /// This field.
    Field(&'n RecordField),
    /// Meant for us, but no field.
    Unknown,
    /// Nothing of ours.
    Other,
}

impl FieldNames {
    /// The fields that engagements have in the words of a charter.
    pub(super) fn new(words: &Vocabulary<'_>) -> Self {
        let leaves = RecordType::Engagement.leaves(words).into_iter();
        FieldNames(leaves.map(|leaf| (spelled(&leaf.path), leaf)).collect())
    }

    /// Every field.
    #[cfg(test)]
    pub(super) fn all(&self) -> impl Iterator<Item = &RecordField> {
        self.0.values()
    }

    /// What a property of this name is. Without `CHARTER` in it only names within groups are
    /// known: `X-NOTICE-SENT` can hardly be anything else, `X-CONTACT` and `X-STATUS` can.
    pub(super) fn find(&self, name: &str) -> PropertyMeaning<'_> {
        if let Some(ours) = name.strip_prefix(OURS) {
            let ours = spelled(ours);
            return self
                .0
                .get(&ours)
                .map_or(PropertyMeaning::Unknown, PropertyMeaning::Field);
        }
        let plain = name.strip_prefix("X-").map(spelled);
        let known = plain.and_then(|plain| self.0.get(&plain));
        known
            .filter(|known| known.path.contains('.'))
            .map_or(PropertyMeaning::Other, PropertyMeaning::Field)
    }

    /// The property that one of ours which is no field was most likely meant to be.
    pub(super) fn nearest(&self, name: &str) -> Option<String> {
        let ours = spelled(name.strip_prefix(OURS)?);
        let near = nearest(&ours, self.0.keys().map(String::as_str))?;
        Some(format!("{OURS}{}", near.to_ascii_uppercase()))
    }
}

/// The spelling that dots, dashes and underscores share.
fn spelled(name: &str) -> String {
    name.to_ascii_lowercase().replace(['.', '_'], "-")
}
