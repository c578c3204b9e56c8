//! The schemas for editors: what is shipped is valid, every field is in them with its meaning, and they
//! allow what the readers read.
#![expect(
    clippy::indexing_slicing,
    reason = "a part of a schema that is not there is null, which fails the test"
)]

mod readers;
mod validator;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use charter_audit::charter;
use charter_audit::render::schema::Written;
use charter_audit::rules::Rule;
use engagement_records::record::{FieldSpec, RecordType, known_fields};
use located::source::Sources;
use serde::Deserialize as _;
use serde_json::{Value, json};

use crate::root;
use validator::Validator;

thread_local! {
    static VALIDATORS: [Validator; 3] = [Written::Charter, Written::Record, Written::Columns]
        .map(|written| Validator::new(&written.schema(None).unwrap()));
}

fn with<T>(written: Written, then: impl FnOnce(&Validator) -> T) -> T {
    VALIDATORS.with(|[charter, record, columns]| {
        then(match written {
            Written::Charter => charter,
            Written::Record => record,
            Written::Columns => columns,
        })
    })
}

fn is_valid(written: Written, data: &Value) -> bool {
    with(written, |validator| validator.allows(data))
}

/// The documents of a file as YAML 1.2 has them.
fn documents(text: &str) -> Vec<Value> {
    let documents = serde_yaml::Deserializer::from_str(text);
    let read = documents.map(|document| {
        let mut value = serde_yaml::Value::deserialize(document).unwrap();
        value.apply_merge().unwrap();
        serde_json::to_value(value).unwrap()
    });
    read.collect()
}

fn yaml_files(folder: &Path, found: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            yaml_files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "yaml") {
            found.push(path);
        }
    }
}

#[test]
fn what_is_shipped_is_valid() {
    let mut files = vec![root().join("charter.yaml")];
    yaml_files(&root().join("examples"), &mut files);
    let mut counted = 0;
    for path in files {
        let written = match path.file_name().unwrap().to_str().unwrap() {
            "charter.yaml" => Written::Charter,
            "columns.yaml" => Written::Columns,
            _ => Written::Record,
        };
        for data in documents(&fs::read_to_string(&path).unwrap()) {
            assert!(is_valid(written, &data), "{}", path.display());
            counted += 1;
        }
    }
    assert!(counted > 100, "{counted}");
    let examples = fs::read_to_string(root().join("charter.examples.yaml")).unwrap();
    let [examples] = documents(&examples).try_into().unwrap();
    for (id, all) in examples.as_object().unwrap() {
        let charter = json!({ "extends": "built-in", "clauses": [{ "id": id, "examples": all }] });
        assert!(is_valid(Written::Charter, &charter), "{id}");
    }
}

#[test]
fn every_example_on_every_page_is_valid() {
    let mut counted = 0;
    for page in Rule::pages() {
        for example in page.examples() {
            for record in documents(&example.records) {
                assert!(
                    is_valid(Written::Record, &record),
                    "{}: {record}",
                    page.code
                );
                counted += 1;
            }
            let charter = format!("extends: built-in\n{}\n", example.charter);
            for charter in documents(&charter) {
                assert!(
                    is_valid(Written::Charter, &charter),
                    "{}: {charter}",
                    page.code
                );
            }
        }
    }
    assert!(counted > 100, "{counted}");
}

/// A field of a schema by the names that lead to it.
fn field<'s>(schema: &'s Value, path: &str) -> &'s Value {
    path.split('.').fold(schema, |schema, name| {
        let field = &schema["properties"][name];
        assert!(field.is_object(), "{path} is not there");
        field
    })
}

#[test]
fn every_field_of_a_record_is_there_with_its_meaning_and_no_other() {
    with(Written::Record, |validator| {
        for known in known_fields() {
            let schema = &validator.schema()["$defs"][known.kind.word()];
            let field = field(schema, &known.path);
            assert_eq!(field["title"], known.path.as_str());
            if known.path != "local" {
                assert_eq!(
                    field["description"],
                    known.spec.meaning.trim(),
                    "{}",
                    known.path
                );
            }
            let has_example = field["examples"].is_array();
            assert_eq!(
                has_example,
                !known.spec.example.is_empty(),
                "{}",
                known.path
            );
        }
        for kind in RecordType::ALL {
            let schema = &validator.schema()["$defs"][kind.word()];
            let specs: Vec<&FieldSpec> = kind.fields().collect();
            assert_eq!(schema["additionalProperties"], false);
            no_others(schema, &specs, &["record"]);
        }
    });
}

fn no_others(schema: &Value, specs: &[&FieldSpec], besides: &[&str]) {
    for (name, field) in schema["properties"].as_object().unwrap() {
        if besides.contains(&name.as_str()) {
            continue;
        }
        let spec = specs.iter().find(|spec| spec.name == name).unwrap();
        if field["properties"].is_object() && name != "local" {
            assert_eq!(field["additionalProperties"], false, "{name}");
            let below: Vec<&FieldSpec> = spec.fields.iter().chain(spec.inside).collect();
            no_others(field, &below, &[]);
        }
    }
}

/// Everything that has no description.
fn undescribed(schema: &Value, path: &str, found: &mut Vec<String>) {
    let fields = schema["properties"].as_object().into_iter().flatten();
    let others = [("NAME", &schema["additionalProperties"])];
    let fields = fields.map(|(name, field)| (name.as_str(), field));
    for (name, field) in fields.chain(others.into_iter().filter(|(_, it)| it.is_object())) {
        let path = format!("{path}.{name}");
        let about = field["description"].as_str().unwrap_or_default();
        if !about.ends_with(['.', ':']) || field["title"].as_str().is_none_or(str::is_empty) {
            found.push(path.clone());
        }
        undescribed(field, &path, found);
    }
}

#[test]
fn everything_is_described() {
    let mut found = Vec::new();
    with(Written::Charter, |it| {
        undescribed(&it.schema()["$defs"]["part"], "charter", &mut found);
    });
    with(Written::Columns, |it| {
        undescribed(it.schema(), "columns", &mut found);
    });
    with(Written::Record, |it| {
        for kind in RecordType::ALL {
            undescribed(&it.schema()["$defs"][kind.word()], kind.word(), &mut found);
        }
    });
    assert_eq!(found, Vec::<String>::new());
}

/// The parameters of a rule, as the schema has them.
fn parameters(code: &str) -> BTreeSet<String> {
    with(Written::Charter, |validator| {
        let rules =
            &validator.schema()["$defs"]["part"]["properties"]["clauses"]["properties"]["rule"];
        let rule = rules["properties"][code]["properties"].as_object().unwrap();
        rule.keys().cloned().collect()
    })
}

/// What a reader says of these parameters of a rule.
fn unknown(code: &str, names: &[&String]) -> BTreeSet<String> {
    let given: String = names.iter().map(|name| format!("{name}: 1, ")).collect();
    let text = format!(
        "extends: built-in\nclauses: [{{ id: Z1, of: forum, says: Keep it., severity: advice, \
         rule: {{ {code}: {{ {given} }} }} }}]\n"
    );
    let file = crate::bench::file("charter.yaml", &text);
    let mut sources = Sources::default();
    let loaded = charter::load(&mut sources, Some(file), &|_| Err(String::new()));
    let faults = loaded.err().unwrap_or_default();
    let unknown = faults.iter().filter(|fault| fault.code == "unknown-field");
    let names = unknown.map(|fault| text[fault.span().unwrap().range()].to_owned());
    names.collect()
}

#[test]
fn a_rule_has_the_parameters_that_its_reader_takes_and_its_page_names() {
    let codes: Vec<&str> = Rule::pages().map(|page| page.code).collect();
    let all: BTreeSet<String> = codes.iter().flat_map(|code| parameters(code)).collect();
    assert!(all.len() > 15, "{all:?}");
    for page in Rule::pages() {
        // Its parameters are the rungs of the charter's ladder.
        if page.code == "ladder-claim" {
            continue;
        }
        let own = parameters(page.code);
        let names: Vec<&String> = all.iter().collect();
        let refused: BTreeSet<String> = names
            .chunks(15)
            .flat_map(|names| unknown(page.code, names))
            .collect();
        let taken: BTreeSet<String> = all.difference(&refused).cloned().collect();
        assert_eq!(own, taken, "{}", page.code);
        let text = page.text();
        let (_, section) = text.split_once("\n## Parameters\n").unwrap();
        let section = section.split("\n## ").next().unwrap();
        let items = section.split("\n- ").skip(1);
        let on_page = items.flat_map(|item| item.split(": ").next().unwrap().split(", "));
        let on_page: BTreeSet<String> = on_page.map(|name| name.replace('`', "")).collect();
        assert_eq!(own, on_page, "{}", page.code);
    }
}
