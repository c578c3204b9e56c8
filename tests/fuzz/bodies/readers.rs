//! Files in any format: whatever stands in one, it is answered, and what `convert` writes of it is
//! judged as it is.

use engagement_records::read::{File, Format};

use super::bench::{Bench, converted, file};

pub(super) fn read(format: Format, data: &[u8]) {
    judged_alike(&file("a", format, data));
}

/// What holds of any file.
pub(super) fn judged_alike(file: &File) {
    let bench = Bench::new(vec![file.clone()]);
    bench.places_hold();
    let (again, is_hidden) = converted(file.clone());
    assert_eq!(
        again.len(),
        bench.reading.records.len(),
        "records that were converted and that were read"
    );
    let again = Bench::new(again);
    again.places_hold();
    assert_eq!(
        again.reading.records.len(),
        bench.reading.records.len(),
        "records that were read again"
    );
    // What is hidden, left out or a fault is another record; the rest is the same one.
    let are_whole = again.reading.faults.is_empty() && bench.reading.faults.is_empty();
    if are_whole && !is_hidden {
        let without = bench.without_place();
        let left_out = |clause: &str, name: &str| {
            let mut all = without.iter();
            all.any(|(of, about)| of == clause && about == name)
        };
        assert_eq!(
            again.verdicts_without(&left_out),
            bench.verdicts_without(&left_out)
        );
    } else {
        bench.verdicts();
        again.verdicts();
    }
}
