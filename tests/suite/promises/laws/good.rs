//! Good evidence: the answer to each field that shows a promise kept, and records that do everything
//! right.

use chrono::{Days, NaiveDate};

use super::engagements::{POINTS, PURPOSE};
use super::folder::BOTH_SIDES;
use super::story::{Record, Story, Value};
use crate::dice::Dice;

/// A good answer to a field of an engagement.
pub(super) fn good_answer(
    record: &Record,
    field: &str,
    as_of: NaiveDate,
    undated: bool,
) -> Option<Value> {
    let seen = |day: NaiveDate| (day <= as_of).then(|| Value::plain(day));
    let long_before = |back| {
        record
            .begins()
            .map(|day| day - Days::new(back))
            .and_then(seen)
    };
    let at_once = || record.ends().and_then(seen);
    match field {
        _ if undated => Some(Value::plain("yes")),
        "moved_from" => told_of_every_move(record, as_of),
        "notice.sent" => long_before(120),
        "papers.sent" => long_before(90),
        "forum.invited" | "wider_input.opened" => long_before(100),
        "feedback.sent" | "forum_feedback.sent" => at_once(),
        "experience.responded" => at_once().filter(|_| record.says("experience.complaint", "yes")),
        "answered" => record.day("made").and_then(seen),
        // Whoever names one area shows that areas are written down, so a good answer names them all.
        "areas" => Some(Value::List(AREAS.to_vec())),
        "notice.purpose" => Some(Value::Text(PURPOSE)),
        "feedback.you_said" => Some(Value::Text("Saturdays matter most.")),
        "feedback.we_did" => Some(Value::Text("Two Saturday clubs from June.")),
        "feedback.to" => Some(Value::List(vec!["parents", "cyp", "staff"])),
        "timing.considered" => Some(Value::Text("polled the forum")),
        "venue.access.why_not" => Some(Value::Text("the loop is on order")),
        "attendance.forum_reps" | "attendance.parents" | "attendance.cyp" => {
            Some(Value::plain("40"))
        }
        "cyp.facilitation" => Some(Value::Text("youth worker")),
        "scope_for_change.in" => Some(Value::List(vec!["hours"])),
        "scope_for_change.out" => Some(Value::List(vec!["budget"])),
        "expectations.commitment_asked" => Some(Value::Text("two evenings")),
        "expectations.recognition" => Some(Value::Text("expenses paid")),
        "reach.invited" => Some(Value::plain("240")),
        "reach.responded" => Some(Value::plain("37")),
        "reviewed" => Some(Value::plain(as_of)),
        "link" => Some(Value::Text("forum handbook")),
        _ => Some(Value::plain("yes")),
    }
}

/// Earlier days, with people told long before wherever nobody wrote down when.
fn told_of_every_move(record: &Record, as_of: NaiveDate) -> Option<Value> {
    let told = record.begins()? - Days::new(120);
    let filled = record
        .moves()
        .iter()
        .map(|(from, known)| (*from, known.or(Some(told))));
    // Days are given up in their order, and nobody is told of a later one first.
    let known = record.moves().iter().filter_map(|(_, told)| *told);
    let is_in_order = known.max().is_none_or(|last| last <= told);
    (told <= as_of && is_in_order).then(|| Value::Moves(filled.collect()))
}

/// Whether a good answer can be filled in: the field says nothing, or leaves something out.
pub(super) fn is_open(record: &Record, field: &str) -> bool {
    if field == "moved_from" {
        return record.moves().iter().any(|(_, told)| told.is_none());
    }
    record.is_silent(field)
}

const AREAS: &[&str] = &["development", "decisions", "changes", "feedback", "needs"];

/// The fields that can show that a promise was kept.
const OF_ENGAGEMENTS: &[&str] = &[
    "areas",
    "moved_from",
    "notice.sent",
    "notice.purpose",
    "papers.sent",
    "forum.invited",
    "wider_input.opened",
    "timing.considered",
    "venue.access.why_not",
    "attendance.forum_reps",
    "attendance.parents",
    "attendance.cyp",
    "service_parents.involved",
    "cyp.involved",
    "cyp.facilitation",
    "promoted_forum.done",
    "scope_for_change.in",
    "scope_for_change.out",
    "expectations.commitment_asked",
    "expectations.recognition",
    "decided_jointly",
    "reach.invited",
    "reach.responded",
    "feedback.sent",
    "feedback.to",
    "feedback.you_said",
    "feedback.we_did",
    "forum_feedback.sent",
    "experience.responded",
];

pub(super) fn fields(record: &Record) -> Vec<&'static str> {
    match record.of {
        "engagement" if record.is_survey() => OF_ENGAGEMENTS.to_vec(),
        "engagement" => OF_ENGAGEMENTS.iter().chain(POINTS).copied().collect(),
        "request" => vec!["answered", "met"],
        "conduct" => vec!["link", "reviewed"],
        _ => Vec::new(),
    }
}

/// Fields that a bare "yes" can fill in: it was done on some day.
pub(super) const SENT: &[&str] = &[
    "notice.sent",
    "papers.sent",
    "feedback.sent",
    "forum_feedback.sent",
    "answered",
];

/// So many days before a decision, every standard for early involvement is met.
const EARLY: Days = Days::new(120);

/// Whether an engagement was long before every decision of its project.
pub(super) fn is_early(story: &Story, record: &Record) -> bool {
    record.begins().is_some_and(|day| {
        let decisions = story.records.iter();
        let mut own =
            decisions.filter(|one| one.of == "decision" && one.project() == record.project());
        own.all(|decision| {
            let mut days = ["decided", "options_fixed"].into_iter();
            days.all(|field| decision.day(field).is_none_or(|fixed| day + EARLY < fixed))
        })
    })
}

/// An engagement that did everything right, long before every decision of a project.
pub(super) fn good_engagement(dice: &mut Dice, story: &Story) -> Option<Record> {
    let project = dice.one_of(&story.records).project()?.clone();
    let mut record = Record::new("engagement", "good".to_owned());
    let date = story.as_of - Days::new(1 + dice.below(300) as u64);
    for (field, value) in [
        ("title", Value::plain("Good")),
        ("kind", Value::plain("workshop")),
        ("project", project),
        ("organisers", Value::List(vec!["council", "forum"])),
        ("status", Value::plain("held")),
        ("date", Value::plain(date)),
        ("audience", Value::List(vec!["parents", "cyp"])),
        ("venue.mode", Value::plain("in-person")),
        ("areas", Value::List(AREAS.to_vec())),
    ] {
        record.set(field, value);
    }
    for field in fields(&record) {
        if let Some(answer) = good_answer(&record, field, story.as_of, false) {
            record.set(field, answer);
        }
    }
    is_early(story, &record).then_some(record)
}

pub(super) fn good_register(dice: &mut Dice, story: &Story) -> Record {
    let party = Value::plain(dice.one_of(&["council", "icb", "forum"]));
    let long_ago = story.as_of - Days::new(1000);
    if dice.below(2) == 0 {
        let mut contact = Record::new("contact", "good".to_owned());
        contact.set("party", party);
        contact.set("post", Value::Text("participation officer"));
        contact.set("from", Value::plain(long_ago));
        return contact;
    }
    let mut conduct = Record::new("conduct", "good".to_owned());
    conduct.set("party", party);
    let document = *dice.one_of(&["code of conduct", "policy guidelines"]);
    conduct.set("document", Value::Text(document));
    conduct.set("link", Value::Text("forum handbook"));
    conduct.set("reviewed", Value::plain(story.as_of));
    conduct
}

/// A valid explanation that was agreed long before, and holds for long after.
pub(super) fn good_explanation(dice: &mut Dice, story: &Story) -> Option<Record> {
    let mut record = Record::new("explanation", "good".to_owned());
    let about = dice.one_of(&story.records);
    let (field, clauses): (_, &[&str]) = match about.of {
        "engagement" => (
            "engagement",
            &[
                "O4a1", "O4a3", "O4b", "O4c", "O4e2", "O2a", "O1b", "W3a", "W3b",
            ],
        ),
        "decision" => ("decision", &["O5", "G5"]),
        "request" => ("request", &["O8", "W1"]),
        _ => return None,
    };
    for (field, value) in [
        (field, Value::plain(about.id())),
        ("clause", Value::plain(dice.one_of(clauses))),
        ("reason", Value::plain("urgent-statutory-deadline")),
        ("because", Value::Text("The funding bid closed early.")),
        ("instead", Value::Text("a recording was shared")),
        ("agreed_by", Value::Flow(BOTH_SIDES)),
        ("agreed_on", Value::plain(story.as_of - Days::new(500))),
        ("until", Value::plain(story.as_of + Days::new(200))),
    ] {
        record.set(field, value);
    }
    Some(record)
}
