//! Whether everybody could take part where a meeting was held.
//!
//! ## Why
//!
//! A parent who uses a wheelchair, or who cannot hear across a room, is only invited if the place
//! lets them in. "Where possible" asks for a reason wherever it was not possible. The four core
//! points are those that published checklists for accessible meetings share (Wiltshire Council,
//! the Social Care Institute for Excellence, Ulster University).
//!
//! ## How it is judged
//!
//! In person, each required point under `venue.access` needs an answer; a `no` needs a reason in
//! `why_not`; and people must have been asked what they need (`needs_asked`). Online, the points
//! for online meetings count instead, so nobody asks for a ramp to a screen. A hybrid meeting
//! passes both. Where the record does not say how it was held, it is judged in each of these ways,
//! and the same answer in all of them stands. Answers count from the event; before it, what is
//! missing can still be arranged. Surveys and consultations have no venue.
//!
//! ## Parameters
//!
//! - `in_person`: the required points; `step_free`, `accessible_toilet`, `hearing_loop`, parking and
//!   `needs_asked` unless given.
//! - `online`: the required points online; captions and `needs_asked` unless given.
//!
//! ## Examples
//!
//! ### kept, as of 2026-03-01
//!
//! There was no loop, and the record says why.
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2026-02-26
//! venue:
//!   mode: in-person
//!   access: { step_free: yes, accessible_toilet: yes, hearing_loop: no, parking: yes,
//!             needs_asked: yes, why_not: the loop is on order }
//! ```
//!
//! ### kept, as of 2026-03-01
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2026-02-26
//! venue: { mode: online, access: { captions: yes, needs_asked: yes } }
//! ```
//!
//! ### not kept, as of 2026-03-01
//!
//! The online half is fine, but the room has steps and nobody says why.
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2026-02-26
//! venue:
//!   mode: hybrid
//!   access: { step_free: no, accessible_toilet: yes, hearing_loop: yes, parking: yes,
//!             captions: yes, needs_asked: yes }
//! ```
//!
//! ### not kept, as of 2026-03-01
//!
//! However it was held, people were to be asked what they need.
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2026-02-26
//! venue: { access: { needs_asked: no } }
//! ```
//!
//! ### no evidence, as of 2026-03-01
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2026-02-26
//! venue: { mode: in-person, access: { step_free: yes, parking: yes } }
//! ```
//!
//! ### still to come, as of 2026-02-01
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2026-02-26
//! ```
//!
//! ### does not apply, as of 2026-03-01
//!
//! ```yaml
//! title: Transport survey
//! kind: survey
//! opens: 2026-01-05
//! closes: 2026-02-20
//! ```

use crate::rules::{Check, Context, NoEvidence, Ruling, Verdict, event_day, unreadable};
use closed_words::listed;
use engagement_records::fields::{Answer, Field, Fields, Gap};
use engagement_records::record::{Access, AccessKey, Engagement, Mode};
use located::source::Span;

/// See the page above.
#[derive(Debug, Clone)]
pub struct AccessibleVenue {
    in_person: Vec<AccessKey>,
    online: Vec<AccessKey>,
}

const IN_PERSON: &[AccessKey] = &[
    AccessKey::StepFree,
    AccessKey::AccessibleToilet,
    AccessKey::HearingLoop,
    AccessKey::Parking,
    AccessKey::NeedsAsked,
];
const ONLINE: &[AccessKey] = &[AccessKey::Captions, AccessKey::NeedsAsked];

const MODE_UNSAID: &str = "the record does not say whether it was in person or online";

impl Check for AccessibleVenue {
    type About<'a> = &'a Engagement;
    const CODE: &'static str = "accessible-venue";
    const PROMISE: &'static str = "Accessible venue";
    const FAILING: &'static str = "Access barrier";
    const FILE: &'static str = include_str!("accessible_venue.rs");
    const SETTLED_BY_EVENT: bool = true;

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        let mut points = |name, shipped: &[AccessKey]| match fields.words(name) {
            Field::Present(said) => said.value.into_iter().map(|point| point.value).collect(),
            Field::Absent
            | Field::NoPlace(_)
            | Field::Blank(_)
            | Field::Open(_)
            | Field::Unreadable(_) => shipped.to_vec(),
        };
        AccessibleVenue {
            in_person: points("in_person", IN_PERSON),
            online: points("online", ONLINE),
        }
    }

    fn judge(&self, record: &Engagement, cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
        if record.is_open_period() {
            return Ok(Ruling::does_not_apply(
                "a survey or consultation has no venue",
            ));
        }
        let (event, _) = event_day(record, cx)?;
        let ruling = self.judge_venue(record, cx).unwrap_or_else(Ruling::from);
        // Until the day itself, what is missing can still be arranged.
        if event > cx.as_of {
            let (so_far, ruling) = if ruling.verdict == Verdict::Kept {
                ("as planned", ruling)
            } else {
                let so_far = "access is to be settled by the day; so far";
                (so_far, ruling.to_do("sort out access"))
            };
            let words = format!("{so_far}, {}", ruling.evidence);
            return Ok(Ruling {
                verdict: Verdict::StillToCome,
                evidence: words.into(),
                ..ruling.due(event)
            });
        }
        Ok(ruling)
    }
}

impl AccessibleVenue {
    fn judge_venue(&self, record: &Engagement, cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
        match record.venue.inner(record.span, |venue| &venue.mode) {
            Answer::Present(mode, place) => self.judge_mode(*mode, place, record, cx),
            Answer::Unreadable(span) => Err(unreadable(span)),
            Answer::Missing(gap) => self.judge_every_mode(gap, record, cx),
        }
    }

    /// The answer that it has however it was held, if there is one.
    fn judge_every_mode(
        &self,
        missing: Gap,
        record: &Engagement,
        cx: &Context<'_>,
    ) -> Result<Ruling, NoEvidence> {
        let judged = |mode| {
            self.judge_mode(mode, record.span, record, cx)
                .unwrap_or_else(Ruling::from)
        };
        let [one, others @ ..] = [Mode::InPerson, Mode::Online, Mode::Hybrid].map(judged);
        let is_same = others.iter().all(|other| other.verdict == one.verdict);
        if !is_same || one.verdict == Verdict::NoEvidence {
            return Err(NoEvidence::new(MODE_UNSAID)
                .gap(missing, "`mode` is missing here")
                .remedy(
                    "[venue.mode|Add `mode` under `venue`: in-person, online or hybrid|Write \
                     in-person, online or hybrid @]; and [venue.access|`access`|what it offered @].",
                ));
        }
        let [online, _] = others;
        let evidence = if one.evidence == online.evidence {
            one.evidence.clone()
        } else {
            format!("in person: {}; online: {}", one.evidence, online.evidence).into()
        };
        Ok(Ruling { evidence, ..one }.note(MODE_UNSAID))
    }

    /// Judges it as held in one way; `place` is where it says so, or would.
    fn judge_mode(
        &self,
        mode: Mode,
        place: Span,
        record: &Engagement,
        cx: &Context<'_>,
    ) -> Result<Ruling, NoEvidence> {
        let required = self.required(mode);
        let venue = record.venue.get().map(|venue| &venue.access);
        let access = match venue.unwrap_or(&Field::Absent).answer(place) {
            Answer::Present(access, span) => (&**access, span),
            Answer::Unreadable(span) => return Err(unreadable(span)),
            Answer::Missing(gap) => {
                return Ok(cx
                    .silent(
                        "the record says nothing about access",
                        gap,
                        "`access` is missing here",
                    )
                    .remedy("Add the answers [venue.access|under `access`|@]."));
            }
        };
        Ok(judge_points(&required, access.0, access.1, cx))
    }

    fn required(&self, mode: Mode) -> Vec<AccessKey> {
        let only_online = |point: &&AccessKey| !self.in_person.contains(point);
        match mode {
            Mode::InPerson => self.in_person.clone(),
            Mode::Online => self.online.clone(),
            Mode::Hybrid => {
                let further = self.online.iter().filter(only_online);
                self.in_person.iter().chain(further).copied().collect()
            }
        }
    }
}

fn judge_points(required: &[AccessKey], access: &Access, place: Span, cx: &Context<'_>) -> Ruling {
    let mut refused = Vec::new();
    let mut unanswered = Vec::new();
    let mut gaps = Vec::new();
    for point in required {
        match access.answer(*point).answer(place) {
            Answer::Present(true, _) => {}
            Answer::Present(false, span) => refused.push((*point, span)),
            Answer::Missing(gap) => {
                unanswered.push(*point);
                gaps.push(gap);
            }
            Answer::Unreadable(span) => return unreadable(span).into(),
        }
    }
    let named = |points: &[AccessKey]| listed(points.iter().map(|point| point.spoken()), "and");
    // Nobody needs a reason for not asking; it can always be done.
    let reason_given = access.why_not.words().is_some();
    if let Some(span) = access.why_not.unreadable().filter(|_| !refused.is_empty()) {
        return unreadable(span).into();
    }
    let unexcused: Vec<(AccessKey, Span)> = refused
        .iter()
        .filter(|(point, _)| !reason_given || *point == AccessKey::NeedsAsked)
        .copied()
        .collect();
    if !unexcused.is_empty() {
        let points: Vec<AccessKey> = unexcused.iter().map(|(point, _)| *point).collect();
        let ruling = Ruling::not_kept(format!("no {}, and no reason is given", bare(&points)))
            .defence(access.why_not.answer(place).gap())
            .remedy("Arrange it for next time; if it was not possible, say why [venue.access.why_not|in `why_not`|@].");
        return unexcused.iter().fold(ruling, |ruling, (_, span)| {
            ruling.at(*span, "no, and no reason")
        });
    }
    if let Some(gap) = Gap::first(gaps) {
        let gap = Gap { at: place, ..gap };
        return cx
            .silent(
                format!("the record does not answer: {}", named(&unanswered)),
                gap,
                "not every point is answered",
            )
            .remedy("Add the answers [venue.access|under `access`|@].");
    }
    let ruling = Ruling::kept("every point about access was answered").at(place, "access");
    if refused.is_empty() {
        return ruling;
    }
    let points: Vec<AccessKey> = refused.iter().map(|(point, _)| *point).collect();
    ruling.note(format!("no {}, and the record says why", bare(&points)))
}

/// The points after "no".
fn bare(points: &[AccessKey]) -> String {
    listed(
        points.iter().map(|point| {
            let spoken = point.spoken();
            spoken
                .strip_prefix("an ")
                .or_else(|| spoken.strip_prefix("a "))
                .unwrap_or(spoken)
        }),
        "and no",
    )
}
