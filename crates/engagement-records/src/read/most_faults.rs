//! No more faults of one file than anybody reads.

use closed_words::grouped;
use located::diagnostic::{Diagnostic, Level};

/// The worst faults of a file in their order, and of what is behind them only how many there are. They
/// are no more serious together than the worst of them.
pub(super) fn no_more_than(most: usize, mut faults: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let Some(left_out) = faults.len().checked_sub(most).filter(|more| *more > 0) else {
        return faults;
    };
    let mut by_level: Vec<(Level, usize)> = faults.iter().map(|it| it.level).zip(0..).collect();
    by_level.sort_unstable();
    let (kept, rest) = by_level.split_at(most);
    let Some((worst, first)) = rest.first().copied() else {
        return faults;
    };
    let place = faults.get(first).and_then(Diagnostic::span);
    let mut kept: Vec<usize> = kept.iter().map(|(_, at)| *at).collect();
    kept.sort_unstable();
    let mut kept = kept.into_iter().peekable();
    let mut at = 0;
    faults.retain(|_| {
        at += 1;
        kept.next_if_eq(&(at - 1)).is_some()
    });
    faults.extend(place.map(|place| {
        let things = match worst {
            Level::Error => "faults",
            Level::Warning => "warnings",
            Level::Note => "notes",
        };
        let message = format!("this file has {} more {things}", grouped(left_out));
        let fault = Diagnostic::error("many-faults", place, message)
            .help("`--max-faults 0` shows all of them");
        match worst {
            Level::Error => fault,
            Level::Warning => fault.warning(),
            Level::Note => fault.note(),
        }
    }));
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use located::source::{Sources, Span};

    #[test]
    fn what_is_left_out_is_no_more_serious_than_it_is() {
        let place = |at| Span::new(Sources::default().next_id(), at, at);
        let fault = |at: usize| Diagnostic::error("x", place(at), "y");
        let all = vec![
            fault(0).note(),
            fault(1).warning(),
            fault(2),
            fault(3).warning(),
        ];
        let starts = |faults: &[Diagnostic]| -> Vec<(u32, Level)> {
            let places = faults
                .iter()
                .filter_map(|it| Some((it.span()?.start, it.level)));
            places.collect()
        };
        assert_eq!(no_more_than(4, all.clone()), all);
        let some = no_more_than(2, all.clone());
        // The error and the first warning stay in their order; a warning and a note are counted.
        assert_eq!(
            starts(&some),
            [(1, Level::Warning), (2, Level::Error), (3, Level::Warning)]
        );
        assert_eq!(some[2].message, *"this file has 2 more warnings");
        let none = no_more_than(0, all);
        assert_eq!(starts(&none), [(2, Level::Error)]);
        assert_eq!(none[0].message, *"this file has 4 more faults");
    }
}
