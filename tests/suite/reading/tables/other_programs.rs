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
            "booked.csv",
            "Date,Meeting,Name,Ticket type,Dietary requirements\n\
             12/03/2026,Board,Pat Example,General,none\n",
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
    assert_eq!(codes, ["other-table"; 5]);
    let passed: usize = bench
        .reading
        .passed_over
        .iter()
        .map(|(_, count)| count)
        .sum();
    assert_eq!(passed, 5);
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

/// A month is no day, and whoever answers for a decision is nobody's business.
#[test]
fn a_forward_plan_lists_decisions() {
    for (heading, day) in [
        (
            "Item,Decision maker,Decision due,Lead officer",
            "10 June 2026",
        ),
        (
            "Issue,Decision Maker,Decision Due,Lead Officer",
            "10/06/2026",
        ),
        (
            "Matter for decision,Decision maker,Decision due date,Key decision",
            "10/6/2026",
        ),
    ] {
        let table = format!(
            "{heading},Consultees\n\
             Short breaks contract,Cabinet,{day},Pat Example,Parents\n\
             Transport policy,Cabinet,July 2026,Pat Example,\n"
        );
        let bench = tables(&[("plan.csv", &table)]);
        let decisions = &bench.reading.records.decisions;
        assert_eq!(decisions.len(), 2, "{heading}");
        let title = |at: usize| decisions[at].title.get().map(String::as_str);
        assert_eq!(title(0), Some("Short breaks contract"));
        assert_eq!(
            decisions[0].decided.get(),
            "2026-06-10".parse().ok().as_ref()
        );
        assert_eq!(decisions[0].by.get().map(String::as_str), Some("Cabinet"));
        assert_eq!(title(1), Some("Transport policy"));
        assert_eq!(decisions[1].decided.get(), None);
        assert!(
            !format!("{decisions:?}").contains("Pat Example"),
            "{heading}"
        );
        let codes: Vec<&str> = faults(&bench).iter().map(|(code, _)| *code).collect();
        assert!(codes.contains(&"known-export"), "{codes:?}");
        assert!(codes.contains(&"not-said"), "{codes:?}");
    }
}

#[test]
fn a_calendar_of_committees_lists_meetings() {
    for heading in [
        "Committee,Date,Time,Venue,Status,Clerk",
        "Committee name,Meeting date,Meeting time,Location,Meeting status,Contact officer",
    ] {
        let table = format!(
            "{heading}\n\
             SEND Partnership Board,12/03/2026,18:00,Town Hall,Scheduled,Pat Example\n\
             SEND Partnership Board,23/04/2026,10:00,Town Hall,Cancelled,Pat Example\n"
        );
        let bench = tables(&[("meetings.csv", &table)]);
        for (path, said) in [
            ("title", "Text(\"SEND Partnership Board\")"),
            ("date", "Date(2026-03-12)"),
            ("start", "Time(18:00:00)"),
            ("status", "Text(\"planned\")"),
        ] {
            assert_eq!(says(&bench, "meetings#2", path), said, "{heading}");
        }
        assert_eq!(says(&bench, "meetings#3", "status"), "Text(\"cancelled\")");
        assert!(!shows(&bench, "Pat Example"));
    }
}

/// Nobody can tell which meeting an answer belongs to that names none.
#[test]
fn what_was_said_and_done_is_no_meeting() {
    for heading in [
        "When,You said,We did,Still to do",
        "Date,You told us,What we did,Progress",
        "You asked,Our response,Month,Lead",
    ] {
        let table = format!("{heading}\n20/10/2025,Not enough respite,Four new clubs,pilot\n");
        let bench = tables(&[("yswd.csv", &table)]);
        assert_eq!(bench.reading.records.len(), 0, "{heading}");
        assert_eq!(faults(&bench)[0].0, "other-table", "{heading}");
    }
    let bench = tables(&[(
        "log.csv",
        "Meeting,Date,You said,We did\nBoard,20/10/2025,Not enough respite,Four new clubs\n",
    )]);
    assert_eq!(
        says(&bench, "log#2", "feedback.we_did"),
        "Text(\"Four new clubs\")"
    );
}

/// A forward plan has a status, as logs of meetings have.
#[test]
fn a_forward_plan_with_the_earliest_days_is_of_decisions() {
    let bench = tables(&[(
        "plan.csv",
        "Forward plan,,,,,\n\nDecision title,Decision maker,Earliest date of decision,\
         Who will be consulted,Contact officer,Status\n\
         School transport policy,Cabinet,14/07/2026,Parents,Head of Transport,Taken\n\
         Leisure centre,Cabinet,September 2026,Public,Head of Leisure,Planned\n",
    )]);
    let records = &bench.reading.records;
    assert_eq!((records.engagements.len(), records.decisions.len()), (0, 2));
    let decided = format!("{:?}", records.decisions[0].decided);
    assert!(decided.contains("2026-07-14"), "{decided}");
}
