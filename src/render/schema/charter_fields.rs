//! What the fields of charters mean, those of their rules apart.

/// A field by the names that lead to it, what it means, and what may stand there.
pub(super) type Meaning = (&'static str, &'static str, &'static str);

/// What the fields of a charter mean, those of its rules apart.
pub(super) const CHARTER: &[Meaning] = &[
    (
        "title",
        "What the charter is called in reports.",
        "Coproduction charter, Northmoor",
    ),
    (
        "extends",
        "The charter that this one changes: only what differs has to be named.",
        "built-in",
    ),
    (
        "parties",
        "Who signed, each under a short name that records may use.",
        "",
    ),
    (
        "parties.NAME",
        "A party of the charter, under its short name.",
        "",
    ),
    (
        "parties.NAME.name",
        "The name of the party in reports; its short name when left out.",
        "Northmoor Council",
    ),
    (
        "parties.NAME.side",
        "The side on which it promised.",
        "organisation",
    ),
    (
        "parties.NAME.signed",
        "The day it signed. It is bound from that day on; blank while nobody knows.",
        "2025-09-01",
    ),
    (
        "parties.NAME.signed_by",
        "The post of the person who signed, and no name.",
        "director of children's services",
    ),
    (
        "parties.NAME.also_known_as",
        "Further names of the party in records.",
        "[Northmoor Borough Council, NBC]",
    ),
    (
        "standards",
        "Whether the parties adopted the numbers by which promises are judged.",
        "",
    ),
    (
        "standards.adopted_on",
        "The day they were adopted.",
        "2025-09-01",
    ),
    (
        "standards.adopted_by",
        "The body that adopted them.",
        "SEND strategy group",
    ),
    (
        "standards.adopted",
        "`defaults` where the numbers of the program were adopted as well, for promises for which the charter names none.",
        "defaults",
    ),
    (
        "review",
        "How often the charter itself is to be reviewed.",
        "",
    ),
    ("review.every", "In months or years.", "12 months"),
    ("review.last", "The day of the last review.", "2025-09-01"),
    (
        "fields",
        "Fields that only this area's records have, each with its type. Records have them under `local`.",
        "",
    ),
    ("fields.NAME", "What the field holds.", "yes-no"),
    ("columns", "What headings of the area's tables mean.", ""),
    (
        "columns.NAME",
        "The field that a column with this heading holds, or `none` to ignore the column.",
        "notice.sent",
    ),
    (
        "dates",
        "How the area's tables write days that could be read in two ways.",
        "day-first",
    ),
    ("calendars", "How the area's calendars are read.", ""),
    (
        "calendars.notice_from",
        "Which day of a calendar's entry counts as that of the notice; none when left out, because programs overwrite them.",
        "created",
    ),
    (
        "calendar",
        "How days are counted, and when schools are open.",
        "",
    ),
    (
        "calendar.timezone",
        "The time zone of the area, by its name.",
        "Europe/London",
    ),
    (
        "calendar.bank_holidays",
        "Whose bank holidays are no working days: a division of the United Kingdom, or a division with a file.",
        "england-and-wales",
    ),
    (
        "calendar.bank_holidays.division",
        "Whose bank holidays they are.",
        "england-and-wales",
    ),
    (
        "calendar.bank_holidays.file",
        "A file beside the charter with bank holidays as GOV.UK publishes them.",
        "bank-holidays.json",
    ),
    (
        "calendar.closed_days",
        "Further days that are no working days.",
        "[2025-12-29, 2025-12-30]",
    ),
    ("calendar.school_day", "The times of a school day.", ""),
    (
        "calendar.school_day.drop_off",
        "When children are taken to school.",
        "08:15-09:30",
    ),
    (
        "calendar.school_day.pick_up",
        "When children are fetched from school.",
        "14:45-16:00",
    ),
    (
        "calendar.school_day.lessons",
        "When children have lessons.",
        "08:45-15:15",
    ),
    (
        "calendar.school_day.preferred",
        "When parents can come best.",
        "10:00-14:00",
    ),
    (
        "calendar.school_day.evening",
        "When parents can come in the evening.",
        "18:30-21:00",
    ),
    (
        "calendar.schools",
        "The schools of the area, each under a short name that records may use.",
        "",
    ),
    (
        "calendar.schools.NAME",
        "A school, under its short name.",
        "",
    ),
    (
        "calendar.schools.NAME.terms",
        "Its terms and half terms, in order.",
        "",
    ),
    (
        "calendar.schools.NAME.terms.first",
        "The first day with pupils.",
        "2025-09-03",
    ),
    (
        "calendar.schools.NAME.terms.last",
        "The last day with pupils.",
        "2025-10-24",
    ),
    (
        "calendar.schools.NAME.terms_from",
        "The school's own calendar or table, beside the charter, from which its terms and INSET days are taken; or several.",
        "schools/chapelford.ics",
    ),
    (
        "calendar.schools.NAME.inset",
        "Days in term without pupils.",
        "[2025-11-03]",
    ),
    (
        "must_record",
        "Fields and groups of fields for which every file is to have a place: a table without them is silent.",
        "[feedback, cyp]",
    ),
    (
        "ladder",
        "The rungs of the ladder of participation, lowest first.",
        "[information, consultation, participation, coproduction]",
    ),
    (
        "plain_language",
        "Which abbreviations have to be written out.",
        "",
    ),
    (
        "plain_language.expand",
        "Abbreviations to write out where they are first used.",
        "[EHCP, ICB]",
    ),
    (
        "plain_language.allow",
        "Abbreviations that everybody knows.",
        "[SEND]",
    ),
    (
        "confidentiality",
        "What may be in records though it looks as if it could identify somebody, and what else does.",
        "",
    ),
    (
        "confidentiality.mailboxes",
        "Mailboxes of posts that may be named.",
        "[participation@example.org]",
    ),
    (
        "confidentiality.postcodes",
        "Postcodes of places that may be named.",
        "[ZZ99 9ZZ]",
    ),
    (
        "confidentiality.phones",
        "Telephone numbers that may be named.",
        "[01632 960000]",
    ),
    (
        "confidentiality.case_references",
        "What references of cases look like: `9` for a digit, `A` for a letter.",
        "[CASE-9999]",
    ),
    (
        "explanations",
        "Which explanations are accepted, and when they are too many.",
        "",
    ),
    (
        "explanations.only_in",
        "The folder from which alone explanations are accepted, so that the forum can keep them.",
        "records/explanations/",
    ),
    (
        "explanations.same_reason",
        "So often within twelve months may the same reason not be given for the same promise.",
        "3",
    ),
    (
        "explanations.share",
        "Above this share of records, in per cent, too many are explained.",
        "25",
    ),
    (
        "clauses",
        "The promises, one by one. With `extends`, those that are changed by their `id`, and new ones.",
        "",
    ),
    (
        "clauses.id",
        "The short name of the promise in reports and explanations.",
        "O4a1",
    ),
    ("clauses.of", "Whose promise it is.", "organisation"),
    (
        "clauses.says",
        "What was promised, in your own words.",
        "Give enough advance notice of meetings.",
    ),
    (
        "clauses.severity",
        "How much it matters when it is not kept: `breach`, `concern` or `advice`.",
        "concern",
    ),
    (
        "clauses.silence",
        "What it means when a record says nothing; `no-evidence` when left out.",
        "not-kept",
    ),
    (
        "clauses.explainable",
        "Whether falling short can be explained; yes when left out.",
        "no",
    ),
    ("clauses.in_force", "From when to when it holds.", ""),
    (
        "clauses.in_force.from",
        "The first day on which it holds.",
        "2025-09-01",
    ),
    (
        "clauses.in_force.until",
        "The last day on which it holds.",
        "2026-08-31",
    ),
    (
        "clauses.note",
        "A remark for those who read the charter.",
        "A local standard.",
    ),
    (
        "clauses.not_judged",
        "Why the program cannot judge it, instead of a rule.",
        "Only people can say whether they felt respected.",
    ),
    (
        "clauses.rule",
        "The rule by which it is judged, with its parameters. `charter-audit explain` says how each rule judges.",
        "",
    ),
    (
        "clauses.examples",
        "Records with the verdict that they are to have; `charter-audit test` judges them.",
        "",
    ),
    (
        "clauses.examples.as_of",
        "The day for which the record is judged.",
        "2026-03-31",
    ),
    (
        "clauses.examples.verdict",
        "The verdict that is expected.",
        "not-kept",
    ),
    (
        "clauses.examples.severity",
        "How much it is expected to matter.",
        "breach",
    ),
    (
        "clauses.examples.about",
        "The id of what is judged, where that is not the first record.",
        "d-1",
    ),
    (
        "clauses.examples.note",
        "A remark on what the example shows.",
        "One day too late.",
    ),
    (
        "clauses.examples.record",
        "The record that is judged, or several.",
        "",
    ),
    (
        "clauses.examples.records",
        "The records; the first one is judged.",
        "",
    ),
    (
        "clauses.examples.charter",
        "What the charter says differently for this example.",
        "",
    ),
];
