//! What people were asked for, and what they heard back.

use super::words::Audience;
use crate::record::declaration::fields;
use crate::record::field_types::{AnyOf, SentDay, Text, Texts, YesNo};

fields! {
    /// What could still be changed by those who were asked.
    pub group ScopeForChange = "`scope_for_change`" {
        /// Open to change.
        within as "in": Texts, [
            "what can change", "what can be changed", "in scope", "can change",
            "open to change", "scope for change", "within scope",
        ], "[activities, hours]";
        /// Already settled.
        out: Texts, [
            "what cannot change", "what cannot be changed", "out of scope", "cannot change",
            "already decided",
        ], "[total budget]";
    }
}

fields! {
    /// What people were asked to give, and what they got for it.
    pub group Expectations = "`expectations`" {
        /// Time and effort asked for.
        commitment_asked: Text, [
            "commitment asked", "commitment", "time asked of people", "time commitment",
            "commitment asked for",
        ], "two evenings";
        /// Expenses, thanks, payment.
        recognition: Text, [
            "recognition", "expenses", "expenses and recognition", "payment",
            "reward and recognition", "expenses paid",
        ], "expenses paid";
    }
}

fields! {
    /// What people heard back.
    pub group Feedback = "`feedback`", answered by sent {
        /// The day it was sent; `yes` where nobody knows the day, or `none`.
        sent: SentDay, [
            "feedback sent on", "date feedback sent", "feedback date", "date of feedback",
            "feedback given on", "feedback given", "feedback shared", "date fed back",
            "fed back on", "feedback to parents sent", "you said we did sent",
            "feedback issued", "feedback published", "date fed back to parents",
            "feedback to parents", "feedback to families", "feedback went back to families",
            "feedback went back", "feedback went out", "feedback went back to parents",
            "feedback given to families", "feedback given to parents",
            "feedback sent to families", "feedback sent to parents",
            "when we fed back", "date we fed back",
        ], "2026-03-06";
        /// How.
        channel: Text, [
            "feedback channel", "how fed back", "how feedback was given", "feedback how",
            "feedback by", "feedback method", "feedback sent by",
        ], "email";
        /// To whom.
        to: AnyOf<Audience>, [
            "feedback to", "feedback sent to", "feedback given to", "who got feedback",
            "feedback recipients",
        ], "[parents, cyp]";
        /// What people said.
        you_said: Text, [
            "you said", "what people said", "what parents said", "what we heard",
        ], "Saturdays matter most.";
        /// What was done about it.
        we_did: Text, ["we did", "what we did about it", "what was done about it"], "Two Saturday clubs from June.";
        /// What could not be done, and why.
        not_possible: Text, [
            "not possible", "what was not possible", "could not do", "what could not be done",
            "we could not", "what we could not do",
        ], "Overnight stays, because the building has no night staff.";
    }
}

fields! {
    /// What the forum told the wider group of parents and carers.
    pub group ForumFeedback = "`forum_feedback`", answered by sent {
        /// The day it was sent; `yes` where nobody knows the day, or `none`.
        sent: SentDay, [
            "forum feedback sent", "forum feedback", "forum fed back", "forum fed back on",
            "date forum fed back", "forum feedback date", "forum feedback to members",
            "forum feedback sent on", "feedback to members", "members told", "wider group told",
            "fed back to members", "when members were told", "told our members",
        ], "2026-03-12";
    }
}

fields! {
    /// How people found it.
    pub group Experience = "`experience`" {
        /// Whether somebody complained.
        complaint: YesNo, [
            "complaint", "complaints", "complaint made", "any complaint", "any complaints",
            "complaint received",
        ], "yes";
        /// The day the complaint was answered; `yes` where nobody knows the day, or `none`.
        responded: SentDay, [
            "complaint answered", "complaint answered on", "complaint responded",
            "date complaint answered", "complaint response sent", "complaint replied to",
        ], "2026-03-20";
    }
}

fields! {
    /// Whether the engagement made the forum known.
    pub group PromotedForum = "`promoted_forum`", answered by done {
        /// Whether it did.
        done: YesNo, [
            "forum promoted", "promoted forum", "promoted the forum", "forum publicised",
        ], "yes";
        /// Where.
        place as "where": Text, [
            "where forum promoted", "forum promoted where", "where promoted",
            "where the forum was promoted",
        ], "council newsletter";
    }
}
