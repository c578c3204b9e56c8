//! What would change under other numbers.

use std::fs;

use serde_json::{Value, json};

use super::super::run_in;
use super::{CHARTER, calibrate, calibrated, files};

#[test]
fn what_is_set_flips_verdicts_both_ways() {
    let folder = files();
    let set = [
        "--set",
        "O4a1.standard=13 clear days",
        "--set",
        "O4e2.standard=9 working days",
    ];
    let changes = &calibrated(folder.path(), &set)["changes"];
    assert_eq!(changes["would_be_kept"], 1);
    // The two with feedback on the tenth working day.
    assert_eq!(changes["would_no_longer_be_kept"], 2);
    let flips: Vec<_> = changes["verdicts"].as_array().unwrap().iter().collect();
    let told: Vec<(&str, &str, &str, &str)> = flips
        .iter()
        .map(|flip| {
            let text = |value: &'_ Value| -> &str { value.as_str().unwrap().to_owned().leak() };
            (
                text(&flip["clause"]),
                text(&flip["name"]),
                text(&flip["now"]["verdict"]),
                text(&flip["then"]["verdict"]),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("O4a1", "Birch", "not-kept", "kept"),
            ("O4e2", "Cedar", "kept", "not-kept"),
            ("O4e2", "Damson", "kept", "not-kept"),
        ]
    );
    let words = |of: &Value| of["words"].as_str().unwrap().to_owned();
    assert!(words(&flips[0]["now"]).contains("13 clear days (14 days); standard 14 clear days"));
    assert!(words(&flips[0]["then"]).contains("13 clear days (14 days); standard 13 clear days"));
    let (_, out, _) = calibrate(folder.path(), &set);
    assert!(out.contains("1 would be kept that is not now"), "{out}");
    assert!(out.contains("Would no longer be kept\n---"), "{out}");
}

#[test]
fn it_says_what_an_audit_with_the_edited_charter_says() {
    let folder = files();
    let verdicts = |charter: &str| -> Vec<Value> {
        let args = [
            "report",
            "records",
            "--charter",
            charter,
            "--as-of",
            "2026-08-31",
            "--format",
            "json",
        ];
        let (_, out, _) = run_in(folder.path(), &args);
        let report: Value = serde_json::from_str(&out).unwrap();
        let findings = report["findings"].as_array().unwrap().iter();
        let mut all: Vec<Value> = findings
            .map(|one| {
                json!([
                    one["clause"],
                    one["subject"]["name"],
                    one["verdict"],
                    one["words"]
                ])
            })
            .collect();
        all.sort_by_key(Value::to_string);
        all
    };
    let edited = format!(
        "{CHARTER}clauses: [{{ id: O4a1, rule: {{ notice: {{ standard: 9 clear days, \
         at_least: 7 clear days }} }} }}]\n"
    );
    fs::write(folder.path().join("edited.yaml"), edited).unwrap();
    let (now, then) = (verdicts("charter.yaml"), verdicts("edited.yaml"));
    assert_eq!(now.len(), then.len());
    let kept = |all: &[Value]| {
        all.iter()
            .filter(|one| one[0] == "O4a1" && one[2] == "kept")
            .count()
    };
    assert_eq!((kept(&now), kept(&then)), (2, 5));
    for more in [
        &["--set", "O4a1.standard=9 clear days"][..],
        &["--with", "edited.yaml"],
    ] {
        let changes = &calibrated(folder.path(), more)["changes"];
        let flips = changes["verdicts"].as_array().unwrap();
        assert_eq!(flips.len(), 3, "{more:?}");
        for flip in flips {
            for (verdicts, side) in [(&now, "now"), (&then, "then")] {
                let of = &flip[side];
                let one = json!([flip["clause"], flip["name"], of["verdict"], of["words"]]);
                assert!(verdicts.contains(&one), "{one}");
            }
        }
    }
}

#[test]
fn another_charter_must_read_records_alike() {
    let folder = files();
    fs::write(
        folder.path().join("other.yaml"),
        CHARTER.replace("Voice", "Chorus"),
    )
    .unwrap();
    let (code, out, err) = calibrate(folder.path(), &["--with", "other.yaml"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(
        err.contains("other.yaml reads records in other words"),
        "{err}"
    );
    // What is set is laid over the other charter.
    fs::write(folder.path().join("records/same.yaml"), CHARTER).unwrap();
    let with = [
        "--with",
        "records/same.yaml",
        "--set",
        "O4a1.standard=12 clear days",
    ];
    let changes = &calibrated(folder.path(), &with)["changes"];
    assert_eq!(
        (&changes["with"], &changes["would_be_kept"]),
        (&json!("records/same.yaml"), &json!(2))
    );
}

#[test]
fn wrong_settings_are_told_with_their_places() {
    let folder = files();
    for (set, said) in [
        (
            "O4a9.standard=3 days",
            "error[unknown-clause]: the charter has no clause `O4a9`",
        ),
        ("O4a1.standart=3 days", "--set:1:1"),
        ("O4a1.standart=3 days", "did you mean `standard`?"),
        ("O4a1.standard=soon", "`soon` cannot be read as `standard`"),
        ("O4a1.standard=10", "`10` has no unit"),
        (
            "O4a1.at_least=20 clear days",
            "error[steps-crossed]: this should be less",
        ),
        ("O4a1.at_least=20 clear days", "charter:95"),
        ("O4a1.standard=", "error[no-standard]"),
        (
            "O4a1.standard.x=1",
            "there is nothing called `x` to set here",
        ),
        ("O4a1", "error[no-value]: this sets nothing"),
        ("O4a1=10 clear days", "this names a clause and no parameter"),
        ("O4a1..standard=10 clear days", "a name is missing here"),
        (
            "O6a.standard=3 days",
            "the program does not judge this clause",
        ),
    ] {
        let (code, out, err) = calibrate(folder.path(), &["--set", set]);
        assert_eq!((code, out.as_str()), (2, ""), "{set}");
        assert!(err.contains(said), "{set}: {err}");
    }
    let twice = ["--set", "O4a1.aim=3 weeks", "--set", "o4a1.aim=4 weeks"];
    let (code, _, err) = calibrate(folder.path(), &twice);
    assert!(code == 2 && err.contains("this is set twice"), "{err}");
    // All of them at once.
    let all = ["--set", "X.a=1", "--set", "Y.b=1"];
    assert!(calibrate(folder.path(), &all).2.contains("2 faults"));
}
