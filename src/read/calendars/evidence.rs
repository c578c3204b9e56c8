//! `X-` properties as fields of a record: `X-CHARTER-NOTICE-SENT` is `notice.sent`.

use std::collections::BTreeMap;

use crate::read::item::Job;
use crate::record::view::{About, Schema, Type};
use closed_words::nearest;
use located::source::Span;

/// What properties that are meant for us begin with.
const OURS: &str = "X-CHARTER-";

/// Whether a property of this name could be a field of a record. Those of programs never are.
pub(super) fn may_be_one(name: &str) -> bool {
    name.starts_with("X-")
        && ![
            "X-MICROSOFT-",
            "X-WR-",
            "X-APPLE-",
            "X-GOOGLE-",
            "X-ALT-",
            "X-MOZ-",
            "X-LIC-",
        ]
        .iter()
        .any(|program| name.starts_with(program))
}

/// What a field may hold, as far as writing it down goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Words of any kind.
    Text,
    /// A day, a word of a closed list and so on.
    Plain,
    /// A number of children.
    Children,
    /// Several texts.
    Texts,
    /// Several words of closed lists.
    Several,
}

impl Shape {
    fn of(kind: &Type<'_>) -> Self {
        match kind {
            Type::Text | Type::Group(_) => Shape::Text,
            Type::YesNo | Type::Word(_) | Type::Date | Type::Time | Type::Number => Shape::Plain,
            Type::Children => Shape::Children,
            Type::List(inner) if matches!(inner.as_ref(), Type::Text) => Shape::Texts,
            Type::List(_) => Shape::Several,
        }
    }
}

/// A field by its name with dots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Known {
    pub(super) path: String,
    pub(super) shape: Shape,
}

/// Every field of an engagement by the way properties spell it.
#[derive(Debug, Default)]
pub(super) struct Names(BTreeMap<String, Known>);

/// What a property is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found<'n> {
    /// This field.
    Field(&'n Known),
    /// Meant for us, but no field.
    Unknown,
    /// Nothing of ours.
    Other,
}

impl Names {
    /// The fields that engagements have in the words of a charter.
    pub(super) fn new(job: &Job<'_>) -> Self {
        let schema = Schema::new(About::Engagement, *job.words, Span::new(job.id, 0, 0));
        let leaves = schema.leaves().into_iter().map(|(path, kind)| {
            let shape = Shape::of(kind);
            (spelled(&path), Known { path, shape })
        });
        Names(leaves.collect())
    }

    /// Every field.
    #[cfg(test)]
    pub(super) fn all(&self) -> impl Iterator<Item = &Known> {
        self.0.values()
    }

    /// What a property of this name is. Without `CHARTER` in it only names within groups are
    /// known: `X-NOTICE-SENT` can hardly be anything else, `X-CONTACT` and `X-STATUS` can.
    pub(super) fn find(&self, name: &str) -> Found<'_> {
        if let Some(ours) = name.strip_prefix(OURS) {
            let ours = spelled(ours);
            return self.0.get(&ours).map_or(Found::Unknown, Found::Field);
        }
        let plain = name.strip_prefix("X-").map(spelled);
        let known = plain.and_then(|plain| self.0.get(&plain));
        known
            .filter(|known| known.path.contains('.'))
            .map_or(Found::Other, Found::Field)
    }

    /// The property that one of ours which is no field was most likely meant to be.
    pub(super) fn nearest(&self, name: &str) -> Option<String> {
        let ours = spelled(name.strip_prefix(OURS)?);
        let near = nearest(&ours, self.0.keys().map(String::as_str))?;
        Some(format!("{OURS}{}", near.to_ascii_uppercase()))
    }
}

/// The spelling that dots, dashes and underscores share.
fn spelled(name: &str) -> String {
    name.to_ascii_lowercase().replace(['.', '_'], "-")
}
