//! Nothing that comes from outside reaches a terminal as a command, in any message.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::{BOARD, as_in_a_terminal};

/// Each of these makes a terminal do something: set its title, clear itself, write backwards, go up a
/// line, or begin a line that a build server carries out.
const ATTACKS: [&str; 5] = [
    "d\u{1b}]0;PWNED\u{7}",
    "d\u{1b}[2J\u{1b}[31;1H",
    "d\u{9b}2J\u{8d}",
    "d\u{202e}lmay\u{8}",
    "d\r\n::error file=x::y",
];

/// What a terminal would obey in an output: everything that does not show itself, but for lines,
/// tabs and colours.
fn obeyed(bytes: &[u8]) -> Option<String> {
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    let mut rest = text.as_str();
    while let Some(at) = rest.find(|sign: char| {
        let is_control = sign.is_control() && !matches!(sign, '\n' | '\t');
        is_control || ('\u{202a}'..='\u{202e}').contains(&sign)
    }) {
        let from = &rest[at..];
        let is_colour = from.strip_prefix("\u{1b}[").and_then(|inner| {
            let end = inner.find(|sign: char| !sign.is_ascii_digit() && sign != ';')?;
            inner[end..].strip_prefix('m')
        });
        match is_colour {
            Some(after) => rest = after,
            None => {
                return Some(
                    from.chars()
                        .take(30)
                        .collect::<String>()
                        .escape_debug()
                        .to_string(),
                );
            }
        }
    }
    let command = text
        .lines()
        .find(|line| line.trim_start().starts_with("::e"));
    command.map(str::to_owned)
}

/// Runs with these arguments: the exit code, and all that was printed, which nothing obeys.
fn harmless(folder: &Path, args: &[&OsStr]) -> (i32, String) {
    let output = as_in_a_terminal(folder, args);
    for bytes in [&output.stdout, &output.stderr] {
        assert_eq!(obeyed(bytes), None, "{args:?}");
    }
    let all = [output.stdout, output.stderr].concat();
    (
        output.status.code().unwrap(),
        String::from_utf8(all).unwrap(),
    )
}

#[test]
fn the_guard_sees_what_a_terminal_obeys() {
    for attack in ATTACKS {
        assert!(obeyed(attack.as_bytes()).is_some(), "{attack:?}");
    }
    assert_eq!(
        obeyed("\u{1b}[1m\u{1b}[38;5;9ma\u{1b}[0m\tb\n".as_bytes()),
        None
    );
}

#[test]
#[cfg(unix)]
fn names_of_folders_and_files_are_written_out() {
    for attack in ATTACKS {
        let disk = TempDir::new().unwrap();
        let folder = disk.path().join("r").join(attack);
        fs::create_dir_all(&folder).unwrap();
        fs::write(disk.path().join("r/a.yaml"), BOARD).unwrap();
        fs::write(folder.join("b.yaml"), "title: x\nkindd: y\n").unwrap();
        fs::write(folder.join(format!("{attack}.txt")), "").unwrap();
        fs::write(
            folder.join(format!("{attack}.csv")),
            "Title,Date,Whatnot\nBoard,05/03/2026,x\n",
        )
        .unwrap();
        for command in [
            "check",
            "report",
            "due",
            "calibrate",
            "convert",
            "columns",
            "baseline",
        ] {
            let (code, said) = harmless(disk.path(), &[command.as_ref(), "r".as_ref()]);
            assert_eq!(code, 2, "{command}: {said}");
            assert!(said.contains("b.yaml"), "{command}: {said}");
        }
        // The charter of a folder within.
        fs::write(folder.join("charter.yaml"), "extends: built-in\n").unwrap();
        let (code, said) = harmless(disk.path(), &["check".as_ref(), "r".as_ref()]);
        assert!(
            code == 2 && said.contains("belong to that charter"),
            "{said}"
        );
        // A charter with faults.
        fs::write(
            folder.join("charter.yaml"),
            "extends: built-in\nnonsense: 1\n",
        )
        .unwrap();
        let whole = folder.as_os_str();
        for command in ["check", "columns"] {
            let (code, said) = harmless(disk.path(), &[command.as_ref(), whole]);
            assert!(
                code != 0 && said.contains("nonsense") || command == "columns",
                "{said}"
            );
        }
        let (code, _) = harmless(
            disk.path(),
            &["test".as_ref(), folder.join("charter.yaml").as_os_str()],
        );
        assert_eq!(code, 2);
    }
}

#[test]
fn arguments_are_written_out() {
    let disk = TempDir::new().unwrap();
    fs::write(disk.path().join("a.yaml"), BOARD).unwrap();
    for attack in ATTACKS {
        let attack = OsStr::new(attack);
        let with = |option: &str| {
            let mut all = OsString::from(option);
            all.push(attack);
            all
        };
        let commands: [Vec<OsString>; 21] = [
            vec!["check".into(), attack.into()],
            vec![attack.into()],
            vec!["check".into(), with("--")],
            vec!["check".into(), with("--as-of=")],
            vec!["check".into(), with("--color=")],
            vec!["report".into(), with("--format=")],
            vec!["check".into(), "a.yaml".into(), with("--clause=")],
            vec!["check".into(), "a.yaml".into(), with("--party=")],
            vec!["check".into(), "a.yaml".into(), with("--names-file=")],
            vec!["check".into(), "a.yaml".into(), with("--charter=")],
            vec!["check".into(), "a.yaml".into(), with("--baseline=")],
            vec!["check".into(), "a.yaml".into(), with("--against=")],
            vec!["check".into(), "-".into(), with("--input-format=")],
            vec!["report".into(), "a.yaml".into(), with("-onowhere/")],
            vec!["explain".into(), attack.into()],
            vec!["man".into(), attack.into()],
            vec!["schema".into(), attack.into()],
            vec!["calibrate".into(), "a.yaml".into(), with("--set=O4a1.")],
            vec!["due".into(), "a.yaml".into(), with("--within=")],
            vec!["new".into(), "meeting".into(), with("--title=")],
            vec!["init".into(), "n".into(), with("--school=")],
        ];
        for command in commands {
            let args: Vec<&OsStr> = command.iter().map(OsString::as_os_str).collect();
            let (code, said) = harmless(disk.path(), &args);
            // Some titles a record can hold, written out as YAML does.
            let may_be_written = args[0] == "new" && code == 0;
            assert!(code == 2 || may_be_written, "{args:?}: {said}");
            assert!(!said.is_empty(), "{args:?}");
        }
    }
}

#[test]
#[cfg(unix)]
fn what_the_program_is_called_is_not_repeated() {
    use std::os::unix::process::CommandExt as _;
    for args in [
        &["--help"][..],
        &["check", "--help"],
        &["check", "--nothing"],
        &["--version"],
    ] {
        let program = assert_cmd::cargo::cargo_bin("charter-audit");
        let output = std::process::Command::new(program)
            .arg0(ATTACKS[0])
            .args(args)
            .env("CLICOLOR_FORCE", "1")
            .output()
            .unwrap();
        assert_eq!(obeyed(&output.stdout), None, "{args:?}");
        assert_eq!(obeyed(&output.stderr), None, "{args:?}");
        let all = [output.stdout, output.stderr].concat();
        assert!(
            String::from_utf8(all).unwrap().contains("charter-audit"),
            "{args:?}"
        );
    }
}

/// The same in front of a real terminal, where there is a program that plays one.
#[test]
#[cfg(target_os = "linux")]
fn a_real_terminal_is_told_no_more() {
    let disk = TempDir::new().unwrap();
    let folder = disk.path().join("r").join(ATTACKS[0]);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("charter.yaml"), "extends: built-in\n").unwrap();
    fs::write(disk.path().join("r/a.yaml"), BOARD).unwrap();
    let program = assert_cmd::cargo::cargo_bin("charter-audit");
    let command = format!("'{}' check r", program.display());
    let played = std::process::Command::new("script")
        .args(["-qec", &command, "/dev/null"])
        .current_dir(disk.path())
        .stdin(std::process::Stdio::null())
        .output();
    let Ok(played) = played else {
        eprintln!("skipped: there is no `script`, which plays a terminal");
        return;
    };
    assert_eq!(played.status.code(), Some(2));
    // A terminal ends its lines with both signs.
    let said = String::from_utf8(played.stdout)
        .unwrap()
        .replace("\r\n", "\n");
    assert_eq!(obeyed(said.as_bytes()), None, "{said:?}");
    assert!(
        said.contains("d\\u{1b}]0;PWNED\\u{7}/charter.yaml"),
        "{said}"
    );
}

#[test]
#[cfg(target_os = "linux")]
fn paths_are_told_as_they_are() {
    use std::os::unix::ffi::OsStrExt as _;
    let disk = TempDir::new().unwrap();
    let write = |name: &[u8]| {
        let path = disk.path().join(OsStr::from_bytes(name));
        fs::write(path, "title: x\nkindd: y\n").unwrap();
    };
    let long = format!("{}.yaml", "n".repeat(250));
    for name in [
        b"a\\b.yaml".as_slice(),
        b"c\xff.yaml",
        b"c\xfe.yaml",
        long.as_bytes(),
    ] {
        write(name);
    }
    let (code, said) = harmless(disk.path(), &["check".as_ref(), ".".as_ref()]);
    assert_eq!(code, 2);
    for name in [
        "a\\b.yaml:",
        "c\\xff.yaml:",
        "c\\xfe.yaml:",
        &format!("{long}:"),
    ] {
        assert!(said.contains(name), "{name}: {said}");
    }
    let missing = OsStr::from_bytes(b"two  blanks\xff");
    let (code, said) = harmless(disk.path(), &["check".as_ref(), missing]);
    assert!(code == 2 && said.contains("two  blanks\\xff"), "{said}");
    let endless = "n".repeat(5_000);
    let (code, said) = harmless(disk.path(), &["check".as_ref(), endless.as_ref()]);
    assert!(code == 2 && said.contains("nnn"), "{said}");
}
