//! Forward plans and registers of decisions, as councils publish them (`ModernGov` among others): a
//! row for each decision that is to be taken, or was.

use super::{Export, RowsAre};

/// Posts of people who answer for a decision.
const PEOPLE: &[&str] = &[
    "lead officer",
    "lead member",
    "lead director",
    "lead cabinet member",
    "portfolio holder",
    "cabinet member",
    "contact",
    "contact officer",
    "report author",
    "author",
];

const COLUMNS: &[(&str, &str)] = &[
    ("title", "title"),
    ("item", "title"),
    ("issue", "title"),
    ("matter for decision", "title"),
    ("decision due", "decided"),
    ("decision due date", "decided"),
    ("earliest date of decision", "decided"),
    ("decision maker", "by"),
    ("decision taker", "by"),
    ("date of decision", "decided"),
];

pub(super) const PLAN: Export = Export {
    name: "a forward plan of decisions",
    known_by: &["decision maker", "decision due"],
    columns: COLUMNS,
    people: PEOPLE,
    rows: RowsAre::Decisions,
    #[cfg(test)]
    example: "Item,Decision maker,Decision due,Lead officer,Decision status,Consultees\n\
              Short breaks contract,Cabinet,10 June 2026,Pat Example,For Determination,Parents\n",
};

pub(super) const DATED_PLAN: Export = Export {
    name: "a forward plan with days",
    known_by: &["key decision", "decision due date"],
    columns: COLUMNS,
    people: PEOPLE,
    rows: RowsAre::Decisions,
    #[cfg(test)]
    example: "Ref,Title,Key decision,Decision maker,Decision due date,Consultation,Contact officer\n\
              FP12,Short breaks contract,Yes,Cabinet,10/06/2026,Survey in March,Pat Example\n",
};

pub(super) const REGISTER: Export = Export {
    name: "a register of decisions",
    known_by: &["decision maker", "is key decision", "date of decision"],
    columns: COLUMNS,
    people: PEOPLE,
    rows: RowsAre::Decisions,
    #[cfg(test)]
    example: "Title,Decision Maker,Decision status,Is Key decision?,Date of decision,Report author\n\
              Short breaks contract,Cabinet,Approved,Yes,10/06/2026,Pat Example\n",
};

pub(super) const TITLED_PLAN: Export = Export {
    name: "a list of decisions",
    known_by: &["decision title", "decision maker"],
    columns: COLUMNS,
    people: PEOPLE,
    rows: RowsAre::Decisions,
    #[cfg(test)]
    example: "Decision title,Decision maker,Who will be consulted,Contact officer,Status\n\
              Short breaks contract,Cabinet,Parents,Pat Example,Taken\n",
};

pub(super) const EARLIEST: Export = Export {
    name: "a forward plan with the earliest days",
    known_by: &["decision maker", "earliest date of decision"],
    columns: COLUMNS,
    people: PEOPLE,
    rows: RowsAre::Decisions,
    #[cfg(test)]
    example: "Matter for decision,Decision maker,Earliest date of decision,Contact officer\n\
              Short breaks contract,Cabinet,10/06/2026,Pat Example\n",
};
