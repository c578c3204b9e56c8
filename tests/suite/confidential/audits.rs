//! Identifiers in records, through every command and format: all are found, none is printed, and
//! ordinary texts give next to no false alarm.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use identifiers::find::{Detector, Kind};
use regex::Regex;
use serde_json::Value;
use tempfile::TempDir;

use super::made_up::{CASES, EACH, Identifier, ORDINARY, all, names};
use super::places::{STYLES, Style, Template, templates};
use super::search::Search;
use super::{run, write};
use crate::dice::Dice;
use crate::root;

/// A charter that shows as much of a record as a charter can.
const CHARTER: &str = "\
extends: built-in
fields: { spoken: text, remark: text }
confidentiality: { case_references: ['CASES'] }
clauses:
  - id: X1
    of: organisation
    says: Say everything.
    severity: breach
    rule:
      custom:
        about: engagement
        kept: title == 'nothing'
        message: \"{title}, {project}, {notice.purpose}, {timing.considered}, {cyp.voice}, {areas}\"
  - id: X2
    of: organisation
    says: Say the rest.
    severity: breach
    rule: { custom: { about: decision, kept: title == 'nothing', message: \"{title} {by}\" } }
";

/// Groups of which a record has only one, and what an area's own field may hold.
const OTHERS: &str = "\
title: A survey
kind: survey
opens: 2026-02-01
closes: 2026-03-31
extended_from: 2026-03-17
papers: { none_needed: it was short }
cyp: { not_appropriate: it was about pay, alternative: a panel }
local: { spoken: yes we did, remark: none of note }
explanations:
  - clause: O9x
    reason: other
    because: we could not
    agreed_by: [{ party: forum, role: chair }]
    agreed_on: 2026-05-01
    instead: we wrote
    until: 2026-05-31
";

/// What a file should be found to hold: how many of each kind, those of ranges for tests together.
#[derive(Debug, Default, PartialEq, Eq)]
struct Expected(BTreeMap<String, usize>);

const TESTS: &str = "value of a range for tests";

impl Expected {
    fn add(&mut self, one: &Identifier) {
        let what = if one.is_test_value() {
            TESTS
        } else {
            one.kind.word()
        };
        *self.0.entry(what.to_owned()).or_default() += 1;
    }
}

/// A file with identifiers in it, and what is expected of it.
struct Written {
    name: String,
    text: String,
    expected: Expected,
    /// What stands where, to be read where the test fails.
    filling: Vec<String>,
}

/// So many identifiers of every kind in a file.
const IN_A_FILE: usize = 2;

/// Fills every place of a template with an identifier of every kind in turn.
fn fill(template: &Template, all: &[Identifier], into: &mut Vec<Written>) {
    let kinds = Kind::ALL.len();
    let count = template.places.len();
    let files = count.div_ceil(kinds * IN_A_FILE);
    for turn in 0..kinds {
        for first in 0..files {
            let mut expected = Expected::default();
            let mut filling = Vec::new();
            // Places far from each other: one unreadable field does not hide all the others.
            let kept = |place: usize| template.places[place].as_str();
            let unknown = (first..count)
                .step_by(files)
                .any(|place| kept(place) == "/record");
            for (slot, place) in (first..count).step_by(files).enumerate() {
                let number = into.len() * 7 + slot;
                let one = &all[(slot + turn) % kinds * EACH + number % EACH];
                // At the cut of quoted values, before it and behind it.
                let words = "It was said at some length, and it was said again. ";
                let text = match number % 3 {
                    0 => one.written.clone(),
                    1 => format!("Note {}", one.written),
                    _ => format!("{} {}", &words[..number * 5 % words.len()], one.written),
                };
                if unknown || !is_wanted(kept(place), one) {
                    expected.add(one);
                }
                filling.push((place, text, STYLES[number % STYLES.len()]));
            }
            let said = |(place, text, style): &(usize, String, Style)| {
                format!("{}: {style:?} {text}", template.places[*place])
            };
            into.push(Written {
                name: format!("f{:03}.yaml", into.len()),
                text: template.write(&filling),
                expected,
                filling: filling.iter().map(said).collect(),
            });
        }
    }
}

/// Postcodes belong to venues and addresses of offices to contacts.
fn is_wanted(place: &str, one: &Identifier) -> bool {
    one.kind == Kind::Postcode && place == "/venue/name"
        || one.kind == Kind::Email && matches!(place, "/contact" | "/mailbox")
}

fn records(all: &[Identifier]) -> Vec<Written> {
    let file =
        |name: &str| fs::read_to_string(root().join("examples/every-field").join(name)).unwrap();
    let mut records = Vec::new();
    for text in [&file("engagement.yaml"), &file("others.yaml"), OTHERS] {
        for template in templates(text) {
            fill(&template, all, &mut records);
        }
    }
    records
}

/// What W3c says of every file.
fn found(json: &[u8], pattern: &Regex) -> BTreeMap<String, Expected> {
    let report: Value = serde_json::from_slice(json).unwrap();
    let mut by_file = BTreeMap::new();
    for finding in report["findings"].as_array().unwrap() {
        if finding["clause"] != "W3c" {
            continue;
        }
        let mut words = finding["words"].as_str().unwrap().to_owned();
        for note in finding["notes"].as_array().unwrap() {
            words += "; ";
            words += note.as_str().unwrap();
        }
        let mut found = Expected::default();
        for part in pattern.captures_iter(&words) {
            let what = if part[2].starts_with("value") {
                TESTS
            } else {
                singular(&part[2])
            };
            *found.0.entry(what.to_owned()).or_default() += part[1].parse::<usize>().unwrap();
        }
        let file = finding["place"]["file"].as_str().unwrap();
        let file = file.rsplit('/').next().unwrap();
        by_file.insert(file.to_owned(), found);
    }
    by_file
}

/// What the program calls several of a kind.
fn plural(kind: &str) -> String {
    let (first, rest) = kind.split_once(' ').unwrap_or((kind, ""));
    match rest {
        "of birth" | "from the list of names" | "about a child" | "that may identify a child" => {
            format!("{first}s {rest}")
        }
        "address" => format!("{kind}es"),
        _ => format!("{kind}s"),
    }
}

fn singular(words: &str) -> &str {
    let mut kinds = Kind::ALL.iter().map(|kind| kind.word());
    kinds
        .find(|kind| *kind == words || plural(kind) == words)
        .unwrap()
}

/// A number with what is counted.
fn counts() -> Regex {
    let kinds = Kind::ALL.iter().map(|kind| kind.word());
    let words = kinds.flat_map(|kind| [plural(kind), kind.to_owned()]);
    let words: Vec<String> = words.map(|words| regex::escape(&words)).collect();
    Regex::new(&format!(r"(\d+) ({}|values?)", words.join("|"))).unwrap()
}

/// Every command and format that says something of records.
fn commands(folder: &Path) -> Vec<(&'static str, Vec<u8>)> {
    let say = |args: &[&str]| {
        let mut all = args.to_vec();
        all.extend(["--as-of", "2026-06-01", "--names-file", "../names.txt"]);
        run(folder, &all, "").1
    };
    let mut said = vec![
        ("normal", say(&["check"])),
        ("quiet", say(&["check", "--quiet"])),
        ("verbose", say(&["check", "--verbose", "--color", "always"])),
        ("report", say(&["report"])),
        ("check as JSON", say(&["check", "--format", "json"])),
        (
            "writing",
            say(&["report", "-o", "../out.txt", "--party", "forum"]),
        ),
        (
            "writing JSON",
            say(&["report", "--format", "json", "--output", "../out.json"]),
        ),
    ];
    for (what, file) in [("text", "../out.txt"), ("JSON", "../out.json")] {
        said.push((what, fs::read(folder.join(file)).unwrap()));
    }
    said
}

#[test]
fn every_identifier_is_found_and_none_is_printed() {
    let all = all();
    let search = Search::new(&all);
    let records = records(&all);
    let temporary = TempDir::new().unwrap();
    let folder = temporary.path().join("records");
    write(temporary.path(), "names.txt", names(&all));
    write(&folder, "charter.yaml", CHARTER.replace("CASES", CASES));
    for file in &records {
        write(&folder, &file.name, &file.text);
    }
    let mut bytes = 0;
    let said = commands(&folder);
    for (what, said) in &said {
        let shown = search.shown(said);
        assert!(
            shown.is_empty(),
            "{what} shows {}: {:#?}",
            shown.len(),
            &shown[..shown.len().min(9)]
        );
        bytes += said.len();
    }
    let found = found(
        &fs::read(temporary.path().join("out.json")).unwrap(),
        &counts(),
    );
    let mut wrong = String::new();
    for file in records
        .iter()
        .filter(|file| found[&file.name] != file.expected)
    {
        let (found, expected) = (&found[&file.name].0, &file.expected.0);
        let differs = expected
            .iter()
            .filter(|(what, count)| found.get(*what) != Some(count));
        wrong += &format!(
            "{}: {:?} of {found:?} in {:#?}\n",
            file.name,
            differs.collect::<Vec<_>>(),
            file.filling
        );
    }
    assert!(wrong.is_empty(), "{wrong}");
    let places = records.iter().map(|file| file.filling.len()).sum::<usize>();
    println!(
        "{} identifiers, {places} fillings of {} places in {} files, {} outputs, {bytes} bytes",
        all.len(),
        places / Kind::ALL.len(),
        records.len(),
        said.len(),
    );
}

#[test]
fn ordinary_texts_give_at_most_one_false_alarm_in_a_thousand() {
    let mut dice = Dice(0xa1a);
    let temporary = TempDir::new().unwrap();
    let folder = temporary.path().join("records");
    let texts = 1_000;
    let mut written = BTreeMap::new();
    for number in 0..texts / 4 {
        let mut text = || {
            let ordinary = ORDINARY[dice.below(ORDINARY.len())];
            dice.like(ordinary)
        };
        let (title, purpose, remark, said) = (text(), text(), text(), text());
        let quoted = |text: &str| text.replace('"', "");
        let record = format!(
            "# {remark}\ntitle: \"{}\"\nkind: meeting\nstatus: held\ndate: 2026-02-26\n\
             notice:\n  sent: 2026-01-19\n  purpose: \"{}\"\n\
             feedback: {{ sent: 2026-03-06, you_said: \"{}\" }}\n",
            quoted(&title),
            quoted(&purpose),
            quoted(&said)
        );
        let name = format!("o{number:03}.yaml");
        write(&folder, &name, &record);
        written.insert(name, record);
    }
    let args = [
        "check",
        "--as-of",
        "2026-06-01",
        "--clause",
        "W3c",
        "--no-join",
        "--format",
        "json",
    ];
    let report: Value = serde_json::from_slice(&run(&folder, &args, "").1).unwrap();
    let findings = report["findings"].as_array().unwrap();
    assert_eq!(findings.len(), texts / 4);
    let alarms: Vec<String> = findings
        .iter()
        .filter(|finding| finding["verdict"] != "kept")
        .map(|finding| {
            let file = finding["place"]["file"].as_str().unwrap();
            format!("{}\n{}", finding["words"], written[file])
        })
        .collect();
    println!("{} false alarms in {texts} texts", alarms.len());
    assert!(alarms.len() <= 1, "{}: {}", alarms.len(), alarms.concat());
}

#[test]
fn the_shipped_files_identify_nobody() {
    for name in [
        "charter.yaml",
        "examples/every-field/engagement.yaml",
        "examples/every-field/others.yaml",
    ] {
        let text = fs::read_to_string(root().join(name)).unwrap();
        assert_eq!(Detector::default().find(&text), [], "{name}");
    }
}
