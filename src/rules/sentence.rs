//! Sentences that rules say: of words of the program, numbers and days, or with something that a
//! record says.

use std::fmt;
use std::ops::Deref;

use identifiers::text::SafeText;

/// A sentence, without full stop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence(Said);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Said {
    /// Made of what is safe to print, and therefore never searched for identifiers.
    Safe(SafeText),
    /// With something in it that somebody wrote.
    Unredacted(String),
}

impl Sentence {
    /// The sentence as it can be printed, where nothing of a record is in it.
    pub fn safe(&self) -> Option<&SafeText> {
        match &self.0 {
            Said::Safe(text) => Some(text),
            Said::Unredacted(_) => None,
        }
    }

    /// The sentence with more behind it.
    #[must_use]
    pub(super) fn and(self, more: &'static str) -> Self {
        Sentence(match self.0 {
            Said::Safe(mut text) => {
                text.push(more);
                Said::Safe(text)
            }
            Said::Unredacted(text) => Said::Unredacted(text + more),
        })
    }
}

impl From<&'static str> for Sentence {
    fn from(own: &'static str) -> Self {
        SafeText::own(own).into()
    }
}

impl From<SafeText> for Sentence {
    fn from(text: SafeText) -> Self {
        Sentence(Said::Safe(text))
    }
}

impl From<String> for Sentence {
    fn from(text: String) -> Self {
        Sentence(Said::Unredacted(text))
    }
}

impl Deref for Sentence {
    type Target = str;

    fn deref(&self) -> &str {
        match &self.0 {
            Said::Safe(text) => text.as_str(),
            Said::Unredacted(text) => text,
        }
    }
}

impl PartialEq<str> for Sentence {
    fn eq(&self, other: &str) -> bool {
        **self == *other
    }
}

impl PartialEq<&str> for Sentence {
    fn eq(&self, other: &&str) -> bool {
        **self == **other
    }
}

impl fmt::Display for Sentence {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.pad(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use identifiers::safe;

    #[test]
    fn a_sentence_is_safe_as_long_as_nothing_of_a_record_is_in_it() {
        assert!(Sentence::from("nobody was told").safe().is_some());
        let days = Sentence::from(safe!("{} days", 3_u32)).and(", late");
        assert_eq!(days.safe(), Some(&safe!("3 days, late")));
        let other = Sentence::from(format!("sent to {}", "zed@example.org"));
        assert_eq!(other.safe(), None);
        assert_eq!(&*other.and(", late"), "sent to zed@example.org, late");
    }
}
