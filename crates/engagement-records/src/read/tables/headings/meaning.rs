//! What a heading can mean.

/// What stands over the columns of a log that `init` writes which say by when something is to be done:
/// notice, papers and feedback. They are worked out from the days beside them, and never read.
pub const LAST_DAYS: [&str; 3] = [
    "Last day for notice",
    "Last day for papers",
    "Last day for feedback",
];

/// What a heading means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read::tables) enum Meaning {
    /// A field of the record, by its number in the list of fields.
    Field(usize),
    /// A first or last day: of an event, if events have such a field, or of a survey or
    /// consultation.
    ByKind {
        /// The field of an event.
        event: Option<usize>,
        /// The field of a survey or consultation.
        survey: usize,
    },
    /// The day of an event, in one of several columns.
    DayPart(DayPart),
    /// Nothing: somebody said that this column is not to be read.
    Nothing,
    /// By when something is to be done, as a log of `init` works it out: nothing that was done.
    LastDay,
    /// People: nothing of it is read or shown.
    People,
    /// Nobody knows.
    Unknown,
    /// A field that enough other columns are for already.
    Surplus(usize),
}

/// What one of several columns says of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::read::tables) enum DayPart {
    /// The day of a month or week.
    Day,
    /// The month, perhaps with the day.
    Month,
    /// The year.
    Year,
}

impl Meaning {
    /// The field that it is, in a row of an event or of a survey or consultation.
    pub(in crate::read::tables) fn field(self, is_survey: bool) -> Option<usize> {
        match self {
            Meaning::Field(at) => Some(at),
            Meaning::ByKind { survey, .. } if is_survey => Some(survey),
            Meaning::ByKind { event, .. } => event,
            Meaning::DayPart(_)
            | Meaning::Nothing
            | Meaning::LastDay
            | Meaning::People
            | Meaning::Unknown
            | Meaning::Surplus(_) => None,
        }
    }

    /// Every field that it can be.
    pub(in crate::read::tables) fn fields(self) -> impl Iterator<Item = usize> {
        let event = self.field(false);
        let survey = self.field(true).filter(|at| Some(*at) != event);
        event.into_iter().chain(survey)
    }
}

/// What a heading means, and how that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read::tables) struct Understood {
    /// What it means.
    pub(in crate::read::tables) meaning: Meaning,
    /// How that is known.
    pub(in crate::read::tables) by: KnownBy,
}

/// How it is known what a column means, surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KnownBy {
    /// Somebody says so, in `columns.yaml` or in the charter.
    Keeper,
    /// The program that wrote the table means that by it.
    Export,
    /// It is the name of the field, or a usual heading of it.
    Heading,
    /// The columns beside it: together they are one day, or the first and last day of a survey.
    Neighbours,
    /// Its words are about nothing else.
    Words,
    /// Its cells show which of several fields it is.
    Cells,
    /// Every cell is blank, and the heading is a usual one.
    Blank,
}

impl KnownBy {
    /// Whether nobody wrote that it means this: what a surer column says goes before it.
    pub fn is_inferred(self) -> bool {
        match self {
            KnownBy::Keeper | KnownBy::Export | KnownBy::Heading | KnownBy::Neighbours => false,
            KnownBy::Words | KnownBy::Cells | KnownBy::Blank => true,
        }
    }
}

/// The fields that a heading that is not understood was perhaps meant for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::read::tables) struct Likely {
    /// The names that lead to them, the likeliest first.
    pub(in crate::read::tables) paths: Vec<String>,
    /// Whether it is like a heading that is known, with a slip or two, and says nothing else.
    pub(in crate::read::tables) is_misspelled: bool,
}
