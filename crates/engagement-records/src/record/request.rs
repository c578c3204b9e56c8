//! A request of one side to the other.

use super::explanation::Explanations;
use crate::record::declaration::fields;
use crate::record::field_types::{Day, OneParty, RecordId, SentDay, Text, YesNo};

fields! {
    /// One side asks the other for something: a speaker, representatives.
    pub record Request = "a request" {
        /// The id by which explanations and reports name it; made from the name of the file if none
        /// is given.
        id: RecordId, [
            "ref", "reference", "request id", "request ref", "request no", "number",
        ], "r-12";
        /// What was asked for.
        title: Text, [
            "request", "name", "what", "asked for", "what was asked for", "subject", "topic",
            "details", "request for", "what we asked for", "what was requested",
        ], "Speaker on transport";
        /// Who asked.
        by: OneParty, [
            "from", "requested by", "asked by", "request from", "who asked", "made by",
        ], "forum";
        /// Who was asked.
        to: OneParty, [
            "requested of", "asked of", "request to", "who was asked", "sent to", "who to",
            "asked whom",
        ], "council";
        /// The day of the request.
        made: Day, [
            "date of request", "date", "date made", "request date", "requested on",
            "date requested", "made on", "date asked", "date received", "asked on",
        ], "2026-01-10";
        /// The day for which it was made.
        needed_for as "for": Day, [
            "needed for", "for date", "needed by", "date needed", "required for",
            "date required", "wanted for", "for when", "date needed for",
        ], "2026-02-03";
        /// The day of the answer; `yes` where nobody knows the day, or `none`.
        answered: SentDay, [
            "date answered", "answered on", "reply sent", "replied", "replied on",
            "response sent", "response date", "date of reply", "date of response", "responded",
            "responded on", "date replied", "reply date", "date of answer", "answer date",
        ], "2026-01-15";
        /// Whether it was met.
        met: YesNo, [
            "request met", "was it met", "agreed", "granted", "fulfilled", "did we get it",
            "was it granted",
        ], "yes";
        /// The post of the person who came.
        attended: Text, [
            "attended by", "who attended", "who came", "post of who attended", "attendee post",
        ], "head of transport";
        /// Agreed reasons for falling short.
        explanations: Explanations;
    }
}
