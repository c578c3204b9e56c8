//! Planning an engagement that nobody has held yet.

use std::fs;

use super::cli::folder;
use super::run_in;

/// Oakfield has a half term from 26 to 30 October, Ashgrove a week later; both begin on 3 September.
const CHARTER: &str = "\
extends: built-in
title: Coproduction charter, Northmoor
parties:
  council: { name: Northmoor Council, side: organisation, signed: 2025-09-01 }
  forum: { name: Northmoor Voice, side: forum, signed: 2025-09-01 }
calendar:
  closed_days: [2026-10-12]
  schools:
    oakfield:
      terms: [{ first: 2026-09-03, last: 2026-10-23 }, { first: 2026-11-02, last: 2026-12-18 }]
      inset: [2026-10-09]
    ashgrove:
      terms: [{ first: 2026-09-03, last: 2026-10-30 }, { first: 2026-11-09, last: 2026-12-18 }]
";

/// A board on Tuesday 6 October, in the morning.
const LOG: &str = "\
Title,Type,Date,Start,End,Status,Organiser,Who is it for
Board,meeting,06/10/2026,10:00,12:00,planned,council,parents
";

fn files() -> tempfile::TempDir {
    folder(&[("charter.yaml", CHARTER), ("log.csv", LOG)])
}

/// The output as one line, so that it does not matter where lines are broken.
fn planned(args: &[&str]) -> String {
    let folder = files();
    let mut all = vec!["plan"];
    all.extend(args);
    let (code, out, err) = run_in(folder.path(), &all);
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    let is_ruled = |word: &&str| !word.chars().all(|sign| sign == '-' || sign == '=');
    let words: Vec<&str> = out.split_whitespace().filter(is_ruled).collect();
    words.join(" ")
}

#[test]
fn a_plan_names_the_last_day_for_everything() {
    let plan = planned(&[
        "--title",
        "Transport",
        "--kind",
        "workshop",
        "--date",
        "2026-10-15",
        "--start",
        "10am",
        "--for",
        "2h",
        "--audience",
        "parents",
        "--organisers",
        "council",
        "--venue",
        "online",
        "--as-of",
        "2026-09-10",
    ]);
    // Thursday 15 October, and the council is closed on Monday 12 October. Fourteen clear days before
    // it: 30 September. Five clear working days: 14, 13, 9, 8, 7 October, so the papers go on the 6th.
    // Five working days: 15, 14, 13, 9, 8 October, so the wider group is asked on the 7th. Ten
    // working days after it: 29 October.
    for said in [
        "Transport: workshop, Thu 15 Oct 2026, 10am to noon, for parents and carers.",
        "Everything can still be done in time. To do before it",
        "1. By Wed 30 Sep 2026, Northmoor Council: send the notice, for Notice (O4a1).",
        "2. By Tue 6 Oct 2026, Northmoor Council: send the papers, for Papers in time (O4a3).",
        "3. By Wed 7 Oct 2026, Northmoor Voice: ask the wider group, for Wider group asked (W3a).",
        "By Thu 15 Oct 2026, Northmoor Council: invite the forum, for Forum involved (O1a).",
        "To do afterwards 1. By Thu 29 Oct 2026, Northmoor Council: send feedback, for Feedback given",
        "oakfield: open ashgrove: open",
    ] {
        assert!(plan.contains(said), "{said}: {plan}");
    }
    assert!(!plan.contains("Clashes"), "{plan}");
}

#[test]
fn a_plan_says_what_it_clashes_with_and_what_is_too_late() {
    let plan = planned(&[
        ".",
        "--kind",
        "meeting",
        "--date",
        "2026-10-06",
        "--start",
        "11:00",
        "--end",
        "15:00",
        "--audience",
        "parents",
        "--organisers",
        "council",
        "--venue",
        "in-person",
        "--as-of",
        "2026-09-28",
    ]);
    // Notice was due on Monday 21 September; from the 28th on, the first day with fourteen clear days
    // is Tuesday 13 October.
    for said in [
        "1 thing can no longer be done in time. From Tue 13 Oct 2026 on, nothing would be too late.",
        "Notice (O4a1): the last day was Mon 21 Sep 2026. Northmoor Council can still send the notice, by \
         Mon 28 Sep 2026 at the latest.",
        "Tue 6 Oct 2026, 11am to 3pm, overlaps pick-up, 2.45pm to 4pm, which parents and carers should \
         be spared.",
        "At the same time: Board, 10am to noon (log.csv",
        "Today, Mon 28 Sep 2026, Northmoor Council: send the papers",
    ] {
        assert!(plan.contains(said), "{said}: {plan}");
    }
}

#[test]
fn the_same_task_is_the_same_in_the_calendars_of_a_plan_and_of_due() {
    let folder = files();
    let record = "title: Transport\nkind: workshop\nstatus: planned\norganisers: [council]\n\
                  date: 2026-10-15\naudience: [parents]\n";
    fs::write(folder.path().join("workshop.yaml"), record).unwrap();
    let uids = |args: &[&str]| {
        let (code, out, err) = run_in(folder.path(), args);
        assert_eq!(code, 0, "{err}");
        let lines = out.lines().filter(|line| line.starts_with("UID:"));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    let plan = [
        "plan",
        "--record",
        "workshop.yaml",
        "--as-of",
        "2026-09-10",
        "--format",
        "ics",
    ];
    let planned = uids(&plan);
    let due = uids(&["due", ".", "--as-of", "2026-09-10", "--format", "ics"]);
    assert!(planned.len() >= 8, "{planned:?}");
    for uid in &planned {
        assert!(due.contains(uid), "{uid}: {due:?}");
    }
    // The options make the same engagement.
    let options = uids(&[
        "plan",
        "--title",
        "Transport",
        "--kind",
        "workshop",
        "--date",
        "2026-10-15",
        "--organisers",
        "council",
        "--audience",
        "parents",
        "--as-of",
        "2026-09-10",
        "--format",
        "ics",
    ]);
    // The record itself lies in the folder, and both are one meeting.
    assert_eq!(options, planned);
}

#[test]
fn times_are_looked_for_and_compared() {
    let found = planned(&[
        ".",
        "--find",
        "--between",
        "2026-10-05",
        "--and",
        "2026-10-16",
        "--for",
        "2h",
        "--audience",
        "parents",
        "--organisers",
        "council",
        "--venue",
        "in-person",
        "--as-of",
        "2026-09-21",
        "--best",
        "3",
    ]);
    // Notice of fourteen clear days was sent on the 21st for the 6th at the earliest, when the board
    // meets; the two days after are free, and what would have to be sent today comes after them.
    let order: Vec<usize> = [
        "1. Thu 8 Oct 2026, 10am to noon",
        "2. Tue 13 Oct",
        "3. Wed 14 Oct",
    ]
    .iter()
    .map(|day| found.find(day).unwrap_or_else(|| panic!("{day}: {found}")))
    .collect();
    assert!(order.is_sorted(), "{found}");
    assert!(
        found.contains("At the schools: both schools: open."),
        "{found}"
    );
    let compared = planned(&[
        ".",
        "--at",
        "2026-10-27 10:00",
        "--at",
        "2026-10-20 10:00-11:30",
        "--for",
        "90m",
        "--audience",
        "parents",
        "--as-of",
        "2026-09-21",
    ]);
    assert!(
        compared.contains("Best: Tue 20 Oct 2026, 10am to 11.30am."),
        "{compared}"
    );
    assert!(
        compared.contains("oakfield: school holiday; ashgrove: open"),
        "{compared}"
    );
}

#[test]
fn what_cannot_be_planned_is_said() {
    let folder = files();
    for (args, said) in [
        (&["plan"][..], "say when it is to be: --date"),
        (
            &["plan", "--date", "2026-01-05", "--as-of", "2026-02-01"],
            "2026-01-05 is not after 2026-02-01",
        ),
        (
            &[
                "plan",
                "--find",
                "--between",
                "2026-10-01",
                "--and",
                "2026-10-02",
            ],
            "say how long it takes, such as --for 2h",
        ),
        (
            &[
                "plan",
                "--find",
                "--between",
                "2026-10-03",
                "--and",
                "2026-10-02",
                "--for",
                "2h",
            ],
            "there is no day between Sat 3 Oct 2026 and Fri 2 Oct 2026",
        ),
        (
            &["plan", "--date", "2026-10-05", "--for", "two"],
            "write a length such as 2h",
        ),
        (
            &["plan", "--date", "2026-10-05", "--organisers", "nobody"],
            "nobody",
        ),
        (
            &[
                "plan",
                "--record",
                "log.csv",
                "--format",
                "ics",
                "--at",
                "2026-10-05 10:00",
            ],
            "one time",
        ),
        (
            &["plan", "--record", "missing.yaml"],
            "cannot read missing.yaml",
        ),
    ] {
        let (code, out, err) = run_in(folder.path(), args);
        assert_eq!((code, out.as_str()), (2, ""), "{args:?}: {err}");
        assert!(err.contains(said), "{said}: {err}");
    }
}

#[test]
fn a_plan_says_what_nobody_can_say_and_who_would_have_to() {
    let far = planned(&[
        "--kind",
        "meeting",
        "--date",
        "2031-05-06",
        "--audience",
        "parents",
        "--as-of",
        "2026-09-10",
    ]);
    for said in [
        "Nothing is too late, as far as anybody can say.",
        // Clear days need no bank holidays: fourteen of them before 6 May end on 21 April.
        "By Mon 21 Apr 2031, whoever holds it: send the notice, for Notice (O4a1).",
        "Papers in time (O4a3): the calendar does not cover 2031.",
    ] {
        assert!(far.contains(said), "{said}: {far}");
    }
    let survey = planned(&[
        "--kind",
        "survey",
        "--opens",
        "2026-10-01",
        "--closes",
        "2026-10-20",
        "--audience",
        "parents",
        "--organisers",
        "council",
        "--as-of",
        "2026-09-10",
    ]);
    for said in [
        "Survey, opens Thu 1 Oct 2026, closes Tue 20 Oct 2026, for parents and carers.",
        "To do before it closes 1. By Thu 1 Oct 2026, Northmoor Council: say in the notice what it is for",
        // Twenty working days after 20 October.
        "By Tue 17 Nov 2026, Northmoor Council: send feedback",
    ] {
        assert!(survey.contains(said), "{said}: {survey}");
    }
}

#[test]
fn no_time_is_called_best_that_clashes() {
    let compared = planned(&[
        ".",
        "--at",
        "2026-10-06 10:00-11:00",
        "--at",
        "2026-10-27 10:00-11:00",
        "--audience",
        "parents",
        "--organisers",
        "council",
        "--as-of",
        "2026-09-01",
    ]);
    // On the one day the board meets, on the other Oakfield is on holiday.
    let said = "None of these is without a clash; the least bad is Tue 6 Oct 2026, 10am to 11am.";
    assert!(compared.contains(said), "{compared}");
}

#[test]
fn a_plan_becomes_the_record_that_new_writes() {
    let folder = files();
    let engagement = [
        "--title",
        "Transport",
        "--date",
        "2026-10-15",
        "--start",
        "10:00",
        "--audience",
        "parents",
        "--organisers",
        "council",
        "--as-of",
        "2026-09-10",
    ];
    let mut plan = vec!["plan", "--kind", "workshop", "-o", "transport.yaml"];
    plan.extend(engagement);
    let (code, out, err) = run_in(folder.path(), &plan);
    assert_eq!(
        (code, out.as_str(), err.as_str()),
        (0, "", "wrote transport.yaml\n")
    );
    let written = fs::read_to_string(folder.path().join("transport.yaml")).unwrap();
    let mut new = vec!["new", "workshop"];
    new.extend(engagement);
    let (_, printed, _) = run_in(folder.path(), &new);
    assert_eq!(written, printed);
    assert!(
        written.contains("# By Wed 30 Sep 2026 (O4a1)."),
        "{written}"
    );
    let (code, _, err) = run_in(folder.path(), &plan);
    assert!(
        code == 2 && err.contains("is already there, and is never overwritten"),
        "{err}"
    );
}
