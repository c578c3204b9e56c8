//! Minutes in Markdown with a record at their top.

use charter_audit::render::{self, Format};
use charter_audit::rules::Verdict;
use engagement_records::fields::Field;
use engagement_records::record::Sent;

use super::{engagements, ids};
use crate::Bench;

const MINUTES: &str = "\
---
title: Short breaks board
kind: meeting
status: held
date: 2026-02-26
---

# Minutes

<!-- NHS 943 476 5919 -->
We talked about EHCPs.
";

#[test]
fn minutes_hold_a_record_at_their_top() {
    let bench = Bench::new(&[("2026-02-26-board.md", MINUTES)]);
    assert!(bench.faults().is_empty());
    assert_eq!(ids(&bench), ["2026-02-26-board"]);
    let record = &engagements(&bench)[0];
    let title = record.title.spanned().unwrap().span;
    assert_eq!(bench.sources.line_column(title), (2, 8));
    assert!(record.minutes.get().unwrap().starts_with("# Min"));
    // Windows line ends, dots as the end, and nothing below.
    let other = MINUTES.replace('\n', "\r\n");
    let bench = Bench::new(&[("a.md", &other)]);
    assert!(bench.faults().is_empty() && engagements(&bench)[0].minutes.get().is_some());
    let bench = Bench::new(&[("a.markdown", "---\ntitle: A\n...\n \n")]);
    assert!(bench.faults().is_empty() && engagements(&bench)[0].minutes.get().is_none());
    let bench = Bench::new(&[("a.md", "\n---\ntitle: A\nknid: x\ndate: [\n---\n")]);
    assert_eq!(bench.faults(), [("not-yaml", 5, 7)]);
    assert!(bench.reading.records.incomplete);
}

/// Behind a name that would be a heading of a table, values are read as its cells are.
#[test]
fn values_behind_headings_are_read_as_cells() {
    let minutes = "\
---
Meeting: Transport group
Date of meeting: 24 March 2026
Start: 10am
End: 12 noon
Venue: Zoom
Organised by: Council transport team
Papers: none needed
Parents attending: about 12
Feedback sent: email 2 April 2026
---
We met.
";
    let bench = Bench::new(&[("a.md", minutes)]);
    assert_eq!(bench.faults(), []);
    let record = &engagements(&bench)[0];
    let time = |text: &str| text.parse::<chrono::NaiveTime>().unwrap();
    assert_eq!(record.start.get(), Some(&time("10:00:00")));
    assert_eq!(record.end.get(), Some(&time("12:00:00")));
    assert!(record.papers.get().unwrap().none_needed.get().is_some());
    let sent = record.feedback.get().unwrap().sent.get();
    assert_eq!(sent, Some(&Sent::On("2026-04-02".parse().unwrap())));
    assert!(record.organisers.get().is_some());
    // What a cell would not say either is no evidence and no fault that ends the audit.
    let odd = minutes.replace("none needed", "somewhere");
    let bench = Bench::new(&[("a.md", &odd)]);
    assert_eq!(bench.faults(), [("not-said", 8, 9)]);
    assert!(!bench.reading.records.incomplete);
    // A day that is another one elsewhere is asked for.
    let odd = minutes.replace("24 March 2026", "03/04/2026");
    let bench = Bench::new(&[("a.md", &odd)]);
    assert_eq!(bench.faults(), [("wrong-value", 3, 18)]);
}

#[test]
fn the_body_of_minutes_is_searched_and_judged() {
    let bench = Bench::new(&[("a.md", MINUTES)]);
    let audit = bench.audit("2026-03-01");
    let place = |clause: &str, about: &str| {
        let finding = audit
            .findings
            .iter()
            .find(|finding| finding.clause.id == clause && finding.about.id == about)
            .unwrap();
        let place = bench.sources.address(finding.places[0].span);
        (finding.verdict, place)
    };
    assert_eq!(
        place("W3c", "a.md"),
        (Verdict::NotKept, "a.md:10:10".to_owned())
    );
    assert_eq!(
        place("O4d2", "a"),
        (Verdict::NotKept, "a.md:11:17".to_owned())
    );
    // Before the day, nobody has been given minutes.
    assert_eq!(
        bench.verdict("2026-02-25", "O4d2", "a"),
        Verdict::StillToCome
    );
    let plain = MINUTES.replace("EHCPs", "weekends");
    let bench = Bench::new(&[("a.md", &plain)]);
    assert_eq!(bench.verdict("2026-03-01", "O4d2", "a"), Verdict::Kept);
}

#[test]
fn markdown_without_a_record_is_passed_over_and_counted() {
    let bench = Bench::new(&[
        ("README.md", "# Records\n\n---\ntitle: no record\n---\n"),
        ("a.md", "---\ntitle: A\n---\n"),
        ("b.md", ""),
    ]);
    assert!(bench.faults().is_empty() && !bench.reading.records.incomplete);
    assert_eq!(ids(&bench), ["a"]);
    assert_eq!(
        bench.reading.files_passed_over,
        [(
            "Markdown files without a record at the top, README.md and others".to_owned(),
            2
        )]
    );
    // It is no file of records, so that nothing in it is a promise kept or not.
    assert_eq!(bench.reading.files, 1);
    assert_eq!(bench.reading.records.files.len(), 1);
    for (text, code) in [
        ("+++\ntitle = \"A\"\n+++\n", "front-matter-toml"),
        ("---\ntitle: A\n# Minutes\n", "front-matter-open"),
        ("---\n---\n# Minutes\n", "no-record"),
    ] {
        let bench = Bench::new(&[("a.md", text)]);
        assert_eq!(bench.faults(), [(code, 1, 1)]);
    }
}

#[test]
fn what_is_called_like_a_heading_of_a_table_is_read() {
    let text = "---\ntags: [send]\ndate: 5 March 2026\ntitle: Short breaks\nOrganiser: council\n\
                Invitation sent: 2 February 2026\nFeedback sent: 2026-03-10\nWhere: Dove Hall\n\
                Weather: wet\n---\nMinutes.\n";
    let bench = Bench::new(&[("a.md", text)]);
    assert_eq!(bench.faults(), [("unread-field", 1, 1)]);
    let record = &engagements(&bench)[0];
    let day = |sent: &Field<Sent>| match sent.get() {
        Some(Sent::On(day)) => day.to_string(),
        _ => panic!("{sent:?}"),
    };
    assert_eq!(record.date.get().unwrap().to_string(), "2026-03-05");
    assert_eq!(day(&record.notice.get().unwrap().sent), "2026-02-02");
    assert_eq!(day(&record.feedback.get().unwrap().sent), "2026-03-10");
    let venue = record.venue.get().unwrap();
    assert_eq!(venue.name.get().unwrap(), "Dove Hall");
    assert_eq!(record.organisers.get().unwrap().len(), 1);
    let audit = bench.audit("2026-07-31");
    let feedback = audit
        .findings
        .iter()
        .find(|it| it.clause.id == "O4e1")
        .unwrap();
    assert_eq!(feedback.verdict, Verdict::Kept);
}

#[test]
fn a_field_that_is_there_goes_before_what_is_called_like_a_heading() {
    let text = "---\ndate: 2026-03-05\ntitle: Board\nfeedback: { sent: 2026-03-09 }\n\
                feedback sent: 2026-03-10\nnotice: none\ninvites sent: 2026-02-02\n---\n";
    let bench = Bench::new(&[("a.md", text)]);
    assert_eq!(bench.faults(), [("unread-field", 1, 1)]);
    let record = &engagements(&bench)[0];
    let sent = record.feedback.get().unwrap().sent.get();
    assert_eq!(sent, Some(&Sent::On("2026-03-09".parse().unwrap())));
    let sent = record.notice.get().unwrap().sent.get();
    assert_eq!(sent, Some(&Sent::Never));
}

#[test]
fn a_day_that_two_countries_read_differently_is_asked_for_again() {
    let text = "---\ntitle: Board\ndate: 04/05/2026\n---\n";
    let bench = Bench::new(&[("a.md", text)]);
    assert_eq!(bench.faults(), [("wrong-value", 3, 7)]);
}

#[test]
fn what_is_not_read_at_the_top_of_minutes_is_no_silence() {
    for (line, expected) in [
        ("Feedback went out: 2026-02-20", Verdict::Kept),
        ("Feedback sent to families on: 2026-02-20", Verdict::Kept),
        ("feedbackSent: 2026-02-20", Verdict::Kept),
        ("Parents who fed back: lots", Verdict::NoEvidence),
        ("Weather: wet", Verdict::NotKept),
        ("tags: [feedback]", Verdict::NotKept),
    ] {
        let text = format!("---\ntitle: Board\nkind: meeting\ndate: 2026-02-05\n{line}\n---\n");
        let bench = Bench::new(&[("a.md", &text)]);
        let audit = bench.audit("2026-07-31");
        let feedback = audit
            .findings
            .iter()
            .find(|it| it.clause.id == "O4e1")
            .unwrap();
        assert_eq!(feedback.verdict, expected, "{line}");
        let is_told = bench.report("2026-07-31", |report| report.not_read().count() > 0);
        let is_read = ["Feedback ", "feedbackSent", "tags"]
            .iter()
            .any(|it| line.starts_with(it));
        assert_eq!(is_told, !is_read, "{line}");
    }
}

#[test]
fn fields_of_other_programs_are_one_note() {
    let jekyll = "---\nlayout: minutes\ntitle: Short breaks working group\ndate: 2026-03-12 10:30:00 +0000\n\
                  categories: [minutes, short-breaks]\nattendees:\n  - Pat Example\n  - Sam Example\n\
                  permalink: /minutes/2026-03-12/\n---\n\nMinutes.\n";
    let bench = Bench::new(&[("a.md", jekyll)]);
    assert_eq!(bench.faults(), [("foreign-field", 1, 1)]);
    let record = &engagements(&bench)[0];
    assert_eq!(record.date.get().unwrap().to_string(), "2026-03-12");
    assert_eq!(record.start.get().unwrap().to_string(), "10:30:00");
    for (date, day, start) in [
        // Half past eleven at night in Greenwich is the next day here in summer.
        ("2026-06-15 23:30:00 +0000", "2026-06-16", Some("00:30:00")),
        ("2026-03-12T10:30:00Z", "2026-03-12", Some("10:30:00")),
        ("2026-03-12 00:00:00", "2026-03-12", None),
    ] {
        let text = format!("---\ntitle: A\ndraft: false\ntags: []\ndate: {date}\n---\n");
        let bench = Bench::new(&[("a.md", &text)]);
        let record = &engagements(&bench)[0];
        assert_eq!(
            record.date.get().map(ToString::to_string).as_deref(),
            Some(day),
            "{date}"
        );
        assert_eq!(
            record.start.get().map(ToString::to_string).as_deref(),
            start,
            "{date}"
        );
    }
    // A slip of the pen is still one, and nothing else is let pass in YAML.
    let bench = Bench::new(&[("a.md", "---\ntitle: A\nstatsu: held\n---\n")]);
    assert_eq!(bench.faults(), [("unknown-field", 3, 1)]);
    let bench = Bench::new(&[("a.yaml", "title: A\nlayout: minutes\n")]);
    assert_eq!(bench.faults(), [("unknown-field", 2, 1)]);
}

#[test]
fn people_at_the_top_of_minutes_are_never_told() {
    let minutes = "---\nattendees: [Pat Example, Sam Example]\npresent: Alex Example\ntitle: Board\n\
                   apologies:\n  - Jo Example\nchair: Kim Example\nminutes by: Lee Example\n\
                   date: 2026-03-12\n---\n\nMinutes.\n";
    let bench = Bench::new(&[("a.md", minutes)]);
    for format in Format::ALL {
        let bytes = bench.report("2026-06-30", |report| {
            render::report(report, *format).unwrap()
        });
        let text = String::from_utf8_lossy(&bytes).into_owned();
        for name in ["Pat", "Sam", "Alex", "Jo Ex", "Kim", "Lee"] {
            assert!(!text.contains(name), "{name} in {}", format.word());
        }
    }
}
