//! Where things stand that formulas name.

/// The days off, with room for more below them. No heading is among them: `WORKDAY` would fail.
pub(super) const OFF: &str = "'Days off'!$A$2:$A$600";

/// The last row of that range, from 0.
pub(super) const LAST_OFF: u32 = 599;

/// The rows of the sheet of standards, from 1, behind those of the standards.
pub(super) const FIRST_ROW: u32 = 8;
pub(super) const LAST_ROW: u32 = 9;
pub(super) const DATED_ROW: u32 = 10;

/// The first day for which bank holidays are known, or the weekend before it.
pub(super) const FIRST_COVERED: &str = "Standards!$B$8";
/// The last day for which they are known, or the weekend behind it.
pub(super) const LAST_COVERED: &str = "Standards!$B$9";
/// Whether everything among the days off is one.
pub(super) const IS_DATED: &str = "Standards!$B$10";

/// The cell of a number, by its row, from 1.
pub(super) fn number_cell(row: u32) -> String {
    format!("Standards!$B${row}")
}

/// A cell of the log by its column and row, both from 0; the column stays where the cell is copied.
pub(super) fn cell_at(at: u16, row: u32) -> String {
    let letters = rust_xlsxwriter::utility::column_number_to_name(at);
    format!("${letters}{}", row + 1)
}
