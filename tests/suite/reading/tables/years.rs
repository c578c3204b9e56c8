//! Days without a year, and the lines that lend it to them.

use engagement_records::record::Sent;

use super::tables;
use crate::Bench;

/// Each record's title, its day and the day of its notice; a day that nobody knows is `?`.
fn days(bench: &Bench) -> Vec<String> {
    let engagements = bench.reading.records.engagements.iter();
    let of = engagements.map(|record| {
        let title = record.title.get().map_or("", String::as_str);
        let day = record.day().map_or("?".to_owned(), |day| day.to_string());
        let sent = record.notice.get().and_then(|notice| notice.sent.get());
        let sent = match sent {
            Some(Sent::On(day)) => day.to_string(),
            _ => "?".to_owned(),
        };
        format!("{title} {day} {sent}")
    });
    of.collect()
}

#[test]
fn a_line_above_lends_its_year_to_the_days_below() {
    let log = "Engagement log 2025/26,,,\nTitle,Type,Invites sent,Date\n\
               Autumn term 2025,,,\nA,meeting,1 Nov,12 Nov\n\
               Spring term,,,\nB,meeting,20 Dec,5 Jan\nC,meeting,1 Feb,12 Nov\n\
               2027,,,\nMarch,,,\nD,meeting,12 Feb,6 March\nE,meeting,12 Feb,6 April\n";
    let bench = tables(&[("log.csv", log)]);
    assert_eq!(
        days(&bench),
        [
            "A 2025-11-12 2025-11-01",
            // The spring term of 2025/26 is in 2026, and the notice went out before.
            "B 2026-01-05 2025-12-20",
            "C ? ?",
            "D 2027-03-06 2027-02-12",
            "E ? ?",
        ]
    );
    let codes: Vec<&str> = bench.reading.faults.iter().map(|it| it.code).collect();
    assert_eq!(
        codes,
        [
            "year-from-above",
            "not-said",
            "not-said",
            "not-said",
            "not-said"
        ]
    );
    // Lines are no records, and nothing that anybody misses.
    assert_eq!(bench.reading.records.len(), 5);
    assert_eq!(bench.reading.passed_over, []);
}

#[test]
fn a_file_lends_its_year_where_no_line_does() {
    let log = "Title,Type,Date\nA,meeting,5 March\n";
    for (name, line, expected) in [
        ("log-2026.csv", "", "A 2026-03-05 ?"),
        ("log 2025-26.csv", "", "A 2026-03-05 ?"),
        ("log.csv", "Meetings in 2024\n", "A 2024-03-05 ?"),
        // The line says more than the name of the file.
        ("log-2026.csv", "Meetings in 2024\n", "A 2024-03-05 ?"),
        // When it was saved is not what it is about.
        ("2026-04-01 log.csv", "", "A ? ?"),
        ("log.csv", "Updated 2026\n", "A ? ?"),
        (
            "log.csv",
            "Meetings 2024\nSince 2025\nMeetings 2026\n",
            "A ? ?",
        ),
    ] {
        let bench = tables(&[(name, &format!("{line}{log}"))]);
        assert_eq!(days(&bench), [expected], "{name} {line}");
    }
}

#[test]
fn a_day_of_its_own_goes_before_the_line_above() {
    let log = "Log 2026,,\nTitle,Type,Date\nA,meeting,5 March 2024\nB,meeting,Friday 5 March\n";
    let bench = tables(&[("log.csv", log)]);
    // 5 March 2026 is a Thursday.
    assert_eq!(days(&bench), ["A 2024-03-05 ?", "B ? ?"]);
}

/// Lines above the headings lend a year where all of them speak of the same one.
#[test]
fn lines_that_speak_of_different_years_lend_none() {
    let log = |one: &str, other: &str| {
        format!("{one},,\n{other},,\nTitle,Type,Date\nA,meeting,5 March\n")
    };
    for (one, other, day) in [
        ("Log 2025/26", "Minutes 2025/26", "A 2026-03-05 ?"),
        ("Log 2025/26", "Minutes 2026/27", "A ? ?"),
        ("Log 2025/26", "Minutes", "A 2026-03-05 ?"),
    ] {
        let bench = tables(&[("log.csv", &log(one, other))]);
        assert_eq!(days(&bench), [day], "{one}, {other}");
    }
}
