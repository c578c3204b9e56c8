//! What is asked of a charter, from the arguments.

use anyhow::{Result, anyhow, bail};
use charter_audit::audit::AuditScope;
use charter_audit::charter::Charter;
use closed_words::{Word as _, listed, nearest};
use engagement_records::record::{Party, Side};

use crate::{args, world};

/// What the arguments ask of a charter.
pub(crate) fn scope(args: &args::AuditArgs, charter: &Charter) -> Result<AuditScope> {
    if let (Some(since), Some(until)) = (args.since, args.until)
        && until < since
    {
        bail!("--until {until} is before --since {since}");
    }
    let side = args
        .party
        .as_deref()
        .map(|party| side(party, charter))
        .transpose()?;
    let mut clauses = Vec::new();
    for name in &args.clause {
        let before = clauses.len();
        clauses.extend(charter.clauses_called(name).map(|(at, _)| at));
        if clauses.len() == before {
            let known = charter.clauses.iter().map(|clause| &clause.id);
            return Err(unknown(name, "clause", known));
        }
    }
    Ok(AuditScope {
        as_of: world::as_of(args.as_of, &charter.calendar)?,
        since: args.since,
        until: args.until,
        side,
        clauses,
    })
}

fn side(party: &str, charter: &Charter) -> Result<Side> {
    if let Some(side) = Side::from_word(party) {
        return Ok(side);
    }
    charter
        .parties
        .find(party)
        .ok()
        .and_then(|id| charter.parties.side(id))
        .ok_or_else(|| {
            unknown(
                party,
                "party",
                charter.parties.iter().flat_map(Party::names),
            )
        })
}

/// What is not there, with what may have been meant.
fn unknown<W: AsRef<str>>(
    wrong: &str,
    what: &str,
    known: impl IntoIterator<Item = W>,
) -> anyhow::Error {
    let known: Vec<W> = known.into_iter().collect();
    let lower = wrong.to_lowercase();
    let begin: Vec<&str> = known
        .iter()
        .map(AsRef::as_ref)
        .filter(|name| name.to_lowercase().starts_with(&lower))
        .collect();
    if !begin.is_empty() {
        let all = listed(&begin, "or");
        return anyhow!("the charter has no {what} `{wrong}`; did you mean {all}?");
    }
    match nearest(wrong, known.iter().map(AsRef::as_ref)) {
        Some(near) => anyhow!("the charter has no {what} `{wrong}`; did you mean `{near}`?"),
        None => anyhow!(
            "the charter has no {what} `{wrong}`; it has {}",
            listed(&known, "and")
        ),
    }
}
