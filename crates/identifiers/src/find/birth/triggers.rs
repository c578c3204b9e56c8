//! Words for a date of birth, and whether they speak of a person.

use std::ops::Range;

use crate::find::normalised::{NormalisedText, is_one_of, of_word, words};

/// Words for a date of birth.
pub(super) struct Trigger {
    pub(super) place: Range<usize>,
    pub(super) says: Says,
}

/// What such words are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    /// `date of birth`, `birth date`, `D.O.B.`
    Date,
    /// `birthday`, which groups have as well.
    Birthday,
    /// `born`, which is said of much.
    Born,
    /// `b.`, which letters a list as well.
    Letter,
    /// `he's`, with the date right behind it.
    Is,
}

/// What is born and has birthdays besides people.
pub(super) const THINGS: &str = "\
act association campaign centre charity charter cic cio club company council forum group hub idea \
initiative its limited ltd movement network nhs offer organisation our partnership pcf plan programme \
project scheme service society strategy team trust";

/// Who is born and has birthdays.
const PEOPLE: &str = "\
baby babies boy boys brother brothers carer child children cousin dad daughter eldest father friend \
girl girls he infant kid kids lad man mother mum niece nephew older oldest one other parent patient person \
pupil pupils she sibling siblings sister sisters son sons student students they toddler triplets twin twins \
who woman younger youngest";

/// Words that name nothing.
const NO_NOUNS: &str =
    "about again also and are as at be been but by for from has in of on or then to who with";

/// Words between those and the word for birth.
const OF_THINGS: &str = "\
being first is official s second third was were itself";

/// The words for a date of birth that have their first `b` at a place.
pub(super) fn trigger(text: &NormalisedText<'_>, at: usize) -> Option<Trigger> {
    let found = |place, says| Some(Trigger { place, says });
    let ends = |end: usize| !text.at(end).is_ascii_alphabetic();
    if text.slice(at..at + 4) == b"bday" && !of_word(text.before(at)) && ends(at + 4) {
        return found(at..at + 4, Says::Birthday);
    }
    // Most letters are within other words.
    match text.at(at + 1) {
        b'i' | b'o' | b's' => {}
        next if next.is_ascii_alphabetic() => return None,
        _ => {}
    }
    let word = text.slice(at..at + 5);
    if word == b"birth" {
        return birth(text, at);
    }
    if word.starts_with(b"born") && !of_word(text.before(at)) && ends(at + 4) {
        return found(at..at + 4, Says::Born);
    }
    let plural = usize::from(text.at(at + 1) == b's');
    if !ends(at + 1 + plural) {
        return None;
    }
    if let Some(start) = initials(text, at) {
        return found(start..at + 1 + plural, Says::Date);
    }
    is_letter(text, at).then_some(Trigger {
        place: at..at + 1,
        says: Says::Letter,
    })
}

/// `date of birth`, `birth date`, `birthday`, whatever sign stands between.
fn birth(text: &NormalisedText<'_>, at: usize) -> Option<Trigger> {
    let end = at + 5;
    let sign = usize::from(!of_word(text.at(end)));
    for (noun, says) in [
        (&b"date"[..], Says::Date),
        (b"dates", Says::Date),
        (b"day", Says::Birthday),
    ] {
        let after = end + sign + noun.len();
        if text.slice(end + sign..after) == noun && !text.at(after).is_ascii_alphabetic() {
            return Some(Trigger {
                place: at..after,
                says,
            });
        }
    }
    let before = without_signs(text.slice(at.saturating_sub(12)..at));
    // `Birth: 3 May 2015`, `date birth`.
    let is_field = b":=".contains(&text.at(end)) && !of_word(text.before(at));
    let of = match before.strip_suffix(b"of") {
        Some(before) => without_signs(before),
        None if before.ends_with(b"date") => before,
        None if is_field => text.slice(at.saturating_sub(12)..at),
        None => return None,
    };
    let date = of.strip_suffix(b"s").unwrap_or(of).strip_suffix(b"date");
    let length = |rest: &[u8]| text.slice(at.saturating_sub(12)..at).len() - rest.len();
    (!of_word(text.at(end))).then(|| Trigger {
        place: at - length(date.unwrap_or(of))..end,
        says: Says::Date,
    })
}

fn without_signs(text: &[u8]) -> &[u8] {
    let signs = text
        .iter()
        .rev()
        .take_while(|byte| !of_word(**byte))
        .count();
    text.get(..text.len() - signs.min(2)).unwrap_or(&[])
}

/// Where `d.o.b` begins that ends with the letter at a place, the same signs between its letters
/// or none.
fn initials(text: &NormalisedText<'_>, at: usize) -> Option<usize> {
    let gap = |from: usize| {
        let before = text.slice(from.saturating_sub(2)..from);
        let signs = before.iter().rev();
        signs.take_while(|byte| b" ./-_".contains(byte)).count()
    };
    let second = gap(at);
    let o = at.checked_sub(second + 1)?;
    let first = gap(o);
    let d = o.checked_sub(first + 1)?;
    let alike = (first == 0) == (second == 0);
    (text.at(o) == b'o' && text.at(d) == b'd' && alike && !of_word(text.before(d))).then_some(d)
}

/// Whether a `b` stands for born: small, in a bracket, behind a comma, a name or a word for somebody
/// (`my son b.`, `he is b.`), or first of all.
/// Elsewhere it letters a list, a group or a room.
fn is_letter(text: &NormalisedText<'_>, at: usize) -> bool {
    if of_word(text.before(at)) || text.capital(at) || !b" .:".contains(&text.at(at + 1)) {
        return false;
    }
    let before = text.slice(at.saturating_sub(24)..at);
    let last = before.trim_ascii_end().last();
    match last {
        None => at == 0,
        Some(b'(' | b',') => true,
        Some(b':') => before.ends_with(b" "),
        Some(byte) if of_word(*byte) && before.ends_with(b" ") => {
            let end = at - 1;
            let letters = text.slice(at.saturating_sub(24)..end);
            let length = letters
                .iter()
                .rev()
                .take_while(|byte| of_word(**byte))
                .count();
            let name = text.slice(end - length..end);
            let is_said = || is_one_of("is was", name) || is_one_of(PEOPLE, name);
            (text.capital(end - length) || is_said()) && !is_one_of(LETTERED, name)
        }
        Some(_) => false,
    }
}

/// What is told apart by letters.
const LETTERED: &str = "\
action annex appendix band class group item option part plan point room section set stage \
team year";

/// Whether it is a group or a charity that was born or has a birthday.
pub(super) fn is_of_a_thing(text: &NormalisedText<'_>, trigger: &Trigger) -> bool {
    if !matches!(trigger.says, Says::Born | Says::Birthday) {
        return false;
    }
    let start = trigger.place.start;
    let from = start.saturating_sub(48);
    let before = text.slice(from..start);
    // What stands in another sentence, field or quotation is born of its own.
    let ends = |two: &[u8]| match two {
        [b'.' | b'?' | b'!', b' '] | [b' ', b'-'] => true,
        [b'\'', after] => !of_word(*after) || *after != b's',
        [sign, _] => b":=\"`\n|\t(".contains(sign),
        _ => false,
    };
    let stop = before.windows(2).rposition(ends);
    let before = before.get(stop.map_or(0, |at| at + 1)..).unwrap_or(&[]);
    let of_number = |word: &[u8]| word.first().is_some_and(u8::is_ascii_digit);
    let back = words(before).rev();
    let mut back = back
        .skip_while(|word| is_one_of(OF_THINGS, word) || of_number(word))
        .peekable();
    let Some(noun) = back.next() else {
        return false;
    };
    // `the newsletter was born`: an article and a small letter, and nobody.
    let end = before.windows(noun.len()).rposition(|found| found == noun);
    let capital = |at: usize| text.capital(start - before.len() + at);
    let is_small = end.is_some_and(|at| !capital(at));
    // `The PTA was born`, and neither `our TOM` nor a text that is all in capitals.
    let is_short = end.is_some_and(|at| {
        let follows = before.get(..at).is_some_and(|said| said.ends_with(b"the "));
        let letters = (at..at + noun.len()).all(capital);
        follows && (3..=5).contains(&noun.len()) && letters && !text.capital(start)
    });
    let is_thing = || {
        back.take(2)
            .any(|word| is_one_of("the our this its a an", word))
    };
    // Birthdays are told of groups in many ways: `The forum turns ten: birthday 3 May`.
    let has = |of: &str| words(before).any(|word| is_one_of(of, word));
    let is_groups = || trigger.says == Says::Birthday && has(THINGS) && !has(PEOPLE);
    let is_noun = !is_one_of(PEOPLE, noun) && !is_one_of(NO_NOUNS, noun);
    is_one_of(THINGS, noun) || is_groups() || (is_small || is_short) && is_noun && is_thing()
}
