//! Identifiers in tables, calendars, JSON and minutes: found where they stand, printed nowhere, and
//! left out of what `convert` writes.

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::Path;

use identifiers::find::Kind;
use serde_json::{Value, json};
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::bench::{LAST, audited, bench, clean, needs_words, no_leak, record};
use super::made_up::{EACH, Identifier, all};
use super::search::Search;
use super::{run, write};

/// Where in a table the identifier of a row stands.
const COLUMNS: [&str; 4] = ["Title", "Purpose", "Project", "Notes"];

/// A heading, a type and a day, and one identifier a row, in each column by turns.
fn rows(all: &[Identifier]) -> Vec<Vec<String>> {
    let mut rows = vec![
        ["Type", "Date"]
            .iter()
            .chain(&COLUMNS)
            .map(ToString::to_string)
            .collect(),
    ];
    for (at, one) in all.iter().enumerate() {
        let mut row = vec!["meeting".to_owned(), "26/02/2026".to_owned()];
        row.extend((0..COLUMNS.len()).map(|column| {
            if column == at % COLUMNS.len() {
                one.written.clone()
            } else {
                format!("Board {at}")
            }
        }));
        rows.push(row);
    }
    rows
}

/// A table as a text. Every cell is in quotes.
fn table(rows: &[Vec<String>], separator: &str) -> String {
    let cell = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
    let row = |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join(separator) + "\n";
    rows.iter().map(row).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}

/// A workbook of one sheet with texts that stand in their cells.
fn workbook(sheet: &str, rows: &[Vec<String>]) -> Vec<u8> {
    let mut cells = String::new();
    for row in rows {
        cells += "<row>";
        for cell in row {
            cells += &format!("<c t=\"inlineStr\"><is><t>{}</t></is></c>", escaped(cell));
        }
        cells += "</row>";
    }
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006";
    let parts = [
        (
            "[Content_Types].xml",
            format!("<Types xmlns=\"{package}/content-types\"/>"),
        ),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" \
                 Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"{}\" \
                 sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
                escaped(sheet)
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" \
                 Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!("<worksheet xmlns=\"{main}\"><sheetData>{cells}</sheetData></worksheet>"),
        ),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn property(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace(';', "\\;")
        .replace(',', "\\,")
}

/// An entry with a text where the record takes it from, and a person who is invited.
fn calendar(all: &[Identifier]) -> String {
    let mut text = String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\n");
    for (at, one) in all.iter().enumerate() {
        let name = [
            "SUMMARY",
            "LOCATION",
            "X-CHARTER-PROJECT",
            "X-CHARTER-REMARK",
        ][at % 4];
        // The name of a venue may have a postcode.
        let name = if one.kind == Kind::Postcode {
            "SUMMARY"
        } else {
            name
        };
        let title = if name == "SUMMARY" {
            ""
        } else {
            "SUMMARY:Board\r\n"
        };
        text += &format!(
            "BEGIN:VEVENT\r\nUID:{at}\r\nDTSTART:20260226T100000\r\n{title}{name}:{}\r\n\
             ATTENDEE;CN=\"{}\":mailto:x@example.org\r\nDESCRIPTION:{}\r\nEND:VEVENT\r\n",
            property(&one.written),
            one.written.replace('"', ""),
            property(&one.written),
        );
    }
    text + "END:VCALENDAR\r\n"
}

fn object(text: &str) -> Value {
    json!({
        "title": text, "kind": "meeting", "date": "2026-02-26", "project": text,
        "notice": { "sent": text, "purpose": text }, text: text,
    })
}

/// Half of the identifiers by turns, with each kind in every way to write it.
fn half(all: &[Identifier], turn: usize) -> Vec<Identifier> {
    let numbered = all.iter().enumerate();
    let half = numbered.filter(|(at, _)| (at % EACH / 4 + turn).is_multiple_of(2));
    half.map(|(_, one)| one.clone()).collect()
}

/// A file of every format with half of the identifiers in each, and minutes for all of them; and how
/// many records that makes.
pub(super) fn write_all(folder: &Path, all: &[Identifier]) -> usize {
    let [even, odd] = [0, 1].map(|turn| half(all, turn));
    write(folder, "a.csv", table(&rows(&even), ","));
    write(folder, "b.tsv", table(&rows(&odd), "\t"));
    write(folder, "c.xlsx", workbook("Meetings", &rows(&even)));
    write(folder, "d.ics", calendar(&odd));
    let lines = even.iter().map(|one| format!("{}\n", object(&one.written)));
    write(folder, "e.jsonl", lines.collect::<String>());
    let objects: Vec<Value> = odd.iter().map(|one| object(&one.written)).collect();
    write(folder, "f.json", Value::from(objects).to_string());
    let yaml: Vec<String> = even.iter().map(|one| record(&one.written)).collect();
    write(folder, "g.yaml", yaml.join("---\n"));
    for (at, one) in all.iter().enumerate() {
        let head = "title: Board\nkind: meeting\ndate: 2026-02-26\n";
        let text = format!(
            "---\n{head}---\n# Minutes\n\nWe spoke of {}.\n",
            one.written
        );
        write(folder, &format!("m{at:03}.md"), text);
    }
    4 * even.len() + 3 * odd.len() + all.len()
}

/// Whether a file is judged by what was found in it.
fn is_found(report: &Value, file: &str) -> bool {
    let findings = report["findings"].as_array().unwrap().iter();
    let mut of_file = findings
        .filter(|finding| finding["clause"] == "W3c")
        .filter(|finding| finding["subject"]["id"].as_str() == Some(file))
        .peekable();
    assert!(of_file.peek().is_some(), "{file} is judged");
    of_file.all(|finding| finding["verdict"] == "not-kept")
}

#[test]
fn every_format_is_searched_and_shows_nothing() {
    let all = all();
    let search = Search::new(&all);
    let temporary = bench(&all);
    let folder = temporary.path().join("records");
    let records = write_all(&folder, &all);
    let (report, _) = audited(&temporary, &search);
    assert_eq!(
        report["records"]["records"], records,
        "{}",
        report["records"]
    );
    let unseen = clean(&report);
    assert!(unseen.is_empty(), "{unseen:#?}");
    for file in [
        "a.csv", "b.tsv", "c.xlsx", "d.ics", "e.jsonl", "f.json", "g.yaml",
    ] {
        assert!(is_found(&report, file), "{file}");
    }
}

#[test]
fn headings_and_names_of_sheets_show_nothing() {
    let all = all();
    let search = Search::new(&all);
    let temporary = bench(&all);
    let folder = temporary.path().join("records");
    for (at, one) in all.iter().enumerate().step_by(4) {
        let text = &one.written;
        let head = ["Title", "Type", "Date", text].map(str::to_owned).to_vec();
        let row = ["Board", "meeting", "26/02/2026", "amber"]
            .map(str::to_owned)
            .to_vec();
        let rows = [head, row];
        match at % 3 {
            0 => write(&folder, &format!("{at}.csv"), table(&rows, ";")),
            1 => write(&folder, &format!("{at}.xlsx"), workbook(text, &rows)),
            _ => {
                let below = format!("in{at}");
                write(&folder, &format!("{below}/log.csv"), table(&rows, ","));
                let columns = json!({ text: "project", "Title": text, "dates": text });
                write(
                    &folder,
                    &format!("{below}/columns.yaml"),
                    columns.to_string(),
                );
            }
        }
    }
    audited(&temporary, &search);
}

#[test]
fn what_is_converted_holds_nothing() {
    let all = all();
    let search = Search::new(&all);
    let temporary = bench(&all);
    let folder = temporary.path().join("records");
    let records = write_all(&folder, &all);
    for (at, one) in all.iter().enumerate() {
        // Beside values: remarks, names of fields at any depth, and groups about a child.
        let value = one.written.replace('\'', "''");
        let name = format!("n{at:03}.yaml");
        let text = format!(
            "title: Board\nkind: meeting\ndate: 2026-02-26\n'{value}': 5\nvenue: {{ '{value}': 1 }}\n\
             child_name: Vuxdaq\nchild: {{ surname: Zaxkuq, 'dob': 2015-04-03 }}\nareas: ['{value}']\n"
        );
        write(&folder, &name, text);
    }
    let records = records + all.len();
    let last = &LAST[2..];
    let into = [&["convert", ".", "-o", "../converted"][..], last].concat();
    let (_, said) = run(&folder, &into, "");
    no_leak(&search, &said, "what convert says");
    let converted = temporary.path().join("converted");
    let mut files = 0;
    for entry in fs::read_dir(&converted).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).unwrap();
        no_leak(&search, name.as_bytes(), "a name of a file");
        no_leak(&search, text.as_bytes(), &name);
        assert!(
            !text.contains("Vuxdaq") && !text.contains("Zaxkuq"),
            "{name}"
        );
        let read: serde_yaml::Value = serde_yaml::from_str(&text).unwrap();
        assert!(read.is_mapping(), "{name}");
        files += 1;
    }
    assert_eq!(files, records);
    let report = judged(&temporary, &converted);
    let findings = report["findings"].as_array().unwrap();
    assert_eq!(findings.len(), records);
    for finding in findings {
        let name = finding["subject"]["id"].as_str().unwrap();
        let text = || fs::read_to_string(converted.join(name)).unwrap();
        assert_eq!(finding["verdict"], "kept", "{finding}\n{}", text());
    }
}

/// What confidentiality says of converted files, by the charter and names of the original.
fn judged(temporary: &TempDir, converted: &Path) -> Value {
    let names = temporary.path().join("names.txt");
    let charter = temporary.path().join("records/charter.yaml");
    let args = [
        "check",
        ".",
        "--as-of",
        "2026-06-01",
        "--clause",
        "W3c",
        "--format",
        "json",
    ];
    let more = [
        "--names-file",
        names.to_str().unwrap(),
        "--charter",
        charter.to_str().unwrap(),
    ];
    let output = assert_cmd::Command::cargo_bin("charter-audit")
        .unwrap()
        .current_dir(converted)
        .args([&args[..], &more].concat())
        .output()
        .unwrap();
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn what_may_stand_is_kept() {
    let all = all();
    let temporary = bench(&all);
    let folder = temporary.path().join("records");
    write(
        &folder,
        "charter.yaml",
        "extends: built-in\nconfidentiality: { phones: [01632 960000], postcodes: [ZZ99 9ZZ], \
         mailboxes: ['sam@example.org'] }\n",
    );
    write(
        &folder,
        "log.csv",
        "Title,Type,Date,Venue,Contact,Purpose\n\
         Board,meeting,26/02/2026,\"Hall, ZZ99 3AZ\",send.team@example.org,\
         Ring 01632 960000 or 01632 960001\n\
         Board,meeting,27/02/2026,Hall ZZ99 9ZZ,sam@example.org,At ZZ99 9ZZ or ZZ99 3AZ\n",
    );
    let (_, out) = run(&folder, &["convert", "log.csv"], "");
    let out = String::from_utf8(out).unwrap();
    for kept in [
        "Hall, ZZ99 3AZ",
        "send.team@example.org",
        "Ring 01632 960000 or *1*1",
        "sam@example.org",
        "At ZZ99 9ZZ or *2*2",
    ] {
        assert!(out.contains(kept), "{kept}\n{out}");
    }
    for gone in ["01632 960001", "or ZZ99 3AZ"] {
        assert!(!out.contains(gone), "{gone}\n{out}");
    }
    assert!(all.iter().any(|one| needs_words(one.kind)));
}
