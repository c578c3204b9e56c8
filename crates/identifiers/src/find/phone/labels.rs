//! Words beside numbers that say whether they are telephone numbers, and whose.

/// Words that a telephone number may be written straight behind.
pub(super) const LABELS: &[&str] = &[
    "tel",
    "telephone",
    "phone",
    "mob",
    "mobile",
    "call",
    "ring",
    "text",
    "txt",
    "ph",
    "t",
    "m",
    "whatsapp",
];

/// Words that say of digits without their first 0 that they are a telephone number.
pub(super) const TELEPHONES: &[&str] = &[
    "tel",
    "telephone",
    "telephones",
    "phone",
    "phones",
    "ph",
    "mob",
    "mobile",
    "mobiles",
    "cell",
    "landline",
    "whatsapp",
    "sms",
    "txt",
    "msg",
    "voicemail",
    "facetime",
    "signal",
    "imessage",
    "contact",
    "contacts",
    "contact number",
    "contact no",
    "call",
    "ring",
    "text",
    "mum",
    "mother",
    "dad",
    "father",
    "parent",
    "carer",
    "guardian",
    "gran",
    "nan",
];

/// What stands over the numbers by which people dial into a meeting, or among them.
pub(super) const INVITATION: &[&str] = &[
    "one tap mobile",
    "dial",
    "dial in",
    "dialin",
    "call in",
    "join by phone",
    "audio only",
    "local number",
    "conference",
    "conference id",
    "meeting id",
    "webinar id",
    "passcode",
    "join zoom",
    "join the meeting",
    "join on",
    "microsoft teams",
    "zoom meeting",
];

/// What stands before such a number in a sentence, and behind it.
pub(super) const DIALLED: &[&str] = &[
    "by phone",
    "by telephone",
    "call in",
    "dial",
    "dial in",
    "phone in",
    "ring in",
];
pub(super) const ENTERED: &[&str] = &[
    "enter",
    "code",
    "access code",
    "pin",
    "passcode",
    "conference id",
    "meeting id",
    "followed by",
    "key in",
];

/// What stands below such numbers.
pub(super) const BELOW: &[&str] = &[
    "conference id",
    "meeting id",
    "webinar id",
    "phone conference id",
    "passcode",
    "access code",
    "find a local number",
    "find your local number",
];

/// What stands beside such a number on its line.
pub(super) const PLACES: &str = "\
join united kingdom uk gb england london toll free or dial by phone local number and call pin \
code passcode access city of";

/// Words right before a number that make it somebody's, whatever office is near.
pub(super) const REACHED: &[&str] = &[
    "call her on",
    "call him on",
    "call me on",
    "her number",
    "his number",
    "reach her on",
    "reach him on",
    "reach me on",
    "reached on",
    "ring her on",
    "ring him on",
    "ring me on",
    "text her on",
    "text him on",
    "text me on",
];

/// Who a number is of that stands right behind them, whatever office is near.
pub(super) const PRIVATE: &[&str] = &[
    "mum",
    "mother",
    "dad",
    "father",
    "parent",
    "carer",
    "guardian",
    "foster carer",
    "gran",
    "grandma",
    "grandad",
    "nan",
    "aunt",
    "auntie",
    "uncle",
    "neighbour",
    "home phone",
];

/// Words that make a number that of an office.
pub(super) const OFFICE: &[&str] = &[
    "switchboard",
    "reception",
    "office",
    "offices",
    "council",
    "school",
    "helpline",
    "hotline",
    "enquiries",
    "dial in",
    "dialin",
    "conference",
    "teams",
    "zoom",
    "call us",
    "main line",
    "mainline",
    "contact centre",
    "customer services",
    "advice line",
    "absence line",
    "infants",
    "juniors",
    "primary",
    "surgery",
    "hospital",
    "academy",
    "booking",
    "bookings",
    "centre",
    "church",
    "clinic",
    "college",
    "contact us",
    "hall",
    "hotel",
    "library",
    "nursery",
    "sendias",
    "sendiass",
    "service",
    "services",
    "team",
    "theatre",
    "venue",
];

/// Words for numbers that are no telephone numbers.
pub(super) const REFERENCES: &[&str] = &[
    "meeting id",
    "conference id",
    "webinar",
    "webinar id",
    "policy",
    "policy no",
    "policy number",
    "job no",
    "job number",
    "meter",
    "reading",
    "parcel",
    "consignment",
    "event number",
    "cheque",
    "cheque no",
    "crime ref",
    "council tax",
    "application",
    "barcode",
    "passcode",
    "access code",
    "pin",
    "ref",
    "reference",
    "order",
    "order no",
    "invoice",
    "invoice no",
    "p o",
    "p o no",
    "charity",
    "company",
    "account",
    "budget",
    "case",
    "isbn",
    "serial",
    "serial number",
    "ticket",
    "tracking",
    "tracking number",
    "vat",
    "version",
];

/// Words for a number of whatever stands before them.
pub(super) const NUMBER: &str = "code id no nos nr num number numbers ref reference";

/// What has a telephone number, where that is said so: `his number`, `home no`.
pub(super) const HAS_ONE: &str = "\
alternative best carer carers cell child confidential contact correct council current dad dads \
day daytime direct emergency evening family father fax following friend gran grandad grandma guardian \
her his home house land landline line main mob mobile mother mum mums my nan neighbour new next \
number numbers office old on other our out parent parents personal phone preferred private ring s \
same school second secret social taxi tel telephone texting that the their these this \
usual whatsapp work worker wrong your";

/// Words behind a number that say whose telephone it is: `7700900461 (mum's mobile)`.
pub(super) const OWNERS: &[&str] = &[
    "tel",
    "telephone",
    "phone",
    "home phone",
    "mobile",
    "mob",
    "cell",
    "landline",
    "whatsapp",
    "home",
    "mum",
    "mother",
    "dad",
    "father",
    "gran",
    "nan",
    "carer",
    "parent",
];
