//! Promises about who takes part: the forum, families who use a service, children and young people,
//! the wider group.

mod any_engagement;
pub(super) mod areas_covered;
pub(super) mod cyp_involved;
pub(super) mod cyp_supported;
pub(super) mod forum_involved;
pub(super) mod forum_promoted;
pub(super) mod joint_events;
pub(super) mod reach_recorded;
pub(super) mod service_parents;
pub(super) mod wider_input;
