//! What holds a charter together: decisions that nobody was asked about, both sides' promises,
//! what the charter should hear about itself, and how things move.

use charter_audit::report::earlier;
use charter_audit::rules::{Severity, Verdict};
use serde_json::Value;

use super::meeting;
use crate::{Bench, json_of};

#[test]
fn a_decision_without_any_engagement_comes_first() {
    let bench = Bench::new(&[
        (
            "a.yaml",
            &meeting(
                "first",
                "2026-01-10",
                "feedback: none\ncyp: no\nforum: no\n",
            ),
        ),
        (
            "z.yaml",
            "record: decision\nid: d\ntitle: Charges\nproject: charges\ndecided: 2026-05-01\n",
        ),
    ]);
    let audit = bench.audit("2026-07-01");
    let worse: Vec<&str> = audit
        .findings
        .iter()
        .filter(|finding| finding.verdict == Verdict::NotKept)
        .map(|finding| finding.clause.id.as_str())
        .collect();
    // Breaches of promises that stand before it in the charter come after it.
    assert_eq!(worse.first(), Some(&"G5"), "{worse:?}");
    assert!(
        worse.contains(&"O1a") && worse.contains(&"O4e1"),
        "{worse:?}"
    );
    let report = bench.outputs("2026-07-01").0;
    let not_kept = report.split("\nNot kept\n").nth(1).unwrap();
    let first = not_kept.split("\n1.  ").nth(1).unwrap();
    assert!(first.starts_with("Decision without parents"), "{not_kept}");
}

#[test]
fn short_notice_by_the_forum_frees_the_organisation() {
    // Sunday 1 March is the day of the meeting.
    let request = |made: &str, met: &str| {
        format!(
            "record: request\nid: r\ntitle: Speaker\nby: forum\nto: council\nmade: {made}\n\
             for: 2026-03-01\nmet: {met}\n"
        )
    };
    for (made, met, verdict, words) in [
        // Four days' notice: three clear days.
        (
            "2026-02-25",
            "no",
            Verdict::DoesNotApply,
            "3 clear days (4 days)",
        ),
        (
            "2026-02-25",
            "yes",
            Verdict::DoesNotApply,
            "3 clear days (4 days)",
        ),
        // Twenty days' notice: nineteen clear days.
        (
            "2026-02-09",
            "no",
            Verdict::NotKept,
            "19 clear days (20 days)",
        ),
        (
            "2026-02-09",
            "yes",
            Verdict::Kept,
            "19 clear days (20 days)",
        ),
        // Fourteen clear days are just enough, thirteen are not.
        (
            "2026-02-14",
            "no",
            Verdict::NotKept,
            "14 clear days (15 days)",
        ),
        (
            "2026-02-15",
            "no",
            Verdict::DoesNotApply,
            "13 clear days (14 days)",
        ),
    ] {
        let bench = Bench::new(&[("a.yaml", &request(made, met))]);
        let audit = bench.audit("2026-03-10");
        let finding = audit
            .findings
            .iter()
            .find(|finding| finding.clause.id == "O8")
            .unwrap();
        assert_eq!(finding.verdict, verdict, "{made} {met}");
        assert!(finding.evidence.contains(words), "{}", finding.evidence);
    }
}

#[test]
fn a_request_after_its_day_is_a_fault() {
    let text = "record: request\nby: forum\nto: council\nmade: 2026-02-10\nfor: 2026-02-03\n";
    let bench = Bench::new(&[("a.yaml", text)]);
    assert_eq!(bench.faults(), [("made-after-needed", 4, 7)]);
    assert_eq!(bench.verdict("2026-03-01", "O8", "a"), Verdict::NoEvidence);
}

#[test]
fn records_before_adoption_are_out_of_force_for_each_side_by_itself() {
    let charter = "extends: built-in\nparties:\n\
        \x20 council: { name: Elm Council, side: organisation, signed: 2026-01-01 }\n\
        \x20 forum: { name: Elm Forum, side: forum, signed: 2026-03-01 }\n";
    let text = meeting("m", "2026-02-26", "organisers: [council, forum]\n");
    let bench = Bench::under(Some(charter), &[("m.yaml", &text)]);
    assert_eq!(bench.verdict("2026-04-30", "O4e1", "m"), Verdict::NotKept);
    for clause in ["W2", "W3a", "W3b"] {
        assert_eq!(
            bench.verdict("2026-04-30", clause, "m"),
            Verdict::DoesNotApply,
            "{clause}"
        );
    }
    // The promise of both binds from the first signature.
    let g1: Vec<Verdict> = bench
        .audit("2026-02-01")
        .findings
        .iter()
        .filter(|finding| finding.clause.id == "G1")
        .map(|finding| finding.verdict)
        .collect();
    assert_eq!(g1, [Verdict::StillToCome, Verdict::Kept]);
}

#[test]
fn the_charter_hears_what_is_wrong_with_itself() {
    let explained = |id: &str, date: &str| {
        meeting(
            id,
            date,
            &format!(
                "notice: {{ sent: {date} }}\nexplanations:\n  - {{ clause: O4a1, reason: venue-unavailable, \
                 because: The hall was taken., agreed_by: [{{ party: forum, role: chair }}, \
                 {{ party: council, role: officer }}], agreed_on: {date}, instead: a call, until: 2027-01-01 }}\n"
            ),
        )
    };
    let codes = |records: &[String]| -> Vec<(&'static str, Option<String>)> {
        let files: Vec<(String, &String)> = records
            .iter()
            .enumerate()
            .map(|(at, text)| (format!("{at}.yaml"), text))
            .collect();
        let files: Vec<(&str, &str)> = files
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str()))
            .collect();
        let bench = Bench::new(&files);
        assert!(bench.faults().is_empty(), "{:?}", bench.faults());
        bench
            .audit("2026-12-31")
            .remarks
            .iter()
            .map(|remark| (remark.code, remark.clause.clone()))
            .collect()
    };
    let three = [
        explained("a", "2026-01-10"),
        explained("b", "2026-06-10"),
        explained("c", "2026-12-10"),
    ];
    let found = codes(&three);
    assert!(found.contains(&("standards-not-adopted", None)));
    assert!(
        found.contains(&("same-reason-again", Some("O4a1".into()))),
        "{found:?}"
    );
    assert!(found.contains(&("too-many-explained", None)), "{found:?}");
    assert!(found.contains(&("never-exercised", Some("O8".into()))));
    // A day more than a year apart, and the three are no habit of one year.
    let apart = [
        explained("a", "2025-12-10"),
        explained("b", "2026-06-10"),
        explained("c", "2026-12-10"),
    ];
    let found = codes(&apart);
    assert!(
        !found.iter().any(|(code, _)| *code == "same-reason-again"),
        "{found:?}"
    );
    // Three of thirteen are less than a quarter.
    let mut many: Vec<String> = three.to_vec();
    many.extend((1..=10).map(|day| meeting(&format!("m{day}"), &format!("2026-03-{day:02}"), "")));
    let found = codes(&many);
    assert!(
        !found.iter().any(|(code, _)| *code == "too-many-explained"),
        "{found:?}"
    );
}

#[test]
fn individual_cases_are_left_out_and_pointed_out() {
    let bench = Bench::new(&[
        ("a.yaml", &meeting("a", "2026-01-10", "scope: individual\n")),
        ("b.yaml", &meeting("b", "2026-01-11", "")),
    ]);
    assert_eq!(
        bench.verdict("2026-04-30", "O4e1", "a"),
        Verdict::DoesNotApply
    );
    let audit = bench.audit("2026-04-30");
    let finding = audit
        .findings
        .iter()
        .find(|finding| finding.clause.id == "G4")
        .unwrap();
    assert_eq!(finding.verdict, Verdict::NotKept);
    assert_eq!(finding.severity, Severity::Advice);
    assert!(finding.evidence.contains("1 of 2"), "{}", finding.evidence);
    assert_eq!(bench.sources.address(finding.places[0].span), "a.yaml:6:8");
}

/// Two meetings in the year before, one of them with feedback; two in this year, both with it. So
/// many of them as there were at the time.
fn two_years(count: usize) -> Bench {
    let records = [
        (
            "2025-01-10",
            "ladder: information\nfeedback: { sent: 2025-01-20, you_said: x }\n",
        ),
        ("2025-02-10", "ladder: information\nfeedback: none\n"),
        (
            "2026-01-10",
            "ladder: participation\nfeedback: { sent: 2026-01-20 }\n",
        ),
        (
            "2026-02-10",
            "ladder: information\nfeedback: { sent: 2026-02-20 }\n",
        ),
    ]
    .map(|(date, more)| (format!("{date}.yaml"), meeting(date, date, more)));
    let files: Vec<(&str, &str)> = records
        .iter()
        .take(count)
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    Bench::new(&files)
}

#[test]
fn movement_is_counted_from_year_to_year() {
    let json: Value = serde_json::from_str(&json_of(&two_years(4), "2026-06-30")).unwrap();
    let rung = |name: &str| {
        let rungs = json["trend"]["ladder"].as_array().unwrap();
        let rung = rungs.iter().find(|rung| rung["rung"] == name).unwrap();
        (
            rung["before"].as_u64().unwrap(),
            rung["now"].as_u64().unwrap(),
        )
    };
    assert_eq!(rung("information"), (2, 1));
    assert_eq!(rung("participation"), (0, 1));
    let clauses = json["trend"]["clauses"].as_array().unwrap();
    let o4e1 = clauses
        .iter()
        .find(|moved| moved["clause"] == "O4e1")
        .unwrap();
    assert_eq!(
        (&o4e1["before"]["kept"], &o4e1["before"]["not_kept"]),
        (&1.into(), &1.into())
    );
    assert_eq!(
        (&o4e1["now"]["kept"], &o4e1["now"]["not_kept"]),
        (&2.into(), &0.into())
    );
}

#[test]
fn movement_is_counted_against_an_earlier_audit() {
    let earlier = earlier(&json_of(&two_years(2), "2025-06-30")).unwrap();
    let now = two_years(4);
    let text = now.report_against("2026-06-30", &earlier);
    // On the page in short, and in full behind it.
    let (_, since) = text
        .rsplit_once("Since the audit of Mon 30 Jun 2025")
        .unwrap();
    let row = since.lines().find(|line| line.starts_with("O4e1")).unwrap();
    assert!(row.contains("1 to 3"), "{row}");
}

#[test]
fn a_lost_record_makes_nobody_guilty_of_asking_nobody() {
    let decision =
        "record: decision\nid: d\ntitle: D\nproject: Short Breaks\ndecided: 2026-05-01\n";
    let good = meeting(
        "m",
        "2026-03-01",
        "project: short-breaks\naudience: [parents]\n",
    );
    let lost = "title: Transport: first\nkind: meeting\nproject: short-breaks\n";
    let verdict = |files: &[(&str, &str)]| Bench::new(files).verdict("2026-07-01", "G5", "d");
    assert_eq!(verdict(&[("d.yaml", decision)]), Verdict::NotKept);
    assert_eq!(
        verdict(&[("d.yaml", decision), ("m.yaml", lost)]),
        Verdict::NoEvidence
    );
    // The same project, however it is spelled.
    assert_eq!(
        verdict(&[("d.yaml", decision), ("m.yaml", &good)]),
        Verdict::Kept
    );
}

#[test]
fn a_decision_accuses_nobody_where_the_log_names_no_projects() {
    let decision = "record: decision\ntitle: New form\nproject: EHCP\ndecided: 2026-05-18\n";
    let log = |heading: &str, cell: &str| {
        format!(
            "Title,Type,Date,Organiser,Who is it for{heading}\n\
             EHCP form workshop,Workshop,22/01/2026,council,parents{cell}\n"
        )
    };
    let g5 = |log: &str| {
        let bench = Bench::new(&[("decision.yaml", decision), ("log.csv", log)]);
        let audit = bench.audit("2026-06-30");
        let finding = audit
            .findings
            .iter()
            .find(|it| it.clause.id == "G5")
            .unwrap();
        (finding.verdict.word(), finding.evidence.to_string())
    };
    let (verdict, words) = g5(&log("", ""));
    assert_eq!(verdict, "no-evidence");
    assert!(
        words.starts_with("the table has no column `Project`, so nobody can say"),
        "{words}"
    );
    assert_eq!(g5(&log(",Project", ",EHCP")).0, "kept");
    assert_eq!(g5(&log(",Project", ",Transport")).0, "not-kept");
    // It was held after the decision, whatever it was about.
    let later = log("", "").replace("22/01/2026", "18/05/2026");
    assert_eq!(g5(&later).0, "not-kept");
}
