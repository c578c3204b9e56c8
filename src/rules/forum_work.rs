//! Strategic work at which the forum speaks for others: where it should ask them beforehand, and
//! tell them afterwards.

use super::involvement::{for_children, somebody};
use super::{Context, Ruling, has_begun, unreadable};
use closed_words::listed;
use engagement_records::fields::{Answer, Asked, Fields, read_word};
use engagement_records::record::{Engagement, Kind, Sent, Side};

/// Which kinds of engagement a promise to the wider group is about.
#[derive(Debug, Clone)]
pub(super) struct ForumWork {
    kinds: Vec<Kind>,
}

impl ForumWork {
    /// Reads `kinds`: meetings and workshops unless it says otherwise.
    pub(super) fn read(fields: &mut Fields<'_, '_>) -> Self {
        let held_on_a_day = || {
            let kinds = Kind::ALL.iter().filter(|kind| !kind.is_open_period());
            Asked::one_of(kinds.map(|kind| kind.word()))
        };
        let kinds = fields.list("kinds", held_on_a_day, |text| {
            read_word::<Kind>(text).and_then(|kind| {
                if kind.is_open_period() {
                    Err("name kinds that are held on one day, such as meeting or workshop".into())
                } else {
                    Ok(kind)
                }
            })
        });
        let kinds: Vec<Kind> = kinds
            .get()
            .into_iter()
            .flatten()
            .map(|kind| kind.value)
            .collect();
        ForumWork {
            kinds: if kinds.is_empty() {
                vec![Kind::Meeting, Kind::Workshop]
            } else {
                kinds
            },
        }
    }

    /// Why the promise does not arise, if it does not. A record without a kind is taken for a
    /// meeting; one that says nothing about the forum, for one at which it was.
    pub(super) fn closed(&self, record: &Engagement, cx: &Context<'_>) -> Option<Ruling> {
        let kind = record.kind.get().copied().unwrap_or(Kind::Meeting);
        if record.is_open_period() || !self.kinds.contains(&kind) {
            let kinds = self.kinds.iter().map(|kind| format!("{}s", kind.spoken()));
            return Some(Ruling::does_not_apply(format!(
                "this is about {} only",
                listed(kinds, "and")
            )));
        }
        if let Some(ruling) = for_children(record) {
            return Some(ruling);
        }
        match record.forum.inner(record.span, |forum| &forum.invited) {
            Answer::Unreadable(span) => Some(unreadable(span).into()),
            Answer::Present(Sent::Never, span) if !was_there(record, cx) => {
                Some(Ruling::does_not_apply("the forum was not invited").at(span, "not invited"))
            }
            Answer::Present(..) | Answer::Missing(_) => None,
        }
    }
}

/// Whether the forum was there, invited or not: it held the event, or its representatives came. Nobody
/// came before the day.
fn was_there(record: &Engagement, cx: &Context<'_>) -> bool {
    let has_begun = !matches!(has_begun(record, cx), Ok(false));
    let reps = record
        .attendance
        .get()
        .and_then(|attendance| attendance.forum_reps.get());
    let came = has_begun && reps.is_some_and(|count| somebody(*count));
    came || record.organised_by(Side::Forum, cx.parties) == Some(true)
}
