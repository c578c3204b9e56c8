//! Single values as people in England write them in the cells of tables, each turned into the
//! project's own form, or refused with what was expected. Nothing here knows where a value stands.

pub(crate) mod answer;
pub(crate) mod count;
pub(crate) mod date;
mod doubt;
pub(crate) mod list;
pub(crate) mod status;
mod synonyms;
pub(crate) mod time;
mod tokens;
