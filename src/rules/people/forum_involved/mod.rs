//! Whether representative parents and carers took part through the forum.
//!
//! ## Why
//!
//! A forum speaks for many families, but only when it is asked and when enough of its people can
//! come. Two is the least that published guidance on standing groups names (an NHS cardiac network
//! and Lanarkshire's guidelines for service users and carers): one can support the other, and one
//! can stand in.
//!
//! ## How it is judged
//!
//! The record says when the forum was invited (`forum.invited`) and how many of its
//! representatives came (`attendance.forum_reps`). Not inviting it is worse than few people
//! coming: when it was invited and fewer came than the standard asks for, that is advice, not a
//! breach. An invitation of a later day than the event is none. Representatives who came were
//! involved, whatever the record says of the invitation; where it says that there was none, a note
//! points that out. Before a meeting, an invitation that has gone out waits for who comes. A survey
//! or consultation needs the invitation only, on whatever day it closes, and is kept from then on.
//! An event that the forum itself helped to hold needs neither. One that was for children and young
//! people only is judged as theirs.
//!
//! ## Parameters
//!
//! - `reps`: how many representatives are hoped for; 2 when it is left out.
//!
//! ## Examples
//!
//! ### kept, as of 2026-03-01
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! forum: { invited: 2026-02-06 }
//! attendance: { forum_reps: 2 }
//! ```
//!
//! ### not kept, as of 2026-03-01
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! forum: no
//! ```
//!
//! ### not kept, as of 2026-03-01
//!
//! Advice only: the forum was invited, and one representative came.
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! forum: { invited: 2026-02-06 }
//! attendance: { forum_reps: 1 }
//! ```
//!
//! ### not kept, as of 2026-03-01
//!
//! Nobody can come to what is over.
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! forum: { invited: 2026-02-27 }
//! attendance: { forum_reps: 0 }
//! ```
//!
//! ### kept, as of 2026-03-01
//!
//! Nobody wrote down on which day, but it was invited.
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! forum: { invited: yes }
//! attendance: { forum_reps: 3 }
//! ```
//!
//! ### no evidence, as of 2026-03-01
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! attendance: { parents: 12 }
//! ```
//!
//! ### no evidence, as of 2026-03-01
//!
//! `<5` may be two or more, and may be less.
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! forum: { invited: 2026-02-06 }
//! attendance: { forum_reps: <5 }
//! ```
//!
//! ### does not apply, as of 2026-03-01
//!
//! ```yaml
//! title: Young people's panel
//! kind: workshop
//! date: 2026-02-26
//! audience: [cyp]
//! ```
//!
//! ### still to come, as of 2026-02-25
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! ```
//!
//! ### kept, as of 2026-04-01
//!
//! Until it closes, there is time.
//!
//! ```yaml
//! title: Short breaks survey
//! kind: survey
//! opens: 2026-02-01
//! closes: 2026-03-31
//! forum: { invited: 2026-03-31 }
//! ```
//!
//! ### still to come, as of 2026-02-25
//!
//! The invitation has gone out; who comes is seen on the day.
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! forum: { invited: 2026-02-06 }
//! ```
//!
//! ### kept, as of 2026-02-25
//!
//! A survey needs the invitation only.
//!
//! ```yaml
//! title: Short breaks survey
//! kind: survey
//! opens: 2026-02-01
//! closes: 2026-03-31
//! forum: { invited: 2026-02-06 }
//! ```
//!
//! ### not kept, as of 2026-03-01
//!
//! Nobody came. Whether nobody was asked, which would weigh more, is not known.
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! attendance: { forum_reps: 0 }
//! ```
//!
//! ### kept, as of 2026-03-01
//!
//! Whoever came was involved, whatever was written of the invitation.
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! forum: no
//! attendance: { forum_reps: 2 }
//! ```

mod invitation;

use chrono::NaiveDate;

use self::invitation::{ahead, is_invited_to_open_end, was_invited};
use crate::rules::involvement::{at_least, for_children, somebody};
use crate::rules::{Check, Context, NoEvidence, Ruling, Severity, over, unreadable};
use engagement_records::fields::{Answer, Fields};
use engagement_records::record::{Engagement, Sent, Side};
use located::source::Span;
use plain_values::Count;
use working_days::{count_of, day_and_year};

/// See the page above.
#[derive(Debug, Clone)]
pub struct ForumInvolved {
    reps: u32,
}

impl Check for ForumInvolved {
    type About<'a> = &'a Engagement;
    const CODE: &'static str = "forum-involved";
    const PROMISE: &'static str = "Forum involved";
    const FAILING: &'static str = "Forum under-represented";
    const FILE: &'static str = include_str!("mod.rs");
    const SETTLED_BY_EVENT: bool = true;
    const DONE: Option<&'static str> = Some("forum.invited");

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        ForumInvolved {
            reps: fields.positive("reps").get().copied().unwrap_or(2),
        }
    }

    fn asks(&self) -> Option<String> {
        Some(format!(
            "{} of the forum",
            count_of(i64::from(self.reps), "representatives")
        ))
    }

    fn judge(&self, record: &Engagement, cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
        if let Some(ruling) = for_children(record) {
            return Ok(ruling);
        }
        let (day, place) = match over(record, cx) {
            // A survey needs the invitation only, whenever it closes.
            Err(_) if is_invited_to_open_end(record, cx) => (cx.as_of, record.span),
            over => over?,
        };
        let held_with_it = record.organised_by(Side::Forum, cx.parties) == Some(true);
        if day > cx.as_of && !(record.is_open_period() && was_invited(record, cx.as_of)) {
            return Ok(ahead(record, (day, place), held_with_it, cx));
        }
        if held_with_it {
            return Ok(Ruling::kept("the forum helped to hold it")
                .at(record.who_held_it(), "held with the forum"));
        }
        let reps = record
            .attendance
            .inner(record.span, |attendance| &attendance.forum_reps);
        let invitation = record.forum.inner(record.span, |forum| &forum.invited);
        if reps.get().is_some_and(|count| somebody(*count)) {
            return self.came(record, day, invitation, reps);
        }
        match invitation {
            Answer::Unreadable(span) => Err(unreadable(span)),
            Answer::Present(Sent::On(invited), span) if *invited <= cx.as_of => {
                if *invited > day {
                    return Ok(Self::too_late(record, *invited, span));
                }
                self.invited(record, &invited_on(*invited), span, reps)
            }
            Answer::Present(Sent::SomeDay, span) => self.invited(record, INVITED, span, reps),
            Answer::Present(Sent::Never, span) => Ok(Ruling::not_kept("the forum was not invited")
                .at(span, "not invited")
                .to_do("ask the forum, where the matter is still open")
                .remedy("Where the matter is still open, ask the forum now.")),
            // Whether or not they were invited: it is one or the other.
            Answer::Present(Sent::On(_), _) | Answer::Missing(_)
                if reps.get().is_some() && !record.is_open_period() =>
            {
                Ok(Self::nobody_came(reps.span()))
            }
            answer @ (Answer::Present(Sent::On(_), _) | Answer::Missing(_)) => Ok(cx
                .silent(
                    "the record does not say whether the forum was invited",
                    answer.gap(),
                    "`invited` is missing here",
                )
                .remedy("Add the day [forum.invited], or [forum.invited|`forum: no`|`none`].")),
        }
    }
}

const INVITED: &str = "the forum was invited";
const THERE: &str = "the forum was there";

fn invited_on(day: NaiveDate) -> String {
    format!("{INVITED} on {}", day_and_year(day))
}

impl ForumInvolved {
    /// Whoever came was involved, whatever the record says of the invitation.
    fn came(
        &self,
        record: &Engagement,
        day: NaiveDate,
        invitation: Answer<'_, Sent>,
        reps: Answer<'_, Count>,
    ) -> Result<Ruling, NoEvidence> {
        let (words, otherwise) = match invitation {
            Answer::Present(Sent::On(invited), _) if *invited <= day => {
                (invited_on(*invited), None)
            }
            Answer::Present(Sent::SomeDay, _) => (INVITED.to_owned(), None),
            Answer::Present(Sent::On(invited), _) => {
                let over = format!("on {}, when it was over", day_and_year(*invited));
                (THERE.to_owned(), Some(format!("it was invited {over}")))
            }
            Answer::Present(Sent::Never, _) => {
                (THERE.to_owned(), Some("it was not invited".to_owned()))
            }
            Answer::Missing(_) | Answer::Unreadable(_) => (THERE.to_owned(), None),
        };
        let ruling = self.invited(record, &words, invitation.span(), reps)?;
        Ok(match otherwise {
            Some(otherwise) => ruling.note(format!(
                "its representatives came, and the record says that {otherwise}"
            )),
            None => ruling,
        })
    }

    /// Nobody of the forum was there; what is certain of that is the milder of two failings.
    fn nobody_came(place: Span) -> Ruling {
        Ruling::not_kept(
            "no representative of the forum came, and the record does not say whether it was invited",
        )
        .severity(Some(Severity::Advice))
        .at(place, "nobody came")
        .remedy("Add the day [forum.invited], or [forum.invited|`forum: no`|`none`].")
    }

    /// Whoever is asked once it is over was not asked to it.
    fn too_late(record: &Engagement, invited: NaiveDate, span: Span) -> Ruling {
        let spoken = record.spoken_kind();
        Ruling::not_kept(format!(
            "the forum was invited on {}, when the {spoken} was over",
            day_and_year(invited)
        ))
        .at(span, "invited here")
        .to_do("ask the forum, where the matter is still open")
        .remedy("Where the matter is still open, ask the forum now.")
    }

    fn invited(
        &self,
        record: &Engagement,
        invited: &str,
        place: Span,
        reps: Answer<'_, Count>,
    ) -> Result<Ruling, NoEvidence> {
        if record.is_open_period() {
            return Ok(Ruling::kept(invited.to_owned()).at(place, "invited here"));
        }
        let number = |count: u32| count_of(i64::from(count), "representatives");
        match reps {
            Answer::Unreadable(span) => Err(unreadable(span)),
            Answer::Missing(gap) => Ok(Ruling::no_evidence(format!(
                "the record does not say how many representatives came; {invited}"
            ))
            .gap(gap, "`forum_reps` is missing here")
            .remedy("Add the number [attendance.forum_reps], 0 if nobody could come.")),
            Answer::Present(count, span) if at_least(*count) >= self.reps => {
                Ok(Ruling::kept(format!(
                    "{invited}, and {} came; standard {}",
                    number(at_least(*count)),
                    self.reps
                ))
                .at(span, "came"))
            }
            Answer::Present(count, span) => match count.at_most() {
                Some(most) if most < self.reps => Ok(Ruling::not_kept(format!(
                    "{invited}, and {} came; standard {}",
                    number(most),
                    self.reps
                ))
                .severity(Some(Severity::Advice))
                .at(span, "came")
                .at(place, "invited here")
                .remedy("Next time, ask the forum which day and time its people can come.")),
                _ => Ok(Ruling::no_evidence(format!(
                    "the number who came is too rough to say whether it was {}; {invited}",
                    number(self.reps)
                ))
                .at(span, "too rough")),
            },
        }
    }
}
