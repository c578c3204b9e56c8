//! Headings under which people stand.

/// Words in headings under which people stand. They cannot be told from other words, so nothing
/// from under such a heading is written down.
const PEOPLE: &[&str] = &[
    "absent",
    "absentees",
    "address",
    "age",
    "aged",
    "apologies",
    "attendance",
    "attended",
    "attendee",
    "attendees",
    "attending",
    "author",
    "birth",
    "birthday",
    "born",
    "brother",
    "brothers",
    "came",
    "carer",
    "carers",
    "chair",
    "chaired",
    "chairperson",
    "child",
    "class",
    "clerk",
    "come",
    "contact",
    "contacts",
    "dad",
    "daughter",
    "delegate",
    "delegates",
    "diagnoses",
    "diagnosis",
    "dob",
    "email",
    "emails",
    "everyone",
    "facilitator",
    "facilitators",
    "family",
    "father",
    "forename",
    "grandparent",
    "grandparents",
    "guardian",
    "guardians",
    "guest",
    "guests",
    "initials",
    "invitee",
    "invitees",
    "joined",
    "mail",
    "mobile",
    "mother",
    "mum",
    "name",
    "names",
    "officer",
    "officers",
    "owner",
    "parent",
    "part",
    "participant",
    "participants",
    "people",
    "phone",
    "present",
    "public",
    "pupil",
    "rep",
    "representative",
    "representatives",
    "reps",
    "scribe",
    "secretary",
    "sibling",
    "siblings",
    "signatories",
    "signatory",
    "signature",
    "signatures",
    "signed",
    "sister",
    "sisters",
    "son",
    "speaker",
    "speakers",
    "student",
    "students",
    "surname",
    "taker",
    "tel",
    "telephone",
    "there",
    "turned",
    "volunteer",
    "volunteers",
    "who",
    "whom",
];

/// Whether people stand under a heading, or what is told of one of them: `Minutes taken by` and
/// `Known as`, but not `Due by Friday`.
pub fn stand_under(heading: &str) -> bool {
    let words: Vec<String> = heading
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let last = words.last().map_or("", String::as_str);
    matches!(last, "by" | "as")
        || words.windows(2).any(|two| two == ["young", "person"])
        || words
            .iter()
            .any(|word| PEOPLE.binary_search(&word.as_str()).is_ok())
}

/// What stood under headings of people, for counting.
pub(super) const UNDER_HEADINGS: &str = "cell under a heading that names people";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_people() {
        assert!(PEOPLE.is_sorted());
        for heading in [
            "Attendees",
            "Chaired by",
            "Parent/carer",
            "E-mail",
            "Name",
            "Participants",
            "In attendance",
            "Guests",
            "Mum",
            "Son/daughter",
            "Young person",
            "Known as",
            "Contact",
            "Minutes taken by",
            "Signed",
            "By",
            "Age",
            "Class",
            "Diagnosis",
            "Born",
            "Birthday",
        ] {
            assert!(stand_under(heading), "{heading}");
        }
        for heading in [
            "RAG",
            "Cost centre",
            "Notes",
            "Presentations",
            "Filename",
            "Due by Friday",
            "Agenda",
            "Message",
            "Schools told",
            "Action taken",
            "In person",
        ] {
            assert!(!stand_under(heading), "{heading}");
        }
    }
}
