//! Whether a charter's numbers fit what was done, and what would change under others.

mod changes;

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::cli::folder;
use super::{root, run_in};

const CHARTER: &str = "\
extends: built-in
title: Coproduction charter, Northmoor
parties:
  council: { name: Northmoor Council, side: organisation, signed: 2025-09-01 }
  forum: { name: Northmoor Voice, side: forum, signed: 2025-09-01 }
";

/// Clear days of notice, in order: 14, 13, 12, 9, 21, never, not said. Working days until feedback:
/// 9 across Good Friday and Easter Monday; never; 10 across 4 May; 10 across 25 May; 11; not said; 4.
const LOG: &str = "\
Title,Type,Date,Status,Organiser,Who is it for,Notice sent,Feedback sent
Alder,meeting,26/03/2026,held,council,parents,11/03/2026,10/04/2026
Birch,meeting,27/03/2026,held,council,parents,13/03/2026,no
Cedar,workshop,23/04/2026,held,council; forum,parents,10/04/2026,08/05/2026
Damson,workshop,14/05/2026,held,council,parents,04/05/2026,29/05/2026
Elm,meeting,11/06/2026,held,council,parents,20/05/2026,26/06/2026
Fir,meeting,18/06/2026,held,council,parents,no,
Gorse,meeting,25/06/2026,held,council,parents,,01/07/2026
";

fn files() -> tempfile::TempDir {
    folder(&[("charter.yaml", CHARTER), ("records/log.csv", LOG)])
}

/// The JSON of a calibration as of 31 August 2026 that ends with 0.
fn calibrated(folder: &Path, more: &[&str]) -> Value {
    let (code, out, err) = calibrate(folder, &[&["--format", "json"], more].concat());
    assert_eq!((code, err.as_str()), (0, ""));
    serde_json::from_str(&out).unwrap()
}

fn calibrate(folder: &Path, more: &[&str]) -> (i32, String, String) {
    run_in(
        folder,
        &[&["calibrate", "records", "--as-of", "2026-08-31"], more].concat(),
    )
}

fn number<'v>(all: &'v Value, clause: &str, under: &Value) -> &'v Value {
    let mut numbers = all["numbers"].as_array().unwrap().iter();
    let found = numbers.find(|one| one["clause"] == clause && one["under"] == *under);
    found.unwrap_or_else(|| panic!("{clause}: {all}"))
}

fn values(of: &Value) -> Vec<Option<i64>> {
    let points = of["points"].as_array().unwrap().iter();
    points.map(|point| point["value"].as_i64()).collect()
}

#[test]
fn what_would_have_met_other_numbers_is_counted_by_hand() {
    let folder = files();
    let all = calibrated(folder.path(), &[]);
    let notice = number(&all, "O4a1", &Value::Null);
    assert_eq!(
        (&notice["sense"], &notice["unit"], &notice["standard"]),
        (&json!("at least"), &json!("clear days"), &json!(14))
    );
    // 21, 14, 13, 12, 9 and one never: three of six had 13, five of six 9, and six none.
    assert_eq!(notice["all"]["measured"], 5);
    assert_eq!(notice["all"]["never"], 1);
    assert_eq!(notice["all"]["met"], 2);
    assert_eq!(values(&notice["all"]), [Some(13), Some(9), None]);
    assert_eq!(notice["no_evidence"], 1);
    let curve = json!([
        { "value": 7, "met": 5 }, { "value": 9, "met": 5 }, { "value": 12, "met": 4 },
        { "value": 13, "met": 3 }, { "value": 14, "met": 2 }, { "value": 21, "met": 1 },
    ]);
    assert_eq!(notice["curve"], curve);
    // Short by 1, 2 and 5, and one never: three of four within five.
    let misses = json!({ "late": 3, "never": 1, "most_within": 5, "so_near": 3 });
    assert_eq!(notice["misses"], misses);
    let group = |all: &Value, name: &str| -> (Value, Value, Value, Value) {
        let mut groups = all.as_array().unwrap().iter();
        let one = groups.find(|one| one["name"] == name).unwrap();
        let of = &one["all"];
        (
            of["met"].clone(),
            of["measured"].clone(),
            of["never"].clone(),
            one["no_evidence"].clone(),
        )
    };
    let counts =
        |met, measured, never, left| (json!(met), json!(measured), json!(never), json!(left));
    assert_eq!(group(&notice["by_kind"], "meetings"), counts(2, 3, 1, 1));
    assert_eq!(group(&notice["by_kind"], "workshops"), counts(0, 2, 0, 0));
    assert_eq!(
        group(&notice["by_party"], "Northmoor Council"),
        counts(2, 4, 1, 1)
    );
    let both = "Northmoor Council and Northmoor Voice";
    assert_eq!(group(&notice["by_party"], both), counts(0, 1, 0, 0));
}

#[test]
fn working_days_after_are_counted_and_silence_is_left_out() {
    let folder = files();
    let all = calibrated(folder.path(), &[]);
    let feedback = number(&all, "O4e2", &Value::Null);
    assert_eq!(
        (&feedback["sense"], &feedback["unit"]),
        (&json!("at most"), &json!("working days"))
    );
    // 4, 9, 10, 10, 11 and one never: three of six within 10, five of six within 11.
    assert_eq!(feedback["all"]["measured"], 5);
    assert_eq!(feedback["all"]["never"], 1);
    assert_eq!(feedback["all"]["met"], 4);
    assert_eq!(values(&feedback["all"]), [Some(10), Some(11), None]);
    assert_eq!(feedback["no_evidence"], 1);
    assert_eq!(feedback["misses"]["most_within"], Value::Null);
    // Nobody was surveyed or consulted.
    for under in ["survey", "consultation"] {
        let other = number(&all, "O4e2", &json!(under));
        assert_eq!(other["all"]["measured"], 0);
        assert_eq!(values(&other["all"]), [None, None, None]);
    }
}

#[test]
fn the_text_begins_with_what_a_group_needs_and_fits_the_page() {
    let folder = files();
    let (code, out, _) = calibrate(folder.path(), &[]);
    assert_eq!(code, 0);
    let line = out.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in [
        "Notice (O4a1) at least 14 clear days 2 of 6 13 9 none",
        "1. Notice (O4a1): 4 of 6 missed it 3 of 4 misses lie within 5 clear days of the standard; 1 never \
         done By kind: workshops 2 of 2; meetings 2 of 4",
        "Counted: 5 measured and 1 never done; left out: 1 without evidence.",
        "2 of 6 met the standard. 50% would have met 13 clear days (3 of 6); 80% would have met 9 \
         clear days (5 of 6); 95% would have met no number. These are few",
        "Never tested: nothing in these records falls under it",
    ] {
        assert!(line.contains(said), "{said}\n{out}");
    }
    let at = |heading: &str| {
        out.find(heading)
            .unwrap_or_else(|| panic!("{heading}: {out}"))
    };
    assert!(at("Every number at a glance") < at("Where most misses lie"));
    assert!(at("Where most misses lie") < at("Promises to look at"));
    assert!(at("Promises to look at") < at("\nNotice (O4a1)\n------"));
    for set in [&[][..], &["--set", "O4a1.standard=12 clear days"]] {
        let (_, out, _) = calibrate(folder.path(), set);
        // Paths stay whole, so that they can be copied.
        let wide = out
            .lines()
            .find(|line| line.chars().count() > 72 && !line.contains(".csv"));
        assert_eq!(wide, None);
    }
}

#[test]
fn options_of_the_period_hold_as_in_other_commands() {
    let folder = files();
    let notice = |more: &[&str]| {
        let all = calibrated(folder.path(), more);
        number(&all, "O4a1", &Value::Null)["all"]["measured"].clone()
    };
    assert_eq!(notice(&["--since", "2026-04-01"]), 3);
    assert_eq!(notice(&["--until", "2026-03-26"]), 1);
    let of_forum = calibrated(folder.path(), &["--party", "forum"]);
    let clauses = |all: &Value| -> Vec<String> {
        let numbers = all["numbers"].as_array().unwrap().iter();
        numbers
            .map(|one| one["clause"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(clauses(&of_forum), ["W1", "W3a", "W3b"]);
    let one = ["--clause", "notice", "--set", "W1.standard=1 day"];
    let one = calibrated(folder.path(), &one);
    assert_eq!(clauses(&one), ["O4a1"]);
    // Nothing that was asked for would be judged differently.
    assert_eq!(one["changes"]["compared"], 0);
    let (code, _, err) = calibrate(folder.path(), &["--since", "2027-01-01"]);
    assert!(
        code == 2 && err.contains("no record lies in the period"),
        "{err}"
    );
    // What cannot be read is left out, and the exit code says so.
    fs::write(folder.path().join("records/broken.yaml"), "title: [").unwrap();
    let (code, out, _) = calibrate(folder.path(), &[]);
    assert!(code == 2 && out.contains("2 of 6"), "{out}");
    let (code, _, err) = calibrate(folder.path(), &["-o", "numbers.docx"]);
    assert!(
        code == 2 && err.contains("end it with .txt, .html or .json"),
        "{err}"
    );
}

#[test]
fn nothing_that_identifies_anybody_is_written_in_any_format() {
    let log = LOG
        .replace("Birch", "Ring 07700 900123")
        .replace("Cedar", "jo.bloggs@example.org");
    let folder = folder(&[("charter.yaml", CHARTER), ("records/log.csv", &log)]);
    for format in ["text", "html", "json"] {
        let args = ["--format", format, "--set", "O4a1.standard=12 clear days"];
        let (code, out, err) = calibrate(folder.path(), &args);
        assert_eq!(code, 0, "{err}");
        for hidden in ["900123", "bloggs"] {
            assert!(
                !out.contains(hidden) && !err.contains(hidden),
                "{format}: {hidden}"
            );
        }
        assert_eq!(calibrate(folder.path(), &args).1, out, "{format}");
    }
}

#[test]
fn the_page_has_a_table_beside_each_picture_and_asks_for_nothing() {
    let folder = files();
    let (code, out, err) = calibrate(folder.path(), &["-o", "records/numbers.html"]);
    assert_eq!((code, out.as_str()), (0, ""), "{err}");
    let page = fs::read_to_string(folder.path().join("records/numbers.html")).unwrap();
    assert!(!page.contains("<script") && !page.contains("http:") && !page.contains("https:"));
    assert_eq!(page.matches("<h1>").count(), 1);
    let notice = page.split("<h2>Notice (O4a1)</h2>").nth(1).unwrap();
    let notice = notice.split("</section>").next().unwrap();
    // Six rows, each as a step up to its value. The axis is 22 long, so 7 of 22 are 31.81%, and 5 of 6
    // are 150 of 180 high.
    assert_eq!(notice.matches("<rect").count(), 6);
    assert!(
        notice.contains(r#"<rect x="0.00%" width="31.81%" y="40" height="150""#),
        "{notice}"
    );
    assert!(
        notice.contains(r#"<rect x="31.81%" width="9.09%" y="40" height="150""#),
        "{notice}"
    );
    assert!(
        notice.contains(r#"<rect x="63.63%" width="31.81%" y="160" height="30""#),
        "{notice}"
    );
    let rows: Vec<&str> = notice.split("<tr role=\"row\">").collect();
    for (value, met) in [
        ("7", 5),
        ("9", 5),
        ("12", 4),
        ("13", 3),
        ("14", 2),
        ("21", 1),
    ] {
        let row = rows
            .iter()
            .find(|row| row.contains(&format!("{value} clear days</th>")));
        let row = row.unwrap_or_else(|| panic!("{value}: {notice}"));
        assert!(row.contains(&format!(">{met} of 6</td>")), "{row}");
    }
    // It lies among the records now, and nobody takes it for one of them.
    assert_eq!(calibrated(folder.path(), &[])["complete"], true);
}

#[test]
fn what_is_always_kept_or_explained_is_pointed_out() {
    let folder = root().join("examples/strategy-group");
    let args = [
        "calibrate",
        ".",
        "--as-of",
        "2026-07-31",
        "--format",
        "json",
    ];
    let (code, out, _) = run_in(&folder, &args);
    assert_eq!(code, 0);
    let all: Value = serde_json::from_str(&out).unwrap();
    let ids = |list: &str| -> Vec<String> {
        let list = all["to_look_at"][list].as_array().unwrap().iter();
        list.map(|one| one["clause"].as_str().unwrap().to_owned())
            .collect()
    };
    assert!(ids("always_kept").contains(&"O4a3".to_owned()));
    // Some of them lack enough notice.
    assert!(!ids("always_kept").contains(&"O4a1".to_owned()));
    let folder = files();
    let all = calibrated(folder.path(), &[]);
    let never = &all["to_look_at"]["never_tested"];
    let never = never.as_array().unwrap().iter();
    assert!(never.clone().any(|one| one["clause"] == "W1"));
    assert!(
        never
            .clone()
            .all(|one| one["kept"] == 0 && one["not_kept"] == 0)
    );
}
