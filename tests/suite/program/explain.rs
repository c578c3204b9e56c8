//! What `explain` knows, by which names, and what it shows.

use super::cli::folder;
use crate::{run, run_in};

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
                 days).\n- People were told of the new day on Wed 11 Feb, meeting Thu 26 Feb\n  2026: 14 \
                 clear days (15 days).\n\nNot kept (“Short notice”), for example:\n- Sent Thu 12 Feb, meeting Thu 26 \
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
    assert!(by_id.1.contains("; clauses O4e2."), "{}", by_id.1);
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

#[test]
fn a_field_is_explained_by_its_path() {
    let (code, page, err) = run(&["explain", "cyp.facilitation"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert_eq!(
        page,
        "# cyp.facilitation (engagement)\n\nWho or what helped them to take part.\nIt holds \
         whatever somebody writes, so it may name people. Write posts\nand groups, never who it \
         was.\n\n\
         Holds:      text, such as `youth worker`\n\
         Heading:    CYP facilitation\n\
         also:       facilitation, who helped cyp, how cyp were supported, cyp\n            \
         support, cyp helped by\n\
         Calendars:  X-CHARTER-CYP-FACILITATION\n\
         Promises:   O2b (Help to take part)\n\n\
         In a file of records:\n\n    cyp:\n      facilitation: youth worker\n"
    );
    for name in [
        "CYP facilitation",
        "engagement.cyp.facilitation",
        "facilitation",
    ] {
        assert_eq!(run(&["explain", name]), (0, page.clone(), String::new()));
    }
}

#[test]
fn a_short_name_is_explained_for_every_field_that_ends_in_it() {
    let titles = |name: &str| -> Vec<String> {
        let (code, out, err) = run(&["explain", name]);
        assert_eq!((code, err.as_str()), (0, ""), "{name}");
        let titles = out.lines().filter_map(|line| line.strip_prefix("# "));
        titles.map(str::to_owned).collect()
    };
    assert_eq!(
        titles("sent"),
        [
            "notice.sent (engagement)",
            "papers.sent (engagement)",
            "feedback.sent (engagement)",
            "forum_feedback.sent (engagement)",
        ]
    );
    assert_eq!(
        titles("options_fixed"),
        ["options_fixed (engagement)", "options_fixed (decision)"]
    );
    assert_eq!(
        titles("decision.options_fixed"),
        ["options_fixed (decision)"]
    );
    assert_eq!(titles("Invites sent"), ["notice.sent (engagement)"]);
}

/// `notice` is a rule, and the name of a group of fields as well.
#[test]
fn a_promise_goes_before_a_field_of_its_name() {
    let (code, out, _) = run(&["explain", "notice"]);
    assert_eq!(code, 0);
    assert!(out.starts_with("# Notice (`notice`)\n"), "{out}");
    assert!(
        out.ends_with(
            "\nThis is also the name of a field. To read about it, ask for\n`engagement.notice`.\n"
        ),
        "{out}"
    );
    let (_, group, _) = run(&["explain", "engagement.notice"]);
    assert!(
        group.starts_with("# notice (engagement)\n\nHow people were told.\n"),
        "{group}"
    );
    for field in ["notice.sent", "notice.channel", "notice.purpose"] {
        assert!(group.contains(&format!("\n- {field}: ")), "{group}");
    }
}

#[test]
fn the_list_of_fields_has_every_field_that_holds_something() {
    let (code, list, err) = run(&["explain", "fields"]);
    assert_eq!((code, err.as_str()), (0, ""));
    for line in [
        "# engagement",
        "# explanation",
        "notice.sent: The day of the first notice with day, time and place; `yes`",
        "  `yes` or `no`, such as `yes`. Heading `Step free access`; also step",
    ] {
        assert!(list.contains(line), "{line}: {list}");
    }
    assert!(
        list.lines().all(|line| line.chars().count() <= 72),
        "{list}"
    );
}

#[test]
fn what_nobody_knows_may_have_been_meant_for_clauses_and_fields() {
    for (wrong, meant) in [
        ("notise", "did you mean `notice`?"),
        (
            "feedback.snet",
            "did you mean `feedback.sent` or `feedback.channel`?",
        ),
        ("O4", "did you mean `O4a1`, `O4a1s` or `O4a2`?"),
        ("papers.n", "did you mean `papers` or `papers.none_needed`?"),
        (
            "zebra",
            "`charter-audit explain` lists the clauses, and `charter-audit explain fields`",
        ),
    ] {
        let (code, out, err) = run(&["explain", wrong]);
        assert_eq!((code, out.as_str()), (2, ""), "{wrong}");
        assert!(
            err.starts_with(&format!(
                "error: there is no clause, rule or field `{wrong}`; "
            )),
            "{err}"
        );
        assert!(err.contains(meant), "{err}");
    }
}

/// Fields and rules do not come from the charter.
#[test]
fn fields_and_rules_are_explained_beside_a_charter_with_faults() {
    let folder = folder(&[("charter.yaml", "extends: built-in\nclauses: 3\n")]);
    let explain = |name: &[&str]| run_in(folder.path(), &[&["explain"], name].concat());
    for name in ["fields", "notice.sent", "school-times"] {
        let (code, out, err) = explain(&[name]);
        assert_eq!(code, 0, "{err}");
        assert!(!out.is_empty() && !out.contains("Promises:"), "{out}");
        assert!(
            err.starts_with("note: the charter has faults, so nothing is said of its promises"),
            "{err}"
        );
    }
    for name in [&[][..], &["O4a1"], &["zebra"]] {
        let (code, out, err) = explain(name);
        assert_eq!((code, out.as_str()), (2, ""));
        assert!(
            err.ends_with("error: the charter has faults, so nothing was explained\n"),
            "{err}"
        );
    }
}

#[test]
fn a_charter_s_own_fields_are_explained_with_its_promises() {
    let folder = folder(&[(
        "charter.yaml",
        "extends: built-in\nfields: { creche: yes-no }\nclauses:\n  - id: X1\n    of: organisation\n    \
         says: Offer a creche.\n    severity: advice\n    rule:\n      custom: { about: engagement, \
         kept: local.creche, name: Creche offered, failing: No creche }\n",
    )]);
    for name in ["creche", "local.creche"] {
        let (code, out, err) = run_in(folder.path(), &["explain", name]);
        assert_eq!(code, 0, "{err}");
        assert_eq!(
            out,
            "# local.creche (engagement)\n\nA field that this charter declares.\n\n\
             Holds:      `yes` or `no`\nHeading:    creche\nPromises:   X1 (Creche offered)\n"
        );
    }
}
