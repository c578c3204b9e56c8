//! Numbers set from outside give the verdicts that a charter with those numbers in its file gives.

use std::fs;
use std::path::Path;

use charter_audit::audit::{Audit, AuditScope, Finding, audit};
use charter_audit::charter::{self, LoadedCharter};
use charter_audit::report::Change;
use engagement_records::read::{self, File, Period, Reading};
use located::source::Sources;

use crate::{file, root};

#[path = "../../../benches/generate/mod.rs"]
mod generate;

fn no_file(_: &str) -> Result<Vec<u8>, String> {
    Err("no such file".to_owned())
}

/// A verdict without the places in its charter.
fn told(finding: &Finding<'_>) -> String {
    let about = &finding.about;
    format!(
        "{} {:?} {} {:?} {:?} {:?} {} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?}",
        finding.clause.id,
        about.kind,
        about.id,
        about.day,
        finding.verdict,
        finding.severity,
        finding.evidence,
        finding.measure,
        finding.unmeasured,
        finding.due,
        finding.notes,
        finding.remedy.as_ref().map(|remedy| remedy.worded(None)),
        finding.to_do,
        finding.late_until,
        finding.explained.is_some(),
    )
}

fn sorted<'f>(findings: impl IntoIterator<Item = &'f Finding<'f>>) -> Vec<String> {
    let mut all: Vec<String> = findings.into_iter().map(told).collect();
    all.sort();
    all
}

fn judged<'a>(
    charter: &'a LoadedCharter,
    reading: &'a Reading,
    sources: &'a Sources,
    scope: &AuditScope,
) -> Audit<'a> {
    audit(&charter.charter, &reading.records, sources, scope, &())
}

fn read(sources: &mut Sources, charter: &LoadedCharter, files: Vec<File>) -> Reading {
    let settings = charter.charter.read_settings(Period::default());
    let reading = read::records(sources, files, &settings, &());
    assert!(!reading.records.is_empty());
    reading
}

/// Both ways, and how many verdicts are others than before.
fn both(
    (own, edited): (Option<&str>, &str),
    edits: &[&str],
    files: impl Fn() -> Vec<File>,
    as_of: &str,
) -> usize {
    let scope = AuditScope::as_of(as_of.parse().unwrap());
    let edits: Vec<String> = edits.iter().map(|edit| (*edit).to_owned()).collect();
    let mut sources = Sources::default();
    let own = own.map(|text| file("charter.yaml", text));
    let (now, then) = charter::load_changed(&mut sources, own, &edits, &no_file)
        .unwrap_or_else(|faults| panic!("{faults:#?}"));
    let reading = read(&mut sources, &now, files());
    let before = judged(&now, &reading, &sources, &scope);
    let change = Change::of_parameters(&now.charter, &then);
    let again = change.scope(&now.charter, &scope).unwrap();
    let after = judged(&then, &reading, &sources, &again);
    let untouched = before.findings.iter();
    let untouched = untouched.filter(|finding| !again.clauses.contains(&finding.at));
    let set = sorted(untouched.chain(&after.findings));

    let mut sources = Sources::default();
    let text = file("charter.yaml", edited);
    let charter = charter::load(&mut sources, Some(text), &no_file);
    let charter = charter.unwrap_or_else(|faults| panic!("{faults:#?}"));
    let reading = read(&mut sources, &charter, files());
    let written = sorted(&judged(&charter, &reading, &sources, &scope).findings);
    assert_eq!(set.len(), written.len());
    for (set, written) in set.iter().zip(&written) {
        assert_eq!(set, written);
    }
    let before = sorted(&before.findings);
    written
        .iter()
        .filter(|one| before.binary_search(one).is_err())
        .count()
}

/// Changes of the built-in charter, and the clauses as a file would write them.
const BUILT_IN: &[(&[&str], &str)] = &[
    (
        &["O4a1.standard=10 clear days"],
        "{ id: O4a1, rule: { notice: { standard: 10 clear days, at_least: 7 clear days } } }",
    ),
    (
        // Capitals of an id do not matter, and no value takes a step away.
        &["o4a1.aim=21 clear days", "O4a1.at_least="],
        "{ id: O4a1, rule: { notice: { aim: 21 clear days, at_least: } } }",
    ),
    (
        &[
            "O4e2.standard=5 working days",
            "O4e2.survey.standard='15 working days'",
        ],
        "{ id: O4e2, rule: { feedback-in-time: { standard: 5 working days,
           survey: { standard: 15 working days } } } }",
    ),
    (
        &[
            "W3b.standard=5 working days",
            "W3a.standard=2 weeks",
            "O4a1s.standard=21 days",
        ],
        "{ id: W3b, rule: { forum-feedback: { standard: 5 working days } } }
  - { id: W3a, rule: { wider-input: { standard: 2 weeks } } }
  - { id: O4a1s, rule: { open-long-enough: { standard: 21 days } } }",
    ),
    (
        &[
            "O5.standard=60 clear days",
            "O4a3.aim=",
            "O4a3.standard=8 clear days",
            "O1a.reps=1",
        ],
        "{ id: O5, rule: { early-involvement: { standard: 60 clear days } } }
  - { id: O4a3, rule: { papers: { standard: 8 clear days, aim: } } }
  - { id: O1a, rule: { forum-involved: { reps: 1 } } }",
    ),
];

#[test]
fn what_is_set_is_judged_as_if_the_file_said_so() {
    // All 10,000 records of the benchmark are judged by `CALIBRATED_RECORDS=10000 cargo test`.
    let count = std::env::var("CALIBRATED_RECORDS").ok();
    let count = count.map_or(300, |count| count.parse().unwrap());
    let files = || generate::files(count).collect();
    let as_of = generate::AS_OF.to_string();
    let mut flipped = 0;
    for (edits, clauses) in BUILT_IN {
        let edited = format!("extends: built-in\nclauses:\n  - {clauses}\n");
        flipped += both((None, &edited), edits, files, &as_of);
    }
    assert!(flipped > count / 10, "{flipped}");
}

/// Every file of records below a folder.
fn records(folder: &Path) -> Vec<File> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(records(&path));
        } else if path.file_name().is_none_or(|name| name != "columns.yaml") {
            let name = path.strip_prefix(root()).unwrap().to_str().unwrap();
            all.push(File::new(name.to_owned(), fs::read(&path).unwrap()));
        }
    }
    all.sort_by(|one, other| one.name.cmp(&other.name));
    all
}

#[test]
fn the_same_holds_for_the_shipped_examples() {
    let notice = "clauses: [{ id: O4a1, rule: { notice: { standard: 20 clear days, \
                  at_least: 7 clear days } } }]\n";
    for (folder, edit, from, to) in [
        ("strategy-group", "O4a1.standard=20 clear days", "", notice),
        (
            "charters/four-cornerstones",
            "CO1.standard=10 clear days",
            "aim: 21 clear days, standard: 14 clear days",
            "aim: 21 clear days, standard: 10 clear days",
        ),
        (
            "charters/ladder-self-assessment",
            "EARLY.standard=70 clear days",
            "standard: 28 clear days",
            "standard: 70 clear days",
        ),
        // An id may have a dot.
        (
            "charters/participation-agreement",
            "1.3.standard=3 weeks",
            "standard: 2 weeks",
            "standard: 3 weeks",
        ),
    ] {
        let folder = root().join("examples").join(folder);
        let own = fs::read_to_string(folder.join("charter.yaml")).unwrap();
        let edited = match from {
            "" => format!("{own}\n{to}"),
            _ => own.replace(from, to),
        };
        assert_ne!(own, edited);
        let files = || records(&folder.join("records"));
        let flipped = both((Some(&own), &edited), &[edit], files, "2026-07-31");
        assert!(flipped > 0, "{}", folder.display());
    }
}

#[test]
fn only_what_is_judged_differently_is_judged_again() {
    let again = |edit: &str| {
        let mut sources = Sources::default();
        let edits = [edit.to_owned()];
        let both = charter::load_changed(&mut sources, None, &edits, &no_file);
        let (now, then) = both.unwrap_or_else(|faults| panic!("{faults:#?}"));
        let places = now.charter.judged_otherwise(&then.charter);
        let ids = places.iter().map(|at| now.charter.clauses[*at].id.clone());
        ids.collect::<Vec<_>>()
    };
    assert_eq!(again("O4a1.standard=10 clear days"), ["O4a1"]);
    assert_eq!(again("O4a1.standard=14 clear days"), [""; 0]);
    // Whether feedback is overdue depends on how soon it is due.
    assert_eq!(
        again("O4e2.standard=5 working days"),
        ["O4e1", "O4e2", "O4e3"]
    );
}
