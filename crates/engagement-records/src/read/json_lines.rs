//! JSON Lines: a record to a line. A line that is not well formed costs only itself.

use super::item::{Beside, Contents, Item, Job, Scan, Take};
use super::json::{self, Json};

/// The records of a file, each marked with the number of its line.
pub(super) fn scan(job: &Job<'_>, text: String, take: &mut Take<'_>) -> Scan {
    // No record begins like this: it is a list, whatever the file is called.
    if text.trim_start().starts_with('[') {
        return json::scan(job, text, take);
    }
    let lines = || {
        let lines = text.lines().enumerate();
        lines.filter(|(_, line)| !line.trim().is_empty())
    };
    let several = lines().nth(1).is_some();
    let mut json = Json::new(job, &text);
    let mut empty = true;
    let mut lost = false;
    for (at, line) in lines() {
        let Some(node) = json.value(line) else {
            lost = true;
            continue;
        };
        if !node.is_empty() {
            let mark = several.then(|| (at + 1).to_string());
            let mut item = Item::new(&node, mark, &text);
            let asides = json.asides.drain(..);
            item.beside = asides.map(Beside::from).collect();
            lost = !take(item, &mut json.faults) || lost;
            empty = false;
        }
    }
    let Json {
        mut faults,
        rewritten,
        ..
    } = json;
    if empty && faults.is_empty() {
        faults.push(job.no_record());
    }
    Scan {
        faults,
        rewritten,
        lost,
        ..Scan::of(Contents::Text(text))
    }
}
