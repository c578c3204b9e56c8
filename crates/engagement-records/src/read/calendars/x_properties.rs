//! `X-` properties as fields of a record: `X-CHARTER-NOTICE-SENT` is `notice.sent`.

use super::field_names::PropertyMeaning;
use super::page::WrittenLine;
use super::record::RecordMaker;
use crate::read::Beside;
use crate::record::{Holds, RecordField};
use calendar_files::XProperty;
use identifiers::redact::quoted;
use located::diagnostic::Diagnostic;
use located::tree::{Leaf, Node, ScalarKind, Value};
use plain_values::{ListOf, split_list};

impl<'e> RecordMaker<'_, 'e> {
    /// Everything that `X-` properties say. What is no field is a fault only where that is asked for.
    pub(super) fn x_properties(&mut self, with_faults: bool) {
        for one in &self.event.x_properties {
            match self.names.find(&one.name) {
                PropertyMeaning::Field(known) => self.field(one, known),
                PropertyMeaning::Unknown => self.unknown(one, with_faults),
                PropertyMeaning::Other => {}
            }
        }
    }

    /// What is no field is kept under its name, as something that cannot be read.
    fn unknown(&mut self, one: &'e XProperty, with_faults: bool) {
        let written = self.page.line(one.line, &one.name, "");
        self.leaves.push(Leaf {
            path: &one.name,
            key_span: written.heading,
            node: Node::broken(written.heading),
        });
        self.beside.push(Beside {
            field: Some(written.heading),
            heading: one.name.clone(),
            text: one.value.clone(),
        });
        if !with_faults {
            return;
        }
        let message = format!("{} is not a field of a record", quoted(&one.name));
        let fault = Diagnostic::error("unknown-field", written.heading, message);
        self.faults.push(match self.names.nearest(&one.name) {
            Some(near) => fault.saying(format!("did you mean `{near}`?")),
            None => fault.help(
                "after `X-CHARTER-` comes the name of a field, such as `X-CHARTER-NOTICE-SENT`",
            ),
        });
    }

    fn field(&mut self, one: &XProperty, known: &'e RecordField) {
        let value = one.value.clone();
        let written = self.page.line(one.line, &one.name, &value);
        if known.holds == Holds::Children {
            self.page.counts_children(&written);
        }
        let node = match known.holds {
            Holds::Text => Node::scalar(value, ScalarKind::Quoted, written.value),
            Holds::Word
            | Holds::Day
            | Holds::Time
            | Holds::Answer
            | Holds::Count
            | Holds::Children
            | Holds::Number => Node::scalar(value, ScalarKind::Plain, written.value),
            Holds::Texts | Holds::Agreed => several(&value, ScalarKind::Quoted, written),
            Holds::Words => several(&value, ScalarKind::Plain, written),
        };
        let before = self.leaves.iter_mut().find(|leaf| leaf.path == known.path);
        let Some(before) = before else {
            self.leaves.push(Leaf {
                path: &known.path,
                key_span: written.heading,
                node,
            });
            return;
        };
        if let Value::List(all) = &mut before.node.value
            && let Value::List(more) = node.value
        {
            all.extend(more);
            return;
        }
        let message = format!("`{}` is given twice, so neither counts", known.path);
        let fault = Diagnostic::error("duplicate-field", written.heading, message)
            .saying("again here")
            .and(before.key_span, "first here")
            .help("keep the one that is right");
        before.node = Node::broken(before.node.span);
        self.faults.push(fault);
        self.beside.push(Beside {
            field: None,
            heading: one.name.clone(),
            text: one.value.clone(),
        });
    }
}

/// Values that are parted by semicolons, or by commas where there is none.
fn several<'e>(text: &str, kind: ScalarKind, written: WrittenLine) -> Node<'e> {
    let items: Vec<Node<'e>> = split_list(text, ListOf::Texts)
        .into_iter()
        .map(|range| {
            let part = text.get(range.clone()).unwrap_or("").to_owned();
            Node::scalar(part, kind, written.part(range))
        })
        .collect();
    if items.is_empty() {
        return Node::blank(written.value);
    }
    Node {
        span: written.value,
        value: Value::List(items),
    }
}
