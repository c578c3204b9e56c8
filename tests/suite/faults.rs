//! Faults of records: all at once, each at its place, and never more lost than the fault itself.

use charter_audit::audit::Finding;
use charter_audit::report::snippet::Drawing;
use charter_audit::rules::Verdict;
use identifiers::redact::Redactor;

use crate::Bench;

#[test]
fn four_faults_of_one_record_are_all_reported_at_their_places() {
    let text = "\
title: Short breaks workshop
knid: workshop
date: 2026-02-30
start: 9.30
status: hold
";
    let bench = Bench::new(&[("a.yaml", text)]);
    assert_eq!(
        bench.faults(),
        [
            ("unknown-field", 2, 1),
            ("wrong-value", 3, 7),
            ("wrong-value", 4, 8),
            ("wrong-value", 5, 9),
        ]
    );
    let drawing = Drawing::new(&bench.sources, Redactor::default(), false);
    let all: Vec<String> = bench
        .reading
        .faults
        .iter()
        .map(|fault| drawing.fault(fault).to_string())
        .collect();
    insta::assert_snapshot!(all.join("\n\n"), @r"
    error[unknown-field]: `knid` is not a field of an engagement
     --> a.yaml:2:1
      |
    2 | knid: workshop
      | ^^^^ did you mean `kind`?

    error[wrong-value]: `2026-02-30` cannot be read as `date`
     --> a.yaml:3:7
      |
    3 | date: 2026-02-30
      |       ^^^^^^^^^^
      |
      = help: there is no such day; check the month and the day

    error[wrong-value]: `9.30` cannot be read as `start`
     --> a.yaml:4:8
      |
    4 | start: 9.30
      |        ^^^^
      |
      = help: write the time with a colon: 09:30

    error[wrong-value]: `hold` cannot be read as `status`
     --> a.yaml:5:9
      |
    5 | status: hold
      |         ^^^^
      |
      = help: did you mean `held`? The words are planned, held, cancelled or postponed
    ");
}

#[test]
fn what_could_be_read_is_still_judged() {
    let text = "\
title: Board
kind: meeting
date: 2026-02-26
start: 25:00
notice: { sent: 2026-02-01 }
feedback: { sent: 2026-31-12 }
";
    let bench = Bench::new(&[("a.yaml", text)]);
    assert_eq!(bench.faults().len(), 2);
    assert_eq!(bench.verdict("2026-06-01", "O4a1", "a"), Verdict::Met);
    // Silence would be "not kept", but something was said that cannot be read.
    assert_eq!(
        bench.verdict("2026-06-01", "O4e1", "a"),
        Verdict::NotEvidenced
    );
    assert_eq!(
        bench.verdict("2026-06-01", "O4b", "a"),
        Verdict::NotEvidenced
    );
}

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
            Verdict::NotEvidenced
        );
    }
    let survey = "title: S\nkind: survey\nopens: 2026-03-01\ncloses: 2026-02-01\n";
    assert_eq!(
        Bench::new(&[("a.yaml", survey)]).faults()[0].0,
        "closes-before-opens"
    );
}

#[test]
fn an_id_used_twice_names_both_places() {
    let bench = Bench::new(&[
        ("a.yaml", "id: x\ntitle: One\ndate: 2026-02-26\n"),
        ("b.yaml", "title: Two\nid: x\ndate: 2026-02-27\n"),
    ]);
    let fault = &bench.reading.faults[0];
    assert_eq!(fault.code, "duplicate-id");
    let places: Vec<String> = fault
        .labels
        .iter()
        .map(|label| bench.sources.address(label.span))
        .collect();
    assert_eq!(places, ["b.yaml:1:1", "a.yaml:1:1"]);
    assert_eq!(
        bench.reading.records.engagements.len(),
        2,
        "both are judged"
    );
}

#[test]
fn files_of_the_same_name_are_no_fault() {
    let day = "title: One\nkind: meeting\ndate: 2026-02-26\n";
    let bench = Bench::new(&[
        (
            "2025/log.csv",
            "Title,Date\nBoard,26/02/2025\nPanel,27/02/2025\n",
        ),
        (
            "2026/log.csv",
            "Title,Date\nBoard,26/02/2026\nPanel,27/02/2026\n",
        ),
        (
            "2026/log.tsv",
            "Title\tDate\nBoard\t26/02/2026\nPanel\t27/02/2026\n",
        ),
        ("a/board.yaml", day),
        ("b/board.yaml", day),
        // Nor is it one to be called like a file somewhere else.
        (
            "c.yaml",
            "id: board\ntitle: Three\nkind: meeting\ndate: 2026-02-27\n",
        ),
    ]);
    assert_eq!(bench.faults(), []);
    let ids: Vec<&str> = bench
        .reading
        .records
        .engagements
        .iter()
        .map(|it| it.id.as_str())
        .collect();
    assert_eq!(
        ids,
        [
            "log#2", "log#3", "log#2", "log#3", "log#2", "log#3", "board", "board", "board"
        ]
    );
}

#[test]
fn an_explanation_must_say_which_of_two_records_it_is_for() {
    // Invited ten days before, where the standard is more.
    let late = "title: Board\nkind: meeting\ndate: 2026-02-26\nnotice: { sent: 2026-02-16 }\n";
    let explained = "record: explanation\nengagement: board\nclause: O4a1\nreason: other\n\
         because: the room was lost\ninstead: a second meeting\nagreed_on: 2026-02-15\n\
         until: 2026-03-31\n\
         agreed_by: [{ party: forum, role: chair }, { party: council, role: head }]\n";
    let alone = Bench::new(&[("2026/board.yaml", late), ("why.yaml", explained)]);
    assert_eq!(alone.faults(), []);
    assert_eq!(
        alone.verdict("2026-07-31", "O4a1", "board"),
        Verdict::Explained
    );

    let bench = Bench::new(&[
        ("2025/board.yaml", late),
        ("2026/board.yaml", late),
        ("why.yaml", explained),
    ]);
    assert_eq!(bench.faults(), [("ambiguous-id", 2, 13)]);
    let fault = &bench.reading.faults[0];
    assert!(fault.message.contains("`board`"), "{fault:?}");
    assert!(fault.help.as_ref().unwrap().contains("ids of their own"));
    let places: Vec<String> = fault
        .labels
        .iter()
        .map(|label| bench.sources.address(label.span))
        .collect();
    assert_eq!(
        places,
        [
            "why.yaml:2:13",
            "2025/board.yaml:1:1",
            "2026/board.yaml:1:1"
        ]
    );
    assert_eq!(
        bench.verdict("2026-07-31", "O4a1", "board"),
        Verdict::NotMet
    );

    // With an id of its own, it is known which one is meant; the other stands as it was.
    let own = format!("id: board-2026\n{late}");
    let bench = Bench::new(&[
        ("2025/board.yaml", late),
        ("2026/board.yaml", &own),
        (
            "why.yaml",
            &explained.replace("engagement: board", "engagement: board-2026"),
        ),
    ]);
    assert_eq!(bench.faults(), []);
    assert_eq!(
        bench.verdict("2026-07-31", "O4a1", "board"),
        Verdict::NotMet
    );
    assert_eq!(
        bench.verdict("2026-07-31", "O4a1", "board-2026"),
        Verdict::Explained
    );
}

#[test]
fn unquoted_times_are_times_and_answers_are_not_texts() {
    let bench = Bench::new(&[("a.yaml", "title: A\nstart: 9:30\nend: 12:00\n")]);
    assert!(bench.faults().is_empty());
    let record = &bench.reading.records.engagements[0];
    assert_eq!(record.start.get().unwrap().to_string(), "09:30:00");
    assert_eq!(record.end.get().unwrap().to_string(), "12:00:00");
    let bench = Bench::new(&[("a.yaml", "title: no\n")]);
    assert_eq!(bench.faults(), [("answer-for-text", 1, 8)]);
    let bench = Bench::new(&[("a.yaml", "title: 'no'\n")]);
    assert!(bench.faults().is_empty());
}

/// An engagement that does not say is taken as strategic, and that is all that G4 asks.
fn is_met_by_accident(finding: &Finding<'_>) -> bool {
    finding.verdict == Verdict::Met && !matches!(finding.clause.id.as_str(), "G4" | "W3c")
}

#[test]
fn placeholders_and_blanks_are_no_faults_and_no_answers() {
    let text = "title: A\nkind: meeting\ndate: TBC\nvenue:\nfeedback: '?'\nnotice: { sent: n/a }\n";
    let bench = Bench::new(&[("a.yaml", text)]);
    assert!(bench.faults().is_empty());
    for finding in &bench.audit("2026-06-01").findings {
        assert!(!is_met_by_accident(finding), "{}", finding.clause.id);
    }
}

#[test]
fn an_almost_empty_record_keeps_no_promise_by_accident() {
    for kind in [
        "meeting",
        "workshop",
        "event",
        "forum-meeting",
        "survey",
        "consultation",
    ] {
        let text = format!("title: Board\nkind: {kind}\ndate: 2026-02-26\n");
        let bench = Bench::new(&[("a.yaml", &text)]);
        assert!(bench.faults().is_empty());
        for as_of in ["2025-01-01", "2026-02-26", "2026-06-01"] {
            for finding in &bench.audit(as_of).findings {
                assert!(
                    !is_met_by_accident(finding),
                    "{kind} {as_of} {}",
                    finding.clause.id
                );
            }
        }
    }
}

#[test]
fn one_bad_record_never_costs_another() {
    let stream =
        "title: One\ndate: 2026-02-26\n---\ntitle: [broken\n---\ntitle: Three\ndate: 2026-02-27\n";
    let list = "- title: Four\n  date: 2026-02-26\n- just words\n- title: \"Five\n- title: Six\n  date: 2026-02-26\n";
    let bench = Bench::new(&[("list.yaml", list), ("stream.yaml", stream)]);
    let titles: Vec<&str> = bench
        .reading
        .records
        .engagements
        .iter()
        .map(charter_audit::record::Engagement::name)
        .collect();
    assert_eq!(titles, ["Four", "Six", "One", "Three"]);
    let codes: Vec<&str> = bench.faults().iter().map(|fault| fault.0).collect();
    assert_eq!(codes, ["not-a-record", "not-yaml", "not-yaml"]);
}

#[test]
fn missing_fields_point_to_where_they_belong() {
    let text = "title: Board\nkind: meeting\ndate: 2026-02-26\nnotice:\n  channel: email\n";
    let bench = Bench::new(&[("a.yaml", text)]);
    let audit = bench.audit("2026-06-01");
    let place = |clause: &str| {
        let finding = audit
            .findings
            .iter()
            .find(|finding| finding.clause.id == clause)
            .unwrap();
        bench.sources.line_column(finding.places[0].span)
    };
    // `sent` belongs under `notice`; `feedback` belongs in the record.
    assert_eq!(place("O4a1"), (4, 1));
    assert_eq!(place("O4e1"), (1, 1));
}

#[test]
fn other_records_are_read_and_their_faults_found() {
    let text = "\
- { record: decision, id: d-1, title: New contract, project: p, decided: 2026-06-10, areas: [decisions] }
- { record: request, id: r-1, title: Speaker, by: forum, to: council, made: 2026-01-10, for: 2026-02-03, answered: 2026-01-05, met: yes }
- { record: contact, party: council, post: participation officer, from: 2025-01-06, until: }
- { record: conduct, party: forum, document: code of conduct, reviewed: 2025-09-01 }
- { record: desicion, title: Typing error }
";
    let bench = Bench::new(&[("register.yaml", text)]);
    let records = &bench.reading.records;
    assert_eq!(
        (
            records.decisions.len(),
            records.requests.len(),
            records.contacts.len(),
            records.conduct.len()
        ),
        (1, 1, 1, 1)
    );
    assert_eq!(
        bench.faults(),
        [
            ("answered-before-made", 2, 116),
            ("unknown-record-type", 5, 13)
        ]
    );
}

#[test]
fn files_that_are_not_text_are_named_with_their_place() {
    let mut sources = located::source::Sources::default();
    let charter =
        charter_audit::read::charter(&mut sources, None, &|_| Err(String::new())).unwrap();
    let bad = charter_audit::read::File::new("bad.yaml", b"title: A\nvenue: caf\xE9\n".to_vec());
    let utf16: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain(
            "title: Größe\ndate: 2026-02-26\n"
                .encode_utf16()
                .flat_map(u16::to_le_bytes),
        )
        .collect();
    let wide = charter_audit::read::File::new("wide.yaml", utf16);
    let reading = charter_audit::read::records(
        &mut sources,
        vec![bad, wide],
        &charter.charter,
        charter_audit::read::Period::default(),
        &(),
    );
    assert_eq!(reading.records.engagements[0].name(), "Größe");
    assert_eq!(reading.faults.len(), 1);
    assert_eq!(
        sources.address(reading.faults[0].span().unwrap()),
        "bad.yaml:2:11"
    );
}

#[test]
fn what_cannot_be_read_is_neither_kept_nor_broken() {
    for (clause, fields) in [
        (
            "O4b",
            "date: 2025-10-14\nstart: 13:00\nend: 15:30\naudience: [parents]\nvenue: { mode: online }\ntiming: { considered: polled, considered_on: 2025-11-31 }",
        ),
        (
            "O4b",
            "date: 2025-10-14\nstart: 13:00\nend: 15:30\naudience: [parents]\nvenue: { mode: online }\ntiming: { considered: [polled] }",
        ),
        (
            "O4e3",
            "date: 2026-02-26\naudience: [parents]\nattendance: { cyp: five }\nfeedback: { sent: 2026-03-06, to: [parents] }",
        ),
        (
            "O4a1",
            "date: 2026-02-26\nmoved_from: [2026-02-12]\nnotice: { sent: 2026-01-15 }",
        ),
        ("O4e1", "date: 2026-02-31\nfeedback: { sent: 2026-03-01 }"),
        (
            "O4c",
            "date: 2026-02-26\nvenue: { mode: in-person, access: { step_free: no, why_not: [lift broken] } }",
        ),
        (
            "O2a",
            "date: 2026-02-26\ncyp: { involved: no, not_appropriate: [too soon] }",
        ),
        ("O2a", "date: 2026-02-26\nproject: [transport]"),
        ("O4e1", "date: 2026-02-26\nstatus: hold"),
        ("O4e1", "date: 2026-02-26\norganisers: [WarPAC]"),
    ] {
        let text = format!("title: Board\nkind: meeting\n{fields}\n");
        let bench = Bench::new(&[("a.yaml", &text)]);
        assert!(!bench.faults().is_empty(), "{fields}");
        assert_eq!(
            bench.verdict("2026-06-01", clause, "a"),
            Verdict::NotEvidenced,
            "{clause}: {fields}"
        );
    }
}

#[test]
fn a_refusal_is_no_reason() {
    for (clause, fields, verdict) in [
        (
            "O4c",
            "venue: { mode: in-person, access: { step_free: no, accessible_toilet: yes, hearing_loop: yes, parking: yes, needs_asked: yes, why_not: none } }",
            Verdict::NotMet,
        ),
        (
            "O4a3",
            "papers: { none_needed: none }",
            Verdict::NotEvidenced,
        ),
        (
            "O2a",
            "cyp: { involved: no, not_appropriate: none }",
            Verdict::NotMet,
        ),
        (
            "O2b",
            "cyp: { involved: yes, facilitation: no one }",
            Verdict::NotMet,
        ),
        (
            "O4a2",
            "notice: { sent: none, purpose: What respite at weekends should look like. }",
            Verdict::NotEvidenced,
        ),
        (
            "O4a2",
            "notice: { sent: 2026-01-02, purpose: '- - - - - - - - - - - - - - -' }",
            Verdict::NotMet,
        ),
        (
            "O4a2",
            "notice: { sent: 2026-01-02, purpose: Board. }",
            Verdict::NotMet,
        ),
    ] {
        let text = format!("title: Board\nkind: meeting\ndate: 2026-02-26\n{fields}\n");
        let bench = Bench::new(&[("a.yaml", &text)]);
        assert!(bench.faults().is_empty(), "{fields}: {:?}", bench.faults());
        assert_eq!(
            bench.verdict("2026-06-01", clause, "a"),
            verdict,
            "{clause}: {fields}"
        );
    }
}

#[test]
fn a_broken_record_with_a_list_in_it_is_named_and_not_cut_up() {
    let text = "title: Short breaks: second workshop\nkind: workshop\nmoved_from:\n- date: 2026-02-12\n- date: 2026-02-19\n";
    let bench = Bench::new(&[("a.yaml", text)]);
    assert_eq!(bench.reading.records.engagements.len(), 0);
    assert_eq!(bench.faults(), [("not-yaml", 1, 20)]);
}

#[test]
fn the_latest_day_on_which_people_were_told_starts_the_clock() {
    let text = "title: B\nkind: meeting\ndate: 2026-02-26\nmoved_from: [{ date: 2026-02-12, told: 2026-02-24 }, { date: 2026-02-13, told: 2026-02-01 }]\nnotice: { sent: 2026-01-15 }\n";
    let bench = Bench::new(&[("a.yaml", text)]);
    assert_eq!(bench.verdict("2026-06-01", "O4a1", "a"), Verdict::NotMet);
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
            Verdict::NotEvidenced,
            "{clause}"
        );
    }
}

#[test]
fn records_that_say_nothing_are_none_and_are_counted() {
    let bench = Bench::new(&[(
        "a.json",
        "[{}, {\"title\": \"A\", \"kind\": \"meeting\"}, {}]",
    )]);
    assert_eq!(bench.reading.records.len(), 1);
    assert!(!bench.reading.records.incomplete);
    assert_eq!(bench.faults(), [("blank-record", 1, 2)]);
    let message = &bench.reading.faults[0].message;
    assert!(
        message.contains("2 records in this file say nothing"),
        "{message:?}"
    );
    assert!(!bench.reading.faults[0].is_error());
}

#[test]
fn more_records_than_any_log_has_are_not_read() {
    let text = "{\"id\": \"x\"}\n".repeat(200_002);
    let bench = Bench::new(&[("a.jsonl", &text)]);
    assert_eq!(bench.reading.records.len(), 200_000);
    assert!(bench.reading.records.incomplete);
    let many: Vec<_> = bench
        .reading
        .faults
        .iter()
        .filter(|fault| fault.code == "too-many-records")
        .collect();
    assert_eq!(many.len(), 1);
    // All of them have the same id: the first hundred are named, the others counted.
    assert_eq!(bench.reading.faults.len(), 102);
    assert!(
        bench
            .reading
            .faults
            .iter()
            .any(|fault| { fault.message == "199,899 more records have an id that another has" })
    );
    assert_eq!(
        many[0].message,
        "this file holds more than 200,000 records; those from here on were not read"
    );
}
