//! Charters of other areas, each written in YAML alone: their own examples, the reports as they
//! ship, and findings whose numbers were worked out by hand.

use std::fs;

use serde_json::Value;

use crate::output::generated::is_up_to_date;
use crate::{root, run};

/// A shipped charter, by its folder, and the day for which its report speaks.
struct Shipped {
    folder: &'static str,
    as_of: &'static str,
}

const FOUR_CORNERSTONES: Shipped = Shipped {
    folder: "examples/charters/four-cornerstones",
    as_of: "2026-06-30",
};
const PARTICIPATION_AGREEMENT: Shipped = Shipped {
    folder: "examples/charters/participation-agreement",
    as_of: "2026-05-31",
};
const LADDER_SELF_ASSESSMENT: Shipped = Shipped {
    folder: "examples/charters/ladder-self-assessment",
    as_of: "2026-07-31",
};

/// What is expected: the clause, what it is about, the verdict, and the measured value where there is
/// one; after `#`, how it was worked out.
const CORNERSTONES: &str = "\
CO1 2026-01-14-reviews-meeting = not-kept, 8 clear days             # 6 to 13 January
CO1 2026-03-12-therapies-second-workshop = kept, 14 clear days      # 26 February to 11 March
CO2 2026-01-14-reviews-meeting = not-kept, 6 clear days             # 8 to 13 January
CO2 2026-03-12-therapies-second-workshop = no-evidence
CO3 2026-03-12-therapies-second-workshop = not-kept
CO3 2026-07-09-therapies-tea = still-to-come
CO4 2025-11-13-therapies-first-workshop = not-kept, 7 working days  # Friday, a week, Monday
CO4 2026-05-20-reviews-online-meeting = kept, 4 working days        # 25 May is a bank holiday
WP1 request-figures = not-kept, 14 working days                     # 3 days, 2 weeks, Monday
WP1 request-speaker = kept, 10 working days                         # Monday to Monday, 2 weeks
WP4 2025-26-spring = kept
WP4 2025-26-summer = still-to-come
WP5 therapies = no-evidence
VI1 reviews = no-evidence
VI1 therapies = kept
WC1 2025-10-07-welcome-evening = kept
WC1 2026-01-14-reviews-meeting = no-evidence
WC1 2026-02-02-therapies-survey = does-not-apply
WC1 2026-05-20-reviews-online-meeting = does-not-apply
";

const AGREEMENT: &str = "\
1.1 2025-10-02-short-breaks-meeting = kept                          # 4 weeks, 20 working days
1.2 2025-10-02-short-breaks-meeting = does-not-apply
1.1 2026-01-22-health-meeting = does-not-apply
1.2 2026-01-22-health-meeting = not-kept
1.2 2026-03-19-health-workshop = no-evidence
1.2 2026-06-18-short-breaks-review = still-to-come
1.3 2025-09-09-first-talk = does-not-apply
1.3 2025-10-02-short-breaks-meeting = kept, 2 weeks
1.3 2026-01-22-health-meeting = explained, 1 weeks                 # 10 days
1.3 2026-03-19-health-workshop = not-kept, 1 weeks                  # 10 days
1.4 2026-03-19-health-workshop = kept, 5 clear working days         # Thursday to Wednesday
1.7 2025-10-02-short-breaks-meeting = not-kept, 16 working days     # Friday, 3 weeks
1.11 2026-02-24-training-day = not-kept
2.1 2026-01-22-health-meeting = not-kept, 8 working days            # 13 to 22 January
2.2 2026-03-19-health-workshop = not-kept, 16 working days          # 18 without the two of Easter
2.2 2026-01-22-health-meeting = no-evidence
2.3 request-panel = not-kept, 16 working days                       # 17 without 4 May
3.2 council = kept
3.2 trust = kept
3.2 group = kept
";

const LADDER: &str = "\
STEP 2024-10-10-information-evening = kept
STEP 2025-06-12-short-breaks-design-day = kept
STEP 2025-10-16-short-breaks-panel = kept
STEP 2026-01-15-transport-meeting = not-kept
STEP 2026-03-19-therapies-workshop = no-evidence
STEP 2026-09-24-next-offer-design-day = still-to-come
SAME 2025-03-13-short-breaks-workshop = not-kept
UP all = kept
AREAS year-to-2026-07-31 = not-kept
ASKED decision-transport = kept # asked, though only after the options were fixed
ASKED decision-short-breaks = kept
EARLY decision-short-breaks = kept, 271 clear days # 18+30+31+30+31+31+30+31+30+10 days, the last not clear
EARLY decision-transport = not-kept
EARLY decision-next-offer = still-to-come
REACH 2024-10-10-information-evening = no-evidence
SIGN council = no-evidence
SIGN forum = kept
AGAIN all = kept
";

impl Shipped {
    /// The report is the one that ships, some promise was broken, and nothing was at fault.
    fn report_is_as_expected(&self) {
        let Shipped { folder, as_of } = self;
        let (code, out, err) = run(&["report", folder, "--as-of", as_of]);
        assert_eq!((code, err.as_str()), (1, ""));
        is_up_to_date(&format!("{folder}/expected-report.txt"), &out);
    }

    /// The charter owes nothing to the built-in one, and judges its own examples as it says.
    fn stands_alone(&self) {
        let charter = format!("{}/charter.yaml", self.folder);
        let text = fs::read_to_string(root().join(&charter)).unwrap();
        assert!(
            !text.lines().any(|line| line.starts_with("extends:")),
            "{charter}"
        );
        let (code, out, err) = run(&["test", &charter]);
        assert_eq!((code, err.as_str()), (0, ""), "{out}");
        assert!(out.contains(", 0 with another verdict."), "{out}");
    }

    fn audit(&self) -> Value {
        let args = ["check", self.folder, "--as-of", self.as_of];
        let (code, out, err) = run(&[&args[..], &["--format", "json"]].concat());
        assert_eq!((code, err.as_str()), (1, ""));
        let report: Value = serde_json::from_str(&out).unwrap();
        assert_eq!(text(&report, "/format"), "charter-audit/1");
        assert_eq!(list(&report, "/faults").len(), 0);
        for verdict in ["kept", "not-kept", "no-evidence", "still-to-come"] {
            let mut findings = list(&report, "/findings").iter();
            assert!(
                findings.any(|finding| text(finding, "/verdict") == verdict),
                "nothing is {verdict}"
            );
        }
        report
    }

    fn finds(&self, expected: &str) {
        let report = self.audit();
        for line in expected.lines() {
            let (line, _) = line.split_once('#').unwrap_or((line, ""));
            let (about, verdict) = line.split_once(" = ").unwrap();
            let (clause, id) = about.split_once(' ').unwrap();
            let found = finding(&report, clause, id);
            let told = match found.pointer("/measured/value") {
                Some(value) => format!(
                    "{}, {value} {}",
                    text(found, "/verdict"),
                    text(found, "/measured/unit")
                ),
                None => text(found, "/verdict").to_owned(),
            };
            assert_eq!(told, verdict.trim_end(), "{about}");
        }
    }
}

/// The one finding of a clause about a subject.
fn finding<'r>(report: &'r Value, clause: &str, id: &str) -> &'r Value {
    let mut found = list(report, "/findings")
        .iter()
        .filter(|finding| text(finding, "/clause") == clause && text(finding, "/subject/id") == id);
    let first = found
        .next()
        .unwrap_or_else(|| panic!("no finding for {clause} about {id}"));
    assert!(found.next().is_none(), "two findings for {clause} {id}");
    first
}

fn list<'r>(value: &'r Value, path: &str) -> &'r [Value] {
    value.pointer(path).and_then(Value::as_array).unwrap()
}

fn text<'r>(value: &'r Value, path: &str) -> &'r str {
    value.pointer(path).and_then(Value::as_str).unwrap()
}

fn words<'r>(report: &'r Value, clause: &str, id: &str) -> &'r str {
    text(finding(report, clause, id), "/words")
}

#[test]
fn the_reports_are_as_expected() {
    FOUR_CORNERSTONES.report_is_as_expected();
    PARTICIPATION_AGREEMENT.report_is_as_expected();
    LADDER_SELF_ASSESSMENT.report_is_as_expected();
}

#[test]
fn each_charter_stands_alone_and_judges_its_own_examples() {
    FOUR_CORNERSTONES.stands_alone();
    PARTICIPATION_AGREEMENT.stands_alone();
    LADDER_SELF_ASSESSMENT.stands_alone();
}

#[test]
fn cornerstones_count_as_worked_out_by_hand() {
    FOUR_CORNERSTONES.finds(CORNERSTONES);
    let report = FOUR_CORNERSTONES.audit();
    assert_eq!(
        words(&report, "WC1", "2025-11-13-therapies-first-workshop"),
        "people were greeted by the reception desk; something to drink: no"
    );
    // 5 to 8 May and 11 to 13 May; 4 May is a bank holiday.
    let told = words(&report, "WP3", "decision-therapies");
    assert!(told.contains("7 clear working days"), "{told}");
    // 13:00 to 14:30 with half an hour for the way reaches into pick-up at 14:45.
    let told = words(&report, "WC3", "2026-01-14-reviews-meeting");
    assert!(told.contains("pick-up"), "{told}");
}

#[test]
fn the_agreement_counts_as_worked_out_by_hand() {
    PARTICIPATION_AGREEMENT.finds(AGREEMENT);
    let report = PARTICIPATION_AGREEMENT.audit();
    let told = words(&report, "1.2", "2026-01-22-health-meeting");
    assert!(told.contains("7 working days; 5 were agreed"), "{told}");
    // 1 April to 31 May: 20 in April, without Easter, and 19 in May, without two bank holidays.
    let told = words(&report, "1.10", "trust");
    assert!(told.contains("39 working days"), "{told}");
    assert_eq!(finding(&report, "1.10", "trust")["severity"], "breach");
    let [refused] = list(&report, "/explanations") else {
        panic!("more than one explanation was refused, or none");
    };
    let refused = refused.to_string();
    assert!(refused.contains("2026-03-19-health-workshop"), "{refused}");
    assert!(refused.contains("records/explanations/"), "{refused}");
}

#[test]
fn the_ladder_counts_as_worked_out_by_hand() {
    LADDER_SELF_ASSESSMENT.finds(LADDER);
    let report = LADDER_SELF_ASSESSMENT.audit();
    // Two of four this year are co-design or co-production; in the year before, one of four.
    let told = words(&report, "UP", "all");
    assert!(told.starts_with("2 of 4 "), "{told}");
    assert!(told.contains("1 of 4 in the year before"), "{told}");
    // 28 clear days before 14 October begin on 16 September.
    assert_eq!(
        finding(&report, "EARLY", "decision-next-offer")["due"],
        "2026-09-15"
    );
    let rungs: Vec<(&str, i64, i64)> = list(&report, "/trend/ladder")
        .iter()
        .filter_map(|rung| {
            let count = |path| rung.pointer(path)?.as_i64();
            Some((
                rung.pointer("/rung")?.as_str()?,
                count("/before")?,
                count("/now")?,
            ))
        })
        .collect();
    assert_eq!(
        rungs,
        [
            ("coercion", 0, 0),
            ("educating", 0, 0),
            ("informing", 1, 0),
            ("consultation", 1, 1),
            ("engagement", 1, 1),
            ("co-design", 1, 0),
            ("co-production", 0, 2),
        ]
    );
}
