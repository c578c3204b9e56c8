//! What a number is shown as, by the format of its cell: a day, a time of day, a length of time.

/// What a format shows of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct NumberFormat {
    /// What of a date.
    pub(crate) date: DateShown,
    /// Hours or minutes.
    pub(crate) time: bool,
    /// Hours that are counted on beyond a day.
    pub(crate) elapsed: bool,
}

/// What a format shows of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum DateShown {
    /// Nothing.
    #[default]
    Nothing,
    /// Its month or its year, and not its day.
    Month,
    /// Its day.
    Day,
}

impl NumberFormat {
    const DAY: NumberFormat = NumberFormat {
        date: DateShown::Day,
        time: false,
        elapsed: false,
    };
    const MONTH: NumberFormat = NumberFormat {
        date: DateShown::Month,
        time: false,
        elapsed: false,
    };
    const TIME: NumberFormat = NumberFormat {
        date: DateShown::Nothing,
        time: true,
        elapsed: false,
    };
    const BOTH: NumberFormat = NumberFormat {
        date: DateShown::Day,
        time: true,
        elapsed: false,
    };
    const ELAPSED: NumberFormat = NumberFormat {
        date: DateShown::Nothing,
        time: false,
        elapsed: true,
    };

    /// What a format shows that has a number only (ECMA-376, 18.8.30).
    pub(crate) fn by_number(number: u32) -> NumberFormat {
        match number {
            17 => NumberFormat::MONTH,
            14..=16 | 27..=31 | 34..=36 | 50..=58 => NumberFormat::DAY,
            18..=21 | 32..=33 | 45 | 47 => NumberFormat::TIME,
            22 => NumberFormat::BOTH,
            46 => NumberFormat::ELAPSED,
            _ => NumberFormat::default(),
        }
    }

    /// What a format shows that is written out: `dd/mm/yyyy hh:mm`. Only its first section counts,
    /// the one for numbers above zero.
    pub(crate) fn by_code(code: &str) -> NumberFormat {
        let mut shown = NumberFormat::default();
        let (mut months, mut years) = (false, false);
        let mut signs = code.chars();
        while let Some(sign) = signs.next() {
            match sign.to_ascii_lowercase() {
                ';' => break,
                // The next sign stands for itself, or for its width.
                '\\' | '_' | '*' => _ = signs.next(),
                '"' => _ = signs.by_ref().find(|sign| *sign == '"'),
                '[' => {
                    let inner: String = signs.by_ref().take_while(|sign| *sign != ']').collect();
                    shown.elapsed |= counts_on(&inner);
                }
                'd' => shown.date = DateShown::Day,
                'y' => years = true,
                'h' | 's' => shown.time = true,
                'm' => months = true,
                // `AM/PM` and `A/P`: the letters are no months.
                'a' if is_half_of_day(signs.as_str()) => {
                    shown.time = true;
                    _ = signs.by_ref().find(|sign| matches!(sign, 'p' | 'P'));
                    let rest = signs.as_str();
                    if rest.starts_with(['m', 'M']) {
                        _ = signs.next();
                    }
                }
                _ => {}
            }
        }
        // Beside hours or seconds, `m` means minutes.
        months &= !shown.time && !shown.elapsed;
        if (months || years) && shown.date == DateShown::Nothing {
            shown.date = DateShown::Month;
        }
        if shown.elapsed {
            NumberFormat::ELAPSED
        } else {
            shown
        }
    }
}

/// Whether brackets hold hours, minutes or seconds that are counted on: `[h]`, not `[Red]`.
fn counts_on(inner: &str) -> bool {
    let mut signs = inner.chars().map(|sign| sign.to_ascii_lowercase());
    let first = signs.next();
    matches!(first, Some('h' | 'm' | 's')) && signs.all(|sign| Some(sign) == first)
}

/// Whether what follows an `a` makes `AM/PM` or `A/P` of it.
fn is_half_of_day(rest: &str) -> bool {
    let rest: String = rest.chars().take(3).collect();
    let rest = rest.to_ascii_lowercase();
    rest.starts_with("m/p") || rest.starts_with("/p")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_that_are_written_out() {
        for (code, shown) in [
            ("dd/mm/yyyy", NumberFormat::DAY),
            ("[$-809]dddd, d mmmm yyyy;@", NumberFormat::DAY),
            ("mmm", NumberFormat::MONTH),
            ("mmm\\-yy", NumberFormat::MONTH),
            ("mmmm\\ yyyy", NumberFormat::MONTH),
            ("yyyy", NumberFormat::MONTH),
            ("d-mmm", NumberFormat::DAY),
            ("dddd", NumberFormat::DAY),
            ("yyyy\\-mm\\-dd", NumberFormat::DAY),
            ("h:mm", NumberFormat::TIME),
            ("mm:ss", NumberFormat::TIME),
            ("h:mm AM/PM", NumberFormat::TIME),
            ("h A/P", NumberFormat::TIME),
            ("dd/mm/yyyy\\ hh:mm", NumberFormat::BOTH),
            ("[h]:mm", NumberFormat::ELAPSED),
            ("[mm]:ss", NumberFormat::ELAPSED),
        ] {
            assert_eq!(NumberFormat::by_code(code), shown, "{code}");
        }
    }

    #[test]
    fn formats_of_plain_numbers() {
        for code in [
            "General",
            "0.00",
            "0%",
            "#,##0.00;[Red]\\-#,##0.00",
            "[Magenta]0",
            "0\" days\"",
            "\\d0",
            "_d0",
            "*m0",
            "0.00E+00",
            "@",
            "0;dd/mm/yyyy",
            "\"unended",
        ] {
            assert_eq!(
                NumberFormat::by_code(code),
                NumberFormat::default(),
                "{code}"
            );
        }
    }
}
