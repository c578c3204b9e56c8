//! The output of `explain`: a clause, a rule or a field in words.

use std::fmt::Write as _;

use crate::charter::{Charter, Clause};
use crate::examples::ExampleResult;
use crate::report::explain;
use crate::report::field_pages::{self, FieldPage};
use crate::report::wrap;
use crate::rules::{Rule, RulePage};
use engagement_records::record::RecordType;
use identifiers::safe;
use identifiers::text::SafeText;
use located::source::Sources;

/// Every clause on a line: where its number comes from, what it is called and what is asked for.
pub fn clauses(charter: &Charter, sources: &Sources) -> String {
    let mut out = format!("{}\n\n", explain::title(charter));
    for clause in explain::clauses(charter, sources) {
        let id = clause.id.as_str();
        let _ = writeln!(out, "{id:<6} {:<8}  {}", clause.from, clause.asks);
    }
    out.push_str(
        "\nNumbers are your own where your charter names them, and otherwise defaults of this program.\n\
         Run `charter-audit explain` with a clause, a rule or a field to read more.\n",
    );
    out
}

/// One clause with examples of it, and the page of its rule.
pub fn clause(
    charter: &Charter,
    clause: &Clause,
    examples: &[ExampleResult],
    sources: &Sources,
) -> String {
    let clause = explain::clause(charter, clause, examples, sources);
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

/// So many headings of a field stand in the list of all fields.
const HEADINGS: usize = 4;

/// Every field of records, in a few lines each.
pub fn fields(charter: Option<&Charter>) -> String {
    let pages = field_pages::all(charter);
    let mut out = String::from(
        "Fields of records. None has to be there: what a record leaves out, it\ncannot show.\n",
    );
    for kind in RecordType::ALL {
        let word = SafeText::own(kind.word());
        out.push('\n');
        wrap(&mut out, "# ", "", &word);
        for page in pages.iter().filter(|page| page.kind == *kind) {
            out.push('\n');
            wrap(&mut out, &format!("{}: ", page.path), "  ", &page.meaning);
            let mut about = page.holds.clone().unwrap_or_default().capitalised();
            if let Some((heading, others)) = &page.headings {
                about.push(safe!(". Heading `{}`", heading));
                let more = others.len().saturating_sub(HEADINGS);
                if !others.is_empty() {
                    let shown = others.iter().copied().take(HEADINGS);
                    about.push(safe!("; also {}", SafeText::joined(shown, ", ")));
                }
                if more > 0 {
                    about.push(safe!(" and {} more", more));
                }
            }
            about.push(".");
            wrap(&mut out, "  ", "  ", &about);
        }
    }
    out.push_str("\nRun `charter-audit explain` with a field to read more.\n");
    out
}

/// One field.
pub fn field(page: &FieldPage) -> String {
    let mut out = String::new();
    let title = safe!("{} ({})", page.path, page.kind.word());
    wrap(&mut out, "# ", "", &title);
    out.push('\n');
    wrap(&mut out, "", "", &page.meaning);
    if page.may_name_people {
        let people = "It holds whatever somebody writes, so it may name people. Write posts and \
                      groups, never who it was.";
        wrap(&mut out, "", "", people);
    }
    out.push('\n');
    let mut fact = |name: &str, text: &SafeText| {
        wrap(&mut out, &format!("{name:<12}"), &" ".repeat(12), text);
    };
    if let Some(holds) = &page.holds {
        fact("Holds:", holds);
    }
    if let Some((heading, others)) = &page.headings {
        fact("Heading:", heading);
        if !others.is_empty() {
            fact("also:", &SafeText::joined(others.iter().copied(), ", "));
        }
    }
    if let Some(property) = &page.property {
        fact("Calendars:", property);
    }
    if !page.promises.is_empty() {
        fact("Promises:", &SafeText::joined(&page.promises, ", "));
    }
    if !page.below.is_empty() && !page.promises.is_empty() {
        out.push('\n');
    }
    for (path, meaning) in &page.below {
        wrap(&mut out, &format!("- {path}: "), "  ", *meaning);
    }
    if !page.written.is_empty() {
        out.push_str("\nIn a file of records:\n\n");
        for line in &page.written {
            out.push_str("    ");
            out.push_str(line.as_str());
            out.push('\n');
        }
    }
    out
}

/// Where other things have the name of a clause or rule: what to ask for.
pub fn also_fields(pages: &[FieldPage]) -> String {
    let paths = pages
        .iter()
        .map(|page| safe!("`{}.{}`", page.kind.word(), page.path));
    let mut out = String::from("\n");
    let also = safe!(
        "This is also the name of a field. To read about it, ask for {}.",
        SafeText::listed(paths, "or")
    );
    wrap(&mut out, "", "", &also);
    out
}

/// Every name of a promise that `explain` understands: the clauses of the charter, and all rules.
pub fn names(charter: &Charter) -> Vec<String> {
    let clauses = charter.clauses.iter().map(|clause| clause.id.clone());
    clauses
        .chain(Rule::pages().flat_map(|page| page.names().map(str::to_owned)))
        .collect()
}
