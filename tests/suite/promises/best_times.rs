//! The best time for an engagement is the one that a person would choose who knows the schools, the
//! deadlines and the diary. Each case was worked out by hand.

use charter_audit::audit::AuditScope;
use charter_audit::plan::{Planner, Search};
use charter_audit::render::plan::{TimesAre, times};
use charter_audit::report::{Report, Threshold};
use chrono::TimeDelta;

use crate::Bench;

/// The autumn of 2026 at three schools: half terms at the same and at different times, an INSET day
/// each at two of them, and a day on which the council is closed.
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
    birchwood:
      terms: [{ first: 2026-09-07, last: 2026-10-16 }, { first: 2026-11-02, last: 2026-12-16 }]
      inset: [2026-11-30]
";

const QUIET: Threshold = Threshold {
    fail_on: None,
    strict: false,
    ignore_elapsed: false,
};

/// Parents, in person, for two hours: what most cases ask for.
const PARENTS: &str = "organisers: [council]\naudience: [parents]\nvenue: { mode: in-person }\n";

struct Case {
    /// Why that is the best.
    because: &'static str,
    as_of: &'static str,
    between: [&'static str; 2],
    minutes: i64,
    /// The engagement without its time.
    wanted: &'static str,
    /// What else is in the diary.
    diary: &'static str,
    best: &'static str,
    /// What is said of it.
    reason: &'static str,
}

const USUAL: Case = Case {
    because: "",
    as_of: "2026-08-03",
    between: ["2026-09-21", "2026-09-25"],
    minutes: 120,
    wanted: PARENTS,
    diary: "",
    best: "2026-09-21 10:00",
    reason: "Clear of school times.",
};

const CASES: [Case; 23] = [
    Case {
        because: "the first day will do, as soon as the hours begin that suit parents best",
        reason: "At the schools: all 3 schools: open.",
        ..USUAL
    },
    Case {
        because: "a short one online is no different",
        minutes: 60,
        wanted: "audience: [parents]\nvenue: { mode: online }\n",
        ..USUAL
    },
    Case {
        because: "children are taught until 3.15pm",
        minutes: 60,
        wanted: "audience: [cyp]\nvenue: { mode: online }\n",
        best: "2026-09-21 15:30",
        ..USUAL
    },
    Case {
        because: "a quarter of an hour from school is enough to be there at half past three",
        minutes: 60,
        wanted: "audience: [cyp]\nvenue: { mode: in-person }\n",
        best: "2026-09-21 15:30",
        ..USUAL
    },
    Case {
        because: "with their parents, after pick-up ends at 4pm and the way there",
        minutes: 90,
        wanted: "audience: [parents, cyp]\nvenue: { mode: in-person }\n",
        best: "2026-09-21 16:30",
        reason: "Outside the hours that suit parents best, 10am to 2pm.",
        ..USUAL
    },
    Case {
        because: "online there is no way to go",
        minutes: 60,
        wanted: "audience: [parents, cyp]\nvenue: { mode: online }\n",
        best: "2026-09-21 16:00",
        ..USUAL
    },
    Case {
        because: "INSET day on Friday, a weekend, and the council is closed on Monday",
        between: ["2026-10-09", "2026-10-13"],
        best: "2026-10-13 10:00",
        ..USUAL
    },
    Case {
        because: "half terms one after the other: the first day without any is 9 November",
        between: ["2026-10-19", "2026-11-13"],
        best: "2026-11-09 10:00",
        reason: "At the schools: all 3 schools: open.",
        ..USUAL
    },
    Case {
        because: "where only families of Ashgrove are invited, their half term is what counts",
        between: ["2026-10-19", "2026-11-13"],
        wanted: "audience: [parents]\nvenue: { mode: in-person }\ntiming: { schools: [ashgrove] }\n",
        best: "2026-10-19 10:00",
        reason: "At the schools: ashgrove: open.",
        ..USUAL
    },
    Case {
        because: "and Oakfield's is a week earlier",
        between: ["2026-10-26", "2026-11-06"],
        wanted: "audience: [parents]\nvenue: { mode: in-person }\ntiming: { schools: [oakfield] }\n",
        best: "2026-11-02 10:00",
        ..USUAL
    },
    Case {
        because: "in a half term, an evening is what is left",
        between: ["2026-10-26", "2026-10-30"],
        best: "2026-10-26 18:30",
        reason: "oakfield: school holiday; ashgrove: open; birchwood: school holiday",
        ..USUAL
    },
    Case {
        // 29 and 30 September would need the notice today or tomorrow.
        because: "fourteen clear days from today, and a day to write the notice",
        as_of: "2026-09-14",
        between: ["2026-09-15", "2026-10-02"],
        best: "2026-10-01 10:00",
        reason: "send the notice by Wed 16 Sep",
        ..USUAL
    },
    Case {
        // Only for the Friday can the wider group still be asked, five working days before.
        because: "notice and papers are too late for all of them, the wider group is not for Friday",
        as_of: "2026-09-18",
        best: "2026-09-25 10:00",
        reason: "Too late for Notice (O4a1), last day Thu 10 Sep and Papers in time (O4a3), last day \
                 Thu 17 Sep.",
        ..USUAL
    },
    Case {
        because: "today is over, and tomorrow is all that is left",
        as_of: "2026-09-21",
        between: ["2026-09-21", "2026-09-22"],
        best: "2026-09-22 10:00",
        reason: "Too late for Notice (O4a1), last day Mon 7 Sep",
        ..USUAL
    },
    Case {
        because: "the board meets until noon, and there is no other day",
        between: ["2026-09-21", "2026-09-21"],
        diary: "title: Board\nkind: meeting\ndate: 2026-09-21\nstart: 10:00\nend: 12:00\n\
                organisers: [council]\naudience: [parents]\n",
        best: "2026-09-21 12:00",
        reason: "The same day: Board, 10am to noon",
        ..USUAL
    },
    Case {
        because: "the day after the board nobody has to come twice",
        diary: "title: Board\nkind: meeting\ndate: 2026-09-21\nstart: 10:00\nend: 12:00\n\
                organisers: [council]\naudience: [parents]\n",
        best: "2026-09-22 10:00",
        ..USUAL
    },
    Case {
        because: "a briefing that the forum gives to staff concerns nobody here",
        diary: "title: Briefing\nkind: meeting\ndate: 2026-09-21\nstart: 10:00\nend: 12:00\n\
                organisers: [forum]\naudience: [staff]\n",
        ..USUAL
    },
    Case {
        because: "a board that was cancelled is not in the way",
        diary: "title: Board\nkind: meeting\nstatus: cancelled\ndate: 2026-09-21\nstart: 10:00\n\
                end: 12:00\norganisers: [council]\naudience: [parents]\n",
        ..USUAL
    },
    Case {
        because: "Saturday, where only a weekend is left",
        between: ["2026-09-26", "2026-09-27"],
        best: "2026-09-26 10:00",
        reason: "Offices: closed for the weekend.",
        ..USUAL
    },
    Case {
        because: "nobody knows when on Friday the board meets, and a weekend follows",
        between: ["2026-09-25", "2026-09-28"],
        diary: "title: Board\nkind: meeting\ndate: 2026-09-25\norganisers: [council]\n\
                audience: [parents]\n",
        best: "2026-09-28 10:00",
        ..USUAL
    },
    Case {
        because: "staff have no children to fetch here, and begin when others do",
        wanted: "organisers: [council]\naudience: [staff]\n",
        ..USUAL
    },
    Case {
        because: "what nobody knows of one school is said, and is no reason to meet at night",
        between: ["2026-12-17", "2026-12-31"],
        best: "2026-12-17 10:00",
        reason: "Perhaps: the charter has no term dates for the school year 2026-27",
        ..USUAL
    },
    Case {
        because: "Christmas, a weekend and Boxing Day's bank holiday on Monday",
        between: ["2026-12-25", "2026-12-29"],
        best: "2026-12-29 10:00",
        reason: "no term dates for 2026-27 in the charter",
        ..USUAL
    },
];

#[test]
fn the_best_time_is_the_one_that_a_person_would_choose() {
    for case in CASES {
        // Its own day is none of those that are looked at.
        let record = format!("title: Transport\nkind: workshop\n{}", case.wanted);
        let files = [("plan.yaml", record.as_str()), ("diary.yaml", case.diary)];
        let files = if case.diary.is_empty() {
            &files[..1]
        } else {
            &files[..]
        };
        let bench = Bench::under(Some(CHARTER), files);
        assert!(
            bench.reading.faults.is_empty(),
            "{:?}",
            bench.reading.faults
        );
        let scope = AuditScope::as_of(case.as_of.parse().unwrap());
        let audit = bench.asked(&scope);
        let report = Report::new(
            &bench.charter,
            &scope,
            &audit,
            &bench.reading,
            &bench.sources,
            QUIET,
        );
        let engagements = &bench.reading.records.engagements;
        let record = engagements.first().unwrap();
        let planner = Planner::new(&bench.charter.charter, record, engagements, scope.as_of);
        let [first, last] = case.between.map(|day| day.parse().unwrap());
        let search = Search {
            first,
            last,
            length: TimeDelta::minutes(case.minutes),
        };
        let best = planner.search(search.checked().unwrap());
        let slot = best.first().unwrap().slot;
        let found = format!("{} {}", slot.day, slot.start.unwrap().format("%H:%M"));
        assert_eq!(found, case.best, "{}", case.because);
        let text = times(&report, record, &best[..1], TimesAre::Found(&search), false).unwrap();
        let text = String::from_utf8(text).unwrap();
        let words: Vec<&str> = text.split_whitespace().collect();
        let text = words.join(" ");
        assert!(text.contains(case.reason), "{}: {text}", case.because);
    }
}
