//! Trees of a file become its records, one after the other, so that nobody need hold all of them.

use std::collections::VecDeque;

use super::item::{Aside, Beside, Item, Job, Take};
use located::diagnostic::Diagnostic;
use located::tree::{Node, Value};

/// Hands over the roots of a text as they are read: each is a record, or a list of records.
pub(crate) struct HandingOver<'j, 't, 's> {
    job: &'j Job<'j>,
    text: &'t str,
    /// The first of them, until it is known whether it is the only one.
    first: Option<Node<'s>>,
    asides: VecDeque<Aside>,
    count: usize,
    all: bool,
}

impl<'j, 't, 's> HandingOver<'j, 't, 's> {
    pub(crate) fn new(job: &'j Job<'j>, text: &'t str) -> Self {
        HandingOver {
            job,
            text,
            first: None,
            asides: VecDeque::new(),
            count: 0,
            all: true,
        }
    }

    /// Hands over more roots, which stand below those before, with what stands beside them.
    pub(crate) fn roots(
        &mut self,
        roots: Vec<Node<'s>>,
        mut asides: Vec<Aside>,
        faults: &mut Vec<Diagnostic>,
        take: &mut Take<'_>,
    ) {
        asides.sort_by_key(|aside| aside.at.start);
        self.asides.extend(asides);
        for root in roots {
            if let Value::List(items) = root.value {
                for item in items {
                    self.node(item, faults, take);
                }
            } else {
                self.node(root, faults, take);
            }
        }
    }

    fn node(&mut self, node: Node<'s>, faults: &mut Vec<Diagnostic>, take: &mut Take<'_>) {
        if node.is_empty() {
            return;
        }
        self.count += 1;
        if self.count == 1 {
            self.first = Some(node);
            return;
        }
        if let Some(first) = self.first.take() {
            self.hand(&first, Some(1), faults, take);
        }
        self.hand(&node, Some(self.count), faults, take);
    }

    fn hand(
        &mut self,
        node: &Node<'s>,
        mark: Option<usize>,
        faults: &mut Vec<Diagnostic>,
        take: &mut Take<'_>,
    ) {
        let mark = mark.map(|at| at.to_string());
        let mut item = Item::new(node, mark, self.text);
        let is_of_it = |aside: &Aside| aside.at.start < node.span.end;
        while self.asides.front().is_some_and(is_of_it) {
            item.beside
                .extend(self.asides.pop_front().map(Beside::from));
        }
        self.all = take(item, faults) && self.all;
    }

    /// Hands over what is left, and says whether each one became a record.
    pub(crate) fn finish(mut self, faults: &mut Vec<Diagnostic>, take: &mut Take<'_>) -> bool {
        if let Some(only) = self.first.take() {
            self.hand(&only, None, faults, take);
        }
        if self.count == 0 && faults.is_empty() {
            faults.push(self.job.no_record());
        }
        self.all
    }
}

/// Hands over all roots of a text that is well formed.
pub(crate) fn hand_over(
    job: &Job<'_>,
    text: &str,
    roots: Vec<Node<'_>>,
    asides: Vec<Aside>,
    faults: &mut Vec<Diagnostic>,
    take: &mut Take<'_>,
) -> bool {
    let mut handing = HandingOver::new(job, text);
    handing.roots(roots, asides, faults, take);
    handing.finish(faults, take)
}
