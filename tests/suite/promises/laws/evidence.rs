//! Adding evidence never makes a verdict worse: a field that said nothing is given a good answer, or a
//! record that did everything right is added. Worst is not kept, by its weight, then explained, no
//! evidence, still to come, kept. Where a promise did not apply it may come to apply, but is then kept
//! unless its own silence counts. `EXCEPTIONS` says where one answer lets another, poor one count.

use charter_audit::rules::Verdict;

use super::good::{
    SENT, fields, good_answer, good_engagement, good_explanation, good_register, is_early, is_open,
};
use super::story::{Record, Story};
use super::verdicts::{About, Told, judged};
use super::{Change, first_broken, hold};
use crate::dice::Dice;

/// Why a promise may stand worse although the answer is a good one: each exception is about the
/// clauses and the fields that it names, where its condition holds.
struct Exception {
    filled: &'static [&'static str],
    clauses: &'static [&'static str],
    when: fn(&Case<'_>) -> bool,
}

/// What an exception may look at.
struct Case<'c> {
    story: &'c Story,
    record: &'c Record,
    undated: bool,
    before: Verdict,
    after: Verdict,
}

impl Case<'_> {
    fn says(&self, field: &str) -> bool {
        !self.record.is_silent(field)
    }
}

const ATTENDANCE: &[&str] = &[
    "attendance.parents",
    "attendance.cyp",
    "attendance.forum_reps",
];
const PARENTS: &[&str] = &[
    "attendance.parents",
    "attendance.forum_reps",
    "forum.invited",
    "service_parents.involved",
];
const EXCEPTIONS: &[Exception] = &[
    // That nobody helped counts once children are known to have been involved.
    Exception {
        filled: &["cyp.involved"],
        clauses: &["O2b"],
        when: |case| case.says("cyp.facilitation"),
    },
    // Words count from the day they were sent, good ones and bad ones.
    Exception {
        filled: &["notice.sent"],
        clauses: &["O4a2", "O4d2"],
        when: |case| case.says("notice.purpose"),
    },
    Exception {
        filled: &["feedback.sent"],
        clauses: &["O4d2"],
        when: |case| case.says("feedback.you_said"),
    },
    // To whom feedback went is asked of feedback that was sent, and of everybody who came.
    Exception {
        filled: &["feedback.sent"],
        clauses: &["O4e3"],
        when: |case| case.says("feedback.to") && case.before != Verdict::StillToCome,
    },
    Exception {
        filled: ATTENDANCE,
        clauses: &["O4e3"],
        when: |case| case.says("feedback.to"),
    },
    // The areas of an engagement count, and those it leaves out are missing, once parents are known to
    // have been there.
    Exception {
        filled: PARENTS,
        clauses: &["O1c"],
        when: |case| case.says("areas"),
    },
    // That the wider group was not told, or not in time, counts where the forum is known to have been.
    Exception {
        filled: &["forum.invited", "attendance.forum_reps"],
        clauses: &["W3a", "W3b"],
        when: |case| case.says("forum_feedback.sent") || case.says("wider_input.opened"),
    },
    // A bare "yes" says whether and not when. It may have been written after the day of the audit, so
    // where days are counted it is neither in time nor still to come.
    Exception {
        filled: SENT,
        clauses: &["O4a1", "O4a3", "O4e2", "W1", "W3b"],
        when: |case| case.undated && case.after == Verdict::NoEvidence,
    },
    // Parents who were there, too late to change anything: that is what the record then shows.
    Exception {
        filled: PARENTS,
        clauses: &["G5", "O5"],
        when: |case| !is_early(case.story, case.record),
    },
];

/// A promise that had no occasion may arise, and then its own silence counts.
fn arises(story: &Story, about: &About, pair: (&Told, &Told)) -> bool {
    let verdicts = (pair.0.verdict, pair.1.verdict);
    verdicts == (Verdict::DoesNotApply, Verdict::NotKept)
        && story.terms.takes_silence_as_not_kept(&about.clause)
}

fn a_field_filled_in(dice: &mut Dice, story: &Story) -> Option<Change> {
    let record = dice.one_of(&story.records);
    let all = fields(record).into_iter();
    let silent: Vec<&'static str> = all.filter(|field| is_open(record, field)).collect();
    if silent.is_empty() {
        return None;
    }
    let field = *dice.one_of(&silent);
    let undated = SENT.contains(&field) && dice.below(4) == 0;
    let answer = good_answer(record, field, story.as_of, undated)?;
    let id = record.id().to_owned();
    let told = format!("{field} of {id} was silent, and is now {answer:?}");
    let of = id.clone();
    Some(Change {
        told,
        after: Box::new(move |story| {
            let record = story.record(&id)?;
            let is_good =
                good_answer(record, field, story.as_of, undated).as_ref() == Some(&answer);
            if !is_open(record, field) || !is_good {
                return None;
            }
            judged(&story.with(&id, field, answer.clone())?)
        }),
        broken: Box::new(move |story, before, after| {
            let record = story.record(&of)?;
            first_broken(before, after, |about, told, now| {
                let Some(now) = now else { return true };
                let case = Case {
                    story,
                    record,
                    undated,
                    before: told.verdict,
                    after: now.verdict,
                };
                let mut excepted = EXCEPTIONS.iter().filter(|one| {
                    one.filled.contains(&field) && one.clauses.contains(&about.clause.as_str())
                });
                told.is_better_than(now)
                    && !arises(story, about, (told, now))
                    && !excepted.any(|one| (one.when)(&case))
            })
        }),
    })
}

fn a_good_record_added(dice: &mut Dice, story: &Story) -> Option<Change> {
    let record = match dice.below(4) {
        0 => good_register(dice, story),
        1 => good_explanation(dice, story)?,
        _ => good_engagement(dice, story)?,
    };
    let told = format!("one more record:\n{}", super::writing::yaml(&record));
    let added = record.clone();
    Some(Change {
        told,
        after: Box::new(move |story| judged(&story.and(record.clone()))),
        broken: Box::new(move |story, before, after| {
            first_broken(before, after, |about, told, now| {
                // A party's contact must have been there on the day of every record.
                let asks_for_a_contact = added.of == "engagement" && about.clause == "O3";
                !asks_for_a_contact
                    && now.is_none_or(|now| {
                        told.is_better_than(now) && !arises(story, about, (told, now))
                    })
            })
        }),
    })
}

#[test]
fn a_good_answer_makes_no_verdict_worse() {
    hold(0x0E71_DE4C, a_field_filled_in);
}

#[test]
fn a_good_record_makes_no_verdict_worse() {
    hold(0x0600_D1E5, a_good_record_added);
}
