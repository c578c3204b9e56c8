//! The words in which schools speak of their days.

/// What days with staff only are called.
pub(crate) const INSET: &[&str] = &[
    "inset",
    "insets",
    "in service",
    "inservice",
    "staff training",
    "teacher training",
    "staff training day",
    "staff development day",
    "staff day",
    "staff only",
    "baker day",
    "pd day",
    "cpd day",
    "non pupil day",
    "non pupil days",
    "pupil free day",
    "twilight inset",
];

/// What says that pupils are not in.
pub(crate) const CLOSED: &[&str] = &[
    "closed to pupils",
    "closed for pupils",
    "closed to children",
    "closed to students",
    "school closed",
    "no pupils",
    "no school",
    "occasional day",
    "school is closed",
];

/// What says that pupils come back.
pub(crate) const BACK: &[&str] = &[
    "school reopens",
    "school re opens",
    "reopens",
    "school opens",
    "school returns",
    "school starts",
    "school begins",
    "back to school",
    "pupils return",
    "children return",
    "students return",
    "return to school",
    "pupils back",
    "first day back",
    "children back",
    "school resumes",
];

/// What says that pupils go.
pub(crate) const CLOSES_FOR: &[&str] = &[
    "school closes",
    "school finishes",
    "school ends",
    "break up",
    "breaks up",
    "schools close",
    "school closing",
    "finish for",
    "close for",
    "closes for",
    "last day before",
    "last school day",
];

/// What says that a day is the first.
pub(crate) const FIRST: &[&str] = &[
    "first day",
    "first day of",
    "starts",
    "start",
    "begins",
    "begin",
    "beginning",
    "commences",
    "opens",
    "open",
    "start of",
    "from",
];

/// What says that a day is the last.
pub(crate) const LAST: &[&str] = &[
    "last day",
    "last day of",
    "ends",
    "end",
    "end of",
    "finishes",
    "finish",
    "closes",
    "close",
    "to",
    "until",
];

/// Bank holidays by their names.
pub(crate) const BANK_HOLIDAYS: &[&str] = &[
    "bank holiday",
    "bank holidays",
    "good friday",
    "easter monday",
    "public holiday",
    "may day",
    "boxing day",
    "christmas day",
    "new years day",
];

/// What holidays are called.
pub(crate) const HOLIDAYS: &[&str] = &["holiday", "holidays", "break", "vacation", "recess"];

/// What tells holidays apart.
pub(crate) const SEASONS: &[&str] = &[
    "autumn",
    "spring",
    "summer",
    "winter",
    "easter",
    "christmas",
    "xmas",
    "whitsun",
    "whit",
    "october",
    "february",
    "may",
    "half term",
    "school",
];

/// What terms are called.
pub(crate) const TERM_NAMES: &[&str] = &[
    "autumn",
    "spring",
    "summer",
    "michaelmas",
    "lent",
    "trinity",
    "hilary",
];

/// What a title about days of school alone is made of.
pub(crate) const KNOWN: &[&str] = &[
    "term",
    "terms",
    "half",
    "the",
    "of",
    "and",
    "for",
    "week",
    "weeks",
    "school",
    "schools",
    "closed",
    "closes",
    "to",
    "pupils",
    "children",
    "students",
    "all",
    "is",
    "day",
    "days",
    "dates",
    "year",
    "academic",
    "first",
    "second",
    "no",
    "occasional",
    "holiday",
    "october",
    "february",
    "may",
    "june",
    "july",
    "december",
    "april",
    "march",
    "january",
    "august",
    "september",
    "november",
    "polling",
];

/// What tells halves of a term apart.
pub(crate) const ORDINALS: &[&str] = &[
    "1st", "2nd", "i", "ii", "a", "b", "one", "two", "2nd", "year",
];

/// Somebody is named, so it is theirs.
pub(crate) const TITLES: &[&str] = &["mr", "mrs", "ms", "miss", "mx", "dr"];

/// What happens on a day and says nothing of whether school is open.
pub(crate) const OCCASIONS: &[&str] = &[
    "trip",
    "visit",
    "visits",
    "fair",
    "fayre",
    "fete",
    "disco",
    "party",
    "parties",
    "evening",
    "club",
    "clubs",
    "camp",
    "concert",
    "run",
    "meeting",
    "meetings",
    "assembly",
    "deadline",
    "service",
    "performance",
    "play",
    "photos",
    "photographs",
    "photographer",
    "residential",
    "match",
    "lunch",
    "dinner",
    "workshop",
    "workshops",
    "exam",
    "exams",
    "sats",
    "leaving",
    "sale",
    "homework",
    "menu",
    "menus",
    "sports",
    "show",
    "production",
    "nativity",
    "raffle",
    "café",
    "cafe",
    "coffee",
    "newsletter",
    "reading",
    "challenge",
    "walk",
    "swimming",
    "lesson",
    "lessons",
    "tour",
    "tours",
    "open day",
    "booking",
    "bookings",
    "payment",
    "payments",
    "report",
    "reports",
    "project",
    "jumper",
    "childcare",
    "activities",
    "playscheme",
    "scheme",
    "topic",
    "rehearsal",
    "awards",
    "clinic",
];
