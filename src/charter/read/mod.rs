//! A charter from its fields. Every fault of the file is found at once; with faults, there is no
//! charter, because an audit by half a charter would look like a whole one.

mod calendar;
mod clauses;
mod examples;

pub use examples::{Example, examples};

use super::{Adoption, Charter, Clause, ExplanationTerms};
use crate::calendar::Calendar;
use crate::diagnostic::{Diagnostic, Level};
use crate::fields::{Field, Fields, read_months, read_word};
use crate::identify::{Given, Watch};
use crate::mask::quoted;
use crate::record::{LocalType, Parties, Party, Side, Vocabulary};
use crate::rules::{PlainLanguage, Review, Rule};
use crate::source::Span;
use crate::tree::{Entry, Value};
use crate::words::{listed, nearest, same_word};

/// Gives the text of a file that a charter names, such as a table of bank holidays. The library
/// does not touch the disk itself.
pub type FileLoader<'a> = &'a dyn Fn(&str) -> Result<String, String>;

/// Reads a charter, `extends` already resolved. Nothing comes back when there are errors.
pub fn read(
    entries: &[Entry<'_>],
    place: Span,
    load: FileLoader<'_>,
    faults: &mut Vec<Diagnostic>,
) -> Option<Charter> {
    let before = faults.len();
    let mut f = Fields::new("a charter", entries, place, faults);
    let title = required_text(&mut f, "title", "the charter's name");
    // Resolved before; named here so that it is a known field.
    let _ = f.text("extends");
    let parties = read_parties(&mut f);
    let standards = group(f.group("standards", "`standards`", |f| Adoption {
        adopted_on: f.date("adopted_on"),
        adopted_by: f.text("adopted_by"),
    }));
    let review = group(f.group("review", "`review`", |f| Review {
        every: f.parsed("every", read_months),
        last: f.date("last"),
    }));
    let fields = group(f.group("fields", "`fields`", read_local_fields));
    let calendar = f.group("calendar", "`calendar`", |f| {
        calendar::read_calendar(f, load)
    });
    let calendar = match calendar {
        Field::Said(said) => *said.value,
        Field::Absent | Field::Blank(_) | Field::Unreadable(_) => Calendar::default(),
    };
    let ladder = texts(&mut f, "ladder");
    let plain_language = group(
        f.group("plain_language", "`plain_language`", |f| PlainLanguage {
            expand: texts(f, "expand"),
            allow: texts(f, "allow"),
        }),
    );
    let watch = group(f.group("confidentiality", "`confidentiality`", read_watch));
    let explanations = group(f.group("explanations", "`explanations`", read_terms));
    let mut clauses = clauses::read_clauses(&mut f);
    rungs_are_known(&mut f, &ladder, &clauses);
    f.finish();
    let school_ids: Vec<String> = calendar
        .schools
        .iter()
        .map(|school| school.id.clone())
        .collect();
    let words = Vocabulary {
        parties: &parties,
        schools: &school_ids,
        ladder: &ladder,
        local: &fields,
    };
    clauses::settle(&mut clauses, words, faults);
    if faults
        .iter()
        .skip(before)
        .any(|fault| fault.level == Level::Error)
    {
        return None;
    }
    Some(Charter {
        span: place,
        title,
        parties,
        standards,
        review,
        fields,
        school_ids,
        calendar,
        ladder,
        plain_language,
        watch,
        explanations,
        clauses,
    })
}

/// What may be in records besides what nobody minds, and what an area looks for.
fn read_watch(f: &mut Fields<'_, '_>) -> Watch {
    let mut read = |name| f.list(name, |text| Ok(text.to_owned()));
    let lists = [
        (Given::Mailbox, read("mailboxes")),
        (Given::Postcode, read("postcodes")),
        (Given::Phone, read("phones")),
        (Given::CaseReference, read("case_references")),
    ];
    let texts = |wanted: Given| -> Vec<String> {
        let list = lists.iter().find(|(given, _)| *given == wanted);
        let said = list.and_then(|(_, list)| list.get());
        said.map_or_else(Vec::new, |list| {
            list.iter().map(|one| one.value.clone()).collect()
        })
    };
    let watch = Watch::new(
        &texts(Given::Mailbox),
        &texts(Given::Postcode),
        &texts(Given::Phone),
        &texts(Given::CaseReference),
        &[],
    );
    watch.unwrap_or_else(|wrong| {
        for unusable in wrong {
            let list = lists.iter().find(|(given, _)| *given == unusable.list);
            let entry = list
                .and_then(|(_, list)| list.get())
                .and_then(|list| list.get(unusable.entry));
            let place = entry.map_or(f.place(), |entry| entry.span);
            f.fault(
                Diagnostic::error("wrong-value", place, "this cannot be used")
                    .help(unusable.reason),
            );
        }
        Watch::default()
    })
}

/// A rung that is not on the ladder would never be claimed, so nothing would be asked of it.
fn rungs_are_known(f: &mut Fields<'_, '_>, ladder: &[String], clauses: &[Clause]) {
    let rules = clauses.iter().filter_map(|clause| clause.judged.rule());
    for rung in rules.flat_map(Rule::rungs) {
        if ladder.iter().any(|known| same_word(known, &rung.value)) {
            continue;
        }
        let message = format!("{} is not a rung of the ladder", quoted(&rung.value));
        let fault = Diagnostic::error("unknown-rung", rung.span, message);
        f.fault(
            match nearest(&rung.value, ladder.iter().map(String::as_str)) {
                Some(near) => fault.saying(format!("did you mean `{near}`?")),
                None if ladder.is_empty() => fault.help("give the charter a `ladder`"),
                None => fault.help(format!(
                    "the rungs are {}; a charter with a ladder of its own also says what its rungs \
                 need",
                    listed(ladder, "and")
                )),
            },
        );
    }
}

fn read_terms(f: &mut Fields<'_, '_>) -> ExplanationTerms {
    let shipped = ExplanationTerms::default();
    ExplanationTerms {
        only_in: f.text("only_in").get().cloned(),
        same_reason: f
            .number("same_reason")
            .get()
            .copied()
            .unwrap_or(shipped.same_reason),
        share: f.number("share").get().copied().unwrap_or(shipped.share),
    }
}

fn group<T: Default>(field: Field<Box<T>>) -> T {
    match field {
        Field::Said(said) => *said.value,
        Field::Absent | Field::Blank(_) | Field::Unreadable(_) => T::default(),
    }
}

/// A text that must be there. What is already wrong with it has been said.
fn required_text(f: &mut Fields<'_, '_>, name: &'static str, what: &str) -> String {
    match f.text(name) {
        Field::Said(said) => said.value,
        Field::Unreadable(_) => String::new(),
        Field::Absent | Field::Blank(_) => {
            let place = f.place();
            f.fault(
                Diagnostic::error("missing-field", place, format!("`{name}` is missing here"))
                    .help(format!("add `{name}`: {what}")),
            );
            String::new()
        }
    }
}

fn texts(f: &mut Fields<'_, '_>, name: &'static str) -> Vec<String> {
    let field = f.list(name, |text| Ok(text.to_owned()));
    field
        .get()
        .map(|list| list.iter().map(|one| one.value.clone()).collect())
        .unwrap_or_default()
}

/// The fields of a mapping whose names are free, each with a mapping as its value.
fn named<T>(
    f: &mut Fields<'_, '_>,
    what: &'static str,
    mut read: impl FnMut(&str, Span, &mut Fields<'_, '_>) -> T,
) -> Vec<T> {
    let mut all = Vec::new();
    for entry in f.rest() {
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

fn read_parties(f: &mut Fields<'_, '_>) -> Parties {
    let field = f.group("parties", "`parties`", |f| {
        named(f, "a party", |id, span, f| Party {
            id: id.to_owned(),
            name: f
                .text("name")
                .get()
                .cloned()
                .unwrap_or_else(|| id.to_owned()),
            also_known_as: texts(f, "also_known_as"),
            side: required_word(f, "side", Side::Organisation),
            signed: f.date("signed"),
            signed_by: f.text("signed_by"),
            span,
        })
    });
    if let Field::Said(said) = &field {
        names_are_clear(f, &said.value);
    }
    match field {
        Field::Said(said) => Parties::new(*said.value),
        Field::Unreadable(_) => Parties::default(),
        Field::Absent | Field::Blank(_) => {
            let place = f.place();
            f.fault(
                Diagnostic::error("missing-field", place, "`parties` is missing here").help(
                    "name at least one party of each side, such as \
                     `council: { name: A Council, side: organisation }`",
                ),
            );
            Parties::default()
        }
    }
}

/// Nobody can tell whose duty it is where two parties share a name, or where a side is empty.
fn names_are_clear(f: &mut Fields<'_, '_>, parties: &[Party]) {
    for side in [Side::Organisation, Side::Forum] {
        if !parties.iter().any(|party| party.side == side) {
            let place = f.place();
            let message = format!(
                "the charter names no party on the side of the {}",
                side.word()
            );
            f.fault(Diagnostic::error("no-party", place, message));
        }
    }
    for (at, party) in parties.iter().enumerate() {
        let others = parties.iter().skip(at + 1);
        for other in others.filter(|other| shares_name(party, other)) {
            f.fault(
                Diagnostic::error("shared-name", other.span, "two parties share a name")
                    .and(party.span, "the other party"),
            );
        }
    }
}

fn shares_name(party: &Party, other: &Party) -> bool {
    party
        .names()
        .any(|name| other.names().any(|also| same_word(name, also)))
}

/// A word that must be there.
fn required_word<W: crate::words::Word>(
    f: &mut Fields<'_, '_>,
    name: &'static str,
    fallback: W,
) -> W {
    let field = f.word::<W>(name);
    if matches!(field, Field::Absent | Field::Blank(_)) {
        let place = f.place();
        f.fault(
            Diagnostic::error("missing-field", place, format!("`{name}` is missing here"))
                .help(format!("add `{name}`: {}", listed(W::all_words(), "or"))),
        );
    }
    field.get().copied().unwrap_or(fallback)
}

fn read_local_fields(f: &mut Fields<'_, '_>) -> Vec<(String, LocalType)> {
    let mut all = Vec::new();
    for entry in f.rest() {
        let read = match &entry.value.value {
            Value::Scalar { text, .. } => read_word::<LocalType>(text),
            Value::List(_) | Value::Map(_) | Value::Broken => {
                Err("write yes-no, text, date or number".to_owned())
            }
        };
        match read {
            Ok(kind) => all.push((entry.key.to_string(), kind)),
            Err(expected) => f.fault(
                Diagnostic::error(
                    "wrong-value",
                    entry.value.span,
                    "this is not a type of field",
                )
                .help(expected),
            ),
        }
    }
    all
}
