//! Whether parents and carers took part, and when they first did.

use chrono::NaiveDate;

use super::verdict::Ruling;
use engagement_records::fields::{Answer, Gap};
use engagement_records::record::{Audience, Engagement, Kind, Sent};
use located::source::Span;
use plain_values::Count;

/// What the engagements of a project show about parents and carers.
#[derive(Debug, Clone, Copy, Default)]
pub struct Involvement<'a> {
    /// The earliest engagement with parents and carers that has taken place.
    pub first: Option<Taken<'a>>,
    /// The earliest engagement that may have been one.
    pub doubtful: Option<Doubtful>,
    /// How many engagements there are that were not called off.
    pub engagements: usize,
    /// The earliest engagement of any project whose file has no place to say which it was.
    pub unplaced: Option<Unplaced>,
}

/// An engagement of which nobody can say whether it involved parents and carers, or when.
#[derive(Debug, Clone, Copy)]
pub struct Doubtful {
    /// Its day, where it is known.
    day: Option<NaiveDate>,
    doubt: Doubt,
}

/// Why nobody can say whether an engagement involved parents and carers before a day.
#[derive(Debug, Clone, Copy)]
pub(super) enum Doubt {
    /// Something could not be read.
    Unreadable(Span),
    /// It does not say for whom it was, or when: the place and what is missing there.
    Unsaid(Span, &'static str),
    /// Its file has no place to say on which project it was.
    Unplaced(Gap),
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
                is_open: false,
            };
            let (by, undated) = began_by(record);
            let day = by.filter(|_| undated.is_none());
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
    /// Its day, or the first of a survey; the last, where nobody knows the first.
    pub day: NaiveDate,
    /// Where it begins.
    pub place: Span,
}

impl Taken<'_> {
    /// Where it says by when it had begun, if nobody knows when it did.
    pub(super) fn at_the_latest(&self) -> Option<Span> {
        let is_known = !self.record.is_open_period() || self.record.opens.get().is_some();
        (!is_known).then(|| self.record.closes.answer(self.record.span).span())
    }
}

impl<'a> Involvement<'a> {
    /// Where an engagement before a day may have involved parents and carers.
    pub(super) fn doubt_before(&self, day: NaiveDate) -> Option<Doubt> {
        let is_before = |known: Option<NaiveDate>| known.is_none_or(|known| known < day);
        let own = self.doubtful.filter(|doubtful| is_before(doubtful.day));
        let any = self.unplaced.filter(|unplaced| is_before(unplaced.day));
        own.map(|doubtful| doubtful.doubt)
            .or(any.map(|unplaced| Doubt::Unplaced(unplaced.gap)))
    }

    /// What engagements show at the end of the as-of date. Worked out once for a project, however
    /// many decisions it has.
    pub fn of(engagements: &[&'a Engagement], as_of: NaiveDate) -> Self {
        let mut shown = Involvement::default();
        for record in engagements.iter().copied().filter(|record| record.counts()) {
            shown.engagements += 1;
            let (by, undated) = began_by(record);
            let doubt = match parents_took_part(record, as_of) {
                Took::NoPart(_) => continue,
                Took::Part(_) => {
                    shown.took_part(record, by.filter(|day| *day <= as_of));
                    undated
                }
                Took::Unreadable(span) => Some(Doubt::Unreadable(span)),
                Took::Unsaid(span) => Some(Doubt::Unsaid(span, "`audience` is missing here")),
            };
            let day = by.filter(|_| undated.is_none());
            let doubtful = doubt.map(|doubt| Doubtful { day, doubt });
            let all = [shown.doubtful, doubtful].into_iter().flatten();
            // One without a day may have been before any other.
            shown.doubtful = all.min_by_key(|doubtful| doubtful.day);
        }
        shown
    }

    fn took_part(&mut self, record: &'a Engagement, day: Option<NaiveDate>) {
        let Some(day) = day.filter(|day| self.first.is_none_or(|known| *day < known.day)) else {
            return;
        };
        self.first = Some(Taken {
            record,
            day,
            place: record.span,
        });
    }
}

/// By when an engagement began, and why nobody can say whether that was earlier: a survey of which
/// only the last day is known had opened by then.
fn began_by(record: &Engagement) -> (Option<NaiveDate>, Option<Doubt>) {
    let (first, other, missing) = if record.is_open_period() {
        (&record.opens, &record.closes, "`opens` is missing here")
    } else {
        (&record.date, &record.opens, "the date is missing here")
    };
    let by = other.get().copied();
    match first.answer(record.span) {
        Answer::Present(day, _) => (Some(*day), None),
        Answer::Missing(gap) => (by, Some(Doubt::Unsaid(gap.at, missing))),
        Answer::Unreadable(span) => (by, Some(Doubt::Unreadable(span))),
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

/// Whether a count says that somebody was there; a rough one (`<5`, `10+`) does.
pub(super) fn somebody(count: Count) -> bool {
    count.at_most() != Some(0)
}

/// The least that a count can mean, a rough one too.
pub(super) fn at_least(count: Count) -> u32 {
    count.at_least().max(u32::from(somebody(count)))
}

/// Whether an engagement involved parents and carers: they came, whomever it was for, or it was for
/// them, or the forum was there or was asked.
pub(super) fn parents_took_part(record: &Engagement, as_of: NaiveDate) -> Took {
    let came = record.attendance.inner(record.span, |came| &came.parents);
    let reps = record
        .attendance
        .inner(record.span, |came| &came.forum_reps);
    let served = record
        .service_parents
        .inner(record.span, |parents| &parents.involved);
    let mut unread = None;
    for count in [came, reps] {
        match count {
            Answer::Present(count, span) if somebody(*count) => return Took::Part(span),
            Answer::Unreadable(span) => unread = unread.or(Some(span)),
            Answer::Present(..) | Answer::Missing(_) => {}
        }
    }
    match served {
        Answer::Present(true, span) => return Took::Part(span),
        Answer::Unreadable(span) => unread = unread.or(Some(span)),
        Answer::Present(false, _) | Answer::Missing(_) => {}
    }
    let not_said = |said: Took| unread.map_or(said, Took::Unreadable);
    if let Some(audience) = record.audience.spanned() {
        let mut groups = audience.value.iter();
        let parents = groups.find(|one| one.value == Audience::Parents);
        return match parents {
            Some(parents) => Took::Part(parents.span),
            None => not_said(Took::NoPart(audience.span)),
        };
    }
    match record.forum.inner(record.span, |forum| &forum.invited) {
        Answer::Present(Sent::SomeDay, span) => Took::Part(span),
        Answer::Present(Sent::On(day), span) if *day <= as_of => Took::Part(span),
        _ if record.kind.get() == Some(&Kind::ForumMeeting) => {
            Took::Part(record.kind.answer(record.span).span())
        }
        Answer::Unreadable(span) => Took::Unreadable(span),
        Answer::Present(..) | Answer::Missing(_) => match record.audience.unreadable() {
            Some(span) => Took::Unreadable(span),
            None => not_said(Took::Unsaid(record.span)),
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
