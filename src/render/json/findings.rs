//! Findings written while they are made: on every core, in their order, and never all at once.

use std::io::{self, Write};

use rayon::prelude::*;
use serde_json::Serializer;
use serde_json::ser::{Formatter as _, PrettyFormatter};

use crate::report::{Fingerprint, Report, ReportedFinding};

/// So many stand in memory as text, some four megabytes.
const AT_ONCE: usize = 4_096;

/// So many are made by one core before it looks for others.
const TOGETHER: usize = 64;

/// Writes the findings of a report, each with its place among them and what it is known again by.
pub(super) fn write<'a>(
    report: &Report<'a>,
    out: &mut dyn Write,
    one: impl Fn(usize, ReportedFinding<'a>, Fingerprint, &mut Vec<u8>) -> io::Result<()> + Sync,
) -> io::Result<()> {
    let mut findings = report.findings().zip(report.fingerprints()).enumerate();
    loop {
        let some: Vec<_> = findings.by_ref().take(AT_ONCE).collect();
        if some.is_empty() {
            return Ok(());
        }
        let texts = some.par_chunks(TOGETHER).map(|few| {
            let mut text = Vec::new();
            for (at, (finding, print)) in few {
                one(*at, *finding, *print, &mut text)?;
            }
            Ok(text)
        });
        for text in texts.collect::<io::Result<Vec<Vec<u8>>>>()? {
            out.write_all(&text)?;
        }
    }
}

/// What writes a value as it stands in a list of the document.
pub(super) fn in_a_list(
    text: &mut Vec<u8>,
) -> io::Result<Serializer<&mut Vec<u8>, PrettyFormatter<'static>>> {
    let mut formatter = PrettyFormatter::new();
    // Within the document, and within the list.
    formatter.begin_object(&mut io::sink())?;
    formatter.begin_array(&mut io::sink())?;
    Ok(Serializer::with_formatter(text, formatter))
}
