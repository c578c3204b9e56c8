//! Days of one record that contradict each other: a fault at both places, and nobody judges by them.

use charter_audit::rules::Verdict;

use crate::Bench;

#[test]
fn contradictions_are_faults_and_not_verdicts() {
    // Case 13 of the counting cases: notice dated after the meeting is no lead of minus three days.
    for (fields, code, clause) in [
        (
            "date: 2026-02-26\nnotice: { sent: 2026-03-01 }",
            "notice-after-event",
            "O4a1",
        ),
        (
            "date: 2026-02-26\nfeedback: { sent: 2026-02-20 }",
            "feedback-before-event",
            "O4e1",
        ),
        (
            "date: 2026-02-26\nstart: 12:00\nend: 10:00\naudience: [parents]",
            "end-before-start",
            "O4b",
        ),
        (
            "date: 2026-02-26\nmoved_from: [{ date: 2026-02-01, told: 2026-02-27 }]\nnotice: { sent: 2026-01-02 }",
            "told-after-event",
            "O4a1",
        ),
    ] {
        let text = format!("title: Board\nkind: meeting\n{fields}\n");
        let bench = Bench::new(&[("a.yaml", &text)]);
        let faults = bench.faults();
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert_eq!(faults[0].0, code);
        assert_eq!(bench.reading.faults[0].labels.len(), 2, "both places");
        assert_eq!(
            bench.verdict("2026-06-01", clause, "a"),
            Verdict::NoEvidence
        );
    }
    let survey = "title: S\nkind: survey\nopens: 2026-03-01\ncloses: 2026-02-01\n";
    assert_eq!(
        Bench::new(&[("a.yaml", survey)]).faults()[0].0,
        "closes-before-opens"
    );
}

#[test]
fn the_latest_day_on_which_people_were_told_starts_the_clock() {
    let text = "title: B\nkind: meeting\ndate: 2026-02-26\nmoved_from: [{ date: 2026-02-12, told: 2026-02-24 }, { date: 2026-02-13, told: 2026-02-01 }]\nnotice: { sent: 2026-01-15 }\n";
    let bench = Bench::new(&[("a.yaml", text)]);
    assert_eq!(bench.verdict("2026-06-01", "O4a1", "a"), Verdict::NotKept);
}

/// Dates that contradict each other are a fault, and nobody judges by them.
#[test]
fn further_contradictions_are_faults_and_not_verdicts() {
    for (text, fault, clause) in [
        (
            "record: decision\nid: a\nproject: p\ndecided: 2026-01-10\noptions_fixed: 2026-05-01\n---\n\
             { title: W, kind: workshop, project: p, date: 2026-04-26, audience: [parents] }\n",
            ("fixed-after-decided", 5, 16),
            "G5",
        ),
        (
            "id: a\ntitle: W\nkind: workshop\ndate: 2026-04-26\n\
             experience: { complaint: yes, responded: 2020-01-01 }\n",
            ("answered-before-event", 4, 7),
            "O4d1",
        ),
        (
            "id: a\ntitle: W\nkind: workshop\ndate: 2026-04-26\n\
             wider_input: { opened: 2026-04-01, closed: 2026-03-01 }\n",
            ("closes-before-opens", 5, 44),
            "W3a",
        ),
    ] {
        let bench = Bench::new(&[("a.yaml", text)]);
        assert_eq!(bench.faults(), [fault]);
        assert_eq!(
            bench.verdict("2026-07-31", clause, "a"),
            Verdict::NoEvidence,
            "{clause}"
        );
    }
}

/// A year that is perhaps wrong is a remark; the day counts as it is written.
#[test]
fn a_day_that_fits_in_another_year_is_a_remark() {
    let of = |fields: &str| {
        let text = format!("title: Board\nkind: meeting\ndate: 2026-03-12\n{fields}\n");
        let bench = Bench::new(&[("a.yaml", &text)]);
        let faults = bench
            .faults()
            .iter()
            .map(|fault| fault.0)
            .collect::<Vec<_>>();
        (bench, faults)
    };
    for (fields, is_remarked) in [
        // 395 clear days before: 10 February 2025 for 2026.
        ("notice: { sent: 2025-02-10 }", true),
        ("notice: { sent: 2024-02-10 }", true),
        ("papers: { sent: 2025-03-01 }", true),
        ("forum: { invited: 2025-03-12 }", true),
        ("feedback: { sent: 2027-03-20 }", true),
        ("forum_feedback: { sent: 2027-03-20 }", true),
        // As it is, or early and late in any year.
        ("notice: { sent: 2026-02-10 }", false),
        ("notice: { sent: 2025-06-01 }", false),
        ("notice: { sent: 2025-03-13 }", false),
        ("feedback: { sent: 2026-12-20 }", false),
        ("feedback: { sent: 2027-03-11 }", false),
        ("feedback: { sent: 2027-10-01 }", false),
        ("notice: { sent: 2025-02-10 }\nstatus: cancelled", false),
    ] {
        let (_, faults) = of(fields);
        let expected: &[&str] = if is_remarked {
            &["perhaps-another-year"]
        } else {
            &[]
        };
        assert_eq!(faults, expected, "{fields}");
    }
    let (bench, _) = of("notice: { sent: 2025-02-10 }\npapers: { sent: 2025-03-01 }");
    // One remark, at both days and that of the event; the notice is kept, as it is written.
    assert_eq!(bench.reading.faults.len(), 1);
    assert_eq!(bench.reading.faults[0].labels.len(), 3);
    assert!(!bench.reading.faults[0].is_error());
    assert_eq!(bench.verdict("2026-06-01", "O4a1", "a"), Verdict::Kept);
    // Two files that tell of one meeting say it once.
    let one = "title: Board\nkind: meeting\ndate: 2026-03-12\nstart: 10:00\n";
    let other = format!("{one}notice: {{ sent: 2025-02-10 }}\n");
    let bench = Bench::new(&[
        ("a.yaml", &format!("{one}id: b\n")),
        ("b.yaml", &format!("{other}id: b\n")),
    ]);
    let codes: Vec<&str> = bench.faults().iter().map(|fault| fault.0).collect();
    let said = codes.iter().filter(|code| **code == "perhaps-another-year");
    assert_eq!(said.count(), 1, "{codes:?}");
}

/// What happens on one day is no contradiction, and a day earlier or later it is.
#[test]
fn the_same_day_contradicts_nothing() {
    const TOLD: &str = "date: 2026-02-26\nmoved_from: [{ date: 2026-02-01, told: DAY }]";
    for (fields, same, other, code) in [
        (
            "date: 2026-02-26\nlast_day: DAY",
            "2026-02-26",
            "2026-02-25",
            "last-before-first",
        ),
        (TOLD, "2026-02-26", "2026-02-27", "told-after-event"),
        (
            "date: 2026-02-26\nnotice: { sent: DAY }",
            "2026-02-26",
            "2026-02-27",
            "notice-after-event",
        ),
        (
            "date: 2026-02-26\nfeedback: { sent: DAY }",
            "2026-02-26",
            "2026-02-25",
            "feedback-before-event",
        ),
        (
            "date: 2026-02-26\nstart: 10:00\nend: DAY",
            "10:01",
            "10:00",
            "end-before-start",
        ),
    ] {
        let codes = |day: &str| -> Vec<&str> {
            let text = format!(
                "title: Board\nkind: meeting\n{}\n",
                fields.replace("DAY", day)
            );
            let faults = Bench::new(&[("a.yaml", &text)]).faults();
            faults.iter().map(|fault| fault.0).collect()
        };
        assert_eq!(codes(same), [""; 0], "{code}");
        assert_eq!(codes(other), [code]);
    }
}
