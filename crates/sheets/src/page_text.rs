//! What `.xls` and `.xlsx` print above and below every page: texts with codes in them, such as `&P` for
//! the number of the page (ECMA-376 part 1, 18.3.1.46).

/// The text without its codes, each of its parts apart from the next.
pub(crate) fn without_codes(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, code)) = rest.split_once('&') {
        plain.push_str(before);
        rest = match code.as_bytes() {
            [b'&', ..] => {
                plain.push('&');
                code.get(1..)
            }
            // The name and the style of a font.
            [b'"', name @ ..] => {
                let end = name.iter().position(|sign| *sign == b'"');
                end.and_then(|end| code.get(end + 2..))
            }
            // Its size.
            [b'0'..=b'9', ..] => code.get(code.bytes().take_while(u8::is_ascii_digit).count()..),
            // Its colour, by six figures or by that of a theme.
            [b'K', ..] => code.get(7..),
            [_, ..] => {
                plain.push(' ');
                let first = code.chars().next().map_or(0, char::len_utf8);
                code.get(first..)
            }
            [] => None,
        }
        .unwrap_or_default();
    }
    plain.push_str(rest);
    plain.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::without_codes;

    #[test]
    fn codes_are_no_text() {
        for (text, expected) in [
            ("&LForum log&C&A&RPage &P of &N", "Forum log   Page   of"),
            ("&C&\"Arial,Bold\"&12Key contact", "Key contact"),
            ("&L&KFF0000Draft&R&K01+000Final", "Draft Final"),
            ("Bread && butter", "Bread & butter"),
            ("&R&D", ""),
            ("&", ""),
            ("&C&\"Arial", ""),
            ("&K12", ""),
            ("&é x", "x"),
            ("", ""),
        ] {
            assert_eq!(without_codes(text), expected, "{text}");
        }
    }
}
