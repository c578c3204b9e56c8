//! Findings are known again in the next audit, wherever their files have gone.

use charter_audit::report::{Earlier, earlier};

use crate::{Bench, json_of, run_in as run};

const AS_OF: &str = "2026-07-31";
const DAY: [&str; 2] = ["--as-of", AS_OF];

fn board(title: &str, sent: &str) -> String {
    format!("title: {title}\nkind: meeting\ndate: 2026-02-26\nnotice: {{ sent: {sent} }}\n")
}

fn saved(files: &[(&str, &str)]) -> Earlier {
    earlier(&json_of(&Bench::new(files), AS_OF)).unwrap()
}

/// What the report says since the earlier audit of what was not kept.
fn since(now: &[(&str, &str)], then: &Earlier) -> String {
    let text = Bench::new(now).report_against(AS_OF, then);
    let (_, since) = text.split_once("Of what was not kept,").unwrap();
    let words: Vec<&str> = since.split_whitespace().collect();
    words.join(" ")
}

#[test]
fn a_record_that_was_moved_renamed_and_grew_is_the_same() {
    let late = board("Board", "2026-02-20");
    let then = saved(&[("records/a.yaml", &late)]);
    let grown = format!("# A remark.\n\n{late}\nminutes: Agreed.\n");
    let same = since(&[("archive/2026/board.yaml", &grown)], &then);
    assert!(
        same.starts_with("none is new since then, none is put right,"),
        "{same}"
    );
    assert!(same.contains("none is no longer in the records"), "{same}");
    // One of the same title on the same day is another one.
    let twice = format!("{late}---\n{late}");
    let more = since(&[("a.yaml", &twice)], &then);
    assert!(!more.starts_with("none is new"), "{more}");
}

#[test]
fn what_was_put_right_what_is_new_and_what_has_gone() {
    let then = saved(&[
        ("a.yaml", &board("One", "2026-02-20")),
        ("b.yaml", &board("Two", "2026-02-20")),
    ]);
    let one = board("One", "2026-01-20");
    let three = board("Three", "2026-02-20");
    let told = since(&[("a.yaml", &one), ("c.yaml", &three)], &then);
    let part = |from: &str, to: &str| {
        let (_, rest) = told
            .split_once(from)
            .unwrap_or_else(|| panic!("{from}: {told}"));
        rest.split_once(to)
            .map_or(rest, |(part, _)| part)
            .to_owned()
    };
    let new = part("New since then", "Put right");
    assert!(
        new.contains("Short notice (breach): Three, Thu 26 Feb 2026 c.yaml:4:17"),
        "{new}"
    );
    assert!(!new.contains("One") && !new.contains("Two"), "{new}");
    let right = part("Put right since then", "No longer in the records");
    assert!(
        right.contains("Short notice: One, Thu 26 Feb 2026 Kept now."),
        "{right}"
    );
    let gone = part("No longer in the records -", "About the charter");
    assert!(gone.contains("Short notice: Two"), "{gone}");
}

#[test]
fn an_audit_that_was_saved_without_fingerprints_still_compares_its_counts() {
    let late = board("Board", "2026-02-20");
    let text = json_of(&Bench::new(&[("a.yaml", &late)]), AS_OF);
    let mut old: serde_json::Value = serde_json::from_str(&text).unwrap();
    for finding in old["findings"].as_array_mut().unwrap() {
        finding.as_object_mut().unwrap().remove("fingerprint");
    }
    let old = earlier(&old.to_string()).unwrap();
    assert_eq!(old.not_kept, None);
    let text = Bench::new(&[("a.yaml", &late)]).report_against(AS_OF, &old);
    assert!(text.contains("cannot be known again"), "{text}");
}

#[test]
fn what_one_of_two_audits_was_not_asked_is_not_compared() {
    let folder = tempfile::TempDir::new().unwrap();
    let at = folder.path();
    std::fs::write(at.join("one.yaml"), board("One", "2026-02-20")).unwrap();
    let report = |more: &[&str]| {
        let (code, out, err) = run(at, &[&["report", "one.yaml"], &DAY[..], more].concat());
        assert!(code < 2, "{err}");
        out.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    report(&["-o", "all.json"]);
    report(&["--clause", "O4a1", "-o", "one.json"]);
    // Without a day, this may lie in any period.
    std::fs::write(at.join("two.yaml"), "title: Two\nscope: individual\n").unwrap();
    report(&["two.yaml", "--since", "2026-03-01", "-o", "later.json"]);
    // Of three promises that were not kept, one is in both audits.
    let out = report(&["--against", "one.json"]);
    assert!(out.contains("none is new since then, none is put right, one is open as before, and none is no longer"), "{out}");
    assert!(out.contains("Not compared: 2, because"), "{out}");
    let out = report(&["--against", "all.json", "--clause", "O4a1"]);
    assert!(
        out.contains("one is open as before, and none is no longer"),
        "{out}"
    );
    assert!(out.contains("Not compared: 2, because"), "{out}");
    assert!(out.contains("; clauses O4a1. "), "{out}");
    let out = report(&["--against", "later.json"]);
    assert!(out.contains("Not compared: 3, because"), "{out}");
}

/// An audit of a period holds what happened on its first and on its last day.
#[test]
fn the_first_and_the_last_day_of_the_earlier_audit_are_compared() {
    let folder = tempfile::TempDir::new().unwrap();
    let at = folder.path();
    std::fs::create_dir(at.join("records")).unwrap();
    let report = |more: &[&str]| {
        let (code, out, err) = run(at, &[&["report", "records"], &DAY[..], more].concat());
        assert!(code < 2, "{err}");
        out.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    std::fs::write(at.join("records/one.yaml"), board("One", "2026-02-20")).unwrap();
    report(&["--since", "2026-02-26", "-o", "from.json"]);
    report(&["--until", "2026-02-26", "-o", "to.json"]);
    // Another of the same day is new, because either audit was asked about that day.
    std::fs::write(at.join("records/two.yaml"), board("Two", "2026-02-20")).unwrap();
    for then in ["from.json", "to.json"] {
        let out = report(&["--against", then]);
        assert!(out.contains("3 are new since then"), "{then}: {out}");
        assert!(out.contains("3 are open as before"), "{then}: {out}");
        assert!(!out.contains("Not compared"), "{then}: {out}");
    }
    // One of the day before is not compared with what was asked from the day on, nor one of the day
    // after with what was asked until then.
    for (then, day) in [("from.json", "2026-02-25"), ("to.json", "2026-02-27")] {
        let other = board("Two", "2026-02-20").replace("2026-02-26", day);
        std::fs::write(at.join("records/two.yaml"), other).unwrap();
        let out = report(&["--against", then]);
        assert!(out.contains("none is new since then"), "{then}: {out}");
        assert!(out.contains("Not compared: 3"), "{then}: {out}");
    }
}

#[test]
fn that_the_charter_has_changed_is_said() {
    let folder = tempfile::TempDir::new().unwrap();
    let at = folder.path();
    std::fs::create_dir(at.join("records")).unwrap();
    std::fs::write(at.join("records/one.yaml"), board("One", "2026-02-20")).unwrap();
    let against = || {
        let report = [
            "report",
            "records",
            "--details",
            "--against",
            "records/then.json",
        ];
        let (code, out, err) = run(at, &[&report[..], &DAY].concat());
        assert!(code < 2, "{err}");
        out.contains("The charter has changed since then")
    };
    let then = ["report", "records", "-o", "records/then.json"];
    assert_eq!(run(at, &[&then[..], &DAY].concat()).0, 1);
    assert!(!against());
    let charter = "extends: built-in\nclauses:\n  - { id: O4a1, rule: { notice: { standard: 20 clear days } } }\n";
    std::fs::write(at.join("charter.yaml"), charter).unwrap();
    assert!(against());
}
