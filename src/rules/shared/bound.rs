//! The nearest day on which something was or will be in force.

use crate::calendar::Day;
use crate::document::{Dated, Marked};
use crate::finding::{Finding, Place};

/// The bound of an interval that a day is outside of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::rules) enum Bound {
    /// The last day of the last interval before it.
    Ended(Marked<Day>),
    /// Without one: the first day of the first interval after it.
    Begins(Marked<Day>),
}

impl Bound {
    /// The day.
    pub(in crate::rules) fn day(self) -> Day {
        let (Self::Ended(day) | Self::Begins(day)) = self;
        day.value
    }

    fn place(self) -> Place {
        let (Self::Ended(day) | Self::Begins(day)) = self;
        day.place
    }

    /// Adds it to a finding, as `ended` or `begins`.
    pub(in crate::rules) fn mark(self, finding: Finding) -> Finding {
        let label = match self {
            Self::Ended(_) => "ended",
            Self::Begins(_) => "begins",
        };
        finding.and(label, self.place())
    }
}

/// The bound nearest to a day that lies in none of the intervals.
pub(in crate::rules) fn nearest_bound(
    intervals: impl Iterator<Item = Dated> + Clone,
    day: Day,
) -> Option<Bound> {
    let ends = intervals.clone().filter_map(|dated| {
        Some(Marked {
            value: dated.interval.to?,
            place: dated.to?,
        })
    });
    let starts = intervals.map(|dated| Marked {
        value: dated.interval.from,
        place: dated.from,
    });
    let ended = ends
        .filter(|end| end.value < day)
        .max_by_key(|end| end.value);
    let begins = || {
        starts
            .filter(|start| day < start.value)
            .min_by_key(|start| start.value)
    };
    ended
        .map(Bound::Ended)
        .or_else(|| begins().map(Bound::Begins))
}
