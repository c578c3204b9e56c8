//! Tables that other programs export, and tables of something else than records.

use super::{faults, says, tables};

/// Whether a text stands anywhere in what was read of files, faults included.
fn shows(bench: &crate::Bench, text: &str) -> bool {
    let records = format!("{:?}", bench.reading.records.engagements);
    let contacts = format!("{:?}", bench.reading.records.contacts);
    records.contains(text) || contacts.contains(text)
}

#[test]
fn whoever_filled_in_a_form_is_not_what_it_is_about() {
    let bench = tables(&[(
        "form.csv",
        "ID,Start time,Completion time,Email,Name,What was the meeting called?,When was it?\n\
         1,02/03/2026 21:14,02/03/2026 21:19,anonymous,Pat Example,Board,26/02/2026\n",
    )]);
    assert_eq!(says(&bench, "1", "title"), "Text(\"Board\")");
    assert_eq!(says(&bench, "1", "date"), "Date(2026-02-26)");
    assert!(says(&bench, "1", "start") != "Time(21:14:00)");
    assert!(!shows(&bench, "Pat Example"));
    assert_eq!(
        faults(&bench),
        [("known-export", "form.csv › A1".to_owned())]
    );
}

#[test]
fn a_calendar_of_outlook_has_titles_under_subject() {
    let bench = tables(&[(
        "calendar.csv",
        "Subject,Start Date,Start Time,End Date,End Time,Meeting Organizer,Categories,Show time as\n\
         Board,12/03/2026,10:30:00,12/03/2026,12:00:00,Pat Example,Meeting,2\n",
    )]);
    assert_eq!(says(&bench, "calendar#2", "title"), "Text(\"Board\")");
    assert_eq!(says(&bench, "calendar#2", "date"), "Date(2026-03-12)");
    assert_eq!(says(&bench, "calendar#2", "start"), "Time(10:30:00)");
    assert_eq!(says(&bench, "calendar#2", "end"), "Time(12:00:00)");
    assert!(!shows(&bench, "Pat Example"));
}

#[test]
fn lists_of_people_actions_and_money_are_no_records() {
    let bench = tables(&[
        (
            "teams.csv",
            "1. Summary\nMeeting title,Board\n\n2. Participants\n\
             Name,First Join,Last Leave,In-Meeting Duration,Email,Role\n\
             Pat Example,\"12/03/2026, 10:28:03\",\"12/03/2026, 12:04:40\",1h,,Organizer\n",
        ),
        (
            "signed.csv",
            "Date,Meeting,Name,Organisation,Signed in\n12/03/2026,Board,Pat Example,Forum,10:02\n",
        ),
        (
            "actions.csv",
            "Action,Owner,Due date,Status\nBook the hall,Pat Example,12/3/2026,Open\n",
        ),
        ("budget.csv", "Item,Date,Amount\nHall,12/3/2026,120\n"),
        (
            "people.csv",
            "Name,Role,Phone,Organisation\nPat Example,Chair,none,Forum\n",
        ),
        (
            "terms.csv",
            "Term,Start date,End date\nSpring,5/1/2026,27/3/2026\n",
        ),
    ]);
    assert_eq!(bench.reading.records.len(), 0);
    let codes: Vec<&str> = faults(&bench).iter().map(|(code, _)| *code).collect();
    assert_eq!(codes, ["other-table"; 6]);
    let passed: usize = bench
        .reading
        .passed_over
        .iter()
        .map(|(_, count)| count)
        .sum();
    assert_eq!(passed, 6);
}

/// A log of engagements may have actions, costs and who came as well.
#[test]
fn a_log_with_columns_of_other_tables_is_a_log() {
    let bench = tables(&[(
        "log.csv",
        "Name,Date,Type,Invites sent,Parents,Actions,Owner,Cost,Item,Duration\n\
         Board,12/3/2026,Meeting,20/2/2026,7,book,chair,12,hall,2h\n",
    )]);
    assert_eq!(says(&bench, "log#2", "notice.sent"), "Date(2026-02-20)");
}
