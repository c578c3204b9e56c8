//! What a record says, or leaves open, that decides whether a time clashes.

use chrono::NaiveDate;

use crate::rules::{Context, NoEvidence, unreadable};
use engagement_records::fields::Answer;
use engagement_records::record::{Audience, Engagement, Mode};
use working_days::{School, SchoolYear, day_and_year};

/// The schools whose families were invited, or every school of the charter.
pub(super) fn schools<'a>(
    record: &Engagement,
    cx: &Context<'a>,
) -> Result<Vec<&'a School>, NoEvidence> {
    match record.timing.inner(record.span, |timing| &timing.schools) {
        Answer::Present(named, _) => Ok(named
            .iter()
            .filter_map(|name| cx.calendar.school(&name.value))
            .collect()),
        Answer::Missing(_) => Ok(cx.calendar.schools.iter().collect()),
        Answer::Unreadable(span) => Err(unreadable(span)),
    }
}

/// Whether travel counts; nothing when the record does not say where it was.
pub(super) fn travels(record: &Engagement) -> Result<Option<bool>, NoEvidence> {
    match record.venue.inner(record.span, |venue| &venue.mode) {
        Answer::Present(mode, _) => Ok(Some(match mode {
            Mode::Online => false,
            Mode::InPerson | Mode::Hybrid => true,
        })),
        Answer::Missing(_) => Ok(None),
        Answer::Unreadable(span) => Err(unreadable(span)),
    }
}

/// The groups of families it was for: one reading where the record says so, otherwise each by
/// itself.
pub(super) fn audiences(record: &Engagement) -> Vec<Vec<Audience>> {
    match record.audience.get() {
        Some(groups) if !groups.is_empty() => {
            let named = |group: &Audience| groups.iter().any(|one| one.value == *group);
            vec![Audience::ALL.iter().copied().filter(named).collect()]
        }
        _ => vec![vec![Audience::Parents], vec![Audience::Cyp]],
    }
}

/// Whether no family is among those it was for.
pub(super) fn is_for_staff_only(record: &Engagement) -> Result<bool, NoEvidence> {
    match record.audience.answer(record.span) {
        Answer::Present(groups, _) => {
            Ok(!groups.is_empty() && groups.iter().all(|group| group.value == Audience::Staff))
        }
        Answer::Missing(_) => Ok(false),
        Answer::Unreadable(span) => Err(unreadable(span)),
    }
}

/// What the judgement hangs on that the record or the charter does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum OpenPoint {
    /// No term dates for this school year.
    Terms(SchoolYear),
    /// For whom it was.
    Audience,
    /// Whether it was online.
    Mode,
    /// When it began.
    Start,
    /// When it ended.
    End,
}

impl OpenPoint {
    pub(super) fn words(self) -> String {
        match self {
            OpenPoint::Terms(year) => {
                format!("the charter has no term dates for the school year {year}")
            }
            OpenPoint::Audience => "the record does not say for whom it was".to_owned(),
            OpenPoint::Mode => "the record does not say whether it was online".to_owned(),
            OpenPoint::Start => "the record does not say when it began".to_owned(),
            OpenPoint::End => "the record does not say when it ended".to_owned(),
        }
    }

    pub(super) fn remedy(self) -> String {
        match self {
            OpenPoint::Terms(year) => {
                format!("Add the school terms of {year} to the charter's calendar.")
            }
            OpenPoint::Audience => {
                "Add [audience|`audience` to the record|whom it was for @].".to_owned()
            }
            OpenPoint::Mode => {
                "Add [venue.mode|`mode` under `venue`|whether it was online @].".to_owned()
            }
            OpenPoint::Start => "Add [start|`start` to the record|when it began @].".to_owned(),
            OpenPoint::End => "Add [end|`end` to the record|when it ended @].".to_owned(),
        }
    }
}

/// A day with its name, for sentences.
pub(super) fn on(date: NaiveDate) -> String {
    day_and_year(date)
}
