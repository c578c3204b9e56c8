//! What the page of a rule says of its parameters.

use serde_json::Value;

use crate::rules::RulePage;

/// What a page says of one of its parameters: what stands behind its name in the list under
/// "Parameters".
pub(super) fn meaning(page: &RulePage, parameter: &str) -> Option<String> {
    let text = page.text();
    let (_, rest) = text.split_once("\n## Parameters\n")?;
    let section = rest.split("\n## ").next()?;
    for item in section.split("\n- ").skip(1) {
        let item = item.split("\n\n").next().unwrap_or(item);
        let (names, meaning) = item.split_once(": ")?;
        if names
            .split(", ")
            .any(|name| name.trim_matches('`') == parameter)
        {
            return Some(on_one_line(meaning));
        }
    }
    None
}

/// What the rule asks, in the first paragraph of its page.
pub(super) fn about(page: &RulePage) -> String {
    let text = page.text();
    on_one_line(text.split("\n\n").next().unwrap_or_default())
}

/// What a meaning gives as an example of a value: `such as` it, or the value that holds `unless given`.
pub(super) fn example(meaning: &str) -> Option<Value> {
    let such_as = meaning.split_once("such as `").map(|(_, rest)| rest);
    let unless = meaning
        .split_once("` unless given")
        .map(|(before, _)| before);
    let unless = unless.and_then(|before| before.rsplit_once('`'));
    let given = such_as.and_then(|rest| rest.split_once('`'));
    super::example(
        given
            .map(|(value, _)| value)
            .or(unless.map(|(_, value)| value))?,
    )
}

fn on_one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let text = words.join(" ");
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}
