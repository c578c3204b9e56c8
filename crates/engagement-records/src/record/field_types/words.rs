//! Fields with words of closed lists: the program's own, and those that a charter lends.

use std::marker::PhantomData;

use super::{OneValue, both_lists, list, text};
use crate::fields::{Asked, Field, Fields};
use crate::record::declaration::ReadWith;
use crate::record::holds::Holds;
use crate::record::listing::{Said, Seen, Words};
use crate::record::{PartyId, Status, Vocabulary};
use closed_words::Word;
use located::source::{Span, Spanned};

/// One word of a list that the program knows.
pub struct OneOf<W>(PhantomData<W>);

impl<W: Word + PartialEq> OneValue for OneOf<W> {
    type Value = W;
    const HOLDS: Holds = Holds::Word;

    fn words() -> Vec<&'static str> {
        W::all_words().collect()
    }

    fn read(f: &mut Fields<'_, '_>, name: &'static str, _: &ReadWith<'_>) -> Field<W> {
        f.word(name)
    }

    fn said<'a>(value: &'a W, place: Span, _: Seen<'a>) -> Said<'a> {
        Said::Value(text(spelled(*value)), place)
    }
}

/// How far something has come. A calendar goes on saying `planned` of what a log says how it went.
pub struct Stage;

impl OneValue for Stage {
    type Value = Status;
    const HOLDS: Holds = Holds::Word;

    fn words() -> Vec<&'static str> {
        OneOf::<Status>::words()
    }

    fn read(f: &mut Fields<'_, '_>, name: &'static str, with: &ReadWith<'_>) -> Field<Status> {
        OneOf::<Status>::read(f, name, with)
    }

    fn both(one: Spanned<Status>, other: Spanned<Status>) -> Option<Spanned<Status>> {
        match (one.value, other.value) {
            (Status::Planned, _) => Some(other),
            (_, Status::Planned) => Some(one),
            (stage, same) => (stage == same).then_some(one),
        }
    }

    fn said<'a>(value: &'a Status, place: Span, seen: Seen<'a>) -> Said<'a> {
        OneOf::<Status>::said(value, place, seen)
    }
}

/// Several words of a list that the program knows.
pub struct AnyOf<W>(PhantomData<W>);

impl<W: Word + PartialEq> OneValue for AnyOf<W> {
    type Value = Vec<Spanned<W>>;
    const HOLDS: Holds = Holds::Words;

    fn words() -> Vec<&'static str> {
        W::all_words().collect()
    }

    fn read(f: &mut Fields<'_, '_>, name: &'static str, _: &ReadWith<'_>) -> Field<Self::Value> {
        f.words(name)
    }

    fn both(
        one: Spanned<Self::Value>,
        other: Spanned<Self::Value>,
    ) -> Option<Spanned<Self::Value>> {
        both_lists(one, &other, PartialEq::eq)
    }

    fn said<'a>(all: &'a Self::Value, place: Span, _: Seen<'a>) -> Said<'a> {
        list(all.iter().map(|one| text(spelled(one.value))), place)
    }
}

/// A rung of the charter's ladder.
pub struct Rung;

impl OneValue for Rung {
    type Value = String;
    const HOLDS: Holds = Holds::Word;

    fn words_under(words: Vocabulary<'_>) -> Words<'_> {
        Words::Charter(words.ladder)
    }

    fn read(f: &mut Fields<'_, '_>, name: &'static str, with: &ReadWith<'_>) -> Field<String> {
        f.parsed(
            name,
            || Asked::one_of(with.words.ladder.iter().map(String::as_str)),
            |text| with.words.rung(text),
        )
    }

    fn said<'a>(value: &'a String, place: Span, _: Seen<'a>) -> Said<'a> {
        Said::Value(text(value), place)
    }
}

/// Several of the charter's schools.
pub struct Schools;

impl OneValue for Schools {
    type Value = Vec<Spanned<String>>;
    const HOLDS: Holds = Holds::Words;

    fn words_under(words: Vocabulary<'_>) -> Words<'_> {
        Words::Charter(words.schools)
    }

    fn read(f: &mut Fields<'_, '_>, name: &'static str, with: &ReadWith<'_>) -> Field<Self::Value> {
        f.list(
            name,
            || Asked::one_of(with.words.schools.iter().map(String::as_str)),
            |text| with.words.school(text),
        )
    }

    fn both(
        one: Spanned<Self::Value>,
        other: Spanned<Self::Value>,
    ) -> Option<Spanned<Self::Value>> {
        both_lists(one, &other, PartialEq::eq)
    }

    fn said<'a>(all: &'a Self::Value, place: Span, _: Seen<'a>) -> Said<'a> {
        list(all.iter().map(|one| text(&one.value)), place)
    }
}

/// One of the charter's parties, by any of its names.
pub struct OneParty;

impl OneValue for OneParty {
    type Value = PartyId;
    const HOLDS: Holds = Holds::Word;

    fn words_under(words: Vocabulary<'_>) -> Words<'_> {
        Words::Parties(words.parties)
    }

    fn read(f: &mut Fields<'_, '_>, name: &'static str, with: &ReadWith<'_>) -> Field<PartyId> {
        f.parsed(
            name,
            || with.words.parties.asked(),
            |text| with.words.parties.find(text),
        )
    }

    fn said<'a>(id: &'a PartyId, place: Span, seen: Seen<'a>) -> Said<'a> {
        match seen.words.parties.get(*id) {
            Some(party) => Said::Value(text(&party.id), place),
            None => Said::Unreadable(place),
        }
    }
}

/// Several of the charter's parties.
pub struct AnyParty;

impl OneValue for AnyParty {
    type Value = Vec<Spanned<PartyId>>;
    const HOLDS: Holds = Holds::Words;

    fn words_under(words: Vocabulary<'_>) -> Words<'_> {
        Words::Parties(words.parties)
    }

    fn read(f: &mut Fields<'_, '_>, name: &'static str, with: &ReadWith<'_>) -> Field<Self::Value> {
        f.list(
            name,
            || with.words.parties.asked(),
            |text| with.words.parties.find(text),
        )
    }

    fn both(
        one: Spanned<Self::Value>,
        other: Spanned<Self::Value>,
    ) -> Option<Spanned<Self::Value>> {
        both_lists(one, &other, PartialEq::eq)
    }

    fn said<'a>(all: &'a Self::Value, place: Span, seen: Seen<'a>) -> Said<'a> {
        let parties = seen.words.parties;
        let known = all.iter().filter_map(|one| parties.get(one.value));
        list(known.map(|party| text(&party.id)), place)
    }
}

fn spelled<W: Word + PartialEq>(value: W) -> &'static str {
    W::WORDS
        .iter()
        .find(|(_, known)| *known == value)
        .map_or("", |(word, _)| word)
}
