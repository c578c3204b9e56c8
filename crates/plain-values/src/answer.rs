//! Yes and no as people write them: `Y`, `✓`, `Yes - by email`, `none`.

use crate::absence::{is_denial, is_placeholder};
use crate::doubt;
use crate::tokens::{plain, tokens};
use crate::undone::takes_back_yes;

const EXPECTED: &str = "write yes or no";
const IN_PART: &str = "write yes or no; what was done in part belongs in the notes";

/// What a cross alone means. In a column of crosses and blanks it is a yes, beside ticks a no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CrossMeaning {
    /// It ticks a box.
    Yes,
    /// It is the opposite of a tick.
    No,
    /// The column does not show which.
    Unclear,
}

/// What a text answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnswerReading<'t> {
    /// Yes, perhaps with what was said besides.
    Yes(Option<&'t str>),
    /// No, perhaps with what was said besides.
    No(Option<&'t str>),
    /// Not answered, and why in words, for `it …`.
    Unclear(&'static str),
    /// It cannot be read; what was expected.
    Unreadable(String),
}

/// Reads yes or no, with a remark where one follows.
pub fn read_answer(text: &str, cross: CrossMeaning) -> AnswerReading<'_> {
    let text = text.trim();
    if is_placeholder(text) {
        return AnswerReading::Unclear("does not answer yet");
    }
    if is_cross(text) {
        return match cross {
            CrossMeaning::Yes => AnswerReading::Yes(None),
            CrossMeaning::No => AnswerReading::No(None),
            CrossMeaning::Unclear => {
                AnswerReading::Unreadable("x can mean yes or no here; write yes or no".to_owned())
            }
        };
    }
    if let Some(unsettled) = unsettled(text) {
        return unsettled;
    }
    match one_word(text) {
        Some(true) => AnswerReading::Yes(None),
        Some(false) => AnswerReading::No(None),
        None => with_remark(text).unwrap_or_else(|| AnswerReading::Unreadable(EXPECTED.to_owned())),
    }
}

/// What a cross alone means in a column of answers. Ticks or yeses beside it make it a no, and noes
/// make it a yes; both together leave it open.
pub fn cross_meaning(column: &[&str]) -> CrossMeaning {
    let (mut yes, mut no) = (false, false);
    for text in column {
        match read_answer(text, CrossMeaning::Unclear) {
            AnswerReading::Yes(_) => yes = true,
            AnswerReading::No(_) => no = true,
            AnswerReading::Unclear(_) | AnswerReading::Unreadable(_) => {}
        }
    }
    match (yes, no) {
        (true, true) => CrossMeaning::Unclear,
        (true, false) => CrossMeaning::No,
        (false, _) => CrossMeaning::Yes,
    }
}

fn is_cross(text: &str) -> bool {
    text.eq_ignore_ascii_case("x") || text == "×"
}

/// Answers that leave the question open, or answer half of it.
fn unsettled(text: &str) -> Option<AnswerReading<'static>> {
    let plain = plain(text);
    let bare = plain.trim().trim_end_matches(['.', '!']);
    match bare {
        "not yet" | "in progress" | "ongoing" | "pending" | "awaiting" | "planned" | "to do"
        | "underway" => return Some(AnswerReading::Unclear("says that it is still to come")),
        "n/k" | "nk" | "not applicable" | "not recorded" | "not sure" | "unsure" | "dont know"
        | "not known" | "not asked" | "no answer" | "no data" | "no record" => {
            return Some(AnswerReading::Unclear("does not answer the question"));
        }
        "yes/no" | "y/n" | "yes / no" | "y / n" | "yes or no" | "no/yes" | "☐ yes ☐ no" => {
            return Some(AnswerReading::Unclear("leaves both answers standing"));
        }
        "partly" | "partially" | "in part" | "some" | "sometimes" | "mostly" | "yes and no"
        | "both" | "somewhat" | "mixed" | "half" | "most" => {
            return Some(AnswerReading::Unreadable(IN_PART.to_owned()));
        }
        _ => {}
    }
    // A yes with a question mark, or still to be confirmed, is none.
    let tokens = tokens(bare);
    let (_, rest) = doubt::taken_out(&tokens)?;
    let first = bare.split_whitespace().next().unwrap_or_default();
    let is_answer = one_word(first.trim_end_matches(['?', ',', '-'])).is_some();
    (rest.is_empty() || is_answer).then_some(AnswerReading::Unclear(
        "gives an answer that is not certain",
    ))
}

/// A word or mark that answers by itself.
fn one_word(text: &str) -> Option<bool> {
    // Some programs ask for a tick in colour with a mark that nobody sees.
    let text = text.trim_end_matches(['.', '!', '\u{FE0E}', '\u{FE0F}']);
    let is = |words: &[&str]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
    if is(&[
        "yes", "y", "true", "checked", "ticked", "t", "1", "1.0", "✓", "✔", "☑", "✅", "√", "🗸",
    ]) {
        Some(true)
    } else if is(&[
        "n",
        "f",
        "unchecked",
        "unticked",
        "0",
        "0.0",
        "✗",
        "✘",
        "☐",
        "❌",
        "✖",
        "🗴",
    ]) || (is_denial(text) && !is_placeholder(text))
    {
        Some(false)
    } else {
        None
    }
}

/// `Yes - by email`, `yes by email`, `No: nobody asked`. After a no there must be a mark, because
/// `no trouble at all` is no answer.
fn with_remark(text: &str) -> Option<AnswerReading<'_>> {
    let end = text.find(|character: char| !character.is_alphanumeric() && !is_mark(character))?;
    let (word, rest) = text.split_at_checked(end)?;
    let is_yes = one_word(word).filter(|_| !is_number(word))?;
    let is_apart = is_parted(rest) || (is_yes && rest.starts_with(char::is_whitespace));
    if !is_apart {
        return None;
    }
    let remark = rest.trim_start_matches(is_joint);
    let without_bracket = remark
        .strip_suffix(')')
        .filter(|inside| !inside.contains('('));
    let remark = Some(without_bracket.unwrap_or(remark).trim()).filter(|remark| !remark.is_empty());
    if !is_yes && remark.is_some_and(goes_on) {
        return Some(AnswerReading::Unclear(
            "says no, and goes on to say something else",
        ));
    }
    if is_yes && remark.is_some_and(takes_back_yes) {
        return Some(AnswerReading::Unclear(
            "says yes, and then something that takes it back",
        ));
    }
    Some(match (is_yes, first_answer(remark)) {
        (true, Some(false)) | (false, Some(true)) => AnswerReading::Unreadable(IN_PART.to_owned()),
        (true, _) => AnswerReading::Yes(remark),
        (false, _) => AnswerReading::No(remark),
    })
}

/// Whether a remark takes back some of a no: `No, but school council asked`.
fn goes_on(remark: &str) -> bool {
    let mut words = remark.split(|sign: char| !sign.is_alphanumeric());
    words.any(|word| {
        ["but", "although", "though", "instead", "except", "however"]
            .iter()
            .any(|turn| word.eq_ignore_ascii_case(turn))
    })
}

/// Whether a mark parts a remark from what stands before it: not the one in `No-one`, nor in
/// `No. 5`.
fn is_parted(rest: &str) -> bool {
    let bare = rest.trim_start_matches([' ', '\t', '\u{A0}']);
    let mut characters = bare.chars();
    let Some(mark) = characters.next() else {
        return false;
    };
    let after = characters.as_str();
    match mark {
        '-' | '–' | '—' => bare.len() < rest.len() || after.starts_with(char::is_whitespace),
        '.' => !after
            .trim_start()
            .starts_with(|first: char| first.is_ascii_digit()),
        other => matches!(other, ':' | ';' | ',' | '(' | '\n' | '\r'),
    }
}

/// The ticks and crosses, which are no letters.
fn is_mark(character: char) -> bool {
    one_word(character.encode_utf8(&mut [0; 4])).is_some()
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_joint(character: char) -> bool {
    character.is_whitespace() || matches!(character, '-' | '–' | '—' | ':' | ';' | ',' | '.' | '(')
}

/// The answer with which a remark begins, as in `yes and no`.
fn first_answer(remark: Option<&str>) -> Option<bool> {
    let first = remark?
        .split(|character: char| !character.is_alphanumeric())
        .find(|word| {
            !word.is_empty()
                && !word.eq_ignore_ascii_case("and")
                && !word.eq_ignore_ascii_case("or")
        })?;
    one_word(first).filter(|_| !is_number(first))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn yeses_and_noes() {
        for text in [
            "yes",
            "Yes",
            "YES.",
            "y",
            "Y",
            "true",
            "TRUE",
            "1",
            "✓",
            "✔",
            "✔\u{FE0F}",
            "☑",
            "✅",
            " yes ",
            "checked",
            "Ticked",
        ] {
            assert_eq!(
                read_answer(text, CrossMeaning::Unclear),
                AnswerReading::Yes(None),
                "{text}"
            );
        }
        for text in [
            "unchecked",
            "Unticked",
            "no",
            "No",
            "NO!",
            "n",
            "false",
            "FALSE",
            "0",
            "✗",
            "✘",
            "☐",
            "❌",
            "none",
            "None.",
            "never",
            "nobody",
            "nothing",
        ] {
            assert_eq!(
                read_answer(text, CrossMeaning::Unclear),
                AnswerReading::No(None),
                "{text}"
            );
        }
    }

    #[test]
    fn remarks_are_kept() {
        for (text, expected) in [
            ("Yes - by email", AnswerReading::Yes(Some("by email"))),
            ("yes by email", AnswerReading::Yes(Some("by email"))),
            ("Yes (by email)", AnswerReading::Yes(Some("by email"))),
            (
                "Y: two rooms (upstairs)",
                AnswerReading::Yes(Some("two rooms (upstairs)")),
            ),
            ("✓ on request", AnswerReading::Yes(Some("on request"))),
            ("Yes –", AnswerReading::Yes(None)),
            (
                "No - loop on order",
                AnswerReading::No(Some("loop on order")),
            ),
            (
                "No\nloop on order",
                AnswerReading::No(Some("loop on order")),
            ),
            ("no, nobody asked", AnswerReading::No(Some("nobody asked"))),
            ("None (see notes)", AnswerReading::No(Some("see notes"))),
        ] {
            assert_eq!(read_answer(text, CrossMeaning::Unclear), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_answer() {
        for text in [
            "",
            "TBC",
            "n/a",
            "N/A",
            "n/k",
            "?",
            "not yet",
            "In progress",
            "Not applicable",
            "Yes?",
            "yes (TBC)",
            "maybe",
            "Y/N",
            "Yes / No",
            "don't know",
            "Not recorded",
            "☐ Yes ☐ No",
        ] {
            let read = read_answer(text, CrossMeaning::Unclear);
            assert!(
                matches!(read, AnswerReading::Unclear(_)),
                "{text}: {read:?}"
            );
        }
        for text in [
            "partly",
            "Some",
            "sometimes",
            "yes and no",
            "ja",
            "nein",
            "oui",
            "2",
            "10",
            "1 room",
            "no trouble",
            "No one knew",
            "by email",
            "No-one",
            "No. 5",
            "y/k",
            "No - yes next time",
            "yesterday",
            "noon",
            "yes, but no parking - no",
            "xx",
        ] {
            let read = read_answer(text, CrossMeaning::Unclear);
            let is_remark = text.starts_with("yes, but")
                && read == AnswerReading::Yes(Some("but no parking - no"));
            assert!(
                matches!(read, AnswerReading::Unreadable(_)) || is_remark,
                "{text}: {read:?}"
            );
        }
    }

    #[test]
    fn a_cross_means_what_its_column_shows() {
        assert_eq!(
            read_answer("x", CrossMeaning::Yes),
            AnswerReading::Yes(None)
        );
        assert_eq!(read_answer("X", CrossMeaning::No), AnswerReading::No(None));
        assert!(matches!(
            read_answer("x", CrossMeaning::Unclear),
            AnswerReading::Unreadable(_)
        ));
        assert_eq!(cross_meaning(&["x", "", "X"]), CrossMeaning::Yes);
        assert_eq!(cross_meaning(&["x", "✓", ""]), CrossMeaning::No);
        assert_eq!(cross_meaning(&["yes", "x"]), CrossMeaning::No);
        assert_eq!(cross_meaning(&["no", "x"]), CrossMeaning::Yes);
        assert_eq!(cross_meaning(&["no", "x", "yes"]), CrossMeaning::Unclear);
    }

    proptest! {
        #[test]
        fn no_text_is_too_odd(text in "\\PC{0,30}", pieces in "(yes|no|y|✓|x| |-|\\(|\\)|\\?|and|tbc){0,8}") {
            read_answer(&text, CrossMeaning::Yes);
            read_answer(&pieces, CrossMeaning::Unclear);
        }
    }
}
