//! A table of terms: a row for each half term, or a row for each thing that happens and a column for
//! each term. Rows that say nothing of terms are counted, and nothing of them is kept.

mod cells;
mod roles;
mod row;

use std::collections::BTreeMap;

use located::diagnostic::Diagnostic;
use located::source::{Span, Spot};
use plain_values::{DateOrder, NamedYears};
use sheets::{Row, Sheet};

use crate::meaning::{Meaning, meaning};
use crate::page::Page;
use crate::published::Published;
use cells::{CellSays, order_of, says, school_years, shown};
use roles::{Role, roles};

/// Reads the sheets of a workbook, or the one of a text.
pub(crate) fn read(sheets: &[Sheet], page: &mut Page, published: &mut Published) {
    let Some(order) = order_of(sheets) else {
        let message = "some days of this table can only be day first, and others only month first";
        page.refuse("mixed-dates", message, "write all days in one order");
        return;
    };
    for sheet in sheets {
        let number = sheet.name.as_deref().map(|name| page.sheet(name));
        let mut reading = TableReading {
            sheet,
            number,
            order,
            page,
            published,
            roles: BTreeMap::new(),
            years: sheet.name.as_deref().and_then(school_years),
            years_of_columns: BTreeMap::new(),
            section: None,
        };
        for row in &sheet.rows {
            reading.row(row);
        }
        for unparsed in &sheet.unparsed {
            let spot = Spot::Cell {
                sheet: number,
                column: 0,
                row: unparsed.number,
                line: Some(unparsed.line),
            };
            let place = page.line(spot, "", "");
            let fault = Diagnostic::error("unreadable-row", place, unparsed.to_string());
            page.fault(fault.help(unparsed.help()));
        }
    }
}

/// One sheet, read from the top.
struct TableReading<'a> {
    sheet: &'a Sheet,
    number: Option<u16>,
    order: DateOrder,
    page: &'a mut Page,
    published: &'a mut Published,
    /// What columns are for, by the last row of headings.
    roles: BTreeMap<u32, Role>,
    /// The year that a line above names.
    years: Option<NamedYears>,
    /// The year that a heading names, for its column.
    years_of_columns: BTreeMap<u32, NamedYears>,
    /// What the last line of one text alone says that is below it.
    section: Option<Meaning>,
}

impl TableReading<'_> {
    fn row(&mut self, row: &Row) {
        let label = row.cells.iter().find_map(|(column, cell)| {
            let text = cell.text()?.trim();
            let is_words = matches!(
                says(cell, self.sheet.from_1904, self.order, &[]),
                CellSays::Words
            );
            (is_words && !text.is_empty()).then_some((*column, text))
        });
        let own = label.and_then(|(_, text)| school_years(text));
        let days: Vec<(u32, CellSays)> = row
            .cells
            .iter()
            .filter(|(column, _)| label.is_none_or(|(label, _)| label != *column))
            .map(|(column, cell)| {
                let years: Vec<&NamedYears> = own
                    .iter()
                    .chain(self.years_of_columns.get(column))
                    .chain(&self.years)
                    .collect();
                (
                    *column,
                    says(cell, self.sheet.from_1904, self.order, &years),
                )
            })
            .filter(|(_, says)| !matches!(says, CellSays::Words | CellSays::Nothing))
            .collect();
        if days.is_empty() {
            self.without_days(row, label);
        } else {
            self.with_days(row, label.map(|(_, text)| text), days);
        }
    }

    /// A title, a row of headings, or a row that says nothing of days.
    fn without_days(&mut self, row: &Row, label: Option<(u32, &str)>) {
        let Some((at, text)) = label else { return };
        let texts: Vec<(u32, &str)> = row
            .cells
            .iter()
            .filter_map(|(column, cell)| Some((*column, cell.text()?)))
            .collect();
        let found = roles(&texts, at);
        let years: BTreeMap<u32, NamedYears> = texts
            .iter()
            .filter_map(|(column, text)| Some((*column, school_years(text)?)))
            .collect();
        let is_heading = !found.is_empty();
        if is_heading {
            self.roles = found;
            self.section = None;
        }
        if years.len() > 1 {
            self.years_of_columns = years;
        } else if let Some(years) = texts.iter().find_map(|(_, text)| school_years(text)) {
            self.years = Some(years);
            self.years_of_columns.clear();
        }
        if texts.len() == 1 {
            self.section = Some(meaning(text));
        } else if !is_heading {
            self.open_or_other(row, text);
        }
    }

    /// A row with a label and no day: still open, where the label is about terms.
    fn open_or_other(&mut self, row: &Row, label: &str) {
        let is_open = row
            .cells
            .iter()
            .any(|(_, cell)| cell.text().is_some_and(plain_values::is_placeholder));
        let is_of_terms = !matches!(meaning(label), Meaning::Other | Meaning::BankHoliday);
        if is_of_terms && is_open {
            let place = self.label_place(row, label);
            let message = "this row does not say its days yet";
            let help = "add them when the school has settled them; until then they are not known";
            self.page.fault(
                Diagnostic::error("open-days", place, message)
                    .warning()
                    .help(help),
            );
        }
        self.published.passed_over += usize::from(!is_of_terms);
    }

    /// The place of the label of a row, which is written down for it.
    fn label_place(&mut self, row: &Row, label: &str) -> Span {
        let column = row
            .cells
            .iter()
            .find(|(_, cell)| cell.text().is_some_and(|text| text.trim() == label));
        let column = column
            .or(row.cells.first())
            .map_or(0, |(column, _)| *column);
        self.page.line(self.spot(row, column), "", label)
    }

    fn spot(&self, row: &Row, column: u32) -> Spot {
        Spot::Cell {
            sheet: self.number,
            column,
            row: row.number,
            line: row.line,
        }
    }

    /// The place of a cell, which is written down for it.
    fn cell_place(&mut self, row: &Row, column: u32) -> Span {
        let text = row.cell(column).map(shown).unwrap_or_default();
        self.page.line(self.spot(row, column), "", &text)
    }
}
