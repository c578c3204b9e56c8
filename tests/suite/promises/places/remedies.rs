//! What would help is said in the words of the file in which a record is kept.

use serde_json::Value;

use crate::{json_of, run_in};

use super::{AS_OF, bench};

/// What would help, by clause, in the JSON report of files: once for every finding.
fn remedies(files: &[(&str, &str)], clause: &str) -> Vec<String> {
    let report: Value = serde_json::from_str(&json_of(&bench(files), AS_OF)).unwrap();
    let findings = report.get("findings").unwrap().as_array().unwrap();
    let said = |finding: &Value, field: &str| {
        let value = finding.get(field).unwrap();
        value.as_str().unwrap_or_default().to_owned()
    };
    let own = findings
        .iter()
        .filter(|finding| said(finding, "clause") == clause);
    own.map(|finding| said(finding, "remedy")).collect()
}

/// The same where there is one finding.
fn remedy(files: &[(&str, &str)], clause: &str) -> String {
    let [remedy] = remedies(files, clause).try_into().unwrap();
    remedy
}

/// Notice and feedback that a table has a column for, and papers that it has none for.
const LOG: &str = "Title,Type,Date,Invite went out,Date fed back,Venue type,Loop\n\
                   Board,meeting,12/03/2026,,,in person,no\n";

#[test]
fn a_blank_cell_is_named_by_its_own_heading() {
    let log = &[("log.csv", LOG)];
    // The last day to send is 14 clear days before 12 March.
    assert_eq!(
        remedy(log, "O4a1"),
        "Add the day in the column `Invite went out`; the last day to send was Wed 25 Feb 2026."
    );
    assert_eq!(
        remedy(log, "O4e1"),
        "Sending feedback now would keep this promise, though late; if it was sent, add the day in the \
         column `Date fed back`."
    );
    // What it has no column for.
    assert!(
        remedy(log, "O4a3").starts_with("Add a column `Papers sent` to the table;"),
        "{}",
        remedy(log, "O4a3")
    );
}

#[test]
fn a_file_of_fields_keeps_its_own_words() {
    let record = "title: Board\nkind: meeting\ndate: 2026-03-12\n";
    let minutes = format!("---\n{record}---\nAll well.\n");
    for file in [("a.yaml", record), ("a.md", minutes.as_str())] {
        assert_eq!(
            remedy(&[file], "O4a1"),
            "Add the day as `sent` under `notice`; the last day to send was Wed 25 Feb 2026."
        );
        assert_eq!(
            remedy(&[file], "O1a"),
            "Add the day as `invited` under `forum`, or `forum: no`."
        );
    }
}

/// Each sheet has columns of its own, and a column under another is named with it.
#[test]
fn a_column_is_named_as_its_own_table_names_it() {
    let above = "Log,,,\n,,Invitations,\nTitle,Date,Sent,How\nBoard,12/03/2026,,email\n";
    assert!(
        remedy(&[("log.csv", above)], "O4a1")
            .starts_with("Add the day in the column `Invitations › Sent`;")
    );
    let asked = [(
        "asks.csv",
        "Request,By,To,Made,Answered\nSpeaker,council,forum,10/01/2026,\n",
    )];
    let remedy = remedy(&asked, "W1");
    assert!(
        remedy.ends_with("add the day in the column `Answered`."),
        "{remedy}"
    );
}

/// A reason that a table has no column for would have to have one.
#[test]
fn a_column_that_is_missing_is_named_by_its_usual_heading() {
    let log = "Title,Type,Date,Start,End,Audience,Organiser\n\
               Board,meeting,12/03/2026,09:00,10:00,parents,council\n";
    let remedy = remedy(&[("log.csv", log)], "O4b");
    assert_eq!(
        remedy,
        "If the time was considered, say how in a new column `Times considered`. Next time, ask the \
         forum which times suit."
    );
}

/// A heading can hold anything, and every format says the same.
#[test]
fn each_of_several_tables_names_its_own_headings() {
    let log = "Title,Type,Date,Invite went out\nBoard,meeting,10/03/2026,\n\
               Title,Type,Date,Invites sent\nPanel,meeting,12/03/2026,\n";
    let remedies = remedies(&[("log.csv", log)], "O4a1");
    // The last days to send are 14 clear days before 10 and 12 March.
    assert_eq!(
        remedies,
        [
            "Add the day in the column `Invite went out`; the last day to send was Mon 23 Feb 2026.",
            "Add the day in the column `Invites sent`; the last day to send was Wed 25 Feb 2026."
        ]
    );
}

#[test]
fn headings_in_remedies_are_redacted() {
    let table = "Title,Type,Date,Sent 07700 900123\nBoard,meeting,12/03/2026,\n";
    let columns = "columns: { \"Sent 07700 900123\": notice.sent }\n";
    let folder = tempfile::TempDir::new().unwrap();
    std::fs::write(folder.path().join("log.csv"), table).unwrap();
    std::fs::write(folder.path().join("columns.yaml"), columns).unwrap();
    for format in ["text", "markdown", "html", "json", "csv", "sarif", "junit"] {
        let args = ["report", "log.csv", "--as-of", AS_OF, "--format", format];
        let (_, out, err) = run_in(folder.path(), &args);
        assert!(
            !out.contains("900123") && !err.contains("900123"),
            "{format}"
        );
    }
}
