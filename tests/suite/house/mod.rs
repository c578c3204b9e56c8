//! Guards the source itself: what may import what, how long a file may be, where texts may go
//! around redaction, that nothing runs in circles or reaches out, and that what is named is there.

mod circles;
mod layout;
mod named;
mod safe_text;
mod security;
