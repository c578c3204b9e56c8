//! What there is to say of whole files and sheets.

use std::io::{Cursor, Write as _};

use super::{diagnostics, file, text, workbook};
use crate::read::Format;
use crate::read::item::Contents;
use crate::read::item::tests::job;
use identifiers::redact::Redactor;
use identifiers::text::Unredacted;
use sheets::{Error, Limit};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn redacted(text: &Unredacted) -> String {
    Redactor::default().redact(text).to_string()
}

const TOP: &str = "<Relationships><Relationship Id='a' Target='xl/workbook.xml' \
     Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'/>\
     </Relationships>";
const RELATED: &str = "<Relationships><Relationship Id='s1' Target='worksheets/sheet1.xml' \
     Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet'/>\
     </Relationships>";
const BOOK: &str =
    "<workbook xmlns:r='r'><sheets><sheet name='Log' r:id='s1'/></sheets></workbook>";

/// A workbook of Excel with these rows.
fn rows(rows: &str) -> Vec<u8> {
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in [
        ("_rels/.rels", TOP),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", RELATED),
        ("xl/worksheets/sheet1.xml", &sheet),
    ] {
        let options = SimpleFileOptions::default();
        package.start_file(name, options).unwrap();
        package.write_all(part.as_bytes()).unwrap();
    }
    package.finish().unwrap().into_inner()
}

/// What the records of a workbook say, the code and message of each fault with what stands at its
/// place, and whether something is missing.
fn told(bytes: &[u8]) -> (usize, Vec<(&'static str, String, String)>, bool) {
    job(Format::Xlsx, |job| {
        let mut records = 0;
        let scan = workbook(job, bytes, &mut |_, _| {
            records += 1;
            true
        });
        let Contents::Transcript(transcript) = &scan.contents else {
            panic!("a workbook has a transcript");
        };
        let faults = scan.faults.iter().map(|fault| {
            let place = fault.span().unwrap().range();
            let there = transcript.text().get(place).unwrap().to_owned();
            (fault.code, redacted(&fault.message), there)
        });
        (records, faults.collect(), scan.undecoded)
    })
}

#[test]
fn what_a_file_does_not_tell_is_said_once_for_a_sheet() {
    let text = |cell, text| format!("<c r='{cell}' t='inlineStr'><is><t>{text}</t></is></c>");
    let formula = |cell| format!("<c r='{cell}'><f>1+1</f><v/></c>");
    let headings = [text("A1", "Title"), text("B1", "Type"), text("C1", "Date")].concat();
    let board = text("A2", "Board") + &text("B2", "meeting");
    let book = |cells: String| rows(&format!("<row>{headings}</row><row>{board}{cells}</row>"));
    let there = "formula without a result".to_owned();

    let (records, faults, undecoded) = told(&book(formula("C2") + &formula("D2")));
    let message = "2 cells hold formulas without a result, the first C2".to_owned();
    assert_eq!((records, undecoded), (1, false));
    assert_eq!(faults, [("no-result", message, there.clone())]);

    let (records, faults, undecoded) = told(&book("<c r='C2' t='n'><v>x</v></c>".to_owned()));
    let message = "cell C2 holds something that cannot be read".to_owned();
    let unread = "cell that cannot be read".to_owned();
    assert_eq!((records, undecoded), (1, true));
    assert_eq!(faults, [("unreadable-cell", message, unread)]);

    // Nothing of a record is missing where a row holds no record.
    for last in [
        formula("C3"),
        text("A3", "Average attendance") + &formula("C3"),
    ] {
        let cells = format!("<c r='C2'><v>46079</v></c></row><row>{last}");
        let (records, faults, undecoded) = told(&book(cells));
        let message = "the formula in cell C3 is without a result".to_owned();
        assert_eq!((records, undecoded), (1, false));
        assert_eq!(faults, [("no-result", message, there.clone())]);
    }

    // Nothing of a record is missing where the column means nothing.
    let level = |cells: String| {
        job(Format::Xlsx, |job| {
            let bytes = book(cells);
            let scan = workbook(job, &bytes, &mut |_, _| true);
            let mut faults = scan.faults.iter();
            faults
                .find(|fault| fault.code == "no-result")
                .unwrap()
                .is_error()
        })
    };
    assert!(level(formula("C2")));
    assert!(!level(formula("D2")));
}

#[test]
fn a_workbook_in_another_format_than_its_name_says_is_read_all_the_same() {
    let faults = |format| {
        job(format, |job| {
            let bytes = rows("<row r='1'><c r='A1'><v>1</v></c></row>");
            let scan = workbook(job, &bytes, &mut |_, _| true);
            let mut faults = scan.faults.into_iter();
            faults.find(|fault| fault.code == "wrong-ending")
        })
    };
    assert_eq!(faults(Format::Xlsx), None);
    let fault = faults(Format::Xls).unwrap();
    let message = "this is a workbook in .xlsx, not in .xls; it is read as .xlsx";
    assert_eq!(fault.message, message);
    assert_eq!(fault.help, Some("give its name the ending .xlsx".into()));
    assert!(!fault.is_error());
}

#[test]
fn every_file_that_gives_no_sheets_has_its_code() {
    let found = "a PDF";
    let help = "give the workbook";
    for (error, code) in [
        (Error::Empty, "not-a-workbook"),
        (Error::NotAWorkbook { found, help }, "not-a-workbook"),
        (Error::Protected, "protected"),
        (Error::CutOff, "cut-off"),
        (Error::Damaged, "damaged"),
        (Error::DamagedRow { sheet: 1, row: 2 }, "damaged"),
        (Error::WorkbookTooLarge(Limit::Rows), "too-large"),
        (Error::TableTooLarge(Limit::Rows), "too-large"),
    ] {
        let fault = job(Format::Xlsx, |job| diagnostics::refused(job, error));
        assert_eq!(fault.code, code);
        assert_eq!(fault.message, error.to_string().as_str());
        assert_eq!(fault.help, Some(error.help().into()));
        assert!(fault.is_error() && fault.span().is_some());
    }
}

/// Somebody who follows the help should not make breaches of remarks.
#[test]
fn a_field_is_proposed_only_where_the_cells_allow_it() {
    let help = |cell: &str| {
        let table = format!(
            "Title,Type,Date,Notes\n{}",
            format!("Board,meeting,,{cell}\n").repeat(3)
        );
        let scan = job(Format::Csv, |job| text(job, &table, &mut |_, _| true));
        let note = scan
            .faults
            .into_iter()
            .find(|fault| fault.code == "unknown-heading");
        format!("{:?}", note.unwrap())
    };
    assert!(help("Good talk about buses").contains(r#"\"Notes\": none"#));
    // Where all are blank, nothing shows that anything was meant.
    assert!(!help("").contains("feedback.sent"));
}

/// How many records a sheet of this name holds, and what is said of it.
fn sheet_called(name: &str, table: &str) -> (usize, Vec<&'static str>) {
    let mut sheet = sheets::text_table(table, None).unwrap();
    sheet.name = Some(name.to_owned());
    let mut records = 0;
    let scan = job(Format::Xlsx, |job| {
        file::read(job, &[sheet], &[], Vec::new(), &mut |_, _| {
            records += 1;
            true
        })
    });
    (
        records,
        scan.faults.iter().map(|fault| fault.code).collect(),
    )
}

#[test]
fn people_with_their_numbers_are_no_contacts_of_a_charter() {
    for headings in [
        "Name,Role,Email,Phone",
        "Organisation,Name,Post,E-mail,Mobile",
        "First name,Surname,Job title,Email address,Tel",
    ] {
        let table = format!("{headings}\nSam Example,Chair,sam@example.org,n/a,n/a\n");
        let (records, said) = sheet_called("Contacts (do not share)", &table);
        assert_eq!((records, said.as_slice()), (0, ["other-table"].as_slice()));
    }
    for headings in ["Organisation,Post,Mailbox", "Party,Name,Role mailbox,Phone"] {
        let table = format!("{headings}\ncouncil,Officer,send@example.org,n/a\n");
        assert_eq!(sheet_called("Contacts", &table).0, 1, "{headings}");
    }
}

/// A sheet can have thousands of headings that nobody knows over hundreds of thousands of rows.
#[test]
fn only_blanks_of_known_columns_are_written_down() {
    let table = "Title,Type,Date,Colour,Shape\nBoard,meeting\nBoard,,,,round\n";
    let scan = job(Format::Csv, |job| text(job, table, &mut |_, _| true));
    let Contents::Transcript(transcript) = scan.contents else {
        panic!("a table has a transcript");
    };
    let lines: Vec<&str> = transcript.text().lines().collect();
    assert_eq!(
        lines,
        [
            "Title",
            "Type",
            "Date",
            "Colour",
            "Shape",
            "Title: Board",
            "Type: meeting",
            "Date: ",
            "Title: Board",
            "Type: ",
            "Date: ",
            "Shape: round",
        ]
    );
}
