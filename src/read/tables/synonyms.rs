//! What people write above the columns of their logs, by the field that is meant. The names of the
//! fields themselves are understood as well, and need not be listed.
//!
//! A heading is listed only where it can mean nothing else: "Feedback" alone may be a day, a text or
//! an answer, and stays out. Small letters, no punctuation, `and` for `&`: see [`super::headings`].

use crate::record::RecordType;

/// The headings for each field of a type of record.
pub(super) fn of(kind: RecordType) -> &'static [(&'static str, &'static [&'static str])] {
    match kind {
        RecordType::Engagement => ENGAGEMENT,
        RecordType::Decision => DECISION,
        RecordType::Request => REQUEST,
        RecordType::Contact => CONTACT,
        RecordType::Conduct => CONDUCT,
        RecordType::Explanation => EXPLANATION,
    }
}

/// The type of record that a sheet holds, by any word of its name: `Decisions made`, `Asks to LA`.
pub(super) const SHEETS: &[(RecordType, &[&str])] = &[
    (
        RecordType::Decision,
        &["decision", "decisions", "forward plan"],
    ),
    (RecordType::Request, &["request", "requests", "ask", "asks"]),
    (RecordType::Contact, &["contact", "contacts", "whos who"]),
    (RecordType::Conduct, &["conduct", "policies", "policy"]),
    (
        RecordType::Explanation,
        &["explanation", "explanations", "exceptions"],
    ),
    (
        RecordType::Engagement,
        &[
            "engagement",
            "engagements",
            "meeting",
            "meetings",
            "event",
            "events",
        ],
    ),
];

#[rustfmt::skip]
const ENGAGEMENT: &[(&str, &[&str])] = &[
    ("id", &["ref", "reference", "record id", "engagement id", "meeting id", "record no"]),
    (
        "title",
        &[
            "name", "event", "meeting", "engagement", "activity", "name of event",
            "name of meeting", "name of engagement", "event name", "event title", "meeting name",
            "meeting title", "engagement title", "engagement name", "title of engagement",
            "title of meeting", "title of event", "what", "description of event",
            "engagement activity", "meeting event", "session", "session name", "what was it called", "what is it called", "what it was called"],
    ),
    (
        "kind",
        &[
            "type", "type of event", "type of meeting", "type of engagement", "type of activity",
            "event type", "meeting type", "engagement type", "engagement method", "format of event",
            "kind of event", "kind of meeting", "kind of engagement", "method of engagement",
        ],
    ),
    ("scope", &["strategic or individual",]),
    (
        "project",
        &["workstream", "work stream", "project name", "programme", "work area", "piece of work", "project or workstream", "topic", "theme", "subject"],
    ),
    ("areas", &["area", "charter area", "charter areas", "area s", "areas of the charter", "areas touched"]),
    (
        "organisers",
        &[
            "organiser", "organised by", "organizer", "organizers", "organized by", "led by",
            "lead organisation", "lead organisations", "held by", "hosted by", "host", "hosts",
            "run by", "who organised", "who organised it", "delivered by", "organising body", "lead", "who ran it", "organisation", "organisations", "run by whom", "lead by"],
    ),
    ("status", &["current status", "event status", "meeting status", "held", "did it happen", "did it take place", "went ahead", "happened", "did it go ahead"]),
    (
        "date",
        &[
            "date of event", "date of meeting", "date of engagement", "date held", "event date",
            "meeting date", "engagement date", "when", "date of session", "session date",
            "date of activity", "date of workshop",
        ],
    ),
    (
        "start",
        &[
            "start time", "time", "times", "begins", "time of meeting", "time of event",
            "meeting time", "event time", "time start", "starts", "starts at", "commenced",
            "start and end time", "start and end", "time s",
        ],
    ),
    ("end", &["end time", "finish", "finish time", "ends", "time end", "ends at", "finishes", "concluded", "time finished"]),
    ("moved_from.date", &["original date", "moved from", "previous date", "first date", "rescheduled from", "postponed from"]),
    ("moved_from.told", &["told of new date", "told of the new date", "told of move", "date told of new date", "new date sent", "date people were told of the new date"]),
    ("opens", &["open", "opened", "opening date", "open date", "opens on", "date opened", "survey opens", "survey opened", "consultation opens", "consultation opened", "open from"]),
    ("closes", &["close", "closed", "closing date", "close date", "closes on", "date closed", "survey closes", "survey closed", "consultation closes", "consultation closed", "open until",]),
    ("extended_from", &["extended from", "original closing date", "original end date", "original deadline"]),
    (
        "audience",
        &[
            "who is it for", "who was it for", "who for", "for whom", "target audience", "aimed at",
            "target group", "audience s", "intended audience", "who it was for",
        ],
    ),
    ("contact", &["contact for event", "contact point", "contact post", "lead officer role", "contact role", "contact email", "contact mailbox"]),
    (
        "notice.sent",
        &[
            "notice", "notice given", "notice given on", "date of notice", "date notice sent",
            "date notice given", "notice date", "invitation sent", "invitations sent", "invite sent",
            "invites sent", "date invited", "date of invitation", "invitation date",
            "date invitation sent", "date invites sent", "date invitations sent", "invited on",
            "notified", "notified on", "date notified", "date parents notified", "parents notified",
            "advertised", "advertised on", "date advertised", "date publicised", "publicised",
            "save the date sent", "date first notified", "families notified", "families told", "invite went out", "invitation went out", "invites went out", "when were people told", "people told", "flyer sent", "flyer went out", "date people were told"],
    ),
    ("notice.channel", &["how notified", "how was notice given", "how notice was given", "notice channel", "channel", "how invited", "how people were told", "notified by", "how advertised", "notice by", "notice how", "invitation method", "method of notice", "communication method", "where advertised", "how were people told"]),
    ("notice.purpose", &["purpose", "purpose of meeting", "purpose of event", "purpose of engagement", "aim", "aims", "aim of meeting", "purpose as explained", "what it was about", "purpose in invitation", "purpose stated in notice", "purpose explained"]),
    ("papers.sent", &["papers", "papers sent on", "date papers sent", "papers date", "agenda sent", "agenda and papers sent", "date agenda sent", "papers circulated", "documents sent", "date documents sent", "papers shared", "papers issued", "papers out", "papers went out"]),
    ("papers.none_needed", &["no papers needed because", "no papers needed", "why no papers", "papers not needed because", "reason no papers", "no papers because", "papers none needed"]),
    ("papers.formats", &["formats", "format of papers", "formats of papers", "accessible formats", "paper formats", "papers formats", "formats offered"]),
    ("timing.considered", &["times considered", "school times considered", "how school times were considered", "timing considered", "how timing was considered", "how time was chosen", "how the time was chosen", "school hours considered", "time chosen how"]),
    ("timing.considered_on", &["times considered on", "date timing considered", "timing considered on", "date times considered"]),
    ("timing.alternative", &["alternative offered", "alternatives offered", "alternative time", "alternative times", "alternative times offered", "other times offered", "timing alternative", "alternative session"]),
    ("timing.schools", &["schools", "school", "schools invited", "which schools", "families of which schools"]),
    ("timing.hosted_in_school", &["hosted in school", "in school", "held in school", "held in a school"]),
    ("venue.mode", &["venue type", "mode", "type of venue", "in person or online", "online or in person", "face to face or online", "how held", "delivery", "delivery method", "delivery mode", "meeting mode", "online in person", "in person online", "face to face online", "f2f or online", "online or f2f", "in person or virtual"]),
    ("venue.name", &["venue", "location", "place", "where", "venue name", "held at", "where held", "venue address", "room"]),
    ("venue.access.step_free", &["step free access", "step free", "wheelchair access", "wheelchair accessible", "level access"]),
    ("venue.access.accessible_toilet", &["accessible toilet", "accessible toilets", "disabled toilet", "disabled toilets", "changing places toilet", "accessible wc"]),
    ("venue.access.hearing_loop", &["hearing loop", "loop", "induction loop"]),
    ("venue.access.parking", &["parking", "parking available", "accessible parking", "blue badge parking", "disabled parking"]),
    ("venue.access.transport", &["transport", "public transport", "transport links"]),
    ("venue.access.quiet_space", &["quiet space", "quiet room", "quiet area", "breakout space"]),
    ("venue.access.captions", &["captions", "subtitles", "live captions"]),
    ("venue.access.joining_help", &["joining help", "help with joining", "help to join", "technical help"]),
    ("venue.access.needs_asked", &["access needs asked", "needs asked", "asked about access needs", "access requirements asked", "access needs asked about"]),
    ("venue.access.why_not", &["why not accessible", "access why not", "reason for access gaps", "access gaps explained", "if not accessible why not"]),
    ("attendance.forum_reps", &["forum reps attending", "forum reps", "forum representatives", "forum representatives attending", "no of forum reps", "number of forum reps", "pcf reps", "forum attendance", "forum members attending", "reps attending", "reps", "forum reps there"]),
    ("attendance.parents", &["parents attending", "parents", "no of parents", "number of parents", "parents and carers attending", "parent carers attending", "no of parents attending", "number of parents attending", "parent attendance", "parents present", "parents and carers", "no of parent carers", "number of parent carers", "parent carers", "parents there", "parents who came", "number attended parents", "parents attended"]),
    ("attendance.cyp", &["children and young people attending", "cyp attending", "cyp attendance", "no of cyp", "number of cyp", "young people attending", "number of children and young people", "no of children and young people", "children attending", "cyp present", "yp there", "yp attending", "number attended children", "cyp there", "children there", "young people there"]),
    ("attendance.staff", &["staff attending", "staff", "no of staff", "number of staff", "professionals attending", "officers attending", "staff present", "la staff there", "officers", "professionals", "staff there", "staff attended"]),
    ("forum.invited", &["forum invited", "forum invited on", "date forum invited", "pcf invited", "date forum was invited", "invitation to forum", "forum asked", "pcf asked", "forum asked to come"]),
    ("service_parents.involved", &["parents using the service involved", "service parents involved", "parents who use the service involved", "parents who use the service", "service users involved", "service parents"]),
    ("service_parents.method", &["how service parents were involved", "how parents using the service were involved", "service parents method", "service parents how", "how were parents using the service involved"]),
    ("cyp.involved", &["cyp involved", "children and young people involved", "young people involved", "children involved", "were cyp involved", "were children and young people involved", "cyp voice included", "yp involved", "youth voice", "did children yp have a say", "did young people have a say", "did children have a say"]),
    ("cyp.method", &["how cyp were involved", "how children and young people were involved", "cyp method", "method of involving cyp", "cyp how", "cyp involvement method", "how were cyp involved", "how were children and young people involved", "how were yp involved", "how yp were involved"]),
    ("cyp.facilitation", &["cyp facilitation", "facilitation", "who helped cyp", "how cyp were supported", "cyp support", "cyp helped by"]),
    ("cyp.voice", &["cyp voice", "what cyp said", "what children and young people said", "voice of cyp", "young people said"]),
    ("cyp.audience", &["cyp audience", "who listened to cyp", "who heard cyp", "who listened"]),
    ("cyp.influence", &["cyp influence", "what changed because of cyp", "influence of cyp"]),
    ("cyp.not_appropriate", &["why cyp were not involved", "why cyp not involved", "cyp not appropriate", "reason cyp not involved", "why children and young people were not involved", "cyp not appropriate because"]),
    ("cyp.alternative", &["cyp alternative", "done instead for cyp", "alternative for cyp"]),
    ("scope_for_change.in", &["what can change", "what can be changed", "in scope", "can change", "open to change", "scope for change", "within scope"]),
    ("scope_for_change.out", &["what cannot change", "what cannot be changed", "out of scope", "cannot change", "already decided",]),
    ("expectations.commitment_asked", &["commitment asked", "commitment", "time asked of people", "time commitment", "commitment asked for"]),
    ("expectations.recognition", &["recognition", "expenses", "expenses and recognition", "payment", "reward and recognition", "expenses paid",]),
    ("options_fixed", &["options fixed on", "date options fixed", "options were fixed on", "options decided on"]),
    ("decided_jointly", &["joint decision", "decided together", "jointly decided", "decision made jointly"]),
    ("wider_input.opened", &["wider input opened", "wider views asked from", "wider group asked from", "wider input from"]),
    ("wider_input.closed", &["wider input closed", "wider views asked until", "wider group asked until", "wider input to", "wider input until"]),
    ("wider_input.channel", &["wider input channel", "how wider views were asked", "how wider group was asked", "wider input how", "wider group asked by"]),
    ("reach.invited", &["number invited", "no invited", "people invited", "how many invited", "invited"]),
    ("reach.responded", &["number of responses", "responses", "no of responses", "number responded", "responded", "no responded", "replies", "response count"]),
    ("reach.not_reached", &["not reached", "who was not reached", "groups not reached", "who we did not reach", "gaps in reach"]),
    ("feedback.sent", &["feedback sent on", "date feedback sent", "feedback date", "date of feedback", "feedback given on", "feedback given", "feedback shared", "date fed back", "fed back on", "feedback to parents sent", "you said we did sent", "feedback issued", "feedback published", "date fed back to parents", "feedback to parents"]),
    ("feedback.channel", &["feedback channel", "how fed back", "how feedback was given", "feedback how", "feedback by", "feedback method", "feedback sent by"]),
    ("feedback.to", &["feedback to", "feedback sent to", "feedback given to", "who got feedback", "feedback recipients"]),
    ("feedback.you_said", &["you said", "what people said", "what parents said", "what we heard",]),
    ("feedback.we_did", &["we did", "what we did", "what was done"]),
    ("feedback.not_possible", &["not possible", "what was not possible", "could not do", "what could not be done", "we could not", "what we could not do"]),
    ("forum_feedback.sent", &["forum feedback sent", "forum feedback", "forum fed back", "forum fed back on", "date forum fed back", "forum feedback date", "forum feedback to members", "forum feedback sent on"]),
    ("ladder", &["ladder rung", "rung", "ladder of participation", "level of participation", "participation level", "rung of the ladder", "ladder level", "co production level", "coproduction level", "co pro level"]),
    ("experience.complaint", &["complaint", "complaints", "complaint made", "any complaint", "any complaints", "complaint received"]),
    ("experience.responded", &["complaint answered", "complaint answered on", "complaint responded", "date complaint answered", "complaint response sent", "complaint replied to"]),
    ("promoted_forum.done", &["forum promoted", "promoted forum", "promoted the forum", "forum publicised"]),
    ("promoted_forum.where", &["where forum promoted", "forum promoted where", "where promoted", "where the forum was promoted"]),
];

#[rustfmt::skip]
const DECISION: &[(&str, &[&str])] = &[
    ("id", &["ref", "reference", "decision id", "decision ref", "decision reference", "decision no", "number"]),
    ("title", &["decision", "name", "decision title", "title of decision", "subject", "topic", "item", "what was decided"]),
    ("project", &["workstream", "work stream", "project name", "programme", "work area", "about", "linked project"]),
    ("areas", &["area", "charter area", "charter areas", "area s"]),
    ("decided", &["date", "decided on", "date decided", "decision date", "date of decision", "date of meeting", "due date", "when"]),
    ("by", &["decided by", "by whom", "decision maker", "who decides", "who decided", "decision by", "body", "made by", "taken by", "who took it", "who made it"]),
    ("options_fixed", &["options fixed on", "date options fixed", "options were fixed on", "when were options fixed", "options fixed when"]),
];

#[rustfmt::skip]
const REQUEST: &[(&str, &[&str])] = &[
    ("id", &["ref", "reference", "request id", "request ref", "request no", "number"]),
    ("title", &["request", "name", "what", "asked for", "what was asked for", "subject", "topic", "details", "request for", "what we asked for", "what was requested"]),
    ("by", &["from", "requested by", "asked by", "request from", "who asked", "made by"]),
    ("to", &["requested of", "asked of", "request to", "who was asked", "sent to", "who to", "asked whom"]),
    ("made", &["date", "date made", "date of request", "request date", "requested on", "date requested", "made on", "date asked", "date received", "asked on"]),
    ("for", &["needed for", "for date", "needed by", "date needed", "required for", "date required", "wanted for", "for when", "date needed for"]),
    ("answered", &["answered on", "date answered", "reply sent", "replied", "replied on", "response sent", "response date", "date of reply", "date of response", "responded", "responded on", "date replied", "reply date", "date of answer", "answer date"]),
    ("met", &["request met", "was it met", "agreed", "granted", "fulfilled", "did we get it", "was it granted"]),
    ("attended", &["attended by", "who attended", "who came", "post of who attended", "attendee post"]),
];

#[rustfmt::skip]
const CONTACT: &[(&str, &[&str])] = &[
    ("id", &["ref", "reference", "contact id"]),
    ("party", &["organisation", "whose contact", "body", "for", "organization", "contact for"]),
    ("post", &["role", "job title", "position", "post title", "contact role"]),
    ("mailbox", &["email", "e mail", "email address", "e mail address", "role mailbox", "shared mailbox", "contact email"]),
    ("from", &["start", "start date", "since", "from date", "in post from", "date from", "first day"]),
    ("until", &["end", "end date", "to", "to date", "in post until", "date to", "last day", "left", "date left"]),
];

#[rustfmt::skip]
const CONDUCT: &[(&str, &[&str])] = &[
    ("id", &["ref", "reference"]),
    ("party", &["organisation", "body", "owner", "whose", "owned by", "organization"]),
    ("document", &["title", "name", "document name", "policy", "name of document", "code"]),
    ("link", &["where", "where to find it", "location", "url", "web address", "where published", "where kept"]),
    ("reviewed", &["date", "reviewed on", "last reviewed", "last reviewed on", "date reviewed", "review date", "date of last review", "date of review", "last review"]),
];

#[rustfmt::skip]
const EXPLANATION: &[(&str, &[&str])] = &[
    ("id", &["ref", "reference"]),
    ("engagement", &["meeting", "event", "about", "engagement id", "meeting id", "for engagement", "for meeting"]),
    ("clause", &["promise", "charter clause", "clause id", "which promise", "which clause"]),
    ("reason", &["type of reason", "reason type", "kind of reason", "category"]),
    ("because", &["explanation", "details", "why", "in words", "reason in words", "reason given"]),
    ("agreed_by", &["agreed with", "who agreed", "signed off by"]),
    ("agreed_on", &["date agreed", "agreed", "agreed on date", "date", "date of agreement"]),
    ("instead", &["done instead", "what was done instead", "what was offered instead", "alternative", "mitigation", "offered instead"]),
    ("until", &["holds until", "valid until", "expires", "expires on", "expiry", "end date", "review date"]),
];
