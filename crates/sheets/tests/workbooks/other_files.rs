//! Files that are something else than their name says.

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{cells, fixture, read, refused};
use sheets::{Error, Limit, WorkbookFormat};

/// A package with these parts.
pub(super) fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let options = SimpleFileOptions::default();
        package.start_file(*name, options).unwrap();
        package.write_all(bytes).unwrap();
    }
    package.finish().unwrap().into_inner()
}

fn message(bytes: &[u8]) -> (String, String) {
    let error = refused(bytes);
    assert!(matches!(error, Error::NotAWorkbook { .. }), "{error:?}");
    (error.to_string(), error.help().to_owned())
}

/// What people see, word for word: others look for these sentences.
#[test]
fn errors_say_what_is_wrong_and_what_to_do() {
    let too_large = "delete what is not part of the records, or split it, for example by year";
    let fetch = "it may not have been copied or downloaded to the end; fetch it again";
    let look = "open it in a spreadsheet program, check whether everything is there, and save it as \
                .xlsx; or fetch it again";
    let row = Error::DamagedRow { sheet: 1, row: 2 };
    for (error, message, help) in [
        (Error::Empty, "this file is empty", fetch),
        (
            Error::Protected,
            "this workbook is protected by a password and cannot be opened",
            "open it with the password and save a copy without one",
        ),
        (
            Error::CutOff,
            "the end of this workbook is missing; it seems to be cut off",
            fetch,
        ),
        (
            Error::Damaged,
            "this workbook is damaged and cannot be read",
            look,
        ),
        (
            row,
            "this workbook is damaged: in row 2 of its sheet 1, something is to be repeated, but not \
             a number of times",
            look,
        ),
        (
            Error::TableTooLarge(Limit::Rows),
            "this table is too large to be read: more than 200,000 rows in it are filled",
            too_large,
        ),
        (
            Error::WorkbookTooLarge(Limit::Cells),
            "this workbook is too large to be read: more than 3 million cells in it are filled",
            too_large,
        ),
    ] {
        assert_eq!((error.to_string().as_str(), error.help()), (message, help));
    }
    for (limit, reason) in [
        (Limit::Text, "its texts come to more than 96 MB"),
        (Limit::OneText, "one text in it is longer than 2 MB"),
        (
            Limit::Pieces,
            "it has more rows, cells and styles, blank ones included, than are read",
        ),
        (Limit::Parts, "it has too many parts or sheets"),
        (Limit::Unpacked, "unpacked it is larger than 512 MB"),
    ] {
        assert_eq!(limit.to_string(), reason);
    }
}

#[test]
fn what_stands_in_a_file_decides_its_format() {
    for (format, bytes, first) in [
        (
            WorkbookFormat::Xlsx,
            &fixture!("from-1904.xlsx")[..],
            "A1 day 2026-03-12 00:00:00",
        ),
        (WorkbookFormat::Ods, fixture!("odfpy.ods"), "A1 \"Date\""),
        (WorkbookFormat::Xls, fixture!("xlwt.xls"), "A1 \"Date\""),
    ] {
        assert!(WorkbookFormat::begun_by(bytes).is_some());
        assert_eq!(cells(&read(format, bytes).sheets[0])[0], first);
    }
}

#[test]
fn empty_files() {
    for bytes in [&b""[..], b" \r\n\n", &[0x20; 600]] {
        assert_eq!(refused(bytes), Error::Empty);
    }
}

#[test]
fn texts_with_the_ending_of_a_workbook() {
    for (bytes, what, help) in [
        (&b"<!DOCTYPE html><html><table>"[..], "a web page", "save it as .xlsx"),
        (b"\xEF\xBB\xBF\n <HTML xmlns:o=\"x\">", "a web page", "save it as .xlsx"),
        (
            b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
            "an XML spreadsheet of Excel 2003",
            "save it as .xlsx",
        ),
        (
            b"<?xml version=\"1.0\"?><office:document xmlns:office=\"x\">",
            "a flat OpenDocument spreadsheet (.fods)",
            "save it as .xlsx",
        ),
        (b"Date,Title\n2026-03-12,Board\n", "separated by commas or semicolons", "the ending .csv"),
        // A dash of Windows-1252.
        (b"Date;Title\n2026-03-12;Board \x96 first\n", "separated by commas or semicolons", ".csv"),
        // Excel's own text of Unicode signs.
        (b"\xFF\xFED\0\t\0T\0\n\0", "separated by tabs", "the ending .tsv"),
        (b"Notes of the meeting\n", "a text", "the ending that fits"),
    ] {
        let (message, said) = message(bytes);
        assert!(message.contains(what), "{message}");
        assert!(said.contains(help), "{said}");
    }
}

#[test]
fn documents_of_other_kinds() {
    let zipped = |name| package(&[("[Content_Types].xml", b"<Types/>"), (name, b"x")]);
    let odt = package(&[("mimetype", b"application/vnd.oasis.opendocument.text")]);
    for (bytes, what) in [
        (b"%PDF-1.7\n%\xE2\xE3\xCF\xD3".to_vec(), "a PDF"),
        (b"{\\rtf1\\ansi".to_vec(), "a text document"),
        (zipped("word/document.xml"), "a Word document"),
        (zipped("ppt/presentation.xml"), "a presentation"),
        (zipped("xl/workbook.bin"), "a binary workbook (.xlsb)"),
        (zipped("Index/Document.iwa"), "Apple's Numbers"),
        (zipped("photo.jpg"), "a zip archive"),
        (odt, "a text document"),
        (b"\x09\x04\x06\0\0\0\x10\0\0\0".to_vec(), "Excel 4 or older"),
        (
            b"\x7FELF\x02\x01\x01\0\0\0\0\0".to_vec(),
            "some other kind of file",
        ),
        (
            b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR".to_vec(),
            "some other kind of file",
        ),
    ] {
        let (message, help) = message(&bytes);
        assert!(message.contains(what), "{message}");
        assert!(!help.is_empty());
    }
}

#[test]
fn workbooks_with_a_password() {
    for bytes in [
        &fixture!("protected.xlsx")[..],
        fixture!("protected.xls"),
        fixture!("protected.ods"),
    ] {
        assert_eq!(refused(bytes), Error::Protected);
    }
}

/// Fixtures cut off at a hundred places. What an old workbook has behind its sheets may be missing.
#[test]
fn files_that_are_cut_off() {
    for bytes in [
        &fixture!("openpyxl.xlsx")[..],
        fixture!("libreoffice.ods"),
        fixture!("libreoffice.xls"),
        fixture!("long-texts.xls"),
    ] {
        let whole = sheets::read(bytes).unwrap();
        for part in 1..100 {
            let cut = &bytes[..(bytes.len() * part / 100).max(8)];
            match sheets::read(cut) {
                Err(error) => assert_eq!(error, Error::CutOff, "{part} %"),
                Ok(workbook) => {
                    assert!(bytes.starts_with(b"\xD0\xCF") && part > 40, "{part} %");
                    assert_eq!(workbook.sheets, whole.sheets);
                }
            }
        }
    }
}
