//! Examples in a file beside the charter.

use tempfile::TempDir;

use super::{flowing, tried, tried_with};
use crate::run_in;

#[test]
fn examples_may_stand_in_a_file_beside_the_charter() {
    let charter = "extends: built-in\nclauses:\n  - id: O4a1\n    examples:\n\
        \x20     - { as_of: 2026-03-01, verdict: not-kept,\n\
        \x20         record: { title: A, kind: meeting, date: 2026-02-26, notice: none } }\n";
    let beside = "\
o4a1:
  - { as_of: 2026-03-01, verdict: kept, record: { title: B, kind: meeting, date: 2026-02-26,
      notice: { sent: 2026-02-01 } } }
  - { as_of: 2026-03-01, verdict: kept, record: { title: C, kind: meeting, date: 2026-02-26,
      notice: { sent: 2026-02-20 } } }
O4a2: { as_of: 2026-03-01, verdict: not-kept, record: { title: D, kind: meeting, date: 2026-02-26,
  notice: { purpose: none } } }
";
    let shipped = tried(None);
    let tried = tried_with(Some(charter), Some(beside));
    assert!(tried.faults.is_empty(), "{:#?}", tried.faults);
    // What stands under a clause comes first, and both replace what is inherited.
    assert_eq!((tried.of("O4a1"), tried.of("O4a2")), (3, 1));
    assert_eq!(tried.of("O4a3"), shipped.of("O4a3"));
    assert_eq!(tried.otherwise(), [("O4a1", 3)]);
}

#[test]
fn faults_in_a_file_of_examples_have_its_places() {
    let beside = "\
O4a1:
  - { as_of: 2026-03-01, verdict: mett, record: { title: B, kind: meeting, date: 2026-02-26 } }
O4a11:
  - { as_of: 2026-03-01, verdict: kept, record: { title: B, kind: meeting, date: 2026-02-26 } }
";
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("charter.yaml"), "extends: built-in\n").unwrap();
    std::fs::write(folder.path().join("charter.examples.yaml"), beside).unwrap();
    let (code, _, err) = run_in(folder.path(), &["test"]);
    assert_eq!(code, 2);
    for said in [
        "charter.examples.yaml:2:35",
        "charter.examples.yaml:3:1",
        "no clause `O4a11`",
        "did you mean `O4a1`?",
    ] {
        assert!(err.contains(said), "{said}\n{err}");
    }
    for (text, said) in [
        ("- 1\n", "a file of examples is a set of clause ids"),
        ("", "empty"),
    ] {
        let tried = tried_with(Some("extends: built-in\n"), Some(text));
        assert!(
            tried.faults[0].message.contains(said),
            "{:#?}",
            tried.faults
        );
    }
}

#[test]
fn a_file_of_examples_is_no_record() {
    let folder = TempDir::new().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    write("a.yaml", "title: Board\nkind: meeting\ndate: 2026-02-26\n");
    write("charter.yaml", "extends: built-in\n");
    let args = ["check", "--as-of", "2026-03-01", "--verbose"];
    let without = run_in(folder.path(), &args);
    assert!(without.0 < 2);
    // It is not even looked at.
    write("charter.examples.yaml", "[");
    assert_eq!(run_in(folder.path(), &args), without);
    std::fs::remove_file(folder.path().join("charter.yaml")).unwrap();
    let (code, out, _) = run_in(folder.path(), &args);
    assert!(code < 2);
    assert!(
        flowing(&out).contains("examples of a charter that is not used"),
        "{out}"
    );
    write("other.yml", "extends: built-in\n");
    write("other.examples.yaml", "[");
    let chosen = ["check", "--as-of", "2026-03-01", "--charter", "other.yml"];
    assert_eq!(run_in(folder.path(), &chosen).2, "");
}
