//! What an audit is measured against, each on one thread: reading the files; reading them and the
//! events of the YAML parser; and ten promises as expressions, judged by an interpreter of CEL.

use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};
use cel::{Context, Program};
use chrono::NaiveDate;
use granit_parser::Parser;
use serde_json::Value;

/// Does it once, and gives how much of it there was: bytes, events, or files in which a promise was
/// not kept.
pub(crate) fn run(name: &str, files: &[PathBuf]) -> Result<usize> {
    let texts = files.iter().map(|path| {
        let text = std::fs::read_to_string(path);
        text.with_context(|| format!("cannot read {}", path.display()))
    });
    match name {
        "read" => texts.map(|text| Ok(text?.len())).sum(),
        "events" => texts
            .map(|text| Ok(Parser::new_from_str(&text?).map_while(Result::ok).count()))
            .sum(),
        "cel" => {
            let programs: Vec<Program> = PROMISES
                .iter()
                .map(|promise| Program::compile(promise).with_context(|| (*promise).to_owned()))
                .collect::<Result<_>>()?;
            texts
                .map(|text| Ok(usize::from(falls_short(&programs, &text?)?)))
                .sum()
        }
        _ => bail!("`{name}` is none of read, events and cel"),
    }
}

/// Ten promises about one record, as somebody would write them who has nothing but expressions. How
/// many days lie between two days, expressions without a calendar cannot say, so they are given.
const PROMISES: [&str; 10] = [
    "!has(r.notice) || !has(r.notice.sent) || notice > 14",
    "!has(r.papers) || !has(r.papers.sent) || papers > 5",
    "!has(r.feedback) || !has(r.feedback.sent) || feedback <= 28",
    "has(r.notice) && has(r.notice.purpose) && r.notice.purpose.size() > 0",
    "has(r.forum) && has(r.forum.invited)",
    "!has(r.audience) || 'cyp' in r.audience",
    "!has(r.start) || r.start >= '09:30' && r.start <= '14:30'",
    "!has(r.venue) || !has(r.venue.access) || !has(r.venue.access.step_free) || r.venue.access.step_free == 'yes'",
    "has(r.contact) && r.contact.size() > 0",
    "!has(r.status) || r.status == 'held' || r.status == 'planned' || r.status == 'cancelled'",
];

/// Whether a record falls short of one of the promises.
fn falls_short(programs: &[Program], text: &str) -> Result<bool> {
    let record: Value = serde_yaml::from_str(text)?;
    let mut context = Context::default();
    let day = |path: &str| -> Option<NaiveDate> { record.pointer(path)?.as_str()?.parse().ok() };
    let event = day("/date").or(day("/opens"));
    let between = |from: Option<NaiveDate>, to: Option<NaiveDate>| {
        to.zip(from).map_or(0, |(to, from)| (to - from).num_days())
    };
    context.add_variable("notice", between(day("/notice/sent"), event))?;
    context.add_variable("papers", between(day("/papers/sent"), event))?;
    context.add_variable("feedback", between(event, day("/feedback/sent")))?;
    context.add_variable("r", &record)?;
    // An expression that meets a word where it expects a group has no value, and is not kept either.
    let is_kept = |program: &Program| {
        let kept = program.execute(&context);
        kept.is_ok_and(|kept| kept == cel::Value::Bool(true))
    };
    Ok(!programs.iter().all(is_kept))
}
