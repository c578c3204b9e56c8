//! Promises that are settled by the day of an event: notice, purpose, papers, time, place, words.

pub(super) mod accessible_venue;
pub(super) mod jargon_avoided;
pub(super) mod notice;
pub(super) mod open_long_enough;
pub(super) mod papers;
pub(super) mod purpose_explained;
pub(super) mod school_times;
