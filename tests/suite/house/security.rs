//! What `.github/SECURITY.md` promises is held by tests that are there, and the source has nothing in
//! it that could break the promises unseen.

use std::fs;

use regex::Regex;

use super::layout::{production, rust_files};
use crate::root;

/// Each test that is named is there; gives how many are.
fn named_tests(page: &str) -> Result<usize, String> {
    let named = Regex::new(r"`([\w./-]+\.rs)::(\w+)`").unwrap();
    let mut all = 0;
    for found in named.captures_iter(page) {
        let (path, name) = (&found[1], &found[2]);
        let text = fs::read_to_string(root().join(path)).map_err(|_| format!("no file {path}"))?;
        let item = Regex::new(&format!(r"#\[test\]\n(?:\s*#\[.*\]\n)*\s*fn {name}\(")).unwrap();
        if !item.is_match(&text) {
            return Err(format!("{path} has no test {name}"));
        }
        all += 1;
    }
    Ok(all)
}

#[test]
fn each_promise_names_tests_that_are_there() {
    let page = fs::read_to_string(root().join(".github/SECURITY.md")).unwrap();
    let promises = page.split_once("\n## What is promised\n").unwrap().1;
    let promises = promises.split_once("\n## ").unwrap().0;
    let promises: Vec<&str> = promises.split("\n**").skip(1).collect();
    assert_eq!(promises.len(), 8);
    for promise in promises {
        let held = named_tests(promise).unwrap();
        // What others find out about packages is held by `.ci/run`.
        let by_a_script = promise.contains("`.ci/run`");
        assert!(held > 0 || by_a_script, "nothing holds: {promise}");
    }
    assert_eq!(
        named_tests("`tests/suite/house/security.rs::named_tests`"),
        Err("tests/suite/house/security.rs has no test named_tests".to_owned())
    );
    assert!(named_tests("`tests/suite/house/safety.rs::any`").is_err());
}

#[test]
fn every_path_on_the_page_is_there() {
    let page = fs::read_to_string(root().join(".github/SECURITY.md")).unwrap();
    let link = Regex::new(r"\]\(([^)]+)\)").unwrap();
    for found in link.captures_iter(&page) {
        let path = root().join(".github").join(&found[1]);
        assert!(path.exists(), "{}", path.display());
    }
}

#[test]
fn no_source_opens_a_connection_or_starts_a_program() {
    let reaches = Regex::new(
        r"\b(?:std::net|std::os::unix::net|TcpStream|TcpListener|UdpSocket|UnixStream|UnixListener|UnixDatagram|ToSocketAddrs|std::process::Command|process::\{[^}]*Command|process::Command|CommandExt)\b",
    )
    .unwrap();
    let mut looked_at = 0;
    for folder in ["src", "crates"] {
        for path in rust_files(&root().join(folder)) {
            let found = reaches
                .find(&production(&path))
                .map(|it| it.as_str().to_owned());
            assert_eq!(found, None, "{}", path.display());
            looked_at += 1;
        }
    }
    assert!(looked_at > 300, "{looked_at}");
    assert!(reaches.is_match("use std::net::TcpStream;"));
    assert!(reaches.is_match("use std::process::{Command, Stdio};"));
}

#[test]
fn no_package_allows_unsafe_code() {
    let own = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    assert!(own.contains("unsafe_code = \"forbid\""));
    let packages = fs::read_dir(root().join("crates")).unwrap();
    let packages = packages.map(|package| package.unwrap().path().join("Cargo.toml"));
    for path in packages.chain([root().join("Cargo.toml")]) {
        let text = fs::read_to_string(&path).unwrap();
        assert!(
            text.contains("[lints]\nworkspace = true"),
            "{}",
            path.display()
        );
    }
}
