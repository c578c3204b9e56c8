//! For which day, period, side and clauses an audit speaks.

use chrono::NaiveDate;

use crate::charter::Clause;
use engagement_records::record::Side;

/// For which day, period and clauses an audit speaks.
#[derive(Debug, Clone)]
pub struct AuditScope {
    /// The day the audit speaks for, to its end, in the charter's time zone.
    pub as_of: NaiveDate,
    /// Leave out what was earlier than this.
    pub since: Option<NaiveDate>,
    /// Leave out what was later than this.
    pub until: Option<NaiveDate>,
    /// Only the duties of this side.
    pub side: Option<Side>,
    /// Only these clauses, by their place in the charter; all when empty.
    pub clauses: Vec<usize>,
}

impl AuditScope {
    /// An audit of everything, as of a day.
    pub fn as_of(as_of: NaiveDate) -> Self {
        AuditScope {
            as_of,
            since: None,
            until: None,
            side: None,
            clauses: Vec::new(),
        }
    }

    /// Whether a clause is asked for.
    pub fn asks_for(&self, index: usize, clause: &Clause) -> bool {
        (self.clauses.is_empty() || self.clauses.contains(&index))
            && self.side.is_none_or(|side| clause.of.includes(side))
    }

    /// Whether a day lies in the period. What has no day is never left out.
    pub fn covers(&self, day: Option<NaiveDate>) -> bool {
        day.is_none_or(|day| {
            self.since.is_none_or(|since| since <= day)
                && self.until.is_none_or(|until| day <= until)
        })
    }
}
