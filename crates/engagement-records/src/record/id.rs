//! What records are called.

use std::ops::Deref;

/// The id of a record. Reports name records by it, and explanations say by it what they speak of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Id {
    /// Given in the record, so that no other may have it.
    Given(String),
    /// Made up from the name of the file and the record's place in it. Files of the same name in
    /// different folders give the same ones, which is nobody's mistake.
    MadeUp(String),
}

impl Id {
    /// The id of a record that gives none. `stem` is the file's name without its ending; `mark`
    /// tells the records of one file apart where it has several.
    pub(super) fn made_up(stem: &str, mark: Option<&str>) -> Self {
        Id::MadeUp(match mark {
            Some(mark) => format!("{stem}#{mark}"),
            None => stem.to_owned(),
        })
    }

    /// The name of the file that it was made up from before it was given: records of one file that
    /// were converted into files of their own keep such ids.
    pub(super) fn earlier_file(&self) -> Option<&str> {
        match self {
            Id::Given(id) => id.split_once('#').map(|(stem, _)| stem),
            Id::MadeUp(_) => None,
        }
    }

    /// Whether the record says it itself, so that it stays when files are moved and renamed.
    pub fn is_given(&self) -> bool {
        match self {
            Id::Given(_) => true,
            Id::MadeUp(_) => false,
        }
    }

    /// The id itself.
    pub fn as_str(&self) -> &str {
        match self {
            Id::Given(id) | Id::MadeUp(id) => id,
        }
    }
}

impl Deref for Id {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}
