//! Whether a shared file of records names nobody who should not be named.
//!
//! ## Why
//!
//! The charter promises confidentiality at all times. Records are shared between an organisation
//! and a forum, they are about disabled children, and what is in them is copied into minutes and
//! reports. The SEND Regulations 2014, regulation 56, ask for a form in which no individual can be
//! recognised; councils have been reprimanded for less than a spreadsheet.
//!
//! ## How it is judged
//!
//! By file: its name, the names of its fields, its remarks and every text in it are searched for
//! NHS, learner, pupil and National Insurance numbers, telephone numbers, postcodes, personal
//! e-mail addresses, dates of birth, fields about a child, and what the charter adds: its own
//! patterns of case references and a list of names (`--names-file`). Check digits are worked out
//! where there are any. What is certain is not kept; what is only likely is no evidence, and
//! somebody must look; a mere possibility is a remark. Values from ranges that are reserved for
//! tests are a remark, too, and so is a date after words for a date of birth that lies in the year of
//! a record of the same file, or after the audit: it is more likely the day of a meeting. The name of a
//! venue may have a postcode, also in the words of minutes (`Venue:`, `We met at`, `Elm Hall, ...`), and a
//! contact an e-mail address. A number by which people dial into a meeting is a remark. A formula without a
//! result is made of other cells, which are searched. Of a calendar, descriptions, the people who were
//! invited and entries that are no engagements are not read, nor are words in charts that are sheets by
//! themselves, and in an `.xlsx` pivot tables, threads of comments and links to other workbooks; a file
//! that has any is no evidence where nothing is found. Nothing that is found is ever shown. A file is searched on whatever day, before anybody has
//! signed as well: what identifies people does harm then, too.
//!
//! ## Parameters
//!
//! None here; `confidentiality` in the charter lists mailboxes, postcodes and telephone numbers
//! that may be in records, and patterns of case references.
//!
//! ## Examples
//!
//! ### kept, as of 2026-03-01
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! venue: { name: "Community hall, ZZ99 9ZZ" }
//! ```
//!
//! ### kept, as of 2026-03-01
//!
//! A number of the range that is reserved for tests is a remark.
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! notice: { purpose: "Example form with NHS number 999 000 0018." }
//! ```
//!
//! ### kept, as of 2026-03-01
//!
//! The date is that of a meeting.
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! notice: { purpose: The form need not ask for date of birth. Next meeting 12 March 2026. }
//! ```
//!
//! ### not kept, as of 2026-03-01
//!
//! A remark with a pupil number is enough.
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! # ask about J877200024001
//! ```
//!
//! ### no evidence, as of 2026-03-01
//!
//! Somebody must check whether this is about a child.
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! # surname: Example
//! ```

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike as _;

use crate::rules::many_places::at_all;
use crate::rules::{Check, Context, FileCase, FoundCounts, NoEvidence, Ruling};
use closed_words::listed;
use engagement_records::fields::Fields;
use engagement_records::record::Unsearched;
use identifiers::find::{Certainty, Found, Kind};
use located::source::Span;
use plain_values::{DateOrder, read_day};
use working_days::count_of;

/// See the page above.
#[derive(Debug, Clone)]
pub struct Confidential;

/// One identifier, and where it stands.
struct Hit {
    kind: Kind,
    certainty: Certainty,
    test_value: bool,
    place: Span,
    in_name: bool,
}

impl Check for Confidential {
    type About<'a> = &'a FileCase<'a>;
    const CODE: &'static str = "confidential";
    const PROMISE: &'static str = "Confidentiality";
    const FAILING: &'static str = "Personal details in records";
    const FILE: &'static str = include_str!("confidential.rs");
    const SETTLED_BY_EVENT: bool = false;
    const HOLDS_UNSIGNED: bool = true;

    fn read(_: &mut Fields<'_, '_>) -> Self {
        Confidential
    }

    fn judge(&self, case: &FileCase<'_>, cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
        let hits = hits(case, cx);
        let of = |certainty: Certainty| -> Vec<&Hit> {
            hits.iter()
                .filter(|hit| hit.certainty == certainty && !hit.test_value)
                .collect()
        };
        let (certain, likely, possible) = (
            of(Certainty::High),
            of(Certainty::Medium),
            of(Certainty::Low),
        );
        let mut ruling = if !certain.is_empty() {
            let words = format!("this file holds {}", counted(&certain));
            placed(Ruling::not_kept(words), &certain).remedy(
                "Take it out of the file, and out of older copies of it; tell the person in your \
                 organisation who is responsible for data protection.",
            )
        } else if !likely.is_empty() {
            let words = format!("this file may hold {}; please look", counted(&likely));
            placed(Ruling::no_evidence(words), &likely).remedy(
                "If it belongs to a person, take it out. If it may be in records, such as that of \
                 a switchboard, list it under `confidentiality` in the charter.",
            )
        } else {
            nothing_found(case)
        };
        if !certain.is_empty() || !likely.is_empty() {
            ruling = ruling.found(by_kind(certain.iter().chain(&likely)));
        }
        if !certain.is_empty() && !likely.is_empty() {
            ruling = ruling.note(format!("it may also hold {}", counted(&likely)));
        }
        if !possible.is_empty() {
            ruling = ruling.note(format!("possibly also {}", counted(&possible)));
        }
        let tests = hits.iter().filter(|hit| hit.test_value).count();
        if tests > 0 {
            let values = count_of(i64::try_from(tests).unwrap_or(i64::MAX), "values");
            ruling = ruling.note(format!("{values} from ranges that are reserved for tests"));
        }
        Ok(ruling)
    }
}

/// A file in which nothing was found, as far as it could be searched.
fn nothing_found(case: &FileCase<'_>) -> Ruling {
    if let Some(parts) = case.file.unsearched.filter(|_| case.file.readable) {
        match parts {
            Unsearched::Calendar => Ruling::no_evidence(
                "nothing was found in what is read of this calendar; descriptions, people invited \
                 and entries that are no engagements are not read",
            )
            .remedy(
                "Look at those, or keep the calendar out of the folder and convert its entries.",
            ),
            Unsearched::Workbook => Ruling::no_evidence(
                "nothing was found in what is read of this workbook; pivot tables, threads of \
                 comments, links to other workbooks, charts that are sheets by themselves and \
                 damaged drawings are not read",
            )
            .remedy("Look at those, or take them out of the workbook."),
        }
    } else if case.file.readable {
        Ruling::kept("nothing was found that could identify somebody")
    } else {
        Ruling::no_evidence(if case.text.trim().is_empty() {
            "this file is not text, so nobody can say what is in it"
        } else {
            "a part of this file cannot be read, so nobody can say what is in it"
        })
    }
}

/// `2 NHS numbers and 1 postcode`.
fn counted(hits: &[&Hit]) -> String {
    let kinds = by_kind(hits);
    let each = kinds.iter().map(|(kind, count)| match (kind, count) {
        (_, 1) => format!("1 {}", kind.word()),
        (Kind::Email, _) => format!("{count} e-mail addresses"),
        (Kind::BirthDate, _) => format!("{count} dates of birth"),
        (Kind::Name, _) => format!("{count} names from the list of names"),
        (Kind::ChildField, _) => format!("{count} fields about a child"),
        (Kind::Combination, _) => format!("{count} combinations that may identify a child"),
        _ => format!("{count} {}s", kind.word()),
    });
    listed(each, "and")
}

fn by_kind<'h>(hits: impl IntoIterator<Item = &'h &'h Hit>) -> FoundCounts {
    let mut counts = FoundCounts::new();
    for hit in hits {
        *counts.entry(hit.kind).or_default() += 1;
    }
    counts
}

fn placed(ruling: Ruling, hits: &[&Hit]) -> Ruling {
    let places = hits.iter().map(|hit| {
        let label = if hit.in_name {
            format!("{} in the name of the file", hit.kind.word())
        } else {
            hit.kind.word().to_owned()
        };
        (hit.place, label)
    });
    at_all(ruling, places)
}

/// Everything in a file that may identify somebody, by place.
fn hits(case: &FileCase<'_>, cx: &Context<'_>) -> Vec<Hit> {
    let file = case.file.span;
    let mut hits: Vec<Hit> = cx
        .redactor
        .detector()
        .find(case.name)
        .into_iter()
        .map(|found| Hit {
            place: Span {
                end: file.start,
                ..file
            },
            in_name: true,
            ..hit(&found, file)
        })
        .collect();
    let in_text = cx.redactor.detector().find(case.text);
    let of_venues = postcodes_of_venues(case, cx);
    let is_of_venue = |found: &Found, text: Option<&str>| {
        found.kind == Kind::Postcode
            && found.certainty != Certainty::High
            && text.is_some_and(|text| of_venues.contains(&as_one_word(text)))
    };
    hits.extend(
        in_text
            .iter()
            .filter(|found| !is_of_venue(found, case.text.get(found.range.clone())))
            .map(|found| {
                let start = file.start as usize;
                let place = Span::new(
                    file.source,
                    start + found.range.start,
                    start + found.range.end,
                );
                let text = case.text.get(found.range.clone());
                hit(&less_sure(found, text, case, cx), place)
            })
            .filter(|hit| !is_wanted(hit, case)),
    );
    // A text that is spelled with escapes or over several lines reads differently from its bytes;
    // what its bytes have shown already is not counted again.
    for text in &case.file.rewritten {
        let within = |place: Span| text.span.start <= place.start && place.end <= text.span.end;
        let mut known: BTreeMap<Kind, usize> = BTreeMap::new();
        for hit in hits.iter().filter(|hit| within(hit.place)) {
            *known.entry(hit.kind).or_default() += 1;
        }
        for found in cx.redactor.detector().find(&text.value) {
            let written = text.value.get(found.range.clone());
            if is_of_venue(&found, written) {
                continue;
            }
            let hit = hit(&less_sure(&found, written, case, cx), text.span);
            let left = known.entry(hit.kind).or_default();
            if *left > 0 {
                *left -= 1;
            } else if !is_wanted(&hit, case) {
                hits.push(hit);
            }
        }
    }
    hits.sort_by_key(|hit| (hit.place, hit.kind));
    hits
}

/// The postcodes in the names of the file's venues: where they stand in its texts as well, they are
/// nobody's.
fn postcodes_of_venues(case: &FileCase<'_>, cx: &Context<'_>) -> BTreeSet<String> {
    let file = case.file.span.start as usize;
    let mut all = BTreeSet::new();
    for venue in &case.venues {
        let place = venue.range();
        let place = place.start.saturating_sub(file)..place.end.saturating_sub(file);
        let name = case.text.get(place).unwrap_or_default();
        let postcodes = cx.redactor.detector().postcodes(name).into_iter();
        all.extend(postcodes.filter_map(|place| name.get(place).map(as_one_word)));
    }
    all
}

/// A postcode without what stands between its halves, in capital letters.
fn as_one_word(postcode: &str) -> String {
    let signs = postcode.chars().filter(char::is_ascii_alphanumeric);
    signs.map(|sign| sign.to_ascii_uppercase()).collect()
}

/// The day of a meeting may stand behind words for a date of birth.
fn less_sure(found: &Found, text: Option<&str>, case: &FileCase<'_>, cx: &Context<'_>) -> Found {
    let is_other_day = |text: &str| {
        let day = read_day(text, DateOrder::DayFirst).day();
        day.is_some_and(|day| day > cx.as_of || case.years.contains(&day.year()))
    };
    let is_doubtful = found.kind == Kind::BirthDate && text.is_some_and(is_other_day);
    Found {
        certainty: if is_doubtful {
            Certainty::Low
        } else {
            found.certainty
        },
        ..found.clone()
    }
}

fn hit(found: &Found, place: Span) -> Hit {
    Hit {
        kind: found.kind,
        certainty: found.certainty,
        test_value: found.test_value,
        place,
        in_name: false,
    }
}

/// Postcodes belong to venues and mailboxes to contacts; a private mailbox is private everywhere.
fn is_wanted(hit: &Hit, case: &FileCase<'_>) -> bool {
    let within = |places: &[Span]| {
        let at = places.partition_point(|place| place.start <= hit.place.start);
        at.checked_sub(1)
            .and_then(|at| places.get(at))
            .is_some_and(|place| hit.place.end <= place.end)
    };
    hit.kind
        .may_stand(hit.certainty, within(&case.venues), within(&case.mailboxes))
}
