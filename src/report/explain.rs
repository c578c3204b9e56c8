//! What `explain` says of a charter and its clauses.

use super::{NumberFrom, Report, ReportedClause};
use crate::charter::{Charter, Clause, Judged};
use crate::examples::ExampleResult;
use crate::rules::{Rule, RulePage, Severity, Verdict};
use identifiers::redact::Redactor;
use identifiers::safe;
use identifiers::text::SafeText;
use located::source::Sources;

/// A clause on one line.
pub struct ClauseLine {
    /// Its id.
    pub id: SafeText,
    /// Where its number comes from, if it has one: `your own` or `default`.
    pub from: &'static str,
    /// What people call the promise and what the charter asks for, or why it is not judged.
    pub asks: SafeText,
}

/// A clause by itself.
pub struct ClausePage {
    /// Its id.
    pub id: SafeText,
    /// The promise.
    pub says: SafeText,
    /// What there is to say about it, each in a paragraph.
    pub facts: Vec<SafeText>,
    /// Its examples that were kept and those that were not, each list below its heading.
    pub examples: Vec<(SafeText, Vec<SafeText>)>,
    /// The page of the rule that judges it.
    pub page: Option<RulePage>,
}

/// So many examples of a verdict are shown.
const EXAMPLES: usize = 3;

/// The title of a charter.
pub fn title(charter: &Charter) -> SafeText {
    charter.redactor.redact(&charter.title)
}

/// Every clause of a charter.
pub fn clauses(charter: &Charter, sources: &Sources) -> Vec<ClauseLine> {
    let redactor = &charter.redactor;
    let clauses = charter.clauses.iter();
    clauses
        .map(|clause| ClauseLine {
            id: redactor.redact(&clause.id),
            from: match NumberFrom::of(charter, clause, sources) {
                Some(NumberFrom::Own) => "your own",
                Some(NumberFrom::Default) => "default",
                Some(NumberFrom::Adopted) => "adopted",
                None => "",
            },
            asks: match &clause.judged {
                Judged::By(rule) => {
                    let promise = redactor.redact(rule.promise());
                    match rule.asks() {
                        Some(asks) => safe!("{}: {}", promise, redactor.redact(&asks)),
                        None => promise,
                    }
                }
                Judged::Not(why) => safe!("not judged: {}", redactor.redact(why)),
            },
        })
        .collect()
}

/// A clause by its id, with what people call its promise.
pub(super) fn named(clause: &Clause, redactor: &Redactor) -> SafeText {
    let id = redactor.redact(&clause.id);
    match clause.judged.rule() {
        Some(rule) => safe!("{} ({})", id, redactor.redact(rule.promise())),
        None => id,
    }
}

/// One clause of a charter, with what came of the charter's examples.
pub fn clause(
    charter: &Charter,
    clause: &Clause,
    examples: &[ExampleResult],
    sources: &Sources,
) -> ClausePage {
    let shown = [Verdict::Kept, Verdict::NotKept].map(|verdict| {
        let heading = match (verdict, clause.judged.rule()) {
            (Verdict::NotKept, Some(rule)) => {
                let failing = charter.redactor.redact(rule.failing());
                safe!("Not kept (“{}”), for example:", failing)
            }
            (Verdict::NotKept, None) => "Not kept, for example:".into(),
            _ => "Kept, for example:".into(),
        };
        (heading, evidence(charter, clause, examples, verdict))
    });
    ClausePage {
        id: charter.redactor.redact(&clause.id),
        says: charter.redactor.redact(&clause.says),
        facts: about(charter, clause, sources),
        examples: shown
            .into_iter()
            .filter(|(_, lines)| !lines.is_empty())
            .collect(),
        page: clause.judged.rule().map(Rule::page),
    }
}

/// The evidence of the first examples of a clause with a verdict, in a sentence each.
fn evidence(
    charter: &Charter,
    clause: &Clause,
    examples: &[ExampleResult],
    verdict: Verdict,
) -> Vec<SafeText> {
    let mut lines: Vec<SafeText> = Vec::new();
    let own = examples
        .iter()
        .filter(|it| it.clause.eq_ignore_ascii_case(&clause.id));
    for found in own
        .filter(|it| it.is_as_expected())
        .filter_map(|it| it.found.as_ref())
    {
        if found.verdict != verdict {
            continue;
        }
        // What the charter asks for is said above.
        let parts = found.evidence.split("; ");
        let parts =
            parts.filter(|part| !part.starts_with("standard ") && !part.starts_with("last day"));
        let words = parts.collect::<Vec<_>>().join("; ");
        let mut line = charter.redactor.redact(&words).capitalised();
        if verdict == Verdict::NotKept && found.severity != clause.severity {
            line.push(safe!(" ({})", found.severity.word()));
        }
        line.push(".");
        if lines.len() < EXAMPLES && !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

/// What there is to say about a clause, each in a paragraph: whose it is, what falling short means,
/// where its standards come from, and what the charter asks for.
fn about(charter: &Charter, clause: &Clause, sources: &Sources) -> Vec<SafeText> {
    let redactor = &charter.redactor;
    let explainable = if clause.explainable {
        "falling short can be explained"
    } else {
        "an explanation does not change that"
    };
    let mut facts = vec![safe!(
        "A promise of {}; when it is not kept, that is {}; {}.",
        charter.whose(clause.of),
        match clause.severity {
            Severity::Breach => "a breach",
            Severity::Concern => "a concern",
            Severity::Advice => "advice",
        },
        explainable
    )];
    facts.extend(clause.note.as_ref().map(|note| redactor.redact(note)));
    if let Some(from) = NumberFrom::of(charter, clause, sources) {
        facts.push(safe!("Its number is {}.", from.spoken()));
    }
    match &clause.judged {
        Judged::By(of) => {
            let asks = of.asks().map(|asks| redactor.redact(&asks));
            facts.extend(asks.map(|asks| safe!("This charter asks for: {}.", asks)));
        }
        Judged::Not(why) => {
            facts.push(safe!("Not judged by the program: {}", redactor.redact(why)));
        }
    }
    facts
}

impl Report<'_> {
    /// What there is to say about a clause, each in a paragraph.
    pub(crate) fn about(&self, clause: ReportedClause<'_>) -> Vec<SafeText> {
        about(self.promises(), clause.clause, self.sources)
    }
}
