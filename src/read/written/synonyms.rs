//! What people write for the words of the closed lists, one table to a list. Every phrase is in
//! small letters with one blank between its words; a word of the list itself is not repeated.

use crate::record::{Audience, Kind, Mode, Status};
use closed_words::Word;

/// A closed list whose words people also write otherwise.
pub(crate) trait Synonyms: Word {
    /// Other phrases, each with what is meant.
    const ALSO: &'static [(&'static str, Self)];
}

impl Synonyms for Status {
    const ALSO: &'static [(&'static str, Self)] = &[
        ("done", Status::Held),
        ("complete", Status::Held),
        ("completed", Status::Held),
        ("took place", Status::Held),
        ("taken place", Status::Held),
        ("has taken place", Status::Held),
        ("happened", Status::Held),
        ("delivered", Status::Held),
        ("went ahead", Status::Held),
        ("was held", Status::Held),
        ("finished", Status::Held),
        ("closed", Status::Held),
        ("attended", Status::Held),
        ("booked", Status::Planned),
        ("scheduled", Status::Planned),
        ("upcoming", Status::Planned),
        ("arranged", Status::Planned),
        ("organised", Status::Planned),
        ("confirmed", Status::Planned),
        ("proposed", Status::Planned),
        ("tentative", Status::Planned),
        ("provisional", Status::Planned),
        ("pending", Status::Planned),
        ("going ahead", Status::Planned),
        ("to be held", Status::Planned),
        ("to take place", Status::Planned),
        ("not yet held", Status::Planned),
        ("canceled", Status::Cancelled),
        ("called off", Status::Cancelled),
        ("abandoned", Status::Cancelled),
        ("withdrawn", Status::Cancelled),
        ("did not happen", Status::Cancelled),
        ("didnt happen", Status::Cancelled),
        ("did not take place", Status::Cancelled),
        ("didnt take place", Status::Cancelled),
        ("did not go ahead", Status::Cancelled),
        ("didnt go ahead", Status::Cancelled),
        ("not going ahead", Status::Cancelled),
        ("will not go ahead", Status::Cancelled),
        ("not held", Status::Cancelled),
        ("deferred", Status::Postponed),
        ("delayed", Status::Postponed),
        ("moved", Status::Postponed),
        ("put off", Status::Postponed),
        ("put back", Status::Postponed),
        ("rescheduled", Status::Postponed),
        ("re scheduled", Status::Postponed),
        ("rearranged", Status::Postponed),
        ("re arranged", Status::Postponed),
        ("on hold", Status::Postponed),
    ];
}

impl Synonyms for Kind {
    const ALSO: &'static [(&'static str, Self)] = &[
        ("meetings", Kind::Meeting),
        ("sub group", Kind::Meeting),
        ("subgroup", Kind::Meeting),
        ("working party", Kind::Meeting),
        ("co production group", Kind::Meeting),
        ("coproduction group", Kind::Meeting),
        ("task finish group", Kind::Meeting),
        ("board", Kind::Meeting),
        ("board meeting", Kind::Meeting),
        ("steering group", Kind::Meeting),
        ("steering group meeting", Kind::Meeting),
        ("working group", Kind::Meeting),
        ("task and finish group", Kind::Meeting),
        ("committee", Kind::Meeting),
        ("online meeting", Kind::Meeting),
        ("virtual meeting", Kind::Meeting),
        ("workshops", Kind::Workshop),
        ("focus group", Kind::Workshop),
        ("focus groups", Kind::Workshop),
        ("design session", Kind::Workshop),
        ("co production session", Kind::Workshop),
        ("coproduction session", Kind::Workshop),
        ("events", Kind::Event),
        ("webinar", Kind::Event),
        ("training", Kind::Event),
        ("listening event", Kind::Event),
        ("listening session", Kind::Event),
        ("consultation event", Kind::Event),
        ("info session", Kind::Event),
        ("social", Kind::Event),
        ("coffee morning", Kind::Event),
        ("coffee mornings", Kind::Event),
        ("drop in", Kind::Event),
        ("drop ins", Kind::Event),
        ("drop in session", Kind::Event),
        ("information session", Kind::Event),
        ("open day", Kind::Event),
        ("open evening", Kind::Event),
        ("roadshow", Kind::Event),
        ("conference", Kind::Event),
        ("forum meetings", Kind::ForumMeeting),
        ("parent forum", Kind::ForumMeeting),
        ("agm", Kind::ForumMeeting),
        ("annual general meeting", Kind::ForumMeeting),
        ("meeting of the forum", Kind::ForumMeeting),
        ("parent carer forum meeting", Kind::ForumMeeting),
        ("parent forum meeting", Kind::ForumMeeting),
        ("pcf meeting", Kind::ForumMeeting),
        ("surveys", Kind::Survey),
        ("online survey", Kind::Survey),
        ("questionnaire", Kind::Survey),
        ("questionnaires", Kind::Survey),
        ("poll", Kind::Survey),
        ("consultations", Kind::Consultation),
        ("public consultation", Kind::Consultation),
        ("formal consultation", Kind::Consultation),
        ("statutory consultation", Kind::Consultation),
    ];
}

impl Synonyms for Audience {
    const ALSO: &'static [(&'static str, Self)] = &[
        ("parent", Audience::Parents),
        ("carer", Audience::Parents),
        ("carers", Audience::Parents),
        ("parents and carers", Audience::Parents),
        ("parents carers", Audience::Parents),
        ("parents or carers", Audience::Parents),
        ("parent and carers", Audience::Parents),
        ("parent carer", Audience::Parents),
        ("parent carers", Audience::Parents),
        ("families", Audience::Parents),
        ("all parents", Audience::Parents),
        ("all parents and carers", Audience::Parents),
        ("all families", Audience::Parents),
        ("parent reps", Audience::Parents),
        ("reps", Audience::Parents),
        ("forum members", Audience::Parents),
        ("children", Audience::Cyp),
        ("young people", Audience::Cyp),
        ("young person", Audience::Cyp),
        ("children and young people", Audience::Cyp),
        ("children young people", Audience::Cyp),
        ("children and yp", Audience::Cyp),
        ("yp", Audience::Cyp),
        ("c yp", Audience::Cyp),
        ("pupils", Audience::Cyp),
        ("students", Audience::Cyp),
        ("professionals", Audience::Staff),
        ("practitioners", Audience::Staff),
        ("officers", Audience::Staff),
        ("council staff", Audience::Staff),
        ("school staff", Audience::Staff),
    ];
}

impl Synonyms for Mode {
    const ALSO: &'static [(&'static str, Self)] = &[
        ("teams", Mode::Online),
        ("ms teams", Mode::Online),
        ("microsoft teams", Mode::Online),
        ("microsoft teams meeting", Mode::Online),
        ("teams meeting", Mode::Online),
        ("via teams", Mode::Online),
        ("on teams", Mode::Online),
        ("zoom", Mode::Online),
        ("zoom meeting", Mode::Online),
        ("via zoom", Mode::Online),
        ("on zoom", Mode::Online),
        ("google meet", Mode::Online),
        ("skype", Mode::Online),
        ("webinar", Mode::Online),
        ("virtual", Mode::Online),
        ("virtually", Mode::Online),
        ("virtual meeting", Mode::Online),
        ("online meeting", Mode::Online),
        ("held online", Mode::Online),
        ("remote", Mode::Online),
        ("remotely", Mode::Online),
        ("held remotely", Mode::Online),
        ("face to face", Mode::InPerson),
        ("f2f", Mode::InPerson),
        ("onsite", Mode::InPerson),
        ("on site", Mode::InPerson),
        ("blended", Mode::Hybrid),
        ("mixed", Mode::Hybrid),
        ("in person and online", Mode::Hybrid),
        ("online and in person", Mode::Hybrid),
        ("face to face and online", Mode::Hybrid),
        ("online and face to face", Mode::Hybrid),
        ("hybrid meeting", Mode::Hybrid),
    ];
}

#[cfg(test)]
mod tests {
    use std::fmt::Debug;

    use super::super::tokens::folded;
    use super::*;

    fn is_sound<W: Synonyms + Debug + PartialEq>(word: fn(W) -> &'static str) {
        for (at, (phrase, target)) in W::ALSO.iter().enumerate() {
            assert_eq!(folded(phrase), *phrase, "not in the form that is looked up");
            assert_eq!(
                W::from_word(phrase),
                None,
                "{phrase} is a word of the list itself"
            );
            assert_eq!(W::from_word(word(*target)), Some(*target), "{phrase}");
            let again = W::ALSO
                .iter()
                .skip(at + 1)
                .any(|(other, _)| other == phrase);
            assert!(!again, "{phrase} stands there twice");
        }
    }

    #[test]
    fn tables_are_sound() {
        is_sound(Status::word);
        is_sound(Kind::word);
        is_sound(Audience::word);
        is_sound(Mode::word);
    }
}
