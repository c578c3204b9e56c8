//! The examples that the charter carries: they hold, they show every verdict, they notice a change.

mod files;

use assert_cmd::Command;
use charter_audit::charter::{self, Charter, Example};
use charter_audit::examples::{self, ExampleResult};
use charter_audit::rules::{Severity, Verdict};

use located::diagnostic::Diagnostic;
use located::source::Sources;
use tempfile::TempDir;

use crate::file;

/// A charter's examples, judged.
struct Tried {
    sources: Sources,
    charter: Charter,
    examples: Vec<Example>,
    foreign: usize,
    faults: Vec<Diagnostic>,
    trials: Vec<ExampleResult>,
}

/// Judges the examples of a charter, or those of the built-in one.
fn tried(charter: Option<&str>) -> Tried {
    tried_with(charter, None)
}

/// Judges the examples of a charter and of the file beside it.
fn tried_with(charter: Option<&str>, examples: Option<&str>) -> Tried {
    let mut sources = Sources::default();
    let own = charter.map(|text| file("charter.yaml", text));
    let no_file = |_: &str| Err("no such file".to_owned());
    let examples = examples.map(|text| file("charter.examples.yaml", text));
    let read = charter::load_with_examples(&mut sources, own, examples, &no_file);
    let (loaded, examples, faults) = read.unwrap_or_else(|faults| panic!("{faults:#?}"));
    let trials = examples::run(&examples.all, &sources);
    Tried {
        sources,
        charter: loaded.charter,
        examples: examples.all,
        foreign: examples.foreign,
        faults,
        trials,
    }
}

impl Tried {
    /// How many examples of a clause were judged.
    fn of(&self, clause: &str) -> usize {
        let trials = self.trials.iter();
        trials.filter(|trial| trial.clause == clause).count()
    }

    /// The clause and number of every example that came out otherwise.
    fn otherwise(&self) -> Vec<(&str, usize)> {
        let differ = self.trials.iter().filter(|trial| !trial.is_as_expected());
        differ
            .map(|trial| (trial.clause.as_str(), trial.number))
            .collect()
    }
}

/// Runs `charter-audit test` on a charter: the exit code, standard output and standard error.
fn run(charter: &str) -> (i32, String, String) {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("charter.yaml"), charter).unwrap();
    let output = Command::cargo_bin("charter-audit")
        .unwrap()
        .current_dir(folder.path())
        .args(["test", "charter.yaml"])
        .output()
        .unwrap();
    (
        output.status.code().unwrap(),
        String::from_utf8(output.stdout).unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

/// Words without the line ends that the width of the page put between them.
fn flowing(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_examples_of_the_shipped_charter_come_out_as_they_say() {
    let tried = tried(None);
    assert!(tried.faults.is_empty(), "{:#?}", tried.faults);
    assert_eq!(tried.trials.len(), tried.examples.len());
    let differ: Vec<String> = tried
        .trials
        .iter()
        .filter(|trial| !trial.is_as_expected())
        .map(|trial| {
            format!(
                "{}: {}, example {}: expected {:?} {:?}, found {:?}",
                tried.sources.address(trial.span),
                trial.clause,
                trial.number,
                trial.expected,
                trial.expected_severity,
                trial.found
            )
        })
        .collect();
    assert!(differ.is_empty(), "{}", differ.join("\n"));
}

#[test]
fn every_clause_with_a_rule_shows_every_verdict_that_it_can_give() {
    let tried = tried(None);
    let mut missing = Vec::new();
    for clause in &tried.charter.clauses {
        let Some(rule) = clause.judged.rule() else {
            continue;
        };
        let page = rule.page().examples();
        let mut wanted: Vec<Verdict> = page.iter().map(|example| example.verdict).collect();
        // No page shows this one: it is not the rule that accepts an explanation but the engine,
        // and only where the clause lets promises be explained.
        if clause.explainable {
            wanted.push(Verdict::Explained);
        }
        let shown: Vec<Verdict> = tried
            .examples
            .iter()
            .filter(|example| example.clause == clause.id)
            .map(|example| example.verdict)
            .collect();
        if shown.is_empty() {
            missing.push(format!("{}: every example", clause.id));
        }
        for verdict in Verdict::ALL {
            if wanted.contains(verdict) && !shown.contains(verdict) {
                missing.push(format!("{}: {}", clause.id, verdict.word()));
            }
        }
        if !clause.explainable && shown.contains(&Verdict::Explained) {
            missing.push(format!("{}: cannot be explained", clause.id));
        }
    }
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn where_falling_far_short_is_worse_both_sides_of_the_limit_are_shown() {
    let tried = tried(None);
    for (clause, lesser) in [
        ("O1a", Severity::Advice),
        ("O3", Severity::Concern),
        ("O4a1", Severity::Concern),
        ("O4a1s", Severity::Advice),
        ("O4e2", Severity::Concern),
        ("O5", Severity::Concern),
    ] {
        for severity in [lesser, Severity::Breach] {
            let shown = tried.examples.iter().any(|example| {
                example.clause == clause
                    && example.verdict == Verdict::NotKept
                    && example.severity == Some(severity)
            });
            assert!(shown, "{clause}: {severity:?}");
        }
    }
}

const LONGER_NOTICE: &str = "\
extends: built-in
clauses:
  - id: O4a1
    rule: { notice: { standard: 21 clear days, at_least: 7 clear days } }
";

#[test]
fn a_longer_standard_shows_in_the_examples_that_it_changes_and_in_no_other() {
    let tried = tried(Some(LONGER_NOTICE));
    assert!(tried.faults.is_empty(), "{:#?}", tried.faults);
    // Fourteen clear days are too few now, also of a new day, and 11 February is past the last day to
    // send.
    assert_eq!(tried.otherwise(), [("O4a1", 1), ("O4a1", 10), ("O4a1", 12)]);
    let all = tried.trials.len();
    let (code, out, err) = run(LONGER_NOTICE);
    assert_eq!((code, err.as_str()), (1, ""));
    let out = flowing(&out);
    for said in [
        &format!("{} as expected, 3 with another verdict", all - 3),
        "O4a1, example 1 (as of Sun 1 Mar 2026) expected: kept found: not kept:",
        "14 clear days (15 days); standard 21 clear days; last day to send was Wed 4 Feb 2026",
        "O4a1, example 10 (as of Wed 11 Feb 2026) expected: still to come found: no evidence:",
    ] {
        assert!(out.contains(said), "{said}\n{out}");
    }
}

#[test]
fn a_floor_that_is_lost_shows_in_the_severity_alone() {
    // Left blank: a floor that is not named at all would be the inherited one.
    let blank = "14 clear days, at_least: ";
    let text = LONGER_NOTICE.replace("21 clear days, at_least: 7 clear days", blank);
    // Six clear days, and none at all.
    assert_eq!(tried(Some(&text)).otherwise(), [("O4a1", 4), ("O4a1", 5)]);
    let (code, out, _) = run(&text);
    assert_eq!(code, 1);
    let said = "O4a1, example 4 (as of Sun 1 Mar 2026) expected: not kept (breach) \
                found: not kept (concern):";
    assert!(flowing(&out).contains(said), "{out}");
}

const FAULTY: &str = "\
extends: built-in
clauses:
  - id: O4a1
    examples:
      - { as_of: 2026-03-01, verdict: kept,
          record: { title: A, kind: meeting, date: 2026-02-26, notice: { sent: 2026-02-11 } } }
      - { as_of: 2026-03-01, verdict: no-evidence, sevrity: breach,
          record: { title: B, kind: meeting, date: 2026-02-26 } }
      - { as_of: 2026-03-01, verdict: keept,
          record: { title: C, kind: meeting, date: 2026-02-26 } }
      - { as_of: 2026-03-01, verdict: kept }
      - { as_of: 2026-03-01, verdict: no-evidence,
          record: { title: E, kind: meeting, date: 2026-02-26, notise: none } }
      - { as_of: 2026-03-01, verdict: kept,
          record: { title: F, kind: meeting, date: 2026-02-26, notice: { sent: 2026-02-12 } } }
";

#[test]
fn a_faulty_example_is_named_with_its_place_and_the_others_are_judged() {
    let tried = tried(Some(FAULTY));
    let found: Vec<(&str, (usize, usize))> = tried
        .faults
        .iter()
        .map(|fault| {
            let place = tried.sources.line_column(fault.span().unwrap());
            (fault.code, place)
        })
        .collect();
    assert_eq!(
        found,
        [
            ("unknown-field", (7, 52)),
            ("wrong-value", (9, 39)),
            ("no-record", (11, 11)),
            ("unknown-field", (13, 64)),
        ]
    );
    let judged: Vec<usize> = tried
        .trials
        .iter()
        .filter(|trial| trial.clause == "O4a1")
        .map(|trial| trial.number)
        .collect();
    assert!(judged.contains(&1) && judged.contains(&6), "{judged:?}");
    assert!(![3, 4, 5].iter().any(|number| judged.contains(number)));
    // What differs is told all the same, but a charter that cannot be read counts for more.
    assert_eq!(tried.otherwise(), [("O4a1", 6)]);
    let (code, out, err) = run(FAULTY);
    assert_eq!(code, 2);
    for said in [
        "charter.yaml:7:52",
        "did you mean `severity`?",
        "charter.yaml:9:39",
        "charter.yaml:11:11",
        "no `record` to judge",
        "charter.yaml:13:64",
        "did you mean `notice`?",
    ] {
        assert!(err.contains(said), "{said}\n{err}");
    }
    assert!(out.contains("O4a1, example 6"), "{out}");
}

#[test]
fn a_charter_without_examples_is_told_what_to_do() {
    let bare = "\
title: Our own charter
parties:
  elm: { name: Elm Council, side: organisation }
  ash: { name: Ash Forum, side: forum }
clauses:
  - id: A1
    of: organisation
    says: Give notice of meetings.
    severity: concern
    rule: { notice: { standard: 14 clear days } }
";
    let (code, out, err) = run(bare);
    assert_eq!((code, out.as_str()), (2, ""));
    for said in ["has no examples", "help:", "charter-audit explain"] {
        assert!(err.contains(said), "{said}\n{err}");
    }
}

/// A party that signs, and an area with parties, schools and a ladder of its own, still sees what
/// the built-in examples say about its standards.
#[test]
fn inherited_examples_show_the_standards_of_any_area() {
    let signed = "extends: built-in\nparties:\n\
        \x20 council: { name: Elm Council, side: organisation, signed: 2026-09-01 }\n\
        \x20 forum: { name: Elm Forum, side: forum, signed: 2026-09-01 }\n";
    let apart = "extends: built-in\nexplanations: { only_in: records/explanations/ }\n";
    let area = "extends: built-in\nparties:\n\
        \x20 elm: { name: Elm Council, side: organisation }\n\
        \x20 voice: { name: Elm Voice, side: forum }\n\
        calendar:\n  schools:\n    elm-road: { terms: [{ first: 2025-09-03, last: 2026-07-20 }] }\n";
    let shipped = tried(None);
    for charter in [signed, apart, area] {
        let tried = tried(Some(charter));
        assert!(tried.faults.is_empty(), "{:#?}", tried.faults);
        assert_eq!(tried.otherwise(), [], "{charter}");
        assert_eq!(tried.examples.len(), shipped.examples.len());
        assert_eq!(tried.foreign, 0);
    }
}

/// What stands first in an example is judged, even where a record further up is repeated after it.
#[test]
fn the_first_record_is_judged_where_records_are_repeated() {
    let charter = "extends: built-in\nclauses:\n  - id: O4a1\n    examples:\n\
        \x20     - { as_of: 2026-03-01, verdict: kept,\n\
        \x20         record: &ok { title: A, kind: meeting, date: 2026-02-26, notice: { sent: 2026-02-01 } } }\n\
        \x20     - { as_of: 2026-03-01, verdict: not-kept, severity: breach,\n\
        \x20         records: [{ title: B, kind: meeting, date: 2026-02-26, notice: { sent: 2026-02-24 } }, *ok] }\n";
    assert_eq!(tried(Some(charter)).otherwise(), []);
}
