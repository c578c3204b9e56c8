//! Whether purpose and feedback are written without jargon.
//!
//! ## Why
//!
//! An abbreviation that nobody explains shuts people out. Jargon busters of English councils list
//! dozens that families meet; the Consultation Principles of the Cabinet Office (2018, A) ask to
//! avoid them. Writing one out the first time it appears is enough.
//!
//! ## How it is judged
//!
//! Each text by itself: the purpose of a notice, what feedback says (`you_said`, `we_did`,
//! `not_possible`), and minutes that are written below a record in Markdown. The charter lists the
//! abbreviations to look for (`plain_language.expand`) and those that everybody knows
//! (`plain_language.allow`). An abbreviation is written out at its first use when the words stand
//! in brackets after it, or it stands in brackets after the words:
//! `EHCP (education, health and care plan)` or the other way round. A text counts from the day that
//! it was sent; where nobody says when, a purpose from the event or the opening of a survey, and
//! feedback and minutes from the end. What was never sent was read by nobody, and where nobody knows
//! when it was, nobody knows whether it has been.
//!
//! ## Parameters
//!
//! - `unexpanded`: how many abbreviations that are not written out a record may have; 0 when it is
//!   left out.
//!
//! ## Examples
//!
//! ### kept, as of 2026-03-01
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! notice:
//!   purpose: What an EHCP (education, health and care plan) should say about weekends.
//! ```
//!
//! ### kept, as of 2026-03-01
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! notice:
//!   purpose: The views of children and young people (CYP) on clubs. CYP will be there.
//! ```
//!
//! ### not kept, as of 2026-03-01
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! notice:
//!   purpose: What EHCPs should say about weekends.
//! ```
//!
//! ### no evidence, as of 2026-03-01
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! ```
//!
//! ### no evidence, as of 2026-03-01
//!
//! What was never sent says nothing to anybody.
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! notice: { sent: none, purpose: What EHCPs should say about weekends. }
//! ```
//!
//! ### still to come, as of 2026-02-25
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! notice: { purpose: What EHCPs should say about weekends. }
//! ```

use crate::rules::{Check, Context, NoEvidence, Ruling, over, unreadable};
use chrono::NaiveDate;
use closed_words::listed;
use engagement_records::fields::{Answer, Field, Fields, Gap};
use engagement_records::record::{Engagement, Feedback, Sent};
use located::source::{Span, Spanned};

/// See the page above.
#[derive(Debug, Clone)]
pub struct JargonAvoided {
    most: u32,
}

impl Check for JargonAvoided {
    type About<'a> = &'a Engagement;
    const CODE: &'static str = "jargon-avoided";
    const PROMISE: &'static str = "Plain language";
    const FAILING: &'static str = "Jargon";
    const FILE: &'static str = include_str!("jargon_avoided.rs");
    const SETTLED_BY_EVENT: bool = false;

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        JargonAvoided {
            most: fields.number("unexpanded").get().copied().unwrap_or(0),
        }
    }

    fn judge(&self, record: &Engagement, cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
        let texts = texts(record, cx)?;
        if texts.is_empty() {
            if let Answer::Present(day, span) = record.ends_on(cx.as_of)
                && *day > cx.as_of
            {
                let words = "no text had gone out by the date of this audit";
                return Ok(Ruling::still_to_come(*day, words).at(span, "the day itself"));
            }
            if says_something(record) {
                known_to_be_out(record, cx)?;
            }
            return Ok(Ruling::no_evidence(
                "the record has no text of a notice, of feedback or of minutes that could be read",
            )
            .gap(gap(record), "neither `purpose` nor words of feedback here")
            .remedy("Write what people were told, [notice.purpose]."));
        }
        let mut ruling_places = Vec::new();
        let mut all: Vec<&str> = Vec::new();
        for text in texts {
            let found = cx.plain_language.unexpanded(&text.value);
            if let Some(first) = found.first() {
                let place = place_of(first, text);
                ruling_places.push((place, format!("{first} is not written out here")));
            }
            all.extend(found);
        }
        let mut once = all.clone();
        once.sort_unstable();
        once.dedup();
        if all.len() <= self.most as usize {
            return Ok(Ruling::kept(if all.is_empty() {
                "every listed abbreviation is written out where it is first used".to_owned()
            } else {
                format!(
                    "not written out: {}, which the standard lets pass",
                    listed(&once, "and")
                )
            }));
        }
        let ruling = Ruling::not_kept(format!(
            "not written out at first use: {}",
            listed(&once, "and")
        ))
        .remedy(
            "Write it out the first time, with the abbreviation in brackets; or use the words only.",
        );
        Ok(ruling_places
            .into_iter()
            .fold(ruling, |ruling, (span, label)| ruling.at(span, label)))
    }
}

/// Whether it has any text, sent or not.
fn says_something(record: &Engagement) -> bool {
    let purpose = record.notice.get().map(|notice| &notice.purpose);
    let feedback = record.feedback.get().into_iter();
    let mut texts = feedback
        .flat_map(|feedback| [&feedback.you_said, &feedback.we_did, &feedback.not_possible])
        .chain(purpose);
    texts.any(|text| text.words().is_some()) || !record.all_minutes().is_empty()
}

/// Why nobody can say whether a text had gone out: there was no place for the day, or the record says
/// neither that nor when it was.
fn known_to_be_out(record: &Engagement, cx: &Context<'_>) -> Result<(), NoEvidence> {
    let notice = record.notice.inner(record.span, |notice| &notice.sent);
    let feedback = record.feedback.inner(record.span, |it| &it.sent);
    let mut days = [notice, feedback].into_iter().map(Answer::gap);
    match days.find(|gap| !gap.is_silence()) {
        Some(gap) => Err(
            NoEvidence::new("nobody can say whether people were sent it")
                .gap(gap, "left open here"),
        ),
        None => over(record, cx).map(|_| ()),
    }
}

/// Where a text would stand.
fn gap(record: &Engagement) -> Gap {
    let said = |field: fn(&Feedback) -> &Field<String>| record.feedback.inner(record.span, field);
    let gaps = [
        record
            .notice
            .inner(record.span, |notice| &notice.purpose)
            .gap(),
        said(|feedback| &feedback.you_said).gap(),
        said(|feedback| &feedback.we_did).gap(),
    ];
    let at = record.span;
    Gap::first(gaps).map_or(Gap::at(at), |gap| Gap { at, ..gap })
}

/// Where a word of a text stands: in a text of several lines that is spelled as it reads, the word
/// itself, otherwise the text.
fn place_of(word: &str, text: &Spanned<String>) -> Span {
    let range = text.span.range();
    if range.len() != text.value.len() || !text.value.contains('\n') {
        return text.span;
    }
    let before = word
        .as_ptr()
        .addr()
        .saturating_sub(text.value.as_ptr().addr());
    let start = range.start + before;
    Span::new(text.span.source, start, start + word.len())
}

/// What families had been given to read by the end of the as-of date.
fn texts<'r>(
    record: &'r Engagement,
    cx: &Context<'_>,
) -> Result<Vec<&'r Spanned<String>>, NoEvidence> {
    let by_now = |day: Option<&NaiveDate>| day.is_some_and(|day| *day <= cx.as_of);
    let begun = by_now(record.begins_on(cx.as_of).get()) || by_now(record.had_begun_by().as_ref());
    let over = by_now(record.ends_on(cx.as_of).get());
    let out = |sent: &Field<Sent>, undated: bool| match sent.get() {
        Some(Sent::On(day)) => *day <= cx.as_of,
        Some(Sent::Never) => false,
        Some(Sent::SomeDay) | None => undated,
    };
    let notice = record.notice.get();
    let purpose = notice.filter(|notice| out(&notice.sent, begun));
    let feedback = record.feedback.get();
    let feedback = feedback.filter(|feedback| out(&feedback.sent, over));
    let fields: Vec<&Field<String>> =
        purpose
            .map(|notice| &notice.purpose)
            .into_iter()
            .chain(feedback.into_iter().flat_map(|feedback| {
                [&feedback.you_said, &feedback.we_did, &feedback.not_possible]
            }))
            .collect();
    let unread = fields.iter().find_map(|field| field.unreadable());
    match unread
        .or(record.notice.unreadable())
        .or(record.feedback.unreadable())
    {
        Some(span) => Err(unreadable(span)),
        None => Ok(fields
            .into_iter()
            .filter_map(Field::words)
            .chain(record.all_minutes().into_iter().filter(|_| over))
            .collect()),
    }
}
