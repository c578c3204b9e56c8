//! What `ARCHITECTURE.md` names is there: folders, files, modules, and what they hold.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use regex::Regex;

use crate::root;

/// Words between backticks that are none of our modules, each with what it is.
const OTHER: &[(&str, &str)] = &[
    ("axe-core", "a library of rules about pages"),
    ("extends", "a field of charters"),
];

/// What there is to name.
#[derive(Default)]
struct Tree {
    /// Every file and folder from the root on, with a stroke before it and behind a folder.
    paths: Vec<String>,
    /// Every module and package, folders of tests included, by the names of those above it.
    modules: BTreeSet<String>,
    /// The text of every source file.
    source: String,
}

impl Tree {
    fn add(&mut self, folder: &Path) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(root()).unwrap();
            let name = format!("/{}", name.to_string_lossy().replace('\\', "/"));
            if name.starts_with("/target") || name.starts_with("/.git/") {
                continue;
            }
            let module = name.strip_suffix(".rs").unwrap_or(&name);
            let module = module
                .replace("/src", "")
                .replace('/', "::")
                .replace('-', "_");
            if path.is_dir() {
                self.add(&path);
                self.paths.push(format!("{name}/"));
                self.modules.insert(module);
            } else {
                if path.extension().is_some_and(|ending| ending == "rs") {
                    self.source += &fs::read_to_string(&path).unwrap();
                    self.modules.insert(module);
                }
                self.paths.push(name);
            }
        }
    }

    fn has_path(&self, path: &str) -> bool {
        let end = format!("/{path}");
        self.paths.iter().any(|known| {
            known.ends_with(&end) || known.strip_suffix('/').is_some_and(|it| it.ends_with(&end))
        })
    }

    fn has_module(&self, path: &str) -> bool {
        let end = format!("::{}", path.replace('-', "_"));
        self.modules.iter().any(|known| known.ends_with(&end))
    }

    fn has_item(&self, name: &str) -> bool {
        let kinds = "fn|struct|enum|trait|type|const";
        let item = Regex::new(&format!(r"\b(?:{kinds}) {name}\b")).unwrap();
        item.is_match(&self.source)
    }

    /// Whether a name is that of something here; the names of things of others are let through.
    fn has(&self, name: &str) -> bool {
        let is_path = Regex::new(r"^[\w./-]*(?:/[\w./-]*|\.(?:rs|toml))$").unwrap();
        if is_path.is_match(name) {
            return self.has_path(name);
        }
        let path = Regex::new(r"^[A-Za-z][A-Za-z_-]*[a-z](?:::[A-Za-z_]+)*").unwrap();
        let Some(path) = path.find(name).map(|found| found.as_str()) else {
            return true;
        };
        let (above, last) = path.rsplit_once("::").unwrap_or(("", path));
        let is_type = |name: &str| name.starts_with(char::is_uppercase);
        if is_type(above) {
            return self.has_item(above);
        }
        let is_below = above.is_empty() || self.has_module(above);
        is_below && (self.has_module(path) || self.has_item(last))
    }
}

#[test]
fn what_the_architecture_names_is_there() {
    let mut tree = Tree::default();
    tree.add(&root());
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let named = Regex::new("`([^`\n]+)`").unwrap();
    let missing: BTreeSet<&str> = named
        .captures_iter(&text)
        .map(|found| found.get(1).unwrap().as_str())
        .filter(|name| !OTHER.iter().any(|(other, _)| other == name))
        .filter(|name| !tree.has(name))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
    assert!(!tree.has("rules/invitations/"));
    assert!(!tree.has("read::items::Take"));
    assert!(!tree.has("read::item::Takings"));
}
