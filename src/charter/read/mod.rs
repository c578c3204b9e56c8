//! A charter from its fields. Every fault of the file is found at once; with faults, there is no
//! charter, because an audit by half a charter would look like a whole one.

mod calendar;
mod clauses;
mod common;
mod examples;
mod files;
mod parties;
mod schools;
mod settings;

pub use calendar::CalendarOrigin;
pub(super) use calendar::{CalendarRead, read_calendar};
pub use examples::{Example, Examples};
pub(super) use examples::{ExampleEntries, examples};
pub use files::FileLoader;
pub(super) use files::NamedFiles;
pub use schools::SchoolSource;

use super::Charter;
use closed_words::nearest;
use common::{group, required_text, texts};
use engagement_records::fields::{Asked, AskedFields, Fields, read_word};
use engagement_records::record::{Holds, ImportSettings, NoticeFrom, RecordType, field_paths};
use identifiers::find::Detector;
use identifiers::redact::Redactor;
use located::diagnostic::{Diagnostic, Level};
use located::source::{Sources, Span};
use located::tree::{Entry, Value};

/// Reads a charter, `extends` already resolved. Nothing comes back when there are errors.
pub(super) fn read(
    entries: &[Entry<'_>],
    place: Span,
    files: &NamedFiles<'_>,
    faults: &mut Vec<Diagnostic>,
) -> Option<Charter> {
    let before = faults.len();
    let mut f = Fields::new("a charter", entries, place, faults);
    let (mut charter, columns) = read_parts(&mut f, files);
    f.finish();
    faults.extend(
        charter
            .imports
            .check(&columns, &RecordType::paths(&charter.vocabulary())),
    );
    let clauses = std::mem::take(&mut charter.clauses);
    clauses::ids_can_be_shown(&clauses, &charter.redactor, faults);
    charter.clauses = clauses::settled(clauses, charter.vocabulary(), faults);
    let mut found = faults.iter().skip(before);
    (!found.any(|fault| fault.level == Level::Error)).then_some(charter)
}

/// The fields of a charter, with clauses whose rules have not seen the rest of it, and with the
/// places of what its columns mean.
fn read_parts(f: &mut Fields<'_, '_>, files: &NamedFiles<'_>) -> (Charter, Vec<Span>) {
    let title = required_text(f, "title", "the charter's name");
    // Resolved before; named here so that it is a known field.
    let _ = f.parsed(
        "extends",
        || Asked::Exactly(vec!["built-in".to_owned()]),
        |_| Ok(()),
    );
    let parties = parties::read_parties(f);
    let standards = group(f.group("standards", "`standards`", settings::read_adoption));
    let review = group(f.group("review", "`review`", settings::read_review));
    let fields = group(f.group("fields", "`fields`", read_local_fields));
    let (mut imports, columns) = ImportSettings::read(f, || RecordType::paths_with(&[]));
    imports.notice_from = notice_from(f);
    let CalendarRead { calendar, origin } =
        group(f.group("calendar", "`calendar`", |f| read_calendar(f, files)));
    let must_record = must_record(f);
    let ladder = texts(f, "ladder");
    let language = f.group(
        "plain_language",
        "`plain_language`",
        settings::read_plain_language,
    );
    let detector = f.group(
        "confidentiality",
        "`confidentiality`",
        settings::read_detector,
    );
    let explanations = f.group("explanations", "`explanations`", settings::read_terms);
    let clauses = clauses::read_clauses(f);
    settings::rungs_are_distinct(f, &ladder);
    settings::rungs_are_known(f, &ladder, &clauses);
    let charter = Charter {
        span: f.place(),
        title,
        parties,
        standards,
        review,
        fields,
        school_ids: calendar
            .schools
            .iter()
            .map(|school| school.id.clone())
            .collect(),
        calendar,
        calendar_origin: origin,
        must_record,
        imports,
        ladder,
        plain_language: group(language),
        redactor: Redactor::new(group(detector)),
        explanations: group(explanations),
        clauses,
    };
    (charter, columns)
}

/// What the fields of a charter may be.
pub(crate) fn asked() -> AskedFields {
    AskedFields::of(|f| {
        let nothing = |_: &str| Err(String::new());
        let first = Sources::default().next_id();
        read_parts(f, &NamedFiles::new(&nothing, "", first));
    })
}

/// What counts as notice in calendars.
fn notice_from(f: &mut Fields<'_, '_>) -> Option<NoticeFrom> {
    let calendars = f.group("calendars", "`calendars`", |f| f.word("notice_from"));
    calendars
        .get()
        .and_then(|notice_from| notice_from.get().copied())
}

/// The fields for which every file is to have a place.
fn must_record(f: &mut Fields<'_, '_>) -> Vec<String> {
    let field = f.list(
        "must_record",
        || Asked::Exactly(field_paths().map(str::to_owned).collect()),
        |path| {
            if field_paths().any(|known| known == path) {
                return Ok(path.to_owned());
            }
            Err(match nearest(path, field_paths()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "write fields of records or groups of them, such as `feedback` or \
                     `notice.sent`"
                    .to_owned(),
            })
        },
    );
    let paths = field.get().into_iter().flatten();
    paths.map(|path| path.value.clone()).collect()
}

/// Whether what a field with this name holds would be about a child, whatever it is. In a message
/// it would stand without its name, and nobody could tell.
fn is_about_child(name: &str) -> bool {
    ["Xxxx 1", "2014-03-12"].iter().any(|value| {
        let found = Detector::default().find(&format!("{name}: {value}"));
        found.iter().any(|found| found.range.end > name.len() + 1)
    })
}

fn read_local_fields(f: &mut Fields<'_, '_>) -> Vec<(String, Holds)> {
    let mut all = Vec::new();
    for entry in f.rest(Asked::word::<Holds>) {
        if is_about_child(&entry.key) {
            let message = "records must not have a field about one child";
            let fault = Diagnostic::error("field-about-a-child", entry.key_span, message);
            f.fault(fault.help("leave it out; what a charter asks for is never about one child"));
            continue;
        }
        let read = match &entry.value.value {
            Value::Scalar { text, .. } => read_word::<Holds>(text),
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
