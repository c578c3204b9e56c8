//! Calendars of committees, as councils publish them (`ModernGov` among others): a row for each meeting.

use super::{Export, RowsAre};

const COLUMNS: &[(&str, &str)] = &[("committee", "title"), ("committee name", "title")];

const PEOPLE: &[&str] = &[
    "chair",
    "clerk",
    "committee clerk",
    "contact officer",
    "democratic services officer",
];

pub(super) const EXPORT: Export = Export {
    name: "a council's calendar of meetings",
    known_by: &["committee", "date", "time"],
    columns: COLUMNS,
    people: PEOPLE,
    rows: RowsAre::Engagements,
    #[cfg(test)]
    example: "Committee,Date,Time,Venue,Status,Clerk\n\
              SEND Partnership Board,12/03/2026,18:00,Town Hall,Scheduled,Pat Example\n",
};

pub(super) const BY_NAME: Export = Export {
    name: "a council's list of meetings",
    known_by: &["committee name", "meeting date"],
    columns: COLUMNS,
    people: PEOPLE,
    rows: RowsAre::Engagements,
    #[cfg(test)]
    example: "Committee name,Meeting date,Meeting time,Location,Meeting status\n\
              SEND Partnership Board,12/03/2026,18:00,Town Hall,Cancelled\n",
};
