//! Holidays of which the first and the last day stand apart.

use chrono::NaiveDate;
use located::diagnostic::Diagnostic;
use located::source::Spanned;
use working_days::Stretch;

use crate::page::Page;
use crate::published::{Published, at};

/// No holiday is longer, in days: those of the summer are about 45.
const LONGEST: i64 = 70;

/// Makes holidays of their first and last days, each first day with the next last one.
pub(crate) fn pair(published: &mut Published, page: &mut Page) {
    let mut starts = std::mem::take(&mut published.holiday_starts);
    let mut ends = std::mem::take(&mut published.holiday_ends);
    for days in [&mut starts, &mut ends] {
        days.sort_by_key(|day| day.value);
        days.dedup_by_key(|day| day.value);
    }
    let mut ends = ends.into_iter().peekable();
    let mut starts = starts.into_iter().peekable();
    while let Some(start) = starts.next() {
        while let Some(early) = ends.next_if(|end| end.value < start.value) {
            alone(&early, "ends here, and nothing says when it began", page);
        }
        let before_next = starts.peek().map(|next| next.value);
        let end = ends.next_if(|end| {
            (end.value - start.value).num_days() <= LONGEST
                && before_next.is_none_or(|next| end.value < next)
        });
        match end {
            Some(end) => {
                let stretch = Stretch {
                    first: start.value,
                    last: end.value,
                };
                published.holidays.push(at(stretch, start.span));
            }
            None => alone(&start, "begins here, and nothing says when it ends", page),
        }
    }
    for end in ends {
        alone(&end, "ends here, and nothing says when it began", page);
    }
}

fn alone(day: &Spanned<NaiveDate>, what: &str, page: &mut Page) {
    let message = format!("a holiday {what}");
    let help = "give its first and its last day";
    page.fault(Diagnostic::error("half-a-holiday", day.span, message).help(help));
}
