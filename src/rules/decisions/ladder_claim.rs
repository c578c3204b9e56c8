//! Whether a record shows what it claims about its rung on the ladder of participation.
//!
//! ## Why
//!
//! Calling something coproduction costs nothing, and families notice when the word is all there is.
//! What each rung means here is this program's reading of published ladders: nobody is consulted
//! who was not asked, nobody participates who was not there, and coproduction is to be there before
//! the options are fixed and to decide together.
//!
//! ## How it is judged
//!
//! Once the day is over, the rung that the record claims (`ladder`) is held against what the charter
//! says that this rung needs. Where the record says otherwise, the claim is not supported. Where it
//! is silent, there is no evidence, and the words name what is missing. A rung that needs nothing
//! is taken at its word. No claim, nothing to judge.
//!
//! ## Parameters
//!
//! Each is a rung of the charter's ladder, with a list of what it needs:
//!
//! - `parents`: parents and carers took part. It was for them, and somebody came, or it was a
//!   survey or consultation that somebody answered.
//! - `before-options-fixed`: it was before the day on which the options were fixed
//!   (`options_fixed`); of a survey or consultation, its last day counts.
//! - `decided-jointly`: both sides decided together (`decided_jointly`).
//! - `asked`: people were asked: somebody came or answered, or it was a survey or consultation.
//!
//! ## Examples
//!
//! ### met, as of 2026-03-01
//!
//! The day before the options were fixed.
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! audience: [parents]
//! attendance: { parents: 12 }
//! options_fixed: 2026-02-27
//! decided_jointly: yes
//! ladder: coproduction
//! ```
//!
//! ### met, as of 2026-03-01
//!
//! ```yaml
//! title: New bus passes
//! kind: event
//! date: 2026-02-26
//! ladder: information
//! ```
//!
//! ### not met, as of 2026-03-01
//!
//! On the day itself, the options were fixed already.
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! audience: [parents]
//! attendance: { parents: 12 }
//! options_fixed: 2026-02-26
//! decided_jointly: yes
//! ladder: coproduction
//! ```
//!
//! ### not met, as of 2026-03-01
//!
//! ```yaml
//! title: Short breaks board
//! kind: meeting
//! date: 2026-02-26
//! audience: [staff]
//! ladder: participation
//! ```
//!
//! ### not evidenced, as of 2026-03-01
//!
//! It was for parents, but nobody wrote down whether any came.
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! audience: [parents]
//! ladder: participation
//! ```
//!
//! ### not evidenced, as of 2026-03-01
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! audience: [parents]
//! attendance: { parents: 12 }
//! ladder: coproduction
//! ```
//!
//! ### not yet due, as of 2026-02-25
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! ladder: coproduction
//! ```
//!
//! ### not applicable, as of 2026-03-01
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! ```

use chrono::NaiveDate;

use crate::fields::{Answer, Fields, read_word};
use crate::record::{Count, Engagement};
use crate::rules::involvement::{Took, for_children, parents_took_part};
use crate::rules::{Check, Context, NoEvidence, Ruling, over, unreadable};
use closed_words::{Word, listed, same_word};
use located::diagnostic::Diagnostic;
use located::source::{Span, Spanned};
use located::tree::{Node, Value};
use working_days::day_and_year;

/// See the page above.
#[derive(Debug, Clone)]
pub struct LadderClaim {
    rungs: Vec<(Spanned<String>, Vec<Need>)>,
}

/// What a rung can need.
#[derive(Debug, Clone, Copy)]
enum Need {
    Parents,
    BeforeOptionsFixed,
    DecidedJointly,
    Asked,
}

impl Word for Need {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("parents", Need::Parents),
        ("before-options-fixed", Need::BeforeOptionsFixed),
        ("decided-jointly", Need::DecidedJointly),
        ("asked", Need::Asked),
    ];
}

impl Need {
    /// What is shown where it is fulfilled.
    fn spoken(self) -> &'static str {
        match self {
            Need::Parents => "parents and carers took part",
            Need::BeforeOptionsFixed => "the options were still open",
            Need::DecidedJointly => "both sides decided together",
            Need::Asked => "people were asked",
        }
    }
}

/// What a record says about a need.
enum Says {
    /// It is fulfilled.
    Yes(Span),
    /// It is not, in words.
    No(String, Span),
    /// Nothing; the words follow "the record does not say".
    Nothing(&'static str, Span),
    /// It cannot be read.
    Unreadable(Span),
}

impl Check for LadderClaim {
    type About<'a> = &'a Engagement;
    const NAME: &'static str = "ladder-claim";
    const TITLE: &'static str = "Ladder claim";
    const FILE: &'static str = include_str!("ladder_claim.rs");
    const SETTLED_BY_EVENT: bool = false;

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        let mut rungs = Vec::new();
        let entries = fields.rest();
        if entries.is_empty() {
            let message = "nothing says what the rungs of the ladder need";
            let fault = Diagnostic::error("no-standard", fields.place(), message)
                .help("write each rung with its list, such as `coproduction: [parents]`");
            fields.fault(fault);
        }
        for entry in entries {
            let rung = Spanned {
                value: entry.key.to_string(),
                span: entry.key_span,
            };
            match read_needs(&entry.value) {
                Ok(needs) => rungs.push((rung, needs)),
                Err((span, expected)) => fields.fault(
                    Diagnostic::error("wrong-value", span, "this is not what a rung can need")
                        .help(expected),
                ),
            }
        }
        LadderClaim { rungs }
    }

    fn rungs(&self) -> Vec<&Spanned<String>> {
        self.rungs.iter().map(|(rung, _)| rung).collect()
    }

    fn judge(&self, record: &Engagement, cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
        let (claim, place) = match record.ladder.answer(record.span) {
            Answer::Said(claim, span) => (claim, span),
            Answer::Unreadable(span) => return Err(unreadable(span)),
            Answer::Silent(_) => {
                return Ok(Ruling::not_applicable("no rung of the ladder is claimed"));
            }
        };
        if let Some(ruling) = for_children(record) {
            return Ok(ruling);
        }
        let (over, over_place) = over(record, cx)?;
        if over > cx.as_of {
            let words = format!(
                "claimed: {claim}; this can be judged once {} is over",
                day_and_year(over)
            );
            return Ok(Ruling::not_yet_due(over, words).at(over_place, "the day itself"));
        }
        let needs = self.needs_of(claim);
        if needs.is_empty() {
            let words = format!("claimed: {claim}, for which the charter asks no evidence");
            return Ok(Ruling::met(words).at(place, "claimed here"));
        }
        let said: Vec<(Need, Says)> = needs
            .iter()
            .map(|need| (*need, says(*need, record, over, cx)))
            .collect();
        weigh(claim, place, &said, cx)
    }
}

/// A list of needs, or a single one; with what was expected where it is something else.
fn read_needs(node: &Node<'_>) -> Result<Vec<Need>, (Span, String)> {
    let items = match &node.value {
        Value::List(items) => items.as_slice(),
        Value::Scalar { .. } | Value::Map(_) | Value::Broken => std::slice::from_ref(node),
    };
    items
        .iter()
        .map(|item| match &item.value {
            Value::Scalar { text, .. } => read_word(text).map_err(|expected| (item.span, expected)),
            Value::List(_) | Value::Map(_) | Value::Broken => Err((
                item.span,
                format!("write a list of {}", listed(Need::all_words(), "or")),
            )),
        })
        .collect()
}

impl LadderClaim {
    fn needs_of(&self, claim: &str) -> &[Need] {
        self.rungs
            .iter()
            .find(|(rung, _)| same_word(&rung.value, claim))
            .map_or(&[], |(_, needs)| needs)
    }
}

/// What is contradicted weighs most, then what cannot be read, then what is not said.
fn weigh(
    claim: &str,
    place: Span,
    said: &[(Need, Says)],
    cx: &Context<'_>,
) -> Result<Ruling, NoEvidence> {
    let mut yes = Vec::new();
    let mut no = Vec::new();
    let mut nothing = Vec::new();
    let mut unread = None;
    for (need, says) in said {
        match says {
            Says::Yes(span) => yes.push((need.spoken(), *span)),
            Says::No(words, span) => no.push((words.as_str(), *span)),
            Says::Nothing(words, span) => nothing.push((*words, *span)),
            Says::Unreadable(span) => unread = unread.or(Some(*span)),
        }
    }
    let with = |ruling: Ruling, places: &[(&str, Span)], label: &'static str| {
        let places = places.iter();
        let ruling = ruling.at(place, "claimed here");
        places.fold(ruling, |ruling, (_, span)| ruling.at(*span, label))
    };
    let words = |of: &[(&str, Span)]| listed(of.iter().map(|(words, _)| *words), "and");
    if !no.is_empty() {
        let ruling = Ruling::not_met(format!(
            "claimed: {claim}; the claim is not supported: {}",
            words(&no)
        ));
        return Ok(with(ruling, &no, "this speaks against it")
            .remedy("Claim the rung that the record supports."));
    }
    if let Some(span) = unread {
        return Err(unreadable(span));
    }
    if !nothing.is_empty() {
        let silent = format!(
            "claimed: {claim}; the record does not say {}",
            words(&nothing)
        );
        let ruling = cx.silent(silent, place, "claimed here");
        return Ok(nothing
            .iter()
            .fold(ruling, |ruling, (_, span)| ruling.at(*span, "missing here"))
            .remedy("Add it to the record, or claim the rung that the record supports."));
    }
    let ruling = Ruling::met(format!(
        "claimed: {claim}, and the record shows that {}",
        words(&yes)
    ));
    Ok(with(ruling, &yes, "shown here"))
}

fn says(need: Need, record: &Engagement, over: NaiveDate, cx: &Context<'_>) -> Says {
    match need {
        Need::Parents => match parents_took_part(record, cx.as_of) {
            Took::Part(span) => parents_came(record, span),
            Took::NoPart(span) => {
                let words = "parents and carers are not among those it was for";
                Says::No(words.to_owned(), span)
            }
            Took::Unsaid(span) => Says::Nothing("that parents and carers took part", span),
            Took::Unreadable(span) => Says::Unreadable(span),
        },
        Need::BeforeOptionsFixed => options_open(record, over),
        Need::DecidedJointly => match record.decided_jointly.answer(record.span) {
            Answer::Said(true, span) => Says::Yes(span),
            Answer::Said(false, span) => Says::No("it was not decided together".into(), span),
            Answer::Silent(span) => Says::Nothing("whether both sides decided together", span),
            Answer::Unreadable(span) => Says::Unreadable(span),
        },
        Need::Asked => asked(record),
    }
}

/// Whether any of the parents for whom it was came, or answered.
fn parents_came(record: &Engagement, invited: Span) -> Says {
    let [parents, reps, _, responded] = counts(record);
    if record.is_open_period() {
        return match responded {
            Answer::Said(count, span) if count.at_most == Some(0) => {
                Says::No("nobody answered".to_owned(), span)
            }
            Answer::Said(..) | Answer::Silent(_) => Says::Yes(invited),
            Answer::Unreadable(span) => Says::Unreadable(span),
        };
    }
    let served = record
        .service_parents
        .inner(record.span, |parents| &parents.involved);
    if let Answer::Said(true, span) = served {
        return Says::Yes(span);
    }
    let words = ("nobody came", "how many parents and carers came");
    people(record.span, &[parents, reps], &[], words)
}

/// Whether it was before the day on which the options were fixed.
fn options_open(record: &Engagement, over: NaiveDate) -> Says {
    match record.options_fixed.answer(record.span) {
        Answer::Said(fixed, span) if over < *fixed => Says::Yes(span),
        Answer::Said(fixed, span) => {
            let words = format!("the options had been fixed since {}", day_and_year(*fixed));
            Says::No(words, span)
        }
        Answer::Silent(span) => Says::Nothing("when the options were fixed", span),
        Answer::Unreadable(span) => Says::Unreadable(span),
    }
}

fn asked(record: &Engagement) -> Says {
    if record.is_open_period() {
        return Says::Yes(record.kind.answer(record.span).span());
    }
    let [parents, reps, cyp, responded] = counts(record);
    let words = ("nobody came or answered", "how many came or answered");
    people(record.span, &[parents, reps], &[cyp, responded], words)
}

/// How many parents, representatives and young people came, and how many answered.
fn counts(record: &Engagement) -> [Answer<'_, Count>; 4] {
    let came = &record.attendance;
    [
        came.inner(record.span, |came| &came.parents),
        came.inner(record.span, |came| &came.forum_reps),
        came.inner(record.span, |came| &came.cyp),
        record.reach.inner(record.span, |reach| &reach.responded),
    ]
}

/// Whether anybody was there, by any of these counts. That nobody was is known only when all that
/// are `needed` say so; "fewer than 5" is said where somebody came.
fn people(
    place: Span,
    needed: &[Answer<'_, Count>],
    further: &[Answer<'_, Count>],
    (nobody, unknown): (&str, &'static str),
) -> Says {
    let mut none = None;
    let mut silent = None;
    let mut unread = None;
    for (at, answer) in needed.iter().chain(further).enumerate() {
        match answer {
            Answer::Said(count, span) if count.at_most != Some(0) => return Says::Yes(*span),
            Answer::Said(_, span) => none = none.or(Some(*span)),
            Answer::Silent(span) if at < needed.len() => silent = silent.or(Some(*span)),
            Answer::Silent(_) => {}
            Answer::Unreadable(span) => unread = unread.or(Some(*span)),
        }
    }
    match (unread, silent, none) {
        (Some(span), ..) => Says::Unreadable(span),
        (None, None, Some(span)) => Says::No(nobody.to_owned(), span),
        (None, silent, _) => Says::Nothing(unknown, silent.unwrap_or(place)),
    }
}
