//! What a promise can be judged about, by name.

use closed_words::words;

words! {
    /// What one verdict is about, as explanations, conditions and reports name it.
    pub enum SubjectKind {
        /// A meeting, survey and so on.
        Engagement = "engagement",
        /// A project, or an engagement that belongs to none.
        Project = "project",
        /// A decision, with all that was done towards it.
        Decision = "decision",
        /// One side asked the other for something.
        Request = "request",
        /// A point of contact.
        Contact = "contact",
        /// A code of conduct or policy.
        Conduct = "conduct",
        /// One of those who signed, or should have.
        Signatory = "party",
        /// A quarter, a term or a year.
        Period = "period",
        /// A file of records.
        File = "file",
        /// All records together.
        Whole = "records",
    }
}
