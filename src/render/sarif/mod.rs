//! SARIF 2.1.0, as code scanning and editors read it. Only what needs somebody is a result; what was
//! kept is counted.

mod format;

use format::{
    Artifact, ArtifactLocation, BaselineState, Configuration, Descriptor, Driver, Invocation, Log,
    Logical, Message, Multiformat, Notification, PartialFingerprints, Physical, Result as Found,
    ResultKind, ResultLevel, ResultLocation, ResultRegion, RuleProperties, RunProperties, SarifRun,
    Suppression, Tool,
};

use super::format::Description;
use crate::report::summary;
use crate::report::words::grouped;
use crate::report::{self, Fingerprint, Report, ReportedClause, ReportedFault, ReportedFinding};
use crate::rules::{RulePage, Severity, Verdict};
use identifiers::safe;
use identifiers::text::SafeText;
use located::diagnostic::Level as FaultLevel;

/// GitHub refuses a run with more results.
const MOST_RESULTS: usize = 25_000;

/// GitHub shows no more places of one result.
const MOST_PLACES: usize = 100;

/// See [`Description`].
pub(super) const FORMAT: Description = Description {
    word: "sarif",
    endings: &["sarif"],
    about: "For code scanning and editors: SARIF 2.1.0",
    is_text: true,
    render: |report| Ok(render(report)?),
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
        .filter(|(finding, _)| kind(finding.verdict()).is_some())
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
                    name: "charter-audit",
                    semantic_version: env!("CARGO_PKG_VERSION"),
                    rules: clauses.iter().map(|clause| rule(*clause)).collect(),
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
            },
        }],
    }
}

/// How SARIF says it; nothing for what needs nobody, of which there can be very much.
fn kind(verdict: Verdict) -> Option<ResultKind> {
    match verdict {
        Verdict::NotKept | Verdict::Explained => Some(ResultKind::Fail),
        Verdict::NoEvidence => Some(ResultKind::Review),
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
fn rule(clause: ReportedClause<'_>) -> Descriptor {
    let page = clause.page();
    let text = page.map_or_else(SafeText::default, page_text);
    Descriptor {
        id: clause.id(),
        name: page.map_or("", |page| page.code),
        short_description: Message {
            text: clause.promise_name().unwrap_or_default(),
        },
        full_description: Message {
            text: clause.says(),
        },
        help: Multiformat {
            text: text.clone(),
            markdown: text,
        },
        properties: clause
            .failing_name()
            .map(|failing| RuleProperties { failing }),
        default_configuration: Configuration {
            level: level(clause.severity()),
        },
    }
}

fn result(
    report: &Report<'_>,
    clauses: &[ReportedClause<'_>],
    finding: ReportedFinding<'_>,
    print: Fingerprint,
) -> Option<Found> {
    let told = report.describe(finding);
    let kind = kind(finding.verdict())?;
    let mut text = safe!("{}: {}: {}.", told.title, told.heading, told.evidence());
    if let Some(remedy) = &told.remedy {
        text.push(" ");
        text.push(remedy);
    }
    let suppressions = told.explained.iter().map(|explained| Suppression {
        kind: "external",
        status: "accepted",
        justification: explained.clone(),
    });
    let others = told.places.iter().skip(1).take(MOST_PLACES).copied();
    let related = others.chain([told.clause_at]);
    Some(Found {
        rule_id: told.clause.clone(),
        rule_index: clauses
            .iter()
            .position(|clause| clause.id() == told.clause)?,
        kind,
        level: match kind {
            ResultKind::Fail => level(finding.severity()),
            ResultKind::Review => ResultLevel::None,
        },
        message: Message { text },
        locations: location(told.location).into_iter().collect(),
        related_locations: related
            .filter_map(|at| location(report.location(at)))
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

/// A place in a file; nothing where it is in the built-in charter.
fn location(at: report::Location) -> Option<ResultLocation> {
    at.is_file.then(|| ResultLocation {
        physical_location: Physical {
            artifact_location: ArtifactLocation { uri: uri(&at.file) },
            region: at.region.map(|region| ResultRegion {
                start_line: region.line,
                start_column: region.columns.map(|columns| columns.first),
                end_line: region.columns.map(|columns| columns.end_line),
                end_column: region.columns.map(|columns| columns.end),
            }),
        },
        logical_locations: at
            .at
            .into_iter()
            .map(|name| Logical {
                fully_qualified_name: name,
            })
            .collect(),
    })
}

/// A path as a reference that may stand in any URI.
fn uri(path: &SafeText) -> SafeText {
    let path = path.as_str();
    let mut uri = if path.starts_with('/') {
        "file://".to_owned()
    } else {
        String::new()
    };
    // A colon in the first part would make it the name of a scheme.
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/!$'()*+,;=@".contains(&byte);
    for byte in path.bytes() {
        if plain(byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format_args!("%{byte:02X}").to_string());
        }
    }
    SafeText::assume_safe(uri)
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
        message: Message { text: error },
        locations: Vec::new(),
    });
    let more = (left_out > 0).then(|| Notification {
        level: ResultLevel::Warning,
        message: Message {
            text: safe!(
                "{} more results were left out, because code scanning takes no more than {}; the other formats of the report have all of them.",
                grouped(left_out),
                grouped(MOST_RESULTS)
            ),
        },
        locations: Vec::new(),
    });
    faults.chain(unreadable).chain(more).collect()
}

fn notification(fault: ReportedFault) -> Notification {
    let help = fault.help.map(|help| safe!(" ({})", help));
    Notification {
        level: match fault.level {
            FaultLevel::Error => ResultLevel::Error,
            FaultLevel::Warning => ResultLevel::Warning,
            FaultLevel::Note => ResultLevel::Note,
        },
        message: Message {
            text: safe!("{}{}", fault.message, help.unwrap_or_default()),
        },
        locations: fault.location.and_then(location).into_iter().collect(),
    }
}

/// The page of a rule, which the program brings with it.
fn page_text(page: RulePage) -> SafeText {
    SafeText::assume_safe(page.text())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_references() {
        assert_eq!(uri(&"records/a b.yaml".into()), "records/a%20b.yaml");
        assert_eq!(uri(&"Übersicht#1?.csv".into()), "%C3%9Cbersicht%231%3F.csv");
        assert_eq!(uri(&"c:d.yaml".into()), "c%3Ad.yaml");
        assert_eq!(uri(&"/data/a.yaml".into()), "file:///data/a.yaml");
    }
}
