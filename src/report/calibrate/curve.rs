//! How many of the things that were measured would have met a standard, whatever its value.

use crate::rules::Direction;

/// Things that were measured, in one unit, and those that were never done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Curve {
    direction: Direction,
    /// From least to most.
    values: Vec<i64>,
    never: usize,
}

/// More rows than these are harder to read than a picture is worth.
const MOST_ROWS: usize = 12;

impl Curve {
    pub(super) fn new(direction: Direction, mut values: Vec<i64>, never: usize) -> Self {
        values.sort_unstable();
        Curve {
            direction,
            values,
            never,
        }
    }

    /// How many were measured.
    pub fn measured(&self) -> usize {
        self.values.len()
    }

    /// How many were never done, and would have met no standard.
    pub fn never(&self) -> usize {
        self.never
    }

    /// How many there are of both.
    pub fn counted(&self) -> usize {
        self.values.len() + self.never
    }

    /// How many would have met a standard of this value.
    pub fn met(&self, at: i64) -> usize {
        match self.direction {
            Direction::AtLeast => {
                self.values.len() - self.values.partition_point(|value| *value < at)
            }
            Direction::AtMost => self.values.partition_point(|value| *value <= at),
        }
    }

    /// How many are so many per cent of all that is counted; a part of one is a whole one.
    pub fn needed(&self, per_cent: usize) -> usize {
        (self.counted() * per_cent).div_ceil(100)
    }

    /// The strictest standard that so many per cent would have met; nothing where that many were not
    /// done at all, or only when it was too late for any standard.
    pub fn point(&self, per_cent: usize) -> Option<i64> {
        let last = self.needed(per_cent).checked_sub(1)?;
        match self.direction {
            Direction::AtLeast => {
                let value = self.values.iter().rev().nth(last)?;
                (*value >= 0).then_some(*value)
            }
            Direction::AtMost => self.values.get(last).map(|value| (*value).max(0)),
        }
    }

    /// How far those that missed a standard were from it, from least to most.
    pub(super) fn distances(&self, standard: i64) -> Vec<i64> {
        let short = |value: &i64| match self.direction {
            Direction::AtLeast => standard - value,
            Direction::AtMost => value - standard,
        };
        let mut all: Vec<i64> = self.values.iter().map(short).collect();
        all.retain(|short| *short > 0);
        all.sort_unstable();
        all
    }

    /// The values at which to show how many would have met them: every one at which that changes or,
    /// where those are many, round ones across nine tenths of them. What must be shown always is.
    pub(super) fn rows(&self, shown: &[i64]) -> Vec<i64> {
        let mut all = self.values.clone();
        all.extend(shown);
        all.retain(|value| *value >= 0);
        all.sort_unstable();
        all.dedup();
        if all.len() <= MOST_ROWS {
            return all;
        }
        let nth = |part: usize| self.values.get(self.values.len() * part / 100).copied();
        let ends = [nth(5), nth(95)].into_iter().flatten();
        let ends: Vec<i64> = ends.chain(shown.iter().copied()).collect();
        let (Some(low), Some(high)) = (ends.iter().min(), ends.iter().max()) else {
            return all;
        };
        let (low, high) = ((*low).max(0), (*high).max(0));
        let step = round((high - low) / 8);
        let mut rows = shown.to_vec();
        let mut row = low / step * step;
        while row < high + step {
            rows.push(row);
            row += step;
        }
        rows.retain(|value| *value >= 0);
        rows.sort_unstable();
        rows.dedup();
        rows
    }
}

/// The next round number: one, two or five with noughts.
fn round(least: i64) -> i64 {
    let mut unit: i64 = 1;
    loop {
        for times in [1, 2, 5] {
            let round = unit.saturating_mul(times);
            if round >= least {
                return round;
            }
        }
        unit = unit.saturating_mul(10);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at_least(values: &[i64], never: usize) -> Curve {
        Curve::new(Direction::AtLeast, values.to_vec(), never)
    }

    fn at_most(values: &[i64], never: usize) -> Curve {
        Curve::new(Direction::AtMost, values.to_vec(), never)
    }

    fn points(curve: &Curve) -> [Option<i64>; 3] {
        [50, 80, 95].map(|per_cent| curve.point(per_cent))
    }

    #[test]
    fn of_nothing_there_is_no_share() {
        let curve = at_least(&[], 0);
        assert_eq!((curve.counted(), curve.met(0)), (0, 0));
        assert_eq!(points(&curve), [None; 3]);
        assert_eq!(curve.rows(&[14, 7]), [7, 14]);
    }

    #[test]
    fn one_value_is_every_share() {
        assert_eq!(points(&at_least(&[9], 0)), [Some(9); 3]);
        assert_eq!(points(&at_most(&[9], 0)), [Some(9); 3]);
        // One of two is half of them; the other was never done.
        assert_eq!(points(&at_least(&[9], 1)), [Some(9), None, None]);
    }

    #[test]
    fn with_four_half_is_two_and_four_fifths_are_all() {
        // From most to least 21, 14, 9, 3: two had 14 or more. Four fifths of four are 3.2, so 4.
        let notice = at_least(&[14, 3, 21, 9], 0);
        assert_eq!(points(&notice), [Some(14), Some(3), Some(3)]);
        let met: Vec<usize> = [0, 3, 4, 14, 15, 21, 22]
            .map(|at| notice.met(at))
            .into_iter()
            .collect();
        assert_eq!(met, [4, 4, 3, 2, 1, 1, 0]);
        // The other way round: two came within 9, and all only within 21.
        let feedback = at_most(&[14, 3, 21, 9], 0);
        assert_eq!(points(&feedback), [Some(9), Some(21), Some(21)]);
        assert_eq!(
            [2, 3, 9, 20, 21].map(|at| feedback.met(at)),
            [0, 1, 2, 3, 4]
        );
    }

    #[test]
    fn ties_go_together() {
        // Ten: five of 14, four of 7, one of 0. The eighth from the top is 7, and so is the ninth.
        let notice = at_least(&[14, 14, 14, 14, 14, 7, 7, 7, 7, 0], 0);
        assert_eq!(points(&notice), [Some(14), Some(7), Some(0)]);
        assert_eq!([14, 8, 7, 0].map(|at| notice.met(at)), [5, 5, 9, 10]);
    }

    #[test]
    fn with_twenty_one_may_be_left_out_of_ninety_five() {
        // 1 to 20: nineteen of twenty had 2 or more, sixteen 5 or more, ten 11 or more.
        let values: Vec<i64> = (1..=20).collect();
        assert_eq!(points(&at_least(&values, 0)), [Some(11), Some(5), Some(2)]);
        assert_eq!(points(&at_most(&values, 0)), [Some(10), Some(16), Some(19)]);
        // With nineteen, all are needed: 18.05 is more than eighteen.
        assert_eq!(at_least(&values[1..], 0).needed(95), 19);
    }

    #[test]
    fn what_was_never_done_counts_and_meets_nothing() {
        // Ten, of which three were never done: half are five, and the fifth from the top is 8.
        let papers = at_least(&[5, 8, 10, 12, 15, 20, 3], 3);
        assert_eq!(papers.counted(), 10);
        assert_eq!(points(&papers), [Some(8), None, None]);
        assert_eq!(papers.met(0), 7);
    }

    #[test]
    fn what_came_after_the_event_meets_no_standard() {
        let late = at_least(&[-3, 10], 0);
        assert_eq!(points(&late), [Some(10), None, None]);
        assert_eq!(late.met(0), 1);
        assert_eq!(late.rows(&[14]), [10, 14]);
        assert_eq!(late.distances(14), [4, 17]);
    }

    #[test]
    fn distances_are_those_of_what_missed() {
        assert_eq!(at_least(&[13, 14, 20, 7], 0).distances(14), [1, 7]);
        assert_eq!(at_most(&[10, 11, 30, 2], 0).distances(10), [1, 20]);
    }

    #[test]
    fn many_values_are_shown_at_round_ones() {
        let values: Vec<i64> = (0..100).collect();
        let rows = at_least(&values, 0).rows(&[14, 7]);
        // From 5 to 95 in steps of 20, because 90 / 8 is 11; and the two that must be shown.
        assert_eq!(rows, [0, 7, 14, 20, 40, 60, 80, 100]);
    }
}
