//! What the title of an entry, a label or a heading means, in the words of schools.

use crate::words::{
    BACK, BANK_HOLIDAYS, CLOSED, CLOSES_FOR, FIRST, HOLIDAYS, INSET, KNOWN, LAST, OCCASIONS,
    ORDINALS, SEASONS, TERM_NAMES, TITLES,
};

/// What is said of the days beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// A term begins, or pupils come back.
    Starts,
    /// A term ends, or school closes for a holiday.
    Ends,
    /// A term or half of one.
    Term,
    /// A half term or another holiday.
    Holiday,
    /// The first day of a holiday.
    HolidayStarts,
    /// The last day of a holiday.
    HolidayEnds,
    /// A day with staff only.
    Inset,
    /// A bank holiday, which is known from elsewhere.
    BankHoliday,
    /// It speaks of terms or holidays, and nobody can tell which.
    Unclear,
    /// Something else.
    Other,
}

impl Meaning {
    /// What it is, for a place in a calendar.
    pub(crate) fn spoken(self) -> &'static str {
        match self {
            Meaning::Starts => "start of a term",
            Meaning::Ends => "end of a term",
            Meaning::Term => "term",
            Meaning::Holiday => "holiday",
            Meaning::HolidayStarts => "start of a holiday",
            Meaning::HolidayEnds => "end of a holiday",
            Meaning::Inset => "INSET day",
            Meaning::BankHoliday => "bank holiday",
            Meaning::Unclear | Meaning::Other => "entry",
        }
    }
}

/// A text in small letters, with a blank between its words and around them.
pub(crate) fn folded(text: &str) -> String {
    let mut folded = String::from(" ");
    for sign in text.chars().flat_map(char::to_lowercase) {
        if sign.is_alphanumeric() {
            folded.push(sign);
        } else if !matches!(sign, '\'' | '’') && !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    if !folded.ends_with(' ') {
        folded.push(' ');
    }
    folded.replace(" halfterm ", " half term ")
}

/// Whether a folded text has one of these phrases.
pub(crate) fn has(text: &str, phrases: &[&str]) -> bool {
    phrases
        .iter()
        .any(|phrase| text.contains(&format!(" {phrase} ")))
}

/// What a title or a label means.
pub(crate) fn meaning(title: &str) -> Meaning {
    let text = folded(title);
    let is_occasion = has(&text, OCCASIONS);
    let is_training = text.starts_with(" training day");
    if (is_training || has(&text, INSET)) && !is_after(&text, INSET) {
        let is_event = is_occasion && !has(&text, CLOSED);
        return if is_event {
            Meaning::Unclear
        } else {
            Meaning::Inset
        };
    }
    if has(&text, BANK_HOLIDAYS) && !has(&text, &["term", "holidays", "break"]) {
        return Meaning::BankHoliday;
    }
    if let Some(edge) = edge(&text) {
        return edge;
    }
    if is_occasion || has(&text, TITLES) {
        return Meaning::Other;
    }
    if is_half_of_term(&text) {
        return only(&text, Meaning::Term);
    }
    let is_holiday = has(&text, &["half term", "half terms"])
        || (has(&text, HOLIDAYS) && (has(&text, SEASONS) || is_only_of_school(&text)));
    if is_holiday || has(&text, CLOSED) {
        return only(&text, Meaning::Holiday);
    }
    let is_season = text
        .split_whitespace()
        .all(|word| TERM_NAMES.contains(&word) || is_year(word));
    let names_term = has(&text, TERM_NAMES);
    if (names_term && is_season) || (has(&text, &["term"]) && (names_term || has_number(&text))) {
        return only(&text, Meaning::Term);
    }
    if has(&text, &["term", "terms", "holidays", "half term"]) {
        return Meaning::Unclear;
    }
    Meaning::Other
}

/// The first or last day of something.
fn edge(text: &str) -> Option<Meaning> {
    let comes_back = has(text, BACK) || text.starts_with(" return to school ");
    if comes_back {
        return Some(Meaning::Starts);
    }
    if has(text, CLOSES_FOR) || (has(text, &["closes", "close", "finishes"]) && has(text, SEASONS))
    {
        return Some(Meaning::Ends);
    }
    let first = has(text, FIRST);
    let last = has(text, LAST);
    let of_half_term = has(text, &["half term"]) && !is_half_of_term(text);
    let of_holiday = of_half_term || has(text, HOLIDAYS);
    let of_term = has(text, &["term", "terms"]) || has(text, TERM_NAMES);
    match (first, last) {
        // What else begins and ends in a school, an occasion does: `Spring concert starts`.
        _ if has(text, OCCASIONS) && !has(text, &["day of term"]) => None,
        (true, true) => of_term.then_some(Meaning::Unclear),
        (true, false) if of_holiday => Some(Meaning::HolidayStarts),
        // The last day before it, or the last day of it?
        (false, true) if of_half_term && has(text, &["last day of", "end of"]) => {
            Some(Meaning::Unclear)
        }
        (false, true) if of_holiday => Some(Meaning::HolidayEnds),
        (true, false) if of_term => Some(Meaning::Starts),
        (false, true) if of_term => Some(Meaning::Ends),
        (true | false, _) => None,
    }
}

/// A meaning where nothing else is said; a title with other words in it may be about anything.
fn only(text: &str, meaning: Meaning) -> Meaning {
    let is_known = |word: &str| {
        KNOWN.contains(&word)
            || TERM_NAMES.contains(&word)
            || SEASONS.contains(&word)
            || HOLIDAYS.contains(&word)
            || word.bytes().all(|byte| byte.is_ascii_digit())
            || ORDINALS.contains(&word)
            || is_half_code(word)
    };
    if text.split_whitespace().all(is_known) {
        meaning
    } else {
        Meaning::Unclear
    }
}

/// Whether a half of a term is meant and not the holiday between the halves: `Autumn 1`, `HT3`,
/// `Half term 2`, `First half of the spring term`.
fn is_half_of_term(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_numbered = words
        .iter()
        .zip(words.iter().skip(1))
        .any(|(word, next)| (TERM_NAMES.contains(word) || *word == "term") && is_half_number(next));
    let is_a_half = has(text, &["first half", "second half", "1st half", "2nd half"]);
    is_numbered || is_a_half || words.iter().any(|word| is_half_code(word))
}

fn is_half_number(word: &str) -> bool {
    matches!(
        word,
        "1" | "2" | "3" | "4" | "5" | "6" | "i" | "ii" | "a" | "b" | "one" | "two"
    )
}

fn is_half_code(word: &str) -> bool {
    let number = word
        .strip_prefix("ht")
        .or_else(|| word.strip_prefix("term"));
    number.is_some_and(|number| number.len() == 1 && is_half_number(number))
}

fn has_number(text: &str) -> bool {
    text.split_whitespace().any(is_half_number)
}

fn is_year(word: &str) -> bool {
    matches!(word.len(), 2 | 4) && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// `School holidays` and `Holidays`, which are nobody's own.
fn is_only_of_school(text: &str) -> bool {
    matches!(
        text.trim(),
        "holidays" | "school holiday" | "school holidays" | "vacation"
    )
}

/// `Term starts after INSET day` is not about that day.
fn is_after(text: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| {
        text.contains(&format!(" after {phrase} "))
            || text.contains(&format!(" after the {phrase} "))
    })
}
