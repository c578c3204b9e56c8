//! What the JSON formats look like, for programs that read them.

use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;

use super::format::{LineJson, ReportJson, RunJson};
use crate::render::calibrate::CalibrationJson;
use crate::render::due::DueJson;
use crate::render::plan::{PlanJson, TimesJson};
use closed_words::words;

words! {
    /// A format of which the JSON Schema is published.
    pub enum Published {
        /// The report of an audit.
        Report = "report",
        /// A finding on a line.
        Finding = "finding",
        /// What was read, on the last line.
        Run = "run",
        /// What falls due.
        Due = "due",
        /// A plan.
        Plan = "plan",
        /// Times for an engagement.
        Times = "times",
        /// How the numbers of a charter fit.
        Calibrate = "calibrate",
    }
}

impl Published {
    /// Which format it is.
    pub fn about(self) -> &'static str {
        match self {
            Published::Report => "What `--format json` writes",
            Published::Finding => "A line of what `--format jsonl` writes",
            Published::Run => "The last line of what `--format jsonl` writes",
            Published::Due => "What `due --format json` writes",
            Published::Plan => "What `plan --format json` writes",
            Published::Times => "What `plan --find` and `plan --at` write as JSON",
            Published::Calibrate => "What `calibrate --format json` writes",
        }
    }

    /// Its JSON Schema, in the dialect of 2020-12. Fields that a later version adds are not refused.
    ///
    /// # Errors
    /// Only when there is not enough memory for the text.
    pub fn schema(self) -> Result<String, serde_json::Error> {
        let generator = SchemaSettings::draft2020_12()
            .for_serialize()
            .with_transform(RecursiveTransform(on_one_line))
            .into_generator();
        let schema = match self {
            Published::Report => generator.into_root_schema_for::<ReportJson>(),
            Published::Finding => generator.into_root_schema_for::<LineJson>(),
            Published::Run => generator.into_root_schema_for::<RunJson>(),
            Published::Due => generator.into_root_schema_for::<DueJson>(),
            Published::Plan => generator.into_root_schema_for::<PlanJson>(),
            Published::Times => generator.into_root_schema_for::<TimesJson>(),
            Published::Calibrate => generator.into_root_schema_for::<CalibrationJson>(),
        };
        let mut text = serde_json::to_string_pretty(&schema)?;
        text.push('\n');
        Ok(text)
    }
}

/// Lines of a comment are as long as this file is wide, which is nothing to those who read it
/// elsewhere.
fn on_one_line(schema: &mut Schema) {
    let about = schema.get("description").and_then(|about| about.as_str());
    if let Some(about) = about.map(|about| about.replace('\n', " ")) {
        schema.insert("description".to_owned(), about.into());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    fn read(format: Published) -> Value {
        serde_json::from_str(&format.schema().unwrap()).unwrap()
    }

    /// Every kind of object in a schema.
    fn kinds(schema: &Value) -> Vec<&Value> {
        let named = schema["$defs"].as_object().unwrap().values();
        std::iter::once(schema).chain(named).collect()
    }

    #[test]
    fn everything_is_described_on_one_line() {
        for format in Published::ALL {
            let schema = read(*format);
            let mut fields = 0;
            for kind in kinds(&schema) {
                let about = kind["description"].as_str().unwrap();
                assert!(!about.contains('\n'), "{about}");
                for (name, field) in kind["properties"].as_object().unwrap() {
                    let about = field["description"].as_str();
                    assert!(about.is_some_and(|about| about.ends_with('.')), "{name}");
                    fields += 1;
                }
            }
            assert!(fields > 15, "{format:?}: {fields}");
        }
    }

    #[test]
    fn closed_lists_are_told_and_fields_may_be_added() {
        let schema = read(Published::Report);
        let finding = &schema["$defs"]["finding"];
        assert_eq!(
            finding["properties"]["severity"]["enum"],
            serde_json::json!(["breach", "concern", "advice"])
        );
        assert_eq!(schema["properties"]["format"]["const"], "charter-audit/1");
        for kind in kinds(&schema) {
            assert!(kind.get("additionalProperties").is_none());
        }
        // A field that may be null is there all the same; one that may be away is not asked for.
        let asked =
            |kind: &Value, name: &str| kind["required"].as_array().unwrap().contains(&name.into());
        assert!(asked(finding, "remedy"));
        assert!(asked(&schema["$defs"]["place"], "line"));
        assert!(!asked(&schema["$defs"]["place"], "at"));
    }
}
