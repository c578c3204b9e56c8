//! By what a report of this program is known again, for those who write reports and those who meet
//! one among the records.

use engagement_records::read::ReportMarks;

/// What the program calls itself in formats of others.
pub(crate) const PROGRAM: &str = "charter-audit";

/// What every report for people is called.
pub(crate) const TITLE: &str = "Was the coproduction charter kept?";

/// The version of the JSON report, which stands in its first field.
pub const FORMAT: &str = "charter-audit/1";

/// What the field of the format begins with, whatever the version.
const ANY_FORMAT: &str = "charter-audit/";

/// The first columns of a table of findings.
pub(crate) const FIRST_HEADINGS: [&str; 4] = ["Clause", "Promise", "Promise of", "Checked"];

/// By all of these.
pub(crate) const MARKS: ReportMarks = ReportMarks {
    program: PROGRAM,
    title: TITLE,
    format: ANY_FORMAT,
    headings: &FIRST_HEADINGS,
    is_fingerprint: |word| {
        word.len() == 32 && word.bytes().all(|sign| (b'a'..=b'p').contains(&sign))
    },
};
