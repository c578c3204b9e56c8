//! Engagements at random: whatever a record can say, leave blank, leave out or deny.

use chrono::Days;

use super::folder::{Folder, lead};
use super::story::{Record, Value};

const TITLES: &[&str] = &[
    "Clubs",
    "Respite",
    "Buses",
    "Autism",
    "Preparing for adulthood",
    "Hearing",
];

pub(super) const PURPOSE: &str = "What families would change first, and what they would keep.";
pub(super) const JARGON: &str = "What EHCPs should say about weekends and evenings.";

/// What a place can offer.
pub(super) const POINTS: &[&str] = &[
    "venue.access.step_free",
    "venue.access.accessible_toilet",
    "venue.access.hearing_loop",
    "venue.access.parking",
    "venue.access.captions",
    "venue.access.needs_asked",
];

impl Folder<'_> {
    pub(super) fn engagement(&mut self, id: &str, project: &'static str) -> Record {
        let mut record = Record::new("engagement", id.to_owned());
        let title = format!("{} {id}", self.dice.one_of(TITLES));
        record.set("title", Value::Plain(title));
        let kinds = [
            (4, "meeting"),
            (4, "workshop"),
            (2, "event"),
            (2, "forum-meeting"),
            (3, "survey"),
            (2, "consultation"),
            (1, ""),
        ];
        self.word(&mut record, "kind", &kinds);
        self.word(
            &mut record,
            "scope",
            &[(8, ""), (2, "strategic"), (1, "individual")],
        );
        self.project(&mut record, project);
        self.days(&mut record);
        let held = record.begins().is_none_or(|day| day <= self.as_of);
        let usual = if held { "held" } else { "planned" };
        let status = [
            (12, usual),
            (3, ""),
            (2, "planned"),
            (1, "cancelled"),
            (1, "postponed"),
        ];
        self.word(&mut record, "status", &status);
        let organisers: &[(usize, &[&str])] = &[
            (6, &["council"]),
            (2, &["icb"]),
            (2, &["council", "icb"]),
            (3, &["council", "forum"]),
            (2, &["forum"]),
            (3, &[]),
        ];
        self.words(&mut record, "organisers", organisers);
        let audience: &[(usize, &[&str])] = &[
            (6, &["parents"]),
            (4, &["parents", "cyp"]),
            (2, &["cyp"]),
            (2, &["parents", "staff"]),
            (1, &["staff"]),
            (4, &[]),
        ];
        self.words(&mut record, "audience", audience);
        self.invitation(&mut record);
        self.people(&mut record);
        self.what_came_of_it(&mut record);
        record
    }

    fn days(&mut self, record: &mut Record) {
        let day = self.some_day();
        if record.is_survey() {
            let length = Days::new(*self.dice.one_of(&[7, 13, 14, 15, 28, 41, 42, 43, 60]));
            if self.chance(92) {
                record.set("opens", Value::plain(day));
            }
            if self.chance(92) {
                record.set("closes", Value::plain(day + length));
            }
            return;
        }
        if self.chance(5) {
            return;
        }
        record.set("date", Value::plain(day));
        if self.chance(8) {
            record.set(
                "last_day",
                Value::plain(day + Days::new(1 + self.dice.below(3) as u64)),
            );
        }
        let times = [
            ("10:00", "12:00"),
            ("09:00", "11:00"),
            ("14:00", "15:00"),
            ("19:00", "20:30"),
            ("13:00", ""),
        ];
        if self.chance(75) {
            let (start, end) = *self.dice.one_of(&times);
            record.set("start", Value::plain(start));
            if !end.is_empty() {
                record.set("end", Value::plain(end));
            }
        }
        if self.chance(15) {
            let mut moves = Vec::new();
            for _ in 0..=self.dice.below(2) {
                let told = self.chance(70).then(|| day - lead(self.dice));
                let from = day + Days::new(30) - lead(self.dice);
                if from != day {
                    moves.push((from, told));
                }
            }
            if !moves.is_empty() {
                record.set("moved_from", Value::Moves(moves));
            }
        }
    }

    fn invitation(&mut self, record: &mut Record) {
        let begins = record.begins();
        let noticed = self.before(begins);
        self.sent(record, "notice.sent", noticed);
        let purposes = [
            (8, PURPOSE),
            (2, JARGON),
            (2, "Respite"),
            (1, "none"),
            (6, ""),
        ];
        self.text(record, "notice.purpose", &purposes);
        let papers = self.before(begins);
        self.sent(record, "papers.sent", papers);
        self.text(
            record,
            "papers.none_needed",
            &[(1, "a listening session"), (9, "")],
        );
        self.text(
            record,
            "timing.considered",
            &[(1, "polled the forum"), (6, "")],
        );
        self.word(
            record,
            "timing.hosted_in_school",
            &[(1, "yes"), (1, "no"), (10, "")],
        );
        if !record.is_survey() {
            self.word(
                record,
                "venue.mode",
                &[(5, "in-person"), (3, "online"), (2, "hybrid"), (3, "")],
            );
            for point in POINTS {
                self.word(record, point, &[(14, "yes"), (1, "no"), (2, "")]);
            }
            self.text(
                record,
                "venue.access.why_not",
                &[(1, "the loop is on order"), (8, "")],
            );
        }
        let invited = self.before(begins);
        self.sent(record, "forum.invited", invited);
        let asked = self.before(begins);
        self.sent(record, "wider_input.opened", asked);
        self.asked(record);
    }

    /// What people were asked to give, and what they could still change.
    fn asked(&mut self, record: &mut Record) {
        self.text(
            record,
            "expectations.commitment_asked",
            &[(2, "two evenings"), (3, ""), (1, "none")],
        );
        self.text(
            record,
            "expectations.recognition",
            &[(2, "expenses paid"), (3, ""), (1, "none")],
        );
        let open: &[(usize, &[&str])] = &[(3, &["hours"]), (1, &["none"]), (4, &[])];
        self.words(record, "scope_for_change.in", open);
        self.words(
            record,
            "scope_for_change.out",
            &[(1, &["budget"]), (2, &[])],
        );
        let fixed = self.after(record.begins());
        if let Some(fixed) = fixed.filter(|_| self.chance(15)) {
            record.set("options_fixed", Value::plain(fixed));
        }
    }

    fn people(&mut self, record: &mut Record) {
        let counts = [
            (2, "0"),
            (2, "1"),
            (2, "2"),
            (3, "6"),
            (1, "<5"),
            (1, "10+"),
            (1, "5-9"),
            (6, ""),
        ];
        self.word(record, "attendance.forum_reps", &counts);
        self.word(record, "attendance.parents", &counts);
        self.word(
            record,
            "attendance.cyp",
            &[(2, "0"), (1, "<5"), (1, "10+"), (8, "")],
        );
        self.word(record, "attendance.total", &[(1, "0"), (1, "12"), (8, "")]);
        let answers = [(4, "yes"), (2, "no"), (6, ""), (1, "blank")];
        self.word(record, "service_parents.involved", &answers);
        self.word(record, "cyp.involved", &answers);
        self.text(
            record,
            "cyp.facilitation",
            &[(1, "youth worker"), (1, "none"), (3, "")],
        );
        self.text(
            record,
            "cyp.not_appropriate",
            &[(1, "about pensions only"), (8, "")],
        );
        self.text(
            record,
            "cyp.alternative",
            &[(1, "their school council was told"), (8, "")],
        );
        self.word(record, "promoted_forum.done", &answers);
        self.word(record, "reach.invited", &[(2, "240"), (1, "0"), (4, "")]);
        self.word(
            record,
            "reach.responded",
            &[(2, "37"), (1, "0"), (1, "<5"), (4, "")],
        );
    }

    fn what_came_of_it(&mut self, record: &mut Record) {
        let areas: &[(usize, &[&str])] = &[
            (2, &["development", "needs"]),
            (2, &["decisions"]),
            (1, &["changes", "feedback"]),
            (
                1,
                &["development", "decisions", "changes", "feedback", "needs"],
            ),
            (3, &[]),
        ];
        self.words(record, "areas", areas);
        let rungs = [
            (2, "information"),
            (2, "consultation"),
            (2, "participation"),
            (2, "coproduction"),
            (6, ""),
        ];
        self.word(record, "ladder", &rungs);
        self.word(record, "decided_jointly", &[(1, "yes"), (1, "no"), (4, "")]);
        let ends = record.ends();
        let sent = self.after(ends);
        self.sent(record, "feedback.sent", sent);
        let to: &[(usize, &[&str])] = &[
            (3, &["parents"]),
            (2, &["parents", "cyp"]),
            (1, &["cyp"]),
            (4, &[]),
        ];
        self.words(record, "feedback.to", to);
        self.text(
            record,
            "feedback.you_said",
            &[(3, "Saturdays matter most."), (1, JARGON), (5, "")],
        );
        self.text(
            record,
            "feedback.we_did",
            &[(2, "Two Saturday clubs from June."), (5, "")],
        );
        let told = self.after(ends);
        self.sent(record, "forum_feedback.sent", told);
        if self.chance(20) {
            self.word(record, "experience.complaint", &[(3, "yes"), (1, "no")]);
            let answered = self.after(ends);
            self.sent(record, "experience.responded", answered);
        }
    }
}
