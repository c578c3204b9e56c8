//! `columns.yaml` beside tables.

use engagement_records::read::columns_asked;
use serde_json::{Value, json};

use super::meanings::of_columns;
use super::values::mapping;
use super::{DIALECT, words_of};
use crate::charter::Charter;

pub(super) fn schema(charter: Option<&Charter>) -> Value {
    let asked = columns_asked(&words_of(charter));
    let mut schema = mapping(&asked, &[], &of_columns);
    if let Value::Object(schema) = &mut schema {
        schema.insert("$schema".to_owned(), DIALECT.into());
        schema.insert("type".to_owned(), json!(["object", "null"]));
        schema.insert("title".to_owned(), "What columns of tables mean".into());
        let about =
            "It counts for the tables in its folder. `charter-audit columns --write` makes one.";
        schema.insert("description".to_owned(), about.into());
    }
    schema
}
