//! A fault of the original is still one once converted: what is missing is never taken for kept.

use super::{before_and_after_of, converted};
use crate::{Bench, run_in};

/// One record, as it is written.
fn one(file: &str, text: &str) -> String {
    let conversion = converted(file, text.as_bytes().to_vec());
    let [record] = conversion.records.as_slice() else {
        panic!("{conversion:?}");
    };
    record.text.clone()
}

const BOARD: &str = "title: Board\nkind: meeting\ndate: 2026-02-26\n";

#[test]
fn groups_and_fields_that_say_nothing_stay_what_they_are() {
    for more in [
        "feedback: { sent: { a: } }\n",
        "audience: { parents: , cyp: }\n",
        "titel:\n",
        "titel: {}\n",
        "cyp: { involved: { yes: } }\n",
        "? [a, b]\n: important\n",
        "<<: *gone\n",
        "<<: text\n",
    ] {
        let text = format!("{BOARD}{more}");
        let [before, after] = before_and_after_of(vec![("a.yaml", text.clone().into_bytes())]);
        assert_eq!(before, after, "{text}");
        let written = one("a.yaml", &text);
        let errors = |text: &str| {
            let faults = Bench::new(&[("a.yaml", text)]).reading.faults;
            faults.iter().filter(|fault| fault.is_error()).count()
        };
        assert_eq!(errors(&text) > 0, errors(&written) > 0, "{text}{written}");
    }
    let written = one("a.yaml", &format!("{BOARD}? [a, b]\n: important\n"));
    assert!(
        written.contains("\"[a, b]\": !unreadable \"important\""),
        "{written}"
    );
}

#[test]
fn files_that_could_not_be_read_are_named_in_one_of_their_own() {
    let folder = tempfile::TempDir::new().unwrap();
    let at = folder.path();
    let decision = "record: decision\ntitle: Charges\nproject: charges\ndecided: 2026-03-04\n";
    std::fs::write(at.join("d.yaml"), decision).unwrap();
    std::fs::write(at.join("log.csv"), "Title,Date\n\"Board,12/3/2026\n").unwrap();
    let run = |args: &[&str]| run_in(at, args);
    let day = ["--as-of", "2026-07-31", "--clause", "G5"];
    let (code, out, _) = run(&[&["check", "d.yaml", "log.csv"], &day[..]].concat());
    assert_eq!(code, 2);
    assert!(!out.contains("not kept:"), "{out}");
    let (code, _, err) = run(&["convert", "d.yaml", "log.csv", "-o", "out"]);
    assert_eq!(code, 2);
    assert!(err.contains("wrote 1 record to out"), "{err}");
    assert!(err.contains("out/unread.yaml names the files"), "{err}");
    let unread = std::fs::read_to_string(at.join("out/unread.yaml")).unwrap();
    assert!(
        unread.ends_with("---\n!unreadable \"log.csv\"\n"),
        "{unread}"
    );
    let (code, again, _) = run(&[&["check", "out"], &day[..]].concat());
    assert_eq!(code, 2);
    assert!(!again.contains("not kept:"), "{again}");
}

#[test]
fn the_name_of_the_folder_is_hidden_as_well() {
    let folder = tempfile::TempDir::new().unwrap();
    let at = folder.path();
    let log = "Title,Date\nBoard,12/3/2026\n\"Open,13/3/2026\n";
    std::fs::write(at.join("log.csv"), log).unwrap();
    let (code, _, err) = run_in(at, &["convert", "log.csv", "-o", "07700 900461"]);
    assert_eq!(code, 2);
    assert!(err.contains("wrote 1 record to *"), "{err}");
    assert!(err.contains("unread.yaml names the files"), "{err}");
    assert!(!err.contains("900461"), "{err}");
}

#[test]
fn what_a_cell_says_besides_its_answer_is_a_remark() {
    let written = one(
        "a.csv",
        "Title,Date,Accessible,Status,Kind\n\
         Board,26/02/2026,Y (ramp at the back door),Cancelled - snow,Forum meeting\n",
    );
    assert!(
        written.contains("# Accessible: Y (ramp at the back door)\n"),
        "{written}"
    );
    assert!(
        written.contains("# Status: Cancelled - snow\n"),
        "{written}"
    );
    assert!(!written.contains("# Kind"), "{written}");
}

#[test]
fn what_stands_below_a_record_without_minutes_of_its_own_is_a_remark() {
    let decision =
        "---\nrecord: decision\ntitle: Charges\ndecided: 2026-03-04\n---\n# Why\n\nMoney.\n";
    let written = one("a.md", decision);
    assert!(
        written.contains("# below the record: # Why Money.\n"),
        "{written}"
    );
}

#[test]
fn times_that_cannot_be_read_are_kept_as_they_are_written() {
    let calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Board\r\n\
        DTSTART:in spring\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    let written = one("a.ics", calendar);
    assert!(written.contains("# DTSTART: in spring\n"), "{written}");
}

#[test]
fn other_readers_of_yaml_take_an_impossible_day_for_a_text() {
    let written = one(
        "a.yaml",
        "title: Board\ndate: 2026-02-30\nproject: 2026-02-29T10:00:00Z\n",
    );
    assert!(written.contains("date: \"2026-02-30\"\n"), "{written}");
    assert!(
        written.contains("project: \"2026-02-29T10:00:00Z\"\n"),
        "{written}"
    );
    assert!(one("a.yaml", BOARD).contains("date: 2026-02-26\n"));
}
