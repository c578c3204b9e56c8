//! Laws that hold whatever the records are, so that they need no second opinion. Each is tried on random
//! folders under random charters; one that is broken prints the smallest folder that breaks it, once for
//! each promise and pair of verdicts.
//!
//! `LAW_CHANGES=10000` tries so many changes for each law instead of a hundred.

mod engagements;
mod evidence;
mod folder;
mod good;
mod later;
mod numbers;
mod others;
mod story;
mod stricter;
mod telling;
mod terms;
mod verdicts;
mod writing;
mod written;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use story::Story;
use verdicts::{About, Told, Verdicts, judged};
use writing::yaml_file;

use crate::dice::Dice;

/// Set to 10000 for the long run.
const CHANGES: &str = "LAW_CHANGES";

/// So many changes of each folder are tried.
const OF_EACH: usize = 5;

type After = Box<dyn Fn(&Story) -> Option<Verdicts>>;
type FirstBroken = Box<dyn Fn(&Story, &Verdicts, &Verdicts) -> Option<Broken>>;

/// A change of a folder, and what a law says about it.
struct Change {
    /// What is changed, for people.
    told: String,
    /// The verdicts after it; nothing where it cannot be made or the records are then at fault.
    after: After,
    /// The first verdict that breaks the law.
    broken: FirstBroken,
}

/// A verdict that breaks a law.
struct Broken {
    about: About,
    /// Before and after.
    pair: (Told, Option<Told>),
}

impl Broken {
    /// By which kind of breach it is known.
    fn key(&self) -> String {
        let after = self.pair.1.as_ref().map(|told| told.verdict);
        format!("{} {:?} {after:?}", self.about.clause, self.pair.0.verdict)
    }

    fn told(&self) -> String {
        verdicts::told(&self.about, &self.pair.0, self.pair.1.as_ref())
    }
}

/// The first verdict that is found to break a law, of those that there were before.
fn first_broken(
    before: &Verdicts,
    after: &Verdicts,
    is_broken: impl Fn(&About, &Told, Option<&Told>) -> bool,
) -> Option<Broken> {
    before.iter().find_map(|(about, told)| {
        let now = after.get(about);
        is_broken(about, told, now).then(|| Broken {
            about: about.clone(),
            pair: (told.clone(), now.cloned()),
        })
    })
}

/// Tries changes of random folders until there were enough of them.
fn hold<C: Into<Option<Change>>>(seed: u64, change: impl Fn(&mut Dice, &Story) -> C) {
    let count = std::env::var(CHANGES).map_or(100, |count| count.parse().unwrap());
    let mut dice = Dice(seed);
    let (mut tried, mut folders, mut unread) = (0, 0, 0);
    let mut stories: BTreeMap<String, String> = BTreeMap::new();
    while tried < count {
        let story = folder::random(&mut dice);
        folders += 1;
        let Some(before) = judged(&story) else {
            unread += 1;
            continue;
        };
        for _ in 0..OF_EACH {
            let Some(change) = change(&mut dice, &story).into() else {
                continue;
            };
            let Some(after) = (change.after)(&story) else {
                continue;
            };
            tried += 1;
            if let Some(broken) = (change.broken)(&story, &before, &after) {
                let key = broken.key();
                let smallest = || smallest(&story, &change, &broken);
                stories.entry(key).or_insert_with(smallest);
            }
        }
    }
    assert!(
        unread * 4 < folders,
        "{unread} of {folders} folders had faults"
    );
    assert!(stories.is_empty(), "{}", all(&stories));
}

fn all(stories: &BTreeMap<String, String>) -> String {
    let mut words = format!("the law is broken in {} ways\n", stories.len());
    for story in stories.values() {
        let _ = write!(words, "\n{story}");
    }
    words
}

/// The smallest folder that breaks the law in the same way, with the change and both verdicts.
fn smallest(story: &Story, change: &Change, broken: &Broken) -> String {
    let still = |story: &Story| {
        let before = judged(story)?;
        let after = (change.after)(story)?;
        let found = (change.broken)(story, &before, &after)?;
        (found.key() == broken.key()).then(|| found.told())
    };
    let (story, told) = story.clone().smallest(broken.told(), still);
    format!(
        "== {}\n# charter.yaml\n{}# records.yaml, as of {}\n{}# {}\n{told}\n",
        broken.key(),
        story.terms.text(),
        story.as_of,
        yaml_file(&story.records),
        change.told
    )
}
