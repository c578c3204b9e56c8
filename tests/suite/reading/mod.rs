//! Guards reading: every format as people keep it, what is a fault and at which place, and that
//! nothing that was not read is taken for kept or broken.

mod faults;
mod formats;
mod hostile;
mod joined;
mod other_programs;
mod seeds;
mod tables;
mod texts;
mod view;
mod yaml;
