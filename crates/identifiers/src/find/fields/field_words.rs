//! The words of which names of fields about a child are made.

/// What the value of a field must be to be about a child.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ChildValue {
    /// Anything.
    Text,
    /// Something with a digit: `UPN: unique pupil number` explains a word.
    Number,
    /// A group about one child. The word alone says who was involved, or how many.
    Child,
    /// Groups about several children.
    Children,
    /// Full names and nothing else: `Children present` may be followed by a number as well.
    Names,
    /// Names and nothing else, first names by themselves included.
    FirstNames,
}

impl ChildValue {
    /// How many words a name has at least, where the value may be a list of names.
    pub(super) fn least_words(self) -> Option<usize> {
        match self {
            ChildValue::Child | ChildValue::Children | ChildValue::Names => Some(2),
            ChildValue::FirstNames => Some(1),
            ChildValue::Text | ChildValue::Number => None,
        }
    }
}

/// Names of fields, their words joined; they may come after other words (`mother's surname`).
pub(super) const NAMES: &[(&str, ChildValue)] = &[
    ("childname", ChildValue::Text),
    ("childsname", ChildValue::Text),
    ("childfullname", ChildValue::Text),
    ("childsfullname", ChildValue::Text),
    ("childfirstname", ChildValue::Text),
    ("childsfirstname", ChildValue::Text),
    ("childlastname", ChildValue::Text),
    ("nameofchild", ChildValue::Text),
    ("nameofyourchild", ChildValue::Text),
    ("nameofson", ChildValue::Text),
    ("nameofdaughter", ChildValue::Text),
    ("nameofsondaughter", ChildValue::Text),
    ("nameofsonordaughter", ChildValue::Text),
    ("nameofthechild", ChildValue::Text),
    ("nameofpupil", ChildValue::Text),
    ("nameofyoungperson", ChildValue::Text),
    ("nameoftheyoungperson", ChildValue::Text),
    ("pupilname", ChildValue::Text),
    ("pupilsname", ChildValue::Text),
    ("studentname", ChildValue::Text),
    ("studentsname", ChildValue::Text),
    ("youngpersonname", ChildValue::Text),
    ("youngpersonsname", ChildValue::Text),
    ("cypname", ChildValue::Text),
    ("namesofchildren", ChildValue::FirstNames),
    ("namesofthechildren", ChildValue::FirstNames),
    ("namesofpupils", ChildValue::FirstNames),
    ("namesofstudents", ChildValue::FirstNames),
    ("namesofyoungpeople", ChildValue::FirstNames),
    ("childrensnames", ChildValue::FirstNames),
    ("childrennames", ChildValue::FirstNames),
    ("pupilnames", ChildValue::FirstNames),
    ("pupilsnames", ChildValue::FirstNames),
    ("studentnames", ChildValue::FirstNames),
    ("youngpeoplesnames", ChildValue::FirstNames),
    ("surname", ChildValue::Text),
    ("familyname", ChildValue::Text),
    ("childinitials", ChildValue::Text),
    ("childsinitials", ChildValue::Text),
    ("pupilinitials", ChildValue::Text),
    ("pupilsinitials", ChildValue::Text),
    ("studentinitials", ChildValue::Text),
    ("cypinitials", ChildValue::Text),
    ("ypinitials", ChildValue::Text),
    ("ypsinitials", ChildValue::Text),
    ("sondaughter", ChildValue::Text),
    ("sondaughtername", ChildValue::Text),
    ("sondaughtersname", ChildValue::Text),
    ("sonordaughtersname", ChildValue::Text),
    ("sonsname", ChildValue::Text),
    ("daughtersname", ChildValue::Text),
    ("ypname", ChildValue::Text),
    ("ypsname", ChildValue::Text),
    ("forename", ChildValue::Text),
    ("forenames", ChildValue::Text),
    ("upn", ChildValue::Number),
    ("uln", ChildValue::Number),
    ("uniquepupilnumber", ChildValue::Number),
    ("uniquelearnernumber", ChildValue::Number),
    ("pupilnumber", ChildValue::Number),
    ("nhsnumber", ChildValue::Number),
    ("patientno", ChildValue::Number),
    ("patientnumber", ChildValue::Number),
    ("hospitalno", ChildValue::Number),
    ("hospitalnumber", ChildValue::Number),
    ("nhsno", ChildValue::Number),
    ("nhsnum", ChildValue::Number),
    ("nino", ChildValue::Number),
    ("ninumber", ChildValue::Number),
    ("nationalinsurancenumber", ChildValue::Number),
    ("ehcp", ChildValue::Number),
    ("ehcplan", ChildValue::Number),
    ("ehcplanno", ChildValue::Number),
    ("ehcplannumber", ChildValue::Number),
    ("ehcplanref", ChildValue::Number),
    ("ehcno", ChildValue::Number),
    ("ehcnumber", ChildValue::Number),
    ("pupilref", ChildValue::Number),
    ("pupilid", ChildValue::Number),
    ("childref", ChildValue::Number),
    ("childid", ChildValue::Number),
    ("studentid", ChildValue::Number),
    ("ehcpref", ChildValue::Number),
    ("ehcpreference", ChildValue::Number),
    ("ehcpno", ChildValue::Number),
    ("ehcpnumber", ChildValue::Number),
    ("ehcpid", ChildValue::Number),
    ("ehcref", ChildValue::Number),
    ("homeaddress", ChildValue::Text),
    ("homeaddr", ChildValue::Text),
    ("childaddress", ChildValue::Text),
    ("childsaddress", ChildValue::Text),
    ("pupiladdress", ChildValue::Text),
    ("familyaddress", ChildValue::Text),
    ("dob", ChildValue::Number),
    ("dobday", ChildValue::Number),
    ("dobmonth", ChildValue::Text),
    ("dobyear", ChildValue::Number),
    ("dayofbirth", ChildValue::Number),
    ("monthofbirth", ChildValue::Text),
    ("yearofbirth", ChildValue::Number),
    ("birthyear", ChildValue::Number),
    ("dateofbirth", ChildValue::Number),
    ("birthdate", ChildValue::Number),
    ("childdob", ChildValue::Number),
    ("childsdob", ChildValue::Number),
    ("pupildob", ChildValue::Number),
];

/// Names of fields that say who a group is about, their words joined.
pub(super) const GROUPS: &[(&str, ChildValue)] = &[
    ("child", ChildValue::Child),
    ("student", ChildValue::Child),
    ("youngperson", ChildValue::Child),
    ("children", ChildValue::Children),
    ("pupils", ChildValue::Children),
    ("students", ChildValue::Children),
    ("youngpeople", ChildValue::Children),
    ("cyp", ChildValue::Names),
    ("yp", ChildValue::Names),
    ("kid", ChildValue::Names),
    ("kids", ChildValue::Names),
    ("sibling", ChildValue::Names),
    ("siblings", ChildValue::Names),
    ("twins", ChildValue::Names),
    ("son", ChildValue::Names),
    ("sons", ChildValue::Names),
    ("daughter", ChildValue::Names),
    ("learner", ChildValue::Names),
    ("learners", ChildValue::Names),
    ("boys", ChildValue::Names),
    ("girls", ChildValue::Names),
    ("brother", ChildValue::Names),
    ("brothers", ChildValue::Names),
    ("sister", ChildValue::Names),
    ("sisters", ChildValue::Names),
    ("grandson", ChildValue::Names),
    ("granddaughter", ChildValue::Names),
    ("grandchildren", ChildValue::Names),
    ("nephew", ChildValue::Names),
    ("niece", ChildValue::Names),
    ("teenagers", ChildValue::Names),
    ("teens", ChildValue::Names),
    ("daughters", ChildValue::Names),
];

/// Words behind the name of a group that say what the people in it did.
pub(super) const DID: &[&[u8]] = &[
    b"absent",
    b"attendance",
    b"attended",
    b"attending",
    b"came",
    b"concerned",
    b"discussed",
    b"here",
    b"in",
    b"invited",
    b"involved",
    b"mentioned",
    b"named",
    b"present",
    b"referred",
    b"seen",
    b"plan",
    b"supported",
    b"today",
    b"who",
];

/// Other words behind it: `Pupils on roll this week`, `Children in the group`.
pub(super) const WHERE: &str =
    "at class group in list month of on our roll session term the this week year";

/// Words before it.
pub(super) const WHOSE: &str =
    "about all concerning her his my other our re regarding the their these those two three";

/// The last letters of names of fields, by the very last.
pub(super) const ENDINGS: [&[&[u8]]; 26] = [
    &[],
    &[b"b"],
    &[],
    &[
        b"child",
        b"id",
        b"attended",
        b"concerned",
        b"discussed",
        b"involved",
        b"invited",
        b"mentioned",
        b"named",
        b"referred",
        b"supported",
    ],
    &[
        b"name",
        b"reference",
        b"date",
        b"people",
        b"here",
        b"attendance",
        b"came",
        b"niece",
    ],
    &[b"ref"],
    &[b"sibling", b"attending"],
    &[b"birth", b"month"],
    &[],
    &[],
    &[b"week"],
    &[b"pupil", b"roll"],
    &[b"num"],
    &[
        b"person",
        b"upn",
        b"uln",
        b"children",
        b"son",
        b"seen",
        b"grandchildren",
    ],
    &[b"no"],
    &[b"yp", b"cyp", b"ehcp", b"group"],
    &[],
    &[
        b"number",
        b"year",
        b"addr",
        b"daughter",
        b"learner",
        b"brother",
        b"sister",
    ],
    &[
        b"names",
        b"initials",
        b"address",
        b"pupils",
        b"students",
        b"kids",
        b"siblings",
        b"twins",
        b"sons",
        b"daughters",
        b"learners",
        b"boys",
        b"girls",
        b"brothers",
        b"sisters",
        b"teenagers",
        b"teens",
    ],
    &[b"student", b"present", b"absent"],
    &[],
    &[],
    &[b"nephew"],
    &[],
    &[b"day"],
    &[],
];

/// Whether a name of a field can end in a word: most do not, and are of no interest.
pub(super) fn can_end(word: &[u8]) -> bool {
    // `Child 1`, `Child A`.
    if word.len() == 1 {
        return true;
    }
    let letter = word.last().and_then(|last| last.checked_sub(b'a'));
    let endings = letter.and_then(|letter| ENDINGS.get(usize::from(letter)));
    endings.is_some_and(|endings| endings.iter().any(|ending| word.ends_with(ending)))
}

/// Words that say that a name is a child's.
pub(super) const CHILD: &str = "\
child childs pupil pupils student students learner learners person persons yp cyp";

/// Words that make a name that of something else.
pub(super) const OF_OTHERS: &str = "\
centre class club contact course department employer event forum group head home hospital lead \
number officer organisation plan project referral school service setting staff teacher team unit \
worker";

/// Whether the name of a group can end in a word: the last words of those in [`GROUPS`].
pub(super) fn ends_group(word: &[u8]) -> bool {
    match word.len() {
        2 => word == b"yp",
        3 => matches!(word, b"cyp" | b"kid" | b"son"),
        4 => matches!(word, b"kids" | b"sons" | b"boys"),
        5 => matches!(word, b"child" | b"twins" | b"girls" | b"niece" | b"teens"),
        6 => matches!(
            word,
            b"pupils" | b"people" | b"person" | b"sister" | b"nephew"
        ),
        7 => matches!(
            word,
            b"student" | b"sibling" | b"brother" | b"sisters" | b"learner"
        ),
        8 => matches!(
            word,
            b"children"
                | b"students"
                | b"siblings"
                | b"brothers"
                | b"daughter"
                | b"grandson"
                | b"learners"
        ),
        9 => matches!(word, b"daughters" | b"teenagers"),
        13 => matches!(word, b"granddaughter" | b"grandchildren"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_group_is_known_by_its_last_word() {
        for (name, _) in GROUPS {
            let last = ["person", "people"]
                .into_iter()
                .find(|last| name.ends_with(last));
            assert!(ends_group(last.unwrap_or(name).as_bytes()), "{name}");
        }
    }
}
