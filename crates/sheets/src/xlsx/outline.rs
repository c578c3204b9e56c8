//! Which sheets a workbook has, and in which part of the package each one stands.

use crate::error::Error;
use crate::limits::{Limit, MOST_DETAILS, MOST_SHEETS};
use crate::package::Package;
use crate::xml::{attribute, each_element, says_yes};

/// A sheet that is a table.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Outline {
    /// Its name, as people see it.
    pub(super) name: String,
    /// The part of the package that holds it.
    pub(super) part: String,
}

/// The sheets of a workbook, and what holds for all of them.
pub(super) struct XlsxOutlines {
    /// The sheets that are tables, in order.
    pub(super) sheets: Vec<Outline>,
    /// The parts of those that are charts by themselves.
    pub(super) charts: Vec<String>,
    /// Whether the results of formulas are to be worked out when a program opens it.
    pub(super) to_be_calculated: bool,
}

/// A relationship of a part to another one.
pub(super) struct Relationship {
    id: String,
    /// What the other part is, the last word of its address: `worksheet`.
    pub(super) kind: String,
    /// The name of the other part.
    pub(super) part: String,
}

/// The sheets of a workbook that are tables, in order. A part that several sheets share is read
/// once, and of two sheets with the same name the first: no program writes such files.
pub(super) fn read(package: &mut Package<'_>) -> Result<XlsxOutlines, Error> {
    let book = related(package, "")?
        .into_iter()
        .find(|other| other.kind == "officeDocument")
        .ok_or(Error::Damaged)?;
    let related = related(package, &book.part)?;
    let charts = related.iter().filter(|other| other.kind == "chartsheet");
    let charts = charts.map(|other| other.part.clone()).collect();
    let mut outline: Vec<Outline> = Vec::new();
    let mut to_be_calculated = false;
    let mut left = MOST_SHEETS;
    each_element(package, &book.part, MOST_DETAILS, |element| {
        to_be_calculated |=
            element.local_name().as_ref() == "calcPr" && says_yes(element, "fullCalcOnLoad");
        if element.local_name().as_ref() != "sheet" {
            return Ok(());
        }
        left = left.checked_sub(1).ok_or(Limit::Parts)?;
        let (Some(name), Some(id)) = (attribute(element, "name"), attribute(element, "id")) else {
            return Ok(());
        };
        let found = related.iter().find(|other| other.id == id);
        let Some(other) = found.filter(|other| other.kind == "worksheet") else {
            return Ok(());
        };
        let known = |sheet: &Outline| sheet.part == other.part || sheet.name == name;
        if !outline.iter().any(known) {
            outline.push(Outline {
                name: name.into_owned(),
                part: other.part.clone(),
            });
        }
        Ok(())
    })?;
    Ok(XlsxOutlines {
        sheets: outline,
        charts,
        to_be_calculated,
    })
}

/// The parts to which a part is related; nothing where it does not say.
pub(super) fn related(package: &mut Package<'_>, part: &str) -> Result<Vec<Relationship>, Error> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let listed = joined(folder, &format!("_rels/{name}.rels"));
    let mut related = Vec::new();
    each_element(package, &listed, MOST_DETAILS, |element| {
        if element.local_name().as_ref() != "Relationship" {
            return Ok(());
        }
        let (id, kind) = (attribute(element, "Id"), attribute(element, "Type"));
        if let (Some(id), Some(kind), Some(target)) = (id, kind, attribute(element, "Target")) {
            if related.len() == MOST_SHEETS * 10 {
                return Err(Limit::Parts.into());
            }
            related.push(Relationship {
                id: id.into_owned(),
                kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                part: joined(folder, &target),
            });
        }
        Ok(())
    })?;
    Ok(related)
}

/// A path as a part of this folder writes it: from the top, or from the folder.
fn joined(folder: &str, path: &str) -> String {
    if let Some(path) = path.strip_prefix('/') {
        return path.to_owned();
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in path.split('/') {
        match step {
            "." | "" => {}
            ".." => _ = steps.pop(),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn paths_between_parts() {
        assert_eq!(
            joined("xl", "worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml"
        );
        assert_eq!(
            joined("xl", "/xl/worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml"
        );
        assert_eq!(
            joined("xl/worksheets", "../comments1.xml"),
            "xl/comments1.xml"
        );
        assert_eq!(joined("", "_rels/.rels"), "_rels/.rels");
        assert_eq!(joined("a", "../../../b"), "b");
    }
}
