//! The schemas beside the readers: each field of a record, and each parameter of a rule, with values of
//! every kind. What a reader takes, the schema must allow.

use std::collections::BTreeSet;

use charter_audit::charter;
use charter_audit::render::schema::Written;
use charter_audit::rules::Rule;
use engagement_records::record::{KnownField, known_fields};
use located::source::Sources;

use super::validator::Validator;
use super::{documents, parameters, with};
use crate::Bench;

/// Values as people write them, and as they should not.
const VALUES: &[&str] = &[
    "",
    "~",
    "yes",
    "No",
    "true",
    "FALSE",
    "none",
    "never",
    "not sent",
    "TBC",
    "tbc.",
    "n/a",
    "\"?\"",
    "–",
    "\"\"",
    "\"no\"",
    "'yes'",
    "12",
    "0",
    "-1",
    "+5",
    "3.5",
    "10+",
    "<5",
    "5-9",
    "9-5",
    "about 30",
    "a few",
    "2026-02-26",
    "\"2026-02-26\"",
    "\" 2026-02-26 \"",
    "2026-02-26, 2026-02-27",
    "parents, cyp",
    "parents and cyp",
    "parents; cyp",
    "parents/cyp",
    "decisions & needs",
    "parents cyp",
    "parents, aliens",
    "2026-2-6",
    "26/02/2026",
    "2026-13-01",
    "2026-02-31",
    "1899-12-31",
    "1900-01-01",
    "2199-12-31",
    "2200-01-01",
    "9:30",
    "09:30",
    "\"9:30\"",
    "24:00",
    "25:00",
    "9.30",
    "9:3",
    "0930",
    "08:15-09:30",
    "09:30-08:15",
    "sent",
    "Sent to all",
    "shared by email",
    "Sent 3 March",
    "banana",
    "workshop",
    "Workshop",
    "worksop",
    "forum meeting",
    "FORUM_MEETING",
    "held",
    "council",
    "WarrPAC",
    "parents",
    "Parents",
    "[parents]",
    "[parents, CYP]",
    "[parents, teachers]",
    "[parents, 7]",
    "[yes]",
    "[]",
    "[[parents]]",
    "{ x: 1 }",
    "{}",
    "[{ x: 1 }]",
    "some words",
    "venue-unavailable",
    "online",
    "strategic",
    "[development, Needs]",
    "[chapelford]",
    "coproduction",
    "No Engagement",
    "14 clear days",
    "1 Week",
    "14",
    "5  working  days",
    "14 moons",
    "12 months",
    "1 year",
    "15 minutes",
    "quarter",
    "term",
    "forum",
    "[meeting, workshop]",
    "[survey]",
    "drop_off",
    "[drop off, Holidays]",
    "step_free",
    "[step-free, captions]",
];

/// Faults that a value alone can have.
const OF_VALUES: &[&str] = &[
    "wrong-value",
    "wrong-shape",
    "unknown-field",
    "answer-for-text",
    "unknown-record-type",
    "repeated-field",
    "not-a-record",
    "no-standard",
];

fn record_with(known: &KnownField, value: &str) -> String {
    let mut text = format!("record: {}\n", known.kind.word());
    for (depth, name) in known.path.split('.').enumerate() {
        if depth > 0 {
            text.push('\n');
        }
        text.extend(["  ".repeat(depth).as_str(), name, ":"]);
    }
    format!("{text} {value}\n")
}

#[test]
fn a_value_that_a_record_may_hold_is_valid() {
    let fields: Vec<&KnownField> = known_fields().iter().collect();
    let asked: Vec<(&KnownField, &str, String)> = fields
        .iter()
        .flat_map(|known| {
            VALUES
                .iter()
                .map(|value| (*known, *value, record_with(known, value)))
        })
        .collect();
    let files = asked
        .iter()
        .enumerate()
        .map(|(at, (.., text))| (format!("{at}.yaml"), text));
    let files: Vec<(String, Vec<u8>)> = files
        .map(|(name, text)| (name, text.clone().into_bytes()))
        .collect();
    let files = files
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.clone()))
        .collect();
    let bench = Bench::apart(files);
    let refused: BTreeSet<String> = bench
        .reading
        .faults
        .iter()
        .filter(|fault| OF_VALUES.contains(&fault.code) && fault.is_error())
        .map(|fault| {
            bench
                .sources
                .get(fault.span().unwrap().source)
                .unwrap()
                .name()
                .to_owned()
        })
        .collect();
    let schema = Written::Record
        .schema(Some(&bench.charter.charter))
        .unwrap();
    let own = Validator::new(&schema);
    let (mut too_strict, mut too_loose) = (Vec::new(), BTreeSet::new());
    for (at, (known, value, text)) in asked.iter().enumerate() {
        let is_read = !refused.contains(&format!("{at}.yaml"));
        let [data] = documents(text).try_into().unwrap();
        match (is_read, own.allows(&data)) {
            (true, false) => too_strict.push(format!("{}: {value}", known.path)),
            (false, true) => {
                too_loose.insert(format!("{:?}: {value}", known.spec.holds));
            }
            (true, true) | (false, false) => {}
        }
    }
    assert_eq!(too_strict, Vec::<String>::new());
    let too_loose: Vec<String> = too_loose
        .into_iter()
        .filter(|found| !may_be_loose(found))
        .collect();
    assert_eq!(too_loose, Vec::<String>::new());
    assert!(refused.len() > 2000, "{}", refused.len());
}

/// Whether it is known why a schema allows what the reader refuses.
fn may_be_loose(found: &str) -> bool {
    let (holds, value) = found.split_once(": ").unwrap();
    let is_words = !value.contains(|sign: char| sign.is_ascii_digit() || "[{?".contains(sign));
    match holds {
        // That something was done is said in many words.
        "Some(Day)" | "None" if is_words => true,
        // A pattern knows no calendar, and compares no numbers.
        "Some(Day)" => value == "2026-02-31",
        "Some(Count)" | "Some(Children)" => value == "9-5",
        // A text is one in quotes, and an answer without them.
        "Some(Text)" => ["yes", "No"].contains(&value),
        // An end may be at midnight, and no start.
        "Some(Time)" => value == "24:00",
        _ => false,
    }
}

/// The values that a rule takes for one of its parameters, each in a clause of its own.
fn taken(code: &str, parameter: &str) -> Vec<bool> {
    // What a rule cannot do without.
    let besides = match (code, parameter) {
        (_, "standard") => "",
        _ => "        standard: 20 working days\n",
    };
    let mut text = "extends: built-in\nclauses:\n".to_owned();
    let mut begins = Vec::new();
    for (at, value) in VALUES.iter().enumerate() {
        let clause = format!(
            "  - id: Z{at}\n    of: forum\n    says: Keep it.\n    severity: advice\n    rule:\n      \
             {code}:\n{besides}"
        );
        text.push_str(&clause);
        begins.push(text.len());
        text.extend(["        ", parameter, ": ", value, "\n"]);
    }
    let file = crate::bench::file("charter.yaml", &text);
    let loaded = charter::load(&mut Sources::default(), Some(file), &|_| Err(String::new()));
    let faults = loaded.err().unwrap_or_default();
    let faults = faults
        .iter()
        .filter(|fault| OF_VALUES.contains(&fault.code));
    let places: Vec<usize> = faults
        .map(|fault| fault.span().unwrap().range().start)
        .collect();
    let is_taken = |begins: &usize| {
        let ends = begins + text[*begins..].find('\n').unwrap();
        !places.iter().any(|place| (*begins..=ends).contains(place))
    };
    begins.iter().map(is_taken).collect()
}

#[test]
fn a_value_that_a_rule_takes_is_valid() {
    let mut checked = 0;
    let (mut too_strict, mut too_loose) = (Vec::new(), Vec::new());
    for page in Rule::pages() {
        for parameter in parameters(page.code) {
            for (value, is_taken) in VALUES.iter().zip(taken(page.code, &parameter)) {
                let rule = format!("{parameter}: {value}\n");
                let [data] = documents(&rule).try_into().unwrap();
                let allowed = with(Written::Charter, |validator| {
                    let path = format!(
                        "/$defs/part/properties/clauses/properties/rule/properties/{}/properties/{parameter}",
                        page.code
                    );
                    let schema = validator.schema().pointer(&path).unwrap();
                    validator.part_allows(schema, &data[&parameter])
                });
                checked += 1;
                match (is_taken, allowed) {
                    (true, false) => too_strict.push(format!("{} {rule}", page.code)),
                    (false, true) => too_loose.push(format!("{} {rule}", page.code)),
                    (true, true) | (false, false) => {}
                }
            }
        }
    }
    assert_eq!(too_strict, Vec::<String>::new());
    // A text is one in quotes, and an answer without them.
    let texts = [
        "custom failing",
        "custom help",
        "custom name",
        "more-coproductive from",
    ];
    let answers = texts.map(|text| [format!("{text}: yes\n"), format!("{text}: No\n")]);
    too_loose.sort();
    let mut answers: Vec<String> = answers.into_iter().flatten().collect();
    answers.sort();
    assert_eq!(too_loose, answers);
    assert!(checked > 3000, "{checked}");
}
