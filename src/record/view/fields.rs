//! The one list of the fields of every type of record, in the order of the files.
//!
//! What a record explains (`explanations`) is not among them: whether an explanation holds is the
//! engine's to say, after a promise was judged.

use super::Type;
use super::listing::Listing;
use super::values::date;
use crate::record::{AccessKey, Conduct, Contact, Decision, Engagement, Request};

#[expect(
    clippy::too_many_lines,
    reason = "one field after the other, in the order of the struct"
)]
pub(super) fn engagement<'a>(l: &mut Listing<'a, '_>, e: Option<&'a Engagement>) {
    l.id(e.map(|e| &e.id));
    l.text("title", e.map(|e| &e.title));
    l.word("kind", e.map(|e| &e.kind));
    l.word("scope", e.map(|e| &e.scope));
    l.text("project", e.map(|e| &e.project));
    l.words("areas", e.map(|e| &e.areas));
    l.parties("organisers", e.map(|e| &e.organisers));
    l.word("status", e.map(|e| &e.status));
    // The day that people knew of, and the moves that they had been told of by then.
    let known = e
        .zip(l.as_of)
        .map(|(e, as_of)| (e.moves_at(as_of).0.len(), e.date_at(as_of)));
    l.answer(
        "date",
        |_| Type::Date,
        known.as_ref().map(|known| &known.1),
        |day, place| date(*day, place),
    );
    l.time("start", e.map(|e| &e.start));
    l.time("end", e.map(|e| &e.end));
    let moves = known.map_or(0, |known| known.0);
    l.groups("moved_from", e.map(|e| &e.moved_from), moves, |l, one| {
        l.day("date", one.map(|one| &one.date));
        l.done("told", one.map(|one| &one.told));
    });
    l.day("opens", e.map(|e| &e.opens));
    l.day("closes", e.map(|e| &e.closes));
    l.day("extended_from", e.map(|e| &e.extended_from));
    l.words("audience", e.map(|e| &e.audience));
    l.text("contact", e.map(|e| &e.contact));
    l.group("notice", e.map(|e| &e.notice), |l, g| {
        l.sent("sent", g.map(|g| &g.sent));
        l.text("channel", g.map(|g| &g.channel));
        l.text("purpose", g.map(|g| &g.purpose));
    });
    l.group("papers", e.map(|e| &e.papers), |l, g| {
        l.sent("sent", g.map(|g| &g.sent));
        l.text("none_needed", g.map(|g| &g.none_needed));
        l.texts("formats", g.map(|g| &g.formats));
    });
    l.group("timing", e.map(|e| &e.timing), |l, g| {
        l.text("considered", g.map(|g| &g.considered));
        l.done("considered_on", g.map(|g| &g.considered_on));
        l.text("alternative", g.map(|g| &g.alternative));
        l.charter_words("schools", l.lent.schools, g.map(|g| &g.schools));
        l.yes_no("hosted_in_school", g.map(|g| &g.hosted_in_school));
    });
    l.group("venue", e.map(|e| &e.venue), |l, g| {
        l.word("mode", g.map(|g| &g.mode));
        l.text("name", g.map(|g| &g.name));
        l.group("access", g.map(|g| &g.access), |l, g| {
            for key in AccessKey::ALL {
                l.yes_no(key.word(), g.and_then(|g| g.answer(*key)));
            }
            l.text("why_not", g.map(|g| &g.why_not));
        });
    });
    l.group("attendance", e.map(|e| &e.attendance), |l, g| {
        l.count("forum_reps", g.map(|g| &g.forum_reps));
        l.count("parents", g.map(|g| &g.parents));
        l.children("cyp", g.map(|g| &g.cyp));
        l.count("staff", g.map(|g| &g.staff));
    });
    l.group("forum", e.map(|e| &e.forum), |l, g| {
        l.sent("invited", g.map(|g| &g.invited));
    });
    l.group("service_parents", e.map(|e| &e.service_parents), |l, g| {
        l.yes_no("involved", g.map(|g| &g.involved));
        l.text("method", g.map(|g| &g.method));
    });
    l.group("cyp", e.map(|e| &e.cyp), |l, g| {
        l.yes_no("involved", g.map(|g| &g.involved));
        l.text("method", g.map(|g| &g.method));
        l.text("facilitation", g.map(|g| &g.facilitation));
        l.text("voice", g.map(|g| &g.voice));
        l.text("audience", g.map(|g| &g.audience));
        l.text("influence", g.map(|g| &g.influence));
        l.text("not_appropriate", g.map(|g| &g.not_appropriate));
        l.text("alternative", g.map(|g| &g.alternative));
    });
    l.group(
        "scope_for_change",
        e.map(|e| &e.scope_for_change),
        |l, g| {
            l.texts("in", g.map(|g| &g.within));
            l.texts("out", g.map(|g| &g.out));
        },
    );
    l.group("expectations", e.map(|e| &e.expectations), |l, g| {
        l.text("commitment_asked", g.map(|g| &g.commitment_asked));
        l.text("recognition", g.map(|g| &g.recognition));
    });
    l.day("options_fixed", e.map(|e| &e.options_fixed));
    l.yes_no("decided_jointly", e.map(|e| &e.decided_jointly));
    l.group("wider_input", e.map(|e| &e.wider_input), |l, g| {
        l.day("opened", g.map(|g| &g.opened));
        l.day("closed", g.map(|g| &g.closed));
        l.text("channel", g.map(|g| &g.channel));
    });
    l.group("reach", e.map(|e| &e.reach), |l, g| {
        l.count("invited", g.map(|g| &g.invited));
        l.count("responded", g.map(|g| &g.responded));
        l.text("not_reached", g.map(|g| &g.not_reached));
    });
    l.group("feedback", e.map(|e| &e.feedback), |l, g| {
        l.sent("sent", g.map(|g| &g.sent));
        l.text("channel", g.map(|g| &g.channel));
        l.words("to", g.map(|g| &g.to));
        l.text("you_said", g.map(|g| &g.you_said));
        l.text("we_did", g.map(|g| &g.we_did));
        l.text("not_possible", g.map(|g| &g.not_possible));
    });
    l.group("forum_feedback", e.map(|e| &e.forum_feedback), |l, g| {
        l.sent("sent", g.map(|g| &g.sent));
    });
    l.text("minutes", e.map(|e| &e.minutes));
    l.charter_word("ladder", l.lent.ladder, e.map(|e| &e.ladder));
    l.group("experience", e.map(|e| &e.experience), |l, g| {
        l.yes_no("complaint", g.map(|g| &g.complaint));
        l.sent("responded", g.map(|g| &g.responded));
    });
    l.group("promoted_forum", e.map(|e| &e.promoted_forum), |l, g| {
        l.yes_no("done", g.map(|g| &g.done));
        l.text("where", g.map(|g| &g.place));
    });
    l.local(e.map(|e| e.local.as_slice()));
}

pub(super) fn decision<'a>(l: &mut Listing<'a, '_>, d: Option<&'a Decision>) {
    l.id(d.map(|d| &d.id));
    l.text("title", d.map(|d| &d.title));
    l.text("project", d.map(|d| &d.project));
    l.words("areas", d.map(|d| &d.areas));
    l.day("decided", d.map(|d| &d.decided));
    l.text("by", d.map(|d| &d.by));
    l.day("options_fixed", d.map(|d| &d.options_fixed));
}

pub(super) fn request<'a>(l: &mut Listing<'a, '_>, r: Option<&'a Request>) {
    l.id(r.map(|r| &r.id));
    l.text("title", r.map(|r| &r.title));
    l.party("by", r.map(|r| &r.by));
    l.party("to", r.map(|r| &r.to));
    l.day("made", r.map(|r| &r.made));
    l.day("for", r.map(|r| &r.needed_for));
    l.sent("answered", r.map(|r| &r.answered));
    l.yes_no("met", r.map(|r| &r.met));
    l.text("attended", r.map(|r| &r.attended));
}

pub(super) fn contact<'a>(l: &mut Listing<'a, '_>, c: Option<&'a Contact>) {
    l.id(c.map(|c| &c.id));
    l.party("party", c.map(|c| &c.party));
    l.text("post", c.map(|c| &c.post));
    l.text("mailbox", c.map(|c| &c.mailbox));
    l.day("from", c.map(|c| &c.from));
    l.day("until", c.map(|c| &c.until));
}

pub(super) fn conduct<'a>(l: &mut Listing<'a, '_>, c: Option<&'a Conduct>) {
    l.id(c.map(|c| &c.id));
    l.party("party", c.map(|c| &c.party));
    l.text("document", c.map(|c| &c.document));
    l.text("link", c.map(|c| &c.link));
    l.done("reviewed", c.map(|c| &c.reviewed));
}
