//! Whether families were told what could still be changed, and what could not.
//!
//! ## Why
//!
//! Nobody can influence what is already settled. The second of the Gunning principles asks for
//! enough information to answer with thought; a county's toolkit for coproduction asks of every
//! piece of work what was in and out of scope.
//!
//! ## How it is judged
//!
//! By project: kept when any of its engagements says what was open to change
//! (`scope_for_change.in`), the forum's own and those before the charter was signed included. An
//! engagement without a project is judged by itself. That nothing was open (`in: none`) is not what
//! was promised; beside a record that says nothing there is no evidence, because there it may have
//! been said. What was already settled (`out`) is a remark when it is missing. It is due with the
//! first engagement for which the promise holds. What a record without a date says is no evidence.
//!
//! ## Parameters
//!
//! None.
//!
//! ## Examples
//!
//! ### kept, as of 2026-03-01
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! scope_for_change: { in: [activities, hours], out: [total budget] }
//! ```
//!
//! ### not kept, as of 2026-03-01
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! scope_for_change: { in: none, out: [everything] }
//! ```
//!
//! ### no evidence, as of 2026-03-01
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! ```
//!
//! ### kept, as of 2026-03-01
//!
//! The forum said it, at a meeting of its own.
//!
//! ```yaml
//! title: Short breaks board
//! kind: meeting
//! project: short-breaks
//! organisers: [council]
//! date: 2026-02-26
//! ---
//! title: Forum evening
//! kind: forum-meeting
//! project: short-breaks
//! date: 2026-02-12
//! scope_for_change: { in: [activities, hours], out: [total budget] }
//! ```
//!
//! ### no evidence, as of 2026-03-01
//!
//! The workshop may have said what the board did not.
//!
//! ```yaml
//! title: Short breaks board
//! kind: meeting
//! project: short-breaks
//! date: 2026-02-26
//! scope_for_change: { in: none }
//! ---
//! title: Short breaks workshop
//! kind: workshop
//! project: short-breaks
//! date: 2026-02-12
//! ```
//!
//! ### still to come, as of 2026-02-25
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! ```

use crate::rules::{Check, Context, NoEvidence, Project, Ruling, has_begun, unreadable};
use engagement_records::fields::{Answer, Fields, Gap};
use engagement_records::record::Engagement;
use located::source::Span;
use plain_values::is_denial;
use working_days::day_and_year;

/// See the page above.
#[derive(Debug, Clone)]
pub struct ParametersSet;

impl Check for ParametersSet {
    type About<'a> = &'a Project<'a>;
    const CODE: &'static str = "parameters-set";
    const PROMISE: &'static str = "Room for change";
    const FAILING: &'static str = "No room for change";
    const FILE: &'static str = include_str!("parameters_set.rs");
    const SETTLED_BY_EVENT: bool = false;

    fn read(_: &mut Fields<'_, '_>) -> Self {
        ParametersSet
    }

    fn judge(&self, project: &Project<'_>, cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
        const REMEDY: &str = "Say what is open [scope_for_change.in], and what is settled \
                              [scope_for_change.out|as `out`|@]; tell families so with the next invitation.";
        let mut shown = Shown::default();
        for record in project.all() {
            if let Some(ruling) = shown.take(record, cx) {
                return Ok(ruling);
            }
        }
        if let Some(ruling) = still_to_come(project, cx) {
            return Ok(ruling);
        }
        match (shown.unknown, Gap::first(shown.silent), shown.denied) {
            (Some(unknown), ..) => Err(unknown),
            // One that is silent may be the one that said it.
            (None, Some(gap), _) => Ok(cx
                .silent(
                    "no record of this project says what could still be changed",
                    gap,
                    "`scope_for_change` is missing here",
                )
                .remedy(REMEDY)),
            (None, None, Some(span)) => Ok(Ruling::not_kept("nothing was open to change")
                .at(span, "nothing is open")
                .remedy(REMEDY)),
            (None, None, None) => Ok(Ruling::does_not_apply("there is no engagement to judge")),
        }
    }
}

/// What the engagements of a project show, as long as none says what was open.
#[derive(Default)]
struct Shown {
    denied: Option<Span>,
    silent: Vec<Gap>,
    /// Something that cannot be read, or a day that nobody knows.
    unknown: Option<NoEvidence>,
}

impl Shown {
    /// Takes what one engagement says; the answer where it says what was open.
    fn take(&mut self, record: &Engagement, cx: &Context<'_>) -> Option<Ruling> {
        match has_begun(record, cx) {
            Ok(true) => {}
            Ok(false) => return None,
            Err(unknown) => {
                self.unknown.get_or_insert(unknown);
                return None;
            }
        }
        let within = record
            .scope_for_change
            .inner(record.span, |scope| &scope.within);
        match within {
            Answer::Present(list, span) if list.iter().all(|one| is_denial(&one.value)) => {
                self.denied = self.denied.or(Some(span));
            }
            Answer::Present(_, span) => return Some(open_to_change(record, span)),
            Answer::Missing(gap) => self.silent.push(gap),
            Answer::Unreadable(span) => {
                self.unknown.get_or_insert_with(|| unreadable(span));
            }
        }
        None
    }
}

fn open_to_change(record: &Engagement, place: Span) -> Ruling {
    let ruling =
        Ruling::kept("families were told what could still be changed").at(place, "open to change");
    let out = record.scope_for_change.get();
    if out.is_some_and(|it| it.out.get().is_some()) {
        ruling
    } else {
        ruling.note("the record does not say what was already settled")
    }
}

/// The answer before the first engagement that owes it.
fn still_to_come(project: &Project<'_>, cx: &Context<'_>) -> Option<Ruling> {
    let owed = &project.engagements;
    let is_ahead = |record: &Engagement| matches!(has_begun(record, cx), Ok(false));
    if !owed.iter().all(|record| is_ahead(record)) {
        return None;
    }
    let days = owed
        .iter()
        .filter_map(|record| Some((*record.begins_on(cx.as_of).get()?, record.span)));
    let (day, place) = days.min()?;
    let words = format!("families can still be told by {}", day_and_year(day));
    let ruling = Ruling::still_to_come(day, words).at(place, "still to come");
    Some(ruling.to_do("say what families can still change"))
}
