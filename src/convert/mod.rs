//! Records in any format into YAML files in the project's own form, one file a record. What was
//! understood is all there, what was not stands beside it as a remark, and what may identify
//! somebody is left out.

mod names;
mod safe;
mod yaml;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::charter::Charter;
use crate::diagnostic::Diagnostic;
use crate::mask::Mask;
use crate::read::{Beside, File, Item, Period, each, stem};
use crate::record::view::{About, Schema};
use crate::record::{Record, Vocabulary};
use crate::source::{Sources, Span};
use crate::tree::{Entry, Node, Value};
use names::{Names, file_name};
use safe::{LeftOut, Numbers, Part};
use yaml::{Piece, Writer, remark};

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

/// One record before it has a name of its own, and before its identifiers are told apart from those
/// of other records.
struct Draft {
    name: String,
    before: Vec<Part>,
    /// The id that the program made up, which stands in the middle.
    id: Vec<Part>,
    after: Vec<Part>,
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
        draft(job.name, &item, record.id(), &order, mask)
    });
    let mut faults = read.faults;
    faults.sort_by(|one, other| one.span().cmp(&other.span()).then(one.code.cmp(other.code)));
    let mut left_out = LeftOut::new();
    let (mut names, mut ids) = (Names::of_files(), Names::of_records());
    let mut numbers = Numbers::default();
    let mut records = Vec::new();
    for draft in read.made {
        for (what, count) in draft.left_out {
            *left_out.entry(what).or_insert(0) += count;
        }
        let mut text = numbers.write(draft.before);
        text.push_str(&own_id(&numbers.write(draft.id), &mut ids));
        text.push_str(&numbers.write(draft.after));
        records.push(Converted {
            name: format!("{}.yaml", names.own(&draft.name)),
            text,
        });
    }
    Conversion {
        records,
        faults,
        passed_over: read.passed_over,
        left_out,
        lost: read.lost,
    }
}

/// The id of a record that has none of its own, as it is written: in a folder of files that were
/// called something else, it must still be found by it.
fn own_id(written: &str, ids: &mut Names) -> String {
    let quoted = written.strip_prefix('"');
    let bare = quoted.and_then(|rest| rest.strip_suffix('"'));
    let bare = bare.unwrap_or(written);
    let own = if bare.is_empty() {
        String::new()
    } else {
        ids.own(bare)
    };
    if own == bare {
        written.to_owned()
    } else {
        format!("\"{own}\"")
    }
}

/// In which order the project writes fields: that of its own files, whatever the order of columns.
struct Order(BTreeMap<String, usize>);

impl Order {
    fn new(words: &Vocabulary<'_>, place: Span) -> Self {
        let mut order = BTreeMap::new();
        order.insert("record".to_owned(), 0);
        for about in About::ALL {
            for (path, _) in Schema::new(*about, *words, place).leaves() {
                // A group stands where its first field does.
                let ends = path.match_indices('.').map(|(at, _)| at);
                for end in ends.chain([path.len()]) {
                    let next = order.len();
                    let name = path.get(..end).unwrap_or(&path).to_owned();
                    order.entry(name).or_insert(next);
                }
            }
        }
        Order(order)
    }

    /// Whether records have a field of this name.
    fn knows(&self, path: &str) -> bool {
        self.0.contains_key(path)
    }

    /// Fields in that order; those that nobody knows come last, as they stood.
    fn of<'s>(&self, entries: &[Entry<'s>], above: &str) -> Vec<Entry<'s>> {
        let path = |entry: &Entry<'_>| format!("{above}{}", entry.key);
        let mut ordered: Vec<Entry<'s>> = entries
            .iter()
            .map(|entry| {
                let value = match &entry.value.value {
                    Value::Map(inner) => Value::Map(self.of(inner, &format!("{}.", path(entry)))),
                    other @ (Value::Scalar { .. } | Value::List(_) | Value::Broken) => {
                        other.clone()
                    }
                };
                Entry {
                    value: Node {
                        value,
                        ..entry.value.clone()
                    },
                    ..entry.clone()
                }
            })
            .collect();
        ordered.sort_by_key(|entry| self.0.get(&path(entry)).copied().unwrap_or(usize::MAX));
        ordered
    }
}

fn draft(file: &str, item: &Item<'_, '_>, id: &str, order: &Order, mask: &Mask) -> Option<Draft> {
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
    let has_id = |entry: &Entry<'_>| entry.key == "id" && !entry.value.is_empty();
    let made_up = (!entries.iter().any(has_id)).then(|| id_entry(id, item.node.span));
    let own = entries
        .iter()
        .filter(|entry| made_up.is_none() || entry.key != "id");
    let all: Vec<Entry<'_>> = own.cloned().chain(made_up.clone()).collect();
    let mut writer = Writer {
        pieces: Vec::new(),
        text_at: &text_at,
    };
    writer.remark(&format!("From {file}"));
    writer.fields(&order.of(&all, ""));
    let mut pieces = writer.pieces;
    let mut left_out = LeftOut::new();
    // What stands beside no field, or beside one in a group that says nothing.
    let written = written.into_inner();
    let is_left = |beside: &&Beside| beside.field.is_none_or(|place| !written.contains(&place));
    let mut writer = Writer {
        pieces: Vec::new(),
        text_at: &|_| None,
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
    pieces.append(&mut writer.pieces);
    let is_made_up = |piece: &Piece<'_>| made_up.is_some() && piece.path == "id";
    let at = pieces.iter().position(is_made_up).unwrap_or(pieces.len());
    let mut parts =
        safe::parts(&pieces, &|path| order.knows(path), mask, &mut left_out).into_iter();
    let before = safe::joined(parts.by_ref().take(at));
    let id = safe::joined(parts.by_ref().take(1));
    Some(Draft {
        name: file_name(entries, item.mark.as_deref(), file, mask),
        before,
        id,
        after: safe::joined(parts),
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
