//! Templates with `{}` for each value, filled in by values of which each is safe.

use sealed::Fill;

/// What may stand in a [`SafeText`](super::SafeText): safe texts, texts that stand in the program,
/// whole numbers, and days and times. Nobody else can implement it.
pub trait Safe: Fill {}

pub(super) mod sealed {
    /// What writes itself into a template.
    pub trait Fill {
        /// Adds the value at the end of a text.
        fn write_to(&self, text: &mut String);
    }
}

impl<T: Fill + ?Sized> Fill for &T {
    fn write_to(&self, text: &mut String) {
        (**self).write_to(text);
    }
}

impl<T: Safe + ?Sized> Safe for &T {}

impl Fill for &'static str {
    fn write_to(&self, text: &mut String) {
        text.push_str(self);
    }
}

impl Safe for &'static str {}

/// A text that may be printed as it stands: what a function takes that prints.
pub trait Printable: Safe {
    /// The text.
    fn printed(&self) -> &str;
}

impl Printable for &'static str {
    fn printed(&self) -> &str {
        self
    }
}

impl<T: Printable + ?Sized> Printable for &T {
    fn printed(&self) -> &str {
        (**self).printed()
    }
}

macro_rules! displayed {
    ($($(#[$when:meta])* $type:ty),+ $(,)?) => {$(
        $(#[$when])*
        impl Fill for $type {
            fn write_to(&self, text: &mut String) {
                use std::fmt::Write as _;
                // Writing into memory cannot fail.
                let _ = write!(text, "{self}");
            }
        }

        $(#[$when])*
        impl Safe for $type {}
    )+};
}

displayed!(
    u8,
    u16,
    u32,
    u64,
    usize,
    i32,
    i64,
    #[cfg(feature = "chrono")]
    chrono::NaiveDate,
    #[cfg(feature = "chrono")]
    chrono::NaiveTime,
    #[cfg(feature = "chrono")]
    chrono::format::DelayedFormat<chrono::format::StrftimeItems<'static>>,
);

/// Whether a template has a `{}` for each of the values and no other braces but doubled ones.
#[doc(hidden)]
pub const fn fits(template: &str, values: &[&str]) -> bool {
    let mut rest = template.as_bytes();
    let mut places = 0;
    loop {
        rest = match rest {
            [] => return places == values.len(),
            [b'{', b'}', rest @ ..] => {
                places += 1;
                rest
            }
            [b'{', b'{', rest @ ..] | [b'}', b'}', rest @ ..] => rest,
            [b'{' | b'}', ..] => return false,
            [_, rest @ ..] => rest,
        };
    }
}

/// A template that fits, filled in.
pub(super) fn filled(template: &'static str, values: &[&dyn Fill]) -> String {
    let mut text = String::with_capacity(2 * template.len());
    let mut values = values.iter();
    let mut signs = template.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '{' | '}' => match signs.next() {
                Some(second) if second == sign => text.push(sign),
                _ => {
                    if let Some(value) = values.next() {
                        value.write_to(&mut text);
                    }
                }
            },
            _ => text.push(sign),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_has_its_place() {
        assert!(fits("", &[]));
        assert!(fits("{{}} {}", &["a"]));
        assert!(!fits("{}", &[]));
        assert!(!fits("a", &["a"]));
        assert!(!fits("{a}", &["a"]));
        assert!(!fits("{:?}", &["a"]));
        assert!(!fits("}", &[]));
    }
}
