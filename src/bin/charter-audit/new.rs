//! `new`: a record to fill in.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};
use charter_audit::asking::{self, AskedField, TakesAnswers};
use charter_audit::audit::{AuditScope, audit};
use charter_audit::charter::{Charter, LoadedCharter};
use charter_audit::plan::{Draft, needed};
use charter_audit::report::{Outcome, Report, Threshold};
use chrono::NaiveDate;
use engagement_records::record::{KnownField, RecordType};
use identifiers::redact::{Redactor, is_unprintable};
use identifiers::safe;
use identifiers::text::SafeText;
use located::diagnostic::Diagnostic;
use located::source::Sources;

use crate::args::{FilesArgs, LimitArgs, NewArgs, What};
use crate::input::{self, Input, hidden, say_faults};
use crate::world::{self, Existing};

/// What is asked of an engagement: the rest is filled in once it is known.
const ASKED: [&str; 11] = [
    "title",
    "kind",
    "project",
    "organisers",
    "date",
    "start",
    "end",
    "opens",
    "closes",
    "audience",
    "venue.mode",
];

/// What stands at the top of a record.
const HEAD: &str = "# Fill in what is known, and leave blank what is not. `charter-audit check` judges it, and\n\
                    # `charter-audit due` says what is to be done next.\n";

pub(crate) fn run(args: &NewArgs) -> Result<Outcome> {
    let files = FilesArgs {
        paths: Vec::new(),
        input_format: None,
        charter: args.charter.clone(),
        names_file: None,
        limits: LimitArgs::default(),
    };
    let Some(input) = input::read(&files)? else {
        return Ok(Outcome::Incomplete);
    };
    let redactor = input.charter.charter.redactor.clone();
    hidden(answer(args, &input, &redactor), &redactor)
}

fn answer(args: &NewArgs, input: &Input, redactor: &Redactor) -> Result<Outcome> {
    if args.output.as_deref().is_some_and(world::is_standard_input) {
        bail!("`-` is no file; leave out -o to print the record");
    }
    let mut draft = begun(args)?;
    let is_asked = world::is_at_a_terminal();
    if is_asked && !asked(&mut draft, &input.charter, redactor)? {
        world::say("\nnothing was written: the questions were not answered to the end\n")?;
        return Ok(Outcome::Incomplete);
    }
    written(&draft, args.as_of, args.output.as_deref(), input)
}

/// Writes a record to fill in, never over another file.
pub(crate) fn written(
    draft: &Draft,
    as_of: Option<NaiveDate>,
    output: Option<&Path>,
    input: &Input,
) -> Result<Outcome> {
    let redactor = &input.charter.charter.redactor;
    if draft
        .to_yaml()
        .chars()
        .any(|sign| sign != '\n' && is_unprintable(sign))
    {
        bail!("what was given holds a sign that cannot be seen; type it again");
    }
    let mut sources = Sources::default();
    let faults = draft.read(&input.charter.charter, &mut sources).faults;
    if faults.iter().any(Diagnostic::is_error) {
        say_faults(&sources, redactor, &faults, &[], 0)?;
        world::say("error: the record would have faults, so nothing was written\n")?;
        return Ok(Outcome::Incomplete);
    }
    let text = format!("{HEAD}{}", text(as_of, draft, &input.charter)?);
    // What a record may not hold is not put into one.
    if redactor.redact_lines(&text).as_str() != text {
        bail!(
            "what was given may identify somebody; give titles, posts and groups, never a name, a \
             number or an address of a person"
        );
    }
    match output {
        Some(path) => {
            let (path, folder) = file(path, draft);
            let folders: Vec<&Path> = folder.into_iter().collect();
            world::into_files(&[(&path, text.as_bytes())], &folders, Existing::Stays)?;
            let name = redactor.redact_lines(&world::name(&path));
            world::say(safe!("wrote {}\n", name))?;
        }
        None => world::print(text.as_bytes())?,
    }
    Ok(Outcome::Clean)
}

/// The record as far as the options say it.
fn begun(args: &NewArgs) -> Result<Draft> {
    let mut draft = match args.what {
        Some(What::Other(kind)) => Draft::new(kind),
        Some(What::Engagement(kind)) => Draft::of(&args.engagement.proposal(Some(kind))),
        None => Draft::of(&args.engagement.proposal(None)),
    };
    if draft.kind != RecordType::Engagement {
        let proposal = args.engagement.proposal(None);
        let mut given = proposal.fields().into_iter().map(|(path, _)| path);
        let own = ["title", "project", "status"];
        if let Some(foreign) = given.find(|path| !own.contains(path)) {
            bail!("`{foreign}` is for engagements; give other fields with --set");
        }
        for (path, value) in [("title", &proposal.title), ("project", &proposal.project)] {
            if let Some(value) = value {
                draft.say(path, value).map_err(|why| anyhow!(why))?;
            }
        }
    }
    for (field, value) in &args.set {
        draft.say(field, value).map_err(|why| anyhow!(why))?;
    }
    Ok(draft)
}

/// Asks for what the options leave out; whether the questions came to their end.
fn asked(draft: &mut Draft, charter: &LoadedCharter, redactor: &Redactor) -> Result<bool> {
    let is_engagement = draft.kind == RecordType::Engagement;
    let fields: Vec<&'static KnownField> = draft
        .fields()
        .filter(|field| !is_engagement || ASKED.contains(&field.path.as_str()))
        .filter(|field| !draft.says(&field.path))
        .collect();
    let fields: Vec<AskedField> = fields
        .into_iter()
        .map(|field| AskedField {
            path: &field.path,
            meaning: field.spec.meaning,
            holds: &field.holds,
        })
        .collect();
    let mut answers = Answers {
        draft,
        charter: &charter.charter,
        redactor,
    };
    world::ask(|from, to| asking::ask_fields(&fields, &mut answers, from, to))
}

/// What is answered goes into the record at once, so that what is wrong with it is known.
struct Answers<'a> {
    draft: &'a mut Draft,
    charter: &'a Charter,
    redactor: &'a Redactor,
}

impl TakesAnswers for Answers<'_> {
    /// What is held on a day is not open from one day to another.
    fn wants(&self, field: &AskedField) -> bool {
        match field.path {
            "opens" | "closes" => !self.draft.is_held_on_a_day(),
            "date" | "start" | "end" => !self.draft.is_open_period(),
            _ => true,
        }
    }

    fn take(&mut self, field: &AskedField, said: &str) -> Result<(), SafeText> {
        let redactor = self.redactor;
        let known = self.draft.say(field.path, said);
        known.map_err(|why| redactor.redact(&why))?;
        let faults = self
            .draft
            .read(self.charter, &mut Sources::default())
            .faults;
        let Some(fault) = faults.iter().find(|fault| fault.is_error()) else {
            return Ok(());
        };
        self.draft.forget(field.path);
        let message = redactor.redact(&fault.message).capitalised();
        let help = fault.help.as_ref().map(|help| redactor.redact(help));
        let help = help.map_or_else(SafeText::default, |help| safe!(": {}", help));
        Err(safe!("{}{}.", message, help))
    }
}

/// The record with what it needs.
fn text(as_of: Option<NaiveDate>, draft: &Draft, charter: &LoadedCharter) -> Result<String> {
    let mut sources = Sources::default();
    let reading = draft.read(&charter.charter, &mut sources);
    let Some(record) = reading.records.engagements.first() else {
        let all = draft.fields().map(|field| field.path.clone()).collect();
        return Ok(draft.text(&all, &BTreeMap::new()));
    };
    let as_of = world::as_of(as_of, &charter.charter.calendar)?;
    let wanted: BTreeSet<String> = needed(&charter.charter, record, as_of);
    let scope = AuditScope::as_of(as_of);
    let audit = audit(&charter.charter, &reading.records, &sources, &scope, &());
    let threshold = Threshold {
        fail_on: None,
        strict: false,
        ignore_elapsed: false,
    };
    let report = Report::new(charter, &scope, &audit, &reading, &sources, threshold);
    let last_days = report.plan(record, None, None).last_days().into_iter();
    let last_days = last_days.map(|(field, words)| (field, words.to_string()));
    Ok(draft.text(&wanted, &last_days.collect()))
}

/// The file to write, with the folder that it lies in where only that was given: then it is named after
/// the day and the title. What has no ending is a folder, and is made where it is not there.
fn file<'p>(path: &'p Path, draft: &Draft) -> (PathBuf, Option<&'p Path>) {
    let is_file = path.extension().is_some() || world::is_there(path);
    if is_file && !world::is_folder(path) {
        return (path.to_owned(), None);
    }
    let file = path.join(format!("{}.yaml", draft.file_name()));
    (file, Some(path))
}
