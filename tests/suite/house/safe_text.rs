//! Texts are redacted or known to be safe; the one way around that is taken in few places.

use std::fs;
use std::path::Path;

use crate::root;

/// The files that may call `SafeText::assume_safe`, each with how its texts are made.
const ALLOWED: &[(&str, &str)] = &[
    (
        "src/render/html/policy.rs",
        "digests of the program's own style and script",
    ),
    (
        "src/render/html/rule_page.rs",
        "a test reads the pages of rules",
    ),
    (
        "src/render/sarif/texts.rs",
        "safe texts with signs escaped or spelled as in URIs, and the pages of rules",
    ),
    (
        "src/report/fingerprint.rs",
        "letters for the bytes of a digest",
    ),
    (
        "src/report/snippet.rs",
        "a drawing of redacted lines, made by another library",
    ),
    ("src/report/words.rs", "numbers, times and digests"),
    ("src/rules/words.rs", "days, counts and lengths of time"),
];

#[test]
fn few_files_go_around_redaction() {
    let mut callers = Vec::new();
    for folder in ["src", "crates"] {
        callers_below(&root().join(folder), &mut callers);
    }
    callers.sort();
    let allowed: Vec<&str> = ALLOWED.iter().map(|(file, _)| *file).collect();
    assert_eq!(callers, allowed);
}

/// The files below a folder that call it; that which holds it is none of them.
fn callers_below(folder: &Path, callers: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            callers_below(&path, callers);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let calls = text.contains("assume_safe(") && !text.contains("pub fn assume_safe(");
            callers.extend(calls.then(|| {
                let name = path.strip_prefix(root()).unwrap();
                name.to_string_lossy().replace('\\', "/")
            }));
        }
    }
}
