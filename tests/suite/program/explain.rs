//! What `explain` knows, by which names, and what it shows.

use super::cli::folder;
use crate::run;

#[test]
fn explain_knows_clauses_and_rules() {
    let (code, out, _) = run(&["explain"]);
    assert_eq!(code, 0);
    for id in ["O1a", "O4e2", "W3c", "G5", "L1"] {
        assert!(
            out.lines().any(|line| line.starts_with(&format!("{id} "))),
            "{id}"
        );
    }
    let (code, out, _) = run(&["explain", "o4a1"]);
    assert_eq!(code, 0);
    assert!(
        out.contains("# Notice (`notice`)") && out.contains("## How it is judged"),
        "{out}"
    );
    assert!(
        run(&["explain", "school-times"])
            .1
            .contains("School-hours clash")
    );
    for (clause, weight) in [("O1a", "a breach;"), ("W4", "advice;")] {
        let (_, out, _) = run(&["explain", clause]);
        let out = out.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(out.contains(&format!("that is {weight}")), "{out}");
    }
    let (code, _, err) = run(&["explain", "notise"]);
    assert_eq!(code, 2);
    assert!(err.contains("did you mean `notice`"), "{err}");
}

#[test]
fn explain_shows_examples_of_a_clause_in_a_line_or_two() {
    let (_, out, _) = run(&["explain", "O4a1"]);
    let shown = "\nKept, for example:\n- Sent Wed 11 Feb, meeting Thu 26 Feb 2026: 14 clear days (15 \
                 days).\n\nNot kept (“Short notice”), for example:\n- Sent Thu 12 Feb, meeting Thu 26 \
                 Feb 2026: 13 clear days (14 days).\n- Sent Wed 18 Feb, meeting Thu 26 Feb 2026: 7 \
                 clear days (8 days).\n- Sent Thu 19 Feb, meeting Thu 26 Feb 2026: 6 clear days (7 days)\n  \
                 (breach).\n\n# Notice (`notice`)\n";
    assert!(out.contains(shown), "{out}");
    let (_, list, _) = run(&["explain"]);
    let ids = list.lines().filter(|line| !line.starts_with(' '));
    let ids = ids
        .filter_map(|line| line.split_once("  "))
        .map(|(id, _)| id);
    let mut clauses = 0;
    for id in ids {
        let (_, out, _) = run(&["explain", id]);
        let examples = out.split_once("\n# ").map_or("", |(examples, _)| examples);
        let Some((_, kept)) = examples.split_once("\nKept, for example:\n") else {
            assert_eq!(id, "O6a", "no record can show it");
            continue;
        };
        let (kept, not_kept) = kept.split_once("\n\nNot kept (“").unwrap();
        let (_, not_kept) = not_kept.split_once(":\n").unwrap();
        for line in format!("\n{kept}\n{not_kept}").split("\n- ").skip(1) {
            assert!(line.trim_end().lines().count() <= 2, "{id}: {line}");
        }
        clauses += 1;
    }
    assert_eq!(clauses, 35);
}

#[test]
fn a_charter_s_own_examples_are_shown_and_faults_in_them_told() {
    let folder = folder(&[(
        "charter.yaml",
        "extends: built-in\nclauses:\n  - id: O4a1\n    rule: { notice: { standard: 21 clear days } }\n    \
         examples:\n      - { as_of: 2026-03-01, verdict: not-kept, record: { title: Board, kind: \
         meeting,\n          date: 2026-02-26, notice: { sent: 2026-02-11 } } }\n      - { as_of: x }\n",
    )]);
    let charter = folder.path().join("charter.yaml");
    let (code, out, err) = run(&["explain", "O4a1", "--charter", charter.to_str().unwrap()]);
    assert_eq!(code, 0, "{err}");
    assert!(
        out.contains("\n- Sent Wed 11 Feb, meeting Thu 26 Feb 2026: 14 clear days"),
        "{out}"
    );
    assert!(!out.contains("Kept, for example"), "{out}");
    assert!(err.contains("`charter-audit test` says why"), "{err}");
}

#[test]
fn a_rule_is_found_by_its_code_and_by_what_people_call_it() {
    let (_, page, _) = run(&["explain", "feedback-in-time"]);
    assert!(
        page.starts_with(
            "# Feedback in time (`feedback-in-time`)\n\nWhen it is not kept, reports call it: Late \
             feedback.\n"
        ),
        "{page}"
    );
    for name in [
        "Feedback in time",
        "FEEDBACK-IN-TIME",
        "late feedback",
        "Late-Feedback",
        "late_feedback",
    ] {
        assert_eq!(run(&["explain", name]), (0, page.clone(), String::new()));
    }
    let (code, _, err) = run(&["explain", "lat feedback"]);
    assert_eq!(code, 2);
    assert!(err.contains("did you mean `Late feedback`"), "{err}");
    let at = "examples/strategy-group";
    let by_id = run(&["report", at, "--as-of", "2026-07-31", "--clause", "O4e2"]);
    for name in ["feedback in time", "Late feedback"] {
        let by_name = run(&["report", at, "--as-of", "2026-07-31", "--clause", name]);
        assert_eq!(by_name, by_id, "{name}");
    }
    assert!(by_id.1.contains("Only:        clauses O4e2"), "{}", by_id.1);
}

#[test]
fn a_charter_names_its_own_rules() {
    let folder = folder(&[(
        "charter.yaml",
        "extends: built-in\nfields: { creche: yes-no }\nclauses:\n  - id: X1\n    of: organisation\n    \
         says: Offer a creche.\n    severity: advice\n    rule:\n      custom: { about: engagement, \
         kept: local.creche, name: Creche offered, failing: No creche }\n",
    )]);
    let charter = folder.path().join("charter.yaml");
    let charter = charter.to_str().unwrap();
    let explain = |name| run(&["explain", name, "--charter", charter]);
    let (code, page, _) = explain("X1");
    assert_eq!(code, 0);
    assert!(page.starts_with("X1: Offer a creche."), "{page}");
    assert_eq!(explain("creche-offered").1, page);
    assert_eq!(explain("NO CRECHE").1, page);
    assert!(
        explain("custom").1.starts_with("# The charter's own rule"),
        "the rule's own page"
    );
}
