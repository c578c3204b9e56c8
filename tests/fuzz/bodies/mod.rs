//! What each fuzz target does with an input, and what must hold of it. The suite runs the same over the
//! seeds, so nothing here needs more than a stable compiler.

mod bench;
mod charter;
mod conditions;
mod readers;
mod redaction;
mod renderers;
mod two_readings;
mod values;
mod workbooks;

use engagement_records::read::Format;

/// A target: its name, and what it does with an input.
pub type Target = (&'static str, fn(&[u8]));

/// All of them.
pub const TARGETS: &[Target] = &[
    ("yaml", |data| readers::read(Format::Yaml, data)),
    ("json", |data| readers::read(Format::Json, data)),
    ("json_lines", |data| readers::read(Format::JsonLines, data)),
    ("csv", |data| readers::read(Format::Csv, data)),
    ("xlsx", workbooks::xlsx),
    ("ods", workbooks::ods),
    ("xls", |data| readers::read(Format::Xls, data)),
    ("calendar", |data| readers::read(Format::Calendar, data)),
    ("markdown", |data| readers::read(Format::Markdown, data)),
    ("values", values::values),
    ("charter", charter::charter),
    ("conditions", conditions::conditions),
    ("redaction", redaction::redaction),
    ("renderers", renderers::renderers),
    ("two_readings", two_readings::two_readings),
];

/// Runs the target of a name.
///
/// # Panics
/// Where something does not hold, or there is no such target.
pub fn run(name: &str, data: &[u8]) {
    let target = TARGETS.iter().find(|(known, _)| *known == name);
    let (_, body) = target.unwrap_or_else(|| panic!("no target {name}"));
    body(data);
}
