//! Notion: a database as a text; it has the moment when each row was made.

use super::{Export, RowsAre};

pub(super) const EXPORT: Export = Export {
    name: "a database of Notion",
    known_by: &["name", "created time"],
    columns: &[
        ("name", "title"),
        ("created time", "none"),
        ("last edited time", "none"),
    ],
    people: &["created by", "last edited by", "person"],
    rows: RowsAre::Engagements,
    #[cfg(test)]
    example: "Name,Date,Type,Created by,Created time\n\
              Board,\"February 26, 2026\",Workshop,Pat Example,\"February 2, 2026 9:12 AM\"\n",
};
