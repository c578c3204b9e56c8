//! Identifiers in a charter, its examples and the files that it names, and in the arguments.

use std::fs;
use std::path::Path;

use identifiers::find::Kind;
use tempfile::TempDir;

use super::bench::each_kind;
use super::made_up::{CASES, EACH, Identifier, all, names};
use super::search::Search;
use super::{run, write};

/// A charter with a hole wherever an area writes a text of its own.
const CHARTER: &str = "\
extends: built-in
title: '<1>'
parties:
  council: { name: '<2>', side: organisation, signed: 2025-09-01, signed_by: '<3>' }
  '<4>': { name: Health, side: organisation, also_known_as: ['<5>'] }
  forum: { name: Forum, side: forum }
standards: { adopted_on: 2025-09-01, adopted_by: '<6>' }
plain_language: { expand: ['<7>'], allow: ['<8>'] }
confidentiality: { case_references: ['CASES'] }
explanations: { only_in: '<9>' }
calendar:
  schools:
    '<10>': { terms: [{ first: 2025-09-03, last: 2026-07-20 }], inset: [2025-09-01] }
clauses:
  - id: O4a1
    note: '<11>'
    says: 'Give notice, <12>.'
    examples:
      - as_of: 2026-03-01
        verdict: kept
        about: '<13>'
        record: { title: '<14>', id: '<15>', kind: meeting, date: 2026-02-26, notice: { purpose: '<16>' } }
      - as_of: 2026-03-01
        verdict: kept
        record: { title: '<17>', kind: meeting, date: 2026-02-26, notice: { sent: 2026-02-20, purpose: '<18>' } }
  - id: O4e1
    not_judged: 'Nobody can, <19>.'
  - id: X1
    of: organisation
    says: '<20>'
    severity: breach
    rule:
      custom:
        about: engagement
        kept: \"title == '<21>'\"
        name: 'Rule of <22>'
        message: 'Not so: {title}, <23>'
        help: 'Ask <24>'
    examples:
      - as_of: 2026-03-01
        verdict: kept
        record: { title: '<25>', kind: meeting, date: 2026-02-26 }
";

/// What is wrong in this charter is said with its place.
const FAULTY: &str = "\
extends: '<1>'
title: ['<2>']
'<3>': '<4>'
standards: { adopted_on: '<5>' }
review: { every: '<6>' }
fields: { '<7>': '<8>' }
ladder: ['<9>']
calendar: { timezone: '<10>', bank_holidays: { division: '<11>', file: '<12>' }, closed_days: ['<13>'], schools: { '<14>': '<15>' } }
confidentiality: { mailboxes: ['<16>'], postcodes: ['<17>'], phones: ['<18>'], case_references: ['<19>['] }
clauses:
  - id: '<20>'
    of: '<21>'
    severity: '<22>'
    rule: { '<23>': {} }
  - id: X1
    of: forum
    says: x
    severity: advice
    rule: { custom: { about: engagement, kept: \"title == <24> && '<25>'\", message: '{<26>}' } }
  - id: X1
    rule: { notice: { standard: '<27>', '<28>': 1 } }
";

const RECORD: &str = "\
title: Board
kind: meeting
date: 2026-02-26
status: held
venue: { name: Hall }
explanations: [{ clause: O4a1, reason: other, because: late, agreed_by: [{ party: nobody, role: chair }] }]
";

/// The text with identifiers in its holes, as one kind after the other comes to each.
fn filled(text: &str, all: &[Identifier], turn: usize) -> String {
    let mut text = text.replace("CASES", CASES);
    for hole in 1..=28 {
        let one = &all[(hole + turn) % Kind::ALL.len() * EACH + (hole * 5 + turn) % EACH];
        // Outside of quotes, an expression's words are told one by one, and half a name is none.
        let in_words = matches!(hole, 24 | 26) && one.kind == Kind::Name;
        let one = if in_words { &all[hole] } else { one };
        text = text.replace(&format!("<{hole}>"), &one.written.replace('\'', "’"));
    }
    text
}

/// Without a list of names nobody can know them, and without the charter no case reference.
fn without(kinds: &[Kind], all: &[Identifier]) -> Search {
    let known = all.iter().filter(|one| !kinds.contains(&one.kind));
    Search::new(&known.cloned().collect::<Vec<_>>())
}

/// What the program says with these arguments, none of it in the search.
fn hides(search: &Search, folder: &Path, args: &[&str]) -> (i32, usize) {
    let (code, said) = run(folder, args, "");
    let shown = search.shown(&said);
    assert!(shown.is_empty(), "{args:?} shows {shown:#?}");
    (code, said.len())
}

#[test]
fn no_identifier_in_a_charter_is_printed() {
    let all = all();
    let everything = Search::new(&all);
    let unlisted = without(&[Kind::Name], &all);
    let unread = without(&[Kind::CaseReference], &all);
    let (mut outputs, mut bytes) = (0, 0);
    for turn in 0..Kind::ALL.len() {
        let temporary = TempDir::new().unwrap();
        let folder = temporary.path();
        write(folder, "names.txt", names(&all));
        write(folder, "records/a.yaml", RECORD);
        write(folder, "records/charter.yaml", filled(CHARTER, &all, turn));
        let last = [
            "--as-of",
            "2026-06-01",
            "--names-file",
            "names.txt",
            "records",
        ];
        let mut said = |search: &Search, args: &[&str], wanted: &[i32]| {
            let (code, length) = hides(search, folder, args);
            assert!(
                wanted.contains(&code),
                "{args:?} ends with {code}: {}",
                String::from_utf8(run(folder, args, "").1).unwrap()
            );
            outputs += 1;
            bytes += length;
        };
        for args in [
            &["check", "--verbose"][..],
            &["report"],
            &["report", "--format", "json"],
            &["check", "--clause", "X1", "--clause", "O4a1"],
        ] {
            said(&everything, &[args, &last].concat(), &[1, 2]);
        }
        for args in [
            &["explain", "--charter", "records/charter.yaml"][..],
            &["explain", "X1", "--charter", "records/charter.yaml"],
            &["explain", "O4a1", "--charter", "records/charter.yaml"],
            &["explain", "O4e1", "--charter", "records/charter.yaml"],
        ] {
            said(&unlisted, args, &[0]);
        }
        said(&unlisted, &["test", "records/charter.yaml"], &[1, 2]);
        write(folder, "faulty.yaml", filled(FAULTY, &all, turn));
        let of = ["--charter", "faulty.yaml"];
        said(&unread, &[&["check"][..], &of, &last].concat(), &[2]);
        let unread = without(&[Kind::CaseReference, Kind::Name], &all);
        said(&unread, &["explain", "--charter", "faulty.yaml"], &[2]);
        said(&unread, &["test", "faulty.yaml"], &[2]);
    }
    println!("{outputs} outputs, {bytes} bytes");
}

#[test]
fn no_identifier_in_an_argument_is_printed() {
    let all = all();
    let unlisted = without(&[Kind::Name, Kind::CaseReference], &all);
    let everything = Search::new(&all);
    let temporary = TempDir::new().unwrap();
    let folder = temporary.path();
    write(folder, "names.txt", names(&all));
    write(folder, "records/a.yaml", RECORD);
    write(
        folder,
        "charter.yaml",
        filled(
            "extends: built-in\nconfidentiality: { case_references: ['CASES'] }\n",
            &all,
            0,
        ),
    );
    let known = ["--names-file", "names.txt", "records"];
    let before = [
        &["check", "--party"][..],
        &["check", "--clause"],
        &["check", "--against"],
        &["check"],
    ];
    for (turn, args) in before.iter().enumerate() {
        for one in each_kind(&all, turn, |_| true) {
            let listed = matches!(one.kind, Kind::Name | Kind::CaseReference);
            let search = if listed { &everything } else { &unlisted };
            let args = [args, &[one.written.as_str()][..], &known].concat();
            assert_eq!(hides(search, folder, &args).0, 2, "{args:?}");
        }
    }
    // These are read before anybody knows what the area looks for.
    let unread = [
        (&["check", "--charter"][..], &["records"][..]),
        (&["check", "--names-file"], &["records"]),
        (&["check", "--as-of"], &[]),
        (&["check", "--fail-on"], &[]),
        (&["check", "--format"], &[]),
        (&["report", "--color"], &[]),
        (&["explain"], &[]),
        (&["explain", "O4a1"], &[]),
        (&["test"], &[]),
        (&[], &[]),
    ];
    for (turn, (args, rest)) in unread.iter().enumerate() {
        for one in each_kind(&all, turn, |_| true) {
            let args = [args, &[one.written.as_str()][..], rest].concat();
            assert_eq!(hides(&unlisted, folder, &args).0, 2, "{args:?}");
        }
    }
    for one in each_kind(&all, 0, |_| true) {
        let args = ["report", &format!("--{}", one.written)];
        assert_eq!(hides(&unlisted, folder, &args).0, 2, "{args:?}");
    }
    // An earlier audit that is none, and one that holds what it should not.
    fs::write(
        folder.join("earlier.json"),
        format!("{{\"format\": \"{}\"}}", all[0].value),
    )
    .unwrap();
    let args = ["report", "records", "--against", "earlier.json"];
    assert_eq!(hides(&everything, folder, &args).0, 2);
}
