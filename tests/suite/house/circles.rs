//! No two modules import each other, directly or around a corner. A module may name what is inside
//! it, which every `mod.rs` does.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use regex::Regex;

use super::layout::{production, rust_files};
use crate::root;

/// The names that lead to a module of a package; none for the package itself.
type Module = Vec<String>;

/// The modules of one package.
#[derive(Default)]
struct Modules {
    code: BTreeMap<Module, String>,
    /// What each module imports: the name that it has there, and the path that it stands for.
    imports: BTreeMap<Module, BTreeMap<String, Vec<String>>>,
}

impl Modules {
    fn of_package(source: &Path) -> Self {
        let mut modules = Modules::default();
        for path in rust_files(source) {
            let inside = path.strip_prefix(source).unwrap().with_extension("");
            let mut names: Module = inside
                .iter()
                .map(|name| name.to_str().unwrap().to_owned())
                .collect();
            let is_folder = names
                .last()
                .is_some_and(|name| name == "mod" || name == "lib");
            if is_folder {
                names.pop();
            }
            if names.first().is_none_or(|first| first != "bin") {
                modules.add(names, production(&path));
            }
        }
        modules
    }

    fn add(&mut self, module: Module, code: String) {
        let mut imports = BTreeMap::new();
        for found in import().captures_iter(&code) {
            spread(&[], &found[1], &mut imports);
        }
        self.imports.insert(module.clone(), imports);
        self.code.insert(module, code);
    }

    /// The module that a path in another one leads into; none where it leads out of the package.
    fn lead(&self, from: &[String], path: &[String]) -> Option<Module> {
        let (first, mut rest) = path.split_first()?;
        let mut at = match first.as_str() {
            "crate" => Module::new(),
            "self" => from.to_vec(),
            "super" => from.split_last()?.1.to_vec(),
            name => {
                let child = [from, &[name.to_owned()]].concat();
                if !self.code.contains_key(&child) {
                    let import = self.imports.get(from)?.get(name);
                    let import = import.filter(|import| import.first() != Some(first))?;
                    return self.lead(from, &[import, rest].concat());
                }
                child
            }
        };
        while let Some((name, further)) = rest.split_first() {
            let child = [at.as_slice(), std::slice::from_ref(name)].concat();
            if name == "super" {
                at.pop();
            } else if self.code.contains_key(&child) {
                at = child;
            } else {
                let handed_on = self.imports.get(&at)?.get(name);
                let handed_on =
                    handed_on.and_then(|path| self.lead(&at, &[path, further].concat()));
                return handed_on.or(Some(at));
            }
            rest = further;
        }
        Some(at)
    }

    /// The modules that each one takes something from, those inside it left out.
    fn arrows(&self) -> BTreeMap<&Module, BTreeSet<Module>> {
        let handed_on = Regex::new(r"\bpub(?:\([^)]*\))?\s+use\s+[^;]+;").unwrap();
        let import = import();
        let spelled = Regex::new(r"(?:^|[^\w:])([a-z_]\w*(?:::\w+)+)").unwrap();
        let mut arrows = BTreeMap::new();
        for (module, code) in &self.code {
            let mut paths: Vec<Vec<String>> = Vec::new();
            let mut imports = BTreeMap::new();
            let own = handed_on.replace_all(code, " ");
            for found in import.captures_iter(&own) {
                spread(&[], &found[1], &mut imports);
            }
            paths.extend(imports.into_values());
            for found in spelled.captures_iter(&import.replace_all(&own, " ")) {
                paths.push(found[1].split("::").map(str::to_owned).collect());
            }
            let led = paths.iter().filter_map(|path| self.lead(module, path));
            let others = led.filter(|other| !other.starts_with(module));
            arrows.insert(module, others.collect());
        }
        arrows
    }

    /// The arrows that are part of a circle, or lie between two.
    fn circles(&self) -> Vec<String> {
        let mut arrows = self.arrows();
        let count = |arrows: &BTreeMap<_, BTreeSet<_>>| -> usize {
            arrows.values().map(BTreeSet::len).sum()
        };
        loop {
            let before = count(&arrows);
            let starts: BTreeSet<Module> = arrows
                .iter()
                .filter(|(_, others)| !others.is_empty())
                .map(|(module, _)| (*module).clone())
                .collect();
            let ends: BTreeSet<Module> = arrows.values().flatten().cloned().collect();
            for (module, others) in &mut arrows {
                others.retain(|other| starts.contains(other) && ends.contains(*module));
            }
            if before == count(&arrows) {
                break;
            }
        }
        let left = arrows
            .iter()
            .flat_map(|(module, others)| others.iter().map(move |other| (module, other)));
        left.map(|(module, other)| format!("{} -> {}", module.join("::"), other.join("::")))
            .collect()
    }
}

fn import() -> Regex {
    Regex::new(r"\buse\s+([^;]+);").unwrap()
}

/// Adds what an import names, each name with its path: `a::{b, c as d}` are two.
fn spread(above: &[String], import: &str, imports: &mut BTreeMap<String, Vec<String>>) {
    let names = |path: &str| -> Vec<String> {
        let names = path.split("::").map(str::trim);
        names
            .filter(|name| !name.is_empty() && *name != "self")
            .map(str::to_owned)
            .collect()
    };
    let import = import.trim();
    if let Some((head, inner)) = import.split_once('{') {
        let above = [above, &names(head)].concat();
        let inner = inner.trim_end().strip_suffix('}').unwrap_or(inner);
        let mut depth = 0;
        let parts = inner.split(|sign| {
            depth += match sign {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            sign == ',' && depth == 0
        });
        for part in parts {
            spread(&above, part, imports);
        }
        return;
    }
    let (path, name) = import.split_once(" as ").unwrap_or((import, ""));
    let is_inside = path.starts_with("self::") && above.is_empty();
    let mut path = [above, &names(path)].concat();
    if is_inside {
        path.insert(0, "self".to_owned());
    }
    let Some(last) = path.last().filter(|_| !import.is_empty()) else {
        return;
    };
    let name = if name.is_empty() { last } else { name.trim() };
    imports.insert(name.to_owned(), path);
}

#[test]
fn no_module_imports_one_that_imports_it() {
    let mut circles = Vec::new();
    for package in fs::read_dir(root().join("crates")).unwrap() {
        let modules = Modules::of_package(&package.unwrap().path().join("src"));
        assert!(!modules.code.is_empty());
        circles.extend(modules.circles());
    }
    circles.extend(Modules::of_package(&root().join("src")).circles());
    assert!(circles.is_empty(), "in a circle:\n{}", circles.join("\n"));
}

#[test]
fn circles_are_found_through_what_is_handed_on() {
    let modules = |files: &[(&str, &str)]| {
        let mut modules = Modules::default();
        for (module, code) in files {
            let names = module.split("::").filter(|name| !name.is_empty());
            modules.add(names.map(str::to_owned).collect(), (*code).to_owned());
        }
        modules.circles()
    };
    let parent = (
        "",
        "mod minutes; mod papers; pub(crate) use papers::Papers;",
    );
    let minutes = ("minutes", "use super::{Papers, other::Thing as Else};");
    let quiet = ("papers", "use std::fmt;");
    assert_eq!(modules(&[parent, minutes, quiet]), [""; 0]);

    let circle = ["minutes -> papers", "papers -> minutes"];
    let imports = ("papers", "use crate::minutes::{self, Sent};");
    assert_eq!(modules(&[parent, minutes, imports]), circle);
    let spells = ("papers", "fn sent() { super::minutes::sent() }");
    assert_eq!(modules(&[parent, minutes, spells]), circle);
    let upwards = ("papers", "use super::*; fn held() { crate::held() }");
    assert_eq!(modules(&[parent, minutes, upwards]), [""; 0]);
}
