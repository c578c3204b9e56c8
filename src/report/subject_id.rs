//! The id of a subject as it may be shown. It stands beside the title everywhere, and where nobody gave
//! one it comes from the name of the file, so it is hidden where either of them would hide it.

use super::Report;
use crate::audit::SubjectName;
use identifiers::safe;
use identifiers::text::SafeText;

/// The id of a subject.
pub(super) fn subject_id(report: &Report<'_>, about: &SubjectName<'_>) -> SafeText {
    let alone = report.name(&about.id);
    let from_file = (!about.id_stays).then(|| in_name_of_file(report, about));
    if let Some(hidden) = from_file.flatten() {
        return hidden;
    }
    // `NHS 999 000` and `0018` are a number together, and neither is one alone.
    let together = report.name(&format!("{} {}", about.name, about.id));
    let apart = safe!("{} {}", report.name(&about.name), alone);
    if together == apart || !together.as_str().contains('*') {
        return alone;
    }
    last_characters(&together, alone.as_str().chars().count())
}

/// The id as the name of its file shows it, where that hides some of it.
fn in_name_of_file(report: &Report<'_>, about: &SubjectName<'_>) -> Option<SafeText> {
    let name = report.sources.get(about.span.source)?.name();
    let shown = report.safe(name);
    if !shown.as_str().contains('*') || shown.as_str().chars().count() != name.chars().count() {
        return None;
    }
    // `log#2` is the second row of `log.csv`.
    let stem = about.id.split('#').next().unwrap_or(&about.id);
    let start = name.rfind(stem).filter(|_| !stem.is_empty())?;
    let (before, length) = (name.get(..start)?.chars().count(), stem.chars().count());
    let is_hidden = shown
        .as_str()
        .chars()
        .skip(before)
        .take(length)
        .any(|sign| sign == '*');
    is_hidden.then(|| {
        shown.part(|shown| {
            let mut places = shown.char_indices().map(|(at, _)| at).skip(before);
            let from = places.next().unwrap_or(shown.len());
            let to = places.nth(length.saturating_sub(1)).unwrap_or(shown.len());
            shown.get(from..to).unwrap_or("")
        })
    })
}

/// So many characters of the end of a text.
fn last_characters(text: &SafeText, count: usize) -> SafeText {
    text.part(|text| {
        let mut places = text.char_indices().rev().map(|(at, _)| at);
        let from = places.nth(count.saturating_sub(1)).unwrap_or(0);
        text.get(from..).unwrap_or("")
    })
}
