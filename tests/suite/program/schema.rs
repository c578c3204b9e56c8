//! The schemas that the program prints.

use serde_json::Value;

use super::cli::folder;
use super::{run, run_in};

fn schema(args: &[&str]) -> Value {
    let (code, out, err) = run(&[&["schema"], args].concat());
    assert_eq!((code, err.as_str()), (0, ""), "{args:?}");
    serde_json::from_str(&out).unwrap()
}

#[test]
fn every_schema_is_of_one_dialect_and_the_same_each_time() {
    let all = [
        "report", "finding", "run", "due", "charter", "record", "columns",
    ];
    for name in all {
        let printed = schema(&[name]);
        assert_eq!(
            printed["$schema"],
            "https://json-schema.org/draft/2020-12/schema"
        );
        assert_eq!(printed, schema(&[name]), "{name}");
    }
    let (code, _, err) = run(&["schema", "weather"]);
    assert_eq!(code, 2);
    assert!(all.iter().all(|name| err.contains(name)), "{err}");
}

#[test]
fn editors_are_told_where_a_schema_is() {
    for (name, files) in [
        ("charter", "charter.yaml"),
        ("record", "records/**/*.yaml"),
        ("columns", "columns.yaml"),
    ] {
        let (code, out, err) = run(&["schema", name, "--editors"]);
        assert_eq!((code, err.as_str()), (0, ""));
        assert!(out.contains(&format!(
            "\n  charter-audit schema {name} > {name}.schema.json\n"
        )));
        let line = format!("\n# yaml-language-server: $schema={name}.schema.json\n");
        assert!(out.contains(&line), "{out}");
        let (_, settings) = out.split_once("\n{\n").unwrap();
        let (settings, _) = settings.split_once("\n}\n").unwrap();
        let settings: Value = serde_json::from_str(&format!("{{{settings}}}")).unwrap();
        assert_eq!(
            settings["yaml.schemas"][format!("./{name}.schema.json")][0],
            files
        );
        assert!(out.lines().all(|line| line.chars().count() <= 80), "{out}");
    }
}

const CHARTER: &str = "\
extends: built-in
parties:
  council: { name: Northmoor Council, side: organisation }
  forum: { name: Northmoor Voice, side: forum, also_known_as: [Voice] }
fields: { quiet_room: yes-no }
ladder: [informed, together]
clauses:
  - id: L1
    rule: { ladder-claim: { together: [parents] } }
";

#[test]
fn a_charter_closes_the_lists_of_its_area() {
    let folder = folder(&[("charter.yaml", CHARTER)]);
    let of = |args: &[&str]| -> Value {
        let (code, out, err) = run_in(folder.path(), &[&["schema"], args].concat());
        assert_eq!((code, err.as_str()), (0, ""));
        serde_json::from_str(&out).unwrap()
    };
    let own = of(&["record", "--charter", "charter.yaml"]);
    let engagement = &own["$defs"]["engagement"]["properties"];
    let words = |field: &Value| field["anyOf"][0]["enum"].clone();
    assert_eq!(
        words(&engagement["ladder"]),
        serde_json::json!(["informed", "together"])
    );
    assert_eq!(
        words(&engagement["organisers"]["anyOf"][0]),
        serde_json::json!([
            "council",
            "Northmoor Council",
            "forum",
            "Northmoor Voice",
            "Voice"
        ])
    );
    let local = &engagement["local"];
    assert_eq!(local["additionalProperties"], false);
    assert_eq!(
        words(&local["properties"]["quiet_room"]),
        serde_json::json!(["yes", "no"])
    );
    // Without one, nobody knows them.
    let open = of(&["record"]);
    let engagement = &open["$defs"]["engagement"]["properties"];
    assert!(engagement["ladder"]["anyOf"].is_null());
    assert!(engagement["local"]["additionalProperties"].is_object());
    let columns = of(&["columns", "--charter", "charter.yaml"]);
    let organisers = &columns["properties"]["defaults"]["properties"]["organisers"];
    assert_eq!(words(&organisers["anyOf"][0])[1], "Northmoor Council");
}

#[test]
fn what_may_identify_somebody_is_not_printed() {
    let charter = CHARTER.replace("[Voice]", "[Voice, jo.bloggs@example.org]");
    let folder = folder(&[("charter.yaml", &charter)]);
    let (code, out, err) = run_in(
        folder.path(),
        &["schema", "record", "--charter", "charter.yaml"],
    );
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(!out.contains("jo.bloggs"));
    let own: Value = serde_json::from_str(&out).unwrap();
    // A list with a gap would refuse who is left out, so any name is taken.
    let organisers = &own["$defs"]["engagement"]["properties"]["organisers"];
    assert!(organisers["anyOf"][0]["anyOf"].is_null());
}

#[test]
fn what_does_not_go_together_is_said() {
    for (args, said) in [
        (
            &["schema", "report", "--editors"][..],
            "error: `report` is what this program writes; `--editors` and `--charter` are for what \
             people write\n",
        ),
        (
            &["schema", "charter", "--charter", "charter.yaml"],
            "error: the schema of charters is the same for every charter; leave `--charter` out\n",
        ),
    ] {
        let (code, out, err) = run(args);
        assert_eq!((code, out.as_str(), err.as_str()), (2, "", said));
    }
    let folder = folder(&[("charter.yaml", "extends: built-in\nlader: []\n")]);
    let args = ["schema", "record", "--charter", "charter.yaml"];
    let (code, out, err) = run_in(folder.path(), &args);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("did you mean `ladder`?"), "{err}");
    assert!(err.ends_with("error: the charter has faults, so nothing was printed\n"));
}
