//! Workbooks of Excel from 2007 on. Calamine reads the cells; what it does not tell, hidden rows,
//! joined cells and notes, is read beside it.

mod cells;
mod margins;
mod notes;
mod outline;
mod precautions;

use super::limits::Budget;
use super::package::Package;
use super::refused::Refused;
use super::{Read, guarded::guarded};
use margins::Margins;

/// Reads a workbook.
pub(super) fn read(mut package: Package<'_>) -> Result<Read, Refused> {
    precautions::take(&mut package)?;
    let outline = outline::read(&mut package)?;
    let mut budget = Budget::new();
    let mut margins = Vec::with_capacity(outline.len());
    for sheet in &outline {
        margins.push(Margins::read(&mut package, sheet, &mut budget)?);
    }
    let mut notes = Vec::new();
    for (at, sheet) in outline.iter().enumerate() {
        notes::read(&mut package, sheet, at, &mut budget, &mut notes)?;
    }
    let (sheets, lost) = guarded(|| cells::read(package.bytes, &outline, margins, &mut budget))?;
    Ok(Read {
        sheets,
        notes,
        lost,
    })
}
