//! Which abbreviations count as jargon, and whether a text writes them out.

/// Which abbreviations count as jargon.
#[derive(Debug, Clone, Default)]
pub struct PlainLanguage {
    /// To be written out at first use.
    pub expand: Vec<String>,
    /// Known to everybody.
    pub allow: Vec<String>,
}

impl PlainLanguage {
    /// The listed abbreviations that a text uses without writing them out at first use, each once,
    /// in the order of the text.
    pub fn unexpanded<'t>(&self, text: &'t str) -> Vec<&'t str> {
        let mut met: Vec<&str> = Vec::new();
        let mut found = Vec::new();
        for (at, word) in words_of(text) {
            let bare = singular(word);
            let is_jargon = self.expand.iter().any(|known| known == bare)
                && !self.allow.iter().any(|known| known == bare);
            if !is_jargon || met.contains(&bare) {
                continue;
            }
            met.push(bare);
            let before = text.get(..at).unwrap_or("");
            let after = text.get(at + word.len()..).unwrap_or("");
            if !written_out_after(bare, after) && !written_out_before(bare, before, after) {
                found.push(bare);
            }
        }
        found
    }
}

/// The words of a text with the byte where each begins: runs of letters and digits.
fn words_of(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split(|character: char| !character.is_alphanumeric())
        .map(move |word| {
            let start = at;
            // Whatever parted the words is one character, of one byte or more.
            let end = start + word.len();
            at = end
                + text
                    .get(end..)
                    .and_then(|rest| rest.chars().next())
                    .map_or(0, char::len_utf8);
            (start, word)
        })
        .filter(|(_, word)| !word.is_empty())
}

/// `EHCPs` is `EHCP`.
fn singular(word: &str) -> &str {
    match word.strip_suffix('s') {
        Some(bare) if bare.len() > 1 && bare.chars().all(|letter| !letter.is_lowercase()) => bare,
        _ => word,
    }
}

/// `EHCP (education, health and care plan)`.
fn written_out_after(word: &str, after: &str) -> bool {
    let rest = after.strip_prefix('s').unwrap_or(after).trim_start();
    rest.strip_prefix('(')
        .and_then(|rest| rest.split_once(')'))
        .is_some_and(|(inside, _)| spells(word, inside))
}

/// `education, health and care plan (EHCP)`.
fn written_out_before(word: &str, before: &str, after: &str) -> bool {
    let Some(before) = before.trim_end().strip_suffix('(') else {
        return false;
    };
    if !after
        .trim_start_matches('s')
        .trim_start()
        .starts_with([')', ',', ';'])
    {
        return false;
    }
    let words: Vec<&str> = words_of(before).map(|(_, word)| word).collect();
    // The words may begin at any of the last ones; small words such as "and" take no letter.
    let most = word.chars().count() * 2 + 2;
    (2..=most.min(words.len())).any(|count| {
        let from = words.len() - count;
        spells(word, &words.get(from..).unwrap_or(&[]).join(" "))
    })
}

/// Whether the letters of an abbreviation are found in a phrase in order, beginning with the first
/// letter of its first word.
fn spells(word: &str, phrase: &str) -> bool {
    let words: Vec<&str> = words_of(phrase).map(|(_, word)| word).collect();
    if words.len() < 2 {
        return false;
    }
    let mut letters = word.chars().flat_map(char::to_lowercase).peekable();
    let begins = words
        .first()
        .and_then(|first| first.chars().flat_map(char::to_lowercase).next());
    if begins.is_none() || begins != letters.peek().copied() {
        return false;
    }
    for letter in words
        .iter()
        .flat_map(|word| word.chars())
        .flat_map(char::to_lowercase)
    {
        letters.next_if_eq(&letter);
    }
    letters.peek().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_count_at_their_first_use_only() {
        let list = PlainLanguage {
            expand: ["CYP", "EHCP", "SENCO", "SEND", "ICB", "DfE"]
                .map(str::to_owned)
                .into(),
            allow: vec!["SEND".to_owned()],
        };
        for (text, expected) in [
            (
                "The EHCP (Education, Health and Care plan) and the EHCP",
                vec![],
            ),
            (
                "Education, Health and Care plans (EHCPs) are due. EHCPs!",
                vec![],
            ),
            (
                "The EHCP, later EHCP (education, health and care plan)",
                vec!["EHCP"],
            ),
            ("EHCPs for CYP", vec!["EHCP", "CYP"]),
            ("special educational needs co-ordinator (SENCO)", vec![]),
            ("SENCO (special educational needs co-ordinator)", vec![]),
            ("ICB (see below)", vec!["ICB"]),
            ("the board (ICB)", vec!["ICB"]),
            ("the integrated care board (ICB)", vec![]),
            ("SEND for all", vec![]),
            ("Department for Education (DfE)", vec![]),
            ("cyp in lower case is a slip, not jargon", vec![]),
            ("CYP's views", vec!["CYP"]),
            ("children and young people (CYP, up to 25)", vec![]),
            ("", vec![]),
            ("é CYP é", vec!["CYP"]),
        ] {
            assert_eq!(list.unexpanded(text), expected, "{text}");
        }
    }
}
