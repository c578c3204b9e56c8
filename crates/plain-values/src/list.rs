//! Several values in one text: `Parents; CYP`, `email & newsletter`, one to a line.

use std::ops::Range;

/// What a list is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListOf {
    /// Words of closed lists: everything that people put between them parts them.
    Words,
    /// Texts and names, which may hold `and`, `/` or `&` themselves.
    Texts,
}

/// The places of the parts of a text, in bytes, without blanks and bullets. Nothing inside brackets
/// is parted, unless they stand around all of it as in `["Parents","Staff"]`. A phrase that is one
/// thing though it holds `and` is for the caller to look up first.
pub fn split_list(text: &str, of: ListOf) -> Vec<Range<usize>> {
    if let Some(parts) = of_program(text) {
        return parts;
    }
    let separators = Separators::of(text, of);
    let mut parts = Vec::new();
    let mut start = 0;
    let mut depth = 0_usize;
    let mut before = None;
    for (at, character) in text.char_indices() {
        match character {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let after = text.get(at + character.len_utf8()..).unwrap_or_default();
        // A bracket that is never closed ends with its line.
        let is_line = is_line_end(character);
        if is_line {
            depth = 0;
        }
        let length = if depth == 0 {
            separators.length_at(before, character, after)
        } else {
            None
        };
        if let Some(length) = length
            && at >= start
        {
            parts.extend(part(text, start..at));
            start = at + length;
        }
        before = Some(character);
    }
    parts.extend(part(text, start..text.len()));
    parts
}

/// The parts of a list as programs write it: texts in quotes between square brackets.
fn of_program(text: &str) -> Option<Vec<Range<usize>>> {
    let start = text.len() - text.trim_start().len() + 1;
    let inside = text.trim().strip_prefix('[')?.strip_suffix(']')?;
    let mut parts = Vec::new();
    let mut opened = None;
    let mut is_escaped = false;
    for (at, sign) in inside.char_indices() {
        match (opened, sign) {
            (Some(_), _) if is_escaped => is_escaped = false,
            (Some(_), '\\') => is_escaped = true,
            (Some(from), '"') => {
                parts.extend(part(text, from..start + at));
                opened = None;
            }
            (Some(_), _) | (None, ',') => {}
            (None, '"') => opened = Some(start + at + 1),
            (None, blank) if blank.is_whitespace() => {}
            (None, _) => return None,
        }
    }
    opened.is_none().then_some(parts)
}

/// Which separators apply to a text.
#[derive(Debug, Clone, Copy)]
struct Separators {
    of: ListOf,
    /// Commas part texts only where nothing stronger does.
    commas: bool,
}

impl Separators {
    fn of(text: &str, of: ListOf) -> Self {
        let trimmed = text.trim();
        let has_stronger = trimmed.contains(|character| {
            is_line_end(character) || character == ';' || is_bullet(character)
        });
        Separators {
            of,
            commas: of == ListOf::Words || !has_stronger,
        }
    }

    /// How long the separator is that begins with this character, if one does.
    fn length_at(self, before: Option<char>, character: char, after: &str) -> Option<usize> {
        let is_number = |character: Option<char>| character.is_some_and(|it| it.is_ascii_digit());
        let always = is_line_end(character) || character == ';' || is_bullet(character);
        let is_comma = character == ',' && !(is_number(before) && is_number(after.chars().next()));
        let is_words = self.of == ListOf::Words;
        if always
            || (is_comma && self.commas)
            || (is_words && matches!(character, '/' | '&' | '+' | '|'))
        {
            return Some(character.len_utf8());
        }
        let is_apart = |character: Option<char>| character.is_none_or(|it| !is_inside_word(it));
        let rest = after
            .get(..2)
            .filter(|rest| rest.eq_ignore_ascii_case("nd"))?;
        let is_and = matches!(character, 'a' | 'A')
            && is_apart(before)
            && is_apart(after.get(rest.len()..).and_then(|rest| rest.chars().next()));
        (is_words && is_and).then_some(character.len_utf8() + rest.len())
    }
}

/// A part without what surrounds it, if anything is left.
fn part(text: &str, place: Range<usize>) -> Option<Range<usize>> {
    let whole = text.get(place.clone())?;
    let without_mark = without_bullet(whole.trim_start());
    let start = place.end - without_mark.len();
    let length = without_mark.trim_end().len();
    (length > 0).then_some(start..start + length)
}

/// Leaves out `- `, `* `, `1. ` and `2) ` before a part.
fn without_bullet(part: &str) -> &str {
    let bare = part.trim_start_matches(['-', '–', '*']);
    let digits = part.trim_start_matches(|character: char| character.is_ascii_digit());
    let numbered = digits
        .strip_prefix(['.', ')'])
        .filter(|_| matches!(part.len() - digits.len(), 1..=2));
    let rest = if bare.len() < part.len() {
        bare
    } else {
        numbered.unwrap_or(part)
    };
    if rest.starts_with(char::is_whitespace) || rest.is_empty() {
        rest.trim_start()
    } else {
        part
    }
}

fn is_line_end(character: char) -> bool {
    matches!(
        character,
        '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

fn is_bullet(character: char) -> bool {
    matches!(character, '•' | '◦' | '▪' | '●' | '‣' | '·' | '■' | '○')
}

fn is_inside_word(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '-' | '_' | '\'' | '’')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(text: &str, kind: ListOf) -> Vec<&str> {
        split_list(text, kind)
            .into_iter()
            .filter_map(|place| text.get(place))
            .collect()
    }

    #[test]
    fn words_are_parted_by_whatever_stands_between() {
        for text in [
            "parents; cyp; staff",
            "parents, cyp and staff",
            "Parents, CYP, and Staff",
            "parents/cyp/staff",
            "parents & cyp + staff",
            "parents\ncyp\r\nstaff\n",
            "• parents\n• cyp\n• staff",
            "• parents • cyp • staff",
            "- parents\n- cyp\n- staff",
            "1. parents\n2. cyp\n3) staff",
            ";; parents | cyp,, staff ;",
            "  parents AND cyp AND staff.".trim_end_matches('.'),
        ] {
            let found = of(text, ListOf::Words).join(" ").to_lowercase();
            assert_eq!(found, "parents cyp staff", "{text:?}");
        }
        assert_eq!(
            of("in-person and online", ListOf::Words),
            ["in-person", "online"]
        );
        assert_eq!(
            of("needs, hand-and-foot, sandy", ListOf::Words),
            ["needs", "hand-and-foot", "sandy"]
        );
        assert_eq!(of("and", ListOf::Words), Vec::<&str>::new());
        assert_eq!(of("", ListOf::Words), Vec::<&str>::new());
    }

    #[test]
    fn texts_hold_marks_themselves() {
        assert_eq!(
            of("hours and days; cost", ListOf::Texts),
            ["hours and days", "cost"]
        );
        assert_eq!(
            of("hours, days; cost", ListOf::Texts),
            ["hours, days", "cost"]
        );
        assert_eq!(of("hours, days", ListOf::Texts), ["hours", "days"]);
        assert_eq!(
            of("hours, days\ncost", ListOf::Texts),
            ["hours, days", "cost"]
        );
        assert_eq!(
            of("hours & days / cost", ListOf::Texts),
            ["hours & days / cost"]
        );
        assert_eq!(
            of("budget of £1,200, hours", ListOf::Texts),
            ["budget of £1,200", "hours"]
        );
        assert_eq!(
            of("papers (easy read, large print), slides", ListOf::Texts),
            ["papers (easy read, large print)", "slides"]
        );
        assert_eq!(
            of("papers (easy read\nslides", ListOf::Texts),
            ["papers (easy read", "slides"]
        );
        assert_eq!(
            of("-5 degrees; 12.5 hours", ListOf::Texts),
            ["-5 degrees", "12.5 hours"]
        );
    }

    #[test]
    fn lists_of_programs_hold_texts_in_quotes() {
        for kind in [ListOf::Words, ListOf::Texts] {
            assert_eq!(of(r#"["Parents","Staff"]"#, kind), ["Parents", "Staff"]);
            let spaced = r#" [ "Parents and carers" , "CYP, 16 to 25" ] "#;
            assert_eq!(of(spaced, kind), ["Parents and carers", "CYP, 16 to 25"]);
            assert_eq!(of(r#"["a \"b\" c"]"#, kind), [r#"a \"b\" c"#]);
            assert_eq!(of("[]", kind), Vec::<&str>::new());
            assert_eq!(of(r#"["é","x"]"#, kind), ["é", "x"]);
            assert_eq!(of("[parents; staff]", kind), ["[parents; staff]"]);
        }
        assert_eq!(split_list(r#"["é","x"]"#, ListOf::Words), [2..4, 7..8]);
    }

    #[test]
    fn places_are_bytes_of_the_text() {
        assert_eq!(
            split_list("é; café ;x", ListOf::Texts),
            [0..2, 4..9, 11..12]
        );
        assert_eq!(split_list("• é\n• x", ListOf::Words), [4..6, 11..12]);
    }

    proptest! {
        #[test]
        fn parts_lie_in_order_and_hold_something(text in "(\\PC|\n|;|,|and| |•|\\(|\\)|- |1\\. ){0,20}") {
            for kind in [ListOf::Words, ListOf::Texts] {
                let mut last = 0;
                for place in split_list(&text, kind) {
                    prop_assert!(last <= place.start && place.start < place.end);
                    let part = text.get(place.clone());
                    prop_assert!(part.is_some_and(|part| part.trim() == part && !part.is_empty()));
                    last = place.end;
                }
            }
        }
    }
}
