//! `SharePoint` and Microsoft Lists: a list with a line about its columns above it.

use super::{Export, RowsAre};

pub(super) const EXPORT: Export = Export {
    name: "a list of SharePoint or Microsoft Lists",
    known_by: &["listschema"],
    columns: &[],
    people: &["created by", "modified by", "person", "assigned to"],
    rows: RowsAre::Engagements,
    #[cfg(test)]
    example: "ListSchema={}\nTitle,Meeting date,Created By\nBoard,2026-02-26T10:30:00Z,Pat Example\n",
};
