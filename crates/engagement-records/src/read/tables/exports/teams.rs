//! Microsoft Teams: who came to a meeting and when, as it is written now and as it was before.

use super::{Export, RowsAre};

pub(super) const REPORT: Export = Export {
    name: "an attendance report of Teams",
    known_by: &["name", "first join", "last leave"],
    columns: &[],
    people: &[],
    rows: RowsAre::People,
    #[cfg(test)]
    example: "1. Summary,\nMeeting title,Board\nAttended participants,1\n\n2. Participants,\n\
              Name,First Join,Last Leave,Email,Role\n\
              Pat Example,\"12/03/2026, 10:28:03\",\"12/03/2026, 12:04:40\",,Organizer\n",
};

pub(super) const OLD_REPORT: Export = Export {
    name: "an attendance list of Teams",
    known_by: &["full name", "user action", "timestamp"],
    columns: &[],
    people: &[],
    rows: RowsAre::People,
    #[cfg(test)]
    example: "Full Name,User Action,Timestamp\nPat Example,Joined,\"12/03/2026, 10:28:03\"\n",
};
