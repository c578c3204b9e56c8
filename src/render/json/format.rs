//! The JSON report, version 1. These structs are the format: a field may be added, but none changes
//! its meaning or goes away within a version. What stands here above a field is published with it,
//! in the JSON Schema that `schema` makes of them.

use std::borrow::Cow;

use chrono::NaiveDate;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;

use crate::audit::ExplanationOutcome;
use crate::report::{FORMAT, NumberFrom};
use crate::rules::{Direction, Severity, Verdict};
use closed_words::Word;
use engagement_records::record::{Duty, Reason};
use identifiers::text::SafeText;
use located::diagnostic::Level;

/// A word of a closed list.
fn one_of<W: Word>(_: &mut SchemaGenerator) -> Schema {
    let words: Vec<&str> = W::all_words().collect();
    json_schema!({ "type": "string", "enum": words })
}

/// The same, or nothing.
fn one_of_or_null<W: Word>(_: &mut SchemaGenerator) -> Schema {
    let words: Vec<Option<&str>> = W::all_words().map(Some).chain([None]).collect();
    json_schema!({ "type": ["string", "null"], "enum": words })
}

/// The report of one audit, as charter-audit writes it with `--format json`. A field may be added
/// at any time; none changes its meaning or goes away while `format` stays the same. Texts from
/// records have identifiers of people hidden.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "report")]
pub(super) struct ReportJson<'r> {
    /// The version of this format. A reader should refuse others.
    #[schemars(extend("const" = FORMAT))]
    pub(super) format: &'static str,
    /// The program that wrote it.
    pub(super) program: Program,
    /// The day that the audit speaks for, in the charter's time zone.
    pub(super) as_of: NaiveDate,
    /// What was before this day is left out.
    pub(super) since: Option<NaiveDate>,
    /// What was after this day is left out.
    pub(super) until: Option<NaiveDate>,
    /// The charter that the records were held against.
    pub(super) charter: CharterJson,
    /// What was read.
    pub(super) records: RecordsJson,
    /// How the audit ended.
    pub(super) outcome: OutcomeJson,
    /// Every verdict, counted.
    pub(super) tally: Counts,
    /// The clauses that were asked for, in the order of the charter.
    pub(super) clauses: Vec<ClauseJson>,
    /// Every verdict: by how much it needs people, then severity, clause, day and place.
    pub(super) findings: Vec<FindingJson<'r>>,
    /// Explanations that were not simply accepted.
    pub(super) explanations: Vec<ExplanationJson>,
    /// What the charter itself should hear, such as clauses that nothing came under.
    pub(super) remarks: Vec<RemarkJson>,
    /// The twelve months to the audit, and the twelve before.
    pub(super) trend: TrendJson,
    /// What became of what was not kept in an earlier audit (`--against`); null without one, or
    /// where its findings cannot be known again.
    pub(super) against: Option<AgainstJson>,
    /// What is wrong with the files of records, by file and place.
    pub(super) faults: Vec<FaultJson>,
}

/// The program that wrote a report.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "program")]
pub(super) struct Program {
    /// Its name.
    pub(super) name: &'static str,
    /// Its version, of three numbers.
    pub(super) version: &'static str,
}

/// The charter that records were held against.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "charter")]
pub(super) struct CharterJson {
    /// What it is called.
    pub(super) title: SafeText,
    /// Its file, or that it is the built-in one.
    pub(super) file: SafeText,
    /// SHA-256 of its text, and of the built-in one where it extends that.
    pub(super) digest: SafeText,
    /// When its standards were agreed locally; null while they are defaults of the program.
    pub(super) standards_adopted_on: Option<NaiveDate>,
    /// Where its standards come from, in a sentence.
    pub(super) standards: SafeText,
}

/// What was read.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "records")]
pub(super) struct RecordsJson {
    /// How many files.
    pub(super) files: usize,
    /// How many records of any kind.
    pub(super) records: usize,
    /// How many of them are engagements: meetings, surveys and so on.
    pub(super) engagements: usize,
    /// How many records lie outside `since` and `until`.
    pub(super) outside_period: usize,
    /// Files that could not be opened, with the reason.
    pub(super) unreadable: Vec<SafeText>,
    /// What was not read on purpose.
    pub(super) passed_over: Vec<PassedOverJson>,
}

/// Something that was not read on purpose.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "passed over")]
pub(super) struct PassedOverJson {
    /// What it is.
    pub(super) what: SafeText,
    /// How often.
    pub(super) count: usize,
}

/// How an audit ended.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "outcome")]
pub(super) struct OutcomeJson {
    /// 0: nothing at or above the threshold. 1: findings. 2: not everything could be audited.
    #[schemars(range(max = 2))]
    pub(super) exit_code: u8,
    /// Whether everything could be read.
    pub(super) complete: bool,
}

/// How often each verdict was given.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "counts")]
pub(super) struct Counts {
    /// Kept to the standard.
    pub(super) kept: usize,
    /// Evidence shows that it was not kept.
    pub(super) not_kept: usize,
    /// The record cannot show it; the promise may have been kept.
    pub(super) no_evidence: usize,
    /// Not kept, with a valid explanation.
    pub(super) explained: usize,
    /// The day has not come.
    pub(super) still_to_come: usize,
    /// Out of scope, cancelled, or a condition that did not arise.
    pub(super) does_not_apply: usize,
}

/// A promise of the charter.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "clause")]
pub(super) struct ClauseJson {
    /// By what the charter names it.
    pub(super) id: SafeText,
    /// Whose promise it is.
    #[schemars(schema_with = "one_of::<Duty>")]
    pub(super) of: &'static str,
    /// What it says.
    pub(super) says: SafeText,
    /// How much it matters when it is not kept.
    #[schemars(schema_with = "one_of::<Severity>")]
    pub(super) severity: &'static str,
    /// Whether falling short can be explained.
    pub(super) explainable: bool,
    /// The rule that judges it; null where the program does not judge it.
    pub(super) rule: Option<&'static str>,
    /// What people call the promise; null where the program does not judge it.
    pub(super) promise: Option<SafeText>,
    /// What people call it when the promise was not kept.
    pub(super) failing: Option<SafeText>,
    /// Where the number comes from that it is judged by; null where it has none.
    #[schemars(schema_with = "one_of_or_null::<NumberFrom>")]
    pub(super) number: Option<&'static str>,
    /// Why the program does not judge it.
    pub(super) not_judged: Option<SafeText>,
    /// Where it stands.
    pub(super) place: PlaceJson,
    /// Its verdicts, counted.
    pub(super) tally: Counts,
}

/// One clause, one subject, one verdict, and the evidence.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "finding")]
pub(super) struct FindingJson<'r> {
    /// The id of the clause.
    pub(super) clause: Cow<'r, SafeText>,
    /// The rule that judged.
    pub(super) rule: &'static str,
    /// What people call the promise.
    pub(super) promise: Cow<'r, SafeText>,
    /// What people call it when the promise was not kept. Reports for people use this name for the
    /// verdicts `not-kept` and `explained`, and the other for all others.
    pub(super) failing: Cow<'r, SafeText>,
    /// What was judged.
    pub(super) subject: SubjectJson,
    /// How the promise stands.
    #[schemars(schema_with = "one_of::<Verdict>")]
    pub(super) verdict: &'static str,
    /// How much it matters.
    #[schemars(schema_with = "one_of::<Severity>")]
    pub(super) severity: &'static str,
    /// Where the evidence stands, or where it belongs.
    pub(super) place: PlaceJson,
    /// The evidence in a sentence, arithmetic included.
    pub(super) words: SafeText,
    /// More that is worth knowing, one sentence each.
    pub(super) notes: Vec<SafeText>,
    /// What can still be done, or done better next time.
    pub(super) remedy: Option<SafeText>,
    /// What was counted, where something was.
    pub(super) measured: Option<Measured>,
    /// What it was held against.
    pub(super) standard: Option<StandardJson>,
    /// Where the number of the promise comes from; null where it has none.
    #[schemars(schema_with = "one_of_or_null::<NumberFrom>")]
    pub(super) number: Option<&'static str>,
    /// The last day on which the promise can be, or could have been, kept.
    pub(super) due: Option<NaiveDate>,
    /// The explanation that is in force.
    pub(super) explained: Option<ExplainedJson>,
    /// The same for the same promise about the same subject in every audit, wherever its file lies.
    #[schemars(regex(pattern = "^[a-p]{32}$"))]
    pub(super) fingerprint: SafeText,
    /// Whether both sides held it together.
    pub(super) joint: bool,
    /// Whether nobody says who held it, so that it is held against no party.
    pub(super) no_party: bool,
    /// Whether the record says that the event was held; until it does, its day has only passed.
    pub(super) confirmed: bool,
}

/// What was judged.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "subject")]
pub(super) struct SubjectJson {
    /// `engagement`, `project`, `decision`, `request`, `contact`, `period` and so on.
    pub(super) kind: &'static str,
    /// Its id, or the name of the project.
    pub(super) id: SafeText,
    /// Its title, or the name of the project.
    pub(super) name: SafeText,
    /// Its day: of the event, the first of a survey, the last of a project or period.
    pub(super) day: Option<NaiveDate>,
}

/// A place in a file.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "place")]
pub(super) struct PlaceJson {
    /// The file, with forward slashes.
    pub(super) file: SafeText,
    /// The line, from 1; null where the file has no lines.
    pub(super) line: Option<usize>,
    /// The column, from 1, in characters; null where the file has no lines.
    pub(super) column: Option<usize>,
    /// A cell (`Meetings!D14`), or the title and day of a calendar's entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) at: Option<SafeText>,
}

/// A stretch of time that was counted.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "measured")]
pub(super) struct Measured {
    /// How much, in the unit of the standard.
    pub(super) value: i64,
    /// The unit: `clear days`, `working days` and so on.
    pub(super) unit: &'static str,
    /// The same in plain days, where that is known.
    pub(super) days: Option<i64>,
}

/// What a stretch of time was held against.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "standard")]
pub(super) struct StandardJson {
    /// Whether at least or at most so much is asked for.
    #[schemars(schema_with = "one_of::<Direction>")]
    pub(super) sense: &'static str,
    /// A better one to aim for; missing it is only a note.
    pub(super) aim: Option<SafeText>,
    /// The standard: `14 clear days`.
    pub(super) standard: SafeText,
    /// Missing this is a breach.
    pub(super) limit: Option<SafeText>,
}

/// An explanation in force.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "explained")]
pub(super) struct ExplainedJson {
    /// The kind of reason.
    #[schemars(schema_with = "one_of::<Reason>")]
    pub(super) reason: &'static str,
    /// Why it could not be done.
    pub(super) because: SafeText,
    /// What was done instead.
    pub(super) instead: SafeText,
    /// Who agreed to it.
    pub(super) agreed_by: Vec<AgreedJson>,
    /// When they did.
    pub(super) agreed_on: NaiveDate,
    /// The last day on which it holds.
    pub(super) until: NaiveDate,
    /// Where it stands.
    pub(super) place: PlaceJson,
}

/// Somebody who agreed to an explanation.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "agreed")]
pub(super) struct AgreedJson {
    /// The party.
    pub(super) party: SafeText,
    /// In which role; no name.
    pub(super) role: SafeText,
}

/// An explanation that was not simply accepted.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "explanation")]
pub(super) struct ExplanationJson {
    /// The id of the clause.
    pub(super) clause: SafeText,
    /// What it is about.
    pub(super) subject: SafeText,
    /// What became of it.
    #[schemars(schema_with = "one_of::<ExplanationOutcome>")]
    pub(super) outcome: &'static str,
    /// Why, one sentence each.
    pub(super) why: Vec<SafeText>,
    /// Where it stands.
    pub(super) place: PlaceJson,
}

/// What the charter itself should hear.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "remark")]
pub(super) struct RemarkJson {
    /// The same for the same kind of remark.
    pub(super) code: &'static str,
    /// The id of the clause, where it is about one.
    pub(super) clause: Option<SafeText>,
    /// The remark in a sentence.
    pub(super) words: SafeText,
    /// Where it belongs.
    pub(super) place: Option<PlaceJson>,
}

/// The twelve months to the audit, and the twelve before.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "trend")]
pub(super) struct TrendJson {
    /// The earlier twelve months.
    pub(super) before: Option<PeriodJson>,
    /// The twelve months to the audit.
    pub(super) now: Option<PeriodJson>,
    /// How many engagements claimed each rung of the ladder of participation.
    pub(super) ladder: Vec<RungJson>,
    /// How each clause stood.
    pub(super) clauses: Vec<MovedJson>,
}

/// Days from one to another, both included.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "period")]
pub(super) struct PeriodJson {
    /// The first day.
    pub(super) first: NaiveDate,
    /// The last day.
    pub(super) last: NaiveDate,
}

/// How many engagements claimed a rung.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "rung")]
pub(super) struct RungJson {
    /// The rung; null for those that claim none.
    pub(super) rung: Option<SafeText>,
    /// In the earlier twelve months.
    pub(super) before: usize,
    /// In the twelve months to the audit.
    pub(super) now: usize,
}

/// How a clause moved.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "moved")]
pub(super) struct MovedJson {
    /// The id of the clause.
    pub(super) clause: SafeText,
    /// In the earlier twelve months.
    pub(super) before: Counts,
    /// In the twelve months to the audit.
    pub(super) now: Counts,
}

/// What became of what was not kept in an earlier audit. Findings are named by their fingerprints.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "against")]
pub(super) struct AgainstJson {
    /// The day that the earlier audit spoke for.
    pub(super) as_of: NaiveDate,
    /// Whether both used the same charter.
    pub(super) same_charter: bool,
    /// Not kept now, and not among what was not kept then.
    pub(super) new: Vec<SafeText>,
    /// Not kept then, and something else now.
    pub(super) put_right: Vec<SafeText>,
    /// Not kept then and now.
    pub(super) still_open: Vec<SafeText>,
    /// Not kept then, and about nothing that is in the records now.
    pub(super) gone: Vec<SafeText>,
    /// How many were not kept in one of the audits, and are about what the other was not asked.
    pub(super) not_asked: usize,
}

/// What is wrong with a file of records, or odd in it.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "fault")]
pub(super) struct FaultJson {
    /// Whether something could not be read, or is only odd.
    #[schemars(schema_with = "one_of::<Level>")]
    pub(super) level: &'static str,
    /// The same for the same kind of fault.
    pub(super) code: &'static str,
    /// What is wrong.
    pub(super) message: SafeText,
    /// Where.
    pub(super) place: Option<PlaceJson>,
    /// What to do.
    pub(super) help: Option<SafeText>,
    /// How many rows of a table have something there; null for what is not about rows.
    pub(super) rows: Option<usize>,
}

/// A finding on a line of its own, as charter-audit writes it with `--format jsonl`, with what it
/// needs to be understood alone.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "line")]
pub(super) struct LineJson<'r> {
    /// The version of this format. A reader should refuse others.
    #[schemars(extend("const" = FORMAT))]
    pub(super) format: &'static str,
    /// The day that the audit speaks for, in the charter's time zone.
    pub(super) as_of: NaiveDate,
    /// The digest of the charter: the same for the same charter.
    pub(super) charter: Cow<'r, SafeText>,
    /// Whose promise it is.
    #[schemars(schema_with = "one_of::<Duty>")]
    pub(super) of: &'static str,
    /// What the clause says.
    pub(super) says: SafeText,
    #[serde(flatten)]
    pub(super) finding: FindingJson<'r>,
}

/// The last line that charter-audit writes with `--format jsonl`: what the findings above rest on. It
/// has no `clause`.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "run")]
pub(super) struct RunJson {
    /// The version of this format. A reader should refuse others.
    #[schemars(extend("const" = FORMAT))]
    pub(super) format: &'static str,
    /// The day that the audit speaks for, in the charter's time zone.
    pub(super) as_of: NaiveDate,
    /// The digest of the charter: the same for the same charter.
    pub(super) charter: SafeText,
    /// What was read, and what was passed over.
    pub(super) records: RecordsJson,
    /// How the audit ended.
    pub(super) outcome: OutcomeJson,
    /// Every verdict, counted.
    pub(super) tally: Counts,
    /// What is wrong with the files of records or was not read in them, and what they have no place
    /// for.
    pub(super) faults: Vec<FaultJson>,
}
