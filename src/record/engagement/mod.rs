//! An engagement: a meeting, workshop, event, forum meeting, survey or consultation, and what
//! those who judge may ask of it.

mod parts;
mod reading;

use chrono::{NaiveDate, NaiveTime};

pub use parts::{
    Access, AccessKey, Area, Attendance, Audience, Count, CypInvolvement, Expectations, Experience,
    Feedback, ForumFeedback, ForumInvitation, Kind, LocalType, LocalValue, Mode, Move, Notice,
    Papers, PromotedForum, Reach, Scope, ScopeForChange, Sent, ServiceParents, Status, Timing,
    Venue, WiderInput,
};
pub(super) use reading::sent;

use super::explanation::Explanation;
use super::id::Id;
use super::party::{PartyId, Side};
use crate::fields::{Answer, Field};
use located::source::{Span, Spanned};

/// One engagement as its record tells it.
#[derive(Debug, Clone)]
pub struct Engagement {
    /// The id given in the record, or the stem of the file.
    pub id: Id,
    /// Where the record begins: the place of whatever is missing in it.
    pub span: Span,
    /// What it is called.
    pub title: Field<String>,
    /// What kind it is.
    pub kind: Field<Kind>,
    /// Strategic when absent.
    pub scope: Field<Scope>,
    /// What ties it to other engagements and to decisions.
    pub project: Field<String>,
    /// Which areas it touched.
    pub areas: Field<Vec<Spanned<Area>>>,
    /// Who held it.
    pub organisers: Field<Vec<Spanned<PartyId>>>,
    /// How far it has come.
    pub status: Field<Status>,
    /// The day it was or will be held.
    pub date: Field<NaiveDate>,
    /// When it began, local time.
    pub start: Field<NaiveTime>,
    /// When it ended, local time.
    pub end: Field<NaiveTime>,
    /// Earlier days for it, in the order in which they were given up.
    pub moved_from: Field<Vec<Spanned<Move>>>,
    /// The first day of a survey or consultation.
    pub opens: Field<NaiveDate>,
    /// Its last day.
    pub closes: Field<NaiveDate>,
    /// The last day that it had before it was extended.
    pub extended_from: Field<NaiveDate>,
    /// Whom it was for.
    pub audience: Field<Vec<Spanned<Audience>>>,
    /// A post or role mailbox.
    pub contact: Field<String>,
    /// How people were told.
    pub notice: Field<Box<Notice>>,
    /// What they could read beforehand.
    pub papers: Field<Box<Papers>>,
    /// How the time was chosen.
    pub timing: Field<Box<Timing>>,
    /// Where it took place.
    pub venue: Field<Box<Venue>>,
    /// How many came.
    pub attendance: Field<Box<Attendance>>,
    /// Whether the forum was invited.
    pub forum: Field<Box<ForumInvitation>>,
    /// Parents who use the service.
    pub service_parents: Field<Box<ServiceParents>>,
    /// Children and young people.
    pub cyp: Field<Box<CypInvolvement>>,
    /// What could still be changed.
    pub scope_for_change: Field<Box<ScopeForChange>>,
    /// What people were asked to give.
    pub expectations: Field<Box<Expectations>>,
    /// The day from which the options were fixed.
    pub options_fixed: Field<NaiveDate>,
    /// Whether both sides decided together.
    pub decided_jointly: Field<bool>,
    /// Whether the wider group of parents was asked.
    pub wider_input: Field<Box<WiderInput>>,
    /// Whom it reached.
    pub reach: Field<Box<Reach>>,
    /// What people heard back.
    pub feedback: Field<Box<Feedback>>,
    /// What the forum told its wider group.
    pub forum_feedback: Field<Box<ForumFeedback>>,
    /// The rung of the ladder that is claimed for it, as the charter spells it.
    pub ladder: Field<String>,
    /// How people found it.
    pub experience: Field<Box<Experience>>,
    /// Whether it made the forum known.
    pub promoted_forum: Field<Box<PromotedForum>>,
    /// Fields that only this area's charter knows, by name.
    pub local: Vec<(String, Field<LocalValue>)>,
    /// Agreed reasons for falling short.
    pub explanations: Vec<Explanation>,
    /// What was written for people about it; in Markdown, all that stands below the record.
    pub minutes: Field<String>,
}

impl Engagement {
    /// What it is called in a report: its title, or its id.
    pub fn name(&self) -> &str {
        self.title.get().map_or(self.id.as_str(), String::as_str)
    }

    /// The moves that people had been told of at the end of the as-of date, in order, and the day
    /// that held then: a new day of which they were told later has not happened yet.
    pub fn moves_at(&self, as_of: NaiveDate) -> (Vec<&Move>, Answer<'_, NaiveDate>) {
        let mut moves: Vec<&Move> = self.moves().collect();
        let mut date = self.date.answer(self.span);
        while let Some(last) = moves.last()
            && let (Some(told), Some(old)) = (last.told.get(), last.date.spanned())
            && *told > as_of
        {
            date = Answer::Said(&old.value, old.span);
            moves.pop();
        }
        (moves, date)
    }

    /// Every earlier day, in order.
    pub fn moves(&self) -> impl Iterator<Item = &Move> {
        self.moved_from
            .get()
            .into_iter()
            .flatten()
            .map(|one| &one.value)
    }

    /// The day of the event as people knew it at the end of the as-of date.
    pub fn date_at(&self, as_of: NaiveDate) -> Answer<'_, NaiveDate> {
        self.moves_at(as_of).1
    }

    /// The day from which what comes afterwards is counted: the day of the event, or the day on
    /// which a survey or consultation closes.
    pub fn ends_on(&self, as_of: NaiveDate) -> Answer<'_, NaiveDate> {
        if self.is_open_period() {
            self.closes.answer(self.span)
        } else {
            self.date_at(as_of)
        }
    }

    /// The day by which the record is sorted and chosen for a period: the event's, or the first
    /// of a survey or consultation.
    pub fn day(&self) -> Option<NaiveDate> {
        let (first, second) = if self.is_open_period() {
            (&self.opens, &self.closes)
        } else {
            (&self.date, &self.opens)
        };
        first.get().or(second.get()).copied()
    }

    /// Whether it is open from one day to another. A record without a kind is, when it has such
    /// days and no date.
    pub fn is_open_period(&self) -> bool {
        match self.kind.get() {
            Some(kind) => kind.is_open_period(),
            None => {
                matches!(self.date, Field::Absent | Field::Blank(_)) && self.closes.get().is_some()
            }
        }
    }

    /// The word for it in a sentence.
    pub fn spoken_kind(&self) -> &'static str {
        self.kind.get().map_or("event", |kind| kind.spoken())
    }

    /// Whether it is about one family's case, which a charter does not cover.
    pub fn is_individual(&self) -> bool {
        self.scope.get() == Some(&Scope::Individual)
    }

    /// Whether it was cancelled, or put off without a new day.
    pub fn is_called_off(&self) -> bool {
        match self.status.get() {
            Some(Status::Cancelled) => true,
            // A postponed event has a new day only when the record says from which it was moved.
            Some(Status::Postponed) => self.moves().next().is_none() || self.date.get().is_none(),
            Some(Status::Planned | Status::Held) | None => false,
        }
    }

    /// Whether it is strategic work that was, or is to be, really done.
    pub fn counts(&self) -> bool {
        !self.is_individual() && !self.is_called_off()
    }

    /// Whether a party of this side was among the organisers; nothing when nobody says.
    pub fn organised_by(&self, side: Side, parties: &super::Parties) -> Option<bool> {
        let organisers = self.organisers.get().filter(|all| !all.is_empty())?;
        Some(
            organisers
                .iter()
                .any(|party| parties.side(party.value) == Some(side)),
        )
    }
}
