//! The headings of lists of people, in the spelling that all spellings share.

/// Headings of names; several of them make one name.
pub(super) const NAMES: &[&str] = &[
    "name",
    "full name",
    "first name",
    "surname",
    "last name",
    "attendee",
    "attendee name",
    "attendee first name",
    "attendee last name",
    "attendee surname",
    "participant",
    "participant name",
    "guest name",
    "name original name",
    "user name original name",
    "display name",
];

/// Headings of what tells people apart where nobody wrote their names.
pub(super) const ADDRESSES: &[&str] = &[
    "email",
    "e mail",
    "user email",
    "email address",
    "attendee email",
];

/// Headings of columns in which something stands for those who came.
pub(super) const PRESENCE: &[&str] = &[
    "signed in",
    "sign in",
    "signature",
    "joined",
    "join time",
    "first join",
    "checked in",
    "check in",
    "arrived",
    "time in",
    "attended",
    "present",
    "user action",
    "duration",
    "duration minutes",
    "total duration minutes",
    "in meeting duration",
    "attendance duration",
    "time in session",
    "time in session minutes",
    "time joined",
];

/// Headings of columns that say what became of a booking.
pub(super) const BOOKING: &[&str] = &["attendee status"];

/// Headings of columns in which something stands for those who did not come.
pub(super) const APOLOGIES: &[&str] = &["apologies", "apologies received"];

/// Headings of moments at which people joined.
pub(super) const JOINED: &[&str] = &[
    "first join",
    "join time",
    "joined",
    "timestamp",
    "time joined",
];

/// Headings of moments at which people left.
pub(super) const LEFT: &[&str] = &["last leave", "leave time", "left", "time exited"];

/// Headings of columns that say whether somebody joined or left at the moment beside it.
pub(super) const ACTIONS: &[&str] = &["user action"];

pub(super) const TITLES: &[&str] = &[
    "meeting",
    "meeting title",
    "meeting name",
    "event",
    "event name",
    "event title",
    "session",
    "topic",
];

pub(super) const DAYS: &[&str] = &[
    "date",
    "meeting date",
    "event date",
    "event start date",
    "date of meeting",
    "session date",
];

pub(super) const STARTS: &[&str] = &["event start time", "meeting start time", "start time"];

/// Headings of moments at which a meeting began.
pub(super) const STARTS_OF_MEETINGS: &[&str] = &["meeting start time", "event start time"];

pub(super) const ENDS: &[&str] = &["event end time", "meeting end time", "end time"];
