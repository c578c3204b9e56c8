//! Whether children and young people were involved in a decision.
//!
//! ## Why
//!
//! Article 12 of the United Nations Convention on the Rights of the Child gives every child a say
//! in what affects them, and the SEND Regulations 2014, regulation 54, name children and young
//! people beside their parents. Parents who come are no evidence for them: from sixteen on, a
//! young person is asked directly.
//!
//! ## How it is judged
//!
//! By decision: all engagements with the same `project` are taken together, and the promise is
//! kept when any of them involved children and young people (`cyp.involved`). An engagement
//! without a project is judged by itself. Where it would not have been right to involve them, the
//! record says why (`cyp.not_appropriate`) and what was done instead. It is due once the last
//! engagement and the last decision of the project are over.
//!
//! ## Parameters
//!
//! None.
//!
//! ## Examples
//!
//! ### met, as of 2026-03-01
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! cyp: { involved: yes, method: photo diaries }
//! ```
//!
//! ### met, as of 2026-03-01
//!
//! Another engagement of the same project involved them.
//!
//! ```yaml
//! title: Short breaks board
//! kind: meeting
//! project: short-breaks
//! date: 2026-02-26
//! cyp: no
//! ---
//! title: Young people's panel
//! kind: workshop
//! project: short-breaks
//! date: 2026-02-12
//! cyp: { involved: yes }
//! ```
//!
//! ### not met, as of 2026-03-01
//!
//! Parents came, but the shipped charter says that silence means no children.
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! attendance: { parents: 12 }
//! ```
//!
//! ### not met, as of 2026-03-01
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! cyp: { involved: no }
//! ```
//!
//! ### not evidenced, as of 2026-03-01
//!
//! The date is missing, so nobody can say whether the day has come.
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! ```
//!
//! ### not yet due, as of 2026-02-26
//!
//! The board is still to decide.
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! project: short-breaks
//! date: 2026-02-26
//! ---
//! title: Short breaks board
//! kind: meeting
//! project: short-breaks
//! date: 2026-03-26
//! ```
//!
//! ### not applicable, as of 2026-03-01
//!
//! ```yaml
//! title: Bereavement support review
//! kind: workshop
//! date: 2026-02-26
//! cyp: { not_appropriate: too close to the families' loss, alternative: views gathered later by a counsellor }
//! ```

use chrono::NaiveDate;

use super::{Check, Context, Project, Ruling, unreadable};
use crate::calendar::day_and_year;
use crate::fields::{Answer, Fields};
use crate::record::Engagement;
use crate::source::Span;

/// See the page above.
#[derive(Debug, Clone)]
pub struct CypInvolved;

/// What one engagement says.
enum Says {
    Involved(Span),
    NotAppropriate(Span, bool),
    No(Span),
    Nothing(Span),
    Unreadable(Span),
    StillToCome(NaiveDate, Span),
    Undated(Span),
}

impl Check for CypInvolved {
    type About<'a> = &'a Project<'a>;
    const NAME: &'static str = "cyp-involved";
    const TITLE: &'static str = "Children and young people involved";
    const FILE: &'static str = include_str!("cyp_involved.rs");
    const SETTLED_BY_EVENT: bool = false;

    fn read(_: &mut Fields<'_, '_>) -> Self {
        CypInvolved
    }

    fn judge(&self, project: &Project<'_>, cx: &Context<'_>) -> Result<Ruling, Ruling> {
        let said: Vec<(&Engagement, Says)> = project
            .engagements
            .iter()
            .map(|record| (*record, says(record, cx.as_of)))
            .collect();
        if let Some((record, Says::Involved(span))) = said
            .iter()
            .find(|(_, says)| matches!(says, Says::Involved(_)))
        {
            let words = if project.name.is_some() {
                format!(
                    "children and young people were involved in “{}”",
                    record.name()
                )
            } else {
                "children and young people were involved".to_owned()
            };
            return Ok(Ruling::met(words).at(*span, "involved here"));
        }
        if let Some(ruling) = still_to_come(project, cx, &said) {
            return Ok(ruling);
        }
        let undecided = project
            .decisions
            .iter()
            .find_map(|decision| decision.decided.unreadable());
        if let Some(span) = undecided {
            return Err(unreadable(span));
        }
        if let Some(span) = said.iter().find_map(|(_, says)| {
            if let Says::Unreadable(span) = says {
                Some(*span)
            } else {
                None
            }
        }) {
            return Err(unreadable(span));
        }
        if let Some(ruling) = undated(&said) {
            return Err(ruling);
        }
        Ok(none_involved(cx, &said))
    }
}

fn says(record: &Engagement, as_of: NaiveDate) -> Says {
    let cyp = record.cyp.get();
    let involved = record.cyp.inner(record.span, |cyp| &cyp.involved);
    let reason = cyp.and_then(|cyp| cyp.not_appropriate.words());
    let unread = cyp.and_then(|cyp| cyp.not_appropriate.unreadable());
    match (record.ends_on(as_of), involved) {
        (Answer::Said(day, span), _) if *day > as_of => Says::StillToCome(*day, span),
        (Answer::Unreadable(span), _) | (_, Answer::Unreadable(span)) => Says::Unreadable(span),
        (_, Answer::Said(true, span)) => Says::Involved(span),
        (Answer::Silent(span), _) => Says::Undated(span),
        (Answer::Said(..), answer) => match (reason, unread, answer) {
            (Some(reason), _, _) => {
                let alternative = cyp.is_some_and(|cyp| cyp.alternative.words().is_some());
                Says::NotAppropriate(reason.span, alternative)
            }
            (None, Some(span), _) => Says::Unreadable(span),
            (None, None, Answer::Said(..)) => Says::No(answer.span()),
            (None, None, _) => Says::Nothing(answer.span()),
        },
    }
}

/// While anything of the project is still to come, children can still be involved in it.
fn still_to_come(
    project: &Project<'_>,
    cx: &Context<'_>,
    said: &[(&Engagement, Says)],
) -> Option<Ruling> {
    let engagements = said.iter().filter_map(|(_, says)| {
        if let Says::StillToCome(day, span) = says {
            Some((*day, *span))
        } else {
            None
        }
    });
    let decisions = project.decisions.iter().filter_map(|decision| {
        let decided = decision.decided.spanned()?;
        (decided.value > cx.as_of).then_some((decided.value, decided.span))
    });
    let (day, span) = engagements.chain(decisions).max_by_key(|(day, _)| *day)?;
    let words = format!(
        "children and young people can still be involved until {}",
        day_and_year(day)
    );
    Some(Ruling::not_yet_due(day, words).at(span, "still to come"))
}

fn undated(said: &[(&Engagement, Says)]) -> Option<Ruling> {
    said.iter().find_map(|(_, says)| {
        if let Says::Undated(span) = says {
            Some(
                Ruling::not_evidenced(
                    "the record gives no date, so nobody can say whether it is over",
                )
                .at(*span, "the date is missing here"),
            )
        } else {
            None
        }
    })
}

fn none_involved(cx: &Context<'_>, said: &[(&Engagement, Says)]) -> Ruling {
    const REMEDY: &str = "Where the matter is still open, ask children and young people now, in a \
                          way that suits them. If it was not right to ask them, say why as \
                          `not_appropriate` under `cyp`, and what was done instead.";
    if let Some(ruling) = not_appropriate(said) {
        return ruling;
    }
    let words = if said.len() > 1 {
        format!(
            "none of the {} engagements of this project involved children and young people",
            said.len()
        )
    } else {
        "children and young people were not involved".to_owned()
    };
    let mut places = said.iter().filter_map(|(_, says)| match says {
        Says::No(span) => Some((*span, "not involved")),
        Says::Nothing(span) => Some((*span, "nothing about children and young people here")),
        Says::Involved(_)
        | Says::NotAppropriate(..)
        | Says::Unreadable(_)
        | Says::StillToCome(..)
        | Says::Undated(_) => None,
    });
    let denied = said.iter().any(|(_, says)| matches!(says, Says::No(_)));
    let ruling = match places.next() {
        Some((span, label)) if !denied => {
            let silent = if said.len() > 1 {
                format!(
                    "none of the {} records of this project says that children and young people \
                     were involved",
                    said.len()
                )
            } else {
                "the record does not say that children and young people were involved".to_owned()
            };
            cx.silent(silent, span, label)
        }
        Some((span, label)) => Ruling::not_met(words).at(span, label),
        None => Ruling::not_met(words),
    };
    places
        .fold(ruling, |ruling, (span, label)| ruling.at(span, label))
        .remedy(REMEDY)
}

/// The answer where every record says why it would not have been right.
fn not_appropriate(said: &[(&Engagement, Says)]) -> Option<Ruling> {
    let mut first = None;
    let mut all_alternatives = true;
    for (_, says) in said {
        let Says::NotAppropriate(span, alternative) = says else {
            return None;
        };
        first = first.or(Some(*span));
        all_alternatives = all_alternatives && *alternative;
    }
    let ruling = Ruling::not_applicable(
        "it would not have been right to involve children and young people, and the record says \
         why",
    )
    .at(first?, "the reason");
    Some(if all_alternatives {
        ruling
    } else {
        ruling.note("the record does not say what was done instead")
    })
}
