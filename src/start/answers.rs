//! What a folder is made of, and what may be said of it.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use working_days::Division;

/// No name is longer, in characters.
const LONGEST: usize = 100;

/// What somebody said with options; what they left out is asked for, or has a usual answer.
#[derive(Debug, Clone, Default)]
pub struct Given {
    /// The area.
    pub area: Option<String>,
    /// The organisation's name.
    pub council: Option<String>,
    /// The forum's name.
    pub forum: Option<String>,
    /// The ids of schools; nobody has to be asked where there is one.
    pub schools: Vec<String>,
    /// Where the bank holidays are those of the area.
    pub division: Option<Division>,
    /// Further days on which the organisations do not work.
    pub closed_days: BTreeSet<NaiveDate>,
}

/// Everything that there is to know.
#[derive(Debug, Clone)]
pub struct Answers {
    /// The area.
    pub area: String,
    /// The organisation's name.
    pub council: String,
    /// The forum's name.
    pub forum: String,
    /// The ids of schools.
    pub schools: Vec<String>,
    /// Where the bank holidays are those of the area.
    pub division: Division,
    /// Further days on which the organisations do not work.
    pub closed_days: BTreeSet<NaiveDate>,
}

impl Given {
    /// The answers where nobody can be asked: usual names for what was left out, no schools, and the
    /// bank holidays of England and Wales.
    ///
    /// # Errors
    /// A sentence that says what has to be given, or that two names are one.
    pub fn answers(self) -> Result<Answers, String> {
        let area = self.area.ok_or("say for which area: --area NAME")?;
        let answers = Answers {
            council: self.council.unwrap_or_else(|| usual_council(&area)),
            forum: self.forum.unwrap_or_else(|| usual_forum(&area)),
            schools: self.schools,
            division: self.division.unwrap_or(Division::EnglandAndWales),
            closed_days: self.closed_days,
            area,
        };
        different(&answers.council, &answers.forum)?;
        let mut seen = BTreeSet::new();
        match answers.schools.iter().find(|school| !seen.insert(*school)) {
            Some(twice) => Err(format!("the school {twice} is named twice")),
            None => Ok(answers),
        }
    }
}

/// What the council of an area is usually called.
pub(super) fn usual_council(area: &str) -> String {
    format!("{area} Council")
}

/// What the forum of an area is usually called.
pub(super) fn usual_forum(area: &str) -> String {
    format!("{area} Parent Carer Forum")
}

/// Whether two parties have names of their own.
pub(super) fn different(council: &str, forum: &str) -> Result<(), String> {
    if closed_words::same_word(council, forum) {
        return Err("the council and the forum need two names".to_owned());
    }
    Ok(())
}

/// A name of an area or a party.
///
/// # Errors
/// What a name has to be.
pub fn name(text: &str) -> Result<String, String> {
    let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if !name.chars().any(char::is_alphabetic) {
        return Err("write a name, such as Northmoor".to_owned());
    }
    if name.chars().count() > LONGEST {
        return Err(format!("a name has at most {LONGEST} characters"));
    }
    // In records, several parties are parted by these.
    if name.contains([';', '/']) || name.chars().any(char::is_control) {
        return Err("a name has no `;`, `/` or control characters in it".to_owned());
    }
    Ok(name)
}

/// The id of a school.
///
/// # Errors
/// What an id has to be.
pub fn school(text: &str) -> Result<String, String> {
    let id = text.trim();
    let is_sign = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-';
    let begins = id
        .chars()
        .next()
        .is_some_and(|sign| sign.is_ascii_lowercase());
    if begins && id.chars().all(is_sign) && id.len() <= LONGEST && !id.ends_with('-') {
        Ok(id.to_owned())
    } else {
        Err("write a short id in small letters with hyphens, such as elm-road".to_owned())
    }
}
