//! A calendar as a text with fewer columns than Outlook and Google write, because somebody took some
//! out, or another program wrote it.

use super::{EntryColumns, Export, RowsAre};

const ENTRIES: EntryColumns = EntryColumns {
    whole_days: "all day event",
    private: &["private", "sensitivity"],
    invited: &["required attendees", "optional attendees"],
};

const PEOPLE: &[&str] = &[
    "meeting organizer",
    "required attendees",
    "optional attendees",
    "meeting resources",
];

pub(super) const EXPORT: Export = Export {
    name: "a calendar",
    known_by: &["subject", "start date", "all day event"],
    columns: &[
        ("subject", "title"),
        ("all day event", "none"),
        ("private", "none"),
        ("sensitivity", "none"),
    ],
    people: PEOPLE,
    rows: RowsAre::Entries(&ENTRIES),
    #[cfg(test)]
    example: "Subject,Start Date,All day event,Required Attendees\n\
              Board,12/03/2026,False,Pat Example\n",
};

pub(super) const BY_DAY: Export = Export {
    known_by: &["start date", "subject", "all day event"],
    #[cfg(test)]
    example: "Start Date,Subject,All day event,Required Attendees\n\
              12/03/2026,Board,False,Pat Example\n",
    ..EXPORT
};
