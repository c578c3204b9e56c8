//! Whether people were told what a meeting or consultation was for.
//!
//! ## Why
//!
//! Nobody can prepare for, or decide to come to, something whose purpose is a secret. The second
//! Gunning principle asks for enough information to consider a proposal intelligently.
//!
//! ## How it is judged
//!
//! The words that people were given (`notice.purpose`) must be there, must not be a placeholder or
//! the title over again, and must be long enough to say something. They count from the day notice
//! was sent, or from the event when that day is not known; until then the promise is still to come.
//!
//! ## Parameters
//!
//! - `characters`: the least length of the text; 20 unless given.
//!
//! ## Examples
//!
//! ### kept, as of 2026-03-01
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! notice: { purpose: What respite at weekends should look like. }
//! ```
//!
//! ### not kept, as of 2026-03-01
//!
//! The title over again explains nothing.
//!
//! ```yaml
//! title: Short breaks redesign, second workshop
//! kind: workshop
//! date: 2026-02-26
//! notice: { purpose: "Short breaks redesign, second workshop" }
//! ```
//!
//! ### not kept, as of 2026-03-01
//!
//! Eighteen characters, the full stop left out.
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2026-02-26
//! notice: { purpose: Talk about respite. }
//! ```
//!
//! ### no evidence, as of 2026-03-01
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2026-02-26
//! notice: { sent: 2026-02-01, purpose: TBC }
//! ```
//!
//! ### still to come, as of 2026-01-20
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2026-02-26
//! ```

use chrono::NaiveDate;

use crate::rules::{Check, Context, NoEvidence, Ruling, Verdict, unreadable};
use engagement_records::fields::{Answer, Fields};
use engagement_records::record::{Engagement, Sent};
use identifiers::token;
use plain_values::is_denial;
use working_days::count_of;

/// See the page above.
#[derive(Debug, Clone)]
pub struct PurposeExplained {
    characters: u32,
}

/// About four words; fewer do not explain a purpose.
const CHARACTERS: u32 = 20;

impl Check for PurposeExplained {
    type About<'a> = &'a Engagement;
    const CODE: &'static str = "purpose-explained";
    const PROMISE: &'static str = "Purpose explained";
    const FAILING: &'static str = "Unclear purpose";
    const FILE: &'static str = include_str!("purpose_explained.rs");
    const SETTLED_BY_EVENT: bool = true;

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        PurposeExplained {
            characters: fields
                .number("characters")
                .get()
                .copied()
                .unwrap_or(CHARACTERS),
        }
    }

    fn judge(&self, record: &Engagement, cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
        let day = first_day(record, cx);
        let to_come = day.filter(|day| *day > cx.as_of);
        let ruling = self.judge_told(record, cx, day);
        // Until the event, the purpose can still be explained better.
        Ok(match (ruling.verdict, to_come) {
            (Verdict::Kept, _) | (_, None) => ruling,
            (_, Some(day)) => Ruling::still_to_come(day, ruling.evidence)
                .to_do("say in the notice what it is for"),
        })
    }
}

/// The day of the event, or the first day of a survey or consultation.
fn first_day(record: &Engagement, cx: &Context<'_>) -> Option<NaiveDate> {
    if record.is_open_period() {
        record.opens.get().copied()
    } else {
        record.date_at(cx.as_of).get().copied()
    }
}

impl PurposeExplained {
    /// The purpose counts from the day it was sent; a day that is not known is the event's.
    fn judge_told(&self, record: &Engagement, cx: &Context<'_>, day: Option<NaiveDate>) -> Ruling {
        let sent = record.notice.inner(record.span, |notice| &notice.sent);
        let told = match sent {
            Answer::Present(Sent::On(sent), _) => Some(*sent),
            Answer::Present(Sent::Never, span) => {
                return Ruling::no_evidence(
                    "no notice was sent, so the record does not show that people were told the \
                     purpose",
                )
                .at(span, "none was sent");
            }
            Answer::Unreadable(span) => return unreadable(span).into(),
            Answer::Present(Sent::SomeDay, _) | Answer::Missing(_) => day,
        };
        let ruling = self.judge_text(record, cx);
        if told.is_none_or(|told| told <= cx.as_of) || ruling.verdict != Verdict::Kept {
            return ruling;
        }
        Ruling::no_evidence("the purpose is written, and counts once notice is sent")
    }

    fn judge_text(&self, record: &Engagement, cx: &Context<'_>) -> Ruling {
        const REMEDY: &str = "Next time, say in the notice what it is for; if people were told, \
                              add the words [notice.purpose].";
        let (text, span) = match record.notice.inner(record.span, |notice| &notice.purpose) {
            Answer::Present(text, span) => (text.trim(), span),
            Answer::Unreadable(span) => return unreadable(span).into(),
            Answer::Missing(gap) => {
                return cx
                    .silent(
                        "the record does not say how the purpose was explained",
                        gap,
                        "`purpose` is missing here",
                    )
                    .remedy(REMEDY);
            }
        };
        // Only words explain; signs and invisible characters do not.
        let words = |text: &str| -> Vec<String> {
            text.split(|character: char| !character.is_alphanumeric())
                .filter(|word| !word.is_empty())
                .map(str::to_lowercase)
                .collect()
        };
        let length = token::length(text);
        let same_as_title = record
            .title
            .get()
            .is_some_and(|title| words(title) == words(text));
        if is_denial(text) {
            Ruling::not_kept("no purpose was given")
                .at(span, "none was given")
                .remedy(REMEDY)
        } else if same_as_title {
            Ruling::not_kept("the purpose only repeats the title")
                .at(span, "the same as the title")
                .remedy(REMEDY)
        } else if length < self.characters as usize {
            let words = format!(
                "the purpose is {} long; at least {} are expected",
                count_of(i64::try_from(length).unwrap_or(i64::MAX), "characters"),
                self.characters
            );
            Ruling::not_kept(words)
                .at(span, "too short to explain")
                .remedy(REMEDY)
        } else {
            Ruling::kept("the purpose was explained").at(span, "explained here")
        }
    }
}
