//! What people call the sheets of their logs.

use crate::record::RecordType;

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
