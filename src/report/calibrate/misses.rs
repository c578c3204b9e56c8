//! Where most of what missed a standard lies.

use super::curve::Curve;

/// What missed a standard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misses {
    /// How many were done and missed it.
    pub late: usize,
    /// How many were never done.
    pub never: usize,
    /// Within so much of the standard more than half of all misses lie, and how many they are.
    pub most_within: Option<(i64, usize)>,
}

impl Misses {
    pub(super) fn of(curve: &Curve, standard: i64) -> Self {
        let distances = curve.distances(standard);
        let never = curve.never();
        let all = distances.len() + never;
        // The least distance within which more than half of them lie, and all that are as near.
        let middle = distances.get(all / 2).copied();
        let most_within = middle.map(|distance| {
            (
                distance,
                distances.partition_point(|other| *other <= distance),
            )
        });
        Misses {
            late: distances.len(),
            never,
            most_within,
        }
    }

    /// How many missed it.
    pub fn total(&self) -> usize {
        self.late + self.never
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Direction;

    fn of(values: &[i64], never: usize) -> Misses {
        let curve = Curve::new(Direction::AtLeast, values.to_vec(), never);
        Misses::of(&curve, 14)
    }

    #[test]
    fn most_are_more_than_half() {
        // Seven that lack 1, 2, 2, 3, 3, 9 and 12: four are more than half, and five lack 3 or less.
        let seven = of(&[13, 12, 12, 11, 11, 5, 2, 14, 30], 0);
        assert_eq!((seven.total(), seven.most_within), (7, Some((3, 5))));
        // Two of four are no more than half.
        assert_eq!(of(&[13, 12, 4, 3], 0).most_within, Some((10, 3)));
        assert_eq!(of(&[13], 0).most_within, Some((1, 1)));
        assert_eq!(of(&[14], 0).most_within, None);
    }

    #[test]
    fn where_most_were_never_done_no_distance_is_near() {
        let three = of(&[13], 2);
        assert_eq!((three.late, three.never, three.most_within), (1, 2, None));
        assert_eq!(of(&[13, 13], 1).most_within, Some((1, 2)));
    }
}
