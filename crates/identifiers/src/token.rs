//! What stands in a converted record where something could identify somebody: asterisks that end
//! with a number. The number tells identifiers apart, and the asterisks are as many as the rules
//! count characters, so that no verdict changes.

use std::borrow::Cow;

/// More digits have no number here.
const MOST_DIGITS: usize = 6;

/// What is written for an identifier of this number.
pub fn written(number: usize, identifier: &str) -> String {
    let number = number.to_string();
    let asterisks = length(identifier).saturating_sub(number.len()).max(1);
    "*".repeat(asterisks) + &number
}

/// How many characters a text has, those between its words counted as one blank.
pub fn length(text: &str) -> usize {
    let text = spelled_out(text);
    let words = text.split(|sign: char| !sign.is_alphanumeric());
    let words = words.map(|word| word.chars().count());
    let words = words.filter(|count| *count > 0);
    let (count, letters) = words.fold((0, 0), |(all, sum), word| (all + 1, sum + word));
    letters + usize::saturating_sub(count, 1)
}

/// The text with letters for the asterisks of all that stands in for something.
fn spelled_out(text: &str) -> Cow<'_, str> {
    if !text.contains('*') {
        return text.into();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('*') {
        let (before, from) = rest.split_at(at);
        let after = from.trim_start_matches('*');
        let asterisks = from.len() - after.len();
        let digits = after.bytes().take_while(u8::is_ascii_digit).count();
        let sign = if (1..=MOST_DIGITS).contains(&digits) {
            "x"
        } else {
            "*"
        };
        out.push_str(before);
        out.push_str(&sign.repeat(asterisks));
        rest = after;
    }
    out.push_str(rest);
    out.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_long_as_what_it_stands_for() {
        for (identifier, expected) in [
            ("07700900123", "**********7"),
            ("07700  900-123", "************7"),
            ("Zed", "**7"),
            ("J", "*7"),
        ] {
            assert_eq!(written(7, identifier), expected, "{identifier}");
        }
        let said = "Call Zebedee Quux, 07700 900 123, about respite.";
        let left_out = said.replace("Zebedee Quux", &written(12, "Zebedee Quux"));
        let left_out = left_out.replace("07700 900 123", &written(3, "07700 900 123"));
        assert_eq!(length(&left_out), length(said));
    }

    #[test]
    fn only_words_have_a_length() {
        assert_eq!(length("  One, two -- three! "), "One two three".len());
        assert_eq!(length("**Bold** words * 5"), "Bold words 5".len());
        assert_eq!(length("... *** ..."), 0);
    }
}
