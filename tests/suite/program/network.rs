//! The program opens no socket, whatever is asked of it and whatever stands in the files: each command
//! is run by a thread that has given up system calls for sockets, and its child would be killed.

use std::fs;
use std::net::UdpSocket;
use std::thread;

use seccompiler::{TargetArch, apply_filter, compile_from_json};
use tempfile::TempDir;

use super::{root, run, run_in};

/// What makes a socket or lets it reach somebody, and what hands such work to the kernel. Sending is
/// none of them: nobody sends without a socket, and where other tests wait for programs, a signal that
/// one has ended is passed on so, on whatever thread it comes.
const CALLS: [&str; 8] = [
    "socket",
    "socketpair",
    "connect",
    "bind",
    "listen",
    "accept",
    "accept4",
    "io_uring_setup",
];

/// A record that names an address wherever it can.
const RECORD: &str = "\
title: Board <img src=\"http://192.0.2.1/a.png\"> \\\\192.0.2.1\\share
kind: meeting
status: held
organisers: [council]
date: 2026-02-26
notice: { sent: 2026-02-20, channel: email, purpose: \"=WEBSERVICE(\\\"http://192.0.2.1/\\\")\" }
feedback: { sent: 2026-03-01, you_said: \"see [this](http://192.0.2.1/)\" }
";

/// An entry that says where more can be had.
const ENTRY: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\nBEGIN:VEVENT\r\nUID:1\r\n\
                     DTSTAMP:20260101T000000Z\r\nDTSTART:20260312T100000Z\r\nSUMMARY:Board\r\n\
                     ATTACH:http://192.0.2.1/papers.pdf\r\nURL:http://192.0.2.1/\r\nEND:VEVENT\r\n\
                     END:VCALENDAR\r\n";

/// The commands, each with what it is asked and how it ends.
const COMMANDS: &[(i32, &[&str])] = &[
    (
        1,
        &["check", "records", "--as-of", "2026-06-01", "--verbose"],
    ),
    (
        1,
        &[
            "report",
            "records",
            "--as-of",
            "2026-06-01",
            "-o",
            "a.html",
            "-o",
            "a.docx",
            "-o",
            "a.xlsx",
            "-o",
            "a.json",
            "-o",
            "a.sarif",
            "-o",
            "a.xml",
            "-o",
            "a.csv",
            "-o",
            "a.md",
        ],
    ),
    (0, &["due", "records", "--as-of", "2026-03-01"]),
    (
        0,
        &[
            "plan",
            "--kind",
            "meeting",
            "--date",
            "2027-06-16",
            "--start",
            "10:00",
            "--as-of",
            "2026-03-01",
        ],
    ),
    (0, &["new", "meeting", "--as-of", "2026-03-01"]),
    (0, &["calibrate", "records", "--as-of", "2026-06-01"]),
    (
        0,
        &[
            "baseline",
            "records",
            "--as-of",
            "2026-06-01",
            "-o",
            "known.txt",
        ],
    ),
    (0, &["convert", "records"]),
    (0, &["columns", "records/twenty.csv"]),
    (0, &["explain", "O4a1"]),
    (0, &["test"]),
    (0, &["schema", "record"]),
    (0, &["completions", "bash"]),
    (0, &["man"]),
    // A charter below this folder is in the way of the others, so this comes last.
    (
        0,
        &[
            "init",
            "new-area",
            "--area",
            "Northmoor",
            "--council",
            "Council",
            "--forum",
            "Forum",
        ],
    ),
];

fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    let records = folder.path().join("records");
    fs::create_dir(&records).unwrap();
    fs::write(records.join("board.yaml"), RECORD).unwrap();
    fs::write(records.join("board.ics"), ENTRY).unwrap();
    for name in [
        "twenty.csv",
        "twenty-openpyxl.xlsx",
        "twenty-libreoffice.ods",
    ] {
        let from = root().join("examples/formats").join(name);
        fs::copy(from, records.join(name)).unwrap();
    }
    folder
}

/// Gives up all that is for sockets, on this thread and in every program that it starts.
fn give_up_sockets(action: &str) {
    let calls = CALLS.map(|call| format!("{{\"syscall\": \"{call}\"}}"));
    let filter = format!(
        "{{\"sockets\": {{\"mismatch_action\": \"allow\", \"match_action\": {action}, \
         \"filter\": [{}]}}}}",
        calls.join(", ")
    );
    let here = TargetArch::try_from(std::env::consts::ARCH).unwrap();
    let filters = compile_from_json(filter.as_bytes(), here).unwrap();
    apply_filter(filters.get("sockets").unwrap()).unwrap();
}

/// Does something on a thread of its own, which ends with what it gave up.
fn without_sockets<T: Send>(action: &str, what: impl FnOnce() -> T + Send) -> T {
    thread::scope(|scope| {
        let thread = scope.spawn(|| {
            give_up_sockets(action);
            what()
        });
        thread.join().unwrap()
    })
}

#[test]
fn no_command_opens_a_socket() {
    let folder = folder();
    // Ending with a code at all says that it was not killed.
    without_sockets("\"kill_process\"", || {
        for (code, args) in COMMANDS {
            let (ended, _, err) = run_in(folder.path(), args);
            assert_eq!(ended, *code, "{args:?}: {err}");
        }
    });
    let help = run(&["--help"]).1;
    let known = help.split_once("Commands:").unwrap().1;
    let known = known.split("\n\n").next().unwrap().lines();
    let mut known: Vec<&str> = known
        .filter_map(|line| line.strip_prefix("  ")?.split(' ').next())
        .filter(|name| !name.is_empty() && *name != "help")
        .collect();
    let mut tried: Vec<&str> = COMMANDS.iter().map(|(_, args)| args[0]).collect();
    known.sort_unstable();
    tried.sort_unstable();
    assert_eq!(tried, known);
}

#[test]
fn what_a_charter_names_is_never_fetched() {
    let folder = folder();
    let address = "http://192.0.2.1/a.json";
    for text in [
        format!("extends: {address}\n"),
        format!(
            "extends: built-in\ncalendar:\n  bank_holidays: {{ division: scotland, file: \
             \"{address}\" }}\n"
        ),
    ] {
        fs::write(folder.path().join("charter.yaml"), text).unwrap();
        let (code, out, err) = without_sockets("\"kill_process\"", || {
            run_in(folder.path(), &["check", "records"])
        });
        assert_eq!((code, out.as_str()), (2, ""), "{err}");
        assert!(err.contains("the charter has faults"), "{err}");
    }
}

/// What the tests above rest on: where sockets are given up, nobody gets one.
#[test]
fn whoever_gave_up_sockets_gets_none() {
    assert!(UdpSocket::bind("127.0.0.1:0").is_ok());
    let refused = without_sockets("{\"errno\": 13}", || UdpSocket::bind("127.0.0.1:0"));
    let kind = refused.unwrap_err().kind();
    assert_eq!(kind, std::io::ErrorKind::PermissionDenied);
}
