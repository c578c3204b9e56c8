//! The names of parties in cells, and of several that held something together: `Joint (council +
//! forum)`.

use std::ops::Range;

use crate::read::key::key;
use crate::record::{Parties, Party, Side};
use closed_words::same_word;

/// More words are a sentence, and no names of parties.
const MOST_WORDS: usize = 20;

/// The parties that a text names, each once with its place, where it names nothing else. A name may
/// hold words that part others, so the longest one counts.
pub(super) fn parties_together(
    text: &str,
    parties: &Parties,
) -> Option<Vec<(String, Range<usize>)>> {
    let words = words(text);
    if words.len() > MOST_WORDS {
        return None;
    }
    let mut all: Vec<(String, Range<usize>)> = Vec::new();
    let mut at = 0;
    while let Some(first) = words.get(at) {
        let longest = (at..words.len()).rev().find_map(|last| {
            let range = first.start..words.get(last)?.end;
            let party = called(text.get(range.clone())?, parties)?;
            Some((last, party.id.clone(), range))
        });
        match longest {
            Some((last, id, range)) => {
                if !all.iter().any(|(known, _)| *known == id) {
                    all.push((id, range));
                }
                at = last + 1;
            }
            None if is_between(&key(text.get(first.clone())?)) => at += 1,
            None => return None,
        }
    }
    (!all.is_empty()).then_some(all)
}

/// The places of the words of a text. Signs are parts of none, but `&` and `+` are words.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut all: Vec<Range<usize>> = Vec::new();
    for (at, sign) in text.char_indices() {
        let end = at + sign.len_utf8();
        match all.last_mut() {
            Some(last) if last.end == at && is_of_word(sign) => last.end = end,
            _ if is_of_word(sign) => all.push(at..end),
            _ => {}
        }
    }
    all
}

fn is_of_word(sign: char) -> bool {
    sign.is_alphanumeric() || matches!(sign, '\'' | '’' | '.')
}

/// What stands between parties, or before them, and names nobody.
const BETWEEN: &[&str] = &[
    "alongside",
    "and",
    "between",
    "both",
    "by",
    "co",
    "event",
    "held",
    "hosted",
    "in",
    "joint",
    "jointly",
    "led",
    "meeting",
    "of",
    "organised",
    "partnership",
    "plus",
    "run",
    "the",
    "together",
    "with",
];

/// Whether a word names nobody, or a part of whoever is named: `Council transport team`.
fn is_between(word: &str) -> bool {
    BETWEEN.contains(&word) || PARTS.contains(&word)
}

/// Parts of a council or a forum, and posts in them.
const PARTS: &[&str] = &[
    "adult",
    "assessment",
    "breaks",
    "care",
    "chair",
    "children's",
    "childrens",
    "commissioner",
    "commissioners",
    "commissioning",
    "committee",
    "coordinator",
    "department",
    "dept",
    "directorate",
    "early",
    "education",
    "ehc",
    "ehcp",
    "engagement",
    "help",
    "inclusion",
    "lead",
    "manager",
    "members",
    "office",
    "officer",
    "officers",
    "participation",
    "planning",
    "rep",
    "reps",
    "sen",
    "send",
    "service",
    "services",
    "short",
    "social",
    "steering",
    "strategic",
    "strategy",
    "team",
    "teams",
    "transition",
    "transport",
    "travel",
    "trustees",
];

/// A party by its names, or by what people call the only one of its side.
///
/// # Errors
/// The nearest name, or all of them.
pub(super) fn party(text: &str, parties: &Parties) -> Result<String, String> {
    match called(text, parties) {
        Some(party) => Ok(party.id.clone()),
        None => parties.find(text).map(|_| text.to_owned()),
    }
}

fn called<'p>(text: &str, parties: &'p Parties) -> Option<&'p Party> {
    let is_named = |party: &&Party| party.names().any(|name| same_word(name, text));
    if let Some(named) = parties.iter().find(is_named) {
        return Some(named);
    }
    let known_as = key(text);
    let is_written = |party: &&Party| party.names().any(|name| key(name) == known_as);
    if let Some(written) = parties.iter().find(is_written) {
        return Some(written);
    }
    if let Some(short) = parties.iter().find(|party| has_initials(party, text)) {
        return Some(short);
    }
    let only = |side: Side| {
        let mut all = parties.of(side);
        all.next().filter(|_| all.next().is_none())
    };
    let side = (ORGANISATION.contains(&known_as.as_str()) || is_department(&known_as))
        .then_some(Side::Organisation)
        .or(FORUM.contains(&known_as.as_str()).then_some(Side::Forum));
    side.and_then(only)
}

/// Whether a text is the initials of a party's name, which everybody uses: `WBC`.
fn has_initials(party: &Party, text: &str) -> bool {
    const FEWEST: usize = 3;
    let is_short = text.len() >= FEWEST && text.bytes().all(|letter| letter.is_ascii_uppercase());
    let initials = |name: &str| -> String {
        let words = name.split([' ', '-']);
        let words = words.filter(|word| !matches!(*word, "and" | "of" | "the" | "for" | "&"));
        words.filter_map(|word| word.chars().next()).collect()
    };
    is_short
        && party
            .names()
            .any(|name| name.contains(' ') && initials(name) == text)
}

/// Whether a text is a team or service that councils have, and nobody else beside a forum: `Short Breaks
/// Service`, `Home to School Transport`.
fn is_department(known_as: &str) -> bool {
    let words: Vec<&str> = known_as.split(' ').filter(|word| *word != "to").collect();
    let is_unit = matches!(
        words.last(),
        Some(&("team" | "teams" | "service" | "services" | "department" | "dept" | "transport"))
    );
    let is_part = |word: &&str| {
        PARTS.contains(word)
            || matches!(
                *word,
                "casework" | "home" | "school" | "youth" | "case" | "work"
            )
    };
    words.len() > 1 && is_unit && words.iter().all(is_part)
}

/// What people call a council, where there is only one organisation.
const ORGANISATION: &[&str] = &[
    "la",
    "the la",
    "local authority",
    "the local authority",
    "the council",
    "county council",
    "borough council",
    "city council",
    "send team",
    "sen team",
    "ehcp team",
    "transport team",
    "commissioning team",
    "short breaks team",
    "participation team",
    "early help team",
    "children's services",
    "childrens services",
    "children's social care",
    "social care",
    "lea",
];

/// What people call a forum, where there is only one.
const FORUM: &[&str] = &[
    "pcf",
    "the pcf",
    "the forum",
    "parent carer forum",
    "the parent carer forum",
    "parent carers forum",
    "parents forum",
    "parent forum",
    "carers forum",
    "us",
];
