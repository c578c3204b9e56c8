//! A charter from its file, or the built-in one, with the charter that it extends.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use super::edits::{self, EDITS_NAME};
use super::merge::{merged, take_strays};
use super::read::{
    self, CalendarOrigin, CalendarRead, ExampleEntries, Examples, FileLoader, NamedFiles,
};
use super::{BUILT_IN, BUILT_IN_EXAMPLES, BUILT_IN_EXAMPLES_NAME, BUILT_IN_NAME, Charter};
use engagement_records::fields::Fields;
use engagement_records::read::{Expected, File, FileText, root_fields, unicode_text};
use located::diagnostic::Diagnostic;
use located::source::{Source, SourceId, Sources, Span};
use located::tree::{Entry, Node, Value};
use working_days::Calendar;

/// A charter, and what tells it apart from others.
#[derive(Debug)]
pub struct LoadedCharter {
    /// The charter.
    pub charter: Charter,
    /// The file that it came from, or "built-in charter".
    pub name: String,
    /// SHA-256 of its text, of the built-in one if it extends that, and of the schools' files that it
    /// names, in hexadecimal digits.
    pub digest: String,
    /// What is to be said of it and of those files, and was no fault.
    pub remarks: Vec<Diagnostic>,
}

/// Reads a charter twice: as it is, and as it would be if its file said what `edits` set, such as
/// `O4a1.standard=10 clear days`. The two differ in parameters of rules alone.
///
/// # Errors
/// Every fault of the file or, where there is none, of what is set.
pub fn load_changed(
    sources: &mut Sources,
    file: Option<File>,
    edits: &[String],
    load: FileLoader<'_>,
) -> Result<(LoadedCharter, LoadedCharter), Vec<Diagnostic>> {
    let lines: Vec<String> = edits.iter().map(|edit| edit.replace('\n', " ")).collect();
    let text = lines.join("\n");
    let set = sources.add(Source::new(EDITS_NAME.to_owned(), text.clone()));
    let mut faults = Vec::new();
    let (now, (then, contents)) =
        with_charter(sources, file, load, |entries, _, charter, files| {
            let mut entries = entries.to_vec();
            if !edits.is_empty() {
                edits::lay_over(&mut entries, &text, set, &mut faults);
            }
            let is_set = faults.is_empty();
            let read = read::read(&entries, charter.span, files, &mut faults);
            (read.filter(|_| is_set), files.contents())
        })?;
    let Some(charter) = then else {
        return Err(faults);
    };
    let then = LoadedCharter {
        charter,
        name: now.name.clone(),
        digest: digest(&[&now.digest, &text], &contents),
        remarks: faults,
    };
    Ok((now, then))
}

/// Reads a charter from a file, or the built-in one when there is none.
///
/// # Errors
/// Every fault of the file.
pub fn load(
    sources: &mut Sources,
    file: Option<File>,
    load: FileLoader<'_>,
) -> Result<LoadedCharter, Vec<Diagnostic>> {
    with_charter(sources, file, load, |_, _, _, _| ()).map(|(charter, ())| charter)
}

/// Reads a charter with its examples, and what is wrong with those. They stand under its clauses,
/// in the file of `examples` that lies beside the charter, or in both.
///
/// # Errors
/// Every fault of the file, examples apart.
pub fn load_with_examples(
    sources: &mut Sources,
    file: Option<File>,
    examples: Option<File>,
    load: FileLoader<'_>,
) -> Result<(LoadedCharter, Examples, Vec<Diagnostic>), Vec<Diagnostic>> {
    let mut faults = Vec::new();
    let name = BUILT_IN_EXAMPLES_NAME.to_owned();
    let built_in = sources.add(Source::new(name, BUILT_IN_EXAMPLES.to_owned()));
    let inherited = root_fields(built_in, BUILT_IN_EXAMPLES, EXAMPLES, &mut faults);
    let (text, id) = examples.map_or_else(Default::default, |file| {
        let id = sources.next_id();
        let FileText { text, fault, .. } = unicode_text(id, file.bytes);
        faults.extend(fault);
        sources.add(Source::new(file.name, text.clone()));
        (text, Some(id))
    });
    let own = match (id, &file) {
        (Some(id), _) => root_fields(id, &text, EXAMPLES, &mut faults),
        (None, Some(_)) => Vec::new(),
        (None, None) => inherited.clone(),
    };
    let read = with_charter(sources, file, load, |entries, base, charter, files| {
        let given = ExampleEntries {
            entries,
            base,
            own: &own,
            inherited: &inherited,
        };
        read::examples(&given, charter, files, &mut faults)
    });
    read.map(|(charter, examples)| (charter, examples, faults))
}

/// The fields of a charter, those of the one that it extends among them.
struct Laid<'s> {
    entries: Vec<Entry<'s>>,
    /// Those of the charter that it extends, alone.
    base: Option<Vec<Entry<'s>>>,
    parts: Vec<&'s str>,
}

/// Finds the fields of a charter. Nothing where it is no YAML at all, or where half of it is missing:
/// there are no other faults worth naming then.
fn lay_out<'s>(
    text: &'s str,
    id: SourceId,
    base_id: SourceId,
    faults: &mut Vec<Diagnostic>,
) -> Option<Laid<'s>> {
    let mut parts = vec![text];
    let mut entries = root_fields(id, text, CHARTER, faults);
    if faults
        .iter()
        .any(|fault| matches!(fault.code, "not-yaml" | "not-text" | "not-a-charter"))
    {
        return None;
    }
    let mut base = None;
    if let Some(extends) = entries.iter().find(|entry| entry.key == "extends") {
        if scalar(&extends.value).is_none_or(|text| text != "built-in") {
            // Half of the charter is missing, so nothing else in it can be told right from wrong.
            faults.push(
                Diagnostic::error(
                    "unknown-base",
                    extends.value.span,
                    "a charter can extend only the built-in one",
                )
                .help("write `extends: built-in`, or leave it out"),
            );
            return None;
        }
        parts.push(BUILT_IN);
        let built_in = root_fields(base_id, BUILT_IN, CHARTER, faults);
        faults.extend(take_strays(&built_in, &mut entries));
        entries = merged(built_in.clone(), entries);
        base = Some(built_in);
    }
    Some(Laid {
        entries,
        base,
        parts,
    })
}

/// The built-in charter's number among the sources, to which it is added.
fn add_built_in(sources: &mut Sources) -> SourceId {
    sources.add(Source::new(BUILT_IN_NAME.to_owned(), BUILT_IN.to_owned()))
}

/// Reads a charter, and lets the caller look at its fields, at those of the charter that it extends,
/// and at the files that it names, while they are there.
fn with_charter<T>(
    sources: &mut Sources,
    file: Option<File>,
    load: FileLoader<'_>,
    then: impl for<'s> FnOnce(&[Entry<'s>], Option<&[Entry<'s>]>, &Charter, &NamedFiles<'_>) -> T,
) -> Result<(LoadedCharter, T), Vec<Diagnostic>> {
    let base_id = add_built_in(sources);
    let mut faults = Vec::new();
    let Some(file) = file else {
        let files = NamedFiles::new(load, "", sources.next_id());
        let entries = root_fields(base_id, BUILT_IN, CHARTER, &mut faults);
        let name = BUILT_IN_NAME.to_owned();
        let charter = finish_charter(&entries, base_id, &files, faults, name, &[BUILT_IN])?;
        let extra = then(&entries, None, &charter.charter, &files);
        return Ok((charter, extra));
    };
    let id = sources.next_id();
    let FileText { text, fault, .. } = unicode_text(id, file.bytes);
    faults.extend(fault);
    let files = NamedFiles::new(load, &file.name, sources.id_after(1));
    let result = match lay_out(&text, id, base_id, &mut faults) {
        None => Err(faults),
        Some(laid) => {
            let name = file.name.clone();
            finish_charter(&laid.entries, id, &files, faults, name, &laid.parts).map(|charter| {
                let base = laid.base.as_deref();
                let extra = then(&laid.entries, base, &charter.charter, &files);
                (charter, extra)
            })
        }
    };
    sources.add(Source::new(file.name, text));
    files.add_to(sources);
    result
}

fn finish_charter(
    entries: &[Entry<'_>],
    id: SourceId,
    files: &NamedFiles<'_>,
    mut faults: Vec<Diagnostic>,
    name: String,
    parts: &[&str],
) -> Result<LoadedCharter, Vec<Diagnostic>> {
    let readable = faults.is_empty();
    let place = Span::new(id, 0, 0);
    match read::read(entries, place, files, &mut faults) {
        Some(charter) if readable => Ok(LoadedCharter {
            charter,
            name,
            digest: digest(parts, &files.contents()),
            remarks: faults,
        }),
        _ => Err(faults),
    }
}

/// The calendar of a charter alone.
#[derive(Debug)]
pub struct LoadedCalendar {
    /// The calendar, as far as it can be read.
    pub calendar: Calendar,
    /// Where it stands.
    pub origin: CalendarOrigin,
    /// What is wrong with it and with the files that it names.
    pub faults: Vec<Diagnostic>,
}

/// Reads the calendar of a charter, whatever is wrong with the rest of it.
///
/// # Errors
/// Where nothing of the file can be read.
pub fn load_calendar(
    sources: &mut Sources,
    file: Option<File>,
    load: FileLoader<'_>,
) -> Result<LoadedCalendar, Vec<Diagnostic>> {
    let base_id = add_built_in(sources);
    let Some(file) = file else {
        let files = NamedFiles::new(load, "", sources.next_id());
        let entries = root_fields(base_id, BUILT_IN, CHARTER, &mut Vec::new());
        return Ok(calendar_of(&entries, base_id, &files));
    };
    let id = sources.next_id();
    let FileText { text, fault, .. } = unicode_text(id, file.bytes);
    let mut faults = Vec::from_iter(fault);
    let files = NamedFiles::new(load, &file.name, sources.id_after(1));
    let laid = lay_out(&text, id, base_id, &mut faults);
    let read = laid.map(|laid| calendar_of(&laid.entries, id, &files));
    sources.add(Source::new(file.name, text));
    files.add_to(sources);
    read.ok_or(faults)
}

fn calendar_of(entries: &[Entry<'_>], id: SourceId, files: &NamedFiles<'_>) -> LoadedCalendar {
    let mut faults = Vec::new();
    let mut f = Fields::new("a charter", entries, Span::new(id, 0, 0), &mut faults);
    let read = f.group("calendar", "`calendar`", |f| read::read_calendar(f, files));
    let CalendarRead { calendar, origin } =
        read.get().map(|read| (**read).clone()).unwrap_or_default();
    LoadedCalendar {
        calendar,
        origin,
        faults,
    }
}

/// Line ends do not change a charter, so that the same one has the same digest on every machine.
fn digest(parts: &[&str], files: &[Vec<u8>]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.replace("\r\n", "\n"));
        hash.update([0]);
    }
    for file in files {
        let without: Vec<u8> = file.iter().copied().filter(|byte| *byte != b'\r').collect();
        hash.update(without);
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

const CHARTER: Expected = Expected {
    code: "not-a-charter",
    what: "a charter",
    fields: "a set of fields such as `title: Our charter`",
};

const EXAMPLES: Expected = Expected {
    code: "not-examples",
    what: "a file of examples",
    fields: "a set of clause ids, each with a list of examples",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_charter_has_no_fault() {
        let mut sources = Sources::default();
        let loaded = load(&mut sources, None, &|_| Err(String::new()));
        let charter = loaded
            .unwrap_or_else(|faults| panic!("{faults:#?}"))
            .charter;
        // What the charter promises: 23 by the organisation, 7 by the forum, 6 by both sides.
        assert!(charter.clauses.len() >= 36);
        assert_eq!(charter.calendar.schools.len(), 2);
    }
}
