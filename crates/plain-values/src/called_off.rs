//! Whether something was called off: `CANCELLED`, `did not go ahead`, `put back`.

use std::ops::Range;

use closed_words::{listed, words};

use crate::tokens::{Token, folded, plain, tokens};
use crate::words::{Synonyms, exactly, phrases, read_synonym};

words! {
    /// How something was called off.
    pub enum CalledOff {
        /// It does not happen at all.
        Cancelled = "cancelled",
        /// It happens on another day, known or not.
        Postponed = "postponed",
    }
}

impl Synonyms for CalledOff {
    fn synonyms() -> impl Iterator<Item = (&'static str, Self)> {
        use CalledOff::{Cancelled, Postponed};
        [
            ("canceled", Cancelled),
            ("called off", Cancelled),
            ("abandoned", Cancelled),
            ("withdrawn", Cancelled),
            ("did not happen", Cancelled),
            ("didnt happen", Cancelled),
            ("did not take place", Cancelled),
            ("didnt take place", Cancelled),
            ("did not go ahead", Cancelled),
            ("didnt go ahead", Cancelled),
            ("not going ahead", Cancelled),
            ("will not go ahead", Cancelled),
            ("not held", Cancelled),
            ("deferred", Postponed),
            ("delayed", Postponed),
            ("moved", Postponed),
            ("put off", Postponed),
            ("put back", Postponed),
            ("rescheduled", Postponed),
            ("re scheduled", Postponed),
            ("rearranged", Postponed),
            ("re arranged", Postponed),
            ("on hold", Postponed),
        ]
        .into_iter()
    }
}

/// Whether a text says that something was called off; where it says so more than once, the last
/// counts: `Postponed, now cancelled`.
pub fn read_called_off(text: &str) -> Option<CalledOff> {
    last_called_off(&tokens(&plain(text))).map(|(called_off, _)| called_off)
}

/// Reads how far something has come, from a list of which some words say that it was called off.
/// `Scheduled and then postponed` is postponed: the last phrase that calls it off stands. A remark
/// may follow: `Held - well attended`.
///
/// # Errors
/// What was expected.
pub fn read_stage<W: Synonyms + From<CalledOff> + PartialEq>(text: &str) -> Result<W, String> {
    let read = read_synonym(text);
    if read.is_ok() || text.contains('?') {
        return read;
    }
    let plain = plain(text);
    if let Some(done) = done(&plain) {
        return done;
    }
    let tokens = tokens(&plain);
    if let Some((called_off, _)) = last_called_off(&tokens) {
        return Ok(called_off.into());
    }
    let Some(stage) = before_remark(&plain).and_then(exactly) else {
        return read;
    };
    if phrases::<W>(&tokens).any(|(other, _)| other != stage) {
        return Err(more_than_one::<W>());
    }
    Ok(stage)
}

fn more_than_one<W: Synonyms>() -> String {
    format!(
        "this says more than one thing; write {} alone",
        listed(W::all_words(), "or")
    )
}

/// What a text says that begins with a word for being done: `Held; next meeting postponed`. What
/// follows may be about anything else, unless it says the opposite by itself: `Held - cancelled`.
fn done<W: Synonyms + PartialEq>(plain: &str) -> Option<Result<W, String>> {
    let joints = [
        " - ", "(", ":", ";", ",", ". ", " on ", " at ", " in ", " via ", " with ",
    ];
    let (head, rest) = joints
        .iter()
        .filter_map(|joint| plain.split_once(joint))
        .min_by_key(|(head, _)| head.len())?;
    let stage = exactly::<W>(head).filter(|stage| stage.is_done())?;
    let mut clauses = rest.split([';', ',', '.', '(', ')', '-']);
    let takes_back = |clause: &str| {
        let clause = folded(clause);
        let bare = ["then ", "now ", "later ", "but ", "and "]
            .iter()
            .find_map(|word| clause.strip_prefix(word));
        exactly::<W>(bare.unwrap_or(&clause)).is_some_and(|other| other != stage)
    };
    Some(if clauses.any(takes_back) {
        Err(more_than_one::<W>())
    } else {
        Ok(stage)
    })
}

/// What stands before a remark.
fn before_remark(plain: &str) -> Option<&str> {
    [" - ", "(", ":"]
        .iter()
        .filter_map(|mark| plain.split_once(mark))
        .map(|(head, _)| head)
        .min_by_key(|head| head.len())
}

/// The last phrase that says that something was called off, and where it stands.
pub(crate) fn last_called_off(tokens: &[Token<'_>]) -> Option<(CalledOff, Range<usize>)> {
    phrases(tokens)
        .filter(|(_, at)| {
            let before = at
                .start
                .checked_sub(1)
                .and_then(|before| tokens.get(before));
            !matches!(
                before,
                Some(Token::Word("not" | "never" | "isnt" | "wasnt" | "un"))
            )
        })
        .max_by_key(|(_, at)| at.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_phrase_counts() {
        for (text, expected) in [
            ("CANCELLED", Some(CalledOff::Cancelled)),
            ("Didn’t take place", Some(CalledOff::Cancelled)),
            ("12 March (put back)", Some(CalledOff::Postponed)),
            ("postponed, now cancelled", Some(CalledOff::Cancelled)),
            (
                "Cancelled - rescheduled to 12 May",
                Some(CalledOff::Postponed),
            ),
            ("not cancelled", None),
            ("was never postponed", None),
            ("held", None),
        ] {
            assert_eq!(read_called_off(text), expected, "{text}");
        }
    }

    words! {
        /// How far a delivery has come.
        pub enum Delivery {
            /// Not there yet.
            OnItsWay = "on-its-way",
            /// There.
            Arrived = "arrived",
            /// Not to come any more.
            Cancelled = "cancelled",
            /// To come later.
            Postponed = "postponed",
        }
    }

    impl Synonyms for Delivery {
        fn synonyms() -> impl Iterator<Item = (&'static str, Self)> {
            let own = [
                ("in transit", Delivery::OnItsWay),
                ("here", Delivery::Arrived),
            ];
            let off = CalledOff::synonyms().map(|(phrase, off)| (phrase, off.into()));
            own.into_iter().chain(off)
        }

        fn is_done(self) -> bool {
            self == Delivery::Arrived
        }
    }

    impl From<CalledOff> for Delivery {
        fn from(called_off: CalledOff) -> Self {
            match called_off {
                CalledOff::Cancelled => Delivery::Cancelled,
                CalledOff::Postponed => Delivery::Postponed,
            }
        }
    }

    #[test]
    fn nothing_takes_back_what_is_done() {
        for text in [
            "Arrived; next one postponed",
            "Here (moved to the cellar)",
            "arrived, one box cancelled",
            "Arrived. Invoice delayed",
            "arrived on Tuesday",
        ] {
            assert_eq!(read_stage(text), Ok(Delivery::Arrived), "{text}");
        }
        for text in ["Arrived - cancelled", "arrived, then postponed"] {
            assert!(read_stage::<Delivery>(text).is_err(), "{text}");
        }
        assert_eq!(
            read_stage("On its way; now cancelled"),
            Ok(Delivery::Cancelled)
        );
    }

    #[test]
    fn what_calls_it_off_stands_and_remarks_are_left_out() {
        for (text, expected) in [
            ("Here - two boxes", Delivery::Arrived),
            ("on its way (from Leeds)", Delivery::OnItsWay),
            ("in transit and then cancelled", Delivery::Cancelled),
        ] {
            assert_eq!(read_stage(text), Ok(expected), "{text}");
        }
        let why = read_stage::<Delivery>("in transit - now here").unwrap_err();
        assert_eq!(
            why,
            "this says more than one thing; write on-its-way, arrived, cancelled or postponed alone"
        );
        assert!(read_stage::<Delivery>("not cancelled").is_err());
        let long = "in transit ".repeat(10_000);
        assert!(read_stage::<Delivery>(&long).is_err());
    }
}
