//! Promises about decisions: asked at all, early enough, about what, and on which rung.

pub(super) mod decision_involved;
pub(super) mod early_involvement;
pub(super) mod expectations_set;
pub(super) mod ladder_claim;
pub(super) mod more_coproductive;
pub(super) mod parameters_set;
mod project;
