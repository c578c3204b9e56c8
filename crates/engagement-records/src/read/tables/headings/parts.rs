//! A heading by its parts: its words, what each of them is about, and the fields that headings
//! about these can mean.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::shapes::{SHAPES, Shape};
use super::vocabulary::{AUXILIARIES, Concept, PHRASES, QUESTIONS};
use crate::read::key::key;
use crate::record::Kind;

/// A heading is short; what is longer, in bytes, is a sentence about something.
const LONGEST: usize = 160;

/// The fields that a heading can mean by its parts.
#[derive(Debug, Default)]
pub(super) struct Readings {
    /// The one that it means wherever its cells hold such a thing.
    pub(super) sure: Option<&'static Shape>,
    /// Those that it means where its cells show which.
    pub(super) open: Vec<&'static Shape>,
}

/// A phrase after its first word, and what it is about.
type Phrase = (Vec<&'static str>, &'static [Concept]);

/// Phrases by their first word, the longest first.
static PHRASES_BY_WORD: LazyLock<BTreeMap<&'static str, Vec<Phrase>>> = LazyLock::new(|| {
    let mut all: BTreeMap<&str, Vec<Phrase>> = BTreeMap::new();
    for (about, phrases) in PHRASES {
        for phrase in phrases.split(", ") {
            let mut words = phrase.split(' ');
            let first = words.next().unwrap_or(phrase);
            all.entry(first).or_default().push((words.collect(), about));
        }
    }
    for phrases in all.values_mut() {
        phrases.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
    }
    all
});

/// What a heading can mean by its parts. What stands in brackets is left out only where it is about
/// nothing that bears on the meaning.
pub(super) fn readings(heading: &str) -> Readings {
    if heading.len() > LONGEST {
        return Readings::default();
    }
    if let Some(about) = concepts(heading) {
        return of(&about);
    }
    let bare = plain_values::without_brackets(heading);
    if bare == heading || bears_on_meaning(heading) {
        return Readings::default();
    }
    concepts(&bare).map_or_else(Readings::default, |about| of(&about))
}

fn of(about: &[Concept]) -> Readings {
    let mut sure: Vec<&'static Shape> = Vec::new();
    let mut open = Vec::new();
    for shape in SHAPES.iter().filter(|shape| shape.fits(about)) {
        if shape.open {
            open.push(shape);
        } else if !sure.iter().any(|other| other.path == shape.path) {
            sure.push(shape);
        }
    }
    match sure.as_slice() {
        [one] => Readings {
            sure: Some(one),
            open,
        },
        _ => Readings { sure: None, open },
    }
}

/// The fields that all words of a heading are about, if each of them is known.
pub(super) fn by_all_words(heading: &str) -> Vec<&'static str> {
    let Readings { sure, open } = readings(heading);
    paths(sure.into_iter().chain(open))
}

/// The fields that those words of a heading are about that are known. What has any name has a title.
pub(super) fn by_some_words(heading: &str) -> Vec<&'static str> {
    if heading.len() > LONGEST {
        return Vec::new();
    }
    let Readings { sure, open } = of(&known_concepts(heading));
    let mut paths = paths(sure.into_iter().chain(open));
    paths.retain(|path| *path != "title");
    paths
}

/// Whether a word stands in headings of anything: it is about nothing, about a day or time, or about
/// whatever was held.
pub(super) fn is_common(word: &str) -> bool {
    let about = PHRASES_BY_WORD.get(word).and_then(|phrases| {
        let mut phrases = phrases.iter();
        phrases.find(|(rest, _)| rest.is_empty())
    });
    about.is_some_and(|(_, about)| {
        about.iter().all(|one| {
            matches!(
                one,
                Concept::Date
                    | Concept::Day
                    | Concept::Time
                    | Concept::Event
                    | Concept::Survey
                    | Concept::Name
                    | Concept::Count
                    | Concept::For
                    | Concept::Who
                    | Concept::How
                    | Concept::On
                    | Concept::From
                    | Concept::To
            )
        })
    }) || AUXILIARIES.contains(&word)
}

/// Whether all words of a heading stand in headings of anything.
pub(super) fn is_all_common(heading: &str) -> bool {
    spelled(heading).split(' ').all(is_common)
}

fn paths(shapes: impl Iterator<Item = &'static Shape>) -> Vec<&'static str> {
    let mut paths = Vec::new();
    for shape in shapes {
        if !paths.contains(&shape.path) {
            paths.push(shape.path);
        }
    }
    paths
}

/// Whether a heading alone leaves open what it means.
pub(super) fn is_open(heading: &str) -> bool {
    let readings = readings(heading);
    readings.sure.is_none() && !readings.open.is_empty()
}

/// The kind of engagement that a text is about, where it is a survey or consultation and nothing
/// that is held on a day.
pub(in crate::read::tables) fn survey_words(text: &str) -> Option<Kind> {
    let key = spelled(text);
    let words: Vec<&str> = key.split(' ').collect();
    let about = |concept| {
        let mut at = (0..words.len()).filter_map(|at| longest(words.get(at..)?));
        at.any(|(about, _)| about.contains(&concept))
    };
    if about(Concept::Event) || !about(Concept::Survey) {
        return None;
    }
    let is_consultation = words.iter().any(|word| singular(word) == "consultation");
    Some(if is_consultation {
        Kind::Consultation
    } else {
        Kind::Survey
    })
}

/// Whether a heading over several columns says that they are about one deed or one group, such as
/// feedback, and not about the engagement as a whole.
pub(in crate::read::tables) fn is_about_one_deed(heading: &str) -> bool {
    concepts(heading).is_some_and(|about| {
        about.iter().any(|one| {
            matches!(
                one,
                Concept::Feedback
                    | Concept::YouSaidWeDid
                    | Concept::WeDid
                    | Concept::Outcome
                    | Concept::Report
                    | Concept::Invite
                    | Concept::Invited
                    | Concept::Publicised
                    | Concept::Told
                    | Concept::Papers
                    | Concept::Forum
                    | Concept::Cyp
                    | Concept::WiderGroup
                    | Concept::Deadline
            )
        })
    })
}

/// Whether what stands in brackets makes another heading of what stands before it: `Feedback
/// (due)`, `Parents (invited)`.
pub(super) fn bears_on_meaning(heading: &str) -> bool {
    let mut inside = heading.split(['(', '[']).skip(1);
    inside.any(|rest| {
        let bracket = rest.split([')', ']']).next().unwrap_or(rest);
        let key = spelled(bracket);
        let words: Vec<&str> = key.split(' ').collect();
        words.iter().enumerate().any(|(at, _)| {
            let Some((about, _)) = words.get(at..).and_then(longest) else {
                return false;
            };
            about.iter().any(|one| {
                !matches!(
                    one,
                    Concept::Date | Concept::Day | Concept::Time | Concept::Link | Concept::May
                )
            })
        })
    })
}

/// What the words of a heading are about, each once; nothing where one of them is not known.
fn concepts(heading: &str) -> Option<Vec<Concept>> {
    let key = spelled(heading);
    let words: Vec<&str> = key.split(' ').filter(|word| !word.is_empty()).collect();
    let mut all = Vec::new();
    let mut rest = words.as_slice();
    let mut is_first = true;
    while let Some((word, after)) = rest.split_first() {
        if is_first && QUESTIONS.contains(word) && !after.is_empty() {
            all.push(Concept::Whether);
            rest = after;
        } else if let Some((about, count)) = longest(rest) {
            all.extend(about);
            rest = rest.get(count..)?;
        } else if AUXILIARIES.contains(word) {
            rest = after;
        } else {
            return None;
        }
        is_first = false;
    }
    // `Feedback sent to` asks to whom.
    let is_sent = all.contains(&Concept::Sent) || all.contains(&Concept::Given);
    if is_sent && words.last() == Some(&"to") {
        all.push(Concept::Who);
    }
    all.sort_unstable();
    all.dedup();
    Some(all)
}

/// What those words of a heading are about that are known, each once.
fn known_concepts(heading: &str) -> Vec<Concept> {
    let key = spelled(heading);
    let words: Vec<&str> = key.split(' ').filter(|word| !word.is_empty()).collect();
    let mut all = Vec::new();
    let mut rest = words.as_slice();
    while let Some((_, after)) = rest.split_first() {
        let (about, count) = longest(rest).unwrap_or((&[], 1));
        all.extend(about);
        rest = rest.get(count..).unwrap_or(after);
    }
    all.sort_unstable();
    all.dedup();
    all
}

/// The longest phrase with which words begin, by what it is about and how many words it has.
fn longest(words: &[&str]) -> Option<(&'static [Concept], usize)> {
    let (first, after) = words.split_first()?;
    let single = singular(first);
    let of_word = |word: &str| {
        let phrases = PHRASES_BY_WORD.get(word)?;
        let (rest, about) = phrases.iter().find(|(rest, _)| {
            let begins = |(word, there): (&&str, &&str)| word == there || singular(there) == **word;
            rest.len() <= after.len() && rest.iter().zip(after).all(begins)
        })?;
        Some((*about, rest.len() + 1))
    };
    let as_written = of_word(first);
    let as_single = (single != **first).then(|| of_word(&single)).flatten();
    match (as_written, as_single) {
        (Some(written), Some(single)) if single.1 > written.1 => Some(single),
        (written, single) => written.or(single),
    }
}

fn singular(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("ies") {
        return format!("{stem}y");
    }
    let stem = word.strip_suffix('s').filter(|stem| stem.len() > 2);
    stem.filter(|stem| !stem.ends_with(['s', 'u', 'i']))
        .unwrap_or(word)
        .to_owned()
}

/// A heading as words: `FeedbackSent` and `feedback_sent` are two.
fn spelled(heading: &str) -> String {
    let mut parted = String::with_capacity(heading.len() + 8);
    let mut signs = heading.chars().peekable();
    let mut before: Option<char> = None;
    while let Some(sign) = signs.next() {
        let is_next_small = signs.peek().is_some_and(|next| next.is_lowercase());
        let parts = before.is_some_and(|before| {
            sign.is_uppercase()
                && (before.is_lowercase() || (before.is_uppercase() && is_next_small))
        });
        if parts {
            parted.push(' ');
        }
        parted.push(sign);
        before = Some(sign);
    }
    key(&parted)
}
