//! The lists of a report: what was found, item by item.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::document::Item;
use super::{Report, Told};
use crate::audit::{ExplanationOutcome, Finding};
use crate::rules::Verdict;
use closed_words::listed;
use located::source::Span;
use working_days::day_and_year;

/// So many findings of one promise in the same words are told together: the same gap in a dozen
/// records is one thing to mend.
const TOGETHER: usize = 3;

/// A finding with its words.
pub(crate) type Spoken<'a> = (&'a Finding<'a>, Told<'a>);

pub(super) fn findings(report: &Report<'_>, verdict: Verdict) -> Vec<Item> {
    groups(report, verdict)
        .iter()
        .filter_map(|group| match group.as_slice() {
            [(_, told)] => Some(one(report, told)),
            several => together(report, several),
        })
        .collect()
}

/// The findings with one verdict in their order; those that are told together are one group, and
/// every other one is a group of its own.
pub(crate) fn groups<'a>(report: &Report<'a>, verdict: Verdict) -> Vec<Vec<Spoken<'a>>> {
    let mut groups: Vec<Vec<Spoken<'a>>> = Vec::new();
    let mut known: BTreeMap<(usize, String, String), usize> = BTreeMap::new();
    for finding in report.with(verdict) {
        let told = report.tell(finding);
        let next = groups.len();
        // Only gaps are told together: what was not kept is a matter of its own each time.
        let at = if verdict == Verdict::NotEvidenced {
            let help = told.remedy.as_deref().map_or("", beginning);
            let key = (
                finding.at,
                beginning(&told.words).to_owned(),
                help.to_owned(),
            );
            *known.entry(key).or_insert(next)
        } else {
            next
        };
        match groups.get_mut(at) {
            Some(group) => group.push((finding, told)),
            None => groups.push(vec![(finding, told)]),
        }
    }
    let mut split = Vec::with_capacity(groups.len());
    for group in groups {
        if group.len() >= TOGETHER {
            split.push(group);
        } else {
            split.extend(group.into_iter().map(|spoken| vec![spoken]));
        }
    }
    split
}

/// What is said before the numbers of one record: `the wider group was not told; the last day was`.
fn beginning(words: &str) -> &str {
    words
        .split_once(';')
        .map_or(words, |(beginning, _)| beginning)
}

/// Several findings of one promise with the same words, as one.
fn together(report: &Report<'_>, group: &[Spoken<'_>]) -> Option<Item> {
    let (mut item, records) = shared(report, group)?;
    for (at, record) in records.into_iter().enumerate() {
        item.lines
            .push((if at == 0 { RECORDS } else { "" }, record));
    }
    Some(item)
}

/// The word before several places.
pub(crate) const RECORDS: &str = "Records";

/// What several findings of one promise have in common, and what each of them has to say besides.
pub(crate) fn shared(report: &Report<'_>, group: &[Spoken<'_>]) -> Option<(Item, Vec<String>)> {
    let (_, first) = group.first()?;
    let same_words = group.iter().all(|(_, told)| told.words == first.words);
    let same_help = group.iter().all(|(_, told)| told.remedy == first.remedy);
    let common = |text: &str, same: bool| {
        let text = if same { text } else { beginning(text) };
        text.trim_end_matches('.').to_owned()
    };
    let mut lines = vec![
        ("Promise", promise(report, first)),
        ("Evidence", sentence(&common(&first.words, same_words))),
    ];
    if let Some(remedy) = &first.remedy {
        lines.push(("What would help", format!("{}.", common(remedy, same_help))));
    }
    let records = group
        .iter()
        .map(|(_, told)| {
            // What only this record has to say is said with it.
            let own = told.words.split_once("; ").filter(|_| !same_words);
            let help = told.remedy.as_deref().filter(|_| !same_help);
            let help = help.and_then(|help| help.split_once(';'));
            let own: Vec<&str> = own
                .into_iter()
                .chain(help)
                .map(|(_, own)| own.trim().trim_end_matches('.'))
                .chain(told.notes.iter().map(String::as_str))
                .collect();
            let own = if own.is_empty() {
                String::new()
            } else {
                format!("; {}", own.join("; "))
            };
            format!("{}{own} ({})", told.heading, told.address)
        })
        .collect();
    let item = Item {
        lead: format!("{}: {} times the same", first.title, group.len()),
        lines,
    };
    Some((item, records))
}

/// A finding by itself.
pub(crate) fn one(report: &Report<'_>, told: &Told<'_>) -> Item {
    let mut lines = vec![
        ("Promise", promise(report, told)),
        ("Evidence", sentence(&told.evidence())),
    ];
    lines.extend(
        told.explained
            .as_deref()
            .map(|text| ("Explained", sentence(text))),
    );
    lines.extend(
        told.remedy
            .clone()
            .map(|remedy| ("What would help", remedy)),
    );
    let several = told.places.len() > 1;
    for (at, place) in told.places.iter().enumerate() {
        let word = match (several, at) {
            (false, _) if report.is_in_charter(*place) => "Charter",
            (false, _) => "Record",
            (true, 0) => RECORDS,
            (true, _) => "",
        };
        lines.push((word, report.safe(&report.sources.address(*place))));
    }
    Item {
        lead: lead(told),
        lines,
    }
}

/// What was kept, but should be seen: a clash that was considered, an aim that was missed.
pub(super) fn remarks(report: &Report<'_>) -> Vec<Item> {
    report
        .with(Verdict::Met)
        .filter(|finding| !finding.notes.is_empty())
        .map(|finding| remark(&report.tell(finding)))
        .collect()
}

/// A finding of which only the evidence is told.
pub(crate) fn remark(told: &Told<'_>) -> Item {
    Item {
        lead: lead(told),
        lines: vec![("", sentence(&told.evidence()))],
    }
}

/// What a finding is about, on one line.
pub(super) fn lead(told: &Told<'_>) -> String {
    let severity = if told.verdict == Verdict::NotMet {
        format!(" ({})", told.severity.word())
    } else {
        String::new()
    };
    format!("{}{severity}: {}", told.title, told.heading)
}

fn promise(report: &Report<'_>, told: &Told<'_>) -> String {
    let whose = told.clause.of.spoken();
    let note = told
        .clause
        .note
        .as_ref()
        .map_or_else(String::new, |note| format!(" {}", report.safe(note)));
    format!(
        "{} (clause {}, {whose}).{note}",
        report.safe(&told.clause.says).trim_end_matches('.'),
        told.clause.id
    )
}

/// A text with a capital at its beginning and a full stop at its end.
pub(crate) fn sentence(text: &str) -> String {
    let mut characters = text.chars();
    let first: String = characters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .collect();
    format!("{first}{}.", characters.as_str())
}

/// What became of explanations that were not simply accepted.
pub(crate) fn explanations(report: &Report<'_>) -> Vec<Item> {
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
                    report.safe(fate.clause),
                    report.name(&fate.subject)
                ),
                lines: vec![
                    ("Because", sentence(&report.safe(&fate.why.join("; ")))),
                    ("Record", report.safe(&report.sources.address(fate.span))),
                ],
            }
        })
        .collect()
}

/// Titles of rules that say the same, and what they say.
type Said = (Vec<String>, String);

/// What can still be kept, soonest first, with the last day of each.
pub(crate) fn due<'a>(report: &Report<'a>) -> Vec<(NaiveDate, &'a Finding<'a>)> {
    let mut due: Vec<_> = report
        .with(Verdict::NotYetDue)
        .filter_map(|finding| Some((finding.due?, finding)))
        .collect();
    due.sort_by_key(|(day, finding)| (*day, finding.about.span, finding.at));
    due
}

/// Until when something about a subject can still be kept.
pub(crate) fn by(day: NaiveDate, told: &Told<'_>) -> String {
    format!("By {}: {}", day_and_year(day), told.subject)
}

/// What can still be kept; all that is due on one day for one subject together.
pub(super) fn coming_due(report: &Report<'_>) -> Vec<Item> {
    // What is said in the same words about the same subject is said once.
    let mut groups: Vec<(String, Vec<Said>)> = Vec::new();
    for (day, finding) in due(report) {
        let told = report.tell(finding);
        let lead = by(day, &told);
        if groups.last().is_none_or(|(known, _)| *known != lead) {
            groups.push((lead, Vec::new()));
        }
        let Some((_, said)) = groups.last_mut() else {
            continue;
        };
        match said.iter_mut().find(|(_, words)| *words == told.words) {
            Some((titles, _)) => titles.push(told.title),
            None => said.push((vec![told.title], told.words)),
        }
    }
    let line = |(titles, words): Said| ("", format!("{}: {}", titles.join("; "), sentence(&words)));
    groups
        .into_iter()
        .map(|(lead, said)| Item {
            lead,
            lines: said.into_iter().map(line).collect(),
        })
        .collect()
}

/// Adds a line to the item with this lead, or begins it.
fn under(items: &mut Vec<Item>, lead: String, line: String) {
    let line = ("", line);
    match items.iter_mut().find(|item| item.lead == lead) {
        Some(item) => item.lines.push(line),
        None => items.push(Item {
            lead,
            lines: vec![line],
        }),
    }
}

/// Subjects to which nothing applies, together where the reason is the same.
pub(super) fn set_aside(report: &Report<'_>) -> Vec<Item> {
    let findings = &report.audit.findings;
    let applies: BTreeSet<Span> = findings
        .iter()
        .filter(|finding| finding.verdict != Verdict::NotApplicable)
        .map(|finding| finding.about.span)
        .collect();
    let mut reasons: BTreeMap<Span, &Finding<'_>> = BTreeMap::new();
    for finding in findings {
        if !applies.contains(&finding.about.span) {
            reasons.entry(finding.about.span).or_insert(finding);
        }
    }
    let mut items: Vec<Item> = Vec::new();
    for finding in reasons.into_values() {
        let told = report.tell(finding);
        let lead = sentence(&told.words);
        under(&mut items, lead, told.subject);
    }
    items
}

/// What the charter itself should hear.
pub(super) fn itself(report: &Report<'_>) -> Vec<Item> {
    let remarks = report.audit.remarks.iter();
    let mut never: Option<Vec<&str>> = None;
    let mut items: Vec<Item> = Vec::new();
    for remark in remarks {
        if remark.code == "never-exercised" {
            let clauses = never.get_or_insert_default();
            clauses.extend(remark.clause.as_deref());
            continue;
        }
        items.push(Item {
            lead: sentence(&report.safe(&remark.words)),
            lines: Vec::new(),
        });
    }
    // One line for all of them: a small folder tests few promises, and that is no fault.
    if let Some(clauses) = never {
        items.push(Item {
            lead: format!(
                "Never tested, because nothing in these records falls under them: clauses {}.",
                listed(&clauses, "and")
            ),
            lines: Vec::new(),
        });
    }
    items
}

/// The clauses that the program does not judge, together where the reason is the same.
pub(super) fn not_judged(report: &Report<'_>) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for (clause, why) in report.not_judged() {
        let lead = report.safe(why);
        let line = format!("{}: {}", clause.id, report.safe(&clause.says));
        under(&mut items, lead, line);
    }
    items
}
