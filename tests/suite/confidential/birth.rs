//! Dates of birth, and the days of meetings that are none.

use charter_audit::rules::Verdict;

use crate::Bench;

#[test]
fn the_day_of_a_meeting_is_no_date_of_birth_by_itself() {
    let verdict = |name: &str, text: &str| {
        let bench = Bench::new(&[(name, text)]);
        bench.verdict("2026-07-31", "W3c", name)
    };
    let minutes = |words: &str| {
        format!("---\ntitle: Minutes\nkind: meeting\ndate: 2026-02-26\n---\n{words}\n")
    };
    for (words, expected) in [
        (
            "The form need not ask for date of birth. Next meeting 12 March 2026.",
            Verdict::Kept,
        ),
        (
            "A form with dates of birth is due by 1 September 2027.",
            Verdict::Kept,
        ),
        (
            "The form asks for date of birth. Draft of 12 March 2025.",
            Verdict::Kept,
        ),
        ("Date of birth of Q: 12 March 2025.", Verdict::NotKept),
        ("Date of birth: 12 March 2014", Verdict::NotKept),
    ] {
        assert_eq!(verdict("minutes.md", &minutes(words)), expected, "{words}");
    }
    for (day, expected) in [
        ("12/03/2014", Verdict::NotKept),
        ("31/07/2025", Verdict::NotKept),
        ("12/03/2026", Verdict::Kept),
        ("01/09/2027", Verdict::Kept),
    ] {
        let log = format!("Title,Type,Date,Date of birth\nBoard,meeting,26/02/2026,{day}\n");
        assert_eq!(verdict("log.csv", &log), expected, "{day}");
    }
    // On the day of the audit somebody may have been born, a day later nobody.
    let log = "Title,Type,Date,Date of birth\nBoard,meeting,26/02/2025,31/07/2026\n";
    assert_eq!(verdict("log.csv", log), Verdict::NotKept);
    assert_eq!(
        verdict("log.csv", &log.replace("31/07", "01/08")),
        Verdict::Kept
    );
}
