//! Explanations: which are accepted, which are refused and why, and what they may be about.

use charter_audit::audit::ExplanationOutcome;
use charter_audit::rules::Verdict;

use super::meeting;
use crate::Bench;

pub(super) const LATE: &str = "\
title: Board
kind: meeting
status: held
date: 2026-02-26
notice: { sent: 2026-02-20 }
";

pub(super) fn explained(changes: &str) -> String {
    let mut fields = vec![
        ("clause", "O4a1"),
        ("reason", "urgent-statutory-deadline"),
        ("because", "The funding bid closed on 2 March."),
        (
            "agreed_by",
            "[{ party: forum, role: chair }, { party: council, role: head of SEND }]",
        ),
        ("agreed_on", "2026-02-15"),
        ("instead", "recording and notes shared the same day"),
        ("until", "2026-03-31"),
    ];
    for change in changes.split('|').filter(|change| !change.is_empty()) {
        let (name, value) = change.split_once('=').unwrap();
        fields.retain(|(field, _)| *field != name);
        if !value.is_empty() {
            fields.push((name, value));
        }
    }
    let fields: String = fields
        .iter()
        .map(|(name, value)| format!("    {name}: {value}\n"))
        .collect();
    format!("{LATE}explanations:\n  - {}", fields.trim_start())
}

#[test]
fn a_valid_explanation_is_shown_with_its_numbers() {
    let text = explained("");
    let bench = Bench::new(&[("a.yaml", &text)]);
    assert!(bench.faults().is_empty());
    let audit = bench.audit("2026-06-01");
    let finding = audit
        .findings
        .iter()
        .find(|finding| finding.clause.id == "O4a1")
        .unwrap();
    assert_eq!(finding.verdict, Verdict::Explained);
    // 20 to 26 February: six days, five of them clear.
    assert_eq!(finding.measure.as_ref().unwrap().value, 5);
    assert!(finding.explained.is_some());
    assert!(audit.explanations.is_empty());
}

#[test]
fn an_explanation_that_breaks_a_rule_is_rejected_and_the_finding_stands() {
    for (change, why) in [
        (
            "agreed_by=[{ party: council, role: head of SEND }]",
            "nobody from the forum",
        ),
        (
            "agreed_by=[{ party: forum, role: chair }]",
            "nobody from the organisation",
        ),
        (
            "agreed_by=[{ party: forum }, { party: council, role: head }]",
            "needs a `party` and a `role`",
        ),
        ("because=none", "`because`"),
        ("because=\"\\u200b\"", "`because`"),
        ("instead=nothing", "`instead`"),
        (
            "agreed_by=[{ party: forum, role: none }, { party: council, role: head }]",
            "needs a `party` and a `role`",
        ),
        ("agreed_by=", "who agreed"),
        ("agreed_on=2026-02-27", "after the event"),
        ("agreed_on=", "`agreed_on`"),
        ("until=2026-02-25", "only until"),
        ("until=", "`until`"),
        ("instead=", "`instead`"),
        ("because=", "`because`"),
        ("reason=", "`reason`"),
    ] {
        let text = explained(change);
        let bench = Bench::new(&[("a.yaml", &text)]);
        assert!(bench.faults().is_empty(), "{change}: {:?}", bench.faults());
        let audit = bench.audit("2026-06-01");
        let finding = audit
            .findings
            .iter()
            .find(|finding| finding.clause.id == "O4a1")
            .unwrap();
        assert_eq!(finding.verdict, Verdict::NotKept, "{change}");
        assert_eq!(audit.explanations.len(), 1, "{change}");
        assert_eq!(audit.explanations[0].outcome, ExplanationOutcome::Rejected);
        assert!(
            audit.explanations[0].why.join("; ").contains(why),
            "{change}: {:?}",
            audit.explanations[0].why
        );
    }
}

#[test]
fn an_explanation_of_nothing_is_reported() {
    let cases = [
        ("clause=Z9", ExplanationOutcome::Rejected, "names no clause"),
        ("clause=O6a", ExplanationOutcome::Unneeded, "does not judge"),
        (
            "clause=O4e1",
            ExplanationOutcome::Rejected,
            "cannot be explained away",
        ),
        ("clause=O4a3", ExplanationOutcome::Unneeded, "no evidence"),
    ];
    for (change, outcome, why) in cases {
        let text = explained(change);
        let bench = Bench::new(&[("a.yaml", &text)]);
        let audit = bench.audit("2026-06-01");
        assert_eq!(audit.explanations.len(), 1, "{change}");
        assert_eq!(audit.explanations[0].outcome, outcome, "{change}");
        assert!(
            audit.explanations[0].why[0].contains(why),
            "{:?}",
            audit.explanations[0].why
        );
    }
}

#[test]
fn an_explanation_in_a_record_of_its_own_counts_the_same() {
    let own = "\
record: explanation
engagement: a
clause: O4a1
reason: other
because: The hall flooded.
agreed_by: [{ party: forum, role: chair }, { party: council, role: head of SEND }]
agreed_on: 2026-02-15
instead: a second session in March
until: 2026-03-31
";
    let bench = Bench::new(&[("a.yaml", LATE), ("why.yaml", own)]);
    assert!(bench.faults().is_empty());
    assert_eq!(bench.verdict("2026-06-01", "O4a1", "a"), Verdict::Explained);
    let other = own.replace("engagement: a", "engagement: b");
    let bench = Bench::new(&[("a.yaml", LATE), ("why.yaml", &other)]);
    assert_eq!(bench.verdict("2026-06-01", "O4a1", "a"), Verdict::NotKept);
    assert!(bench.audit("2026-06-01").explanations[0].why[0].contains("no engagement"));
}

#[test]
fn an_agreed_delay_moves_the_last_day_of_feedback() {
    let delay = "reason=publication-delayed-to|clause=O4e2|agreed_on=2026-03-10|until=2026-04-30";
    let text = explained(delay);
    let bench = Bench::new(&[("a.yaml", &text)]);
    assert_eq!(
        bench.verdict("2026-04-30", "O4e1", "a"),
        Verdict::StillToCome
    );
    assert_eq!(bench.verdict("2026-05-01", "O4e1", "a"), Verdict::NotKept);
    // Before it was agreed, it did not exist: the tenth working day was 12 March.
    assert_eq!(
        bench.verdict("2026-03-09", "O4e1", "a"),
        Verdict::StillToCome
    );
    let sent = format!("{text}feedback: {{ sent: 2026-04-29 }}\n");
    let bench = Bench::new(&[("a.yaml", &sent)]);
    assert_eq!(bench.verdict("2026-06-01", "O4e2", "a"), Verdict::Explained);
    assert_eq!(bench.verdict("2026-06-01", "O4e1", "a"), Verdict::Kept);
    let late = format!("{text}feedback: {{ sent: 2026-05-02 }}\n");
    let bench = Bench::new(&[("a.yaml", &late)]);
    assert_eq!(bench.verdict("2026-06-01", "O4e2", "a"), Verdict::NotKept);
}

#[test]
fn a_delay_that_is_agreed_when_feedback_is_overdue_comes_too_late() {
    let delay = "reason=publication-delayed-to|clause=O4e2|agreed_on=2026-05-30|until=2199-12-31";
    let text = explained(delay);
    let bench = Bench::new(&[("a.yaml", &text)]);
    assert_eq!(bench.verdict("2026-06-01", "O4e1", "a"), Verdict::NotKept);
}

#[test]
fn explanations_can_speak_of_requests_decisions_and_periods() {
    let explanation = |about: &str, clause: &str| {
        format!(
            "record: explanation\nid: e-{clause}\n{about}\nclause: {clause}\nreason: other\n\
             because: The post was empty.\nagreed_by: [{{ party: forum, role: chair }}, \
             {{ party: council, role: head of SEND }}]\nagreed_on: 2026-01-20\n\
             instead: a written answer\nuntil: 2026-12-31\n"
        )
    };
    let bench = Bench::new(&[
        (
            "a.yaml",
            "record: request\nid: r\nby: forum\nto: council\nmade: 2026-01-10\nfor: 2026-02-20\nmet: no\n",
        ),
        (
            "b.yaml",
            "record: decision\nid: d\ntitle: D\nproject: p\ndecided: 2026-03-20\n",
        ),
        (
            "c.yaml",
            &meeting(
                "m",
                "2026-03-10",
                "project: p\naudience: [parents]\npromoted_forum: no\n",
            ),
        ),
        ("e1.yaml", &explanation("request: r", "O8")),
        ("e2.yaml", &explanation("decision: d", "O5")),
        ("e3.yaml", &explanation("period: 2026-Q1", "O7")),
        ("e4.yaml", &explanation("decision: nothing", "O5s")),
    ]);
    assert!(bench.faults().is_empty(), "{:?}", bench.faults());
    assert_eq!(bench.verdict("2026-04-30", "O8", "r"), Verdict::Explained);
    assert_eq!(bench.verdict("2026-04-30", "O5", "d"), Verdict::Explained);
    assert_eq!(
        bench.verdict("2026-04-30", "O7", "2026-Q1"),
        Verdict::Explained
    );
    let audit = bench.audit("2026-04-30");
    let [orphan] = audit.explanations.as_slice() else {
        panic!("{:#?}", audit.explanations);
    };
    assert_eq!(orphan.outcome, ExplanationOutcome::Rejected);
    assert_eq!(
        orphan.why,
        ["no decision in these records has the id that it names"]
    );
}

#[test]
fn a_charter_can_take_explanations_from_one_folder_only() {
    let charter = "extends: built-in\nexplanations: { only_in: explanations/ }\n";
    let explained = "clause: O4a1\nreason: other\nbecause: The bid closed.\n\
        agreed_by: [{ party: forum, role: chair }, { party: council, role: head of SEND }]\n\
        agreed_on: 2026-02-15\ninstead: a recording\nuntil: 2026-03-31\n";
    let inline = format!(
        "explanations:\n  - {}",
        explained.trim_end().replace('\n', "\n    ")
    );
    let apart = format!("record: explanation\nengagement: m\n{explained}");
    let late = |more: &str| {
        meeting(
            "m",
            "2026-02-26",
            &format!("notice: {{ sent: 2026-02-20 }}\n{more}"),
        )
    };
    let verdict = |records: &[(&str, &str)]| {
        let bench = Bench::under(Some(charter), records);
        assert!(bench.faults().is_empty(), "{:?}", bench.faults());
        let why: Vec<String> = bench
            .audit("2026-04-01")
            .explanations
            .iter()
            .flat_map(|fate| fate.why.clone())
            .collect();
        (bench.verdict("2026-04-01", "O4a1", "m"), why.join("; "))
    };
    let (refused, why) = verdict(&[("records/m.yaml", &late(&inline))]);
    assert_eq!(refused, Verdict::NotKept);
    assert_eq!(
        why,
        "the charter accepts explanations only from `explanations/`"
    );
    let kept_by_forum = [
        ("records/m.yaml", late("")),
        ("records/explanations/e.yaml", apart.clone()),
    ];
    let records: Vec<(&str, &str)> = kept_by_forum
        .iter()
        .map(|(name, text)| (*name, text.as_str()))
        .collect();
    assert_eq!(verdict(&records), (Verdict::Explained, String::new()));
    // A folder whose name only begins alike is another folder.
    let (refused, _) = verdict(&[
        ("records/m.yaml", &late("")),
        ("records/explanations-old/e.yaml", &apart),
    ]);
    assert_eq!(refused, Verdict::NotKept);
}

#[test]
fn a_folder_for_explanations_is_the_same_from_wherever_the_audit_is_asked_for() {
    let folder = tempfile::TempDir::new().unwrap();
    let records = folder.path().join("records");
    std::fs::create_dir_all(records.join("explanations")).unwrap();
    std::fs::create_dir_all(folder.path().join("other/records/explanations")).unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    write(
        "charter.yaml",
        "extends: built-in\nexplanations: { only_in: records/explanations/ }\n",
    );
    write(
        "records/m.yaml",
        &meeting("m", "2026-02-26", "notice: { sent: 2026-02-20 }\n"),
    );
    let explanation = "record: explanation\nid: e\nengagement: m\nclause: O4a1\nreason: other\n\
        because: The bid closed.\nagreed_by: [{ party: forum, role: chair }, \
        { party: council, role: head }]\nagreed_on: 2026-02-15\ninstead: notes\nuntil: 2026-03-31\n";
    write("records/explanations/e.yaml", explanation);
    let explained = |here: &std::path::Path, paths: &[&str]| {
        let output = assert_cmd::Command::cargo_bin("charter-audit")
            .unwrap()
            .current_dir(here)
            .args([
                "check",
                "--as-of",
                "2026-06-01",
                "--clause",
                "O4a1",
                "--quiet",
            ])
            .args(paths)
            .output()
            .unwrap();
        String::from_utf8(output.stdout)
            .unwrap()
            .replace('\n', " ")
            .contains(" 1 explained")
    };
    assert!(explained(folder.path(), &["records"]));
    assert!(explained(&records, &[]));
    assert!(explained(&records, &["m.yaml", "explanations/e.yaml"]));
    // A folder of the same name elsewhere is another folder.
    std::fs::rename(
        records.join("explanations/e.yaml"),
        folder.path().join("other/records/explanations/e.yaml"),
    )
    .unwrap();
    assert!(!explained(folder.path(), &["."]));
}
