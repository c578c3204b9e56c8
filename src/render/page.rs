//! The output of `explain`: a clause or a rule in words.

use super::text::wrap;
use crate::charter::{Charter, Clause, Judged};
use crate::rules::{Page, Rule};

/// Every clause with how it is judged.
pub fn clauses(charter: &Charter) -> String {
    let mask = charter.mask.clone();
    let mut out = format!("{}\n\n", mask.one_line(&charter.title));
    for clause in &charter.clauses {
        let judged = match &clause.judged {
            Judged::By(rule) => format!("rule `{}` ({})", rule.page().name, rule.page().title),
            Judged::Not(why) => format!("not judged by the program: {}", mask.one_line(why)),
        };
        wrap(
            &mut out,
            &format!("{:<7}", clause.id),
            "       ",
            &mask.one_line(&clause.says),
        );
        wrap(&mut out, "       ", "       ", &judged);
    }
    out.push_str("\nSay `charter-audit explain` with a clause or a rule to read more.\n");
    out
}

/// One clause, and the page of its rule.
pub fn clause(charter: &Charter, clause: &Clause) -> String {
    let mask = charter.mask.clone();
    let mut out = String::new();
    let says = mask.one_line(&clause.says);
    wrap(&mut out, &format!("{}: ", clause.id), "  ", &says);
    let explainable = if clause.explainable {
        "falling short can be explained"
    } else {
        "an explanation does not change that"
    };
    let facts = format!(
        "A promise of {}; when it is not kept, that is a {}; {explainable}.",
        clause.of.spoken(),
        clause.severity.word(),
    );
    wrap(&mut out, "", "", &facts);
    if let Some(note) = &clause.note {
        wrap(&mut out, "", "", &mask.one_line(note));
    }
    if charter.standards.adopted_on.get().is_none() && clause.judged.rule().is_some() {
        wrap(
            &mut out,
            "",
            "",
            "Its standards are tool defaults, not yet agreed locally.",
        );
    }
    match &clause.judged {
        Judged::By(of) => {
            if let Some(asks) = of.asks() {
                let asks = mask.one_line(&asks);
                wrap(&mut out, "", "", &format!("This charter asks for: {asks}."));
            }
            out.push('\n');
            out.push_str(&rule(of.page()));
        }
        Judged::Not(why) => wrap(
            &mut out,
            "",
            "",
            &format!("Not judged by the program: {}", mask.one_line(why)),
        ),
    }
    out
}

/// The page of a rule.
pub fn rule(page: Page) -> String {
    format!("# {} (`{}`)\n\n{}\n", page.title, page.name, page.text())
}

/// Every name that `explain` understands: the clauses of the charter, and all rules.
pub fn names(charter: &Charter) -> Vec<String> {
    let clauses = charter.clauses.iter().map(|clause| clause.id.clone());
    clauses
        .chain(Rule::pages().map(|page| page.name.to_owned()))
        .collect()
}
