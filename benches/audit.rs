//! Times the stages of an audit one by one, and writes folders of records for timing the whole
//! program from outside. The README beside this file says how to use it.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a benchmark reads and writes folders and prints its table, as the program does"
)]

mod floors;
mod generate;
mod in_one_file;

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use charter_audit::audit::{Audit, AuditScope, audit};
use charter_audit::charter::{self, LoadedCharter};
use charter_audit::render::{check, json, text};
use charter_audit::report::{self, Report, Threshold};
use charter_audit::rules::Severity;
use engagement_records::read::{self, File, Period, Reading};
use granit_parser::Parser;
use ignore::WalkBuilder;
use located::diagnostic::Level;
use located::source::Sources;
use rayon::prelude::*;

const USAGE: &str = "\
usage: cargo bench --bench audit
       cargo bench --bench audit -- stages FOLDER
       cargo bench --bench audit -- write FOLDER [NUMBER OF RECORDS]
       cargo bench --bench audit -- write FILE.jsonl|FILE.csv|FILE.xlsx [NUMBER OF RECORDS]
       cargo bench --bench audit -- floor read|events|cel FOLDER";

/// How often each stage is timed. Odd, so that one of them is the median.
const RUNS: usize = 7;

/// How many records `write` makes unless told otherwise.
const WRITTEN: usize = 10_000;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    // Cargo adds an argument of its own, `--bench`.
    let words: Vec<&str> = arguments
        .iter()
        .map(String::as_str)
        .filter(|argument| !argument.starts_with("--"))
        .collect();
    match words.as_slice() {
        // Without `--bench`, this is `cargo test --all-targets`, which only wants to see it run.
        [] if !arguments.iter().any(|argument| argument == "--bench") => made_up(50, 1),
        [] => made_up(2_000, RUNS),
        ["stages", folder] => stages(&Corpus::Folder(records_in(folder)?), RUNS).map(|_| ()),
        ["floor", name, folder] => {
            let amount = floors::run(name, &records_in(folder)?)?;
            println!("{name}: {amount}");
            Ok(())
        }
        ["write", folder] => write(Path::new(folder), WRITTEN),
        ["write", folder, count] => {
            let count = count
                .parse()
                .with_context(|| format!("`{count}` is not a number of records\n{USAGE}"))?;
            write(Path::new(folder), count)
        }
        _ => bail!("{USAGE}"),
    }
}

/// Times the stages on records that never touch the disk. They have no faults, and if they do, the
/// fields of records have changed and the generator has to follow.
fn made_up(count: usize, runs: usize) -> Result<()> {
    let faults = stages(&Corpus::Memory(generate::files(count).collect()), runs)?;
    if let Some(fault) = faults {
        bail!("the generated records no longer fit the program: {fault}");
    }
    Ok(())
}

/// Writes records into a folder or one file, for timing the program from outside.
fn write(folder: &Path, count: usize) -> Result<()> {
    if in_one_file::is_format(folder) {
        return in_one_file::write(folder, count);
    }
    // Records left from another time would be timed with the new ones, unseen.
    if folder.exists() && std::fs::read_dir(folder)?.next().is_some() {
        bail!("{} is not empty; name a new folder", folder.display());
    }
    let mut bytes = 0;
    let mut lines = 0;
    for file in generate::files(count) {
        let path = folder.join(&file.name);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)?;
        }
        bytes += file.bytes.len();
        lines += std::str::from_utf8(&file.bytes).map_or(0, |text| text.lines().count());
        std::fs::write(&path, &file.bytes)
            .with_context(|| format!("cannot write {}", path.display()))?;
    }
    println!(
        "{count} records, {lines} lines, {bytes} bytes in {}; audit them as of {}",
        folder.display(),
        generate::AS_OF
    );
    Ok(())
}

/// Where the bytes of the records come from.
enum Corpus {
    /// Files on the disk.
    Folder(Vec<PathBuf>),
    /// Texts that were just made.
    Memory(Vec<File>),
}

impl Corpus {
    /// Reads every file on every core, as the program does, or copies what is in memory.
    fn read(&self) -> Result<Vec<File>> {
        match self {
            Corpus::Folder(paths) => paths
                .par_iter()
                .map(|path| {
                    let bytes = std::fs::read(path)
                        .with_context(|| format!("cannot read {}", path.display()))?;
                    let name = path.to_string_lossy().into_owned();
                    Ok(File::new(name, bytes))
                })
                .collect(),
            Corpus::Memory(files) => Ok(files.iter().map(copy).collect()),
        }
    }

    /// What reading is called in the table.
    fn reading(&self) -> &'static str {
        match self {
            Corpus::Folder(_) => "read the bytes",
            Corpus::Memory(_) => "copy the bytes",
        }
    }
}

fn copy(file: &File) -> File {
    File::new(file.name.clone(), file.bytes.clone())
}

/// The files of records in a folder, in the order of their names.
fn records_in(folder: &str) -> Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in WalkBuilder::new(folder).build() {
        let path = entry?.into_path();
        let yaml = path
            .extension()
            .is_some_and(|ending| ending == "yaml" || ending == "yml");
        if yaml && path.file_name().is_some_and(|name| name != "charter.yaml") {
            paths.push(path);
        }
    }
    if paths.is_empty() {
        bail!("there are no YAML files in {folder}");
    }
    paths.sort();
    Ok(paths)
}

/// What an audit needs before it can begin, as the reader left it.
struct Read {
    sources: Sources,
    charter: LoadedCharter,
    reading: Reading,
}

/// Times every stage, prints the table, and hands back the first fault of the records.
fn stages(corpus: &Corpus, runs: usize) -> Result<Option<String>> {
    let mut table = Table::new(runs);
    let files = table.time(corpus.reading(), || Ok(()), |()| corpus.read())?;
    table.time(
        &format!("{}, parse to YAML events", corpus.reading()),
        || Ok(()),
        |()| Ok(events(&corpus.read()?)),
    )?;
    let read = table.time(
        "bytes to records",
        || Ok((built_in()?, files.iter().map(copy).collect())),
        |((mut sources, charter), files): (_, Vec<File>)| {
            let reading = read::records(
                &mut sources,
                files,
                &charter.charter.read_settings(Period::default()),
                &(),
            );
            Ok(Read {
                sources,
                charter,
                reading,
            })
        },
    )?;
    let scope = AuditScope::as_of(generate::AS_OF);
    let judged = table.time(
        "records to findings",
        || Ok(()),
        |()| {
            Ok(audit(
                &read.charter.charter,
                &read.reading.records,
                &read.sources,
                &scope,
                &(),
            ))
        },
    )?;
    let reports = Reports {
        read: &read,
        scope: &scope,
        judged: &judged,
    };
    reports.time(&mut table)?;
    describe(&files, &read.reading, &judged);
    table.print(read.reading.records.len());
    let fault = read
        .reading
        .faults
        .iter()
        .find(|fault| fault.level == Level::Error);
    Ok(fault.map(|fault| format!("{fault:?}")))
}

/// Parses every file on every core, and counts the events so that nothing is left undone. What is
/// not well formed counts up to there.
fn events(files: &[File]) -> usize {
    files
        .par_iter()
        .filter_map(|file| std::str::from_utf8(&file.bytes).ok())
        .map(|text| Parser::new_from_str(text).map_while(Result::ok).count())
        .sum()
}

/// The built-in charter, so that two folders are measured by the same one. It is read anew for
/// every run because the places in it are counted together with those of the records.
fn built_in() -> Result<(Sources, LoadedCharter)> {
    let mut sources = Sources::default();
    let charter = charter::load(&mut sources, None, &|_| Err(String::new()));
    match charter {
        Ok(charter) => Ok((sources, charter)),
        Err(faults) => bail!("the built-in charter has {} faults", faults.len()),
    }
}

/// The last stage: everything that can be made of one audit.
struct Reports<'a> {
    read: &'a Read,
    scope: &'a AuditScope,
    judged: &'a Audit<'a>,
}

impl<'a> Reports<'a> {
    fn time(&self, table: &mut Table) -> Result<()> {
        table.time(
            "findings to text report",
            || Ok(()),
            |()| Ok(text::render(&report::document(&self.report()))),
        )?;
        table.time(
            "findings to JSON report",
            || Ok(()),
            |()| Ok(json::render(&self.report())?),
        )?;
        table.time(
            "findings to `check` output",
            || Ok(()),
            |()| {
                let shown = check::Shown {
                    detail: check::Detail::Normal,
                    most: 50,
                    colour: false,
                };
                Ok(check::render(&self.report(), shown))
            },
        )?;
        Ok(())
    }

    fn report(&self) -> Report<'a> {
        Report::new(
            &self.read.charter,
            self.scope,
            self.judged,
            &self.read.reading,
            &self.read.sources,
            Threshold {
                fail_on: Some(Severity::Breach),
                strict: false,
                ignore_elapsed: false,
            },
        )
    }
}

/// Says what was measured, because a time without it means nothing.
fn describe(files: &[File], reading: &Reading, judged: &Audit<'_>) {
    let bytes: usize = files.iter().map(|file| file.bytes.len()).sum();
    println!(
        "{} files, {bytes} bytes, {} records, {} faults, {} findings, {} threads",
        files.len(),
        reading.records.len(),
        reading.faults.len(),
        judged.findings.len(),
        rayon::current_num_threads()
    );
}

/// The times of every stage so far.
struct Table {
    runs: usize,
    rows: Vec<(String, Vec<Duration>)>,
}

impl Table {
    fn new(runs: usize) -> Self {
        Table {
            runs,
            rows: Vec::new(),
        }
    }

    /// Times one stage and hands back what the last run made. What a run needs is prepared, and
    /// what it made is dropped, while the clock stands still. The first run is not counted: it
    /// finds the disk and the caches cold.
    fn time<P, T>(
        &mut self,
        stage: &str,
        mut prepare: impl FnMut() -> Result<P>,
        mut work: impl FnMut(P) -> Result<T>,
    ) -> Result<T> {
        let mut made = work(prepare()?)?;
        let mut times = Vec::with_capacity(self.runs);
        for _ in 0..self.runs {
            drop(made);
            let prepared = prepare()?;
            let begun = Instant::now();
            made = black_box(work(black_box(prepared))?);
            times.push(begun.elapsed());
        }
        times.sort();
        self.rows.push((stage.to_owned(), times));
        Ok(made)
    }

    /// Prints minimum and median of every stage, and how many records the median makes a second.
    fn print(&self, records: usize) {
        println!();
        println!(
            "{:<38} {:>9} {:>9} {:>11}",
            "stage", "min s", "median s", "records/s"
        );
        for (stage, times) in &self.rows {
            let least = times.first().copied().unwrap_or_default();
            let median = times.get(times.len() / 2).copied().unwrap_or_default();
            let rate = records as u128 * 1_000_000_000 / median.as_nanos().max(1);
            println!(
                "{stage:<38} {:>9.4} {:>9.4} {rate:>11}",
                least.as_secs_f64(),
                median.as_secs_f64()
            );
        }
    }
}
