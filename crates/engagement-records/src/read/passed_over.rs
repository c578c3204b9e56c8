//! Files that are left unread on purpose: counted by reason, the first of each named.

use std::collections::BTreeMap;

/// Files that were passed over, by the reason why.
#[derive(Debug, Default)]
pub struct PassedOver(BTreeMap<String, (usize, String)>);

impl PassedOver {
    /// Counts a file. Hand files over in the order of their names, so that the first is always the
    /// same one.
    pub fn add(&mut self, why: impl Into<String>, file: &str) {
        let first = || (0, file.to_owned());
        self.0.entry(why.into()).or_insert_with(first).0 += 1;
    }

    /// Each reason with the first file, and the number of files.
    pub fn told(self) -> impl Iterator<Item = (String, usize)> {
        self.0.into_iter().map(|(why, (count, first))| match count {
            1 => (format!("{why}, {first}"), count),
            _ => (format!("{why}, {first} and others"), count),
        })
    }
}
