//! Sentences in which names of fields and commands stand in backquotes.

/// The stretches of a sentence, each with whether it is such a name; the backquotes around names are
/// left out, and others stay.
pub(super) fn spans(text: &str) -> impl Iterator<Item = (bool, &str)> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let Some((before, name, after)) = first_name(text) else {
            rest = None;
            return Some([(false, text), (true, "")]);
        };
        rest = Some(after);
        Some([(false, before), (true, name)])
    })
    .flatten()
    .filter(|(_, text)| !text.is_empty())
}

/// A text up to the first name, the name, and what follows it. What stands between two backquotes
/// is no name where it is nothing, or begins or ends with a blank; then the next two are asked.
fn first_name(text: &str) -> Option<(&str, &str, &str)> {
    let mut at = 0;
    loop {
        let open = at + text.get(at..)?.find('`')?;
        let inner = text.get(open + 1..)?;
        let name = inner.get(..inner.find('`')?)?;
        let close = open + 1 + name.len();
        if !name.is_empty() && name.trim() == name {
            return Some((text.get(..open)?, name, text.get(close + 1..)?));
        }
        at = close + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_backquotes_is_a_name() {
        for (said, shown) in [
            ("add `sent` here", "add [sent] here"),
            ("`sent` under `notice`", "[sent] under [notice]"),
            ("a ` b", "a ` b"),
            ("``two``", "``two``"),
            ("` a` `b`", "` a` [b]"),
            ("`b` and `", "[b] and `"),
            ("", ""),
        ] {
            let written = spans(said).map(|(is_name, text)| {
                if is_name {
                    format!("[{text}]")
                } else {
                    text.to_owned()
                }
            });
            assert_eq!(written.collect::<String>(), shown);
        }
    }
}
