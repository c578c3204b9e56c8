//! Which words a heading needs to mean a field, and which others it may have.

use super::vocabulary::Concept as C;
use crate::read::tables::known::WHO_CAME;

/// The headings of one field, by what their words are about.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shape {
    /// The path of the field.
    pub(super) path: &'static str,
    /// The path instead where a row is a survey or consultation.
    pub(super) of_survey: Option<&'static str>,
    /// Of each of these, a heading has at least one.
    pub(super) needs: &'static [&'static [C]],
    /// What else it may have.
    pub(super) allows: &'static [C],
    /// Whether the heading alone leaves open what it means, so that its cells have to show it.
    pub(super) open: bool,
}

impl Shape {
    /// Whether a heading with words about these means the field: each is accounted for, and none
    /// that is needed is missing.
    pub(super) fn fits(&self, about: &[C]) -> bool {
        let needed = |one: &C| self.needs.iter().any(|any| any.contains(one));
        self.needs
            .iter()
            .all(|any| any.iter().any(|one| about.contains(one)))
            && about
                .iter()
                .all(|one| needed(one) || self.allows.contains(one))
    }
}

const fn means(path: &'static str, needs: &'static [&'static [C]], allows: &'static [C]) -> Shape {
    Shape {
        path,
        of_survey: None,
        needs,
        allows,
        open: false,
    }
}

const fn may_mean(path: &'static str, needs: &'static [&'static [C]]) -> Shape {
    Shape {
        open: true,
        ..means(path, needs, &[])
    }
}

const fn first_or_last(
    (path, of_survey): (&'static str, &'static str),
    needs: &'static [&'static [C]],
    allows: &'static [C],
) -> Shape {
    Shape {
        of_survey: Some(of_survey),
        ..means(path, needs, allows)
    }
}

const FIRST_DAY: (&str, &str) = ("date", "opens");
const LAST_DAY: (&str, &str) = ("last_day", "closes");

/// Whom something can be sent to.
const SENT_TO: &[C] = &[
    C::Date,
    C::On,
    C::To,
    C::Sent,
    C::Given,
    C::First,
    C::Whether,
    C::Parents,
    C::Families,
    C::Cyp,
    C::People,
    C::Event,
    C::Survey,
    C::Link,
];

/// Every field that a heading can mean by its parts. A heading means a field only where no other
/// fits it as well.
pub(super) const SHAPES: &[Shape] = &[
    means(
        "title",
        &[&[C::Name], &[C::Event, C::Survey]],
        &[C::Group, C::Whether],
    ),
    means("title", &[&[C::Event]], &[C::Group, C::Survey]),
    means("title", &[&[C::Survey]], &[]),
    means("title", &[&[C::Summary]], &[]),
    means("kind", &[&[C::Kind]], &[C::Event, C::Survey, C::Method]),
    means("kind", &[&[C::Method], &[C::Event, C::Survey]], &[]),
    means("project", &[&[C::Project]], &[]),
    means(
        "organisers",
        &[&[C::HeldBy]],
        &[C::Body, C::Department, C::Event, C::Who, C::Survey],
    ),
    means("organisers", &[&[C::Department]], &[C::Body]),
    means("status", &[&[C::Status]], &[C::Event, C::Came, C::Survey]),
    means(
        "status",
        &[&[C::Happened, C::Held]],
        &[C::Whether, C::Event],
    ),
    means(
        "date",
        &[&[C::Date]],
        &[
            C::Event,
            C::Survey,
            C::Happened,
            C::Held,
            C::Planned,
            C::Time,
            C::On,
        ],
    ),
    means("date", &[&[C::Held], &[C::On]], &[C::Event]),
    first_or_last(
        FIRST_DAY,
        &[&[C::Start, C::From], &[C::Date, C::Day]],
        &[C::Event, C::Time, C::Planned],
    ),
    means(
        "opens",
        &[&[C::Start, C::From], &[C::Survey]],
        &[C::Date, C::Day, C::On, C::Planned],
    ),
    means(
        "opens",
        &[&[C::Open]],
        &[C::Date, C::Day, C::On, C::Survey, C::From, C::Planned],
    ),
    first_or_last(
        LAST_DAY,
        &[&[C::End, C::To], &[C::Date, C::Day]],
        &[C::Event, C::Time, C::Planned],
    ),
    means(
        "closes",
        &[&[C::End], &[C::Survey]],
        &[C::Date, C::Day, C::On, C::Planned],
    ),
    means(
        "closes",
        &[&[C::Close]],
        &[C::Date, C::Day, C::On, C::Survey, C::Planned],
    ),
    means(
        "start",
        &[&[C::Time]],
        &[C::Start, C::From, C::Event, C::Planned],
    ),
    means(
        "start",
        &[&[C::Time], &[C::Start, C::From], &[C::End, C::To]],
        &[C::Event],
    ),
    means(
        "end",
        &[&[C::Time], &[C::End, C::To]],
        &[C::Event, C::Planned],
    ),
    means(
        "audience",
        &[&[C::Audience]],
        &[C::Event, C::Survey, C::Who, C::Group],
    ),
    means(
        "audience",
        &[&[C::Who, C::Group], &[C::For, C::Consulted]],
        &[C::Event, C::Survey],
    ),
    means(
        "audience",
        &[&[C::Who], &[C::May], &[C::Came, C::TookPart]],
        &[],
    ),
    means(
        "notice.sent",
        &[&[C::Invite], &[C::Sent, C::Date, C::On]],
        SENT_TO,
    ),
    means(
        "notice.sent",
        &[&[C::Invited, C::Told], &[C::Date, C::On]],
        SENT_TO,
    ),
    means("notice.sent", &[&[C::Publicised]], SENT_TO),
    means(
        "notice.sent",
        &[&[C::Told], &[C::People, C::Parents, C::Families]],
        SENT_TO,
    ),
    means(
        "notice.channel",
        &[&[C::Invite], &[C::How]],
        &[C::Sent, C::Given, C::Method],
    ),
    means(
        "papers.sent",
        &[&[C::Papers], &[C::Sent, C::Date, C::On]],
        SENT_TO,
    ),
    means(
        "timing.considered",
        &[&[C::Considered], &[C::School, C::Time]],
        &[C::Whether, C::How],
    ),
    means(
        "venue.mode",
        &[&[C::Online]],
        &[C::InPerson, C::Event, C::Whether],
    ),
    means("venue.mode", &[&[C::InPerson]], &[C::Event, C::Whether]),
    means("venue.name", &[&[C::Venue]], &[C::Event, C::Name, C::Held]),
    means(
        "attendance.forum_reps",
        &[&[C::Reps]],
        &[C::Forum, C::Count, C::Came, C::Parents],
    ),
    means(
        "attendance.forum_reps",
        &[&[C::Forum], &[C::Came]],
        &[C::Count, C::People],
    ),
    means(
        "attendance.parents",
        &[&[C::Parents]],
        &[C::Count, C::Came, C::People],
    ),
    means(
        "attendance.parents",
        &[&[C::Parents], &[C::Count], &[C::TookPart, C::Involved]],
        &[C::People],
    ),
    means(
        "attendance.cyp",
        &[&[C::Cyp], &[C::Count, C::Came]],
        &[C::People],
    ),
    means(
        "attendance.cyp",
        &[&[C::Cyp], &[C::Count], &[C::TookPart, C::Involved]],
        &[C::People],
    ),
    means(
        "attendance.staff",
        &[&[C::Staff]],
        &[C::Count, C::Came, C::Body],
    ),
    means(
        "forum.invited",
        &[&[C::Forum, C::Reps], &[C::Invite, C::Invited]],
        &[C::Date, C::On, C::To, C::Sent, C::Whether, C::Forum],
    ),
    means(
        "cyp.involved",
        &[&[C::Cyp], &[C::Involved, C::Voice, C::Consulted]],
        &[C::Whether],
    ),
    means(
        "cyp.involved",
        &[&[C::Cyp], &[C::TookPart, C::Came], &[C::Whether]],
        &[],
    ),
    means(
        "reach.invited",
        &[&[C::Count], &[C::Invited]],
        &[C::People, C::Event],
    ),
    means(
        "reach.invited",
        &[&[C::Count], &[C::Invite], &[C::Sent]],
        &[],
    ),
    means(
        "reach.responded",
        &[&[C::Responses]],
        &[C::Count, C::Received, C::Survey, C::To],
    ),
    means(
        "reach.responded",
        &[&[C::Response], &[C::Count]],
        &[C::Received, C::Survey],
    ),
    means(
        "reach.responded",
        &[&[C::Count], &[C::Survey], &[C::Received]],
        &[],
    ),
    means(
        "feedback.sent",
        &[&[C::Feedback, C::YouSaidWeDid], &[C::Sent, C::Date, C::On]],
        SENT_TO,
    ),
    means(
        "feedback.sent",
        &[&[C::Outcome, C::Report], &[C::Sent]],
        SENT_TO,
    ),
    means(
        "feedback.channel",
        &[&[C::Feedback], &[C::How]],
        &[C::Sent, C::Given, C::Method],
    ),
    means(
        "feedback.to",
        &[&[C::Feedback], &[C::To], &[C::Who]],
        &[C::Sent, C::Given],
    ),
    means("feedback.we_did", &[&[C::WeDid]], &[C::Outcome]),
    means("feedback.we_did", &[&[C::YouSaidWeDid]], &[]),
    means(
        "forum_feedback.sent",
        &[&[C::Forum], &[C::Feedback], &[C::Sent, C::Date, C::On]],
        &[],
    ),
    means(
        "forum_feedback.sent",
        &[&[C::WiderGroup], &[C::Told, C::Feedback, C::Sent]],
        &[
            C::Date,
            C::On,
            C::Forum,
            C::To,
            C::Sent,
            C::Whether,
            C::Parents,
        ],
    ),
    // What follows is never certain by its heading alone.
    Shape {
        open: true,
        ..means(
            WHO_CAME,
            &[&[C::Came, C::People, C::TookPart]],
            &[C::Who, C::Event, C::Name, C::Held],
        )
    },
    Shape {
        open: true,
        ..first_or_last(FIRST_DAY, &[&[C::Start]], &[])
    },
    Shape {
        open: true,
        ..first_or_last(LAST_DAY, &[&[C::End]], &[])
    },
    Shape {
        open: true,
        ..first_or_last(FIRST_DAY, &[&[C::From]], &[])
    },
    Shape {
        open: true,
        ..first_or_last(LAST_DAY, &[&[C::To]], &[])
    },
    may_mean("start", &[&[C::Start, C::From]]),
    may_mean("end", &[&[C::End, C::To]]),
    may_mean("date", &[&[C::Day]]),
    may_mean("notice.sent", &[&[C::Invite]]),
    may_mean("notice.sent", &[&[C::Invite], &[C::Given]]),
    may_mean("feedback.sent", &[&[C::Feedback]]),
    may_mean(
        "feedback.sent",
        &[&[C::Feedback], &[C::To], &[C::Parents, C::Families]],
    ),
    may_mean("feedback.sent", &[&[C::YouSaidWeDid]]),
    may_mean("attendance.cyp", &[&[C::Cyp]]),
    may_mean("cyp.involved", &[&[C::Cyp]]),
    may_mean("cyp.voice", &[&[C::Cyp], &[C::Voice]]),
    may_mean("attendance.forum_reps", &[&[C::Forum]]),
];
