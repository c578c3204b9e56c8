//! A row with days in it.

use located::diagnostic::Diagnostic;
use located::source::Span;
use sheets::Row;
use working_days::Stretch;

use super::TableReading;
use super::cells::CellSays;
use super::roles::Role;
use crate::calendar::inset;
use crate::meaning::{Meaning, folded, has, meaning};
use crate::published::at;

/// Days with the column and place of their cell.
type Placed = (u32, Vec<Stretch>, Span);

impl TableReading<'_> {
    pub(super) fn with_days(&mut self, row: &Row, label: Option<&str>, days: Vec<(u32, CellSays)>) {
        let has_role = days
            .iter()
            .any(|(column, _)| self.roles.contains_key(column));
        let said = self.meaning_of(label, has_role);
        if matches!(said, Meaning::Other | Meaning::BankHoliday) {
            self.published.passed_over += 1;
            return;
        }
        if said == Meaning::Unclear {
            self.unclear(row, label.unwrap_or_default());
            return;
        }
        let Some(days) = self.readable(row, days) else {
            return;
        };
        if has_role {
            self.by_roles(said, &days);
        } else {
            self.by_label(said, &days);
        }
    }

    /// What a row is about: what its label says, or else the heading above it.
    fn meaning_of(&self, label: Option<&str>, has_role: bool) -> Meaning {
        let Some(label) = label else {
            return match self.section {
                Some(section) => section,
                None if has_role => Meaning::Term,
                None => Meaning::Other,
            };
        };
        let said = meaning(label);
        if said != Meaning::Other {
            return said;
        }
        match self.section {
            // In a table with first and last days, a name that is nothing else may be that of a term.
            _ if has_role && !is_occasion(label) => Meaning::Unclear,
            Some(Meaning::Inset) => Meaning::Inset,
            Some(_) | None => Meaning::Other,
        }
    }

    /// The days of a row with their places; nothing where one of its cells cannot be read, which is said.
    fn readable(&mut self, row: &Row, days: Vec<(u32, CellSays)>) -> Option<Vec<Placed>> {
        let mut placed = Vec::new();
        let mut is_whole = true;
        for (column, said) in days {
            let place = self.cell_place(row, column);
            let (code, message, help) = match said {
                CellSays::Days(days) => {
                    placed.push((column, days, place));
                    continue;
                }
                CellSays::NoYear => (
                    "no-year",
                    "nothing says of which year this day is".to_owned(),
                    "write it with its year, such as 3 September 2026, or the school year in a line \
                     above: 2026-27"
                        .to_owned(),
                ),
                CellSays::Backwards => (
                    "ends-before-start",
                    "this ends before it begins".to_owned(),
                    "check both days".to_owned(),
                ),
                CellSays::Unreadable(why) => {
                    ("unreadable-day", "this day cannot be read".to_owned(), why)
                }
                CellSays::Words | CellSays::Nothing => continue,
            };
            self.page
                .fault(Diagnostic::error(code, place, message).help(help));
            is_whole = false;
        }
        is_whole.then_some(placed)
    }

    fn unclear(&mut self, row: &Row, label: &str) {
        let place = self.label_place(row, label);
        let message = "it cannot be told what the days of this row are, so it was passed over";
        let help =
            "call it by what it is, such as `Autumn 1`, `Half term`, `INSET day`, `Term starts`";
        self.page.fault(
            Diagnostic::error("unclear-row", place, message)
                .warning()
                .help(help),
        );
        self.published.passed_over += 1;
    }

    /// A row of a table whose headings say which day is the first and which the last.
    fn by_roles(&mut self, said: Meaning, days: &[Placed]) {
        let roles = self.roles.clone();
        let found = |role: Role| {
            days.iter()
                .find(|(column, ..)| roles.get(column) == Some(&role))
        };
        let (first, last) = (found(Role::First), found(Role::Last));
        let mut listed = [first, last].into_iter().flatten();
        let is_list = listed.any(|(_, days, _)| days.len() > 1);
        let own = match (first, last) {
            // Single days, or a list of them, in whichever column.
            _ if said == Meaning::Inset && (is_list || first.is_none() || last.is_none()) => {
                let listed = [first, last].into_iter().flatten();
                self.inset_days(listed.cloned().collect());
                Whole::None
            }
            (Some((_, _, place)), _) | (_, Some((_, _, place))) if is_list => Whole::Part(*place),
            _ => Self::stretch(first, last, self.has_role(Role::Last)),
        };
        let holiday = Self::stretch(found(Role::HolidayFirst), found(Role::HolidayLast), true);
        let breaks: Vec<Placed> = self.of_role(days, Role::Holiday);
        let staff: Vec<Placed> = self.of_role(days, Role::Inset);
        let others = days
            .iter()
            .find(|(column, ..)| !self.roles.contains_key(column))
            .cloned();
        match own {
            Whole::All(days, place) => self.keep(said, days, place),
            Whole::Part(place) => self.half(place, "row"),
            Whole::Backwards(place) => self.backwards(place),
            Whole::None => {}
        }
        match holiday {
            Whole::All(days, place) => self.published.holidays.push(at(days, place)),
            Whole::Part(place) => self.half(place, "half term"),
            Whole::Backwards(place) => self.backwards(place),
            Whole::None => {}
        }
        for (_, days, place) in breaks {
            self.published
                .holidays
                .extend(days.into_iter().map(|days| at(days, place)));
        }
        self.inset_days(staff);
        if let Some((_, _, place)) = others {
            let message =
                "nothing above this column says what its days are, so they were passed over";
            let help = "write a heading such as `First day`, `Last day`, `INSET`";
            self.page.fault(
                Diagnostic::error("unclear-column", place, message)
                    .warning()
                    .help(help),
            );
        }
    }

    fn inset_days(&mut self, placed: Vec<Placed>) {
        for (_, days, place) in placed {
            for days in days {
                inset(days, place, self.page, self.published);
            }
        }
    }

    fn has_role(&self, role: Role) -> bool {
        self.roles.values().any(|one| *one == role)
    }

    fn of_role(&self, days: &[Placed], role: Role) -> Vec<Placed> {
        let found = days
            .iter()
            .filter(|(column, ..)| self.roles.get(column) == Some(&role));
        found.cloned().collect()
    }

    /// From the days of one cell to those of another; one cell may say both.
    fn stretch(first: Option<&Placed>, last: Option<&Placed>, needs_both: bool) -> Whole {
        let ends =
            |placed: &Placed| Some((placed.1.first()?.first, placed.1.last()?.last, placed.2));
        match (first.and_then(ends), last.and_then(ends)) {
            (Some((first, _, place)), Some((_, last, _))) if first <= last => {
                Whole::All(Stretch { first, last }, place)
            }
            (Some((_, _, place)), Some(_)) => Whole::Backwards(place),
            (Some((first, last, place)), None) | (None, Some((first, last, place))) => {
                if first < last || !needs_both {
                    Whole::All(Stretch { first, last }, place)
                } else {
                    Whole::Part(place)
                }
            }
            (None, None) => Whole::None,
        }
    }

    /// A row that says itself what its days are.
    fn by_label(&mut self, said: Meaning, days: &[Placed]) {
        let all: Vec<(Stretch, Span)> = days
            .iter()
            .flat_map(|(_, days, place)| days.iter().map(|days| (*days, *place)))
            .collect();
        let are_single = all.iter().all(|(days, _)| days.first == days.last);
        match (said, all.as_slice()) {
            (Meaning::Term | Meaning::Holiday, [(first, place), (last, _)]) if are_single => {
                if first.first <= last.first {
                    self.keep(
                        said,
                        Stretch {
                            first: first.first,
                            last: last.first,
                        },
                        *place,
                    );
                } else {
                    self.backwards(*place);
                }
            }
            (Meaning::Term, [(_, place), ..]) if are_single => self.half(*place, "term"),
            (Meaning::Holiday, [(_, place), _, _, ..]) if are_single => {
                self.half(*place, "holiday");
            }
            _ => all
                .into_iter()
                .for_each(|(days, place)| self.keep(said, days, place)),
        }
    }

    fn keep(&mut self, said: Meaning, days: Stretch, place: Span) {
        let published = &mut *self.published;
        match said {
            Meaning::Starts => published.starts.push(at(days.first, place)),
            Meaning::Ends => published.ends.push(at(days.last, place)),
            Meaning::Term => published.terms.push(at(days, place)),
            Meaning::Holiday => published.holidays.push(at(days, place)),
            Meaning::HolidayStarts => published.holiday_starts.push(at(days.first, place)),
            Meaning::HolidayEnds => published.holiday_ends.push(at(days.last, place)),
            Meaning::Inset => inset(days, place, self.page, published),
            Meaning::BankHoliday | Meaning::Unclear | Meaning::Other => published.passed_over += 1,
        }
    }

    fn half(&mut self, place: Span, what: &str) {
        let message = format!("this {what} has a first or a last day, and not both");
        let help = "give its first and its last day";
        self.page
            .fault(Diagnostic::error("half-a-stretch", place, message).help(help));
    }

    fn backwards(&mut self, place: Span) {
        let message = "this ends before it begins";
        self.page
            .fault(Diagnostic::error("ends-before-start", place, message).help("check both days"));
    }
}

/// What two cells say of first and last days.
enum Whole {
    All(Stretch, Span),
    Part(Span),
    Backwards(Span),
    None,
}

/// Whether a label names something that happens and no stretch of school.
fn is_occasion(label: &str) -> bool {
    has(&folded(label), crate::words::OCCASIONS)
}
