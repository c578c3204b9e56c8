//! Google: a calendar as a text in the headings that Google takes.

use super::{EntryColumns, Export, RowsAre};

pub(super) const EXPORT: Export = Export {
    name: "a Google calendar",
    known_by: &[
        "subject",
        "start date",
        "start time",
        "all day event",
        "location",
    ],
    columns: &[
        ("subject", "title"),
        ("all day event", "none"),
        ("private", "none"),
    ],
    people: &[],
    rows: RowsAre::Entries(&EntryColumns {
        whole_days: "all day event",
        private: &["private"],
        invited: &[],
    }),
    #[cfg(test)]
    example: "Subject,Start Date,Start Time,End Date,End Time,All Day Event,Description,Location,Private\n\
              Board,12/03/2026,10:30,12/03/2026,12:00,False,,Civic Hall,False\n",
};
