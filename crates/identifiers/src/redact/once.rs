//! Each text redacted once, however often it is said.

use std::ops::Range;
use std::sync::Arc;

use quick_cache::Weighter;
use quick_cache::sync::Cache;

use super::Redactor;
use crate::text::{Redactable, SafeText};

/// About so many different texts are kept.
const KEPT: usize = 50_000;

/// They take about so many bytes, what is kept beside them included.
const BYTES: u64 = if cfg!(test) { 1 << 20 } else { 8 << 20 };

/// So much less is kept of what is shown as it stands: there is little of it that comes again.
const LESS: usize = 16;

/// What is kept beside a text.
const BESIDE: usize = 96;

/// A redactor that knows again what it has redacted a moment ago, for those who say the same again and
/// again. It keeps a few megabytes at most, and gives what the [`Redactor`] gives.
pub struct RedactedOnce<'a> {
    redactor: &'a Redactor,
    known: Known<SafeText>,
    lines: Known<SafeText>,
    ranges: Known<Arc<[Range<usize>]>>,
}

/// What became of texts.
type Known<T> = Cache<Box<str>, T, Bytes>;

/// How many bytes a text takes, with what became of it.
#[derive(Clone)]
struct Bytes;

impl Weighter<Box<str>, SafeText> for Bytes {
    fn weight(&self, text: &Box<str>, safe: &SafeText) -> u64 {
        (text.len() + safe.as_str().len() + BESIDE) as u64
    }
}

impl Weighter<Box<str>, Arc<[Range<usize>]>> for Bytes {
    fn weight(&self, text: &Box<str>, ranges: &Arc<[Range<usize>]>) -> u64 {
        (text.len() + size_of_val::<[_]>(ranges) + BESIDE) as u64
    }
}

impl<'a> RedactedOnce<'a> {
    /// One that knows nothing yet.
    pub fn new(redactor: &'a Redactor) -> Self {
        RedactedOnce {
            redactor,
            known: Cache::with_weighter(KEPT, BYTES, Bytes),
            lines: Cache::with_weighter(KEPT / LESS, BYTES / LESS as u64, Bytes),
            ranges: Cache::with_weighter(KEPT / LESS, BYTES / LESS as u64, Bytes),
        }
    }

    /// What hides identifiers.
    pub fn redactor(&self) -> &'a Redactor {
        self.redactor
    }

    /// What [`Redactor::redact`] gives.
    pub fn redact(&self, text: &(impl Redactable + ?Sized)) -> SafeText {
        known(&self.known, text.raw(), |text| self.redactor.redact(text))
    }

    /// What [`Redactor::redact_to`] gives.
    pub fn redact_to(&self, longest: usize, text: &(impl Redactable + ?Sized)) -> SafeText {
        let text = text.raw();
        // What is cut is another text for every length.
        if text.len() > longest {
            return self.redactor.redact_to(longest, text);
        }
        self.redact(text)
    }

    /// What [`Redactor::redact_lines`] gives.
    pub fn redact_lines(&self, text: &(impl Redactable + ?Sized)) -> SafeText {
        let redact = |text: &str| self.redactor.redact_lines(text);
        known(&self.lines, text.raw(), redact)
    }

    /// What [`Redactor::ranges`] gives.
    pub fn ranges(&self, text: &str) -> Arc<[Range<usize>]> {
        known(&self.ranges, text, |text| self.redactor.ranges(text).into())
    }
}

/// What became of a text: as it is known, or else as it is made.
fn known<T: Clone>(all: &Known<T>, text: &str, made_of: impl FnOnce(&str) -> T) -> T
where
    Bytes: Weighter<Box<str>, T>,
{
    if let Some(known) = all.get(text) {
        return known;
    }
    let new = made_of(text);
    all.insert(text.into(), new.clone());
    new
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::find::Detector;

    #[test]
    fn a_text_is_the_same_the_second_time() {
        let redactor = Redactor::default();
        let once = RedactedOnce::new(&redactor);
        let text = "Call Zed on 07700 900123  soon";
        for _ in 0..2 {
            assert_eq!(once.redact(text), redactor.redact(text));
            assert_eq!(once.redact_lines(text), redactor.redact_lines(text));
            assert_eq!(*once.ranges(text), *redactor.ranges(text));
        }
        assert_eq!(once.redact_lines(text), "Call Zed on ************  soon");
        assert_eq!(once.ranges(text).first(), Some(&(12..24)));
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
    fn what_hides_is_what_was_given() {
        let names = ["Zebedee Quux".to_owned()];
        let detector = Detector::default().with_names(&names).unwrap();
        let redactor = Redactor::new(detector);
        let once = RedactedOnce::new(&redactor);
        assert!(once.redactor().hides("Zebedee Quux"));
        assert_eq!(once.redact("Zebedee Quux"), "************");
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
        // Each takes more than a hundred bytes, and not all of them have room.
        assert!(once.known.len() < 10_000);
    }
}
