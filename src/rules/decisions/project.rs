//! The project of a decision.

use crate::rules::{DecisionCase, NoEvidence, said};

/// The project of a decision, without which nobody can say what was done towards it.
pub(super) fn project<'a>(case: &DecisionCase<'a>) -> Result<&'a str, NoEvidence> {
    said(
        case.decision.project.answer(case.decision.span),
        "the decision names no project, so nobody can say what was done towards it",
        "`project` is missing here",
    )
    .map(|(project, _)| project.as_str())
    .map_err(|gap| gap.remedy("Give the decision [project|the `project` that its engagements have, too|the project that its \
             engagements have, @]."))
}
