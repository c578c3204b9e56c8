//! Records in JSON and JSON Lines.

use charter_audit::rules::Verdict;
use engagement_records::record::Sent;

use super::{drawn, engagements, ids};
use crate::Bench;

#[test]
fn json_reads_as_the_same_record_in_yaml_does() {
    let yaml = "title: Café board\nkind: meeting\ndate: 2026-03-01\nstart: 09:30\ncyp: yes\n\
                papers: none\nnotice: { sent: 2026-02-01, purpose: }\nvenue: { name: TBC }\n\
                attendance: { parents: 6, cyp: 10+ }\nprovisional: 1\n";
    let json = "{\n\t\"title\": \"Caf\\u00e9 board\",\n\t\"kind\": \"meeting\",\n\t\
                \"date\": \"2026-03-01\",\n\t\"start\": \"09:30\",\n\t\"cyp\": true,\n\t\
                \"papers\": \"none\",\n\t\"notice\": {\"sent\": \"2026-02-01\", \
                \"purpose\": null},\n\t\"venue\": {\"name\": \"TBC\"},\n\t\
                \"attendance\": {\"parents\": 6, \"cyp\": \"10+\"},\n\t\"provisional\": 1\n}\n";
    let said = |bench: &Bench| {
        let record = &engagements(bench)[0];
        (
            record.title.get().cloned(),
            record.date.get().copied(),
            record.start.get().copied(),
            record.cyp.get().and_then(|cyp| cyp.involved.get().copied()),
            record
                .papers
                .get()
                .and_then(|papers| papers.sent.get().copied()),
            record
                .notice
                .get()
                .map(|notice| notice.purpose.get().is_none()),
            record.venue.get().map(|venue| venue.name.get().is_none()),
            record
                .attendance
                .get()
                .map(|came| (came.parents.get().copied(), came.cyp.get().copied())),
        )
    };
    let (yaml, json) = (
        Bench::new(&[("a.yaml", yaml)]),
        Bench::new(&[("a.json", json)]),
    );
    assert_eq!(said(&json), said(&yaml));
    assert_eq!(said(&json).0.as_deref(), Some("Café board"));
    assert_eq!(said(&json).3, Some(true));
    assert_eq!(said(&json).4, Some(Sent::Never));
    assert_eq!(said(&json).5, Some(true));
    // The same fault at the same field, each at its own place.
    assert_eq!(yaml.faults(), [("unknown-field", 10, 1)]);
    assert_eq!(json.faults(), [("unknown-field", 11, 2)]);
}

#[test]
fn an_answer_is_no_description_in_json_either() {
    for answer in ["\"yes\"", "\"no\"", "true"] {
        let text = format!("{{\"title\": \"T\", \"timing\": {{\"considered\": {answer}}}}}");
        let bench = Bench::new(&[("a.json", &text)]);
        assert_eq!(bench.faults(), [("answer-for-text", 1, 41)], "{answer}");
    }
}

#[test]
fn json_holds_one_record_a_list_or_records() {
    let one = "{\"title\": \"A\"}";
    let cases = [
        (one.to_owned(), vec!["a"]),
        (format!("[{one}]"), vec!["a"]),
        (format!("[{one}, null, {one}]"), vec!["a#1", "a#2"]),
        (
            format!("{{\"records\": [{one}, {one}]}}"),
            vec!["a#1", "a#2"],
        ),
        (format!("\u{feff}{one}\r\n"), vec!["a"]),
    ];
    for (text, expected) in cases {
        let bench = Bench::new(&[("a.json", &text)]);
        assert_eq!(ids(&bench), expected, "{text}");
        assert!(bench.faults().is_empty(), "{text}");
    }
    for text in ["", " \n", "[]", "null", "{\"records\": []}"] {
        let bench = Bench::new(&[("a.json", text)]);
        assert_eq!(bench.faults(), [("no-record", 1, 1)], "{text}");
    }
    let more = format!("{{\"records\": [{one}], \"from\": \"x\"}}");
    assert_eq!(
        Bench::new(&[("a.json", &more)]).faults()[0].0,
        "unknown-field"
    );
}

#[test]
fn what_is_yaml_only_is_no_json() {
    for (text, place, help) in [
        ("title: Board\n", (1, 2), "is YAML"),
        ("{\"title\": 'Board'}", (1, 11), "straight double"),
        ("{“title”: 1}", (1, 2), "straight double"),
        ("{title: 1}", (1, 2), "names of fields"),
        ("{\"a\": 1,\n}", (2, 1), "comma before"),
        ("[{\"a\": 1},]", (1, 11), "comma before"),
        ("{\"a\": NaN}", (1, 7), "write null"),
        ("{\"a\": -Infinity}", (1, 8), "write null"),
        ("{\"a\": True}", (1, 7), "small letters"),
        ("{\"a\": 1, // x\n}", (1, 10), "no remarks"),
        ("# x\n{\"a\": 1}", (1, 1), "no remarks"),
        ("{\"a\": 2026-03-01}", (1, 11), "days and times"),
        ("{\"a\": 09:30}", (1, 8), "days and times"),
        ("{\"a\": \"one\ntwo\"}", (1, 10), "\\n"),
        ("{\"a\": \"C:\\dir\"}", (1, 11), "backslash"),
        ("{\"a\": \"x\"", (1, 9), "never closed"),
        ("{\"a\": 1}\n{\"a\": 2}", (2, 1), "every line"),
        ("{\"café\": }", (1, 10), "just before"),
    ] {
        let bench = Bench::new(&[("a.json", text)]);
        let (code, line, column) = bench.faults()[0];
        assert_eq!((code, (line, column)), ("not-json", place), "{text}");
        let said = bench.reading.faults[0].help.clone().unwrap();
        assert!(said.contains(help), "{text}: {said:?}");
        assert!(bench.reading.records.incomplete, "{text}");
    }
}

#[test]
fn a_bad_item_of_a_json_list_costs_only_itself() {
    let good = "  {\n    \"title\": \"A\",\n    \"kind\": \"meeting\"\n  }";
    let bad = "  {\n    \"title\": \"B\"\n    \"kind\": \"meeting\"\n  }";
    for (list, left) in [
        (format!("[\n{good},\n{bad},\n{good}\n]\n"), 2),
        (format!("[\n{bad},\n{good}\n]\n"), 1),
        (format!("[\n{good},\n{bad}\n]\n"), 1),
        // The fault lies between the items, or at the end.
        (format!("[\n{good}\n{good}\n]\n"), 2),
        (format!("[\n{good},\n{good}\n"), 2),
        (format!("[\n{good},\n{good},\n]\n"), 2),
    ] {
        let bench = Bench::new(&[("a.json", &list)]);
        assert_eq!(engagements(&bench).len(), left, "{list}");
        assert_eq!(bench.faults().len(), 1, "{list}");
        assert_eq!(bench.faults()[0].0, "not-json");
        assert!(bench.reading.records.incomplete);
    }
    // The same on one line, with brackets and quotes inside of texts.
    let good = "{\"title\":\"A } of \\\"B\\\" [\",\"cyp\":{\"involved\":true}}";
    let bad = "{\"title\":\"B\" \"kind\":\"meeting\"}";
    for (list, left) in [
        (format!("[{good},{bad},{good}]"), 2),
        (format!("[{bad},{good}]"), 1),
        (format!("[{good}{good}]"), 2),
        (format!("[{good},{good}"), 2),
        (format!("[{good},{{\"title\":\"open\""), 1),
    ] {
        let bench = Bench::new(&[("a.json", &list)]);
        assert_eq!(engagements(&bench).len(), left, "{list}");
        assert_eq!(bench.faults().len(), 1, "{list}: {:?}", bench.faults());
        assert_eq!(bench.faults()[0].0, "not-json");
        assert!(bench.reading.records.incomplete);
    }
    let good = "  {\n    \"title\": \"A\",\n    \"kind\": \"meeting\"\n  }";
    let bad = "  {\n    \"title\": \"B\"\n    \"kind\": \"meeting\"\n  }";
    let list = format!("[\n{good},\n{bad},\n{good}\n]\n");
    assert_eq!(
        Bench::new(&[("a.json", &list)]).faults(),
        [("not-json", 8, 5)]
    );
}

#[test]
fn a_field_written_twice_in_json_has_both_places() {
    let text = "{\n  \"title\": \"A\",\n  \"ti\\u0074le\": \"B\"\n}\n";
    let bench = Bench::new(&[("a.json", text)]);
    assert_eq!(bench.faults(), [("duplicate-field", 3, 3)]);
    let first = bench.reading.faults[0].labels[1].span;
    assert_eq!(bench.sources.line_column(first), (2, 3));
    assert!(engagements(&bench)[0].title.get().is_none());
}

#[test]
fn escapes_keep_places_and_hide_nothing() {
    // Two codes are one sign; half of one is none.
    let text = "{\"title\": \"\\ud83d\\ude00 caf\\u00e9\", \"knid\": 1, \"id\": \"\\ud83d\"}";
    let bench = Bench::new(&[("a.json", text)]);
    assert_eq!(
        engagements(&bench)[0].title.get().map(String::as_str),
        Some("😀 café")
    );
    assert_eq!(
        bench.faults(),
        [("unknown-field", 1, 37), ("not-json", 1, 54)]
    );
    // A number that is spelled with escapes is found, well formed or not.
    let number = "{\"title\": \"A\", \"notice\": {\"purpose\": \"NHS \\u0039434765919\"}}";
    let broken = &number[..number.len() - 1];
    for text in [number, broken] {
        let good = "{\"title\": \"Good\"}";
        let bench = Bench::new(&[("a.json", text), ("b.json", good)]);
        let verdict = bench.verdict("2026-03-01", "W3c", "a.json");
        assert_eq!(verdict, Verdict::NotKept, "{text}");
    }
}

#[test]
fn hostile_json_is_bounded() {
    let deep = format!("{}1{}", "[".repeat(30_000), "]".repeat(30_000));
    let faults = Bench::new(&[("a.json", &deep)]).faults();
    assert_eq!(faults, [("not-a-record", 1, 2), ("too-deep", 1, 65)]);
    let open = "[".repeat(100_000);
    assert_eq!(Bench::new(&[("a.json", &open)]).faults()[0].0, "not-json");
    let objects = "{\"a\":".repeat(30_000);
    assert_eq!(
        Bench::new(&[("a.json", &objects)]).faults()[0].0,
        "not-json"
    );
    let keys: Vec<String> = (0..50_000).map(|at| format!("\"k{at}\": 1")).collect();
    let wide = format!("{{{}}}", keys.join(","));
    assert_eq!(Bench::new(&[("a.json", &wide)]).faults().len(), 21);
}

#[test]
fn a_bad_line_of_json_lines_costs_only_itself() {
    let text = "{\"title\": \"A\"}\n\n{\"title\": \"B\"\r\n{\"title\": \"C\"}\r\n \n[1]\n";
    let bench = Bench::new(&[("a.jsonl", text)]);
    assert_eq!(ids(&bench), ["a#1", "a#4"]);
    assert_eq!(
        bench.faults(),
        [("not-json", 3, 13), ("not-a-record", 6, 1)]
    );
    assert!(bench.reading.records.incomplete);
    let one = Bench::new(&[("b.ndjson", "\n{\"title\": \"A\"}")]);
    assert_eq!(ids(&one), ["b"]);
    assert!(!one.reading.records.incomplete);
    assert_eq!(
        Bench::new(&[("a.jsonl", "\n")]).faults(),
        [("no-record", 1, 1)]
    );
    // A list by another name is a list.
    let list = Bench::new(&[("a.jsonl", "[\n{\"title\": \"A\"},\n{\"title\": \"B\"}]")]);
    assert_eq!(ids(&list), ["a#1", "a#2"]);
}

#[test]
fn small_numbers_of_children_are_hidden_in_json() {
    for (name, text) in [
        ("a.json", "{\"attendance\": {\"cyp\": 3, \"knid\": 1}}"),
        ("a.json", "{\"attendance\":{\"cyp\":\"3\",\"knid\":1}}"),
        ("a.jsonl", "{\"attendance\":{\"cyp\" : 3,\"knid\":1}}"),
        ("a.md", "---\nattendance: { cyp: 3, knid: 1 }\n---\n"),
    ] {
        let drawn = drawn(&Bench::new(&[(name, text)]));
        assert!(drawn.contains("knid"), "{drawn}");
        assert!(!drawn.contains('3') || name == "a.md", "{drawn}");
        assert!(drawn.contains('*'), "{drawn}");
    }
}
