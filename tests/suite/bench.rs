//! A charter and records in memory, read once and judged as often as a test likes.

use std::sync::LazyLock;

use charter_audit::audit::{Audit, AuditScope, audit};
use charter_audit::charter::{self, BUILT_IN, BUILT_IN_NAME, LoadedCharter};
use charter_audit::render::{self, Format, check, json};
use charter_audit::report::{Earlier, Outcome, Report, Threshold, document};
use charter_audit::rules::{Severity, Verdict};
use engagement_records::read::{self, File, Period, ReadSettings, Reading};
use located::source::{Source, Sources};

/// A file for the readers.
pub(crate) fn file(name: &str, text: &str) -> File {
    File::new(name.to_owned(), text.as_bytes().to_vec())
}

/// Only breaches count.
const BREACHES: Threshold = Threshold {
    fail_on: Some(Severity::Breach),
    strict: false,
    ignore_elapsed: false,
};

/// The built-in charter. Reading it takes longer than most tests, and thousands of benches want it.
static BUILT_IN_CHARTER: LazyLock<LoadedCharter> = LazyLock::new(|| {
    let no_file = |_: &str| Err("no such file".to_owned());
    charter::load(&mut Sources::default(), None, &no_file).unwrap()
});

/// The built-in charter, as if it were the first that these sources hold.
fn built_in(sources: &mut Sources) -> LoadedCharter {
    assert!(sources.is_empty());
    sources.add(Source::new(BUILT_IN_NAME.to_owned(), BUILT_IN.to_owned()));
    LoadedCharter {
        charter: BUILT_IN_CHARTER.charter.clone(),
        name: BUILT_IN_CHARTER.name.clone(),
        digest: BUILT_IN_CHARTER.digest.clone(),
        remarks: Vec::new(),
    }
}

fn read(sources: &mut Sources, charter: &LoadedCharter, records: &[(&str, &str)]) -> Reading {
    let files = records.iter().map(|(name, text)| file(name, text));
    let settings = charter.charter.read_settings(Period::default());
    read::records(sources, files.collect(), &settings, &())
}

/// A charter and records, read; judged as often as a test likes.
pub(crate) struct Bench {
    pub(crate) sources: Sources,
    pub(crate) charter: LoadedCharter,
    pub(crate) reading: Reading,
}

impl Bench {
    /// Records under the built-in charter.
    pub(crate) fn new(records: &[(&str, &str)]) -> Self {
        Self::under(None, records)
    }

    /// Records under a charter of the test's own.
    pub(crate) fn under(charter: Option<&str>, records: &[(&str, &str)]) -> Self {
        let mut sources = Sources::default();
        let charter = match charter {
            None => built_in(&mut sources),
            Some(text) => {
                let own = Some(file("charter.yaml", text));
                charter::load(&mut sources, own, &|_| Err("no such file".to_owned()))
                    .unwrap_or_else(|faults| panic!("{faults:#?}"))
            }
        };
        let reading = read(&mut sources, &charter, records);
        Bench {
            sources,
            charter,
            reading,
        }
    }

    /// Other records under the same charter.
    pub(crate) fn read(&mut self, records: &[(&str, &str)]) {
        self.reading = read(&mut self.sources, &self.charter, records);
    }

    /// Files of any format under the built-in charter.
    pub(crate) fn of_bytes(files: Vec<(&str, Vec<u8>)>) -> Self {
        Bench::of_files(files, true)
    }

    /// The same, where files are about the same meetings and each is read for itself.
    pub(crate) fn apart(files: Vec<(&str, Vec<u8>)>) -> Self {
        Bench::of_files(files, false)
    }

    fn of_files(files: Vec<(&str, Vec<u8>)>, join: bool) -> Self {
        let mut bench = Bench::new(&[]);
        let files = files
            .into_iter()
            .map(|(name, bytes)| File::new(name, bytes));
        let settings = ReadSettings {
            join,
            ..bench.charter.charter.read_settings(Period::default())
        };
        bench.reading = read::records(&mut bench.sources, files.collect(), &settings, &());
        bench
    }

    pub(crate) fn audit(&self, as_of: &str) -> Audit<'_> {
        self.asked(&AuditScope::as_of(as_of.parse().unwrap()))
    }

    pub(crate) fn asked(&self, question: &AuditScope) -> Audit<'_> {
        audit(
            &self.charter.charter,
            &self.reading.records,
            &self.sources,
            question,
            &(),
        )
    }

    /// The verdict on one clause about the subject with this id.
    pub(crate) fn verdict(&self, as_of: &str, clause: &str, id: &str) -> Verdict {
        let audit = self.audit(as_of);
        audit
            .findings
            .iter()
            .find(|finding| finding.clause.id == clause && finding.about.id == id)
            .unwrap_or_else(|| panic!("no finding for {clause} about {id}"))
            .verdict
    }

    /// The codes of all faults, with line and column.
    pub(crate) fn faults(&self) -> Vec<(&'static str, usize, usize)> {
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
    pub(crate) fn report<T>(&self, as_of: &str, look: impl FnOnce(&Report<'_>) -> T) -> T {
        self.against(as_of, None, look)
    }

    /// The report as text, compared with an earlier audit.
    pub(crate) fn report_against(&self, as_of: &str, earlier: &Earlier) -> String {
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
        self.report_on(&question, earlier, look)
    }

    /// What a test sees in the report of an audit that was asked for so much.
    pub(crate) fn report_on<T>(
        &self,
        question: &AuditScope,
        earlier: Option<&Earlier>,
        look: impl FnOnce(&Report<'_>) -> T,
    ) -> T {
        let audit = self.asked(question);
        let report = Report::new(
            &self.charter,
            question,
            &audit,
            &self.reading,
            &self.sources,
            BREACHES,
        );
        look(&report.against(earlier))
    }

    /// Everything that `check` and `report` write as text, one after the other, and how it ended.
    pub(crate) fn outputs(&self, as_of: &str) -> (String, Outcome) {
        self.report(as_of, |report| {
            let shown = check::Shown {
                detail: check::Detail::Verbose,
                most: 0,
                colour: false,
            };
            let mut all = check::render(report, shown);
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
pub(crate) fn unpacked(bytes: Vec<u8>) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|at| std::io::read_to_string(archive.by_index(at).unwrap()).unwrap())
        .collect()
}

/// The text of one file in a packed one.
pub(crate) fn part(bytes: Vec<u8>, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    std::io::read_to_string(archive.by_name(name).unwrap()).unwrap()
}

/// The JSON report of an audit.
pub(crate) fn json_of(bench: &Bench, as_of: &str) -> String {
    bench.report(as_of, |report| json::render(report).unwrap())
}
