//! Airtable: a base as a text; it has the moment when each row was made.

use super::{Export, RowsAre};

pub(super) const EXPORT: Export = Export {
    name: "a table of Airtable",
    known_by: &["name", "created", "attachments"],
    columns: &[
        ("name", "title"),
        ("created", "none"),
        ("attachments", "none"),
    ],
    people: &["created by", "last modified by", "collaborator"],
    rows: RowsAre::Engagements,
    #[cfg(test)]
    example: "Name,Meeting Date,Type,Created By,Attachments,Created\n\
              Board,26/2/2026 10:30am,Workshop,Pat Example,,2/2/2026 9:12am\n",
};
