//! Reading standards with their steps from a charter.

use super::{Sense, Steps};
use crate::fields::Fields;
use located::diagnostic::Diagnostic;
use located::source::Spanned;
use working_days::{Duration, Unit};

/// Reads `standard`, `aim` and `at_least` or `at_most`. The standard is required: a charter that
/// names a rule must say what it asks for.
pub(super) fn read(fields: &mut Fields<'_, '_>, sense: Sense, fallback: Steps) -> Steps {
    let standard = fields.duration("standard");
    let aim = fields.duration("aim");
    let limit = fields.duration(match sense {
        Sense::AtLeast => "at_least",
        Sense::AtMost => "at_most",
    });
    if matches!(
        standard,
        crate::fields::Field::Absent | crate::fields::Field::Blank(_)
    ) {
        let fault = Diagnostic::error(
            "no-standard",
            fields.place(),
            "the standard is missing here",
        )
        .help(format!(
            "write a standard, such as `standard: {}`",
            fallback.standard
        ));
        fields.fault(fault);
    }
    if let Some(standard) = standard.spanned() {
        for (other, should_be_more) in [
            (aim.spanned(), sense == Sense::AtLeast),
            (limit.spanned(), sense == Sense::AtMost),
        ] {
            if let Some(fault) = other.and_then(|other| crossed(standard, other, should_be_more)) {
                fields.fault(fault);
            }
        }
    }
    Steps {
        aim: aim.get().copied(),
        standard: standard.get().copied().unwrap_or(fallback.standard),
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

/// A step on the wrong side of the standard. Steps in different units cannot be compared.
fn crossed(
    standard: &Spanned<Duration>,
    other: &Spanned<Duration>,
    should_be_more: bool,
) -> Option<Diagnostic> {
    let ((unit, count), (other_unit, other_count)) =
        (in_days(standard.value), in_days(other.value));
    let more = other_count >= count;
    (unit == other_unit && more != should_be_more && other_count != count).then(|| {
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
