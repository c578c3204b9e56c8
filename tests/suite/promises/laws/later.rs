//! A later day of the audit never makes something still to come that was settled, unless people were told
//! only in between that it was moved. What an event settled, and the audit saw whole, stays word for word.

use charter_audit::rules::Verdict;

use chrono::NaiveDate;
use engagement_records::record::SubjectKind;

use super::folder::distance;
use super::story::{Record, Story};
use super::verdicts::{About, judged};
use super::{Change, first_broken, hold};
use crate::dice::Dice;

/// What came before a charter was signed counts as long as it is recent, and after that the charter has
/// its own first year: for every area (O1c), and for its first review (G2).
fn is_of_a_young_charter(about: &About, story: &Story) -> bool {
    let is_signed = story.terms.signed.iter().any(Option::is_some);
    is_signed && ["O1c", "G2"].contains(&about.clause.as_str())
}

/// Whether people were told only after the audit that something was moved: by then it had another day.
fn is_moved_later(story: &Story, about: &About) -> bool {
    let mut records = story.records.iter();
    records.any(|record| {
        let is_about = about.kind != SubjectKind::Engagement || record.id() == about.id;
        let is_unseen = |told: &Option<NaiveDate>| told.is_none_or(|told| told > story.as_of);
        is_about && record.moves().iter().any(|(_, told)| is_unseen(told))
    })
}

fn a_later_day(dice: &mut Dice, _: &Story) -> Change {
    let later = distance(dice);
    Change {
        told: format!("{later:?} later"),
        after: Box::new(move |story| {
            judged(&Story {
                as_of: story.as_of + later,
                ..story.clone()
            })
        }),
        broken: Box::new(|story, before, after| {
            first_broken(before, after, |about, told, now| {
                let is_settled = match told.verdict {
                    Verdict::Kept | Verdict::NotKept | Verdict::NoEvidence | Verdict::Explained => {
                        true
                    }
                    Verdict::StillToCome | Verdict::DoesNotApply => false,
                };
                is_settled
                    && now.is_some_and(|now| now.verdict == Verdict::StillToCome)
                    && !is_of_a_young_charter(about, story)
                    && !is_moved_later(story, about)
            })
        }),
    }
}

/// The promises about facts that are settled once an event is over.
const SETTLED: &[&str] = &["O4a1", "O4a1s", "O4a3", "O4b", "O4c", "W3a"];

/// Whether the audit sees every day that a record holds.
fn is_seen(record: &Record, as_of: NaiveDate) -> bool {
    let by_then = |day: NaiveDate| day <= as_of;
    let mut fields = record.fields.iter().filter(|(name, _)| *name != "until");
    let mut moves = record.moves().iter();
    fields.all(|(_, value)| value.day().is_none_or(by_then))
        && moves.all(|(_, told)| told.is_some_and(by_then))
}

fn a_later_day_when_all_is_seen(dice: &mut Dice, story: &Story) -> Change {
    Change {
        broken: Box::new(|story, before, after| {
            let seen = |id: &str| {
                story
                    .record(id)
                    .is_some_and(|record| is_seen(record, story.as_of))
            };
            let mut explanations = story.records.iter().filter(|one| one.of == "explanation");
            if !explanations.all(|one| is_seen(one, story.as_of)) {
                return None;
            }
            first_broken(before, after, |about, told, now| {
                SETTLED.contains(&about.clause.as_str()) && seen(&about.id) && now != Some(told)
            })
        }),
        ..a_later_day(dice, story)
    }
}

#[test]
fn what_was_settled_is_never_still_to_come_on_a_later_day() {
    hold(0x0000_1A7E, a_later_day);
}

#[test]
fn what_an_event_settled_stays_as_it_was_found() {
    hold(0x005E_771E, a_later_day_when_all_is_seen);
}
