//! Every field that records can have, by number: what a file without a place for it would have to
//! have, in words.

use std::sync::LazyLock;

use super::RecordType;
use super::declaration::{FieldSpec, number};
use crate::fields::{KeptAs, NoPlace, NumberedField, Places};

static FIELDS: LazyLock<Catalogue> = LazyLock::new(Catalogue::new);

/// All fields of all types of records.
struct Catalogue {
    by_type: Vec<(RecordType, Vec<NumberedField>)>,
    /// What is known of each, by its number.
    known: Vec<Known>,
}

/// What is known of one field.
struct Known {
    path: String,
    /// What a column of it would be headed.
    heading: String,
}

impl Catalogue {
    fn new() -> Self {
        let mut known = Vec::new();
        let mut next = 0;
        let mut by_type = Vec::new();
        for kind in RecordType::ALL {
            by_type.push((*kind, number(kind.fields(), &mut next)));
            for spec in kind.fields() {
                describe(spec, "", &mut known);
            }
        }
        Catalogue { by_type, known }
    }

    fn of_type(&self, kind: RecordType) -> &[NumberedField] {
        let mut all = self.by_type.iter();
        all.find(|(one, _)| *one == kind)
            .map_or(&[], |(_, fields)| fields.as_slice())
    }
}

/// Says what is known of a field and of those below it, in the order of their numbers.
fn describe(spec: &FieldSpec, above: &str, known: &mut Vec<Known>) {
    let path = format!("{above}{}", spec.name);
    let above = format!("{path}.");
    known.push(Known {
        heading: heading(spec, &path),
        path,
    });
    for below in spec.fields {
        describe(below, &above, known);
    }
}

/// The heading that a column of this field could have; for a group, of its first field.
fn heading(spec: &FieldSpec, path: &str) -> String {
    if let Some(first) = spec.fields.first() {
        return heading(first, &format!("{path}.{}", first.name));
    }
    // "Notice" and "Papers" alone are understood, but do not say that a day is asked for.
    let words = match spec.headings.first() {
        Some(heading) if spec.name != "sent" => (*heading).to_owned(),
        _ => path.replace(['.', '_'], " "),
    };
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    let capital: String = first.chain(letters).collect();
    capital.replace("Cyp", "CYP").replace(" cyp", " CYP")
}

/// The fields of a record that is kept in such a way.
pub(super) fn places(kind: RecordType, kept_as: KeptAs) -> Places {
    Places::new(FIELDS.of_type(kind), u16::MAX, kept_as)
}

/// The names that lead to every field and group of fields that a record can have.
pub fn field_paths() -> impl Iterator<Item = &'static str> + Clone {
    FIELDS.known.iter().map(|known| known.path.as_str())
}

impl NoPlace {
    /// Whether it is this field, or one of this group: `feedback.sent` is of `feedback`.
    pub fn is_of(self, path: &str) -> bool {
        let rest = self.path().strip_prefix(path);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    }

    /// The names that lead to the field, parted by dots: `notice.sent`.
    pub fn path(self) -> &'static str {
        self.known().map_or("local", |known| &known.path)
    }

    /// What the file would have to have: a column `Feedback sent`, a property
    /// `X-CHARTER-FEEDBACK-SENT`.
    pub fn wanted(self) -> String {
        match self.kept_as {
            KeptAs::Row => {
                let heading = self.known().map_or("Local", |known| &known.heading);
                format!("column `{heading}`")
            }
            KeptAs::Entry => {
                let property = self.path().to_ascii_uppercase().replace(['.', '_'], "-");
                format!("property `X-CHARTER-{property}`")
            }
        }
    }

    fn known(self) -> Option<&'static Known> {
        FIELDS.known.get(usize::from(self.field))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::{Answer, Field};
    use crate::record::{Feedback, Venue};
    use located::source::{Sources, Span};

    fn place(path: &str, kept_as: KeptAs) -> NoPlace {
        let at = FIELDS.known.iter().position(|known| known.path == path);
        NoPlace {
            field: u16::try_from(at.unwrap()).unwrap(),
            kept_as,
        }
    }

    #[test]
    fn what_a_file_would_have_to_have() {
        for (path, column, property) in [
            ("feedback.sent", "Feedback sent", "FEEDBACK-SENT"),
            ("notice.sent", "Notice sent", "NOTICE-SENT"),
            ("notice.purpose", "Purpose", "NOTICE-PURPOSE"),
            ("cyp.involved", "CYP involved", "CYP-INVOLVED"),
            ("papers", "Papers sent", "PAPERS"),
            (
                "venue.access.step_free",
                "Step free access",
                "VENUE-ACCESS-STEP-FREE",
            ),
        ] {
            assert_eq!(place(path, KeptAs::Row).path(), path);
            assert_eq!(
                place(path, KeptAs::Row).wanted(),
                format!("column `{column}`")
            );
            assert_eq!(
                place(path, KeptAs::Entry).wanted(),
                format!("property `X-CHARTER-{property}`")
            );
        }
    }

    /// A field asks its group's own instance which field it is, so that must be the group's only
    /// place.
    #[test]
    fn a_group_without_a_place_knows_its_fields() {
        let nowhere = Span::new(Sources::default().next_id(), 0, 0);
        for kept_as in [KeptAs::Row, KeptAs::Entry] {
            let feedback: Field<Box<Feedback>> = Field::NoPlace(place("feedback", kept_as));
            let Answer::Missing(gap) = feedback.inner(nowhere, |feedback| &feedback.to) else {
                panic!("it says nothing");
            };
            assert_eq!(gap.no_place, Some(place("feedback.to", kept_as)));
            let venue: Field<Box<Venue>> = Field::NoPlace(place("venue", kept_as));
            let Answer::Missing(gap) = venue.inner(nowhere, |venue| &venue.access) else {
                panic!("it says nothing");
            };
            assert_eq!(gap.no_place, Some(place("venue.access", kept_as)));
        }
    }

    #[test]
    fn fields_are_numbered_as_they_are_described() {
        let mut numbers = Vec::new();
        for (_, fields) in &FIELDS.by_type {
            add_numbers(fields, &mut numbers);
        }
        let known = u16::try_from(FIELDS.known.len()).unwrap();
        assert_eq!(numbers, (0..known).collect::<Vec<_>>());
        assert!(known < u16::MAX);
    }

    fn add_numbers(fields: &[NumberedField], numbers: &mut Vec<u16>) {
        for field in fields {
            numbers.push(field.number);
            add_numbers(&field.below, numbers);
        }
    }
}
