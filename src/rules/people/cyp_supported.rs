//! Whether children and young people who were involved had help to take part.
//!
//! ## Why
//!
//! Being in the room is not being heard. Lundy's model of participation asks for space, voice,
//! audience and influence; the charter promises facilitation where it is appropriate.
//!
//! ## How it is judged
//!
//! Where a record says that children and young people were involved, it should say who or what
//! helped them (`cyp.facilitation`), or that no help was needed. Where they were not involved, the
//! promise does not arise; that they were not is another promise. What a record without a date says
//! is no evidence, because nobody knows whether its day has come.
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
//! title: Young people's panel
//! kind: workshop
//! date: 2026-02-26
//! cyp: { involved: yes, facilitation: youth worker }
//! ```
//!
//! ### not kept, as of 2026-03-01
//!
//! ```yaml
//! title: Young people's panel
//! kind: workshop
//! date: 2026-02-26
//! cyp: { involved: yes, facilitation: none }
//! ```
//!
//! ### no evidence, as of 2026-03-01
//!
//! ```yaml
//! title: Young people's panel
//! kind: workshop
//! date: 2026-02-26
//! cyp: { involved: yes }
//! ```
//!
//! ### still to come, as of 2026-02-01
//!
//! ```yaml
//! title: Young people's panel
//! kind: workshop
//! date: 2026-02-26
//! cyp: { involved: yes }
//! ```
//!
//! ### does not apply, as of 2026-03-01
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2026-02-26
//! ```

use crate::rules::{Check, Context, NoEvidence, Ruling, over, unreadable};
use engagement_records::fields::{Answer, Fields};
use engagement_records::record::Engagement;
use plain_values::is_denial;

/// See the page above.
#[derive(Debug, Clone)]
pub struct CypSupported;

impl Check for CypSupported {
    type About<'a> = &'a Engagement;
    const CODE: &'static str = "cyp-supported";
    const PROMISE: &'static str = "Help to take part";
    const FAILING: &'static str = "No help to take part";
    const FILE: &'static str = include_str!("cyp_supported.rs");
    const SETTLED_BY_EVENT: bool = false;

    fn read(_: &mut Fields<'_, '_>) -> Self {
        CypSupported
    }

    fn judge(&self, record: &Engagement, cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
        match record.cyp.inner(record.span, |cyp| &cyp.involved) {
            Answer::Present(true, _) => {}
            Answer::Unreadable(span) => return Err(unreadable(span)),
            Answer::Present(false, _) | Answer::Missing(_) => {
                return Ok(Ruling::does_not_apply(
                    "the record names no children and young people who took part",
                ));
            }
        }
        let (day, place) = over(record, cx)?;
        if day > cx.as_of {
            return Ok(Ruling::still_to_come(day, "help can still be arranged")
                .at(place, "the day itself")
                .to_do("arrange help for children and young people"));
        }
        Ok(match record.cyp.inner(record.span, |cyp| &cyp.facilitation) {
            Answer::Present(text, span) if is_denial(text) => {
                Ruling::not_kept("children and young people had no help to take part")
                    .at(span, "none")
                    .remedy("Next time, agree beforehand who helps; if no help was needed, write `not needed`.")
            }
            Answer::Present(_, span) => {
                Ruling::kept("children and young people had help to take part, or needed none")
                    .at(span, "the help")
            }
            Answer::Unreadable(span) => return Err(unreadable(span)),
            Answer::Missing(gap) => cx
                .silent(
                    "the record does not say what helped children and young people to take part",
                    gap,
                    "`facilitation` is missing here",
                )
                .remedy("Add who or what helped [cyp.facilitation], or `not needed`."),
        })
    }
}
