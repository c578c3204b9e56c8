//! A validator for what our schemas use of JSON Schema. A keyword that it does not know is a failure.

use std::cell::RefCell;
use std::collections::HashMap;

use regex::Regex;
use serde_json::{Map, Value};

/// A schema with its patterns, each compiled once.
pub(super) struct Validator {
    schema: Value,
    patterns: RefCell<HashMap<String, Regex>>,
}

impl Validator {
    pub(super) fn new(text: &str) -> Self {
        Validator {
            schema: serde_json::from_str(text).unwrap(),
            patterns: RefCell::default(),
        }
    }

    pub(super) fn schema(&self) -> &Value {
        &self.schema
    }

    pub(super) fn allows(&self, data: &Value) -> bool {
        self.holds(&self.schema, data)
    }

    /// Whether a part of the schema allows what stands there.
    pub(super) fn part_allows(&self, part: &Value, data: &Value) -> bool {
        self.holds(part, data)
    }

    fn holds(&self, schema: &Value, data: &Value) -> bool {
        let Value::Object(schema) = schema else {
            return schema.as_bool().unwrap();
        };
        schema
            .iter()
            .all(|(word, asked)| self.keyword(schema, word, asked, data))
    }

    fn keyword(
        &self,
        schema: &Map<String, Value>,
        word: &str,
        asked: &Value,
        data: &Value,
    ) -> bool {
        let all = || asked.as_array().unwrap().iter();
        match word {
            "$schema"
            | "$defs"
            | "title"
            | "description"
            | "examples"
            | "patternErrorMessage"
            | "then"
            | "else" => true,
            "$ref" => {
                let path = asked.as_str().unwrap().trim_start_matches('#');
                self.holds(self.schema.pointer(path).unwrap(), data)
            }
            "type" => match asked.as_array() {
                Some(types) => types.iter().any(|one| is_of(one, data)),
                None => is_of(asked, data),
            },
            "enum" => all().any(|one| one == data),
            "pattern" => data.as_str().is_none_or(|text| {
                let pattern = asked.as_str().unwrap();
                let mut patterns = self.patterns.borrow_mut();
                let compiled = patterns
                    .entry(pattern.to_owned())
                    .or_insert_with(|| Regex::new(pattern).unwrap());
                compiled.is_match(text)
            }),
            "minimum" => data.as_f64().is_none_or(|it| it >= asked.as_f64().unwrap()),
            "anyOf" => all().any(|one| self.holds(one, data)),
            "allOf" => all().all(|one| self.holds(one, data)),
            "items" => items(data).all(|item| self.holds(asked, item)),
            "if" => {
                let branch = if self.holds(asked, data) {
                    "then"
                } else {
                    "else"
                };
                schema.get(branch).is_none_or(|it| self.holds(it, data))
            }
            "required" => data
                .as_object()
                .is_none_or(|data| all().all(|name| data.contains_key(name.as_str().unwrap()))),
            "minProperties" => size(data).is_none_or(|size| size >= asked.as_u64().unwrap()),
            "maxProperties" => size(data).is_none_or(|size| size <= asked.as_u64().unwrap()),
            "properties" => {
                let asked = asked.as_object().unwrap();
                fields(data)
                    .all(|(name, value)| asked.get(name).is_none_or(|it| self.holds(it, value)))
            }
            "additionalProperties" => {
                let known = schema["properties"].as_object().unwrap();
                let mut others = fields(data).filter(|(name, _)| !known.contains_key(*name));
                others.all(|(_, value)| self.holds(asked, value))
            }
            other => panic!("{other} is not known here"),
        }
    }
}

fn is_of(name: &Value, data: &Value) -> bool {
    match name.as_str().unwrap() {
        "null" => data.is_null(),
        "boolean" => data.is_boolean(),
        "string" => data.is_string(),
        "integer" => data.is_i64() || data.is_u64(),
        "number" => data.is_number(),
        "array" => data.is_array(),
        "object" => data.is_object(),
        other => panic!("{other}"),
    }
}

fn items(data: &Value) -> impl Iterator<Item = &Value> {
    data.as_array().into_iter().flatten()
}

fn fields(data: &Value) -> impl Iterator<Item = (&String, &Value)> {
    data.as_object().into_iter().flatten()
}

fn size(data: &Value) -> Option<u64> {
    data.as_object().map(|data| data.len() as u64)
}
