//! Finds what should not be in a shared folder of records: numbers, addresses and names that can
//! tell who a child or family is. Pure, and without a list of people of its own; what it finds it
//! never shows. Each finder names the source of its rule.

mod birth;
mod codes;
mod context_words;
mod dates;
mod detector;
mod email;
mod fields;
mod headings;
mod normalised;
mod number_words;
mod numbers;
mod phone;
mod postcodes;
mod quasi_identifiers;
mod signs;
#[cfg(test)]
mod tests;
mod things;
mod venue;
mod word_list;

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use closed_words::words;
pub use detector::{Detector, Given, Unusable};
use normalised::{NormalisedText, of_word};
use numbers::DigitRun;

words! {
    /// What kind of identifier was found.
    pub enum Kind {
        /// The number of a patient in England, Wales, Scotland or Northern Ireland.
        NhsNumber = "NHS number",
        /// The number of a learner from 14 on.
        LearnerNumber = "unique learner number",
        /// The number that a pupil keeps through all schools in England.
        PupilNumber = "unique pupil number",
        /// The number for tax and benefits that a person has for life.
        NationalInsurance = "National Insurance number",
        /// A telephone number that is likely to be somebody's own.
        Phone = "telephone number",
        /// A full postcode; about fifteen homes share one.
        Postcode = "postcode",
        /// An e-mail address that is likely to be a person's.
        Email = "e-mail address",
        /// A date that stands after words for a date of birth.
        BirthDate = "date of birth",
        /// A reference as the area's own pattern describes it.
        CaseReference = "case reference",
        /// A name of the area's own list.
        Name = "name from the list of names",
        /// The value of a field that is by its name about a child.
        ChildField = "field about a child",
        /// Age, diagnosis and first name or school in one sentence.
        Combination = "combination that may identify a child",
    }
}

/// How certain it is that a stretch of text identifies somebody, from a remark to evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// Worth a remark.
    Low,
    /// Likely; somebody must look.
    Medium,
    /// Evidence that confidentiality was not kept.
    High,
}

/// A stretch of text that may identify somebody. It holds no text, so that it can be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Where it is, in bytes of the text that was searched.
    pub range: Range<usize>,
    /// What it is.
    pub kind: Kind,
    /// How certain that is.
    pub certainty: Certainty,
    /// Whether it is of a range that is reserved for tests and examples and can belong to nobody.
    pub test_value: bool,
}

impl Kind {
    /// Whether something of this kind may stand where it stands: postcodes belong to the names of venues, and mailboxes
    /// to contacts. A private mailbox is private everywhere.
    pub fn may_stand(self, certainty: Certainty, in_venue: bool, in_contact: bool) -> bool {
        match self {
            Kind::Postcode => in_venue,
            Kind::Email => in_contact && certainty != Certainty::High,
            Kind::NhsNumber
            | Kind::LearnerNumber
            | Kind::PupilNumber
            | Kind::NationalInsurance
            | Kind::Phone
            | Kind::BirthDate
            | Kind::CaseReference
            | Kind::Name
            | Kind::ChildField
            | Kind::Combination => false,
        }
    }
}

impl Detector {
    /// What may identify somebody in a text: in order, and where several overlap the most certain,
    /// among equals the longest.
    pub fn find(&self, text: &str) -> Vec<Found> {
        let mut all = self.every(text);
        all.sort_by_key(|one| {
            (
                Reverse((one.certainty, one.range.len())),
                one.range.start,
                one.kind,
            )
        });
        // Kept findings by their start; none of them overlap, so only the neighbours can be in the
        // way of another.
        let mut kept: BTreeMap<usize, Found> = BTreeMap::new();
        for one in all {
            let before = kept.range(..=one.range.start).next_back();
            let after = kept.range(one.range.start..).next();
            let free = before.is_none_or(|(_, other)| other.range.end <= one.range.start)
                && after.is_none_or(|(start, _)| one.range.end <= *start);
            if free {
                kept.insert(one.range.start, one);
            }
        }
        kept.into_values().collect()
    }

    /// Where full postcodes stand in a text, those of places and of an allow-list included, which
    /// [`find`](Detector::find) leaves out.
    pub fn postcodes(&self, text: &str) -> Vec<Range<usize>> {
        let normalised = NormalisedText::new(text);
        let ends = 1..normalised.bytes().len();
        let ends = ends
            .filter(|end| normalised.before(*end).is_ascii_digit() && of_word(normalised.at(*end)));
        let found = ends.filter_map(|end| postcodes::postcode_at(&normalised, end));
        found.map(|(place, _)| normalised.range(place)).collect()
    }

    /// All that any finder reports, in no order, overlaps included.
    pub(crate) fn every(&self, text: &str) -> Vec<Found> {
        let mut found = Vec::new();
        let signs = Contained::of(text.as_bytes());
        let is_blank = signs.0 == 0 && !self.needs_every_text();
        let is_labelled =
            fields::begins_with_label(text.as_bytes()) || fields::has_pieces(text.as_bytes());
        if is_blank
            && !is_labelled
            && !has_sign_in_letters(text)
            && !fields::has_dash(text)
            && !quasi_identifiers::has_age_in_words(text)
        {
            return found;
        }
        let normalised = NormalisedText::new(text);
        let is_foreign = signs.has(Contained::FOREIGN);
        let signs = if is_foreign {
            Contained::of(normalised.bytes())
        } else {
            signs
        };
        let diagnoses = quasi_identifiers::Diagnoses::default();
        if signs.has(Contained::DIGIT) {
            self.by_digits(&normalised, &diagnoses, &mut found);
            birth::find(&normalised, &mut found);
        }
        quasi_identifiers::find_in_words(&normalised, &diagnoses, &mut found);
        if signs.has(Contained::ADDRESS)
            || has_sign_in_letters(text)
            || is_foreign && has_sign_in_letters(normalised.text())
        {
            email::find(&normalised, &self.mailboxes, &mut found);
        }
        if signs.has(Contained::MARK) || is_labelled || fields::has_dash(normalised.text()) {
            fields::find(&normalised, &self.phones, &mut found);
        }
        self.local(&normalised, &mut found);
        found
    }

    /// Everything that has a group of digits in it.
    fn by_digits(
        &self,
        text: &NormalisedText<'_>,
        diagnoses: &quasi_identifiers::Diagnoses,
        found: &mut Vec<Found>,
    ) {
        let mut at = 0;
        while at < text.bytes().len() {
            if !text.at(at).is_ascii_digit() {
                at += 1;
                continue;
            }
            let run = DigitRun::read(text, at);
            self.by_run(text, &run, found);
            if let Some(loose) = run.loose(text) {
                self.by_run(text, &loose, found);
            }
            while text.at(at).is_ascii_digit() {
                at += 1;
            }
            quasi_identifiers::find(text, run.start..at, diagnoses, found);
            postcodes::postcode(text, at, &self.postcodes, found);
        }
    }

    /// Everything that is made of digits in groups.
    fn by_run(&self, text: &NormalisedText<'_>, run: &DigitRun, found: &mut Vec<Found>) {
        numbers::find(text, run, found);
        phone::find(text, run, &self.phones, found);
        codes::pupil_number(text, run, found);
        codes::national_insurance(text, run, found);
    }
}

/// Which signs a text has without which most finders find nothing.
#[derive(Clone, Copy)]
struct Contained(u8);

impl Contained {
    const DIGIT: u8 = 1;
    /// Signs that an address can have between its name and its domain.
    const ADDRESS: u8 = 2;
    /// Signs between a field's name and its value, or between cells and lines of a table.
    const MARK: u8 = 4;
    /// Anything that may fold to one of these: what is not ASCII, and escapes.
    const FOREIGN: u8 = 8;

    fn of(text: &[u8]) -> Self {
        let sign = |byte: &u8| match byte {
            b'0'..=b'9' => Self::DIGIT,
            b'@' | b'(' | b'[' | b'{' | b'<' => Self::ADDRESS,
            b':' | b'=' | b'|' | b'\t' | b'\n' => Self::MARK,
            b'%' | b'&' | 128.. => Self::FOREIGN,
            _ => 0,
        };
        Contained(text.iter().fold(0, |all, byte| all | sign(byte)))
    }

    fn has(self, sign: u8) -> bool {
        self.0 & sign != 0
    }
}

/// Whether an address may be spelled with letters or digits for its signs: `at` beside what is no
/// letter, or in capitals between small letters.
fn has_sign_in_letters(text: &str) -> bool {
    let is_at = |three: &[u8]| match three {
        [before, b'a' | b'A', b't' | b'T'] => !before.is_ascii_alphanumeric(),
        _ => false,
    };
    let bytes = text.as_bytes();
    bytes.windows(3).any(is_at) || text.contains("AT") || text.contains("=40")
}
