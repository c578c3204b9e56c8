//! Records of every type, one or several in a file.

use engagement_records::fields::{Asked, AskedFields};
use engagement_records::record::{FieldSpec, Holds, RecordType};
use serde_json::{Map, Value, json};

use super::values::{Said, mapping};
use super::{DIALECT, example, patterns, words_of};
use crate::charter::Charter;
use closed_words::Word as _;

pub(super) fn schema(charter: Option<&Charter>) -> Value {
    json!({
        "$schema": DIALECT,
        "title": "Records of engagement",
        "description": "One record, a list of records, or one in each document. What a field means \
                        is what `charter-audit explain` says of it.",
        "type": ["object", "array", "null"],
        "$ref": "#/$defs/records",
        "$defs": definitions(charter),
    })
}

/// Each type of record, any one of them, and one or several.
pub(super) fn definitions(charter: Option<&Charter>) -> Map<String, Value> {
    let mut all = Map::new();
    for kind in RecordType::ALL {
        all.insert(kind.word().to_owned(), of_type(*kind, charter));
    }
    // What does not say what it is is an engagement.
    let mut any = reference("engagement");
    for kind in RecordType::ALL.iter().rev() {
        if *kind != RecordType::Engagement {
            let is_it = json!({ "type": "string", "pattern": patterns::only(kind.word()) });
            any = json!({
                "if": { "properties": { "record": is_it }, "required": ["record"] },
                "then": reference(kind.word()),
                "else": any,
            });
        }
    }
    all.insert("record".to_owned(), any);
    let mut records = reference("record");
    if let Value::Object(records) = &mut records {
        records.insert(
            "items".to_owned(),
            json!({ "type": "object", "$ref": "#/$defs/record" }),
        );
    }
    all.insert("records".to_owned(), records);
    all
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

fn of_type(kind: RecordType, charter: Option<&Charter>) -> Value {
    let words = words_of(charter);
    let mut asked = kind.asked(&words);
    if charter.is_none() {
        open_local_fields(&mut asked);
    }
    let describe = |path: &[String]| said(kind, path);
    let mut schema = mapping(&asked, &[], &describe);
    if let Value::Object(schema) = &mut schema {
        schema.insert("title".to_owned(), kind.word().into());
        schema.insert("description".to_owned(), sentence(kind.what()).into());
    }
    schema
}

/// Without a charter nobody knows which fields an area has.
fn open_local_fields(asked: &mut AskedFields) {
    let local = asked.fields.iter_mut().find(|field| field.name == "local");
    if let Some(local) = local {
        let open = AskedFields {
            fields: Vec::new(),
            others: Some(Box::new(Asked::Name)),
        };
        local.asked = Asked::Group(open, None);
    }
}

fn sentence(what: &str) -> String {
    let mut letters = what.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).chain(['.']).collect()
}

/// What the declaration says of a field.
pub(super) fn said(kind: RecordType, path: &[String]) -> Option<Said> {
    let names: Vec<&str> = path.iter().map(String::as_str).collect();
    match names.as_slice() {
        ["record"] => {
            return Some(Said {
                title: None,
                meaning: "Which type of record it is; an engagement when it is left out."
                    .to_owned(),
                example: Some(kind.word().into()),
            });
        }
        ["local", name] => {
            let types: Vec<&str> = Holds::all_words().collect();
            let meaning = format!(
                "The field `{name}` of this area, as its charter declares it under `fields`: {}.",
                closed_words::listed(types, "or")
            );
            let meaning = meaning.replace("`NAME` ", "");
            return Some(Said {
                title: None,
                meaning,
                example: None,
            });
        }
        _ => {}
    }
    let (first, below) = names.split_first()?;
    let mut spec: &FieldSpec = kind.fields().find(|spec| spec.name == *first)?;
    for name in below {
        let mut inside = spec.fields.iter().chain(spec.inside);
        spec = inside.find(|spec| spec.name == *name)?;
    }
    Some(Said {
        title: None,
        meaning: spec.meaning.trim().to_owned(),
        example: example(spec.example),
    })
}
