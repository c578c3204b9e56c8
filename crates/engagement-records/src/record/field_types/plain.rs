//! Fields with texts, days, times, answers and numbers.

use chrono::{NaiveDate, NaiveTime};

use super::{OneValue, both_lists, fuller, list, text};
use crate::fields::{Asked, Field, Fields, Gap};
use crate::record::clock;
use crate::record::declaration::ReadWith;
use crate::record::holds::Holds;
use crate::record::listing::{Amount, Said, Seen, Value};
use crate::record::values::{Sent, read_sent};
use located::source::{Span, Spanned};
use plain_values::{Count, Undone, are_same_words, is_denial, read_undone};

/// Words of any kind. What was described twice was described in other words, and the fuller
/// description stays.
pub struct Text;

impl OneValue for Text {
    type Value = String;
    const HOLDS: Holds = Holds::Text;

    fn read(f: &mut Fields<'_, '_>, name: &'static str, _: &ReadWith<'_>) -> Field<String> {
        f.text(name)
    }

    fn both(one: Spanned<String>, other: Spanned<String>) -> Option<Spanned<String>> {
        (is_denial(&one.value) == is_denial(&other.value)).then(|| fuller(one, other))
    }

    fn said<'a>(value: &'a String, place: Span, _: Seen<'a>) -> Said<'a> {
        Said::Value(text(value), place)
    }
}

/// Words for how something was done. Where they say that it was not, they say as much as `none`, and where
/// it is still to be done, as `TBC`.
pub struct HowDone;

impl OneValue for HowDone {
    type Value = String;
    const HOLDS: Holds = Holds::Text;

    fn read(f: &mut Fields<'_, '_>, name: &'static str, _: &ReadWith<'_>) -> Field<String> {
        let field = f.text(name);
        let Field::Present(said) = field else {
            return field;
        };
        match read_undone(&said.value) {
            Some(Undone::Later) => Field::Open(said.span),
            Some(Undone::Not) => Field::Present(Spanned {
                value: NONE.to_owned(),
                span: said.span,
            }),
            None => Field::Present(said),
        }
    }

    fn both(one: Spanned<String>, other: Spanned<String>) -> Option<Spanned<String>> {
        Text::both(one, other)
    }

    fn said<'a>(value: &'a String, place: Span, seen: Seen<'a>) -> Said<'a> {
        Text::said(value, place, seen)
    }
}

/// What a text is that says that nothing was done.
const NONE: &str = "none";

/// Several texts.
pub struct Texts;

impl OneValue for Texts {
    type Value = Vec<Spanned<String>>;
    const HOLDS: Holds = Holds::Texts;

    fn read(f: &mut Fields<'_, '_>, name: &'static str, _: &ReadWith<'_>) -> Field<Self::Value> {
        f.list(name, || Asked::Name, |text| Ok(text.to_owned()))
    }

    fn both(
        one: Spanned<Self::Value>,
        other: Spanned<Self::Value>,
    ) -> Option<Spanned<Self::Value>> {
        both_lists(one, &other, |one, other| are_same_words(one, other))
    }

    fn said<'a>(all: &'a Self::Value, place: Span, _: Seen<'a>) -> Said<'a> {
        list(all.iter().map(|one| text(&one.value)), place)
    }
}

/// Yes or no.
pub struct YesNo;

impl OneValue for YesNo {
    type Value = bool;
    const HOLDS: Holds = Holds::Answer;

    fn read(f: &mut Fields<'_, '_>, name: &'static str, _: &ReadWith<'_>) -> Field<bool> {
        f.yes_no(name)
    }

    fn said<'a>(value: &'a bool, place: Span, _: Seen<'a>) -> Said<'a> {
        Said::Value(Value::YesNo(*value), place)
    }
}

/// A day that can be planned.
pub struct Day;

impl OneValue for Day {
    type Value = NaiveDate;
    const HOLDS: Holds = Holds::Day;

    fn read(f: &mut Fields<'_, '_>, name: &'static str, _: &ReadWith<'_>) -> Field<NaiveDate> {
        f.date(name)
    }

    fn said<'a>(day: &'a NaiveDate, place: Span, _: Seen<'a>) -> Said<'a> {
        Said::Value(Value::Date(*day), place)
    }
}

/// A day on which something was done. After the as-of date nobody had done it.
pub struct DayDone;

impl OneValue for DayDone {
    type Value = NaiveDate;
    const HOLDS: Holds = Holds::Day;

    fn read(f: &mut Fields<'_, '_>, name: &'static str, _: &ReadWith<'_>) -> Field<NaiveDate> {
        f.date(name)
    }

    fn said<'a>(day: &'a NaiveDate, place: Span, seen: Seen<'a>) -> Said<'a> {
        done(*day, place, seen)
    }
}

/// A day of sending, or that there was one, or none.
pub struct SentDay;

impl OneValue for SentDay {
    type Value = Sent;
    const HOLDS: Holds = Holds::Day;

    fn read(f: &mut Fields<'_, '_>, name: &'static str, _: &ReadWith<'_>) -> Field<Sent> {
        f.single(name, || Asked::Sent, read_sent)
    }

    fn both(one: Spanned<Sent>, other: Spanned<Sent>) -> Option<Spanned<Sent>> {
        let value = one.value.both(other.value)?;
        let span = if value == one.value {
            one.span
        } else {
            other.span
        };
        Some(Spanned { value, span })
    }

    fn said<'a>(sent: &'a Sent, place: Span, seen: Seen<'a>) -> Said<'a> {
        match sent {
            Sent::On(day) => done(*day, place, seen),
            Sent::SomeDay => Said::SomeDay(place),
            Sent::Never => Said::Denied(place),
        }
    }
}

/// A time of day.
pub struct TimeOfDay;

impl OneValue for TimeOfDay {
    type Value = NaiveTime;
    const HOLDS: Holds = Holds::Time;

    fn read(f: &mut Fields<'_, '_>, name: &'static str, _: &ReadWith<'_>) -> Field<NaiveTime> {
        f.time(name)
    }

    fn both(one: Spanned<NaiveTime>, other: Spanned<NaiveTime>) -> Option<Spanned<NaiveTime>> {
        let value = clock::both(one.value, other.value)?;
        Some(if value == one.value { one } else { other })
    }

    fn said<'a>(time: &'a NaiveTime, place: Span, _: Seen<'a>) -> Said<'a> {
        Said::Value(Value::Time(*time), place)
    }
}

/// A number of people.
pub struct People;

impl OneValue for People {
    type Value = Count;
    const HOLDS: Holds = Holds::Count;

    fn read(f: &mut Fields<'_, '_>, name: &'static str, _: &ReadWith<'_>) -> Field<Count> {
        f.count(name)
    }

    fn both(one: Spanned<Count>, other: Spanned<Count>) -> Option<Spanned<Count>> {
        both_counts(&one, &other)
    }

    fn said<'a>(count: &'a Count, place: Span, _: Seen<'a>) -> Said<'a> {
        counted(count, place)
    }
}

/// A number of children and young people.
pub struct Children;

impl OneValue for Children {
    type Value = Count;
    const HOLDS: Holds = Holds::Children;

    fn read(f: &mut Fields<'_, '_>, name: &'static str, _: &ReadWith<'_>) -> Field<Count> {
        f.count(name)
    }

    fn both(one: Spanned<Count>, other: Spanned<Count>) -> Option<Spanned<Count>> {
        both_counts(&one, &other)
    }

    fn said<'a>(count: &'a Count, place: Span, _: Seen<'a>) -> Said<'a> {
        counted(count, place)
    }
}

fn done(day: NaiveDate, place: Span, seen: Seen<'_>) -> Said<'_> {
    if seen.as_of.is_some_and(|as_of| day > as_of) {
        Said::Missing(Gap::at(place))
    } else {
        Said::Value(Value::Date(day), place)
    }
}

fn both_counts(one: &Spanned<Count>, other: &Spanned<Count>) -> Option<Spanned<Count>> {
    let value = one.value.both(other.value)?;
    let span = if value == other.value && value != one.value {
        other.span
    } else {
        one.span
    };
    Some(Spanned { value, span })
}

fn counted<'a>(count: &Count, place: Span) -> Said<'a> {
    let amount = Amount {
        low: i64::from(count.at_least()),
        high: count.at_most().map_or(i64::MAX, i64::from),
    };
    Said::Value(Value::Number(amount), place)
}
