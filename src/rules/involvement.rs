//! Whether parents and carers took part, and when they first did.

use chrono::NaiveDate;

use super::verdict::Ruling;
use engagement_records::fields::{Answer, Gap};
use engagement_records::record::{Audience, Engagement, Kind, Sent};
use located::source::Span;

/// What the engagements of a project show about parents and carers.
#[derive(Debug, Clone, Copy, Default)]
pub struct Involvement<'a> {
    /// The earliest engagement with parents and carers that has taken place.
    pub first: Option<Taken<'a>>,
    /// The earliest that is still to come.
    pub planned: Option<Taken<'a>>,
    /// Something that could not be read and may be an engagement with parents.
    pub unread: Option<Span>,
    /// An engagement that does not say for whom it was, or when.
    pub unsaid: Option<(Span, &'static str)>,
    /// How many engagements there are that were not called off.
    pub engagements: usize,
    /// The earliest engagement of any project whose file has no place to say which it was.
    pub unplaced: Option<Unplaced>,
}

/// An engagement that may be of any project, because its file has no place to say of which.
#[derive(Debug, Clone, Copy)]
pub struct Unplaced {
    /// Its day, where it says one.
    day: Option<NaiveDate>,
    /// Where its project would be.
    gap: Gap,
}

impl Unplaced {
    /// The earliest of all that were not called off; those without a day come first.
    pub fn earliest(engagements: &[&Engagement]) -> Option<Self> {
        let all = engagements.iter().filter(|record| record.counts());
        let unplaced = all.filter_map(|record| {
            let place = record.project.no_place()?;
            let gap = Gap {
                at: record.span,
                no_place: Some(place),
            };
            let day = record.day();
            Some(Unplaced { day, gap })
        });
        unplaced.min_by_key(|unplaced| unplaced.day)
    }
}

/// An engagement with its day.
#[derive(Debug, Clone, Copy)]
pub struct Taken<'a> {
    /// The engagement.
    pub record: &'a Engagement,
    /// Its day, or the first of a survey.
    pub day: NaiveDate,
    /// Where it begins.
    pub place: Span,
}

impl<'a> Involvement<'a> {
    /// Where an engagement may have been on any project, and came before a day.
    pub(super) fn unplaced_before(&self, day: NaiveDate) -> Option<Gap> {
        let unplaced = self.unplaced?;
        let is_before = unplaced.day.is_none_or(|known| known < day);
        is_before.then_some(unplaced.gap)
    }

    /// What engagements show at the end of the as-of date. Worked out once for a project, however
    /// many decisions it has.
    pub fn of(engagements: &[&'a Engagement], as_of: NaiveDate) -> Self {
        let mut shown = Involvement::default();
        for record in engagements.iter().copied().filter(|record| record.counts()) {
            shown.engagements += 1;
            let place = match parents_took_part(record, as_of) {
                Took::Part(_) => record.day(),
                Took::NoPart(_) => continue,
                Took::Unreadable(span) => {
                    shown.unread = shown.unread.or(Some(span));
                    continue;
                }
                Took::Unsaid(span) => {
                    shown.unsaid = shown.unsaid.or(Some((span, "`audience` is missing here")));
                    continue;
                }
            };
            let Some(day) = place else {
                shown.unsaid = shown
                    .unsaid
                    .or(Some((record.span, "the date is missing here")));
                continue;
            };
            let taken = Taken {
                record,
                day,
                place: record.span,
            };
            let earliest = if day <= as_of {
                &mut shown.first
            } else {
                &mut shown.planned
            };
            if earliest.is_none_or(|known| day < known.day) {
                *earliest = Some(taken);
            }
        }
        shown
    }
}

/// Whether parents and carers took part, as far as a record shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Took {
    /// It says so.
    Part(Span),
    /// It says that they did not, or was not for them.
    NoPart(Span),
    /// It does not say.
    Unsaid(Span),
    /// It cannot be read.
    Unreadable(Span),
}

/// Whether an engagement involved parents and carers: it was for them, or they came, or the forum
/// was there or was asked.
pub(super) fn parents_took_part(record: &Engagement, as_of: NaiveDate) -> Took {
    if let Some(audience) = record.audience.spanned() {
        let parents = audience
            .value
            .iter()
            .find(|one| one.value == Audience::Parents);
        return match parents {
            Some(parents) => Took::Part(parents.span),
            None => Took::NoPart(audience.span),
        };
    }
    let came = record.attendance.get().and_then(|attendance| {
        [&attendance.parents, &attendance.forum_reps]
            .into_iter()
            .filter_map(|count| count.spanned())
            .find(|count| count.value.at_least() > 0)
            .map(|count| count.span)
    });
    let invited = record.forum.inner(record.span, |forum| &forum.invited);
    let served = record
        .service_parents
        .inner(record.span, |parents| &parents.involved);
    match (came, invited, served) {
        (Some(span), ..)
        | (_, _, Answer::Present(true, span))
        | (_, Answer::Present(Sent::SomeDay, span), _) => Took::Part(span),
        (_, Answer::Present(Sent::On(day), span), _) if *day <= as_of => Took::Part(span),
        _ if record.kind.get() == Some(&Kind::ForumMeeting) => {
            Took::Part(record.kind.answer(record.span).span())
        }
        (_, Answer::Unreadable(span), _) | (_, _, Answer::Unreadable(span)) => {
            Took::Unreadable(span)
        }
        _ => match record
            .audience
            .unreadable()
            .or(record.attendance.unreadable())
        {
            Some(span) => Took::Unreadable(span),
            None => Took::Unsaid(record.span),
        },
    }
}

/// The answer about parents where an engagement was for children and young people only: it is judged
/// as theirs.
pub(super) fn for_children(record: &Engagement) -> Option<Ruling> {
    let audience = record.audience.spanned()?;
    let has = |wanted| audience.value.iter().any(|one| one.value == wanted);
    (has(Audience::Cyp) && !has(Audience::Parents)).then(|| {
        Ruling::does_not_apply(
            "it was for children and young people, and this is about parents and carers",
        )
        .at(audience.span, "whom it was for")
    })
}
