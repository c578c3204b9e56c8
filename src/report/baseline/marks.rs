//! The marks by which a record is known again whatever became of its title: one of what it says, one
//! of where it stands.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::report::Report;
use crate::report::fingerprint::Mark;
use engagement_records::record::view::{Node, Said, Value, View, Viewed};
use engagement_records::record::{Explanation, SubjectKind};
use identifiers::redact::Redactor;
use located::source::Span;

/// The marks of one record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct RecordMark {
    /// Of all that it says, but for its title and its id, and of how many say it before this one.
    pub(super) says: Mark,
    /// Of its file, and of its number in it where the file has several.
    pub(super) place: Mark,
}

/// The marks of all records, by where they begin.
#[derive(Debug)]
pub(super) struct RecordMarks(BTreeMap<Span, RecordMark>);

impl RecordMarks {
    pub(super) fn of(report: &Report<'_>) -> Self {
        let all = records(report);
        let mut in_file = BTreeMap::new();
        for span in all.keys() {
            *in_file.entry(span.source).or_insert(0) += 1;
        }
        let mut places = Vec::with_capacity(all.len());
        let (mut file, mut number) = (None, 0);
        for span in all.keys() {
            number = if file == Some(span.source) {
                number + 1
            } else {
                1
            };
            file = Some(span.source);
            let name = report.name(report.sources.name(span.source));
            let place = match in_file.get(&span.source) {
                Some(1) => name.as_str().to_owned(),
                _ => format!("{name}\0{number}"),
            };
            places.push(Mark::of(&place));
        }
        let all: Vec<_> = all.into_iter().zip(places).collect();
        let mut all: Vec<(Span, RecordMark)> = all
            .into_par_iter()
            .map(|((span, (record, explanations)), place)| {
                let says = Mark::of(&said(report, record, explanations));
                (span, RecordMark { says, place })
            })
            .collect();
        // A second one that says the same is another record, and so is one in a file whose name is
        // the same where what may identify somebody is hidden.
        tell_apart(&mut all, |mark| &mut mark.says);
        tell_apart(&mut all, |mark| &mut mark.place);
        RecordMarks(all.into_iter().collect())
    }

    /// The marks of what begins here, where it is one record.
    pub(super) fn get(&self, at: Span, kind: SubjectKind) -> Option<RecordMark> {
        match kind {
            SubjectKind::Engagement
            | SubjectKind::Decision
            | SubjectKind::Request
            | SubjectKind::Contact
            | SubjectKind::Conduct => self.0.get(&at).copied(),
            SubjectKind::Project
            | SubjectKind::Signatory
            | SubjectKind::Period
            | SubjectKind::File
            | SubjectKind::Whole => None,
        }
    }

    /// What each record says.
    pub(super) fn said(&self) -> impl Iterator<Item = Mark> {
        self.0.values().map(|mark| mark.says)
    }
}

fn tell_apart(all: &mut [(Span, RecordMark)], of: fn(&mut RecordMark) -> &mut Mark) {
    let mut before: BTreeMap<Mark, usize> = BTreeMap::new();
    for (_, marks) in all {
        let mark = of(marks);
        let number = before.entry(*mark).or_default();
        *mark = mark.numbered(*number);
        *number += 1;
    }
}

/// Every record with the explanations that it carries itself.
fn records<'r>(report: &Report<'r>) -> BTreeMap<Span, (Viewed<'r>, &'r [Explanation])> {
    let records = &report.reading.records;
    let engagements = records.engagements.iter();
    let engagements = engagements.map(|it| (Viewed::Engagement(it), it.explanations.as_slice()));
    let decisions = records.decisions.iter();
    let decisions = decisions.map(|it| (Viewed::Decision(it), it.explanations.as_slice()));
    let requests = records.requests.iter();
    let requests = requests.map(|it| (Viewed::Request(it), it.explanations.as_slice()));
    let contacts = records.contacts.iter();
    let contacts = contacts.map(|it| (Viewed::Contact(it), &[][..]));
    let conduct = records.conduct.iter();
    let conduct = conduct.map(|it| (Viewed::Conduct(it), &[][..]));
    engagements
        .chain(decisions)
        .chain(requests)
        .chain(contacts)
        .chain(conduct)
        .map(|(record, explanations)| (record.span(), (record, explanations)))
        .collect()
}

/// Everything that a record says, field by field. A corrected title is no other record, and neither
/// is one that is given an id.
fn said(report: &Report<'_>, record: Viewed<'_>, explanations: &[Explanation]) -> String {
    let redactor = report.redactor();
    // What is dated later than the audit belongs to the record all the same.
    let view = View::new(record, report.promises().vocabulary(), NaiveDate::MAX);
    let mut text = String::new();
    for node in view.fields() {
        if !["id", "title"].contains(&node.name) {
            write_node(&mut text, &node, redactor);
        }
    }
    for explanation in explanations {
        write_explanation(&mut text, explanation, redactor);
    }
    text
}

fn write_node(text: &mut String, node: &Node<'_>, redactor: &Redactor) {
    let _ = write!(text, "{}\0", node.name);
    match &node.said {
        Said::Value(value, _) => write_value(text, value, redactor),
        Said::Missing(gap) if gap.no_place.is_some() => text.push_str("no place"),
        Said::Missing(_) => {}
        Said::Unreadable(_) => text.push_str("unreadable"),
        Said::SomeDay(_) => text.push_str("some day"),
        Said::Denied(_) => text.push_str("denied"),
    }
    text.push('\n');
}

fn write_value(text: &mut String, value: &Value<'_>, redactor: &Redactor) {
    let _ = match value {
        Value::YesNo(answer) => write!(text, "{answer}"),
        Value::Text(words) => write!(text, "{}", redactor.redact(words.as_ref())),
        Value::Date(day) => write!(text, "{day}"),
        Value::Time(time) => write!(text, "{time}"),
        Value::Number(amount) => write!(text, "{}-{}", amount.low, amount.high),
        Value::List(values) => {
            for value in values.iter() {
                write_value(text, value, redactor);
                text.push('\0');
            }
            Ok(())
        }
        Value::Group(nodes) => {
            for node in nodes.iter() {
                write_node(text, node, redactor);
            }
            Ok(())
        }
    };
}

/// What decides whether an explanation holds.
fn write_explanation(text: &mut String, explanation: &Explanation, redactor: &Redactor) {
    let texts = [&explanation.because, &explanation.instead];
    for words in texts.into_iter().filter_map(|field| field.get()) {
        let _ = write!(text, "{}\0", redactor.redact(words));
    }
    for day in [&explanation.agreed_on, &explanation.until] {
        let _ = write!(text, "{:?}\0", day.get());
    }
    let agreed_by = explanation.agreed_by.get();
    let _ = writeln!(
        text,
        "{:?}\0{:?}\0{}",
        explanation
            .clause
            .get()
            .map(|clause| redactor.redact(clause)),
        explanation.reason.get(),
        agreed_by.map_or(0, Vec::len)
    );
}
