//! The functions that expressions can call: the one list of them, and what they do.

use chrono::NaiveDate;

use super::gap::NoValue;
use crate::record::view::{Amount, Value};
use working_days::{Calendar, DayAtSchool, SchoolYear, Unit, is_weekend};

/// What a function does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Function {
    Lead(Unit),
    IsTermTime,
    IsWorkingDay,
    Size,
    Contains,
    StartsWith,
    EndsWith,
    LowerAscii,
}

/// What a function takes or gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ParameterKind {
    YesNo,
    Text,
    Date,
    Number,
    /// A text or a list.
    Sized,
}

/// A function with its name and types.
pub(super) struct Signature {
    pub(super) name: &'static str,
    pub(super) takes: &'static [ParameterKind],
    pub(super) gives: ParameterKind,
    /// Whether it is written after its first argument, with a dot: `title.contains('x')`.
    pub(super) after: CallStyle,
    pub(super) does: Function,
    pub(super) example: &'static str,
}

/// How a call is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CallStyle {
    Before,
    After,
    Both,
}

const TWO_DAYS: &[ParameterKind] = &[ParameterKind::Date, ParameterKind::Date];
const TWO_TEXTS: &[ParameterKind] = &[ParameterKind::Text, ParameterKind::Text];

/// Every function but those that the checker itself knows: `date`, `time`, `has` and those that go
/// through a list.
pub(super) const FUNCTIONS: &[Signature] = &[
    days("days", Unit::Days, "days(notice.sent, date)"),
    days(
        "clear_days",
        Unit::ClearDays,
        "clear_days(notice.sent, date)",
    ),
    days(
        "working_days",
        Unit::WorkingDays,
        "working_days(date, feedback.sent)",
    ),
    days(
        "clear_working_days",
        Unit::ClearWorkingDays,
        "clear_working_days(papers.sent, date)",
    ),
    of_a_day("is_term_time", Function::IsTermTime, "is_term_time(date)"),
    of_a_day(
        "is_working_day",
        Function::IsWorkingDay,
        "is_working_day(date)",
    ),
    Signature {
        name: "size",
        takes: &[ParameterKind::Sized],
        gives: ParameterKind::Number,
        after: CallStyle::Both,
        does: Function::Size,
        example: "size(areas)",
    },
    of_texts("contains", Function::Contains, "title.contains('review')"),
    of_texts(
        "startsWith",
        Function::StartsWith,
        "project.startsWith('send-')",
    ),
    of_texts("endsWith", Function::EndsWith, "project.endsWith('-2026')"),
    Signature {
        name: "lowerAscii",
        takes: &[ParameterKind::Text],
        gives: ParameterKind::Text,
        after: CallStyle::After,
        does: Function::LowerAscii,
        example: "notice.channel.lowerAscii()",
    },
];

const fn days(name: &'static str, unit: Unit, example: &'static str) -> Signature {
    Signature {
        name,
        takes: TWO_DAYS,
        gives: ParameterKind::Number,
        after: CallStyle::Before,
        does: Function::Lead(unit),
        example,
    }
}

const fn of_a_day(name: &'static str, does: Function, example: &'static str) -> Signature {
    Signature {
        name,
        takes: &[ParameterKind::Date],
        gives: ParameterKind::YesNo,
        after: CallStyle::Before,
        does,
        example,
    }
}

const fn of_texts(name: &'static str, does: Function, example: &'static str) -> Signature {
    Signature {
        name,
        takes: TWO_TEXTS,
        gives: ParameterKind::YesNo,
        after: CallStyle::After,
        does,
        example,
    }
}

impl Function {
    /// Roughly how much work a call is, in steps of the evaluation.
    pub(super) fn cost(self, arguments: &[Value<'_>]) -> usize {
        match (self, arguments) {
            (Function::Lead(_), [Value::Date(from), Value::Date(to)]) => {
                usize::try_from((*to - *from).num_days()).unwrap_or(0) / 4
            }
            (_, [Value::Text(text), ..]) => text.len() / 16,
            _ => 0,
        }
    }

    /// What a call gives.
    pub(super) fn call<'v>(
        self,
        arguments: &[Value<'v>],
        calendar: &Calendar,
    ) -> Result<Value<'v>, NoValue> {
        let unknown = |gap: working_days::NotCovered| NoValue::Unknown(gap.to_string());
        match (self, arguments) {
            (Function::Lead(unit), [Value::Date(from), Value::Date(to)]) => calendar
                .lead(*from, *to, unit)
                .map(|days| Value::Number(Amount::exactly(days)))
                .map_err(unknown),
            (Function::IsTermTime, [Value::Date(day)]) => {
                is_term_time(calendar, *day).map(Value::YesNo)
            }
            (Function::IsWorkingDay, [Value::Date(day)]) => calendar
                .is_working_day(*day)
                .map(Value::YesNo)
                .map_err(unknown),
            (Function::Size, [Value::List(all)]) => Ok(size(all.len())),
            (Function::Size, [Value::Text(text)]) => Ok(size(text.chars().count())),
            (Function::Contains, [Value::Text(text), Value::Text(part)]) => {
                Ok(Value::YesNo(text.contains(part.as_ref())))
            }
            (Function::StartsWith, [Value::Text(text), Value::Text(part)]) => {
                Ok(Value::YesNo(text.starts_with(part.as_ref())))
            }
            (Function::EndsWith, [Value::Text(text), Value::Text(part)]) => {
                Ok(Value::YesNo(text.ends_with(part.as_ref())))
            }
            (Function::LowerAscii, [Value::Text(text)]) => {
                Ok(Value::Text(text.to_ascii_lowercase().into()))
            }
            _ => Err(NoValue::Broken),
        }
    }
}

fn size<'v>(count: usize) -> Value<'v> {
    Value::Number(Amount::exactly(i64::try_from(count).unwrap_or(i64::MAX)))
}

/// Whether pupils are in at any of the charter's schools.
fn is_term_time(calendar: &Calendar, day: NaiveDate) -> Result<bool, NoValue> {
    if is_weekend(day) {
        return Ok(false);
    }
    if calendar.schools.is_empty() {
        return Err(NoValue::Unknown("the charter lists no schools".to_owned()));
    }
    let mut unknown = false;
    for school in &calendar.schools {
        match calendar.day_at(school, day) {
            DayAtSchool::Open => return Ok(true),
            DayAtSchool::Unknown => unknown = true,
            DayAtSchool::Weekend
            | DayAtSchool::Holiday
            | DayAtSchool::Inset
            | DayAtSchool::BankHoliday => {}
        }
    }
    if unknown {
        let year = SchoolYear::of(day);
        let why = format!("the charter's term dates do not cover all of {year}");
        return Err(NoValue::Unknown(why));
    }
    Ok(false)
}
