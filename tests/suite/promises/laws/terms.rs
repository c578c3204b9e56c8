//! Charters at random: when each party signed, what counts as silence, and every number.

use std::fmt::Write as _;

use chrono::{Days, NaiveDate};

use super::numbers::Numbers;
use crate::dice::Dice;

/// Clauses that a charter may have take silence as not kept.
const SILENCE: &[&str] = &[
    "O1a", "O1b", "O4a1", "O4a2", "O4a3", "O4c", "O5s", "O6b", "W1", "W3a", "W3b",
];

/// What a charter says beyond the one that it extends.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Terms {
    /// When the council, the health board and the forum signed.
    pub(super) signed: [Option<NaiveDate>; 3],
    reviewed: Option<NaiveDate>,
    silence: Vec<&'static str>,
    closed: Vec<NaiveDate>,
    pub(super) numbers: Vec<Numbers>,
}

impl Terms {
    /// The built-in charter, signed by nobody knows whom.
    fn shipped() -> Self {
        Terms {
            signed: [None; 3],
            reviewed: None,
            silence: Vec::new(),
            closed: Vec::new(),
            numbers: Numbers::all_shipped(),
        }
    }

    pub(super) fn random(dice: &mut Dice, as_of: NaiveDate) -> Self {
        let mut terms = Terms::shipped();
        if dice.below(3) > 0 {
            for signed in &mut terms.signed {
                *signed = match dice.below(4) {
                    0 => None,
                    1 => Some(as_of - Days::new(900 + dice.below(200) as u64)),
                    _ => Some(as_of - Days::new(dice.below(420) as u64)),
                };
            }
        }
        if dice.below(2) == 0 {
            terms.reviewed = Some(as_of - Days::new(dice.below(500) as u64));
        }
        terms.silence = SILENCE
            .iter()
            .copied()
            .filter(|_| dice.below(6) == 0)
            .collect();
        for _ in 0..dice.below(6) {
            terms
                .closed
                .push(as_of - Days::new(dice.below(200) as u64) + Days::new(60));
        }
        for numbers in &mut terms.numbers {
            if dice.below(3) == 0 {
                numbers.at_random(dice);
            }
        }
        terms
    }

    /// Every way to leave something out.
    pub(super) fn simpler(&self) -> Vec<Terms> {
        let mut all = Vec::new();
        let mut without = |change: &dyn Fn(&mut Terms)| {
            let mut terms = self.clone();
            change(&mut terms);
            if terms != *self {
                all.push(terms);
            }
        };
        for at in 0..self.signed.len() {
            without(&|terms| *terms.signed.get_mut(at).unwrap() = None);
        }
        without(&|terms| terms.reviewed = None);
        without(&|terms| terms.closed.clear());
        for clause in &self.silence {
            without(&|terms| terms.silence.retain(|one| one != clause));
        }
        for (at, shipped) in Numbers::all_shipped().into_iter().enumerate() {
            without(&|terms| *terms.numbers.get_mut(at).unwrap() = shipped.clone());
        }
        all
    }

    /// The charter, as a file has it.
    pub(super) fn text(&self) -> String {
        let day = |day: Option<NaiveDate>| day.map_or(String::new(), |day| day.to_string());
        let [council, board, forum] = self.signed.map(day);
        let mut text = format!(
            "extends: built-in\ntitle: Coproduction charter, Northmoor\nparties:\n  \
             council: {{ name: Northmoor Council, side: organisation, signed: {council} }}\n  \
             icb: {{ name: Northmoor Health Board, side: organisation, signed: {board} }}\n  \
             forum: {{ name: Northmoor Voice, side: forum, signed: {forum} }}\n"
        );
        let own = |numbers: &&Numbers| !numbers.shipped;
        let review = self
            .numbers
            .iter()
            .filter(own)
            .find(|it| it.group == "review");
        if self.reviewed.is_some() || review.is_some() {
            let every = review.map_or(12, |it| it.steps.first().unwrap().1);
            let last = day(self.reviewed);
            let _ = writeln!(text, "review: {{ every: {every} months, last: {last} }}");
        }
        if !self.closed.is_empty() {
            let days: Vec<String> = self.closed.iter().map(ToString::to_string).collect();
            let _ = writeln!(text, "calendar: {{ closed_days: [{}] }}", days.join(", "));
        }
        let clauses = self.clauses();
        if !clauses.is_empty() {
            let _ = write!(text, "clauses:\n{clauses}");
        }
        text
    }

    fn clauses(&self) -> String {
        let mut ids: Vec<&str> = self.silence.clone();
        let judged = |it: &&Numbers| !it.shipped && !it.rule.is_empty();
        ids.extend(self.numbers.iter().filter(judged).map(|it| it.clause));
        ids.sort_unstable();
        ids.dedup();
        let clause = |id: &str| {
            // A rule is named with all of its standards.
            let of = |it: &&Numbers| it.clause == id && !it.rule.is_empty();
            let mut all: Vec<&Numbers> = self.numbers.iter().filter(of).collect();
            if all.iter().all(|it| it.shipped) {
                all.clear();
            }
            let mut clause = format!("  - {{ id: {id}");
            if self.silence.contains(&id) {
                clause.push_str(", silence: not-kept");
            }
            if let Some(first) = all.first() {
                let parameters: Vec<String> = all.iter().map(|it| it.parameters()).collect();
                let _ = write!(
                    clause,
                    ", rule: {{ {}: {{ {} }} }}",
                    first.rule,
                    parameters.join(", ")
                );
            }
            clause + " }\n"
        };
        ids.into_iter().map(clause).collect()
    }

    /// Whether a promise takes silence as not kept, here or as shipped.
    pub(super) fn takes_silence_as_not_kept(&self, clause: &str) -> bool {
        ["O2a", "O4d1", "O4e1"].contains(&clause) || self.silence.contains(&clause)
    }
}
