//! The fields of an engagement itself.

use super::answers::{
    Expectations, Experience, Feedback, ForumFeedback, PromotedForum, ScopeForChange,
};
use super::invitation::{Notice, Papers, Timing, Venue};
use super::people::{
    Attendance, CypInvolvement, ForumInvitation, Reach, ServiceParents, WiderInput,
};
use super::words::{Area, Audience, Kind, Scope};
use crate::record::declaration::fields;
use crate::record::explanation::Explanations;
use crate::record::field_types::{
    AnyOf, AnyParty, Day, DayDone, EarlierDays, EventDay, ExactName, GroupOf, LocalFields, OneOf,
    RecordId, Rung, Stage, Text, TimeOfDay, Title, YesNo,
};

fields! {
    /// One engagement as its record tells it.
    pub record Engagement = "an engagement", joined as joined {
        /// The id by which explanations and reports name it; made from the name of the file if none
        /// is given.
        id: RecordId, [
            "ref", "reference", "record id", "engagement id", "meeting id", "record no",
        ], "short-breaks-2";
        /// What it is called.
        title: Title, [
            "title", "name", "event", "meeting", "engagement", "activity", "name of event",
            "name of meeting", "name of engagement", "event name", "event title",
            "meeting name", "meeting title", "engagement title", "engagement name",
            "title of engagement", "title of meeting", "title of event", "what",
            "description of event", "engagement activity", "meeting event", "session",
            "session name", "what was it called", "what is it called", "what it was called",
        ], "Short breaks redesign, second workshop";
        /// What kind it is.
        kind: OneOf<Kind>, [
            "type", "type of event", "type of meeting", "type of engagement",
            "type of activity", "event type", "meeting type", "engagement type",
            "engagement method", "format of event", "kind of event", "kind of meeting",
            "kind of engagement", "method of engagement",
        ], "workshop";
        /// Strategic when absent; one family's case is not covered by a charter.
        scope: OneOf<Scope>, ["strategic or individual"], "strategic";
        /// What ties it to other engagements and to decisions: the same word in each.
        project: ExactName, [
            "project", "workstream", "work stream", "project name", "programme", "work area",
            "piece of work", "project or workstream", "topic", "theme", "subject",
        ], "short-breaks";
        /// Which areas it touched.
        areas: AnyOf<Area>, [
            "areas", "area", "charter area", "charter areas", "area s", "areas of the charter",
            "areas touched",
        ], "[development, needs]";
        /// Who held it: parties of the charter, by any of their names.
        organisers: AnyParty, [
            "organiser", "organised by", "organizer", "organizers", "organized by", "led by",
            "lead organisation", "lead organisations", "held by", "hosted by", "host", "hosts",
            "run by", "who organised", "who organised it", "delivered by", "organising body",
            "lead", "who ran it", "who held it", "who led it", "who led", "who hosted",
            "who hosted it", "who ran", "led by whom", "held by whom", "organised by whom", "organisation", "organisations", "run by whom", "lead by",
        ], "[council, forum]";
        /// How far it has come.
        status: Stage, [
            "status", "current status", "event status", "meeting status", "held", "did it happen",
            "did it take place", "went ahead", "happened", "did it go ahead",
            "where are we up to", "where we are up to", "how far are we", "current position",
        ], "held";
        /// The day it was or will be held.
        date: EventDay, [
            "date of event", "date of meeting", "date of engagement", "date held", "event date",
            "meeting date", "engagement date", "when", "date of session", "session date",
            "date of activity", "date of workshop", "which day", "which date", "what day",
            "what date", "on which day", "on what day", "day of event", "day of meeting",
        ], "2026-02-26";
        /// The last day of an event of several days; what comes after counts from it.
        last_day: Day, ["final day", "last day of event", "date finished"], "2026-02-27";
        /// When it began, local time.
        start: TimeOfDay, [
            "start time", "time", "times", "begins", "time of meeting", "time of event",
            "meeting time", "event time", "time start", "starts", "starts at", "commenced",
            "start and end time", "start and end", "time s", "from to", "from until", "from till",
            "time from to", "times from to",
        ], "10:00";
        /// When it ended, local time.
        end: TimeOfDay, [
            "end time", "finish", "finish time", "ends", "time end", "ends at", "finishes",
            "concluded", "time finished",
        ], "12:30";
        /// Earlier days for it, in the order in which they were given up.
        moved_from: EarlierDays<Move>;
        /// The first day of a survey or consultation.
        opens: Day, [
            "open", "opened", "opening date", "open date", "opens on", "date opened",
            "survey opens", "survey opened", "consultation opens", "consultation opened",
            "open from",
        ], "2026-02-01";
        /// The last day of a survey or consultation.
        closes: Day, [
            "close", "closed", "closing date", "close date", "closes on", "date closed",
            "survey closes", "survey closed", "consultation closes", "consultation closed",
            "open until",
        ], "2026-03-31";
        /// The last day that it had before it was extended.
        extended_from: Day, [
            "extended from", "original closing date", "original end date", "original deadline",
            "extended", "extended to", "extended until",
        ], "2026-03-17";
        /// Whom it was for.
        audience: AnyOf<Audience>, [
            "who is it for", "who was it for", "who for", "for whom", "target audience",
            "aimed at", "target group", "audience s", "intended audience", "who it was for",
        ], "[parents, cyp]";
        /// A post or role mailbox, never a person's own.
        contact: ExactName, [
            "contact for event", "contact point", "contact post", "lead officer role",
            "contact role", "contact email", "contact mailbox",
        ], "participation.officer@example.org";
        /// How people were told.
        notice: GroupOf<Notice>;
        /// What they could read beforehand.
        papers: GroupOf<Papers>;
        /// How the time was chosen.
        timing: GroupOf<Timing>;
        /// Where it took place.
        venue: GroupOf<Venue>;
        /// How many came.
        attendance: GroupOf<Attendance>;
        /// Whether the forum was invited.
        forum: GroupOf<ForumInvitation>;
        /// Parents who use the service.
        service_parents: GroupOf<ServiceParents>;
        /// Children and young people.
        cyp: GroupOf<CypInvolvement>;
        /// What could still be changed.
        scope_for_change: GroupOf<ScopeForChange>;
        /// What people were asked to give.
        expectations: GroupOf<Expectations>;
        /// The day from which the options were fixed.
        options_fixed: Day, [
            "options fixed on", "date options fixed", "options were fixed on",
            "options decided on",
        ], "2026-05-01";
        /// Whether both sides decided together.
        decided_jointly: YesNo, [
            "joint decision", "decided together", "jointly decided", "decision made jointly",
        ], "no";
        /// Whether the wider group of parents was asked.
        wider_input: GroupOf<WiderInput>;
        /// Whom it reached.
        reach: GroupOf<Reach>;
        /// What people heard back.
        feedback: GroupOf<Feedback>;
        /// What the forum told its wider group.
        forum_feedback: GroupOf<ForumFeedback>;
        /// What was written for people about it; in Markdown, all that stands below the record.
        minutes: Text, [], "Saturdays first; evenings in autumn.";
        /// The rung of the ladder that is claimed for it, as the charter spells it.
        ladder: Rung, [
            "ladder rung", "rung", "ladder of participation", "level of participation",
            "participation level", "rung of the ladder", "ladder level", "co production level",
            "coproduction level", "co pro level",
        ], "participation";
        /// How people found it.
        experience: GroupOf<Experience>;
        /// Whether it made the forum known.
        promoted_forum: GroupOf<PromotedForum>;
        /// Fields that only this area's charter knows, by name.
        local: LocalFields;
        /// Agreed reasons for falling short.
        explanations: Explanations;
    }
}

fields! {
    /// An earlier day for the same engagement.
    pub group Move = "an earlier day" {
        /// The day it was to be.
        date: Day, [
            "original date", "moved from", "previous date", "first date", "rescheduled from",
            "postponed from",
        ], "2026-02-12";
        /// The day people were told of the new day.
        told: DayDone, [
            "told of new date", "told of the new date", "told of move", "date told of new date",
            "new date sent", "date people were told of the new date",
        ], "2026-01-28";
    }
}
