//! The same records in one file: a line of JSON each, or a row of a table.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use rust_xlsxwriter::Workbook;
use serde_json::Value;

use crate::generate;

/// So many records have every field between them.
const TELLING: usize = 2_000;

/// Whether records can be written into one file of this name.
pub(crate) fn is_format(path: &Path) -> bool {
    matches!(ending(path), "jsonl" | "csv" | "xlsx")
}

fn ending(path: &Path) -> &str {
    let ending = path.extension();
    ending.and_then(|ending| ending.to_str()).unwrap_or("")
}

/// Writes the first so many records into a file, in the format that its name ends in.
pub(crate) fn write(path: &Path, count: usize) -> Result<()> {
    let file = || File::create(path).with_context(|| format!("cannot write {}", path.display()));
    match ending(path) {
        "jsonl" => {
            let mut out = BufWriter::new(file()?);
            for record in records(count) {
                serde_json::to_writer(&mut out, &record?)?;
                out.write_all(b"\n")?;
            }
            out.flush()?;
        }
        "csv" => {
            let mut out = csv::Writer::from_writer(BufWriter::new(file()?));
            for row in rows(count)? {
                out.write_record(row?)?;
            }
            out.flush()?;
        }
        "xlsx" => {
            let mut book = Workbook::new();
            let sheet = book.add_worksheet();
            for (number, row) in rows(count)?.enumerate() {
                for (column, cell) in row?.into_iter().enumerate() {
                    sheet.write(u32::try_from(number)?, u16::try_from(column)?, cell)?;
                }
            }
            book.save(path)?;
        }
        _ => bail!("{} ends in none of .jsonl, .csv and .xlsx", path.display()),
    }
    Ok(())
}

/// The records as a library reads them that is not ours.
fn records(count: usize) -> impl Iterator<Item = Result<Value>> {
    generate::files(count).map(|file| {
        let record = serde_yaml::from_slice(&file.bytes);
        record.with_context(|| format!("{} is not well formed", file.name))
    })
}

/// A row of headings and a row for each record. What is a list of groups has no place in a row.
fn rows(count: usize) -> Result<impl Iterator<Item = Result<Vec<String>>>> {
    let mut headings: Vec<String> = Vec::new();
    for record in records(TELLING) {
        for (heading, _) in cells(&record?) {
            if !headings.contains(&heading) {
                headings.push(heading);
            }
        }
    }
    let head = headings.clone();
    let rows = records(count).map(move |record| {
        let mut row = vec![String::new(); headings.len()];
        for (heading, cell) in cells(&record?) {
            let at = headings.iter().position(|known| *known == heading);
            let place = at.and_then(|at| row.get_mut(at));
            *place.with_context(|| format!("`{heading}` is in no earlier record"))? = cell;
        }
        Ok(row)
    });
    Ok(std::iter::once(Ok(head)).chain(rows))
}

/// The single values of a record, each under the name of its field, with those of the groups around
/// it before it.
fn cells(record: &Value) -> Vec<(String, String)> {
    let mut cells = Vec::new();
    gather("", record, &mut cells);
    cells
}

fn gather(name: &str, value: &Value, cells: &mut Vec<(String, String)>) {
    match value {
        Value::Object(fields) => {
            for (field, value) in fields {
                let dot = if name.is_empty() { "" } else { "." };
                gather(&format!("{name}{dot}{field}"), value, cells);
            }
        }
        Value::Array(items) => {
            let words: Option<Vec<&str>> = items.iter().map(Value::as_str).collect();
            cells.extend(words.map(|words| (name.to_owned(), words.join(", "))));
        }
        Value::String(text) => cells.push((name.to_owned(), text.clone())),
        Value::Null => {}
        Value::Bool(_) | Value::Number(_) => cells.push((name.to_owned(), value.to_string())),
    }
}
