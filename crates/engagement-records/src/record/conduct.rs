//! A code of conduct or a policy.

use crate::record::declaration::fields;
use crate::record::field_types::{DayDone, OneParty, RecordId, Text};

fields! {
    /// A code of conduct or a policy, and the day it was last reviewed.
    pub record Conduct = "a record of conduct" {
        /// The id by which reports name it; made from the name of the file if none is given.
        id: RecordId, ["ref", "reference"], "code";
        /// Whose it is.
        party: OneParty, [
            "organisation", "body", "owner", "whose", "owned by", "organization",
        ], "forum";
        /// Its name.
        document: Text, [
            "title", "name", "document name", "policy", "name of document", "code",
        ], "code of conduct";
        /// Where to find it.
        link: Text, [
            "where to find it", "where", "location", "url", "web address", "where published",
            "where kept",
        ], "forum handbook";
        /// The day of the last review.
        reviewed: DayDone, [
            "last reviewed", "date", "reviewed on", "last reviewed on", "date reviewed",
            "review date", "date of last review", "date of review", "last review",
        ], "2025-09-01";
    }
}
