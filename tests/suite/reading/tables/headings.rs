//! What columns mean by the parts of their headings and by their cells.

use super::{faults, says, tables};

#[test]
fn cells_decide_what_a_heading_leaves_open() {
    let bench = tables(&[(
        "log.csv",
        "Title,Date,Feedback,Notice,YP,Outcome,Start\n\
         a,12/3/2026,20/3/2026,20/2/2026,3,More Saturdays,10:30\n\
         b,13/3/2026,none,yes,0,,9am\n\
         c,16/3/2026,27/3/2026,2/3/2026,,,\n",
    )]);
    assert_eq!(says(&bench, "log#2", "feedback.sent"), "Date(2026-03-20)");
    assert_eq!(says(&bench, "log#3", "feedback.sent"), "none");
    assert_eq!(says(&bench, "log#4", "notice.sent"), "Date(2026-03-02)");
    assert_eq!(
        says(&bench, "log#2", "attendance.cyp"),
        "Number(Amount { low: 3, high: 3 })"
    );
    assert_eq!(says(&bench, "log#2", "start"), "Time(10:30:00)");
    assert_eq!(says(&bench, "log#3", "notice.sent"), "some day");
    // Nobody can tell what an outcome is of.
    assert_eq!(
        faults(&bench),
        [("unknown-heading", "log.csv › F1".to_owned())]
    );
}

#[test]
fn cells_that_are_none_of_a_fields_leave_its_column_unread() {
    // Texts where a day is meant, a day where a count is, days among words: nothing is made of any.
    let bench = tables(&[(
        "log.csv",
        "Title,Date,Results published,Feedback,No. of pupils,Consultation category\n\
         a,12/3/2026,on the website,good,12/3/2026,Blue\n\
         b,13/3/2026,in the newsletter,20/3/2026,13/3/2026,Green\n",
    )]);
    for path in ["feedback.sent", "attendance.cyp", "kind"] {
        assert_eq!(says(&bench, "log#2", path), "silent", "{path}");
        assert_eq!(says(&bench, "log#3", path), "silent", "{path}");
    }
    assert_eq!(
        faults(&bench),
        [("unknown-heading", "log.csv › C1".to_owned())]
    );
}

#[test]
fn what_a_surer_column_says_goes_before() {
    let bench = tables(&[(
        "log.csv",
        "Planned date,Title,Date,Minutes sent,Feedback sent\n\
         5/3/2026,a,12/3/2026,13/3/2026,20/3/2026\n\
         5/3/2026,b,,13/3/2026,\n",
    )]);
    assert_eq!(says(&bench, "log#2", "date"), "Date(2026-03-12)");
    assert_eq!(says(&bench, "log#2", "feedback.sent"), "Date(2026-03-20)");
    assert_eq!(says(&bench, "log#3", "date"), "Date(2026-03-05)");
    assert_eq!(says(&bench, "log#3", "feedback.sent"), "Date(2026-03-13)");
    assert_eq!(faults(&bench), []);
}

#[test]
fn first_and_last_days_serve_events_and_surveys_alike() {
    let bench = tables(&[(
        "log.csv",
        "Title,Type,Start date,End date\n\
         a,Survey,2/3/2026,27/3/2026\n\
         b,Meeting,12/3/2026,12/3/2026\n\
         c,Consultation,12/1/2026,8/3/2026\n",
    )]);
    assert_eq!(says(&bench, "log#2", "opens"), "Date(2026-03-02)");
    assert_eq!(says(&bench, "log#2", "closes"), "Date(2026-03-27)");
    assert_eq!(says(&bench, "log#2", "date"), "silent");
    assert_eq!(says(&bench, "log#3", "date"), "Date(2026-03-12)");
    assert_eq!(says(&bench, "log#3", "opens"), "silent");
    assert_eq!(says(&bench, "log#4", "closes"), "Date(2026-03-08)");
}

#[test]
fn headings_over_several_columns_reach_to_the_next_in_a_text() {
    let bench = tables(&[(
        "log.csv",
        "Engagement log,,,,,,,,,\n\
         ,,,Invitations,,Attendance,,Feedback,,\n\
         Title,Date,Type,Date sent,How,Parents,CYP,Date sent,To whom,Status\n\
         Board,12/03/2026,Meeting,20/02/2026,email,7,0,20/03/2026,parents,sent\n",
    )]);
    assert_eq!(says(&bench, "log#4", "date"), "Date(2026-03-12)");
    assert_eq!(says(&bench, "log#4", "notice.sent"), "Date(2026-02-20)");
    assert_eq!(says(&bench, "log#4", "notice.channel"), "Text(\"email\")");
    assert_eq!(says(&bench, "log#4", "feedback.sent"), "Date(2026-03-20)");
    assert_eq!(
        says(&bench, "log#4", "feedback.to"),
        "List([Text(\"parents\")])"
    );
    assert_eq!(
        says(&bench, "log#4", "attendance.parents"),
        "Number(Amount { low: 7, high: 7 })"
    );
    // How far the feedback has come says nothing of the engagement.
    assert_eq!(says(&bench, "log#4", "status"), "silent");
    assert_eq!(
        faults(&bench),
        [("unknown-heading", "log.csv › J3".to_owned())]
    );
}

/// A line over a table is its title, whatever it says.
#[test]
fn a_title_is_no_heading_over_columns() {
    let bench = tables(&[(
        "log.csv",
        "Feedback,,\nDate,Title,Status\n12/3/2026,Board,Held\n",
    )]);
    assert_eq!(says(&bench, "log#3", "date"), "Date(2026-03-12)");
    assert_eq!(says(&bench, "log#3", "feedback.sent"), "silent");
    assert_eq!(faults(&bench), []);
}

#[test]
fn a_day_in_several_columns_is_one_day_or_a_fault() {
    let bench = tables(&[
        (
            "words.csv",
            "Event,Day,Month,Year\n\
             Board,Thursday,12 March,2026\nPanel,14,May,2026\nGroup,Friday,12 March,2026\n",
        ),
        (
            "numbers.csv",
            "Year,Month,Day,Event\n2026,4,3,Board\n2026,,,Panel\n",
        ),
        // A column of days beside them says it all.
        (
            "all.csv",
            "Event,Date,Month,Year\nBoard,5/6/2026,June,2026\n",
        ),
        ("date.csv", "Event,Date,Month,Year\nBoard,5,June,2026\n"),
    ]);
    assert_eq!(says(&bench, "words#2", "date"), "Date(2026-03-12)");
    assert_eq!(says(&bench, "words#3", "date"), "Date(2026-05-14)");
    // The 12th was a Thursday.
    assert_eq!(says(&bench, "words#4", "date"), "unreadable");
    assert_eq!(says(&bench, "numbers#2", "date"), "Date(2026-04-03)");
    assert_eq!(says(&bench, "numbers#3", "date"), "unreadable");
    assert_eq!(says(&bench, "all#2", "date"), "Date(2026-06-05)");
    assert_eq!(says(&bench, "date#2", "date"), "Date(2026-06-05)");
    assert_eq!(
        faults(&bench),
        [
            ("wrong-value", "words.csv › B4".to_owned()),
            ("wrong-value", "numbers.csv › C3".to_owned()),
            ("unknown-heading", "all.csv › C1".to_owned()),
        ]
    );
}

#[test]
fn rows_of_a_register_of_consultations_are_consultations() {
    let bench = tables(&[
        (
            "register.csv",
            "Consultation register 2025/26,,,,\n\
             Title of consultation,Method of consultation,Start date,End date,No. of responses\n\
             Short breaks,Online survey,2/3/2026,27/3/2026,214\n",
        ),
        (
            "surveys.csv",
            "Survey title,Type,Start date,End date\n\
             Transport,,12/1/2026,8/3/2026\nLaunch,Meeting,14/1/2026,14/1/2026\n",
        ),
        (
            "log.csv",
            "Title,Type,Date,End date\nTransport,Survey,12/1/2026,8/3/2026\n",
        ),
    ]);
    assert_eq!(says(&bench, "register#3", "kind"), "Text(\"consultation\")");
    assert_eq!(says(&bench, "register#3", "opens"), "Date(2026-03-02)");
    assert_eq!(says(&bench, "register#3", "closes"), "Date(2026-03-27)");
    assert_eq!(says(&bench, "surveys#2", "kind"), "Text(\"survey\")");
    assert_eq!(says(&bench, "surveys#2", "closes"), "Date(2026-03-08)");
    assert_eq!(says(&bench, "surveys#3", "date"), "Date(2026-01-14)");
    assert_eq!(says(&bench, "log#2", "opens"), "Date(2026-01-12)");
    assert_eq!(says(&bench, "log#2", "date"), "silent");
}

/// One cell is there by chance; a column of none is blank for the field of its usual heading.
#[test]
fn an_open_heading_needs_more_than_one_cell() {
    let bench = tables(&[
        (
            "one.csv",
            "Title,Date,Notice given,Start\na,12/3/2026,20/2/2026,12/3/2026\n",
        ),
        ("none.csv", "Title,Date,Notice given,Start\na,12/3/2026,,\n"),
        ("late.csv", "Title,Date,End\na,12/3/2026,26:30\n"),
    ]);
    assert_eq!(says(&bench, "one#2", "notice.sent"), "silent");
    assert_eq!(says(&bench, "late#2", "end"), "unreadable");
    assert_eq!(
        faults(&bench),
        [
            ("unknown-heading", "one.csv › C1".to_owned()),
            ("wrong-value", "late.csv › C2".to_owned()),
        ]
    );
}

#[test]
fn remarks_between_days_do_not_hide_what_a_column_is_for() {
    let bench = tables(&[(
        "log.csv",
        "Title,Date,Feedback\n\
         a,12/3/2026,Minutes sent 20/3\n\
         b,13/3/2026,yes 27/3\n\
         c,16/3/2026,Waiting\n\
         d,17/3/2026,Photos on FB\n\
         e,18/3/2026,You said we did sent 2/4\n",
    )]);
    assert_eq!(says(&bench, "log#2", "feedback.sent"), "Date(2026-03-20)");
    assert_eq!(says(&bench, "log#3", "feedback.sent"), "Date(2026-03-27)");
    assert_eq!(says(&bench, "log#6", "feedback.sent"), "Date(2026-04-02)");
}
