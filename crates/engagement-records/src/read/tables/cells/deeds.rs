//! What people write where it is asked on which day something was done: `Facebook 4/9`, `not yet`.

use super::{CellReader, Later, Reading};
use located::tree::Node;
use plain_values::{
    AnswerReading, CrossMeaning, PlainValue, UnclearDay, Undone, WrittenDay, is_about_days,
    is_denial, is_placeholder, mentions_called_off, names_day, read_answer, read_undone, says_done,
};

/// The fields that say on which day something was sent or answered, or that it was not.
const DEEDS: &[&str] = &[
    "notice.sent",
    "papers.sent",
    "feedback.sent",
    "forum_feedback.sent",
    "forum.invited",
    "experience.responded",
    "wider_input.opened",
    "answered",
];

/// Whether a field says on which day something was done.
pub(in crate::read::tables) fn is_deed(path: &str) -> bool {
    DEEDS.contains(&path)
}

/// Whether what a cell says of a deed is that it was done, on a day that nobody names.
pub(in crate::read::tables) fn is_undated(node: &Node<'_>, path: &str) -> bool {
    is_deed(path) && node.spelling().as_deref() == Some(UNDATED)
}

/// What is written for a deed without a day.
pub(super) const UNDATED: &str = "yes";

/// Whether somebody says of a deed neither that it was done nor that it was not.
pub(in crate::read::tables) fn leaves_open(text: &str, path: &str) -> bool {
    let bare = text.trim().trim_end_matches('.').to_lowercase();
    let is_open = matches!(
        bare.as_str(),
        "n/a" | "na" | "not applicable" | "ditto" | "as above" | "see above" | "\"" | "''" | "?"
    );
    is_open && is_deed(path)
}

/// Whether a text says that something is still to be done, or that nobody knows.
pub(super) fn is_undone(text: &str) -> bool {
    let undone = [
        "not done",
        "not yet",
        "not yet sent",
        "not yet published",
        "not yet given",
        "not given",
        "to follow",
        "nothing yet",
        "none yet",
        "none received",
        "to be sent",
        "to be given",
        "to be done",
        "to be confirmed",
        "being prepared",
        "to do",
        "outstanding",
        "overdue",
        "in progress",
        "underway",
        "ongoing",
        "pending",
        "planned",
        "no reply",
        "no reply yet",
        "awaiting",
        "awaiting reply",
        "awaited",
        "waiting",
    ];
    let bare = text.trim().trim_end_matches(['.', '!']).to_lowercase();
    undone.contains(&bare.as_str())
}

impl<'c> CellReader<'_, 'c> {
    /// What stands before a word for reminding, under the day on which something was sent first.
    pub(super) fn before_reminder(&self) -> Option<&str> {
        let is_first_time = is_deed(&self.known.path) && self.known.path != "answered";
        let lower = self.text.to_ascii_lowercase();
        let mut words = ["remind", "chase", "nudge", "again", "resent", "re-sent"].iter();
        let at = words
            .find_map(|word| lower.find(word))
            .filter(|_| is_first_time)?;
        let before = self.text.get(..at)?;
        let is_joint = |sign: char| !sign.is_alphanumeric();
        let before = before.trim_end_matches(is_joint);
        // `final reminder 20/2`, `2 Feb and reminder 20 Mar`
        let fillers = [
            "and", "then", "with", "final", "last", "first", "a", "email", "the",
        ];
        let mut bare = before;
        while let Some(rest) = fillers.iter().find_map(|word| {
            let rest = bare.strip_suffix(word)?;
            (rest.is_empty() || rest.ends_with(is_joint)).then_some(rest)
        }) {
            bare = rest.trim_end_matches(is_joint);
        }
        Some(bare)
    }

    /// A day among other words. In a column of deeds they say what was done on it; elsewhere the day
    /// must come first.
    pub(super) fn day_among(&self, day: WrittenDay, is_first: bool) -> Reading<'c> {
        if !is_first && !is_deed(&self.known.path) {
            return self.unclear("says more than a day");
        }
        // What was tabled at a board went to the board, and to nobody else.
        let is_feedback = matches!(
            self.known.path.as_str(),
            "feedback.sent" | "forum_feedback.sent"
        );
        let mut words = self.text.split(|sign: char| !sign.is_alphabetic());
        if is_feedback && words.any(|word| word.eq_ignore_ascii_case("tabled")) {
            return self.unclear("says where it was tabled, not that it was sent");
        }
        let mut reading = match day {
            WrittenDay::Whole(day) => Reading::of(self.value(PlainValue::Day(day))).with_remark(),
            // Once its year is found, what stands there is a remark.
            WrittenDay::NoYear(day) => Reading {
                later: Some(Later::year(day)),
                ..self.unclear("has no year")
            },
        };
        if self.known.path == "date" && mentions_called_off(&self.text) {
            let why = "does not say plainly whether it was called off";
            let fault = self.no_evidence(why, "status");
            reading.open.push(("status", fault));
        }
        self.with_channel(reading)
    }

    /// Why other words than a day say on no day that something was done.
    fn why_no_day(&self) -> &'static str {
        match (
            names_day(&self.text, self.around.order),
            is_deed(&self.known.path),
        ) {
            (true, true) => "says a day, but not that it was done then",
            (true, false) => "says more than a day",
            (false, _) => "names no day",
        }
    }

    /// What is said of a day that is still to come. A deed that is pending was not done; what will be
    /// done on some day may have been by now.
    pub(super) fn day_to_come(&self) -> Reading<'c> {
        let is_deed = is_deed(&self.known.path);
        if is_deed && is_undone(&self.text) {
            self.word("none")
        } else if is_deed && !is_placeholder(&self.text) {
            self.unclear(UnclearDay::Open.reason())
        } else {
            self.open(UnclearDay::Open.reason())
        }
    }

    /// What a text in a column of days may say otherwise.
    pub(super) fn no_day(&self, expected: String) -> Reading<'c> {
        if let Some(reading) = self.told_without_day() {
            return reading;
        }
        if is_about_days(&self.text) {
            return self.wrong(expected);
        }
        let expected = if self.known.path == "papers.sent" {
            format!("{expected}; where none were needed, {WHY_NONE}")
        } else {
            expected
        };
        let is_deed = is_deed(&self.known.path);
        if is_undone(&self.text) {
            return if is_deed {
                self.word("none")
            } else {
                self.open("does not say that it was done")
            };
        }
        if is_deed && says_done(&self.text) {
            return self.with_channel(self.word(UNDATED));
        }
        match read_answer(&self.text, CrossMeaning::Unclear) {
            AnswerReading::Yes(_) => {
                self.with_channel(self.unclear("says yes, but not on which day"))
            }
            AnswerReading::No(Some(remark)) if is_deed && self.tells_of_it(remark) => {
                self.unclear("says no, and then that it was done")
            }
            AnswerReading::No(_) if is_deed || is_denial(&self.text) => self.word("none"),
            AnswerReading::No(_) => self.unclear(self.why_no_day()),
            AnswerReading::Unclear(why) => self.unclear(why),
            AnswerReading::Unreadable(_) => {
                let mut reading = self.unclear(self.why_no_day());
                reading.fault = reading.fault.map(|fault| fault.help(expected));
                self.with_channel(reading)
            }
        }
    }

    /// Whether it was done is left open: `n/a`.
    pub(super) fn open_deed(&self) -> Reading<'c> {
        let mut reading = self.unclear("does not say whether it was done");
        if self.known.path == "papers.sent" {
            let help = format!("where none were needed, {WHY_NONE}");
            reading.fault = reading.fault.map(|fault| fault.help(help));
        }
        reading
    }

    /// What is told without a day: that papers were not needed, that nothing was done, or that something was
    /// handed out when people met.
    fn told_without_day(&self) -> Option<Reading<'c>> {
        let bare = self.text.trim().trim_end_matches(['.', '!']).to_lowercase();
        // `none needed - just a chat`
        let said = bare
            .split([',', '-', '(', ':', ';', '–'])
            .next()
            .unwrap_or("");
        if self.known.path == "papers.sent" && NOT_NEEDED.contains(&said.trim()) {
            let words = self.part(self.text.trim().to_owned(), 0..self.text.len());
            return Some(Reading::blank(self.span).and("papers.none_needed", words));
        }
        let is_without_day = !names_day(&self.text, self.around.order);
        if is_deed(&self.known.path)
            && is_without_day
            && read_undone(&self.text) == Some(Undone::Not)
        {
            return Some(self.word("none"));
        }
        let is_handed_out = matches!(self.known.path.as_str(), "papers.sent" | "notice.sent");
        let deed = bare
            .split_once(' ')
            .filter(|(deed, _)| HANDED_OUT.contains(deed));
        let when = deed.map_or(bare.as_str(), |(_, when)| when);
        let is_then = ON_THE_DAY.contains(&bare.as_str()) || ON_THE_DAY.contains(&when);
        (is_handed_out && is_then).then(|| Reading {
            later: Some(Later::OnTheDay),
            ..self.unclear("says that it was on the day of the event, which is not known")
        })
    }

    /// Children and young people were not involved, and what stands behind that: that it would not have
    /// been right, which has a field of its own, or that they were asked elsewhere.
    pub(super) fn children_not_involved(&self, remark: &str) -> Reading<'c> {
        let lower = remark.to_lowercase();
        let says = |roots: &[&str]| {
            let mut words = lower.split(|sign: char| !sign.is_alphabetic());
            words.any(|word| roots.iter().any(|root| word.starts_with(root)))
        };
        if says(&["consult", "separate", "survey", "elsewhere"]) {
            return self.unclear("says no, and goes on to say something else");
        }
        let reading = Reading::of(self.value(PlainValue::Answer(false)));
        if !says(&[
            "appropriate",
            "inappropriate",
            "suitable",
            "unsuitable",
            "relevant",
        ]) {
            return reading;
        }
        let reason = self.part(remark.to_owned(), 0..self.text.len());
        reading.and("cyp.not_appropriate", reason)
    }

    /// Whether a remark behind a no says that it was done all the same: `No (sent 1/10)`.
    fn tells_of_it(&self, remark: &str) -> bool {
        let mut pieces = remark.split([',', ';', '(', ')']).map(str::trim);
        names_day(remark, self.around.order) || pieces.any(says_done)
    }

    /// `Facebook 4/9` also says how people were told.
    fn with_channel(&self, reading: Reading<'c>) -> Reading<'c> {
        let path = match self.known.path.as_str() {
            "notice.sent" => "notice.channel",
            "feedback.sent" => "feedback.channel",
            "wider_input.opened" => "wider_input.channel",
            _ => return reading,
        };
        let lower = self.text.to_lowercase();
        let mut words = lower.split(|sign: char| !sign.is_alphanumeric());
        if words.any(|word| CHANNELS.contains(&word)) {
            let text = self.text.trim().to_owned();
            reading.and(path, self.part(text, 0..self.text.len()))
        } else {
            reading
        }
    }
}

/// What to do where no papers had to be read.
const WHY_NONE: &str = "say why in a column `No papers needed because`";

/// What people write where no papers had to be read.
const NOT_NEEDED: &[&str] = &[
    "none needed",
    "not needed",
    "no papers needed",
    "papers not needed",
    "none required",
    "not required",
    "no papers required",
    "no papers for this",
    "nothing to send",
    "no papers to send",
];

/// What was done with what was handed out when people met.
const HANDED_OUT: &[&str] = &[
    "circulated",
    "shared",
    "given",
    "emailed",
    "sent",
    "tabled",
    "distributed",
    "provided",
    "papers",
];

/// What people write where something was handed out when they met.
const ON_THE_DAY: &[&str] = &[
    "on the day",
    "same day",
    "tabled",
    "tabled on the day",
    "tabled at the meeting",
    "tabled at meeting",
    "at the meeting",
    "at meeting",
    "at the event",
    "handed out",
    "handed out on the day",
    "handed out at the meeting",
    "given out on the day",
    "given out at the meeting",
    "sent on the day",
];

/// Words for ways in which people hear of something.
const CHANNELS: &[&str] = &[
    "facebook",
    "fb",
    "email",
    "emailed",
    "mail",
    "newsletter",
    "poster",
    "posters",
    "post",
    "letter",
    "letters",
    "whatsapp",
    "website",
    "web",
    "social",
    "twitter",
    "instagram",
    "text",
    "texted",
    "sms",
    "phone",
    "phoned",
    "flyer",
    "flyers",
    "leaflet",
    "leaflets",
    "eventbrite",
    "teams",
];
