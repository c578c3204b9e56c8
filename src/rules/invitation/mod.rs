//! Promises that are settled by the day of an event: notice, purpose, papers, time, place, words.

mod accessible_venue;
mod notice;
mod open_long_enough;
mod papers;
mod plain_language;
mod purpose_explained;
mod school_times;

pub(super) use accessible_venue::AccessibleVenue;
pub(super) use notice::Notice;
pub(super) use open_long_enough::OpenLongEnough;
pub(super) use papers::Papers;
pub(super) use plain_language::JargonAvoided;
pub use plain_language::PlainLanguage;
pub(super) use purpose_explained::PurposeExplained;
pub use school_times::Avoid;
pub(super) use school_times::SchoolTimes;
