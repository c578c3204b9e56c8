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
//! `EHCP (education, health and care plan)` or the other way round.
//!
//! ## Parameters
//!
//! `unexpanded`: how many abbreviations that are not written out a record may have; 0 when it is
//! left out.
//!
//! ## Examples
//!
//! ### met, as of 2026-03-01
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! notice:
//!   purpose: What an EHCP (education, health and care plan) should say about weekends.
//! ```
//!
//! ### met, as of 2026-03-01
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! notice:
//!   purpose: The views of children and young people (CYP) on clubs. CYP will be there.
//! ```
//!
//! ### not met, as of 2026-03-01
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! notice:
//!   purpose: What EHCPs should say about weekends.
//! ```
//!
//! ### not evidenced, as of 2026-03-01
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! ```
//!
//! ### not yet due, as of 2026-02-25
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! notice: { purpose: What EHCPs should say about weekends. }
//! ```

use crate::fields::{Answer, Field, Fields};
use crate::record::{Engagement, Sent};
use crate::rules::{Check, Context, NoEvidence, Ruling, unreadable};
use closed_words::listed;
use located::source::{Span, Spanned};

/// Which abbreviations count as jargon.
#[derive(Debug, Clone, Default)]
pub struct PlainLanguage {
    /// To be written out at first use.
    pub expand: Vec<String>,
    /// Known to everybody.
    pub allow: Vec<String>,
}

impl PlainLanguage {
    /// The listed abbreviations that a text uses without writing them out at first use, each once,
    /// in the order of the text.
    pub fn unexpanded<'t>(&self, text: &'t str) -> Vec<&'t str> {
        let mut met: Vec<&str> = Vec::new();
        let mut found = Vec::new();
        for (at, word) in words_of(text) {
            let bare = singular(word);
            let is_jargon = self.expand.iter().any(|known| known == bare)
                && !self.allow.iter().any(|known| known == bare);
            if !is_jargon || met.contains(&bare) {
                continue;
            }
            met.push(bare);
            let before = text.get(..at).unwrap_or("");
            let after = text.get(at + word.len()..).unwrap_or("");
            if !written_out_after(bare, after) && !written_out_before(bare, before, after) {
                found.push(bare);
            }
        }
        found
    }
}

/// The words of a text with the byte where each begins: runs of letters and digits.
fn words_of(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split(|character: char| !character.is_alphanumeric())
        .map(move |word| {
            let start = at;
            // Whatever parted the words is one character, of one byte or more.
            let end = start + word.len();
            at = end
                + text
                    .get(end..)
                    .and_then(|rest| rest.chars().next())
                    .map_or(0, char::len_utf8);
            (start, word)
        })
        .filter(|(_, word)| !word.is_empty())
}

/// `EHCPs` is `EHCP`.
fn singular(word: &str) -> &str {
    match word.strip_suffix('s') {
        Some(bare) if bare.len() > 1 && bare.chars().all(|letter| !letter.is_lowercase()) => bare,
        _ => word,
    }
}

/// `EHCP (education, health and care plan)`.
fn written_out_after(word: &str, after: &str) -> bool {
    let rest = after.strip_prefix('s').unwrap_or(after).trim_start();
    rest.strip_prefix('(')
        .and_then(|rest| rest.split_once(')'))
        .is_some_and(|(inside, _)| spells(word, inside))
}

/// `education, health and care plan (EHCP)`.
fn written_out_before(word: &str, before: &str, after: &str) -> bool {
    let Some(before) = before.trim_end().strip_suffix('(') else {
        return false;
    };
    if !after
        .trim_start_matches('s')
        .trim_start()
        .starts_with([')', ',', ';'])
    {
        return false;
    }
    let words: Vec<&str> = words_of(before).map(|(_, word)| word).collect();
    // The words may begin at any of the last ones; small words such as "and" take no letter.
    let most = word.chars().count() * 2 + 2;
    (2..=most.min(words.len())).any(|count| {
        let from = words.len() - count;
        spells(word, &words.get(from..).unwrap_or(&[]).join(" "))
    })
}

/// Whether the letters of an abbreviation are found in a phrase in order, beginning with the first
/// letter of its first word.
fn spells(word: &str, phrase: &str) -> bool {
    let words: Vec<&str> = words_of(phrase).map(|(_, word)| word).collect();
    if words.len() < 2 {
        return false;
    }
    let mut letters = word.chars().flat_map(char::to_lowercase).peekable();
    let begins = words
        .first()
        .and_then(|first| first.chars().flat_map(char::to_lowercase).next());
    if begins.is_none() || begins != letters.peek().copied() {
        return false;
    }
    for letter in words
        .iter()
        .flat_map(|word| word.chars())
        .flat_map(char::to_lowercase)
    {
        letters.next_if_eq(&letter);
    }
    letters.peek().is_none()
}

/// See the page above.
#[derive(Debug, Clone)]
pub struct JargonAvoided {
    most: u32,
}

impl Check for JargonAvoided {
    type About<'a> = &'a Engagement;
    const NAME: &'static str = "jargon-avoided";
    const TITLE: &'static str = "Jargon";
    const FILE: &'static str = include_str!("plain_language.rs");
    const SETTLED_BY_EVENT: bool = false;

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        JargonAvoided {
            most: fields.number("unexpanded").get().copied().unwrap_or(0),
        }
    }

    fn judge(&self, record: &Engagement, cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
        let texts = texts(record, cx)?;
        if texts.is_empty() {
            if let Answer::Said(day, span) = record.ends_on(cx.as_of)
                && *day > cx.as_of
            {
                let words = "no text had gone out by the date of this audit";
                return Ok(Ruling::not_yet_due(*day, words).at(span, "the day itself"));
            }
            return Ok(Ruling::not_evidenced(
                "the record has no text of a notice, of feedback or of minutes that could be read",
            )
            .at(record.span, "neither `purpose` nor words of feedback here")
            .remedy("Write what people were told, as `purpose` under `notice`."));
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
            return Ok(Ruling::met(if all.is_empty() {
                "every listed abbreviation is written out where it is first used".to_owned()
            } else {
                format!(
                    "not written out: {}, which the standard lets pass",
                    listed(&once, "and")
                )
            }));
        }
        let ruling = Ruling::not_met(format!(
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

/// What families had been given to read by the end of the as-of date. A text without a day of
/// sending counts from the event.
fn texts<'r>(
    record: &'r Engagement,
    cx: &Context<'_>,
) -> Result<Vec<&'r Spanned<String>>, NoEvidence> {
    let over = record
        .ends_on(cx.as_of)
        .get()
        .is_none_or(|day| *day <= cx.as_of);
    let out = |sent: &Field<Sent>| match sent.get() {
        Some(Sent::On(day)) => *day <= cx.as_of,
        Some(Sent::Never) | None => over,
    };
    let notice = record.notice.get().filter(|notice| out(&notice.sent));
    let feedback = record.feedback.get().filter(|feedback| out(&feedback.sent));
    let fields: Vec<&Field<String>> =
        notice
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
            .filter_map(Field::spanned)
            .chain(record.minutes.spanned().filter(|_| over))
            .collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_count_at_their_first_use_only() {
        let list = PlainLanguage {
            expand: ["CYP", "EHCP", "SENCO", "SEND", "ICB", "DfE"]
                .map(str::to_owned)
                .into(),
            allow: vec!["SEND".to_owned()],
        };
        for (text, expected) in [
            (
                "The EHCP (Education, Health and Care plan) and the EHCP",
                vec![],
            ),
            (
                "Education, Health and Care plans (EHCPs) are due. EHCPs!",
                vec![],
            ),
            (
                "The EHCP, later EHCP (education, health and care plan)",
                vec!["EHCP"],
            ),
            ("EHCPs for CYP", vec!["EHCP", "CYP"]),
            ("special educational needs co-ordinator (SENCO)", vec![]),
            ("SENCO (special educational needs co-ordinator)", vec![]),
            ("ICB (see below)", vec!["ICB"]),
            ("the board (ICB)", vec!["ICB"]),
            ("the integrated care board (ICB)", vec![]),
            ("SEND for all", vec![]),
            ("Department for Education (DfE)", vec![]),
            ("cyp in lower case is a slip, not jargon", vec![]),
            ("CYP's views", vec!["CYP"]),
            ("children and young people (CYP, up to 25)", vec![]),
            ("", vec![]),
            ("é CYP é", vec!["CYP"]),
        ] {
            assert_eq!(list.unexpanded(text), expected, "{text}");
        }
    }
}
