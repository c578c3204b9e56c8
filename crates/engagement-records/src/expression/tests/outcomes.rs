//! What comes of expressions.

use super::*;

#[test]
fn outcomes() {
    let bench = Bench::new(WORKSHOP);
    for (text, expected) in [
        // 2 March to 20 March: 17 days lie between them, 18 days later.
        ("clear_days(notice.sent, date) == 17", "yes"),
        ("days(notice.sent, date) == 18", "yes"),
        ("days(date, notice.sent) == 0", "yes"),
        ("working_days(notice.sent, date) == 14", "yes"),
        ("clear_working_days(notice.sent, date) == 13", "yes"),
        (
            "kind == 'workshop' && clear_days(notice.sent, date) >= 21",
            "no",
        ),
        ("kind in ['workshop', 'event']", "yes"),
        ("'needs' in areas && !('changes' in areas)", "yes"),
        ("'council' in organisers", "yes"),
        ("start >= time('10:00') && start < time('10:01')", "yes"),
        ("date == date('2026-03-20')", "yes"),
        ("date < as_of", "yes"),
        (
            "size(areas) == 2 && areas.size() == 2 && title.size() == 12",
            "yes",
        ),
        (
            "title.contains('breaks') && title.startsWith('Short')",
            "yes",
        ),
        ("notice.channel.lowerAscii() == 'email'", "yes"),
        ("title + '!' == 'Short breaks!'", "yes"),
        ("is_working_day(date)", "yes"),
        ("'hours' in scope_for_change.in", "yes"),
        ("areas.all(a, a in ['development', 'needs'])", "yes"),
        ("areas.exists_one(a, a == 'needs')", "yes"),
        ("areas.filter(a, a == 'needs').size() == 1", "yes"),
        ("areas.map(a, a + 'x').exists(a, a == 'needsx')", "yes"),
        ("local.creche ? true : date > notice.sent", "yes"),
        ("-2 * 3 + 7 - 1 == 0", "yes"),
        // Silence.
        ("local.places > 3", "silent local.places"),
        ("venue.access.step_free", "silent venue.access.step_free"),
        ("true || local.places > 3", "yes"),
        ("local.places > 3 || true", "yes"),
        ("local.places > 3 && false", "no"),
        ("local.places > 3 && true", "silent local.places"),
        ("feedback.sent > date", "silent feedback.sent"),
        ("has(feedback.sent)", "no"),
        ("has(notice.sent) && has(notice) && has(title)", "yes"),
        ("has(venue) || has(status)", "no"),
        ("moved_from.all(m, m.told < date)", "silent moved_from.told"),
        ("moved_from.exists(m, m.told < date)", "yes"),
        ("moved_from.exists(m, has(m.told))", "yes"),
        ("moved_from.all(m, has(m.told))", "no"),
        // A stated none.
        ("days(papers.sent, date) >= 3", "denied papers.sent"),
        ("!(days(papers.sent, date) < 3)", "denied papers.sent"),
        (
            "local.creche || days(papers.sent, date) >= 3",
            "denied papers.sent",
        ),
        ("has(papers.sent)", "no"),
        (
            "local.places > 3 || papers.sent < date",
            "silent local.places",
        ),
        (
            "local.places > 3 && papers.sent < date",
            "denied papers.sent",
        ),
        (
            "!(local.places > 3 && papers.sent < date)",
            "silent local.places",
        ),
        // What cannot be read.
        ("reach.invited > 3", "unreadable"),
        ("has(reach.invited)", "unreadable"),
        ("reach.invited > 3 || local.places > 3", "unreadable"),
        // Rough numbers.
        ("attendance.parents >= 10", "yes"),
        ("attendance.parents < 10", "no"),
        (
            "attendance.parents >= 11",
            "unknown: the number is too rough",
        ),
        ("attendance.parents >= 11 || attendance.staff == 12", "yes"),
        ("attendance.parents + attendance.staff >= 22", "yes"),
        // The calendar's ends.
        (
            "is_term_time(date('2050-03-02'))",
            "unknown: the charter's term dates do not cover all of 2049-50",
        ),
        (
            "is_working_day(date('2050-03-02'))",
            "unknown: the calendar does not cover 2050",
        ),
        (
            "working_days(date, date('2050-03-02')) > 3",
            "unknown: the calendar does not cover 2029",
        ),
    ] {
        let found = word(&bench.outcome(text));
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn an_outcome_names_its_places() {
    let bench = Bench::new(WORKSHOP);
    let at = |span: Span| WORKSHOP[span.start as usize..span.end as usize].to_owned();
    let expression = bench
        .compile("kind == 'workshop' && days(notice.sent, date) >= 7 && local.places > 3")
        .unwrap();
    let evaluation = expression.evaluate(&bench.view(), &bench.calendar);
    let grounds: Vec<_> = evaluation
        .rests_on
        .iter()
        .map(|ground| (ground.path.as_str(), at(ground.place)))
        .collect();
    assert_eq!(
        grounds,
        [
            ("kind", "workshop".to_owned()),
            ("notice.sent", "2026-03-02".to_owned()),
            ("date", "2026-03-20".to_owned())
        ]
    );
    let ConditionOutcome::Denied { place, .. } = bench.outcome("papers.sent < date") else {
        panic!("not denied");
    };
    assert_eq!(at(place), "none");
    let ConditionOutcome::Missing { gap, .. } = bench.outcome("notice.purpose == 'x'") else {
        panic!("not silent");
    };
    assert_eq!(at(gap.at), "notice");
    let ConditionOutcome::Unreadable { place } = bench.outcome("reach.invited > 3") else {
        panic!("not unreadable");
    };
    assert_eq!(at(place), "oops");
}

#[test]
fn a_deed_on_some_day_was_done_and_has_no_day() {
    let text = WORKSHOP.replace("2026-03-02", "yes");
    let bench = Bench::new(&text);
    let outcome = |condition: &str| bench.outcome(condition);
    assert_eq!(outcome("has(notice.sent)"), ConditionOutcome::Yes);
    assert_eq!(outcome("!has(notice.sent)"), ConditionOutcome::No);
    assert_eq!(
        outcome("notice.sent < date"),
        ConditionOutcome::Unknown {
            why: "the record does not say on which day `notice.sent` was".to_owned()
        }
    );
    // The other side settles it.
    assert_eq!(
        outcome("notice.sent < date || kind == 'workshop'"),
        ConditionOutcome::Yes
    );
}

/// CEL's own interpreter agrees wherever everything is said and nothing is ours alone.
#[test]
fn answers_as_cel_does() {
    let bench = Bench::new(WORKSHOP);
    let mut context = cel::Context::default();
    context.add_variable("title", "Short breaks").unwrap();
    context.add_variable("kind", "workshop").unwrap();
    context
        .add_variable("areas", vec!["development", "needs"])
        .unwrap();
    let local = std::collections::HashMap::from([("creche", false)]);
    context.add_variable("local", local).unwrap();
    let counts = std::collections::HashMap::from([("staff", 12_i64)]);
    context.add_variable("attendance", counts).unwrap();
    let conditions = [
        "kind == 'workshop'",
        "kind != 'workshop'",
        "kind in ['event', 'workshop']",
        "local.creche",
        "!local.creche",
        "!!local.creche",
        "attendance.staff > 11",
        "attendance.staff * 2 - 4 == 20",
        "-attendance.staff <= -12",
        "2 + 3 * 4 == 14",
        "10 - 4 - 3 == 3",
        "1 < 2 == true",
        "areas.all(a, a.size() > 4)",
        "areas.exists(a, a == 'needs')",
        "areas.exists_one(a, a.contains('e'))",
        "areas.filter(a, a.endsWith('s')).size() == 1",
        "areas.map(a, a.size()).exists(n, n == 5)",
        "title.startsWith('short')",
        "size(title) == 12",
        "'\\u00e9'.size() == 1",
        "'it\\'s' + \"\\\"\" == 'it\\'s\"'",
        "local.creche ? 'a' == 'b' : 'a' == 'a'",
        "areas.all(a, areas.exists(b, a == b))",
        "has(local.creche)",
    ];
    let mut all: Vec<String> = conditions.iter().map(|text| (*text).to_owned()).collect();
    for (at, one) in conditions.into_iter().enumerate() {
        for other in conditions.into_iter().skip(at % 3).step_by(5) {
            all.push(format!("{one} && {other} || !({other})"));
            all.push(format!("({one}) == ({other}) ? ({one}) : {other}"));
        }
    }
    for text in all {
        let Ok(program) = cel::Program::compile(&text) else {
            panic!("{text}");
        };
        let theirs = program
            .execute(&context)
            .unwrap_or_else(|e| panic!("{text}: {e}"));
        let ours = word(&bench.outcome(&text));
        let theirs = if theirs == cel::Value::Bool(true) {
            "yes"
        } else {
            "no"
        };
        assert_eq!(ours, theirs, "{text}");
    }
}
