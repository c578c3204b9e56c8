//! The command that explains: clauses and rules, and fields of records.

use anyhow::{Result, anyhow};
use charter_audit::charter::{Charter, Examples};
use charter_audit::examples;
use charter_audit::render::{self, page};
use charter_audit::report::field_pages;
use charter_audit::report::{self, Outcome};
use charter_audit::rules::Rule;
use closed_words::{likeliest, listed, same_word};
use identifiers::redact::Redactor;
use located::diagnostic::Diagnostic;
use located::source::Sources;

use crate::input::{charter_calendar, charter_faults, charter_with_examples, hidden, say_faults};
use crate::{args, world};

/// What lists all fields.
const FIELDS: &str = "fields";

/// What says on which days schools are open.
const CALENDAR: &str = "calendar";

/// So many names are proposed for one that nobody knows, of promises and of fields.
const PROPOSED: usize = 3;

/// Explains what is asked for. Rules and fields do not come from the charter, so they are explained
/// even if it has faults.
pub(crate) fn run(args: &args::ExplainArgs) -> Result<Outcome> {
    if args
        .name
        .as_deref()
        .is_some_and(|name| same_word(name, CALENDAR))
    {
        return calendar(args);
    }
    let mut sources = Sources::default();
    let read = charter_with_examples(&mut sources, args.charter.as_ref())?;
    let (loaded, examples, faults) = match read {
        Ok((loaded, examples, faults)) => (Some(loaded), Some(examples), faults),
        Err(faults) => (None, None, faults),
    };
    let charter = loaded.as_ref().map(|loaded| &loaded.charter);
    let read = charter
        .zip(examples)
        .map(|(charter, examples)| CharterRead {
            charter,
            examples,
            sources: &sources,
            has_faults: !faults.is_empty(),
        });
    if let Some(text) = text(args.name.as_deref(), read)? {
        if charter.is_none() {
            world::say(
                "note: the charter has faults, so nothing is said of its promises; \
                 `charter-audit check` shows them\n",
            )?;
        }
        world::print_text(&text)?;
        return Ok(Outcome::Clean);
    }
    match (charter, &args.name) {
        (Some(charter), Some(name)) => hidden(Err(unknown(name, charter)), &charter.redactor),
        _ => charter_faults(&sources, &Redactor::default(), &faults, "explained"),
    }
}

/// Explains the calendar of the charter, whatever is wrong with the rest of it.
fn calendar(args: &args::ExplainArgs) -> Result<Outcome> {
    let mut sources = Sources::default();
    let read = charter_calendar(&mut sources, args.charter.as_ref())?;
    let (read, redactor) = match read {
        Ok(read) => read,
        Err(faults) => {
            return charter_faults(&sources, &Redactor::default(), &faults, "explained");
        }
    };
    say_faults(&sources, &redactor, &read.faults, &[], 0)?;
    let page = report::calendar::page(&read.calendar, &read.origin, &sources, &redactor);
    world::print_text(&render::calendar::calendar(&page))?;
    if read.faults.iter().any(Diagnostic::is_error) {
        world::say("error: the calendar has faults, so this is only what could be read of it\n")?;
        return Ok(Outcome::Incomplete);
    }
    Ok(Outcome::Clean)
}

/// The page that is asked for; nothing where nobody knows the name, as far as the charter can be
/// read.
fn text(name: Option<&str>, read: Option<CharterRead<'_>>) -> Result<Option<String>> {
    let charter = read.as_ref().map(|read| read.charter);
    let Some(name) = name else {
        let list = read.map(|read| page::clauses(read.charter, read.sources));
        return Ok(list);
    };
    if same_word(name, FIELDS) {
        return Ok(Some(page::fields(charter)));
    }
    let rule = Rule::pages().find(|page| page.names().iter().any(|known| same_word(known, name)));
    let promise = match read {
        Some(read) => read.clause(name, rule.is_some())?,
        None => None,
    };
    let promise = promise.or_else(|| rule.map(page::rule));
    let fields = field_pages::called(name, charter);
    Ok(match promise {
        Some(text) if fields.is_empty() => Some(text),
        Some(text) => Some(text + &page::also_fields(&fields)),
        None if fields.is_empty() => None,
        None => {
            let pages: Vec<String> = fields.iter().map(page::field).collect();
            Some(pages.join("\n"))
        }
    })
}

/// A charter without faults, with its examples.
struct CharterRead<'a> {
    charter: &'a Charter,
    examples: Examples,
    sources: &'a Sources,
    /// Whether some of the examples cannot be read.
    has_faults: bool,
}

impl CharterRead<'_> {
    /// The page of a clause by its id, or by a name that the charter gives to a rule of its own and
    /// no other rule has.
    fn clause(mut self, name: &str, is_rule: bool) -> Result<Option<String>> {
        let own = self.charter.clauses_called(name).next();
        let own = own.map(|(_, clause)| clause).filter(|_| !is_rule);
        let Some(clause) = self.charter.clause(name).or(own) else {
            return Ok(None);
        };
        if self.has_faults {
            world::say(
                "note: some examples of this charter cannot be read; `charter-audit test` says \
                 why\n",
            )?;
        }
        let examples = &mut self.examples.all;
        examples.retain(|example| example.clause.eq_ignore_ascii_case(&clause.id));
        let results = examples::run(examples, self.sources);
        Ok(Some(page::clause(
            self.charter,
            clause,
            &results,
            self.sources,
        )))
    }
}

/// A name that nobody knows, with what may have been meant.
fn unknown(name: &str, charter: &Charter) -> anyhow::Error {
    let promises = page::names(charter);
    let promises = likeliest(name, promises.iter().map(String::as_str), PROPOSED);
    let mut proposed: Vec<&str> = Vec::new();
    for likely in promises
        .into_iter()
        .chain(likeliest(name, field_pages::names(), PROPOSED))
    {
        if !proposed.iter().any(|known| same_word(known, likely)) {
            proposed.push(likely);
        }
    }
    if proposed.is_empty() {
        return anyhow!(
            "there is no clause, rule or field `{name}`; `charter-audit explain` lists the \
             clauses, and `charter-audit explain fields` all fields"
        );
    }
    let proposed = proposed.iter().map(|name| format!("`{name}`"));
    anyhow!(
        "there is no clause, rule or field `{name}`; did you mean {}?",
        listed(proposed, "or")
    )
}
