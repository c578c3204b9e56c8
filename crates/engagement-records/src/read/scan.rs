//! Goes through one file in the format that it is in.

use super::item::{Contents, Job, Scan, Take};
use super::tables::TableColumns;
use super::text::{FileText, text_of};
use super::{
    Format, calendars, json, json_lines, markdown, other_files, previous_reports, tables, yaml,
};
use located::diagnostic::Diagnostic;
use located::source::SourceId;

/// Goes through a file in its format.
pub(super) fn scan(job: &Job<'_>, bytes: Vec<u8>, take: &mut Take<'_>) -> Scan {
    // What a file holds decides, where its name says something else. Where that says nothing, it may
    // be any document.
    let is_misnamed =
        Format::of_name(job.name).is_some() && sheets::WorkbookFormat::begun_by(&bytes).is_some();
    if job.format.is_workbook() || is_misnamed {
        return tables::workbook(job, &bytes, take);
    }
    let FileText { text, fault, whole } = decoded(job.id, bytes, job.format);
    if !whole {
        return match job.format {
            // Who is invited stands in the part that could be read.
            Format::Calendar => Scan::refused(String::new(), fault.map(|fault| at_top(job, fault))),
            Format::Yaml
            | Format::Json
            | Format::JsonLines
            | Format::Markdown
            | Format::Csv
            | Format::Tsv
            | Format::Xlsx
            | Format::Xls
            | Format::Ods => Scan::refused(text, fault),
        };
    }
    let mut scan = scan_text(job, text, take);
    scan.faults.extend(fault);
    scan
}

/// What was understood of the columns of a file; nothing where it is no table, or cannot be read.
pub(super) fn columns(job: &Job<'_>, bytes: &[u8]) -> Option<Vec<TableColumns>> {
    if sheets::WorkbookFormat::begun_by(bytes).is_some() {
        return Some(tables::columns_of_workbook(job, bytes));
    }
    if !job.format.is_table() {
        return None;
    }
    let read = decoded(job.id, bytes.to_vec(), job.format);
    let text = if read.whole { read.text.as_str() } else { "" };
    Some(tables::columns_of_text(job, text))
}

/// The text of a file in a format.
pub(super) fn decoded(id: SourceId, bytes: Vec<u8>, format: Format) -> FileText {
    let bytes = if format == Format::Calendar {
        calendar_files::mend_folds(bytes)
    } else {
        bytes
    };
    text_of(id, bytes, format.encodings())
}

/// A fault of which the place is not told.
fn at_top(job: &Job<'_>, fault: Diagnostic) -> Diagnostic {
    Diagnostic {
        help: fault.help,
        ..job.fault(fault.code, fault.message)
    }
}

/// Goes through a file that is a text.
fn scan_text(job: &Job<'_>, text: String, take: &mut Take<'_>) -> Scan {
    // Nobody keeps records in the words of a report, whatever the file is called.
    let reports = &job.settings.reports;
    let is_own = if job.format == Format::Calendar {
        reports.are_in_calendar(&text)
    } else {
        reports.are_in_text(&text)
    };
    if is_own {
        return Scan::left_out(previous_reports::WHY, Contents::Text(text));
    }
    if let Some(why) = other_files::known_as(&text, job.format, reports.baseline) {
        return Scan::left_out(why, Contents::Text(text));
    }
    match job.format {
        Format::Json => json::scan(job, text, take),
        Format::JsonLines => json_lines::scan(job, text, take),
        Format::Markdown => markdown::scan(job, text, take),
        Format::Csv | Format::Tsv => tables::text(job, &text, take),
        Format::Calendar => calendars::scan(job, &text, take),
        // Workbooks are no texts and do not come here.
        Format::Yaml | Format::Xlsx | Format::Xls | Format::Ods => yaml::scan(job, text, take),
    }
}
