//! Puts what `X-` properties say into a record.

use super::event::Evidence;
use super::evidence::{Found, Known, Shape};
use super::page::{Leaf, Written, broken, scalar};
use super::record::Maker;
use crate::read::Beside;
use identifiers::redact::quoted;
use located::diagnostic::Diagnostic;
use located::tree::{Node, Value};
use plain_values::{ListOf, split_list};

impl<'e> Maker<'_, '_, 'e> {
    /// Everything that `X-` properties say. What is no field is a fault only where that is asked for.
    pub(super) fn evidence(&mut self, with_faults: bool) {
        for one in &self.event.evidence {
            match self.names.find(&one.name) {
                Found::Field(known) => self.field(one, known),
                Found::Unknown => self.unknown(one, with_faults),
                Found::Other => {}
            }
        }
    }

    /// What is no field is kept under its name, as something that cannot be read.
    fn unknown(&mut self, one: &'e Evidence, with_faults: bool) {
        let written = self.page.line(one.line, &one.name, "");
        self.leaves.push(Leaf {
            path: &one.name,
            key: written.heading,
            node: broken(written.heading),
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

    fn field(&mut self, one: &Evidence, known: &'e Known) {
        let value = one.value.clone();
        let written = self.page.line(one.line, &one.name, &value);
        let node = match known.shape {
            Shape::Text => scalar(value, false, written.value),
            Shape::Plain => scalar(value, true, written.value),
            Shape::Children => {
                self.page.counts_children();
                scalar(value, true, written.value)
            }
            Shape::Texts => several(&value, false, written),
            Shape::Several => several(&value, true, written),
        };
        let before = self.leaves.iter_mut().find(|leaf| leaf.path == known.path);
        let Some(before) = before else {
            self.leaves.push(Leaf {
                path: &known.path,
                key: written.heading,
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
            .and(before.key, "first here")
            .help("keep the one that is right");
        before.node = broken(before.node.span);
        self.faults.push(fault);
        self.beside.push(Beside {
            field: None,
            heading: one.name.clone(),
            text: one.value.clone(),
        });
    }
}

/// Values that are parted by semicolons, or by commas where there is none.
fn several<'e>(text: &str, plain: bool, written: Written) -> Node<'e> {
    let items: Vec<Node<'e>> = split_list(text, ListOf::Texts)
        .into_iter()
        .map(|range| {
            let part = text.get(range.clone()).unwrap_or("").to_owned();
            scalar(part, plain, written.part(range))
        })
        .collect();
    Node {
        span: written.value,
        value: if items.is_empty() {
            Value::Scalar {
                text: "".into(),
                plain: true,
            }
        } else {
            Value::List(items)
        },
    }
}
