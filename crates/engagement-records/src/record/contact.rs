//! A point of contact.

use crate::record::declaration::fields;
use crate::record::field_types::{Day, OneParty, RecordId, Text};

fields! {
    /// A point of contact: a post and a role mailbox, from a day to a day.
    pub record Contact = "a contact" {
        /// The id by which reports name it; made from the name of the file if none is given.
        id: RecordId, ["ref", "reference", "contact id"], "c-1";
        /// Whose contact it is.
        party: OneParty, [
            "organisation", "whose contact", "body", "for", "organization", "contact for",
        ], "council";
        /// The post.
        post: Text, [
            "role", "job title", "position", "post title", "contact role",
        ], "participation officer";
        /// The role mailbox.
        mailbox: Text, [
            "email", "e mail", "email address", "e mail address", "role mailbox",
            "shared mailbox", "contact email",
        ], "participation@example.org";
        /// First day.
        from: Day, [
            "start", "start date", "since", "from date", "in post from", "date from",
            "first day",
        ], "2025-01-06";
        /// Last day; blank while it lasts.
        until: Day, [
            "end", "end date", "to", "to date", "in post until", "date to", "last day", "left",
            "date left",
        ], "2026-08-31";
    }
}
