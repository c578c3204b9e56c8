//! The tests of the whole, in one binary: a folder for each thing that they guard.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::format_collect,
    clippy::string_slice,
    reason = "a test that meets the unexpected should stop at once, and tests have files of their own"
)]

mod bench;
mod charters;
mod confidential;
mod convert;
mod dice;
#[path = "../fuzz/bodies/mod.rs"]
#[expect(
    unreachable_pub,
    reason = "a package of its own has them as its library"
)]
mod fuzz_bodies;
mod house;
mod output;
mod program;
mod promises;
mod reading;

use bench::{Bench, file, json_of};
use program::{root, run, run_in};
