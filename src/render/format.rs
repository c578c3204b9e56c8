//! What there is to know of a format of reports, besides how it is written.

use std::io::{self, Write};

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
    /// Writes a report in it. Fails where it cannot be written.
    pub(super) render: fn(&Report<'_>, &mut dyn Write) -> io::Result<()>,
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
