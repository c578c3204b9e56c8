//! What a rule may know besides its subject.

use crate::rules::Sentence;
use std::borrow::Cow;

use chrono::{Months, NaiveDate};

use super::plain_language::PlainLanguage;
use super::verdict::{Ruling, Silence};
use engagement_records::fields::{Field, Gap, NoPlace};
use engagement_records::record::{Parties, Vocabulary};
use identifiers::redact::Redactor;
use working_days::Calendar;

/// What a rule may know besides its subject. The as-of date is the day the audit speaks for:
/// evidence that is dated after it does not exist yet.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// How days are counted.
    pub calendar: &'a Calendar,
    /// The day the audit speaks for, to its end.
    pub as_of: NaiveDate,
    /// Who made the promises.
    pub parties: &'a Parties,
    /// The words that the charter lends to the records of its area.
    pub vocabulary: Vocabulary<'a>,
    /// The rungs of the ladder of participation, lowest first.
    pub ladder: &'a [String],
    /// Which abbreviations count as jargon.
    pub plain_language: &'a PlainLanguage,
    /// How often the charter is to be tested, and when it last was.
    pub review: &'a Review,
    /// What must not be in records, what may, and what hides it.
    pub redactor: &'a Redactor,
    /// What it means for this clause when a record says nothing.
    pub silence: Silence,
    /// Fields for which every file is to have a place.
    pub must_record: &'a [String],
    /// The first day on which the promise is known to hold; nothing when it always did.
    pub since: Option<NaiveDate>,
    /// The delay of feedback on this subject that was validly explained.
    pub delay: Option<Delay>,
}

/// An agreed delay of feedback.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Delay {
    /// The day it was agreed. A delay that is agreed when feedback is overdue already comes too
    /// late to move the last day.
    pub agreed_on: NaiveDate,
    /// The day to which feedback may wait.
    pub until: NaiveDate,
}

impl Context<'_> {
    /// The verdict about silence, which is the clause's to choose where there was a place for the
    /// answer. Where there was none, or it says that this is still to be settled, nobody was
    /// silent, and the record cannot show it.
    pub(super) fn silent(
        &self,
        words: impl Into<Sentence>,
        gap: Gap,
        missing: impl Into<Cow<'static, str>>,
    ) -> Ruling {
        let must = gap.no_place.filter(|place| self.must_have(*place));
        let gap = match must {
            Some(_) => Gap {
                no_place: None,
                ..gap
            },
            None => gap,
        };
        let missing = if gap.is_open {
            "left open here".into()
        } else {
            missing.into()
        };
        let ruling = if gap.is_silence() {
            self.unsaid(words)
        } else {
            Ruling::no_evidence(words)
        };
        match must {
            Some(place) => ruling.gap(gap, missing).note(format!(
                "the file has no {}, and the charter says that every record must have it",
                place.wanted()
            )),
            None => ruling.gap(gap, missing),
        }
    }

    /// What silence means where there was a place for the answer, in words that name none.
    pub(super) fn unsaid(&self, words: impl Into<Sentence>) -> Ruling {
        match self.silence {
            Silence::NoEvidence => Ruling::no_evidence(words),
            Silence::NotKept => Ruling::not_kept(words)
                .note("for this promise, the charter takes silence as not kept"),
        }
    }

    /// Whether the charter says that every file is to have a place for a field.
    fn must_have(&self, place: NoPlace) -> bool {
        self.must_record.iter().any(|path| place.is_of(path))
    }
}

/// How often the charter is to be reviewed.
#[derive(Debug, Clone, Default)]
pub struct Review {
    /// Every so many months.
    pub every: Field<Months>,
    /// The last time.
    pub last: Field<NaiveDate>,
}
