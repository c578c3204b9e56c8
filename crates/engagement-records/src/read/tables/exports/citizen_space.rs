//! Citizen Space: the consultations of a hub, one row each.

use super::{Export, RowsAre};

pub(super) const EXPORT: Export = Export {
    name: "the consultations of Citizen Space",
    known_by: &["id", "title", "status", "opened", "closed", "url"],
    columns: &[("we asked", "none"), ("url", "none")],
    people: &["contact name", "contact email"],
    rows: RowsAre::Consultations,
    #[cfg(test)]
    example: "ID,Title,Status,Opened,Closed,Department,Audience,URL\n\
              101,Short breaks,Closed,2026-03-02,2026-03-27,Education,Parents,https://consult.example/1\n",
};
