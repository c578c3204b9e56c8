//! Records as people keep them: YAML, JSON, and a table of all columns.

use std::fmt::Write as _;

use super::story::{Record, Value};

/// Fields by their names, those in a group below it.
enum Tree<'r> {
    Leaf(&'r Value),
    Group(Vec<(&'r str, Tree<'r>)>),
}

impl<'r> Tree<'r> {
    fn of(record: &'r Record) -> Self {
        let mut root = Tree::Group(Vec::new());
        for (name, value) in &record.fields {
            root.grow(name, value);
        }
        root
    }

    fn grow(&mut self, name: &'r str, value: &'r Value) {
        let Tree::Group(fields) = self else {
            panic!("{name} stands below a value");
        };
        let (first, rest) = name
            .split_once('.')
            .map_or((name, None), |(one, rest)| (one, Some(rest)));
        let Some(rest) = rest else {
            fields.push((first, Tree::Leaf(value)));
            return;
        };
        if !fields.iter().any(|(known, _)| *known == first) {
            fields.push((first, Tree::Group(Vec::new())));
        }
        let group = fields.iter_mut().find(|(known, _)| *known == first);
        group.unwrap().1.grow(rest, value);
    }
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

fn listed(items: impl IntoIterator<Item = String>) -> String {
    format!("[{}]", items.into_iter().collect::<Vec<_>>().join(", "))
}

/// A value as JSON, which YAML takes as well.
fn json_value(value: &Value) -> String {
    match value {
        Value::Blank => "null".to_owned(),
        Value::Plain(said) => match said.as_str() {
            "yes" => "true".to_owned(),
            "no" => "false".to_owned(),
            number if number.parse::<u32>().is_ok() => number.to_owned(),
            other => quoted(other),
        },
        Value::Text(text) => quoted(text),
        Value::List(words) => listed(words.iter().map(|word| quoted(word))),
        Value::Moves(moves) => listed(moves.iter().map(|(from, told)| {
            let told = told.map_or(String::new(), |told| format!(", \"told\": \"{told}\""));
            format!("{{ \"date\": \"{from}\"{told} }}")
        })),
        Value::Flow(json) => (*json).to_owned(),
    }
}

fn yaml_value(value: &Value) -> String {
    match value {
        Value::Blank => String::new(),
        Value::Plain(said) => said.clone(),
        Value::List(words) => listed(words.iter().map(|word| (*word).to_owned())),
        Value::Moves(moves) => listed(moves.iter().map(|(from, told)| {
            let told = told.map_or(String::new(), |told| format!(", told: {told}"));
            format!("{{ date: {from}{told} }}")
        })),
        Value::Text(_) | Value::Flow(_) => json_value(value),
    }
}

/// A record as YAML.
pub(super) fn yaml(record: &Record) -> String {
    fn write(tree: &Tree<'_>, depth: usize, text: &mut String) {
        let Tree::Group(fields) = tree else { return };
        for (name, tree) in fields {
            let _ = write!(text, "{}{name}:", "  ".repeat(depth));
            match tree {
                Tree::Leaf(Value::Blank) => text.push('\n'),
                Tree::Leaf(value) => {
                    let _ = writeln!(text, " {}", yaml_value(value));
                }
                Tree::Group(_) => {
                    text.push('\n');
                    write(tree, depth + 1, text);
                }
            }
        }
    }
    let mut text = String::new();
    if record.of != "engagement" {
        let _ = writeln!(text, "record: {}", record.of);
    }
    write(&Tree::of(record), 0, &mut text);
    text
}

/// Records as one file of YAML.
pub(super) fn yaml_file(records: &[Record]) -> String {
    let all: Vec<String> = records.iter().map(yaml).collect();
    all.join("---\n")
}

/// Records as one file of JSON.
pub(super) fn json_file(records: &[Record]) -> String {
    fn json(tree: &Tree<'_>) -> String {
        match tree {
            Tree::Leaf(value) => json_value(value),
            Tree::Group(fields) => {
                let all = fields.iter();
                let all = all.map(|(name, tree)| format!("{}: {}", quoted(name), json(tree)));
                format!("{{ {} }}", all.collect::<Vec<_>>().join(", "))
            }
        }
    }
    let of = |record: &Record| {
        let text = json(&Tree::of(record));
        text.replacen('{', &format!("{{ \"record\": \"{}\",", record.of), 1)
    };
    listed(records.iter().map(of))
}

/// The columns of a table of engagements; each field that a random one may say has its own, so that
/// what it leaves out is blank and never without a place.
const COLUMNS: &[&str] = &[
    "id",
    "title",
    "kind",
    "scope",
    "project",
    "areas",
    "organisers",
    "status",
    "date",
    "last_day",
    "start",
    "end",
    "moved_from.date",
    "moved_from.told",
    "opens",
    "closes",
    "audience",
    "notice.sent",
    "notice.purpose",
    "papers.sent",
    "papers.none_needed",
    "timing.considered",
    "timing.hosted_in_school",
    "venue.mode",
    "venue.access.step_free",
    "venue.access.accessible_toilet",
    "venue.access.hearing_loop",
    "venue.access.parking",
    "venue.access.captions",
    "venue.access.needs_asked",
    "venue.access.why_not",
    "attendance.forum_reps",
    "attendance.parents",
    "attendance.cyp",
    "attendance.total",
    "forum.invited",
    "service_parents.involved",
    "cyp.involved",
    "cyp.facilitation",
    "cyp.not_appropriate",
    "cyp.alternative",
    "scope_for_change.in",
    "scope_for_change.out",
    "expectations.commitment_asked",
    "expectations.recognition",
    "options_fixed",
    "decided_jointly",
    "wider_input.opened",
    "reach.invited",
    "reach.responded",
    "feedback.sent",
    "feedback.to",
    "feedback.you_said",
    "feedback.we_did",
    "forum_feedback.sent",
    "ladder",
    "experience.complaint",
    "experience.responded",
    "promoted_forum.done",
];

/// Whether a table can hold the record.
pub(super) fn fits_a_table(record: &Record) -> bool {
    let mut fields = record.fields.iter();
    record.of == "engagement"
        && fields.all(|(name, value)| match value {
            Value::Moves(moves) => moves.len() == 1,
            Value::Blank | Value::Plain(_) | Value::Text(_) | Value::List(_) => {
                assert!(
                    *name == "moved_from" || COLUMNS.contains(name),
                    "no column for {name}"
                );
                true
            }
            Value::Flow(_) => false,
        })
}

/// Engagements as one table.
pub(super) fn csv_file(records: &[Record]) -> String {
    let mut text = COLUMNS.join(",") + "\n";
    for record in records {
        let cells = COLUMNS
            .iter()
            .map(|column| quoted_cell(&cell(record, column)));
        text.push_str(&cells.collect::<Vec<_>>().join(","));
        text.push('\n');
    }
    text
}

fn quoted_cell(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

fn cell(record: &Record, column: &str) -> String {
    if let Some(part) = column.strip_prefix("moved_from.") {
        let Some((from, told)) = record.moves().first() else {
            return String::new();
        };
        let told = told.map_or(String::new(), |told| told.to_string());
        return if part == "date" {
            from.to_string()
        } else {
            told
        };
    }
    match record.get(column) {
        Some(Value::Plain(said)) => said.clone(),
        Some(Value::Text(text)) => (*text).to_owned(),
        Some(Value::List(words)) => words.join("; "),
        Some(Value::Blank | Value::Moves(_) | Value::Flow(_)) | None => String::new(),
    }
}
