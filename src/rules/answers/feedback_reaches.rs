//! Whether feedback reached everybody who took part.
//!
//! ## Why
//!
//! The people who gave their views are those who should hear what became of them; feedback that
//! goes to one group and not to the other tells the other that it did not count. The National
//! Participation Standards for Wales ask for it for children and young people.
//!
//! ## How it is judged
//!
//! Every group of families that the engagement was for (`audience`) or that came (`attendance`)
//! must be among those to whom feedback went (`feedback.to`). Staff do not count, and where it was
//! for them alone, nothing is owed. Where nobody says for whom it was, it was for those who came, or
//! feedback that went to every group reached them, whoever they were. It is kept as soon as everybody was told. Until feedback is due,
//! or through the day to which it was agreed to wait, the promise is still to come, because those
//! who were left out can still be told. Where none was sent at all, that is another promise. Words of feedback that nobody is known to have sent
//! are no evidence.
//!
//! ## Parameters
//!
//! None.
//!
//! ## Examples
//!
//! ### kept, as of 2026-04-30
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2026-02-26
//! audience: [parents, cyp, staff]
//! feedback: { sent: 2026-03-06, to: [parents, cyp] }
//! ```
//!
//! ### not kept, as of 2026-04-30
//!
//! Children came, too.
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2026-02-26
//! audience: [parents]
//! attendance: { parents: 6, cyp: 4 }
//! feedback: { sent: 2026-03-06, to: [parents] }
//! ```
//!
//! ### no evidence, as of 2026-04-30
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2026-02-26
//! audience: [parents, cyp]
//! feedback: { sent: 2026-03-06 }
//! ```
//!
//! ### still to come, as of 2026-03-12
//!
//! The children can still be told.
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2026-02-26
//! audience: [parents, cyp]
//! feedback: { sent: 2026-03-06, to: [parents] }
//! ```
//!
//! ### does not apply, as of 2026-04-30
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2026-02-26
//! audience: [staff]
//! feedback: { sent: 2026-03-06 }
//! ```
//!
//! ### still to come, as of 2026-03-01
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2026-02-26
//! audience: [parents]
//! ```
//!
//! ### does not apply, as of 2026-04-30
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2026-02-26
//! audience: [parents]
//! feedback: none
//! ```
//!
//! ### no evidence, as of 2026-04-30
//!
//! There are words of it, and nobody says that they were sent.
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2026-02-26
//! audience: [parents]
//! feedback: { we_did: Two Saturday clubs from June., to: [parents] }
//! ```
//!
//! ### does not apply, as of 2026-04-30
//!
//! Nothing shows that there was any.
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2026-02-26
//! audience: [parents]
//! feedback: { to: [parents] }
//! ```
//!
//! ### still to come, as of 2026-04-30
//!
//! It was agreed in time to wait until today.
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2026-02-26
//! audience: [parents]
//! explanations:
//!   - clause: O4e2
//!     reason: agreed-with-forum
//!     because: The budget is settled in April.
//!     instead: a note in the newsletter
//!     agreed_by: [{ party: forum, role: chair }, { party: council, role: head of SEND }]
//!     agreed_on: 2026-03-12
//!     until: 2026-04-30
//! ```

use super::feedback::{Awaited, feedback, undated, unknown};
use crate::rules::check::Settled;
use crate::rules::deadline::Act;
use crate::rules::standard::StandardsByKind;
use crate::rules::{Check, Context, NoEvidence, Ruling, Verdict, over, unreadable};
use closed_words::listed;
use engagement_records::fields::{Answer, Fields};
use engagement_records::record::{Audience, Engagement};
use located::diagnostic::Diagnostic;

/// See the page above.
#[derive(Debug, Clone)]
pub struct FeedbackReaches {
    due: StandardsByKind,
}

impl Check for FeedbackReaches {
    type About<'a> = &'a Engagement;
    const CODE: &'static str = "feedback-reaches";
    const PROMISE: &'static str = "Feedback reaches everybody";
    const FAILING: &'static str = "Feedback missed some people";
    const FILE: &'static str = include_str!("feedback_reaches.rs");
    const SETTLED_BY_EVENT: bool = false;
    const DONE: Option<&'static str> = Some("feedback.sent");

    fn read(_: &mut Fields<'_, '_>) -> Self {
        FeedbackReaches {
            due: StandardsByKind::default(),
        }
    }

    fn settle(&mut self, settled: &Settled<'_>, _: &mut Vec<Diagnostic>) {
        self.due = settled.feedback.unwrap_or_default();
    }

    fn judge(&self, record: &Engagement, cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
        let shown = feedback(record, cx.as_of)?;
        if let Answer::Unreadable(span) = record.ends_on(cx.as_of) {
            return Err(unreadable(span));
        }
        let took_part = match took_part(record) {
            // Whoever it was for was told.
            Err(_) if went_to_everybody(record) => Ok(FAMILIES.to_vec()),
            took_part => took_part,
        };
        if took_part.as_ref().is_ok_and(Vec::is_empty) {
            return Ok(Ruling::does_not_apply("it was for staff only"));
        }
        if matches!(shown, Act::Undated(_)) {
            // On some day, which may still come where nobody knows when it was.
            over(record, cx)?;
        }
        let reached = match shown {
            Act::Done(..) | Act::Undated(_) => Some(
                took_part
                    .and_then(|took_part| reached(record, &took_part, cx))
                    .unwrap_or_else(Ruling::from),
            ),
            Act::NotDone(_) => None,
        };
        if let Some(kept) = reached.as_ref().filter(|it| it.verdict == Verdict::Kept) {
            return Ok(kept.clone());
        }
        // Those who were left out can be told until it is due, and where nobody knows when it was,
        // it may not be due yet.
        if let Some(ruling) = self.to_come(record, cx)?.or(reached) {
            return Ok(ruling);
        }
        if let Act::NotDone(not_done) = shown {
            // Words that nobody has sent have reached nobody.
            if let Some(gap) = undated(record, not_done).or_else(|| unknown(not_done)) {
                return Err(gap);
            }
        }
        Ok(Ruling::does_not_apply(
            "no feedback was sent, which is a promise of its own",
        ))
    }
}

impl FeedbackReaches {
    /// The answer until feedback is due.
    fn to_come(&self, record: &Engagement, cx: &Context<'_>) -> Result<Option<Ruling>, NoEvidence> {
        let (over, place) = over(record, cx)?;
        let due = self.due.last_day(record, over, cx.calendar)?;
        let counted_from = [(place, "counted from here")];
        Ok(Awaited::by(due, &counted_from, cx).to_come(cx))
    }
}

/// The groups of families.
const FAMILIES: [Audience; 2] = [Audience::Parents, Audience::Cyp];

/// Whether feedback went to every group of families, where nobody says for whom it was or who came.
fn went_to_everybody(record: &Engagement) -> bool {
    let to = record.feedback.get().and_then(|feedback| feedback.to.get());
    record.audience.is_missing()
        && to.is_some_and(|to| {
            let reached = |group: &Audience| to.iter().any(|reached| reached.value == *group);
            FAMILIES.iter().all(reached)
        })
}

/// Whether feedback that was given went to everybody who took part.
fn reached(
    record: &Engagement,
    took_part: &[Audience],
    cx: &Context<'_>,
) -> Result<Ruling, NoEvidence> {
    let (to, place) = match record.feedback.inner(record.span, |feedback| &feedback.to) {
        Answer::Present(to, span) => (to, span),
        Answer::Unreadable(span) => return Err(unreadable(span)),
        Answer::Missing(gap) => {
            return Ok(cx
                .silent(
                    "the record does not say to whom feedback went",
                    gap,
                    "`to` is missing here",
                )
                .remedy("Add the groups [feedback.to]."));
        }
    };
    let missed: Vec<Audience> = took_part
        .iter()
        .filter(|group| !to.iter().any(|reached| reached.value == **group))
        .copied()
        .collect();
    let name = |groups: &[Audience]| listed(groups.iter().map(|group| group.spoken()), "and");
    let ruling = if missed.is_empty() {
        Ruling::kept(format!("feedback went to {}", name(took_part)))
    } else {
        let missed = name(&missed);
        Ruling::not_kept(format!(
            "feedback did not go to {missed}, for whom it was or who came"
        ))
        .to_do("send feedback to everybody who took part")
        .remedy(format!("Sending it to {missed} as well would mend this."))
    };
    Ok(ruling.at(place, "to whom it went"))
}

/// The groups of families for whom it was or who came.
fn took_part(record: &Engagement) -> Result<Vec<Audience>, NoEvidence> {
    let mut came = Vec::new();
    for (group, count) in [
        (
            Audience::Parents,
            record.attendance.inner(record.span, |all| &all.parents),
        ),
        (
            Audience::Cyp,
            record.attendance.inner(record.span, |all| &all.cyp),
        ),
    ] {
        match count {
            // "Fewer than 5" is said where somebody came.
            Answer::Present(count, _) if count.at_most() != Some(0) => came.push(group),
            Answer::Present(..) | Answer::Missing(_) => {}
            Answer::Unreadable(span) => return Err(unreadable(span)),
        }
    }
    let invited = match record.audience.answer(record.span) {
        Answer::Present(audience, _) => audience.iter().map(|group| group.value).collect(),
        Answer::Unreadable(span) => return Err(unreadable(span)),
        Answer::Missing(gap) if came.is_empty() => {
            return Err(NoEvidence::new("the record does not say for whom it was")
                .gap(gap, "`audience` is missing here"));
        }
        Answer::Missing(_) => Vec::new(),
    };
    Ok(FAMILIES
        .into_iter()
        .filter(|group| came.contains(group) || invited.contains(group))
        .collect())
}
