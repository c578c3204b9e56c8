//! What an engagement is made of: its closed lists of words and its groups of fields.

use chrono::NaiveDate;

use crate::fields::Field;
use closed_words::words;
use located::source::Spanned;

words! {
    /// What kind of engagement it was.
    pub enum Kind {
        /// A meeting by appointment.
        Meeting = "meeting",
        /// Working on something together.
        Workshop = "workshop",
        /// An open event.
        Event = "event",
        /// A meeting of the forum.
        ForumMeeting = "forum-meeting",
        /// Questions that people answer in their own time.
        Survey = "survey",
        /// A formal consultation, open from a day to a day.
        Consultation = "consultation",
    }
}

impl Kind {
    /// Whether it is open from one day to another, rather than held on a day.
    pub fn is_open_period(self) -> bool {
        matches!(self, Kind::Survey | Kind::Consultation)
    }

    /// The word in a sentence: `forum meeting`.
    pub fn spoken(self) -> &'static str {
        if self == Kind::ForumMeeting {
            "forum meeting"
        } else {
            self.word()
        }
    }
}

words! {
    /// What the engagement was about.
    pub enum Scope {
        /// Services and plans for many; what a charter covers.
        Strategic = "strategic",
        /// One family's case; out of a charter's scope.
        Individual = "individual",
    }
}

words! {
    /// The five areas in which parents and carers are to be involved.
    pub enum Area {
        /// Development of existing and new services.
        Development = "development",
        /// Key decisions about how services are provided.
        Decisions = "decisions",
        /// Proposed changes to services and support.
        Changes = "changes",
        /// Feedback on the quality of services.
        Feedback = "feedback",
        /// Needs, and gaps in provision.
        Needs = "needs",
    }
}

words! {
    /// How far an engagement has come.
    pub enum Status {
        /// It is meant to happen.
        Planned = "planned",
        /// It happened.
        Held = "held",
        /// It will not happen.
        Cancelled = "cancelled",
        /// It was put off; `moved_from` says that there is a new day.
        Postponed = "postponed",
    }
}

words! {
    /// Who an engagement was for.
    pub enum Audience {
        /// Parents and carers.
        Parents = "parents",
        /// Children and young people.
        Cyp = "cyp",
        /// People who work in services.
        Staff = "staff",
    }
}

impl Audience {
    /// In a sentence, without abbreviation.
    pub fn spoken(self) -> &'static str {
        match self {
            Audience::Parents => "parents and carers",
            Audience::Cyp => "children and young people",
            Audience::Staff => "staff",
        }
    }
}

words! {
    /// How people could take part.
    pub enum Mode {
        /// Everybody in one place.
        InPerson = "in-person",
        /// Everybody at a screen.
        Online = "online",
        /// Some in a place, some at a screen.
        Hybrid = "hybrid",
    }
}

/// The day something was sent, or a statement that it never was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sent {
    /// Sent on this day.
    On(NaiveDate),
    /// `none`: it was not sent.
    Never,
}

/// A number of people, perhaps only roughly known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// At least so many.
    pub at_least: u32,
    /// At most so many, where that is known.
    pub at_most: Option<u32>,
}

/// An earlier day for the same engagement.
#[derive(Debug, Clone, Default)]
pub struct Move {
    /// The day it was to be.
    pub date: Field<NaiveDate>,
    /// The day people were told of the new day.
    pub told: Field<NaiveDate>,
}

/// How people were told.
#[derive(Debug, Clone, Default)]
pub struct Notice {
    /// The day of the first notice with day, time and place.
    pub sent: Field<Sent>,
    /// By e-mail, letter, newsletter.
    pub channel: Field<String>,
    /// What it was for, in the words that people were given.
    pub purpose: Field<String>,
}

/// What people could read beforehand.
#[derive(Debug, Clone, Default)]
pub struct Papers {
    /// The day papers went out.
    pub sent: Field<Sent>,
    /// The reason why there were none to send.
    pub none_needed: Field<String>,
    /// Easy read, translations, large print.
    pub formats: Field<Vec<Spanned<String>>>,
}

/// How the time was chosen.
#[derive(Debug, Clone, Default)]
pub struct Timing {
    /// How school times were considered.
    pub considered: Field<String>,
    /// The day that was done, if it is known.
    pub considered_on: Field<NaiveDate>,
    /// Another session at another time.
    pub alternative: Field<String>,
    /// Whose families were invited; all schools of the charter when absent.
    pub schools: Field<Vec<Spanned<String>>>,
    /// Held in school as part of the school day.
    pub hosted_in_school: Field<bool>,
}

words! {
    /// What a place or an online meeting can offer, so that everybody can take part.
    pub enum AccessKey {
        /// A way in without steps.
        StepFree = "step_free",
        /// A toilet that everybody can use.
        AccessibleToilet = "accessible_toilet",
        /// A hearing loop.
        HearingLoop = "hearing_loop",
        /// Parking close by.
        Parking = "parking",
        /// A bus stop or transport laid on.
        Transport = "transport",
        /// A room to withdraw to.
        QuietSpace = "quiet_space",
        /// Captions on the screen.
        Captions = "captions",
        /// Help with joining.
        JoiningHelp = "joining_help",
        /// People were asked what they need.
        NeedsAsked = "needs_asked",
    }
}

impl AccessKey {
    /// In a sentence.
    pub fn spoken(self) -> &'static str {
        match self {
            AccessKey::StepFree => "step-free access",
            AccessKey::AccessibleToilet => "an accessible toilet",
            AccessKey::HearingLoop => "a hearing loop",
            AccessKey::Parking => "parking",
            AccessKey::Transport => "transport",
            AccessKey::QuietSpace => "a quiet space",
            AccessKey::Captions => "captions",
            AccessKey::JoiningHelp => "help with joining",
            AccessKey::NeedsAsked => "asking people what they need",
        }
    }
}

/// What was asked about access, and the answers.
#[derive(Debug, Clone, Default)]
pub struct Access {
    /// Each point with its answer; points that are not there were not answered.
    pub answers: Vec<(AccessKey, Field<bool>)>,
    /// Why something could not be offered.
    pub why_not: Field<String>,
}

impl Access {
    /// The answer on one point.
    pub fn answer(&self, key: AccessKey) -> Option<&Field<bool>> {
        self.answers
            .iter()
            .find(|(known, _)| *known == key)
            .map(|(_, answer)| answer)
    }
}

/// Where it took place.
#[derive(Debug, Clone, Default)]
pub struct Venue {
    /// In person, online or both.
    pub mode: Field<Mode>,
    /// The name of the place.
    pub name: Field<String>,
    /// What it offered.
    pub access: Field<Box<Access>>,
}

/// How many came.
#[derive(Debug, Clone, Default)]
pub struct Attendance {
    /// Representatives of the forum.
    pub forum_reps: Field<Count>,
    /// Parents and carers.
    pub parents: Field<Count>,
    /// Children and young people; small numbers are never reported exactly.
    pub cyp: Field<Count>,
    /// People who work in services.
    pub staff: Field<Count>,
}

/// Whether the forum was invited, and when.
#[derive(Debug, Clone, Default)]
pub struct ForumInvitation {
    /// The day of the invitation, or that there was none.
    pub invited: Field<Sent>,
}

/// Parents who use the service themselves, beside those who represent others.
#[derive(Debug, Clone, Default)]
pub struct ServiceParents {
    /// Whether they were involved.
    pub involved: Field<bool>,
    /// How.
    pub method: Field<String>,
}

/// How children and young people were involved.
#[derive(Debug, Clone, Default)]
pub struct CypInvolvement {
    /// Whether they were.
    pub involved: Field<bool>,
    /// How.
    pub method: Field<String>,
    /// Who or what helped them to take part.
    pub facilitation: Field<String>,
    /// How they could express themselves.
    pub voice: Field<String>,
    /// Who listened.
    pub audience: Field<String>,
    /// What became of it.
    pub influence: Field<String>,
    /// Why it would not have been right to involve them.
    pub not_appropriate: Field<String>,
    /// What was done instead.
    pub alternative: Field<String>,
}

/// What could still be changed and what could not.
#[derive(Debug, Clone, Default)]
pub struct ScopeForChange {
    /// Open to change.
    pub within: Field<Vec<Spanned<String>>>,
    /// Already settled.
    pub out: Field<Vec<Spanned<String>>>,
}

/// What people were asked to give, and what they got for it.
#[derive(Debug, Clone, Default)]
pub struct Expectations {
    /// Time and effort asked for.
    pub commitment_asked: Field<String>,
    /// Expenses, thanks, payment.
    pub recognition: Field<String>,
}

/// An invitation to the wider group of parents and carers.
#[derive(Debug, Clone, Default)]
pub struct WiderInput {
    /// From this day.
    pub opened: Field<NaiveDate>,
    /// To this day.
    pub closed: Field<NaiveDate>,
    /// How it was made known.
    pub channel: Field<String>,
}

/// Whom the engagement reached.
#[derive(Debug, Clone, Default)]
pub struct Reach {
    /// How many were invited.
    pub invited: Field<Count>,
    /// How many answered.
    pub responded: Field<Count>,
    /// Who was not reached.
    pub not_reached: Field<String>,
}

/// What people heard back.
#[derive(Debug, Clone, Default)]
pub struct Feedback {
    /// The day it was sent, or that it was not.
    pub sent: Field<Sent>,
    /// How.
    pub channel: Field<String>,
    /// To whom.
    pub to: Field<Vec<Spanned<Audience>>>,
    /// What people said.
    pub you_said: Field<String>,
    /// What was done about it.
    pub we_did: Field<String>,
    /// What could not be done, and why.
    pub not_possible: Field<String>,
}

/// What the forum told the wider group of parents and carers.
#[derive(Debug, Clone, Default)]
pub struct ForumFeedback {
    /// The day it was sent, or that it was not.
    pub sent: Field<Sent>,
}

/// How people found it.
#[derive(Debug, Clone, Default)]
pub struct Experience {
    /// Whether somebody complained.
    pub complaint: Field<bool>,
    /// The day the complaint was answered, or that it was not.
    pub responded: Field<Sent>,
}

/// Whether the engagement made the forum known.
#[derive(Debug, Clone, Default)]
pub struct PromotedForum {
    /// Whether it did.
    pub done: Field<bool>,
    /// Where.
    pub place: Field<String>,
}

/// A value in one of the fields that a charter declares for its own area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LocalValue {
    /// Yes or no.
    YesNo(bool),
    /// Words.
    Text(String),
    /// A day.
    Date(NaiveDate),
    /// A whole number.
    Number(u32),
}

words! {
    /// What a field that a charter declares may hold.
    pub enum LocalType {
        /// Yes or no.
        YesNo = "yes-no",
        /// Words.
        Text = "text",
        /// A day.
        Date = "date",
        /// A whole number.
        Number = "number",
    }
}
