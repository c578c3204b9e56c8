//! Telling people earlier never weighs heavier: notice, papers, invitations, questions to the wider group,
//! feedback, answers, and the new day of what was moved.

use charter_audit::rules::Verdict;
use chrono::{Days, NaiveDate};

use super::folder::distance;
use super::story::{Record, Story, Value};
use super::verdicts::{About, Told, judged};
use super::{Change, first_broken, hold};
use crate::dice::Dice;

/// The days on which somebody was told or asked something, and before which of its own days a record
/// cannot have any such.
const TOLD: &[&str] = &[
    "notice.sent",
    "papers.sent",
    "forum.invited",
    "wider_input.opened",
    "feedback.sent",
    "forum_feedback.sent",
    "experience.responded",
    "answered",
    "moved_from",
];

/// No earlier than this can something have been told.
fn not_before(record: &Record, field: &str) -> Option<NaiveDate> {
    match field {
        "feedback.sent" | "forum_feedback.sent" => record.ends(),
        "experience.responded" => record.begins(),
        "answered" => record.day("made"),
        _ => None,
    }
}

fn earlier(record: &Record, field: &str, by: Days, which: usize) -> Option<Value> {
    let day = was(record, field, which)?;
    if field == "moved_from" {
        let mut moves = record.moves().to_vec();
        let at = which % moves.len();
        moves.get_mut(at)?.1 = Some(day - by);
        return Some(Value::Moves(moves));
    }
    let then = (day - by).max(not_before(record, field).unwrap_or(NaiveDate::MIN));
    (then < day).then(|| Value::plain(then))
}

/// The day that is made an earlier one.
fn was(record: &Record, field: &str, which: usize) -> Option<NaiveDate> {
    if field == "moved_from" {
        let moves = record.moves();
        return moves.get(which % moves.len().max(1))?.1;
    }
    record.day(field)
}

/// What is dated after the audit is not seen, so an earlier day may be the first that counts. Where the
/// last day was over, it shows that it came too late; words count from the day they were sent; and a move
/// of which people now were told is one to another day.
fn is_seen_now(about: &About, told: &Told, field: &str) -> bool {
    let was_not_shown = matches!(told.verdict, Verdict::NoEvidence | Verdict::DoesNotApply);
    let is_of_words = ["O4a2", "O4d2"].contains(&about.clause.as_str());
    was_not_shown || is_of_words || field == "moved_from"
}

fn told_earlier(dice: &mut Dice, story: &Story) -> Option<Change> {
    let by = distance(dice);
    let which = dice.below(2);
    let record = dice.one_of(&story.records);
    let said: Vec<&'static str> = TOLD
        .iter()
        .copied()
        .filter(|field| earlier(record, field, by, which).is_some())
        .collect();
    if said.is_empty() {
        return None;
    }
    let field = *dice.one_of(&said);
    let id = record.id().to_owned();
    let of = id.clone();
    Some(Change {
        told: format!(
            "{field} of {id} is now {:?}",
            earlier(record, field, by, which)
        ),
        after: Box::new(move |story| {
            let value = earlier(story.record(&id)?, field, by, which)?;
            judged(&story.with(&id, field, value)?)
        }),
        broken: Box::new(move |story, before, after| {
            let unseen = was(story.record(&of)?, field, which)? > story.as_of;
            first_broken(before, after, |about, told, now| {
                let Some(now) = now else { return true };
                told.is_better_than(now) && !(unseen && is_seen_now(about, told, field))
            })
        }),
    })
}

#[test]
fn telling_people_earlier_weighs_no_heavier() {
    hold(0x0007_E111, told_earlier);
}
