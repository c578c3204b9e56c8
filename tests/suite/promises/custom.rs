//! A charter's own rules: what is wrong with them is found when the charter is read, with its
//! place; what records do not say is no evidence.

use assert_cmd::Command;
use charter_audit::rules::Verdict;
use tempfile::TempDir;

use crate::Bench;

/// A charter with one rule of its own; the rule stands on line 8 and below.
fn charter(rule: &str) -> String {
    format!(
        "extends: built-in\nfields: {{ creche: yes-no, cost: number }}\nclauses:\n  - id: X1\n    of: \
         organisation\n    says: Offer a creche.\n    severity: breach\n    rule:\n      custom:\n{rule}"
    )
}

/// Audits by that charter with the program: the exit code and standard error.
fn run(rule: &str) -> (i32, String) {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("charter.yaml"), charter(rule)).unwrap();
    std::fs::write(folder.path().join("a.yaml"), "title: A\nkind: meeting\n").unwrap();
    let output = Command::cargo_bin("charter-audit")
        .unwrap()
        .current_dir(folder.path())
        .args(["check", ".", "--as-of", "2026-06-01"])
        .output()
        .unwrap();
    let error = String::from_utf8(output.stderr).unwrap();
    (output.status.code().unwrap(), error)
}

/// A rule with a slip in it, the place at which it is shown, and words that say what is wrong.
type Slip = (&'static str, &'static str, [&'static str; 2]);

const SLIPS: &[Slip] = &[
    // A field that is misspelled, in the middle of a condition.
    (
        "        about: engagement\n        kept: local.creche || notise.sent < date\n",
        "charter.yaml:11:31",
        ["notise", "did you mean `notice`"],
    ),
    // Types that do not fit.
    (
        "        about: engagement\n        kept: date > 14\n",
        "charter.yaml:11:15",
        ["day", "number"],
    ),
    // A word that is not on the closed list.
    (
        "        about: engagement\n        kept: kind == 'workshp'\n",
        "charter.yaml:11:23",
        ["workshp", "workshop"],
    ),
    // A field that another type of record has.
    (
        "        about: decision\n        kept: venue.name == 'x'\n",
        "charter.yaml:11:15",
        ["venue", ""],
    ),
    // An unknown function.
    (
        "        about: engagement\n        kept: clear_day(notice.sent, date) > 3\n",
        "charter.yaml:11:15",
        ["clear_day", "clear_days"],
    ),
    // A message with a slip in it.
    (
        "        about: engagement\n        kept: local.creche\n        message: \"none on {dte}\"\n",
        "charter.yaml:12:28",
        ["dte", "date"],
    ),
    // Not a condition at all.
    (
        "        about: engagement\n        kept: local.cost + 1\n",
        "charter.yaml:11:15",
        ["yes or no", ""],
    ),
    // Brackets that do not close.
    (
        "        about: engagement\n        kept: (local.creche\n",
        "charter.yaml:11:",
        ["", ""],
    ),
    (
        "        about: engagement\n",
        "charter.yaml:9:7",
        ["`kept` is missing", ""],
    ),
    (
        "        kept: local.creche\n",
        "charter.yaml:9:7",
        ["`about` is missing", ""],
    ),
    (
        "        about: enggement\n        kept: local.creche\n",
        "charter.yaml:10:16",
        ["engagement", ""],
    ),
];

#[test]
fn slips_are_found_when_the_charter_is_read_with_place_and_help() {
    for (rule, place, parts) in SLIPS {
        let (code, error) = run(rule);
        assert_eq!(code, 2, "{rule}\n{error}");
        assert!(error.contains(place), "{rule}\n{place} is not in\n{error}");
        for part in parts {
            assert!(error.contains(part), "{rule}\n{part} is not in\n{error}");
        }
    }
}

/// Were it not refused, this test would not end in a lifetime.
#[test]
fn what_would_run_for_ever_is_refused() {
    let list = format!("[{}]", vec!["1"; 90].join(", "));
    let mut nested = "true".to_owned();
    for depth in 0..10 {
        nested = format!("{list}.all(x{depth}, {nested})");
    }
    let shallow = "[1, 2].all(a, [1, 2].all(b, [1, 2].all(c, [1, 2].all(d, [1, 2].all(e, true)))))";
    let deep = format!("{}true{}", "(".repeat(5_000), ")".repeat(5_000));
    for condition in [nested.as_str(), shallow, deep.as_str()] {
        let rule = format!("        about: engagement\n        kept: \"{condition}\"\n");
        let (code, error) = run(&rule);
        assert_eq!(code, 2, "{error}");
        assert!(error.contains("charter.yaml:11:"), "{error}");
    }
}

#[test]
fn every_fault_of_a_rule_is_found_at_once() {
    let (_, error) = run(
        "        about: engagement\n        applies: kind == 'meting'\n        kept: locl.creche\n        \
         message: \"on {daet}\"\n        naem: x\n",
    );
    for part in ["11:26", "12:15", "13:23", "naem"] {
        assert!(error.contains(part), "{part} is not in\n{error}");
    }
}

#[test]
fn silence_is_no_evidence_and_words_carry_values() {
    let rule = "        about: engagement\n        name: Creche\n        applies: kind == 'workshop'\n        \
                kept: local.creche\n        message: \"no creche at {title} on {date}\"\n        help: Ask early.\n";
    let text = |more: &str| {
        format!("title: Ideas day\nkind: workshop\nstatus: held\ndate: 2026-02-26\n{more}")
    };
    let silent = text("start: 9:00\n");
    let no = text("start: 10:00\nlocal: { creche: no }\n");
    let yes = text("start: 11:00\nlocal: { creche: yes }\n");
    let unread = text("start: 12:00\nlocal: { creche: perhaps }\n");
    let other = "title: Board\nkind: meeting\nstatus: held\ndate: 2026-02-26\n";
    let bench = Bench::under(
        Some(&charter(rule)),
        &[
            ("silent.yaml", &silent),
            ("no.yaml", &no),
            ("yes.yaml", &yes),
            ("unread.yaml", &unread),
            ("other.yaml", other),
        ],
    );
    let verdict = |id: &str| bench.verdict("2026-06-01", "X1", id);
    assert_eq!(verdict("silent"), Verdict::NoEvidence);
    assert_eq!(verdict("no"), Verdict::NotKept);
    assert_eq!(verdict("yes"), Verdict::Kept);
    assert_eq!(verdict("unread"), Verdict::NoEvidence);
    assert_eq!(verdict("other"), Verdict::DoesNotApply);
    assert_eq!(
        bench.verdict("2026-02-25", "X1", "yes"),
        Verdict::StillToCome
    );
    let audit = bench.audit("2026-06-01");
    let finding = audit
        .findings
        .iter()
        .find(|finding| finding.clause.id == "X1" && finding.about.id == "no")
        .unwrap();
    assert_eq!(
        finding.evidence,
        "no creche at Ideas day on Thu 26 Feb 2026"
    );
    assert_eq!(finding.remedy.as_ref().unwrap().worded(None), "Ask early.");
    let (outputs, _) = bench.outputs("2026-06-01");
    assert!(outputs.contains("Creche, not kept: Ideas day"), "{outputs}");
    assert!(!outputs.contains("Creche, not kept: Board"), "{outputs}");
}

#[test]
fn the_charter_says_what_silence_means_for_its_own_rules_too() {
    let rule = "        about: engagement\n        kept: local.creche\n    silence: not-kept\n";
    let bench = Bench::under(
        Some(&charter(rule)),
        &[("a.yaml", "title: A\nkind: meeting\ndate: 2026-02-26\n")],
    );
    assert_eq!(bench.verdict("2026-06-01", "X1", "a"), Verdict::NotKept);
}

#[test]
fn rules_can_be_about_registers() {
    let rule = "        about: contact\n        kept: mailbox.endsWith('@example.org')\n        \
                message: \"{post} has another mailbox\"\n";
    let contact = "record: contact\nparty: council\npost: officer\nfrom: 2025-01-01\n";
    let with = format!("{contact}mailbox: participation@example.org\n");
    let bench = Bench::under(
        Some(&charter(rule)),
        &[("a.yaml", with.as_str()), ("b.yaml", contact)],
    );
    assert_eq!(bench.verdict("2026-06-01", "X1", "a"), Verdict::Kept);
    assert_eq!(bench.verdict("2026-06-01", "X1", "b"), Verdict::NoEvidence);
}
