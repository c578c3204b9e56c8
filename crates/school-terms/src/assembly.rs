//! What a school published into half terms: from the day on which pupils come to the day on which
//! they go, whichever of the two was written down, and whichever follows from a holiday.

use std::collections::BTreeSet;

use chrono::{Datelike as _, NaiveDate, TimeDelta};
use located::diagnostic::Diagnostic;
use located::source::{Span, Spanned};
use working_days::{Stretch, day_and_year, is_weekend};

use crate::holiday_edges;
use crate::page::Page;
use crate::published::{Published, at};

/// No half of a term is longer, in days, and no term without a half term.
const LONGEST_TERM: i64 = 130;

/// No half of a term is longer, in days: a whole term that is given as one has a half term in it of which
/// nobody says anything.
const LONGEST_HALF_TERM: i64 = 77;

/// So many days may lie between a holiday and the day that is given as the start of the term behind
/// it, or between a term and an INSET day that belongs to it.
const NEAR: i64 = 7;

/// Where a term comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Opened {
    /// Its start is written down.
    Said,
    /// A holiday before it is over.
    AfterHoliday,
}

/// What happens on a day, in the order in which it is looked at on one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Turn {
    Ends,
    Holiday(NaiveDate),
    Starts,
}

/// Half terms with their places, in order, and INSET days.
pub(crate) type Assembled = (Vec<Spanned<Stretch>>, Vec<Spanned<NaiveDate>>);

/// Makes half terms and INSET days of what was published.
pub(crate) fn assemble(
    published: &mut Published,
    page: &mut Page,
    is_day_off: &dyn Fn(NaiveDate) -> bool,
) -> Assembled {
    holiday_edges::pair(published, page);
    let mut inset = std::mem::take(&mut published.inset);
    inset.sort_by_key(|day| day.value);
    inset.dedup_by_key(|day| day.value);
    let staff_only = inset.iter().map(|day| day.value).collect();
    let turns = turns(published, page);
    let mut walk = Walk {
        page,
        staff_only,
        is_day_off,
        terms: Vec::new(),
        open: None,
        before: Before::Nothing,
    };
    for turn in &turns {
        walk.step(turn);
    }
    walk.finish();
    let terms = walk.terms;
    if terms.is_empty() && !page.has_errors() {
        let message = match published.passed_over {
            0 => "this file says nothing of terms".to_owned(),
            1 => {
                "this file says nothing of terms; its one entry is about something else".to_owned()
            }
            more => format!(
                "this file says nothing of terms; its {more} entries are about something else"
            ),
        };
        let help = "name the file with the school's term dates, such as `Autumn 1`, its first and its \
                    last day";
        page.refuse("no-terms", &message, help);
    }
    for day in &inset {
        place_of_inset(day, &terms, page);
    }
    (terms, inset)
}

/// Everything at which a term begins or ends, by day.
fn turns(published: &mut Published, page: &mut Page) -> Vec<(NaiveDate, Turn, Span)> {
    let mut turns = Vec::new();
    let mut terms = std::mem::take(&mut published.terms);
    terms.sort_by_key(|term| (term.value.first, term.value.last));
    terms.dedup_by_key(|term| term.value);
    let mut before: Option<Spanned<Stretch>> = None;
    for term in terms {
        if let Some(before) = before
            .as_ref()
            .filter(|before| term.value.first <= before.value.last)
        {
            let message = "these two terms overlap";
            let help = "give each half term once, with its own first and last day";
            let fault = Diagnostic::error("terms-overlap", term.span, message);
            page.fault(fault.and(before.span, "the other one").help(help));
            continue;
        }
        turns.push((term.value.first, Turn::Starts, term.span));
        turns.push((term.value.last, Turn::Ends, term.span));
        before = Some(term);
    }
    turns.extend(
        published
            .starts
            .iter()
            .map(|day| (day.value, Turn::Starts, day.span)),
    );
    turns.extend(
        published
            .ends
            .iter()
            .map(|day| (day.value, Turn::Ends, day.span)),
    );
    let holidays = published.holidays.iter();
    turns.extend(holidays.map(|one| (one.value.first, Turn::Holiday(one.value.last), one.span)));
    turns.sort_by_key(|(day, turn, span)| (*day, *turn, *span));
    turns.dedup_by_key(|(day, turn, _)| (*day, *turn));
    turns
}

/// What was last before the day that is looked at, while no term is open.
#[derive(Debug, Clone, Copy)]
enum Before {
    Nothing,
    TermEnded(NaiveDate),
}

struct Walk<'a> {
    page: &'a mut Page,
    staff_only: BTreeSet<NaiveDate>,
    is_day_off: &'a dyn Fn(NaiveDate) -> bool,
    terms: Vec<Spanned<Stretch>>,
    open: Option<(NaiveDate, Opened, Span)>,
    before: Before,
}

impl Walk<'_> {
    fn step(&mut self, (day, turn, span): &(NaiveDate, Turn, Span)) {
        match turn {
            Turn::Starts => self.starts(*day, *span),
            Turn::Ends => self.ends(*day, *span),
            Turn::Holiday(last) => self.holiday(*day, *last, *span),
        }
    }

    fn starts(&mut self, day: NaiveDate, span: Span) {
        match self.open {
            // A holiday may be written through the day on which school starts again.
            Some((from, Opened::AfterHoliday, holiday)) if (from - day).num_days() > 1 => {
                let message = "this term starts inside of a holiday";
                let fault = Diagnostic::error("contradiction", span, message);
                self.page
                    .fault(fault.and(holiday, "the holiday").help("check both"));
            }
            Some((from, Opened::AfterHoliday, holiday)) if (day - from).num_days() > NEAR => {
                let message = format!(
                    "this term starts on {}, and nothing says what is between it and the holiday \
                     before",
                    day_and_year(day)
                );
                let help = "add when that holiday ends, or the term that is missing";
                let fault = Diagnostic::error("gap", span, message);
                self.page
                    .fault(fault.and(holiday, "the holiday").help(help));
            }
            Some((from, Opened::Said, before)) if self.has_school_before(from, day) => {
                self.never_ends(before);
            }
            Some(_) | None => {}
        }
        self.open = Some((day, Opened::Said, span));
    }

    fn has_school_before(&self, from: NaiveDate, day: NaiveDate) -> bool {
        self.first_school_day(from, day)
            .is_some_and(|first| first < day)
    }

    fn ends(&mut self, day: NaiveDate, span: Span) {
        match (self.open, self.before) {
            (Some((from, _, place)), _) if from <= day => self.close(from, day, place, true),
            // A term that ends twice, with no school between.
            (None, Before::TermEnded(before))
                if before
                    .succ_opt()
                    .is_none_or(|next| self.first_school_day(next, day).is_none()) => {}
            (Some((_, Opened::AfterHoliday, holiday)), _) => {
                let fault =
                    Diagnostic::error("contradiction", span, "this term ends inside of a holiday");
                self.page
                    .fault(fault.and(holiday, "the holiday").help("check both"));
                return;
            }
            (Some(_) | None, _) => {
                let message = "a term ends here, and nothing says when it began";
                let help = "add its first day";
                self.page
                    .fault(Diagnostic::error("no-start", span, message).help(help));
            }
        }
        self.open = None;
        self.before = Before::TermEnded(day);
    }

    fn holiday(&mut self, first: NaiveDate, last: NaiveDate, span: Span) {
        let is_known_before = match (self.open, self.before) {
            (Some((from, opened, place)), _) => {
                if let Some(end) = first.pred_opt().filter(|end| from <= *end) {
                    self.close(from, end, place, opened == Opened::Said);
                }
                true
            }
            (None, Before::TermEnded(_)) => true,
            (None, Before::Nothing) => is_of_summer(first, last),
        };
        if !is_known_before {
            let message = "nothing says when the term before this holiday began, so that its days are \
                           not known";
            let help = "add the first day of that term";
            self.page.fault(
                Diagnostic::error("holiday-without-term", span, message)
                    .warning()
                    .help(help),
            );
        }
        let from = last.succ_opt().unwrap_or(last);
        let from = self
            .open
            .filter(|open| open.1 == Opened::AfterHoliday)
            .map_or(from, |open| from.max(open.0));
        self.open = Some((from, Opened::AfterHoliday, span));
    }

    fn finish(&mut self) {
        match self.open {
            Some((_, Opened::Said, span)) => self.never_ends(span),
            Some((from, Opened::AfterHoliday, span)) if !is_of_summer(from, from) => {
                let message = "nothing says when the term behind this holiday ends, so that its days \
                               are not known";
                let help = "add the last day of that term, or the holiday behind it";
                self.page.fault(
                    Diagnostic::error("holiday-without-term", span, message)
                        .warning()
                        .help(help),
                );
            }
            Some(_) | None => {}
        }
    }

    fn never_ends(&mut self, span: Span) {
        let message = "a term starts here, and nothing says when it ends";
        let help = "add its last day, or the holiday behind it";
        self.page
            .fault(Diagnostic::error("no-end", span, message).help(help));
    }

    /// Keeps a term from its first day with pupils to its last.
    fn close(&mut self, from: NaiveDate, to: NaiveDate, span: Span, is_said: bool) {
        let length = (to - from).num_days() + 1;
        if length > LONGEST_TERM {
            let message = format!(
                "this would be a term of {length} days without a holiday, from {} to {}",
                day_and_year(from),
                day_and_year(to)
            );
            let help = "add the half term or the end of term that is missing between";
            self.page
                .fault(Diagnostic::error("term-too-long", span, message).help(help));
            return;
        }
        if length > LONGEST_HALF_TERM {
            let message = format!(
                "this would be {length} days of school without a half term, from {} to {}",
                day_and_year(from),
                day_and_year(to)
            );
            let help = "add the half term, so that its days are not taken for days of school";
            let fault = Diagnostic::error("no-half-term", span, message);
            self.page.fault(fault.warning().help(help));
        }
        match (
            self.first_school_day(from, to),
            self.last_school_day(from, to),
        ) {
            (Some(first), Some(last)) => self.terms.push(at(Stretch { first, last }, span)),
            _ if is_said => {
                let message = "this term has no day with pupils";
                let help = "check its first and its last day";
                self.page
                    .fault(Diagnostic::error("empty-term", span, message).help(help));
            }
            _ => {}
        }
    }

    fn is_school_day(&self, day: NaiveDate) -> bool {
        !is_weekend(day) && !self.staff_only.contains(&day) && !(self.is_day_off)(day)
    }

    fn first_school_day(&self, from: NaiveDate, to: NaiveDate) -> Option<NaiveDate> {
        from.iter_days()
            .take_while(|day| *day <= to)
            .find(|day| self.is_school_day(*day))
    }

    fn last_school_day(&self, from: NaiveDate, to: NaiveDate) -> Option<NaiveDate> {
        let days = std::iter::successors(Some(to), NaiveDate::pred_opt);
        let mut days = days.take_while(|day| *day >= from);
        days.find(|day| self.is_school_day(*day))
    }
}

/// Whether days are those of the long holiday between two school years.
fn is_of_summer(first: NaiveDate, last: NaiveDate) -> bool {
    let is_in_summer = |day: NaiveDate| matches!(day.month(), 7..=9);
    is_in_summer(first) && is_in_summer(last)
}

/// Says so where a day with staff only belongs to no term.
fn place_of_inset(day: &Spanned<NaiveDate>, terms: &[Spanned<Stretch>], page: &mut Page) {
    let near = |term: &Spanned<Stretch>| {
        let margin = TimeDelta::days(NEAR);
        term.value.first - margin <= day.value && day.value <= term.value.last + margin
    };
    let message = if is_weekend(day.value) {
        format!(
            "this INSET day, {}, is at a weekend",
            day_and_year(day.value)
        )
    } else if !terms.is_empty() && !terms.iter().any(near) {
        format!(
            "this INSET day, {}, is neither in a term nor next to one",
            day_and_year(day.value)
        )
    } else {
        return;
    };
    page.fault(
        Diagnostic::error("inset-outside-terms", day.span, message)
            .warning()
            .help("check the day, or add the term that it belongs to"),
    );
}
