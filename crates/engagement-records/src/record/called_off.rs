//! What was called off: by a title that says so, and where people came all the same.

use super::{Engagement, Status};
use crate::fields::Field;
use located::diagnostic::Diagnostic;
use located::source::Spanned;
use plain_values::{is_perhaps_called_off, read_called_off_title};

/// Takes the status from the title where nothing else says one: `CANCELLED - Board`. Where the title
/// leaves it open, nobody knows.
pub(super) fn by_title(record: &mut Engagement, faults: &mut Vec<Diagnostic>) {
    let Some(title) = record
        .title
        .spanned()
        .filter(|_| record.status.is_missing())
    else {
        return;
    };
    let span = title.span;
    if let Some(called_off) = read_called_off_title(&title.value) {
        let value = called_off.into();
        record.status = Field::Present(Spanned { value, span });
    } else if is_perhaps_called_off(&title.value) {
        let message =
            "this leaves open whether it was called off, so it is no evidence for `status`";
        let fault = Diagnostic::error("not-said", span, message).warning();
        faults.push(fault.help("say in `status` whether it was held or cancelled"));
        record.status = Field::Unreadable(span);
    }
}

/// What was called off had nobody come to it. It stays called off, but nobody should miss that.
pub(super) fn and_held(record: &Engagement, faults: &mut Vec<Diagnostic>) {
    let Some(status) = record.status.spanned() else {
        return;
    };
    let is_off = match status.value {
        Status::Cancelled => true,
        // With a new day it was held then.
        Status::Postponed => record.moves().next().is_none(),
        Status::Planned | Status::Held => false,
    };
    let attendance = record.attendance.get();
    let came = attendance.and_then(|attendance| {
        let counts = [
            &attendance.forum_reps,
            &attendance.parents,
            &attendance.cyp,
            &attendance.staff,
            &attendance.total,
        ];
        let mut came = counts.into_iter().filter_map(Field::spanned);
        came.find(|count| count.value.at_least() > 0)
            .map(|count| count.span)
    });
    let Some(place) = came.filter(|_| is_off) else {
        return;
    };
    let word = status.value.word();
    faults.push(
        Diagnostic::error(
            "called-off-and-attended",
            status.span,
            format!("it is {word}, and people came"),
        )
        .warning()
        .saying(format!("{word} here"))
        .and(place, "people came")
        .help("if it was held after all, write `held` as its status; what was called off is not judged"),
    );
}
