//! What a charter settles for all its clauses: who adopted the standards, when it is reviewed, what
//! may be in records, where explanations are accepted from, which rungs the ladder has.

use super::common::texts;
use crate::charter::{Adoption, Clause, ExplanationTerms};
use crate::rules::{PlainLanguage, Review, Rule};
use closed_words::{listed, nearest, same_word};
use engagement_records::fields::{Asked, Fields, read_months};
use identifiers::find::{Detector, Given};
use identifiers::redact::quoted;
use located::diagnostic::Diagnostic;

pub(super) fn read_adoption(f: &mut Fields<'_, '_>) -> Adoption {
    Adoption {
        adopted_on: f.date("adopted_on"),
        adopted_by: f.text("adopted_by"),
        adopted: f.word("adopted"),
    }
}

pub(super) fn read_review(f: &mut Fields<'_, '_>) -> Review {
    Review {
        every: f.parsed("every", || Asked::Months, read_months),
        last: f.date("last"),
    }
}

pub(super) fn read_plain_language(f: &mut Fields<'_, '_>) -> PlainLanguage {
    PlainLanguage {
        expand: texts(f, "expand"),
        allow: texts(f, "allow"),
    }
}

/// What may be in records besides what nobody minds, and what an area looks for.
pub(super) fn read_detector(f: &mut Fields<'_, '_>) -> Detector {
    let mut read = |name| f.list(name, || Asked::Name, |text| Ok(text.to_owned()));
    let lists = [
        (Given::Mailbox, read("mailboxes")),
        (Given::Postcode, read("postcodes")),
        (Given::Phone, read("phones")),
        (Given::CaseReference, read("case_references")),
    ];
    let texts = |wanted: Given| -> Vec<String> {
        let list = lists.iter().find(|(given, _)| *given == wanted);
        let said = list.and_then(|(_, list)| list.get());
        said.map_or_else(Vec::new, |list| {
            list.iter().map(|one| one.value.clone()).collect()
        })
    };
    let detector = Detector::new(
        &texts(Given::Mailbox),
        &texts(Given::Postcode),
        &texts(Given::Phone),
        &texts(Given::CaseReference),
        &[],
    );
    detector.unwrap_or_else(|wrong| {
        for unusable in wrong {
            let list = lists.iter().find(|(given, _)| *given == unusable.list);
            let entry = list
                .and_then(|(_, list)| list.get())
                .and_then(|list| list.get(unusable.entry));
            let place = entry.map_or(f.place(), |entry| entry.span);
            f.fault(
                Diagnostic::error("wrong-value", place, "this cannot be used")
                    .help(unusable.reason),
            );
        }
        Detector::default()
    })
}

/// Two rungs of one name could not be told apart.
pub(super) fn rungs_are_distinct(f: &mut Fields<'_, '_>, ladder: &[String]) {
    let repeated = ladder.iter().enumerate().find(|(at, rung)| {
        let mut above = ladder.iter().take(*at);
        above.any(|known| same_word(known, rung))
    });
    if let Some((at, _)) = repeated {
        let place = f.place();
        let message = format!(
            "rung {} of the ladder has the name of one before it",
            at + 1
        );
        f.fault(Diagnostic::error("repeated-rung", place, message));
    }
}

/// A rung that is not on the ladder would never be claimed, so nothing would be asked of it.
pub(super) fn rungs_are_known(f: &mut Fields<'_, '_>, ladder: &[String], clauses: &[Clause]) {
    let rules = clauses.iter().filter_map(|clause| clause.judged.rule());
    for rung in rules.flat_map(Rule::rungs) {
        if ladder.iter().any(|known| same_word(known, &rung.value)) {
            continue;
        }
        let message = format!("{} is not a rung of the ladder", quoted(&rung.value));
        let fault = Diagnostic::error("unknown-rung", rung.span, message);
        f.fault(
            match nearest(&rung.value, ladder.iter().map(String::as_str)) {
                Some(near) => fault.saying(format!("did you mean `{near}`?")),
                None if ladder.is_empty() => fault.help("give the charter a `ladder`"),
                None => fault.help(format!(
                    "the rungs are {}; a charter with a ladder of its own also says what its rungs \
                 need",
                    listed(ladder, "and")
                )),
            },
        );
    }
}

pub(super) fn read_terms(f: &mut Fields<'_, '_>) -> ExplanationTerms {
    let shipped = ExplanationTerms::default();
    ExplanationTerms {
        only_in: f
            .parsed(
                "only_in",
                || Asked::Name,
                |text| {
                    let parts: Vec<&str> = text.trim_end_matches('/').split('/').collect();
                    let plain = parts.iter().all(|part| {
                        !part.trim().is_empty()
                            && !matches!(*part, "." | "..")
                            && !part.contains(['*', '?', '\\', ':', '\0'])
                    });
                    if plain {
                        Ok(text.to_owned())
                    } else {
                        Err(
                        "write a folder below that of the charter, such as records/explanations/"
                            .to_owned(),
                    )
                    }
                },
            )
            .get()
            .cloned(),
        same_reason: f
            .number("same_reason")
            .get()
            .copied()
            .unwrap_or(shipped.same_reason),
        share: f.number("share").get().copied().unwrap_or(shipped.share),
    }
}
