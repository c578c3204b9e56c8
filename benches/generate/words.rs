//! What the generated records speak about. Places, projects and sentences are made up.

/// Something that a council and a forum work on together.
#[derive(Clone, Copy)]
pub(super) struct Theme {
    /// As part of the project's name.
    pub(super) slug: &'static str,
    /// As part of the engagement's title.
    pub(super) title: &'static str,
    /// The areas of the charter that it touches.
    pub(super) areas: &'static str,
    /// What people are told that it is for.
    pub(super) purpose: &'static str,
    /// What people said.
    pub(super) said: &'static str,
    /// What was done about it.
    pub(super) done: &'static str,
    /// What can still be changed.
    pub(super) open: &'static str,
}

/// The themes, with the punctuation and the accents that real records have.
pub(super) const THEMES: [Theme; 10] = [
    Theme {
        slug: "short-breaks",
        title: "Short breaks redesign",
        areas: "development, changes",
        purpose: "What respite at weekends and in the holidays should look like.",
        said: "Saturdays matter most, and the booking form is too long.",
        done: "Two Saturday clubs from June, and a form of one page.",
        open: "activities, opening hours",
    },
    Theme {
        slug: "transport",
        title: "Home to school transport",
        areas: "changes, feedback",
        purpose: "How routes are planned, and how families hear of a change of driver.",
        said: "A new driver on a Monday morning without a word is the worst that can happen.",
        done: "A photo of the new driver is sent two days before.",
        open: "how families are told, pick-up points",
    },
    Theme {
        slug: "annual-reviews",
        title: "Annual reviews",
        areas: "feedback, decisions",
        purpose: "What makes an annual review worth the time of those who come to it.",
        said: "Reports come the evening before, so nobody has read them.",
        done: "Reports go out two weeks before the review, or the review is moved.",
        open: "forms, order of the meeting",
    },
    Theme {
        slug: "autism-pathway",
        title: "Autism assessment pathway",
        areas: "needs, development",
        purpose: "Where families wait longest, and what would help them while they wait.",
        said: "Two years of silence: not even a letter to say that we are on the list.",
        done: "A letter every quarter with the place on the list and where to find help.",
        open: "support while waiting",
    },
    Theme {
        slug: "preparing-for-adulthood",
        title: "Preparing for adulthood",
        areas: "needs, decisions",
        purpose: "What young people want to do after school, and who helps them to get there.",
        said: "Start at fourteen, and ask us rather than our parents.",
        done: "Transition workers visit every school in year 9.",
        open: "the transition guide, visits to colleges",
    },
    Theme {
        slug: "therapies",
        title: "Speech and occupational therapy",
        areas: "decisions, changes",
        purpose: "How therapy hours are shared out between schools and clinics.",
        said: "Exercises for home are no use unless somebody shows us how.",
        done: "A drop-in each month where therapists show the exercises.",
        open: "places, times, group sizes",
    },
    Theme {
        slug: "local-offer",
        title: "Local offer website",
        areas: "feedback, development",
        purpose: "Which pages of the local offer families use, and which they cannot find.",
        said: "The search finds a café and a car park, but no crèche.",
        done: "Pages are grouped by the questions that families ask.",
        open: "search, page names",
    },
    Theme {
        slug: "inclusion",
        title: "Inclusion in mainstream schools",
        areas: "development, needs",
        purpose: "What mainstream schools should offer before anybody asks for a plan.",
        said: "It depends on the teacher – one year is fine and the next is not.",
        done: "An ordinary offer that every school publishes by September.",
        open: "training, quiet rooms",
    },
    Theme {
        slug: "equipment",
        title: "Wheelchairs and equipment",
        areas: "changes, feedback",
        purpose: "How long repairs take, and what families do in the meantime.",
        said: "Nine weeks for a wheel is nine weeks indoors.",
        done: "Spare chairs to borrow while one is repaired.",
        open: "opening hours, the loan store",
    },
    Theme {
        slug: "mental-health",
        title: "Support for mental health",
        areas: "needs, decisions",
        purpose: "What support should be there before things become an emergency.",
        said: "We were told to come back when it is worse.",
        done: "A helpline in the evening, on trial until March.",
        open: "the helpline, group sessions",
    },
];

/// Places to meet.
pub(super) const VENUES: [&str; 8] = [
    "Mill Lane Hub",
    "Canal Street Library",
    "The Orchard Centre",
    "\"Town Hall, room 2\"",
    "St Anne's Hall",
    "Riverside Café",
    "Northfield Children's Centre",
    "'Bus depot: training room'",
];

/// Mailboxes of posts, never of people.
pub(super) const CONTACTS: [&str; 4] = [
    "participation.officer@example.org",
    "send.team@example.org",
    "forum.office@example.org",
    "short.breaks@example.org",
];

/// Ways to tell people something.
pub(super) const CHANNELS: [&str; 5] = [
    "email",
    "newsletter",
    "letter",
    "social media",
    "email and school apps",
];

/// How children and young people took part.
pub(super) const METHODS: [&str; 6] = [
    "photo diaries",
    "a session with the youth forum",
    "talking mats at school",
    "an online poll in easy read",
    "drawings and sticky notes",
    "interviews by young researchers",
];

/// Who helped them to take part.
pub(super) const HELPERS: [&str; 4] = [
    "youth worker",
    "advocate and interpreter",
    "teaching assistants whom they know",
    "older pupils",
];

/// How school times were considered.
pub(super) const CONSIDERED: [&str; 4] = [
    "polled the forum",
    "asked the forum's chair for a time",
    "a time between drop-off and pick-up",
    "two sessions at two times",
];

/// Agreed reasons for late notice: the word from the closed list, and the reason in words.
pub(super) const REASONS: [(&str, &str); 4] = [
    (
        "urgent-statutory-deadline",
        "The funding bid closed within the month.",
    ),
    (
        "venue-unavailable",
        "The hall was flooded, and no other had a hearing loop.",
    ),
    (
        "external-body-set-date",
        "The inspectors named the day themselves.",
    ),
    (
        "agreed-with-forum",
        "The forum asked for an earlier day because of the holidays.",
    ),
];
