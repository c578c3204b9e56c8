//! Whether the charter was signed and dated.
//!
//! ## Why
//!
//! A charter ends in lines for signatures, because a promise is made by somebody, on a day. From
//! that day it binds; while the day is not known, this program judges as if it always had.
//!
//! ## How it is judged
//!
//! For each party whose promise it is, by what the charter says about it: the day it signed
//! (`signed`) and the post of the person who did (`signed_by`; a post, not a name). A day without a
//! post is kept, with a note. A blank day is no evidence that nobody signed; a charter that wants
//! it counted as not kept says `silence: not-kept` for this clause.
//!
//! ## Parameters
//!
//! None; `parties` in the charter says who signed and when.
//!
//! ## Examples
//!
//! ### kept, as of 2026-03-01
//!
//! ```yaml charter
//! parties:
//!   council: { name: Northmere Council, side: organisation, signed: 2025-09-01, signed_by: director }
//!   forum: { name: Northmere Parents, side: forum, signed: 2025-09-01, signed_by: chair }
//! ```
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! ```
//!
//! ### not kept, as of 2026-03-01
//!
//! Where a charter says that silence means not kept.
//!
//! ```yaml charter
//! parties:
//!   council: { name: Northmere Council, side: organisation, signed: }
//!   forum: { name: Northmere Parents, side: forum, signed: 2025-09-01, signed_by: chair }
//! clauses:
//!   - { id: G1, silence: not-kept }
//! ```
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! ```
//!
//! ### no evidence, as of 2026-03-01
//!
//! ```yaml charter
//! parties:
//!   council: { name: Northmere Council, side: organisation, signed: , signed_by: director }
//!   forum: { name: Northmere Parents, side: forum, signed: 2025-09-01, signed_by: chair }
//! ```
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! ```
//!
//! ### still to come, as of 2026-03-01
//!
//! ```yaml charter
//! parties:
//!   council: { name: Northmere Council, side: organisation, signed: 2026-03-02 }
//!   forum: { name: Northmere Parents, side: forum, signed: 2026-03-02 }
//! ```
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! ```

use crate::rules::{Check, Context, NoEvidence, Ruling, Signatory, unreadable};
use engagement_records::fields::{Answer, Fields};
use working_days::day_and_year;

/// See the page above.
#[derive(Debug, Clone)]
pub struct Signed;

impl Check for Signed {
    type About<'a> = &'a Signatory<'a>;
    const CODE: &'static str = "signed";
    const PROMISE: &'static str = "Signed and dated";
    const FAILING: &'static str = "Not yet signed";
    const FILE: &'static str = include_str!("signed.rs");
    const SETTLED_BY_EVENT: bool = false;
    const HOLDS_UNSIGNED: bool = true;

    fn read(_: &mut Fields<'_, '_>) -> Self {
        Signed
    }

    fn judge(&self, signatory: &Signatory<'_>, cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
        let party = signatory.party;
        let (signed, place) = match party.signed.answer(party.span) {
            Answer::Present(day, span) => (*day, span),
            Answer::Unreadable(span) => return Err(unreadable(span)),
            Answer::Missing(gap) => {
                return Ok(cx
                    .silent(
                        "the charter does not say when it was signed",
                        gap,
                        "`signed` is blank",
                    )
                    .remedy(
                        "Write the day into the charter as `signed`, and the post of the person \
                         who signed as `signed_by`.",
                    ));
            }
        };
        let day = day_and_year(signed);
        if signed > cx.as_of {
            let words = format!("it is to be signed on {day}");
            return Ok(Ruling::still_to_come(signed, words)
                .at(place, "a day to come")
                .to_do("sign the charter"));
        }
        let ruling = Ruling::kept(format!("signed on {day}")).at(place, "signed here");
        if let Some(span) = party.signed_by.unreadable() {
            return Err(unreadable(span));
        }
        Ok(match party.signed_by.words() {
            Some(post) => ruling.at(post.span, "by whom"),
            None => ruling.note("the charter does not say who signed; the post is enough"),
        })
    }
}
