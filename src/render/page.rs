//! The output of `explain`: a clause or a rule in words.

use super::text::wrap;
use crate::charter::{Charter, Clause};
use crate::examples::ExampleResult;
use crate::report::explain;
use crate::rules::{Rule, RulePage};

/// Every clause with how it is judged.
pub fn clauses(charter: &Charter) -> String {
    let mut out = format!("{}\n\n", explain::title(charter));
    for clause in explain::clauses(charter) {
        wrap(
            &mut out,
            &format!("{:<7}", clause.id),
            "       ",
            &clause.says,
        );
        wrap(&mut out, "       ", "       ", &clause.judged);
    }
    out.push_str("\nRun `charter-audit explain` with a clause or a rule to read more.\n");
    out
}

/// One clause with examples of it, and the page of its rule.
pub fn clause(charter: &Charter, clause: &Clause, examples: &[ExampleResult]) -> String {
    let clause = explain::clause(charter, clause, examples);
    let mut out = String::new();
    wrap(&mut out, &format!("{}: ", clause.id), "  ", &clause.says);
    for fact in &clause.facts {
        wrap(&mut out, "", "", fact);
    }
    for (heading, lines) in &clause.examples {
        out.push('\n');
        wrap(&mut out, "", "", heading);
        for line in lines {
            wrap(&mut out, "- ", "  ", line);
        }
    }
    if let Some(page) = clause.page {
        out.push('\n');
        out.push_str(&rule(page));
    }
    out
}

/// The page of a rule.
pub fn rule(page: RulePage) -> String {
    format!(
        "# {} (`{}`)\n\nWhen it is not kept, reports call it: {}.\n\n{}\n",
        page.promise,
        page.code,
        page.failing,
        page.text()
    )
}

/// Every name that `explain` understands: the clauses of the charter, and all rules.
pub fn names(charter: &Charter) -> Vec<String> {
    let clauses = charter.clauses.iter().map(|clause| clause.id.clone());
    clauses
        .chain(Rule::pages().flat_map(|page| page.names().map(str::to_owned)))
        .collect()
}
