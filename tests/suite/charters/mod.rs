//! Guards charters: what is a fault in one, the examples that it carries, and the charters that ship.

mod reading;
mod shipped;
mod terms;
mod trials;
