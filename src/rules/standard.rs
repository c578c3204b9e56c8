//! Standards: how much is asked for, what to aim for beyond it, and where falling short is a breach.

use std::fmt::Write as _;

use chrono::NaiveDate;
use closed_words::words;
use engagement_records::fields::Fields;
use engagement_records::record::{Engagement, Kind};
use located::diagnostic::Diagnostic;
use located::source::Spanned;
use working_days::{Calendar, Duration, NotCovered, Unit};

words! {
    /// Whether a standard asks for at least or at most so much.
    pub enum Direction {
        /// More is better: notice.
        AtLeast = "at least",
        /// Less is better: time until feedback.
        AtMost = "at most",
    }
}

/// A standard with its further steps: a better one to aim for, and a limit beyond which falling
/// short is a breach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standard {
    /// Missing it is a note; the promise is still kept.
    pub aim: Option<Duration>,
    /// Missing it is not kept, at the clause's severity.
    pub required: Duration,
    /// Missing it is a breach.
    pub limit: Option<Duration>,
}

impl Standard {
    /// The steps in words: `14 clear days; under 7 clear days it is a breach`.
    pub fn in_words(&self, direction: Direction) -> String {
        let mut words = self.required.to_string();
        if let Some(aim) = self.aim {
            let _ = write!(words, ", aiming for {aim}");
        }
        if let Some(limit) = self.limit {
            let past = match direction {
                Direction::AtLeast => "under",
                Direction::AtMost => "beyond",
            };
            let _ = write!(words, "; {past} {limit} it is a breach");
        }
        words
    }

    /// A standard without further steps.
    pub const fn only(count: u32, unit: Unit) -> Self {
        Standard {
            aim: None,
            required: Duration::new(count, unit),
            limit: None,
        }
    }
}

/// One of the standards that a rule holds things against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StandardOf {
    /// The group of parameters in which it stands where a rule has several: `survey`.
    pub under: Option<&'static str>,
    /// The standard.
    pub standard: Standard,
    /// Whether more or less is better.
    pub direction: Direction,
}

impl StandardOf {
    /// The standard of a rule that has no other.
    pub(super) fn all(standard: Standard, direction: Direction) -> Vec<Self> {
        vec![StandardOf {
            under: None,
            standard,
            direction,
        }]
    }
}

/// How soon feedback is due after each kind of engagement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct StandardsByKind {
    pub(super) meeting: Standard,
    pub(super) survey: Standard,
    pub(super) consultation: Standard,
}

/// Ten working days, twenty after a survey, twelve weeks after a consultation.
pub(super) const FEEDBACK_SHIPPED: StandardsByKind = StandardsByKind {
    meeting: Standard::only(10, Unit::WorkingDays),
    survey: Standard::only(20, Unit::WorkingDays),
    consultation: Standard::only(84, Unit::Days),
};

impl Default for StandardsByKind {
    fn default() -> Self {
        FEEDBACK_SHIPPED
    }
}

impl StandardsByKind {
    /// The standard for an engagement; one without a kind is taken for a meeting. Where it was open
    /// from one day to another and does not say what it was, it is one of two.
    pub(super) fn of(&self, record: &Engagement) -> (&Standard, Option<&Standard>) {
        match record.kind.get() {
            Some(Kind::Survey) => (&self.survey, None),
            Some(Kind::Consultation) => (&self.consultation, None),
            Some(Kind::Meeting | Kind::Workshop | Kind::Event | Kind::ForumMeeting) => {
                (&self.meeting, None)
            }
            None if record.is_open_period() => (&self.survey, Some(&self.consultation)),
            None => (&self.meeting, None),
        }
    }

    /// The last day on which an engagement that was over on a day is within its standard, whichever
    /// that is.
    ///
    /// # Errors
    /// That leaves the years of the bank holidays.
    pub(super) fn last_day(
        &self,
        record: &Engagement,
        over: NaiveDate,
        calendar: &Calendar,
    ) -> Result<NaiveDate, NotCovered> {
        let (one, other) = self.of(record);
        let last = calendar.due(over, one.required)?;
        Ok(match other {
            Some(other) => last.max(calendar.due(over, other.required)?),
            None => last,
        })
    }
}

/// Reads `standard`, `aim` and `at_least` or `at_most`. The standard is required: a charter that
/// names a rule must say what it asks for.
pub(super) fn read(
    fields: &mut Fields<'_, '_>,
    direction: Direction,
    fallback: Standard,
) -> Standard {
    let standard = fields.duration("standard");
    fields.require("standard");
    let aim = fields.duration("aim");
    let limit = fields.duration(match direction {
        Direction::AtLeast => "at_least",
        Direction::AtMost => "at_most",
    });
    if matches!(
        standard,
        engagement_records::fields::Field::Absent
            | engagement_records::fields::Field::NoPlace(_)
            | engagement_records::fields::Field::Blank(_)
            | engagement_records::fields::Field::Open(_)
    ) {
        let fault = Diagnostic::error(
            "no-standard",
            fields.place(),
            "the standard is missing here",
        )
        .help(format!(
            "write a standard, such as `standard: {}`",
            fallback.required
        ));
        fields.fault(fault);
    }
    if let Some(standard) = standard.spanned() {
        for (other, should_be_more) in [
            (aim.spanned(), direction == Direction::AtLeast),
            (limit.spanned(), direction == Direction::AtMost),
        ] {
            if let Some(fault) = other.and_then(|other| crossed(standard, other, should_be_more)) {
                fields.fault(fault);
            }
        }
    }
    Standard {
        aim: aim.get().copied(),
        required: standard.get().copied().unwrap_or(fallback.required),
        limit: limit.get().copied(),
    }
}

/// A length of time with weeks counted in days.
fn in_days(duration: Duration) -> (Unit, u32) {
    match duration.unit {
        Unit::Weeks => (Unit::Days, duration.count.saturating_mul(7)),
        unit @ (Unit::Days | Unit::ClearDays | Unit::WorkingDays | Unit::ClearWorkingDays) => {
            (unit, duration.count)
        }
    }
}

/// Whether a step lies on the wrong side of the standard. In different units they cannot be compared.
pub(crate) fn is_crossed(standard: Duration, step: Duration, should_be_more: bool) -> bool {
    let ((unit, count), (other_unit, other_count)) = (in_days(standard), in_days(step));
    let more = other_count >= count;
    unit == other_unit && more != should_be_more && other_count != count
}

/// A step on the wrong side of the standard.
fn crossed(
    standard: &Spanned<Duration>,
    other: &Spanned<Duration>,
    should_be_more: bool,
) -> Option<Diagnostic> {
    is_crossed(standard.value, other.value, should_be_more).then(|| {
        let relation = if should_be_more { "more" } else { "less" };
        Diagnostic::error(
            "steps-crossed",
            other.span,
            format!(
                "this should be {relation} than the standard, which is {}",
                standard.value
            ),
        )
        .and(standard.span, "the standard")
    })
}
