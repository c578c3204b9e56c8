//! Every field that records can have, in one list: with its number, and described for people.

use std::sync::LazyLock;

use super::RecordType;
use super::declaration::{FieldSpec, number};
use crate::fields::NumberedField;
use closed_words::{key, same_word};

static FIELDS: LazyLock<Catalogue> = LazyLock::new(Catalogue::new);

/// All fields of all types of records.
struct Catalogue {
    by_type: Vec<(RecordType, Vec<NumberedField>)>,
    known: Vec<KnownField>,
}

/// A field, or a group of fields, of one type of record.
#[derive(Debug)]
pub struct KnownField {
    /// The type of record.
    pub kind: RecordType,
    /// The names that lead to it, parted by dots: `notice.sent`.
    pub path: String,
    /// How it is declared.
    pub spec: &'static FieldSpec,
    /// The heading that a column of it could have; of a group, that of its first field.
    pub heading: String,
    /// What stands there, for somebody who fills it in; nothing for a group.
    pub holds: String,
}

impl Catalogue {
    fn new() -> Self {
        let mut known = Vec::new();
        let mut next = 0;
        let mut by_type = Vec::new();
        for kind in RecordType::ALL {
            by_type.push((*kind, number(kind.fields(), &mut next)));
            for spec in kind.fields() {
                describe(spec, *kind, "", &mut known);
            }
        }
        Catalogue { by_type, known }
    }
}

/// Says what is known of a field and of those below it, in the order of their numbers.
fn describe(spec: &'static FieldSpec, kind: RecordType, above: &str, known: &mut Vec<KnownField>) {
    let path = format!("{above}{}", spec.name);
    let above = format!("{path}.");
    let holds = spec.holds.map(|holds| holds.in_words(&(spec.words)()));
    known.push(KnownField {
        kind,
        heading: heading(spec, &path),
        path,
        spec,
        holds: holds.unwrap_or_default(),
    });
    for below in spec.fields {
        describe(below, kind, &above, known);
    }
}

/// The heading that a column of this field could have; for a group, of its first field.
fn heading(spec: &FieldSpec, path: &str) -> String {
    if let Some(first) = spec.fields.first() {
        return heading(first, &format!("{path}.{}", first.name));
    }
    // "Notice" and "Papers" alone are understood, but do not say that a day is asked for.
    let words = match spec.headings.first() {
        Some(heading) if spec.name != "sent" => (*heading).to_owned(),
        _ => path.replace(['.', '_'], " "),
    };
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    let capital: String = first.chain(letters).collect();
    capital.replace("Cyp", "CYP").replace(" cyp", " CYP")
}

/// The fields of a type of record, with their numbers.
pub(super) fn numbered(kind: RecordType) -> &'static [NumberedField] {
    let mut all = FIELDS.by_type.iter();
    all.find(|(one, _)| *one == kind)
        .map_or(&[], |(_, fields)| fields.as_slice())
}

/// Every field and group of fields that a record can have, by type of record in the order of files;
/// groups before what is in them.
pub fn known_fields() -> &'static [KnownField] {
    &FIELDS.known
}

/// The names that lead to every field and group of fields that a record can have.
pub fn field_paths() -> impl Iterator<Item = &'static str> + Clone {
    known_fields().iter().map(|known| known.path.as_str())
}

/// The fields that people may mean by a name: those whose path it is (`notice.sent`, or
/// `engagement.notice.sent`), then those whose path ends in it (`sent`); where there is none,
/// those that a table knows by it as a heading.
pub fn fields_called(name: &str) -> Vec<&'static KnownField> {
    let all = || known_fields().iter();
    let name = folded(name);
    let whole = |known: &&KnownField| {
        let path = folded(&known.path);
        path == name || format!("{}-{path}", known.kind.word()) == name
    };
    let ends_in_it = |known: &&KnownField| {
        let dots = known.path.match_indices('.');
        let mut ends = dots.filter_map(|(at, _)| known.path.get(at + 1..));
        ends.any(|end| folded(end) == name)
    };
    let mut found: Vec<_> = all().filter(whole).collect();
    found.extend(all().filter(ends_in_it));
    if found.is_empty() {
        let is_heading =
            |known: &&KnownField| known.spec.headings.iter().any(|it| same_word(it, &name));
        found.extend(all().filter(is_heading));
    }
    found
}

fn folded(path: &str) -> String {
    key(path).replace('.', "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn called(name: &str) -> Vec<(&'static str, &'static str)> {
        let found = fields_called(name).into_iter();
        found
            .map(|known| (known.kind.word(), known.path.as_str()))
            .collect()
    }

    #[test]
    fn fields_have_all_the_names_that_people_give_them() {
        let sent = [("engagement", "notice.sent")];
        for name in [
            "notice.sent",
            "Notice sent",
            "engagement.notice.sent",
            "invites sent",
        ] {
            assert_eq!(called(name), sent, "{name}");
        }
        let all = [
            "notice.sent",
            "papers.sent",
            "feedback.sent",
            "forum_feedback.sent",
        ];
        assert_eq!(called("sent"), all.map(|path| ("engagement", path)));
        assert_eq!(
            called("audience"),
            [("engagement", "audience"), ("engagement", "cyp.audience")]
        );
        assert_eq!(
            called("access.step_free"),
            [("engagement", "venue.access.step_free")]
        );
        // `forum_feedback` does not end in the name `feedback`.
        assert_eq!(called("feedback"), [("engagement", "feedback")]);
        assert_eq!(called("decision.title"), [("decision", "title")]);
        assert_eq!(called("weather"), []);
    }

    #[test]
    fn fields_are_numbered_as_they_are_described() {
        let mut numbers = Vec::new();
        for (_, fields) in &FIELDS.by_type {
            add_numbers(fields, &mut numbers);
        }
        let known = u16::try_from(known_fields().len()).unwrap();
        assert_eq!(numbers, (0..known).collect::<Vec<_>>());
        assert!(known < u16::MAX);
    }

    fn add_numbers(fields: &[NumberedField], numbers: &mut Vec<u16>) {
        for field in fields {
            numbers.push(field.number);
            add_numbers(&field.below, numbers);
        }
    }
}
