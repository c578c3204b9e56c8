//! The output of `explain`: a clause or a rule in words.

use super::text::wrap;
use crate::charter::{Charter, Clause, Judged};
use crate::rules::{Rule, RulePage};

/// Every clause with how it is judged.
pub fn clauses(charter: &Charter) -> String {
    let redactor = charter.redactor.clone();
    let mut out = format!("{}\n\n", redactor.redact(&charter.title));
    for clause in &charter.clauses {
        let judged = match &clause.judged {
            Judged::By(rule) => format!("rule `{}` ({})", rule.page().name, rule.page().title),
            Judged::Not(why) => format!("not judged by the program: {}", redactor.redact(why)),
        };
        wrap(
            &mut out,
            &format!("{:<7}", clause.id),
            "       ",
            redactor.redact(&clause.says).as_str(),
        );
        wrap(&mut out, "       ", "       ", &judged);
    }
    out.push_str("\nSay `charter-audit explain` with a clause or a rule to read more.\n");
    out
}

/// One clause, and the page of its rule.
pub fn clause(charter: &Charter, clause: &Clause) -> String {
    let mut out = String::new();
    let says = charter.redactor.redact(&clause.says);
    wrap(&mut out, &format!("{}: ", clause.id), "  ", says.as_str());
    for fact in about(charter, clause) {
        wrap(&mut out, "", "", &fact);
    }
    if let Judged::By(of) = &clause.judged {
        out.push('\n');
        out.push_str(&rule(of.page()));
    }
    out
}

/// What there is to say about a clause, each in a paragraph: whose it is, what falling short means,
/// where its standards come from, and what the charter asks for.
pub(super) fn about(charter: &Charter, clause: &Clause) -> Vec<String> {
    let redactor = &charter.redactor;
    let explainable = if clause.explainable {
        "falling short can be explained"
    } else {
        "an explanation does not change that"
    };
    let mut facts = vec![format!(
        "A promise of {}; when it is not kept, that is a {}; {explainable}.",
        clause.of.spoken(),
        clause.severity.word(),
    )];
    facts.extend(
        clause
            .note
            .as_ref()
            .map(|note| redactor.redact(note).to_string()),
    );
    if charter.standards.adopted_on.get().is_none() && clause.judged.rule().is_some() {
        facts.push("Its standards are tool defaults, not yet agreed locally.".to_owned());
    }
    match &clause.judged {
        Judged::By(of) => {
            let asks = of.asks().map(|asks| redactor.redact(&asks));
            facts.extend(asks.map(|asks| format!("This charter asks for: {asks}.")));
        }
        Judged::Not(why) => {
            facts.push(format!(
                "Not judged by the program: {}",
                redactor.redact(why)
            ));
        }
    }
    facts
}

/// The page of a rule.
pub fn rule(page: RulePage) -> String {
    format!("# {} (`{}`)\n\n{}\n", page.title, page.name, page.text())
}

/// Every name that `explain` understands: the clauses of the charter, and all rules.
pub fn names(charter: &Charter) -> Vec<String> {
    let clauses = charter.clauses.iter().map(|clause| clause.id.clone());
    clauses
        .chain(Rule::pages().map(|page| page.name.to_owned()))
        .collect()
}
