//! What there is to know of a format of reports, besides how it is written.

use std::io;

use closed_words::{of_ending, same_word};

use crate::report::Report;

/// A format, as the file that writes it describes it.
pub(super) struct Description {
    /// Its name on the command line.
    pub(super) word: &'static str,
    /// The endings of names that stand for it, in small letters.
    pub(super) endings: &'static [&'static str],
    /// Who it is for.
    pub(super) about: &'static str,
    /// Whether it is a text, which a terminal can show.
    pub(super) is_text: bool,
    /// Writes a report in it. It fails only where there is not enough memory.
    pub(super) render: fn(&Report<'_>) -> io::Result<Vec<u8>>,
}

/// Lists the formats, each with the description in its file.
macro_rules! formats {
    ($($name:ident = $module:ident::$description:ident,)+) => {
        /// A format that a report can have.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Format {
            $(
                #[doc = concat!("See `", stringify!($module), "`.")]
                $name,
            )+
        }

        impl Format {
            /// All formats, in the order of the help.
            pub const ALL: &'static [Format] = &[$(Format::$name),+];

            fn description(self) -> &'static format::Description {
                match self {
                    $(Format::$name => &$module::$description,)+
                }
            }
        }
    };
}
pub(super) use formats;

impl super::Format {
    /// Its name on the command line.
    pub fn word(self) -> &'static str {
        self.description().word
    }

    /// The format of a name, in capitals or small letters.
    pub fn from_word(word: &str) -> Option<Self> {
        let mut all = Self::ALL.iter().copied();
        all.find(|format| same_word(format.word(), word))
    }

    /// Whether it is a text, which a terminal can show.
    pub fn is_text(self) -> bool {
        self.description().is_text
    }

    /// The format that the ending of a file's name stands for.
    pub fn of_name(name: &str) -> Option<Self> {
        of_ending(name, &known())
    }

    /// The endings that say which format a file has, in the order of the formats.
    pub fn endings() -> impl Iterator<Item = &'static str> {
        known().into_iter().map(|(ending, _)| ending)
    }

    /// Who it is for.
    pub fn about(self) -> &'static str {
        self.description().about
    }
}

/// Every ending with its format.
fn known() -> Vec<(&'static str, super::Format)> {
    let all = super::Format::ALL.iter().copied();
    let endings = all.flat_map(|format| {
        let endings = format.description().endings.iter();
        endings.map(move |ending| (*ending, format))
    });
    endings.collect()
}

#[cfg(test)]
mod tests {
    use super::super::Format;

    #[test]
    fn an_ending_stands_for_one_format() {
        let endings: Vec<&str> = Format::endings().collect();
        for (at, ending) in endings.iter().enumerate() {
            assert_eq!(endings.iter().position(|other| other == ending), Some(at));
        }
        assert_eq!(Format::of_name("a/Findings.CSV"), Some(Format::Csv));
        assert_eq!(Format::of_name("report"), None);
        assert_eq!(Format::of_name("report.pdf"), None);
    }
}
