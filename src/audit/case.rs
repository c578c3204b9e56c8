//! One thing to judge, with what the engine must know of it besides what a rule sees.

use std::sync::Arc;

use super::finding::SubjectName;
use super::submitted::SubmittedExplanation;
use crate::rules::{Delay, Subject};
use engagement_records::record::Engagement;

/// A subject with its name, its records and the explanations that speak of it.
pub(super) struct Case<'a, 's> {
    pub(super) subject: Subject<'s>,
    pub(super) name: Arc<SubjectName<'a>>,
    /// The engagements that it is made of.
    pub(super) records: &'s [&'a Engagement],
    pub(super) explanations: Vec<SubmittedExplanation<'a>>,
    /// The delay of feedback that was validly explained.
    pub(super) delay: Option<Delay>,
}
