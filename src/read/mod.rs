//! Bytes in, charters and records out. One file per format; nothing here touches the disk.

mod encoding;
mod yaml;

use std::fmt::Write as _;

use rayon::prelude::*;
use sha2::{Digest as _, Sha256};

use crate::charter::{self, BUILT_IN, BUILT_IN_NAME, Charter, Examples, FileLoader};
use crate::diagnostic::Diagnostic;
use crate::record::{Record, RecordFile, Records, Vocabulary};
use crate::source::{Source, SourceId, Sources, Span, Spanned};
use crate::tree::{Entry, Node, Value};

/// A file as the shell found it.
#[derive(Debug)]
pub struct File {
    /// The path as people know it.
    pub name: String,
    /// The path from the folder of the charter, where there is one and the file lies below it.
    pub within: Option<String>,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl File {
    /// A file that lies nowhere in particular.
    pub fn new(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        File {
            name: name.into(),
            within: None,
            bytes: bytes.into(),
        }
    }
}

/// A charter, and what tells it apart from others.
#[derive(Debug)]
pub struct LoadedCharter {
    /// The charter.
    pub charter: Charter,
    /// The file that it came from, or "built-in charter".
    pub name: String,
    /// SHA-256 of its text, and of the built-in one if it extends that, in hexadecimal digits.
    pub digest: String,
}

/// Faults of one file beyond this number are only counted: it is not a file of records at all.
const MOST_FAULTS: usize = 100;

/// Reads a charter from a file, or the built-in one when there is none.
///
/// # Errors
/// Every fault of the file.
pub fn charter(
    sources: &mut Sources,
    file: Option<File>,
    load: FileLoader<'_>,
) -> Result<LoadedCharter, Vec<Diagnostic>> {
    with_charter(sources, file, load, |_, _, _| ()).map(|(charter, ())| charter)
}

/// Reads a charter with the examples that it carries, and what is wrong with those.
///
/// # Errors
/// Every fault of the file, examples apart.
pub fn charter_with_examples(
    sources: &mut Sources,
    file: Option<File>,
    load: FileLoader<'_>,
) -> Result<(LoadedCharter, Examples, Vec<Diagnostic>), Vec<Diagnostic>> {
    let read = with_charter(sources, file, load, |entries, base, charter| {
        let mut faults = Vec::new();
        let examples = charter::examples(entries, base, charter, load, &mut faults);
        (examples, faults)
    });
    read.map(|(charter, (examples, faults))| (charter, examples, faults))
}

/// Reads a charter, and lets the caller look at its fields, and at those of the charter that it
/// extends, while they are there.
fn with_charter<T>(
    sources: &mut Sources,
    file: Option<File>,
    load: FileLoader<'_>,
    then: impl for<'s> FnOnce(&[Entry<'s>], Option<&[Entry<'s>]>, &Charter) -> T,
) -> Result<(LoadedCharter, T), Vec<Diagnostic>> {
    let base_id = sources.add(Source::new(BUILT_IN_NAME.to_owned(), BUILT_IN.to_owned()));
    let mut faults = Vec::new();
    let Some(file) = file else {
        let entries = root_fields(base_id, BUILT_IN, &mut faults);
        let name = BUILT_IN_NAME.to_owned();
        let charter = finish_charter(&entries, base_id, load, faults, name, &[BUILT_IN])?;
        let extra = then(&entries, None, &charter.charter);
        return Ok((charter, extra));
    };
    let id = sources.next_id();
    let (text, undecodable) = text_of(id, file.bytes);
    faults.extend(undecodable);
    let mut parts = vec![text.as_str()];
    let mut entries = root_fields(id, &text, &mut faults);
    // What is not YAML at all has no other faults worth naming.
    if faults
        .iter()
        .any(|fault| matches!(fault.code, "not-yaml" | "not-text" | "not-a-charter"))
    {
        sources.add(Source::new(file.name, text.clone()));
        return Err(faults);
    }
    let mut base = None;
    if let Some(extends) = entries.iter().find(|entry| entry.key == "extends") {
        if scalar(&extends.value).is_some_and(|text| text == "built-in") {
            parts.push(BUILT_IN);
            let built_in = root_fields(base_id, BUILT_IN, &mut faults);
            entries = charter::merged(built_in.clone(), entries);
            base = Some(built_in);
        } else {
            // Half of the charter is missing, so nothing else in it can be told right from wrong.
            faults.push(
                Diagnostic::error(
                    "unknown-base",
                    extends.value.span,
                    "a charter can extend only the built-in one",
                )
                .help("write `extends: built-in`, or leave it out"),
            );
            sources.add(Source::new(file.name, text.clone()));
            return Err(faults);
        }
    }
    let result =
        finish_charter(&entries, id, load, faults, file.name.clone(), &parts).map(|charter| {
            let extra = then(&entries, base.as_deref(), &charter.charter);
            (charter, extra)
        });
    sources.add(Source::new(file.name, text));
    result
}

fn finish_charter(
    entries: &[Entry<'_>],
    id: SourceId,
    load: FileLoader<'_>,
    mut faults: Vec<Diagnostic>,
    name: String,
    parts: &[&str],
) -> Result<LoadedCharter, Vec<Diagnostic>> {
    let readable = faults.is_empty();
    let place = Span::new(id, 0, 0);
    match charter::read(entries, place, load, &mut faults) {
        Some(charter) if readable => Ok(LoadedCharter {
            charter,
            name,
            digest: digest(parts),
        }),
        _ => Err(faults),
    }
}

/// Line ends do not change a charter, so that the same one has the same digest on every machine.
fn digest(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.replace("\r\n", "\n"));
        hash.update([0]);
    }
    let mut digits = String::new();
    for byte in hash.finalize() {
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}

fn scalar<'n>(node: &'n Node<'_>) -> Option<&'n str> {
    match &node.value {
        Value::Scalar { text, .. } => Some(text),
        Value::List(_) | Value::Map(_) | Value::Broken => None,
    }
}

/// The fields of a file that should be one mapping.
fn root_fields<'s>(id: SourceId, text: &'s str, faults: &mut Vec<Diagnostic>) -> Vec<Entry<'s>> {
    let mut read = yaml::read(id, text);
    faults.append(&mut read.faults);
    let mut roots = read.roots;
    if roots.len() > 1 {
        let second = roots.get(1).map_or(Span::new(id, 0, 0), |root| root.span);
        faults.push(Diagnostic::error(
            "several-documents",
            Span {
                end: second.start,
                ..second
            },
            "a charter is one document, but another one begins here",
        ));
    }
    match roots.drain(..).next().map(|root| (root.span, root.value)) {
        Some((_, Value::Map(entries))) => entries,
        Some((span, _)) => {
            faults.push(Diagnostic::error(
                "not-a-charter",
                Span {
                    end: span.start,
                    ..span
                },
                "a charter is a set of fields such as `title: Our charter`",
            ));
            Vec::new()
        }
        None => {
            if faults.is_empty() {
                faults.push(Diagnostic::error(
                    "not-a-charter",
                    Span::new(id, 0, 0),
                    "this file is empty",
                ));
            }
            Vec::new()
        }
    }
}

/// Decodes a file. What cannot be decoded gives the text before it and a fault at that place.
fn text_of(id: SourceId, bytes: Vec<u8>) -> (String, Option<Diagnostic>) {
    // Places are counted in 32 bits.
    if u32::try_from(bytes.len()).is_err() {
        let message = "this file is larger than 4 GB; split it";
        return (
            String::new(),
            Some(Diagnostic::error("too-large", Span::new(id, 0, 0), message)),
        );
    }
    encoding::decode(bytes).map_or_else(
        |refused| {
            let at = refused.readable.len();
            let message = format!(
                "this file is not text in {}: byte {} does not fit",
                refused.encoding, refused.byte
            );
            let fault = Diagnostic::error("not-text", Span::new(id, at, at), message)
                .help("save it as UTF-8; most editors offer that when saving");
            (refused.readable, Some(fault))
        },
        |text| (text, None),
    )
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
}

/// Reads files of records, in the order given. Files are read on every core; what comes out does
/// not depend on how many there are.
pub fn records(sources: &mut Sources, files: Vec<File>, charter: &Charter) -> Reading {
    let words = charter.vocabulary();
    let count = files.len();
    let numbered: Vec<(SourceId, File)> = files
        .into_iter()
        .enumerate()
        .map(|(at, file)| (sources.id_after(at), file))
        .collect();
    let read: Vec<(Source, FileRead)> = numbered
        .into_par_iter()
        .map(|(id, file)| {
            let (text, undecodable) = text_of(id, file.bytes);
            let mut read = match undecodable {
                Some(fault) => FileRead {
                    faults: vec![fault],
                    ..FileRead::default()
                },
                None => records_of(id, &file.name, &text, &words),
            };
            // A name that is not text, or bytes that are not, may hide anything.
            read.undecoded = read.faults.iter().any(|fault| fault.code == "not-text");
            (Source::new(file.name, text).within(file.within), read)
        })
        .collect();
    let mut all = Vec::new();
    let mut faults = Vec::new();
    let mut kept = Vec::new();
    let mut lost = false;
    for (source, mut read) in read {
        lost = lost || read.lost || read.undecoded;
        let end = source.text().len();
        let id = sources.add(source);
        all.append(&mut read.records);
        faults.append(&mut read.faults);
        kept.push(RecordFile {
            span: Span::new(id, 0, end),
            rewritten: read.rewritten,
            readable: !read.undecoded,
        });
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
    }
}

/// What came of one file.
#[derive(Default)]
struct FileRead {
    records: Vec<Record>,
    faults: Vec<Diagnostic>,
    rewritten: Vec<Spanned<String>>,
    undecoded: bool,
    /// Something that may have been a record could not be read at all.
    lost: bool,
}

/// The records of one file: one, several documents, or lists.
fn records_of(id: SourceId, name: &str, text: &str, words: &Vocabulary<'_>) -> FileRead {
    let yaml::Document {
        roots,
        mut faults,
        rewritten,
    } = yaml::read(id, text);
    let nodes: Vec<&Node<'_>> = roots
        .iter()
        .flat_map(|root| match &root.value {
            Value::List(items) => items.iter().collect(),
            Value::Map(_) | Value::Scalar { .. } | Value::Broken => vec![root],
        })
        .filter(|node| !node.is_empty())
        .collect();
    if nodes.is_empty() && faults.is_empty() {
        faults.push(
            Diagnostic::error(
                "no-record",
                Span::new(id, 0, 0),
                "there is no record in this file",
            )
            .warning(),
        );
    }
    let stem = stem(name);
    let several = nodes.len() > 1;
    let expected = nodes.len();
    let records: Vec<Record> = nodes
        .iter()
        .enumerate()
        .filter_map(|(at, node)| {
            Record::read(node, stem, several.then_some(at + 1), words, &mut faults)
        })
        .collect();
    let lost = records.len() < expected || faults.iter().any(|fault| fault.code == "not-yaml");
    if let Some(last) = faults.get(MOST_FAULTS).and_then(Diagnostic::span) {
        let more = faults.len() - MOST_FAULTS;
        faults.truncate(MOST_FAULTS);
        faults.push(Diagnostic::error(
            "many-faults",
            last,
            format!("this file has {more} more faults"),
        ));
    }
    FileRead {
        records,
        faults,
        rewritten,
        undecoded: false,
        lost,
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
    fn the_built_in_charter_has_no_fault() {
        let mut sources = Sources::default();
        let loaded = charter(&mut sources, None, &|_| Err(String::new()));
        let charter = loaded
            .unwrap_or_else(|faults| panic!("{faults:#?}"))
            .charter;
        // Sections 8.2 (22 rows with the split ones, and O5 in two), 8.3 (7) and 8.4 (6) of the
        // tables that list what the charter promises.
        assert_eq!(charter.clauses.len(), 36);
        assert_eq!(charter.calendar.schools.len(), 2);
    }

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
