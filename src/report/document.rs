//! The prose of a report, written once. Renderers walk it and add nothing but looks.

use super::{Report, Tally, Told};
use crate::audit::ExplanationOutcome;
use crate::calendar::{count_of, day_and_year};
use crate::charter::Judged;
use crate::record::Side;
use crate::report::told::safe;
use crate::rules::Verdict;

/// A report as headings, paragraphs, tables and lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The title.
    pub title: String,
    /// What follows it.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading of a section.
    Heading(String),
    /// A paragraph.
    Paragraph(String),
    /// A name and what it is, several times.
    Facts(Vec<(String, String)>),
    /// A table with a header row.
    Table {
        /// The header.
        header: Vec<String>,
        /// The rows, as long as the header. All columns but the first two hold numbers.
        rows: Vec<Vec<String>>,
    },
    /// A list.
    Items(Vec<Item>),
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What it is about.
    pub lead: String,
    /// What there is to say, each with a word for what it is; that word may be empty.
    pub lines: Vec<(&'static str, String)>,
}

/// Writes the report.
pub fn document(report: &Report<'_>) -> Document {
    let mut blocks = Vec::new();
    blocks.push(Block::Facts(head(report)));
    blocks.push(Block::Paragraph(summary(report)));
    incomplete(report, &mut blocks);
    blocks.push(Block::Heading("Promises one by one".to_owned()));
    blocks.push(table(report));
    section(&mut blocks, "Not kept", findings(report, Verdict::NotMet));
    section(
        &mut blocks,
        "No evidence",
        findings(report, Verdict::NotEvidenced),
    );
    section(
        &mut blocks,
        "Explained",
        findings(report, Verdict::Explained),
    );
    section(&mut blocks, "Explanations to look at", explanations(report));
    section(&mut blocks, "Coming due, soonest first", coming_due(report));
    section(&mut blocks, "Not judged by the program", not_judged(report));
    blocks.push(Block::Heading("How this was made".to_owned()));
    blocks.push(Block::Facts(provenance(report)));
    Document {
        title: "Was the coproduction charter kept?".to_owned(),
        blocks,
    }
}

fn section(blocks: &mut Vec<Block>, heading: &str, items: Vec<Item>) {
    if !items.is_empty() {
        blocks.push(Block::Heading(heading.to_owned()));
        blocks.push(Block::Items(items));
    }
}

fn head(report: &Report<'_>) -> Vec<(String, String)> {
    let mut facts = vec![
        ("Charter".to_owned(), safe(&report.promises().title)),
        ("Kept in".to_owned(), safe(&report.charter.name)),
        ("Parties".to_owned(), parties(report)),
        ("Standards".to_owned(), report.standing()),
        (
            "As of".to_owned(),
            format!("the end of {}", day_and_year(report.question.as_of)),
        ),
    ];
    if let Some(period) = report.period() {
        facts.push(("Period".to_owned(), period));
    }
    if let Some(side) = report.question.side {
        facts.push((
            "Promises of".to_owned(),
            format!("the {} only", side.word()),
        ));
    }
    facts
}

fn parties(report: &Report<'_>) -> String {
    let named: Vec<String> = report
        .promises()
        .parties
        .iter()
        .map(|party| {
            let signed = match party.signed.get() {
                Some(day) => format!("signed {}", day_and_year(*day)),
                None => "date of signature not known".to_owned(),
            };
            format!("{} ({}; {signed})", safe(&party.name), party.side.word())
        })
        .collect();
    named.join("; ")
}

/// The paragraph that a parent volunteer reads first.
pub(crate) fn summary(report: &Report<'_>) -> String {
    let count = |verdict| report.tally.count(verdict);
    let applied = report.tally.total() - count(Verdict::NotApplicable);
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let records = count_of(number(report.reading.records.len()), "records");
    if applied == 0 {
        return format!("The audit read {records}. None of the promises applies to them yet.");
    }
    let share = |verdict, one: &str, many: &str| {
        let count = count(verdict);
        format!("{count} {}", if count == 1 { one } else { many })
    };
    format!(
        "The audit read {records} and tested each of them against each promise. Of the {applied} \
         tests that apply, {}, {}, {}, {} and {}.",
        share(Verdict::Met, "was kept", "were kept"),
        share(Verdict::NotMet, "was not kept", "were not kept"),
        share(Verdict::NotEvidenced, "has no evidence", "have no evidence"),
        share(Verdict::Explained, "is explained", "are explained"),
        share(Verdict::NotYetDue, "is still to come", "are still to come"),
    )
}

fn incomplete(report: &Report<'_>, blocks: &mut Vec<Block>) {
    let errors: Vec<Item> = report
        .errors()
        .map(|fault| Item {
            lead: fault
                .span()
                .map_or_else(String::new, |span| safe(&report.sources.address(span))),
            lines: vec![("", safe(&fault.message))],
        })
        .collect();
    if !errors.is_empty() {
        blocks.push(Block::Paragraph(
            "This audit is not complete: some records have faults, listed here. What could be read \
             was judged."
                .to_owned(),
        ));
        blocks.push(Block::Items(errors));
    }
}

fn table(report: &Report<'_>) -> Block {
    let number = |tally: &Tally, verdict| match tally.count(verdict) {
        0 => "-".to_owned(),
        count => count.to_string(),
    };
    let rows = report
        .clauses()
        .filter(|(clause, _)| matches!(clause.judged, Judged::By(_)))
        .map(|(clause, tally)| {
            vec![
                clause.id.clone(),
                safe(&clause.says),
                number(&tally, Verdict::Met),
                number(&tally, Verdict::NotMet),
                number(&tally, Verdict::NotEvidenced),
                number(&tally, Verdict::Explained),
                number(&tally, Verdict::NotYetDue),
            ]
        })
        .collect();
    let header = [
        "Clause",
        "Promise",
        "Kept",
        "Not kept",
        "No evidence",
        "Explained",
        "To come",
    ];
    Block::Table {
        header: header.map(str::to_owned).to_vec(),
        rows,
    }
}

fn findings(report: &Report<'_>, verdict: Verdict) -> Vec<Item> {
    report
        .with(verdict)
        .map(|finding| {
            let told = report.tell(finding);
            let mut lines = vec![
                ("Promise", promise(&told)),
                ("Evidence", sentence(&told.evidence())),
            ];
            if verdict == Verdict::NotMet || verdict == Verdict::NotEvidenced {
                lines.extend(told.remedy.clone().map(|remedy| ("To mend it", remedy)));
            }
            lines.push(("Record", told.address()));
            Item {
                lead: lead(&told, finding.about.day),
                lines,
            }
        })
        .collect()
}

fn lead(told: &Told<'_>, day: Option<chrono::NaiveDate>) -> String {
    let when = day.map_or_else(String::new, |day| format!(", {}", day_and_year(day)));
    let severity = match told.verdict {
        Verdict::NotMet => format!(" ({})", told.severity.word()),
        _ => String::new(),
    };
    format!("{}{severity}: {}{when}", told.title, told.subject)
}

fn promise(told: &Told<'_>) -> String {
    let whose = match told.clause.of {
        Side::Organisation => "the organisation",
        Side::Forum => "the forum",
    };
    let note = told
        .clause
        .note
        .as_ref()
        .map_or_else(String::new, |note| format!(" {}", safe(note)));
    format!(
        "{} (clause {}, {whose}).{note}",
        safe(&told.clause.says).trim_end_matches('.'),
        told.clause.id
    )
}

fn sentence(text: &str) -> String {
    let mut characters = text.chars();
    let first: String = characters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .collect();
    format!("{first}{}.", characters.as_str())
}

fn explanations(report: &Report<'_>) -> Vec<Item> {
    report
        .audit
        .explanations
        .iter()
        .map(|fate| {
            let outcome = match fate.outcome {
                ExplanationOutcome::Rejected => "not accepted",
                ExplanationOutcome::Unneeded => "not needed",
            };
            Item {
                lead: format!(
                    "Clause {}, {}: {outcome}",
                    safe(fate.clause),
                    safe(fate.subject)
                ),
                lines: vec![
                    ("Because", sentence(&safe(&fate.why.join("; ")))),
                    ("Record", safe(&report.sources.address(fate.span))),
                ],
            }
        })
        .collect()
}

fn coming_due(report: &Report<'_>) -> Vec<Item> {
    let mut due: Vec<_> = report
        .with(Verdict::NotYetDue)
        .filter_map(|finding| Some((finding.ruling.due?, finding)))
        .collect();
    // The order of findings decides between those that are due on the same day.
    due.sort_by_key(|(day, _)| *day);
    due.into_iter()
        .map(|(day, finding)| {
            let told = report.tell(finding);
            Item {
                lead: format!("By {}: {}", day_and_year(day), told.subject),
                lines: vec![("", format!("{}: {}", told.title, sentence(&told.words)))],
            }
        })
        .collect()
}

fn not_judged(report: &Report<'_>) -> Vec<Item> {
    report
        .not_judged()
        .map(|(clause, why)| Item {
            lead: format!("{}: {}", clause.id, safe(&clause.says)),
            lines: vec![("", safe(why))],
        })
        .collect()
}

fn provenance(report: &Report<'_>) -> Vec<(String, String)> {
    let digest: String = report.charter.digest.chars().take(16).collect();
    let calendar = &report.promises().calendar;
    let (first, last) = calendar.bank_holidays.years();
    let mut facts =
        vec![
        ("Program".to_owned(), format!("charter-audit {}", env!("CARGO_PKG_VERSION"))),
        ("Charter".to_owned(), format!("digest {digest}")),
        ("Records".to_owned(), records_read(report)),
        ("Calendar".to_owned(), format!("bank holidays {first} to {last}; {}", schools(report))),
        ("School day".to_owned(), school_day(report)),
        (
            "Days".to_owned(),
            "clear days leave out the day of sending and the day of the event; clear working days \
             leave out weekends, bank holidays and closed days as well"
                .to_owned(),
        ),
    ];
    for (why, count) in report.passed_over {
        facts.push(("Passed over".to_owned(), format!("{count} {why}")));
    }
    if report.audit.outside_period > 0 {
        let count = report.audit.outside_period;
        facts.push(("Left out".to_owned(), format!("{count} outside the period")));
    }
    facts
}

fn records_read(report: &Report<'_>) -> String {
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let faults = report.errors().count();
    let not_read = if faults == 0 {
        "all of them".to_owned()
    } else {
        format!("with {}", count_of(number(faults), "faults"))
    };
    format!(
        "{} in {}, {not_read}",
        count_of(number(report.reading.records.len()), "records"),
        count_of(number(report.reading.files), "files")
    )
}

fn schools(report: &Report<'_>) -> String {
    let schools = &report.promises().calendar.schools;
    if schools.is_empty() {
        return "no school terms".to_owned();
    }
    let each: Vec<String> = schools
        .iter()
        .map(|school| match school.terms.last() {
            Some(term) => format!("{} to {}", safe(&school.id), day_and_year(term.last)),
            None => format!("{} without terms", safe(&school.id)),
        })
        .collect();
    format!("school terms of {}", each.join(", "))
}

fn school_day(report: &Report<'_>) -> String {
    let day = report.promises().calendar.school_day;
    let window = |name: &str, window: crate::calendar::Window| {
        format!(
            "{name} {} to {}",
            crate::calendar::time(window.from),
            crate::calendar::time(window.to)
        )
    };
    [
        window("drop-off", day.drop_off),
        window("pick-up", day.pick_up),
        window("lessons", day.lessons),
        window("preferred", day.preferred),
    ]
    .join(", ")
}
