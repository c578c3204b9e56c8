//! Whether children and young people were involved in a decision.
//!
//! ## Why
//!
//! Article 12 of the United Nations Convention on the Rights of the Child gives every child a say
//! in what affects them, and the SEND Regulations 2014, regulation 54, name children and young
//! people beside their parents. Parents who come are no evidence for them: from sixteen on, a
//! young person is asked directly.
//!
//! ## How it is judged
//!
//! By decision: all engagements with the same `project` are taken together, and the promise is
//! kept when any of them involved children and young people (`cyp.involved`): the forum's own and
//! those before the charter was signed included, though these owe nothing. An engagement without a
//! project is judged by itself. Where it would not have been right to involve them, the record says
//! why (`cyp.not_appropriate`) and what was done instead; a project is excused when every
//! engagement that owed it says so. It is due once the last engagement and the last decision of the
//! project are over. What a record without a date says is no evidence, because nobody knows whether
//! its day has come.
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
//! cyp: { involved: yes, method: photo diaries }
//! ```
//!
//! ### kept, as of 2026-03-01
//!
//! Another engagement of the same project involved them.
//!
//! ```yaml
//! title: Short breaks board
//! kind: meeting
//! project: short-breaks
//! date: 2026-02-26
//! cyp: no
//! ---
//! title: Young people's panel
//! kind: workshop
//! project: short-breaks
//! date: 2026-02-12
//! cyp: { involved: yes }
//! ```
//!
//! ### kept, as of 2026-03-01
//!
//! The forum asked them, at an event of its own.
//!
//! ```yaml
//! title: Short breaks board
//! kind: meeting
//! project: short-breaks
//! organisers: [council]
//! date: 2026-02-26
//! ---
//! title: Pizza evening
//! kind: event
//! project: short-breaks
//! organisers: [forum]
//! date: 2026-02-12
//! cyp: { involved: yes, method: a vote on pictures }
//! ```
//!
//! ### not kept, as of 2026-03-01
//!
//! One of the two would not have been right; nothing is said of the other.
//!
//! ```yaml
//! title: Bereavement support review
//! kind: workshop
//! project: bereavement
//! date: 2026-02-26
//! cyp: { not_appropriate: too close to the families' loss }
//! ---
//! title: Leaflets for schools
//! kind: workshop
//! project: bereavement
//! date: 2026-02-12
//! ```
//!
//! ### not kept, as of 2026-03-01
//!
//! Parents came, but the shipped charter says that silence means no children.
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! attendance: { parents: 12 }
//! ```
//!
//! ### not kept, as of 2026-03-01
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! cyp: { involved: no }
//! ```
//!
//! ### no evidence, as of 2026-03-01
//!
//! The date is missing, so nobody can say whether the day has come.
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! ```
//!
//! ### still to come, as of 2026-02-26
//!
//! The board is still to decide.
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! project: short-breaks
//! date: 2026-02-26
//! ---
//! title: Short breaks board
//! kind: meeting
//! project: short-breaks
//! date: 2026-03-26
//! ```
//!
//! ### does not apply, as of 2026-03-01
//!
//! ```yaml
//! title: Bereavement support review
//! kind: workshop
//! date: 2026-02-26
//! cyp: { not_appropriate: too close to the families' loss, alternative: views gathered later by a counsellor }
//! ```

use super::any_engagement::{self, EngagementSays, Wanted};
use crate::rules::{Check, Context, NoEvidence, Project, Ruling, Verdict};
use engagement_records::fields::{Fields, Gap};
use engagement_records::record::{Audience, Engagement};
use plain_values::Count;

/// See the page above.
#[derive(Debug, Clone)]
pub struct CypInvolved;

const WHO: Wanted = Wanted {
    them: "children and young people",
    to_do: "involve children and young people",
    remedy: "Where the matter is still open, ask children and young people now, in a way that suits \
             them. If it was not right to ask them, say why [cyp.not_appropriate], and \
             what was done instead.",
    remedy_perhaps: "Say how they were involved: [cyp.involved|`involved: yes` under `cyp`|yes @], and how \
             [cyp.method|as `method`|@]; or [cyp.involved|`cyp: no`|no].",
};

impl Check for CypInvolved {
    type About<'a> = &'a Project<'a>;
    const CODE: &'static str = "cyp-involved";
    const PROMISE: &'static str = "Children and young people involved";
    const FAILING: &'static str = "Children and young people left out";
    const FILE: &'static str = include_str!("cyp_involved.rs");
    const SETTLED_BY_EVENT: bool = false;

    fn read(_: &mut Fields<'_, '_>) -> Self {
        CypInvolved
    }

    fn judge(&self, project: &Project<'_>, cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
        let ruling = any_engagement::judge(project, cx, &WHO, |record| says(record, cx))?;
        Ok(match project.engagements.first() {
            Some(record) if ruling.verdict == Verdict::NotKept => {
                let reason = record.cyp.inner(record.span, |cyp| &cyp.not_appropriate);
                ruling.defence(reason.gap())
            }
            _ => ruling,
        })
    }
}

/// A reason why it would not have been right speaks before a plain no, and before silence.
fn says(record: &Engagement, cx: &Context<'_>) -> EngagementSays {
    let involved = record.cyp.inner(record.span, |cyp| &cyp.involved);
    let says = EngagementSays::of(record, involved, cx.as_of);
    let says = match &says {
        EngagementSays::Nothing(gap) => perhaps(record, *gap).unwrap_or(says),
        EngagementSays::Involved(_)
        | EngagementSays::NotAppropriate(..)
        | EngagementSays::No(_)
        | EngagementSays::Perhaps(..)
        | EngagementSays::Unreadable(_)
        | EngagementSays::StillToCome(..)
        | EngagementSays::Undated(_) => says,
    };
    let (
        EngagementSays::No(_)
        | EngagementSays::Nothing(_)
        | EngagementSays::Perhaps(..)
        | EngagementSays::Involved(_),
        Some(cyp),
    ) = (&says, record.cyp.get())
    else {
        return says;
    };
    // Nobody can have been involved and left out with reason.
    if let (EngagementSays::Involved(_), Some(reason)) = (&says, cyp.not_appropriate.words()) {
        let gap = Gap::at(reason.span);
        return EngagementSays::Perhaps(BOTH.to_owned(), gap);
    }
    if matches!(says, EngagementSays::Involved(_)) {
        return says;
    }
    if let Some(reason) = cyp.not_appropriate.words() {
        return EngagementSays::NotAppropriate(reason.span, cyp.alternative.words().is_some());
    }
    match cyp.not_appropriate.unreadable() {
        Some(span) => EngagementSays::Unreadable(span),
        None => says,
    }
}

/// What shows that they may have been involved, where the record does not say: they came, or it was
/// for them. Small numbers of children are not told.
fn perhaps(record: &Engagement, gap: Gap) -> Option<EngagementSays> {
    let at = |at| Gap { at, ..gap };
    let came = record
        .attendance
        .get()
        .and_then(|attendance| attendance.cyp.spanned())
        .filter(|count| count.value.at_most() != Some(0));
    if let Some(came) = came {
        let words = match came.value.at_least() {
            few if few < FEW => "some of them came".to_owned(),
            all if came.value == Count::Exactly(all) => format!("{all} of them came"),
            least => format!("at least {least} of them came"),
        };
        let words = match record.cyp.get().and_then(|cyp| cyp.method.words()) {
            Some(_) => format!("it says how, and {words}"),
            None => words,
        };
        return Some(EngagementSays::Perhaps(words, at(came.span)));
    }
    let audience = record.audience.get()?;
    let them = audience.iter().find(|one| one.value == Audience::Cyp)?;
    let words = "it was for them".to_owned();
    Some(EngagementSays::Perhaps(words, at(them.span)))
}

/// What a record says that has both.
const BOTH: &str = "it says that they were, and why they were not";

/// Fewer children than this are never counted in a report.
const FEW: u32 = 5;
