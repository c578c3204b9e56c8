//! Folders at random: a few records of every type, with days that lie near each other's limits.

use chrono::{Days, NaiveDate};

use super::story::{Record, Story, Value};
use super::terms::Terms;
use crate::dice::Dice;

/// The projects that records belong to.
pub(super) const PROJECTS: &[&str] = &["short-breaks", "transport"];

/// Days between two days, with those oversampled that standards speak of.
const LEADS: &[u64] = &[
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13, 14, 15, 16, 19, 20, 21, 22, 27, 28, 29, 30, 41, 42,
    43, 60, 84, 85,
];

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(super) fn lead(dice: &mut Dice) -> Days {
    Days::new(*dice.one_of(LEADS))
}

/// The same, at least a day.
pub(super) fn distance(dice: &mut Dice) -> Days {
    Days::new(1 + *dice.one_of(LEADS))
}

/// One of several, each as likely as its number says.
fn weighted<T: Clone>(dice: &mut Dice, several: &[(usize, T)]) -> T {
    let all = several.iter().map(|(weight, _)| weight).sum();
    let mut left = dice.below(all);
    for (weight, one) in several {
        if left < *weight {
            return one.clone();
        }
        left -= weight;
    }
    panic!("a number below the sum of all weights")
}

/// A folder under a charter, and a day of the audit.
pub(super) fn random(dice: &mut Dice) -> Story {
    let as_of = day("2025-09-01") + Days::new(dice.below(300) as u64);
    let terms = Terms::random(dice, as_of);
    let mut folder = Folder { dice, as_of };
    let mut records = Vec::new();
    for at in 0..=folder.dice.below(5) {
        let project = *folder.dice.one_of(PROJECTS);
        records.push(folder.engagement(&format!("e{at}"), project));
    }
    for at in 0..folder.dice.below(3) {
        let project = *folder.dice.one_of(PROJECTS);
        records.push(folder.decision(&format!("d{at}"), project));
    }
    for at in 0..folder.dice.below(3) {
        records.push(folder.request(&format!("r{at}")));
    }
    for at in 0..folder.dice.below(3) {
        records.push(folder.contact(&format!("c{at}")));
    }
    for at in 0..folder.dice.below(3) {
        records.push(folder.conduct(&format!("p{at}")));
    }
    for at in 0..folder.dice.below(3) {
        records.push(folder.explanation(&format!("x{at}")));
    }
    Story {
        terms,
        records,
        as_of,
    }
}

/// Makes records around the day of an audit.
pub(super) struct Folder<'d> {
    pub(super) dice: &'d mut Dice,
    pub(super) as_of: NaiveDate,
}

impl Folder<'_> {
    pub(super) fn chance(&mut self, percent: usize) -> bool {
        self.dice.below(100) < percent
    }

    /// A word, or nothing at all.
    pub(super) fn word(
        &mut self,
        record: &mut Record,
        field: &'static str,
        several: &[(usize, &str)],
    ) {
        match weighted(self.dice, several) {
            "" => {}
            "blank" => record.set(field, Value::Blank),
            word => record.set(field, Value::plain(word)),
        }
    }

    pub(super) fn words(
        &mut self,
        record: &mut Record,
        field: &'static str,
        several: &[(usize, &[&'static str])],
    ) {
        let words = weighted(self.dice, several);
        if !words.is_empty() {
            record.set(field, Value::List(words.to_vec()));
        }
    }

    pub(super) fn text(
        &mut self,
        record: &mut Record,
        field: &'static str,
        several: &[(usize, &'static str)],
    ) {
        match weighted(self.dice, several) {
            "" => {}
            "none" => record.set(field, Value::plain("none")),
            text => record.set(field, Value::Text(text)),
        }
    }

    /// Near the day of the audit, or anywhere in the thirteen months before and two after it.
    pub(super) fn some_day(&mut self) -> NaiveDate {
        let near = lead(self.dice);
        match self.dice.below(10) {
            0..5 => self.as_of - near,
            5..7 => self.as_of + Days::new(self.dice.below(45) as u64),
            _ => self.as_of - Days::new(400) + Days::new(self.dice.below(460) as u64),
        }
    }

    /// A day, or one of the other answers that a day of sending can have.
    pub(super) fn sent(
        &mut self,
        record: &mut Record,
        field: &'static str,
        day: Option<NaiveDate>,
    ) {
        match (self.dice.below(20), day) {
            (0..9, Some(day)) => record.set(field, Value::plain(day)),
            (9..11, _) => record.set(field, Value::plain("none")),
            (11..13, _) => record.set(field, Value::plain("yes")),
            (13, _) => record.set(field, Value::Blank),
            _ => {}
        }
    }

    pub(super) fn before(&mut self, day: Option<NaiveDate>) -> Option<NaiveDate> {
        let lead = lead(self.dice);
        day.map(|day| day - lead)
    }

    pub(super) fn after(&mut self, day: Option<NaiveDate>) -> Option<NaiveDate> {
        let later = lead(self.dice);
        day.map(|day| day + later)
    }

    pub(super) fn project(&mut self, record: &mut Record, project: &'static str) {
        self.word(record, "project", &[(7, project), (2, ""), (1, "blank")]);
    }

    pub(super) fn decision(&mut self, id: &str, project: &'static str) -> Record {
        let mut record = Record::new("decision", id.to_owned());
        record.set("title", Value::Plain(format!("Contract {id}")));
        self.project(&mut record, project);
        let decided = self.some_day() + Days::new(20);
        if self.chance(92) {
            record.set("decided", Value::plain(decided));
        }
        if self.chance(40) {
            record.set("options_fixed", Value::plain(decided - lead(self.dice)));
        }
        record
    }

    pub(super) fn request(&mut self, id: &str) -> Record {
        let mut record = Record::new("request", id.to_owned());
        record.set("title", Value::Plain(format!("Speaker {id}")));
        let (by, to) =
            *self
                .dice
                .one_of(&[("forum", "council"), ("forum", "icb"), ("council", "forum")]);
        self.word(&mut record, "by", &[(12, by), (1, "")]);
        self.word(&mut record, "to", &[(12, to), (1, "")]);
        let made = self.some_day();
        if self.chance(94) {
            record.set("made", Value::plain(made));
        }
        if self.chance(90) {
            record.set("for", Value::plain(made + lead(self.dice)));
        }
        let answered = self.after(Some(made));
        self.sent(&mut record, "answered", answered);
        self.word(&mut record, "met", &[(2, "yes"), (2, "no"), (2, "")]);
        record
    }

    fn contact(&mut self, id: &str) -> Record {
        let mut record = Record::new("contact", id.to_owned());
        self.word(
            &mut record,
            "party",
            &[(4, "council"), (1, "icb"), (1, "forum")],
        );
        record.set("post", Value::Text("participation officer"));
        let from = self.some_day() - Days::new(200);
        record.set("from", Value::plain(from));
        if self.chance(40) {
            let until = from + Days::new(self.dice.below(500) as u64);
            record.set("until", Value::plain(until));
        }
        record
    }

    fn conduct(&mut self, id: &str) -> Record {
        let mut record = Record::new("conduct", id.to_owned());
        self.word(&mut record, "party", &[(4, "forum"), (1, "council")]);
        self.text(
            &mut record,
            "document",
            &[(2, "code of conduct"), (2, "policy guidelines")],
        );
        self.text(&mut record, "link", &[(4, "forum handbook"), (1, "")]);
        if self.chance(85) {
            let reviewed = self.as_of - Days::new(self.dice.below(800) as u64);
            record.set("reviewed", Value::plain(reviewed));
        }
        record
    }

    fn explanation(&mut self, id: &str) -> Record {
        let mut record = Record::new("explanation", id.to_owned());
        let clauses = [
            "O4a1", "O4a3", "O4b", "O4c", "O4e2", "O4e2", "O2a", "O5", "O1b", "W3a",
        ];
        let clause = *self.dice.one_of(&clauses);
        record.set("clause", Value::plain(clause));
        match clause {
            "O5" => record.set("decision", Value::plain("d0")),
            _ if self.chance(20) => record.set("project", Value::plain(self.dice.one_of(PROJECTS))),
            _ => record.set(
                "engagement",
                Value::plain(self.dice.one_of(&["e0", "e1", "e2"])),
            ),
        }
        record.set("reason", Value::plain("urgent-statutory-deadline"));
        record.set("because", Value::Text("The funding bid closed early."));
        record.set("instead", Value::Text("a recording was shared"));
        let one = r#"[{ "party": "forum", "role": "chair" }]"#;
        record.set(
            "agreed_by",
            Value::Flow(if self.chance(85) { BOTH_SIDES } else { one }),
        );
        let agreed = self.some_day();
        record.set("agreed_on", Value::plain(agreed));
        if self.chance(95) {
            record.set(
                "until",
                Value::plain(agreed + Days::new(self.dice.below(200) as u64)),
            );
        }
        record
    }
}

/// Who agrees to an explanation: one of each side.
pub(super) const BOTH_SIDES: &str =
    r#"[{ "party": "forum", "role": "chair" }, { "party": "council", "role": "head of SEND" }]"#;
