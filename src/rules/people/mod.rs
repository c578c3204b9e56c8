//! Promises about who takes part: the forum, families who use a service, children and young people,
//! the wider group.

mod across;
mod areas_covered;
mod cyp_involved;
mod cyp_supported;
mod forum_involved;
mod forum_promoted;
mod joint_events;
mod reach_recorded;
mod service_parents;
mod wider_input;

pub(super) use areas_covered::AreasCovered;
pub(super) use cyp_involved::CypInvolved;
pub(super) use cyp_supported::CypSupported;
pub(super) use forum_involved::ForumInvolved;
pub(super) use forum_promoted::ForumPromoted;
pub(super) use joint_events::JointEvents;
pub(super) use reach_recorded::ReachRecorded;
pub(super) use service_parents::ServiceParents;
pub(super) use wider_input::WiderInput;
