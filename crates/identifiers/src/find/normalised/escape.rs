//! Characters that are written as web addresses and web pages write them: `%20`, `&nbsp;`.

/// Names of characters that may stand in or between parts of an identifier.
const NAMED: &[(&str, char)] = &[
    ("amp", '&'),
    ("apos", '\''),
    ("colon", ':'),
    ("comma", ','),
    ("commat", '@'),
    ("dash", '-'),
    ("emsp", ' '),
    ("ensp", ' '),
    ("equals", '='),
    ("gt", '>'),
    ("hyphen", '-'),
    ("lowbar", '_'),
    ("lt", '<'),
    ("mdash", '-'),
    ("nbsp", ' '),
    ("ndash", '-'),
    ("period", '.'),
    ("quot", '"'),
    ("rsquo", '\''),
    ("shy", '\u{AD}'),
    ("thinsp", ' '),
    ("zwj", '\u{200D}'),
    ("zwnj", '\u{200C}'),
];

/// The character that an escape at the start of a text stands for, and how long the escape is.
pub(super) fn read(text: &str) -> Option<(char, usize)> {
    match text.strip_prefix('&') {
        Some(rest) => named(rest),
        None => percent(text),
    }
}

/// `nbsp;`, `#64;` or `#x40;` after the `&`.
fn named(rest: &str) -> Option<(char, usize)> {
    let length = rest.bytes().take(10).position(|byte| byte == b';')?;
    let name = rest.get(..length)?;
    let character = if let Some(code) = name.strip_prefix('#') {
        let code = match code.strip_prefix(['x', 'X']) {
            Some(code) => u32::from_str_radix(code, 16),
            None => code.parse(),
        };
        char::from_u32(code.ok()?)?
    } else {
        let mut known = NAMED.iter();
        known.find(|(known, _)| name.eq_ignore_ascii_case(known))?.1
    };
    Some((character, 1 + length + 1))
}

/// `%40`, or several for one character that is written in several bytes.
fn percent(text: &str) -> Option<(char, usize)> {
    let mut bytes = Vec::with_capacity(4);
    for at in [0, 3, 6, 9] {
        let digits = text.get(at..at + 3)?.strip_prefix('%')?;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        if let Ok(character) = std::str::from_utf8(&bytes) {
            return Some((character.chars().next()?, at + 3));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn escapes_of_web_addresses_and_pages() {
        for (text, expected) in [
            ("%20x", Some((' ', 3))),
            ("%2e", Some(('.', 3))),
            ("%C2%A0", Some(('\u{A0}', 6))),
            ("&nbsp;x", Some((' ', 6))),
            ("&NBSP;", Some((' ', 6))),
            ("&#64;", Some(('@', 5))),
            ("&#x40;", Some(('@', 6))),
            ("%", None),
            ("% of 20", None),
            ("%+1", None),
            ("%C3%", None),
            ("%FF%FF%FF%FF", None),
            ("& more", None),
            ("&é;", None),
            ("&#xFFFFFFFF;", None),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
