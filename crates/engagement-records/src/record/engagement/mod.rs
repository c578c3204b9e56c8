//! An engagement: a meeting, workshop, event, forum meeting, survey or consultation, and what
//! those who judge may ask of it.

mod answers;
mod event;
mod invitation;
mod people;
mod words;

use chrono::NaiveDate;

pub use answers::{
    Expectations, Experience, Feedback, ForumFeedback, PromotedForum, ScopeForChange,
};
pub use event::{Engagement, Move};
pub use invitation::{Access, Notice, Papers, Timing, Venue};
pub use people::{Attendance, CypInvolvement, ForumInvitation, Reach, ServiceParents, WiderInput};
pub use words::{AccessKey, Area, Audience, Kind, Mode, Scope, Status};

use super::party::{Parties, Side};
use crate::fields::Answer;
use located::source::{Span, Spanned};

impl Engagement {
    /// What it is called in a report: its title, or its id.
    pub fn name(&self) -> &str {
        self.title.get().map_or(self.id.as_str(), String::as_str)
    }

    /// Every id that files give it, each once and its own first.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        let others = self.joined.iter().enumerate().filter(|(at, part)| {
            let before = self.joined.iter().take(*at);
            let mut known = before.map(|part| &part.id).chain([&self.id]);
            known.all(|id| id.as_str() != part.id.as_str())
        });
        let others = others.map(|(_, part)| part.id.as_str());
        [self.id.as_str()].into_iter().chain(others)
    }

    /// Where it begins in the other files that tell of it.
    pub fn elsewhere(&self) -> impl Iterator<Item = Span> {
        let places = self.joined.iter().map(|part| part.span);
        places.filter(|place| *place != self.span)
    }

    /// What was written for people about it, in every file that tells of it; the same words once.
    pub fn all_minutes(&self) -> Vec<&Spanned<String>> {
        let mut all: Vec<&Spanned<String>> = self.minutes.spanned().into_iter().collect();
        for text in self.joined.iter().filter_map(|part| part.minutes.as_ref()) {
            if all.iter().all(|known| known.value != text.value) {
                all.push(text);
            }
        }
        all
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
            date = Answer::Present(&old.value, old.span);
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

    /// The first day as people knew it at the end of the as-of date: the day of the event, or the day
    /// on which a survey or consultation opens.
    pub fn begins_on(&self, as_of: NaiveDate) -> Answer<'_, NaiveDate> {
        if self.is_open_period() {
            self.opens.answer(self.span)
        } else {
            self.date_at(as_of)
        }
    }

    /// The day from which what comes afterwards is counted: the day of the event, the last one of
    /// several, or the day on which a survey or consultation closes.
    pub fn ends_on(&self, as_of: NaiveDate) -> Answer<'_, NaiveDate> {
        if self.is_open_period() {
            return self.closes.answer(self.span);
        }
        let first = self.date_at(as_of);
        match (first, self.last_day.answer(self.span)) {
            // The last day belongs to the day that was settled in the end.
            (Answer::Present(first, _), last @ Answer::Present(day, _))
                if Some(first) == self.date.get() && day > first =>
            {
                last
            }
            (_, last @ Answer::Unreadable(_)) => last,
            _ => first,
        }
    }

    /// The day by which the record is sorted and chosen for a period: the event's, or the first
    /// of a survey or consultation, for which its last never stands in.
    pub fn day(&self) -> Option<NaiveDate> {
        let first = if self.is_open_period() {
            self.opens.get()
        } else {
            self.date.get().or(self.opens.get())
        };
        first.copied()
    }

    /// A day by which it had certainly begun: its own, or the last of a survey or consultation that
    /// does not say when it opened.
    pub fn had_begun_by(&self) -> Option<NaiveDate> {
        let closes = self.closes.get().filter(|_| self.is_open_period());
        self.day().or(closes.copied())
    }

    /// Whether it is open from one day to another. A record without a kind is, when it has such
    /// days and no date.
    pub fn is_open_period(&self) -> bool {
        match self.kind.get() {
            Some(kind) => kind.is_open_period(),
            None => self.date.is_missing() && self.closes.get().is_some(),
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

    /// The place of its kind, where that says who held it: a forum meeting without a word about that
    /// is the forum's own.
    fn forums_own(&self) -> Option<Span> {
        let kind = self
            .kind
            .spanned()
            .filter(|_| self.organisers.is_missing())?;
        (kind.value == Kind::ForumMeeting).then_some(kind.span)
    }

    /// Whether a party of this side was among the organisers; nothing when nobody says.
    pub fn organised_by(&self, side: Side, parties: &Parties) -> Option<bool> {
        if self.forums_own().is_some() {
            return Some(side == Side::Forum);
        }
        let organisers = self.organisers.get().filter(|all| !all.is_empty())?;
        Some(
            organisers
                .iter()
                .any(|party| parties.side(party.value) == Some(side)),
        )
    }

    /// Where it says who held it: among its organisers or, for the forum's own, by its kind.
    pub fn who_held_it(&self) -> Span {
        let said = self.organisers.answer(self.span);
        self.forums_own().unwrap_or(said.span())
    }
}
