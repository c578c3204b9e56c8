//! Lists of people who came: one meeting with how many, and nobody's name.

use super::{faults, says, tables};
use crate::Bench;

fn number(count: u32) -> String {
    format!("Number(Amount {{ low: {count}, high: {count} }})")
}

/// Everything that was made of the files, faults included.
fn knows(bench: &Bench, text: &str) -> bool {
    format!("{:?} {:?}", bench.reading.records, bench.reading.faults).contains(text)
}

const TEAMS: &str = "1. Summary\n\
    Meeting title\tShort breaks working group\n\
    Attended participants\t3\n\
    Start time\t12/03/2026, 10:28:03\n\
    End time\t12/03/2026, 12:04:40\n\
    Meeting duration\t1h 36m 36s\n\n\
    2. Participants\n\
    Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\n\
    Officer One\t12/03/2026, 10:28:03\t12/03/2026, 12:04:40\t1h 36m\tone@council.example\t\tOrganizer\n\
    Rep Two\t12/03/2026, 10:29:41\t12/03/2026, 12:04:11\t1h 34m\t\t\tPresenter\n\
    Rep Three (Unverified)\t12/03/2026, 10:41:02\t12/03/2026, 11:50:30\t1h 9m\t\t\tAttendee\n\n\
    3. In-Meeting Activities\n\
    Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole\n\
    Officer One\t12/03/2026, 10:28:03\t12/03/2026, 11:00:00\t32m\tone@council.example\tOrganizer\n\
    Officer One\t12/03/2026, 11:02:00\t12/03/2026, 12:04:40\t1h 2m\tone@council.example\tOrganizer\n";

#[test]
fn a_report_of_teams_is_one_meeting() {
    let bench = tables(&[("teams.tsv", TEAMS)]);
    assert_eq!(bench.reading.records.len(), 1);
    for (path, said) in [
        ("title", "Text(\"Short breaks working group\")"),
        ("date", "Date(2026-03-12)"),
        ("start", "Time(10:28:00)"),
        ("end", "Time(12:04:00)"),
        ("status", "Text(\"held\")"),
        ("attendance.total", &number(3)),
        ("attendance.parents", "silent"),
    ] {
        assert_eq!(says(&bench, "teams#10", path), said, "{path}");
    }
    for name in ["Officer One", "Rep T", "council.example"] {
        assert!(!knows(&bench, name), "{name}");
    }
    assert_eq!(
        faults(&bench),
        [("known-export", "teams.tsv › A1".to_owned())]
    );
}

#[test]
fn a_list_of_joins_and_leaves_counts_each_person_once() {
    let bench = tables(&[(
        "teams.csv",
        "Full Name,User Action,Timestamp\n\
         Officer One,Joined,\"12/03/2026, 10:28:03\"\n\
         Rep Two,Joined,\"12/03/2026, 10:29:41\"\n\
         Rep Two,Left,\"12/03/2026, 12:04:11\"\n",
    )]);
    assert_eq!(bench.reading.records.len(), 1);
    assert_eq!(says(&bench, "teams#2", "date"), "Date(2026-03-12)");
    assert_eq!(says(&bench, "teams#2", "attendance.total"), number(2));
    // It lasted from the first who joined to the last who left.
    assert_eq!(says(&bench, "teams#2", "start"), "Time(10:28:00)");
    assert_eq!(says(&bench, "teams#2", "end"), "Time(12:04:00)");
    assert_eq!(says(&bench, "teams#2", "title"), "silent");
}

#[test]
fn a_sheet_for_signing_in_may_be_of_several_meetings() {
    let bench = tables(&[(
        "signed.csv",
        "Date,Meeting,Name,Organisation,Signed in\n\
         12/03/2026,Short breaks board,Pat Example,Forum,10:02\n\
         12/03/2026,Short breaks board,Sam Example,Forum,10:05\n\
         12/03/2026,Short breaks board,Kim Example,Forum,\n\
         16/04/2026,Short breaks board,Pat Example,Forum,10:01\n\
         16/04/2026,Transport group,Pat Example,Forum,yes\n\
         16/04/2026,Transport group,Sam Example,Forum,no\n\
         ,Transport group,Alex Example,Forum,yes\n\
         Total,,,,6\n",
    )]);
    assert_eq!(bench.reading.records.len(), 3);
    for (id, day, count) in [
        ("signed#2", "2026-03-12", 2),
        ("signed#5", "2026-04-16", 1),
        ("signed#6", "2026-04-16", 1),
    ] {
        assert_eq!(says(&bench, id, "date"), format!("Date({day})"));
        assert_eq!(says(&bench, id, "attendance.total"), number(count), "{id}");
    }
    assert!(!knows(&bench, "Example"));
    let without_day = "rows of people who came on a day that their list does not say";
    assert!(
        bench
            .reading
            .passed_over
            .contains(&(without_day.to_owned(), 1))
    );
}

#[test]
fn what_stands_above_a_list_is_about_its_meeting() {
    let bench = tables(&[(
        "sheet.csv",
        "Meeting: Transport group,,\nDate: Thursday 12 March 2026,,\nTime,10am - 12 noon,\n\
         Name,Signature,Apologies\nPat Example,PE,\nSam Example,,yes\nKim Example,KE,\n",
    )]);
    assert_eq!(
        says(&bench, "sheet#5", "title"),
        "Text(\"Transport group\")"
    );
    assert_eq!(says(&bench, "sheet#5", "date"), "Date(2026-03-12)");
    assert_eq!(says(&bench, "sheet#5", "start"), "Time(10:00:00)");
    assert_eq!(says(&bench, "sheet#5", "end"), "Time(12:00:00)");
    assert_eq!(says(&bench, "sheet#5", "attendance.total"), number(2));
}

/// Zoom may write the month first: one day after the twelfth shows it, otherwise a warning says so.
#[test]
fn days_of_zoom_are_read_where_they_can_be_told() {
    let zoom = |day: &str| {
        format!(
            "Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants\n\
             123,Transport group,{day} 10:28:03 AM,{day} 12:04:40 PM,kim@forum.example,97,2\n\n\
             Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n\
             Pat Example,,{day} 10:28:03 AM,{day} 11:00:00 AM,32,Yes\n\
             Pat Example,,{day} 11:02:00 AM,{day} 12:04:40 PM,62,Yes\n\
             Sam (Sam Example),,{day} 10:30:00 AM,{day} 12:04:40 PM,94,Yes\n"
        )
    };
    let bench = tables(&[("zoom.csv", &zoom("03/26/2026"))]);
    assert_eq!(says(&bench, "zoom#5", "title"), "Text(\"Transport group\")");
    assert_eq!(says(&bench, "zoom#5", "date"), "Date(2026-03-26)");
    assert_eq!(says(&bench, "zoom#5", "start"), "Time(10:28:00)");
    assert_eq!(says(&bench, "zoom#5", "end"), "Time(12:04:00)");
    assert_eq!(says(&bench, "zoom#5", "attendance.total"), number(2));
    assert!(!knows(&bench, "Example") && !knows(&bench, "forum.example"));

    let either = zoom("03/12/2026");
    let bench = tables(&[("zoom.csv", &either)]);
    assert_eq!(says(&bench, "zoom#5", "date"), "Date(2026-12-03)");
    let codes: Vec<&str> = faults(&bench).iter().map(|(code, _)| *code).collect();
    assert_eq!(codes, ["known-export", "either-order"]);
    let said = [
        ("columns.yaml", "dates: month-first\n"),
        ("zoom.csv", &either),
    ];
    assert_eq!(says(&tables(&said), "zoom#5", "date"), "Date(2026-03-12)");
}

#[test]
fn bookings_are_nobody_who_came() {
    let heading = "Order ID,Order date,Attendee first name,Attendee last name,Attendee email,\
         Event name,Event ID,Event start date,Event start time,Attendee status";
    let booked = |first: &str, status: &str| {
        format!("1,2026-03-02,{first},Example,,Family day,7,2026-05-16,10:30,{status}\n")
    };
    let bench = tables(&[(
        "orders.csv",
        &format!(
            "{heading}\n{}{}{}",
            booked("Pat", "Checked In"),
            booked("Sam", "Attending"),
            booked("Kim", "Checked In")
        ),
    )]);
    assert_eq!(says(&bench, "orders#2", "title"), "Text(\"Family day\")");
    assert_eq!(says(&bench, "orders#2", "date"), "Date(2026-05-16)");
    assert_eq!(says(&bench, "orders#2", "start"), "Time(10:30:00)");
    assert_eq!(says(&bench, "orders#2", "attendance.total"), number(2));

    let nobody = format!("{heading}\n{}", booked("Pat", "Attending"));
    let bench = tables(&[("orders.csv", &nobody)]);
    assert_eq!(bench.reading.records.len(), 0);
    assert_eq!(faults(&bench)[0].0, "other-table");
}

/// What programs write today: a block about the meeting, and the people below a blank line.
#[test]
fn a_block_above_the_people_is_about_their_meeting() {
    let people = "Name (original name),Email,Join time,Leave time,Duration (minutes),Guest\n\
         Pat Example,pat@forum.example,12/03/2026 10:01:12 AM,12/03/2026 12:05:00 PM,124,No\n\
         Sam (Sam Example),,12/03/2026 10:02:12 AM,12/03/2026 12:04:00 PM,122,Yes\n\
         Sam (Sam Example),,12/03/2026 12:04:10 PM,12/03/2026 12:05:00 PM,1,Yes\n";
    for (head, title) in [
        (
            "Topic,ID,Duration (minutes),Start time,End time,Participants\n\
             Transport group,812 3456 7890,124,12/03/2026 10:00:02 AM,12/03/2026 12:05:00 PM,2\n\n",
            "Text(\"Transport group\")",
        ),
        (
            "Topic,ID,Host,Duration (minutes),Start time,End time,Participants\n\
             Transport group,812,Pat Example,124,12/03/2026 10:00:02 AM,12/03/2026 12:05:00 PM,2\n\
             ,,,,,,\n\n",
            "Text(\"Transport group\")",
        ),
        (
            "Topic,ID,Start time,Duration (minutes),End time,Participants\n\
             Pat Example's Zoom Meeting,8,12/03/2026 10:00:02 AM,12,12/03/2026 12:05:00 PM,2\n\n",
            "silent",
        ),
        (
            "Topic,Start time,End time\n\
             Call with Pat Example,12/03/2026 10:00:02 AM,12/03/2026 12:05:00 PM\n\n",
            "silent",
        ),
    ] {
        let bench = tables(&[("zoom.csv", &format!("{head}{people}"))]);
        assert_eq!(bench.reading.records.len(), 1, "{head}");
        let id = format!("zoom#{}", head.lines().count() + 2);
        for (path, said) in [
            ("title", title),
            ("date", "Date(2026-03-12)"),
            ("start", "Time(10:00:00)"),
            ("end", "Time(12:05:00)"),
            ("attendance.total", &number(2)),
            ("organisers", "silent"),
        ] {
            assert_eq!(says(&bench, &id, path), said, "{path}: {head}");
        }
        assert!(!knows(&bench, "Example") && !knows(&bench, "Pat"), "{head}");
    }
}

#[test]
fn a_list_without_a_block_says_when_people_joined_and_left() {
    let bench = tables(&[(
        "meet.csv",
        "First name,Last name,Email,Duration,Time joined,Time exited\n\
         Pat,Example,,1 hr,2026-03-12 10:01,2026-03-12 11:58\n\
         Sam,Example,,1 hr,2026-03-12 09:58,2026-03-12 11:50\n",
    )]);
    for (path, said) in [
        ("date", "Date(2026-03-12)"),
        ("start", "Time(09:58:00)"),
        ("end", "Time(11:58:00)"),
        ("attendance.total", &number(2)),
    ] {
        assert_eq!(says(&bench, "meet#2", path), said, "{path}");
    }
    // Nobody meets for four minutes.
    let bench = tables(&[(
        "teams.csv",
        "Full Name,User Action,Timestamp\n\
         Officer One,Joined,\"12/03/2026, 10:28:03\"\n\
         Officer One,Left,\"12/03/2026, 10:32:03\"\n",
    )]);
    assert_eq!(says(&bench, "teams#2", "start"), "silent");
    assert_eq!(says(&bench, "teams#2", "end"), "silent");
}

#[test]
fn every_row_may_say_of_which_meeting_it_is() {
    let bench = tables(&[(
        "webex.csv",
        "Meeting Name,Meeting Start Time,Meeting End Time,Display Name,First Name,Last Name,Role,\
         Attendee Email,Join Time,Leave Time,Attendance Duration\n\
         Transport group,2026-03-12 10:00:00,2026-03-12 12:00:00,Pat Example,Pat,Example,Host,,\
         2026-03-12 09:58:00,2026-03-12 12:00:00,122 mins\n\
         Transport group,2026-03-12 10:00:00,2026-03-12 12:00:00,Sam Example,Sam,Example,Attendee,,\
         2026-03-12 10:03:00,2026-03-12 12:00:00,117 mins\n",
    )]);
    for (path, said) in [
        ("title", "Text(\"Transport group\")"),
        ("date", "Date(2026-03-12)"),
        ("start", "Time(10:00:00)"),
        ("end", "Time(12:00:00)"),
        ("attendance.total", &number(2)),
    ] {
        assert_eq!(says(&bench, "webex#2", path), said, "{path}");
    }
    assert!(!knows(&bench, "Example"));
}
