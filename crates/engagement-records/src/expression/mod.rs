//! Conditions and messages that a charter writes itself, in CEL, the Common Expression Language.
//!
//! CEL's own parser reads them. Everything else is ours, because an audit needs what CEL's
//! interpreter does not have: types checked before anything runs, a place for every fault, values
//! that are silent, denied or rough, and a bound on the work. The parts of CEL that are left out
//! are refused with their place: decimals, division, maps, indices, regular expressions.

mod amount;
mod check;
mod code;
mod dry_run;
mod functions;
mod gap;
mod message;
mod outcome;
mod parse;
mod paths;
mod run;
mod scan;
#[cfg(test)]
mod tests;

pub use message::MessageTemplate;
pub use outcome::{ConditionOutcome, Evaluation, Ground};

use check::Checker;
use code::Code;
use dry_run::dry_run;
use paths::Paths;
use run::Evaluator;
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
                dry_run(&code, &kinds, origin, text.len())?;
                Ok(Expression { code, paths })
            }
            _ => Err(faults),
        }
    }

    /// The fields that it names, by the names that lead to them.
    pub fn fields(&self) -> &[String] {
        &self.paths.words
    }

    /// Works the condition out for one record. Whether a field says something is open where the
    /// record's file has no place for it.
    pub fn evaluate(&self, view: &View<'_>, calendar: &Calendar) -> Evaluation {
        self.work_out(view, calendar, false)
    }

    /// Works the condition out for one record, of which a field says nothing where its file has no
    /// place for it.
    pub fn evaluate_as_unsaid(&self, view: &View<'_>, calendar: &Calendar) -> Evaluation {
        self.work_out(view, calendar, true)
    }

    fn work_out(&self, view: &View<'_>, calendar: &Calendar, as_unsaid: bool) -> Evaluation {
        let said = self.paths.said(view);
        let mut evaluator = Evaluator::new(&said, calendar, view.as_of());
        evaluator.as_unsaid = as_unsaid;
        let outcome = match evaluator.truth(&self.code) {
            Ok(true) => ConditionOutcome::Yes,
            Ok(false) => ConditionOutcome::No,
            Err(gap) => self.paths.outcome(gap),
        };
        let rests_on = self.paths.words.iter().zip(&said);
        let rests_on = rests_on.filter_map(|(path, said)| match said {
            Said::Value(_, place) | Said::SomeDay(place) => Some(Ground {
                path: path.clone(),
                place: *place,
            }),
            Said::Missing(_) | Said::Unreadable(_) | Said::Denied(_) => None,
        });
        Evaluation {
            outcome,
            rests_on: rests_on.collect(),
        }
    }
}
