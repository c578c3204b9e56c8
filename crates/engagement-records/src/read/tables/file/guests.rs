//! Lists of people who came to something, in a file of tables.

use std::collections::BTreeMap;

use super::TableFile;
use crate::read::item::Take;
use crate::read::tables::attendance::{AttendanceList, Meeting};
use crate::read::tables::diagnostics;
use crate::read::tables::rows::Rows;
use crate::read::tables::tree::{ColumnValue, Sureness, fill_in, record};
use crate::record::RecordType;
use located::source::Span;

impl TableFile<'_> {
    /// Reads the meetings to which the people of a list came, and says whether there are any.
    pub(super) fn attendance(
        &mut self,
        what: &str,
        rows: &mut Rows<'_>,
        take: &mut Take<'_>,
    ) -> bool {
        let sheet = rows.sheet;
        let Some(list) = AttendanceList::of(sheet) else {
            return false;
        };
        let meetings = list.meetings(self.job.imports.dates);
        if meetings.all.is_empty() {
            return false;
        }
        self.tables += 1;
        let start = self.transcript.text().len();
        let mut places = BTreeMap::new();
        for row in &sheet.rows {
            let cells = rows.pass_over(row, false, &mut self.transcript);
            let cells = cells.into_iter();
            places.extend(cells.map(|(column, place)| ((row.number, column), place)));
        }
        self.unparsed(rows);
        self.unreadable_cells(rows);
        for meeting in &meetings.all {
            let leaves = list.leaves(meeting, &places).into_iter();
            let values = leaves.map(|leaf| ColumnValue {
                leaf,
                said: Sureness::Plainly,
            });
            if let Some(mut node) = record(values.collect(), RecordType::Engagement) {
                fill_in(&mut node, &self.job.imports.defaults);
                let mark = meeting.first_row.to_string();
                self.hand_over(&node, mark, Vec::new(), rows, take);
            }
        }
        for _ in 0..meetings.without_day {
            self.pass("rows of people who came on a day that their list does not say");
        }
        let place = Span::new(self.job.id, start, start);
        let told = diagnostics::attendance(what, meetings.names_somebody, place);
        self.scan.faults.push(told);
        let day = meetings.all.first().map(Meeting::place_of_day);
        let place = day.and_then(|at| places.get(&at));
        if let Some(place) = place.filter(|_| meetings.is_doubtful) {
            self.scan.faults.push(diagnostics::either_order(*place));
        }
        true
    }
}
