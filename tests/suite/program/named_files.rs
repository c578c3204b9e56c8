//! A charter from elsewhere may name any file; of those that are something else, nothing is shown.

use std::fs;

use tempfile::TempDir;

use super::run_in;

/// What nobody who only reads the messages is to learn.
const SECRET: &str = "hunter2";

#[test]
fn a_charter_shows_nothing_of_files_that_are_something_else() {
    let secrets = [
        format!("password: {SECRET}\nuser: x\n"),
        format!("{SECRET}:x:1000:1000::/home/x:/bin/sh\n"),
        format!("{{\"password\": \"{SECRET}\"}}"),
        format!("user,password\nx,{SECRET}\n"),
        format!("-----BEGIN KEY-----\n{SECRET}\n-----END KEY-----\n"),
    ];
    let named = [
        "calendar: { bank_holidays: { division: england-and-wales, file: ../NAME } }",
        "calendar: { schools: { northmoor: { terms_from: ../NAME } } }",
    ];
    for secret in &secrets {
        for name in ["a.json", "a.csv", "a.ics", "a.yaml"] {
            for line in named {
                let folder = TempDir::new().unwrap();
                fs::write(folder.path().join(name), secret).unwrap();
                let area = folder.path().join("area");
                fs::create_dir(&area).unwrap();
                let line = line.replace("NAME", name);
                fs::write(
                    area.join("charter.yaml"),
                    format!("extends: built-in\n{line}\n"),
                )
                .unwrap();
                for args in [&["check", "."][..], &["explain", "calendar"]] {
                    let (code, out, err) = run_in(&area, args);
                    assert_eq!(code, 2, "{line}: {out}{err}");
                    assert!(
                        err.contains("the charter has faults") || err.contains(name),
                        "{err}"
                    );
                    assert!(!(out + &err).contains(SECRET), "{line}: {err}");
                }
            }
        }
    }
}
