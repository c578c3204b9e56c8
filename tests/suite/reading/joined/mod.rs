//! One meeting in several files: what each leaves out the others say, what contradicts counts
//! nowhere, and what only looks the same stays apart.

mod kept_apart;
mod laws;

use charter_audit::audit::Finding;
use charter_audit::rules::Verdict;
use engagement_records::fields::Field;
use engagement_records::record::{Engagement, SubjectKind};
use located::source::Span;

use crate::Bench;

const AS_OF: &str = "2026-07-31";

/// Sent on 16 February for 26 February, which are nine clear days; held from one to three.
const LOG: (&str, &str) = (
    "log.csv",
    "Title,Type,Organised by,Audience,Date,Status,Invites sent\n\
     Short breaks board,meeting,council,parents,26/02/2026,held,16/02/2026\n",
);

const CALENDAR: (&str, &str) = (
    "calendar.ics",
    "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Example//EN\nBEGIN:VEVENT\nUID:board@example.org\n\
     SUMMARY:Short Breaks: Board\nDTSTART:20260226T130000\nDTEND:20260226T150000\n\
     LOCATION:Orchard Hall\\, ZZ99 9ZZ\nEND:VEVENT\nEND:VCALENDAR\n",
);

const MINUTES: (&str, &str) = (
    "minutes.md",
    "---\ntitle: Short-breaks board\ndate: 2026-02-26\nvenue: { name: Orchard Hall }\n\
     cyp: { involved: yes, method: photo diaries }\n\
     feedback: { sent: 2026-03-06, you_said: Saturdays matter., we_did: Two clubs from June. }\n\
     ---\nSaturdays first.\n",
);

fn only(bench: &Bench) -> &Engagement {
    let [record] = bench.reading.records.engagements.as_slice() else {
        panic!("{:#?}", bench.reading.records.engagements)
    };
    record
}

fn addresses(bench: &Bench, places: impl IntoIterator<Item = Span>) -> Vec<String> {
    let places = places.into_iter();
    places.map(|place| bench.sources.address(place)).collect()
}

/// The codes of faults and remarks, but for the note that counts what was joined.
fn remarks(bench: &Bench) -> Vec<&'static str> {
    let codes = bench.reading.faults.iter().map(|fault| fault.code);
    codes.filter(|code| *code != "joined-records").collect()
}

fn found<T>(bench: &Bench, clause: &str, look: impl FnOnce(&Finding<'_>) -> T) -> T {
    let audit = bench.audit(AS_OF);
    let findings = audit.findings.iter();
    let mut findings = findings.filter(|finding| finding.clause.id == clause);
    let finding = look(findings.next().unwrap());
    assert!(findings.next().is_none(), "it is judged once");
    finding
}

#[test]
fn a_log_its_calendar_and_its_minutes_are_one_record() {
    let bench = Bench::new(&[CALENDAR, LOG, MINUTES]);
    let record = only(&bench);
    assert_eq!(record.title.get().unwrap(), "Short Breaks: Board");
    assert_eq!(record.end.get().unwrap().to_string(), "15:00:00");
    assert_eq!(record.minutes.get().unwrap().trim(), "Saturdays first.");
    assert_eq!(
        record.venue.get().unwrap().name.get().unwrap(),
        "Orchard Hall, ZZ99 9ZZ"
    );
    assert_eq!(remarks(&bench), Vec::<&str>::new());
    // From 16 to 26 February there are nine days between; the standard is 14.
    found(&bench, "O4a1", |notice| {
        assert_eq!(notice.verdict, Verdict::NotKept);
        assert!(notice.evidence.contains("9 clear days (10 days)"));
        let places = notice.places.iter().map(|label| label.span);
        assert_eq!(
            addresses(&bench, places),
            [
                "log.csv › G2",
                "calendar.ics:7 (Short Breaks: Board, 26 February)",
                "minutes.md:2:1"
            ]
        );
        let labels: Vec<String> = notice
            .places
            .iter()
            .map(|label| {
                bench
                    .charter
                    .charter
                    .redactor
                    .redact(&label.text)
                    .to_string()
            })
            .collect();
        assert_eq!(
            labels,
            ["sent here", "the day itself", "the same meeting here"]
        );
    });
    found(&bench, "O4e1", |feedback| {
        assert_eq!(feedback.verdict, Verdict::Kept, "six working days after");
    });
}

#[test]
fn the_report_shows_every_file_and_says_how_many_were_joined() {
    let bench = Bench::new(&[CALENDAR, LOG, MINUTES]);
    let (all, _) = bench.outputs(AS_OF);
    assert!(all.contains("the same meeting here"));
    let note = &bench.reading.faults[0];
    assert_eq!(note.code, "joined-records");
    assert!(!note.is_error());
    assert!(note.message.contains("1 meeting is in more than one file"));
    assert_eq!(note.labels.len(), 3);
}

#[test]
fn without_joining_each_file_counts_for_itself() {
    let files = [CALENDAR, LOG, MINUTES];
    let files = files.map(|(name, text)| (name, text.as_bytes().to_vec()));
    let bench = Bench::apart(files.into());
    assert_eq!(bench.reading.records.engagements.len(), 3);
    assert_eq!(bench.faults(), []);
}

#[test]
fn what_contradicts_counts_nowhere_and_is_named_in_both_files() {
    let log = "id,title,kind,date,start,end,status,audience,notice.sent,attendance.parents\n\
               b,Board,meeting,2026-02-26,10:00,12:00,held,parents,2026-01-19,about 12\n";
    let yaml = "id: b\ntitle: Board\nkind: meeting\ndate: 2026-02-26\nstart: 10:00\nend: 12:30\n\
                status: cancelled\naudience: [parents, cyp]\nnotice: { sent: 2026-01-20 }\n\
                attendance: { parents: 12, staff: 3 }\n";
    let bench = Bench::new(&[("log.csv", log), ("minutes.yaml", yaml)]);
    let record = only(&bench);
    assert_eq!(
        record.start.get().unwrap().to_string(),
        "10:00:00",
        "both say so"
    );
    assert!(record.end.unreadable().is_some());
    assert!(record.status.unreadable().is_some());
    assert!(record.audience.unreadable().is_some());
    let notice = record.notice.get().unwrap();
    assert!(notice.sent.unreadable().is_some());
    let attendance = record.attendance.get().unwrap();
    assert_eq!(attendance.parents.get().unwrap().to_string(), "12");
    assert_eq!(attendance.staff.get().unwrap().to_string(), "3");
    let mut said = remarks(&bench);
    assert_eq!(said.pop(), Some("called-off-and-attended"));
    assert_eq!(said, ["files-disagree"; 4]);
    let remark = bench
        .reading
        .faults
        .iter()
        .find(|fault| fault.message.contains("`notice.sent`"))
        .unwrap();
    let places = remark.labels.iter().map(|label| label.span);
    assert_eq!(
        addresses(&bench, places),
        ["log.csv › I2", "minutes.yaml:9:17"]
    );
    assert!(bench.reading.faults.iter().all(|fault| !fault.is_error()));
    found(&bench, "O4a1", |notice| {
        assert_eq!(notice.verdict, Verdict::NoEvidence);
    });
}

#[test]
fn a_calendar_may_go_on_saying_what_was_planned() {
    let planned = "title: Board\ndate: 2026-02-26\nstatus: planned\n";
    for status in ["held", "cancelled", "postponed"] {
        let other = planned.replace("planned", status);
        for files in [
            [("a.yaml", planned), ("b.yaml", &other)],
            [("a.yaml", &other), ("b.yaml", planned)],
        ] {
            let bench = Bench::new(&files);
            assert_eq!(remarks(&bench), Vec::<&str>::new(), "{status}");
            let stage = format!("{:?}", only(&bench).status.get().unwrap());
            assert_eq!(stage.to_lowercase(), status);
        }
    }
}

#[test]
fn a_title_that_calls_a_meeting_off_is_the_same_title() {
    let log = "Title,Date,Status\nShort breaks board,26/02/2026,held\n";
    let calendar = CALENDAR
        .1
        .replace("Short Breaks: Board", "CANCELLED - Short breaks board");
    let bench = Bench::new(&[("calendar.ics", &calendar), ("log.csv", log)]);
    let record = only(&bench);
    assert_eq!(record.title.get().unwrap(), "Short breaks board");
    assert!(
        record.status.unreadable().is_some(),
        "held there, cancelled here"
    );
    assert_eq!(remarks(&bench), ["files-disagree"]);
}

#[test]
fn one_file_with_a_place_for_an_answer_is_enough() {
    let log = "Title,Type,Organised by,Date,Status\nBoard,meeting,council,26/02/2026,held\n";
    let alone = Bench::new(&[("log.csv", log)]);
    found(&alone, "O4e1", |feedback| {
        assert!(feedback.no_place.is_some(), "{feedback:?}");
    });
    let minutes = "---\ntitle: Board\ndate: 2026-02-26\n---\nText.\n";
    let bench = Bench::new(&[("log.csv", log), ("minutes.md", minutes)]);
    found(&bench, "O4e1", |feedback| {
        assert!(feedback.no_place.is_none());
        assert_eq!(
            feedback.verdict,
            Verdict::NotKept,
            "minutes say nothing of it"
        );
        assert_eq!(
            bench.sources.address(feedback.places[0].span),
            "minutes.md:2:1"
        );
    });
}

#[test]
fn a_day_in_one_file_goes_before_a_yes_in_the_other() {
    for (log, minutes, expected) in [
        ("yes", "2026-03-20", Verdict::Kept),
        ("20/3/2026", "yes", Verdict::Kept),
        ("yes", "sent", Verdict::NoEvidence),
        ("yes", "none", Verdict::NoEvidence),
    ] {
        let table = format!("Title,Date,Feedback sent\nBoard,12/3/2026,{log}\n");
        let record = format!("title: Board\ndate: 2026-03-12\nfeedback: {{ sent: {minutes} }}\n");
        let bench = Bench::new(&[("log.csv", &table), ("board.yaml", &record)]);
        only(&bench);
        // 26 March is the tenth working day.
        assert_eq!(
            found(&bench, "O4e2", |it| it.verdict),
            expected,
            "{log} {minutes}"
        );
        let contradicts = minutes == "none";
        assert_eq!(!remarks(&bench).is_empty(), contradicts, "{log} {minutes}");
    }
}

#[test]
fn texts_that_describe_are_kept_and_all_minutes_are_read() {
    let one = "title: Board\nkind: meeting\ndate: 2026-02-26\nproject: Short-breaks\n\
               notice: { purpose: Weekends., channel: email }\nminutes: The EHCP was read.\n";
    let other = "title: Board\nkind: meeting\ndate: 2026-02-26\nproject: short breaks\n\
                 notice: { purpose: What respite at weekends should be. }\nminutes: Nothing more.\n";
    let bench = Bench::new(&[("a.yaml", one), ("b.yaml", other)]);
    assert_eq!(remarks(&bench), Vec::<&str>::new());
    let record = only(&bench);
    let notice = record.notice.get().unwrap();
    assert_eq!(
        notice.purpose.get().unwrap(),
        "What respite at weekends should be."
    );
    assert_eq!(notice.channel.get().unwrap(), "email");
    let minutes: Vec<&str> = record
        .all_minutes()
        .iter()
        .map(|it| it.value.as_str())
        .collect();
    assert_eq!(minutes, ["The EHCP was read.", "Nothing more."]);
    let words = bench.audit(AS_OF);
    let jargon = words
        .findings
        .iter()
        .find(|it| it.evidence.contains("EHCP"));
    assert_eq!(jargon.unwrap().verdict, Verdict::NotKept);
}

#[test]
fn a_postcode_of_the_venue_is_one_in_every_file() {
    let log = "Title,Date,Venue\nBoard,26/02/2026,\"Orchard Hall, ZZ99 9ZZ, by the park\"\n";
    let yaml = "title: Board\ndate: 2026-02-26\nvenue: { name: \"Orchard Hall, ZZ99 9ZZ\" }\n\
                contact: board@example.org\n";
    let bench = Bench::new(&[("log.csv", log), ("minutes.yaml", yaml)]);
    let audit = bench.audit(AS_OF);
    let files = audit.findings.iter();
    let files = files.filter(|finding| finding.about.kind == SubjectKind::File);
    let verdicts: Vec<_> = files
        .map(|finding| (finding.verdict, finding.notes.len()))
        .collect();
    assert_eq!(verdicts, [(Verdict::Kept, 0); 2]);
}

#[test]
fn an_explanation_may_name_any_id_of_a_meeting() {
    let one = "title: Board\nkind: meeting\norganisers: [council]\ndate: 2026-02-26\n\
               notice: { sent: 2026-02-16 }\n";
    let explained = "record: explanation\nengagement: log#2\nclause: O4a1\nreason: other\n\
         because: the room was lost\ninstead: a second meeting\nagreed_on: 2026-02-15\n\
         until: 2026-03-31\n\
         agreed_by: [{ party: forum, role: chair }, { party: council, role: head }]\n";
    let log = "Title,Date\nBoard,26/02/2026\nPanel,27/02/2026\n";
    let bench = Bench::new(&[("a.yaml", one), ("log.csv", log), ("why.yaml", explained)]);
    assert_eq!(remarks(&bench), Vec::<&str>::new());
    assert_eq!(bench.reading.records.engagements.len(), 2);
    assert_eq!(bench.verdict(AS_OF, "O4a1", "a"), Verdict::Explained);
    // A given id goes before one that was made of the name of a file, wherever it stands.
    let given = log
        .replace("Title", "Ref,Title")
        .replace("\nB", "\nm-1,B")
        .replace("\nP", "\nm-2,P");
    let explained = explained.replace("log#2", "a");
    let bench = Bench::new(&[
        ("a.yaml", one),
        ("log.csv", &given),
        ("why.yaml", &explained),
    ]);
    assert_eq!(remarks(&bench), Vec::<&str>::new());
    assert_eq!(bench.verdict(AS_OF, "O4a1", "m-1"), Verdict::Explained);
}

#[test]
fn what_each_file_agrees_with_may_contradict_the_other() {
    let calendar = CALENDAR.1;
    let minutes =
        "---\ntitle: Short breaks board\ndate: 2026-02-26\nfeedback: { sent: 2026-03-01 }\n---\n";
    let late = calendar
        .replace(
            "DTSTART:20260226T130000\nDTEND:20260226T150000",
            "DTSTART;VALUE=DATE:20260226\nDTEND;VALUE=DATE:20260305",
        )
        .replace(
            "END:VEVENT",
            "X-CHARTER-AUDIENCE:parents\nATTENDEE:mailto:parents@example.org\nEND:VEVENT",
        );
    let bench = Bench::new(&[("calendar.ics", &late), ("minutes.md", minutes)]);
    let record = only(&bench);
    assert!(record.last_day.get().is_some());
    assert!(matches!(
        record.feedback.get().unwrap().sent,
        Field::Unreadable(_)
    ));
    assert!(remarks(&bench).contains(&"feedback-before-event"));
}

#[test]
fn minutes_are_not_silent_where_a_column_of_the_log_was_not_read() {
    let minutes = "---\ntitle: Short breaks board\ndate: 2026-02-26\norganisers: [council]\n---\n";
    let log = |heading: &str| {
        format!(
            "Title,Type,Date,{heading}\nShort breaks board,meeting,26/02/2026,on the notice board\n"
        )
    };
    // Whatever stands under a heading that nobody understands may be the answer.
    let unread = log("Where families read of it");
    let bench = Bench::new(&[("log.csv", &unread), ("minutes.md", minutes)]);
    assert_eq!(only(&bench).joined.len(), 2);
    found(&bench, "O4e1", |feedback| {
        assert_eq!(feedback.verdict, Verdict::NoEvidence);
    });
    // All was read, and the minutes had the place.
    let read = log("Purpose");
    let bench = Bench::new(&[("log.csv", &read), ("minutes.md", minutes)]);
    assert_eq!(only(&bench).joined.len(), 2);
    found(&bench, "O4e1", |feedback| {
        assert_eq!(feedback.verdict, Verdict::NotKept);
    });
}
