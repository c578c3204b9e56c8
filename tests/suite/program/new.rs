//! Beginning a record.

use std::fs;

use super::cli::folder;
use super::run_in;

const WORKSHOP: [&str; 16] = [
    "new",
    "workshop",
    "--title",
    "Short breaks: what next",
    "--date",
    "2027-01-14",
    "--start",
    "10am",
    "--for",
    "2h",
    "--audience",
    "parents,cyp",
    "--organisers",
    "council",
    "--as-of",
    "2026-11-30",
];

#[test]
fn a_record_has_what_its_promises_need_and_by_when() {
    let (code, out, err) = run_in(folder(&[]).path(), &WORKSHOP);
    assert_eq!((code, err.as_str()), (0, ""));
    // Thursday 14 January. Fourteen clear days before it: 30 December. Five clear working days: 13,
    // 12, 11, 8, 7 January, so the papers go on the 6th; five working days: 14, 13, 12, 11, 8, so the
    // wider group is asked on the 7th. Ten working days after it: 28 January.
    for line in [
        "title: \"Short breaks: what next\"  # What it is called.",
        "kind: workshop  # What kind it is: meeting, workshop, event, forum-meeting, survey, consultation.",
        "status: planned  # How far it has come: planned, held, cancelled, postponed.",
        "start: 10:00  # When it began, local time.",
        "end: 12:00  # When it ended, local time.",
        "  sent:  # By Wed 30 Dec 2026 (O4a1). The day of the first notice with day, time and place.",
        "  sent:  # By Wed 6 Jan 2027 (O4a3). The day papers went out.",
        "  opened:  # By Thu 7 Jan 2027 (W3a). From this day.",
        "  sent:  # By Thu 28 Jan 2027 (O4e1, O4e2 and O4e3). The day it was sent.",
        "    needs_asked:  # People were asked what they need: yes, no.",
    ] {
        assert!(out.lines().any(|known| known == line), "{line}\n{out}");
    }
    // In the order of files, and nothing that a workshop has no use for.
    let fields = [
        "title:",
        "date:",
        "notice:",
        "papers:",
        "venue:",
        "cyp:",
        "feedback:",
    ];
    let places = fields.map(|field| out.find(&format!("\n{field}")).unwrap_or_default());
    assert!(places.is_sorted(), "{places:?}");
    assert!(
        !out.contains("opens:") && !out.contains("moved_from:"),
        "{out}"
    );
}

#[test]
fn it_can_be_audited_as_it_is_and_accuses_nobody() {
    let folder = folder(&[]);
    let mut args = WORKSHOP.to_vec();
    args.extend(["-o", "records"]);
    let (code, out, err) = run_in(folder.path(), &args);
    let name = "records/2027-01-14-short-breaks-what-next.yaml";
    assert_eq!(
        (code, out.as_str(), err),
        (0, "", format!("wrote {name}\n"))
    );
    let (code, out, err) = run_in(
        folder.path(),
        &[
            "check",
            "records",
            "--as-of",
            "2026-11-30",
            "--strict",
            "--clause",
            "O4a1",
            "--clause",
            "O4e1",
        ],
    );
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    assert!(out.contains("2 still to come"), "{out}");
    // Never over another one.
    let before = fs::read(folder.path().join(name)).unwrap();
    let (code, _, err) = run_in(folder.path(), &args);
    assert!(
        code == 2 && err.contains("is already there, and is never overwritten"),
        "{err}"
    );
    assert_eq!(fs::read(folder.path().join(name)).unwrap(), before);
}

#[test]
fn every_type_of_record_can_be_begun() {
    let folder = folder(&[]);
    for (what, field) in [
        ("meeting", "date:"),
        ("survey", "closes:"),
        ("consultation", "opens:"),
        // It is the forum's own, and owes nothing that the organisation promised.
        ("forum-meeting", "reach:"),
        ("decision", "decided:"),
        ("request", "made:"),
        ("contact", "mailbox:"),
        ("conduct", "reviewed:"),
        ("explanation", "agreed_on:"),
    ] {
        let (code, out, err) = run_in(folder.path(), &["new", what, "--as-of", "2026-11-30"]);
        assert_eq!((code, err.as_str()), (0, ""), "{what}");
        assert!(out.contains(&format!("\n{field}")), "{what}: {out}");
        // Whoever fills in nothing is told of no fault.
        fs::write(folder.path().join("record.yaml"), &out).unwrap();
        let (_, _, err) = run_in(folder.path(), &["convert", "record.yaml"]);
        assert!(!err.contains("error["), "{what}: {err}");
    }
}

#[test]
fn what_cannot_be_used_is_said_and_nothing_is_written() {
    let folder = folder(&[]);
    for (args, said) in [
        (
            &["decision", "--set", "decided=June"][..],
            "`June` cannot be read as `decided`",
        ),
        (
            &["decision", "--set", "weather=fine"],
            "a decision has no field `weather`",
        ),
        (
            &["decision", "--date", "2026-06-10"],
            "`date` is for engagements",
        ),
        (
            &[
                "meeting",
                "--date",
                "2026-06-10",
                "--start",
                "14:00",
                "--end",
                "13:00",
            ],
            "it ends before it begins",
        ),
        (
            &["meeting", "--title", "Call 07700 900123"],
            "may identify somebody",
        ),
        (&["meeting", "--organisers", "nobody"], "nobody"),
        (&["picnic"], "picnic"),
        (
            &["meeting", "--title", "Board\u{9b}"],
            "a sign that cannot be seen",
        ),
        (
            &["meeting", "--title", "Board\u{202e}"],
            "a sign that cannot be seen",
        ),
    ] {
        let mut all = vec!["new"];
        all.extend(args);
        all.extend(["-o", "record.yaml"]);
        let (code, out, err) = run_in(folder.path(), &all);
        assert_eq!((code, out.as_str()), (2, ""), "{args:?}");
        assert!(
            err.contains(said) && !err.contains("900123"),
            "{said}: {err}"
        );
        assert!(!folder.path().join("record.yaml").exists());
    }
}

#[test]
fn a_long_title_makes_no_long_name() {
    let folder = folder(&[]);
    let title = "Short breaks ".repeat(100);
    let args = [
        "new",
        "meeting",
        "--title",
        &title,
        "--date",
        "2027-01-14",
        "-o",
        "records",
    ];
    let (code, _, err) = run_in(folder.path(), &args);
    assert_eq!(code, 0, "{err}");
    let name = fs::read_dir(folder.path().join("records"))
        .unwrap()
        .next()
        .unwrap()
        .unwrap();
    // Sixty characters and the ending.
    assert!(name.file_name().len() <= 65, "{name:?}");
    let (code, out, err) = run_in(folder.path(), &["new", "meeting", "-o", "-"]);
    assert!(
        code == 2 && out.is_empty() && err.contains("leave out -o"),
        "{err}"
    );
}
