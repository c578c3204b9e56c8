//! What must be looked at before calamine opens a workbook: it believes some numbers of the file
//! and asks for that much memory at once, which ends the program where there is not so much.

use crate::error::Error;
use crate::limits::{Limit, MOST_CELLS};
use crate::limits::{MOST_DETAILS, MOST_TEXT};
use crate::package::Package;
use crate::xml::{attribute, each_element};

/// Refuses a workbook that would exhaust the memory on being opened. Calamine looks for these parts
/// beside that of the workbook, wherever it is.
pub(super) fn take(package: &mut Package<'_>) -> Result<(), Error> {
    for name in package.ending_in("sharedstrings.xml") {
        shared_texts(package, &name)?;
    }
    for name in package.ending_in("styles.xml") {
        styles(package, &name)?;
    }
    for name in package.ending_in("theme1.xml") {
        each_element(package, &name, MOST_DETAILS, |_| Ok(()))?;
    }
    Ok(())
}

/// Room is made for as many texts as the file says that there are, before the first is read.
fn shared_texts(package: &mut Package<'_>, name: &str) -> Result<(), Error> {
    let mut texts = 0;
    each_element(package, name, usize::MAX, |element| {
        match element.local_name().as_ref() {
            "si" => texts += 1,
            "sst" => {
                let said = attribute(element, "uniqueCount");
                let said = said.and_then(|said| said.parse::<usize>().ok());
                if said > Some(MOST_CELLS) {
                    return Err(Error::Damaged);
                }
            }
            _ => {}
        }
        if texts > MOST_CELLS {
            return Err(Limit::Cells.into());
        }
        Ok(())
    })
}

/// The names of fonts and formats are kept once more in every style that has them.
fn styles(package: &mut Package<'_>, name: &str) -> Result<(), Error> {
    let (mut styles, mut longest) = (0_usize, 0);
    each_element(package, name, MOST_DETAILS, |element| {
        if element.local_name().as_ref() == "xf" {
            styles += 1;
        }
        longest = longest.max(element.attributes_raw().len());
        if styles.saturating_mul(longest) > MOST_TEXT {
            return Err(Limit::Text.into());
        }
        Ok(())
    })
}
