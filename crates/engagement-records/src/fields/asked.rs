//! What readers ask for, kept while they read: the names of fields, and what may stand in each. It
//! comes from the readers themselves, so that what is published about a file is what is read.

use super::Fields;
use closed_words::Word;
use located::source::{Sources, Span};

/// What may stand in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// Words of any kind; a bare answer is none.
    Text,
    /// Words of any kind, answers among them.
    Name,
    /// A day, written 2026-03-01.
    Day,
    /// A day of sending, or a word that says that there was one, or none.
    Sent,
    /// A time of day, `24:00` among them.
    Time,
    /// A stretch between two times: 08:15-09:30.
    Window,
    /// Yes or no.
    Answer,
    /// A number of people, or a band.
    Count,
    /// A length of time with its unit.
    Duration,
    /// A number of months or years.
    Months,
    /// A number of minutes.
    Minutes,
    /// A whole number of at least so much.
    Number(u32),
    /// One of these words, in any capitals, with hyphens or blanks.
    Word(Vec<String>),
    /// One of these, letter by letter.
    Exactly(Vec<String>),
    /// One of these letter by letter, or a word that says that there is none.
    ExactlyOrNone(Vec<String>),
    /// One, or a list of several.
    List(Box<Asked>),
    /// A group of fields, for which a bare answer of this kind may stand.
    Group(AskedFields, Option<Box<Asked>>),
    /// One group of fields, or a list of several.
    Groups(AskedFields),
    /// The first, or the second.
    Either(Box<Asked>, Box<Asked>),
    /// A record, or a list of several.
    Records,
    /// Fields of a charter, of which none must be there.
    Charter,
}

impl Asked {
    /// One word of a list that the program knows.
    pub fn word<W: Word>() -> Asked {
        Asked::Word(W::all_words().map(str::to_owned).collect())
    }

    /// One of these names; any where none is known.
    pub fn one_of<W: AsRef<str>>(names: impl IntoIterator<Item = W>) -> Asked {
        let names: Vec<String> = names
            .into_iter()
            .map(|name| name.as_ref().to_owned())
            .collect();
        if names.is_empty() {
            Asked::Name
        } else {
            Asked::Word(names)
        }
    }

    /// One, or a list of several.
    #[must_use]
    pub fn or_several(self) -> Asked {
        Asked::List(Box::new(self))
    }
}

/// What a reader asks of one mapping.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AskedFields {
    /// The fields, in the order in which they are read.
    pub fields: Vec<AskedField>,
    /// What stands in every other field, where names are free.
    pub others: Option<Box<Asked>>,
}

/// One field that a reader asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedField {
    /// Its name.
    pub name: String,
    /// What may stand in it.
    pub asked: Asked,
    /// Whether it is a fault where it is missing.
    pub is_required: bool,
}

impl AskedFields {
    /// What a reader of mappings asks for. It is given a mapping without fields; what it finds wrong
    /// with that is nothing to anybody.
    pub fn of(read: impl FnOnce(&mut Fields<'_, '_>)) -> AskedFields {
        let nowhere = Span::new(Sources::default().next_id(), 0, 0);
        let mut unheard = Vec::new();
        let mut fields = Fields::new("", &[], nowhere, &mut unheard);
        fields.asked = Some(AskedFields::default());
        read(&mut fields);
        fields.asked.unwrap_or_default()
    }

    /// The field of this name.
    pub fn get(&self, name: &str) -> Option<&AskedField> {
        self.fields.iter().find(|field| field.name == name)
    }
}

impl Fields<'_, '_> {
    /// Keeps what is asked for, where somebody wants to know.
    pub(super) fn ask(&mut self, name: &str, asked: impl FnOnce() -> Asked) {
        if let Some(kept) = &mut self.asked
            && kept.get(name).is_none()
        {
            kept.fields.push(AskedField {
                name: name.to_owned(),
                asked: asked(),
                is_required: false,
            });
        }
    }

    /// Keeps what stands in every field that has a free name.
    pub(super) fn ask_others(&mut self, asked: impl FnOnce() -> Asked) {
        if let Some(kept) = &mut self.asked {
            kept.others = Some(Box::new(asked()));
        }
    }

    /// Says that it is a fault where a field is missing. The fault is the caller's.
    pub fn require(&mut self, name: &str) {
        let kept = self.asked.iter_mut().flat_map(|kept| &mut kept.fields);
        for field in kept.filter(|field| field.name == name) {
            field.is_required = true;
        }
    }
}
