//! Records in any format into YAML files in the project's own format, one file a record. What was
//! understood is all there, what was not stands beside it as a remark, and what may identify
//! somebody is left out.

mod columns;
mod names;
mod numbers;
mod order;
mod people;
mod safe;
mod yaml;

pub use columns::{SettledHeading, columns_file, full_heading};
pub use people::stand_under as names_people;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::progress::Progress;
use crate::read::{File, Item, ReadSettings, UNREADABLE, each};
use crate::record::{Id, Record, SubjectKind, ambiguous_ids};
use identifiers::redact::Redactor;
use located::diagnostic::Diagnostic;
use located::source::{Sources, Span, Spanned};
use located::tree::{Entry, Node, ScalarKind, Value};
use names::{Ids, Names, file_name};
use numbers::Numbers;
use order::{FieldOrder, Orders};
use safe::{LeftOut, Parts};
use yaml::{Writer, escaped, remark};

/// What came of a conversion.
#[derive(Debug)]
pub struct Conversion {
    /// The records, in the order of the files that they come from.
    pub records: Vec<Converted>,
    /// Every fault of the files.
    pub faults: Vec<Diagnostic>,
    /// What was left unread on purpose, with how much of it there was.
    pub passed_over: Vec<(String, usize)>,
    /// How many records explain why a promise was not kept: a charter may accept that from one folder
    /// only.
    pub explaining: usize,
    /// What was left out because it may identify somebody, with how often.
    pub left_out: BTreeMap<String, usize>,
    /// The files in which something may have been a record and could not be read.
    pub lost_in: Vec<String>,
    /// The file in which it was more than may be held; then there is no record at all.
    pub too_much: Option<String>,
}

/// One record as a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Converted {
    /// The name of the file, without folder.
    pub name: String,
    /// What stands in it.
    pub text: String,
}

/// One record, written down and not yet looked through.
struct Page {
    name: String,
    draft: yaml::Draft,
    /// Whether it has no id but the one that the program made up.
    id_is_made_up: bool,
    /// What it is, its id and its place, where explanations may name it.
    subject: Option<(SubjectKind, String, Span)>,
    /// What it speaks of, where it is an explanation.
    about: Option<(SubjectKind, Spanned<String>)>,
    /// Whether it explains why a promise was not kept.
    explains: bool,
    left_out: LeftOut,
}

/// Converts files of records, in the order given. What the redactor finds is left out.
pub fn convert(
    sources: &mut Sources,
    files: Vec<File>,
    settings: &ReadSettings<'_>,
    redactor: &Redactor,
    progress: &dyn Progress,
) -> Conversion {
    let orders = Orders::new(&settings.words);
    let read = each(sources, files, settings, progress, |job, item, faults| {
        // Whether it is a record at all, and what is wrong with it, is for the record's own reader.
        let record = job.record(&item, faults)?;
        page(job.name, &item, &record, orders.of(&record), redactor)
    });
    let mut pages = read.made;
    let mut faults = read.faults;
    faults.extend(forget_ambiguous(&mut pages));
    faults.sort_by(|one, other| one.span().cmp(&other.span()).then(one.code.cmp(other.code)));
    let mut left_out = LeftOut::new();
    Conversion {
        explaining: pages.iter().filter(|page| page.explains).count(),
        records: texts(pages, redactor, &mut left_out),
        faults,
        passed_over: [read.passed_over, read.files_passed_over].concat(),
        left_out,
        lost_in: read.lost_in,
        too_much: read.too_much,
    }
}

/// A file that stands for what could not be read, so that nobody takes it for never having been
/// there: an audit of the converted records is as incomplete as one of the others.
pub fn unread(files: &[String], redactor: &Redactor) -> Option<Converted> {
    let all: Vec<String> = files
        .iter()
        .map(|file| {
            let name = escaped(redactor.redact(file).as_str());
            format!("---\n!{UNREADABLE} \"{name}\"\n")
        })
        .collect();
    (!all.is_empty()).then(|| Converted {
        name: format!("{}.yaml", names::UNREAD),
        text: format!(
            "# Not all of these files could be read when the others were converted. As long as they\n\
             # are named here, an audit is not complete.\n{}",
            all.concat()
        ),
    })
}

/// Looks through what was written down, and gives each record its file.
fn texts(pages: Vec<Page>, redactor: &Redactor, left_out: &mut LeftOut) -> Vec<Converted> {
    let looked_through: Vec<(Page, Parts)> = pages
        .into_par_iter()
        .map(|mut page| {
            let parts = safe::parts(&page.draft, redactor, &mut page.left_out);
            page.draft = yaml::Draft::default();
            (page, parts)
        })
        .collect();
    let mut numbers = Numbers::default();
    let mut written = Vec::with_capacity(looked_through.len());
    for (page, parts) in looked_through {
        for (what, count) in page.left_out {
            *left_out.entry(what).or_insert(0) += count;
        }
        let before = numbers.write(parts.before);
        let id = numbers.write(parts.id);
        let after = numbers.write(parts.after);
        written.push((page.name, page.id_is_made_up, before, id, after));
    }
    let ids = written.iter();
    let ids = ids.map(|(_, is_made_up, _, id, _)| (id.as_str(), *is_made_up));
    let mut ids = Ids::new(&ids.collect::<Vec<_>>());
    let mut names = Names::default();
    written
        .into_iter()
        .map(|(name, id_is_made_up, mut text, id, after)| {
            text.push_str(&if id_is_made_up { ids.own(id) } else { id });
            text.push_str(&after);
            Converted {
                name: format!("{}.yaml", names.own(&name)),
                text,
            }
        })
        .collect()
}

/// Where an explanation names an id that several records have, nobody can say which of them it is
/// for, and nobody must be able to afterwards, when each has an id of its own.
fn forget_ambiguous(pages: &mut [Page]) -> Vec<Diagnostic> {
    let named = pages.iter().filter_map(|page| page.about.as_ref());
    let subjects = pages.iter().filter_map(|page| page.subject.as_ref());
    let subjects = subjects.map(|(kind, id, place)| (*kind, id.as_str(), *place));
    let faults = ambiguous_ids(named, subjects);
    let places: BTreeSet<Span> = faults.iter().filter_map(Diagnostic::span).collect();
    for page in pages.iter_mut() {
        if page
            .about
            .as_ref()
            .is_some_and(|(_, id)| places.contains(&id.span))
        {
            page.draft.forget_references();
        }
    }
    faults
}

/// Writes a record down, with what stands beside it.
fn page(
    file: &str,
    item: &Item<'_, '_>,
    record: &Record,
    order: &FieldOrder,
    redactor: &Redactor,
) -> Option<Page> {
    let Value::Map(entries) = &item.node.value else {
        return None;
    };
    let mut writer = Writer::new(item, order);
    writer.remark(&format!("From {file}"));
    let id_is_made_up = matches!(record.id(), Id::MadeUp(_));
    if id_is_made_up {
        let (unread, others): (Vec<_>, Vec<_>) =
            entries.iter().cloned().partition(|entry| entry.key == "id");
        let own = id_entry(record.id(), item.node.span);
        let all: Vec<Entry<'_>> = others.into_iter().chain([own]).collect();
        writer.fields(&order.of(&all, ""));
        for entry in unread.iter().filter(|entry| !entry.value.is_empty()) {
            writer.remark(&format!("id: {}", item.written(entry.value.span)));
        }
    } else {
        writer.fields(&order.of(entries, ""));
    }
    let mut left_out = LeftOut::new();
    let all = writer.left().collect::<Vec<_>>();
    let parted = safe::parted_between(&all, redactor);
    for (beside, is_part) in all.into_iter().zip(parted) {
        let text = if is_part {
            *left_out.entry(safe::PARTED.to_owned()).or_insert(0) += 1;
            "left out, because with what stands beside it, it may identify somebody"
        } else if beside.field.is_none() && people::stand_under(&beside.heading) {
            *left_out
                .entry(people::UNDER_HEADINGS.to_owned())
                .or_insert(0) += 1;
            "left out, because people may be named here"
        } else {
            &beside.text
        };
        writer.remark(&format!("{}: {}", remark(&beside.heading), remark(text)));
    }
    Some(Page {
        name: file_name(entries, item.mark.as_deref(), file, redactor),
        draft: writer.draft,
        id_is_made_up,
        subject: record
            .subject()
            .map(|(kind, id, place)| (kind, id.to_owned(), place)),
        about: record.about().cloned(),
        explains: record.explains(),
        left_out,
    })
}

/// The id that a record has without saying so.
fn id_entry(id: &str, record: Span) -> Entry<'static> {
    let place = Span {
        start: record.end,
        ..record
    };
    Entry {
        key: "id".into(),
        key_span: place,
        value: Node {
            span: place,
            value: Value::Scalar {
                text: id.to_owned().into(),
                kind: ScalarKind::Quoted,
            },
        },
    }
}
