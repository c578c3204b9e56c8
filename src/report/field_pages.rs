//! What `explain` says of fields of records.

use super::explain;
use crate::charter::Charter;
use closed_words::same_word;
use engagement_records::record::{Holds, KnownField, RecordType, fields_called, known_fields};
use identifiers::redact::Redactor;
use identifiers::safe;
use identifiers::text::SafeText;

/// A field by itself.
pub struct FieldPage {
    /// The names that lead to it.
    pub path: SafeText,
    /// The type of record that has it.
    pub kind: RecordType,
    /// What it means.
    pub meaning: SafeText,
    /// What stands in it, with an example; nothing for a group of fields.
    pub holds: Option<SafeText>,
    /// Whether people may be named in it.
    pub may_name_people: bool,
    /// The heading that a column of it could have, and all others that are known.
    pub headings: Option<(SafeText, Vec<&'static str>)>,
    /// How files of records spell it, line by line.
    pub written: Vec<SafeText>,
    /// What a property of a calendar is called that holds it.
    pub property: Option<SafeText>,
    /// The fields below it, with what they mean.
    pub below: Vec<(&'static str, &'static str)>,
    /// The promises that look at it.
    pub promises: Vec<SafeText>,
}

/// Every field that holds something, those of a charter's own included.
pub fn all(charter: Option<&Charter>) -> Vec<FieldPage> {
    let declared = known_fields()
        .iter()
        .filter(|field| field.spec.holds.is_some());
    let declared = declared.map(|field| page(field, charter));
    declared
        .chain(charter.into_iter().flat_map(local))
        .collect()
}

/// The fields that people may mean by a name.
pub fn called(name: &str, charter: Option<&Charter>) -> Vec<FieldPage> {
    let declared = fields_called(name).into_iter();
    let declared = declared.map(|field| page(field, charter));
    let own = charter.into_iter().flat_map(local);
    let own = own.filter(|page| {
        let path = page.path.as_str();
        let short = path.strip_prefix("local.").unwrap_or(path);
        [path, short].iter().any(|known| same_word(known, name))
    });
    declared.chain(own).collect()
}

/// Every name by which a field is known, beside its headings.
pub fn names() -> Vec<&'static str> {
    let mut names = Vec::new();
    for field in known_fields() {
        for name in [field.path.as_str(), field.spec.name] {
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names
}

fn page(field: &'static KnownField, charter: Option<&Charter>) -> FieldPage {
    let spec = field.spec;
    let below: Vec<(&str, &str)> = known_fields()
        .iter()
        .filter(|other| other.kind == field.kind && is_below(&other.path, &field.path))
        .map(|other| (other.path.as_str(), other.spec.meaning.trim()))
        .collect();
    let is_leaf = spec.holds.is_some();
    let is_column = is_leaf.then(|| {
        let heading = SafeText::own(&field.heading);
        let others = spec.headings.iter().copied();
        let others = others.filter(|other| !same_word(other, &field.heading));
        (heading, others.collect())
    });
    FieldPage {
        path: SafeText::own(&field.path),
        kind: field.kind,
        meaning: SafeText::own(spec.meaning.trim()),
        holds: is_leaf.then(|| safe!("{}, such as `{}`", field.holds.as_str(), spec.example)),
        may_name_people: spec.holds.is_some_and(Holds::may_name_people),
        headings: is_column,
        written: if is_leaf { written(field) } else { Vec::new() },
        property: (is_leaf && field.kind == RecordType::Engagement).then(|| property(&field.path)),
        below,
        promises: charter.map_or_else(Vec::new, |charter| promises(&field.path, charter)),
    }
}

fn is_below(path: &str, above: &str) -> bool {
    path.strip_prefix(above)
        .is_some_and(|rest| rest.starts_with('.'))
}

/// The fields that only this area's records have.
fn local(charter: &Charter) -> impl Iterator<Item = FieldPage> {
    charter.fields.iter().map(|(name, holds)| {
        let path = format!("local.{name}");
        let name = charter.redactor.redact(name);
        FieldPage {
            path: safe!("local.{}", name),
            kind: RecordType::Engagement,
            meaning: "A field that this charter declares.".into(),
            holds: Some(charter.redactor.redact(&holds.in_words(&[]))),
            may_name_people: holds.may_name_people(),
            headings: Some((name, Vec::new())),
            written: Vec::new(),
            property: None,
            below: Vec::new(),
            promises: promises(&path, charter),
        }
    })
}

/// The field with its example, as a file of records spells it.
fn written(field: &'static KnownField) -> Vec<SafeText> {
    let mut lines = Vec::new();
    if field.kind != RecordType::Engagement {
        lines.push(safe!("record: {}", field.kind.word()));
    }
    let mut indent = SafeText::default();
    let mut names = field.path.split('.').peekable();
    while let Some(name) = names.next() {
        lines.push(if names.peek().is_some() {
            safe!("{}{}:", indent, name)
        } else {
            safe!("{}{}: {}", indent, name, field.spec.example)
        });
        indent.push("  ");
    }
    lines
}

/// What a calendar calls it.
fn property(path: &str) -> SafeText {
    let property = path.to_ascii_uppercase().replace(['.', '_'], "-");
    safe!("X-CHARTER-{}", Redactor::default().redact(&property))
}

/// The promises of a charter that look at a field, or at what is below it.
fn promises(path: &str, charter: &Charter) -> Vec<SafeText> {
    let looks = |field: &String| field == path || is_below(path, field) || is_below(field, path);
    let clauses = charter.clauses.iter().filter_map(|clause| {
        let rule = clause.judged.rule()?;
        let is_about_it = rule.fields().iter().any(looks);
        is_about_it.then(|| explain::named(clause, &charter.redactor))
    });
    clauses.collect()
}
