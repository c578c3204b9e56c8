//! The prose of a report, written once. Renderers walk it and add nothing but looks.

use super::{Report, Tally, moved, sections};
use crate::record::Duty;
use crate::report_format::TITLE;
use crate::rules::Verdict;
use working_days::{count_of, day_and_year};

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
    Table(Table),
    /// A list.
    Items(Vec<Item>),
}

/// A table of counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The header.
    pub header: Vec<String>,
    /// The rows, as long as the header.
    pub rows: Vec<Vec<String>>,
    /// The first column that holds numbers; so do all after it.
    pub numbers_from: usize,
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
    let sides = sides(report);
    if !sides.is_empty() {
        blocks.push(Block::Facts(sides));
    }
    incomplete(report, &mut blocks);
    let not_kept = sections::findings(report, Verdict::NotMet);
    if !not_kept.is_empty() {
        blocks.push(Block::Heading("Not kept".to_owned()));
        blocks.push(Block::Paragraph(SEVERITIES.to_owned()));
        blocks.push(Block::Items(not_kept));
    }
    for (heading, items) in [
        ("Coming due, soonest first", sections::coming_due(report)),
        (
            "No evidence",
            sections::findings(report, Verdict::NotEvidenced),
        ),
        ("Explained", sections::findings(report, Verdict::Explained)),
        ("Kept, with a remark", sections::remarks(report)),
        ("Explanations to look at", sections::explanations(report)),
    ] {
        section(&mut blocks, heading, items);
    }
    let table = table(report);
    if !table.rows.is_empty() {
        blocks.push(Block::Heading("Promises one by one".to_owned()));
        blocks.push(Block::Table(table));
    }
    moved::blocks(report, &mut blocks);
    blocks.extend(closing(report));
    Document {
        title: TITLE.to_owned(),
        blocks,
    }
}

/// What the words for how much it matters mean.
pub(crate) const SEVERITIES: &str = "A breach is a promise without reservation that was not kept, \
    or less than the least that was agreed. A concern fell short of a standard. Advice is good to \
    know.";

/// What stands at the end: the charter itself, what no promise applies to, what the program does
/// not judge, and how the report was made.
pub(crate) fn closing(report: &Report<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (heading, items) in [
        ("About the charter itself", sections::itself(report)),
        (
            "Records to which no promise applies",
            sections::set_aside(report),
        ),
        ("Not judged by the program", sections::not_judged(report)),
    ] {
        section(&mut blocks, heading, items);
    }
    blocks.push(Block::Heading("How this was made".to_owned()));
    blocks.push(Block::Facts(provenance(report)));
    blocks
}

fn section(blocks: &mut Vec<Block>, heading: &str, items: Vec<Item>) {
    if !items.is_empty() {
        blocks.push(Block::Heading(heading.to_owned()));
        blocks.push(Block::Items(items));
    }
}

/// What was audited: the charter, its parties and standards, the day and the period.
pub(crate) fn head(report: &Report<'_>) -> Vec<(String, String)> {
    let mut facts = vec![
        ("Charter".to_owned(), report.safe(&report.promises().title)),
        ("File".to_owned(), report.safe(&report.charter.name)),
        ("Parties".to_owned(), parties(report)),
        ("Standards".to_owned(), report.standing()),
        (
            "As of".to_owned(),
            format!(
                "{}, at the end of the day",
                day_and_year(report.scope.as_of)
            ),
        ),
    ];
    if let Some(period) = report.period() {
        facts.push(("Period".to_owned(), period));
    }
    if let Some(chosen) = report.chosen() {
        facts.push(("Only".to_owned(), chosen));
    }
    if report.has_baseline() {
        let findings = report.audit.findings.iter();
        let known = findings.filter(|it| report.is_known(it)).count();
        let (stand, decide) = match known {
            1 => ("stands", "does not decide"),
            _ => ("stand", "do not decide"),
        };
        let known = count_of(i64::try_from(known).unwrap_or(i64::MAX), "findings");
        let fact = format!("{known} {stand} there already and {decide} how this audit ends");
        facts.push(("Baseline".to_owned(), fact));
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
            format!(
                "{} ({}; {signed})",
                report.safe(&party.name),
                party.side.word()
            )
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
    let judged = report
        .clauses()
        .filter(|(clause, _)| clause.judged.rule().is_some())
        .count();
    if judged == 0 {
        return format!(
            "The audit read {records}, but the program judges none of the promises that were asked \
             for, so it says nothing about them."
        );
    }
    if applied == 0 {
        return format!(
            "The audit read {records}. None of the promises that the program judges applies."
        );
    }
    format!(
        "The audit read {records} and made {} of {}: {}.",
        count_of(number(applied), "checks"),
        count_of(number(judged), "promises"),
        counted(&report.tally),
    )
}

/// The same for each side by itself, where the audit is about more than one.
pub(crate) fn sides(report: &Report<'_>) -> Vec<(String, String)> {
    let of = |duty: Duty| {
        let mut tally = Tally::default();
        let clauses = report.clauses().filter(|(clause, _)| clause.of == duty);
        clauses.for_each(|(_, counts)| tally.join(&counts));
        tally
    };
    let each: Vec<(String, String)> = Duty::ALL
        .iter()
        .map(|duty| (duty, of(*duty)))
        .filter(|(_, tally)| tally.total() > tally.count(Verdict::NotApplicable))
        .map(|(duty, tally)| (side(*duty).to_owned(), counted(&tally)))
        .collect();
    if each.len() > 1 { each } else { Vec::new() }
}

/// Whose promises they are, as the name of a column or choice.
pub(crate) fn side(duty: Duty) -> &'static str {
    match duty {
        Duty::Organisation => "Organisation",
        Duty::Forum => "Forum",
        Duty::Both => "Both sides",
    }
}

/// `3 kept, 1 not kept, 0 without evidence, 0 explained, 2 still to come`.
fn counted(tally: &Tally) -> String {
    format!(
        "{} kept, {} not kept, {} without evidence, {} explained, {} still to come",
        tally.count(Verdict::Met),
        tally.count(Verdict::NotMet),
        tally.count(Verdict::NotEvidenced),
        tally.count(Verdict::Explained),
        tally.count(Verdict::NotYetDue),
    )
}

/// What could not be read, where there is any.
pub(crate) fn incomplete(report: &Report<'_>, blocks: &mut Vec<Block>) {
    let unreadable = report.reading.unreadable.iter().map(|error| Item {
        lead: report.safe(error),
        lines: Vec::new(),
    });
    let errors: Vec<Item> = report
        .errors()
        .map(|fault| Item {
            lead: fault.span().map_or_else(String::new, |span| {
                report.safe(&report.sources.address(span))
            }),
            lines: vec![("", report.safe(&fault.message))],
        })
        .chain(unreadable)
        .collect();
    if !errors.is_empty() {
        blocks.push(Block::Paragraph(
            "This audit is not complete: some records or files could not be read, listed here. What could be read \
             was judged."
                .to_owned(),
        ));
        blocks.push(Block::Items(errors));
    }
}

/// Every promise that anything in the records fell under, with how often each verdict was given.
pub(crate) fn table(report: &Report<'_>) -> Table {
    let number = |tally: &Tally, verdict| match tally.count(verdict) {
        0 => "-".to_owned(),
        count => count.to_string(),
    };
    let rows = report
        .clauses()
        .filter(|(_, tally)| COUNTED.iter().any(|(verdict, _)| tally.count(*verdict) > 0))
        .map(|(clause, tally)| {
            let counts = COUNTED.map(|(verdict, _)| number(&tally, verdict));
            [clause.id.clone(), report.safe(&clause.says)]
                .into_iter()
                .chain(counts)
                .collect()
        })
        .collect();
    let header = ["Clause", "Promise"]
        .into_iter()
        .chain(COUNTED.map(|(_, name)| name));
    Table {
        header: header.map(str::to_owned).collect(),
        rows,
        numbers_from: 2,
    }
}

/// The columns of the table.
const COUNTED: [(Verdict, &str); 5] = [
    (Verdict::Met, "Kept"),
    (Verdict::NotMet, "Not kept"),
    (Verdict::NotEvidenced, "No evidence"),
    (Verdict::Explained, "Explained"),
    (Verdict::NotYetDue, "To come"),
];

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
    for (why, count) in &report.reading.passed_over {
        let why = report.safe(why);
        facts.push(("Passed over".to_owned(), format!("{why}: {count}")));
    }
    if report.audit.outside_period > 0 {
        let count = report.audit.outside_period;
        facts.push(("Left out".to_owned(), format!("{count} outside the period")));
    }
    facts
}

fn records_read(report: &Report<'_>) -> String {
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let faults = report.errors().count() + report.reading.unreadable.len();
    let not_read = if faults == 0 {
        "all of which could be read".to_owned()
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
            Some(term) => format!("{} to {}", report.safe(&school.id), day_and_year(term.last)),
            None => format!("{} without terms", report.safe(&school.id)),
        })
        .collect();
    format!("school terms of {}", each.join(", "))
}

fn school_day(report: &Report<'_>) -> String {
    let day = report.promises().calendar.school_day;
    let window = |name: &str, window: working_days::Window| {
        format!(
            "{name} {} to {}",
            working_days::time(window.from),
            working_days::time(window.to)
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
