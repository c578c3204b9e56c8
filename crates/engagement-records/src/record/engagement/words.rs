//! The closed lists of words that an engagement's fields may hold.

use closed_words::words;

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
