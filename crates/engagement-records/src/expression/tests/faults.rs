//! Every kind of fault, with its exact place.

use super::*;

#[test]
fn every_fault_points_to_its_part_and_says_what_to_do() {
    let bench = Bench::new(WORKSHOP);
    for (text, code, part, says) in [
        // What cannot be read.
        ("", "expression-syntax", "", "there is no expression"),
        ("kind ==", "expression-syntax", "==", "missing after `==`"),
        ("kind = 'event'", "expression-syntax", "=", "write `==`"),
        (
            "date < as_of & true",
            "expression-syntax",
            "&",
            "write `&&`",
        ),
        (
            "date < as_of and true",
            "expression-syntax",
            "and",
            "write `&&`",
        ),
        (
            "not (date < as_of)",
            "expression-unknown-function",
            "not",
            "write `!`",
        ),
        ("kind is 'event'", "expression-syntax", "is", "write `==`"),
        (
            "kind == 'event",
            "expression-syntax",
            "'event",
            "has no end",
        ),
        (
            "kind == ‘event’",
            "expression-syntax",
            "‘",
            "straight quotes",
        ),
        ("(date < as_of", "expression-syntax", "(", "never closed"),
        ("date < as_of)", "expression-syntax", ")", "closes nothing"),
        (
            "size([1, 2)) == 2",
            "expression-syntax",
            ")",
            "`]` is missing",
        ),
        (
            "kind == 'event' 'x'",
            "expression-syntax",
            "'x'",
            "missing between",
        ),
        (
            "kind == r'event'",
            "expression-syntax",
            "'",
            "no letter before",
        ),
        ("3 > 1.5", "expression-syntax", "1.5", "numbers are whole"),
        (
            "3 > 9999999999",
            "expression-syntax",
            "9999999999",
            "at most 9 digits",
        ),
        ("3 > 4u", "expression-syntax", "4u", "digits only"),
        (
            "date > 2026-03-01",
            "expression-wrong-type",
            "date > 2026-03-01",
            "days(a, b)",
        ),
        (
            "6 / 2 == 3",
            "expression-syntax",
            "6 / 2",
            "multiply the other side",
        ),
        (
            "areas[0] == 'needs'",
            "expression-syntax",
            "areas[0]",
            "go through the list",
        ),
        (
            "{'a': 1} == 1",
            "expression-syntax",
            "{'a': 1}",
            "braces have no meaning",
        ),
        (
            "T{a: 1} == 1",
            "expression-syntax",
            "T{a: 1}",
            "braces have no meaning",
        ),
        ("if == 1", "expression-syntax", "if", "keeps for itself"),
        (
            "kind == 'a\u{0}'",
            "expression-syntax",
            "\u{0}",
            "cannot be seen",
        ),
        (
            "kind\u{a0}== 'a'",
            "expression-syntax",
            "\u{a0}",
            "cannot be seen",
        ),
        ("date ≥ as_of", "expression-syntax", "≥", "write `>=`"),
        // Fields.
        (
            "notise.sent < date",
            "expression-unknown-field",
            "notise",
            "did you mean `notice`",
        ),
        (
            "notice . snet < date",
            "expression-unknown-field",
            "snet",
            "did you mean `sent`",
        ),
        (
            "'é' == title && tilte == ''",
            "expression-unknown-field",
            "tilte",
            "`title`",
        ),
        (
            "title.sent == ''",
            "expression-unknown-field",
            "sent",
            "is a text, so it has no `sent`",
        ),
        (
            "moved_from.date < date",
            "expression-unknown-field",
            "date",
            "moved_from.exists",
        ),
        (
            "local.creche == yes",
            "expression-unknown-field",
            "yes",
            "write true",
        ),
        (
            "kind == workshop",
            "expression-unknown-field",
            "workshop",
            "in quotes",
        ),
        ("local.crèche", "expression-syntax", "è", "letters a to z"),
        (
            "local.chreche",
            "expression-unknown-field",
            "chreche",
            "did you mean `creche`",
        ),
        (
            "moved_from.all(m, m.tolt < date)",
            "expression-unknown-field",
            "tolt",
            "`told`",
        ),
        // Functions.
        (
            "cleardays(date, date) > 3",
            "expression-unknown-function",
            "cleardays",
            "`clear_days`",
        ),
        (
            "title.matches('x')",
            "expression-unknown-function",
            "matches",
            "contains",
        ),
        (
            "duration('1h') > 3",
            "expression-unknown-function",
            "duration",
            "days(a, b)",
        ),
        (
            "days(date) > 3",
            "expression-wrong-type",
            "days(date)",
            "write `days(notice.sent, date)`",
        ),
        (
            "notice.sent.days(date) > 3",
            "expression-wrong-type",
            "notice.sent.days(date)",
            "not called like this",
        ),
        (
            "days(title, date) > 3",
            "expression-wrong-type",
            "title",
            "needs a date",
        ),
        (
            "days('2026-03-01', date) > 3",
            "expression-wrong-type",
            "'2026-03-01'",
            "date('2026-03-01')",
        ),
        (
            "date < date('1/3/2026')",
            "expression-wrong-type",
            "'1/3/2026'",
            "year-month-day",
        ),
        (
            "start < time('9.30')",
            "expression-wrong-type",
            "'9.30'",
            "09:30",
        ),
        (
            "has(date < as_of)",
            "expression-wrong-type",
            "date < as_of",
            "asks about a field",
        ),
        // Types.
        (
            "date > 14",
            "expression-wrong-type",
            "date > 14",
            "count days",
        ),
        (
            "date - notice.sent > 14",
            "expression-wrong-type",
            "date - notice.sent",
            "days(notice.sent, date)",
        ),
        (
            "kind == 3",
            "expression-wrong-type",
            "kind == 3",
            "in quotes",
        ),
        (
            "date == '2026-03-20'",
            "expression-wrong-type",
            "date == '2026-03-20'",
            "date('2026-03-01')",
        ),
        (
            "notice == 'x'",
            "expression-wrong-type",
            "notice == 'x'",
            "name one of the group's",
        ),
        (
            "kind == 'workshp'",
            "expression-unknown-word",
            "'workshp'",
            "did you mean `workshop`",
        ),
        (
            "'workshp' == kind",
            "expression-unknown-word",
            "'workshp'",
            "did you mean `workshop`",
        ),
        (
            "kind in ['event', 'meetin']",
            "expression-unknown-word",
            "'meetin'",
            "`meeting`",
        ),
        (
            "'need' in areas",
            "expression-unknown-word",
            "'need'",
            "did you mean `needs`",
        ),
        (
            "areas.all(a, a == 'need')",
            "expression-unknown-word",
            "'need'",
            "`needs`",
        ),
        (
            "'wrongparty' in organisers",
            "expression-unknown-word",
            "'wrongparty'",
            "council",
        ),
        (
            "ladder >= 'participation'",
            "expression-wrong-type",
            "ladder >= 'participation'",
            "no order",
        ),
        ("title", "expression-wrong-type", "title", "not a condition"),
        ("notice", "expression-wrong-type", "notice", "has(...)"),
        (
            "title && true",
            "expression-wrong-type",
            "title",
            "not a condition",
        ),
        (
            "days(notice.sent, date)",
            "expression-wrong-type",
            "days(notice.sent, date)",
            "not a condition",
        ),
        ("title in 'x'", "expression-wrong-type", "'x'", "not a list"),
        ("[1, 'a'] == 1", "expression-wrong-type", "'a'", "one type"),
        ("size([]) == 0", "expression-wrong-type", "[]", "empty"),
        ("null == title", "expression-wrong-type", "null", "has(...)"),
        (
            "(local.creche ? 1 : 'a') == 1",
            "expression-wrong-type",
            "local.creche ? 1 : 'a'",
            "one type",
        ),
        (
            "title.all(a, true)",
            "expression-wrong-type",
            "title",
            "not a list",
        ),
        (
            "areas.all('a', true)",
            "expression-syntax",
            "'a'",
            "a name for one item",
        ),
    ] {
        let (found, pointed, words) = bench.fault(text);
        assert_eq!((found, pointed.as_str()), (code, part), "{text}: {words}");
        assert!(words.contains(says), "{text}: {words}");
    }
}

#[test]
fn all_faults_are_reported_at_once() {
    let bench = Bench::new(WORKSHOP);
    let faults = bench
        .compile("notise.sent < date && kind == 'workshp' && date > 14")
        .unwrap_err();
    assert_eq!(faults.len(), 3);
}

#[test]
fn faults_point_to_the_whole_value_where_its_bytes_are_not_the_text() {
    let bench = Bench::new(WORKSHOP);
    let faults = Expression::compile("date > 14", bench.schema_place, false, &bench.schema());
    assert_eq!(faults.unwrap_err()[0].span(), Some(bench.schema_place));
}
