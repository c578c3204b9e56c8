//! Single values as people in England write them in the cells of tables, each turned into the
//! project's own form, or refused with what was expected. Nothing here knows where a value stands.

pub(crate) mod answer;
pub(crate) mod count;
pub(crate) mod date;
mod doubt;
pub(crate) mod list;
pub(crate) mod status;
mod synonyms;
pub(crate) mod time;
mod tokens;
pub(crate) mod venue;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_cells_are_refused_in_time() {
        for piece in [
            ":",
            "at ",
            "the ",
            "10am ",
            "(",
            "1.",
            "o'clock ",
            "cancelled ",
            "not ",
            "? ",
            "tbc ",
            "march ",
            "Thrusday ",
            "yes ",
            "and ",
            ",",
            "1,200",
            "-",
            "• ",
            "a.m.",
            "é",
        ] {
            let text = piece.repeat(10_000);
            date::day(&text, crate::record::DateOrder::DayFirst);
            date::orders(&text);
            time::hours(&text);
            answer::answer(&text, answer::Cross::Yes);
            assert!(count::count(&text).is_err(), "{piece}");
            list::parts(&text, list::Parts::Words);
            assert!(
                status::word::<crate::record::Kind>(&text).is_err(),
                "{piece}"
            );
            let _ = status::status(&text);
        }
    }
}
