//! Where the result of an audit goes, and in which formats.

use std::path::PathBuf;

use anyhow::{Result, bail};
use charter_audit::render::Format;
use closed_words::listed;

use crate::{args, world};

/// When a command prints its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Prints {
    /// Always: in a pipeline somebody reads it, whatever else is written.
    Always,
    /// Only where no file is written.
    WithoutFiles,
}

/// What is written.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Outputs {
    /// The format of what goes to standard output, if anything does.
    pub(crate) printed: Option<Format>,
    /// Files with their formats.
    pub(crate) files: Vec<(PathBuf, Format)>,
}

impl Outputs {
    /// What the results hold of each record until they are written, in bytes: about twice what was
    /// measured, but for workbooks, which take 65,000.
    pub(crate) fn bytes_of_a_record(&self, details: bool) -> u64 {
        let of = |format: Format| match format {
            Format::Text | Format::Ascii | Format::Markdown | Format::Docx => {
                if details {
                    20_000
                } else {
                    0
                }
            }
            // They are written while they are made.
            Format::Json | Format::JsonLines => 1_000,
            Format::Html | Format::Sarif | Format::Junit | Format::Github | Format::Gitlab => 8_000,
            Format::Csv => 15_000,
            Format::Xlsx => 80_000,
        };
        let files = self.files.iter().map(|(_, format)| *format);
        files.chain(self.printed).map(of).sum()
    }

    /// What was asked for.
    pub(crate) fn of(args: &args::AuditArgs, prints: Prints) -> Result<Outputs> {
        let text = args.format.unwrap_or(Format::Text);
        if args.output.is_empty() {
            if !text.is_text() && world::prints_to_a_terminal() {
                bail!(
                    "a terminal cannot show {0}; write it to a file, such as -o report.{0}",
                    text.word()
                );
            }
            if text == Format::Xlsx {
                world::workbooks_can_be_written()?;
            }
            return Ok(Outputs {
                printed: Some(text),
                files: Vec::new(),
            });
        }
        if args.format.is_some() && args.output.len() > 1 {
            bail!("with several files, the ending of each says its format; leave out --format");
        }
        let mut files: Vec<(PathBuf, Format)> = Vec::new();
        for path in &args.output {
            if world::is_standard_input(path) {
                bail!("`-` is no file; leave out -o to print the result");
            }
            let named = Format::of_name(&path.to_string_lossy());
            // A name without an ending, such as that of a device, says nothing against a text.
            let plain = path.extension().is_none().then_some(Format::Text);
            let Some(format) = args.format.or(named).or(plain) else {
                bail!(
                    "the name of {} does not say in which format to write it: end it with {}, or say \
                     --format",
                    world::name(path),
                    listed(Format::endings().map(|ending| format!(".{ending}")), "or")
                );
            };
            if files.iter().any(|(known, _)| known == path) {
                bail!("{} is given twice", world::name(path));
            }
            if format == Format::Xlsx {
                world::workbooks_can_be_written()?;
            }
            files.push((path.clone(), format));
        }
        Ok(Outputs {
            printed: (prints == Prints::Always).then_some(Format::Text),
            files,
        })
    }
}
