//! Google Forms: the answers to a form, each with the moment when it was sent.

use super::{Export, RowsAre};

pub(super) const EXPORT: Export = Export {
    name: "answers to a form of Google Forms",
    known_by: &["timestamp"],
    columns: &[],
    people: &["timestamp", "email address", "username", "score"],
    rows: RowsAre::Answers,
    #[cfg(test)]
    example: "Timestamp,Email address,What was the meeting called?,When was it?\n\
              02/03/2026 21:14:07,rep1@forum.example,Board,26/02/2026\n",
};
