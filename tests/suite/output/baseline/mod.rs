//! A baseline forgives what it has, and says of the rest why it is new.

use std::path::Path;

use tempfile::TempDir;

use crate::run_in as run;

mod identifiers;

const DAY: [&str; 2] = ["--as-of", "2026-07-31"];

fn board(title: &str, sent: &str) -> String {
    format!("title: {title}\nkind: meeting\ndate: 2026-02-26\nnotice: {{ sent: {sent} }}\n")
}

/// A folder with records, of which a baseline was made as of a day.
struct Folder(TempDir);

impl Folder {
    fn new(files: &[(&str, &str)], as_of: &str) -> Self {
        let folder = Folder(TempDir::new().unwrap());
        std::fs::create_dir(folder.at().join("records")).unwrap();
        for (name, text) in files {
            folder.write(name, text);
        }
        folder.remember(as_of);
        folder
    }

    fn at(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, name: &str, text: &str) {
        std::fs::write(self.at().join("records").join(name), text).unwrap();
    }

    fn rename(&self, from: &str, to: &str) {
        let records = self.at().join("records");
        std::fs::rename(records.join(from), records.join(to)).unwrap();
    }

    fn remember(&self, as_of: &str) {
        let args = ["baseline", "records", "-o", "known.txt", "--as-of", as_of];
        let (code, out, err) = run(self.at(), &args);
        assert_eq!((code, out.as_str(), err.as_str()), (0, "", ""));
    }

    fn baseline(&self) -> String {
        std::fs::read_to_string(self.at().join("known.txt")).unwrap()
    }

    /// The exit code and everything that is printed.
    fn check(&self, more: &[&str]) -> (i32, String) {
        let check = ["check", "records", "--baseline", "known.txt"];
        let (code, out, err) = run(self.at(), &[&check[..], more].concat());
        (code, out + &err)
    }
}

#[test]
fn only_what_is_not_in_the_baseline_fails() {
    let folder = Folder::new(&[("one.yaml", &board("One", "2026-02-20"))], DAY[1]);
    let (code, out) = folder.check(&DAY);
    assert_eq!(code, 0, "{out}");
    assert!(out.contains("Known: 3 not kept (breach 3)"), "{out}");
    folder.rename("one.yaml", "renamed.yaml");
    assert_eq!(folder.check(&DAY).0, 0);
    folder.write("two.yaml", &board("Two", "2026-02-20"));
    let (code, out) = folder.check(&DAY);
    assert_eq!(code, 1);
    assert!(
        out.contains("]: Short notice: Two") && !out.contains("]: Short notice: One"),
        "{out}"
    );
    // Other formats mark what is known, and count it.
    let formats = [
        "--details",
        "-o",
        "all.html",
        "-o",
        "all.csv",
        "-o",
        "all.md",
    ];
    assert_eq!(folder.check(&[&DAY[..], &formats].concat()).0, 1);
    for format in ["all.html", "all.csv", "all.md"] {
        let text = std::fs::read_to_string(folder.at().join(format)).unwrap();
        assert_eq!(
            text.matches("already in the baseline").count(),
            3,
            "{format}"
        );
        let head = " findings stand there already";
        assert_eq!(text.contains(head), format != "all.csv", "{format}");
    }
    // A fault is not forgiven.
    folder.write("three.yaml", "title: a: b\n");
    assert_eq!(folder.check(&DAY).0, 2);
    // Neither is a baseline of a later day.
    let (code, out) = folder.check(&["--as-of", "2026-07-30"]);
    assert!(code == 2 && out.contains("later than"), "{out}");
}

#[test]
fn what_has_become_worse_is_new() {
    // Nine clear days are a concern, five are a breach.
    let folder = Folder::new(&[("a.yaml", &board("One", "2026-02-16"))], DAY[1]);
    let only = [&DAY[..], &["--clause", "O4a1", "--fail-on", "concern"]].concat();
    assert_eq!(folder.check(&only).0, 0);
    folder.write("a.yaml", &board("One", "2026-02-20"));
    let (code, out) = folder.check(&only);
    assert!(code == 1 && out.contains("]: Short notice: One"), "{out}");
    folder.remember(DAY[1]);
    folder.write("a.yaml", &board("One", "2026-02-16"));
    assert_eq!(folder.check(&only).0, 0);
}

#[test]
fn a_corrected_title_a_given_id_and_a_corrected_day_are_nothing_new() {
    let late = board("Bord", "2026-02-20");
    let folder = Folder::new(&[("a.yaml", &late)], DAY[1]);
    folder.write("a.yaml", &board("Board", "2026-02-20"));
    assert_eq!(folder.check(&DAY).0, 0);
    // The file may be moved at the same time.
    folder.rename("a.yaml", "b.yaml");
    let (code, out) = folder.check(&DAY);
    assert_eq!(code, 0, "{out}");
    folder.rename("b.yaml", "a.yaml");
    folder.write("a.yaml", &format!("id: board-1\n{late}"));
    assert_eq!(folder.check(&DAY).0, 0);
    // Of another day it is known by its file.
    let moved = late.replace("2026-02-26", "2026-02-25");
    folder.write("a.yaml", &moved);
    assert_eq!(folder.check(&DAY).0, 0);
    // Under another name as well, it is another meeting.
    folder.rename("a.yaml", "b.yaml");
    assert_eq!(folder.check(&DAY).0, 1);
    // One finding of the baseline stands for one meeting.
    let twice = format!("{late}---\n{}", board("Other", "2026-02-20"));
    folder.rename("b.yaml", "a.yaml");
    folder.write("a.yaml", &twice);
    let (code, out) = folder.check(&DAY);
    assert!(code == 1 && out.contains("]: Short notice: Other"), "{out}");
}

/// What is said of the one finding that is new.
fn cause(out: &str) -> &str {
    let (_, cause) = out.split_once("new since ").unwrap();
    let (cause, _) = cause.split_once('\n').unwrap();
    assert_eq!(out.matches("new since ").count(), 1, "{out}");
    cause
}

#[test]
fn what_is_new_because_time_passed_is_told_apart() {
    // Feedback was due within ten working days, which is by Thu 12 Mar 2026.
    let good = board("Board", "2026-01-19");
    let folder = Folder::new(&[("a.yaml", &good)], "2026-03-12");
    let only = ["--clause", "O4e1", "--as-of", "2026-03-13"];
    let forgiving = [&only[..], &["--ignore-elapsed"]].concat();
    let (code, out) = folder.check(&only);
    assert_eq!((code, cause(&out)), (1, "Thu 12 Mar 2026: time passed"));
    assert_eq!(folder.check(&forgiving).0, 0);
    // A corrected title changes nothing in that.
    folder.write("a.yaml", &board("The board", "2026-01-19"));
    assert_eq!(folder.check(&forgiving).0, 0);
    // Whatever else is changed in a record, somebody looked at it.
    folder.write("a.yaml", &format!("{good}attendance: {{ staff: 5 }}\n"));
    let (code, out) = folder.check(&forgiving);
    assert_eq!((code, cause(&out)), (1, "Thu 12 Mar 2026: records changed"));
    // A record that nobody knew is none of which time passed.
    folder.write("a.yaml", &good);
    folder.write("b.yaml", &board("Other", "2026-01-19"));
    let (code, out) = folder.check(&forgiving);
    assert!(code == 1 && out.contains("2026: records changed"), "{out}");
}

#[test]
fn what_is_new_because_the_charter_changed_is_told_apart() {
    // From 5 to 26 February there are 20 clear days.
    let good = board("Board", "2026-02-05");
    let folder = Folder::new(&[("a.yaml", &good)], DAY[1]);
    let only = [&DAY[..], &["--clause", "O4a1", "--fail-on", "concern"]].concat();
    assert_eq!(folder.check(&only).0, 0);
    let stricter = "extends: built-in\nclauses:\n  - id: O4a1\n    rule:\n      \
                    notice: { standard: 28 clear days, at_least: 7 clear days }\n";
    folder.write("charter.yaml", stricter);
    let (code, out) = folder.check(&only);
    assert_eq!(
        (code, cause(&out)),
        (1, "Fri 31 Jul 2026: the charter changed")
    );
    assert_eq!(
        folder.check(&[&only[..], &["--ignore-elapsed"]].concat()).0,
        1
    );
    // What was changed in the record as well says nothing for the charter.
    folder.write("a.yaml", &board("Board", "2026-02-06"));
    let (_, out) = folder.check(&only);
    assert_eq!(cause(&out), "Fri 31 Jul 2026: records changed");
}

#[test]
fn two_versions_of_a_baseline_are_merged_by_keeping_the_lines_of_both() {
    let one = ("one.yaml", &*board("One", "2026-02-20"));
    let two = ("two.yaml", &*board("Two", "2026-02-20"));
    let first = Folder::new(&[one], "2026-07-30");
    let second = Folder::new(&[two], DAY[1]);
    let both = first.baseline() + &second.baseline();
    first.write(two.0, two.1);
    assert_eq!(first.check(&DAY).0, 1);
    let known = first.at().join("known.txt");
    std::fs::write(&known, &both).unwrap();
    assert_eq!(first.check(&DAY).0, 0);
    // Of the two days the later one counts.
    assert_eq!(first.check(&["--as-of", "2026-07-30"]).0, 2);
    for (text, part) in [
        (format!("{both}<<<<<<< HEAD\n"), "keep the lines of both"),
        (format!("{both}nonsense\n"), "is no line of a baseline"),
        (
            "{\"format\": \"charter-audit/1\"}".into(),
            "it is no baseline",
        ),
        (String::new(), "it is no baseline"),
        ("charter-audit-baseline/1\n".into(), "of which day"),
    ] {
        std::fs::write(&known, text).unwrap();
        let (code, out) = first.check(&DAY);
        assert!(code == 2 && out.contains(part), "{part}: {out}");
    }
}

#[test]
fn a_baseline_has_short_sorted_lines_and_nothing_that_a_record_says() {
    let text = "title: Board about Zebedee, 07700 900123\nid: b-1\nkind: meeting\n\
                date: 2026-02-26\nminutes: Ring 07700 900123.\nnotice: { sent: 2026-02-20 }\n";
    let folder = Folder::new(&[("z.yaml", text)], DAY[1]);
    let baseline = folder.baseline();
    assert!(
        !baseline.contains("Zebedee")
            && !baseline.contains("07700")
            && !baseline.contains("z.yaml")
    );
    let lines: Vec<&str> = baseline.lines().collect();
    let findings: Vec<&&str> = lines
        .iter()
        .filter(|it| it.starts_with("finding "))
        .collect();
    assert!(findings.is_sorted() && findings.len() > 5, "{baseline}");
    assert!(lines.iter().all(|line| line.len() < 150), "{baseline}");
    assert_eq!(lines[1], "charter-audit-baseline/1");
    assert_eq!(lines[2], "as-of 2026-07-31");
    assert_eq!(
        lines.iter().filter(|it| it.starts_with("record ")).count(),
        1
    );
    // The number in it cannot be worked out from the marks: another one gives the same.
    folder.write("z.yaml", &text.replace("900123", "900124"));
    folder.remember(DAY[1]);
    assert_eq!(folder.baseline(), baseline);
}

#[test]
fn what_is_new_and_does_not_count_has_its_cause_in_its_line() {
    let folder = Folder::new(&[("a.yaml", &board("One", "2026-01-19"))], DAY[1]);
    // Nine clear days are a concern.
    folder.write("b.yaml", &board("Two", "2026-02-16"));
    let (code, out) = folder.check(&[&DAY[..], &["--clause", "O4a1"]].concat());
    let line = out.lines().find(|line| line.contains("Two")).unwrap();
    assert!(
        code == 0 && line.ends_with("(new: records changed)"),
        "{out}"
    );
}

#[test]
fn what_had_no_evidence_then_is_known() {
    let silent = "title: Board\nkind: meeting\ndate: 2026-02-26\n";
    let folder = Folder::new(&[("a.yaml", silent)], DAY[1]);
    let strict = [&DAY[..], &["--clause", "O4a1", "--strict"]].concat();
    assert_eq!(folder.check(&strict).0, 0);
    folder.write("b.yaml", &silent.replace("Board", "Other"));
    assert_eq!(folder.check(&strict).0, 1);
    let forgiving = [&strict[..], &["--fail-on", "none"]].concat();
    assert_eq!(folder.check(&forgiving).0, 1);
    let none = ["--fail-on", "none"];
    folder.write("b.yaml", &board("Other", "2026-02-20"));
    assert_eq!(folder.check(&[&DAY[..], &none].concat()).0, 0);
}

/// A meeting in the morning and one in the afternoon, of one title, are two.
#[test]
fn two_meetings_of_one_title_on_one_day_are_told_apart() {
    let at = |start: &str| format!("{}start: {start}\n", board("One", "2026-02-20"));
    let folder = Folder::new(&[("a.yaml", &at("10:00"))], DAY[1]);
    assert_eq!(folder.check(&DAY).0, 0);
    folder.write("b.yaml", &at("13:00"));
    let (code, out) = folder.check(&DAY);
    assert_eq!(code, 1, "{out}");
    assert!(
        out.contains("3 not kept (breach 3)") && out.contains("Known: 3 not kept (breach 3)"),
        "{out}"
    );
}

/// What was not covered in twelve months is nothing new a day later.
#[test]
fn the_last_twelve_months_are_known_in_the_next_audit() {
    let record = "title: One\nkind: meeting\ndate: 2026-02-26\norganisers: [council]\n\
                  audience: [parents]\nareas: [development]\nstatus: held\n";
    let folder = Folder::new(&[("a.yaml", record)], DAY[1]);
    let charter = "extends: built-in\nparties:\n  council: { name: Elm, side: organisation, \
                   signed: 2025-01-01 }\n  forum: { name: Elm Forum, side: forum, signed: 2025-01-01 }\n";
    std::fs::write(folder.at().join("charter.yaml"), charter).unwrap();
    folder.remember(DAY[1]);
    for day in ["2026-07-31", "2026-08-01"] {
        let (_, out) = folder.check(&["--as-of", day, "--clause", "O1c", "--format", "json"]);
        let report: serde_json::Value = serde_json::from_str(&out).unwrap();
        let findings = report["findings"].as_array().unwrap();
        let of_year = findings.iter().find(|it| it["clause"] == "O1c").unwrap();
        assert_eq!(of_year["verdict"], "not-kept", "{day}");
        assert_eq!(of_year["notes"][0], "already in the baseline", "{day}");
    }
}

#[test]
fn an_audit_of_the_same_day_can_be_compared_with() {
    let folder = Folder::new(&[("a.yaml", &board("One", "2026-02-20"))], DAY[1]);
    let report = |more: &[&str]| {
        run(
            folder.at(),
            &[&["report", "records"][..], &DAY, more].concat(),
        )
    };
    let (code, _, err) = report(&["-o", "then.json"]);
    assert_eq!((code, err.as_str()), (1, ""));
    let (code, _, err) = report(&["--against", "then.json"]);
    assert_eq!((code, err.as_str()), (1, ""));
    let (code, _, err) = run(
        folder.at(),
        &[
            "report",
            "records",
            "--against",
            "then.json",
            "--as-of",
            "2026-07-30",
        ],
    );
    assert!(code == 2 && err.contains("later than 2026-07-30"), "{err}");
}

/// What stands in a file is nothing new where the file goes to another folder.
#[test]
fn a_file_that_was_moved_is_known() {
    let named = board("One", "2026-01-20") + "minutes: \"Pupils: Quux Doe, Flim Roe\"\n";
    let folder = Folder::new(&[("a.yaml", &named)], DAY[1]);
    let strict = [&DAY[..], &["--clause", "W3c", "--strict"]].concat();
    assert_eq!(folder.check(&strict).0, 0);
    std::fs::create_dir(folder.at().join("records/2026")).unwrap();
    folder.rename("a.yaml", "2026/a.yaml");
    let (code, out) = folder.check(&strict);
    assert_eq!(code, 0, "{out}");
    folder.rename("2026/a.yaml", "2026/b.yaml");
    let (code, out) = folder.check(&strict);
    assert_eq!(code, 1, "{out}");
}
