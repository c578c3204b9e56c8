//! What stands in a workbook beside its cells is searched as they are.

use rust_xlsxwriter::{Shape, Workbook};
use tempfile::TempDir;

use super::run;

/// What is said of the confidentiality of a log with this text box and this text below every page.
fn judged(text_box: &str, footer: &str) -> String {
    let folder = TempDir::new().unwrap();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Log").unwrap();
    for (column, (heading, value)) in [("Title", "Buses"), ("Date", "12/03/2026")]
        .into_iter()
        .enumerate()
    {
        let column = u16::try_from(column).unwrap();
        sheet.write(0, column, heading).unwrap();
        sheet.write(1, column, value).unwrap();
    }
    let shape = Shape::textbox().set_text(text_box);
    sheet.insert_shape(4, 4, &shape).unwrap();
    sheet.set_footer(footer);
    book.save(folder.path().join("log.xlsx")).unwrap();
    let args = [
        "report",
        "log.xlsx",
        "--clause",
        "W3c",
        "--format",
        "csv",
        "--as-of",
        "2026-06-01",
    ];
    let (_, said) = run(folder.path(), &args, "");
    String::from_utf8_lossy(&said).into_owned()
}

#[test]
fn text_boxes_and_what_is_printed_with_every_page_are_searched() {
    let kept = judged("Bring the key", "&LForum log&RPage &P of &N");
    assert!(kept.contains("nothing was found that could"), "{kept}");
    let born = "DOB 04/11/2014";
    for said in [judged(born, ""), judged("Bring the key", born)] {
        assert!(said.contains("this file holds 1 date of birth"), "{said}");
        assert!(!said.contains("2014"), "{said}");
    }
}
