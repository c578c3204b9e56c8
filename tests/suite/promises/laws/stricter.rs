//! A stricter number never makes a verdict better: each number of a charter, the steps of each standard
//! and how often the charter is to be reviewed.

use charter_audit::rules::Verdict;

use super::story::Story;
use super::verdicts::{About, Told, judged};
use super::{Change, first_broken, hold};
use crate::dice::Dice;

/// Two numbers do not say how well something must be done, but where anything is asked at all: so many
/// claims are needed to compare (G3), and so much notice makes a request a duty (O8).
fn asks_differently(about: &About, told: &Told) -> bool {
    match about.clause.as_str() {
        "G3" => told.verdict == Verdict::NoEvidence,
        "O8" => told.verdict == Verdict::DoesNotApply,
        _ => false,
    }
}

fn a_stricter_number(dice: &mut Dice, story: &Story) -> Option<Change> {
    let at = dice.below(story.terms.numbers.len());
    let numbers = story.terms.numbers.get(at)?;
    let step = dice.below(numbers.steps.len());
    let by = 1 + u32::try_from(dice.below(12)).unwrap();
    let told = numbers.raised(step, by).told();
    Some(Change {
        told: format!("stricter: {told}"),
        after: Box::new(move |story| {
            let mut story = story.clone();
            let numbers = story.terms.numbers.get_mut(at)?;
            let raised = numbers.raised(step, by);
            if raised.steps == numbers.steps {
                return None;
            }
            *numbers = raised;
            judged(&story)
        }),
        broken: Box::new(|_, before, after| {
            first_broken(before, after, |about, told, now| {
                now.is_none_or(|now| now.is_better_than(told)) && !asks_differently(about, told)
            })
        }),
    })
}

#[test]
fn a_stricter_number_makes_no_verdict_better() {
    hold(0x0057_81C7, a_stricter_number);
}
