//! What a field can hold.

use closed_words::Word;

/// What a field of a record holds, as far as anybody who reads or writes one has to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holds {
    /// Words of any kind.
    Text,
    /// Several texts.
    Texts,
    /// One word of a closed list, or the name of a party.
    Word,
    /// Several of them.
    Words,
    /// A day.
    Day,
    /// A time of day; at the start of an engagement also its end.
    Time,
    /// Yes or no.
    Answer,
    /// A number of people.
    Count,
    /// A number of children and young people, of which small ones are never shown.
    Children,
    /// A whole number.
    Number,
    /// People who agreed: `forum: chair; council: head of SEND`.
    Agreed,
}

impl Holds {
    /// What stands in such a field, for somebody who fills it in. `words` are those that it may
    /// hold, where the program knows them.
    pub fn in_words(self, words: &[&str]) -> String {
        let listed = || {
            let listed: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
            listed.join(", ")
        };
        match self {
            Holds::Text => "text".to_owned(),
            Holds::Texts => "list of texts".to_owned(),
            Holds::Word if words.is_empty() => "a word from the charter".to_owned(),
            Holds::Word => format!("one of {}", listed()),
            Holds::Words if words.is_empty() => "list of words from the charter".to_owned(),
            Holds::Words => format!("list of {}", listed()),
            Holds::Day => "day".to_owned(),
            Holds::Time => "time of day".to_owned(),
            Holds::Answer => "`yes` or `no`".to_owned(),
            Holds::Count => "number of people, or a band: `10+`, `<5`, `5-9`".to_owned(),
            Holds::Children => {
                "number of people, or a band: `10+`, `<5`; small ones are never shown".to_owned()
            }
            Holds::Number => "whole number".to_owned(),
            Holds::Agreed => "list of parties with roles".to_owned(),
        }
    }

    /// Whether people can be named in it: it holds whatever somebody writes.
    pub fn may_name_people(self) -> bool {
        matches!(self, Holds::Text | Holds::Texts | Holds::Agreed)
    }
}

/// The types that a charter can give to fields of its own.
impl Word for Holds {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("yes-no", Holds::Answer),
        ("text", Holds::Text),
        ("date", Holds::Day),
        ("number", Holds::Number),
    ];
}
