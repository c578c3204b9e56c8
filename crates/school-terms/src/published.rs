//! What a school published, gathered before anything is made of it.

use chrono::NaiveDate;
use located::source::{Span, Spanned};
use working_days::Stretch;

/// Every statement of a file about its terms, each with its place.
#[derive(Debug, Default)]
pub(crate) struct Published {
    /// Terms by their first and last day.
    pub(crate) terms: Vec<Spanned<Stretch>>,
    /// Days on which a term begins.
    pub(crate) starts: Vec<Spanned<NaiveDate>>,
    /// Days on which a term ends.
    pub(crate) ends: Vec<Spanned<NaiveDate>>,
    /// Half terms and holidays by their first and last day without school.
    pub(crate) holidays: Vec<Spanned<Stretch>>,
    /// Days on which a holiday begins.
    pub(crate) holiday_starts: Vec<Spanned<NaiveDate>>,
    /// Days on which a holiday ends.
    pub(crate) holiday_ends: Vec<Spanned<NaiveDate>>,
    /// Days with staff only.
    pub(crate) inset: Vec<Spanned<NaiveDate>>,
    /// How many entries or rows say nothing of terms.
    pub(crate) passed_over: usize,
}

/// Something with its place.
pub(crate) fn at<T>(value: T, span: Span) -> Spanned<T> {
    Spanned { value, span }
}
