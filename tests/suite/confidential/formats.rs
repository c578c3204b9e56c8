//! Attempts to get an identifier printed, or not found: by what YAML can do, by other encodings, on
//! standard input, in the files that a charter names.

use std::fs;

use identifiers::find::Kind;

use super::bench::{LAST, audited, bare, bench, clean, needs_words, no_leak, record, two};
use super::made_up::{CASES, all};
use super::search::Search;
use super::{run, write};

#[test]
fn whatever_yaml_can_do_it_shows_nothing() {
    let all = all();
    let search = Search::new(&all);
    let temporary = bench(&all);
    let folder = temporary.path().join("records");
    let shapes = [
        "title: &@ Board\nkind: meeting\ndate: *@\n",
        "title: *@\nkind: meeting\n",
        "title: !@ Board\nkind: !<tag:@> meeting\n",
        "%TAG !e! tag:@:\n---\ntitle: !e!x Board\n",
        "%@\n---\ntitle: x\n",
        "<<: @\ntitle: Board\n",
        "<<: [@]\ntitle: Board\n",
        "@: 1\n@: 2\ntitle: Board\n",
        "title: \"@\"\ntitle: \"@\"\n",
        "? [@]\n: x\n",
        "? {@: x}\n: x\n",
        "title: [@\n",
        "title: \"@\n",
        "title: @\n  kind: meeting\n",
        "- title: @\n- @\n- [@]\n- \"@\n",
        "@",
        "--- @\n--- \"@\"\n--- [@]\n",
        "record: @\ntitle: x\n",
        "title: {@: @}\nkind: [[@]]\ndate: {x: @}\n",
        "title: Board\nkind: meeting\ndate: 2026-02-26\nend: @\nventu: @\nid: @\n",
        "record: request\nid: @\nby: @\nto: @\nmade: @\n",
        "record: explanation\nid: @\nengagement: @\nclause: @\nbecause: @\nuntil: @\n",
        "record: contact\nparty: @\npost: @\nfrom: @\n",
        "title: x\nexplanations: @\nvenue: @\ncyp: @\nfeedback: [@]\n",
    ];
    for (at, one) in all.iter().enumerate() {
        for (number, shape) in shapes
            .iter()
            .enumerate()
            .filter(|(number, _)| (number + at) % 24 == 0)
        {
            let tight = matches!(number, 0..=4);
            if tight && needs_words(one.kind) {
                continue;
            }
            let text = shape.replace(
                '@',
                &if tight {
                    bare(one)
                } else {
                    one.written.clone()
                },
            );
            write(&folder, &format!("y{at:03}-{number}.yaml"), text);
        }
    }
    audited(&temporary, &search);
}

fn utf_16(text: &str, mark: bool, big: bool) -> Vec<u8> {
    let mark = mark.then_some(0xFEFF);
    let units = mark.into_iter().chain(text.encode_utf16());
    let bytes = |unit: u16| {
        if big {
            unit.to_be_bytes()
        } else {
            unit.to_le_bytes()
        }
    };
    units.flat_map(bytes).collect()
}

#[test]
fn every_encoding_is_searched_or_refused() {
    let all = all();
    let search = Search::new(&all);
    let temporary = bench(&all);
    let folder = temporary.path().join("records");
    for (at, one) in two(&all).iter().enumerate() {
        let text = record(&one.written);
        for (mark, big) in [(true, true), (true, false), (false, true), (false, false)] {
            write(
                &folder,
                &format!("u{at:03}{mark}{big}.yaml"),
                utf_16(&text, mark, big),
            );
        }
        let mut latin = text.clone().into_bytes();
        latin.extend(b"# caf\xE9\n");
        write(&folder, &format!("l{at:03}.yaml"), latin);
        let zeros = one
            .written
            .chars()
            .map(String::from)
            .collect::<Vec<_>>()
            .join("\0");
        write(
            &folder,
            &format!("z{at:03}.yaml"),
            format!("title: {zeros}\n"),
        );
    }
    let (report, _) = audited(&temporary, &search);
    let unseen = clean(&report);
    assert!(unseen.is_empty(), "{unseen:#?}");
}

#[test]
fn standard_input_and_other_files_are_hidden_as_well() {
    let all = all();
    let search = Search::new(&all);
    let temporary = bench(&all);
    let folder = temporary.path().join("records");
    let records: Vec<String> = all.iter().map(|one| record(&one.written)).collect();
    for args in [
        &["check", "-"][..],
        &["report", "-"],
        &["check", "-", "--format", "json"],
    ] {
        let charter = ["--charter", "charter.yaml"];
        let (_, said) = run(
            &folder,
            &[args, &charter, &LAST].concat(),
            &records.join("---\n"),
        );
        assert!(said.len() > 1_000);
        no_leak(&search, &said, "standard input");
    }
    for (at, one) in all.iter().step_by(3).enumerate() {
        let text = one.written.replace('/', "-");
        let holidays = format!(
            "extends: built-in\nconfidentiality: {{ case_references: ['{CASES}'] }}\n\
             calendar: {{ bank_holidays: {{ division: england-and-wales, file: '{}.json' }} }}\n",
            text.replace('\'', "''")
        );
        let own = temporary.path().join("own");
        write(&own, "charter.yaml", holidays);
        write(&own, "a.yaml", "title: Board\n");
        let (what, holidays) = match at % 3 {
            0 => ("no file of bank holidays", None),
            1 => ("no bank holidays", Some(one.written.clone())),
            _ => (
                "wrong bank holidays",
                Some(format!(
                    "{{\"england-and-wales\": {{\"division\": \"{text}\", \"events\": [{{\"title\": \"{text}\", \"date\": \"{text}\"}}]}}}}"
                )),
            ),
        };
        if let Some(holidays) = holidays {
            write(&own, &format!("{text}.json"), holidays);
        }
        let (code, said) = run(&own, &[&["check"][..], &LAST].concat(), "");
        assert_eq!(code, 2, "{what}");
        if one.kind != Kind::CaseReference {
            no_leak(&search, &said, what);
        }
        fs::remove_dir_all(&own).unwrap();
    }
}
