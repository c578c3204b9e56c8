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
