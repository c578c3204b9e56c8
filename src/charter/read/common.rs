//! What several parts of a charter are read with.

use closed_words::{Word, listed};
use engagement_records::fields::{Asked, AskedFields, Field, Fields};
use located::diagnostic::Diagnostic;
use located::source::Span;
use located::tree::Value;

/// What a group of fields says; its default where it says nothing.
pub(super) fn group<T: Default>(field: Field<Box<T>>) -> T {
    match field {
        Field::Present(said) => *said.value,
        Field::Absent
        | Field::NoPlace(_)
        | Field::Blank(_)
        | Field::Open(_)
        | Field::Unreadable(_) => T::default(),
    }
}

/// A text that must be there. What is already wrong with it has been said.
pub(super) fn required_text(f: &mut Fields<'_, '_>, name: &'static str, what: &str) -> String {
    let field = f.text(name);
    f.require(name);
    match field {
        Field::Present(said) => said.value,
        Field::Unreadable(_) => String::new(),
        Field::Absent | Field::NoPlace(_) | Field::Blank(_) | Field::Open(_) => {
            let place = f.place();
            f.fault(
                Diagnostic::error("missing-field", place, format!("`{name}` is missing here"))
                    .help(format!("add `{name}`: {what}")),
            );
            String::new()
        }
    }
}

/// A list of texts; empty where there is none.
pub(super) fn texts(f: &mut Fields<'_, '_>, name: &'static str) -> Vec<String> {
    let field = f.list(name, || Asked::Name, |text| Ok(text.to_owned()));
    field
        .get()
        .map(|list| list.iter().map(|one| one.value.clone()).collect())
        .unwrap_or_default()
}

/// The fields of a mapping whose names are free, each with a mapping as its value.
pub(super) fn named<T>(
    f: &mut Fields<'_, '_>,
    what: &'static str,
    mut read: impl FnMut(&str, Span, &mut Fields<'_, '_>) -> T,
) -> Vec<T> {
    let mut all = Vec::new();
    let nowhere = f.place();
    let asked = || {
        let fields = AskedFields::of(|f| {
            read("", nowhere, f);
        });
        Asked::Group(fields, None)
    };
    for entry in f.rest(asked) {
        let Value::Map(entries) = &entry.value.value else {
            f.fault(Diagnostic::error(
                "wrong-shape",
                entry.key_span,
                format!("{what} should have fields with values"),
            ));
            continue;
        };
        let mut faults = Vec::new();
        let mut fields = Fields::new(what, entries, entry.key_span, &mut faults);
        all.push(read(&entry.key, entry.key_span, &mut fields));
        fields.finish();
        for fault in faults {
            f.fault(fault);
        }
    }
    all
}

/// A word that must be there.
pub(super) fn required_word<W: Word>(f: &mut Fields<'_, '_>, name: &'static str, fallback: W) -> W {
    let field = f.word::<W>(name);
    f.require(name);
    if field.is_missing() {
        let place = f.place();
        f.fault(
            Diagnostic::error("missing-field", place, format!("`{name}` is missing here"))
                .help(format!("add `{name}`: {}", listed(W::all_words(), "or"))),
        );
    }
    field.get().copied().unwrap_or(fallback)
}
