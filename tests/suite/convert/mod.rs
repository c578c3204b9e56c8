//! Guards `convert`: auditing what it wrote gives what auditing the original gives, and nothing is
//! written over.

mod faults;
mod ids;
mod unread;
mod writing;

use std::collections::{BTreeMap, BTreeSet};

use crate::{Bench, root};
use charter_audit::audit::Finding;
use charter_audit::rules::Verdict;
use engagement_records::convert::{Conversion, convert};
use engagement_records::read::{File, Period};
use engagement_records::record::SubjectKind;
use located::source::Sources;

const AS_OF: &str = "2026-07-31";

fn example(file: &str) -> Vec<u8> {
    std::fs::read(root().join("examples/formats").join(file)).unwrap()
}

fn converted(file: &str, bytes: Vec<u8>) -> Conversion {
    converted_together(vec![(file, bytes)])
}

/// Several files, converted under the built-in charter.
fn converted_together(files: Vec<(&str, Vec<u8>)>) -> Conversion {
    let charter = Bench::new(&[]).charter.charter;
    let files = files.into_iter();
    let files = files.map(|(name, bytes)| File::new(name, bytes));
    convert(
        &mut Sources::default(),
        files.collect(),
        &charter.read_settings(Period::default()),
        &charter.redactor,
        &(),
    )
}

/// What a table or calendar has no place for, by clause and what names the subject. A file of records
/// has a place for everything, so this is silence once it is converted.
fn without_place(
    original: &Bench,
    name: impl Fn(&Finding<'_>) -> String,
) -> BTreeSet<(String, String)> {
    let audit = original.audit(AS_OF);
    let without = audit.findings.iter().filter(|one| one.no_place.is_some());
    without
        .map(|one| (one.clause.id.clone(), name(one)))
        .collect()
}

/// How often each verdict was given, by clause and title: ids are names of files. What `original`
/// has no place for is left out.
fn verdicts(bench: &Bench, original: &Bench) -> BTreeMap<(String, String, Verdict), usize> {
    let without = without_place(original, |one| one.about.name.to_string());
    let audit = bench.audit(AS_OF);
    let mut all = BTreeMap::new();
    for finding in audit
        .findings
        .iter()
        .filter(|one| one.about.kind != SubjectKind::File)
    {
        let (clause, name) = (finding.clause.id.clone(), finding.about.name.to_string());
        if without.contains(&(clause.clone(), name.clone())) {
            continue;
        }
        let key = (clause, name, finding.verdict);
        *all.entry(key).or_insert(0) += 1;
    }
    all
}

#[test]
fn a_converted_file_is_judged_as_the_original_is() {
    for file in [
        "twenty.json",
        "twenty-semicolon.csv",
        "twenty-openpyxl.xlsx",
        "twenty-libreoffice.ods",
        "twenty-icalendar.ics",
        "messy.xlsx",
        "outlook.ics",
        "google.ics",
    ] {
        let original = Bench::of_bytes(vec![(file, example(file))]);
        let conversion = converted(file, example(file));
        assert_eq!(
            conversion.records.len(),
            original.reading.records.len(),
            "{file}"
        );
        let files: Vec<(&str, &str)> = conversion
            .records
            .iter()
            .map(|record| (record.name.as_str(), record.text.as_str()))
            .collect();
        let again = Bench::new(&files);
        assert_eq!(
            verdicts(&again, &original),
            verdicts(&original, &original),
            "{file}"
        );
        for (name, text) in files {
            // Read by a reader that is not ours.
            let read: serde_yaml::Value = serde_yaml::from_str(text).unwrap();
            assert!(read.is_mapping(), "{file} {name}");
        }
    }
}

#[test]
fn what_was_not_understood_stands_beside_it() {
    let table = "Title,Date,RAG,Notice sent,,Status\n\
                 \"Board: first\",31/02/2026,amber,March 2026,loose,no idea\n";
    let conversion = converted("log.csv", table.as_bytes().to_vec());
    let [record] = conversion.records.as_slice() else {
        panic!("{:?}", conversion.records);
    };
    assert_eq!(record.name, "board-first.yaml");
    insta::assert_snapshot!(record.text, @r#"
    # From log.csv
    id: "log#2"
    title: "Board: first"
    status: !unclear "no idea"
    date: !unreadable "31/02/2026"
    notice:
      sent: !unclear "March 2026"
    # RAG: amber
    # column E: loose
    "#);
    let again = Bench::new(&[("a.yaml", &record.text)]);
    let codes: Vec<&str> = again
        .reading
        .faults
        .iter()
        .map(|fault| fault.code)
        .collect();
    assert_eq!(codes, ["not-said", "not-readable", "not-said"]);
}

#[test]
fn values_that_yaml_could_take_for_something_else_stay_what_they_are() {
    let texts = [
        "yes",
        "No",
        "null",
        "~",
        "1e3",
        "0x10",
        "- a dash",
        "# a mark",
        "a: b",
        "a #b",
        "'x'",
        "\"x\"",
        "@ x",
        "*x",
        "&x",
        "!x",
        "%x",
        "`x`",
        "{x}",
        "[x]",
        "=1+1",
        "2026-03-12",
        " x ",
        "a\\b",
        "tab\tin it",
        "ünïcödé",
        "emoji 🎉",
        "line\nbreak",
        "zero\u{200B}width",
    ];
    for text in texts {
        let record = serde_json::json!({ "title": "A", "project": "p", "feedback": { "you_said": format!("say {text}"), "we_did": text } });
        let conversion = converted("a.json", record.to_string().into_bytes());
        let written = &conversion.records[0].text;
        let read: serde_yaml::Value = serde_yaml::from_str(written).unwrap();
        let said = read["feedback"]["you_said"].as_str().unwrap();
        assert_eq!(said, format!("say {text}"), "{written}");
        let direct = Bench::of_bytes(vec![("a.json", record.to_string().into_bytes())]);
        let again = Bench::new(&[("a.yaml", written)]);
        assert_eq!(
            verdicts(&again, &direct),
            verdicts(&direct, &direct),
            "{text}"
        );
    }
}

/// How each subject is judged by each clause.
type Verdicts = BTreeMap<(String, String), Vec<Verdict>>;

/// Files in folders as they are, and as they are once converted, with everything that is said of
/// each subject but the file.
fn before_and_after(files: &[(&str, &str)]) -> [Verdicts; 2] {
    let files = files.iter();
    let files = files.map(|(name, text)| (*name, text.as_bytes().to_vec()));
    before_and_after_of(files.collect())
}

/// The same for files that are no texts.
fn before_and_after_of(files: Vec<(&str, Vec<u8>)>) -> [Verdicts; 2] {
    let original = Bench::of_bytes(files.clone());
    let conversion = converted_together(files);
    assert_eq!(conversion.records.len(), original.reading.records.len());
    let converted: Vec<(&str, &str)> = conversion
        .records
        .iter()
        .map(|record| (record.name.as_str(), record.text.as_str()))
        .collect();
    let again = Bench::new(&converted);
    let without = without_place(&original, |one| one.about.id.to_string());
    [original, again].map(|bench| {
        let audit = bench.audit(AS_OF);
        let mut all = Verdicts::new();
        for finding in audit
            .findings
            .iter()
            .filter(|one| one.about.kind != SubjectKind::File)
        {
            let key = (finding.clause.id.clone(), finding.about.id.to_string());
            if without.contains(&key) {
                continue;
            }
            all.entry(key).or_default().push(finding.verdict);
        }
        all
    })
}

const EXPLAINED: &str = "record: explanation\nclause: O4a1\nbecause: it was urgent\n\
    instead: we rang everybody\nreason: other\nuntil: 2026-03-31\nagreed_on: 2026-02-15\n\
    agreed_by: [{ party: forum, role: chair }, { party: council, role: head }]\n";

#[test]
fn who_refers_to_a_record_still_means_it() {
    let late = "title: Board\nkind: meeting\ndate: 2026-02-26\nnotice: { sent: 2026-02-16 }\n";
    let about_file = format!("engagement: 2026-02-26-workshop\n{EXPLAINED}");
    let about_row = format!("engagement: 'm#3'\n{EXPLAINED}");
    let table = "Title,Type,Date,Notice sent\nOne,meeting,26/02/2026,16/02/2026\n\
                 Two,meeting,26/02/2026,16/02/2026\n";
    let [before, after] = before_and_after(&[
        ("2026-02-26-workshop.yaml", late),
        ("e.yaml", &about_file),
        ("f.yaml", &about_row),
        ("m.csv", table),
    ]);
    let of = |id: &str| before[&("O4a1".to_owned(), id.to_owned())].clone();
    assert_eq!(of("2026-02-26-workshop"), [Verdict::Explained]);
    assert_eq!(of("m#2"), [Verdict::NotKept]);
    assert_eq!(of("m#3"), [Verdict::Explained]);
    assert_eq!(before, after);
}

#[test]
fn what_is_left_out_decides_no_verdict() {
    // Two projects that are told apart by what must not be written, and a purpose of two words.
    let records = "title: Board\nkind: meeting\ndate: 2026-02-26\nproject: 07700 900461\n\
        notice: { sent: 2026-02-01, purpose: 07700 900461 }\n---\n\
        title: Other\nkind: meeting\ndate: 2026-03-26\nproject: 07700 900462\n---\n\
        record: decision\ntitle: D\nproject: 07700 900462\ndecided: 2026-06-10\n\
        notice: 999 000 0018\n---\n\
        title: Long\nkind: meeting\ndate: 2026-03-27\n\
        notice: { sent: 2026-03-01, purpose: Ring 07700 900 461 now }\n---\n\
        title: 07700 900461\nid: 07700 900461\nkind: meeting\ndate: 2026-04-26\n---\n\
        title: 07700 900461\nid: 07700 900463\nkind: meeting\ndate: 2026-04-27\n\
        contact: 07700 900463\n";
    // Three words beside the title, of which two must not be written; two; and one, because the
    // title has the others.
    let told = [
        ("Board", "Respite 07700 900461", Verdict::Kept),
        ("Board", "Respite 07700900461", Verdict::NotKept),
        (
            "Panel 07700 900461",
            "Respite 07700 900461",
            Verdict::NotKept,
        ),
    ];
    let told = told.map(|(title, purpose, expected)| {
        let record = format!(
            "title: {title}\nkind: meeting\ndate: 2026-02-26\nnotice: {{ purpose: {purpose} }}\n"
        );
        (before_and_after(&[("told.yaml", &record)]), expected)
    });
    for (verdicts, expected) in told {
        for verdicts in verdicts {
            let of = ("O4a2".to_owned(), "told".to_owned());
            assert_eq!(verdicts[&of], [expected]);
        }
    }
    let [before, after] = before_and_after(&[("a.yaml", records)]);
    let verdicts = |all: &BTreeMap<(String, String), Vec<Verdict>>| {
        let mut all: Vec<(String, Vec<Verdict>)> = all
            .iter()
            .map(|((clause, _), verdicts)| (clause.clone(), verdicts.clone()))
            .collect();
        all.sort();
        all
    };
    assert_eq!(verdicts(&before), verdicts(&after));
    assert!(before.keys().any(|(clause, _)| clause == "O4a2"));
    assert!(before.keys().any(|(_, id)| id.contains("900463")));
    assert!(after.keys().all(|(_, id)| !id.contains("900463")));
}

#[test]
fn what_nobody_understood_is_a_remark_but_not_who_came() {
    let calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\n\
        DTSTART:20260226T100000\r\nSUMMARY:Board\r\nX-CHARTER-VENUE-COLOUR:blue\r\n\
        CATEGORIES:Red category,Meeting\r\n\
        ATTENDEE;CN=\"Robin Example\":mailto:r@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    let conversion = converted("a.ics", calendar.as_bytes().to_vec());
    let expected = "# From a.ics\nid: a\ntitle: Board\nkind: meeting\ndate: 2026-02-26\nstart: 10:00\n\
        X-CHARTER-VENUE-COLOUR: !unreadable \"blue\"\n\
        # CATEGORIES: Red category\n";
    assert_eq!(conversion.records[0].text, expected);
    let table = "Title,Date,Attendees,Chaired by,RAG\nBoard,26/02/2026,\"A B, C D\",A B,amber\n";
    let conversion = converted("log.csv", table.as_bytes().to_vec());
    let expected = "# From log.csv\nid: \"log#2\"\ntitle: Board\ndate: 2026-02-26\n\
        # Attendees: left out, because people may be named here\n\
        # Chaired by: left out, because people may be named here\n# RAG: amber\n";
    assert_eq!(conversion.records[0].text, expected);
    let left_out: Vec<(&str, usize)> = conversion
        .left_out
        .iter()
        .map(|(what, count)| (what.as_str(), *count))
        .collect();
    assert_eq!(left_out, [("cell under a heading that names people", 2)]);
}

#[test]
fn an_answer_that_is_still_to_be_settled_stays_open() {
    for open in ["TBC", "n/a", "?"] {
        let table = format!(
            "id,Title,Date,Type,Organisers,CYP involved,Feedback sent\n\
             a,Board,26/02/2026,Meeting,council,{open},{open}\n"
        );
        let [before, after] = before_and_after(&[("log.csv", &table)]);
        assert_eq!(before, after, "{open}");
        for clause in ["O2a", "O4e1"] {
            let verdict = after.iter().find(|((id, _), _)| id == clause).unwrap().1;
            assert_eq!(verdict, &[Verdict::NoEvidence], "{clause} {open}");
        }
    }
}
