//! The lists of a report: what was found, item by item.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::model::ListItem;
use super::words::{day_and_year, sentence};
use super::{FindingText, Report, ReportedFinding};
use crate::audit::ExplanationOutcome;
use crate::rules::Verdict;
use identifiers::safe;
use identifiers::text::SafeText;
use located::source::Span;

/// So many findings of one promise in the same words are told together: the same gap in a dozen
/// records is one thing to mend.
const TOGETHER: usize = 3;

/// A finding with its words.
pub(crate) type Described<'a> = (ReportedFinding<'a>, FindingText<'a>);

pub(super) fn findings(report: &Report<'_>, verdict: Verdict) -> Vec<ListItem> {
    groups(report, verdict)
        .iter()
        .filter_map(|group| match group.as_slice() {
            [(_, told)] => Some(one(report, told)),
            several => together(several),
        })
        .collect()
}

/// The findings with one verdict in their order; those that are told together are one group, and
/// every other one is a group of its own.
pub(crate) fn groups<'a>(report: &'a Report<'a>, verdict: Verdict) -> Vec<Vec<Described<'a>>> {
    let mut groups: Vec<Vec<Described<'a>>> = Vec::new();
    let mut known: BTreeMap<(usize, SafeText, SafeText), usize> = BTreeMap::new();
    for finding in report.with(verdict) {
        let told = report.describe(finding);
        let next = groups.len();
        // Only gaps are told together: what was not kept is a matter of its own each time.
        let at = if verdict == Verdict::NoEvidence {
            let help = told.remedy.as_ref().map(beginning).unwrap_or_default();
            let key = (finding.clause_number(), beginning(&told.words), help);
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
fn beginning(words: &SafeText) -> SafeText {
    words.part(|words| {
        let parts = words.split_once(';');
        parts.map_or(words, |(beginning, _)| beginning)
    })
}

/// Several findings of one promise with the same words, as one.
fn together(group: &[Described<'_>]) -> Option<ListItem> {
    let (mut item, records) = shared(group)?;
    for (at, record) in records.into_iter().enumerate() {
        item.lines
            .push((if at == 0 { RECORDS } else { "" }, record));
    }
    Some(item)
}

/// The word before several places.
pub(crate) const RECORDS: &str = "Records";

/// What several findings of one promise have in common, and what each of them has to say besides.
pub(crate) fn shared(group: &[Described<'_>]) -> Option<(ListItem, Vec<SafeText>)> {
    let (_, first) = group.first()?;
    let same_words = group.iter().all(|(_, told)| told.words == first.words);
    let same_help = group.iter().all(|(_, told)| told.remedy == first.remedy);
    let common = |text: &SafeText, same: bool| {
        let text = if same { text.clone() } else { beginning(text) };
        text.without_full_stop()
    };
    let mut lines = vec![
        ("Promise", first.promise()),
        ("Evidence", sentence(&common(&first.words, same_words))),
    ];
    if let Some(remedy) = &first.remedy {
        lines.push(("What would help", safe!("{}.", common(remedy, same_help))));
    }
    let records = group
        .iter()
        .map(|(_, told)| {
            // What only this record has to say is said with it.
            let own = told.words.split_once("; ").filter(|_| !same_words);
            let help = told.remedy.as_ref().filter(|_| !same_help);
            let help = help.and_then(|help| help.split_once(";"));
            let own = own.into_iter().chain(help);
            let own = own.map(|(_, own)| own.part(|own| own.trim().trim_end_matches('.')));
            let own = own.chain(told.notes.iter().cloned());
            let own: Vec<SafeText> = own.map(|own| safe!("; {}", own)).collect();
            safe!(
                "{}{} ({})",
                told.heading(),
                SafeText::joined(own, ""),
                told.address()
            )
        })
        .collect();
    let item = ListItem {
        lead: safe!("{}: the same finding {} times", first.title(), group.len()),
        lines,
    };
    Some((item, records))
}

/// A finding by itself.
pub(crate) fn one(report: &Report<'_>, told: &FindingText<'_>) -> ListItem {
    let mut lines = vec![
        ("Promise", told.promise().clone()),
        ("Evidence", sentence(&told.evidence())),
    ];
    lines.extend(
        told.explained()
            .as_ref()
            .map(|text| ("Explained", sentence(text))),
    );
    lines.extend(
        told.remedy
            .clone()
            .map(|remedy| ("What would help", remedy)),
    );
    let several = told.places().len() > 1;
    for (at, place) in told.places().iter().enumerate() {
        let word = match (several, at) {
            (false, _) if report.is_in_charter(*place) => "Charter",
            (false, _) => "Record",
            (true, 0) => RECORDS,
            (true, _) => "",
        };
        lines.push((word, report.address(*place)));
    }
    ListItem {
        lead: lead(told),
        lines,
    }
}

/// What was kept, but should be seen: a clash that was considered, an aim that was missed.
pub(super) fn remarks(report: &Report<'_>) -> Vec<ListItem> {
    report
        .with(Verdict::Kept)
        .filter(|finding| finding.has_remarks())
        .map(|finding| remark(&report.describe(finding)))
        .collect()
}

/// A finding of which only the evidence is told.
pub(crate) fn remark(told: &FindingText<'_>) -> ListItem {
    ListItem {
        lead: lead(told),
        lines: vec![("", sentence(&told.evidence()))],
    }
}

/// What a finding is about, on one line.
pub(super) fn lead(told: &FindingText<'_>) -> SafeText {
    let severity = if told.verdict == Verdict::NotKept {
        safe!(" ({})", told.severity.word())
    } else {
        SafeText::default()
    };
    safe!("{}{}: {}", told.title(), severity, told.heading())
}

/// What became of explanations that were not simply accepted.
pub(crate) fn explanations(report: &Report<'_>) -> Vec<ListItem> {
    let items = report.explanations().map(|explanation| {
        let outcome = match explanation.outcome {
            ExplanationOutcome::Rejected => "not accepted",
            ExplanationOutcome::Unneeded => "not needed",
        };
        let why = SafeText::joined(explanation.why, "; ");
        ListItem {
            lead: safe!(
                "Clause {}, {}: {}",
                explanation.clause,
                explanation.subject,
                outcome
            ),
            lines: vec![("Because", sentence(&why)), ("Record", explanation.address)],
        }
    });
    items.collect()
}

/// Titles of rules that say the same, and what they say.
type SharedWords = (Vec<SafeText>, SafeText);

/// What can still be kept, soonest first, with the last day of each.
pub(crate) fn due<'a>(report: &Report<'a>) -> Vec<(NaiveDate, ReportedFinding<'a>)> {
    let mut due: Vec<_> = report
        .with(Verdict::StillToCome)
        .filter_map(|finding| Some((finding.due()?, finding)))
        .collect();
    due.sort_by_key(|(day, finding)| (*day, finding.subject_at(), finding.clause_number()));
    due
}

/// Until when something about a subject can still be kept.
pub(crate) fn by(day: NaiveDate, told: &FindingText<'_>) -> SafeText {
    safe!("By {}: {}", day_and_year(day), told.subject())
}

/// What can still be kept; all that is due on one day for one subject together.
pub(super) fn coming_due(report: &Report<'_>) -> Vec<ListItem> {
    // What is said in the same words about the same subject is said once.
    let mut groups: Vec<(SafeText, Vec<SharedWords>)> = Vec::new();
    for (day, finding) in due(report) {
        let told = report.describe(finding);
        let lead = by(day, &told);
        if groups.last().is_none_or(|(known, _)| *known != lead) {
            groups.push((lead, Vec::new()));
        }
        let Some((_, said)) = groups.last_mut() else {
            continue;
        };
        match said.iter_mut().find(|(_, words)| *words == told.words) {
            Some((titles, _)) => titles.push(told.title().clone()),
            None => said.push((vec![told.title().clone()], told.words)),
        }
    }
    let line = |(titles, words): SharedWords| {
        (
            "",
            safe!("{}: {}", SafeText::joined(titles, "; "), sentence(&words)),
        )
    };
    groups
        .into_iter()
        .map(|(lead, said)| ListItem {
            lead,
            lines: said.into_iter().map(line).collect(),
        })
        .collect()
}

/// Adds a line to the item with this lead, or begins it.
fn under(items: &mut Vec<ListItem>, lead: SafeText, line: SafeText) {
    let line = ("", line);
    match items.iter_mut().find(|item| item.lead == lead) {
        Some(item) => item.lines.push(line),
        None => items.push(ListItem {
            lead,
            lines: vec![line],
        }),
    }
}

/// Subjects to which nothing applies, together where the reason is the same.
pub(super) fn set_aside(report: &Report<'_>) -> Vec<ListItem> {
    let applies: BTreeSet<Span> = report
        .findings()
        .filter(|finding| finding.verdict() != Verdict::DoesNotApply)
        .map(ReportedFinding::subject_at)
        .collect();
    let mut reasons: BTreeMap<Span, ReportedFinding<'_>> = BTreeMap::new();
    for finding in report.findings() {
        let subject = finding.subject_at();
        if !applies.contains(&subject) {
            reasons.entry(subject).or_insert(finding);
        }
    }
    let mut items: Vec<ListItem> = Vec::new();
    for finding in reasons.into_values() {
        let told = report.describe(finding);
        let lead = sentence(&told.words);
        under(&mut items, lead, told.subject());
    }
    items
}

/// What the charter itself should hear.
pub(super) fn itself(report: &Report<'_>) -> Vec<ListItem> {
    let mut never: Option<Vec<SafeText>> = None;
    let mut items: Vec<ListItem> = Vec::new();
    for remark in report.remarks() {
        if remark.code == "never-exercised" {
            let clauses = never.get_or_insert_default();
            clauses.extend(remark.clause);
            continue;
        }
        items.push(ListItem {
            lead: sentence(&remark.words),
            lines: Vec::new(),
        });
    }
    // One line for all of them: a small folder tests few promises, and that is no fault.
    if let Some(clauses) = never {
        items.push(ListItem {
            lead: safe!(
                "Never tested, because nothing in these records falls under them: clauses {}.",
                SafeText::listed(clauses, "and")
            ),
            lines: Vec::new(),
        });
    }
    items
}

/// The clauses that the program does not judge, together where the reason is the same.
pub(super) fn not_judged(report: &Report<'_>) -> Vec<ListItem> {
    let mut items: Vec<ListItem> = Vec::new();
    for (clause, why) in report.not_judged() {
        under(&mut items, why, safe!("{}: {}", clause.id(), clause.says()));
    }
    items
}
