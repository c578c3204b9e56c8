//! Where people are counted or named, neither names nor small numbers come out.

use crate::program::run_in;

const NAMES: [&str; 8] = [
    "Zebedee",
    "Quux",
    "Anna",
    "Marmaduke",
    "Fizz",
    "insulin",
    "three",
    "boys",
];

#[test]
fn names_in_columns_of_people_are_printed_nowhere() {
    let folder = tempfile::TempDir::new().unwrap();
    let table = "title,date,kind,Children attending,Parents attending,Social worker,Medication\n\
                 Board,26/02/2026,meeting,\"Zebedee Quux (7), Anna\",\"Marmaduke, Fizz\",Marmaduke Fizz,insulin\n\
                 Panel,27/02/2026,meeting,2-3,12,,\n\
                 Drop-in,28/02/2026,meeting,three,12,,\n\
                 Review,01/03/2026,meeting,3?,2 boys,,\n";
    std::fs::write(folder.path().join("log.csv"), table).unwrap();
    for args in [
        &["check", "log.csv", "-v", "--as-of", "2026-11-29"][..],
        &["report", "log.csv", "--details", "--as-of", "2026-11-29"],
        &[
            "report",
            "log.csv",
            "--format",
            "json",
            "--as-of",
            "2026-11-29",
        ],
        &[
            "report",
            "log.csv",
            "--format",
            "html",
            "--as-of",
            "2026-11-29",
        ],
        &[
            "report",
            "log.csv",
            "--format",
            "csv",
            "--as-of",
            "2026-11-29",
        ],
        &["columns", "log.csv"],
        &["convert", "log.csv"],
    ] {
        let (_, out, err) = run_in(folder.path(), args);
        assert!(
            out.contains("Board") || out.contains("Social worker"),
            "{args:?}: {out}"
        );
        for name in NAMES {
            // The style of a page and the help of the program have words of their own.
            let own = ["three", "Anna"].contains(&name) && args.contains(&"html");
            let printed = format!("{out}{err}");
            assert!(
                own || !printed.contains(name),
                "{args:?}: {name}\n{printed}"
            );
        }
        if args[0] != "convert" {
            assert!(
                !format!("{out}{err}").contains("attending: 2-3"),
                "{args:?}"
            );
            assert!(!format!("{out}{err}").contains("`3?`"), "{args:?}");
        }
    }
}
