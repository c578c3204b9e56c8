//! Whether people were told what is asked of them, and what they get for it.
//!
//! ## Why
//!
//! Several meetings, or deciding together, ask a lot of families. Managing expectations means
//! saying how much time it takes, and showing that knowledge and skills are valued: expenses,
//! payment, thanks.
//!
//! ## How it is judged
//!
//! By project, where it has two or more engagements or claims the highest rung of the charter's
//! ladder: kept when its records say what was asked (`expectations.commitment_asked`) and how it was
//! recognised (`expectations.recognition`), in any of them. For a single engagement below that rung
//! the promise does not arise. It is due with the last engagement.
//!
//! What the forum held alone, and what came before the charter was signed, neither counts towards the
//! two nor claims a rung, but what was said there counts. `none` beside a record that says nothing
//! is no evidence, because there people may have been told; nor is what a record without a date
//! says.
//!
//! ## Parameters
//!
//! None.
//!
//! ## Examples
//!
//! ### kept, as of 2026-03-31
//!
//! ```yaml
//! title: First workshop
//! kind: workshop
//! project: short-breaks
//! date: 2026-02-26
//! expectations: { commitment_asked: two evenings, recognition: expenses paid }
//! ---
//! title: Second workshop
//! kind: workshop
//! project: short-breaks
//! date: 2026-03-26
//! ```
//!
//! ### no evidence, as of 2026-03-31
//!
//! People may have been told at the second workshop.
//!
//! ```yaml
//! title: First workshop
//! kind: workshop
//! project: short-breaks
//! date: 2026-02-26
//! expectations: { commitment_asked: two evenings, recognition: none }
//! ---
//! title: Second workshop
//! kind: workshop
//! project: short-breaks
//! date: 2026-03-26
//! ```
//!
//! ### not kept, as of 2026-03-31
//!
//! ```yaml
//! title: Shared design day
//! kind: workshop
//! date: 2026-02-26
//! ladder: coproduction
//! expectations: { commitment_asked: a day, recognition: none }
//! ```
//!
//! ### kept, as of 2026-03-31
//!
//! The forum said it, at a meeting of its own.
//!
//! ```yaml
//! title: First workshop
//! kind: workshop
//! project: short-breaks
//! organisers: [council]
//! date: 2026-02-26
//! ---
//! title: Second workshop
//! kind: workshop
//! project: short-breaks
//! organisers: [council]
//! date: 2026-03-26
//! ---
//! title: Forum evening
//! kind: forum-meeting
//! project: short-breaks
//! date: 2026-02-12
//! expectations: { commitment_asked: two evenings, recognition: expenses paid }
//! ```
//!
//! ### no evidence, as of 2026-03-31
//!
//! ```yaml
//! title: Shared design day
//! kind: workshop
//! date: 2026-02-26
//! ladder: coproduction
//! ```
//!
//! ### still to come, as of 2026-03-01
//!
//! ```yaml
//! title: First workshop
//! kind: workshop
//! project: short-breaks
//! date: 2026-02-26
//! ---
//! title: Second workshop
//! kind: workshop
//! project: short-breaks
//! date: 2026-03-26
//! ```
//!
//! ### does not apply, as of 2026-03-31
//!
//! ```yaml
//! title: Drop-in
//! kind: event
//! date: 2026-02-26
//! ```

use crate::rules::{Check, Context, NoEvidence, Project, Ruling, has_begun, over, unreadable};
use closed_words::listed;
use engagement_records::fields::{Answer, Field, Fields, Gap};
use engagement_records::record::{Engagement, Expectations};
use located::source::Span;
use plain_values::is_denial;
use working_days::day_and_year;

/// See the page above.
#[derive(Debug, Clone)]
pub struct ExpectationsSet;

/// What the records of a project say about one point.
#[derive(Clone, Copy)]
enum PointSaid {
    Words(Span),
    None(Span),
    Nothing(Gap),
    Unreadable(Span),
}

impl Check for ExpectationsSet {
    type About<'a> = &'a Project<'a>;
    const CODE: &'static str = "expectations-set";
    const PROMISE: &'static str = "Clear expectations";
    const FAILING: &'static str = "Unclear expectations";
    const FILE: &'static str = include_str!("expectations_set.rs");
    const SETTLED_BY_EVENT: bool = false;

    fn read(_: &mut Fields<'_, '_>) -> Self {
        ExpectationsSet
    }

    fn judge(&self, project: &Project<'_>, cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
        let Some(first) = project.engagements.first() else {
            return Ok(Ruling::does_not_apply("there is no engagement to judge"));
        };
        let highest = cx.ladder.last();
        let claims_highest = project.engagements.iter().any(|record| {
            record
                .ladder
                .get()
                .is_some_and(|rung| Some(rung) == highest)
        });
        if project.engagements.len() < 2 && !claims_highest {
            return Ok(Ruling::does_not_apply(
                "a single engagement below the highest rung asks little of people",
            ));
        }
        let points = [
            (
                "what was asked of people",
                said(project, cx, first.span, |it| &it.commitment_asked),
            ),
            (
                "how it was recognised",
                said(project, cx, first.span, |it| &it.recognition),
            ),
        ];
        if points
            .iter()
            .all(|(_, said)| matches!(said, PointSaid::Words(_)))
        {
            let ruling =
                Ruling::kept("people were told what was asked of them and how it was recognised");
            return Ok(points
                .iter()
                .fold(ruling, |ruling, (what, said)| match said {
                    PointSaid::Words(span) => ruling.at(*span, *what),
                    PointSaid::None(_) | PointSaid::Nothing(_) | PointSaid::Unreadable(_) => ruling,
                }));
        }
        let last = project.all();
        let last = last
            .filter_map(|record| record.ends_on(cx.as_of).get())
            .max();
        if let Some(last) = last.filter(|last| **last > cx.as_of) {
            let words = format!("people can still be told by {}", day_and_year(*last));
            return Ok(Ruling::still_to_come(*last, words)
                .to_do("say what is asked of people and what they get for it"));
        }
        // A record without a day says nothing of what had happened by now.
        for record in project.all() {
            over(record, cx)?;
        }
        missing(&points, cx)
    }
}

fn missing(points: &[(&'static str, PointSaid)], cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
    const REMEDY: &str = "Add the time and effort \
                          [expectations.commitment_asked|as `commitment_asked`|@] and expenses, \
                          payment or thanks [expectations.recognition].";
    let mut denied = Vec::new();
    let mut silent = Vec::new();
    for (what, said) in points {
        match said {
            PointSaid::Words(_) => {}
            PointSaid::None(span) => denied.push((*what, *span)),
            PointSaid::Nothing(gap) => silent.push((*what, *gap)),
            PointSaid::Unreadable(span) => return Err(unreadable(*span)),
        }
    }
    let names = |what: &mut dyn Iterator<Item = &'static str>| listed(what, "and");
    let gap = Gap::first(silent.iter().map(|(_, gap)| *gap));
    Ok(match (denied.first(), gap) {
        (Some((_, span)), _) => {
            let told = names(&mut denied.iter().map(|(what, _)| *what));
            Ruling::not_kept(format!("people were not told {told}")).at(*span, "none")
        }
        (None, Some(gap)) => {
            let said = names(&mut silent.iter().map(|(what, _)| *what));
            let words = format!("no record of this project says {said}");
            cx.silent(words, gap, "`expectations` belongs here")
        }
        (None, None) => Ruling::kept("people were told what was asked of them"),
    }
    .remedy(REMEDY))
}

/// What the engagements of a project say about one point; words in any of them count, and where one
/// says nothing, that one may be where people were told.
fn said(
    project: &Project<'_>,
    cx: &Context<'_>,
    first: Span,
    field: impl Fn(&Expectations) -> &Field<String>,
) -> PointSaid {
    let mut gaps = Vec::new();
    let (mut denied, mut unread) = (None, None);
    let begun = |record: &&Engagement| matches!(has_begun(record, cx), Ok(true));
    for record in project.all().filter(begun) {
        match record.expectations.inner(record.span, |it| field(it)) {
            Answer::Present(text, span) if is_denial(text) => denied = denied.or(Some(span)),
            Answer::Present(_, span) => return PointSaid::Words(span),
            Answer::Unreadable(span) => unread = unread.or(Some(span)),
            Answer::Missing(gap) => gaps.push(gap),
        }
    }
    match (unread, Gap::first(gaps), denied) {
        (Some(span), ..) => PointSaid::Unreadable(span),
        (None, None, Some(span)) => PointSaid::None(span),
        (None, gap, _) => PointSaid::Nothing(gap.unwrap_or(Gap::at(first))),
    }
}
