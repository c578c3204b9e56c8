//! The JSON report, version 1. These structs are the format: a field may be added, but none changes
//! its meaning or goes away within a version.

use serde::Serialize;

#[derive(Serialize)]
pub(super) struct Document {
    pub(super) format: &'static str,
    pub(super) program: Program,
    pub(super) as_of: String,
    pub(super) since: Option<String>,
    pub(super) until: Option<String>,
    pub(super) charter: CharterJson,
    pub(super) records: RecordsJson,
    pub(super) outcome: OutcomeJson,
    pub(super) tally: Counts,
    pub(super) clauses: Vec<ClauseJson>,
    pub(super) findings: Vec<FindingJson>,
    pub(super) explanations: Vec<ExplanationJson>,
    pub(super) remarks: Vec<RemarkJson>,
    pub(super) trend: TrendJson,
    pub(super) faults: Vec<FaultJson>,
}

#[derive(Serialize)]
pub(super) struct Program {
    pub(super) name: &'static str,
    pub(super) version: &'static str,
}

#[derive(Serialize)]
pub(super) struct CharterJson {
    pub(super) title: String,
    pub(super) file: String,
    pub(super) digest: String,
    pub(super) standards_adopted_on: Option<String>,
    pub(super) standards: String,
}

#[derive(Serialize)]
pub(super) struct RecordsJson {
    pub(super) files: usize,
    pub(super) records: usize,
    pub(super) engagements: usize,
    pub(super) outside_period: usize,
    pub(super) unreadable: Vec<String>,
    pub(super) passed_over: Vec<PassedOver>,
}

#[derive(Serialize)]
pub(super) struct PassedOver {
    pub(super) what: String,
    pub(super) count: usize,
}

#[derive(Serialize)]
pub(super) struct OutcomeJson {
    pub(super) exit_code: u8,
    pub(super) complete: bool,
}

#[derive(Serialize)]
pub(super) struct Counts {
    pub(super) met: usize,
    pub(super) not_met: usize,
    pub(super) not_evidenced: usize,
    pub(super) explained: usize,
    pub(super) not_yet_due: usize,
    pub(super) not_applicable: usize,
}

#[derive(Serialize)]
pub(super) struct ClauseJson {
    pub(super) id: String,
    pub(super) of: &'static str,
    pub(super) says: String,
    pub(super) severity: &'static str,
    pub(super) explainable: bool,
    pub(super) rule: Option<&'static str>,
    pub(super) not_judged: Option<String>,
    pub(super) place: Place,
    pub(super) tally: Counts,
}

/// A finding, with all that was measured.
#[derive(Serialize)]
pub(in crate::render) struct FindingJson {
    pub(super) clause: String,
    pub(super) rule: &'static str,
    pub(super) title: String,
    pub(super) subject: SubjectJson,
    pub(super) verdict: &'static str,
    pub(super) severity: &'static str,
    pub(super) place: Place,
    pub(super) words: String,
    pub(super) notes: Vec<String>,
    pub(super) remedy: Option<String>,
    pub(super) measured: Option<Measured>,
    pub(super) standard: Option<StandardJson>,
    pub(super) due: Option<String>,
    pub(super) explained: Option<ExplainedJson>,
    /// The same for the same promise about the same subject in every audit, wherever its file lies.
    pub(super) fingerprint: String,
    pub(super) joint: bool,
    pub(super) confirmed: bool,
}

#[derive(Serialize)]
pub(super) struct SubjectJson {
    pub(super) kind: &'static str,
    pub(super) id: String,
    pub(super) name: String,
    pub(super) day: Option<String>,
}

#[derive(Serialize)]
pub(super) struct Place {
    pub(super) file: String,
    /// Nothing where the file has no lines.
    pub(super) line: Option<usize>,
    pub(super) column: Option<usize>,
    /// A cell (`Meetings!D14`), or the title and day of a calendar's entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) at: Option<String>,
}

#[derive(Serialize)]
pub(super) struct Measured {
    pub(super) value: i64,
    pub(super) unit: &'static str,
    pub(super) days: Option<i64>,
}

#[derive(Serialize)]
pub(super) struct StandardJson {
    pub(super) sense: &'static str,
    pub(super) aim: Option<String>,
    pub(super) standard: String,
    pub(super) limit: Option<String>,
}

#[derive(Serialize)]
pub(super) struct ExplainedJson {
    pub(super) reason: &'static str,
    pub(super) because: String,
    pub(super) instead: String,
    pub(super) agreed_by: Vec<AgreedJson>,
    pub(super) agreed_on: String,
    pub(super) until: String,
    pub(super) place: Place,
}

#[derive(Serialize)]
pub(super) struct AgreedJson {
    pub(super) party: String,
    pub(super) role: String,
}

#[derive(Serialize)]
pub(super) struct ExplanationJson {
    pub(super) clause: String,
    pub(super) subject: String,
    pub(super) outcome: &'static str,
    pub(super) why: Vec<String>,
    pub(super) place: Place,
}

/// What the charter itself should hear.
#[derive(Serialize)]
pub(super) struct RemarkJson {
    pub(super) code: &'static str,
    pub(super) clause: Option<String>,
    pub(super) words: String,
    pub(super) place: Option<Place>,
}

/// The twelve months to the audit, and the twelve before.
#[derive(Serialize)]
pub(super) struct TrendJson {
    pub(super) before: Option<PeriodJson>,
    pub(super) now: Option<PeriodJson>,
    pub(super) ladder: Vec<RungJson>,
    pub(super) clauses: Vec<MovedJson>,
}

#[derive(Serialize)]
pub(super) struct PeriodJson {
    pub(super) first: String,
    pub(super) last: String,
}

/// How many engagements claimed a rung; `rung` is null for those that claim none.
#[derive(Serialize)]
pub(super) struct RungJson {
    pub(super) rung: Option<String>,
    pub(super) before: usize,
    pub(super) now: usize,
}

#[derive(Serialize)]
pub(super) struct MovedJson {
    pub(super) clause: String,
    pub(super) before: Counts,
    pub(super) now: Counts,
}

#[derive(Serialize)]
pub(super) struct FaultJson {
    pub(super) level: &'static str,
    pub(super) code: &'static str,
    pub(super) message: String,
    pub(super) place: Option<Place>,
    pub(super) help: Option<String>,
}
