//! What must neither hang nor panic.

use identifiers::redact::Redactor;
use std::time::{Duration, Instant};

use super::*;

/// Far more than a machine needs that does ten other things, far less than it took unbounded.
fn at_once<T>(work: impl FnOnce() -> T) -> T {
    #[expect(
        clippy::disallowed_methods,
        reason = "minutes are the fault looked for; the bound is far from any machine's speed"
    )]
    let begun = Instant::now();
    let done = work();
    assert!(begun.elapsed() < Duration::from_secs(60));
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
            if let Ok(message) =
                MessageTemplate::compile(&message, bench.schema_place, true, &schema)
            {
                message.fill(&view, &bench.calendar, &Redactor::default());
            }
            let _ = MessageTemplate::compile(text, bench.schema_place, true, &schema);
        }
    });
}
