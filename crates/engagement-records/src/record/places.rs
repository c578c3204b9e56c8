//! Fields for which a file has no place: what it would have to have, in words.

use super::RecordType;
use super::catalogue::{self, KnownField, known_fields};
use crate::fields::{KeptAs, NoPlace, Places};

/// The fields of a record that is kept in such a way.
pub(super) fn places(kind: RecordType, kept_as: KeptAs) -> Places {
    Places::new(catalogue::numbered(kind), u16::MAX, kept_as)
}

impl NoPlace {
    /// Every field in every kind of file that can be without a place for it, those that a charter
    /// declares as one.
    pub fn all() -> impl Iterator<Item = Self> {
        let fields = (0..known_fields().len()).filter_map(|field| u16::try_from(field).ok());
        fields.chain([u16::MAX]).flat_map(|field| {
            [KeptAs::Row, KeptAs::Column, KeptAs::Entry].map(|kept_as| NoPlace { field, kept_as })
        })
    }

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
            KeptAs::Row => format!("column `{}`", self.heading()),
            KeptAs::Column => format!("row `{}`", self.heading()),
            KeptAs::Entry => {
                let property = self.path().to_ascii_uppercase().replace(['.', '_'], "-");
                format!("property `X-CHARTER-{property}`")
            }
        }
    }

    /// What a column of it would be headed.
    pub fn heading(self) -> &'static str {
        self.known().map_or("Local", |known| &known.heading)
    }

    fn known(self) -> Option<&'static KnownField> {
        known_fields().get(usize::from(self.field))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::{Answer, Field};
    use crate::record::{Feedback, Venue};
    use located::source::{Sources, Span};

    fn place(path: &str, kept_as: KeptAs) -> NoPlace {
        let at = known_fields().iter().position(|known| known.path == path);
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
        for kept_as in [KeptAs::Row, KeptAs::Column, KeptAs::Entry] {
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
}
