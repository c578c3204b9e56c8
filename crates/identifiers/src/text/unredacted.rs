//! Texts that nobody may print yet.

use std::borrow::Cow;

use super::SafeText;

/// A text that may hold what somebody wrote. Only a [`Redactor`](crate::redact::Redactor) can read it, so it is printed
/// redacted or not at all:
///
/// ```compile_fail,E0277
/// use identifiers::text::Unredacted;
/// let message = Unredacted::from(format!("`{}` is no day", "soon, 07700 900123"));
/// println!("{message}");
/// ```
///
/// ```
/// use identifiers::{redact::Redactor, text::Unredacted};
/// let message = Unredacted::from(format!("`{}` is no day", "soon, 07700 900123"));
/// println!("{}", Redactor::default().redact(&message));
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Unredacted(Cow<'static, str>);

impl Unredacted {
    /// A text of the program's own.
    pub const fn own(text: &'static str) -> Self {
        Unredacted(Cow::Borrowed(text))
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a text is a part of it.
    pub fn contains(&self, part: &str) -> bool {
        self.0.contains(part)
    }
}

impl<T: Into<Cow<'static, str>>> From<T> for Unredacted {
    fn from(text: T) -> Self {
        Unredacted(text.into())
    }
}

impl PartialEq<str> for Unredacted {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for Unredacted {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

/// What a [`Redactor`](crate::redact::Redactor) can read.
pub trait Redactable: Raw {}

mod sealed {
    pub trait Raw {
        /// The text as it was written.
        fn raw(&self) -> &str;
    }
}

use sealed::Raw;

macro_rules! redactable {
    ($($type:ty: $raw:expr),+ $(,)?) => {$(
        impl Raw for $type {
            fn raw(&self) -> &str {
                let raw: for<'t> fn(&'t $type) -> &'t str = $raw;
                raw(self)
            }
        }

        impl Redactable for $type {}
    )+};
}

redactable! {
    str: |text| text,
    String: |text| text,
    Cow<'_, str>: |text| text,
    SafeText: SafeText::as_str,
    Unredacted: |text| &text.0,
}

impl<T: Redactable + ?Sized> Raw for &T {
    fn raw(&self) -> &str {
        (**self).raw()
    }
}

impl<T: Redactable + ?Sized> Redactable for &T {}
