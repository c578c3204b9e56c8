//! The output of `test`: which of a charter's examples are judged otherwise than they expect.

use std::collections::BTreeSet;

use crate::charter::{Charter, Judged};
use crate::examples::ExampleResult;
use crate::report::words::{count_of, day_and_year};
use crate::report::wrap;
use crate::rules::{Severity, Verdict};
use identifiers::redact::Redactor;
use identifiers::safe;
use identifiers::text::SafeText;
use located::source::Sources;

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
    let tried: BTreeSet<String> = results
        .iter()
        .map(|result| result.clause.to_lowercase())
        .collect();
    let wrong: Vec<&ExampleResult> = results
        .iter()
        .filter(|result| !result.is_as_expected())
        .collect();
    let summary = safe!(
        "{} of {}: {} as expected, {} with another verdict.",
        count_of(results.len(), "examples"),
        count_of(tried.len(), "clauses"),
        results.len() - wrong.len(),
        wrong.len()
    );
    wrap(&mut out, "", "", &summary);
    if foreign > 0 {
        let passed = safe!(
            "{} of the built-in charter use words that this charter does not have, and were passed \
             over.",
            count_of(foreign, "examples")
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
        || "the clause judges nothing in this example".into(),
        |found| {
            let weighs = result.expected_severity.is_some() && found.verdict == Verdict::NotKept;
            let severity = weighs.then_some(found.severity);
            safe!(
                "{}: {}",
                verdict(found.verdict, severity),
                redactor.redact(&found.evidence)
            )
        },
    );
    wrap(out, "  found:    ", "            ", &found);
}

/// The clauses that a rule judges and that no example shows.
fn untried(charter: &Charter, tried: &BTreeSet<String>) -> Option<SafeText> {
    let untried: Vec<SafeText> = charter
        .clauses
        .iter()
        .filter(|clause| {
            matches!(clause.judged, Judged::By(_)) && !tried.contains(&clause.id.to_lowercase())
        })
        .map(|clause| charter.redactor.redact(&clause.id))
        .collect();
    (!untried.is_empty())
        .then(|| safe!("Without an example: {}.", SafeText::joined(&untried, ", ")))
}

fn verdict(verdict: Verdict, severity: Option<Severity>) -> SafeText {
    match severity {
        Some(severity) => safe!("{} ({})", verdict.in_prose(), severity.word()),
        None => verdict.in_prose().into(),
    }
}
