//! What people write, as JSON Schema for their editors: charters, records, and `columns.yaml`. Names
//! and values are what the readers ask for; meanings are those of the page of fields, the rules' pages
//! and `meanings`.

mod charter;
mod charter_fields;
mod columns;
mod editors;
mod meanings;
mod parameters;
mod patterns;
mod record;
mod values;

pub use editors::editors;

use std::sync::LazyLock;

use closed_words::words;
use engagement_records::read::{Expected, root_fields};
use engagement_records::record::{ImportSettings, Parties, Party, Vocabulary};
use located::source::Sources;
use located::tree::{Node, ScalarKind, Value as Tree};
use serde_json::{Value, json};

use crate::charter::Charter;

words! {
    /// A kind of file that people write, of which editors can know the schema.
    pub enum Written {
        /// A charter.
        Charter = "charter",
        /// Records of any type.
        Record = "record",
        /// What the columns of tables mean.
        Columns = "columns",
    }
}

impl Written {
    /// Which files they are.
    pub fn about(self) -> &'static str {
        match self {
            Written::Charter => "A `charter.yaml`, for editors",
            Written::Record => "Records in YAML, for editors",
            Written::Columns => "A `columns.yaml` beside tables, for editors",
        }
    }

    /// Its JSON Schema, in the dialect of 2020-12. Of a charter come its parties, schools, rungs and
    /// local fields; without one, any are taken.
    ///
    /// # Errors
    /// Only when there is not enough memory for the text.
    pub fn schema(self, charter: Option<&Charter>) -> Result<String, serde_json::Error> {
        let schema = match self {
            Written::Charter => charter::schema(),
            Written::Record => record::schema(charter),
            Written::Columns => columns::schema(charter),
        };
        let mut text = serde_json::to_string_pretty(&schema)?;
        text.push('\n');
        Ok(text)
    }
}

/// The dialect in which all of them are written.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// An example as files spell it, as data; nothing where there is none.
fn example(text: &str) -> Option<Value> {
    const EXAMPLE: Expected = Expected {
        code: "not-an-example",
        what: "an example",
        fields: "a field",
    };
    if text.is_empty() {
        return None;
    }
    // Texts stand there without the quotes that YAML would want.
    if !text.starts_with('[') {
        return Some(scalar(text));
    }
    let text = format!("example: {text}\n");
    let mut faults = Vec::new();
    let id = Sources::default().next_id();
    let fields = root_fields(id, &text, EXAMPLE, &mut faults);
    fields.first().map(|field| data(&field.value))
}

fn data(node: &Node<'_>) -> Value {
    match &node.value {
        Tree::Scalar {
            text,
            kind: ScalarKind::Plain,
        } => scalar(text),
        Tree::Scalar { text, .. } => json!(text),
        Tree::List(items) => items.iter().map(data).collect(),
        Tree::Map(entries) => {
            let fields = entries.iter();
            let fields = fields.map(|entry| (entry.key.to_string(), data(&entry.value)));
            Value::Object(fields.collect())
        }
        Tree::Broken => Value::Null,
    }
}

fn scalar(text: &str) -> Value {
    text.parse::<u32>()
        .map_or_else(|_| json!(text), Value::from)
}

/// The words that a charter lends, without those that must not be printed: where one of a list looks
/// like the name of a person, any word is taken, and so it is without a charter.
fn words_of(charter: Option<&Charter>) -> Vocabulary<'_> {
    static NOBODY: LazyLock<Parties> = LazyLock::new(Parties::default);
    static NOTHING: LazyLock<ImportSettings> = LazyLock::new(ImportSettings::default);
    let Some(charter) = charter else {
        return Vocabulary {
            parties: &NOBODY,
            schools: &[],
            ladder: &[],
            local: &[],
            imports: &NOTHING,
        };
    };
    let words = charter.vocabulary();
    let hides = |name: &str| charter.redactor.hides(name);
    let hides_any = |names: &[String]| names.iter().any(|name| hides(name));
    let mut parties = words.parties.iter().flat_map(Party::names);
    Vocabulary {
        parties: if parties.any(hides) {
            &NOBODY
        } else {
            words.parties
        },
        schools: if hides_any(words.schools) {
            &[]
        } else {
            words.schools
        },
        ladder: if hides_any(words.ladder) {
            &[]
        } else {
            words.ladder
        },
        ..words
    }
}
