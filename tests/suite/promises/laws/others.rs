//! A record of another project, or a request, changes nothing for anybody else: verdict, weight and words
//! stay, but for what is about all records at once.

use engagement_records::record::SubjectKind;

use super::folder::Folder;
use super::story::{Record, Story};
use super::verdicts::{About, judged};
use super::{Change, first_broken, hold};
use crate::dice::Dice;

/// What is about all records at once: stretches of time, and the charter as a whole. A party's contact
/// must have been there on the day of every record.
fn is_about_all(about: &About) -> bool {
    match about.kind {
        SubjectKind::Period | SubjectKind::Whole | SubjectKind::File => true,
        SubjectKind::Signatory => about.clause == "O3",
        SubjectKind::Engagement
        | SubjectKind::Project
        | SubjectKind::Decision
        | SubjectKind::Request
        | SubjectKind::Contact
        | SubjectKind::Conduct => false,
    }
}

fn one_more(record: Record) -> Change {
    Change {
        told: format!("one more record:\n{}", super::writing::yaml(&record)),
        after: Box::new(move |story| judged(&story.and(record.clone()))),
        broken: Box::new(|_, before, after| {
            first_broken(before, after, |about, told, now| {
                !is_about_all(about) && now != Some(told)
            })
        }),
    }
}

fn a_record_of_another_project(dice: &mut Dice, story: &Story) -> Change {
    let as_of = story.as_of;
    let what = dice.below(6);
    let mut folder = Folder { dice, as_of };
    let record = match what {
        0 => folder.decision("other", "parking"),
        1 => folder.request("other"),
        _ => folder.engagement("other", "parking"),
    };
    one_more(record)
}

#[test]
fn a_record_of_another_project_changes_nothing() {
    hold(0x0074_3125, a_record_of_another_project);
}
