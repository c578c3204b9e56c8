//! Which number stands for which identifier.

use std::collections::{HashMap, HashSet};

use super::safe::Part;
use closed_words::key;
use identifiers::token;

/// Gives every identifier that is hidden a number, so that two that differ still do, and two that
/// are the same in another spelling of capitals and blanks still are: projects stay apart, and who
/// refers to a record still means that one. Ids are the same in the same spelling only.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    /// By what the identifier is in any spelling.
    all: HashMap<String, usize>,
    /// By the spelling of an id.
    ids: HashMap<String, usize>,
    /// Those of which one spelling is an id.
    with_id: HashSet<usize>,
    last: usize,
}

impl Numbers {
    fn of(&mut self, identifier: &str, is_id: bool) -> usize {
        let next = self.last + 1;
        if is_id && let Some(number) = self.ids.get(identifier) {
            return *number;
        }
        let mut number = *self.all.entry(key(identifier)).or_insert(next);
        if is_id {
            if !self.with_id.insert(number) {
                number = next;
            }
            self.ids.insert(identifier.to_owned(), number);
        }
        self.last = self.last.max(number);
        number
    }

    /// The parts as a text.
    pub(super) fn write(&mut self, parts: Vec<Part>) -> String {
        let mut text = String::new();
        for part in parts {
            match part {
                Part::Text(part) => text.push_str(&part),
                Part::Hidden { identifier, is_id } => {
                    let number = self.of(&identifier, is_id);
                    text.push_str(&token::written(number, &identifier));
                }
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_identifier_has_the_same_number() {
        let mut numbers = Numbers::default();
        let mut of = |text| numbers.of(text, false);
        assert_eq!(
            [of("Zed Q"), of("07700"), of("zed_q"), of("Zed")],
            [1, 2, 1, 3]
        );
        let mut id = |text| numbers.of(text, true);
        assert_eq!(
            [id("Zed Q"), id("zed q"), id("Zed Q"), id("ZED Q")],
            [1, 4, 1, 5]
        );
        assert_eq!(id("Flim"), 6);
        assert_eq!(numbers.of("flim", false), 6);
    }
}
