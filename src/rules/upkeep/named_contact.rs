//! Whether the forum had a named point of contact on every day that mattered.
//!
//! ## Why
//!
//! Without somebody to write to, no other promise can be called in. A London borough's
//! consultation charter promises a named contact for each consultation; how long a gap may be when
//! people change posts is a proposal of this program.
//!
//! ## How it is judged
//!
//! By party, from its register (`record: contact`): a post or a role mailbox, from a day to a day.
//! Between the first record and the date of the audit there must be a contact on the day of every
//! engagement, request and decision, and no gap longer than the standard. Having none at the date of the audit, after a gap
//! that is longer, is a breach. An empty register is no evidence.
//!
//! ## Parameters
//!
//! - `gap`: how long the forum may be without a contact; 20 working days when it is left out.
//!
//! ## Examples
//!
//! ### kept, as of 2026-03-31
//!
//! ```yaml
//! { record: contact, party: council, post: participation officer,
//!   mailbox: participation@example.org, from: 2025-01-06 }
//! ---
//! { title: Short breaks workshop, kind: workshop, date: 2026-02-26 }
//! ```
//!
//! ### kept, as of 2026-03-31
//!
//! The post was empty for 19 working days, and nothing took place on them.
//!
//! ```yaml
//! { record: contact, party: council, post: participation officer, from: 2025-01-06,
//!   until: 2026-01-30 }
//! ---
//! { record: contact, id: next, party: council, post: engagement officer, from: 2026-02-27 }
//! ---
//! { title: First workshop, kind: workshop, date: 2026-01-20 }
//! ---
//! { title: Second workshop, kind: workshop, date: 2026-03-10 }
//! ```
//!
//! ### not kept, as of 2026-03-31
//!
//! Nobody was there on the day of the workshop.
//!
//! ```yaml
//! { record: contact, party: council, post: participation officer, from: 2025-01-06,
//!   until: 2026-01-30 }
//! ---
//! { record: contact, id: next, party: council, post: engagement officer, from: 2026-02-27 }
//! ---
//! { title: First workshop, kind: workshop, date: 2026-01-20 }
//! ---
//! { title: Second workshop, kind: workshop, date: 2026-02-26 }
//! ```
//!
//! ### not kept, as of 2026-03-31
//!
//! A breach: the post has been empty since January.
//!
//! ```yaml
//! { record: contact, party: council, post: participation officer, from: 2025-01-06,
//!   until: 2026-01-30 }
//! ---
//! { title: First workshop, kind: workshop, date: 2026-01-20 }
//! ```
//!
//! ### no evidence, as of 2026-03-31
//!
//! ```yaml
//! { title: First workshop, kind: workshop, date: 2026-01-20 }
//! ```
//!
//! ### does not apply, as of 2026-01-19
//!
//! Nothing had happened yet.
//!
//! ```yaml
//! { title: First workshop, kind: workshop, date: 2026-01-20 }
//! ```
//!
//! ### not kept, as of 2026-03-31
//!
//! The post was empty for a short time only, but something was decided in it.
//!
//! ```yaml
//! { record: contact, party: council, post: participation officer, from: 2025-01-06,
//!   until: 2026-02-20 }
//! ---
//! { record: contact, id: next, party: council, post: engagement officer, from: 2026-03-02 }
//! ---
//! { title: First workshop, kind: workshop, date: 2026-01-20 }
//! ---
//! { record: decision, title: New short breaks contract, decided: 2026-02-26 }
//! ```

use chrono::NaiveDate;

use crate::rules::{Check, Context, NoEvidence, Ruling, Severity, Signatory, unreadable};
use engagement_records::fields::{Answer, Fields, Gap};
use located::source::Span;
use working_days::{Duration, NotCovered, Unit, count_of, day_and_year};

/// See the page above.
#[derive(Debug, Clone)]
pub struct NamedContact {
    gap: Duration,
}

/// Days on which there is a contact; open at the end while it lasts.
#[derive(Clone, Copy)]
struct Stay {
    from: NaiveDate,
    until: Option<NaiveDate>,
    place: Span,
}

/// Days without a contact, the first and the last.
struct Vacancy {
    first: NaiveDate,
    last: NaiveDate,
    place: Span,
}

impl Check for NamedContact {
    type About<'a> = &'a Signatory<'a>;
    const CODE: &'static str = "named-contact";
    const PROMISE: &'static str = "Named contact";
    const FAILING: &'static str = "No named contact";
    const FILE: &'static str = include_str!("named_contact.rs");
    const SETTLED_BY_EVENT: bool = false;

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        NamedContact {
            gap: fields
                .duration("gap")
                .get()
                .copied()
                .unwrap_or(Duration::new(20, Unit::WorkingDays)),
        }
    }

    fn asks(&self) -> Option<String> {
        Some(format!("no more than {} without a contact", self.gap))
    }

    fn judge(&self, signatory: &Signatory<'_>, cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
        // Before a party was bound it owed nobody a contact.
        let bound = cx.since.max(signatory.party.signed.get().copied());
        let mut days = signatory.days.clone();
        days.retain(|(day, _)| bound.is_none_or(|bound| bound <= *day));
        let Some((first, _)) = days.first().copied() else {
            return Ok(Ruling::does_not_apply(
                "nothing had happened yet that a contact was needed for",
            ));
        };
        let stays = stays(signatory, cx)?;
        let name = &signatory.party.name;
        if stays.is_empty() {
            return Ok(cx
                .silent(
                    format!("no record names a point of contact of {name}"),
                    Gap::at(signatory.party.span),
                    "no `record: contact` for this party",
                )
                .remedy("Write a record with `record: contact`: the party, the post or role mailbox, and `from`."));
        }
        let mut broken = Vec::new();
        for gap in gaps(&stays, first, cx.as_of) {
            broken.extend(self.missed(gap, &days, cx)?);
        }
        // A gap that still lasts weighs most; otherwise the first one is told.
        let worst = broken
            .iter()
            .find(|missed| missed.severity == Severity::Breach)
            .or(broken.first());
        if let Some(missed) = worst {
            return Ok(self.not_kept(missed, name, broken.len()));
        }
        let place = stays
            .first()
            .map_or(signatory.party.span, |stay| stay.place);
        Ok(Ruling::kept(format!(
            "{name} had a contact from {} to {}",
            day_and_year(first),
            day_and_year(cx.as_of)
        ))
        .at(place, "the contact"))
    }
}

/// A gap that breaks the promise.
struct FailingVacancy {
    gap: Vacancy,
    length: i64,
    severity: Severity,
    /// The place of a record on whose day there was nobody.
    hit: Option<Span>,
}

impl NamedContact {
    /// A gap counts when it is longer than the standard, or when something took place in it.
    fn missed(
        &self,
        gap: Vacancy,
        days: &[(NaiveDate, Span)],
        cx: &Context<'_>,
    ) -> Result<Option<FailingVacancy>, NotCovered> {
        let length = cx.calendar.open_for(gap.first, gap.last, self.gap.unit)?;
        let hit = days
            .iter()
            .find(|(day, _)| gap.first <= *day && *day <= gap.last)
            .map(|(_, place)| *place);
        let long = length > i64::from(self.gap.count);
        let severity = if long && gap.last == cx.as_of {
            Severity::Breach
        } else {
            Severity::Concern
        };
        Ok((long || hit.is_some()).then_some(FailingVacancy {
            gap,
            length,
            severity,
            hit,
        }))
    }

    fn not_kept(&self, missed: &FailingVacancy, name: &str, gaps: usize) -> Ruling {
        let words = format!(
            "{name} had no contact from {} to {}: {}; standard {}",
            day_and_year(missed.gap.first),
            day_and_year(missed.gap.last),
            count_of(missed.length, self.gap.unit.plural()),
            self.gap
        );
        let mut ruling = Ruling::not_kept(words)
            .severity(Some(missed.severity))
            .at(missed.gap.place, "the contact before the gap")
            .remedy(
                "Name a contact now, and for the next change of post name somebody to stand in.",
            );
        // A gap that still lasts.
        if missed.severity == Severity::Breach {
            ruling = ruling.to_do("name a point of contact");
        }
        if let Some(place) = missed.hit {
            ruling = ruling.at(place, "nobody to contact on this day");
        }
        match gaps.checked_sub(1) {
            Some(more) if more > 0 => {
                let more = i64::try_from(more).unwrap_or(i64::MAX);
                ruling.note(format!(
                    "there was no contact {} more",
                    count_of(more, "times")
                ))
            }
            _ => ruling,
        }
    }
}

/// When a party had somebody to contact, by first day. What nobody can be reached by does not count.
fn stays(signatory: &Signatory<'_>, cx: &Context<'_>) -> Result<Vec<Stay>, NoEvidence> {
    let mut stays = Vec::new();
    for contact in &signatory.contacts {
        if contact.post.get().is_none() && contact.mailbox.get().is_none() {
            continue;
        }
        match (
            contact.from.answer(contact.span),
            contact.until.answer(contact.span),
        ) {
            (Answer::Unreadable(span), _) | (_, Answer::Unreadable(span)) => {
                return Err(unreadable(span));
            }
            (Answer::Missing(gap), _) => {
                return Err(NoEvidence::new(
                    "the register does not say since when there is this contact",
                )
                .gap(gap, "`from` is missing here")
                .remedy("Add the first day [from]."));
            }
            (Answer::Present(from, place), until) if *from <= cx.as_of => stays.push(Stay {
                from: *from,
                until: until.get().copied(),
                place,
            }),
            (Answer::Present(..), _) => {}
        }
    }
    stays.sort_by_key(|stay| stay.from);
    Ok(stays)
}

/// The days without a contact from the first day to the last, in order.
fn gaps(stays: &[Stay], first: NaiveDate, last: NaiveDate) -> Vec<Vacancy> {
    let mut gaps = Vec::new();
    // The first day that no contact so far covers, and the contact before it.
    let mut open = first;
    let mut before = stays.first().map(|stay| stay.place);
    for stay in stays {
        if let (true, Some(end), Some(place)) = (open < stay.from, stay.from.pred_opt(), before) {
            gaps.push(Vacancy {
                first: open,
                last: end.min(last),
                place,
            });
        }
        let Some(until) = stay.until else {
            return gaps;
        };
        if until >= open {
            open = until.succ_opt().unwrap_or(until);
            before = Some(stay.place);
        }
    }
    if let (true, Some(place)) = (open <= last, before) {
        gaps.push(Vacancy {
            first: open,
            last,
            place,
        });
    }
    gaps
}

#[cfg(test)]
mod tests {
    use super::*;
    use located::source::Sources;

    #[test]
    fn gaps_lie_between_contacts_and_after_the_last() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let place = Span::new(Sources::default().next_id(), 0, 0);
        let stay = |from: &str, until: &str| Stay {
            from: day(from),
            until: until.parse().ok(),
            place,
        };
        let found = |stays: &[Stay]| -> Vec<(String, String)> {
            gaps(stays, day("2026-01-10"), day("2026-03-31"))
                .iter()
                .map(|gap| (gap.first.to_string(), gap.last.to_string()))
                .collect()
        };
        let pair = |one: &str, two: &str| (one.to_owned(), two.to_owned());
        assert_eq!(found(&[stay("2025-01-01", "")]), []);
        assert_eq!(
            found(&[stay("2025-01-01", "2026-01-31"), stay("2026-02-01", "")]),
            []
        );
        assert_eq!(
            found(&[
                stay("2025-01-01", "2026-01-31"),
                stay("2026-02-03", "2026-03-01")
            ]),
            [
                pair("2026-02-01", "2026-02-02"),
                pair("2026-03-02", "2026-03-31")
            ]
        );
        // A contact inside another's time changes nothing.
        assert_eq!(
            found(&[
                stay("2025-01-01", "2026-03-31"),
                stay("2026-02-03", "2026-02-04")
            ]),
            []
        );
        assert_eq!(
            found(&[stay("2026-02-01", "")]),
            [pair("2026-01-10", "2026-01-31")]
        );
    }
}
