//! The report as one JSON document, or with a finding to a line; `format` is what it looks like, and
//! `schema` says so to others.

mod format;
mod schema;

use rayon::prelude::*;

pub use schema::Published;

use format::{
    AgainstJson, AgreedJson, CharterJson, ClauseJson, Counts, Document, ExplainedJson,
    ExplanationJson, FaultJson, FindingJson, Line, Measured, MovedJson, OutcomeJson, PassedOver,
    PeriodJson, Place, Program, RecordsJson, RemarkJson, RungJson, StandardJson, SubjectJson,
    TrendJson,
};

use super::format::Description;
use super::spot::spot;
use crate::audit::Finding;
use crate::charter::{Clause, Judged};
use crate::report::{FORMAT, Fingerprint, Report, Tally};
use crate::rules::{Measure, Verdict};
use located::diagnostic::Diagnostic;
use located::source::Span;

/// See [`Description`].
pub(super) const DOCUMENT: Description = Description {
    word: "json",
    endings: &["json"],
    about: "For programs: one document, version 1",
    is_text: true,
    render: |report| Ok(render(report)?.into_bytes()),
};

/// Writes the whole report.
///
/// # Errors
/// Only when there is not enough memory for the text.
pub fn render(report: &Report<'_>) -> Result<String, serde_json::Error> {
    let mut text = serde_json::to_string_pretty(&document(report))?;
    text.push('\n');
    Ok(text)
}

fn document(report: &Report<'_>) -> Document {
    let scope = report.scope;
    Document {
        format: FORMAT,
        program: Program {
            name: "charter-audit",
            version: env!("CARGO_PKG_VERSION"),
        },
        as_of: scope.as_of,
        since: scope.since,
        until: scope.until,
        charter: charter(report),
        records: records(report),
        outcome: OutcomeJson {
            exit_code: report.outcome.exit_code(),
            complete: report.is_complete(),
        },
        tally: counts(&report.tally),
        clauses: report
            .clauses()
            .map(|(clause, tally)| clause_json(report, clause, &tally))
            .collect(),
        findings: report
            .audit
            .findings
            .par_iter()
            .zip(report.fingerprints())
            .map(|(finding, print)| finding_json(report, finding, print))
            .collect(),
        explanations: explanations(report),
        remarks: report
            .audit
            .remarks
            .iter()
            .map(|remark| RemarkJson {
                code: remark.code,
                clause: remark.clause.clone(),
                words: report.safe(&remark.words),
                place: remark.place.map(|span| place(report, span)),
            })
            .collect(),
        trend: trend(report),
        against: against(report),
        faults: report
            .reading
            .faults
            .iter()
            .map(|fault| fault_json(report, fault))
            .collect(),
    }
}

fn records(report: &Report<'_>) -> RecordsJson {
    RecordsJson {
        files: report.reading.files,
        records: report.reading.records.len(),
        engagements: report.reading.records.engagements.len(),
        outside_period: report.audit.outside_period,
        unreadable: report
            .reading
            .unreadable
            .iter()
            .map(|error| report.safe(error))
            .collect(),
        passed_over: report
            .reading
            .passed_over
            .iter()
            .map(|(what, count)| PassedOver {
                what: report.safe(what),
                count: *count,
            })
            .collect(),
    }
}

fn charter(report: &Report<'_>) -> CharterJson {
    let charter = report.promises();
    CharterJson {
        title: report.safe(&charter.title),
        file: report.safe(&report.charter.name),
        digest: report.charter.digest.clone(),
        standards_adopted_on: charter.standards.adopted_on.get().copied(),
        standards: report.standing(),
    }
}

fn counts(tally: &Tally) -> Counts {
    Counts {
        met: tally.count(Verdict::Met),
        not_met: tally.count(Verdict::NotMet),
        not_evidenced: tally.count(Verdict::NotEvidenced),
        explained: tally.count(Verdict::Explained),
        not_yet_due: tally.count(Verdict::NotYetDue),
        not_applicable: tally.count(Verdict::NotApplicable),
    }
}

fn place(report: &Report<'_>, span: Span) -> Place {
    let spot = spot(report, span);
    Place {
        file: spot.file,
        line: spot.region.map(|region| region.line),
        column: spot
            .region
            .map(|region| region.columns.map_or(1, |columns| columns.first)),
        at: spot.at,
    }
}

fn clause_json(report: &Report<'_>, clause: &Clause, tally: &Tally) -> ClauseJson {
    ClauseJson {
        id: clause.id.clone(),
        of: clause.of.word(),
        says: report.safe(&clause.says),
        severity: clause.severity.word(),
        explainable: clause.explainable,
        rule: clause.judged.rule().map(|rule| rule.page().name),
        not_judged: match &clause.judged {
            Judged::Not(why) => Some(report.safe(why)),
            Judged::By(_) => None,
        },
        place: place(report, clause.span),
        tally: counts(tally),
    }
}

/// See [`Description`].
pub(super) const LINES: Description = Description {
    word: "jsonl",
    endings: &["jsonl", "ndjson"],
    about: "For programs that read tables: a finding to a line",
    is_text: true,
    render: |report| Ok(lines(report)?),
};

/// Writes every finding on a line of its own.
///
/// # Errors
/// Only when there is not enough memory for the text.
pub(super) fn lines(report: &Report<'_>) -> Result<Vec<u8>, serde_json::Error> {
    let lines: Vec<Vec<u8>> = report
        .audit
        .findings
        .par_iter()
        .zip(report.fingerprints())
        .map(|(finding, print)| {
            let mut line = serde_json::to_vec(&Line {
                format: FORMAT,
                as_of: report.scope.as_of,
                charter: &report.charter.digest,
                of: finding.clause.of.word(),
                says: report.safe(&finding.clause.says),
                finding: finding_json(report, finding, print),
            })?;
            line.push(b'\n');
            Ok(line)
        })
        .collect::<Result<_, serde_json::Error>>()?;
    Ok(lines.concat())
}

fn finding_json(
    report: &Report<'_>,
    finding: &Finding<'_>,
    fingerprint: Fingerprint,
) -> FindingJson {
    let told = report.tell(finding);
    FindingJson {
        clause: told.clause.id.clone(),
        rule: told
            .clause
            .judged
            .rule()
            .map_or("", |rule| rule.page().name),
        title: told.title,
        subject: SubjectJson {
            kind: finding.about.kind.word(),
            id: told.id.clone(),
            name: told.name.clone(),
            day: finding.about.day,
        },
        verdict: finding.verdict.word(),
        severity: finding.severity.word(),
        place: place(report, told.place),
        words: told.words,
        notes: told.notes,
        remedy: told.remedy,
        measured: finding.measure.as_deref().map(|measure| Measured {
            value: measure.value,
            unit: measure.unit,
            days: measure.days,
        }),
        standard: finding.measure.as_deref().map(standard),
        due: finding.due,
        explained: finding.explained.as_ref().map(|explained| ExplainedJson {
            reason: explained.reason.word(),
            because: report.safe(explained.because),
            instead: report.safe(explained.instead),
            agreed_by: explained
                .agreed_by
                .iter()
                .map(|(party, role)| AgreedJson {
                    party: report.safe(party),
                    role: report.safe(role),
                })
                .collect(),
            agreed_on: explained.agreed_on,
            until: explained.until,
            place: place(report, explained.span),
        }),
        fingerprint: fingerprint.to_string(),
        joint: finding.joint,
        confirmed: !finding.unconfirmed,
    }
}

fn standard(measure: &Measure) -> StandardJson {
    StandardJson {
        sense: measure.direction.word(),
        aim: measure.standard.aim.map(|aim| aim.to_string()),
        standard: measure.standard.required.to_string(),
        limit: measure.standard.limit.map(|limit| limit.to_string()),
    }
}

fn trend(report: &Report<'_>) -> TrendJson {
    let trend = report.trend();
    let period = |first: chrono::NaiveDate, last: Option<chrono::NaiveDate>| {
        Some(PeriodJson { first, last: last? })
    };
    TrendJson {
        before: trend
            .years
            .and_then(|years| period(years.before, years.now.pred_opt())),
        now: trend
            .years
            .and_then(|years| period(years.now, Some(years.end))),
        ladder: trend
            .ladder
            .iter()
            .map(|rung| RungJson {
                rung: rung.name.as_deref().map(|text| report.safe(text)),
                before: rung.before,
                now: rung.now,
            })
            .collect(),
        clauses: trend
            .clauses
            .iter()
            .map(|moved| MovedJson {
                clause: moved.clause.id.clone(),
                before: counts(&moved.before),
                now: counts(&moved.now),
            })
            .collect(),
    }
}

fn against(report: &Report<'_>) -> Option<AgainstJson> {
    let (earlier, since) = (report.earlier?, report.since()?);
    let now = |findings: &[(Fingerprint, &Finding<'_>)]| {
        let prints = findings.iter().map(|(print, _)| print.to_string());
        prints.collect()
    };
    Some(AgainstJson {
        as_of: earlier.as_of,
        same_charter: earlier.charter == report.charter.digest,
        new: now(&since.new),
        put_right: since
            .put_right
            .iter()
            .map(|(then, _)| then.fingerprint.to_string())
            .collect(),
        still_open: now(&since.still_open),
        gone: since
            .gone
            .iter()
            .map(|then| then.fingerprint.to_string())
            .collect(),
        not_asked: since.not_asked,
    })
}

fn explanations(report: &Report<'_>) -> Vec<ExplanationJson> {
    report
        .audit
        .explanations
        .iter()
        .map(|fate| ExplanationJson {
            clause: report.safe(fate.clause),
            subject: report.name(&fate.subject),
            outcome: fate.outcome.word(),
            why: fate.why.iter().map(|why| report.safe(why)).collect(),
            place: place(report, fate.span),
        })
        .collect()
}

fn fault_json(report: &Report<'_>, fault: &Diagnostic) -> FaultJson {
    FaultJson {
        level: fault.level.word(),
        code: fault.code,
        message: report.safe(&fault.message),
        place: fault.span().map(|span| place(report, span)),
        help: fault.help.as_ref().map(|text| report.safe(text)),
    }
}
