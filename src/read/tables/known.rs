//! The fields that a row of a table can have, by the type of record that it is, and what a cell of
//! each one holds.

use crate::record::view::{About, Schema, Type};
use crate::record::{ExplanationRecord, RecordType, SubjectKind, Vocabulary};
use located::source::Span;

/// One field of a record, as a column of a table can hold it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Known {
    /// The names that lead to it, parted by dots: `notice.sent`.
    pub(super) path: String,
    /// What its cells hold.
    pub(super) holds: Holds,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Holds {
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

/// Every field of one type of record, in the order of files. `place` stands for a record that is
/// not there.
pub(super) fn fields(kind: RecordType, words: &Vocabulary<'_>, place: Span) -> Vec<Known> {
    let about = match kind {
        RecordType::Engagement => About::Engagement,
        RecordType::Decision => About::Decision,
        RecordType::Request => About::Request,
        RecordType::Contact => About::Contact,
        RecordType::Conduct => About::Conduct,
        RecordType::Explanation => return explanation(),
    };
    let schema = Schema::new(about, *words, place);
    let mut all = vec![Known {
        path: "record".to_owned(),
        holds: Holds::Word,
    }];
    let leaves = schema.leaves().into_iter().map(|(path, kind)| Known {
        holds: holds(&path, kind),
        path,
    });
    all.extend(leaves);
    all
}

fn holds(path: &str, kind: &Type<'_>) -> Holds {
    match kind {
        Type::YesNo => Holds::Answer,
        Type::Text | Type::Group(_) => Holds::Text,
        Type::Word(_) => Holds::Word,
        Type::Date => Holds::Day,
        Type::Time => Holds::Time,
        Type::Number if path.starts_with("local.") => Holds::Number,
        Type::Number => Holds::Count,
        Type::Children => Holds::Children,
        Type::List(inner) => match inner.as_ref() {
            Type::Word(_) => Holds::Words,
            Type::YesNo
            | Type::Text
            | Type::Date
            | Type::Time
            | Type::Number
            | Type::Children
            | Type::List(_)
            | Type::Group(_) => Holds::Texts,
        },
    }
}

/// An explanation has no schema: nobody writes conditions about it.
fn explanation() -> Vec<Known> {
    let names = ["record", "id"]
        .into_iter()
        .chain(ExplanationRecord::SUBJECTS.map(SubjectKind::word))
        .chain(ExplanationRecord::FIELDS);
    names
        .map(|path| Known {
            path: path.to_owned(),
            holds: match path {
                "record" | "reason" => Holds::Word,
                "agreed_by" => Holds::Agreed,
                "agreed_on" | "until" => Holds::Day,
                _ => Holds::Text,
            },
        })
        .collect()
}
