//! Records to measure with: engagements of two school years as people would write them, the same
//! ones in every run. They are well formed, but they are not all good: notice is late, feedback is
//! missing, fields are left out. A folder in which everything was kept would measure only half of
//! the program.

mod dice;
mod words;

use chrono::{Datelike as _, Days, NaiveDate, TimeDelta, Weekday};
use engagement_records::read::File;

use dice::Dice;
use words::{CHANNELS, CONSIDERED, CONTACTS, HELPERS, METHODS, REASONS, THEMES, Theme, VENUES};

/// The day for which the generated records are audited. It lies inside the second school year, so
/// that some promises are still to come.
pub(crate) const AS_OF: NaiveDate = day(2026, 6, 1);

/// The first day on which anything happens.
const FIRST: NaiveDate = day(2024, 9, 4);

/// How many days after that the last engagement may begin: until the summer holidays of 2026.
const SPREAD: u64 = 680;

/// Files in one folder. File managers and file systems both dislike ten thousand in one.
const IN_A_FOLDER: usize = 1_000;

/// Records that share one set of projects, which makes about sixteen engagements to a project. If
/// projects grew with the number of records, twice as many records would measure something else.
const IN_AN_AREA: usize = 200;

/// A day as a constant.
const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(day) => day,
        None => NaiveDate::MIN,
    }
}

/// The first so many records, each in a file of its own with a name such as
/// `003/2025-03-11-transport-meeting-3017.yaml`.
pub(crate) fn files(count: usize) -> impl Iterator<Item = File> {
    (0..count).map(file)
}

fn file(number: usize) -> File {
    let mut dice = Dice::new(number);
    let facts = Facts::new(number, &mut dice);
    let name = format!(
        "{:03}/{}-{}-{}-{number}.yaml",
        number / IN_A_FOLDER,
        facts.first,
        facts.theme.slug,
        facts.kind
    );
    let mut draft = Draft {
        dice,
        facts,
        text: String::with_capacity(1_500),
    };
    draft.what();
    draft.when();
    draft.invitation();
    draft.papers();
    draft.place();
    draft.people();
    draft.children();
    draft.openness();
    draft.afterwards();
    draft.feedback();
    draft.explanation();
    File::new(name, draft.text.into_bytes())
}

/// What the fields of one record must agree on.
struct Facts {
    number: usize,
    theme: Theme,
    kind: &'static str,
    /// The day of the event, or the first of a survey or consultation.
    first: NaiveDate,
    /// The day of the event, or the last of a survey or consultation.
    last: NaiveDate,
    /// The day of the notice.
    told: NaiveDate,
}

impl Facts {
    fn new(number: usize, dice: &mut Dice) -> Self {
        let theme = dice.pick(&THEMES);
        let kind = dice.pick(&[
            "meeting",
            "meeting",
            "meeting",
            "workshop",
            "workshop",
            "event",
            "forum-meeting",
            "forum-meeting",
            "survey",
            "consultation",
        ]);
        let mut first = FIRST + Days::new(dice.between(0, SPREAD));
        // Most things happen on weekdays, but some events do not.
        if kind != "event" && matches!(first.weekday(), Weekday::Sat | Weekday::Sun) {
            first = first + Days::new(2);
        }
        let open = match kind {
            "survey" => dice.between(10, 50),
            "consultation" => dice.between(35, 90),
            _ => 0,
        };
        // A third comes late by the shipped standard of two weeks.
        let notice = if dice.chance(33) {
            dice.between(2, 14)
        } else {
            dice.between(15, 45)
        };
        Facts {
            number,
            theme,
            kind,
            first,
            last: first + Days::new(open),
            told: first - Days::new(notice),
        }
    }

    /// Surveys and consultations are open from one day to another.
    fn is_open_period(&self) -> bool {
        self.first != self.last || matches!(self.kind, "survey" | "consultation")
    }

    fn is_over(&self) -> bool {
        self.last <= AS_OF
    }
}

/// A record that is being written.
struct Draft {
    dice: Dice,
    facts: Facts,
    text: String,
}

impl Draft {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// Writes a line in so many of a hundred records. What is missing is as much a part of real
    /// records as what is there.
    fn mostly(&mut self, percent: u64, line: &str) {
        if self.dice.chance(percent) {
            self.line(line);
        }
    }

    /// What it was.
    fn what(&mut self) {
        let Theme {
            slug, title, areas, ..
        } = self.facts.theme;
        let kind = self.facts.kind;
        let session = self
            .dice
            .pick(&["first", "second", "third", "open", "joint"]);
        let area = self.facts.number / IN_AN_AREA + 1;
        self.mostly(
            5,
            "# Copied from the minutes; the times are from the poster.",
        );
        self.line(&format!(
            "title: {title}, {session} {}",
            kind.replace('-', " ")
        ));
        self.mostly(96, &format!("kind: {kind}"));
        self.mostly(25, "scope: strategic");
        self.mostly(80, &format!("project: {slug}-{area}"));
        self.mostly(70, &format!("areas: [{areas}]"));
        let organisers = self
            .dice
            .pick(&["council", "council", "council, forum", "WarrPAC"]);
        // A meeting of the forum is the forum's own.
        let organisers = if kind == "forum-meeting" {
            "forum"
        } else {
            organisers
        };
        self.mostly(90, &format!("organisers: [{organisers}]"));
        let status = if self.dice.chance(4) {
            "cancelled"
        } else if self.facts.is_over() {
            "held"
        } else {
            "planned"
        };
        self.mostly(88, &format!("status: {status}"));
    }

    /// When it was.
    fn when(&mut self) {
        let Facts {
            first, last, told, ..
        } = self.facts;
        if self.facts.is_open_period() {
            self.line(&format!("opens: {first}"));
            self.line(&format!("closes: {last}"));
            self.mostly(15, &format!("extended_from: {}", last - Days::new(7)));
            return;
        }
        self.mostly(98, &format!("date: {first}"));
        let start = self.dice.pick(&[9, 9, 10, 10, 10, 11, 13, 15, 18]);
        let half = self.dice.pick(&["00", "30"]);
        let hours = self.dice.between(1, 3);
        self.mostly(90, &format!("start: {start:02}:{half}"));
        self.mostly(85, &format!("end: {}:{half}", start + hours));
        if self.dice.chance(8) {
            let earlier = first - Days::new(7);
            self.line(&format!(
                "moved_from: [{{ date: {earlier}, told: {told} }}]"
            ));
        }
    }

    /// How people were told.
    fn invitation(&mut self) {
        let told = self.facts.told;
        let audience = self
            .dice
            .pick(&["parents", "parents, cyp", "parents, cyp, staff", "cyp"]);
        self.mostly(85, &format!("audience: [{audience}]"));
        let contact = self.dice.pick(&CONTACTS);
        self.mostly(75, &format!("contact: {contact}"));
        if told > AS_OF || self.dice.chance(6) {
            return;
        }
        let channel = self.dice.pick(&CHANNELS);
        let purpose = self.facts.theme.purpose;
        self.line("notice:");
        let sent = match self.dice.between(1, 25) {
            1 => "TBC".to_owned(),
            2 => "none".to_owned(),
            _ => told.to_string(),
        };
        self.line(&format!("  sent: {sent}"));
        self.mostly(85, &format!("  channel: {channel}"));
        if self.dice.chance(10) {
            self.line("  purpose: >-");
            self.line(&format!("    {purpose}"));
            self.line("    Come and tell us what you think.");
        } else {
            self.mostly(88, &format!("  purpose: \"{purpose}\""));
        }
        self.mostly(60, &format!("forum: {{ invited: {told} }}"));
    }

    /// What people could read beforehand.
    fn papers(&mut self) {
        let sent = self.facts.first - Days::new(self.dice.between(1, 18));
        if self.facts.is_open_period() || sent > AS_OF {
            return;
        }
        match self.dice.between(1, 10) {
            1 => {}
            2 => self.line("papers: none"),
            3 => self.line("papers: { none_needed: it starts from an empty page }"),
            _ => {
                let formats =
                    self.dice
                        .pick(&["easy-read", "easy-read, large print", "Polish, Urdu"]);
                self.line(&format!("papers: {{ sent: {sent}, formats: [{formats}] }}"));
            }
        }
    }

    /// Where it was, and why at that time.
    fn place(&mut self) {
        if self.facts.is_open_period() {
            return;
        }
        if self.dice.chance(60) {
            let considered = self.dice.pick(&CONSIDERED);
            let schools = self
                .dice
                .pick(&["chapelford", "wincham", "chapelford, wincham"]);
            self.line("timing:");
            self.line(&format!("  considered: {considered}"));
            self.mostly(40, &format!("  schools: [{schools}]"));
            self.mostly(20, "  alternative: an evening repeat a week later");
        }
        if self.dice.chance(10) {
            return;
        }
        let mode = self
            .dice
            .pick(&["in-person", "in-person", "hybrid", "online"]);
        self.line("venue:");
        self.line(&format!("  mode: {mode}"));
        if mode != "online" {
            let name = self.dice.pick(&VENUES);
            self.mostly(95, &format!("  name: {name}"));
        }
        if self.dice.chance(80) {
            let answers = self.access(mode);
            self.line(&format!("  access: {{ {answers} }}"));
        }
    }

    fn access(&mut self, mode: &str) -> String {
        let mut answers = Vec::new();
        let keys: &[&str] = match mode {
            "online" => &["captions", "joining_help", "needs_asked"],
            "hybrid" => &[
                "step_free",
                "accessible_toilet",
                "hearing_loop",
                "parking",
                "captions",
                "needs_asked",
            ],
            _ => &[
                "step_free",
                "accessible_toilet",
                "hearing_loop",
                "parking",
                "quiet_space",
                "needs_asked",
            ],
        };
        for key in keys {
            if self.dice.chance(90) {
                let answer = if self.dice.chance(88) { "yes" } else { "no" };
                answers.push(format!("{key}: {answer}"));
            }
        }
        if self.dice.chance(30) {
            answers.push("why_not: it is on order".to_owned());
        }
        answers.join(", ")
    }

    /// Who came, and who had not been reached.
    fn people(&mut self) {
        if !self.facts.is_over() {
            return;
        }
        if self.facts.is_open_period() {
            let invited = self.dice.between(60, 400);
            let responded = invited * self.dice.between(5, 40) / 100;
            self.mostly(
                85,
                &format!("reach: {{ invited: {invited}, responded: {responded} }}"),
            );
            return;
        }
        let parents = self.dice.between(0, 25);
        let children = self.dice.between(0, 9);
        let staff = self.dice.between(1, 8);
        self.mostly(
            80,
            &format!("attendance: {{ parents: {parents}, cyp: {children}, staff: {staff} }}"),
        );
        self.mostly(
            25,
            "service_parents: { involved: yes, method: drop-in at the centre }",
        );
    }

    /// Children and young people.
    fn children(&mut self) {
        if !self.facts.is_over() {
            return;
        }
        match self.dice.between(1, 10) {
            1..=3 => {}
            4 => self.line("cyp: no"),
            5 => self.line(
                "cyp: { not_appropriate: about the contract only, alternative: their panel was told }",
            ),
            _ => {
                let method = self.dice.pick(&METHODS);
                let helper = self.dice.pick(&HELPERS);
                self.line("cyp:");
                self.line("  involved: yes");
                self.mostly(85, &format!("  method: {method}"));
                self.mostly(60, &format!("  facilitation: {helper}"));
                self.mostly(30, "  influence: their three wishes are in the plan");
            }
        }
    }

    /// What was still open, and what people were asked for.
    fn openness(&mut self) {
        let open = self.facts.theme.open;
        self.mostly(
            55,
            &format!("scope_for_change: {{ in: [{open}], out: [total budget] }}"),
        );
        self.mostly(
            30,
            "expectations: { commitment_asked: two evenings, recognition: expenses paid }",
        );
        self.mostly(20, "decided_jointly: no");
    }

    /// What came of it.
    fn afterwards(&mut self) {
        if !self.facts.is_over() {
            return;
        }
        let rung = self.dice.pick(&[
            "information",
            "consultation",
            "participation",
            "coproduction",
        ]);
        self.mostly(50, &format!("ladder: {rung}"));
        self.mostly(15, "experience: { complaint: no }");
        self.mostly(
            25,
            "promoted_forum: { done: yes, where: council newsletter }",
        );
    }

    /// What people heard back.
    fn feedback(&mut self) {
        let sent = self.facts.last + Days::new(self.dice.between(3, 40));
        if sent > AS_OF || self.dice.chance(15) {
            return;
        }
        if self.dice.chance(5) {
            self.line("feedback: none");
            return;
        }
        let Theme { said, done, .. } = self.facts.theme;
        let channel = self.dice.pick(&CHANNELS);
        let to = self
            .dice
            .pick(&["parents", "parents, cyp", "parents, cyp, staff"]);
        self.line("feedback:");
        self.line(&format!("  sent: {sent}"));
        self.mostly(70, &format!("  channel: {channel}"));
        self.mostly(85, &format!("  to: [{to}]"));
        self.mostly(80, &format!("  you_said: \"{said}\""));
        self.mostly(75, &format!("  we_did: {done}"));
        self.mostly(
            25,
            "  not_possible: Overnight stays, because there is no night staff.",
        );
        if sent < AS_OF {
            self.mostly(
                30,
                &format!("forum_feedback: {{ sent: {} }}", sent + Days::new(1)),
            );
        }
    }

    /// Why falling short was agreed to.
    fn explanation(&mut self) {
        let Facts { first, told, .. } = self.facts;
        let late = first - told < TimeDelta::days(15);
        let percent = if late { 20 } else { 1 };
        if self.facts.is_open_period() || told > AS_OF || !self.dice.chance(percent) {
            return;
        }
        let (reason, because) = self.dice.pick(&REASONS);
        self.line("explanations:");
        self.line("  - clause: O4a1");
        self.line(&format!("    reason: {reason}"));
        self.line(&format!("    because: {because}"));
        self.line("    agreed_by: [{ party: forum, role: chair }, { party: council, role: head of SEND }]");
        self.line(&format!("    agreed_on: {told}"));
        self.line("    instead: recording and notes shared the same day");
        // Without its last day, an explanation is not accepted.
        self.mostly(80, &format!("    until: {first}"));
    }
}
