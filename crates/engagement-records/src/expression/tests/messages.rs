//! Messages filled in.

use super::*;

#[test]
fn messages() {
    let bench = Bench::new(WORKSHOP);
    for (text, expected) in [
        (
            "no creche at {title} on {date}; notice was {clear_days(notice.sent, date)}",
            "no creche at Short breaks on Fri 20 Mar 2026; notice was 17",
        ),
        ("{{{kind}}} {{}}", "{workshop} {}"),
        (
            "{start}, {local.creche}, {areas}",
            "10am, no, development and needs",
        ),
        ("{feedback.sent} {papers.sent}", "not recorded none"),
        (
            "{reach.invited} {is_working_day(date('2050-03-02'))}",
            "not readable not known",
        ),
        ("{attendance.parents}, {attendance.staff}", "10 or more, 12"),
        ("{attendance.cyp} came", "fewer than 5 came"),
        (
            "{attendance.cyp} {attendance.cyp}",
            "fewer than 5 fewer than 5",
        ),
        ("{'}'} {\"{'\"}", "} {'"),
        ("plain", "plain"),
        ("", ""),
    ] {
        assert_eq!(bench.filled(text), expected, "{text}");
    }
}

#[test]
fn messages_keep_identifiers_and_small_numbers_in() {
    let bench = Bench::new(
        "title: 'Call 01925 555 123, a.b@example.org\u{202e}'\ndate: 2026-03-20\nkind: event\n\
         audience: [parents, cyp]\nattendance: { cyp: 3+, forum_reps: <5 }\n",
    );
    let filled = bench.filled("{title} {'01925' + ' 555 123'} {audience}");
    assert!(
        !filled.contains("555") && !filled.contains("example"),
        "{filled}"
    );
    assert!(
        filled.ends_with("parents and children and young people"),
        "{filled}"
    );
    assert_eq!(
        bench.filled("{attendance.cyp}/{attendance.forum_reps}"),
        "a number that is only roughly known/fewer than 5"
    );
    for text in [
        "{attendance.cyp + 100}",
        "{attendance.cyp == 3}",
        "{attendance.cyp > 3 ? 'a' : 'b'}",
        "{[1, 2].map(x, x + attendance.cyp)}",
    ] {
        let faults =
            MessageTemplate::compile(text, bench.schema_place, true, &bench.schema()).unwrap_err();
        assert!(faults[0].message.contains("can only stand alone"), "{text}");
    }
}

#[test]
fn faults_of_messages_have_their_place() {
    let bench = Bench::new(WORKSHOP);
    for (text, part, says) in [
        ("é {titel}!", "titel", "is not a field"),
        ("{title", "{", "never closed"),
        ("title}", "}", "closes nothing"),
        ("{title} {}", "", "no expression"),
        ("{notice}", "notice", "a group of fields"),
        ("{moved_from}", "moved_from", "a group of fields"),
    ] {
        let faults =
            MessageTemplate::compile(text, bench.schema_place, true, &bench.schema()).unwrap_err();
        let span = faults[0].span().unwrap();
        let pointed = &text[span.start as usize - 100..span.end as usize - 100];
        assert_eq!(pointed, part, "{text}");
        assert!(faults[0].message.contains(says), "{text}: {faults:?}");
    }
}
