//! Names of fields about a child.

use std::ops::Range;

use crate::find::normalised::{NormalisedText, of_word, words};

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
const NAMES: &[(&str, ChildValue)] = &[
    ("childname", ChildValue::Text),
    ("childsname", ChildValue::Text),
    ("childfullname", ChildValue::Text),
    ("childsfullname", ChildValue::Text),
    ("childfirstname", ChildValue::Text),
    ("childsfirstname", ChildValue::Text),
    ("childlastname", ChildValue::Text),
    ("nameofchild", ChildValue::Text),
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
    ("forename", ChildValue::Text),
    ("forenames", ChildValue::Text),
    ("upn", ChildValue::Number),
    ("uln", ChildValue::Number),
    ("uniquepupilnumber", ChildValue::Number),
    ("uniquelearnernumber", ChildValue::Number),
    ("pupilnumber", ChildValue::Number),
    ("nhsnumber", ChildValue::Number),
    ("nhsno", ChildValue::Number),
    ("nhsnum", ChildValue::Number),
    ("nino", ChildValue::Number),
    ("ninumber", ChildValue::Number),
    ("nationalinsurancenumber", ChildValue::Number),
    ("ehcpref", ChildValue::Number),
    ("ehcpreference", ChildValue::Number),
    ("ehcpno", ChildValue::Number),
    ("ehcpnumber", ChildValue::Number),
    ("ehcpid", ChildValue::Number),
    ("ehcref", ChildValue::Number),
    ("homeaddress", ChildValue::Text),
    ("childaddress", ChildValue::Text),
    ("childsaddress", ChildValue::Text),
    ("pupiladdress", ChildValue::Text),
    ("familyaddress", ChildValue::Text),
    ("dob", ChildValue::Number),
    ("dateofbirth", ChildValue::Number),
    ("birthdate", ChildValue::Number),
    ("childdob", ChildValue::Number),
    ("childsdob", ChildValue::Number),
    ("pupildob", ChildValue::Number),
];

/// No word of a name of a field is as long.
const LONGEST_WORD: usize = 32;

/// Names of fields that say who a group is about, their words joined.
const GROUPS: &[(&str, ChildValue)] = &[
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
    ("daughters", ChildValue::Names),
];

/// Words behind the name of a group that say what the people in it did.
const DID: &[&[u8]] = &[
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
    b"supported",
    b"today",
    b"who",
];

/// Whether a name of a field can end in a word: most do not, and are of no interest.
pub(super) fn can_end(word: &[u8]) -> bool {
    let endings: &[&[u8]] = match word.last() {
        Some(b'e') => &[
            b"name",
            b"reference",
            b"date",
            b"people",
            b"here",
            b"attendance",
            b"came",
        ],
        Some(b's') => &[
            b"names",
            b"address",
            b"pupils",
            b"students",
            b"kids",
            b"siblings",
            b"twins",
            b"sons",
            b"daughters",
        ],
        Some(b'l') => &[b"pupil"],
        Some(b'd') => &[
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
        Some(b'g') => &[b"sibling", b"attending"],
        Some(b'n') => &[b"person", b"upn", b"uln", b"children", b"son", b"seen"],
        Some(b'p') => &[b"yp"],
        Some(b'y') => &[b"today"],
        Some(b'r') => &[b"number", b"daughter"],
        Some(b'm') => &[b"num"],
        Some(b'o') => &[b"no"],
        Some(b'f') => &[b"ref"],
        Some(b'h') => &[b"birth"],
        Some(b'b') => &[b"b"],
        Some(b't') => &[b"student", b"present", b"absent"],
        _ => &[],
    };
    endings.iter().any(|ending| word.ends_with(ending))
}

/// Whether the word that ends at a place can end no name of a field: so most colons are passed over.
pub(super) fn ends_no_name(text: &NormalisedText<'_>, at: usize) -> bool {
    let before = text.slice(at.saturating_sub(LONGEST_WORD)..at);
    let length = before
        .iter()
        .rev()
        .take_while(|byte| of_word(**byte))
        .count();
    let (rest, word) = before.split_at(before.len() - length);
    // `Pupils/s` ends in a plural, not in its last word.
    length > 0 && length < LONGEST_WORD && rest.last() != Some(&b'/') && !can_end(word)
}

/// The stretch before a colon that could be the name of a field.
pub(super) fn key_before(text: &NormalisedText<'_>, at: usize) -> Range<usize> {
    // `Pupil(s)`, `Child/ren`.
    let plurals = [&b"(s)"[..], b"(ren)", b"/ren", b"/s"];
    let plural = plurals
        .iter()
        .find(|plural| text.slice(at.saturating_sub(plural.len())..at) == **plural);
    let at = at - plural.map_or(0, |plural| plural.len());
    let before = text.slice(at.saturating_sub(48)..at);
    let of_key = |byte: &&u8| {
        let sign = matches!(byte, b' ' | b'_' | b'-' | b'\'' | b'"' | b'.' | b'*' | b'`');
        sign || of_word(**byte)
    };
    let length = before.iter().rev().take_while(of_key).count();
    let start = at - length;
    let sentence = text.slice(start..at);
    if text.before(start) == b'\n' && sentence.trim_ascii().is_empty() {
        return key_above(text, start - 1).unwrap_or(start..at);
    }
    // A sentence before it is none of it.
    let stop = sentence.windows(2).rposition(|two| two == b". ");
    start + stop.map_or(0, |stop| stop + 2)..at
}

/// The name on the line that ends at a place, where YAML has it after a question mark.
fn key_above(text: &NormalisedText<'_>, end: usize) -> Option<Range<usize>> {
    let line = text.slice(end.saturating_sub(60)..end);
    let begins = line.iter().rposition(|byte| *byte == b'\n');
    let line = line.get(begins.map_or(0, |at| at + 1)..)?;
    let name = line.trim_ascii_start().strip_prefix(b"? ")?;
    Some(end - name.len()..end)
}

/// What the name of a field means, if it is about a child. A heading has to be the name and
/// nothing else.
pub(super) fn meaning(key: &[u8], whole: bool) -> Option<ChildValue> {
    let last = words(key).next_back()?;
    if !can_end(last) {
        return None;
    }
    let words: Vec<&[u8]> = words(key).collect();
    if words == [b"pupil"] {
        return Some(ChildValue::Text);
    }
    if let Some(group) = group(&words) {
        // A cell is no group, but it may list names.
        return Some(if whole { ChildValue::Names } else { group });
    }
    let most = if whole { 1 } else { words.len().min(5) };
    (0..most).find_map(|skip| {
        let from = if whole { 0 } else { words.len() - 1 - skip };
        let joined = words.get(from..)?.concat();
        named(NAMES, &joined)
    })
}

/// What a field means that is called after people: `Children`, `The pupils who attended`.
fn group(words: &[&[u8]]) -> Option<ChildValue> {
    let skipped = usize::from(words.first() == Some(&&b"the"[..]));
    let words = words.get(skipped..).unwrap_or(&[]);
    let did = words
        .iter()
        .rev()
        .take_while(|word| DID.contains(word))
        .count();
    let group = named(GROUPS, &words.get(..words.len() - did)?.concat())?;
    Some(if did > 0 { ChildValue::Names } else { group })
}

fn named(names: &[(&str, ChildValue)], joined: &[u8]) -> Option<ChildValue> {
    let mut names = names.iter();
    let name = names.find(|(name, _)| name.as_bytes() == joined);
    name.map(|(_, value)| *value)
}

/// What the name before a dash means: in notes, a dash is the sign after a name that begins a
/// line, a sentence, a cell or what stands after another dash.
pub(super) fn before_dash(text: &NormalisedText<'_>, dash: usize) -> Option<ChildValue> {
    let key = key_before(text, dash);
    let within_sentence = text.before(key.start) == b',' && text.at(key.start) == b' ';
    let key = text.slice(key);
    let last_dash = key.windows(3).rposition(|three| three == b" - ");
    let name = key.get(last_dash.map_or(0, |at| at + 3)..)?;
    if within_sentence || !words(name).next_back().is_some_and(can_end) {
        return None;
    }
    let article = |word: &&[u8]| **word == *b"the";
    let words: Vec<&[u8]> = words(name).skip_while(article).collect();
    named(NAMES, &words.concat()).or_else(|| group(&words).map(|_| ChildValue::Names))
}
