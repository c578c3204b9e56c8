//! Which files are written, under which names, and that nothing is written over.

use tempfile::TempDir;

use super::{EXPLAINED, converted};
use crate::{Bench, run_in as run};

#[test]
fn nothing_is_written_over_unless_told_to() {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    std::fs::write(
        at.join("log.csv"),
        "Title,Date\nBoard,12/3/2026\nBoard,12/3/2026\n",
    )
    .unwrap();
    let (code, out, err) = run(at, &["convert", "log.csv", "-o", "records"]);
    assert_eq!((code, out.as_str()), (0, ""), "{err}");
    assert!(err.contains("wrote 2 records to records"), "{err}");
    assert!(
        err.contains("what they leave out counts as left unsaid"),
        "{err}"
    );
    let first = at.join("records/2026-03-12-board.yaml");
    assert!(first.is_file() && at.join("records/2026-03-12-board-2.yaml").is_file());
    std::fs::write(&first, "title: mine\n").unwrap();
    let (code, _, err) = run(at, &["convert", "log.csv", "-o", "records"]);
    assert_eq!(code, 2);
    assert!(err.contains("2 of the 2 files are already there"), "{err}");
    assert_eq!(std::fs::read_to_string(&first).unwrap(), "title: mine\n");
    let (code, _, _) = run(at, &["convert", "log.csv", "-o", "records", "--force"]);
    assert_eq!(code, 0);
    assert!(
        std::fs::read_to_string(&first)
            .unwrap()
            .contains("title: Board")
    );
    // Its own input is safe from --force, too.
    let (code, _, err) = run(at, &["convert", "records", "-o", "records", "--force"]);
    assert_eq!(code, 2);
    assert!(err.contains("is one of the files that are read"), "{err}");
}

#[test]
fn neither_the_charter_nor_the_list_of_names_is_written_over() {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    let log = "Title,Date\nBoard,12/3/2026\n";
    std::fs::write(at.join("log.csv"), log).unwrap();
    std::fs::create_dir(at.join("out")).unwrap();
    let name = "2026-03-12-board.yaml";
    for (option, text) in [
        ("--charter", "extends: built-in\n"),
        ("--names-file", "Example Person\n"),
    ] {
        let target = at.join("out").join(name);
        std::fs::write(&target, text).unwrap();
        let given = format!("out/{name}");
        let args = ["convert", "log.csv", "-o", "out", "--force", option, &given];
        let (code, _, err) = run(at, &args);
        assert_eq!(code, 2, "{err}");
        assert!(err.contains("is one of the files that are read"), "{err}");
        assert_eq!(std::fs::read_to_string(&target).unwrap(), text);
    }
}

#[cfg(unix)]
#[test]
fn no_link_is_followed_and_no_other_name_of_a_file_is_written_to() {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    std::fs::write(at.join("log.csv"), "Title,Date\nBoard,12/3/2026\n").unwrap();
    std::fs::write(at.join("precious.txt"), "mine").unwrap();
    std::fs::create_dir(at.join("out")).unwrap();
    let name = at.join("out/2026-03-12-board.yaml");
    symlink("../precious.txt", &name).unwrap();
    let (code, _, err) = run(at, &["convert", "log.csv", "-o", "out", "--force"]);
    assert_eq!(code, 2);
    assert!(err.contains("is a link to another file"), "{err}");
    std::fs::remove_file(&name).unwrap();
    std::fs::hard_link(at.join("precious.txt"), &name).unwrap();
    std::fs::set_permissions(&name, std::fs::Permissions::from_mode(0o640)).unwrap();
    let (code, _, err) = run(at, &["convert", "log.csv", "-o", "out", "--force"]);
    assert_eq!(code, 0, "{err}");
    let precious = std::fs::read_to_string(at.join("precious.txt")).unwrap();
    assert_eq!(precious, "mine");
    assert!(
        std::fs::read_to_string(&name)
            .unwrap()
            .contains("title: Board")
    );
    assert_eq!(std::fs::metadata(&name).unwrap().mode() & 0o777, 0o640);
    // A report goes where it is told to, devices included, and leaves nothing beside it.
    for output in ["report.txt", "/dev/null"] {
        let args = ["report", "log.csv", "--as-of", "2026-07-31", "-o", output];
        let (code, _, err) = run(at, &args);
        assert!(code < 2, "{err}");
    }
    let mut left: Vec<String> = std::fs::read_dir(at)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    left.sort();
    assert_eq!(left, ["log.csv", "out", "precious.txt", "report.txt"]);
    assert!(std::fs::metadata("/dev/null").unwrap().mode() & 0o170_000 == 0o020_000);
}

#[test]
fn without_a_folder_all_records_come_out_as_one_text() {
    let folder = TempDir::new().unwrap();
    std::fs::write(
        folder.path().join("log.csv"),
        "Title,Date\na,12/3/2026\nb,13/3/2026\n",
    )
    .unwrap();
    let (code, out, _) = run(folder.path(), &["convert", "log.csv"]);
    assert_eq!(code, 0);
    assert_eq!(Bench::new(&[("all.yaml", &out)]).reading.records.len(), 2);
    let (code, _, err) = run(folder.path(), &["convert", "log.csv", "--force"]);
    assert_eq!(code, 2);
    assert!(err.contains("--output"), "{err}");
}

#[test]
fn explanations_have_to_go_back_to_their_folder() {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    let charter = "extends: built-in\nexplanations: { only_in: agreed }\n";
    std::fs::write(at.join("charter.yaml"), charter).unwrap();
    std::fs::create_dir(at.join("agreed")).unwrap();
    let about = format!("engagement: m\n{EXPLAINED}");
    std::fs::write(at.join("agreed/e.yaml"), about).unwrap();
    let (_, _, err) = run(at, &["convert", "agreed", "-o", "out"]);
    assert!(
        err.contains("only from `agreed`") && err.contains("(1 record)"),
        "{err}"
    );
}

#[test]
fn titles_never_lead_out_of_the_folder() {
    let table = "Title,Project\n../../x,p\n/etc/passwd,p\n...,p\nCON,p\n\u{202E}x,p\n";
    let conversion = converted("log.csv", table.as_bytes().to_vec());
    let names: Vec<&str> = conversion
        .records
        .iter()
        .map(|record| record.name.as_str())
        .collect();
    for name in &names {
        assert!(
            name.chars()
                .all(|sign| sign.is_alphanumeric() || matches!(sign, '-' | '.')),
            "{name}"
        );
        assert!(!name.starts_with('.') && !name.contains(".."), "{name}");
    }
    assert_eq!(names[0], "x.yaml");
    assert_eq!(names[1], "etc-passwd.yaml");
}
