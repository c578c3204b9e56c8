//! SARIF 2.1.0, as code scanning and editors read it. Only what needs somebody is a result; what was
//! kept is counted.

mod format;

use format::{
    Artifact, ArtifactLocation, BaselineState, Configuration, Descriptor, Driver, Invocation, Kind,
    Level, Location, Log, Logical, Message, Multiformat, Notification, PartialFingerprints,
    Physical, Region, Result as Found, Run, RunProperties, Suppression, Tool,
};

use super::format::Description;
use super::spot::spot;
use crate::audit::Finding;
use crate::charter::Clause;
use crate::report::{Fingerprint, Report};
use crate::rules::{Severity, Verdict};
use closed_words::grouped;
use located::diagnostic::{Diagnostic, Level as FaultLevel};
use located::source::Span;

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
    let clauses: Vec<&Clause> = report
        .clauses()
        .map(|(clause, _)| clause)
        .filter(|clause| clause.judged.rule().is_some())
        .collect();
    let findings = report.audit.findings.iter().zip(report.fingerprints());
    let wanted: Vec<(&Finding<'_>, Fingerprint)> = findings
        .filter(|(finding, _)| kind(finding.verdict).is_some())
        .collect();
    let results = wanted
        .iter()
        .take(MOST_RESULTS)
        .filter_map(|(finding, print)| result(report, &clauses, finding, *print))
        .collect();
    let left_out = wanted.len().saturating_sub(MOST_RESULTS);
    Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: "charter-audit",
                    semantic_version: env!("CARGO_PKG_VERSION"),
                    rules: clauses.iter().map(|clause| rule(report, clause)).collect(),
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
                as_of: report.scope.as_of.to_string(),
                summary: crate::report::summary(report),
            },
        }],
    }
}

/// How SARIF says it; nothing for what needs nobody, of which there can be very much.
fn kind(verdict: Verdict) -> Option<Kind> {
    match verdict {
        Verdict::NotMet | Verdict::Explained => Some(Kind::Fail),
        Verdict::NotEvidenced => Some(Kind::Review),
        Verdict::NotYetDue | Verdict::Met | Verdict::NotApplicable => None,
    }
}

fn level(severity: Severity) -> Level {
    match severity {
        Severity::Breach => Level::Error,
        Severity::Concern => Level::Warning,
        Severity::Advice => Level::Note,
    }
}

/// A clause as a rule, with the page of the rule that judges it as help.
fn rule(report: &Report<'_>, clause: &Clause) -> Descriptor {
    let page = clause.judged.rule().map(|rule| (rule.page(), rule.title()));
    let says = report.safe(&clause.says);
    let (name, title, text) = page.map_or_else(Default::default, |(page, title)| {
        (page.name, report.safe(title), page.text())
    });
    Descriptor {
        id: clause.id.clone(),
        name,
        short_description: Message { text: title },
        full_description: Message { text: says },
        help: Multiformat {
            text: text.clone(),
            markdown: text,
        },
        default_configuration: Configuration {
            level: level(clause.severity),
        },
    }
}

fn result(
    report: &Report<'_>,
    clauses: &[&Clause],
    finding: &Finding<'_>,
    print: Fingerprint,
) -> Option<Found> {
    let told = report.tell(finding);
    let kind = kind(finding.verdict)?;
    let mut text = format!("{}: {}.", told.heading, told.evidence());
    if let Some(remedy) = &told.remedy {
        text.push(' ');
        text.push_str(remedy);
    }
    let suppressions = told.explained.iter().map(|explained| Suppression {
        kind: "external",
        status: "accepted",
        justification: explained.clone(),
    });
    let others = told.places.iter().skip(1).take(MOST_PLACES).copied();
    let related = others.chain([finding.clause.span]);
    Some(Found {
        rule_id: finding.clause.id.clone(),
        rule_index: clauses
            .iter()
            .position(|clause| clause.id == finding.clause.id)?,
        kind,
        level: match kind {
            Kind::Fail => level(finding.severity),
            Kind::Review => Level::None,
        },
        message: Message { text },
        locations: location(report, told.place).into_iter().collect(),
        related_locations: related.filter_map(|span| location(report, span)).collect(),
        partial_fingerprints: PartialFingerprints {
            finding: print.to_string(),
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
fn location(report: &Report<'_>, span: Span) -> Option<Location> {
    let spot = spot(report, span);
    spot.is_file.then(|| Location {
        physical_location: Physical {
            artifact_location: ArtifactLocation {
                uri: uri(&spot.file),
            },
            region: spot.region.map(|region| Region {
                start_line: region.line,
                start_column: region.columns.map(|columns| columns.first),
                end_line: region.columns.map(|columns| columns.end_line),
                end_column: region.columns.map(|columns| columns.end),
            }),
        },
        logical_locations: spot
            .at
            .into_iter()
            .map(|name| Logical {
                fully_qualified_name: name,
            })
            .collect(),
    })
}

/// A path as a reference that may stand in any URI.
fn uri(path: &str) -> String {
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
    uri
}

/// Every file that was read.
fn artifacts(report: &Report<'_>) -> Vec<Artifact> {
    let files = report.reading.records.files.iter();
    let names = files.map(|file| report.sources.name(file.span.source));
    names
        .map(|name| Artifact {
            location: ArtifactLocation {
                uri: uri(&report.safe(name)),
            },
        })
        .collect()
}

/// What is wrong with the files, and what was left out.
fn notifications(report: &Report<'_>, left_out: usize) -> Vec<Notification> {
    let faults = report.reading.faults.iter();
    let faults = faults.map(|fault| notification(report, fault));
    let unreadable = report.reading.unreadable.iter().map(|error| Notification {
        level: Level::Error,
        message: Message {
            text: report.safe(error),
        },
        locations: Vec::new(),
    });
    let more = (left_out > 0).then(|| Notification {
        level: Level::Warning,
        message: Message {
            text: format!(
                "{} more results were left out, because code scanning takes no more than {}; the \
                 other forms of the report have all of them.",
                grouped(left_out),
                grouped(MOST_RESULTS)
            ),
        },
        locations: Vec::new(),
    });
    faults.chain(unreadable).chain(more).collect()
}

fn notification(report: &Report<'_>, fault: &Diagnostic) -> Notification {
    let mut text = report.safe(&fault.message);
    if let Some(help) = &fault.help {
        text.push_str(" (");
        text.push_str(&report.safe(help));
        text.push(')');
    }
    Notification {
        level: match fault.level {
            FaultLevel::Error => Level::Error,
            FaultLevel::Warning => Level::Warning,
            FaultLevel::Note => Level::Note,
        },
        message: Message { text },
        locations: fault
            .span()
            .and_then(|span| location(report, span))
            .into_iter()
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_references() {
        assert_eq!(uri("records/a b.yaml"), "records/a%20b.yaml");
        assert_eq!(uri("Übersicht#1?.csv"), "%C3%9Cbersicht%231%3F.csv");
        assert_eq!(uri("c:d.yaml"), "c%3Ad.yaml");
        assert_eq!(uri("/data/a.yaml"), "file:///data/a.yaml");
    }
}
