//! What is planned and what is judged afterwards never disagree: whoever does everything on the last
//! day that a plan names has kept it, and a day later has not.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use charter_audit::audit::AuditScope;
use charter_audit::report::{Chance, Report, Threshold};
use charter_audit::rules::Verdict;
use chrono::{Days, NaiveDate};

use crate::Bench;
use crate::dice::Dice;

/// Set to 5000 for the long run.
const PROPOSALS: &str = "PLANNED_PROPOSALS";

const QUIET: Threshold = Threshold {
    fail_on: None,
    strict: false,
    ignore_elapsed: false,
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A charter with standards of its own, in any part of the country.
fn random_charter(dice: &mut Dice) -> String {
    let part = *dice.one_of(&["england-and-wales", "scotland", "northern-ireland"]);
    let mut standard = |most: usize| {
        let units = ["days", "clear days", "working days", "clear working days"];
        let unit = *dice.one_of(&units);
        let count = 1 + dice.below(most);
        format!("{count} {unit}")
    };
    let (notice, papers, input) = (standard(28), standard(10), standard(10));
    let (meeting, survey, consultation, told) =
        (standard(20), standard(30), standard(60), standard(30));
    let mut charter = format!(
        "extends: built-in\ntitle: Coproduction charter, Northmoor\nparties:\n  \
         council: {{ name: Northmoor Council, side: organisation, signed: 2020-09-01 }}\n  \
         forum: {{ name: Northmoor Voice, side: forum, signed: 2020-09-01 }}\n\
         calendar:\n  bank_holidays: {part}\n  closed_days: ["
    );
    for _ in 0..dice.below(20) {
        let closed = day("2025-01-01") + Days::new(dice.below(1_000) as u64);
        let _ = write!(charter, "{closed}, ");
    }
    let _ = write!(
        charter,
        "]\nclauses:\n  - {{ id: O4a1, rule: {{ notice: {{ standard: {notice} }} }} }}\n  \
         - {{ id: O4a3, rule: {{ papers: {{ standard: {papers} }} }} }}\n  \
         - {{ id: W3a, rule: {{ wider-input: {{ standard: {input} }} }} }}\n  \
         - {{ id: W3b, rule: {{ forum-feedback: {{ standard: {told} }} }} }}\n  \
         - {{ id: O4e2, rule: {{ feedback-in-time: {{ standard: {meeting}, survey: {{ standard: {survey} }}, \
         consultation: {{ standard: {consultation} }} }} }} }}\n"
    );
    charter
}

/// An engagement between 2025 and 2027, which the bank holidays of all parts cover.
fn random_proposal(dice: &mut Dice) -> String {
    let kinds = ["meeting", "workshop", "event", "survey", "consultation"];
    let kind = *dice.one_of(&kinds);
    let first = day("2025-03-01") + Days::new(dice.below(800) as u64);
    let mut record = format!("title: Transport\nkind: {kind}\n");
    if matches!(kind, "survey" | "consultation") {
        let closes = first + Days::new(7 + dice.below(60) as u64);
        let _ = writeln!(record, "opens: {first}\ncloses: {closes}");
    } else {
        let _ = writeln!(record, "date: {first}\nstart: 10:00\nend: 12:00");
        if dice.below(5) == 0 {
            let last = first + Days::new(1 + dice.below(2) as u64);
            let _ = writeln!(record, "last_day: {last}");
        }
    }
    let organisers = *dice.one_of(&["council", "council, forum"]);
    let audience = *dice.one_of(&["parents", "parents, cyp", "parents, staff"]);
    let _ = writeln!(record, "organisers: [{organisers}]\naudience: [{audience}]");
    record
}

/// The record afterwards, with everything done on a day.
fn afterwards(proposal: &str, done: &BTreeMap<&str, NaiveDate>) -> String {
    let mut record = format!("{proposal}status: held\n");
    let mut came = "parents: 8".to_owned();
    for (field, day) in done {
        let (group, name) = field.split_once('.').unwrap();
        let more = match *field {
            "feedback.sent" => ", to: [parents, cyp], you_said: More on Saturdays",
            _ => "",
        };
        let _ = writeln!(record, "{group}: {{ {name}: {day}{more} }}");
    }
    // Whoever came was invited, whatever day stands there.
    let ends = ends(proposal);
    if done
        .get("forum.invited")
        .is_none_or(|invited| *invited <= ends)
    {
        came.push_str(", forum_reps: 2");
    }
    let _ = writeln!(record, "attendance: {{ {came} }}");
    record
}

fn ends(proposal: &str) -> NaiveDate {
    let names = ["last_day: ", "closes: ", "date: "];
    let found = names.iter().find_map(|name| {
        let mut lines = proposal.lines();
        lines.find_map(|line| line.strip_prefix(name))
    });
    day(found.unwrap())
}

/// What a plan made long before says of each field: its last day, and the clauses that it serves.
fn planned(
    charter: &str,
    proposal: &str,
    as_of: NaiveDate,
) -> Vec<(&'static str, NaiveDate, Vec<String>)> {
    let bench = Bench::under(Some(charter), &[("workshop.yaml", proposal)]);
    assert!(
        bench.reading.faults.is_empty(),
        "{:?}",
        bench.reading.faults
    );
    let scope = AuditScope::as_of(as_of);
    let audit = bench.asked(&scope);
    let report = Report::new(
        &bench.charter,
        &scope,
        &audit,
        &bench.reading,
        &bench.sources,
        QUIET,
    );
    let record = bench.reading.records.engagements.first().unwrap();
    let plan = report.plan(record, None, None);
    let charter = &bench.charter.charter;
    let tasks = plan.tasks.iter().filter_map(|task| {
        assert!(
            task.chance == Chance::Kept,
            "{}: {:?}",
            task.to_do,
            task.due
        );
        let ids: Vec<String> = task
            .serves
            .iter()
            .map(|it| it.clause().id().to_string())
            .collect();
        let done = charter.clause(ids.first()?)?.judged.rule()?.done()?;
        Some((done, task.due?, ids))
    });
    tasks.collect()
}

fn verdicts(charter: &str, record: &str, as_of: NaiveDate) -> BTreeMap<String, Verdict> {
    let bench = Bench::under(Some(charter), &[("workshop.yaml", record)]);
    let audit = bench.asked(&AuditScope::as_of(as_of));
    let findings = audit.findings.iter();
    findings
        .map(|finding| (finding.clause.id.clone(), finding.verdict))
        .collect()
}

#[test]
fn whoever_follows_a_plan_has_kept_it_and_a_day_later_has_not() {
    let proposals = std::env::var(PROPOSALS).map_or(60, |count| count.parse().unwrap());
    let mut dice = Dice(0x00C0_FFEE);
    let (mut kept, mut late) = (0, 0);
    let mut charter = String::new();
    for number in 0..proposals {
        if number % 4 == 0 {
            charter = random_charter(&mut dice);
        }
        let proposal = random_proposal(&mut dice);
        let over = ends(&proposal);
        let plan = planned(&charter, &proposal, over - Days::new(250));
        let done: BTreeMap<&str, NaiveDate> = plan
            .iter()
            .map(|(field, last, _)| (*field, *last))
            .collect();
        assert!(!done.is_empty(), "{proposal}{plan:?}");
        let long_after = over + Days::new(250);
        let on_the_last_days = verdicts(&charter, &afterwards(&proposal, &done), long_after);
        for (field, last, ids) in &plan {
            for id in ids {
                let verdict = on_the_last_days.get(id);
                assert_eq!(
                    verdict,
                    Some(&Verdict::Kept),
                    "{id} by {field} {last}\n{charter}{proposal}"
                );
                kept += 1;
            }
            let mut later = done.clone();
            later.insert(field, *last + Days::new(1));
            let verdicts = verdicts(&charter, &afterwards(&proposal, &later), long_after);
            let missed = ids
                .iter()
                .filter(|id| verdicts.get(*id) == Some(&Verdict::NotKept));
            assert!(
                missed.count() > 0,
                "{ids:?} a day after {last}\n{charter}{proposal}"
            );
            late += 1;
        }
    }
    assert!(
        kept > proposals * 3 && late > proposals * 2,
        "{kept} {late}"
    );
}
