//! Zoom: who came to a meeting and when, below a line about the meeting.

use super::{Export, RowsAre};

pub(super) const EXPORT: Export = Export {
    name: "a list of participants of Zoom",
    known_by: &["name original name"],
    columns: &[],
    people: &[],
    rows: RowsAre::People,
    #[cfg(test)]
    example: "Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants\n\
              123,Board,03/12/2026 10:28:03 AM,03/12/2026 12:04:40 PM,pat@forum.example,97,1\n\n\
              Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n\
              Pat Example,,03/12/2026 10:28:03 AM,03/12/2026 12:04:40 PM,97,Yes\n",
};
