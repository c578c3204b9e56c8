//! Guards what each promise comes to: the pages of the rules, both sides of every deadline, the first
//! and the last day of everything, explanations, and rules of a charter's own.

mod best_times;
mod boundaries;
mod custom;
mod deadlines;
mod edges;
mod engine;
mod explanations;
mod governance;
mod laws;
mod officers_log;
mod other_numbers;
mod pages;
mod places;
mod plan;
mod together;

/// A meeting that keeps the promises about notice, feedback and children, so that others stand out.
fn meeting(id: &str, date: &str, more: &str) -> String {
    format!("id: {id}\ntitle: {id}\nkind: meeting\nstatus: held\ndate: {date}\n{more}")
}
