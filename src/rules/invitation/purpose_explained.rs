//! Whether people were told what a meeting or consultation was for.
//!
//! ## Why
//!
//! Nobody can prepare for, or decide to come to, something whose purpose is a secret. The second
//! Gunning principle asks for enough information to consider a proposal intelligently.
//!
//! ## How it is judged
//!
//! The words that people were given (`notice.purpose`) must be there and must not be a placeholder.
//! With fewer than three words beside those of the title they are too short to tell anything, which
//! is advice and never a breach: `Weekend respite` names a subject, and people can ask. Words count
//! from the day notice was sent, or from the event when that day is not known. Good ones keep the
//! promise at once; until the event, or until a survey opens, everything else is still to come. Words
//! that were never sent explain nothing to anybody; that there were none (`purpose: none`) is not
//! kept, whatever was sent.
//!
//! ## Parameters
//!
//! - `words`: so many words beside the title's, each counted once; 3 unless given.
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
//! The title over again explains nothing; advice only.
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
//! Two words beside the title's, advice only.
//!
//! ```yaml
//! title: Review board
//! kind: meeting
//! date: 2026-02-26
//! notice: { purpose: "Review board, weekend respite" }
//! ```
//!
//! ### not kept, as of 2026-03-01
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2026-02-26
//! notice: { purpose: none }
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
//!
//! ### kept, as of 2026-02-10
//!
//! Good words count at once.
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2026-02-26
//! notice: { sent: 2026-02-10, purpose: What respite at weekends should look like. }
//! ```
//!
//! ### still to come, as of 2026-02-10
//!
//! Others can still be made good.
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2026-02-26
//! notice: { sent: 2026-02-10, purpose: Respite. }
//! ```
//!
//! ### no evidence, as of 2026-03-01
//!
//! Nobody had been sent these words yet, good or bad.
//!
//! ```yaml
//! title: Short breaks survey
//! kind: survey
//! opens: 2026-02-26
//! closes: 2026-04-30
//! notice: { sent: 2026-03-02, purpose: Respite. }
//! ```

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::rules::{Check, Context, NoEvidence, Ruling, Severity, Verdict, said, unreadable};
use engagement_records::fields::{Answer, Fields};
use engagement_records::record::{Engagement, Sent};
use identifiers::token;
use plain_values::is_denial;
use working_days::count_of;

/// See the page above.
#[derive(Debug, Clone)]
pub struct PurposeExplained {
    words: u32,
}

/// Fewer words beside the title's do not explain a purpose.
const WORDS: u32 = 3;

impl Check for PurposeExplained {
    type About<'a> = &'a Engagement;
    const CODE: &'static str = "purpose-explained";
    const PROMISE: &'static str = "Purpose explained";
    const FAILING: &'static str = "Unclear purpose";
    const FILE: &'static str = include_str!("purpose_explained.rs");
    const SETTLED_BY_EVENT: bool = true;

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        PurposeExplained {
            words: fields.number("words").get().copied().unwrap_or(WORDS),
        }
    }

    fn judge(&self, record: &Engagement, cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
        // What has closed had opened before, whenever that was.
        let begun = || record.had_begun_by().filter(|by| *by <= cx.as_of);
        let day = record.begins_on(cx.as_of).get().copied().or_else(begun);
        let to_come = day.filter(|day| *day > cx.as_of);
        let ruling = self.judge_told(record, cx, day);
        let sent = record.notice.get().and_then(|notice| notice.sent.get());
        let is_settled = if ruling.verdict == Verdict::Kept {
            matches!(sent, Some(Sent::On(_)))
        } else {
            ruling.verdict == Verdict::NoEvidence
        };
        if day.is_none() && !is_settled {
            // Without any day, nobody knows whether people were told or still can be.
            said(
                record.begins_on(cx.as_of),
                "the record gives no date, so nobody can say whether people were told",
                "the date is missing here",
            )?;
        }
        // Until the event, the purpose can still be explained better.
        Ok(match (ruling.verdict, to_come) {
            (Verdict::Kept, _) | (_, None) => ruling,
            (_, Some(day)) => {
                // What is written already has only to be sent.
                let is_written = self.judge_text(record, cx).verdict == Verdict::Kept;
                let to_do = if is_written {
                    "send the notice"
                } else {
                    "say in the notice what it is for"
                };
                Ruling::still_to_come(day, ruling.evidence).to_do(to_do)
            }
        })
    }
}

impl PurposeExplained {
    /// The purpose counts from the day it was sent; a day that is not known is the event's.
    fn judge_told(&self, record: &Engagement, cx: &Context<'_>, day: Option<NaiveDate>) -> Ruling {
        let has_words = record
            .notice
            .get()
            .is_some_and(|notice| notice.purpose.words().is_some());
        let sent = record.notice.inner(record.span, |notice| &notice.sent);
        let told = match sent {
            Answer::Present(Sent::On(sent), _) => Some(*sent),
            Answer::Present(Sent::Never, span) if has_words => {
                return Ruling::no_evidence(
                    "no notice was sent, so the record does not show that people were told the \
                     purpose",
                )
                .at(span, "none was sent");
            }
            Answer::Unreadable(span) => return unreadable(span).into(),
            Answer::Present(Sent::SomeDay | Sent::Never, _) | Answer::Missing(_) => day,
        };
        if has_words && told.is_some_and(|told| told > cx.as_of) {
            return Ruling::no_evidence("the purpose is written, and counts once notice is sent");
        }
        self.judge_text(record, cx)
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
        if is_denial(text) {
            return Ruling::not_kept("no purpose was given")
                .at(span, "none was given")
                .remedy(REMEDY);
        }
        let title = record.title.get().map_or("", String::as_str);
        let told = words_beside(text, title);
        if told < self.words as usize {
            let words = match told {
                0 => "the purpose only repeats the title".to_owned(),
                _ => format!(
                    "the purpose says {} beside the title; at least {} are expected",
                    count_of(i64::try_from(told).unwrap_or(i64::MAX), "words"),
                    self.words
                ),
            };
            Ruling::not_kept(words)
                .severity(Some(Severity::Advice))
                .at(span, "too short to explain")
                .remedy(REMEDY)
        } else {
            Ruling::kept("the purpose was explained").at(span, "explained here")
        }
    }
}

/// How many different words a text has that are not the title's. Only words explain; signs and
/// invisible characters do not.
fn words_beside(text: &str, title: &str) -> usize {
    let title: BTreeSet<String> = token::words(title).into_iter().collect();
    let told: BTreeSet<String> = token::words(text).into_iter().collect();
    told.difference(&title).count()
}
