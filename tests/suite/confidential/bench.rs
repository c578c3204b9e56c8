//! A folder of records for the attacks, and a search of all that is said of it.

use std::fs;

use identifiers::find::Kind;
use serde_json::Value;
use tempfile::TempDir;

use super::made_up::{CASES, EACH, Identifier, names};
use super::search::Search;
use super::{run, write};

pub(super) const LAST: [&str; 4] = ["--as-of", "2026-06-01", "--names-file", "../names.txt"];

/// A folder with a charter and a list of names beside it.
pub(super) fn bench(all: &[Identifier]) -> TempDir {
    let temporary = TempDir::new().unwrap();
    write(temporary.path(), "names.txt", names(all));
    let charter = format!(
        "extends: built-in\nconfidentiality: {{ case_references: ['{CASES}'] }}\nclauses:\n  \
         - id: X1\n    of: organisation\n    says: Say it.\n    severity: breach\n    rule:\n      \
         custom: {{ about: engagement, kept: title == 'no', message: '{{title}} {{project}}' }}\n"
    );
    write(temporary.path(), "records/charter.yaml", charter);
    temporary
}

/// Searches every output about the records, and gives the JSON report and all that was said.
pub(super) fn audited(temporary: &TempDir, search: &Search) -> (Value, String) {
    let folder = temporary.path().join("records");
    let mut everything = String::new();
    for args in [
        &["check", "--verbose"][..],
        &[
            "report",
            "--no-join",
            "-o",
            "../out.txt",
            "-o",
            "../out.json",
        ],
        &["convert", "."],
    ] {
        let last = if args[0] == "convert" {
            &LAST[2..]
        } else {
            &LAST[..]
        };
        let (_, said) = run(&folder, &[args, last].concat(), "");
        no_leak(search, &said, args[0]);
        everything += &String::from_utf8(said).unwrap();
    }
    for file in ["out.txt", "out.json"] {
        no_leak(
            search,
            &fs::read(temporary.path().join(file)).unwrap(),
            file,
        );
    }
    let json = fs::read(temporary.path().join("out.json")).unwrap();
    (serde_json::from_slice(&json).unwrap(), everything)
}

/// Whether only the words around it make it an identifier.
pub(super) fn needs_words(kind: Kind) -> bool {
    matches!(kind, Kind::BirthDate | Kind::ChildField | Kind::Combination)
}

/// An identifier in one piece.
pub(super) fn bare(one: &Identifier) -> String {
    let sign = if one.kind == Kind::CaseReference {
        "-"
    } else {
        "_"
    };
    one.value.replace(" (at) ", "@").replace(' ', sign)
}

pub(super) fn no_leak(search: &Search, said: &[u8], what: &str) {
    let shown = search.shown(said);
    let few = &shown[..shown.len().min(12)];
    assert!(shown.is_empty(), "{what} shows {}: {few:#?}", shown.len());
}

/// The names of the files in which nothing was found; they are numbered, because what is in a name
/// is not shown.
pub(super) fn clean(report: &Value) -> Vec<String> {
    let findings = report["findings"].as_array().unwrap().iter();
    findings
        .filter(|finding| finding["clause"] == "W3c" && finding["verdict"] == "kept")
        .filter(|finding| finding["notes"].as_array().unwrap().is_empty())
        .map(|finding| finding["place"]["file"].as_str().unwrap().to_owned())
        .collect()
}

pub(super) fn record(text: &str) -> String {
    let text = text.replace('\\', r"\\").replace('"', "\\\"");
    quoted(&text)
}

/// A record with a text, already as YAML spells it in double quotes, in places that are read,
/// quoted, cut and repeated.
pub(super) fn quoted(text: &str) -> String {
    format!(
        "title: \"{text}\"\nkind: \"{text}\"\ndate: 2026-02-26\nproject: \"{text}\"\nstatus: held\n\
         start: \"{text}\"\nattendance: {{ parents: \"{text}\" }}\n\
         notice: {{ sent: \"{text}\", purpose: \"{text}\" }}\n\
         explanations:\n  - clause: O4a1\n    reason: other\n    because: \"{text}\"\n    \
         instead: \"{text}\"\n    agreed_by: [{{ party: \"{text}\", role: \"{text}\" }}]\n    \
         agreed_on: 2026-02-01\n    until: 2026-12-31\n"
    )
}

/// Two of every kind.
pub(super) fn two(all: &[Identifier]) -> Vec<&Identifier> {
    let number = |kind: usize| (0..2).map(move |one| kind * EACH + one);
    (0..Kind::ALL.len())
        .flat_map(number)
        .map(|at| &all[at])
        .collect()
}

/// One of every kind, in a spelling that changes from kind to kind and from turn to turn.
pub(super) fn each_kind(
    all: &[Identifier],
    turn: usize,
    fits: fn(&Identifier) -> bool,
) -> impl Iterator<Item = &Identifier> {
    all.chunks(EACH).enumerate().map(move |(kind, spellings)| {
        let mut turned = spellings.iter().cycle().skip((kind + turn) % EACH);
        turned.find(|one| fits(one)).unwrap()
    })
}
