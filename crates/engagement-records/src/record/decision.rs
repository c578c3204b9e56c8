//! A strategic decision.

use super::engagement::Area;
use super::explanation::Explanations;
use crate::record::declaration::fields;
use crate::record::field_types::{AnyOf, Day, RecordId, Text};

fields! {
    /// A strategic decision, as a register of decisions or a forward plan lists it.
    pub record Decision = "a decision" {
        /// The id by which explanations and reports name it; made from the name of the file if none
        /// is given.
        id: RecordId, [
            "ref", "reference", "decision id", "decision ref", "decision reference",
            "decision no", "number",
        ], "d-2026-07";
        /// What was decided.
        title: Text, [
            "title", "decision", "name", "decision title", "title of decision", "subject", "topic",
            "item", "what was decided",
        ], "New short breaks contract";
        /// What ties it to engagements: the same word in each.
        project: Text, [
            "project", "workstream", "work stream", "project name", "programme", "work area", "about",
            "linked project",
        ], "short-breaks";
        /// Which areas it touches.
        areas: AnyOf<Area>, ["areas", "area", "charter area", "charter areas", "area s"], "[decisions]";
        /// The day it was or will be taken.
        decided: Day, [
            "date decided", "date", "decided on", "decision date", "date of decision",
            "date of meeting", "due date", "when", "earliest date of decision",
            "earliest decision date", "decision due", "decision due date",
        ], "2026-06-10";
        /// The post or body that takes it.
        by: Text, [
            "decided by", "by whom", "decision maker", "who decides", "who decided",
            "decision by", "body", "made by", "taken by", "who took it", "who made it",
        ], "cabinet member";
        /// The day from which the options were fixed.
        options_fixed: Day, [
            "options fixed on", "date options fixed", "options were fixed on",
            "when were options fixed", "options fixed when",
        ], "2026-05-01";
        /// Agreed reasons for falling short.
        explanations: Explanations;
    }
}
