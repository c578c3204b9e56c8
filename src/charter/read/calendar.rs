//! The calendar of a charter from its fields.

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::common::{group, named, required_word};
use engagement_records::fields::{Fields, read_date, read_time, read_word};
use located::diagnostic::Diagnostic;
use located::source::{Span, Spanned};
use located::tree::Value;
use working_days::{BankHolidays, Calendar, Division, School, SchoolDay, Stretch, Window};

/// Gives the text of a file that a charter names, such as a table of bank holidays. The library
/// does not touch the disk itself.
pub type FileLoader<'a> = &'a dyn Fn(&str) -> Result<String, String>;

pub(super) fn read_calendar(f: &mut Fields<'_, '_>, load: FileLoader<'_>) -> Calendar {
    let shipped = Calendar::default();
    let timezone = f.parsed("timezone", |text| {
        text.parse::<Tz>()
            .map_err(|_| "write a time zone by its name, such as Europe/London".to_owned())
    });
    let bank_holidays = read_bank_holidays(f, load);
    let closed = f.list("closed_days", read_date);
    let school_day = f.group("school_day", "`school_day`", read_school_day);
    let schools = f.group("schools", "`schools`", |f| {
        named(f, "a school", read_school)
    });
    Calendar {
        timezone: timezone.get().copied().unwrap_or(shipped.timezone),
        bank_holidays: bank_holidays.unwrap_or(shipped.bank_holidays),
        closed_days: closed
            .get()
            .map(|days| days.iter().map(|day| day.value).collect())
            .unwrap_or_default(),
        school_day: school_day.get().map_or(shipped.school_day, |day| **day),
        schools: group(schools),
    }
}

/// A division of the built-in table, or a division of a table in a file.
fn read_bank_holidays(f: &mut Fields<'_, '_>, load: FileLoader<'_>) -> Option<BankHolidays> {
    let field = f.with("bank_holidays", |node, faults| {
        let (division, file) = match &node.value {
            Value::Scalar { text, .. } => (read_word::<Division>(text), None),
            Value::Map(entries) => {
                let mut fields = Fields::new("`bank_holidays`", entries, node.span, faults);
                let division = required_word(&mut fields, "division", Division::EnglandAndWales);
                let file = fields.text("file");
                fields.finish();
                (Ok(division), file.spanned().cloned())
            }
            Value::List(_) | Value::Broken => (Err("write one division".to_owned()), None),
        };
        let table = match (division, file) {
            (Err(expected), _) => Err((node.span, expected)),
            (Ok(division), None) => Ok(BankHolidays::built_in(division)),
            (Ok(division), Some(file)) => load(&file.value)
                .and_then(|text| BankHolidays::from_published(&text, division))
                .map_err(|error| (file.span, error)),
        };
        table
            .map_err(|(span, expected)| {
                faults.push(
                    Diagnostic::error("wrong-value", span, "the bank holidays cannot be read")
                        .help(expected),
                );
            })
            .ok()
    });
    field.get().cloned()
}

fn read_school_day(f: &mut Fields<'_, '_>) -> SchoolDay {
    let shipped = SchoolDay::default();
    let mut window = |name, shipped| {
        f.parsed(name, read_window)
            .get()
            .copied()
            .unwrap_or(shipped)
    };
    SchoolDay {
        drop_off: window("drop_off", shipped.drop_off),
        pick_up: window("pick_up", shipped.pick_up),
        lessons: window("lessons", shipped.lessons),
        preferred: window("preferred", shipped.preferred),
        evening: window("evening", shipped.evening),
    }
}

fn read_window(text: &str) -> Result<Window, String> {
    let expected = "write two times, such as 08:15-09:30".to_owned();
    let (from, to) = text.split_once('-').ok_or(expected)?;
    let window = Window {
        from: read_time(from.trim())?,
        to: read_time(to.trim())?,
    };
    if window.from < window.to {
        Ok(window)
    } else {
        Err("the second time must be later than the first".to_owned())
    }
}

fn read_school(id: &str, _: Span, f: &mut Fields<'_, '_>) -> School {
    let terms = f.groups("terms", "a term", |f| {
        let first = required_date(f, "first");
        let last = required_date(f, "last");
        if let (Some(first), Some(last)) = (&first, &last)
            && last.value < first.value
        {
            f.fault(
                Diagnostic::error(
                    "term-ends-before-start",
                    last.span,
                    "this term ends before it begins",
                )
                .and(first.span, "begins here"),
            );
        }
        first.zip(last).map(|(first, last)| Stretch {
            first: first.value,
            last: last.value,
        })
    });
    let inset = f.list("inset", read_date);
    let mut stretches: Vec<Stretch> = Vec::new();
    for term in terms.get().into_iter().flatten() {
        let Some(stretch) = term.value else { continue };
        if stretches
            .last()
            .is_some_and(|before| stretch.first <= before.last)
        {
            f.fault(Diagnostic::error(
                "terms-out-of-order",
                term.span,
                "this term begins before the one above it has ended; list terms in order",
            ));
        }
        stretches.push(stretch);
    }
    School {
        id: id.to_owned(),
        terms: stretches,
        inset: inset
            .get()
            .map(|days| days.iter().map(|day| day.value).collect())
            .unwrap_or_default(),
    }
}

fn required_date(f: &mut Fields<'_, '_>, name: &'static str) -> Option<Spanned<NaiveDate>> {
    let field = f.date(name);
    if field.is_missing() {
        let place = f.place();
        f.fault(Diagnostic::error(
            "missing-field",
            place,
            format!("`{name}` is missing here"),
        ));
    }
    field.spanned().cloned()
}
