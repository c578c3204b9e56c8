//! The schools of a charter: terms that it lists itself, and terms that it takes from a school's own
//! calendar or table.

use chrono::NaiveDate;

use super::files::{NamedFiles, SchoolTerms};
use engagement_records::fields::{Asked, Fields, read_date};
use located::diagnostic::Diagnostic;
use located::source::{Span, Spanned};
use working_days::{School, Stretch};

/// A school with the places of what is said of it.
#[derive(Debug, Clone)]
pub struct SchoolSource {
    /// The word that records use for it.
    pub id: String,
    /// Where the charter names it.
    pub place: Span,
    /// Its half terms, in order, each at the place that says it.
    pub terms: Vec<Spanned<Stretch>>,
    /// Its days with staff only, in order.
    pub inset: Vec<Spanned<NaiveDate>>,
    /// How many entries and rows of its files say nothing of terms.
    pub passed_over: usize,
}

impl SchoolSource {
    /// The school without places.
    pub(super) fn school(&self) -> School {
        School {
            id: self.id.clone(),
            terms: self.terms.iter().map(|term| term.value).collect(),
            inset: self.inset.iter().map(|day| day.value).collect(),
        }
    }
}

/// Reads a school of a charter. `is_day_off` says which weekdays are bank holidays.
pub(super) fn read_school(
    id: &str,
    place: Span,
    f: &mut Fields<'_, '_>,
    files: &NamedFiles<'_>,
    is_day_off: &dyn Fn(NaiveDate) -> bool,
) -> SchoolSource {
    let mut terms = own_terms(f);
    let inset = f.list("inset", || Asked::Day, read_date);
    let mut inset: Vec<Spanned<NaiveDate>> = inset.get().cloned().unwrap_or_default();
    let named = f.list("terms_from", || Asked::Name, |name| Ok(name.to_owned()));
    let mut passed_over = 0;
    for name in named.get().into_iter().flatten() {
        match files.school(&name.value, is_day_off) {
            Ok((read, faults)) => {
                for fault in faults {
                    f.fault(fault);
                }
                passed_over += read.passed_over;
                join(&mut terms, &mut inset, read, f);
            }
            Err(why) => f.fault(
                Diagnostic::error(
                    "unreadable-terms",
                    name.span,
                    "the terms cannot be read from this file",
                )
                .help(why),
            ),
        }
    }
    inset.sort_by_key(|day| day.value);
    inset.dedup_by_key(|day| day.value);
    SchoolSource {
        id: id.to_owned(),
        place,
        terms,
        inset,
        passed_over,
    }
}

/// The terms that the charter lists itself.
fn own_terms(f: &mut Fields<'_, '_>) -> Vec<Spanned<Stretch>> {
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
    let mut stretches: Vec<Spanned<Stretch>> = Vec::new();
    for term in terms.get().into_iter().flatten() {
        let Some(stretch) = term.value else { continue };
        if stretches
            .last()
            .is_some_and(|before| stretch.first <= before.value.last)
        {
            f.fault(Diagnostic::error(
                "terms-out-of-order",
                term.span,
                "this term begins before the one above it has ended; list terms in order",
            ));
        }
        stretches.push(Spanned {
            value: stretch,
            span: term.span,
        });
    }
    stretches
}

/// Adds what a file says. What both say in the same words is one; where they contradict each other,
/// nobody knows.
fn join(
    terms: &mut Vec<Spanned<Stretch>>,
    inset: &mut Vec<Spanned<NaiveDate>>,
    read: SchoolTerms,
    f: &mut Fields<'_, '_>,
) {
    let overlaps =
        |one: &Stretch, other: &Stretch| one.first <= other.last && other.first <= one.last;
    for term in terms.iter() {
        let holiday = read
            .holidays
            .iter()
            .find(|one| overlaps(&one.value, &term.value));
        let is_said = read
            .terms
            .iter()
            .any(|one| overlaps(&one.value, &term.value));
        if let Some(holiday) = holiday.filter(|_| !is_said) {
            f.fault(contradiction(
                term.span,
                holiday.span,
                "a holiday in the school's file",
            ));
        }
    }
    for term in read.terms {
        match terms
            .iter()
            .find(|known| overlaps(&known.value, &term.value))
        {
            None => terms.push(term),
            Some(known) if known.value == term.value => {}
            Some(known) => {
                f.fault(contradiction(
                    known.span,
                    term.span,
                    "another term in the school's file",
                ));
            }
        }
    }
    terms.sort_by_key(|term| term.value.first);
    inset.extend(read.inset);
}

fn contradiction(own: Span, other: Span, what: &'static str) -> Diagnostic {
    let message = "this term contradicts the school's file, so nobody knows which of them holds";
    Diagnostic::error("terms-contradict", own, message)
        .and(other, what)
        .help("take out whichever is wrong; `terms` beside `terms_from` is for years that the file leaves out")
}

fn required_date(f: &mut Fields<'_, '_>, name: &'static str) -> Option<Spanned<NaiveDate>> {
    let field = f.date(name);
    f.require(name);
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
