//! Every rule's page is its test: each example on it must be judged as it says.

use std::collections::BTreeSet;
use std::fs;

use charter_audit::rules::{Rule, Verdict};
use closed_words::key;
use engagement_records::record::field_paths;
use regex::Regex;

use crate::{Bench, root};

/// The built-in charter with a clause for a rule that it does not use.
fn charter_with(rule: &str) -> String {
    format!(
        "extends: built-in\nclauses:\n  - id: Z1\n    of: organisation\n    says: Keep to it.\n    \
         severity: advice\n    rule: {{ {rule}: {{}} }}\n"
    )
}

#[test]
fn every_example_on_every_page_is_judged_as_it_says() {
    let mut judged = 0;
    let built_in = Bench::new(&[]).charter.charter;
    let rules = built_in
        .clauses
        .iter()
        .filter_map(|clause| clause.judged.rule());
    let used: Vec<&str> = rules.map(|rule| rule.page().code).collect();
    for page in Rule::pages() {
        let examples = page.examples();
        let headings = page.text().matches("\n### ").count();
        assert_eq!(
            examples.len(),
            headings,
            "an example of `{}` cannot be read",
            page.code
        );
        for (at, example) in examples.iter().enumerate() {
            let charter = match example.charter.as_str() {
                "" if !used.contains(&page.code) => charter_with(page.code),
                differs => format!("extends: built-in\n{differs}\n"),
            };
            let bench = Bench::under(Some(&charter), &[("example.yaml", &example.records)]);
            assert!(
                bench.reading.faults.is_empty(),
                "{}: {:#?}",
                page.code,
                bench.reading.faults
            );
            let audit = bench.audit(&example.as_of.to_string());
            // What is judged stands first; a rule may judge several things in one example.
            let finding = audit
                .findings
                .iter()
                .filter(|finding| {
                    let rule = finding.clause.judged.rule();
                    rule.is_some_and(|rule| rule.page().code == page.code)
                })
                .min_by_key(|finding| (finding.about.span, finding.about.day))
                .unwrap_or_else(|| panic!("`{}` judged nothing in example {}", page.code, at + 1));
            assert_eq!(
                finding.verdict,
                example.verdict,
                "`{}`, example {}: {}",
                page.code,
                at + 1,
                finding.evidence
            );
            judged += 1;
        }
    }
    assert!(judged >= 50, "only {judged} examples were found");
}

#[test]
fn no_name_means_two_rules_and_a_failing_is_no_promise() {
    let mut known: Vec<(String, &str)> = Vec::new();
    for page in Rule::pages() {
        assert_ne!(key(page.promise), key(page.failing), "`{}`", page.code);
        for name in page.names() {
            let other = known.iter().find(|(known, _)| *known == key(name));
            assert!(
                other.is_none_or(|(_, code)| *code == page.code),
                "{name}: `{}` and {other:?}",
                page.code
            );
            known.push((key(name), page.code));
        }
    }
}

#[test]
fn every_page_shows_what_is_kept_what_is_not_and_what_is_no_evidence() {
    for page in Rule::pages() {
        for verdict in [Verdict::Kept, Verdict::NotKept, Verdict::NoEvidence] {
            assert!(
                page.examples()
                    .iter()
                    .any(|example| example.verdict == verdict),
                "`{}` has no example of {}",
                page.code,
                verdict.word()
            );
        }
        for heading in [
            "## Why",
            "## How it is judged",
            "## Parameters",
            "## Examples",
        ] {
            assert!(
                page.text().contains(heading),
                "`{}` has no {heading}",
                page.code
            );
        }
    }
}

/// Every field that a remedy names is one; see `Remedy`.
#[test]
fn remedies_name_fields_that_there_are() {
    let token = Regex::new(r"\[([a-z_]+(?:\.[a-z_]+)*)(?:\|[^|\]]*\|[^|\]]*)?\]").unwrap();
    let text = Regex::new(r#"(?s)"(?:[^"\\]|\\.)*""#).unwrap();
    let mut named = BTreeSet::new();
    let mut folders = vec![root().join("src/rules")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let source = fs::read_to_string(&path).unwrap();
            let lines = source
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"));
            let code = lines.collect::<Vec<_>>().join("\n");
            let code = code.split("#[cfg(test)]").next().unwrap();
            let texts = text.find_iter(code).map(|text| text.as_str());
            // Lists of YAML look the same.
            for text in texts.filter(|text| !text.contains(": [")) {
                named.extend(token.captures_iter(text).map(|found| found[1].to_owned()));
            }
        }
    }
    assert!(named.len() > 30, "{named:#?}");
    for path in named {
        assert!(field_paths().any(|known| known == path), "{path}");
    }
}
