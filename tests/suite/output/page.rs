//! The page that a meeting reads: what it answers, and that it stays a page.

use std::fmt::Write as _;

use charter_audit::render::text::render;
use charter_audit::report::document;

use crate::Bench;
use crate::program::run_in;

const AS_OF: &str = "2026-11-29";

/// An area's own charter with two numbers of its own.
const CHARTER: &str = "\
extends: built-in
title: Coproduction charter, Northmoor
parties:
  council: { name: Northmoor Council, side: organisation, signed: 2025-09-01 }
  forum: { name: Northmoor Voice, side: forum, signed: 2025-09-01 }
review: { every: 12 months, last: 2026-09-01 }
clauses:
  - id: O4a1
    rule: { notice: { standard: 10 clear days } }
  - id: O4e2
    rule: { feedback-in-time: { standard: 15 working days } }
";

/// One meeting without feedback, one whose feedback is due on 2 December, one to come of which no
/// notice has gone out, and one that is further away.
const LOG: &str = "\
Title,Type,Date,Status,Organiser,Who is it for,Notice sent,Feedback sent,Colour
Board,meeting,24/09/2026,held,council,parents,01/09/2026,no,red
Transport,meeting,11/11/2026,held,council,parents,12/10/2026,,blue
Workshop,workshop,15/12/2026,planned,council,parents,,,red
Review,meeting,21/01/2027,planned,council,parents,,,red
";

/// The page as text, and the same on one line.
fn page(charter: Option<&str>, files: &[(&str, &str)]) -> (String, String) {
    let text = Bench::under(charter, files).report(AS_OF, |report| render(&document(report)));
    let page = text.split("\nIn detail\n").next().unwrap().to_owned();
    let line = page.split_whitespace().collect::<Vec<_>>().join(" ");
    (page, line)
}

#[test]
fn the_five_questions_are_answered() {
    let (page, line) = page(Some(CHARTER), &[("log.csv", LOG)]);
    for said in [
        "Coproduction charter, Northmoor, as of Sun 29 Nov 2026: 4 records in 1 file.",
        // How many promises were kept.
        "Not always. ",
        // What was not read.
        "the column `Colour` matches no field and was not read; 4 rows have something there",
        // Which numbers are ours.
        "2 of the 17 promises with a number use your own (O4a1 and O4e2)",
        // What can be saved, by whom and when. Fifteen working days after 24 September: 15 October.
        "1. Overdue since Thu 15 Oct 2026, Northmoor Council: send feedback (Board, Thu 24 Sep)",
        "By Wed 2 Dec 2026, Northmoor Council: send feedback (Transport, Wed 11 Nov)",
        "By Fri 4 Dec 2026, Northmoor Council: send the notice (Workshop, Tue 15 Dec)",
        // What is the worst.
        "1. No feedback (O4e1): the one time that it came up (breach): Board, Thu 24 Sep",
        // What was not judged.
        "Not judged by the program, and not counted: O6a (“",
    ] {
        assert!(line.contains(said), "{said}\n{page}");
    }
    // January is far away, and what can only be waited for is nothing to do.
    assert!(!line.contains("Review"), "{page}");
    assert!(!line.contains("Plain language"), "{page}");
}

#[test]
fn what_was_passed_over_is_named_by_what_it_is() {
    let entry = |id: &str, title: &str, more: &str| {
        format!(
            "BEGIN:VEVENT\r\nUID:{id}\r\nDTSTART;VALUE=DATE:20260216\r\nSUMMARY:{title}\r\n\
             {more}END:VEVENT\r\n"
        )
    };
    let calendar = [
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n",
        &entry("a", "Leave", ""),
        &entry("b", "Half term", ""),
        &entry("c", "Half-term holiday", ""),
        &entry("d", "Dentist", "CLASS:PRIVATE\r\n"),
        "BEGIN:VEVENT\r\nUID:e\r\nDTSTART:20260226T100000\r\nSUMMARY:Board\r\nEND:VEVENT\r\n",
        "END:VCALENDAR\r\n",
    ]
    .concat();
    let (page, line) = page(None, &[("calendar.ics", &calendar)]);
    let said = "left out on purpose: half terms and school holidays in calendars (2), leave in \
                calendars (1), private entries in calendars, which are not read (1).";
    assert!(line.contains(said), "{page}");
}

#[test]
fn what_is_due_later_is_asked_for_by_its_day() {
    let folder = tempfile::TempDir::new().unwrap();
    let log: Vec<&str> = LOG
        .lines()
        .filter(|line| !line.starts_with("Workshop") && !line.starts_with("Transport"))
        .collect();
    std::fs::write(folder.path().join("log.csv"), log.join("\n")).unwrap();
    let report = |more: &[&str]| {
        let all = [&["report", "log.csv", "--as-of", AS_OF], more].concat();
        let (code, out, err) = run_in(folder.path(), &all);
        assert_eq!(code, 1, "{err}");
        out
    };
    assert!(!report(&[]).contains("Review"));
    let later = report(&["--due-by", "2027-01-31"]);
    assert!(later.contains("(Review, "), "{later}");
    // The findings one by one only where somebody asks for them.
    assert!(!later.contains("In detail"));
    assert!(report(&["--details"]).contains("\nIn detail\n"));
}

#[test]
fn a_page_has_sixty_lines_at_most() {
    let mut long = LOG.to_owned();
    for at in 0..400 {
        let (day, month) = (1 + at % 28, 1 + at % 10);
        let name = "Working group on the redesign of services for families of disabled children";
        let sent = ["no", "yes", "", "21/11/2026"][at % 4];
        let _ = writeln!(
            long,
            "{name} {at},meeting,{day:02}/{month:02}/2026,held,council,parents,{day:02}/{month:02}/2026,{sent},{at}",
        );
    }
    let yaml = "title: Board\nkind: meeting\ndate: 2026-03-12\n";
    let broken = "title: [Board\n";
    for (charter, files) in [
        (Some(CHARTER), &[("log.csv", long.as_str())][..]),
        (
            None,
            &[("log.csv", &long), ("a.yaml", yaml), ("b.yaml", broken)],
        ),
        (None, &[("a.yaml", yaml)]),
        (Some(CHARTER), &[("log.csv", LOG)]),
    ] {
        let (page, _) = page(charter, files);
        assert!(
            page.lines().count() <= 60,
            "{}\n{page}",
            page.lines().count()
        );
        assert!(page.contains("\nNot kept\n") || files.len() == 1, "{page}");
        let wide = page.lines().find(|line| line.chars().count() > 72);
        assert_eq!(wide, None);
    }
}

#[test]
fn the_pages_of_the_examples_are_pages() {
    let examples = ["strategy-group", "charters/four-cornerstones"];
    for example in examples {
        let path = crate::root().join("examples").join(example);
        let page = std::fs::read_to_string(path.join("expected-report.txt")).unwrap();
        assert!(
            page.lines().count() <= 60,
            "{example}: {}",
            page.lines().count()
        );
    }
}

#[test]
fn a_promise_counts_once() {
    // Kept once and not kept once is not always kept; only ever not kept is never kept.
    let log = "Title,Type,Date,Status,Organiser,Notice sent,Feedback sent\n\
               One,meeting,12/03/2026,held,council,01/02/2026,no\n\
               Two,meeting,19/03/2026,held,council,18/03/2026,no\n";
    let (page, line) = page(None, &[("log.csv", log)]);
    let council = "Organisation: 1 not always kept, 1 never kept and";
    assert!(line.contains(council), "{page}");
    assert!(
        line.contains("Short notice (O4a1): 1 of 2 times (breach): Two, Thu 19 Mar"),
        "{page}"
    );
    assert!(
        line.contains(
            "No feedback (O4e1): 2 of 2 times (breach): One, Thu 12 Mar; Two, Thu 19 Mar"
        ),
        "{page}"
    );
}

#[test]
fn what_is_late_before_an_event_can_still_be_done() {
    // Five clear working days before Thursday 3 December 2026 begin on Wednesday 25 November, three
    // end with papers sent on Sunday 29 November; the day before is Wednesday 2 December.
    let record = |more: &str| {
        format!(
            "title: Workshop\nkind: workshop\nstatus: planned\ndate: 2026-12-03\n\
             organisers: [council]\naudience: [parents]\nnotice: {{ sent: 2026-11-02 }}\n{more}"
        )
    };
    let lines = |as_of: &str, name: &str, text: &str| {
        let bench = Bench::under(Some(CHARTER), &[(name, text)]);
        let page = bench.report(as_of, |report| render(&document(report)));
        let page = page.split("\nIn detail\n").next().unwrap().to_owned();
        page.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let silent = record("");
    let denied = record("papers: none\n");
    let overdue =
        "1. Overdue since Wed 25 Nov 2026, Northmoor Council: send the papers, at the latest";
    for (as_of, latest) in [
        (
            "2026-11-26",
            Some("by Sun 29 Nov 2026 (Workshop, Thu 3 Dec)"),
        ),
        (
            "2026-11-29",
            Some("by Sun 29 Nov 2026 (Workshop, Thu 3 Dec)"),
        ),
        (
            "2026-11-30",
            Some("by Wed 2 Dec 2026 (Workshop, Thu 3 Dec)"),
        ),
        (
            "2026-12-02",
            Some("by Wed 2 Dec 2026 (Workshop, Thu 3 Dec)"),
        ),
        ("2026-12-03", None),
        ("2026-12-10", None),
    ] {
        for text in [&silent, &denied] {
            let line = lines(as_of, "a.yaml", text);
            match latest {
                Some(latest) => {
                    let wanted = format!("{overdue} {latest}");
                    assert!(line.contains(&wanted), "{as_of}: {line}");
                }
                None => assert!(!line.contains("send the papers"), "{as_of}: {line}"),
            }
        }
    }
    let in_time = lines("2026-11-25", "a.yaml", &silent);
    assert!(
        in_time.contains("By Wed 25 Nov 2026, Northmoor Council: send the papers"),
        "{in_time}"
    );
    // Without a column for it, nobody can see whether they were sent.
    let table = "Title,Type,Date,Status,Organiser,Who is it for,Notice sent\n\
                 Workshop,workshop,03/12/2026,planned,council,parents,02/11/2026\n";
    let line = lines("2026-11-29", "log.csv", table);
    assert!(!line.contains("send the papers"), "{line}");
}

/// From three on, records that cannot show the same for the same reason are told together.
#[test]
fn three_findings_of_one_kind_are_told_together() {
    for (count, together) in [(2, false), (3, true), (4, true)] {
        let records: Vec<String> = (1..=count)
            .map(|day| {
                format!(
                    "title: Board {day}\nkind: meeting\nstatus: held\norganisers: [council]\n\
                     date: 2026-02-1{day}\n"
                )
            })
            .collect();
        let bench = Bench::new(&[("a.yaml", &records.join("---\n"))]);
        let text = bench.report("2026-06-30", |report| render(&document(report)));
        let heading = format!("Forum involved: the same finding {count} times");
        assert_eq!(text.contains(&heading), together, "{count}: {text}");
    }
}
