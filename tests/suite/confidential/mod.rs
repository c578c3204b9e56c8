//! Guards people: nothing that could identify somebody is printed, in any output. The identifiers are of the
//! ranges that are reserved for tests.
#![expect(
    clippy::indexing_slicing,
    clippy::format_push_string,
    reason = "lists and texts of the tests' own"
)]

mod attacks;
mod audits;
mod bench;
mod birth;
mod charters;
mod formats;
mod labelled;
mod made_up;
mod other_formats;
mod parted;
mod people;
mod places;
mod search;
mod sweep;
mod workbooks;

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use charter_audit::report::snippet::Drawing;
use identifiers::redact::{RedactedOnce, Redactor};

use crate::Bench;

/// None of them is an example on a rule's page, which some formats of a report carry as help.
const IDENTIFIERS: &[&str] = &[
    "999 000 0034",
    "9990000026",
    "999-000-0034",
    "9276308686",
    "B801200005001",
    "Y877200024002",
    "V87720002400A",
    "07700 900461",
    "+44 7700 900461",
    "(01632) 960 123",
    "name@example.org",
    "ZZ99 3AZ",
    "07700_900461",
    "07700\u{A0}900461",
    "0161 - 496 - 0000",
    "ZZ99\t3AZ",
    "999\t000\t0026",
];

/// A record with an identifier in every field, key and comment.
fn record_full_of(identifier: &str) -> String {
    format!(
        "title: Meeting about {identifier}\n\
             id: case {identifier}\n\
             kind: meeting {identifier}\n\
             date: 2026-02-26\n\
             project: family {identifier}\n\
             start: {identifier}\n\
             notice: {{ sent: 2026-02-20, purpose: ring {identifier} now }}\n\
             cyp: {{ involved: yes }}\n\
             \"{identifier}\": x\n\
             explanations: [{{ clause: O4a1, because: ask {identifier} }}]\n\
             feedback: {{ you_said: it was {identifier} }}\n\
             # a remark about {identifier}\n"
    )
}

#[test]
fn no_identifier_is_printed_wherever_it_stands() {
    for identifier in IDENTIFIERS {
        let text = record_full_of(identifier);
        let name = format!("records/{identifier}.yaml");
        let broken = format!("title: [{identifier}\n*{identifier}");
        let bench = Bench::new(&[(&name, &text), ("broken.yaml", &broken)]);
        let redactor = Redactor::default();
        let redacted = RedactedOnce::new(&redactor);
        let drawing = Drawing::new(&bench.sources, &redacted, false);
        let mut out: String = bench
            .reading
            .faults
            .iter()
            .map(|fault| drawing.fault(fault).to_string())
            .collect();
        assert!(
            bench.reading.faults.len() >= 4,
            "{:#?}",
            bench.reading.faults
        );
        out += &bench.outputs("2026-06-01").0;
        assert!(
            !out.contains(identifier),
            "{identifier} was printed:\n{out}"
        );
        let bare =
            |text: &str| -> String { text.chars().filter(char::is_ascii_alphanumeric).collect() };
        if identifier.contains('@') {
            continue;
        }
        for line in out.lines() {
            assert!(
                !bare(line).contains(&bare(identifier)),
                "{identifier} was printed in: {line}"
            );
        }
    }
}

/// Runs the program, and gives all that it printed on both streams.
fn run(folder: &Path, args: &[&str], input: &str) -> (i32, Vec<u8>) {
    let mut command = Command::cargo_bin("charter-audit").unwrap();
    let command = command.current_dir(folder).args(args).write_stdin(input);
    let mut output = command.output().unwrap();
    output.stdout.append(&mut output.stderr);
    (output.status.code().unwrap(), output.stdout)
}

fn write(folder: &Path, name: &str, text: impl AsRef<[u8]>) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}
