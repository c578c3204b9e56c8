//! Whether the records are about strategic work only.
//!
//! ## Why
//!
//! A coproduction charter is about services and plans for many families. One family's case has
//! procedures of its own, and a record of it in a folder that both sides share tells others what is
//! not theirs to know.
//!
//! ## How it is judged
//!
//! Once for all engagements up to the date of the audit, called off or not, those without a date
//! included. It is not kept when any of them is about one family's case (`scope: individual`). An
//! engagement that does not say is taken as strategic. Every other promise leaves individual cases
//! aside.
//!
//! ## Parameters
//!
//! None.
//!
//! ## Examples
//!
//! ### kept, as of 2026-03-01
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! ---
//! title: Short breaks board
//! kind: meeting
//! scope: strategic
//! date: 2026-01-22
//! ```
//!
//! ### not kept, as of 2026-03-01
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! ---
//! title: Yearly review of a plan
//! kind: meeting
//! scope: individual
//! date: 2026-01-22
//! ```
//!
//! ### not kept, as of 2026-03-01
//!
//! Nobody wrote down when it was.
//!
//! ```yaml
//! title: Yearly review of a plan
//! kind: meeting
//! scope: individual
//! ```
//!
//! ### no evidence, as of 2026-03-01
//!
//! There is no engagement yet.
//!
//! ```yaml
//! record: conduct
//! party: forum
//! document: code of conduct
//! ```

use crate::rules::many_places::at_each;
use crate::rules::{Check, Context, NoEvidence, Ruling, Whole, unreadable};
use engagement_records::fields::Fields;
use engagement_records::record::Engagement;
use located::source::Span;

/// See the page above.
#[derive(Debug, Clone)]
pub struct StrategicOnly;

impl Check for StrategicOnly {
    type About<'a> = &'a Whole<'a>;
    const CODE: &'static str = "strategic-only";
    const PROMISE: &'static str = "Strategic work only";
    const FAILING: &'static str = "One family's case";
    const FILE: &'static str = include_str!("strategic_only.rs");
    const SETTLED_BY_EVENT: bool = false;

    fn read(_: &mut Fields<'_, '_>) -> Self {
        StrategicOnly
    }

    fn judge(&self, whole: &Whole<'_>, cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
        let known: Vec<&Engagement> = whole
            .engagements
            .iter()
            .copied()
            .filter(|record| record.day().is_none_or(|day| day <= cx.as_of))
            .collect();
        let individual: Vec<Span> = known
            .iter()
            .filter(|record| record.is_individual())
            .map(|record| record.scope.answer(record.span).span())
            .collect();
        if !individual.is_empty() {
            let words = match (individual.len(), known.len()) {
                (1, 1) => "the only engagement is about one family's case".to_owned(),
                (1, all) => format!("1 of {all} engagements is about one family's case"),
                (some, all) => format!("{some} of {all} engagements are about one family's case"),
            };
            let ruling = Ruling::not_kept(words).remedy(
                "Keep one family's case out of the shared folder: the charter does not cover it, \
                 and it is also a matter of confidentiality.",
            );
            return Ok(at_each(ruling, individual, "one family's case"));
        }
        if let Some(span) = known.iter().find_map(|record| record.scope.unreadable()) {
            return Err(unreadable(span));
        }
        let said = known.iter().filter(|record| record.scope.get().is_some());
        let unsaid = known.len() - said.count();
        let words = match known.len() {
            0 => {
                return Ok(Ruling::no_evidence(
                    "no engagement is recorded, so nothing shows what the charter is used for",
                )
                .remedy("Write a record of each meeting, survey and consultation."));
            }
            1 if unsaid == 0 => "the only engagement is strategic".to_owned(),
            1 => "nothing says that the only engagement was one family's case".to_owned(),
            all if unsaid == 0 => format!("all {all} engagements are strategic"),
            all => format!(
                "nothing says that any of the {all} engagements was one family's case; {unsaid} do not \
                 say what they were"
            ),
        };
        Ok(Ruling::kept(words))
    }
}
