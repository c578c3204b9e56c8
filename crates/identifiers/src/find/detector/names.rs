//! The list of names of an area, and where they stand in a text.

use std::ops::Range;

use super::around::{is_a_place, is_of_a_place, with_title, word_length};
use super::people::Person;
use super::spelling::{How, Spelling, TELLING, spellings};
use crate::find::Certainty;
use crate::find::normalised::NormalisedText;

/// A listed name: its words in one order or several, and whose it is.
pub(super) struct Listed {
    orders: Vec<Vec<String>>,
    /// The person, also by either half of a surname of two.
    people: Vec<Person>,
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

/// Shorter surnames are other words in the plural.
const LEAST_PLURAL: usize = 5;

impl NameList {
    /// The list of names.
    pub(super) fn new(names: &[Listed]) -> Self {
        let orders = names.iter().flat_map(|name| &name.orders);
        let mut spellings: Vec<Spelling> = orders.flat_map(|words| spellings(words)).collect();
        spellings.sort();
        spellings.dedup();
        let people = names.iter().flat_map(|name| name.people.iter().cloned());
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
        initials.extend(
            called
                .iter()
                .filter_map(|(name, _)| name.as_bytes().first()),
        );
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
                let whole = whole.and_then(|end| Some((at..end, sure_of(text, at..end)?)));
                // `YyyyX` is short and tells as much.
                let last = at + length - 1;
                let ends_in_initial = length > 3 && text.capital(last) && !text.capital(last - 1);
                let is_telling = length >= TELLING || ends_in_initial;
                let part = (whole.is_none() && is_telling).then(|| {
                    self.joined_at(text, at, length)
                        .or_else(|| self.initial_joined_at(text, at..at + length))
                });
                // Of both, the longer: `Yyyy, Xxxx Wwww` has a middle name.
                let longest = [whole, person.flatten(), part.flatten()]
                    .into_iter()
                    .flatten();
                let longest =
                    longest.max_by_key(|(place, certainty)| (*certainty, place.end, place.len()));
                if let Some((place, certainty)) = longest {
                    until = until.max(place.end);
                    report(with_title(text, place), certainty);
                }
            }
            at += to_next_part(text, at, length, until).max(1);
        }
    }

    /// Somebody on the list at the beginning of a word that goes on with a capital letter:
    /// `XxxxYyyyReview`, `YyyyReview`.
    fn joined_at(
        &self,
        text: &NormalisedText<'_>,
        at: usize,
        length: usize,
    ) -> Option<(Range<usize>, Certainty)> {
        let capitals = (at + 1..at + length).filter(|end| text.capital(*end));
        let found = capitals.filter_map(|end| {
            let place = at..end;
            if let Some(end) = self.name_at(text, at, place.len(), true) {
                return Some((at..end, Certainty::High));
            }
            let is_telling = place.len() >= TELLING && text.capital(at);
            let surname = text.slice(place.clone());
            if end + 1 == at + length
                && self
                    .with_surname(surname)
                    .any(|one| one.has_initial(text.at(end)))
            {
                return Some((at..end + 1, Certainty::High));
            }
            let mut people = self.with_surname(surname);
            (is_telling && people.any(Person::is_told_by_surname))
                .then_some((place, Certainty::Medium))
        });
        found.max_by_key(|(place, certainty)| (*certainty, place.len()))
    }

    /// Somebody whose initial is joined to the surname in one word: `XYyyy`, `xyyyy`.
    fn initial_joined_at(
        &self,
        text: &NormalisedText<'_>,
        word: Range<usize>,
    ) -> Option<(Range<usize>, Certainty)> {
        let initial = text.at(word.start);
        let mut people = self.with_surname(text.slice(word.start + 1..word.end));
        let is_one = people.any(|one| one.is_told_by_surname() && one.has_initial(initial));
        is_one.then_some((word, Certainty::High))
    }

    /// The people whose surname begins with a word.
    fn with_surname<'p>(&'p self, word: &'p [u8]) -> impl Iterator<Item = &'p Person> {
        let from = self.people.partition_point(|person| person.first() < word);
        let people = self.people.iter().skip(from);
        people.take_while(move |person| person.first() == word)
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
        let by_surname = self
            .with_surname(word)
            .filter_map(|person| person.at(text, at))
            .max_by_key(|(place, certainty)| (*certainty, place.len()));
        by_surname
            .or_else(|| self.family_at(text, at..at + length))
            .or_else(|| {
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

    /// A family on the list, by its surname in the plural.
    fn family_at(
        &self,
        text: &NormalisedText<'_>,
        word: Range<usize>,
    ) -> Option<(Range<usize>, Certainty)> {
        let plural = text.slice(word.clone());
        let single = plural.strip_suffix(b"s")?;
        let is_of = |surname: &[u8]| self.with_surname(surname).any(Person::is_told_by_surname);
        let is_family = is_of(single) || single.strip_suffix(b"e").is_some_and(is_of);
        (is_family && word.len() > LEAST_PLURAL && text.capital(word.start))
            .then_some((word, Certainty::Medium))
    }

    /// The end of the longest listed name that begins with the word at a place. Within another
    /// name, a surname is none of the next (`Xxxx Yyyy, Xxxx Zzzz`), unless nothing else is.
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
            .filter_map(|one| {
                let end = one.end(text, at, at + length)?;
                let is_next = within && matches!(one.how, How::Comma(_));
                (!is_next || ends_there(text, end)).then_some(end)
            })
            .max()
    }
}

/// Whether no other name goes on behind a first name: in `Xxxx Yyyy, Xxxx Zzzz` one does.
fn ends_there(text: &NormalisedText<'_>, end: usize) -> bool {
    text.at(end) != b' ' || !text.capital(end + 1)
}

/// How sure it is that a whole name is one. Before the word for a place, it may be that: `Will Yyyy's
/// Lane`; and there its first word in small letters is another: `hope Yyyy Library`.
fn sure_of(text: &NormalisedText<'_>, name: Range<usize>) -> Option<Certainty> {
    if is_a_place(text, &name) {
        return Some(Certainty::Low);
    }
    if !is_of_a_place(text, name.end) {
        return Some(Certainty::High);
    }
    text.capital(name.start).then_some(Certainty::Low)
}

/// How far to go on from a word: to its end, or to the next capital letter behind a small one
/// in it, where a name may be joined to other words (`ReviewXxxxYyyy`).
fn to_next_part(text: &NormalisedText<'_>, at: usize, length: usize, until: usize) -> usize {
    if length < TELLING {
        return length;
    }
    let parts = (at + 1..at + length)
        .find(|part| *part >= until && text.capital(*part) && !text.capital(part - 1));
    parts.map_or(length, |part| part - at)
}

/// What a list is told of a line that holds more than a name.
const ONE_A_LINE: &str = "write one name a line, such as Xxxx Yyyy or Yyyy, Xxxx";

/// The name in a line of a list, without the number or sign before it, what is in brackets behind it, and
/// cells with figures, such as a date of birth or a class.
fn name_in(line: &str) -> Result<String, String> {
    let bare = line.trim_start_matches(['-', '*', '•', ' ', '\t']);
    let number = bare.len()
        - bare
            .trim_start_matches(|sign: char| sign.is_ascii_digit())
            .len();
    let bare = match bare
        .get(number..)
        .and_then(|rest| rest.strip_prefix(['.', ')']))
    {
        Some(rest) if number > 0 => rest,
        _ => bare,
    };
    let bare = bare.split_once(['(', '[']).map_or(bare, |(name, _)| name);
    let cells = bare.split([',', '\t', ';', '|']).map(str::trim);
    let cells = cells.filter(|cell| cell.contains(char::is_alphabetic));
    let cells: Vec<&str> = cells
        .filter(|cell| !cell.contains(|sign: char| sign.is_ascii_digit()))
        .collect();
    match cells.as_slice() {
        [] => Err("a name needs at least two letters".to_owned()),
        [one] => Ok((*one).to_owned()),
        [_, _] if bare.contains(';') => Err(ONE_A_LINE.to_owned()),
        [one, other] => Ok(format!("{one}, {other}")),
        _ => Err(ONE_A_LINE.to_owned()),
    }
}

/// A listed name by its words; also in their usual order, where it is listed with the surname first
/// and a comma.
pub(super) fn words(line: &str) -> Result<Listed, String> {
    let name = name_in(line)?;
    let normalised = NormalisedText::new(&name);
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
    let people = parts.map_or_else(Vec::new, |(given, surname)| {
        Person::also_by_half(&of(given), &of(surname))
    });
    let usual = by_comma.map(|(given, surname)| [of(given), of(surname)].concat());
    let usual = usual.filter(|usual| *usual != words);
    Ok(Listed {
        orders: [words].into_iter().chain(usual).collect(),
        people,
    })
}
