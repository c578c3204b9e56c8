//! The one declaration of each field of a record: its name, what it holds, what it means, the
//! headings under which tables have it and an example.
//!
//! [`fields!`] makes of it the struct, the reader, the list of fields for conditions and the
//! table of descriptions ([`FieldSpec`]) from which headings, properties of calendars, the order
//! of converted files and the page of fields are taken. What a field holds is one of the types in
//! [`super::field_types`].

use super::holds::Holds;
use super::import_settings::ImportSettings;
use super::joining::Joining;
use super::listing::Listing;
use super::party::Parties;
use super::vocabulary::Vocabulary;
use crate::fields::{Fields, NoPlace, NumberedField, Places};
use located::source::{Sources, Span};

/// One field as it is declared.
#[derive(Debug, Clone, Copy)]
pub struct FieldSpec {
    /// Its name, as files spell it.
    pub name: &'static str,
    /// What it means, in a sentence or two.
    pub meaning: &'static str,
    /// What it holds; nothing for a group, and for what stands in no table.
    pub holds: Option<Holds>,
    /// The words that it may hold, where the program knows them.
    pub words: fn() -> Vec<&'static str>,
    /// The fields below it.
    pub fields: &'static [FieldSpec],
    /// The fields of what stands in it, where that stands in no table.
    pub inside: &'static [FieldSpec],
    /// What people write above a column of it, beside its name; see [`crate::read`].
    pub headings: &'static [&'static str],
    /// What may stand there, as files spell it.
    pub example: &'static str,
}

impl FieldSpec {
    /// A field of this type.
    pub(super) const fn of<T: FieldType>(
        name: &'static str,
        meaning: &'static str,
        headings: &'static [&'static str],
        example: &'static str,
    ) -> Self {
        FieldSpec {
            name,
            meaning,
            holds: T::HOLDS,
            words: T::words,
            fields: T::FIELDS,
            inside: T::INSIDE,
            headings,
            example,
        }
    }
}

/// What a record is read with.
#[derive(Debug, Clone, Copy)]
pub struct ReadWith<'a> {
    /// The words that the charter lends.
    pub words: &'a Vocabulary<'a>,
    /// The name of the file without its ending: the id where none is given.
    pub stem: &'a str,
    /// What tells the records of one file apart, where it has several.
    pub mark: Option<&'a str>,
}

/// What a field is declared to hold: how it is read, what two files say of it together, and what
/// conditions see of it.
pub trait FieldType {
    /// What a record keeps.
    type Kept;
    /// What it holds, where it is no group of fields.
    const HOLDS: Option<Holds> = None;
    /// The fields below it.
    const FIELDS: &'static [FieldSpec] = &[];
    /// The fields of what stands in it, where that stands in no table.
    const INSIDE: &'static [FieldSpec] = &[];

    /// The words that it may hold, where the program knows them.
    fn words() -> Vec<&'static str> {
        Vec::new()
    }

    /// Reads the field of this name.
    fn read(f: &mut Fields<'_, '_>, name: &'static str, with: &ReadWith<'_>) -> Self::Kept;

    /// What two files say together that tell of the same.
    fn join(
        one: Self::Kept,
        other: Self::Kept,
        name: &'static str,
        with: &mut Joining,
    ) -> Self::Kept;

    /// Lists the field for conditions; nothing is kept where only names and types are wanted.
    fn list<'a>(list: &mut Listing<'a, '_>, name: &'static str, kept: Option<&'a Self::Kept>);
}

/// What a record keeps of a field of this type.
pub(super) type Kept<T> = <T as FieldType>::Kept;

/// A record, or a group of fields within one, that [`fields!`] declares.
pub trait Declared: Sized {
    /// What errors call it: `an engagement`, `` `notice` ``.
    const WHAT: &'static str;
    /// Its fields, in the order of files.
    const FIELDS: &'static [FieldSpec];

    /// Reads it from its fields.
    fn read(f: &mut Fields<'_, '_>, with: &ReadWith<'_>) -> Self;

    /// Its fields together with those of another that tells of the same in another file.
    #[must_use]
    fn join(self, other: Self, with: &mut Joining) -> Self;

    /// Lists its fields for conditions.
    fn list<'a>(list: &mut Listing<'a, '_>, declared: Option<&'a Self>);

    /// What a bare `yes`, `no` or `none` in place of the fields says, where it says something.
    fn of_answer(_text: &str, _span: Span) -> Option<Self> {
        None
    }
}

/// Numbers fields and those below them, from the next number on.
pub(super) fn number(
    specs: impl IntoIterator<Item = &'static FieldSpec>,
    next: &mut u16,
) -> Vec<NumberedField> {
    let mut numbered = Vec::new();
    for spec in specs {
        let number = *next;
        *next = next.saturating_add(1);
        numbered.push(NumberedField {
            name: spec.name,
            number,
            below: self::number(spec.fields, next),
        });
    }
    numbered
}

/// A group of fields in a file that has a place for none of them. What it knows of its fields is
/// kept for good, so it is asked for once for each group.
pub(super) fn without<T: Declared>(place: NoPlace) -> T {
    let below = number(T::FIELDS, &mut place.field.saturating_add(1)).leak();
    let nowhere = Span::new(Sources::default().next_id(), 0, 0);
    let mut unheard = Vec::new();
    let mut fields = Fields::new(T::WHAT, &[], nowhere, &mut unheard)
        .with_places(Some(Places::new(below, place.field, place.kept_as)));
    let words = Vocabulary {
        parties: &Parties::default(),
        schools: &[],
        ladder: &[],
        local: &[],
        imports: &ImportSettings::default(),
    };
    let with = ReadWith {
        words: &words,
        stem: "",
        mark: None,
    };
    T::read(&mut fields, &with)
}

/// Declares a record or a group of fields:
///
/// ```text
/// fields! {
///     /// How people were told.
///     pub group Notice = "`notice`", answered by sent {
///         /// The day of the first notice.
///         sent: SentDay, ["invites sent", "date of notice"], "2026-01-19";
///         /// What it was for.
///         purpose as "for": Text, [], "How transport to clubs should work.";
///     }
/// }
/// ```
///
/// The text behind `=` is what errors call it. Each field has its meaning as its comment, its
/// name, what it holds, the headings of columns and an example; a name that Rust does not allow
/// stands behind `as`. Groups, which stand in no one column, have neither headings nor example.
/// `answered by` names the field that a bare `no` in place of the group is about. A `record` keeps
/// the place where it begins besides, and `joined as` what each of several files says that tell of
/// it; a `group` can be empty.
macro_rules! fields {
    ($(#[doc = $about:literal])+
    $vis:vis record $name:ident = $what:literal $(, joined as $joined:ident)? { $($fields:tt)+ }) => {
        fields! { @struct [$(#[doc = $about])+ #[derive(Debug, Clone)]] [span $($joined)?] $vis $name { $($fields)+ } }
        fields! { @declared [span $($joined)?] [] $name $what { $($fields)+ } }
    };
    ($(#[doc = $about:literal])+
    $vis:vis group $name:ident = $what:literal $(, answered by $answer:ident)? { $($fields:tt)+ }) => {
        fields! { @struct [$(#[doc = $about])+ #[derive(Debug, Clone, Default)]] [] $vis $name { $($fields)+ } }
        fields! { @declared [] [$($answer)?] $name $what { $($fields)+ } }

        impl $crate::fields::Group for $name {
            fn without_place(place: $crate::fields::NoPlace) -> &'static Self {
                static ROW: std::sync::OnceLock<$name> = std::sync::OnceLock::new();
                static COLUMN: std::sync::OnceLock<$name> = std::sync::OnceLock::new();
                static ENTRY: std::sync::OnceLock<$name> = std::sync::OnceLock::new();
                let group = match place.kept_as {
                    $crate::fields::KeptAs::Row => &ROW,
                    $crate::fields::KeptAs::Column => &COLUMN,
                    $crate::fields::KeptAs::Entry => &ENTRY,
                };
                group.get_or_init(|| $crate::record::declaration::without(place))
            }
        }
    };
    (@struct [$($about:tt)+] [$($place:ident $($joined:ident)?)?] $vis:vis $name:ident {
        $($(#[doc = $meaning:literal])+
        $field:ident $(as $spelled:literal)?: $holds:ty
        $(, [$($heading:literal),* $(,)?], $example:literal)?;)+
    }) => {
        $($about)+
        $vis struct $name {
            $(
                /// Where it begins: the place of whatever is missing in it.
                pub $place: located::source::Span,
                $(
                    /// Each of several files that tell of it, in their order; nothing where it is
                    /// one.
                    pub $joined: Vec<$crate::record::joining::JoinedFrom>,
                )?
            )?
            $($(#[doc = $meaning])+ pub $field: $crate::record::declaration::Kept<$holds>,)+
        }
    };
    (@declared [$($place:ident $($joined:ident)?)?] [$($answer:ident)?] $name:ident $what:literal {
        $($(#[doc = $meaning:literal])+
        $field:ident $(as $spelled:literal)?: $holds:ty
        $(, [$($heading:literal),* $(,)?], $example:literal)?;)+
    }) => {
        impl $crate::record::declaration::Declared for $name {
            const WHAT: &'static str = $what;
            const FIELDS: &'static [$crate::record::declaration::FieldSpec] = &[
                $($crate::record::declaration::FieldSpec::of::<$holds>(
                    fields!(@name $field $($spelled)?),
                    concat!($($meaning),+),
                    &[$($($heading),*)?],
                    concat!($($example)?),
                )),+
            ];

            fn read(
                f: &mut $crate::fields::Fields<'_, '_>,
                with: &$crate::record::declaration::ReadWith<'_>,
            ) -> Self {
                $name {
                    $($place: f.place(), $($joined: Vec::new(),)?)?
                    $($field: <$holds as $crate::record::declaration::FieldType>::read(
                        f,
                        fields!(@name $field $($spelled)?),
                        with,
                    ),)+
                }
            }

            fn join(self, other: Self, with: &mut $crate::record::joining::Joining) -> Self {
                $name {
                    $($place: self.$place, $($joined: self.$joined,)?)?
                    $($field: <$holds as $crate::record::declaration::FieldType>::join(
                        self.$field,
                        other.$field,
                        fields!(@name $field $($spelled)?),
                        with,
                    ),)+
                }
            }

            fn list<'a>(
                list: &mut $crate::record::listing::Listing<'a, '_>,
                declared: Option<&'a Self>,
            ) {
                $(<$holds as $crate::record::declaration::FieldType>::list(
                    list,
                    fields!(@name $field $($spelled)?),
                    declared.map(|declared| &declared.$field),
                );)+
            }

            $(fn of_answer(text: &str, span: located::source::Span) -> Option<Self> {
                let mut group = Self::default();
                $crate::record::values::Answered::answer(&mut group.$answer, text, span)
                    .then_some(group)
            })?
        }
    };
    (@name $field:ident) => {
        stringify!($field)
    };
    (@name $field:ident $spelled:literal) => {
        $spelled
    };
}
pub(super) use fields;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::Field;
    use crate::record::field_types::{SentDay, Text};
    use crate::record::{ImportSettings, Parties, Sent};
    use identifiers::redact::Redactor;
    use located::source::Sources;
    use located::tree::{Entry, Node, ScalarKind};

    fields! {
        /// How people were told.
        group Told = "`told`", answered by sent {
            /// The day on which
            /// they were told.
            sent: SentDay, ["invites sent", "told on"], "2026-01-19";
            /// What it was for.
            purpose as "for": Text, [], "transport";
        }
    }

    fn told(entries: &[(&'static str, &'static str)]) -> (Told, Vec<String>) {
        let place = Span::new(Sources::default().next_id(), 0, 0);
        let entries: Vec<_> = entries
            .iter()
            .map(|(key, text)| Entry {
                key: (*key).into(),
                key_span: place,
                value: Node::scalar(*text, ScalarKind::Plain, place),
            })
            .collect();
        let words = Vocabulary {
            parties: &Parties::default(),
            schools: &[],
            ladder: &[],
            local: &[],
            imports: &ImportSettings::default(),
        };
        let with = ReadWith {
            words: &words,
            stem: "file",
            mark: None,
        };
        let mut faults = Vec::new();
        let mut f = Fields::new(Told::WHAT, &entries, place, &mut faults);
        let told = Told::read(&mut f, &with);
        f.finish();
        (
            told,
            faults
                .into_iter()
                .map(|fault| Redactor::default().redact(&fault.message).to_string())
                .collect(),
        )
    }

    #[test]
    fn a_declaration_is_a_struct_and_its_reader() {
        let (read, faults) = told(&[("sent", "2026-01-19"), ("for", "transport")]);
        let day = "2026-01-19".parse().unwrap();
        assert_eq!(read.sent.get(), Some(&Sent::On(day)));
        assert_eq!(read.purpose.get().map(String::as_str), Some("transport"));
        assert_eq!(faults, Vec::<String>::new());
        let (read, faults) = told(&[("purpose", "transport")]);
        assert_eq!(read.purpose, Field::Absent);
        assert_eq!(faults, ["`purpose` is not a field of `told`"]);
    }

    #[test]
    fn a_declaration_describes_its_fields() {
        let [sent, purpose] = Told::FIELDS else {
            panic!("{:?}", Told::FIELDS)
        };
        assert_eq!((sent.name, purpose.name), ("sent", "for"));
        assert_eq!(sent.meaning, " The day on which they were told.");
        assert_eq!(sent.headings, ["invites sent", "told on"]);
        assert_eq!(sent.example, "2026-01-19");
        assert_eq!(sent.holds, Some(Holds::Day));
        assert!(purpose.holds.is_some_and(Holds::may_name_people));
    }

    #[test]
    fn a_bare_answer_stands_for_the_field_that_is_named() {
        let place = Span::new(Sources::default().next_id(), 0, 0);
        let told = Told::of_answer("none", place).unwrap();
        assert_eq!(told.sent.get(), Some(&Sent::Never));
        assert!(Told::of_answer("perhaps", place).is_none());
    }
}
