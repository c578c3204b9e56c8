//! Promises that keep a charter alive: contacts, codes, signatures, reviews, confidentiality.

pub(super) mod conduct_reviewed;
pub(super) mod confidential;
pub(super) mod named_contact;
pub(super) mod signed;
pub(super) mod strategic_only;
pub(super) mod tested_regularly;
