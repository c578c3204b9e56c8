//! What people write for the words of the closed lists of records, one table to a list.

use crate::record::{Kind, Mode, Status};
use plain_values::{CalledOff, Synonyms};

impl From<CalledOff> for Status {
    fn from(called_off: CalledOff) -> Self {
        match called_off {
            CalledOff::Cancelled => Status::Cancelled,
            CalledOff::Postponed => Status::Postponed,
        }
    }
}

impl Synonyms for Status {
    fn synonyms() -> impl Iterator<Item = (&'static str, Self)> {
        STATUS
            .iter()
            .copied()
            .chain(CalledOff::synonyms().map(|(phrase, off)| (phrase, off.into())))
    }

    fn is_done(self) -> bool {
        self == Status::Held
    }
}

const STATUS: &[(&str, Status)] = &[
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
    ("we asked you said we did", Status::Held),
    ("you said we did", Status::Held),
    ("results published", Status::Held),
    ("feedback published", Status::Held),
    ("feedback given", Status::Held),
    ("forthcoming", Status::Planned),
    ("coming soon", Status::Planned),
    ("open", Status::Planned),
    ("live", Status::Planned),
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
];

impl Synonyms for Kind {
    fn synonyms() -> impl Iterator<Item = (&'static str, Self)> {
        KIND.iter().copied()
    }
}

const KIND: &[(&str, Kind)] = &[
    ("meetings", Kind::Meeting),
    ("mtg", Kind::Meeting),
    ("mtgs", Kind::Meeting),
    ("sub group", Kind::Meeting),
    ("subgroup", Kind::Meeting),
    ("working party", Kind::Meeting),
    ("co production group", Kind::Meeting),
    ("coproduction group", Kind::Meeting),
    ("task finish group", Kind::Meeting),
    ("task finish", Kind::Meeting),
    ("task and finish", Kind::Meeting),
    ("panel", Kind::Meeting),
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
    ("coffee and chat", Kind::Event),
    ("coffee chat", Kind::Event),
    ("chat", Kind::Event),
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

impl Synonyms for Mode {
    fn synonyms() -> impl Iterator<Item = (&'static str, Self)> {
        MODE.iter().copied()
    }
}

const MODE: &[(&str, Mode)] = &[
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

#[cfg(test)]
mod tests {
    use std::fmt::Debug;

    use super::*;
    use crate::record::Audience;
    use plain_values::{ListOf, read_stage, read_synonym, split_list};

    fn is_sound<W: Synonyms + Debug + PartialEq>(word: fn(W) -> &'static str) {
        let all: Vec<(&str, W)> = W::synonyms().collect();
        for (at, (phrase, target)) in all.iter().enumerate() {
            assert_eq!(
                read_synonym(phrase),
                Ok(*target),
                "{phrase} is not looked up so"
            );
            assert_eq!(
                W::from_word(phrase),
                None,
                "{phrase} is a word of the list itself"
            );
            assert_eq!(W::from_word(word(*target)), Some(*target), "{phrase}");
            let again = all.iter().skip(at + 1).any(|(other, _)| other == phrase);
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

    #[test]
    fn parts_of_an_audience_are_words() {
        for (text, expected) in [
            ("Parents and carers", vec![Audience::Parents]),
            (
                "Parent/carers, CYP & professionals",
                vec![Audience::Parents, Audience::Cyp, Audience::Staff],
            ),
            ("Children and young people", vec![Audience::Cyp]),
        ] {
            let mut found: Vec<Audience> = split_list(text, ListOf::Words)
                .into_iter()
                .map(|part| read_synonym(text.get(part).unwrap()).unwrap())
                .collect();
            found.dedup();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn statuses() {
        for (text, expected) in [
            ("Done", Status::Held),
            ("COMPLETED", Status::Held),
            ("Took place", Status::Held),
            ("Happened", Status::Held),
            ("held", Status::Held),
            ("Delivered.", Status::Held),
            ("Went ahead", Status::Held),
            ("Held - well attended", Status::Held),
            ("Held (12 came)", Status::Held),
            ("Booked", Status::Planned),
            ("Scheduled", Status::Planned),
            ("Upcoming", Status::Planned),
            ("Planned", Status::Planned),
            ("Confirmed", Status::Planned),
            ("Proposed", Status::Planned),
            ("Tentative", Status::Planned),
            ("To be held", Status::Planned),
            ("Cancelled", Status::Cancelled),
            ("Canceled", Status::Cancelled),
            ("CALLED OFF!", Status::Cancelled),
            ("Did not happen", Status::Cancelled),
            ("Didn’t take place", Status::Cancelled),
            ("Cancelled due to snow", Status::Cancelled),
            ("This meeting was cancelled.", Status::Cancelled),
            ("postponed, now cancelled", Status::Cancelled),
            ("Postponed", Status::Postponed),
            ("Deferred", Status::Postponed),
            ("Re-arranged", Status::Postponed),
            ("Scheduled and then postponed", Status::Postponed),
            ("Cancelled - rescheduled to 12 May", Status::Postponed),
        ] {
            assert_eq!(read_stage(text), Ok(expected), "{text}");
        }
        for (text, hint) in [
            ("Held?", "question mark"),
            ("Planned - then held", "more than one thing"),
            ("hedl", "did you mean `held`"),
            ("complted", "did you mean `completed`"),
            ("in progress", "write planned, held, cancelled or postponed"),
            ("not cancelled", "planned, held, cancelled or postponed"),
            ("Was not held - see notes", "planned"),
        ] {
            match read_stage::<Status>(text) {
                Err(why) => assert!(why.contains(hint), "{text}: {why}"),
                Ok(read) => assert_eq!(
                    (text, read),
                    ("Was not held - see notes", Status::Cancelled)
                ),
            }
        }
    }

    #[test]
    fn kinds() {
        for (text, expected) in [
            ("Meetings", Kind::Meeting),
            ("Steering Group", Kind::Meeting),
            ("Board", Kind::Meeting),
            ("Forum meeting", Kind::ForumMeeting),
            ("Coffee morning", Kind::Event),
            ("Drop-in", Kind::Event),
            ("Focus group", Kind::Workshop),
            ("Questionnaire", Kind::Survey),
            ("Public consultation", Kind::Consultation),
        ] {
            assert_eq!(read_synonym(text), Ok(expected), "{text}");
        }
        let wrong = read_synonym::<Kind>("Quiz").unwrap_err();
        assert!(wrong.starts_with("write meeting, workshop"), "{wrong}");
        let wrong = read_synonym::<Kind>("Workshpo").unwrap_err();
        assert!(wrong.starts_with("did you mean `workshop`?"), "{wrong}");
        let wrong = read_synonym::<Kind>("Questionaire").unwrap_err();
        assert!(
            wrong.starts_with("did you mean `questionnaire`?"),
            "{wrong}"
        );
    }

    #[test]
    fn audiences() {
        for (text, expected) in [
            ("Parents and carers", Audience::Parents),
            ("Parents & Carers", Audience::Parents),
            ("Parent carers", Audience::Parents),
            ("Parent/carers", Audience::Parents),
            ("Families", Audience::Parents),
            ("CYP", Audience::Cyp),
            ("Children and young people", Audience::Cyp),
            ("Young people", Audience::Cyp),
            ("Children", Audience::Cyp),
            ("Staff", Audience::Staff),
            ("Professionals", Audience::Staff),
            ("Practitioners", Audience::Staff),
        ] {
            assert_eq!(read_synonym(text), Ok(expected), "{text}");
        }
        assert!(read_synonym::<Audience>("everybody").is_err());
    }

    #[test]
    fn modes() {
        for (text, expected) in [
            ("Teams", Mode::Online),
            ("Microsoft Teams Meeting", Mode::Online),
            ("Zoom", Mode::Online),
            ("Online", Mode::Online),
            ("Virtual", Mode::Online),
            ("Remote", Mode::Online),
            ("held remotely", Mode::Online),
            ("face to face", Mode::InPerson),
            ("Face-to-Face", Mode::InPerson),
            ("F2F", Mode::InPerson),
            ("In person", Mode::InPerson),
            ("hybrid", Mode::Hybrid),
            ("blended", Mode::Hybrid),
        ] {
            assert_eq!(read_synonym(text), Ok(expected), "{text}");
        }
        assert!(read_synonym::<Mode>("Orford Jubilee Hub").is_err());
    }
}
