//! Promises about what comes back: feedback, answers to requests and complaints.

pub(super) mod complaint_answered;
mod feedback;
pub(super) mod feedback_given;
pub(super) mod feedback_in_time;
pub(super) mod feedback_reaches;
pub(super) mod forum_feedback;
pub(super) mod request_answered;
pub(super) mod request_met;
