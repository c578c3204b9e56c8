//! `columns.yaml`: what the headings of the tables beside it mean, and how their dates are written.

use std::collections::BTreeSet;

use super::file::File;
use super::item::{Contents, Scan};
use super::mapping::{Expected, root_fields};
use super::text::{FileText, unicode_text};
use crate::fields::{AskedFields, Fields};
use crate::record::{ImportSettings, RecordType, Vocabulary};
use located::diagnostic::Diagnostic;
use located::source::{SourceId, Span};

const COLUMNS: Expected = Expected {
    code: "not-columns",
    what: "`columns.yaml`",
    fields: "a set of fields such as `columns: { Invite went out: notice.sent }`",
};

/// Whether a file is not of records but about the tables beside it.
pub(super) fn is_columns(name: &str) -> bool {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    file.eq_ignore_ascii_case("columns.yaml") || file.eq_ignore_ascii_case("columns.yml")
}

/// Those of them beside which another one lies in the folder. The one that this program writes
/// counts.
pub(super) fn second(files: &[(SourceId, &File)]) -> BTreeSet<SourceId> {
    let all = files.iter().filter(|(_, file)| is_columns(&file.name));
    let mut all: Vec<_> = all
        .map(|(id, file)| {
            (
                folder(&file.name),
                !file.name.ends_with("columns.yaml"),
                *id,
            )
        })
        .collect();
    all.sort_unstable();
    let pairs = all.windows(2);
    let seconds = pairs.filter_map(|pair| match pair {
        [(one, ..), (other, _, id)] if one == other => Some(*id),
        _ => None,
    });
    seconds.collect()
}

/// What to say of one of those.
pub(super) fn counts_not(id: SourceId) -> Diagnostic {
    let message = "there is another `columns.yaml` in this folder, so nothing in this one counts";
    Diagnostic::error("two-columns-files", Span::new(id, 0, 0), message)
        .help("put everything into `columns.yaml`, and delete this one")
}

/// The folder of a file, as its name spells it.
pub(super) fn folder(name: &str) -> &str {
    name.rsplit_once(['/', '\\'])
        .map_or("", |(folder, _)| folder)
}

/// What the fields of such a file may be, in the words that a charter lends.
pub fn columns_asked(words: &Vocabulary<'_>) -> AskedFields {
    AskedFields::of(|f| {
        read_fields(f, words);
    })
}

fn read_fields(f: &mut Fields<'_, '_>, words: &Vocabulary<'_>) -> (ImportSettings, Vec<Span>) {
    let (mut imports, places) = ImportSettings::read(f, || RecordType::paths(words));
    imports.read_defaults(f, words.parties);
    (imports, places)
}

/// Reads such a file: what it says, and what there is to say of it.
pub(super) fn read(id: SourceId, bytes: Vec<u8>, words: &Vocabulary<'_>) -> (ImportSettings, Scan) {
    let FileText { text, fault, whole } = unicode_text(id, bytes);
    if !whole {
        return (ImportSettings::default(), Scan::refused(text, fault));
    }
    let mut faults: Vec<Diagnostic> = fault.into_iter().collect();
    let entries = root_fields(id, &text, COLUMNS, &mut faults);
    let place = Span::new(id, 0, 0);
    let mut fields = Fields::new("`columns.yaml`", &entries, place, &mut faults);
    let (imports, places) = read_fields(&mut fields, words);
    fields.finish();
    faults.extend(imports.check(&places, &RecordType::paths(words)));
    let scan = Scan {
        faults,
        ..Scan::of(Contents::Text(text))
    };
    (imports, scan)
}
