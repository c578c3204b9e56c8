//! Listed people by less than their whole name: by the surname alone, with initials or a title, by
//! the first name and an initial, and with the two in cells of their own.

use std::ops::Range;

use super::around::{
    has_kin, has_title, is_of_a_place, is_title, next_word, word_before, word_length,
};
use crate::find::Certainty;
use crate::find::fields::is_first_name;
use crate::find::normalised::{NormalisedText, is_one_of, of_word};

/// Somebody on the list, by words in small letters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Person {
    /// One word, or several as in `O'Brien`.
    surname: Vec<String>,
    given: Vec<String>,
    /// Whether the surname is also an ordinary word, or that of very many people.
    is_common: bool,
    /// Whether this is a half of the surname, which tells nothing without the first name or its initial.
    is_half: bool,
}

/// Surnames of very many people in the United Kingdom, and those that are ordinary words, or names
/// of places and months. By themselves they say of nobody that it is one on the list.
const COMMON: &str = "\
adams ahmed akhtar alexander ali allen anderson andrews april archer ash august austin bailey \
baker ball banks barker barnes baron begum bell bennett berry best birch bird bishop black \
blair bond booth bowl brace bridge bridges brook brooke brooks brown burns burton bush butler \
cain camp campbell carpenter carr carter case chambers chapman church clark clarke clay close \
cole coleman collins cook cooke cooper court cox cross dale davies davis dawson day dean dixon \
doctor drew duke early east edwards elder ellis english evans farmer field fields fish fisher \
fletcher flower flowers ford forest foster fox frank franklin french friend frost gardener \
gardner george gibson gill glover good gordon graham grant gray green grey griffiths hall \
hamilton hand harper harris harrison hart harvey heath henderson hill hills holmes hope house \
hughes hunt hunter hussain islam jackson james jenkins johnson johnston jones jordan july june \
kaur kelly kennedy key khan king kings knight knowles lake lamb lane law lawrence lawson lee \
lewis little lloyd long love mann march marsh marshall martin mason matthews may mccarthy \
mcdonald mehmood mercer miah miles mill miller mills mitchell moon moore morgan morris murphy \
murray nelson new newman newton noble north oliver owen page palmer park parker parks parsons \
patel payne pearce pearson penny perry peters phillips pool poole pope porter potter powell \
power price prince read reed rees reeve reid reynolds rice richards richardson ring rivers \
roberts robertson robinson rogers rose ross rowe russell ryan salmon saunders school scott \
sharp shaw shepherd short simpson singh skinner small smith snow south spence spencer spring \
stephens stevens stewart stone street summer summers swift taylor temple thomas thompson \
thomson thorn tree turner tyler underwood walker wall wallace waller walsh ward waters watson \
watts way webb webster wells west wheeler white whitehead wild wilkinson williams williamson \
wilson winter wise wolf wood woods woodward wright yates york young";

/// Names of fields for the parts of a name, which may stand between them.
const PARTS: &str =
    "first last surname forename forenames family given name names middle christian pupil child";

impl Person {
    /// Somebody with these given names and this surname. None where the surname is too short to be
    /// told from other words.
    pub(super) fn new(given: Vec<String>, surname: Vec<String>) -> Option<Person> {
        let letters: usize = surname.iter().map(|word| word.chars().count()).sum();
        let is_word = |word: &String| word.chars().all(char::is_alphabetic);
        let is_common = surname.len() == 1 && surname.iter().all(|word| is_common(word.as_bytes()));
        let is_usable =
            letters >= 3 && !given.is_empty() && surname.iter().chain(&given).all(is_word);
        is_usable.then_some(Person {
            surname,
            given,
            is_common,
            is_half: false,
        })
    }

    /// Somebody by the whole surname, and where that has several words also by each of them that is one
    /// (`Yyyy` of `Yyyy-Zzzz`), and by all of them joined (`ONeill`). A half alone says of nobody that it is
    /// this person.
    pub(super) fn also_by_half(given: &[String], surname: &[String]) -> Vec<Person> {
        const LEAST: usize = 4;
        let whole = Person::new(given.to_vec(), surname.to_vec());
        let mut all: Vec<Person> = whole.into_iter().collect();
        if surname.len() < 2 {
            return all;
        }
        let halves = surname.iter().filter(|word| word.chars().count() >= LEAST);
        let halves = halves.map(|half| vec![half.clone()]);
        let halves = halves.filter_map(|half| Person::new(given.to_vec(), half));
        all.extend(halves.map(|person| Person {
            is_half: true,
            ..person
        }));
        all.extend(Person::new(given.to_vec(), vec![surname.concat()]));
        all
    }

    /// The first word of the surname.
    pub(super) fn first(&self) -> &[u8] {
        self.surname.first().map_or(&[], |word| word.as_bytes())
    }

    /// The first name.
    pub(super) fn first_name(&self) -> &str {
        self.given.first().map_or("", String::as_str)
    }

    /// The person whose surname begins at a place: where their name stands, and how sure that is.
    pub(super) fn at(
        &self,
        text: &NormalisedText<'_>,
        start: usize,
    ) -> Option<(Range<usize>, Certainty)> {
        if !text.capital(start) {
            return self.joined_with_small(text, start);
        }
        let end = self.surname_end(text, start)?;
        if let Some(from) = self.given_before(text, start) {
            return Some((from..end, Certainty::High));
        }
        if let Some(to) = self.given_behind(text, end) {
            return Some((start..to, Certainty::High));
        }
        if self.is_half {
            return None;
        }
        let is_alone = !self.is_common && end - start >= 4 && !is_of_a_place(text, end);
        if is_alone && self.is_anothers(text, start) {
            return Some((start..end, Certainty::Low));
        }
        (is_alone || has_title(text, start) || has_kin(text, end))
            .then_some((start..end, Certainty::Medium))
    }

    /// Whether a first name that is none of this person's stands before the surname, so that it is
    /// most likely somebody else's: `Professor Zzzz Yyyy`. A short form has the same first letter, or
    /// is hardly ever on lists of first names.
    fn is_anothers(&self, text: &NormalisedText<'_>, surname: usize) -> bool {
        let Some(word) = word_before(text, surname) else {
            return false;
        };
        let said = text.slice(word.clone());
        let is_joined = text.slice(word.end..surname) == b" ";
        let is_known = || is_first_name(said) || has_title(text, word.start);
        is_joined
            && is_name(text, &word)
            && !is_title(said)
            && is_known()
            && self
                .given
                .iter()
                .all(|name| name.as_bytes().first() != said.first())
    }

    /// The place of a surname in small letters that a sign ties to the first name's initial:
    /// `x.yyyy`, `yyyy_x`.
    fn joined_with_small(
        &self,
        text: &NormalisedText<'_>,
        start: usize,
    ) -> Option<(Range<usize>, Certainty)> {
        let end = self.surname_end(text, start)?;
        let is_sign = |at: usize| b"._-".contains(&text.at(at));
        let is_initial = |at: usize| self.is_initial(text.slice(at..at + 1));
        let before = start
            .checked_sub(2)
            .filter(|at| is_sign(at + 1) && is_initial(*at) && !of_word(text.before(*at)));
        let behind = is_sign(end) && is_initial(end + 1) && !of_word(text.at(end + 2));
        let place = match before {
            Some(from) => from..end,
            None if behind => start..end + 2,
            None => return None,
        };
        Some((place, Certainty::High))
    }

    /// Whether one word is the whole surname, and not that of many people.
    pub(super) fn is_told_by_surname(&self) -> bool {
        self.surname.len() == 1 && !self.is_common && !self.is_half
    }

    /// Whether a letter is the initial of the first name.
    pub(super) fn has_initial(&self, letter: u8) -> bool {
        self.is_initial(&[letter])
    }

    /// Where the surname ends that begins at a place.
    fn surname_end(&self, text: &NormalisedText<'_>, start: usize) -> Option<usize> {
        let mut end = start;
        for (number, word) in self.surname.iter().enumerate() {
            let next = if number == 0 {
                start..start + word_length(text, start)
            } else {
                next_word(text, end)
            };
            let is_joined = number == 0 || next.start - end <= 1;
            if text.slice(next.clone()) != word.as_bytes() || !is_joined {
                return None;
            }
            end = next.end;
        }
        Some(end)
    }

    /// Where the given names or initials begin that stand before a surname.
    fn given_before(&self, text: &NormalisedText<'_>, surname: usize) -> Option<usize> {
        let mut at = surname;
        let mut found = None;
        for _ in 0..5 {
            let Some(word) = word_before(text, at) else {
                return found;
            };
            let said = text.slice(word.clone());
            if is_one_of(PARTS, said) && text.slice(word.end..at).iter().all(|byte| !of_word(*byte))
            {
                at = word.start;
                continue;
            }
            let gap = text.slice(word.end..at);
            let is_apart = is_gap(gap, at == surname)
                && !(self.is_common && said.len() > 1 && ends_phrase(gap));
            if !is_apart || !text.capital(word.start) {
                return found;
            }
            if said == self.first_name().as_bytes() {
                return Some(word.start);
            }
            let is_initial = self.is_initial(said);
            let is_middle =
                said.len() == 1 || self.given.iter().any(|name| name.as_bytes() == said);
            if is_initial {
                found = Some(word.start);
            } else if !(is_middle || is_name(text, &word)) {
                return found;
            }
            at = word.start;
        }
        found
    }

    /// Where the given name or initials end that stand behind a surname.
    fn given_behind(&self, text: &NormalisedText<'_>, surname: usize) -> Option<usize> {
        let mut at = surname;
        for _ in 0..4 {
            let word = next_word(text, at);
            let said = text.slice(word.clone());
            let gap = text.slice(at..word.start);
            if is_one_of(PARTS, said) {
                at = word.end;
                continue;
            }
            // `Quux. Z` ends a sentence.
            let is_apart =
                !gap.is_empty() && gap.len() <= 6 && !gap.windows(2).any(|two| two == b". ");
            if !is_apart || !text.capital(word.start) {
                return None;
            }
            if said == self.first_name().as_bytes() {
                return Some(self.middle_end(text, word.end));
            }
            let ends = |at: usize| {
                matches!(
                    text.at(at),
                    0 | b'.' | b',' | b')' | b';' | b'\n' | b'|' | b'\t' | b'"' | b' '
                )
            };
            let is_double = text.at(word.end) == b'-' && is_initial_alone(text, word.end + 1);
            return (self.is_initial(said) && (ends(word.end) || is_double))
                .then(|| initials_end(text, word.end));
        }
        None
    }

    /// Where the middle names end that stand behind the first one.
    fn middle_end(&self, text: &NormalisedText<'_>, first: usize) -> usize {
        let next = next_word(text, first);
        let said = text.slice(next.clone());
        let is_blank = text.slice(first..next.start) == b" " && said != self.first();
        let is_middle = self
            .given
            .iter()
            .skip(1)
            .any(|name| name.as_bytes() == said)
            || is_name(text, &next);
        if is_blank && is_middle && text.capital(next.start) {
            next.end
        } else {
            first
        }
    }

    /// Whether a word is the initial of the first name.
    fn is_initial(&self, word: &[u8]) -> bool {
        let letter = self.first_name().as_bytes().first();
        word.len() == 1 && word.first() == letter
    }

    /// The end of the initial of the surname that stands behind the first name, where that ends at a
    /// place: `Xxxx Y.`
    pub(super) fn initial_behind(&self, text: &NormalisedText<'_>, end: usize) -> Option<usize> {
        let next = end + 1;
        let is_of_surname = Some(&text.at(next)) == self.first().first();
        // `Sam I think` and `Jo A level` go on.
        let is_word = matches!(text.at(next), b'a' | b'i') && text.at(next + 1) != b'.';
        (text.at(end) == b' '
            && is_of_surname
            && text.capital(next)
            && !of_word(text.at(next + 1))
            && !is_word)
            .then_some(next + 1)
    }
}

/// Whether a surname is also an ordinary word, or that of very many people.
pub(super) fn is_common(surname: &[u8]) -> bool {
    is_one_of(COMMON, surname)
}

/// What may stand between two parts of a name: blanks, the dot of an initial, a bar between cells.
fn is_gap(gap: &[u8], last: bool) -> bool {
    let is_blank = gap.iter().all(|byte| b" .\t|,\"'()_-\n:".contains(byte));
    let is_sentence = gap.contains(&b',') && !last;
    is_blank && !gap.is_empty() && gap.len() <= 6 && !is_sentence
}

/// Whether a word has a capital letter and then small ones, as a name in the middle does.
fn is_name(text: &NormalisedText<'_>, word: &Range<usize>) -> bool {
    word.len() >= 2 && text.capital(word.start) && !text.capital(word.start + 1)
}

/// Whether a comma or a full stop with a blank behind it ends what was said: `In April, Summers Lane`.
pub(super) fn ends_phrase(gap: &[u8]) -> bool {
    let ends = |two: &[u8]| matches!(two, [b',' | b'.' | b';' | b':', b' ']);
    gap.windows(2).any(ends)
}

/// Whether a capital letter stands by itself at a place.
fn is_initial_alone(text: &NormalisedText<'_>, at: usize) -> bool {
    text.capital(at) && !of_word(text.at(at + 1))
}

/// Where further initials end that stand behind the first one: `Yyyy, X Z`.
fn initials_end(text: &NormalisedText<'_>, first: usize) -> usize {
    let mut end = first;
    for _ in 0..2 {
        let next = next_word(text, end);
        let is_apart = matches!(text.slice(end..next.start), b" " | b"." | b". " | b"-");
        // `Yyyy, X I think` goes on.
        let is_word = matches!(text.slice(next.clone()), b"a" | b"i")
            && text.at(next.end) == b' '
            && of_word(text.at(next.end + 1))
            && !text.capital(next.end + 1);
        if !is_apart || next.len() != 1 || !text.capital(next.start) || is_word {
            break;
        }
        end = next.end;
    }
    end
}
