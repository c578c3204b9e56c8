//! Words beside numbers of ten digits that say what they are, or what they are not.

/// Words for the number of a patient, or for who gives it.
pub(super) const NHS: &[&str] = &[
    "n h s",
    "n h s no",
    "n h s num",
    "n h s number",
    "national health service",
    "health number",
    "chi",
    "chi number",
    "h c no",
    "h c number",
    "hcn",
];
/// Those that say that a number follows.
pub(super) const NHS_NUMBER: &[&str] = &[
    "n h s no",
    "n h s num",
    "n h s number",
    "health number",
    "chi",
    "chi number",
    "h c no",
    "h c number",
    "hcn",
];
pub(super) const LEARNER: &[&str] = &[
    "u l n",
    "learner",
    "learners",
    "learner number",
    "unique learner number",
    "unique learner no",
    "learner no",
];

/// Who gives patients numbers; what is asked for there is one, whatever else it is called.
pub(super) const HEALTH: &[&str] = &[
    "camhs",
    "clinic",
    "consultant",
    "g p",
    "health visitor",
    "hospital",
    "paediatrician",
    "paediatrics",
    "paeds",
    "patient",
    "pt",
    "pt no",
    "red book",
];

/// Words that may stand between the letters NHS and the number without weakening them.
pub(super) const FILLING: &[&[u8]] = &[
    b"child",
    b"for",
    b"her",
    b"his",
    b"no",
    b"patient",
    b"pupil",
    b"nr",
    b"num",
    b"number",
    b"id",
    b"is",
    b"ref",
    b"reference",
    b"s",
    b"the",
    b"was",
];

/// What ten digits belong to that are not about a person.
pub(super) const MEETING: &[&str] = &[
    "meeting id",
    "meetings",
    "meeting",
    "conference",
    "conference id",
    "dial in",
    "dialin",
    "passcode",
    "access code",
    "pin",
    "teams",
    "zoom",
    "webinar",
    "webex",
    "ref",
    "reference",
    "order",
    "invoice",
    "po",
    "budget",
    "tel",
    "telephone",
    "phone",
    "fax",
    "call",
    "ring",
    "charity",
    "company",
    "account",
    "booking",
    "event number",
    "teams id",
    "zoom id",
    "webinar id",
    "join with id",
    "join id",
    "vacancy",
    "barcode",
    "ean",
];

/// What is counted in numbers.
pub(super) const COUNTED: &str = "\
answers bytes calls children copies downloads families hits households leaflets members miles parents \
people places pounds pupils times users views visitors visits votes words";
