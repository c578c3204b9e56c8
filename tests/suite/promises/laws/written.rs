//! How records are written, in which files, and what a project is called changes no verdict.

use engagement_records::record::SubjectKind;

use super::story::{Record, Story, Value};
use super::verdicts::{About, Verdicts, judged, judged_as};
use super::writing::{csv_file, fits_a_table, json_file, yaml_file};
use super::{Change, first_broken, hold};
use crate::dice::Dice;

/// Verdicts are the same, but for those about a file; words may name other files and projects.
fn same(before: &Verdicts, after: &Verdicts) -> Option<super::Broken> {
    first_broken(before, after, |about, told, now| {
        let same =
            now.is_some_and(|now| (now.verdict, now.severity) == (told.verdict, told.severity));
        about.kind != SubjectKind::File && !same
    })
}

type Writer = fn(&[Record]) -> String;

/// Each record goes into one of several files, each of its own format.
fn in_other_files(dice: &mut Dice, story: &Story) -> Change {
    const WRITERS: &[(&str, Writer)] = &[
        ("a.yaml", yaml_file),
        ("b.json", json_file),
        ("c.csv", csv_file),
        ("d.yaml", yaml_file),
    ];
    let places: Vec<(String, usize)> = story
        .records
        .iter()
        .map(|record| (record.id().to_owned(), dice.below(WRITERS.len())))
        .collect();
    let files = move |story: &Story| {
        let mut files = Vec::new();
        for (at, (name, write)) in WRITERS.iter().enumerate() {
            let lies_here = |record: &&Record| {
                let place = places.iter().find(|(id, _)| id == record.id());
                let place = place.map_or(0, |(_, at)| *at);
                let place = if place == 2 && !fits_a_table(record) {
                    0
                } else {
                    place
                };
                place == at
            };
            let here: Vec<Record> = story.records.iter().filter(lies_here).cloned().collect();
            if !here.is_empty() {
                files.push(((*name).to_owned(), write(&here)));
            }
        }
        files
    };
    let told = files(story);
    let told = told.iter().map(|(name, text)| format!("{name}\n{text}\n"));
    Change {
        told: format!("in other files:\n{}", told.collect::<String>()),
        after: Box::new(move |story| {
            let files = files(story);
            Some(judged_as(story, &files).unwrap_or_else(|faults| panic!("{files:#?}{faults}")))
        }),
        broken: Box::new(|_, before, after| same(before, after)),
    }
}

fn renamed(story: &Story, from: &str, to: &str) -> Story {
    let mut story = story.clone();
    for record in &mut story.records {
        if record.says("project", from) {
            record.set("project", Value::plain(to));
        }
    }
    story
}

fn with_a_project_renamed(dice: &mut Dice, _: &Story) -> Change {
    let from = *dice.one_of(super::folder::PROJECTS);
    let to = *dice.one_of(&["holiday clubs", "zebra", "Übergänge", "a"]);
    Change {
        told: format!("{from} is called {to} everywhere"),
        after: Box::new(move |story| {
            let after = judged(&renamed(story, from, to))?;
            let old_name = |mut about: About| {
                if about.kind == SubjectKind::Project && about.id == to {
                    from.clone_into(&mut about.id);
                }
                about
            };
            Some(
                after
                    .into_iter()
                    .map(|(about, told)| (old_name(about), told))
                    .collect(),
            )
        }),
        broken: Box::new(|_, before, after| same(before, after)),
    }
}

#[test]
fn records_in_other_files_have_the_same_verdicts() {
    hold(0x0F11_E500, in_other_files);
}

#[test]
fn a_project_by_another_name_has_the_same_verdicts() {
    hold(0x0807_E11E, with_a_project_renamed);
}
