//! Every record keeps the id by which others know it, and no two get the same.

use super::{EXPLAINED, Verdicts, before_and_after, converted_together};
use crate::Bench;

const LATE: &str = "title: Board\nkind: meeting\ndate: 2026-02-26\nnotice: { sent: 2026-02-16 }\n";

/// The ids of the records, in their order, and the faults of reading them again.
fn again(files: &[(&str, &str)]) -> (Vec<String>, Vec<&'static str>, Vec<&'static str>) {
    let files = files.iter();
    let files = files.map(|(name, text)| (*name, text.as_bytes().to_vec()));
    let conversion = converted_together(files.collect());
    let written: Vec<(&str, &str)> = conversion
        .records
        .iter()
        .map(|record| (record.name.as_str(), record.text.as_str()))
        .collect();
    let mut ids: Vec<String> = Vec::new();
    for (_, text) in &written {
        let id = text.lines().find_map(|line| line.strip_prefix("id: "));
        ids.push(id.unwrap().trim_matches('"').to_owned());
    }
    let read = Bench::new(&written).reading.faults;
    let codes = |faults: &[located::diagnostic::Diagnostic]| {
        faults.iter().map(|fault| fault.code).collect::<Vec<_>>()
    };
    (ids, codes(&conversion.faults), codes(&read))
}

#[test]
fn an_id_that_was_given_goes_before_one_that_was_made_up() {
    let given = format!("id: x\n{LATE}");
    let other = LATE.replace("Board", "Panel");
    let files = [("a.yaml", given.as_str()), ("x.yaml", &other)];
    assert_eq!(
        again(&files),
        (vec!["x".to_owned(), "x-1".to_owned()], vec![], vec![])
    );
    let [before, after] = before_and_after(&files);
    let count = |all: Verdicts| all.into_values().flatten().count();
    assert_eq!(count(before), count(after));
}

#[test]
fn capitals_tell_ids_apart_where_they_are_hidden_too() {
    // Numbers of telephones that are reserved for drama, with a letter behind them.
    let one = format!("id: 07700 900461 A\n{LATE}");
    let two = format!("id: 07700 900461 a\n{LATE}").replace("Board", "Panel");
    let reference = "id: 07700-900461\ntitle: Other\nkind: meeting\ndate: 2026-02-27\n";
    let files = [
        ("a.yaml", one.as_str()),
        ("b.yaml", two.as_str()),
        ("c.yaml", reference),
    ];
    let (ids, _, faults) = again(&files);
    assert_eq!(faults, Vec::<&str>::new(), "{ids:?}");
    assert!(ids.iter().all(|id| !id.contains("900461")), "{ids:?}");
}

#[test]
fn an_explanation_says_first_what_it_is_about() {
    let about = format!("{EXPLAINED}engagement: m\nid: e\n");
    let conversion = super::converted("e.yaml", about.into_bytes());
    let [record] = conversion.records.as_slice() else {
        panic!("{conversion:?}");
    };
    let names: Vec<&str> = record
        .text
        .lines()
        .filter(|line| !line.starts_with(['#', ' ']))
        .filter_map(|line| Some(line.split_once(':')?.0))
        .collect();
    let expected = [
        "record",
        "id",
        "engagement",
        "clause",
        "reason",
        "because",
        "agreed_by",
        "agreed_on",
        "instead",
        "until",
    ];
    assert_eq!(names, expected, "{}", record.text);
}

#[test]
fn an_explanation_for_one_of_several_is_for_none_of_them_afterwards() {
    let about = format!("engagement: m\n{EXPLAINED}");
    let other = LATE.replace("Board", "Panel");
    let files = [
        ("one/m.yaml", LATE),
        ("two/m.yaml", other.as_str()),
        ("e.yaml", about.as_str()),
    ];
    let (ids, faults, read) = again(&files);
    assert_eq!(ids, ["m-1", "m-2", "e"]);
    assert_eq!(faults, ["ambiguous-id"]);
    assert_eq!(read, ["not-readable"]);
    // One of them has it for its own: the explanation could still mean either.
    let given = format!("id: m\n{LATE}");
    let files = [
        ("a.yaml", given.as_str()),
        ("m.yaml", &other),
        ("e.yaml", &about),
    ];
    let (ids, faults, read) = again(&files);
    assert_eq!(ids, ["m", "m-1", "e"]);
    assert_eq!((faults, read), (vec!["ambiguous-id"], vec!["not-readable"]));
}
