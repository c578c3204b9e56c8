//! The words that a charter lends to the records of its area.

use super::holds::Holds;
use super::import_settings::ImportSettings;
use super::party::Parties;
use closed_words::{listed, nearest, same_word};

/// The words that a charter lends to the records of its area.
#[derive(Debug, Clone, Copy)]
pub struct Vocabulary<'a> {
    /// The parties and their names.
    pub parties: &'a Parties,
    /// The ids of the schools.
    pub schools: &'a [String],
    /// The rungs of the ladder, lowest first.
    pub ladder: &'a [String],
    /// Fields that only this area knows.
    pub local: &'a [(String, Holds)],
    /// What it says about its tables and calendars.
    pub imports: &'a ImportSettings,
}

impl Vocabulary<'_> {
    pub(super) fn school(&self, text: &str) -> Result<String, String> {
        one_of(
            self.schools,
            text,
            "the charter's schools are",
            "the charter lists no schools",
        )
    }

    pub(super) fn rung(&self, text: &str) -> Result<String, String> {
        one_of(
            self.ladder,
            text,
            "the rungs are",
            "the charter has no ladder",
        )
    }
}

fn one_of(known: &[String], text: &str, are: &str, none: &str) -> Result<String, String> {
    if let Some(found) = known.iter().find(|known| same_word(known, text)) {
        return Ok(found.clone());
    }
    if known.is_empty() {
        return Err(none.to_owned());
    }
    let all = listed(known, "and");
    Err(match nearest(text, known.iter().map(String::as_str)) {
        Some(near) => format!("did you mean `{near}`? {are} {all}"),
        None => format!("{are} {all}"),
    })
}
