//! The parties of a charter from their fields.

use super::common::{named, required_word, texts};
use closed_words::same_word;
use engagement_records::fields::{Field, Fields};
use engagement_records::record::{Parties, Party, Side};
use located::diagnostic::Diagnostic;

pub(super) fn read_parties(f: &mut Fields<'_, '_>) -> Parties {
    let field = f.group("parties", "`parties`", |f| {
        named(f, "a party", |id, span, f| Party {
            id: id.to_owned(),
            name: f
                .text("name")
                .get()
                .cloned()
                .unwrap_or_else(|| id.to_owned()),
            also_known_as: texts(f, "also_known_as"),
            side: required_word(f, "side", Side::Organisation),
            signed: f.date("signed"),
            signed_by: f.text("signed_by"),
            span,
        })
    });
    if let Field::Present(said) = &field {
        names_are_clear(f, &said.value);
    }
    f.require("parties");
    match field {
        Field::Present(said) => Parties::new(*said.value),
        Field::Unreadable(_) => Parties::default(),
        Field::Absent | Field::NoPlace(_) | Field::Blank(_) | Field::Open(_) => {
            let place = f.place();
            f.fault(
                Diagnostic::error("missing-field", place, "`parties` is missing here").help(
                    "name at least one party of each side, such as \
                     `council: { name: A Council, side: organisation }`",
                ),
            );
            Parties::default()
        }
    }
}

/// Nobody can tell whose duty it is where two parties share a name, or where a side is empty.
fn names_are_clear(f: &mut Fields<'_, '_>, parties: &[Party]) {
    for side in [Side::Organisation, Side::Forum] {
        if !parties.iter().any(|party| party.side == side) {
            let place = f.place();
            let message = format!(
                "the charter names no party on the side of the {}",
                side.word()
            );
            f.fault(Diagnostic::error("no-party", place, message));
        }
    }
    for (at, party) in parties.iter().enumerate() {
        let others = parties.iter().skip(at + 1);
        for other in others.filter(|other| shares_name(party, other)) {
            f.fault(
                Diagnostic::error("shared-name", other.span, "two parties share a name")
                    .and(party.span, "the other party"),
            );
        }
    }
}

fn shares_name(party: &Party, other: &Party) -> bool {
    party
        .names()
        .any(|name| other.names().any(|also| same_word(name, also)))
}
