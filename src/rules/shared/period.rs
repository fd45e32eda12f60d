//! Reckoning with days, months and durations.

use jiff::Span;

use crate::calendar::{Day, Interval, length_in_days};

/// The day a number of calendar months later; the last day of the month where it has no such day.
pub(in crate::rules) fn months_after(day: Day, months: i64) -> Option<Day> {
    day.checked_add(Span::new().try_months(months).ok()?).ok()
}

/// How often something recurs, from an ISO 8601 duration such as `P1M`. None where it is shorter than a day or nothing
/// at all: it cannot be reckoned in days.
#[derive(Debug, Clone, Copy)]
pub(in crate::rules) struct Cadence(Span);

impl Cadence {
    /// Reads a duration.
    pub(in crate::rules) fn parse(written: &str) -> Option<Self> {
        let span: Span = written.parse().ok()?;
        let whole_days = !written.contains(['T', 't']);
        (whole_days && !span.is_negative() && !span.is_zero()).then_some(Self(span))
    }

    /// The day a number of times later.
    pub(in crate::rules) fn after(self, day: Day, times: i64) -> Option<Day> {
        day.checked_add(self.0.checked_mul(times).ok()?).ok()
    }
}

/// Number of days, from `first` to `last`, that lie in any of several intervals.
pub(in crate::rules) fn days_within(
    intervals: impl IntoIterator<Item = Interval>,
    first: Day,
    last: Day,
) -> i64 {
    let asked = Interval {
        from: first,
        to: Some(last),
    };
    let runs = intervals
        .into_iter()
        .filter_map(|interval| interval.overlap(asked, last));
    days_in(runs.collect())
}

/// Number of days in any of several runs of days.
fn days_in(mut runs: Vec<(Day, Day)>) -> i64 {
    runs.sort_unstable();
    let mut days = 0;
    let mut counted: Option<Day> = None;
    for (first, last) in runs {
        match counted {
            Some(until) if last <= until => continue,
            Some(until) if first <= until => days += length_in_days(until, last) - 1,
            _ => days += length_in_days(first, last),
        }
        counted = Some(last);
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_in_overlapping_runs_count_once() {
        let day = |day| date(2025, 3, day);
        assert_eq!(days_in(vec![]), 0);
        assert_eq!(days_in(vec![(day(1), day(1)), (day(2), day(3))]), 3);
        assert_eq!(
            days_in(vec![
                (day(5), day(9)),
                (day(1), day(6)),
                (day(2), day(3)),
                (day(6), day(9))
            ]),
            9
        );
        assert_eq!(days_in(vec![(day(1), day(3)), (day(5), day(5))]), 4);
    }

    #[test]
    fn intervals_count_as_far_as_they_are_asked_for() {
        let open = Interval {
            from: date(2025, 3, 10),
            to: None,
        };
        let days = |first, last| days_within([open], date(2025, 3, first), date(2025, 3, last));
        assert_eq!((days(1, 12), days(1, 9), days(11, 11)), (3, 0, 1));
    }

    #[test]
    fn months_are_those_of_the_calendar() {
        assert_eq!(months_after(date(2021, 5, 3), 9), Some(date(2022, 2, 3)));
        assert_eq!(months_after(date(2024, 8, 31), 6), Some(date(2025, 2, 28)));
        let twice = |written: &str, day| Cadence::parse(written)?.after(day, 2);
        assert_eq!(twice("P1M", date(2025, 1, 31)), Some(date(2025, 3, 31)));
        assert_eq!(twice("P2W", date(2025, 1, 1)), Some(date(2025, 1, 29)));
        assert_eq!(twice("P1Y6M", date(2025, 1, 1)), Some(date(2028, 1, 1)));
        assert_eq!(twice("P10D", Day::MAX), None);
        for written in ["PT12H", "P0D", "monthly", ""] {
            assert!(Cadence::parse(written).is_none(), "{written}");
        }
    }
}
