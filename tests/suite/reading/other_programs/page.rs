//! The page for those who keep records: each line names where it can be seen, and each file of the
//! tests is named there.

use std::collections::BTreeSet;
use std::fs;

use regex::Regex;

use super::READ;
use crate::root;

const FOLDER: &str = "tests/suite/reading/other_programs/";

/// The rows of the page's tables.
fn rows() -> Vec<String> {
    let page = fs::read_to_string(root().join("docs/other-programs.md")).unwrap();
    let rows = page.lines().filter(|line| line.starts_with("| "));
    let said = rows.filter(|line| !line.starts_with("| program") && !line.starts_with("| --"));
    said.map(str::to_owned).collect()
}

/// What a row links to, as paths from the top of the repository.
fn links(row: &str) -> Vec<String> {
    let link = Regex::new(r"\]\(\.\./([^)]+)\)").unwrap();
    let links = link.captures_iter(row);
    links.map(|link| link[1].to_owned()).collect()
}

#[test]
fn each_line_can_be_seen_again() {
    let program = Regex::new(r"([A-Za-z][\w.-]*) (\d+(?:\.\d+)+)").unwrap();
    let rows = rows();
    assert!(rows.len() > 20, "{}", rows.len());
    for row in rows {
        let links = links(&row);
        assert!(!links.is_empty(), "nothing shows it: {row}");
        let mut recipes = String::new();
        for link in links {
            let recipe = if link.starts_with(FOLDER) {
                assert!(root().join(&link).is_file(), "{link}");
                format!("{FOLDER}make.sh")
            } else {
                link
            };
            recipes.push_str(&fs::read_to_string(root().join(&recipe)).expect(&recipe));
        }
        let named = row.split(" | ").next().unwrap();
        let mut any = false;
        for program in program.captures_iter(named) {
            any = true;
            assert!(recipes.contains(&program[2]), "{}: {row}", &program[0]);
        }
        assert!(any, "no version: {row}");
    }
}

#[test]
fn each_file_is_read_and_stands_on_the_page() {
    let folder = fs::read_dir(root().join(FOLDER).join("files")).unwrap();
    let files: BTreeSet<String> = folder
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let read: BTreeSet<String> = READ.iter().map(|(file, ..)| (*file).to_owned()).collect();
    assert_eq!(read, files);
    let linked: BTreeSet<String> = rows()
        .iter()
        .flat_map(|row| links(row))
        .filter_map(|link| {
            let file = link.strip_prefix(FOLDER)?.strip_prefix("files/")?;
            Some(file.to_owned())
        })
        .collect();
    assert_eq!(linked, files);
}
