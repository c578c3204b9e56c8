//! What shells and manuals know of this program, made from its arguments.

use anyhow::{Context as _, Result};
use charter_audit::report::Outcome;
use clap::CommandFactory as _;

use crate::{args, world};

const NAME: &str = "charter-audit";

/// Prints what a shell completes by.
pub(crate) fn completions(args: &args::CompletionsArgs) -> Result<Outcome> {
    let mut text = Vec::new();
    clap_complete::generate(args.shell, &mut args::Cli::command(), NAME, &mut text);
    world::print(&text)?;
    Ok(Outcome::Clean)
}

/// Prints the manual page of the program or of a command.
pub(crate) fn manual(args: &args::ManArgs) -> Result<Outcome> {
    let mut all = args::Cli::command();
    all.build();
    let command = match &args.command {
        None => all,
        Some(name) => all.find_subcommand(name).cloned().with_context(|| {
            format!("there is no command `{name}`; `charter-audit help` lists all")
        })?,
    };
    let mut page = Vec::new();
    clap_mangen::Man::new(command).render(&mut page)?;
    world::print(&page)?;
    Ok(Outcome::Clean)
}
