//! `due`: what is to be done, by whom and by when.

use std::cell::Cell;
use std::io;

use anyhow::{Result, bail};
use charter_audit::render::due::{self, DueFormat};
use charter_audit::report::{self, DueWindow, Outcome, Report};

use crate::args::DueArgs;
use crate::audit::{self, With};
use crate::outputs::Prints;
use crate::world;

pub(crate) fn run(args: DueArgs) -> Result<Outcome> {
    let named = args
        .output
        .as_ref()
        .map(|path| (path, DueFormat::of_name(&path.to_string_lossy())));
    let format = match (args.format, named) {
        (Some(format), _) | (None, Some((_, Some(format)))) => format,
        (None, None) => DueFormat::Text,
        (None, Some((path, None))) => bail!(
            "the name of {} does not say in which format to write it: end it with .txt, .json, .csv or \
             .ics, or say --format",
            world::name(path)
        ),
    };
    if args.alarm.is_some() && format != DueFormat::Ics {
        bail!("--alarm is for calendars: write to a file that ends in .ics, or say --format ics");
    }
    let (due_by, within, only_overdue, alarm) =
        (args.due_by, args.within, args.overdue, args.alarm);
    let is_overdue = Cell::new(false);
    let list = |report: &Report<'_>| -> io::Result<Vec<u8>> {
        let until = match within {
            Some(within) => Some(report.day_within(within).map_err(|_| beyond())?),
            None => due_by,
        };
        let window = DueWindow {
            until,
            only_overdue,
        };
        let tasks = report::due(report, window);
        is_overdue.set(tasks.iter().any(report::Task::is_overdue));
        due::due(report, &tasks, window, format, alarm)
    };
    let with = With {
        baseline: None,
        ignore_elapsed: false,
        only_errors: true,
        says_how_it_ended: false,
        prints: Prints::WithoutFiles,
        file: &|report, _, out| out.write_all(&list(report)?),
    };
    let outcome = audit::run(&args.audit(), &with, with.file)?;
    Ok(match outcome {
        Outcome::Incomplete => Outcome::Incomplete,
        Outcome::Clean | Outcome::Findings if only_overdue && is_overdue.get() => Outcome::Findings,
        Outcome::Clean | Outcome::Findings => Outcome::Clean,
    })
}

fn beyond() -> io::Error {
    io::Error::other("--within reaches beyond the years of which the bank holidays are known")
}
