#![doc = include_str!("../README.md")]

mod assembly;
mod calendar;
mod holiday_edges;
mod meaning;
mod page;
mod published;
mod table;
mod words;

use chrono::NaiveDate;
use located::diagnostic::Diagnostic;
use located::source::{SourceId, Spanned, Transcript};
use text_encoding::{Accepted, decode};
use working_days::Stretch;

use page::Page;
use published::Published;

/// No list of terms is so large, in bytes; a school's calendar of ten years is a tenth of it.
pub const LARGEST: usize = 8 << 20;

/// What a school's file says of its terms.
#[derive(Debug)]
pub struct SchoolFile {
    /// What was written out of the file; every place leads back to its cell or line.
    pub transcript: Transcript,
    /// Half terms, first and last day with pupils, in order and not overlapping.
    pub terms: Vec<Spanned<Stretch>>,
    /// Half terms and holidays as they are written down, in the order of the file.
    pub holidays: Vec<Spanned<Stretch>>,
    /// Days with staff only, in order.
    pub inset: Vec<Spanned<NaiveDate>>,
    /// How many entries or rows say nothing of terms.
    pub passed_over: usize,
    /// What is wrong with the file; with an error among them, its terms are not to be relied on.
    pub faults: Vec<Diagnostic>,
}

/// Reads the file of a school that will have this number among the sources. What stands in it decides
/// whether it is a calendar or a table. `is_day_off` says whether a school is closed on a weekday
/// whatever its terms are: on bank holidays.
pub fn read(id: SourceId, bytes: Vec<u8>, is_day_off: &dyn Fn(NaiveDate) -> bool) -> SchoolFile {
    let mut page = Page::new(id);
    let mut published = Published::default();
    contents(bytes, &mut page, &mut published);
    let (terms, inset) = assembly::assemble(&mut published, &mut page, is_day_off);
    let (transcript, faults) = page.finish();
    SchoolFile {
        transcript,
        terms,
        holidays: published.holidays,
        inset,
        passed_over: published.passed_over,
        faults,
    }
}

fn contents(bytes: Vec<u8>, page: &mut Page, published: &mut Published) {
    if bytes.len() > LARGEST {
        let message = "this file is larger than 8 MB, which no list of terms is; it was not read";
        page.refuse(
            "too-large",
            message,
            "save the term dates alone, and name that file",
        );
        return;
    }
    if bytes.is_empty() {
        page.refuse(
            "no-terms",
            "this file is empty",
            "fetch it again from the school's page",
        );
        return;
    }
    if is_workbook(&bytes) {
        match sheets::read(&bytes) {
            Ok(workbook) => table::read(&workbook.sheets, page, published),
            Err(error) => page.refuse("not-a-table", &error.to_string(), error.help()),
        }
        return;
    }
    let text = match decode(bytes, Accepted::Windows) {
        Ok(decoded) => decoded.text,
        Err(error) => return page.refuse("not-text", &error.to_string(), error.help()),
    };
    if is_calendar(&text) {
        return calendar::read(&text, page, published);
    }
    if let Some(found) = other_format(&text) {
        let message = format!("this is {found}, and neither a calendar nor a table");
        return page.refuse(
            "not-a-table",
            &message,
            "copy its dates into a table of terms",
        );
    }
    match sheets::text_table(&text, None) {
        Ok(sheet) => table::read(&[sheet], page, published),
        Err(error) => page.refuse("not-a-table", &error.to_string(), error.help()),
    }
}

/// Whether bytes begin as workbooks do: as an archive, or as a file of old Office programs.
fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0")
}

fn is_calendar(text: &str) -> bool {
    let begins = text.trim_start().get(.."BEGIN:VCALENDAR".len());
    begins.is_some_and(|begins| begins.eq_ignore_ascii_case("BEGIN:VCALENDAR"))
}

/// What people fetch from a school's page instead of its dates.
fn other_format(text: &str) -> Option<&'static str> {
    let begins: String = text.trim_start().chars().take(9).collect();
    let begins = begins.to_lowercase();
    if begins.starts_with("%pdf") {
        Some("a PDF")
    } else if begins.starts_with("<!doctype") || begins.starts_with("<html") {
        Some("a web page")
    } else {
        None
    }
}
