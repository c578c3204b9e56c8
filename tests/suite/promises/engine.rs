//! The engine: what is in force, what is left out, and in which order.

use charter_audit::audit::{AuditScope, Holders};
use charter_audit::report::Outcome;
use charter_audit::rules::Verdict;
use engagement_records::record::SubjectKind;

use super::explanations::{LATE, explained};
use crate::Bench;

#[test]
fn what_is_not_in_force_or_not_strategic_does_not_apply() {
    let charter = "\
extends: built-in
parties:
  council: { name: A Council, side: organisation, signed: 2026-03-01 }
  forum: { name: A Forum, side: forum }
clauses:
  - { id: O4a3, in_force: { from: 2026-05-01 } }
";
    let bench = Bench::under(
        Some(charter),
        &[
            ("before.yaml", "title: A\nkind: meeting\ndate: 2026-02-26\n"),
            ("after.yaml", "title: B\nkind: meeting\ndate: 2026-04-01\n"),
            (
                "case.yaml",
                "title: C\nkind: meeting\nscope: individual\ndate: 2026-04-01\n",
            ),
            (
                "off.yaml",
                "title: D\nkind: meeting\nstatus: cancelled\ndate: 2026-04-01\n",
            ),
            (
                "put-off.yaml",
                "title: E\nkind: meeting\nstatus: postponed\ndate: 2026-04-01\n",
            ),
            (
                "forum.yaml",
                "title: F\nkind: forum-meeting\norganisers: [A Forum]\ndate: 2026-04-01\n",
            ),
            (
                "joint.yaml",
                "title: G\nkind: meeting\norganisers: [forum, council]\ndate: 2026-04-01\n",
            ),
        ],
    );
    assert!(bench.faults().is_empty(), "{:?}", bench.faults());
    for id in ["before", "case", "off", "put-off", "forum"] {
        for clause in ["O4a1", "O4e1", "O2a", "O4c"] {
            assert_eq!(
                bench.verdict("2026-06-01", clause, id),
                Verdict::DoesNotApply,
                "{id} {clause}"
            );
        }
    }
    assert_eq!(
        bench.verdict("2026-06-01", "O4e1", "after"),
        Verdict::NotKept
    );
    assert_eq!(
        bench.verdict("2026-06-01", "O4a3", "after"),
        Verdict::DoesNotApply
    );
    let audit = bench.audit("2026-06-01");
    let joint: Vec<_> = audit
        .findings
        .iter()
        .filter(|finding| finding.holders == Holders::BothSides)
        .collect();
    assert!(!joint.is_empty() && joint.iter().all(|finding| finding.about.id == "joint"));
}

#[test]
fn as_of_hides_what_came_later() {
    let text = "\
title: Board
kind: meeting
status: held
date: 2026-02-26
moved_from: [{ date: 2026-02-12, told: 2026-02-10 }]
notice: { sent: 2026-01-12 }
feedback: { sent: 2026-03-20 }
";
    let bench = Bench::new(&[("a.yaml", text)]);
    // On 9 February nobody knew of the new day: 12 January to 12 February is plenty.
    assert_eq!(bench.verdict("2026-02-09", "O4a1", "a"), Verdict::Kept);
    // Told on 10 February of the 26th: 15 clear days.
    assert_eq!(bench.verdict("2026-02-10", "O4a1", "a"), Verdict::Kept);
    assert_eq!(
        bench.verdict("2026-03-12", "O4e1", "a"),
        Verdict::StillToCome
    );
    assert_eq!(bench.verdict("2026-03-13", "O4e1", "a"), Verdict::NotKept);
    assert_eq!(bench.verdict("2026-03-20", "O4e1", "a"), Verdict::Kept);
}

#[test]
fn periods_sides_and_clauses_choose() {
    let bench = Bench::new(&[
        ("a.yaml", "title: A\nkind: meeting\ndate: 2026-01-26\n"),
        ("b.yaml", "title: B\nkind: meeting\ndate: 2026-02-26\n"),
        ("c.yaml", "title: C\nkind: meeting\n"),
    ]);
    let mut question = AuditScope::as_of("2026-06-01".parse().unwrap());
    question.since = "2026-02-01".parse().ok();
    question.until = "2026-02-26".parse().ok();
    let audit = bench.asked(&question);
    assert_eq!(audit.outside_period, 1);
    // What has no day is never left out.
    let mut ids: Vec<&str> = audit
        .findings
        .iter()
        .filter(|finding| finding.about.kind == SubjectKind::Engagement)
        .map(|finding| finding.about.id.as_ref())
        .collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids, ["b", "c"]);
    question.clauses = vec![6];
    let audit = bench.asked(&question);
    assert!(
        audit
            .findings
            .iter()
            .all(|finding| finding.clause.id == "O4a1")
    );
    assert_eq!(audit.findings.len(), 2);
    question.side = Some(engagement_records::record::Side::Forum);
    assert!(bench.asked(&question).findings.is_empty());
}

#[test]
fn outside_the_bank_holidays_working_days_are_no_evidence() {
    let text = "title: A\nkind: meeting\ndate: 2031-02-26\npapers: { sent: 2031-02-03 }\nnotice: { sent: 2031-02-03 }\n";
    let bench = Bench::new(&[("a.yaml", text)]);
    let audit = bench.audit("2031-06-01");
    let find = |clause: &str| {
        audit
            .findings
            .iter()
            .find(|finding| finding.clause.id == clause)
            .unwrap()
    };
    assert_eq!(find("O4a3").verdict, Verdict::NoEvidence);
    assert_eq!(find("O4a3").evidence, "the calendar does not cover 2031");
    // Clear days need no bank holidays: 3 to 26 February is 22.
    assert_eq!(find("O4a1").verdict, Verdict::Kept);
    assert_eq!(find("O4a1").measure.as_ref().unwrap().value, 22);
}

#[test]
fn the_same_records_give_the_same_bytes() {
    let text = explained("");
    let records: Vec<(String, String)> = (0..40)
        .map(|at| {
            let day = 1 + at % 28;
            (
                format!("r{at:02}.yaml"),
                text.replace(
                    "date: 2026-02-26",
                    &format!("date: 2026-03-{day:02}\nproject: p{}", at % 5),
                ),
            )
        })
        .collect();
    let borrowed: Vec<(&str, &str)> = records
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    let first = Bench::new(&borrowed).outputs("2026-06-01");
    for threads in [1, 2, 7] {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap();
        let again = pool.install(|| Bench::new(&borrowed).outputs("2026-06-01"));
        assert!(first == again, "{threads} threads");
    }
}

#[test]
fn the_outcome_is_the_worst_of_what_was_found() {
    let kept = "title: A\nkind: meeting\nstatus: cancelled\ndate: 2026-02-26\n";
    assert_eq!(
        Bench::new(&[("a.yaml", kept)]).outputs("2026-06-01").1,
        Outcome::Clean
    );
    assert_eq!(
        Bench::new(&[("a.yaml", LATE)]).outputs("2026-06-01").1,
        Outcome::Findings
    );
    let broken = format!("{LATE}start: 9.30\n");
    assert_eq!(
        Bench::new(&[("a.yaml", &broken)]).outputs("2026-06-01").1,
        Outcome::Incomplete
    );
}

#[test]
fn a_file_that_cannot_be_opened_is_in_every_output() {
    let mut bench = Bench::new(&[("a.yaml", LATE)]);
    bench
        .reading
        .unreadable
        .push("cannot read b.yaml".to_owned());
    let (out, outcome) = bench.outputs("2026-06-01");
    assert_eq!(outcome, Outcome::Incomplete);
    assert!(out.contains("\"exit_code\": 2") && out.contains("\"complete\": false"));
    assert!(out.contains("Not everything could be read"));
    assert_eq!(
        out.matches("cannot read b.yaml").count(),
        14,
        "in every format but tables of findings, twice in those with a page"
    );
}

#[test]
fn long_texts_are_cut_in_every_output() {
    let long = format!(
        "{} ring 07700 900461 {}",
        "word ".repeat(38),
        "word ".repeat(100_000)
    );
    let record = format!(
        "title: {long}\nid: {long}\nkind: meeting\ndate: 2026-02-26\nproject: {long}\nstatus: {long}\n\
         notice: {{ sent: 2026-02-01, purpose: {long} }}\n"
    );
    let (out, _) = Bench::new(&[("a.yaml", &record)]).outputs("2026-07-31");
    assert!(out.len() < 800_000, "{}", out.len());
    assert!(out.contains("word word") && out.contains('…'));
    assert!(!out.contains("0770") && !out.contains("900461"));
}

#[test]
fn a_period_that_is_cut_off_is_judged_by_all_of_it() {
    let joint = "title: Conference\nkind: meeting\ndate: 2026-01-29\nstatus: held\n\
                 organisers: [council, forum]\n";
    let later =
        "title: Board\nkind: meeting\ndate: 2026-03-26\nstatus: held\norganisers: [council]\n";
    let bench = Bench::new(&[("a.yaml", joint), ("b.yaml", later)]);
    let term = |since: Option<&str>| {
        let question = AuditScope {
            since: since.map(|day| day.parse().unwrap()),
            ..AuditScope::as_of("2026-07-31".parse().unwrap())
        };
        let audit = bench.asked(&question);
        let findings = audit.findings.iter();
        let spring = findings.filter(|it| it.clause.id == "W4" && it.about.id.ends_with("spring"));
        spring.map(|it| it.verdict).collect::<Vec<_>>()
    };
    assert_eq!(term(None), [Verdict::Kept]);
    assert_eq!(term(Some("2026-03-01")), [Verdict::Kept]);
    // A term that is over before is not judged at all.
    assert_eq!(term(Some("2026-05-01")), []);
}

/// 9 clear days where 14 are the standard. What decides whether the promise applies at all cannot be
/// read in the others, so nobody can call that not kept there.
#[test]
fn nothing_is_not_kept_where_it_may_not_apply_at_all() {
    let record =
        "title: Board\nkind: meeting\nid: b\ndate: 2026-02-26\nnotice: { sent: 2026-02-16 }\n";
    let whole = "scope: strategic\nstatus: held\norganisers: [council]\nproject: redesign\n";
    let verdict = |more: &str| {
        let bench = Bench::new(&[("b.yaml", &format!("{record}{more}"))]);
        bench.verdict("2026-06-01", "O4a1", "b")
    };
    assert_eq!(verdict(whole), Verdict::NotKept);
    for (was, unreadable) in [
        ("scope: strategic", "scope: somewhat"),
        ("status: held", "status: perhaps"),
        ("organisers: [council]", "organisers: [someone]"),
        ("project: redesign", "project: { a: b }"),
    ] {
        let more = whole.replace(was, unreadable);
        assert_ne!(more, whole);
        assert_eq!(verdict(&more), Verdict::NoEvidence, "{unreadable}");
    }
}
