//! The list of names of an area, and where they stand in a text.

use std::ops::Range;

use super::people::{Person, is_common, next_word, word_length};
use crate::find::Certainty;
use crate::find::normalised::NormalisedText;

/// A listed name: its words in one order or several, and whose it is.
pub(super) struct Listed {
    orders: Vec<Vec<String>>,
    person: Option<Person>,
}

/// Names to look for, in every order and spelling that counts.
#[derive(Debug, Clone, Default)]
pub(super) struct NameList {
    /// Sorted, so that those with the same first word stand together.
    spellings: Vec<Spelling>,
    /// Sorted by their surnames.
    people: Vec<Person>,
    /// Their first names, sorted, and which of the people have them.
    called: Vec<(String, usize)>,
    /// The first byte of every spelling, to tell quickly that most words begin none.
    initials: Vec<u8>,
}

/// One way to write a name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Spelling {
    words: Vec<String>,
    how: How,
    /// Whether the surname is an ordinary word as well, which a capital letter tells from it.
    is_word: bool,
}

/// What besides its words makes a spelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum How {
    /// The words in their order.
    Plain,
    /// The surname first: a comma stands after so many words.
    Comma(usize),
    /// All words in one; the second begins after so many bytes.
    Joined(usize),
}

/// From this many letters on, words that are joined without a capital letter between them are
/// hardly ever another word, as `Rosemary` is.
const TELLING: usize = 10;

/// How many initials may stand between two words of a name.
const INITIALS: usize = 2;

impl NameList {
    /// The list of names.
    pub(super) fn new(names: &[Listed]) -> Self {
        let orders = names.iter().flat_map(|name| &name.orders);
        let mut spellings: Vec<Spelling> = orders.flat_map(|words| spellings(words)).collect();
        spellings.sort();
        spellings.dedup();
        let people = names.iter().filter_map(|name| name.person.clone());
        let mut people: Vec<Person> = people.collect();
        people.sort();
        people.dedup();
        let called = people.iter().enumerate();
        let mut called: Vec<(String, usize)> = called
            .map(|(at, person)| (person.first_name().to_owned(), at))
            .collect();
        called.sort();
        let words = spellings.iter().filter_map(|one| one.words.first());
        let mut initials: Vec<u8> = words.filter_map(|word| word.bytes().next()).collect();
        initials.extend(people.iter().filter_map(|person| person.first().first()));
        initials.sort_unstable();
        initials.dedup();
        NameList {
            spellings,
            people,
            called,
            initials,
        }
    }

    /// Whether no name is listed.
    pub(super) fn is_empty(&self) -> bool {
        self.spellings.is_empty()
    }

    /// Reports every place of a listed name, and how sure it is.
    pub(super) fn find(
        &self,
        text: &NormalisedText<'_>,
        mut report: impl FnMut(Range<usize>, Certainty),
    ) {
        if self.is_empty() {
            return;
        }
        let mut at = 0;
        let mut until = 0;
        while at < text.bytes().len() {
            let length = word_length(text, at);
            if length > 0 && self.initials.contains(&text.at(at)) {
                let within = at < until;
                let whole = self.name_at(text, at, length, within);
                let person = (!within).then(|| self.person_at(text, at, length));
                let whole = whole.map(|end| (at..end, Certainty::High));
                // Of both, the longer: `Yyyy, Xxxx Wwww` has a middle name.
                let longest = [whole, person.flatten()].into_iter().flatten();
                let longest =
                    longest.max_by_key(|(place, certainty)| (*certainty, place.end, place.len()));
                if let Some((place, certainty)) = longest {
                    until = until.max(place.end);
                    report(place, certainty);
                }
            }
            at += length.max(1);
        }
    }

    /// Somebody on the list of whom less than the whole name stands at a place, by the surname or by
    /// the first name and an initial.
    fn person_at(
        &self,
        text: &NormalisedText<'_>,
        at: usize,
        length: usize,
    ) -> Option<(Range<usize>, Certainty)> {
        let word = text.slice(at..at + length);
        let from = self.people.partition_point(|person| person.first() < word);
        let people = self.people.iter().skip(from);
        let by_surname = people
            .take_while(|person| person.first() == word)
            .filter_map(|person| person.at(text, at))
            .max_by_key(|(place, certainty)| (*certainty, place.len()));
        by_surname.or_else(|| {
            let from = self
                .called
                .partition_point(|(name, _)| name.as_bytes() < word);
            let called = self.called.iter().skip(from);
            called
                .take_while(|(name, _)| name.as_bytes() == word)
                .filter_map(|(_, person)| self.people.get(*person))
                .find_map(|person| person.initial_behind(text, at + length))
                .filter(|_| text.capital(at))
                .map(|end| (at..end, Certainty::Medium))
        })
    }

    /// The end of the longest listed name that begins with the word at a place. Within another
    /// name, a surname is none of the next: `Xxxx Yyyy, Xxxx Zzzz`.
    fn name_at(
        &self,
        text: &NormalisedText<'_>,
        at: usize,
        length: usize,
        within: bool,
    ) -> Option<usize> {
        let first = text.slice(at..at + length);
        let from = self.spellings.partition_point(|one| one.first() < first);
        self.spellings
            .iter()
            .skip(from)
            .take_while(|one| one.first() == first)
            .filter(|one| !within || !matches!(one.how, How::Comma(_)))
            .filter_map(|one| one.end(text, at, at + length))
            .max()
    }
}

impl Spelling {
    fn first(&self) -> &[u8] {
        self.words.first().map_or(&[], |word| word.as_bytes())
    }

    /// The end of the name, if it goes on so after its first word.
    fn end(&self, text: &NormalisedText<'_>, start: usize, mut end: usize) -> Option<usize> {
        if let How::Joined(second) = self.how {
            let capital = text.capital(start + second) && !text.capital(start + second - 1);
            return (capital || end - start >= TELLING).then_some(end);
        }
        let last = self.words.len() - 1;
        if self.is_word && matches!(self.how, How::Comma(_)) && !text.capital(start) {
            return None;
        }
        for (number, word) in self.words.iter().enumerate().skip(1) {
            let mut next = next_word(text, end);
            let comma = text.slice(end..next.start).contains(&b',');
            if matches!(self.how, How::Comma(before) if before == number) && !comma {
                return None;
            }
            let mut initials = 0;
            while self.how == How::Plain
                && initials < INITIALS
                && is_letter(text.slice(next.clone()))
                && text.slice(next.clone()) != word.as_bytes()
            {
                initials += 1;
                next = next_word(text, next.end);
            }
            let found = text.slice(next.clone());
            // The s of a possessive, where the apostrophe is left out.
            let bare = found.strip_suffix(b"s").filter(|_| number == last);
            if found != word.as_bytes() && bare != Some(word.as_bytes()) {
                return None;
            }
            let is_apart = text.slice(end..next.start).contains(&b' ');
            let is_surname = self.how == How::Plain && number == last;
            if self.is_word && is_surname && is_apart && !text.capital(next.start) {
                return None;
            }
            end = next.end;
        }
        Some(end)
    }
}

/// The ways to write a name: its words in order, in one, and with the surname first, which may be
/// of several words.
fn spellings(name: &[String]) -> Vec<Spelling> {
    /// Names of more words are those of organisations.
    const MOST: usize = 6;
    /// Two initials are in many texts: `plan B, a new one`.
    const LEAST: usize = 4;
    let mut all = Vec::new();
    let is_word = name
        .last()
        .is_some_and(|surname| is_common(surname.as_bytes()));
    let letters: usize = name.iter().map(|word| word.chars().count()).sum();
    if (2..=MOST).contains(&name.len()) && letters >= LEAST {
        for surname in 1..name.len() {
            let mut words = name.to_vec();
            words.rotate_right(surname);
            all.push(Spelling {
                words,
                how: How::Comma(surname),
                is_word,
            });
        }
        all.push(Spelling {
            words: vec![name.concat()],
            how: How::Joined(name.first().map_or(0, String::len)),
            is_word,
        });
    }
    all.push(Spelling {
        words: name.to_vec(),
        how: How::Plain,
        is_word: is_word && name.len() > 1,
    });
    all
}

fn is_letter(word: &[u8]) -> bool {
    str::from_utf8(word).is_ok_and(|word| word.chars().count() == 1)
}

/// A listed name by its words; also in their usual order, where it is listed with the surname first
/// and a comma.
pub(super) fn words(text: &str) -> Result<Listed, String> {
    let normalised = NormalisedText::new(text);
    let of = |text: &str| -> Vec<String> {
        let words = text.split(|character: char| !character.is_alphanumeric());
        let words = words.filter(|word| !word.is_empty());
        words.map(str::to_owned).collect()
    };
    let words = of(normalised.text());
    let letters: usize = words.iter().map(|word| word.chars().count()).sum();
    if letters < 2 {
        return Err("a name needs at least two letters".to_owned());
    }
    let by_comma = normalised.text().split_once(',');
    let by_comma = by_comma.map(|(surname, given)| (given, surname));
    // Without a comma, the surname is what has no blank in it: `O'Brien`, `Doe-Roe`.
    let parts = by_comma.or_else(|| normalised.text().trim().rsplit_once(' '));
    let person = parts.and_then(|(given, surname)| Person::new(of(given), of(surname)));
    let usual = by_comma.map(|(given, surname)| [of(given), of(surname)].concat());
    let usual = usual.filter(|usual| *usual != words);
    Ok(Listed {
        orders: [words].into_iter().chain(usual).collect(),
        person,
    })
}
