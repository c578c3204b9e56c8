//! Outlook: a calendar exported to a text, one row for each entry.

use super::{EntryColumns, Export, RowsAre};

pub(super) const EXPORT: Export = Export {
    name: "an Outlook calendar",
    known_by: &[
        "subject",
        "start date",
        "start time",
        "end date",
        "end time",
        "show time as",
    ],
    columns: &[
        ("subject", "title"),
        ("all day event", "none"),
        ("private", "none"),
        ("sensitivity", "none"),
    ],
    people: &[
        "meeting organizer",
        "required attendees",
        "optional attendees",
        "meeting resources",
    ],
    rows: RowsAre::Entries(&EntryColumns {
        whole_days: "all day event",
        private: &["private", "sensitivity"],
        invited: &["required attendees", "optional attendees"],
    }),
    #[cfg(test)]
    example: "Subject,Start Date,Start Time,End Date,End Time,All day event,Meeting Organizer,\
              Required Attendees,Categories,Location,Show time as\n\
              Board,12/03/2026,10:30:00,12/03/2026,12:00:00,False,Pat Example,\
              Pat Example;Sam Example,Meeting,Civic Hall,2\n",
};
