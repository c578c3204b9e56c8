//! Guards the source itself: what may import what, how long a file may be, and where texts may go
//! around redaction.

mod layout;
mod safe_text;
