//! What two files say together that tell of the same: what one leaves out the other says, and where
//! they contradict each other neither counts.

use super::id::Id;
use crate::fields::Field;
use located::diagnostic::Diagnostic;
use located::source::{Span, Spanned};

/// What one of several files says of a meeting and the record of all of them keeps no more.
#[derive(Debug, Clone)]
pub struct JoinedFrom {
    /// Its id there.
    pub id: Id,
    /// Where it begins there.
    pub span: Span,
    /// Where the name of its venue stands.
    pub venue: Option<Span>,
    /// Where its contact stands.
    pub contact: Option<Span>,
    /// What was written for people about it.
    pub minutes: Option<Spanned<String>>,
}

/// Two records, or two groups of fields, that are being put together.
#[derive(Debug)]
pub struct Joining {
    /// Where what is absent from the first belongs.
    one: Span,
    /// Where what is absent from the other belongs.
    other: Span,
    /// Whether one of them says something that was not understood, which may be what it has no place
    /// for.
    says_more: bool,
    /// The names of the groups that lead here.
    path: Vec<&'static str>,
    contradictions: Vec<Diagnostic>,
}

/// Puts two groups of fields together.
type Join<T> = fn(T, T, &mut Joining) -> T;

impl Joining {
    /// Starts on two records that begin at these places, and whether one of them says something that
    /// was not understood.
    pub(super) fn new(one: Span, other: Span, says_more: bool) -> Self {
        Joining {
            one,
            other,
            says_more,
            path: Vec::new(),
            contradictions: Vec::new(),
        }
    }

    /// A remark for every field in which the two contradict each other.
    pub(super) fn contradictions(self) -> Vec<Diagnostic> {
        self.contradictions
    }

    /// A field of both. `both` gives what two values say together, or nothing where they contradict
    /// each other. Where one file has a place for what nobody wrote, it was left out there, unless the
    /// other, which has none, says something that was not understood.
    pub(super) fn field<T>(
        &mut self,
        one: Field<T>,
        other: Field<T>,
        name: &str,
        both: impl FnOnce(&mut Self, Spanned<T>, Spanned<T>) -> Option<Spanned<T>>,
    ) -> Field<T> {
        match (one, other) {
            // Nobody knows whether what cannot be read contradicts what can.
            (Field::Unreadable(place), _) | (_, Field::Unreadable(place)) => {
                Field::Unreadable(place)
            }
            (Field::Present(one), Field::Present(other)) => {
                let (first, second) = (one.span, other.span);
                if let Some(said) = both(self, one, other) {
                    Field::Present(said)
                } else {
                    self.contradiction(name, first, second);
                    Field::Unreadable(first)
                }
            }
            (Field::Present(said), _) | (_, Field::Present(said)) => Field::Present(said),
            (Field::Open(place), _) | (_, Field::Open(place)) => Field::Open(place),
            (Field::Blank(place), _) | (_, Field::Blank(place)) => Field::Blank(place),
            (Field::NoPlace(place), Field::Absent) | (Field::Absent, Field::NoPlace(place))
                if self.says_more =>
            {
                Field::NoPlace(place)
            }
            (Field::Absent, Field::Absent | Field::NoPlace(_)) => Field::Absent,
            (Field::NoPlace(_), Field::Absent) => Field::Blank(self.other),
            (Field::NoPlace(place), Field::NoPlace(_)) => Field::NoPlace(place),
        }
    }

    /// A group of fields of both. A group that is not there at all has a place for each of its fields
    /// where the file has one for the group.
    pub(super) fn group<T: Default>(
        &mut self,
        one: Field<Box<T>>,
        other: Field<Box<T>>,
        name: &'static str,
        join: Join<T>,
    ) -> Field<Box<T>> {
        let missing_at = |field: &Field<Box<T>>, parent: Span| match field {
            Field::Absent => Some(parent),
            Field::Blank(place) | Field::Open(place) => Some(*place),
            Field::NoPlace(_) | Field::Unreadable(_) | Field::Present(_) => None,
        };
        let (one_at, other_at) = (missing_at(&one, self.one), missing_at(&other, self.other));
        match (one, other_at, other, one_at) {
            (Field::Present(said), Some(place), _, _)
            | (_, _, Field::Present(said), Some(place)) => {
                let places = (said.span, place);
                let value = self.below(name, places, (*said.value, T::default()), join);
                Field::Present(Spanned {
                    value: Box::new(value),
                    span: said.span,
                })
            }
            (one, _, other, _) => self.field(one, other, name, |with, one, other| {
                let places = (one.span, other.span);
                let value = with.below(name, places, (*one.value, *other.value), join);
                Some(Spanned {
                    value: Box::new(value),
                    span: one.span,
                })
            }),
        }
    }

    /// Lists of groups of fields, which must be as many in both.
    pub(super) fn groups<T>(
        &mut self,
        one: Field<Vec<Spanned<T>>>,
        other: Field<Vec<Spanned<T>>>,
        name: &'static str,
        join: Join<T>,
    ) -> Field<Vec<Spanned<T>>> {
        self.field(one, other, name, |with, one, other| {
            if one.value.len() != other.value.len() {
                return None;
            }
            let pairs = one.value.into_iter().zip(other.value);
            let joined = pairs.map(|(one, other)| Spanned {
                value: with.below(name, (one.span, other.span), (one.value, other.value), join),
                span: one.span,
            });
            Some(Spanned {
                value: joined.collect(),
                span: one.span,
            })
        })
    }

    fn below<T>(
        &mut self,
        name: &'static str,
        (one_at, other_at): (Span, Span),
        (one, other): (T, T),
        join: Join<T>,
    ) -> T {
        let above = (self.one, self.other);
        (self.one, self.other) = (one_at, other_at);
        self.path.push(name);
        let joined = join(one, other, self);
        self.path.pop();
        (self.one, self.other) = above;
        joined
    }

    fn contradiction(&mut self, name: &str, one: Span, other: Span) {
        let above = self.path.iter().map(|group| format!("{group}."));
        let path: String = above.chain([name.to_owned()]).collect();
        let message = format!("two files contradict each other about one meeting: `{path}`");
        self.contradictions.push(
            Diagnostic::error("files-disagree", one, message)
                .warning()
                .saying("says this")
                .and(other, "and says something else")
                .help(
                    "correct one of them; until they agree, neither counts. If they are two \
                     meetings, give each a title of its own",
                ),
        );
    }
}
