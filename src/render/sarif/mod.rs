//! SARIF 2.1.0, as code scanning and editors read it. Only what needs somebody is a result; what was
//! kept is counted.

mod format;
mod texts;

use format::{
    Artifact, ArtifactLocation, BaselineState, Configuration, Descriptor, Driver, Invocation, Log,
    Logical, Message, Multiformat, Notification, PartialFingerprints, Physical, Result as Found,
    ResultKind, ResultLevel, ResultLocation, ResultRegion, RuleProperties, RunProperties, SarifRun,
    Suppression, Tool,
};

use texts::{help, message, uri};

use super::format::Description;
use crate::report::words::grouped;
use crate::report::{self, Fingerprint, Report, ReportedClause, ReportedFault, ReportedFinding};
use crate::report::{NumberFrom, numbers, summary};
use crate::report_format::PROGRAM;
use crate::rules::{Severity, Verdict};
use identifiers::safe;
use identifiers::text::SafeText;
use located::diagnostic::Level as FaultLevel;

/// GitHub refuses a run with more results.
const MOST_RESULTS: usize = 25_000;

/// GitHub shows no more places of one result.
const MOST_PLACES: usize = 100;

/// GitHub refuses a longer description of a rule, in characters.
const LONGEST_DESCRIPTION: usize = 1_024;

/// See [`Description`].
pub(super) const FORMAT: Description = Description {
    word: "sarif",
    endings: &["sarif"],
    about: "For code scanning and editors: SARIF 2.1.0",
    is_text: true,
    render: |report, out| out.write_all(&render(report)?),
};

/// Writes the report.
///
/// # Errors
/// Only when there is not enough memory for the text.
pub(super) fn render(report: &Report<'_>) -> Result<Vec<u8>, serde_json::Error> {
    let mut text = serde_json::to_vec_pretty(&log(report))?;
    text.push(b'\n');
    Ok(text)
}

fn log(report: &Report<'_>) -> Log {
    let clauses: Vec<ReportedClause<'_>> = report
        .clauses()
        .map(|(clause, _)| clause)
        .filter(|clause| clause.page().is_some())
        .collect();
    let findings = report.findings().zip(report.fingerprints());
    let wanted: Vec<(ReportedFinding<'_>, Fingerprint)> = findings
        .filter(|(finding, _)| kind(report, finding.verdict()).is_some())
        .collect();
    let results = wanted
        .iter()
        .take(MOST_RESULTS)
        .filter_map(|(finding, print)| result(report, &clauses, *finding, *print))
        .collect();
    let left_out = wanted.len().saturating_sub(MOST_RESULTS);
    Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [SarifRun {
            tool: Tool {
                driver: Driver {
                    name: PROGRAM,
                    semantic_version: env!("CARGO_PKG_VERSION"),
                    rules: clauses.iter().map(|clause| rule(report, *clause)).collect(),
                },
            },
            invocations: [Invocation {
                execution_successful: report.is_complete(),
                exit_code: report.outcome.exit_code(),
                tool_execution_notifications: notifications(report, left_out),
            }],
            artifacts: artifacts(report),
            results,
            column_kind: "unicodeCodePoints",
            properties: RunProperties {
                as_of: safe!("{}", report.as_of()),
                summary: summary(report),
                numbers: numbers::in_a_sentence(report),
            },
        }],
    }
}

/// How SARIF says it; nothing for what needs nobody, of which there can be very much. So there can
/// of what has no evidence, which is written where all was asked for.
fn kind(report: &Report<'_>, verdict: Verdict) -> Option<ResultKind> {
    match verdict {
        Verdict::NotKept | Verdict::Explained => Some(ResultKind::Fail),
        Verdict::NoEvidence => report.has_all().then_some(ResultKind::Review),
        Verdict::StillToCome | Verdict::Kept | Verdict::DoesNotApply => None,
    }
}

fn level(severity: Severity) -> ResultLevel {
    match severity {
        Severity::Breach => ResultLevel::Error,
        Severity::Concern => ResultLevel::Warning,
        Severity::Advice => ResultLevel::Note,
    }
}

/// A clause as a rule, with the page of the rule that judges it as help.
fn rule(report: &Report<'_>, clause: ReportedClause<'_>) -> Descriptor {
    let page = clause.page();
    let text = page.map_or_else(SafeText::default, help);
    Descriptor {
        id: clause.id(),
        name: page.map_or("", |page| page.code),
        short_description: Message {
            text: clause.promise_name().unwrap_or_default(),
        },
        full_description: Message {
            text: clause.says().part(description),
        },
        help: Multiformat {
            text: text.clone(),
            markdown: text,
        },
        properties: clause.failing_name().map(|failing| RuleProperties {
            failing,
            number: report.number(clause).map(NumberFrom::word),
        }),
        default_configuration: Configuration {
            level: level(clause.severity()),
        },
    }
}

/// As much of a promise as GitHub takes.
fn description(says: &str) -> &str {
    let end = says.char_indices().nth(LONGEST_DESCRIPTION);
    end.and_then(|(end, _)| says.get(..end)).unwrap_or(says)
}

fn result(
    report: &Report<'_>,
    clauses: &[ReportedClause<'_>],
    finding: ReportedFinding<'_>,
    print: Fingerprint,
) -> Option<Found> {
    let told = report.describe(finding);
    let kind = kind(report, finding.verdict())?;
    let at = told.location.at.iter();
    let mut text = at.fold(SafeText::default(), |_, at| safe!("{}: ", at));
    text.push(safe!(
        "{}: {}: {}.",
        told.title(),
        told.heading(),
        told.evidence()
    ));
    if let Some(remedy) = &told.remedy {
        text.push(" ");
        text.push(remedy);
    }
    let suppressions = told.explained().into_iter().map(|explained| Suppression {
        kind: "external",
        status: "accepted",
        justification: explained,
    });
    let others = told.places().into_iter().skip(1).take(MOST_PLACES);
    let related = others.chain([told.clause_at()]);
    Some(Found {
        rule_id: SafeText::clone(&told.clause),
        rule_index: clauses
            .iter()
            .position(|clause| clause.id() == *told.clause)?,
        kind,
        level: match kind {
            ResultKind::Fail => level(finding.severity()),
            ResultKind::Review => ResultLevel::None,
        },
        message: message(&text),
        locations: vec![location(report.in_a_file(told.location))],
        related_locations: related
            .map(|at| report.location(at))
            .filter(report::Location::is_in_folder)
            .map(location)
            .collect(),
        partial_fingerprints: PartialFingerprints {
            finding: print.text(),
        },
        baseline_state: report.has_baseline().then(|| {
            if report.is_new(finding) {
                BaselineState::New
            } else {
                BaselineState::Unchanged
            }
        }),
        suppressions: suppressions.collect(),
    })
}

/// A place in a file.
fn location(at: report::Location) -> ResultLocation {
    ResultLocation {
        physical_location: Physical {
            artifact_location: ArtifactLocation { uri: uri(&at.file) },
            region: at.region.map(region),
        },
        logical_locations: at
            .at
            .into_iter()
            .map(|name| Logical {
                fully_qualified_name: name,
            })
            .collect(),
    }
}

/// GitHub wants all four numbers; where only the line is known, they are of where it begins.
fn region(region: report::Region) -> ResultRegion {
    let columns = region.columns;
    ResultRegion {
        start_line: region.line,
        start_column: columns.map_or(1, |columns| columns.first),
        end_line: columns.map_or(region.line, |columns| columns.end_line),
        end_column: columns.map_or(1, |columns| columns.end),
    }
}

/// Every file that was read.
fn artifacts(report: &Report<'_>) -> Vec<Artifact> {
    let names = report.files();
    names
        .map(|name| Artifact {
            location: ArtifactLocation { uri: uri(&name) },
        })
        .collect()
}

/// What is wrong with the files, and what was left out.
fn notifications(report: &Report<'_>, left_out: usize) -> Vec<Notification> {
    let faults = report.faults().map(notification);
    let unreadable = report.unreadable().map(|error| Notification {
        level: ResultLevel::Error,
        message: message(&error),
        locations: Vec::new(),
    });
    let more = (left_out > 0).then(|| {
        safe!(
            "{} more results were left out, because code scanning takes no more than {}; the other formats of the report have all of them.",
            grouped(left_out),
            grouped(MOST_RESULTS)
        )
    });
    let more = more.map(|text| told(ResultLevel::Warning, text));
    let no_evidence = report.tally.count(Verdict::NoEvidence);
    let without = (no_evidence > 0 && !report.has_all()).then(|| {
        let text = safe!(
            "What has no evidence is left out ({}); `--all` writes it as well.",
            grouped(no_evidence)
        );
        told(ResultLevel::Note, text)
    });
    faults
        .chain(unreadable)
        .chain(more)
        .chain(without)
        .collect()
}

fn notification(fault: ReportedFault) -> Notification {
    let help = fault.help.map(|help| safe!(" ({})", help));
    Notification {
        level: match fault.level {
            FaultLevel::Error => ResultLevel::Error,
            FaultLevel::Warning => ResultLevel::Warning,
            FaultLevel::Note => ResultLevel::Note,
        },
        message: message(&safe!("{}{}", fault.message, help.unwrap_or_default())),
        locations: fault
            .location
            .filter(report::Location::is_in_folder)
            .map(location)
            .into_iter()
            .collect(),
    }
}

/// What is said of no place.
fn told(level: ResultLevel, text: SafeText) -> Notification {
    Notification {
        level,
        message: Message { text },
        locations: Vec::new(),
    }
}
