//! How the source is laid out: what may import what, and how long a file may be.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use regex::Regex;

use crate::root;

/// The modules of the packages that have layers, by their folders, each module importing only from
/// itself and those before it.
const LAYERS: &[(&str, &[&str])] = &[
    (
        "crates/engagement-records/src",
        &[
            "progress",
            "fields",
            "record",
            "expression",
            "read",
            "convert",
        ],
    ),
    (
        "src",
        &[
            "report_format",
            "steady",
            "threads",
            "memory",
            "clock",
            "rules",
            "charter",
            "audit",
            "plan",
            "examples",
            "report",
            "render",
            "asking",
            "start",
        ],
    ),
];

/// Files that are longer than 400 lines, each with why it is still one thing.
const LONG: &[(&str, &str)] = &[(
    "src/render/json/format.rs",
    "the format, mostly its published descriptions",
)];

pub(super) fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// The code of a file without its comments and tests; nothing where all of it is tests.
pub(super) fn production(path: &Path) -> String {
    if path
        .iter()
        .any(|part| part == "tests" || part == "tests.rs")
    {
        return String::new();
    }
    let text = fs::read_to_string(path).unwrap();
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let lines = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn modules_import_only_from_the_layers_before_them() {
    let import = Regex::new(r"\bcrate::(?:\{|([a-z_]+))").unwrap();
    for (folder, layers) in LAYERS {
        let source = root().join(folder);
        let layer = |module: &str| layers.iter().position(|layer| *layer == module);
        for path in rust_files(&source) {
            let inside = path.strip_prefix(&source).unwrap();
            let module = inside.iter().next().unwrap().to_str().unwrap();
            let module = module.strip_suffix(".rs").unwrap_or(module);
            let Some(own) = layer(module) else {
                assert!(["lib", "bin"].contains(&module), "{module} is in no layer");
                continue;
            };
            for found in import.captures_iter(&production(&path)) {
                let other = found.get(1).map_or("{", |name| name.as_str());
                let below = layer(other);
                let below = below.unwrap_or_else(|| panic!("{}: crate::{other}", path.display()));
                assert!(below <= own, "{}: {module} imports {other}", path.display());
            }
        }
    }
}

#[test]
fn files_are_short_or_say_why_not() {
    let mut long = BTreeSet::new();
    for folder in ["crates", "src", "tests"] {
        for path in rust_files(&root().join(folder)) {
            let lines = fs::read_to_string(&path).unwrap().lines().count();
            let name = path.strip_prefix(root()).unwrap().display().to_string();
            if lines > 400 {
                long.insert(name);
            }
        }
    }
    let known: BTreeSet<String> = LONG.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(long, known);
}

#[test]
fn no_test_stands_where_none_is_run() {
    for path in rust_files(&root().join("src/bin")) {
        let text = fs::read_to_string(&path).unwrap();
        assert!(!text.contains("#[test]"), "{}", path.display());
    }
}
