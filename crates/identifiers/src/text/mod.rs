//! Texts that may be printed, told from all others by their type.
//!
//! A [`SafeText`] comes from a [`Redactor`](crate::redact::Redactor), from the program's own words,
//! or is put together of such by [`safe!`](crate::safe). Whatever prints takes nothing else, so a
//! forgotten redaction does not build:
//!
//! ```compile_fail,E0277
//! use identifiers::safe;
//! let name = String::from("Zebedee Quux, 07700 900123");
//! let line = safe!("Agreed with {}.", name);
//! ```
//!
//! With the redaction it does:
//!
//! ```
//! use identifiers::{redact::Redactor, safe};
//! let name = String::from("Zebedee Quux, 07700 900123");
//! let line = safe!("Agreed with {}.", Redactor::default().redact(&name));
//! assert_eq!(line.as_str(), "Agreed with Zebedee Quux, ************.");
//! ```

mod template;
mod unredacted;

use std::borrow::Cow;
use std::fmt;

#[doc(hidden)]
pub use template::fits;
use template::sealed::Fill;
pub use template::{Printable, Safe};
pub use unredacted::{Redactable, Unredacted};

/// Puts a [`SafeText`] together: a template that stands in the program, and for each `{}` in it a
/// value that is [`Safe`].
///
/// Unlike with `format!`, names cannot stand in the template, because what they stand for would not
/// be looked at:
///
/// ```compile_fail,E0080
/// let name = identifiers::text::SafeText::own("a");
/// let line = identifiers::safe!("Agreed with {name}.");
/// ```
#[macro_export]
macro_rules! safe {
    ($template:literal $(, $value:expr)* $(,)?) => {{
        const { assert!($crate::text::fits($template, &[$(stringify!($value)),*]), "each {{}} takes one value") }
        $crate::text::SafeText::filled($template, &[$(&$value),*])
    }};
}

/// A text that may be printed: nothing in it identifies anybody.
///
/// It can be read as a `str` only by [`as_str`](SafeText::as_str), and no `str` becomes one unless
/// it stands in the program itself.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct SafeText(Cow<'static, str>);

impl SafeText {
    /// A text of the program's own.
    pub const fn own(text: &'static str) -> Self {
        SafeText(Cow::Borrowed(text))
    }

    /// The one way around redaction.
    ///
    /// Right only where a text is made of the program's own words, numbers, days and texts that are
    /// safe already, and cannot be put together by [`safe!`](crate::safe): a number with commas in
    /// it, a digest. Never for what somebody wrote.
    pub fn assume_safe(text: String) -> Self {
        SafeText(Cow::Owned(text))
    }

    pub(crate) fn redacted(text: String) -> Self {
        SafeText(Cow::Owned(text))
    }

    /// A template with its values filled in; use [`safe!`](crate::safe), which counts them.
    #[doc(hidden)]
    pub fn filled(template: &'static str, values: &[&dyn Safe]) -> Self {
        let values: Vec<&dyn Fill> = values.iter().map(|value| *value as &dyn Fill).collect();
        SafeText(Cow::Owned(template::filled(template, &values)))
    }

    /// The text, for those who measure it or write it where nothing but safe texts are written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// A part of the text. The function can give back a part of what it gets or words of the
    /// program, and nothing else.
    #[must_use]
    pub fn part(&self, of: impl for<'t> FnOnce(&'t str) -> &'t str) -> Self {
        SafeText(match &self.0 {
            Cow::Borrowed(text) => Cow::Borrowed(of(text)),
            Cow::Owned(text) => Cow::Owned(of(text).to_owned()),
        })
    }

    /// The text before the first place of a sign, and after it.
    pub fn split_once(&self, sign: &str) -> Option<(Self, Self)> {
        let (before, after) = self.0.split_once(sign)?;
        let part = |text: &str| SafeText(Cow::Owned(text.to_owned()));
        Some((part(before), part(after)))
    }

    /// Its parts between the places of a sign.
    pub fn split(&self, sign: &str) -> impl Iterator<Item = Self> {
        let parts = self.0.split(sign);
        parts.map(|part| SafeText(Cow::Owned(part.to_owned())))
    }

    /// The text with a capital at its beginning.
    #[must_use]
    pub fn capitalised(&self) -> Self {
        let mut rest = self.0.chars();
        let first = rest.next().into_iter().flat_map(char::to_uppercase);
        SafeText(Cow::Owned(first.chain(rest.clone()).collect()))
    }

    /// The text without its last full stops.
    #[must_use]
    pub fn without_full_stop(&self) -> Self {
        self.part(|text| text.trim_end_matches('.'))
    }

    /// Adds a text at the end.
    pub fn push(&mut self, more: impl Safe) {
        more.write_to(self.0.to_mut());
    }

    /// Texts, one after the other with a sign between them.
    pub fn joined<T: Safe>(texts: impl IntoIterator<Item = T>, between: &'static str) -> Self {
        let mut joined = String::new();
        for (at, text) in texts.into_iter().enumerate() {
            if at > 0 {
                joined.push_str(between);
            }
            text.write_to(&mut joined);
        }
        SafeText(Cow::Owned(joined))
    }

    /// Texts as people list them: `a`, `a or b`, `a, b or c`.
    pub fn listed<T: Safe>(texts: impl IntoIterator<Item = T>, last: &'static str) -> Self {
        let texts = texts.into_iter().map(|text| {
            let mut own = String::new();
            text.write_to(&mut own);
            own
        });
        SafeText(Cow::Owned(closed_words::listed(texts, last)))
    }
}

impl From<&'static str> for SafeText {
    fn from(text: &'static str) -> Self {
        SafeText::own(text)
    }
}

impl From<SafeText> for Cow<'static, str> {
    fn from(text: SafeText) -> Self {
        text.0
    }
}

impl fmt::Display for SafeText {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.pad(&self.0)
    }
}

impl fmt::Debug for SafeText {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, to)
    }
}

impl PartialEq<str> for SafeText {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for SafeText {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for SafeText {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.0)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for SafeText {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        String::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        String::json_schema(generator)
    }
}

impl Fill for SafeText {
    fn write_to(&self, text: &mut String) {
        text.push_str(self.as_str());
    }
}

impl Safe for SafeText {}

impl Printable for SafeText {
    fn printed(&self) -> &str {
        self.as_str()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::redact::Redactor;

    #[test]
    fn a_text_is_put_together_of_safe_ones() {
        let name = Redactor::default().redact("Zed on 07700 900123");
        let text = safe!("{} of {{{}}}: {}", 1_usize, 2_i64, name);
        assert_eq!(text, "1 of {2}: Zed on ************");
        assert_eq!(safe!("nothing to fill in"), "nothing to fill in");
        let mut more = SafeText::own("a");
        more.push(", b");
        assert_eq!(more, "a, b");
    }

    #[test]
    fn parts_and_lists_of_safe_texts_are_safe() {
        let text = SafeText::own("édouard came. ");
        assert_eq!(text.part(str::trim).without_full_stop(), "édouard came");
        assert_eq!(text.capitalised(), "Édouard came. ");
        assert_eq!(SafeText::default().capitalised(), "");
        let (before, after) = text.split_once(" ").unwrap();
        assert_eq!((before.as_str(), after.as_str()), ("édouard", "came. "));
        assert_eq!(SafeText::joined(["a", "b"], "; "), "a; b");
        assert_eq!(SafeText::listed(["a", "b", "c"], "or"), "a, b or c");
    }
}
