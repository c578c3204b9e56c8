//! What the program says of a charter's calendar, and what it makes of schools' files.

use std::fs;

use super::cli::folder;
use super::{root, run, run_in};

const CALENDAR: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n\
BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Autumn term begins\r\nDTSTART;VALUE=DATE:20250903\r\nEND:VEVENT\r\n\
BEGIN:VEVENT\r\nUID:2\r\nSUMMARY:Half Term\r\nDTSTART;VALUE=DATE:20251027\r\nDTEND;VALUE=DATE:20251101\r\nEND:VEVENT\r\n\
BEGIN:VEVENT\r\nUID:3\r\nSUMMARY:Mrs Smith's leaving do\r\nDTSTART;VALUE=DATE:20251205\r\nEND:VEVENT\r\n\
BEGIN:VEVENT\r\nUID:4\r\nSUMMARY:School closes at 1.30pm for Christmas\r\nDTSTART:20251219T133000\r\nEND:VEVENT\r\n\
END:VCALENDAR\r\n";

const CHARTER: &str = "\
extends: built-in
calendar:
  bank_holidays: scotland
  closed_days: [2025-12-24]
  schools:
    oakfield: { terms_from: oakfield.ics, inset: [2025-11-03] }
";

#[test]
fn explain_says_when_each_school_is_open_and_who_says_so() {
    let folder = folder(&[("charter.yaml", CHARTER), ("oakfield.ics", CALENDAR)]);
    let (code, out, err) = run_in(folder.path(), &["explain", "calendar"]);
    assert_eq!((code, err.as_str()), (0, ""));
    let shown = "\
# Calendar

Bank holidays: Scotland, 2012 to 2028, from the program's own table.
  Nothing is counted in working days after Sun 31 Dec 2028.
Closed days: Wed 24 Dec 2025
School day: drop-off 8.15am to 9.30am, pick-up 2.45pm to 4pm, lessons
  8.45am to 3.15pm, best for parents 10am to 2pm, evening 6.30pm to 9pm

# oakfield

1 INSET day from charter.yaml.
2 half terms from oakfield.ics.
1 other entry of the school's file says nothing of terms.

School year 2025-26
  Term     Wed 3 Sep 2025 to Fri 24 Oct 2025
  Holiday  Mon 27 Oct 2025 to Fri 31 Oct 2025
  Term     Mon 3 Nov 2025 to Fri 19 Dec 2025
  INSET    Mon 3 Nov 2025

Nothing is known before Wed 3 Sep 2025.
Nothing is known after Fri 19 Dec 2025: the rest of school year 2025-26;
add it under `calendar: schools: oakfield: terms` of the charter, or
name the school's own calendar or table with `terms_from`.
";
    assert_eq!(out, shown);
}

#[test]
fn the_built_in_schools_say_which_year_is_missing() {
    let (code, out, _) = run(&["explain", "Calendar", "--charter", "charter.yaml"]);
    assert_eq!(code, 0);
    let out = out.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in [
        "Nothing is known after Wed 22 Jul 2026: school year 2026-27; add it under `calendar: schools: wincham: terms`",
        "Nothing is known after Fri 24 Oct 2025: the rest of school year 2025-26; add it under",
        "12 half terms and 11 INSET days from charter.yaml.",
    ] {
        assert!(out.contains(said), "{said}\n{out}");
    }
}

#[test]
fn faults_elsewhere_are_not_in_the_way_and_faults_here_are_said() {
    let broken = format!("{CHARTER}clauses: [{{ id: O4a1, rule: {{ notise: {{}} }} }}]\n");
    let folder = folder(&[("charter.yaml", &broken), ("oakfield.ics", CALENDAR)]);
    let (code, out, _) = run_in(folder.path(), &["explain", "calendar"]);
    assert_eq!(code, 0);
    assert!(out.contains("2 half terms from oakfield.ics."), "{out}");
    fs::remove_file(folder.path().join("oakfield.ics")).unwrap();
    let (code, out, err) = run_in(folder.path(), &["explain", "calendar"]);
    assert_eq!(code, 2);
    assert!(
        err.contains("cannot read") && err.contains("charter.yaml:6:"),
        "{err}"
    );
    assert!(out.contains("# oakfield"), "{out}");
    fs::create_dir(folder.path().join("oakfield.ics")).unwrap();
    let (code, _, err) = run_in(folder.path(), &["check", ".", "--as-of", "2026-01-31"]);
    assert_eq!(code, 2);
    assert!(
        err.contains("oakfield.ics is a folder and not a file"),
        "{err}"
    );
}

#[test]
fn nothing_of_other_entries_is_printed() {
    let log = "Title,Type,Date,Notice sent\nBoard,meeting,26/11/2025,20/10/2025\n";
    // An entry that is about terms and cannot be understood is named, and hides who it is about.
    let unclear = CALENDAR.replace(
        "END:VCALENDAR",
        "BEGIN:VEVENT\r\nUID:5\r\nSUMMARY:Mrs Smith 07700 900461 holidays\r\nDTSTART;VALUE=DATE:20251208\r\n\
         DTEND;VALUE=DATE:20251210\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:6\r\nSUMMARY:Terms with 07700 900461\r\n\
         DTSTART;VALUE=DATE:20251209\r\nEND:VEVENT\r\nEND:VCALENDAR",
    );
    let folder = folder(&[
        ("charter.yaml", CHARTER),
        ("oakfield.ics", &unclear),
        ("log.csv", log),
    ]);
    for args in [
        vec!["check", ".", "--as-of", "2026-01-31", "--verbose"],
        vec!["report", ".", "--as-of", "2026-01-31", "--format", "json"],
        vec!["report", ".", "--as-of", "2026-01-31", "--details"],
        vec!["explain", "calendar"],
    ] {
        let (_, out, err) = run_in(folder.path(), &args);
        for text in [&out, &err] {
            assert!(
                !text.contains("Smith") && !text.contains("900461"),
                "{args:?}\n{text}"
            );
            assert!(!text.contains("leaving"), "{args:?}\n{text}");
        }
    }
    let (_, _, err) = run_in(folder.path(), &["check", ".", "--as-of", "2026-01-31"]);
    assert!(err.contains("warning[unclear-entry]"), "{err}");
    let (_, out, _) = run_in(folder.path(), &["report", ".", "--as-of", "2026-01-31"]);
    let out = out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        out.contains("entries of schools' files that say nothing of terms"),
        "{out}"
    );
}

#[test]
fn an_audit_by_schools_files_is_the_same_as_by_written_terms() {
    let example = root().join("examples/strategy-group");
    let written = fs::read_to_string(example.join("charter.yaml")).unwrap();
    let (before, rest) = written.split_once("    Teasel Lane Primary:").unwrap();
    let after = rest.find("\n\n").map_or("", |at| &rest[at..]);
    // Lines of comments keep everything below at its place.
    let schools = &rest[..rest.len() - after.len()];
    let lines = "\n    #".repeat(schools.lines().count() - 2);
    let named = format!(
        "{before}    Teasel Lane Primary: {{ terms_from: teasel.csv }}\n    Sorrel Bank School: {{ terms_from: sorrel.csv }}{lines}{after}"
    );
    assert_eq!(named.lines().count(), written.lines().count());
    let teasel = "Term,First day,Last day\n\
        Autumn 1,3 September 2025,17 October 2025\nAutumn 2,27 October 2025,19 December 2025\n\
        Spring 1,6 January 2026,6 February 2026\nSpring 2,16 February 2026,27 March 2026\n\
        Summer 1,13 April 2026,22 May 2026\nSummer 2,1 June 2026,20 July 2026\n\
        INSET,\"1 September 2025; 2 September 2025; 28 November 2025; 5 January 2026; 26 June 2026\",\n";
    let sorrel = "2025-26\nTerm starts,3 September\nHalf term,27 October to 31 October\nTerm ends,19 December\n\
        Term starts,5 January\nHalf term,16 February to 20 February\nTerm ends,2 April\n\
        Term starts,20 April\nHalf term,25 May to 29 May\nTerm ends,21 July\n\
        INSET days,1 September,2 September,5 December,1 June,19 June\n";
    let folder = folder(&[("teasel.csv", teasel), ("sorrel.csv", sorrel)]);
    let records = example.join("records");
    let charter = folder.path().join("charter.yaml");
    let audit = |text: &str| {
        fs::write(&charter, text).unwrap();
        let (records, charter) = (records.to_str().unwrap(), charter.to_str().unwrap());
        let args = [
            "report",
            records,
            "--format",
            "csv",
            "--as-of",
            "2026-07-31",
            "--charter",
            charter,
        ];
        let (code, out, err) = run_in(folder.path(), &args);
        assert!(code < 2, "{err}");
        out
    };
    let (named, written) = (audit(&named), audit(&written));
    // Without the terms the answers are others, so that being the same says something.
    let without = audit(&format!(
        "{before}    Teasel Lane Primary: {{}}\n    Sorrel Bank School: {{}}{lines}{after}"
    ));
    assert_ne!(without, written);
    assert_eq!(named, written);
    assert!(
        named.lines().count() > 100 && named.contains("School-hours clash"),
        "{named}"
    );
}
