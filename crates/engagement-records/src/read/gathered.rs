//! What came of all files together.

use std::collections::BTreeMap;

use super::item::Scan;
use super::limits::HeldOfFile;
use super::passed_over::PassedOver;
use super::previous_reports;
use crate::record::RecordFile;
use located::diagnostic::Diagnostic;
use located::source::{Source, SourceId, Sources, Span};

/// What was made of the records of several files.
pub(crate) struct Each<T> {
    /// In the order of the files.
    pub(crate) made: Vec<T>,
    /// Every fault, in the order of the files.
    pub(crate) faults: Vec<Diagnostic>,
    /// Every file.
    pub(crate) files: Vec<RecordFile>,
    /// The names of the files in which something may have been a record and could not be read.
    pub(crate) lost_in: Vec<String>,
    /// What was left unread on purpose.
    pub(crate) passed_over: Vec<(String, usize)>,
    /// The same of whole files.
    pub(crate) files_passed_over: Vec<(String, usize)>,
    /// The names of files among those that are reports of this program.
    pub(crate) own: Vec<String>,
    /// The file in which it was more than may be held; then nothing was made.
    pub(crate) too_much: Option<String>,
}

/// One file that was read.
pub(super) struct ReadFile<T> {
    pub(super) id: SourceId,
    pub(super) source: Source,
    pub(super) scan: Scan,
    pub(super) made: Vec<T>,
    /// What it takes.
    pub(super) held: u64,
}

impl<T> ReadFile<T> {
    /// A file of which nothing is left to read.
    pub(super) fn of(
        id: SourceId,
        (source, scan): (Source, Scan),
        made: Vec<T>,
        mut held: HeldOfFile<'_>,
    ) -> Self {
        if source.is_transcript() {
            held.transcript(source.text().len());
        }
        ReadFile {
            id,
            source,
            scan,
            made,
            held: held.bytes(),
        }
    }
}

/// All files together.
pub(super) fn gathered<T>(
    sources: &mut Sources,
    read: Vec<ReadFile<T>>,
    too_much: Option<String>,
) -> Each<T> {
    let mut all = Each {
        made: Vec::new(),
        faults: Vec::new(),
        files: Vec::new(),
        lost_in: Vec::new(),
        passed_over: Vec::new(),
        files_passed_over: Vec::new(),
        own: Vec::new(),
        too_much,
    };
    let mut left_out = PassedOver::default();
    let mut passed_over = BTreeMap::new();
    for file in read {
        let ReadFile {
            source,
            mut scan,
            mut made,
            ..
        } = file;
        if scan.lost || scan.undecoded {
            all.lost_in.push(source.name().to_owned());
        }
        if let Some(why) = scan.left_out {
            left_out.add(why, source.name());
            all.own
                .extend((why == previous_reports::WHY).then(|| source.name().to_owned()));
            sources.add(source);
            all.faults.append(&mut scan.faults);
            continue;
        }
        let end = source.text().len();
        let id = sources.add(source);
        all.made.append(&mut made);
        all.faults.append(&mut scan.faults);
        all.files.push(RecordFile {
            span: Span::new(id, 0, end),
            rewritten: scan.rewritten,
            readable: !scan.undecoded,
            unsearched: scan.unsearched,
        });
        for (what, count) in scan.passed_over {
            *passed_over.entry(what).or_insert(0) += count;
        }
    }
    all.passed_over = passed_over.into_iter().collect();
    all.files_passed_over = left_out.told().collect();
    all
}
