//! Two schools as they publish their days, one in a calendar and one in a table, and the same days in
//! other hands.
#![expect(
    clippy::unwrap_used,
    clippy::format_push_string,
    reason = "a test that meets the unexpected should stop at once"
)]

use chrono::NaiveDate;
use located::source::{Source, Sources};
use school_terms::{SchoolFile, read};

/// Reads a file; the bank holidays are those that fall on weekdays of its years and matter here.
fn school(bytes: &[u8]) -> SchoolFile {
    let off = ["2024-04-01", "2025-04-21", "2025-05-05", "2024-05-06"].map(day);
    read(Sources::default().next_id(), bytes.to_vec(), &|day| {
        off.contains(&day)
    })
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn terms(file: &SchoolFile) -> Vec<String> {
    file.terms
        .iter()
        .map(|term| format!("{} {}", term.value.first, term.value.last))
        .collect()
}

fn inset(file: &SchoolFile) -> Vec<String> {
    file.inset.iter().map(|day| day.value.to_string()).collect()
}

/// The codes of the faults with their levels and addresses.
fn faults(file: SchoolFile) -> Vec<String> {
    let mut sources = Sources::default();
    let SchoolFile {
        transcript, faults, ..
    } = file;
    sources.add(Source::transcribed("oakfield".to_owned(), transcript));
    let told = faults.iter().map(|fault| {
        format!(
            "{} {} {}",
            fault.level.word(),
            fault.code,
            sources.address(fault.span().unwrap())
        )
    });
    told.collect()
}

const CHAPELFORD: [&str; 13] = [
    "2023-09-06 2023-10-27",
    "2023-11-06 2023-12-20",
    "2024-01-04 2024-02-09",
    "2024-02-19 2024-03-28",
    "2024-04-15 2024-05-24",
    "2024-06-03 2024-07-19",
    "2024-09-04 2024-10-18",
    "2024-10-28 2024-12-20",
    "2025-01-07 2025-02-14",
    "2025-02-24 2025-04-04",
    "2025-04-22 2025-05-23",
    "2025-06-02 2025-07-18",
    "2025-09-03 2025-10-24",
];

const WINCHAM: [&str; 12] = [
    "2024-09-03 2024-10-25",
    "2024-11-05 2024-12-20",
    "2025-01-07 2025-02-14",
    "2025-02-24 2025-04-04",
    "2025-04-23 2025-05-23",
    "2025-06-03 2025-07-22",
    "2025-09-03 2025-10-24",
    "2025-11-04 2025-12-19",
    "2026-01-06 2026-02-13",
    "2026-02-23 2026-04-01",
    "2026-04-20 2026-05-22",
    "2026-06-02 2026-07-22",
];

#[test]
fn a_calendar_gives_the_terms_of_its_school() {
    let file = school(include_bytes!("fixtures/chapelford.ics"));
    assert_eq!(terms(&file), CHAPELFORD, "{:?}", file.faults);
    assert_eq!(
        inset(&file),
        [
            "2023-09-01",
            "2023-09-04",
            "2023-09-05",
            "2023-11-24",
            "2024-01-03",
            "2024-09-02",
            "2024-09-03",
            "2024-11-22",
            "2025-01-06",
            "2025-07-21"
        ]
    );
    // Two evenings and assemblies, a trip, two sports days, a leaving do, five bank holidays.
    assert_eq!(file.passed_over, 11);
    assert!(file.faults.is_empty(), "{:?}", file.faults);
    assert!(
        !file.transcript.text().contains("Smith"),
        "{}",
        file.transcript.text()
    );
}

#[test]
fn a_table_gives_the_terms_of_its_school() {
    let file = school(include_bytes!("fixtures/wincham.csv"));
    assert_eq!(terms(&file), WINCHAM, "{:?}", file.faults);
    assert_eq!(
        inset(&file),
        [
            "2024-09-02",
            "2024-11-04",
            "2025-01-06",
            "2025-06-02",
            "2025-06-18",
            "2025-09-01",
            "2025-09-02",
            "2025-11-03",
            "2026-01-05",
            "2026-06-01",
            "2026-06-17"
        ]
    );
    assert!(file.faults.is_empty(), "{:?}", file.faults);
}

/// A calendar of whole days: a title, the first day, and the day after the last one.
fn calendar(entries: &[(&str, &str, &str)]) -> Vec<u8> {
    let mut text = String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
    for (number, (title, first, after)) in entries.iter().enumerate() {
        text += &format!(
            "BEGIN:VEVENT\r\nUID:{number}\r\nSUMMARY:{title}\r\nDTSTART;VALUE=DATE:{first}\r\n{after}END:VEVENT\r\n"
        );
    }
    (text + "END:VCALENDAR\r\n").into_bytes()
}

#[test]
fn holidays_alone_say_when_terms_are() {
    let file = school(&calendar(&[
        (
            "Summer Holidays",
            "20250721",
            "DTEND;VALUE=DATE:20250902\r\n",
        ),
        ("INSET day", "20250902", ""),
        ("Half Term", "20251027", "DTEND;VALUE=DATE:20251101\r\n"),
        (
            "Christmas Holidays",
            "20251222",
            "DTEND;VALUE=DATE:20260103\r\n",
        ),
        ("Term ends", "20260213", ""),
    ]));
    assert_eq!(
        terms(&file),
        [
            "2025-09-03 2025-10-24",
            "2025-11-03 2025-12-19",
            "2026-01-05 2026-02-13"
        ]
    );
    assert!(file.faults.is_empty(), "{:?}", file.faults);
}

#[test]
fn tables_are_read_however_they_are_laid_out() {
    let halves = ["2025-09-03 2025-10-24", "2025-11-03 2025-12-19"];
    for table in [
        // A row for each thing that happens.
        "Term dates 2025-26\nTerm starts,Wednesday 3 September\nHalf term,27 October to 31 October\nTerm ends,Friday 19 December\n",
        "Term starts,3 September 2025\nHalf term from,27 October 2025\nHalf term to,31 October 2025\nTerm ends,19 December 2025\n",
        // A column for each.
        "Term,Term starts,Half term from,Half term to,Term ends\nAutumn 2025,03/09/2025,27/10/2025,31/10/2025,19/12/2025\n",
        "Term;Begins;Half term;Ends\nAutumn term 2025;3 September;27 - 31 October 2025;19 December\n",
        // A row for each half, with or without headings.
        "Autumn 1,3 September 2025,24 October 2025\nAutumn 2,3 November 2025,19 December 2025\n",
        "Half term,First,Last\nAutumn half term 1,2025-09-03,2025-10-24\nAutumn half term 2,2025-11-03,2025-12-19\n",
        "Name\tFrom\tTo\nHT1\t3rd Sept 2025\t24th Oct 2025\nHalf term\t27 Oct 2025\t31 Oct 2025\nHT2\t3rd Nov 2025\t19 Dec 2025\n",
    ] {
        let file = school(table.as_bytes());
        assert_eq!(terms(&file), halves, "{table}{:?}", file.faults);
        assert!(file.faults.is_empty(), "{table}{:?}", file.faults);
    }
}

#[test]
fn what_is_wrong_in_a_calendar_is_named_with_its_place() {
    let after = "DTEND;VALUE=DATE:20251101\r\n";
    for (bytes, expected) in [
        (
            calendar(&[("Autumn term begins", "20250903", "")]),
            "error no-end oakfield:6 (start of a term, Wed 3 Sep 2025)",
        ),
        (
            calendar(&[("Term ends", "20251219", "")]),
            "error no-start oakfield:6 (end of a term, Fri 19 Dec 2025)",
        ),
        (
            calendar(&[
                ("Half term", "20251027", after),
                ("Term ends", "20251219", ""),
            ]),
            "warning holiday-without-term oakfield:6 (holiday, Mon 27 Oct 2025)",
        ),
        (
            calendar(&[("Autumn term", "20250903", "DTEND;VALUE=DATE:20250801\r\n")]),
            "error ends-before-start oakfield:6 (term, Wed 3 Sep 2025)",
        ),
        (
            calendar(&[("Year 4 trip", "20250903", "")]),
            "error no-terms oakfield",
        ),
        (
            calendar(&[
                ("Term starts", "20250903", ""),
                ("Term ends", "20251024", ""),
                ("INSET", "20260803", ""),
            ]),
            "warning inset-outside-terms oakfield:16 (INSET day, Mon 3 Aug 2026)",
        ),
        (
            calendar(&[
                ("Term starts", "20250903", ""),
                ("Term ends", "20251024", ""),
                ("Terms and conditions", "20251003", ""),
            ]),
            "warning unclear-entry oakfield:15 (entry)",
        ),
    ] {
        let told = faults(school(&bytes));
        assert_eq!(told.first().map(String::as_str), Some(expected), "{told:?}");
    }
}

#[test]
fn what_is_wrong_in_a_table_is_named_with_its_place() {
    for (bytes, expected) in [
        (
            b"Term,First,Last\nAutumn 1,3 September,24 October\n".to_vec(),
            "error no-year oakfield \u{203a} B2",
        ),
        (
            b"Term,First,Last\nAutumn 1,3/9/2025,24/10/2025\nAutumn 2,20/10/2025,19/12/2025\n"
                .to_vec(),
            "error terms-overlap oakfield \u{203a} B3",
        ),
        (
            b"Term,First,Last\nAutumn 1,24/10/2025,3/9/2025\n".to_vec(),
            "error ends-before-start oakfield \u{203a} B2",
        ),
        (
            b"Term,First,Last\nAutumn 1,3/9/2025,\n".to_vec(),
            "error half-a-stretch oakfield \u{203a} B2",
        ),
        (
            b"Term,First,Last\nAutumn 1,31/9/2025,24/10/2025\n".to_vec(),
            "error unreadable-day oakfield \u{203a} B2",
        ),
        (
            // 3 September to 19 December are 108 days.
            b"Term,First,Last\nAutumn,3/9/2025,19/12/2025\n".to_vec(),
            "warning no-half-term oakfield \u{203a} B2",
        ),
        (
            b"Term,First,Last\nAutumn,3/9/2025,2/4/2026\n".to_vec(),
            "error term-too-long oakfield \u{203a} B2",
        ),
        (
            b"Term,First,Last\nAutumn 1,3/9/2025,24/10/2025\nSpring 1,TBC,TBC\n".to_vec(),
            "warning open-days oakfield \u{203a} A3",
        ),
        (b"".to_vec(), "error no-terms oakfield"),
        (b"%PDF-1.7 x".to_vec(), "error not-a-table oakfield"),
        (
            b"PK\x03\x04 no archive".to_vec(),
            "error not-a-table oakfield",
        ),
        (
            vec![b'x'; school_terms::LARGEST + 1],
            "error too-large oakfield",
        ),
    ] {
        let told = faults(school(&bytes));
        assert_eq!(told.first().map(String::as_str), Some(expected), "{told:?}");
    }
}

#[test]
fn a_rule_gives_no_days_that_nobody_settled() {
    let rule = "RRULE:FREQ=YEARLY\r\n";
    let file = school(&calendar(&[
        ("Term starts", "20250903", ""),
        ("Term ends", "20251024", ""),
        ("INSET day", "20250902", rule),
        ("Assembly", "20250904", "RRULE:FREQ=SECONDLY\r\n"),
    ]));
    assert_eq!(inset(&file), ["2025-09-02"]);
    assert_eq!(
        faults(file),
        ["warning repeated-entry oakfield:16 (INSET day, Tue 2 Sep 2025)"]
    );
    // Five days of a holiday may be written as a series.
    let daily = school(&calendar(&[
        ("Term starts", "20250903", ""),
        ("Half term", "20251027", "RRULE:FREQ=DAILY;COUNT=5\r\n"),
        ("Term ends", "20251219", ""),
    ]));
    assert_eq!(
        terms(&daily),
        ["2025-09-03 2025-10-24", "2025-11-03 2025-12-19"]
    );
    assert!(daily.faults.is_empty(), "{:?}", daily.faults);
}

#[test]
fn other_encodings_are_read() {
    let table = "Term,First,Last\nAutumn 1,3 September 2025,24 October 2025\nCaf\u{e9} \u{2013} sale,4 September 2025,4 September 2025\n";
    let wide: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain(table.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let windows: Vec<u8> = table
        .chars()
        .map(|sign| match sign {
            '\u{e9}' => 0xE9,
            '\u{2013}' => 0x96,
            sign => u8::try_from(u32::from(sign)).unwrap(),
        })
        .collect();
    for bytes in [wide, windows] {
        let file = school(&bytes);
        assert_eq!(terms(&file), ["2025-09-03 2025-10-24"], "{:?}", file.faults);
        assert_eq!(file.passed_over, 1);
    }
}
