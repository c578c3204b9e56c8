//! The tests of the whole: one binary, one file per promise that the program makes.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::format_collect,
    clippy::string_slice,
    reason = "a test that meets the unexpected should stop at once, and tests have files of their own"
)]

mod boundaries;
mod charters;
mod cli;
mod confidential;
mod convert;
mod custom;
mod deadlines;
mod engine;
mod example;
mod faults;
mod field_page;
mod folders;
mod formats;
mod forms;
mod generated;
mod governance;
mod hostile;
mod house;
mod other_charters;
mod pages;
mod readme;
mod safe_text;
mod tables;
mod texts;
mod trials;
mod view;
mod yaml;

use std::path::{Path, PathBuf};

use assert_cmd::Command;
use charter_audit::audit::{Audit, AuditScope, audit};
use charter_audit::read::{self, File, LoadedCharter, Period, Reading};
use charter_audit::render::{self, Format, check, json};
use charter_audit::report::{Earlier, Outcome, Report, Threshold, document};
use charter_audit::rules::{Severity, Verdict};
use located::source::Sources;

/// A file for the readers.
fn file(name: &str, text: &str) -> File {
    File::new(name.to_owned(), text.as_bytes().to_vec())
}

/// The root of the repository.
fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Runs the program at the root: the exit code, standard output and standard error.
fn run(args: &[&str]) -> (i32, String, String) {
    run_in(&root(), args)
}

/// Runs the program in a folder.
fn run_in(folder: &Path, args: &[&str]) -> (i32, String, String) {
    let output = Command::cargo_bin("charter-audit")
        .unwrap()
        .current_dir(folder)
        .args(args)
        .output()
        .unwrap();
    (
        output.status.code().unwrap(),
        String::from_utf8(output.stdout).unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

/// Only breaches count.
const BREACHES: Threshold = Threshold {
    fail_on: Severity::Breach,
    strict: false,
};

/// A charter and records, read; judged as often as a test likes.
struct Bench {
    sources: Sources,
    charter: LoadedCharter,
    reading: Reading,
}

impl Bench {
    /// Records under the built-in charter.
    fn new(records: &[(&str, &str)]) -> Self {
        Self::under(None, records)
    }

    /// Records under a charter of the test's own.
    fn under(charter: Option<&str>, records: &[(&str, &str)]) -> Self {
        let mut sources = Sources::default();
        let own = charter.map(|text| file("charter.yaml", text));
        let charter = read::charter(&mut sources, own, &|_| Err("no such file".to_owned()))
            .unwrap_or_else(|faults| panic!("{faults:#?}"));
        let files = records
            .iter()
            .map(|(name, text)| file(name, text))
            .collect();
        let reading = read::records(
            &mut sources,
            files,
            &charter.charter,
            Period::default(),
            &(),
        );
        Bench {
            sources,
            charter,
            reading,
        }
    }

    /// Files of any format under the built-in charter.
    fn of_bytes(files: Vec<(&str, Vec<u8>)>) -> Self {
        let mut bench = Bench::new(&[]);
        let files = files
            .into_iter()
            .map(|(name, bytes)| File::new(name, bytes));
        let charter = &bench.charter.charter;
        let period = Period::default();
        bench.reading = read::records(&mut bench.sources, files.collect(), charter, period, &());
        bench
    }

    fn audit(&self, as_of: &str) -> Audit<'_> {
        self.asked(&AuditScope::as_of(as_of.parse().unwrap()))
    }

    fn asked(&self, question: &AuditScope) -> Audit<'_> {
        audit(
            &self.charter.charter,
            &self.reading.records,
            &self.sources,
            question,
            &(),
        )
    }

    /// The verdict on one clause about the subject with this id.
    fn verdict(&self, as_of: &str, clause: &str, id: &str) -> Verdict {
        let audit = self.audit(as_of);
        audit
            .findings
            .iter()
            .find(|finding| finding.clause.id == clause && finding.about.id == id)
            .unwrap_or_else(|| panic!("no finding for {clause} about {id}"))
            .verdict
    }

    /// The codes of all faults, with line and column.
    fn faults(&self) -> Vec<(&'static str, usize, usize)> {
        self.reading
            .faults
            .iter()
            .map(|fault| {
                let (line, column) = self.sources.line_column(fault.span().unwrap());
                (fault.code, line, column)
            })
            .collect()
    }

    /// What a test sees in the report of an audit.
    fn report<T>(&self, as_of: &str, look: impl FnOnce(&Report<'_>) -> T) -> T {
        self.against(as_of, None, look)
    }

    /// The report as text, compared with an earlier audit.
    fn report_against(&self, as_of: &str, earlier: &Earlier) -> String {
        self.against(as_of, Some(earlier), |report| {
            render::text::render(&document(report))
        })
    }

    fn against<T>(
        &self,
        as_of: &str,
        earlier: Option<&Earlier>,
        look: impl FnOnce(&Report<'_>) -> T,
    ) -> T {
        let question = AuditScope::as_of(as_of.parse().unwrap());
        let audit = self.asked(&question);
        let report = Report::new(
            &self.charter,
            &question,
            &audit,
            &self.reading,
            &self.sources,
            BREACHES,
        );
        look(&report.against(earlier))
    }

    /// Everything that `check` and `report` write as text, one after the other, and how it ended.
    fn outputs(&self, as_of: &str) -> (String, Outcome) {
        self.report(as_of, |report| {
            let mut all = check::render(report, check::Detail::Verbose, false);
            for format in Format::ALL {
                let bytes = render::report(report, *format).unwrap();
                all.push_str(&if format.is_text() {
                    String::from_utf8(bytes).unwrap()
                } else {
                    unpacked(bytes)
                });
            }
            (all, report.outcome)
        })
    }
}

/// The texts of all files in a packed one.
fn unpacked(bytes: Vec<u8>) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|at| std::io::read_to_string(archive.by_index(at).unwrap()).unwrap())
        .collect()
}

/// The JSON report of an audit.
fn json_of(bench: &Bench, as_of: &str) -> String {
    bench.report(as_of, |report| json::render(report).unwrap())
}
