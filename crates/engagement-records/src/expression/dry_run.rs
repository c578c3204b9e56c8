//! A first run on sample values, so that nothing that the checker missed is found during an audit.

use super::check::WRONG_TYPE;
use super::code::{Code, sample};
use super::gap::NoValue;
use super::run::Evaluator;
use super::scan::Origin;
use crate::record::view::{Said, Type};
use located::diagnostic::Diagnostic;
use working_days::Calendar;

/// Runs the code once.
///
/// # Errors
///
/// It mixes types.
pub(super) fn dry_run(
    code: &Code,
    kinds: &[Type<'_>],
    origin: Origin,
    length: usize,
) -> Result<(), Vec<Diagnostic>> {
    let said: Vec<Said<'_>> = kinds
        .iter()
        .map(|kind| Said::Value(sample(kind, origin.span), origin.span))
        .collect();
    let calendar = Calendar::default();
    let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 2).unwrap_or_default();
    match Evaluator::new(&said, &calendar, day).value(code) {
        Err(NoValue::Broken) => Err(vec![origin.fault(
            &(0..length),
            WRONG_TYPE,
            "this expression mixes types",
        )]),
        _ => Ok(()),
    }
}
