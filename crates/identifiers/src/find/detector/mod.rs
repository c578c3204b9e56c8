//! What an area allows in its records, and what it looks for besides: patterns of its own case
//! references, and a list of names that is kept outside the folder.

mod around;
mod cases;
mod names;
mod people;
mod spelling;

use std::fmt;
use std::ops::Range;

use regex::{Regex, RegexBuilder};

use super::normalised::NormalisedText;
use super::{Certainty, Found, Kind, email, phone};
use names::NameList;

/// What to look for. The default looks for everything that needs no local knowledge, and allows
/// nothing.
#[derive(Debug, Clone, Default)]
pub struct Detector {
    pub(super) mailboxes: Vec<String>,
    pub(super) postcodes: Vec<String>,
    pub(super) phones: Vec<String>,
    cases: Vec<Regex>,
    names: NameList,
}

/// Which of the lists that an area gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    /// Mailboxes and domains of mailboxes that may be in records.
    Mailbox,
    /// Postcodes that may be in records, as those of venues.
    Postcode,
    /// Telephone numbers that may be in records, as that of the switchboard.
    Phone,
    /// Patterns of case references.
    CaseReference,
    /// Names to look for.
    Name,
}

/// An entry of one of the lists that cannot be used. It names no entry, because entries may
/// identify somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unusable {
    /// Which list.
    pub list: Given,
    /// Which of its entries, from 0.
    pub entry: usize,
    /// What is wrong with it: part of a sentence after "this" or a colon.
    pub reason: String,
}

impl fmt::Display for Unusable {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = match self.list {
            Given::Mailbox => "allowed mailbox",
            Given::Postcode => "allowed postcode",
            Given::Phone => "allowed telephone number",
            Given::CaseReference => "pattern of case references",
            Given::Name => "listed name",
        };
        write!(to, "{list} {}: {}", self.entry + 1, self.reason)
    }
}

impl std::error::Error for Unusable {}

impl Detector {
    /// A detector of an area. Mailboxes are whole addresses or `@` with a domain; telephone numbers
    /// are compared by their digits, `+44` and `0` alike; case references are regular expressions
    /// that match whole words in any case; names are whole words in any case, also with the surname
    /// first, with initials or middle names, joined, in two cells, and by the surname alone. All
    /// unusable entries are reported together.
    pub fn new(
        mailboxes: &[String],
        postcodes: &[String],
        phones: &[String],
        case_references: &[String],
        names: &[String],
    ) -> Result<Detector, Vec<Unusable>> {
        let mut wrong = Vec::new();
        let names = each(names, Given::Name, names::words, &mut wrong);
        let detector = Detector {
            mailboxes: each(mailboxes, Given::Mailbox, mailbox, &mut wrong),
            postcodes: each(postcodes, Given::Postcode, postcode, &mut wrong),
            phones: each(phones, Given::Phone, number, &mut wrong),
            cases: each(case_references, Given::CaseReference, pattern, &mut wrong),
            names: NameList::new(&names),
        };
        if wrong.is_empty() {
            Ok(detector)
        } else {
            Err(wrong)
        }
    }

    /// The same detector with a list of names, which is kept outside the charter and the records.
    ///
    /// # Errors
    /// Every entry that cannot be used.
    pub fn with_names(mut self, names: &[String]) -> Result<Detector, Vec<Unusable>> {
        self.names = Detector::new(&[], &[], &[], &[], names)?.names;
        Ok(self)
    }

    /// Whether a text is, as a whole, something that may be in records: what the area allows, or the
    /// mailbox of a role.
    pub fn allows(&self, text: &str) -> bool {
        let text = text.trim_matches(|sign: char| !sign.is_alphanumeric() && sign != '+');
        let normalised = NormalisedText::new(text);
        let is_phone = |number: String| self.phones.contains(&number);
        email::is_allowed(&normalised, &self.mailboxes)
            || phone::normal(normalised.text()).is_some_and(is_phone)
            || postcode(text).is_ok_and(|code| self.postcodes.contains(&code))
    }

    /// Whether there is a list of names.
    pub fn knows_names(&self) -> bool {
        !self.names.is_empty()
    }

    /// Whether something is looked for that any text may hold.
    pub(super) fn needs_every_text(&self) -> bool {
        !self.cases.is_empty() || !self.names.is_empty()
    }

    /// Case references and listed names.
    pub(super) fn local(&self, text: &NormalisedText<'_>, found: &mut Vec<Found>) {
        let mut report = |kind, place: Range<usize>, certainty| {
            found.push(Found {
                range: text.range(place),
                kind,
                certainty,
                test_value: false,
            });
        };
        for case in &self.cases {
            for reference in cases::references(case, text.text()) {
                report(Kind::CaseReference, reference, Certainty::High);
            }
        }
        let may_hold_one = !self.cases.is_empty() && text.bytes().iter().any(u8::is_ascii_digit);
        for sign in cases::SIGNS.iter().filter(|_| may_hold_one) {
            for also_blanks in [true, false] {
                let respelled = cases::Respelled::with(text, *sign, also_blanks);
                for reference in respelled.found(text, &self.cases) {
                    report(Kind::CaseReference, reference, Certainty::Medium);
                }
            }
        }
        self.names
            .find(text, |name, certainty| report(Kind::Name, name, certainty));
    }
}

/// Reads each entry of a list; those that cannot be used are put with the wrong ones.
fn each<T>(
    entries: &[String],
    list: Given,
    read: impl Fn(&str) -> Result<T, String>,
    wrong: &mut Vec<Unusable>,
) -> Vec<T> {
    let mut good = Vec::new();
    for (entry, text) in entries.iter().enumerate() {
        match read(text.trim()) {
            Ok(value) => good.push(value),
            Err(reason) => wrong.push(Unusable {
                list,
                entry,
                reason,
            }),
        }
    }
    good
}

fn mailbox(text: &str) -> Result<String, String> {
    let text = NormalisedText::new(text).text().to_owned();
    let domain = text.split_once('@').map(|(_, domain)| domain);
    let whole = domain.is_some_and(|domain| {
        domain.split('.').count() >= 2
            && domain.split('.').all(|label| !label.is_empty())
            && !domain.contains('@')
            && !text.contains(char::is_whitespace)
    });
    if whole {
        Ok(text)
    } else {
        Err("write a whole address, or an at sign with a domain".to_owned())
    }
}

fn postcode(text: &str) -> Result<String, String> {
    let normalised = NormalisedText::new(text).text().to_owned();
    let joined: String = normalised.chars().filter(|c| !c.is_whitespace()).collect();
    let letters_and_digits = joined.chars().all(|c| c.is_ascii_alphanumeric());
    if letters_and_digits && (5..=7).contains(&joined.len()) {
        Ok(joined)
    } else {
        Err("write a full postcode, such as ZZ99 9ZZ".to_owned())
    }
}

fn number(text: &str) -> Result<String, String> {
    phone::normal(NormalisedText::new(text).text())
        .ok_or_else(|| "write a whole United Kingdom number, such as 01632 960000".to_owned())
}

/// Texts in which no pattern of a case reference may find anything: one that does would find
/// something in every record.
const ORDINARY: &[&str] = &[
    "meeting",
    "the",
    "a",
    "2026",
    "26",
    "3",
    "2026-02-26",
    "10:00",
    "parents and carers of the forum",
    "council",
    "send",
];

fn pattern(text: &str) -> Result<Regex, String> {
    if text.is_empty() {
        return Err("the pattern is empty".to_owned());
    }
    if text.len() > 200 {
        return Err("the pattern is longer than 200 characters".to_owned());
    }
    // Built alone first, so that a bracket in it cannot close ours.
    builder(text).build().map_err(|error| fault(&error))?;
    // An underscore counts as part of a word for the engine, but not in the name of a file.
    let bounded = format!(r"(?:\b{{start-half}}|_)({text})(?:\b{{end-half}}|_)");
    let regex = builder(&bounded).build().map_err(|error| fault(&error))?;
    if builder(&format!("^(?:{text})$"))
        .build()
        .is_ok_and(|alone| alone.is_match(""))
    {
        return Err("the pattern also matches where nothing is written".to_owned());
    }
    if ORDINARY.iter().any(|ordinary| regex.is_match(ordinary)) {
        return Err(
            "the pattern also matches ordinary words, dates or numbers; add the letters that \
             every case reference has"
                .to_owned(),
        );
    }
    Ok(regex)
}

fn builder(pattern: &str) -> RegexBuilder {
    let mut builder = RegexBuilder::new(pattern);
    builder
        .case_insensitive(true)
        .size_limit(1 << 18)
        .dfa_size_limit(1 << 20)
        .nest_limit(20);
    builder
}

/// What is wrong with a pattern, in one line: the last of the engine's own, which is the reason.
fn fault(error: &regex::Error) -> String {
    if matches!(error, regex::Error::CompiledTooBig(_)) {
        return "the pattern is too large".to_owned();
    }
    let text = error.to_string();
    let reason = text.lines().last().unwrap_or_default();
    let reason = reason.trim_start_matches("error: ");
    format!("this is not a regular expression: {reason}")
}
