//! The prose of a report, written once. Renderers walk it and add nothing but looks.

use super::model::{Block, Document, ListItem, Table};
use super::page::{Rest, page};
use super::words::{count_of, day_and_year, time};
use super::{Report, ReportedFinding, Tally, moved, sections};
use crate::report_format::TITLE;
use crate::rules::Verdict;
use engagement_records::record::Duty;
use identifiers::safe;
use identifiers::text::SafeText;

/// Writes the report.
pub fn document(report: &Report<'_>) -> Document {
    let rest = if report.has_details() {
        Rest::Below
    } else {
        Rest::Elsewhere
    };
    let mut behind = Vec::new();
    if report.has_details() {
        details(report, &mut behind);
        moved::blocks(report, &mut behind);
    }
    Document {
        title: TITLE.into(),
        page: page(report, rest).blocks(),
        details: behind,
    }
}

/// What follows the page: every finding with its evidence.
fn details(report: &Report<'_>, blocks: &mut Vec<Block>) {
    blocks.push(Block::Heading("In detail".into()));
    blocks.push(Block::Facts(head(report)));
    blocks.push(Block::Paragraph(summary(report)));
    let sides = sides(report);
    if !sides.is_empty() {
        blocks.push(Block::Facts(sides));
    }
    incomplete(report, blocks);
    not_read(report, blocks);
    let not_kept = sections::findings(report, Verdict::NotKept);
    if !not_kept.is_empty() {
        blocks.push(Block::Heading("Not kept".into()));
        blocks.push(Block::Paragraph(SEVERITIES.into()));
        blocks.push(Block::Items(not_kept));
    }
    for (heading, items) in [
        ("Coming due, soonest first", sections::coming_due(report)),
        (
            "No evidence",
            sections::findings(report, Verdict::NoEvidence),
        ),
        ("Explained", sections::findings(report, Verdict::Explained)),
        ("Kept, with a remark", sections::remarks(report)),
        ("Explanations to look at", sections::explanations(report)),
    ] {
        section(blocks, heading, items);
    }
    let table = table(report);
    if !table.rows.is_empty() {
        blocks.push(Block::Heading("Promises one by one".into()));
        blocks.push(Block::Table(table));
    }
    blocks.extend(closing(report));
}

/// What the words for how much it matters mean.
pub(crate) const SEVERITIES: &str = "A breach is an unconditional promise that was not kept, or one that fell below the agreed minimum. A concern fell short of a standard. Advice is good to \
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
    blocks.push(Block::Heading("About this report".into()));
    blocks.push(Block::Facts(provenance(report)));
    blocks
}

fn section(blocks: &mut Vec<Block>, heading: &'static str, items: Vec<ListItem>) {
    if !items.is_empty() {
        blocks.push(Block::Heading(heading.into()));
        blocks.push(Block::Items(items));
    }
}

/// What was audited: the charter, its parties and standards, the day and the period.
pub(crate) fn head(report: &Report<'_>) -> Vec<(SafeText, SafeText)> {
    let mut facts = vec![
        ("Charter".into(), report.charter_title()),
        ("File".into(), report.charter_file()),
        ("Parties".into(), parties(report)),
        ("Standards".into(), report.standing()),
        (
            "As of".into(),
            safe!(
                "{}, at the end of the day",
                day_and_year(report.scope.as_of)
            ),
        ),
    ];
    if let Some(period) = report.period() {
        facts.push(("Period".into(), period));
    }
    if let Some(chosen) = report.chosen() {
        facts.push(("Only".into(), chosen));
    }
    if report.has_baseline() {
        let findings = report.findings();
        let known = findings
            .filter(|it: &ReportedFinding<'_>| report.is_known(*it))
            .count();
        let (stand, decide) = match known {
            1 => ("stands", "does not decide"),
            _ => ("stand", "do not decide"),
        };
        let known = count_of(known, "findings");
        let fact = safe!(
            "{} {} there already and {} how this audit ends",
            known,
            stand,
            decide
        );
        facts.push(("Baseline".into(), fact));
    }
    facts
}

fn parties(report: &Report<'_>) -> SafeText {
    let named: Vec<SafeText> = report
        .promises()
        .parties
        .iter()
        .map(|party| {
            let signed = match party.signed.get() {
                Some(day) => safe!("signed {}", day_and_year(*day)),
                None => "date of signature not known".into(),
            };
            safe!(
                "{} ({}; {})",
                report.safe(&party.name),
                party.side.word(),
                signed
            )
        })
        .collect();
    SafeText::joined(named, "; ")
}

/// The paragraph that a parent volunteer reads first.
pub(crate) fn summary(report: &Report<'_>) -> SafeText {
    let count = |verdict| report.tally.count(verdict);
    let applied = report.tally.total() - count(Verdict::DoesNotApply);
    let records = count_of(report.reading.records.len(), "records");
    let judged = report
        .clauses()
        .filter(|(clause, _)| clause.page().is_some())
        .count();
    if judged == 0 {
        return safe!(
            "The audit read {}, but the program judges none of the promises that were asked \
             for, so it says nothing about them.",
            records
        );
    }
    if applied == 0 {
        return safe!(
            "The audit read {}. None of the promises that the program judges applies.",
            records
        );
    }
    safe!(
        "The audit read {} and made {} of {}: {}.",
        records,
        count_of(applied, "checks"),
        count_of(judged, "promises"),
        counted(&report.tally)
    )
}

/// The same for each side by itself, where the audit is about more than one.
pub(crate) fn sides(report: &Report<'_>) -> Vec<(SafeText, SafeText)> {
    let of = |duty: Option<Duty>| {
        let findings = report.findings();
        let whose = |finding: &ReportedFinding<'_>| (!finding.is_nobodys()).then(|| finding.of());
        let verdicts = findings.filter(|finding| whose(finding) == duty);
        let mut tally = Tally::default();
        verdicts.for_each(|finding| tally.add(finding.verdict()));
        tally
    };
    let duties = Duty::ALL.iter().map(|duty| Some(*duty)).chain([None]);
    let each: Vec<(SafeText, SafeText)> = duties
        .map(|duty| (duty, of(duty)))
        .filter(|(_, tally)| tally.total() > tally.count(Verdict::DoesNotApply))
        .map(|(duty, tally)| {
            let whose = duty.map_or("Whoever held it".into(), |duty| side(report, duty));
            (whose, counted(&tally))
        })
        .collect();
    if each.len() > 1 { each } else { Vec::new() }
}

/// Whose promises they are, as the name of a column or choice: the party that signed for them, or
/// the side.
pub(crate) fn side(report: &Report<'_>, duty: Duty) -> SafeText {
    match (report.promises().signatory(duty), duty) {
        (Some(party), _) => report.name(&party.name),
        (None, Duty::Organisation) => "Organisation".into(),
        (None, Duty::Forum) => "Forum".into(),
        (None, Duty::Both) => "Both sides".into(),
    }
}

/// `3 kept, 1 not kept, 0 without evidence, 0 explained, 2 still to come`.
fn counted(tally: &Tally) -> SafeText {
    safe!(
        "{} kept, {} not kept, {} without evidence, {} explained, {} still to come",
        tally.count(Verdict::Kept),
        tally.count(Verdict::NotKept),
        tally.count(Verdict::NoEvidence),
        tally.count(Verdict::Explained),
        tally.count(Verdict::StillToCome)
    )
}

/// What could not be read, where there is any.
pub(crate) fn incomplete(report: &Report<'_>, blocks: &mut Vec<Block>) {
    let unreadable = report.unreadable().map(|error| ListItem {
        lead: error,
        lines: Vec::new(),
    });
    let errors: Vec<ListItem> = report
        .errors()
        .map(|fault| ListItem {
            lead: fault.address,
            lines: vec![("", fault.message)],
        })
        .chain(unreadable)
        .collect();
    if !errors.is_empty() {
        blocks.push(Block::Paragraph(
            "This audit is not complete: some records or files could not be read, listed here. What could be read \
             was judged."
                .into(),
        ));
        blocks.push(Block::Items(errors));
    }
}

/// What was not read, and what files have no place for, where there is any: it says nothing against
/// anyone.
pub(crate) fn not_read(report: &Report<'_>, blocks: &mut Vec<Block>) {
    let items: Vec<ListItem> = report
        .not_read()
        .map(|fault| ListItem {
            lead: fault.address,
            lines: vec![("", fault.message)],
        })
        .collect();
    if !items.is_empty() {
        blocks.push(Block::Paragraph(
            "Not read, or without a place in the file, and so held against nobody:".into(),
        ));
        blocks.push(Block::Items(items));
    }
}

/// Every promise that anything in the records fell under, with how often each verdict was given.
pub(crate) fn table(report: &Report<'_>) -> Table {
    let number = |tally: &Tally, verdict| match tally.count(verdict) {
        0 => "-".into(),
        count => safe!("{}", count),
    };
    let rows = report
        .clauses()
        .filter(|(_, tally)| COUNTED.iter().any(|(verdict, _)| tally.count(*verdict) > 0))
        .map(|(clause, tally)| {
            let counts = COUNTED.map(|(verdict, _)| number(&tally, verdict));
            [clause.id(), clause.says()]
                .into_iter()
                .chain(counts)
                .collect()
        })
        .collect();
    let header = ["Clause", "Promise"]
        .into_iter()
        .chain(COUNTED.map(|(_, name)| name));
    Table {
        header: header.map(SafeText::own).collect(),
        rows,
        numbers_from: 2,
    }
}

/// The columns of the table.
const COUNTED: [(Verdict, &str); 5] = [
    (Verdict::Kept, "Kept"),
    (Verdict::NotKept, "Not kept"),
    (Verdict::NoEvidence, "No evidence"),
    (Verdict::Explained, "Explained"),
    (Verdict::StillToCome, "Still to come"),
];

fn provenance(report: &Report<'_>) -> Vec<(SafeText, SafeText)> {
    let digest = report.charter_digest();
    let digest = digest.part(|digest| digest.get(..16).unwrap_or(digest));
    let calendar = &report.promises().calendar;
    let (first, last) = calendar.bank_holidays.years();
    let mut facts =
        vec![
        ("Program".into(), safe!("charter-audit {}", env!("CARGO_PKG_VERSION"))),
        ("Charter".into(), safe!("digest {}", digest)),
        ("Records".into(), records_read(report)),
        ("Calendar".into(), safe!("bank holidays {} to {}; {}", first, last, schools(report))),
        ("School day".into(), school_day(report)),
        (
            "Days".into(),
            "clear days leave out the day of sending and the day of the event; clear working days \
             leave out weekends, bank holidays and closed days as well"
                .into(),
        ),
    ];
    for (why, count) in report.passed_over() {
        facts.push(("Skipped".into(), safe!("{}: {}", why, count)));
    }
    if report.audit.outside_period > 0 {
        let count = report.audit.outside_period;
        facts.push(("Left out".into(), safe!("{} outside the period", count)));
    }
    facts
}

fn records_read(report: &Report<'_>) -> SafeText {
    let faults = report.errors().count() + report.reading.unreadable.len();
    let not_read = if faults == 0 {
        "all of which could be read".into()
    } else {
        safe!("with {}", count_of(faults, "faults"))
    };
    safe!(
        "{} in {}, {}",
        count_of(report.reading.records.len(), "records"),
        count_of(report.reading.files, "files"),
        not_read
    )
}

fn schools(report: &Report<'_>) -> SafeText {
    let schools = &report.promises().calendar.schools;
    if schools.is_empty() {
        return "no school terms".into();
    }
    let each: Vec<SafeText> = schools
        .iter()
        .map(|school| {
            if let Some(term) = school.terms.last() {
                safe!("{} to {}", report.safe(&school.id), day_and_year(term.last))
            } else {
                safe!("{} without terms", report.safe(&school.id))
            }
        })
        .collect();
    safe!("school terms of {}", SafeText::joined(each, ", "))
}

fn school_day(report: &Report<'_>) -> SafeText {
    let day = report.promises().calendar.school_day;
    let window = |name: &'static str, window: working_days::Window| {
        safe!("{} {} to {}", name, time(window.from), time(window.to))
    };
    let windows = [
        window("drop-off", day.drop_off),
        window("pick-up", day.pick_up),
        window("lessons", day.lessons),
        window("preferred", day.preferred),
    ];
    SafeText::joined(windows, ", ")
}
