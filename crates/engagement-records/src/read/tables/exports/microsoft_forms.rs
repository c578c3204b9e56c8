//! Microsoft Forms: the answers to a form. The first columns are about whoever filled it in and when.

use super::{Export, RowsAre};

pub(super) const EXPORT: Export = Export {
    name: "answers to a form of Microsoft Forms",
    known_by: &["id", "start time", "completion time", "email", "name"],
    columns: &[
        ("which meeting is this about", "title"),
        ("which event is this about", "title"),
    ],
    people: &[
        "start time",
        "completion time",
        "email",
        "name",
        "last modified time",
    ],
    rows: RowsAre::Answers,
    #[cfg(test)]
    example: "ID,Start time,Completion time,Email,Name,What was the meeting called?,When was it?\n\
              1,02/03/2026 21:14,02/03/2026 21:19,anonymous,Pat Example,Board,26/02/2026\n",
};
