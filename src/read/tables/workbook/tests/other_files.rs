//! Files that are something else than their name says.

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{cells, fixture, read_as, refused};
use crate::read::Format;
use located::diagnostic::Level;

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
    let (code, message, help) = refused(Format::Xlsx, bytes);
    assert_eq!(code, "not-a-workbook");
    (message, help)
}

#[test]
fn what_stands_in_a_file_decides_its_format() {
    let xlsx: &[u8] = fixture!("from-1904.xlsx");
    let ods: &[u8] = fixture!("odfpy.ods");
    let xls: &[u8] = fixture!("xlwt.xls");
    for (said, bytes, is, first) in [
        (Format::Xls, xlsx, "xlsx", "A1 day 2026-03-12 00:00:00"),
        (Format::Ods, xlsx, "xlsx", "A1 day 2026-03-12 00:00:00"),
        (Format::Xlsx, ods, "ods", "A1 \"Date\""),
        (Format::Xlsx, xls, "xls", "A1 \"Date\""),
    ] {
        let workbook = read_as(said, bytes).unwrap();
        assert_eq!(cells(&workbook.sheets[0])[0], first);
        let [fault] = workbook.faults.as_slice() else {
            panic!("one fault");
        };
        assert_eq!((fault.level, fault.code), (Level::Warning, "wrong-ending"));
        let help = format!("give its name the ending .{is}");
        assert_eq!(fault.help.as_deref(), Some(help.as_str()));
    }
    let fault = &read_as(Format::Xls, xlsx).unwrap().faults[0];
    let expected = "this is a workbook in .xlsx, not in .xls; it is read as .xlsx";
    assert_eq!(fault.message, expected);
}

#[test]
fn empty_files() {
    for bytes in [&b""[..], b" \r\n\n", &[0x20; 600]] {
        let (code, message, _) = refused(Format::Xlsx, bytes);
        assert_eq!(
            (code, message.as_str()),
            ("not-a-workbook", "this file is empty")
        );
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
        (b"Date,Title\n2026-03-12,Board\n", "parted by commas or semicolons", "the ending .csv"),
        // A dash of Windows-1252.
        (b"Date;Title\n2026-03-12;Board \x96 first\n", "parted by commas or semicolons", ".csv"),
        // Excel's own text of Unicode signs.
        (b"\xFF\xFED\0\t\0T\0\n\0", "parted by tabs", "the ending .tsv"),
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
        let (code, message, help) = refused(Format::Xlsx, bytes);
        assert_eq!(code, "protected");
        assert!(message.contains("password") && help.contains("without one"));
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
        let whole = read_as(Format::Xls, bytes).unwrap();
        for part in 1..100 {
            let cut = &bytes[..(bytes.len() * part / 100).max(8)];
            match read_as(Format::Xls, cut) {
                Err(fault) => assert_eq!(fault.code, "cut-off", "{part} %: {}", fault.message),
                Ok(workbook) => {
                    assert!(bytes.starts_with(b"\xD0\xCF") && part > 40, "{part} %");
                    assert_eq!(workbook.sheets, whole.sheets);
                }
            }
        }
    }
}
