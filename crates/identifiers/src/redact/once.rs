//! Each text redacted once, however often it is said.

use quick_cache::Weighter;
use quick_cache::sync::Cache;

use super::Redactor;
use crate::text::{Redactable, SafeText};

/// About so many different texts are kept.
const KEPT: usize = 50_000;

/// They take about so many bytes, what is kept beside them included.
const BYTES: u64 = if cfg!(test) { 1 << 20 } else { 8 << 20 };

/// What is kept beside a text.
const BESIDE: usize = 96;

/// A redactor that knows again what it has redacted a moment ago, for those who say the same again and
/// again. It keeps a few megabytes at most, and gives what the [`Redactor`] gives.
pub struct RedactedOnce<'a> {
    redactor: &'a Redactor,
    known: Cache<Box<str>, SafeText, Bytes>,
}

/// How many bytes a text takes.
#[derive(Clone)]
struct Bytes;

impl Weighter<Box<str>, SafeText> for Bytes {
    fn weight(&self, text: &Box<str>, safe: &SafeText) -> u64 {
        (text.len() + safe.as_str().len() + BESIDE) as u64
    }
}

impl<'a> RedactedOnce<'a> {
    /// One that knows nothing yet.
    pub fn new(redactor: &'a Redactor) -> Self {
        RedactedOnce {
            redactor,
            known: Cache::with_weighter(KEPT, BYTES, Bytes),
        }
    }

    /// What hides identifiers.
    pub fn redactor(&self) -> &'a Redactor {
        self.redactor
    }

    /// What [`Redactor::redact_to`] gives.
    pub fn redact_to(&self, longest: usize, text: &(impl Redactable + ?Sized)) -> SafeText {
        let text = text.raw();
        // What is cut is another text for every length.
        if text.len() > longest {
            return self.redactor.redact_to(longest, text);
        }
        if let Some(safe) = self.known.get(text) {
            return safe;
        }
        let safe = self.redactor.redact(text);
        self.known.insert(text.into(), safe.clone());
        safe
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_the_same_the_second_time() {
        let redactor = Redactor::default();
        let once = RedactedOnce::new(&redactor);
        let text = "Call Zed on 07700 900123  soon";
        for longest in [200, 12, 200, 12] {
            assert_eq!(
                once.redact_to(longest, text),
                redactor.redact_to(longest, text),
                "{longest}"
            );
        }
        assert_eq!(once.redact_to(200, text), "Call Zed on ************ soon");
    }

    #[test]
    fn more_texts_than_are_kept_are_redacted_as_well() {
        let redactor = Redactor::default();
        let once = RedactedOnce::new(&redactor);
        for number in 0..20_000 {
            let text = format!("meeting {number:06} with zed@example.org");
            let safe = once.redact_to(200, &text);
            assert_eq!(safe, *format!("meeting {number:06} with ***************"));
        }
        assert!(once.known.weight() <= BYTES);
    }
}
