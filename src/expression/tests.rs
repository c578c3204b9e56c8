//! Every kind of fault with its place, every outcome, and what must not hang.

use std::time::{Duration, Instant};

use super::*;
use crate::charter::Charter;
use crate::read::{self, File};
use crate::record::Records;
use crate::record::view::{About, Viewed};
use crate::source::{Source, Sources};

/// A charter with fields of its own, and a record.
struct Bench {
    charter: Charter,
    records: Records,
    calendar: Calendar,
    schema_place: Span,
}

const WORKSHOP: &str = "\
title: Short breaks
kind: workshop
date: 2026-03-20
start: 10:00
notice: { sent: 2026-03-02, channel: Email }
papers: { sent: none }
areas: [development, needs]
organisers: [council, forum]
attendance: { parents: 10+, cyp: 3, staff: 12 }
reach: { invited: oops }
feedback: { sent: 2026-04-20 }
scope_for_change: { in: [hours] }
local: { creche: no }
moved_from: [{ date: 2026-03-10, told: 2026-02-20 }, { date: 2026-03-12 }]
";

const CHARTER: &str = "\
title: Test
extends: built-in
fields: { creche: yes-no, places: number }
";

impl Bench {
    fn new(record: &str) -> Self {
        let mut sources = Sources::default();
        let file = |name: &str, text: &str| File {
            name: name.to_owned(),
            bytes: text.as_bytes().to_vec(),
        };
        let loaded = read::charter(&mut sources, Some(file("charter.yaml", CHARTER)), &|_| {
            Err("none".to_owned())
        })
        .unwrap_or_else(|faults| panic!("{faults:#?}"));
        let reading = read::records(&mut sources, vec![file("a.yaml", record)], &loaded.charter);
        let id = sources.add(Source::new("charter.yaml".into(), " ".repeat(9_000)));
        Bench {
            calendar: loaded.charter.calendar.clone(),
            charter: loaded.charter,
            records: reading.records,
            schema_place: Span::new(id, 100, 8_000),
        }
    }

    fn schema(&self) -> Schema<'_> {
        Schema::new(
            About::Engagement,
            self.charter.vocabulary(),
            self.schema_place,
        )
    }

    fn view(&self) -> View<'_> {
        let as_of = "2026-04-01".parse().unwrap();
        let record = Viewed::Engagement(&self.records.engagements[0]);
        View::new(record, self.charter.vocabulary(), as_of)
    }

    fn compile(&self, text: &str) -> Result<Expression, Vec<Diagnostic>> {
        Expression::compile(text, self.schema_place, true, &self.schema())
    }

    fn outcome(&self, text: &str) -> Outcome {
        let expression = self
            .compile(text)
            .unwrap_or_else(|faults| panic!("{text}: {faults:#?}"));
        expression.evaluate(&self.view(), &self.calendar).outcome
    }

    /// The fault of an expression: its code, the part it points to, and all its words.
    fn fault(&self, text: &str) -> (&'static str, String, String) {
        let faults = self.compile(text).expect_err(text);
        assert_eq!(faults.len(), 1, "{text}: {faults:#?}");
        let fault = &faults[0];
        let span = fault.span().unwrap();
        let part = &text[span.start as usize - 100..span.end as usize - 100];
        let help = fault.help.clone().unwrap_or_default();
        let words = format!("{} | {} | {help}", fault.message, fault.labels[0].text);
        (fault.code, part.to_owned(), words)
    }

    fn filled(&self, text: &str) -> String {
        Message::compile(text, self.schema_place, true, &self.schema())
            .unwrap_or_else(|faults| panic!("{text}: {faults:#?}"))
            .fill(&self.view(), &self.calendar)
    }
}

/// Outcomes without their places.
fn word(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Yes => "yes".into(),
        Outcome::No => "no".into(),
        Outcome::Silent { path, .. } => format!("silent {path}"),
        Outcome::Unreadable { .. } => "unreadable".into(),
        Outcome::Denied { path, .. } => format!("denied {path}"),
        Outcome::Unknown { why } => format!("unknown: {why}"),
    }
}

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
    let Outcome::Denied { place, .. } = bench.outcome("papers.sent < date") else {
        panic!("not denied");
    };
    assert_eq!(at(place), "none");
    let Outcome::Silent { place, .. } = bench.outcome("notice.purpose == 'x'") else {
        panic!("not silent");
    };
    assert_eq!(at(place), "notice");
    let Outcome::Unreadable { place } = bench.outcome("reach.invited > 3") else {
        panic!("not unreadable");
    };
    assert_eq!(at(place), "oops");
}

#[test]
#[expect(clippy::too_many_lines, reason = "one fault after the other")]
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

/// Far less than a person would notice, far more than a slow machine needs.
fn at_once<T>(work: impl FnOnce() -> T) -> T {
    let begun = Instant::now();
    let done = work();
    assert!(begun.elapsed() < Duration::from_secs(5));
    done
}

#[test]
fn what_would_run_for_ever_is_refused_at_once() {
    let bench = Bench::new(WORKSHOP);
    let numbers: Vec<String> = (0..20).map(|number| number.to_string()).collect();
    let list = format!("[{}]", numbers.join(","));
    let mut text = "true".to_owned();
    for _ in 0..10 {
        text = format!("[1,2,3,4,5,6,7,8,9,10].all(x, {text})");
    }
    let (code, part, words) = at_once(|| bench.fault(&text));
    assert_eq!(code, "expression-too-costly");
    assert!(part.starts_with("[1,2") || part == "(", "{part}");
    assert!(words.contains("several clauses"), "{words}");
    let four = format!("{list}.all(a, {list}.all(b, [1].all(c, [1].all(d, true))))");
    assert_eq!(bench.fault(&four).1, "[1].all(d, true)");
    // Three are allowed, and the steps are counted.
    let three = format!("{list}.all(a, {list}.all(b, {list}.all(c, a + b + c + a + b + c >= 0)))");
    let outcome = at_once(|| word(&bench.outcome(&three)));
    assert_eq!(outcome, "unknown: there is too much to work out");
}

#[test]
fn long_lists_of_a_record_are_too_much() {
    let many = vec!["x"; 1_001].join(", ");
    let bench = Bench::new(&format!("{WORKSHOP}timing: {{ considered: x }}\n").replace(
        "scope_for_change: { in: [hours] }",
        &format!("scope_for_change: {{ in: [{many}] }}"),
    ));
    assert_eq!(
        word(&bench.outcome("scope_for_change.in.all(x, x == 'x')")),
        "unknown: a list has more than 1000 items"
    );
    assert_eq!(
        word(&bench.outcome("size(scope_for_change.in) == 1001")),
        "yes"
    );
}

#[test]
fn hostile_texts_neither_panic_nor_hang() {
    let bench = Bench::new(WORKSHOP);
    let long = |part: &str, count: usize| part.repeat(count);
    let mut texts = vec![
        long("a", 1_000_000),
        long("(", 2_000),
        long(")", 2_000),
        long("[", 15) + &long("]", 15),
        long("(", 16) + "true" + &long(")", 16),
        long("!", 290) + "true",
        long("-", 290) + "1 == 1",
        "a".to_owned() + &long(".b", 140),
        "a".to_owned() + &long(".b()", 70),
        "1".to_owned() + &long("+1", 149) + "== 2",
        "true".to_owned() + &long(" && true", 140),
        "true".to_owned() + &long(" == true", 140),
        long("true?", 16) + "true" + &long(":true", 16),
        long("true?true:", 16) + "true",
        long("{", 20),
        long("'", 299),
        long("\\", 500),
        long("é", 900),
        "'\\ud800' == title".into(),
        "'\\u{110000}' == title".into(),
        "'\\x' == title".into(),
        "'\\777' == title".into(),
        "\u{202e}true\u{0}".into(),
        "a[".into(),
        "// only a comment".into(),
        "true // and a comment".into(),
        "a.?b".into(),
        "a[?0]".into(),
        "`a`".into(),
        "a.`b`".into(),
        ".kind == 'event'".into(),
        "-9999999999999999999".into(),
        "in in in".into(),
        "for for for".into(),
        "a.in.in.for.in(in)".into(),
        "areas.all(for, for == 'needs')".into(),
        "has()".into(),
        "has(1, 2)".into(),
        "all(a, b)".into(),
        "date()".into(),
        "x.date('2026-01-01')".into(),
        "areas.all(areas, areas == 'needs')".into(),
        "\r\n\t\u{feff}".into(),
    ];
    // Every stretch of a real expression, and every one with a sign that does not belong.
    let real = "local.creche || clear_days(notice.sent, date) >= 21 ? !(kind in ['event']) : a.b";
    for cut in 0..real.len() {
        texts.push(real[..cut].to_owned());
        texts.push(real[cut..].to_owned());
        for sign in ["'", "(", "é", "\0", "&", "{"] {
            texts.push(format!("{}{sign}{}", &real[..cut], &real[cut..]));
        }
    }
    let schema = bench.schema();
    let view = bench.view();
    at_once(|| {
        for text in &texts {
            if let Ok(expression) = Expression::compile(text, bench.schema_place, true, &schema) {
                expression.evaluate(&view, &bench.calendar);
            }
            let message = format!("{{{text}}}");
            if let Ok(message) = Message::compile(&message, bench.schema_place, true, &schema) {
                message.fill(&view, &bench.calendar);
            }
            let _ = Message::compile(text, bench.schema_place, true, &schema);
        }
    });
}

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
        let faults = Message::compile(text, bench.schema_place, true, &bench.schema()).unwrap_err();
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
        let faults = Message::compile(text, bench.schema_place, true, &bench.schema()).unwrap_err();
        let span = faults[0].span().unwrap();
        let pointed = &text[span.start as usize - 100..span.end as usize - 100];
        assert_eq!(pointed, part, "{text}");
        assert!(faults[0].message.contains(says), "{text}: {faults:?}");
    }
}

#[test]
fn expressions_are_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Expression>();
    shared::<Message>();
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

/// Prints how fast it is: `cargo test --release --lib speed -- --ignored --nocapture`.
#[test]
#[ignore = "a measurement, not a test"]
fn speed() {
    let bench = Bench::new(WORKSHOP);
    let view = bench.view();
    for text in [
        "kind == 'workshop'",
        "local.creche || clear_days(notice.sent, date) >= 21",
        "days(notice.sent, date) <= 14 || areas.exists(a, a == 'needs') && 'council' in organisers",
        "working_days(notice.sent, date) >= 10",
    ] {
        let expression = bench.compile(text).unwrap();
        let begun = Instant::now();
        for _ in 0..200_000 {
            std::hint::black_box(expression.evaluate(&view, &bench.calendar));
        }
        let each = begun.elapsed().as_secs_f64() / 200_000.0;
        println!("{:>10.0} a second  {text}", 1.0 / each);
    }
    let begun = Instant::now();
    for _ in 0..1_000 {
        let _ = std::hint::black_box(
            bench.compile("local.creche || clear_days(notice.sent, date) >= 21"),
        );
    }
    println!("{:?} to compile one", begun.elapsed() / 1_000);
}
