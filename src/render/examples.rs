//! The output of `test`: which of a charter's examples are judged otherwise than they expect.

use std::collections::BTreeSet;

use super::text::wrap;
use crate::charter::{Charter, Judged};
use crate::examples::ExampleResult;
use crate::rules::{Severity, Verdict};
use identifiers::redact::Redactor;
use located::source::Sources;
use working_days::{count_of, day_and_year};

/// Writes what came of the examples.
pub fn render(
    charter: &Charter,
    name: &str,
    results: &[ExampleResult],
    foreign: usize,
    sources: &Sources,
) -> String {
    let redactor = charter.redactor.clone();
    let mut out = format!(
        "Charter: {} ({})\n\n",
        redactor.redact(&charter.title),
        redactor.redact(name)
    );
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let tried: BTreeSet<String> = results
        .iter()
        .map(|result| result.clause.to_lowercase())
        .collect();
    let wrong: Vec<&ExampleResult> = results
        .iter()
        .filter(|result| !result.is_as_expected())
        .collect();
    let summary = format!(
        "{} of {}: {} judged as expected, {} otherwise.",
        count_of(number(results.len()), "examples"),
        count_of(number(tried.len()), "clauses"),
        results.len() - wrong.len(),
        wrong.len()
    );
    wrap(&mut out, "", "", &summary);
    if foreign > 0 {
        let passed = format!(
            "{} of the built-in charter use words that this charter does not have, and were passed \
             over.",
            count_of(number(foreign), "examples")
        );
        wrap(&mut out, "", "", &passed);
    }
    for result in wrong {
        otherwise(&mut out, result, &redactor, sources);
    }
    if let Some(untried) = untried(charter, &tried) {
        out.push('\n');
        wrap(&mut out, "", "", &untried);
    }
    out
}

/// An example that is judged otherwise than it expects.
fn otherwise(out: &mut String, result: &ExampleResult, redactor: &Redactor, sources: &Sources) {
    out.push('\n');
    let lead = format!(
        "{}: {}, example {} (as of {})\n",
        sources.address(result.span),
        result.clause,
        result.number,
        day_and_year(result.as_of)
    );
    out.push_str(redactor.redact(&lead).as_str());
    out.push('\n');
    let expected = verdict(result.expected, result.expected_severity);
    wrap(out, "  expected: ", "            ", &expected);
    let found = result.found.as_ref().map_or_else(
        || "the clause judges nothing in this example".to_owned(),
        |found| {
            let weighs = result.expected_severity.is_some() && found.verdict == Verdict::NotMet;
            let severity = weighs.then_some(found.severity);
            format!(
                "{}: {}",
                verdict(found.verdict, severity),
                redactor.redact(&found.evidence)
            )
        },
    );
    wrap(out, "  found:    ", "            ", &found);
}

/// The clauses that a rule judges and that no example shows.
fn untried(charter: &Charter, tried: &BTreeSet<String>) -> Option<String> {
    let untried: Vec<&str> = charter
        .clauses
        .iter()
        .filter(|clause| {
            matches!(clause.judged, Judged::By(_)) && !tried.contains(&clause.id.to_lowercase())
        })
        .map(|clause| clause.id.as_str())
        .collect();
    (!untried.is_empty()).then(|| format!("Without an example: {}.", untried.join(", ")))
}

fn verdict(verdict: Verdict, severity: Option<Severity>) -> String {
    match severity {
        Some(severity) => format!("{} ({})", verdict.word(), severity.word()),
        None => verdict.word().to_owned(),
    }
}
