//! Converting and auditing gives what auditing the original gives, and nothing is written over.

mod faults;
mod ids;
mod unread;

use std::collections::BTreeMap;

use charter_audit::convert::{Conversion, convert};
use charter_audit::read::{File, Period};
use charter_audit::record::SubjectKind;
use charter_audit::rules::Verdict;
use located::source::Sources;
use tempfile::TempDir;

use crate::{Bench, root, run_in as run};

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
        &charter,
        Period::default(),
        &(),
    )
}

/// How often each verdict was given, by clause and title: ids are names of files.
fn verdicts(bench: &Bench) -> BTreeMap<(String, String, Verdict), usize> {
    let audit = bench.audit(AS_OF);
    let mut all = BTreeMap::new();
    for finding in audit
        .findings
        .iter()
        .filter(|one| one.about.kind != SubjectKind::File)
    {
        let key = (
            finding.clause.id.clone(),
            finding.about.name.to_string(),
            finding.verdict,
        );
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
        assert_eq!(verdicts(&again), verdicts(&original), "{file}");
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
    status: !unreadable "no idea"
    date: !unreadable "31/02/2026"
    # RAG: amber
    # Notice sent: March 2026
    # column E: loose
    "#);
    let again = Bench::new(&[("a.yaml", &record.text)]);
    let codes: Vec<&str> = again
        .reading
        .faults
        .iter()
        .map(|fault| fault.code)
        .collect();
    assert_eq!(codes, ["not-readable", "not-readable"]);
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
        assert_eq!(verdicts(&again), verdicts(&direct), "{text}");
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
    [original, again].map(|bench| {
        let audit = bench.audit(AS_OF);
        let mut all = Verdicts::new();
        for finding in audit
            .findings
            .iter()
            .filter(|one| one.about.kind != SubjectKind::File)
        {
            let key = (finding.clause.id.clone(), finding.about.id.to_string());
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
    assert_eq!(of("m#2"), [Verdict::NotMet]);
    assert_eq!(of("m#3"), [Verdict::Explained]);
    assert_eq!(before, after);
}

#[test]
fn what_is_left_out_decides_no_verdict() {
    // Two projects that are told apart by what must not be written, and a purpose of 12 characters.
    let records = "title: Board\nkind: meeting\ndate: 2026-02-26\nproject: 07700 900461\n\
        notice: { sent: 2026-02-01, purpose: 07700 900461 }\n---\n\
        title: Other\nkind: meeting\ndate: 2026-03-26\nproject: 07700 900462\n---\n\
        record: decision\ntitle: D\nproject: 07700 900462\ndecided: 2026-06-10\n\
        notice: 999 000 0018\n---\n\
        title: Long\nkind: meeting\ndate: 2026-03-27\n\
        notice: { sent: 2026-03-01, purpose: Ring 07700 900 461 now }\n---\n\
        title: 07700 900461\nid: 07700 900461\nkind: meeting\ndate: 2026-04-26\n---\n\
        title: 07700 900461\nid: 07700 900463\nkind: meeting\ndate: 2026-04-26\n\
        contact: 07700 900463\n";
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
fn nothing_is_written_over_unless_told_to() {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    std::fs::write(
        at.join("log.csv"),
        "Title,Date\nBoard,12/3/2026\nBoard,12/3/2026\n",
    )
    .unwrap();
    let (code, out, err) = run(at, &["convert", "log.csv", "-o", "records"]);
    assert_eq!((code, out.as_str()), (0, ""), "{err}");
    assert!(err.contains("wrote 2 records to records"), "{err}");
    let first = at.join("records/2026-03-12-board.yaml");
    assert!(first.is_file() && at.join("records/2026-03-12-board-2.yaml").is_file());
    std::fs::write(&first, "title: mine\n").unwrap();
    let (code, _, err) = run(at, &["convert", "log.csv", "-o", "records"]);
    assert_eq!(code, 2);
    assert!(err.contains("2 of the 2 files are already there"), "{err}");
    assert_eq!(std::fs::read_to_string(&first).unwrap(), "title: mine\n");
    let (code, _, _) = run(at, &["convert", "log.csv", "-o", "records", "--force"]);
    assert_eq!(code, 0);
    assert!(
        std::fs::read_to_string(&first)
            .unwrap()
            .contains("title: Board")
    );
    // Its own input is safe from --force, too.
    let (code, _, err) = run(at, &["convert", "records", "-o", "records", "--force"]);
    assert_eq!(code, 2);
    assert!(err.contains("is one of the files that are read"), "{err}");
}

#[test]
fn neither_the_charter_nor_the_list_of_names_is_written_over() {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    let log = "Title,Date\nBoard,12/3/2026\n";
    std::fs::write(at.join("log.csv"), log).unwrap();
    std::fs::create_dir(at.join("out")).unwrap();
    let name = "2026-03-12-board.yaml";
    for (option, text) in [
        ("--charter", "extends: built-in\n"),
        ("--names-file", "Example Person\n"),
    ] {
        let target = at.join("out").join(name);
        std::fs::write(&target, text).unwrap();
        let given = format!("out/{name}");
        let args = ["convert", "log.csv", "-o", "out", "--force", option, &given];
        let (code, _, err) = run(at, &args);
        assert_eq!(code, 2, "{err}");
        assert!(err.contains("is one of the files that are read"), "{err}");
        assert_eq!(std::fs::read_to_string(&target).unwrap(), text);
    }
}

#[cfg(unix)]
#[test]
fn no_link_is_followed_and_no_other_name_of_a_file_is_written_to() {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    std::fs::write(at.join("log.csv"), "Title,Date\nBoard,12/3/2026\n").unwrap();
    std::fs::write(at.join("precious.txt"), "mine").unwrap();
    std::fs::create_dir(at.join("out")).unwrap();
    let name = at.join("out/2026-03-12-board.yaml");
    symlink("../precious.txt", &name).unwrap();
    let (code, _, err) = run(at, &["convert", "log.csv", "-o", "out", "--force"]);
    assert_eq!(code, 2);
    assert!(err.contains("is a link to another file"), "{err}");
    std::fs::remove_file(&name).unwrap();
    std::fs::hard_link(at.join("precious.txt"), &name).unwrap();
    std::fs::set_permissions(&name, std::fs::Permissions::from_mode(0o640)).unwrap();
    let (code, _, err) = run(at, &["convert", "log.csv", "-o", "out", "--force"]);
    assert_eq!(code, 0, "{err}");
    let precious = std::fs::read_to_string(at.join("precious.txt")).unwrap();
    assert_eq!(precious, "mine");
    assert!(
        std::fs::read_to_string(&name)
            .unwrap()
            .contains("title: Board")
    );
    assert_eq!(std::fs::metadata(&name).unwrap().mode() & 0o777, 0o640);
    // A report goes where it is told to, devices included, and leaves nothing beside it.
    for output in ["report.txt", "/dev/null"] {
        let args = ["report", "log.csv", "--as-of", "2026-07-31", "-o", output];
        let (code, _, err) = run(at, &args);
        assert!(code < 2, "{err}");
    }
    let mut left: Vec<String> = std::fs::read_dir(at)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    left.sort();
    assert_eq!(left, ["log.csv", "out", "precious.txt", "report.txt"]);
    assert!(std::fs::metadata("/dev/null").unwrap().mode() & 0o170_000 == 0o020_000);
}

#[test]
fn without_a_folder_all_records_come_out_as_one_text() {
    let folder = TempDir::new().unwrap();
    std::fs::write(
        folder.path().join("log.csv"),
        "Title,Date\na,12/3/2026\nb,13/3/2026\n",
    )
    .unwrap();
    let (code, out, _) = run(folder.path(), &["convert", "log.csv"]);
    assert_eq!(code, 0);
    assert_eq!(Bench::new(&[("all.yaml", &out)]).reading.records.len(), 2);
    let (code, _, err) = run(folder.path(), &["convert", "log.csv", "--force"]);
    assert_eq!(code, 2);
    assert!(err.contains("--output"), "{err}");
}

#[test]
fn explanations_have_to_go_back_to_their_folder() {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    let charter = "extends: built-in\nexplanations: { only_in: agreed }\n";
    std::fs::write(at.join("charter.yaml"), charter).unwrap();
    std::fs::create_dir(at.join("agreed")).unwrap();
    let about = format!("engagement: m\n{EXPLAINED}");
    std::fs::write(at.join("agreed/e.yaml"), about).unwrap();
    let (_, _, err) = run(at, &["convert", "agreed", "-o", "out"]);
    assert!(
        err.contains("only from `agreed`") && err.contains("(1 record)"),
        "{err}"
    );
}

#[test]
fn titles_never_lead_out_of_the_folder() {
    let table = "Title,Project\n../../x,p\n/etc/passwd,p\n...,p\nCON,p\n\u{202E}x,p\n";
    let conversion = converted("log.csv", table.as_bytes().to_vec());
    let names: Vec<&str> = conversion
        .records
        .iter()
        .map(|record| record.name.as_str())
        .collect();
    for name in &names {
        assert!(
            name.chars()
                .all(|sign| sign.is_alphanumeric() || matches!(sign, '-' | '.')),
            "{name}"
        );
        assert!(!name.starts_with('.') && !name.contains(".."), "{name}");
    }
    assert_eq!(names[0], "x.yaml");
    assert_eq!(names[1], "etc-passwd.yaml");
}
