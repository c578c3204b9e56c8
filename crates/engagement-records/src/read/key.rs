//! Headings, titles and names in the spelling that all spellings of them share.

/// A short text in the spelling that all spellings of it share: small letters and digits, one blank
/// between words, `and` for `&`.
pub(crate) fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    let mut gap = false;
    let mut push = |part: &str, gap: &mut bool| {
        if std::mem::take(gap) && !key.is_empty() {
            key.push(' ');
        }
        key.push_str(part);
    };
    for sign in text.chars() {
        match sign {
            '&' => {
                gap = true;
                push("and", &mut gap);
                gap = true;
            }
            // What belongs together stays together: children's, e-mail keeps its parts.
            '\'' | '’' | '`' => {}
            '#' => {
                gap = true;
                push("number", &mut gap);
                gap = true;
            }
            sign if sign.is_alphanumeric() => {
                let lower: String = sign.to_lowercase().collect();
                push(&lower, &mut gap);
            }
            _ => gap = true,
        }
    }
    key
}
