//! Bytes in, records out. One file per format; nothing here touches the disk.

pub(crate) mod amounts;
mod audiences;
mod calendar_entries;
mod calendar_words;
mod calendars;
mod columns_file;
mod columns_of_files;
mod file;
mod format;
mod front_matter;
mod gathered;
mod handing_over;
pub(crate) mod item;
mod json;
mod json_faults;
mod json_lines;
mod key;
mod limits;
mod mapping;
mod markdown;
mod most_faults;
mod other_files;
mod passed_over;
mod perhaps;
mod previous_reports;
mod repeats;
mod scan;
mod synonyms;
mod tables;
mod text;
mod venue;
mod yaml;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

pub use calendar_files::Period;
pub use columns_file::columns_asked;
pub(crate) use file::stem;
pub use file::{File, ReadSettings};
pub use format::Format;
pub use limits::{Limits, in_words as bytes_in_words};
pub use mapping::{Expected, root_fields};
pub use passed_over::PassedOver;
pub use previous_reports::ReportMarks;

use crate::progress::Progress;
use crate::record::{ImportSettings, Record, RecordFile, Records, Vocabulary, joined};
use calendar_files::{EventVersion, Superseded};
use closed_words::grouped;
pub use columns_of_files::{FileColumns, columns};
use gathered::{Each, ReadFile};
pub(crate) use item::{Beside, Item};
use item::{Job, Scan};
pub(crate) use key::key as heading_key;
use limits::{ALONE, Held, HeldOfFile};
use located::diagnostic::Diagnostic;
use located::source::{SourceId, Sources, Span};
use located::tree::Value;
pub use tables::{
    ColumnIs, DescribedColumn, KnownBy, LAST_DAYS, OTHER_TABLE, TableColumns, TableIs,
};
pub use text::{FileText, unicode_text};
pub(crate) use yaml::{UNCLEAR, UNREADABLE};

/// What came of a folder of records.
#[derive(Debug)]
pub struct Reading {
    /// Every record that could be read.
    pub records: Records,
    /// Every fault, by file and place.
    pub faults: Vec<Diagnostic>,
    /// How many files of records were read.
    pub files: usize,
    /// Files that could not even be opened, each with the reason; the shell knows them.
    pub unreadable: Vec<String>,
    /// What was not read on purpose in files, by what it is, with how many of it there were.
    pub passed_over: Vec<(String, usize)>,
    /// Files that were not read on purpose, by the reason, with how many there were. The shell adds
    /// those that it did not open.
    pub files_passed_over: Vec<(String, usize)>,
    /// The names of files among those that are reports of this program.
    pub own: Vec<String>,
    /// The file in which it was more than may be held; then there is no record at all.
    pub too_much: Option<String>,
}

/// Reads files of records, in the order given. Files are read on every core; what comes out does
/// not depend on how many there are.
pub fn records(
    sources: &mut Sources,
    files: Vec<File>,
    settings: &ReadSettings<'_>,
    progress: &dyn Progress,
) -> Reading {
    let read = each(sources, files, settings, progress, |job, item, faults| {
        let says_more = item.says_more();
        job.record(&item, faults).map(|record| (record, says_more))
    });
    let mut faults = read.faults;
    let (records, say_more): (Vec<Record>, Vec<bool>) = read.made.into_iter().unzip();
    let made = if settings.join {
        joined(records, &say_more, &mut faults)
    } else {
        records
    };
    let mut records = Records::new(made, &mut faults);
    records.files = read.files;
    records.incomplete = !read.lost_in.is_empty();
    faults.sort_by(|one, other| one.span().cmp(&other.span()).then(one.code.cmp(other.code)));
    // What columns mean is said beside records, and is none of them.
    let is_of_records = |file: &&RecordFile| {
        let source = sources.get(file.span.source);
        source.is_none_or(|source| !columns_file::is_columns(source.name()))
    };
    Reading {
        files: records.files.iter().filter(is_of_records).count(),
        records,
        faults,
        unreadable: Vec::new(),
        passed_over: read.passed_over,
        files_passed_over: read.files_passed_over,
        own: read.own,
        too_much: read.too_much,
    }
}

/// Makes something of every record of several files, in the order given.
pub(crate) fn each<T: Send>(
    sources: &mut Sources,
    files: Vec<File>,
    settings: &ReadSettings<'_>,
    progress: &dyn Progress,
    make: impl Fn(&Job<'_>, Item<'_, '_>, &mut Vec<Diagnostic>) -> Option<T> + Sync,
) -> Each<T> {
    progress.begin(files.len());
    let numbered: Vec<(SourceId, File)> = files
        .into_iter()
        .enumerate()
        .map(|(at, file)| (sources.id_after(at), file))
        .collect();
    let borrowed: Vec<_> = numbered.iter().map(|(id, file)| (*id, file)).collect();
    let around = FolderContext {
        beside: beside_tables(&borrowed, &settings.words),
        second: columns_file::second(&borrowed),
        superseded: superseded_events(&numbered),
    };
    let held = Held::new(settings.limits);
    let one = |(id, file)| {
        let read = one(id, file, settings, &around, &held, &make);
        progress.advance(1);
        read
    };
    let is_small = |(_, file): &(SourceId, File)| file.bytes.len() <= ALONE;
    let (small, large): (Vec<_>, Vec<_>) = numbered.into_iter().partition(is_small);
    let mut read: Vec<ReadFile<T>> = small.into_par_iter().map(one).collect();
    read.extend(large.into_iter().map(one));
    read.sort_by_key(|file| file.id);
    let sums = read.iter().map(|file| (file.source.name(), file.held));
    let too_much = limits::met_in(sums, settings.limits).map(str::to_owned);
    gathered::gathered(sources, read, too_much)
}

/// What files say of others, which must be known before those are read.
struct FolderContext {
    /// About tables, by folder.
    beside: BTreeMap<String, ImportSettings>,
    /// The files about tables beside which there is another one, which counts.
    second: BTreeSet<SourceId>,
    /// About the events of calendars.
    superseded: BTreeMap<SourceId, Superseded>,
}

/// What is said about tables beside them, by folder.
fn beside_tables(
    files: &[(SourceId, &File)],
    words: &Vocabulary<'_>,
) -> BTreeMap<String, ImportSettings> {
    let second = columns_file::second(files);
    files
        .iter()
        .filter(|(id, file)| columns_file::is_columns(&file.name) && !second.contains(id))
        .map(|(id, file)| {
            let (imports, _) = columns_file::read(*id, file.bytes.clone(), words);
            let folder = columns_file::folder(&file.name).to_owned();
            (folder, imports.over(words.imports))
        })
        .collect()
}

/// What calendars say of each other's events. Nothing is read for it unless there are several.
fn superseded_events(files: &[(SourceId, File)]) -> BTreeMap<SourceId, Superseded> {
    let is_calendar = |file: &File| file.known_format() == Some(Format::Calendar);
    let mut calendars: Vec<_> = files.iter().filter(|(_, file)| is_calendar(file)).collect();
    if calendars.len() < 2 {
        return BTreeMap::new();
    }
    calendars.sort_by_key(|(_, file)| file.name.as_str());
    let versions: Vec<(SourceId, Vec<EventVersion>)> = calendars
        .into_par_iter()
        .map(|(id, file)| {
            let read = scan::decoded(*id, file.bytes.clone(), Format::Calendar);
            let text = if read.whole { read.text.as_str() } else { "" };
            (*id, calendar_files::identify(text))
        })
        .collect();
    calendar_files::compare(versions)
}

/// What is made of the records of one file.
fn one<T>(
    id: SourceId,
    file: File,
    settings: &ReadSettings<'_>,
    around: &FolderContext,
    held: &Held,
    make: &impl Fn(&Job<'_>, Item<'_, '_>, &mut Vec<Diagnostic>) -> Option<T>,
) -> ReadFile<T> {
    let mut held = HeldOfFile::new(held, file.bytes.len());
    let known = file.known_format();
    let File {
        name,
        within,
        bytes,
        format,
    } = file;
    if columns_file::is_columns(&name) {
        let (_, mut scan) = columns_file::read(id, bytes, &settings.words);
        let is_second = around.second.contains(&id);
        scan.faults
            .extend(is_second.then(|| columns_file::counts_not(id)));
        return ReadFile::of(id, scan.finish(name, within, settings), Vec::new(), held);
    }
    let folder = columns_file::folder(&name);
    let job = Job {
        id,
        name: &name,
        format: known.unwrap_or(Format::Yaml),
        settings,
        imports: around.beside.get(folder).unwrap_or(settings.words.imports),
        superseded: around.superseded.get(&id),
    };
    let mut all = Vec::new();
    let mut blanks = 0_usize;
    let mut first_blank = None;
    let mut scan = scan::scan(&job, bytes, &mut |item: Item<'_, '_>, faults| {
        if matches!(&item.node.value, Value::Map(entries) if entries.is_empty()) {
            blanks += 1;
            first_blank.get_or_insert(item.node.span);
            return true;
        }
        // Every file is counted to its end, so that the same one is named whoever was first.
        if held.record(item.node.span.range().len(), faults.len()) {
            all = Vec::new();
            return false;
        }
        let one = make(&job, item, faults);
        let is_one = one.is_some();
        all.extend(one);
        is_one
    });
    scan.faults
        .extend(first_blank.map(|place| blank(blanks, place)));
    about_file(
        &job,
        &mut scan,
        (known.is_none(), format.is_some()),
        all.is_empty(),
    );
    ReadFile::of(id, scan.finish(name.clone(), within, settings), all, held)
}

/// Says what is to say of a file whose ending is unknown, or that somebody asked for by its name or
/// format.
fn about_file(
    job: &Job<'_>,
    scan: &mut Scan,
    (is_unknown, is_named): (bool, bool),
    has_no_record: bool,
) {
    let is_no_yaml =
        |fault: &Diagnostic| matches!(fault.code, "not-yaml" | "not-a-record" | "not-text");
    if is_unknown && scan.faults.iter().any(is_no_yaml) {
        scan.faults.push(job.unknown_ending());
    }
    if !is_named {
        return;
    }
    // What somebody asked for is not left out.
    let left_out = scan.left_out.take();
    let says_nothing = |fault: &Diagnostic| fault.code == OTHER_TABLE;
    let is_empty =
        has_no_record && scan.faults.iter().all(says_nothing) && !job.is_read_elsewhere();
    if is_empty {
        scan.faults.push(job.asked_for_nothing(left_out));
    }
}

fn blank(count: usize, place: Span) -> Diagnostic {
    let message = if count == 1 {
        "this record says nothing, so there is nothing to judge".to_owned()
    } else {
        let count = grouped(count);
        format!("{count} records in this file say nothing, so there is nothing to judge in them")
    };
    Diagnostic::error("blank-record", place, message)
        .warning()
        .help("a record is a set of fields such as `title: Workshop`; the README has a first one")
}
