//! Bytes in, charters and records out. One file per format; nothing here touches the disk.

mod calendars;
mod charter;
mod encoding;
mod format;
mod garbled;
mod item;
mod json;
mod json_faults;
mod json_lines;
mod markdown;
mod repeats;
mod tables;
mod text;
mod written;
mod yaml;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rayon::prelude::*;

pub use calendars::NoticeFrom;
pub use charter::{LoadedCharter, charter, charter_with_examples};
pub use format::Format;

use crate::charter::Charter;
use crate::diagnostic::Diagnostic;
use crate::record::{Record, RecordFile, Records, Vocabulary};
use crate::source::{Source, SourceId, Sources, Span};
use encoding::Allowed;
use item::{Item, Job, Scan, Take};
use text::{FileText, text_of};

/// A file as the shell found it.
#[derive(Debug)]
pub struct File {
    /// The path as people know it.
    pub name: String,
    /// The path from the folder of the charter, where there is one and the file lies below it.
    pub within: Option<String>,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The format that somebody said it is in, rather than its name.
    pub format: Option<Format>,
}

impl File {
    /// A file that lies nowhere in particular.
    pub fn new(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        File {
            name: name.into(),
            within: None,
            bytes: bytes.into(),
            format: None,
        }
    }
}

/// The days that an audit looks at. A calendar's series has no end of its own, so that somebody
/// must say where to stop.
#[derive(Debug, Clone, Copy, Default)]
pub struct Period {
    /// The first day, if there is one.
    pub since: Option<NaiveDate>,
    /// The last day, if there is one.
    pub until: Option<NaiveDate>,
}

/// What came of a folder of records.
#[derive(Debug)]
pub struct Reading {
    /// Every record that could be read.
    pub records: Records,
    /// Every fault, by file and place.
    pub faults: Vec<Diagnostic>,
    /// How many files were read.
    pub files: usize,
    /// Files that could not even be opened, each with the reason; the shell knows them.
    pub unreadable: Vec<String>,
    /// What was not read on purpose, with how many of it there were. The shell adds the files.
    pub passed_over: Vec<(String, usize)>,
}

/// Reads files of records, in the order given. Files are read on every core; what comes out does
/// not depend on how many there are.
pub fn records(
    sources: &mut Sources,
    files: Vec<File>,
    charter: &Charter,
    period: Period,
) -> Reading {
    let words = charter.vocabulary();
    let count = files.len();
    let numbered: Vec<(SourceId, File)> = files
        .into_iter()
        .enumerate()
        .map(|(at, file)| (sources.id_after(at), file))
        .collect();
    let read: Vec<(Source, Scan, Vec<Record>)> = numbered
        .into_par_iter()
        .map(|(id, file)| records_of(id, file, &words, period))
        .collect();
    let mut all = Vec::new();
    let mut faults = Vec::new();
    let mut kept = Vec::new();
    let mut lost = false;
    let mut passed_over = BTreeMap::new();
    for (source, mut scan, mut records) in read {
        lost = lost || scan.lost || scan.undecoded;
        let end = source.text().len();
        let id = sources.add(source);
        all.append(&mut records);
        faults.append(&mut scan.faults);
        kept.push(RecordFile {
            span: Span::new(id, 0, end),
            rewritten: scan.rewritten,
            readable: !scan.undecoded,
        });
        for (what, count) in scan.passed_over {
            *passed_over.entry(what).or_insert(0) += count;
        }
    }
    let mut records = Records::new(all, &mut faults);
    records.files = kept;
    records.incomplete = lost;
    faults.sort_by(|one, other| one.span().cmp(&other.span()).then(one.code.cmp(other.code)));
    Reading {
        records,
        faults,
        files: count,
        unreadable: Vec::new(),
        passed_over: passed_over.into_iter().collect(),
    }
}

/// The records of one file.
fn records_of(
    id: SourceId,
    file: File,
    words: &Vocabulary<'_>,
    period: Period,
) -> (Source, Scan, Vec<Record>) {
    let File {
        name,
        within,
        bytes,
        format,
    } = file;
    let job = Job {
        id,
        name: &name,
        format: format
            .or_else(|| Format::of_name(&name))
            .unwrap_or(Format::Yaml),
        words,
        period,
        notice_from: None,
    };
    let mut records = Vec::new();
    let mut scan = scan(&job, bytes, &mut |item: Item<'_, '_>, faults| {
        let mark = item.mark.as_deref();
        let record = Record::read(item.node, stem(job.name), mark, words, faults);
        let is_one = record.is_some();
        records.extend(record);
        is_one
    });
    if let [Record::Engagement(record)] = records.as_mut_slice() {
        record.minutes = scan.minutes.take();
    }
    let (source, scan) = scan.finish(name.clone(), within);
    (source, scan, records)
}

/// Goes through a file in its format.
fn scan(job: &Job<'_>, bytes: Vec<u8>, take: &mut Take<'_>) -> Scan {
            // Who is invited stands in the part that could be read.
            Format::Calendar => Scan::refused(String::new(), at_beginning(job, fault)),
            Format::Yaml
            | Format::Csv
            | Format::Json
            | Format::JsonLines
            | Format::Markdown
            | Format::Ods => Scan::refused(text, fault),
            | Format::Tsv
            | Format::Xls
            | Format::Xlsx
        return Scan::refused(text, fault);
        return calendars::scan(job, &text, take);
        return match job.format {
        };
    if !whole {
    if job.format == Format::Calendar {
    if let Some(fault) = undecodable {
    let (text, undecodable) = text_of(job.id, bytes);
    let FileText { text, fault, whole } = text_of(job.id, bytes, Allowed::in_format(job.format));
    }
    }
    let mut scan = scan_text(job, text, take);
    scan.faults.extend(fault);
    scan
}


        ..Scan::of(Contents::Text(text))
        ..job.fault(fault.code, fault.message)
        Format::Json => json::scan(job, text, take),
        Format::JsonLines => json_lines::scan(job, text, take),
        Format::Markdown => markdown::scan(job, text, take),
        Format::Yaml
        faults,
        help: fault.help,
        lost,
        mut faults,
        rewritten,
        roots,
        | Format::Calendar => yaml::scan(job, text, take),
        | Format::Csv
        | Format::Ods
        | Format::Tsv
        | Format::Xls
        | Format::Xlsx
    Diagnostic {
    Scan {
    let all = hand_over(job, &roots, &mut faults, take);
    let lost = !all || faults.iter().any(|fault| fault.code == "not-yaml");
    let yaml::Document {
    match job.format {
    }
    } = yaml::read(job.id, &text);
/// A fault of which the place is not told.
/// Goes through a file that is a text.
/// The records of a YAML file: one, several documents, or lists.
fn at_beginning(job: &Job<'_>, fault: Diagnostic) -> Diagnostic {
fn scan_text(job: &Job<'_>, text: String, take: &mut Take<'_>) -> Scan {
fn yaml_records(job: &Job<'_>, text: String, take: &mut Take<'_>) -> Scan {
}
    }
}

/// The file's name without folders and ending.
fn stem(name: &str) -> &str {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stems() {
        assert_eq!(
            stem("records/2026-02-26-workshop.yaml"),
            "2026-02-26-workshop"
        );
        assert_eq!(stem("a.b.yml"), "a.b");
        assert_eq!(stem("none"), "none");
    }
}
