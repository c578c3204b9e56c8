//! Charters other than the built-in one: what they may leave out, and what is a fault in them.

use charter_audit::charter::{self, Judged};
use located::source::Sources;

use crate::{Bench, file, root};

fn faults(text: &str) -> Vec<(&'static str, usize)> {
    let mut sources = Sources::default();
    let error = charter::load(&mut sources, Some(file("charter.yaml", text)), &|_| {
        Err("no file".to_owned())
    });
    error
        .err()
        .unwrap_or_default()
        .iter()
        .map(|fault| (fault.code, sources.line_column(fault.span().unwrap()).0))
        .collect()
}

#[test]
fn a_charter_that_extends_names_only_what_differs() {
    let text = "\
extends: built-in
title: Another area
parties:
  council: { name: Elsewhere Council, side: organisation }
  health: { name: Elsewhere Health, side: organisation }
  forum: { name: Elsewhere Forum, side: forum }
calendar:
  schools: {}
clauses:
  - id: O4a1
    rule: { notice: { standard: 10 working days } }
  - id: O4e1
    not_judged: We do that by hand.
  - { id: X1, of: forum, says: Bring biscuits., severity: advice, not_judged: Taste is personal. }
";
    let charter = Bench::under(Some(text), &[]).charter.charter;
    assert_eq!(charter.parties.iter().count(), 3);
    assert_eq!(charter.clauses.len(), 37);
    assert!(charter.calendar.schools.is_empty());
    assert_eq!(
        charter.calendar.school_day,
        working_days::SchoolDay::default()
    );
    let notice = charter.clause("o4a1").unwrap();
    assert_eq!(notice.says, "Give enough advance notice of meetings.");
    assert!(
        matches!(&charter.clause("O4e1").unwrap().judged, Judged::Not(why) if why == "We do that by hand.")
    );
    assert_eq!(charter.clauses.last().unwrap().id, "X1");
}

#[test]
fn a_rule_that_is_named_in_part_keeps_the_rest() {
    let asked = |rule: &str| {
        let text = format!("extends: built-in\nclauses:\n  - id: O4a1\n    rule: {rule}\n");
        let charter = Bench::under(Some(&text), &[]).charter.charter;
        let clause = charter.clause("O4a1").unwrap();
        clause.judged.rule().unwrap().asks()
    };
    let inherited = Some("at least 20 clear days; under 7 clear days it is a breach");
    assert_eq!(
        asked("{ notice: { standard: 20 clear days } }").as_deref(),
        inherited
    );
    assert_ne!(
        asked("{ notice: { standard: 20 clear days, at_least: 10 clear days } }").as_deref(),
        inherited
    );
    // A floor of seven days under a standard of five would be none.
    assert_eq!(
        asked("{ notice: { standard: 5 clear days } }").as_deref(),
        Some("at least 5 clear days")
    );
    assert_eq!(
        asked("{ notice: { standard: 7 clear days } }")
            .as_deref()
            .map(|it| it.contains("under 7")),
        Some(true)
    );
    // Another rule is what it says and no more.
    let other = asked("{ papers: { standard: 20 clear days } }");
    assert_eq!(other.as_deref(), Some("at least 20 clear days"));
}

#[test]
fn every_duty_of_the_charter_is_listed_and_says_how_it_is_judged() {
    let charter = Bench::new(&[]).charter.charter;
    let ids: Vec<&str> = charter
        .clauses
        .iter()
        .map(|clause| clause.id.as_str())
        .collect();
    assert_eq!(
        ids,
        [
            "O1a", "O1b", "O1c", "O2a", "O2b", "O3", "O4a1", "O4a1s", "O4a2", "O4a3", "O4b", "O4c",
            "O4d1", "O4d2", "O4e1", "O4e2", "O4e3", "O5", "O5s", "O6a", "O6b", "O7", "O8", "W1",
            "W2", "W3a", "W3b", "W3c", "W4", "W5", "G1", "G2", "G3", "G4", "G5", "L1",
        ]
    );
    for clause in &charter.clauses {
        if let Judged::Not(why) = &clause.judged {
            assert!(why.len() > 10, "{} does not say why", clause.id);
        }
    }
}

#[test]
fn faults_of_a_charter_are_found_all_at_once() {
    let text = "\
extends: built-in
titel: Typing error
calendar:
  timezone: Europe/Londn
  school_day: { drop_off: 9-10 }
clauses:
  - id: O4a1
    rule: { notise: { standard: 14 clear days } }
  - id: O4a3
    rule: { papers: { standard: 5 clear wrking days } }
  - id: O4b
    rule: { school-times: { travl: 15 minutes } }
";
    let mut found = faults(text);
    found.sort_by_key(|(_, line)| *line);
    assert_eq!(
        found,
        [
            ("unknown-field", 2),
            ("wrong-value", 4),
            ("wrong-value", 5),
            ("unknown-rule", 8),
            ("wrong-value", 10),
            ("unknown-field", 12),
        ]
    );
}

#[test]
fn rungs_that_a_rule_names_are_on_the_ladder() {
    let claim = |needs: &str| {
        faults(&format!(
            "extends: built-in\nclauses:\n  - id: L1\n    rule:\n      ladder-claim: {needs}\n"
        ))
    };
    assert_eq!(claim("{ Participation: [parents] }"), []);
    assert_eq!(claim("{ partcipation: [parents] }"), [("unknown-rung", 5)]);
    assert_eq!(claim("{ participation: [parent] }"), [("wrong-value", 5)]);
    // What the rungs need is named as a whole.
    assert_eq!(claim("{}"), [("no-standard", 5)]);
    // Another ladder under the shipped needs would leave every claim unasked.
    let ladder = "extends: built-in\nladder: [told, heard, together]\n";
    assert!(faults(ladder).iter().all(|fault| fault.0 == "unknown-rung"));
    assert!(!faults(ladder).is_empty());
}

#[test]
fn impossible_charters_are_refused() {
    assert_eq!(faults("")[0].0, "not-a-charter");
    assert_eq!(faults("- a\n- b\n")[0].0, "not-a-charter");
    assert_eq!(faults("extends: elsewhere\n")[0].0, "unknown-base");
    let changed =
        |id: &str| format!("extends: built-in\nclauses:\n  - id: {id}\n    severity: advice\n");
    assert_eq!(faults(&changed("O4bb")), [("unknown-clause", 3)]);
    assert_eq!(faults(&changed("somewhere else")), [("unknown-clause", 3)]);
    assert_eq!(faults(&changed("o4B")), []);
    let own = "extends: built-in\nclauses:\n  - { id: O4bb, of: forum }\n";
    assert_eq!(faults(own)[0].0, "missing-field");
    let crossed = "extends: built-in\nclauses:\n  - id: O4a1\n    rule: { notice: { standard: 7 clear days, at_least: 14 clear days } }\n";
    assert_eq!(faults(crossed)[0].0, "steps-crossed");
    let both = "extends: built-in\nclauses:\n  - id: O4a1\n    not_judged: x y z\n    rule: { notice: { standard: 7 clear days } }\n";
    assert_eq!(faults(both)[0].0, "rule-or-reason");
    let twice = "extends: built-in\nclauses:\n  - { id: X, of: forum, says: a b, severity: advice, not_judged: because }\n  - { id: x, of: forum, says: a b, severity: advice, not_judged: because }\n";
    assert!(
        faults(twice)
            .iter()
            .any(|fault| fault.0 == "duplicate-clause")
    );
    let shared = "extends: built-in\nparties:\n  a: { name: A, side: organisation, also_known_as: [Team] }\n  b: { name: B, side: forum, also_known_as: [team] }\n";
    assert_eq!(faults(shared)[0].0, "shared-name");
    let lonely = "extends: built-in\nparties:\n  a: { name: A, side: organisation }\n";
    assert_eq!(faults(lonely)[0].0, "no-party");
    let backwards = "extends: built-in\ncalendar:\n  schools:\n    a: { terms: [{ first: 2026-02-01, last: 2026-01-01 }] }\n";
    assert_eq!(faults(backwards)[0].0, "term-ends-before-start");
}

#[test]
fn a_table_of_bank_holidays_can_replace_the_built_in_one() {
    let text =
        "extends: built-in\ncalendar:\n  bank_holidays: { division: scotland, file: ours.json }\n";
    let table = r#"{"scotland": {"division": "scotland", "events": [{"title": "x", "date": "2031-01-01"}]}}"#;
    let mut sources = Sources::default();
    let loaded = charter::load(&mut sources, Some(file("charter.yaml", text)), &|name| {
        assert_eq!(name, "ours.json");
        Ok(table.as_bytes().to_vec())
    });
    assert_eq!(
        loaded.unwrap().charter.calendar.bank_holidays.years(),
        (2031, 2031)
    );
    assert_eq!(faults(text), [("wrong-value", 3)]);
}

#[test]
fn the_charter_at_the_root_is_the_one_that_is_built_in() {
    let text = std::fs::read_to_string(root().join("charter.yaml")).unwrap();
    assert_eq!(text, charter::BUILT_IN);
}

#[test]
fn settings_that_would_do_nothing_are_refused() {
    for (text, code) in [
        ("explanations: { only_in: /srv/records }", "wrong-value"),
        ("explanations: { only_in: a/../b }", "wrong-value"),
        ("explanations: { only_in: '*' }", "wrong-value"),
        ("ladder: [information, Information]", "repeated-rung"),
        (
            "clauses: [{ id: O1a, rule: { forum-involved: { reps: 0 } } }]",
            "wrong-value",
        ),
        (
            "clauses: [{ id: O4a1, rule: { notice: { standard: 2 weeks, at_least: 21 days } } }]",
            "steps-crossed",
        ),
        (
            "confidentiality: { case_references: ['.*'] }",
            "wrong-value",
        ),
        ("confidentiality: { phones: [12] }", "wrong-value"),
    ] {
        let found = faults(&format!("extends: built-in\n{text}\n"));
        assert!(
            found.iter().any(|(found, _)| *found == code),
            "{text}: {found:?}"
        );
    }
}
