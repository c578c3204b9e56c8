//! What a number is shown as, by the format of its cell: a day, a time of day, a length of time.

/// What a format shows of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct NumberFormat {
    /// Days, months or years.
    pub(crate) day: bool,
    /// Hours or minutes.
    pub(crate) time: bool,
    /// Hours that are counted on beyond a day.
    pub(crate) elapsed: bool,
}

impl NumberFormat {
    const DAY: NumberFormat = NumberFormat {
        day: true,
        time: false,
        elapsed: false,
    };
    const TIME: NumberFormat = NumberFormat {
        day: false,
        time: true,
        elapsed: false,
    };
    const BOTH: NumberFormat = NumberFormat {
        day: true,
        time: true,
        elapsed: false,
    };
    const ELAPSED: NumberFormat = NumberFormat {
        day: false,
        time: false,
        elapsed: true,
    };

    /// What a format shows that has a number only (ECMA-376, 18.8.30).
    pub(crate) fn by_number(number: u32) -> NumberFormat {
        match number {
            14..=17 | 27..=31 | 34..=36 | 50..=58 => NumberFormat::DAY,
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
        let mut months = false;
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
                'd' | 'y' => shown.day = true,
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
        shown.day |= months && !shown.time && !shown.elapsed;
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
            ("mmm", NumberFormat::DAY),
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
