//! Records in any format into YAML files in the project's own form, one file a record. What was
//! understood is all there, what was not stands beside it as a remark, and what may identify
//! somebody is left out.

mod names;
mod order;
mod safe;
mod yaml;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::charter::Charter;
use crate::diagnostic::Diagnostic;
use crate::mask::Mask;
use crate::read::{Beside, File, Item, Period, each, stem};
use crate::record::Record;
use crate::source::{Sources, Span};
use crate::tree::{Entry, Node, Value};
use names::{Ids, Names, file_name};
use order::Order;
use safe::{LeftOut, Numbers, Parts};
use yaml::{Writer, remark};

/// What came of a conversion.
#[derive(Debug)]
pub struct Conversion {
    /// The records, in the order of the files that they come from.
    pub records: Vec<Converted>,
    /// Every fault of the files.
    pub faults: Vec<Diagnostic>,
    /// What was left unread on purpose, with how much of it there was.
    pub passed_over: Vec<(String, usize)>,
    /// What was left out because it may identify somebody, with how often.
    pub left_out: BTreeMap<String, usize>,
    /// Whether something may have been a record and could not be read.
    pub lost: bool,
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
    left_out: LeftOut,
}

/// Converts files of records, in the order given.
pub fn convert(
    sources: &mut Sources,
    files: Vec<File>,
    charter: &Charter,
    period: Period,
) -> Conversion {
    let words = charter.vocabulary();
    let mask = &charter.mask;
    let order = Order::new(&words, Span::new(sources.next_id(), 0, 0));
    let read = each(sources, files, &words, period, |job, item, faults| {
        // Whether it is a record at all, and what is wrong with it, is for the record's own reader.
        let record = Record::read(
            item.node,
            stem(job.name),
            item.mark.as_deref(),
            &words,
            faults,
        )?;
        page(job.name, &item, record.id(), &order, mask)
    });
    let mut faults = read.faults;
    faults.sort_by(|one, other| one.span().cmp(&other.span()).then(one.code.cmp(other.code)));
    let mut left_out = LeftOut::new();
    let mut numbers = Numbers::default();
    let looked_through: Vec<(String, Parts, LeftOut)> = read
        .made
        .into_par_iter()
        .map(|page| {
            let mut left_out = page.left_out;
            let parts = safe::parts(&page.draft, page.id_is_made_up, mask, &mut left_out);
            (page.name, parts, left_out)
        })
        .collect();
    let mut written = Vec::with_capacity(looked_through.len());
    for (name, parts, without) in looked_through {
        for (what, count) in without {
            *left_out.entry(what).or_insert(0) += count;
        }
        let before = numbers.write(parts.before);
        let id = numbers.write(parts.id);
        written.push((name, before, id, numbers.write(parts.after)));
    }
    let ids: Vec<&str> = written.iter().map(|(_, _, id, _)| id.as_str()).collect();
    let mut ids = Ids::new(&ids);
    let mut names = Names::default();
    let records = written
        .into_iter()
        .map(|(name, mut text, id, after)| {
            text.push_str(&ids.own(id));
            text.push_str(&after);
            Converted {
                name: format!("{}.yaml", names.own(&name)),
                text,
            }
        })
        .collect();
    Conversion {
        records,
        faults,
        passed_over: read.passed_over,
        left_out,
        lost: read.lost,
    }
}

/// Writes a record down, with what stands beside it.
fn page(file: &str, item: &Item<'_, '_>, id: &str, order: &Order, mask: &Mask) -> Option<Page> {
    let Value::Map(entries) = &item.node.value else {
        return None;
    };
    let written = RefCell::new(BTreeSet::new());
    let text_at = |place: Span| {
        let mut beside = item.beside.iter();
        let found = beside.find(|beside| beside.field == Some(place))?;
        written.borrow_mut().insert(place);
        Some(found.text.as_str())
    };
    let place_of = |path: &str| order.place(path);
    let mut writer = Writer::new(&place_of, &text_at);
    writer.remark(&format!("From {file}"));
    let id_is_made_up = !entries
        .iter()
        .any(|entry| entry.key == "id" && !entry.value.is_empty());
    if id_is_made_up {
        let others = entries.iter().filter(|entry| entry.key != "id").cloned();
        let all: Vec<Entry<'_>> = others.chain([id_entry(id, item.node.span)]).collect();
        writer.fields(&order.of(&all, ""));
    } else {
        writer.fields(&order.of(entries, ""));
    }
    let mut left_out = LeftOut::new();
    // What stands beside no field, or beside one in a group that says nothing.
    let is_left = |beside: &&Beside| {
        beside
            .field
            .is_none_or(|place| !written.borrow().contains(&place))
    };
    for beside in item.beside.iter().filter(is_left) {
        let text = if beside.field.is_none() && safe::is_of_people(&beside.heading) {
            *left_out.entry(safe::OF_PEOPLE.to_owned()).or_insert(0) += 1;
            "left out, because people may be named here"
        } else {
            &beside.text
        };
        writer.remark(&format!("{}: {}", remark(&beside.heading), remark(text)));
    }
    Some(Page {
        name: file_name(entries, item.mark.as_deref(), file, mask),
        draft: writer.draft,
        id_is_made_up,
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
                plain: false,
            },
        },
    }
}
