//! Terms that a charter takes from a school's own calendar or table.

use charter_audit::charter::{self, BUILT_IN_NAME, LoadedCharter};
use located::diagnostic::Diagnostic;
use located::source::Sources;
use working_days::School;

use crate::file;

/// The calendar of one school and the table of another, as they are published.
const CHAPELFORD: &[u8] =
    include_bytes!("../../../crates/school-terms/tests/fixtures/chapelford.ics");
const WINCHAM: &[u8] = include_bytes!("../../../crates/school-terms/tests/fixtures/wincham.csv");

/// What a fault is called, and the addresses of its places.
type Told = (&'static str, Vec<String>);

/// Reads a charter with these schools, or what is wrong with it.
fn read(schools: &str) -> Result<(LoadedCharter, Sources), Vec<Told>> {
    let mut sources = Sources::default();
    let text = format!("extends: built-in\ncalendar:\n  schools:\n{schools}");
    let load = |name: &str| match name {
        "chapelford.ics" => Ok(CHAPELFORD.to_vec()),
        "wincham.csv" => Ok(WINCHAM.to_vec()),
        "none.csv" => Ok(b"Name,Class\nA,B\n".to_vec()),
        _ => Err("there is no such file".to_owned()),
    };
    match charter::load(&mut sources, Some(file("area/charter.yaml", &text)), &load) {
        Ok(charter) => Ok((charter, sources)),
        Err(faults) => Err(faults.iter().map(|fault| told(fault, &sources)).collect()),
    }
}

fn told(fault: &Diagnostic, sources: &Sources) -> Told {
    let places = fault.labels.iter();
    (
        fault.code,
        places.map(|label| sources.address(label.span)).collect(),
    )
}

fn schools(text: &str) -> Vec<School> {
    let (charter, _) = read(text).unwrap_or_else(|faults| panic!("{faults:?}"));
    charter.charter.calendar.schools
}

#[test]
fn two_published_schools_are_those_of_the_built_in_charter() {
    let mut sources = Sources::default();
    let built_in = charter::load(&mut sources, None, &|_| Err(String::new())).unwrap();
    let read = schools(
        "    chapelford: { terms_from: chapelford.ics }\n    wincham: { terms_from: wincham.csv }\n",
    );
    assert_eq!(read, built_in.charter.calendar.schools);
}

#[test]
fn own_terms_add_other_years() {
    let read = schools(
        "    chapelford:\n      terms_from: chapelford.ics\n      terms: [{ first: 2025-11-03, last: 2025-12-19 }]\n      \
         inset: [2026-01-05, 2025-07-21]\n",
    );
    // Thirteen half terms and ten INSET days of the file, one of which the charter names as well.
    assert_eq!(read[0].terms.len(), 14);
    assert_eq!(read[0].terms[13].first, "2025-11-03".parse().unwrap());
    assert_eq!(read[0].inset.len(), 11);
    // The same half term in both is one.
    let same = schools(
        "    chapelford:\n      terms_from: chapelford.ics\n      terms: [{ first: 2025-09-03, last: 2025-10-24 }]\n",
    );
    assert_eq!(same[0].terms.len(), 13);
}

#[test]
fn contradictions_are_named_with_both_places() {
    let faults = read(
        "    chapelford:\n      terms_from: chapelford.ics\n      terms:\n        - { first: 2025-09-02, last: 2025-10-24 }\n",
    )
    .unwrap_err();
    assert_eq!(
        faults,
        [(
            "terms-contradict",
            vec![
                "area/charter.yaml:7:11".to_owned(),
                "area/chapelford.ics:269 (start of a term, Wed 3 Sep 2025)".to_owned()
            ]
        )]
    );
    let faults = read(
        "    chapelford:\n      terms_from: chapelford.ics\n      terms: [{ first: 2025-02-17, last: 2025-02-21 }]\n",
    )
    .unwrap_err();
    assert_eq!(faults[0].0, "terms-contradict");
    assert!(
        faults[0].1[1].ends_with("(holiday, Mon 17 Feb 2025)"),
        "{faults:?}"
    );
}

#[test]
fn a_file_without_terms_and_one_that_is_missing_are_faults() {
    let faults =
        read("    a: { terms_from: none.csv }\n    b: { terms_from: gone.ics }\n").unwrap_err();
    assert_eq!(faults[0], ("no-terms", vec!["area/none.csv".to_owned()]));
    assert_eq!(
        faults[1],
        (
            "unreadable-terms",
            vec!["area/charter.yaml:5:22".to_owned()]
        )
    );
}

#[test]
fn the_digest_knows_the_school_s_file() {
    let digest = |text| read(text).unwrap().0.digest;
    let one = digest("    a: { terms_from: chapelford.ics }\n");
    assert_eq!(one, digest("    a: { terms_from: chapelford.ics }\n"));
    let text = "extends: built-in\ncalendar:\n  schools:\n    a: { terms_from: chapelford.ics }\n";
    let mut sources = Sources::default();
    let own = Some(file("area/charter.yaml", text));
    let changed = charter::load(&mut sources, own, &|_| Ok(WINCHAM.to_vec())).unwrap();
    assert_ne!(one, changed.digest);
}

#[test]
fn the_calendar_is_read_when_the_rest_has_faults() {
    let mut sources = Sources::default();
    let text = "extends: built-in\ncalendar:\n  schools:\n    a: { terms_from: w }\nclauses: [{ id: O4a1, rule: { notise: {} } }]\n";
    let read = charter::load_calendar(&mut sources, Some(file("charter.yaml", text)), &|_| {
        Ok(WINCHAM.to_vec())
    });
    let read = read.unwrap();
    assert!(read.faults.is_empty(), "{:?}", read.faults);
    assert_eq!(read.calendar.schools[0].terms.len(), 12);
    let place = read.origin.schools[0].terms[0].span;
    // The heading of the table is its third row.
    assert_eq!(sources.address(place), "w › B4");
    assert_eq!(sources.name(sources.next_id().min(place.source)), "w");
    assert_ne!(sources.name(place.source), BUILT_IN_NAME);
}
