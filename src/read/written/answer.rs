//! Yes and no as people write them: `Y`, `✓`, `Yes - by email`, `none`.

use super::doubt;
use super::tokens::{plain, tokens};
use located::tree::{is_denial, is_placeholder};

const EXPECTED: &str = "write yes or no";
const IN_PART: &str = "write yes or no; what was done in part belongs in the notes";

/// What a cross alone means. In a column of crosses and blanks it is a yes, beside ticks a no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cross {
    /// It ticks a box.
    Yes,
    /// It is the opposite of a tick.
    No,
    /// The column does not show which.
    Unclear,
}

/// What a cell answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Answer<'t> {
    /// Yes, perhaps with what was said besides.
    Yes(Option<&'t str>),
    /// No, perhaps with what was said besides.
    No(Option<&'t str>),
    /// Not answered, and why in words, for `it …`.
    NotSaid(&'static str),
    /// It cannot be read; what was expected.
    Wrong(String),
}

/// Reads yes or no, with a remark where one follows.
pub(crate) fn answer(text: &str, cross: Cross) -> Answer<'_> {
    let text = text.trim();
    if is_placeholder(text) {
        return Answer::NotSaid("does not answer yet");
    }
    if is_cross(text) {
        return match cross {
            Cross::Yes => Answer::Yes(None),
            Cross::No => Answer::No(None),
            Cross::Unclear => {
                Answer::Wrong("x can mean yes or no here; write yes or no".to_owned())
            }
        };
    }
    if let Some(unsettled) = unsettled(text) {
        return unsettled;
    }
    match one_word(text) {
        Some(true) => Answer::Yes(None),
        Some(false) => Answer::No(None),
        None => with_remark(text).unwrap_or_else(|| Answer::Wrong(EXPECTED.to_owned())),
    }
}

/// What a cross alone means in a column of answers. Ticks or yeses beside it make it a no, and noes
/// make it a yes; both together leave it open.
pub(crate) fn cross_among(column: &[&str]) -> Cross {
    let (mut yes, mut no) = (false, false);
    for text in column {
        match answer(text, Cross::Unclear) {
            Answer::Yes(_) => yes = true,
            Answer::No(_) => no = true,
            Answer::NotSaid(_) | Answer::Wrong(_) => {}
        }
    }
    match (yes, no) {
        (true, true) => Cross::Unclear,
        (true, false) => Cross::No,
        (false, _) => Cross::Yes,
    }
}

fn is_cross(text: &str) -> bool {
    text.eq_ignore_ascii_case("x") || text == "×"
}

/// Answers that leave the question open, or answer half of it.
fn unsettled(text: &str) -> Option<Answer<'static>> {
    let plain = plain(text);
    let bare = plain.trim().trim_end_matches(['.', '!']);
    match bare {
        "not yet" | "in progress" | "ongoing" | "pending" | "awaiting" | "planned" | "to do"
        | "underway" => return Some(Answer::NotSaid("says that it is still to come")),
        "n/k" | "nk" | "not applicable" | "not recorded" | "not sure" | "unsure" | "dont know"
        | "not known" | "not asked" | "no answer" | "no data" | "no record" => {
            return Some(Answer::NotSaid("does not answer the question"));
        }
        "yes/no" | "y/n" | "yes / no" | "y / n" | "yes or no" | "no/yes" | "☐ yes ☐ no" => {
            return Some(Answer::NotSaid("leaves both answers standing"));
        }
        "partly" | "partially" | "in part" | "some" | "sometimes" | "mostly" | "yes and no"
        | "both" | "somewhat" | "mixed" | "half" | "most" => {
            return Some(Answer::Wrong(IN_PART.to_owned()));
        }
        _ => {}
    }
    // A yes with a question mark, or still to be confirmed, is none.
    let tokens = tokens(bare);
    let (_, rest) = doubt::taken_out(&tokens)?;
    let first = bare.split_whitespace().next().unwrap_or_default();
    let is_answer = one_word(first.trim_end_matches(['?', ',', '-'])).is_some();
    (rest.is_empty() || is_answer).then_some(Answer::NotSaid("gives an answer that is not certain"))
}

/// A word or mark that answers by itself.
fn one_word(text: &str) -> Option<bool> {
    // Some programs ask for a tick in colour with a mark that nobody sees.
    let text = text.trim_end_matches(['.', '!', '\u{FE0E}', '\u{FE0F}']);
    let is = |words: &[&str]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
    if is(&[
        "yes", "y", "true", "t", "1", "1.0", "✓", "✔", "☑", "✅", "√", "🗸",
    ]) {
        Some(true)
    } else if is(&["n", "f", "0", "0.0", "✗", "✘", "☐", "❌", "✖", "🗴"])
        || (is_denial(text) && !is_placeholder(text))
    {
        Some(false)
    } else {
        None
    }
}

/// `Yes - by email`, `yes by email`, `No: nobody asked`. After a no there must be a mark, because
/// `no trouble at all` is no answer.
fn with_remark(text: &str) -> Option<Answer<'_>> {
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
    Some(match (is_yes, first_answer(remark)) {
        (true, Some(false)) | (false, Some(true)) => Answer::Wrong(IN_PART.to_owned()),
        (true, _) => Answer::Yes(remark),
        (false, _) => Answer::No(remark),
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
        ] {
            assert_eq!(answer(text, Cross::Unclear), Answer::Yes(None), "{text}");
        }
        for text in [
            "no", "No", "NO!", "n", "false", "FALSE", "0", "✗", "✘", "☐", "❌", "none", "None.",
            "never", "nobody", "nothing",
        ] {
            assert_eq!(answer(text, Cross::Unclear), Answer::No(None), "{text}");
        }
    }

    #[test]
    fn remarks_are_kept() {
        for (text, expected) in [
            ("Yes - by email", Answer::Yes(Some("by email"))),
            ("yes by email", Answer::Yes(Some("by email"))),
            ("Yes (by email)", Answer::Yes(Some("by email"))),
            (
                "Y: two rooms (upstairs)",
                Answer::Yes(Some("two rooms (upstairs)")),
            ),
            ("✓ on request", Answer::Yes(Some("on request"))),
            ("Yes –", Answer::Yes(None)),
            ("No - loop on order", Answer::No(Some("loop on order"))),
            ("No\nloop on order", Answer::No(Some("loop on order"))),
            ("no, nobody asked", Answer::No(Some("nobody asked"))),
            ("None (see notes)", Answer::No(Some("see notes"))),
        ] {
            assert_eq!(answer(text, Cross::Unclear), expected, "{text}");
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
            let read = answer(text, Cross::Unclear);
            assert!(matches!(read, Answer::NotSaid(_)), "{text}: {read:?}");
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
            let read = answer(text, Cross::Unclear);
            let is_remark =
                text.starts_with("yes, but") && read == Answer::Yes(Some("but no parking - no"));
            assert!(
                matches!(read, Answer::Wrong(_)) || is_remark,
                "{text}: {read:?}"
            );
        }
    }

    #[test]
    fn a_cross_means_what_its_column_shows() {
        assert_eq!(answer("x", Cross::Yes), Answer::Yes(None));
        assert_eq!(answer("X", Cross::No), Answer::No(None));
        assert!(matches!(answer("x", Cross::Unclear), Answer::Wrong(_)));
        assert_eq!(cross_among(&["x", "", "X"]), Cross::Yes);
        assert_eq!(cross_among(&["x", "✓", ""]), Cross::No);
        assert_eq!(cross_among(&["yes", "x"]), Cross::No);
        assert_eq!(cross_among(&["no", "x"]), Cross::Yes);
        assert_eq!(cross_among(&["no", "x", "yes"]), Cross::Unclear);
    }

    proptest! {
        #[test]
        fn no_text_is_too_odd(text in "\\PC{0,30}", pieces in "(yes|no|y|✓|x| |-|\\(|\\)|\\?|and|tbc){0,8}") {
            answer(&text, Cross::Yes);
            answer(&pieces, Cross::Unclear);
        }
    }
}
