//! `calibrate`: whether the charter's numbers fit what was done, and what would change under others.

use anyhow::{Result, bail};
use charter_audit::render::calibrate::{self, CalibrateFormat};
use charter_audit::report::Outcome;

use crate::args::CalibrateArgs;
use crate::audit::{self, With};
use crate::input::{self, hidden};
use crate::outputs::Prints;
use crate::world;

pub(crate) fn run(args: CalibrateArgs) -> Result<Outcome> {
    let format = format(&args)?;
    let Some(input) = input::read_changed(&args.files, &args.set, args.with.as_deref())? else {
        return Ok(Outcome::Incomplete);
    };
    let redactor = input.charter.charter.redactor.clone();
    let with = With {
        baseline: None,
        ignore_elapsed: false,
        only_errors: true,
        says_how_it_ended: false,
        prints: Prints::WithoutFiles,
        file: &|report, _, out| out.write_all(&calibrate::calibrate(report, format)?),
    };
    let outcome = audit::answer(&args.audit(), &with, input, with.file);
    Ok(match hidden(outcome, &redactor)? {
        Outcome::Incomplete => Outcome::Incomplete,
        Outcome::Clean | Outcome::Findings => Outcome::Clean,
    })
}

fn format(args: &CalibrateArgs) -> Result<CalibrateFormat> {
    let named = args
        .output
        .as_ref()
        .map(|path| (path, CalibrateFormat::of_name(&path.to_string_lossy())));
    Ok(match (args.format, named) {
        (Some(format), _) | (None, Some((_, Some(format)))) => format,
        (None, None) => CalibrateFormat::Text,
        (None, Some((path, None))) => bail!(
            "the name of {} does not say in which format to write it: end it with .txt, .html or \
             .json, or say --format",
            world::name(path)
        ),
    })
}
