//! How a charter's numbers fit what was done, for programs.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use crate::report::words::duration;
use crate::report::{
    Calibrated, Calibration, Changes, Curve, Flip, Group, NumberFrom, Report, ReportedClause,
    ReportedFinding, SHARES, Tally,
};
use crate::report_format::CALIBRATION_FORMAT;
use crate::rules::Verdict;
use identifiers::text::SafeText;

/// How a charter's numbers fit what was done.
#[derive(Serialize, JsonSchema)]
pub(crate) struct CalibrationJson {
    /// `charter-audit-calibrate/1`.
    format: &'static str,
    /// The day for which it speaks, through its end.
    as_of: NaiveDate,
    /// The title of the charter.
    charter: SafeText,
    /// Whether everything could be read.
    complete: bool,
    /// Each number of each promise that has one, in the order of the charter.
    numbers: Vec<NumberJson>,
    /// Promises of which the audit says little.
    to_look_at: ToLookAtJson,
    /// What would change under other numbers; nothing where no others were given.
    changes: Option<ChangesJson>,
}

/// One number against what was done.
#[derive(Serialize, JsonSchema)]
struct NumberJson {
    /// The id of the clause.
    clause: SafeText,
    /// What people call the promise.
    promise: Option<SafeText>,
    /// The group of the rule's parameters in which it stands, such as `survey`.
    under: Option<&'static str>,
    /// Whether it is the least or the most that is asked for.
    sense: &'static str,
    /// The unit of every value here, in the plural.
    unit: &'static str,
    /// The number that keeps the promise.
    standard: u32,
    /// A better one to aim for, as the charter writes it.
    aim: Option<SafeText>,
    /// The one beyond which it is a breach, as the charter writes it.
    limit: Option<SafeText>,
    /// Whose it is: `own`, `default` or `adopted-default`.
    number: Option<&'static str>,
    /// Everything that is counted.
    all: CurveJson,
    /// How many would have met other numbers.
    curve: Vec<RowJson>,
    /// How many the records cannot show; they are not counted.
    no_evidence: usize,
    /// How many are still to come; they are not counted.
    still_to_come: usize,
    /// How many were done on a day that nobody wrote down; they are not counted.
    undated: usize,
    /// Of those that missed it, how many are explained.
    explained: usize,
    /// Of those that missed it, how many kept the promise all the same.
    kept_all_the_same: usize,
    /// Where the misses lie.
    misses: MissesJson,
    /// The same by kind of engagement; empty where there is one kind.
    by_kind: Vec<GroupJson>,
    /// The same by who held it or was asked; empty where that is the same for all.
    by_party: Vec<GroupJson>,
}

/// What is counted, and which numbers so much of it would have met.
#[derive(Serialize, JsonSchema)]
struct CurveJson {
    /// How many were measured.
    measured: usize,
    /// How many were never done; they meet no number.
    never: usize,
    /// How many met the number.
    met: usize,
    /// For 50, 80 and 95 per cent of all that is counted, the strictest number that so many met.
    points: Vec<PointJson>,
}

/// Which number a share would have met.
#[derive(Serialize, JsonSchema)]
struct PointJson {
    /// The share in per cent.
    per_cent: usize,
    /// How many that are, of all that is counted.
    count: usize,
    /// The number; nothing where too many were never done.
    value: Option<i64>,
}

/// How many would have met a number.
#[derive(Serialize, JsonSchema)]
struct RowJson {
    /// The number.
    value: i64,
    /// How many of all that is counted.
    met: usize,
}

/// Where the misses lie.
#[derive(Serialize, JsonSchema)]
struct MissesJson {
    /// How many were done and missed it.
    late: usize,
    /// How many were never done.
    never: usize,
    /// More than half of all misses lie within so much of the number, if they do.
    most_within: Option<i64>,
    /// How many those are.
    so_near: Option<usize>,
}

/// Some of what is counted.
#[derive(Serialize, JsonSchema)]
struct GroupJson {
    /// What they have in common.
    name: SafeText,
    /// What is counted of them.
    all: CurveJson,
    /// How many of them the records cannot show.
    no_evidence: usize,
}

/// Promises of which the audit says little.
#[derive(Serialize, JsonSchema)]
struct ToLookAtJson {
    /// Kept each time that they could be judged.
    always_kept: Vec<StandsJson>,
    /// Explained more often than not where they were not kept.
    mostly_explained: Vec<StandsJson>,
    /// The records could not show them once.
    never_shown: Vec<StandsJson>,
    /// Nothing in the records falls under them.
    never_tested: Vec<StandsJson>,
}

/// A promise with how often it got which verdict.
#[derive(Serialize, JsonSchema)]
struct StandsJson {
    /// The id of the clause.
    clause: SafeText,
    /// What people call the promise.
    promise: Option<SafeText>,
    /// How often it was kept.
    kept: usize,
    /// How often it was not kept.
    not_kept: usize,
    /// How often it had no evidence.
    no_evidence: usize,
    /// How often falling short was explained.
    explained: usize,
}

/// What would change under other numbers.
#[derive(Serialize, JsonSchema)]
struct ChangesJson {
    /// The file of the other charter, where it is another one.
    with: Option<SafeText>,
    /// The promises of which something else is asked.
    clauses: Vec<AskedJson>,
    /// How many verdicts both have.
    compared: usize,
    /// How many verdicts only the charter has.
    only_now: usize,
    /// How many verdicts only the other has.
    only_then: usize,
    /// How many would be kept that are not now.
    would_be_kept: usize,
    /// How many are kept now that would not be.
    would_no_longer_be_kept: usize,
    /// Every verdict that would be another, by promise and day.
    verdicts: Vec<FlipJson>,
}

/// A promise of which something else is asked.
#[derive(Serialize, JsonSchema)]
struct AskedJson {
    /// The id of the clause.
    clause: SafeText,
    /// What is asked now.
    now: SafeText,
    /// What the other asks.
    then: SafeText,
}

/// A verdict that would be another.
#[derive(Serialize, JsonSchema)]
struct FlipJson {
    /// The id of the clause.
    clause: SafeText,
    /// What kind of thing it is about.
    kind: &'static str,
    /// The id of that.
    id: SafeText,
    /// What that is called.
    name: SafeText,
    /// Its day.
    day: Option<NaiveDate>,
    /// Where it stands, for people.
    place: SafeText,
    /// What it is now.
    now: JudgedJson,
    /// What it would be.
    then: JudgedJson,
}

/// A verdict with its evidence.
#[derive(Serialize, JsonSchema)]
struct JudgedJson {
    /// How the promise stands.
    verdict: &'static str,
    /// How much it matters if it was not kept.
    severity: &'static str,
    /// The evidence in a sentence, without full stop.
    words: SafeText,
}

pub(super) fn render(
    report: &Report<'_>,
    calibration: &Calibration<'_>,
) -> Result<String, serde_json::Error> {
    let relevance = &calibration.relevance;
    let all = CalibrationJson {
        format: CALIBRATION_FORMAT,
        as_of: report.as_of(),
        charter: report.charter_title(),
        complete: report.is_complete(),
        numbers: calibration.standards.iter().map(number).collect(),
        to_look_at: ToLookAtJson {
            always_kept: stands(&relevance.always_kept),
            mostly_explained: stands(&relevance.mostly_explained),
            never_shown: stands(&relevance.never_shown),
            never_tested: stands(&relevance.never_came_up),
        },
        changes: calibration
            .changes
            .as_ref()
            .map(|changes| changed(report, changes)),
    };
    let mut text = serde_json::to_string_pretty(&all)?;
    text.push('\n');
    Ok(text)
}

fn number(one: &Calibrated<'_>) -> NumberJson {
    let standard = one.of.standard;
    let required = one.required();
    let groups = |all: &[Group]| -> Vec<GroupJson> {
        let all = all.iter().map(|group| GroupJson {
            name: group.name.clone(),
            all: curve(&group.curve, required),
            no_evidence: group.no_evidence,
        });
        all.collect()
    };
    let rows = one.rows().into_iter();
    NumberJson {
        clause: one.clause.id(),
        promise: one.clause.promise_name(),
        under: one.of.under,
        sense: one.of.direction.word(),
        unit: standard.required.unit.plural(),
        standard: standard.required.count,
        aim: standard.aim.map(duration),
        limit: standard.limit.map(duration),
        number: one.number.map(NumberFrom::word),
        all: curve(&one.curve, required),
        curve: rows
            .map(|value| RowJson {
                value,
                met: one.curve.met(value),
            })
            .collect(),
        no_evidence: one.beside.no_evidence,
        still_to_come: one.beside.to_come,
        undated: one.beside.undated,
        explained: one.beside.explained,
        kept_all_the_same: one.beside.kept_all_the_same,
        misses: MissesJson {
            late: one.misses.late,
            never: one.misses.never,
            most_within: one.misses.most_within.map(|(distance, _)| distance),
            so_near: one.misses.most_within.map(|(_, count)| count),
        },
        by_kind: groups(&one.kinds),
        by_party: groups(&one.parties),
    }
}

fn curve(curve: &Curve, required: i64) -> CurveJson {
    let points = SHARES.iter().map(|share| PointJson {
        per_cent: *share,
        count: curve.needed(*share),
        value: curve.point(*share),
    });
    CurveJson {
        measured: curve.measured(),
        never: curve.never(),
        met: curve.met(required),
        points: points.collect(),
    }
}

fn stands(all: &[(ReportedClause<'_>, Tally)]) -> Vec<StandsJson> {
    let all = all.iter().map(|(clause, tally)| StandsJson {
        clause: clause.id(),
        promise: clause.promise_name(),
        kept: tally.count(Verdict::Kept),
        not_kept: tally.count(Verdict::NotKept),
        no_evidence: tally.count(Verdict::NoEvidence),
        explained: tally.count(Verdict::Explained),
    });
    all.collect()
}

fn changed(report: &Report<'_>, changes: &Changes<'_>) -> ChangesJson {
    let flips = &changes.flips;
    let asked = changes.clauses.iter().map(|one| AskedJson {
        clause: one.clause.id(),
        now: one.now.clone(),
        then: one.then.clone(),
    });
    ChangesJson {
        with: changes.file.clone(),
        clauses: asked.collect(),
        compared: changes.compared,
        only_now: changes.only_now,
        only_then: changes.only_then,
        would_be_kept: flips.iter().filter(|flip| flip.is_won()).count(),
        would_no_longer_be_kept: flips.iter().filter(|flip| flip.is_lost()).count(),
        verdicts: flips.iter().map(|one| flip(report, one)).collect(),
    }
}

fn flip(report: &Report<'_>, flip: &Flip<'_>) -> FlipJson {
    let told = report.describe(flip.now);
    let place = told.address();
    let judged = |finding: ReportedFinding<'_>| JudgedJson {
        verdict: finding.verdict().word(),
        severity: finding.severity().word(),
        words: report.describe(finding).words,
    };
    FlipJson {
        clause: told.clause.into_owned(),
        kind: flip.now.kind().word(),
        id: told.id,
        name: told.name,
        day: flip.now.day(),
        place,
        now: judged(flip.now),
        then: judged(flip.then),
    }
}
