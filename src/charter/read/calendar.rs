//! The calendar of a charter from its fields.

use chrono_tz::Tz;

use super::common::{group, named, required_word};
use super::files::NamedFiles;
use super::schools::{SchoolSource, read_school};
use engagement_records::fields::{Asked, AskedFields, Fields, read_date, read_time, read_word};
use located::diagnostic::Diagnostic;
use located::tree::Value;
use working_days::{BankHolidays, Calendar, Division, SchoolDay, Window};

/// A calendar, and where it was read.
#[derive(Debug, Clone, Default)]
pub(in crate::charter) struct CalendarRead {
    pub(in crate::charter) calendar: Calendar,
    pub(in crate::charter) origin: CalendarOrigin,
}

/// Where what a charter says of its calendar stands.
#[derive(Debug, Clone, Default)]
pub struct CalendarOrigin {
    /// The file of the table of bank holidays, as the charter names it; nothing for the built-in one.
    pub bank_holidays: Option<String>,
    /// The schools, with the places of their terms.
    pub schools: Vec<SchoolSource>,
}

pub(in crate::charter) fn read_calendar(
    f: &mut Fields<'_, '_>,
    files: &NamedFiles<'_>,
) -> CalendarRead {
    let shipped = Calendar::default();
    let timezone = f.parsed(
        "timezone",
        || Asked::Name,
        |text| {
            text.parse::<Tz>()
                .map_err(|_| "write a time zone by its name, such as Europe/London".to_owned())
        },
    );
    let bank_holidays = read_bank_holidays(f, files);
    let closed = f.list("closed_days", || Asked::Day, read_date);
    let school_day = f.group("school_day", "`school_day`", read_school_day);
    let (bank_holidays, table) = bank_holidays.unwrap_or((shipped.bank_holidays, None));
    let mut calendar = Calendar {
        timezone: timezone.get().copied().unwrap_or(shipped.timezone),
        bank_holidays,
        closed_days: closed
            .get()
            .map(|days| days.iter().map(|day| day.value).collect())
            .unwrap_or_default(),
        school_day: school_day.get().map_or(shipped.school_day, |day| **day),
        schools: Vec::new(),
    };
    let is_day_off = |day| calendar.is_bank_holiday(day).unwrap_or(false);
    let schools = f.group("schools", "`schools`", |f| {
        named(f, "a school", |id, place, f| {
            read_school(id, place, f, files, &is_day_off)
        })
    });
    let schools = group(schools);
    calendar.schools = schools.iter().map(SchoolSource::school).collect();
    CalendarRead {
        calendar,
        origin: CalendarOrigin {
            bank_holidays: table,
            schools,
        },
    }
}

/// A division of the built-in table, or a division of a table in a file.
fn read_bank_holidays(
    f: &mut Fields<'_, '_>,
    files: &NamedFiles<'_>,
) -> Option<(BankHolidays, Option<String>)> {
    let of_file = |fields: &mut Fields<'_, '_>| {
        let division = required_word(fields, "division", Division::EnglandAndWales);
        (division, fields.text("file"))
    };
    let asked = || {
        let file = AskedFields::of(|f| {
            of_file(f);
        });
        let division = Box::new(Asked::word::<Division>());
        Asked::Either(division, Box::new(Asked::Group(file, None)))
    };
    let field = f.with("bank_holidays", asked, |node, faults| {
        let (division, file) = match &node.value {
            Value::Scalar { text, .. } => (read_word::<Division>(text), None),
            Value::Map(entries) => {
                let mut fields = Fields::new("`bank_holidays`", entries, node.span, faults);
                let (division, file) = of_file(&mut fields);
                fields.finish();
                (Ok(division), file.spanned().cloned())
            }
            Value::List(_) | Value::Broken => (Err("write one division".to_owned()), None),
        };
        let table = match (division, file) {
            (Err(expected), _) => Err((node.span, expected)),
            (Ok(division), None) => Ok((BankHolidays::built_in(division), None)),
            (Ok(division), Some(file)) => files
                .text(&file.value)
                .and_then(|text| BankHolidays::from_published(&text, division))
                .map(|table| (table, Some(file.value)))
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
        f.parsed(name, || Asked::Window, read_window)
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
