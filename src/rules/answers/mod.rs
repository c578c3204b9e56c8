//! Promises about what comes back: feedback, answers to requests and complaints.

mod complaint_answered;
mod feedback;
mod feedback_given;
mod feedback_in_time;
mod feedback_reaches;
mod forum_feedback;
mod request_answered;
mod request_met;

pub(super) use complaint_answered::ComplaintAnswered;
pub(super) use feedback::ByKind;
pub(super) use feedback_given::FeedbackGiven;
pub(super) use feedback_in_time::FeedbackInTime;
pub(super) use feedback_reaches::FeedbackReaches;
pub(super) use forum_feedback::ForumFeedback;
pub(super) use request_answered::RequestAnswered;
pub(super) use request_met::RequestMet;
