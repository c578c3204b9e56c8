//! What may stand in a field, as JSON Schema.

use closed_words::listed;
use engagement_records::fields::{
    Asked, AskedFields, read_date, read_months, read_time, read_yes_no,
};
use plain_values::Count;
use serde_json::{Map, Value, json};
use working_days::Duration;

use super::patterns;

/// What is said of a field beside what may stand in it.
pub(super) struct Said {
    /// What editors call it; nothing for the names that lead to it.
    pub(super) title: Option<String>,
    /// What it means.
    pub(super) meaning: String,
    /// What may stand there.
    pub(super) example: Option<Value>,
}

/// Says what a field means by the names that lead to it; `NAME` stands for a free one.
pub(super) type Describe<'a> = &'a dyn Fn(&[String]) -> Option<Said>;

/// A mapping with these fields and no others.
pub(super) fn mapping(asked: &AskedFields, path: &[String], describe: Describe<'_>) -> Value {
    let mut properties = Map::new();
    for field in &asked.fields {
        let below = below(path, &field.name);
        properties.insert(
            field.name.clone(),
            described(&field.asked, &below, describe),
        );
    }
    let others = match &asked.others {
        Some(asked) => described(asked, &below(path, "NAME"), describe),
        None => Value::Bool(false),
    };
    let mut schema = Map::new();
    schema.insert("properties".to_owned(), properties.into());
    schema.insert("additionalProperties".to_owned(), others);
    schema.into()
}

/// The names of the fields that must be there.
pub(super) fn required(asked: &AskedFields) -> Vec<&str> {
    let required = asked.fields.iter().filter(|field| field.is_required);
    required.map(|field| field.name.as_str()).collect()
}

fn below(path: &[String], name: &str) -> Vec<String> {
    path.iter().cloned().chain([name.to_owned()]).collect()
}

fn described(asked: &Asked, path: &[String], describe: Describe<'_>) -> Value {
    let mut schema = value(asked, path, describe);
    if let Value::Object(fields) = &mut schema {
        fields.insert("title".to_owned(), path.join(".").into());
        if let Some(said) = describe(path) {
            if let Some(title) = said.title {
                fields.insert("title".to_owned(), title.into());
            }
            fields.insert("description".to_owned(), said.meaning.into());
            if let Some(example) = said.example {
                fields.insert("examples".to_owned(), json!([example]));
            }
        }
    }
    schema
}

fn value(asked: &Asked, path: &[String], describe: Describe<'_>) -> Value {
    match asked {
        Asked::List(item) => list(item, path, describe),
        Asked::Group(fields, instead) => group(fields, instead.as_deref(), path, describe),
        Asked::Groups(fields) => groups(fields, path, describe),
        Asked::Either(one, other) => json!({
            "anyOf": [value(one, path, describe), value(other, path, describe)],
        }),
        Asked::Records => json!({ "$ref": "#/$defs/records" }),
        Asked::Charter => json!({ "type": ["object", "null"], "$ref": "#/$defs/part" }),
        Asked::Text
        | Asked::Name
        | Asked::Day
        | Asked::Sent
        | Asked::Time
        | Asked::Window
        | Asked::Answer
        | Asked::Count
        | Asked::Duration
        | Asked::Months
        | Asked::Minutes
        | Asked::Number(_)
        | Asked::Word(_)
        | Asked::Exactly(_)
        | Asked::ExactlyOrNone(_) => single(asked),
    }
}

/// A single value, which may be left blank.
fn single(asked: &Asked) -> Value {
    match asked {
        Asked::Text => json!({ "type": ["string", "number", "null"] }),
        Asked::Day => text(&patterns::day(), read_date("")),
        Asked::Sent => {
            let expected = read_date("").map_err(|day| {
                format!("{day}; write `none` if it was not sent, or `yes` if nobody knows when")
            });
            let all = with_type(text(&patterns::sent(), expected), "boolean");
            proposed(&["yes", "none"], &all)
        }
        Asked::Time => text(&patterns::time(), read_time("")),
        Asked::Window => text(
            &patterns::window(),
            wrong("write two times, such as 08:15-09:30"),
        ),
        Asked::Answer => {
            let all = with_type(text(&patterns::answer(), read_yes_no("")), "boolean");
            proposed(&["yes", "no"], &all)
        }
        Asked::Count => number(0, text(&patterns::count(), "".parse::<Count>())),
        Asked::Duration => text(&patterns::duration(), Duration::parse("")),
        Asked::Months => text(&patterns::months(), read_months("")),
        Asked::Minutes => text(
            &patterns::minutes(),
            wrong("write minutes, such as `15 minutes`"),
        ),
        Asked::Number(least) => {
            let expected = wrong("write a whole number, such as 20");
            number(*least, text(&patterns::number(), expected))
        }
        Asked::Word(words) => {
            let expected = format!("write {}", listed(words, "or"));
            proposed(words, &text(&patterns::any_of(words), wrong(&expected)))
        }
        Asked::Exactly(words) => {
            let expected = format!("write {}", listed(words, "or"));
            proposed(words, &text(&patterns::blank(), wrong(&expected)))
        }
        Asked::ExactlyOrNone(words) => {
            let words: Vec<&str> = words.iter().map(String::as_str).chain(["none"]).collect();
            let expected = wrong("write the name of a field, such as notice.sent, or none");
            proposed(&words, &text(&patterns::none_or_local(), expected))
        }
        Asked::Name
        | Asked::List(_)
        | Asked::Group(..)
        | Asked::Groups(_)
        | Asked::Either(..)
        | Asked::Records
        | Asked::Charter => json!({ "type": ["string", "number", "boolean", "null"] }),
    }
}

fn wrong(expected: &str) -> Result<(), String> {
    Err(expected.to_owned())
}

/// A text that a pattern allows. What is expected is what a reader says of another one; editors show
/// it in place of the pattern.
fn text<T>(pattern: &str, expected: Result<T, String>) -> Value {
    let mut schema = json!({ "type": ["string", "null"], "pattern": pattern });
    if let (Value::Object(schema), Err(expected)) = (&mut schema, expected) {
        schema.insert("patternErrorMessage".to_owned(), expected.into());
    }
    schema
}

/// The same as a number that YAML has read as one.
fn number(least: u32, text: Value) -> Value {
    let mut schema = with_type(text, "integer");
    if let Value::Object(schema) = &mut schema {
        schema.insert("minimum".to_owned(), least.into());
    }
    schema
}

fn with_type(mut schema: Value, name: &str) -> Value {
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.push(name.into());
    }
    schema
}

/// Words that editors propose, beside all else that may stand there.
fn proposed<W: AsRef<str>>(words: &[W], all: &Value) -> Value {
    let mut distinct: Vec<&str> = Vec::new();
    for word in words.iter().map(AsRef::as_ref) {
        if !distinct.contains(&word) {
            distinct.push(word);
        }
    }
    let words = distinct;
    json!({ "anyOf": [{ "enum": words }, all] })
}

/// One, or a list of several, which may be written as one text.
fn list(item: &Asked, path: &[String], describe: Describe<'_>) -> Value {
    let in_one_text = if let Asked::Word(words) = item {
        Some(patterns::several_of(words))
    } else {
        (*item == Asked::Day).then(patterns::several_days)
    };
    let item = value(item, path, describe);
    let mut all = json!([item, { "type": "array", "items": item }]);
    if let (Some(pattern), Value::Array(all)) = (in_one_text, &mut all) {
        all.push(json!({ "type": "string", "pattern": pattern }));
    }
    json!({ "anyOf": all })
}

/// A group of fields, or what may stand in its place. Only what is an object has fields, so that one
/// schema does for all and an editor points at the field that is wrong.
fn group(
    fields: &AskedFields,
    instead: Option<&Asked>,
    path: &[String],
    describe: Describe<'_>,
) -> Value {
    let below = wrong("write its fields below it, one to a line, two spaces further in");
    let or_answer = wrong("write its fields below it, two spaces further in, or only yes or none");
    let alone = match instead {
        None => text(&patterns::blank(), below),
        Some(Asked::Sent) => with_type(text(&patterns::sent_without_day(), or_answer), "boolean"),
        Some(_) => with_type(text(&patterns::answer_or_denial(), or_answer), "boolean"),
    };
    let mut schema = mapping(fields, path, describe);
    if let Value::Object(schema) = &mut schema {
        take_over(schema, with_type(alone, "object"));
        require(schema, fields);
    }
    schema
}

fn take_over(schema: &mut Map<String, Value>, other: Value) {
    if let Value::Object(mut other) = other {
        schema.append(&mut other);
    }
}

/// One group of fields, or a list of several.
fn groups(fields: &AskedFields, path: &[String], describe: Describe<'_>) -> Value {
    let mut schema = mapping(fields, path, describe);
    let mut item = schema.clone();
    if let (Value::Object(schema), Value::Object(item)) = (&mut schema, &mut item) {
        item.insert("type".to_owned(), "object".into());
        require(item, fields);
        require(schema, fields);
        schema.insert("items".to_owned(), Value::Object(item.clone()));
        let below = wrong("write its fields below it, two spaces further in, or a list of them");
        let blank = with_type(text(&patterns::blank(), below), "object");
        take_over(schema, with_type(blank, "array"));
    }
    schema
}

fn require(schema: &mut Map<String, Value>, fields: &AskedFields) {
    let required = required(fields);
    if !required.is_empty() {
        schema.insert("required".to_owned(), json!(required));
    }
}
