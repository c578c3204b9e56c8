//! The fields that an expression names.

use super::gap::Gap;
use super::outcome::ConditionOutcome;
use crate::record::view::{Said, View};

/// The fields that an expression names, each once.
#[derive(Debug, Clone, Default)]
pub(super) struct Paths {
    /// Those that are read from the record, by the names that lead to them.
    pub(super) fields: Vec<Vec<String>>,
    /// Every path in words: first those of `fields`, then those of groups in lists.
    pub(super) words: Vec<String>,
}

impl Paths {
    pub(super) fn said<'a>(&self, view: &View<'a>) -> Vec<Said<'a>> {
        self.fields.iter().map(|path| view.said(path)).collect()
    }

    fn word(&self, at: usize) -> String {
        self.words.get(at).cloned().unwrap_or_default()
    }

    pub(super) fn outcome(&self, gap: Gap) -> ConditionOutcome {
        match gap {
            Gap::Denied(path, place) => ConditionOutcome::Denied {
                path: self.word(path),
                place,
            },
            Gap::Missing(path, gap) => ConditionOutcome::Missing {
                path: self.word(path),
                gap,
            },
            Gap::Unreadable(place) => ConditionOutcome::Unreadable { place },
            Gap::Unknown(why) => ConditionOutcome::Unknown { why },
            Gap::Broken => ConditionOutcome::Unknown {
                why: "the expression mixes types".to_owned(),
            },
        }
    }
}
