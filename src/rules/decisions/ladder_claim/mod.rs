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
//! is taken at its word. No claim, nothing to judge; nor is there where it was for children and young
//! people and not for parents.
//!
//! ## Parameters
//!
//! Each is a rung of the charter's ladder, with a list of what it needs:
//!
//! - `parents`: parents and carers took part. Some came or were involved, whomever it was for, or it
//!   was a survey or consultation for them that somebody answered.
//! - `before-options-fixed`: it was before the day on which the options were fixed
//!   (`options_fixed`); of a survey or consultation, its last day counts.
//! - `decided-jointly`: both sides decided together (`decided_jointly`).
//! - `asked`: people were asked: somebody came or answered, or it was a survey or consultation.
//!
//! Where nobody counted the groups apart, everybody who came (`attendance.total`) counts, but for staff.
//!
//! ## Examples
//!
//! ### kept, as of 2026-03-01
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
//! ### kept, as of 2026-03-01
//!
//! ```yaml
//! title: New bus passes
//! kind: event
//! date: 2026-02-26
//! ladder: information
//! ```
//!
//! ### kept, as of 2026-03-01
//!
//! It was meant for staff, and parents came.
//!
//! ```yaml
//! title: Short breaks board
//! kind: meeting
//! date: 2026-02-26
//! audience: [staff]
//! attendance: { parents: 2 }
//! ladder: participation
//! ```
//!
//! ### kept, as of 2026-03-01
//!
//! Nobody counted the groups apart; two of the fourteen were staff.
//!
//! ```yaml
//! title: Short breaks board
//! kind: meeting
//! date: 2026-02-26
//! attendance: { total: 14, staff: 2 }
//! ladder: consultation
//! ```
//!
//! ### not kept, as of 2026-03-01
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
//! ### not kept, as of 2026-03-01
//!
//! ```yaml
//! title: Short breaks board
//! kind: meeting
//! date: 2026-02-26
//! audience: [staff]
//! ladder: participation
//! ```
//!
//! ### no evidence, as of 2026-03-01
//!
//! Nobody wrote down whether anybody answered.
//!
//! ```yaml
//! title: Short breaks survey
//! kind: survey
//! opens: 2026-01-12
//! closes: 2026-02-26
//! audience: [parents]
//! ladder: participation
//! ```
//!
//! ### no evidence, as of 2026-03-01
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
//! ### no evidence, as of 2026-03-01
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
//! ### still to come, as of 2026-02-25
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! ladder: coproduction
//! ```
//!
//! ### does not apply, as of 2026-03-01
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! ```
//!
//! ### does not apply, as of 2026-03-01
//!
//! ```yaml
//! title: Young people's panel
//! kind: workshop
//! date: 2026-02-26
//! audience: [cyp]
//! ladder: participation
//! ```

mod needs;

use self::needs::{Need, NeedSays, read_needs, says};
use crate::rules::involvement::for_children;
use crate::rules::{Check, Context, NoEvidence, Ruling, over, unreadable};
use closed_words::{listed, same_word};
use engagement_records::fields::{Answer, Asked, Fields, Gap};
use engagement_records::record::Engagement;
use located::diagnostic::Diagnostic;
use located::source::{Span, Spanned};
use working_days::day_and_year;

/// See the page above.
#[derive(Debug, Clone)]
pub struct LadderClaim {
    rungs: Vec<(Spanned<String>, Vec<Need>)>,
}

impl Check for LadderClaim {
    type About<'a> = &'a Engagement;
    const CODE: &'static str = "ladder-claim";
    const PROMISE: &'static str = "Ladder claim";
    const FAILING: &'static str = "Ladder claim too high";
    const FILE: &'static str = include_str!("mod.rs");
    const SETTLED_BY_EVENT: bool = false;

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        let mut rungs = Vec::new();
        let entries = fields.rest(|| Asked::word::<Need>().or_several());
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
            Answer::Present(claim, span) => (claim, span),
            Answer::Unreadable(span) => return Err(unreadable(span)),
            Answer::Missing(_) => {
                return Ok(Ruling::does_not_apply("no rung of the ladder is claimed"));
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
            return Ok(Ruling::still_to_come(over, words).at(over_place, "the day itself"));
        }
        let needs = self.needs_of(claim);
        if needs.is_empty() {
            let words = format!("claimed: {claim}, for which the charter asks no evidence");
            return Ok(Ruling::kept(words).at(place, "claimed here"));
        }
        let said: Vec<(Need, NeedSays)> = needs
            .iter()
            .map(|need| (*need, says(*need, record, over, cx)))
            .collect();
        weigh(claim, place, &said, cx)
    }
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
    said: &[(Need, NeedSays)],
    cx: &Context<'_>,
) -> Result<Ruling, NoEvidence> {
    let mut yes = Vec::new();
    let mut no = Vec::new();
    let mut nothing = Vec::new();
    let mut unread = None;
    for (need, says) in said {
        match says {
            NeedSays::Yes(span) => yes.push((need.spoken(), *span)),
            NeedSays::No(words, span) => no.push((words.as_str(), *span)),
            NeedSays::Nothing(words, gap) => nothing.push((*words, *gap)),
            NeedSays::Unreadable(span) => unread = unread.or(Some(*span)),
        }
    }
    let with = |ruling: Ruling, places: &[(&str, Span)], label: &'static str| {
        let places = places.iter();
        let ruling = ruling.at(place, "claimed here");
        places.fold(ruling, |ruling, (_, span)| ruling.at(*span, label))
    };
    let words = |of: &[(&str, Span)]| listed(of.iter().map(|(words, _)| *words), "and");
    if !no.is_empty() {
        let ruling = Ruling::not_kept(format!(
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
            "the record does not say {}; claimed: {claim}",
            listed(nothing.iter().map(|(words, _)| *words), "and")
        );
        let missing = Gap::first(nothing.iter().map(|(_, gap)| *gap));
        let gap = missing.map_or(Gap::at(place), |gap| Gap { at: place, ..gap });
        let ruling = cx.silent(silent, gap, "claimed here");
        return Ok(nothing
            .iter()
            .fold(ruling, |ruling, (_, gap)| ruling.at(gap.at, "missing here"))
            .remedy("Add it to the record, or claim the rung that the record supports."));
    }
    let ruling = Ruling::kept(format!(
        "claimed: {claim}; the record shows that {}",
        words(&yes)
    ));
    Ok(with(ruling, &yes, "shown here"))
}
