//! What a field says, and how those who judge see it.

use located::source::{Span, Spanned};
use plain_values::is_denial;

/// What a file says in one field.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Field<T> {
    /// The field is not there.
    #[default]
    Absent,
    /// The field is there, but says nothing: left blank, or `TBC`.
    Blank(Span),
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
    /// Nothing was said; the place is where it belongs.
    Missing(Span),
    /// Something was said that could not be read.
    Unreadable(Span),
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
            Field::Absent | Field::Blank(_) | Field::Unreadable(_) => None,
        }
    }

    /// The answer, where `parent` is the place at which an absent field belongs.
    pub fn answer(&self, parent: Span) -> Answer<'_, T> {
        match self {
            Field::Present(said) => Answer::Present(&said.value, said.span),
            Field::Absent => Answer::Missing(parent),
            Field::Blank(span) => Answer::Missing(*span),
            Field::Unreadable(span) => Answer::Unreadable(*span),
        }
    }

    /// A field inside this group of fields, where `parent` is the place at which an absent group
    /// belongs.
    pub fn inner<'a, U>(
        &'a self,
        parent: Span,
        field: impl FnOnce(&'a T) -> &'a Field<U>,
    ) -> Answer<'a, U> {
        match self.answer(parent) {
            Answer::Present(group, span) => field(group).answer(span),
            Answer::Missing(span) => Answer::Missing(span),
            Answer::Unreadable(span) => Answer::Unreadable(span),
        }
    }

    /// The place of something that could not be read, if that is what is here.
    pub fn unreadable(&self) -> Option<Span> {
        match self {
            Field::Unreadable(span) => Some(*span),
            Field::Absent | Field::Blank(_) | Field::Present(_) => None,
        }
    }

    /// Takes the value back because it contradicts another; the diagnostic is the caller's.
    pub fn retract(&mut self) {
        if let Field::Present(said) = self {
            *self = Field::Unreadable(said.span);
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

    /// Where the value stands, or where it is missing.
    pub fn span(self) -> Span {
        match self {
            Answer::Present(_, span) | Answer::Missing(span) | Answer::Unreadable(span) => span,
        }
    }
}
