//! The fields that an expression names.

use super::gap::Gap;
use super::outcome::Outcome;
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

    pub(super) fn outcome(&self, gap: Gap) -> Outcome {
        match gap {
            Gap::Denied(path, place) => Outcome::Denied {
                path: self.word(path),
                place,
            },
            Gap::Silent(path, place) => Outcome::Silent {
                path: self.word(path),
                place,
            },
            Gap::Unreadable(place) => Outcome::Unreadable { place },
            Gap::Unknown(why) => Outcome::Unknown { why },
            Gap::Broken => Outcome::Unknown {
                why: "the expression mixes types".to_owned(),
            },
        }
    }
}
