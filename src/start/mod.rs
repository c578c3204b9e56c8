//! A folder to begin with: a charter to adapt, a first record to replace, a log to keep, and what to
//! do with them.

mod answers;
mod questions;
mod texts;
pub mod workbook;

use engagement_records::read::File;
use identifiers::redact::Redactor;
use identifiers::safe;
use identifiers::text::SafeText;
use located::source::Sources;

pub use answers::{Answers, Given, name, school};
pub use questions::ask;

use crate::charter::{Charter, load};
use crate::render::schema::Written;

/// What the files are called, as people write it below the folder.
pub const CHARTER: &str = "charter.yaml";
/// What to do with the folder.
pub const README: &str = "README.md";
/// The folder that is audited.
pub const RECORDS: &str = "records";
/// The first record.
pub const RECORD: &str = "records/first-meeting.yaml";
/// The log.
pub const LOG: &str = "records/log.xlsx";

/// What editors know a charter by, and records: hidden, so that nobody takes it for a record.
pub const SCHEMAS: &str = ".schema";
/// The schema of the charter.
pub const CHARTER_SCHEMA: &str = ".schema/charter.schema.json";
/// The schema of records, under any charter.
pub const RECORD_SCHEMA: &str = ".schema/record.schema.json";

/// Every file, in the order in which they are named.
pub const FILES: [&str; 6] = [CHARTER, README, RECORD, LOG, CHARTER_SCHEMA, RECORD_SCHEMA];

/// One file of the folder.
pub struct StartFile {
    /// Where it lies below the folder: one of [`FILES`].
    pub path: &'static str,
    /// What stands in it.
    pub bytes: Vec<u8>,
}

/// The files of the folder; the same answers give the same bytes.
///
/// # Errors
/// A sentence: what was answered makes no charter, or the workbook cannot be made.
pub fn files(answers: &Answers) -> Result<Vec<StartFile>, SafeText> {
    let text = texts::charter(answers);
    let charter = loaded(&text)?;
    let log = workbook::workbook(&charter)
        .map_err(|error| Redactor::default().redact(&format!("cannot make the log: {error}")))?;
    let schema = |of: Written| {
        let schema = of.schema(None);
        schema
            .map_err(|error| Redactor::default().redact(&format!("cannot make a schema: {error}")))
    };
    let texts = [
        (CHARTER, text),
        (README, texts::readme(answers)),
        (RECORD, texts::record()),
        (CHARTER_SCHEMA, schema(Written::Charter)?),
        (RECORD_SCHEMA, schema(Written::Record)?),
    ];
    let texts = texts.map(|(path, text)| StartFile {
        path,
        bytes: text.into_bytes(),
    });
    let log = StartFile {
        path: LOG,
        bytes: log,
    };
    Ok(texts.into_iter().chain([log]).collect())
}

/// The charter, as an audit will read it.
fn loaded(text: &str) -> Result<Charter, SafeText> {
    let file = File::new(CHARTER, text.as_bytes().to_vec());
    let no_file = |_: &str| Err("there is no other file".to_owned());
    let loaded = load(&mut Sources::default(), Some(file), &no_file);
    loaded.map(|loaded| loaded.charter).map_err(|faults| {
        let redactor = Redactor::default();
        let first = faults.first().map(|fault| redactor.redact(&fault.message));
        safe!("cannot make the charter: {}", first.unwrap_or_default())
    })
}
