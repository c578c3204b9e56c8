//! What a field says, and how those who judge see it.

use super::places::NoPlace;
use located::source::{Span, Spanned};
use plain_values::is_denial;

/// What a file says in one field.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Field<T> {
    /// The field is not there, and its file has a place for it: nobody wrote it.
    #[default]
    Absent,
    /// The field is not there, and its file has no place for it, so nobody could have written it.
    NoPlace(NoPlace),
    /// The field is there, but says nothing: it was left blank.
    Blank(Span),
    /// The field is there, and says that it is still to be settled: `TBC`. That is no silence.
    Open(Span),
    /// Something is there that could not be read, or that contradicts the rest of the record. A
    /// diagnostic says what; whoever judges has no evidence.
    Unreadable(Span),
    /// A value.
    Present(Spanned<T>),
}

/// A field as those who judge see it: its value, or the place where it is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer<'a, T> {
    /// The value and its place.
    Present(&'a T, Span),
    /// Nothing was said.
    Missing(Gap),
    /// Something was said that could not be read.
    Unreadable(Span),
}

/// Where an answer is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// Where it belongs: the blank field, or the record or group that it is missing from.
    pub at: Span,
    /// The field, where the file has no place for it: then its silence says nothing.
    pub no_place: Option<NoPlace>,
    /// It says that this is still to be settled, which is no silence either.
    pub is_open: bool,
}

impl Gap {
    /// A gap where somebody could have written something.
    pub fn at(at: Span) -> Self {
        Gap {
            at,
            no_place: None,
            is_open: false,
        }
    }

    /// A gap where it says that this is still to be settled.
    fn open(at: Span) -> Self {
        Gap {
            is_open: true,
            ..Gap::at(at)
        }
    }

    /// Whether somebody could have written something, and nobody did.
    pub fn is_silence(self) -> bool {
        self.no_place.is_none() && !self.is_open
    }

    /// The one gap to tell of several in which the same is missing: the first, or the first that is no
    /// silence, because that leaves everything open.
    pub fn first(gaps: impl IntoIterator<Item = Gap>) -> Option<Gap> {
        let mut first = None;
        for gap in gaps {
            if !gap.is_silence() {
                return Some(gap);
            }
            first = first.or(Some(gap));
        }
        first
    }
}

/// A group of fields.
pub trait Group: Sized + 'static {
    /// The group in a file that has a place for none of its fields. `place` is the group's.
    fn without_place(place: NoPlace) -> &'static Self;
}

impl<T> Field<T> {
    /// The value, if there is one.
    pub fn get(&self) -> Option<&T> {
        self.spanned().map(|said| &said.value)
    }

    /// The value with its place, if there is one.
    pub fn spanned(&self) -> Option<&Spanned<T>> {
        match self {
            Field::Present(said) => Some(said),
            Field::Absent
            | Field::NoPlace(_)
            | Field::Blank(_)
            | Field::Open(_)
            | Field::Unreadable(_) => None,
        }
    }

    /// The answer, where `parent` is the place at which an absent field belongs.
    pub fn answer(&self, parent: Span) -> Answer<'_, T> {
        match self {
            Field::Present(said) => Answer::Present(&said.value, said.span),
            Field::Absent => Answer::Missing(Gap::at(parent)),
            Field::NoPlace(place) => Answer::Missing(Gap {
                at: parent,
                no_place: Some(*place),
                is_open: false,
            }),
            Field::Blank(span) => Answer::Missing(Gap::at(*span)),
            Field::Open(span) => Answer::Missing(Gap::open(*span)),
            Field::Unreadable(span) => Answer::Unreadable(*span),
        }
    }

    /// Whether nothing was said, whatever place there was.
    pub fn is_missing(&self) -> bool {
        match self {
            Field::Absent | Field::NoPlace(_) | Field::Blank(_) | Field::Open(_) => true,
            Field::Unreadable(_) | Field::Present(_) => false,
        }
    }

    /// The field, where its file has no place for it.
    pub fn no_place(&self) -> Option<NoPlace> {
        match self {
            Field::NoPlace(place) => Some(*place),
            Field::Absent
            | Field::Blank(_)
            | Field::Open(_)
            | Field::Unreadable(_)
            | Field::Present(_) => None,
        }
    }

    /// The place of something that could not be read, if that is what is here.
    pub fn unreadable(&self) -> Option<Span> {
        match self {
            Field::Unreadable(span) => Some(*span),
            Field::Absent
            | Field::NoPlace(_)
            | Field::Blank(_)
            | Field::Open(_)
            | Field::Present(_) => None,
        }
    }

    /// Takes the value back because it contradicts another; the diagnostic is the caller's.
    pub fn retract(&mut self) {
        if let Field::Present(said) = self {
            *self = Field::Unreadable(said.span);
        }
    }
}

impl<T: Group> Field<Box<T>> {
    /// A field inside this group of fields, where `parent` is the place at which an absent group
    /// belongs.
    pub fn inner<'a, U>(
        &'a self,
        parent: Span,
        field: impl FnOnce(&'a T) -> &'a Field<U>,
    ) -> Answer<'a, U> {
        match self {
            Field::Present(said) => field(&said.value).answer(said.span),
            Field::Absent => Answer::Missing(Gap::at(parent)),
            Field::NoPlace(place) => field(T::without_place(*place)).answer(parent),
            Field::Blank(span) => Answer::Missing(Gap::at(*span)),
            Field::Open(span) => Answer::Missing(Gap::open(*span)),
            Field::Unreadable(span) => Answer::Unreadable(*span),
        }
    }
}

impl Field<String> {
    /// A reason or description that says something; `none` is not one.
    pub fn words(&self) -> Option<&Spanned<String>> {
        self.spanned().filter(|said| !is_denial(&said.value))
    }
}

impl<'a, T> Answer<'a, T> {
    /// The value, if there is one.
    pub fn get(self) -> Option<&'a T> {
        match self {
            Answer::Present(value, _) => Some(value),
            Answer::Missing(_) | Answer::Unreadable(_) => None,
        }
    }

    /// Where it is missing, or, where it is not, the place of what stands there.
    pub fn gap(self) -> Gap {
        match self {
            Answer::Missing(gap) => gap,
            Answer::Present(_, span) | Answer::Unreadable(span) => Gap::at(span),
        }
    }

    /// Where the value stands, or where it is missing.
    pub fn span(self) -> Span {
        match self {
            Answer::Present(_, span) | Answer::Unreadable(span) => span,
            Answer::Missing(gap) => gap.at,
        }
    }
}
