//! What a charter knows of days: when its schools are open, for how long, and who said so.

use std::collections::BTreeMap;

use super::words::{count_of, day_and_year, school_year, time};
use crate::charter::{CalendarOrigin, SchoolSource};
use chrono::{Datelike as _, NaiveDate};
use identifiers::redact::Redactor;
use identifiers::safe;
use identifiers::text::SafeText;
use located::source::{Sources, Span};
use working_days::{Calendar, Division, SchoolYear, Stretch, Window, is_weekend};

/// Between two half terms of one school year no holiday is longer, in days; between two years it is
/// the summer's.
const LONGEST_HOLIDAY: i64 = 30;

/// The summer holidays are no longer, in days.
const LONGEST_SUMMER: i64 = 60;

/// The calendar of a charter.
pub struct CalendarPage {
    /// What holds for everybody, each with what it is about.
    pub facts: Vec<(&'static str, SafeText)>,
    /// Its schools.
    pub schools: Vec<SchoolPage>,
}

/// One school.
pub struct SchoolPage {
    /// Its id.
    pub id: SafeText,
    /// Who said so, in sentences.
    pub about: Vec<SafeText>,
    /// Its school years, each with its lines: what, and when.
    pub years: Vec<(SafeText, Vec<(&'static str, SafeText)>)>,
    /// What is missing.
    pub missing: Vec<SafeText>,
}

/// Says what a calendar knows. `redactor` hides what must not be shown of names.
pub fn page(
    calendar: &Calendar,
    origin: &CalendarOrigin,
    sources: &Sources,
    redactor: &Redactor,
) -> CalendarPage {
    let schools = origin.schools.iter();
    CalendarPage {
        facts: facts(calendar, origin, redactor),
        schools: schools
            .map(|school| SchoolPage {
                id: redactor.redact(&school.id),
                about: about(school, sources, redactor),
                years: years(school),
                missing: missing(school, redactor),
            })
            .collect(),
    }
}

fn facts(
    calendar: &Calendar,
    origin: &CalendarOrigin,
    redactor: &Redactor,
) -> Vec<(&'static str, SafeText)> {
    let (first, last) = calendar.bank_holidays.years();
    let division: SafeText = match calendar.bank_holidays.division() {
        Division::EnglandAndWales => "England and Wales".into(),
        Division::Scotland => "Scotland".into(),
        Division::NorthernIreland => "Northern Ireland".into(),
    };
    let table = match &origin.bank_holidays {
        Some(file) => safe!("the table {}", redactor.redact(file)),
        None => "the program's own table".into(),
    };
    let reach = NaiveDate::from_ymd_opt(last, 12, 31).map_or_else(SafeText::default, |day| {
        safe!(
            ". Nothing is counted in working days after {}",
            day_and_year(day)
        )
    });
    let bank_holidays = safe!(
        "{}, {} to {}, from {}{}.",
        division,
        first,
        last,
        table,
        reach
    );
    let closed: Vec<SafeText> = calendar
        .closed_days
        .iter()
        .map(|day| day_and_year(*day))
        .collect();
    let closed = if closed.is_empty() {
        "none beside weekends and bank holidays".into()
    } else {
        SafeText::joined(closed, ", ")
    };
    let day = calendar.school_day;
    let window = |name: &'static str, window: Window| {
        safe!("{} {} to {}", name, time(window.from), time(window.to))
    };
    let windows = [
        window("drop-off", day.drop_off),
        window("pick-up", day.pick_up),
        window("lessons", day.lessons),
        window("best for parents", day.preferred),
        window("evening", day.evening),
    ];
    vec![
        ("Bank holidays", bank_holidays),
        ("Closed days", closed),
        ("School day", SafeText::joined(windows, ", ")),
    ]
}

/// How much of a school comes from which file.
fn about(school: &SchoolSource, sources: &Sources, redactor: &Redactor) -> Vec<SafeText> {
    let mut counts: BTreeMap<u32, (Span, usize, usize)> = BTreeMap::new();
    let places = school.terms.iter().map(|term| (term.span, true));
    for (place, is_term) in places.chain(school.inset.iter().map(|day| (day.span, false))) {
        let number = u32::try_from(place.source.index()).unwrap_or(u32::MAX);
        let (_, terms, days) = counts.entry(number).or_insert((place, 0, 0));
        *(if is_term { terms } else { days }) += 1;
    }
    let mut about: Vec<SafeText> = counts
        .into_values()
        .map(|(place, terms, days)| {
            let counts = [(terms, "half terms"), (days, "INSET days")];
            let counts = counts.into_iter().filter(|(count, _)| *count > 0);
            let counts = counts.map(|(count, what)| count_of(count, what));
            let file = redactor.redact(sources.name(place.source));
            safe!("{} from {}.", SafeText::joined(counts, " and "), file)
        })
        .collect();
    match school.passed_over {
        0 => {}
        1 => about.push("1 other entry of the school's file says nothing of terms.".into()),
        more => about.push(safe!(
            "{} other entries of the school's file say nothing of terms.",
            more
        )),
    }
    about
}

/// The lines of a school, by school year.
fn years(school: &SchoolSource) -> Vec<(SafeText, Vec<(&'static str, SafeText)>)> {
    let mut lines: BTreeMap<SchoolYear, Vec<(NaiveDate, &'static str, SafeText)>> = BTreeMap::new();
    let mut add = |what, days: Stretch| {
        let text = safe!(
            "{} to {}",
            day_and_year(days.first),
            day_and_year(days.last)
        );
        let text = if days.first == days.last {
            day_and_year(days.first)
        } else {
            text
        };
        lines
            .entry(SchoolYear::of(days.first))
            .or_default()
            .push((days.first, what, text));
    };
    for term in &school.terms {
        add("Term", term.value);
    }
    for holiday in holidays(school) {
        add("Holiday", holiday);
    }
    for day in &school.inset {
        add(
            "INSET",
            Stretch {
                first: day.value,
                last: day.value,
            },
        );
    }
    let lines = lines.into_iter();
    lines
        .map(|(year, mut lines)| {
            lines.sort_by_key(|(day, ..)| *day);
            let lines = lines.into_iter().map(|(_, what, text)| (what, text));
            (safe!("School year {}", school_year(year)), lines.collect())
        })
        .collect()
}

/// The weekdays between half terms, from the first to the last on which nobody is in.
fn holidays(school: &SchoolSource) -> Vec<Stretch> {
    let is_off = |day: &NaiveDate| {
        let is_inset = school.inset.iter().any(|inset| inset.value == *day);
        !is_weekend(*day) && !is_inset
    };
    let gaps = school.terms.iter().zip(school.terms.iter().skip(1));
    gaps.filter_map(|(before, after)| {
        let days = before.value.last.iter_days().skip(1);
        let mut days = days
            .take_while(|day| *day < after.value.first)
            .filter(is_off);
        let first = days.next()?;
        Some(Stretch {
            first,
            last: days.last().unwrap_or(first),
        })
    })
    .collect()
}

/// What nobody told the program of a school.
fn missing(school: &SchoolSource, redactor: &Redactor) -> Vec<SafeText> {
    let place = safe!(
        "add it under `calendar: schools: {}: terms` of the charter, or name the school's own \
         calendar or table with `terms_from`",
        redactor.redact(&school.id)
    );
    let Some((first, last)) = school.terms.first().zip(school.terms.last()) else {
        return vec![safe!("No term is known; {}.", place)];
    };
    let mut missing = vec![safe!(
        "Nothing is known before {}.",
        day_and_year(first.value.first)
    )];
    for (before, after) in school.terms.iter().zip(school.terms.iter().skip(1)) {
        let days = (after.value.first - before.value.last).num_days();
        let is_summer = SchoolYear::of(before.value.last) != SchoolYear::of(after.value.first);
        if days
            > if is_summer {
                LONGEST_SUMMER
            } else {
                LONGEST_HOLIDAY
            }
        {
            missing.push(safe!(
                "Between {} and {} there is no term, which is long for a holiday: if one is \
                 missing, {}.",
                day_and_year(before.value.last),
                day_and_year(after.value.first),
                place
            ));
        }
    }
    let last = last.value.last;
    let year = SchoolYear::of(last);
    // The year is over in summer, and what is missing then is the next one.
    let is_whole = matches!(last.month(), 6..=8);
    let next = last
        .with_day(1)
        .and_then(|day| day.checked_add_months(chrono::Months::new(12)));
    let year = next.filter(|_| is_whole).map_or(year, SchoolYear::of);
    let rest = if is_whole { "" } else { "the rest of " };
    missing.push(safe!(
        "Nothing is known after {}: {}school year {}; {}.",
        day_and_year(last),
        rest,
        school_year(year),
        place
    ));
    if school.inset.is_empty() {
        missing.push("No INSET day is known.".into());
    }
    missing
}
