//! A charter, read once, and what is asked of any reading.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use charter_audit::audit::{Audit, AuditScope, audit};
use charter_audit::charter::{self, BUILT_IN, BUILT_IN_NAME, LoadedCharter};
use charter_audit::report::{Report, Threshold};
use charter_audit::rules::{Severity, Verdict};
use engagement_records::convert::convert;
use engagement_records::read::{self, File, Format, Period, Reading};
use engagement_records::record::SubjectKind;
use located::diagnostic::Diagnostic;
use located::source::{Source, Sources};

/// The day at whose end every input is judged.
pub(super) const AS_OF: &str = "2026-06-01";

/// The built-in charter.
static CHARTER: LazyLock<LoadedCharter> = LazyLock::new(|| {
    charter::load(&mut Sources::default(), None, &|_| {
        Err("no such file".to_owned())
    })
    .unwrap()
});

/// Files under the built-in charter.
pub(super) struct Bench {
    pub(super) sources: Sources,
    pub(super) reading: Reading,
}

/// How often each verdict was given, by clause and subject.
pub(super) type Verdicts = BTreeMap<(String, String, Verdict), usize>;

pub(super) fn built_in() -> &'static LoadedCharter {
    &CHARTER
}

pub(super) fn file(name: &str, format: Format, bytes: &[u8]) -> File {
    File {
        format: Some(format),
        ..File::new(name, bytes)
    }
}

impl Bench {
    pub(super) fn new(files: Vec<File>) -> Self {
        let mut sources = Sources::default();
        sources.add(Source::new(BUILT_IN_NAME.to_owned(), BUILT_IN.to_owned()));
        let settings = CHARTER.charter.read_settings(Period::default());
        let reading = read::records(&mut sources, files, &settings, &());
        Bench { sources, reading }
    }

    /// Every place that a fault names is a part of its file, and cuts no letter.
    pub(super) fn places_hold(&self) {
        places_hold(&self.sources, &self.reading.faults);
    }

    fn audit(&self, scope: &AuditScope) -> Audit<'_> {
        audit(
            &CHARTER.charter,
            &self.reading.records,
            &self.sources,
            scope,
            &(),
        )
    }

    pub(super) fn report<T>(&self, look: impl FnOnce(&Report<'_>) -> T) -> T {
        let scope = scope();
        let audit = self.audit(&scope);
        let threshold = Threshold {
            fail_on: Some(Severity::Breach),
            strict: false,
            ignore_elapsed: false,
        };
        look(&Report::new(
            &CHARTER,
            &scope,
            &audit,
            &self.reading,
            &self.sources,
            threshold,
        ))
    }

    /// The verdicts about everything but files, by clause and what the subject is called.
    pub(super) fn verdicts(&self) -> Verdicts {
        self.verdicts_without(&|_, _| false)
    }

    /// The same without some, by clause and what the subject is called.
    pub(super) fn verdicts_without(&self, left_out: &dyn Fn(&str, &str) -> bool) -> Verdicts {
        let audit = self.audit(&scope());
        let mut all = Verdicts::new();
        for finding in &audit.findings {
            let (clause, name) = (finding.clause.id.as_str(), &*finding.about.name);
            if finding.about.kind != SubjectKind::File && !left_out(clause, name) {
                let key = (clause.to_owned(), name.to_owned(), finding.verdict);
                *all.entry(key).or_default() += 1;
            }
        }
        all
    }

    /// By clause and subject, that for which the file has no place.
    pub(super) fn without_place(&self) -> Vec<(String, String)> {
        let audit = self.audit(&scope());
        let without = audit.findings.iter().filter(|one| one.no_place.is_some());
        without
            .map(|one| (one.clause.id.clone(), one.about.name.to_string()))
            .collect()
    }
}

/// A file, converted into files of single records, and whether something was left out of them that may
/// identify somebody.
pub(super) fn converted(from: File) -> (Vec<File>, bool) {
    let conversion = convert(
        &mut Sources::default(),
        vec![from],
        &CHARTER.charter.read_settings(Period::default()),
        &CHARTER.charter.redactor,
        &(),
    );
    let records = conversion.records.into_iter();
    let files = records.map(|record| File::new(record.name, record.text.into_bytes()));
    (files.collect(), !conversion.left_out.is_empty())
}

/// Every place that a fault names is a part of its file, and cuts no letter.
pub(super) fn places_hold(sources: &Sources, faults: &[Diagnostic]) {
    for label in faults.iter().flat_map(|fault| &fault.labels) {
        let text = sources.get(label.span.source).unwrap().text();
        assert!(
            text.get(label.span.range()).is_some(),
            "{:?} of {} bytes",
            label.span.range(),
            text.len()
        );
    }
}

/// Everything, at the end of one day.
fn scope() -> AuditScope {
    AuditScope::as_of(AS_OF.parse().unwrap())
}
