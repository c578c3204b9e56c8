#![doc = include_str!("../README.md")]
mod bank_holidays;
mod calendar;
mod counting;
mod duration;
mod schools;
mod spoken;

pub use bank_holidays::{BankHolidays, Division, NotCovered};
pub use calendar::{Calendar, is_weekend};
pub use duration::{Duration, Unit, count_beside_days, count_of};
pub use schools::{DayAtSchool, School, SchoolDay, SchoolYear, Stretch, Window};
pub use spoken::{day, day_and_year, time};
