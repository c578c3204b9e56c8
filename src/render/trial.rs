//! The output of `test`: which of a charter's examples are judged otherwise than they expect.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::text::wrap;
use crate::calendar::{count_of, day_and_year};
use crate::charter::{Charter, Judged};
use crate::report::safe;
use crate::rules::{Severity, Verdict};
use crate::source::Sources;
use crate::trial::Trial;

/// Writes what came of the examples.
pub fn render(charter: &Charter, name: &str, trials: &[Trial], sources: &Sources) -> String {
    let mut out = format!("Charter: {} ({})\n\n", safe(&charter.title), safe(name));
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let tried: BTreeSet<String> = trials
        .iter()
        .map(|trial| trial.clause.to_lowercase())
        .collect();
    let wrong: Vec<&Trial> = trials
        .iter()
        .filter(|trial| !trial.is_as_expected())
        .collect();
    let summary = format!(
        "{} of {}: {} judged as expected, {} otherwise.",
        count_of(number(trials.len()), "examples"),
        count_of(number(tried.len()), "clauses"),
        trials.len() - wrong.len(),
        wrong.len()
    );
    wrap(&mut out, "", "", &summary);
    for trial in wrong {
        out.push('\n');
        let lead = format!(
            "{}: {}, example {} (as of {})\n",
            sources.address(trial.span),
            trial.clause,
            trial.number,
            day_and_year(trial.as_of)
        );
        out.push_str(&safe(&lead));
        out.push('\n');
        let expected = verdict(trial.expected, trial.expected_severity);
        wrap(&mut out, "  expected: ", "            ", &expected);
        let found = trial.found.as_ref().map_or_else(
            || "the clause judges nothing in this example".to_owned(),
            |found| {
                let severity = Some(found.severity).filter(|_| trial.expected_severity.is_some());
                format!(
                    "{}: {}",
                    verdict(found.verdict, severity),
                    safe(&found.words)
                )
            },
        );
        wrap(&mut out, "  found:    ", "            ", &found);
    }
    let untried: Vec<&str> = charter
        .clauses
        .iter()
        .filter(|clause| {
            matches!(clause.judged, Judged::By(_)) && !tried.contains(&clause.id.to_lowercase())
        })
        .map(|clause| clause.id.as_str())
        .collect();
    if !untried.is_empty() {
        let _ = writeln!(out);
        let untried = format!("Without an example: {}.", untried.join(", "));
        wrap(&mut out, "", "", &untried);
    }
    out
}

fn verdict(verdict: Verdict, severity: Option<Severity>) -> String {
    match severity {
        Some(severity) => format!("{} ({})", verdict.word(), severity.word()),
        None => verdict.word().to_owned(),
    }
}
