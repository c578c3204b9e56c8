//! A charter from its file, or the built-in one, with the charter that it extends.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use super::merge::{merged, take_strays};
use super::read::{self, ExampleEntries, Examples, FileLoader};
use super::{BUILT_IN, BUILT_IN_EXAMPLES, BUILT_IN_EXAMPLES_NAME, BUILT_IN_NAME, Charter};
use engagement_records::read::{Expected, File, FileText, root_fields, unicode_text};
use located::diagnostic::Diagnostic;
use located::source::{Source, SourceId, Sources, Span};
use located::tree::{Entry, Node, Value};

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

/// Reads a charter from a file, or the built-in one when there is none.
///
/// # Errors
/// Every fault of the file.
pub fn load(
    sources: &mut Sources,
    file: Option<File>,
    load: FileLoader<'_>,
) -> Result<LoadedCharter, Vec<Diagnostic>> {
    with_charter(sources, file, load, |_, _, _| ()).map(|(charter, ())| charter)
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
    let read = with_charter(sources, file, load, |entries, base, charter| {
        let given = ExampleEntries {
            entries,
            base,
            own: &own,
            inherited: &inherited,
        };
        read::examples(&given, charter, load, &mut faults)
    });
    read.map(|(charter, examples)| (charter, examples, faults))
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
        let entries = root_fields(base_id, BUILT_IN, CHARTER, &mut faults);
        let name = BUILT_IN_NAME.to_owned();
        let charter = finish_charter(&entries, base_id, load, faults, name, &[BUILT_IN])?;
        let extra = then(&entries, None, &charter.charter);
        return Ok((charter, extra));
    };
    let id = sources.next_id();
    let FileText { text, fault, .. } = unicode_text(id, file.bytes);
    faults.extend(fault);
    let mut parts = vec![text.as_str()];
    let mut entries = root_fields(id, &text, CHARTER, &mut faults);
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
            let built_in = root_fields(base_id, BUILT_IN, CHARTER, &mut faults);
            faults.extend(take_strays(&built_in, &mut entries));
            entries = merged(built_in.clone(), entries);
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
    match read::read(entries, place, load, &mut faults) {
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
