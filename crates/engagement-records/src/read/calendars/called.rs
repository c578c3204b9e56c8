//! What an entry is called: its title, which may say that it was called off, and its categories.

use super::messages;
use super::record::{RecordMaker, kind_of, word};
use crate::read::Beside;
use located::tree::{Node, ScalarKind};
use plain_values::{is_perhaps_called_off, read_called_off_title};

impl RecordMaker<'_, '_> {
    pub(super) fn title(&mut self) {
        let Some(title) = &self.event.summary else {
            return;
        };
        let written = self.page.line(title.line, "SUMMARY", &title.value);
        let node = Node::scalar(title.value.as_str(), ScalarKind::Quoted, written.value);
        self.leaf("title", written.heading, node);
        if self.event.cancelled.is_some() {
            return;
        }
        // Outlook and people write it before titles.
        if let Some(called_off) = read_called_off_title(&title.value) {
            self.leaf(
                "status",
                written.heading,
                word(called_off.word(), written.value),
            );
        } else if is_perhaps_called_off(&title.value) {
            let node = Node::unclear(title.value.as_str(), written.value);
            self.leaf("status", written.heading, node);
            self.faults
                .push(messages::perhaps_called_off(written.value));
        }
    }

    /// The first category that is a kind; programs have others, such as colours.
    pub(super) fn category(&mut self) {
        let mut is_told = false;
        for category in &self.event.categories {
            match kind_of(&category.value) {
                Some(kind) if !is_told => {
                    let line = self.page.line(category.line, "CATEGORIES", &category.value);
                    self.leaf("kind", line.heading, word(kind.word(), line.value));
                    is_told = true;
                }
                _ => self.beside.push(Beside {
                    field: None,
                    heading: "CATEGORIES".to_owned(),
                    text: category.value.clone(),
                }),
            }
        }
    }
}
