//! Standards, floors and ceilings in weeks and in days, and what is nearly enough.

use super::says;
use crate::Bench;
use charter_audit::charter;
use located::source::Sources;

/// The codes of the faults of a charter in which a clause has such a rule.
fn faults(clause: &str, rule: &str) -> Vec<&'static str> {
    let text = format!("extends: built-in\nclauses:\n  - {{ id: {clause}, rule: {{ {rule} }} }}\n");
    let file = crate::file("charter.yaml", &text);
    let no_file = |_: &str| Err("no such file".to_owned());
    match charter::load(&mut Sources::default(), Some(file), &no_file) {
        Ok(_) => Vec::new(),
        Err(faults) => faults.iter().map(|fault| fault.code).collect(),
    }
}

#[test]
fn a_week_is_seven_days_to_a_floor() {
    for (floor, crossed) in [
        ("3 days", false),
        ("13 days", false),
        ("14 days", false),
        ("15 days", true),
    ] {
        let rule = format!("notice: {{ standard: 2 weeks, at_least: {floor} }}");
        let expected = if crossed {
            vec!["steps-crossed"]
        } else {
            vec![]
        };
        assert_eq!(faults("O4a1", &rule), expected, "{floor}");
    }
    // Working days and weeks cannot be compared.
    assert!(
        faults(
            "O4a1",
            "notice: { standard: 2 weeks, at_least: 12 working days }"
        )
        .is_empty()
    );
}

#[test]
fn a_day_is_nearly_enough_and_a_week_is_not() {
    let near = |clause: &str, rule: &str, record: &str| {
        let charter = format!("clauses:\n  - {{ id: {clause}, rule: {{ {rule} }} }}\n");
        let record = format!(
            "id: a\ntitle: Board\nkind: meeting\nstatus: held\ndate: 2026-02-26\n\
             organisers: [council]\n{record}\n"
        );
        let says = |words| says(&charter, &record, "2026-06-30", words);
        assert!(Bench::new(&[("a.yaml", &record)]).faults().is_empty());
        (says("a near miss, by 1 day"), says("a near miss"))
    };
    let notice = |standard: &str, sent: &str| {
        near(
            "O4a1",
            &format!("notice: {{ standard: {standard}, at_least: 1 day }}"),
            &format!("notice: {{ sent: {sent} }}"),
        )
    };
    // 12 February is fourteen days, and two weeks, before.
    assert_eq!(notice("15 days", "2026-02-12"), (true, true));
    assert_eq!(notice("16 days", "2026-02-12"), (false, false));
    assert_eq!(notice("3 weeks", "2026-02-12"), (false, false));
    let feedback = |standard: &str, sent: &str| {
        near(
            "O4e2",
            &format!("feedback-in-time: {{ standard: {standard} }}"),
            &format!("feedback: {{ sent: {sent}, we_did: The form is shorter. }}"),
        )
    };
    // 19 March is twenty-one days, and three weeks, after.
    assert_eq!(feedback("20 days", "2026-03-19"), (true, true));
    assert_eq!(feedback("19 days", "2026-03-19"), (false, false));
    assert_eq!(feedback("2 weeks", "2026-03-19"), (false, false));
}
