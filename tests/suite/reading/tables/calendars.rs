//! Calendars that programs export as tables: entries that are no engagements, and whole days.

use super::{faults, says, tables};
use crate::Bench;

const OUTLOOK: &str = "Subject,Start Date,Start Time,End Date,End Time,All day event,\
     Meeting Organizer,Required Attendees,Categories,Location,Private,Sensitivity,Show time as";

/// A calendar of Outlook with these entries, from row 2 on.
fn outlook(entries: &[&str]) -> Bench {
    let text = format!("{OUTLOOK}\n{}\n", entries.join("\n"));
    tables(&[("calendar.csv", &text)])
}

/// How many entries were passed over, by a part of what they are counted under.
fn passed(bench: &Bench, what: &str) -> usize {
    let all = bench.reading.passed_over.iter();
    let counts = all.filter(|(name, _)| name.contains(what));
    counts.map(|(_, count)| count).sum()
}

#[test]
fn what_a_calendar_file_passes_over_a_table_does_as_well() {
    let bench = outlook(&[
        "Half term,25/05/2026,00:00:00,30/05/2026,00:00:00,True,,,,,False,Normal,0",
        "INSET day,01/06/2026,00:00:00,02/06/2026,00:00:00,True,,,,,False,Normal,0",
        "Annual leave,06/05/2026,00:00:00,09/05/2026,00:00:00,True,,,,,False,Normal,3",
        "Early May bank holiday,04/05/2026,00:00:00,05/05/2026,00:00:00,True,,,Holiday,,False,Normal,0",
        "Year 6 residential,15/06/2026,00:00:00,20/06/2026,00:00:00,True,,,,,False,Normal,0",
        "Busy,11/06/2026,09:00:00,11/06/2026,10:00:00,False,,,,,False,Normal,2",
        "Dentist,12/06/2026,09:00:00,12/06/2026,10:00:00,False,,,,,True,Normal,2",
        "Scan,13/06/2026,09:00:00,13/06/2026,10:00:00,False,,,,,False,Private,2",
        "SEND coffee morning,11/06/2026,10:00:00,11/06/2026,11:00:00,False,,,,,False,Normal,2",
    ]);
    assert_eq!(bench.reading.records.engagements.len(), 1);
    assert_eq!(says(&bench, "calendar#10", "start"), "Time(10:00:00)");
    for (what, count) in [
        ("half terms", 1),
        ("INSET days", 1),
        ("leave", 1),
        ("bank holidays", 1),
        ("name nobody", 1),
        ("only that somebody is busy", 1),
        ("private", 2),
    ] {
        assert_eq!(passed(&bench, what), count, "{what}");
    }
    // Of what is private, not even the text is kept.
    let file = bench.reading.records.files[0].span.source;
    let text = bench.sources.get(file).unwrap().text();
    assert!(text.contains("Half term") && !text.contains("Dentist") && !text.contains("Scan"));
}

#[test]
fn whole_days_for_somebody_are_engagements_without_a_clock() {
    let bench = outlook(&[
        "SEND conference,15/06/2026,00:00:00,18/06/2026,00:00:00,True,,,,Town Hall,False,Normal,0",
        "Half term fun day for families,26/05/2026,00:00:00,27/05/2026,00:00:00,True,,,,,False,Normal,0",
        "Open house,20/06/2026,00:00:00,21/06/2026,00:00:00,TRUE,,Pat Example,,,False,Normal,0",
        "Short breaks,22/06/2026,00:00:00,27/06/2026,00:00:00,True,,,Consultation,,False,Normal,0",
    ]);
    assert_eq!(bench.reading.records.engagements.len(), 4);
    for id in ["calendar#2", "calendar#3", "calendar#4"] {
        assert_eq!(says(&bench, id, "start"), "silent", "{id}");
        assert_eq!(says(&bench, id, "end"), "silent", "{id}");
    }
    // An entry of whole days ends with the midnight after its last one.
    assert_eq!(says(&bench, "calendar#2", "date"), "Date(2026-06-15)");
    assert_eq!(says(&bench, "calendar#2", "last_day"), "Date(2026-06-17)");
    assert_eq!(says(&bench, "calendar#3", "last_day"), "silent");
    assert_eq!(says(&bench, "calendar#5", "opens"), "Date(2026-06-22)");
    assert_eq!(says(&bench, "calendar#5", "closes"), "Date(2026-06-26)");
    // The midnight of such an entry is no time that nobody entered.
    assert!(faults(&bench).iter().all(|(code, _)| *code != "not-said"));
}

#[test]
fn googles_calendar_names_the_last_of_several_days() {
    let bench = tables(&[(
        "google.csv",
        "Subject,Start Date,Start Time,End Date,End Time,All Day Event,Description,Location,Private\n\
         October half term,26/10/2026,,30/10/2026,,True,,,False\n\
         Family weekend event,07/11/2026,,08/11/2026,,True,,Park,False\n\
         Tea,09/11/2026,10:00,09/11/2026,11:00,False,,,True\n\
         Out of office,10/11/2026,10:00,10/11/2026,16:00,False,,,False\n",
    )]);
    assert_eq!(bench.reading.records.engagements.len(), 1);
    assert_eq!(says(&bench, "google#3", "date"), "Date(2026-11-07)");
    assert_eq!(says(&bench, "google#3", "last_day"), "Date(2026-11-08)");
    assert_eq!(passed(&bench, "half terms"), 1);
    assert_eq!(passed(&bench, "private"), 1);
    assert_eq!(passed(&bench, "leave"), 1);
}

/// Only a calendar has entries; a log may have a day off in it, and somebody wrote it down.
#[test]
fn a_log_is_no_calendar() {
    let bench = tables(&[(
        "log.csv",
        "Title,Date,Type,All day event\nHalf term,25/5/2026,Event,True\n",
    )]);
    assert_eq!(bench.reading.records.engagements.len(), 1);
}

#[test]
fn what_a_school_does_is_no_meeting_whenever_it_begins() {
    let entry = |title: &str, at: &str| {
        format!("BEGIN:VEVENT\nUID:{at}@example.org\nSUMMARY:{title}\nDTSTART{at}\nEND:VEVENT\n")
    };
    let entries: String = [
        ("Children return to school", ";VALUE=DATE:20260216"),
        ("Back to school", ";VALUE=DATE:20260217"),
        ("School closes to pupils 2pm", ":20260218T140000"),
        ("Back to school workshop for parents", ":20260219T100000"),
        ("Health and wellbeing coffee morning", ":20260220T100000"),
    ]
    .iter()
    .map(|(title, at)| entry(title, at))
    .collect();
    let calendar =
        format!("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//X//EN\n{entries}END:VCALENDAR\n");
    let bench = Bench::new(&[("school.ics", &calendar)]);
    let titles = bench.reading.records.engagements.iter();
    let titles: Vec<&str> = titles
        .filter_map(|it| it.title.get().map(String::as_str))
        .collect();
    assert_eq!(
        titles,
        [
            "Back to school workshop for parents",
            "Health and wellbeing coffee morning"
        ]
    );
    assert_eq!(
        bench.reading.passed_over,
        [
            ("half terms and school holidays in calendars".to_owned(), 1),
            ("term dates in calendars".to_owned(), 2),
        ]
    );
}

#[test]
fn what_people_do_alone_is_no_engagement_in_a_file_or_a_table() {
    let own = [
        "Dentist",
        "Dentist appt 10am",
        "GP appointment",
        "Haircut",
        "School run",
        "Lunch",
        "Annual leave",
        "Half term",
    ];
    let others = [
        "Dentistry services review",
        "Lunch and learn with parents",
        "Hospital discharge workshop",
        "School run survey",
        "GP liaison",
    ];
    let rows: Vec<String> = own
        .iter()
        .chain(&others)
        .map(|title| {
            format!("{title},12/06/2026,09:00:00,12/06/2026,10:00:00,False,,,,,False,Normal,2")
        })
        .collect();
    let bench = outlook(&rows.iter().map(String::as_str).collect::<Vec<_>>());
    let titles = |bench: &Bench| -> Vec<String> {
        let records = bench.reading.records.engagements.iter();
        records.filter_map(|it| it.title.get().cloned()).collect()
    };
    assert_eq!(titles(&bench), others);
    let in_table = bench.reading.passed_over.clone();
    let entries: String = own
        .iter()
        .chain(&others)
        .map(|title| {
            format!(
                "BEGIN:VEVENT\nUID:{title}@example.org\nSUMMARY:{title}\n\
                 DTSTART:20260612T090000\nDTEND:20260612T100000\nEND:VEVENT\n"
            )
        })
        .collect();
    let calendar =
        format!("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//X//EN\n{entries}END:VCALENDAR\n");
    let bench = Bench::new(&[("calendar.ics", &calendar)]);
    assert_eq!(titles(&bench), others);
    assert_eq!(bench.reading.passed_over, in_table);
    assert_eq!(passed(&bench, "appointments"), 6);
    // A kind of engagement, and people who were invited, make one of it all the same.
    let bench = outlook(&[
        "Lunch,12/06/2026,09:00:00,12/06/2026,10:00:00,False,,,Consultation,,False,Normal,2",
        "Dentist,12/06/2026,09:00:00,12/06/2026,10:00:00,False,,Pat Example,,,False,Normal,2",
        "Lunch,12/06/2026,09:00:00,12/06/2026,10:00:00,False,,,,Town Hall,False,Normal,2",
    ]);
    assert_eq!(bench.reading.records.engagements.len(), 3);
}

#[test]
fn a_calendar_from_which_columns_were_taken_is_still_one() {
    for table in [
        "Subject,Start Date,All day event\nHalf term,26/10/2026,True\nBoard,27/10/2026,False\n",
        "Start Date,Subject,Start Time,End Date,All Day Event\n\
         26/10/2026,Half term,00:00:00,31/10/2026,TRUE\n27/10/2026,Board,10:00:00,27/10/2026,FALSE\n",
    ] {
        let bench = tables(&[("calendar.csv", table)]);
        assert_eq!(bench.reading.records.engagements.len(), 1, "{table}");
        assert_eq!(says(&bench, "calendar#3", "title"), "Text(\"Board\")");
        assert_eq!(passed(&bench, "half terms"), 1, "{table}");
    }
}
