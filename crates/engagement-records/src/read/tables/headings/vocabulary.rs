//! The words of headings and what each of them is about.

use Concept as C;

/// What a word of a heading is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Concept {
    /// A day on the calendar.
    Date,
    /// A day, or the day of a week.
    Day,
    Time,
    Start,
    End,
    From,
    To,
    On,
    Open,
    Close,
    /// Not the deed: what should be done by a day, was only asked for, or was not done.
    Deadline,
    Planned,
    /// A meeting or another thing that is held on a day.
    Event,
    /// What is open from a day to a day.
    Survey,
    Group,
    Name,
    Summary,
    Kind,
    Method,
    HeldBy,
    /// Part of a body, such as a council's department.
    Department,
    Body,
    /// One person's post.
    Post,
    Status,
    Happened,
    Held,
    Venue,
    Online,
    InPerson,
    Audience,
    Who,
    For,
    Consulted,
    May,
    /// What is sent to tell people of something.
    Invite,
    Invited,
    /// Telling people, in one word.
    Publicised,
    Told,
    First,
    Sent,
    Given,
    Received,
    Papers,
    /// What people hear back.
    Feedback,
    Outcome,
    Report,
    YouSaidWeDid,
    WeDid,
    Link,
    How,
    Parents,
    Families,
    Cyp,
    Staff,
    Reps,
    People,
    Forum,
    WiderGroup,
    Count,
    Came,
    TookPart,
    Involved,
    Voice,
    Responses,
    Response,
    Considered,
    School,
    Project,
    /// The heading is a question that is answered with yes or no.
    Whether,
}

/// Words and phrases in small letters, parted by commas, with what they are about. Those about
/// nothing are only there to make a sentence. Of a plural that is not here, the singular is looked
/// for.
pub(super) const PHRASES: &[(&[Concept], &str)] = &[
    (
        &[],
        "a, about, an, as, and, any, at, be, been, dd, final, if, in, it, its, local, mm, of, \
         or, our, please, send, so far, that, the, their, them, they, this, we, what, which, \
         with, y n, yes no, yy, yyyy",
    ),
    (&[C::Date], "date, dates, dated, when"),
    (&[C::Date, C::Start], "dtstart"),
    (&[C::Date, C::End], "dtend"),
    (&[C::Date, C::Time], "datetime"),
    (&[C::Day], "day, weekday"),
    (&[C::Time], "time, clock, what time"),
    (
        &[C::Start],
        "start, started, starting, began, begin, begins, beginning, commence, commenced, \
         commences, commencing, commencement",
    ),
    (
        &[C::End],
        "end, ended, ending, finish, finished, finishes, finishing, until, till, concluded, \
         concludes, last",
    ),
    (&[C::From], "from"),
    (&[C::To], "to"),
    (&[C::On], "on"),
    (
        &[C::Open],
        "open, opened, opening, opens, launch, launched, launches, live, live from, open from, \
         went live, goes live, go live, going live",
    ),
    (
        &[C::Close],
        "close, closed, closes, closing, closure, open until, open to",
    ),
    (
        &[C::Deadline],
        "deadline, due, by, target, overdue, rsvp, no later than, expected, required, \
         requested, reminder, chased, not, never, why, draft",
    ),
    (
        &[C::Planned],
        "planned, scheduled, proposed, provisional, confirmed, actual, agreed date",
    ),
    (
        &[C::Event],
        "event, meeting, session, workshop, engagement, activity, visit, gathering, conference, \
         webinar, focus group, coffee morning, drop in, forum meeting, co production, \
         coproduction, training session, roadshow",
    ),
    (
        &[C::Survey],
        "survey, consultation, questionnaire, poll, call for evidence, call for views",
    ),
    (&[C::Group], "group, board, committee, panel"),
    (&[C::Name], "name, title, called, named, known as"),
    (&[C::Summary], "summary"),
    (&[C::Kind], "type, kind, category, nature, sort"),
    (&[C::Method], "method, approach"),
    (
        &[C::HeldBy],
        "organiser, organizer, organising, organizing, organised by, organized by, held by, led \
         by, lead by, run by, hosted by, delivered by, lead, host, leading, hosting, \
         responsible, led",
    ),
    (&[C::Department], "department, directorate, division, dept"),
    (
        &[C::Body],
        "service, organisation, organization, team, agency, body, partner, council, local \
         authority, la, authority",
    ),
    (
        &[C::Post],
        "officer, owner, manager, contact, facilitator, chair",
    ),
    (&[C::Status], "status"),
    (
        &[C::Happened],
        "happen, happened, took place, take place, taken place, went ahead, go ahead, gone \
         ahead, takes place, taking place",
    ),
    (&[C::Held], "held"),
    (
        &[C::Venue],
        "held at, venue, location, place, where, address, room, platform, site",
    ),
    (&[C::Online], "online, virtual, remote, zoom, teams"),
    (&[C::InPerson], "in person, face to face, f2f, face 2 face"),
    (
        &[C::Audience],
        "audience, consultees, stakeholders, aimed at, target audience, target group, intended \
         for, target audiences, target groups, open to whom",
    ),
    (&[C::Who], "who, whom"),
    (&[C::For], "for"),
    (
        &[C::Consulted],
        "consulted, consulting, consult, engaged with",
    ),
    (&[C::May], "can, may, could, should"),
    (
        &[C::Invite],
        "invite, invites, invitation, notice, notification, advert, advertisement, publicity, \
         comms, communication, flyer, flier, poster, leaflet, save the date, calendar invite, \
         calendar invitation, announcement, mailshot, joining instructions, meeting request",
    ),
    (&[C::Invited], "invited"),
    (
        &[C::Publicised],
        "advertised, publicised, publicized, announced, promoted, notified",
    ),
    (&[C::Told], "told, informed"),
    (
        &[C::First],
        "first, initial, initially, earliest, originally",
    ),
    (
        &[C::Sent],
        "sent, sent out, issued, issue, out, published, publication, publish, shared, share, \
         sharing, circulated, circulation, circulate, released, release, distributed, \
         distribution, emailed, posted, mailed, went out, gone out, go out, goes out, uploaded, \
         disseminated, provided, reported, sending, send out, dispatched, despatched, \
         communicated",
    ),
    (&[C::Given], "given, gave, give"),
    (&[C::Received], "received, returned, submitted, back"),
    (
        &[C::Papers],
        "papers, agenda, agendas, document, slides, agenda pack, briefing, information pack, \
         pre reading, agenda and papers, pack, paperwork, meeting papers",
    ),
    (
        &[C::Feedback],
        "feedback, minutes, notes, results, findings, action notes, write up, writeup, meeting \
         notes, meeting minutes, outcome report, summary report, feedback report, yswd, ysswd, \
         results and findings, feed back",
    ),
    (&[C::Feedback, C::Sent], "fed back"),
    (&[C::Outcome], "outcome, decision, result"),
    (&[C::Report], "report"),
    (
        &[C::YouSaidWeDid],
        "you said we did, you said and we did, we asked you said we did",
    ),
    (
        &[C::WeDid],
        "we did, action taken, actions taken, changed, change made, changes made, difference \
         made, difference did make, action resulting, actions resulting, what we changed, what \
         was changed, changed as result",
    ),
    (&[C::Link], "link, url, hyperlink"),
    (&[C::How], "how, channel"),
    (
        &[C::Parents],
        "parent, carer, parent carer, pc, pcs, mums and dads",
    ),
    (&[C::Families], "family, families, household"),
    (
        &[C::Cyp],
        "cyp, child, children, young people, young person, yp, pupil, student, youth, \
         youngsters, children and young people, kids, learner",
    ),
    (
        &[C::Staff],
        "staff, officers, professional, practitioner, colleague, workers",
    ),
    (
        &[C::Reps],
        "rep, reps, representative, forum member, pcf member",
    ),
    (
        &[C::People],
        "people, person, attendee, participant, delegate, guest, everyone, public",
    ),
    (
        &[C::Forum],
        "forum, pcf, parent carer forum, parents forum, parent forum",
    ),
    (
        &[C::WiderGroup],
        "wider group, membership, members, wider members, wider membership, wider parents, \
         wider parent group, wider forum",
    ),
    (
        &[C::Count],
        "number, no, nos, nr, num, total, count, how many, headcount, figure, in total, total \
         number",
    ),
    (
        &[C::Came],
        "attend, attending, attended, attendance, came, come, present, turned up, there, \
         joined, who attended, who came, who took part, who joined, who were there, who were \
         present",
    ),
    (
        &[C::TookPart],
        "take part, took part, taking part, taken part, participate, participated",
    ),
    (
        &[C::Involved],
        "involved, involvement, engaged, have say, had say, consulted with, participation, \
         included",
    ),
    (&[C::Voice], "voice, voices"),
    (
        &[C::Responses],
        "responses, respondent, replies, respondents",
    ),
    (&[C::Response], "response, reply, responded, replied"),
    (
        &[C::Considered],
        "considered, consideration, taken into account, thought about",
    ),
    (
        &[C::School],
        "school, school day, school hours, term, school run",
    ),
    (&[C::Project], "project, programme, workstream, work stream"),
];

/// Words with which a question begins that is answered with yes or no.
pub(super) const QUESTIONS: &[&str] = &[
    "are", "can", "did", "do", "does", "had", "has", "have", "is", "was", "were",
];

/// The same words further on in a sentence say nothing.
pub(super) const AUXILIARIES: &[&str] = &[
    "are", "did", "do", "does", "had", "has", "have", "is", "was", "were", "will",
];
