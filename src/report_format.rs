//! By what a report of this program is known again, for those who write reports and those who meet
//! one among the records.

use engagement_records::read::ReportMarks;

/// What the program calls itself in formats of others.
pub(crate) const PROGRAM: &str = "charter-audit";

/// What every report for people is called.
pub(crate) const TITLE: &str = "Was the coproduction charter kept?";

/// The version of the JSON report, which stands in its first field.
pub const FORMAT: &str = "charter-audit/1";

/// The first columns of a table of findings.
pub(crate) const FIRST_HEADINGS: [&str; 4] = ["Clause", "Promise", "Promise of", "Checked"];

/// What a list of what falls due is called.
pub(crate) const DUE_TITLE: &str = "What is to be done, by whom and by when";

/// The version of what falls due in JSON.
pub(crate) const DUE_FORMAT: &str = "charter-audit-due/1";

/// The first columns of a table of what falls due.
pub(crate) const FIRST_DUE_HEADINGS: [&str; 4] = ["By", "Overdue", "At the latest by", "Who"];

/// What a plan for an engagement is called.
pub(crate) const PLAN_TITLE: &str = "Plan for an engagement";

/// What a list of times for an engagement is called.
pub(crate) const TIMES_TITLE: &str = "Times for an engagement";

/// The version of a plan in JSON.
pub(crate) const PLAN_FORMAT: &str = "charter-audit-plan/1";

/// The version of such a list in JSON.
pub(crate) const TIMES_FORMAT: &str = "charter-audit-times/1";

/// What is called so that says whether a charter's numbers fit what was done.
pub(crate) const CALIBRATION_TITLE: &str = "Do the numbers of the charter fit what was done?";

/// The version of that in JSON.
pub(crate) const CALIBRATION_FORMAT: &str = "charter-audit-calibrate/1";

/// What the first line of a baseline begins with that is no remark, whatever its version.
pub(crate) const BASELINE: &str = "charter-audit-baseline/";

/// By all of these.
pub(crate) const MARKS: ReportMarks = ReportMarks {
    program: PROGRAM,
    titles: &[TITLE, DUE_TITLE, PLAN_TITLE, TIMES_TITLE, CALIBRATION_TITLE],
    format: PROGRAM,
    tables: &[&FIRST_HEADINGS, &FIRST_DUE_HEADINGS],
    baseline: BASELINE,
    is_fingerprint: |word| {
        word.len() == 32 && word.bytes().all(|sign| (b'a'..=b'p').contains(&sign))
    },
};
