//! The fields that an expression names.

use super::gap::NoValue;
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

    pub(super) fn outcome(&self, gap: NoValue) -> ConditionOutcome {
        match gap {
            NoValue::Denied(path, place) => ConditionOutcome::Denied {
                path: self.word(path),
                place,
            },
            NoValue::Missing(path, gap) => ConditionOutcome::Missing {
                path: self.word(path),
                gap,
            },
            NoValue::Unreadable(place) => ConditionOutcome::Unreadable { place },
            NoValue::SomeDay(path) => ConditionOutcome::Unknown {
                why: format!(
                    "the record does not say on which day `{}` was",
                    self.word(path)
                ),
            },
            NoValue::Unknown(why) => ConditionOutcome::Unknown { why },
            NoValue::Broken => ConditionOutcome::Unknown {
                why: "the expression mixes types".to_owned(),
            },
        }
    }
}
