//! Promises that keep a charter alive: contacts, codes, signatures, reviews, confidentiality.

mod conduct_reviewed;
mod confidential;
mod named_contact;
mod signed;
mod strategic_only;
mod tested_regularly;

pub(super) use conduct_reviewed::ConductReviewed;
pub(super) use confidential::Confidential;
pub(super) use named_contact::NamedContact;
pub(super) use signed::Signed;
pub(super) use strategic_only::StrategicOnly;
pub use tested_regularly::Review;
pub(super) use tested_regularly::TestedRegularly;
