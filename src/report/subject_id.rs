//! The ids of subjects as they may be shown. An id stands beside the title everywhere, and where nobody
//! gave one it comes from the name of the file, so it is hidden where either of them would hide it.

use std::collections::HashMap;
use std::sync::{Arc, RwLock};

use super::Report;
use crate::audit::SubjectName;
use engagement_records::record::SubjectKind;
use identifiers::safe;
use identifiers::text::SafeText;

/// By subject, what is shown of an id where that is less than it would show alone. The same subject has
/// some twenty findings, so it is looked at once.
#[derive(Default)]
pub(super) struct HiddenIds(RwLock<HashMap<usize, Option<SafeText>>>);

impl Report<'_> {
    /// The id of a subject.
    pub(super) fn subject_id(&self, about: &Arc<SubjectName<'_>>) -> SafeText {
        let subject = Arc::as_ptr(about).addr();
        let HiddenIds(known) = &self.hidden_ids;
        let before = known
            .read()
            .ok()
            .and_then(|known| known.get(&subject).cloned());
        let hidden = before.unwrap_or_else(|| {
            let hidden = self.less_than_alone(about);
            if let Ok(mut known) = known.write() {
                known.insert(subject, hidden.clone());
            }
            hidden
        });
        hidden.unwrap_or_else(|| self.name(&about.id))
    }

    /// What is shown of an id, where that is less than it would show alone. What is no record of its own
    /// is named by its project, party or time.
    fn less_than_alone(&self, about: &SubjectName<'_>) -> Option<SafeText> {
        let is_record = match about.kind {
            SubjectKind::Engagement
            | SubjectKind::Decision
            | SubjectKind::Request
            | SubjectKind::Contact
            | SubjectKind::Conduct => true,
            SubjectKind::Project
            | SubjectKind::Period
            | SubjectKind::Signatory
            | SubjectKind::File
            | SubjectKind::Whole => false,
        };
        if !is_record {
            return None;
        }
        let in_file = (!about.id_stays).then(|| self.in_name_of_file(about));
        in_file.flatten().or_else(|| self.behind_title(about))
    }

    /// `NHS 999 000` and `0018` are a number together, and neither is one alone.
    fn behind_title(&self, about: &SubjectName<'_>) -> Option<SafeText> {
        let redactor = self.redactor();
        if !may_go_on(&about.name, &about.id) && !redactor.detector().knows_names() {
            return None;
        }
        let together = redactor.redact(&format!("{} {}", about.name, about.id));
        if !together.as_str().contains('*') {
            return None;
        }
        let alone = redactor.redact(&about.id);
        let apart = safe!("{} {}", redactor.redact(&about.name), alone);
        let length = alone.as_str().chars().count();
        (together != apart).then(|| {
            characters(
                &together,
                together.as_str().chars().count() - length,
                length,
            )
        })
    }

    /// The id as the name of its file shows it, where that hides some of it.
    fn in_name_of_file(&self, about: &SubjectName<'_>) -> Option<SafeText> {
        let name = self.sources.get(about.span.source)?.name();
        let shown = self.safe(name);
        if !shown.as_str().contains('*') || shown.as_str().chars().count() != name.chars().count() {
            return None;
        }
        // `log#2` is the second row of `log.csv`.
        let stem = about.id.split('#').next().unwrap_or(&about.id);
        let start = name.rfind(stem).filter(|_| !stem.is_empty())?;
        let before = name.get(..start)?.chars().count();
        let shown = characters(&shown, before, stem.chars().count());
        shown.as_str().contains('*').then_some(shown)
    }
}

/// Whether figures or the sign of an address stand near where a title ends and an id begins.
fn may_go_on(title: &str, id: &str) -> bool {
    const NEAR: usize = 16;
    let has = |text: &mut dyn Iterator<Item = char>| {
        text.take(NEAR).any(|sign| sign.is_numeric() || sign == '@')
    };
    has(&mut title.chars().rev()) && has(&mut id.chars())
        || title.ends_with('@')
        || id.starts_with('@')
}

/// So many characters of a text, from one on.
fn characters(text: &SafeText, from: usize, count: usize) -> SafeText {
    text.part(|text| {
        let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
        let mut ends = ends.skip(from);
        let start = ends.next().unwrap_or(text.len());
        let end = if count == 0 {
            Some(start)
        } else {
            ends.nth(count - 1)
        };
        text.get(start..end.unwrap_or(text.len())).unwrap_or("")
    })
}
