//! Every command, on pipes and in a terminal: with colours, progress and questions, none shows an
//! identifier of the records. A command that is added has to be added here.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

use assert_cmd::{Command, cargo::cargo_bin};
use tempfile::TempDir;

use super::made_up::{CASES, Identifier, all, names};
use super::other_formats::write_all;
use super::search::Search;
use super::{record_full_of, run, write};

/// Each command with the ways in which it is tried, the first of them in a terminal as well. What is
/// written has `{}` in its name, so that nothing is in the way the second time.
const COMMANDS: &[(&str, &[&[&str]])] = &[
    ("init", &[&["../made-{}", "--area", "Northmoor"]]),
    (
        "check",
        &[
            &["--verbose"],
            &["--quiet"],
            &["--format", "json"],
            &["--no-join"],
        ],
    ),
    (
        "report",
        &[
            &["--details", "--all"],
            &["--format", "ascii"],
            &["--format", "markdown", "--details"],
            &["--format", "html"],
            &["--format", "json"],
            &["--format", "jsonl"],
            &["--format", "csv"],
            &["--format", "sarif", "--all"],
            &["--format", "gitlab"],
            &["--format", "junit"],
            &["--format", "github"],
            &["-o", "../report-{}.txt"],
        ],
    ),
    (
        "due",
        &[
            &["--within", "400 days"],
            &["--format", "json"],
            &["--format", "csv"],
            &["-o", "../due-{}.ics"],
        ],
    ),
    (
        "plan",
        &[
            &["--record", "../plan.yaml"],
            &["--record", "../plan.yaml", "--format", "json"],
            &[
                "--kind",
                "workshop",
                "--date",
                "2027-06-10",
                "--start",
                "10:00",
                "--for",
                "2h",
                "--audience",
                "parents",
            ],
        ],
    ),
    (
        "new",
        &[&[
            "workshop",
            "--title",
            "Short breaks",
            "--date",
            "2027-06-10",
            "--start",
            "10:00",
            "--for",
            "2h",
        ]],
    ),
    ("calibrate", &[&[], &["--format", "json"]]),
    ("baseline", &[&["-o", "../baseline-{}.txt"]]),
    (
        "convert",
        &[&["-o", "../converted-{}"], &["g.yaml"], &["a.csv"]],
    ),
    ("columns", &[&["--write", "../tables-{}"], &[]]),
    ("explain", &[&["O4a1"], &[], &["calendar"]]),
    ("test", &[&[]]),
    ("schema", &[&["record"], &["report"]]),
    ("completions", &[&["bash"]]),
    ("man", &[&[]]),
    ("help", &[&["check"]]),
];

const CHARTER: &str = "extends: built-in\nconfidentiality: { case_references: ['CASES'] }\n";

/// The commands that the program has.
fn commands(folder: &Path) -> BTreeSet<String> {
    let help = String::from_utf8(run(folder, &["--help"], "").1).unwrap();
    let listed = help.split_once("Commands:\n").unwrap().1;
    let listed = listed.split("\n\n").next().unwrap();
    let named = listed.lines().filter_map(|line| line.strip_prefix("  "));
    let named = named.filter(|line| !line.starts_with(' '));
    named
        .map(|line| line.split(' ').next().unwrap().to_owned())
        .collect()
}

/// Records in every format, what the commands take besides, and a list of names.
fn filled(all: &[Identifier]) -> TempDir {
    let temporary = TempDir::new().unwrap();
    let folder = temporary.path().join("records");
    write(temporary.path(), "names.txt", names(all));
    write(&folder, "charter.yaml", CHARTER.replace("CASES", CASES));
    write_all(&folder, all);
    let mut examples = "O4e1:\n".to_owned();
    for (at, one) in all.iter().enumerate().step_by(5) {
        write(
            &folder,
            &format!("full{at}.yaml"),
            record_full_of(&one.written),
        );
        examples += &format!(
            "  - {{ as_of: 2026-06-01, verdict: kept, record: {{ title: {}, kind: meeting, \
             date: 2026-02-26 }} }}\n",
            serde_json::Value::from(one.written.as_str())
        );
    }
    write(&folder, "charter.examples.yaml", examples);
    let one = &all[0].written;
    let plan = format!(
        "title: About {one}\nkind: workshop\ndate: 2026-07-02\nstart: 10:00\nend: 12:00\n\
         notice: {{ purpose: {one} }}\n"
    );
    write(temporary.path(), "plan.yaml", plan);
    for how in ["pipe", "terminal"] {
        let rows = all
            .iter()
            .map(|one| format!("Board,26/02/2026,\"{}\"\n", one.written));
        let table = format!("Title,Date,Went round to\n{}", rows.collect::<String>());
        write(temporary.path(), &format!("tables-{how}/log.csv"), table);
    }
    temporary
}

/// The arguments of a command, with the list of names and the day where it takes them.
fn arguments(help: &str, command: &str, args: &[&str], how: &str) -> Vec<String> {
    let mut all = vec![command.to_owned()];
    all.extend(args.iter().map(|arg| arg.replace("{}", how)));
    for (option, value) in [("--names-file", "../names.txt"), ("--as-of", "2026-06-01")] {
        if help.contains(option) {
            all.extend([option.to_owned(), value.to_owned()]);
        }
    }
    all
}

/// What a command says in a terminal of its own, where blank lines answer its questions; nothing
/// where the program that makes one is missing.
fn in_terminal(folder: &Path, args: &[String]) -> Option<Vec<u8>> {
    let version = Command::new("script").arg("--version").output().ok()?;
    String::from_utf8_lossy(&version.stdout)
        .contains("util-linux")
        .then_some(())?;
    let program = cargo_bin("charter-audit");
    let quoted = |text: &str| format!("'{}'", text.replace('\'', r"'\''"));
    let mut line = quoted(program.to_str().unwrap());
    for arg in args {
        line += " ";
        line += &quoted(arg);
    }
    let mut command = Command::new("script");
    let command = command
        .current_dir(folder)
        .env("TERM", "xterm-256color")
        .env_remove("NO_COLOR")
        .env_remove("CI")
        .args(["-qec", &line, "/dev/null"])
        .write_stdin("\n".repeat(60))
        .timeout(Duration::from_secs(120));
    Some(command.output().unwrap().stdout)
}

#[test]
fn no_command_shows_an_identifier_on_pipes_or_in_a_terminal() {
    let all: Vec<Identifier> = all().into_iter().step_by(4).collect();
    let search = Search::new(&all);
    let temporary = filled(&all);
    let folder = temporary.path().join("records");
    let tried: BTreeSet<String> = COMMANDS
        .iter()
        .map(|(name, _)| (*name).to_owned())
        .collect();
    assert_eq!(tried, commands(&folder), "each command is tried here");
    let mut terminals = 0;
    let mut coloured = 0;
    for (command, ways) in COMMANDS {
        let (_, help) = run(&folder, &[command, "--help"], "");
        let help = String::from_utf8(help).unwrap();
        let check = |how: &str, args: &[String], said: &[u8]| {
            let shown = search.shown(said);
            let few = &shown[..shown.len().min(9)];
            assert!(
                shown.is_empty(),
                "{how}, {args:?} shows {}: {few:#?}",
                shown.len()
            );
            let text = String::from_utf8_lossy(said);
            assert!(!text.contains("unexpected argument"), "{args:?}: {text}");
            assert!(
                !text.is_empty() || args.contains(&"--quiet".to_owned()),
                "{args:?}"
            );
        };
        for way in *ways {
            let args = arguments(&help, command, way, "pipe");
            let args_as_texts: Vec<&str> = args.iter().map(String::as_str).collect();
            let (_, said) = run(&folder, &args_as_texts, "");
            check("on pipes", &args, &said);
        }
        let args = arguments(&help, command, ways[0], "terminal");
        if let Some(said) = in_terminal(&folder, &args) {
            check("in a terminal", &args, &said);
            terminals += 1;
            coloured += usize::from(said.contains(&0x1b));
        }
    }
    if terminals == 0 {
        println!("skipped: `script` of util-linux, which makes a terminal, is not there");
    } else {
        assert!(coloured > 0, "a terminal is shown colours");
    }
    println!(
        "{} commands, {terminals} in a terminal, {coloured} with escapes",
        tried.len()
    );
}
