//! Lengths of time as people say them, always with a unit: `14 clear days`, `12 weeks`.

use std::fmt;

/// How the days of a length of time are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Every day counts; from a Monday to the next Monday is 7.
    Days,
    /// Neither the first nor the last day counts; weekends do.
    ClearDays,
    /// Monday to Friday without bank holidays and closed days.
    WorkingDays,
    /// Working days, without the first and the last day.
    ClearWorkingDays,
    /// Seven days each.
    Weeks,
}

impl Unit {
    /// Every unit, in the order in which an error lists them.
    pub const ALL: [Unit; 5] = [
        Unit::Days,
        Unit::ClearDays,
        Unit::WorkingDays,
        Unit::ClearWorkingDays,
        Unit::Weeks,
    ];

    /// The unit's name in the plural.
    pub fn plural(self) -> &'static str {
        match self {
            Unit::Days => "days",
            Unit::ClearDays => "clear days",
            Unit::WorkingDays => "working days",
            Unit::ClearWorkingDays => "clear working days",
            Unit::Weeks => "weeks",
        }
    }
}

/// A number of days or weeks with the unit in which they are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Duration {
    /// How many.
    pub count: u32,
    /// Of which kind.
    pub unit: Unit,
}

/// Longer than this, a length of time is a slip of the pen: about a hundred years in days.
const LONGEST: u32 = 36_600;

impl Duration {
    /// A length of time in code: `Duration::new(14, Unit::ClearDays)`.
    pub const fn new(count: u32, unit: Unit) -> Self {
        Duration { count, unit }
    }

    /// Reads `14 clear days`, `1 week`, `10 Working Days`.
    ///
    /// # Errors
    /// A sentence that says what is missing: the number, the unit, or a unit that is known.
    pub fn parse(text: &str) -> Result<Self, String> {
        let expected = "write a number and a unit, such as `14 clear days`, `10 working days`, \
                        `5 clear working days`, `28 days` or `12 weeks`";
        let text = text.trim();
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let (number, unit) = text.split_at_checked(digits).unwrap_or(("", text));
        let unit = unit.trim().to_lowercase();
        if number.is_empty() {
            return Err(expected.to_owned());
        }
        if unit.is_empty() {
            return Err(format!("`{number}` has no unit; {expected}"));
        }
        let Some(count) = number.parse().ok().filter(|count| *count <= LONGEST) else {
            return Err(format!(
                "more than {LONGEST} of anything is not a length of time here"
            ));
        };
        let words: Vec<&str> = unit.split_whitespace().collect();
        let unit = words.join(" ");
        Unit::ALL
            .into_iter()
            .find(|known| unit == known.plural() || unit == singular(known.plural()))
            .map(|unit| Duration { count, unit })
            .ok_or_else(|| {
                let nearest = closed_words::nearest(&unit, Unit::ALL.map(Unit::plural));
                let hint =
                    nearest.map_or_else(String::new, |near| format!(", did you mean `{near}`?"));
                format!("`{unit}` is not a unit that the calendar counts in{hint}; {expected}")
            })
    }
}

fn singular(plural: &str) -> &str {
    plural.strip_suffix('s').unwrap_or(plural)
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&count_of(i64::from(self.count), self.unit.plural()))
    }
}

/// `1 clear day`, `6 clear days`: a number with a noun that is given in the plural.
pub fn count_of(count: i64, plural: &str) -> String {
    let noun = if count == 1 { singular(plural) } else { plural };
    format!("{count} {noun}")
}

/// A count in a unit with the plain days beside it: `13 clear days (14 days)`, so that nobody takes
/// the same weekday two weeks later for two clear weeks.
pub fn count_beside_days(count: i64, unit: Unit, days: i64) -> String {
    let counted = count_of(count, unit.plural());
    if unit == Unit::Days {
        counted
    } else {
        format!("{counted} ({})", count_of(days, "days"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_people_write() {
        let parse = |text| Duration::parse(text).unwrap();
        assert_eq!(parse("14 clear days"), Duration::new(14, Unit::ClearDays));
        assert_eq!(parse("1 working day"), Duration::new(1, Unit::WorkingDays));
        assert_eq!(
            parse(" 5  Clear Working Days "),
            Duration::new(5, Unit::ClearWorkingDays)
        );
        assert_eq!(parse("12weeks"), Duration::new(12, Unit::Weeks));
        assert_eq!(parse("28 days").to_string(), "28 days");
        assert_eq!(parse("1 week").to_string(), "1 week");
    }

    #[test]
    fn plain_days_stand_beside_every_other_unit() {
        let beside = |count, unit| count_beside_days(count, unit, 14);
        assert_eq!(beside(13, Unit::ClearDays), "13 clear days (14 days)");
        assert_eq!(beside(1, Unit::Weeks), "1 week (14 days)");
        assert_eq!(count_beside_days(14, Unit::Days, 14), "14 days");
    }

    #[test]
    fn an_unknown_unit_names_the_nearest() {
        let error = Duration::parse("14 cler days").unwrap_err();
        assert!(error.contains("did you mean `clear days`"), "{error}");
        assert!(Duration::parse("14").unwrap_err().contains("has no unit"));
        assert!(Duration::parse("fortnight").is_err());
        assert!(Duration::parse("99999999999999999999 days").is_err());
        assert!(Duration::parse("14 months").is_err());
    }
}
