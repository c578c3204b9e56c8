//! Conditions and messages that a charter writes itself, in CEL, the Common Expression Language.
//!
//! CEL's own parser reads them. Everything else is ours, because an audit needs what CEL's
//! interpreter does not have: types checked before anything runs, a place for every fault, values
//! that are silent, denied or rough, and a bound on the work. The parts of CEL that are left out
//! are refused with their place: decimals, division, maps, indices, regular expressions.

mod amount;
mod check;
mod code;
mod functions;
mod message;
mod parse;
mod run;
mod scan;
#[cfg(test)]
mod tests;

pub use message::Message;

use check::Checker;
use code::{Code, sample};
use run::{Gap, Run};
use scan::Origin;

use crate::record::view::{Said, Schema, View};
use located::diagnostic::Diagnostic;
use located::source::Span;
use working_days::Calendar;

/// A condition, checked against the fields of one type of record.
#[derive(Debug, Clone)]
pub struct Expression {
    code: Code,
    paths: Paths,
}

/// What came of an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It holds.
    Yes,
    /// It does not hold.
    No,
    /// It depends on a field that says nothing.
    Silent {
        /// The field, as the expression names it.
        path: String,
        /// Where it belongs.
        place: Span,
    },
    /// It depends on something that could not be read.
    Unreadable {
        /// Where that stands.
        place: Span,
    },
    /// It depends on a day that never was: the record states `none`. It counts as no.
    Denied {
        /// The field, as the expression names it.
        path: String,
        /// Where that is stated.
        place: Span,
    },
    /// It depends on what nobody told the program: days outside the calendar, a number that is
    /// only roughly known, a list that is too long.
    Unknown {
        /// Why, in words.
        why: String,
    },
}

/// An outcome and what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evaluation {
    /// What came of the expression.
    pub outcome: Outcome,
    /// The fields that it names and that say something, in the order of the expression.
    pub rests_on: Vec<Ground>,
}

/// A field that an outcome rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ground {
    /// The field, as the expression names it.
    pub path: String,
    /// Where it says something.
    pub place: Span,
}

/// The fields that an expression names, each once.
#[derive(Debug, Clone, Default)]
struct Paths {
    /// Those that are read from the record, by the names that lead to them.
    fields: Vec<Vec<String>>,
    /// Every path in words: first those of `fields`, then those of groups in lists.
    words: Vec<String>,
}

impl Expression {
    /// Checks a condition. `span` is the place of its text; where the text stands there byte for
    /// byte (`verbatim`), a fault points to the part that is wrong, otherwise to the whole.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn compile(
        text: &str,
        span: Span,
        verbatim: bool,
        schema: &Schema<'_>,
    ) -> Result<Self, Vec<Diagnostic>> {
        let origin = Origin {
            span,
            verbatim,
            shift: 0,
        };
        let (tree, parsed) = parse::parse(text, origin).map_err(|fault| vec![*fault])?;
        let mut checker = Checker::new(schema, &parsed, origin);
        let code = checker.condition(&tree);
        let (paths, kinds, faults) = checker.finish();
        match code {
            Some(code) if faults.is_empty() => {
                tried(&code, &kinds, origin, text.len())?;
                Ok(Expression { code, paths })
            }
            _ => Err(faults),
        }
    }

    /// Works the condition out for one record.
    pub fn evaluate(&self, view: &View<'_>, calendar: &Calendar) -> Evaluation {
        let said = self.paths.said(view);
        let outcome = match Run::new(&said, calendar, view.as_of()).truth(&self.code) {
            Ok(true) => Outcome::Yes,
            Ok(false) => Outcome::No,
            Err(gap) => self.paths.outcome(gap),
        };
        let rests_on = self.paths.words.iter().zip(&said);
        let rests_on = rests_on.filter_map(|(path, said)| match said {
            Said::Value(_, place) => Some(Ground {
                path: path.clone(),
                place: *place,
            }),
            Said::Silent(_) | Said::Unreadable(_) | Said::Denied(_) => None,
        });
        Evaluation {
            outcome,
            rests_on: rests_on.collect(),
        }
    }
}

impl Paths {
    fn said<'a>(&self, view: &View<'a>) -> Vec<Said<'a>> {
        self.fields.iter().map(|path| view.said(path)).collect()
    }

    fn word(&self, at: usize) -> String {
        self.words.get(at).cloned().unwrap_or_default()
    }

    fn outcome(&self, gap: Gap) -> Outcome {
        match gap {
            Gap::Denied(path, place) => Outcome::Denied {
                path: self.word(path),
                place,
            },
            Gap::Silent(path, place) => Outcome::Silent {
                path: self.word(path),
                place,
            },
            Gap::Unreadable(place) => Outcome::Unreadable { place },
            Gap::Unknown(why) => Outcome::Unknown { why },
            Gap::Broken => Outcome::Unknown {
                why: "the expression mixes types".to_owned(),
            },
        }
    }
}

/// Runs the code once on sample values, so that nothing that the checker missed is found during an
/// audit.
fn tried(
    code: &Code,
    kinds: &[crate::record::view::Type<'_>],
    origin: Origin,
    length: usize,
) -> Result<(), Vec<Diagnostic>> {
    let said: Vec<Said<'_>> = kinds
        .iter()
        .map(|kind| Said::Value(sample(kind, origin.span), origin.span))
        .collect();
    let calendar = Calendar::default();
    let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 2).unwrap_or_default();
    match Run::new(&said, &calendar, day).value(code) {
        Err(Gap::Broken) => Err(vec![origin.fault(
            &(0..length),
            check::WRONG_TYPE,
            "this expression mixes types",
        )]),
        _ => Ok(()),
    }
}
