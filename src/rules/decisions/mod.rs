//! Promises about decisions: asked at all, early enough, about what, and on which rung.

mod decision_involved;
mod early_involvement;
mod expectations_set;
mod involvement;
mod ladder_claim;
mod more_coproductive;
mod parameters_set;

pub(super) use decision_involved::DecisionInvolved;
pub(super) use early_involvement::EarlyInvolvement;
pub(super) use expectations_set::ExpectationsSet;
pub use involvement::{Involvement, Taken};
pub(super) use ladder_claim::LadderClaim;
pub(super) use more_coproductive::MoreCoproductive;
pub(super) use parameters_set::ParametersSet;
