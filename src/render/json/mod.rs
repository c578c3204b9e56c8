//! The report as one JSON document, or with a finding to a line; `format` is what it looks like, and
//! `schema` says so to others.

mod findings;
mod format;
mod schema;

use std::borrow::Cow;
use std::io::{self, Write};

use serde::Serialize as _;

pub use schema::Published;

use format::{
    AgainstJson, AgreedJson, CharterJson, ClauseJson, Counts, ExplainedJson, ExplanationJson,
    FaultJson, FindingJson, LineJson, Measured, MovedJson, OutcomeJson, PassedOverJson, PeriodJson,
    PlaceJson, Program, RecordsJson, RemarkJson, ReportJson, RunJson, RungJson, StandardJson,
    SubjectJson, TrendJson,
};

use super::format::Description;
use crate::report::{
    self, FORMAT, Fingerprint, Location, NumberFrom, Report, ReportedClause, ReportedFault,
    ReportedFinding, Tally,
};
use crate::rules::{Measure, Verdict};

/// See [`Description`].
pub(super) const DOCUMENT: Description = Description {
    word: "json",
    endings: &["json"],
    about: "For programs: one document, version 1",
    is_text: true,
    render: write,
};

/// The whole report.
///
/// # Errors
/// Only when there is not enough memory for the text.
pub fn render(report: &Report<'_>) -> io::Result<String> {
    let mut text = Vec::new();
    write(report, &mut text)?;
    String::from_utf8(text).map_err(io::Error::other)
}

/// Writes the whole report.
fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    /// The list of findings where there are none. No text has a line break in it, and nothing else
    /// stands at this depth under this name.
    const NONE: &str = "\n  \"findings\": []";
    let frame = serde_json::to_string_pretty(&frame(report))?;
    let (before, after) = frame.split_once(NONE).ok_or(io::ErrorKind::InvalidData)?;
    if report.findings().len() == 0 {
        writeln!(out, "{frame}")?;
        return Ok(());
    }
    write!(out, "{before}\n  \"findings\": [")?;
    findings::write(report, out, |at, finding, print, text| {
        text.extend_from_slice(if at == 0 { b"\n    " } else { b",\n    " });
        let finding = finding_json(report, finding, print);
        Ok(finding.serialize(&mut findings::in_a_list(text)?)?)
    })?;
    writeln!(out, "\n  ]{after}")
}

/// The report without its findings.
fn frame(report: &Report<'_>) -> ReportJson<'static> {
    let (since, until) = report.period_days();
    ReportJson {
        format: FORMAT,
        program: Program {
            name: "charter-audit",
            version: env!("CARGO_PKG_VERSION"),
        },
        as_of: report.as_of(),
        since,
        until,
        charter: charter(report),
        records: records(report),
        outcome: outcome(report),
        tally: counts(&report.tally),
        clauses: report
            .clauses()
            .map(|(clause, tally)| clause_json(report, clause, &tally))
            .collect(),
        findings: Vec::new(),
        explanations: explanations(report),
        remarks: report
            .remarks()
            .map(|remark| RemarkJson {
                code: remark.code,
                clause: remark.clause,
                words: remark.words,
                place: remark.location.map(place),
            })
            .collect(),
        trend: trend(report),
        against: against(report),
        faults: report.faults().map(fault_json).collect(),
    }
}

fn records(report: &Report<'_>) -> RecordsJson {
    RecordsJson {
        files: report.files_read(),
        records: report.records_read(),
        engagements: report.engagements_read(),
        outside_period: report.outside_period(),
        unreadable: report.unreadable().collect(),
        passed_over: report
            .passed_over()
            .map(|(what, count)| PassedOverJson { what, count })
            .collect(),
    }
}

fn outcome(report: &Report<'_>) -> OutcomeJson {
    OutcomeJson {
        exit_code: report.outcome.exit_code(),
        complete: report.is_complete(),
    }
}

fn charter(report: &Report<'_>) -> CharterJson {
    CharterJson {
        title: report.charter_title(),
        file: report.charter_file(),
        digest: report.charter_digest(),
        standards_adopted_on: report.standards_adopted_on(),
        standards: report.standing(),
    }
}

fn counts(tally: &Tally) -> Counts {
    Counts {
        kept: tally.count(Verdict::Kept),
        not_kept: tally.count(Verdict::NotKept),
        no_evidence: tally.count(Verdict::NoEvidence),
        explained: tally.count(Verdict::Explained),
        still_to_come: tally.count(Verdict::StillToCome),
        does_not_apply: tally.count(Verdict::DoesNotApply),
    }
}

fn place(at: Location) -> PlaceJson {
    PlaceJson {
        file: at.file,
        line: at.region.map(|region| region.line),
        column: at
            .region
            .map(|region| region.columns.map_or(1, |columns| columns.first)),
        at: at.at,
    }
}

fn clause_json(report: &Report<'_>, clause: ReportedClause<'_>, tally: &Tally) -> ClauseJson {
    ClauseJson {
        id: clause.id(),
        of: clause.of().word(),
        says: clause.says(),
        severity: clause.severity().word(),
        explainable: clause.is_explainable(),
        rule: clause.page().map(|page| page.code),
        promise: clause.promise_name(),
        failing: clause.failing_name(),
        number: report.number(clause).map(NumberFrom::word),
        not_judged: clause.not_judged(),
        place: place(report.location(clause.at())),
        tally: counts(tally),
    }
}

/// See [`Description`].
pub(super) const LINES: Description = Description {
    word: "jsonl",
    endings: &["jsonl", "ndjson"],
    about: "For programs that read tables: one finding per line, and a last line of what was read",
    is_text: true,
    render: lines,
};

/// Writes every finding on a line of its own, and what they rest on on the last.
fn lines(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let charter = report.charter_digest();
    findings::write(report, out, |_, finding, print, text| {
        let line = LineJson {
            format: FORMAT,
            as_of: report.as_of(),
            charter: Cow::Borrowed(&charter),
            of: finding.of().word(),
            says: finding.clause().says(),
            finding: finding_json(report, finding, print),
        };
        serde_json::to_writer(&mut *text, &line)?;
        text.push(b'\n');
        Ok(())
    })?;
    serde_json::to_writer(&mut *out, &run(report))?;
    out.write_all(b"\n")
}

fn run(report: &Report<'_>) -> RunJson {
    RunJson {
        format: FORMAT,
        as_of: report.as_of(),
        charter: report.charter_digest(),
        records: records(report),
        outcome: outcome(report),
        tally: counts(&report.tally),
        faults: report.faults().map(fault_json).collect(),
    }
}

fn finding_json<'r>(
    report: &'r Report<'r>,
    finding: ReportedFinding<'r>,
    fingerprint: Fingerprint,
) -> FindingJson<'r> {
    let told = report.describe(finding);
    FindingJson {
        clause: told.clause,
        rule: finding.page().map_or("", |page| page.code),
        promise: told.promise_name,
        failing: told.failing_name,
        subject: SubjectJson {
            kind: finding.kind().word(),
            id: told.id,
            name: told.name,
            day: finding.day(),
        },
        verdict: finding.verdict().word(),
        severity: finding.severity().word(),
        place: place(told.location),
        words: told.words,
        notes: told.notes,
        remedy: told.remedy,
        measured: finding.measure().map(|measure| Measured {
            value: measure.value,
            unit: measure.unit,
            days: measure.days,
        }),
        standard: finding.measure().map(standard),
        number: report.number_of(finding).map(NumberFrom::word),
        due: finding.due(),
        explained: told.explanation.map(|explained| ExplainedJson {
            reason: explained.reason.word(),
            because: explained.because,
            instead: explained.instead,
            agreed_by: explained
                .agreed_by
                .into_iter()
                .map(|(party, role)| AgreedJson { party, role })
                .collect(),
            agreed_on: explained.agreed_on,
            until: explained.until,
            place: place(explained.location),
        }),
        fingerprint: fingerprint.text(),
        joint: finding.is_joint(),
        no_party: finding.is_nobodys(),
        confirmed: !finding.is_unconfirmed(),
    }
}

fn standard(measure: &Measure) -> StandardJson {
    StandardJson {
        sense: measure.direction.word(),
        aim: measure.standard.aim.map(report::words::duration),
        standard: report::words::duration(measure.standard.required),
        limit: measure.standard.limit.map(report::words::duration),
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
                rung: rung.name.clone(),
                before: rung.before,
                now: rung.now,
            })
            .collect(),
        clauses: trend
            .clauses
            .iter()
            .map(|moved| MovedJson {
                clause: moved.clause.id(),
                before: counts(&moved.before),
                now: counts(&moved.now),
            })
            .collect(),
    }
}

fn against(report: &Report<'_>) -> Option<AgainstJson> {
    let since = report.since()?;
    let now = |findings: &[(Fingerprint, ReportedFinding<'_>)]| {
        let prints = findings.iter().map(|(print, _)| print.text());
        prints.collect()
    };
    Some(AgainstJson {
        as_of: report.compared_with()?,
        same_charter: report.is_charter_the_same(),
        new: now(&since.new),
        put_right: since
            .put_right
            .iter()
            .map(|(then, _)| then.fingerprint.text())
            .collect(),
        still_open: now(&since.still_open),
        gone: since
            .gone
            .iter()
            .map(|then| then.fingerprint.text())
            .collect(),
        not_asked: since.not_asked,
    })
}

fn explanations(report: &Report<'_>) -> Vec<ExplanationJson> {
    report
        .explanations()
        .map(|explanation| ExplanationJson {
            clause: explanation.clause,
            subject: explanation.subject,
            outcome: explanation.outcome.word(),
            why: explanation.why,
            place: place(explanation.location),
        })
        .collect()
}

fn fault_json(fault: ReportedFault) -> FaultJson {
    FaultJson {
        level: fault.level.word(),
        code: fault.code,
        message: fault.message,
        place: fault.location.map(place),
        help: fault.help,
        rows: fault.rows,
    }
}
