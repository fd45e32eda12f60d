//! Days, moments and intervals. No clock: today is given by whoever starts a run.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Unit};

/// A calendar day.
pub type Day = Date;

/// A moment as written in a record: `2025-03-05T09:00:00+01:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment<'t> {
    /// The moment on the world's time line.
    pub instant: Timestamp,
    /// The day where it was written: the date part, whatever the offset.
    pub day: Day,
    /// As written.
    pub text: &'t str,
}

impl<'t> Moment<'t> {
    /// Reads an RFC 3339 date-time with offset.
    pub fn parse(text: &'t str) -> Option<Self> {
        Some(Self {
            instant: text.parse().ok()?,
            day: parse_day(text.get(..10)?)?,
            text,
        })
    }
}

/// Reads `YYYY-MM-DD`, nothing else.
pub fn parse_day(text: &str) -> Option<Day> {
    let bytes = text.as_bytes();
    if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let number = |digits: &str| {
        digits
            .bytes()
            .all(|byte| byte.is_ascii_digit())
            .then(|| digits.parse().ok())
            .flatten()
    };
    let year = number(&text[..4])?;
    let month = i8::try_from(number(&text[5..7])?).ok()?;
    let day = i8::try_from(number(&text[8..])?).ok()?;
    Day::new(year, month, day).ok()
}

/// The first instant after a day, in UTC.
pub fn end_of(day: Day) -> Timestamp {
    let next = day.tomorrow().and_then(|next| next.to_zoned(TimeZone::UTC));
    next.map_or(Timestamp::MAX, |next| next.timestamp())
}

/// Days from `from` to `to`: 0 for the same day, negative when `to` is earlier.
pub fn days_between(from: Day, to: Day) -> i64 {
    from.until((Unit::Day, to))
        .map_or(0, |span| i64::from(span.get_days()))
}

/// A run of days, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// First day.
    pub from: Day,
    /// Last day; none = open.
    pub to: Option<Day>,
}

impl Interval {
    /// One day.
    pub fn on(day: Day) -> Self {
        Self {
            from: day,
            to: Some(day),
        }
    }

    /// Whether the day lies in it.
    pub fn covers(self, day: Day) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }

    /// The last day, not after `limit`.
    pub fn last_day(self, limit: Day) -> Day {
        self.to.map_or(limit, |to| to.min(limit))
    }

    /// The part both have, cut at `limit`: first and last day; none when they do not meet by then.
    pub fn overlap(self, other: Self, limit: Day) -> Option<(Day, Day)> {
        let first = self.from.max(other.from);
        let last = self.last_day(limit).min(other.last_day(limit));
        (first <= last).then_some((first, last))
    }
}

/// Number of days from the first to the last, both included.
pub fn length_in_days(first: Day, last: Day) -> i64 {
    days_between(first, last) + 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_are_read_strictly() {
        assert_eq!(parse_day("2024-02-29"), Some(date(2024, 2, 29)));
        for wrong in [
            "2023-02-29",
            "2024-2-09",
            "20240229",
            "2024-02-29T00:00",
            "+024-02-29",
            "",
        ] {
            assert_eq!(parse_day(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn moments_keep_the_local_day() {
        let moment = Moment::parse("2025-03-05T23:30:00-02:00").unwrap();
        assert_eq!(moment.day, date(2025, 3, 5));
        assert_eq!(moment.instant, "2025-03-06T01:30:00Z".parse().unwrap());
    }

    #[test]
    fn a_day_ends_where_the_next_begins() {
        assert_eq!(
            end_of(date(2024, 2, 29)),
            "2024-03-01T00:00:00Z".parse().unwrap()
        );
        assert_eq!(end_of(Day::MAX), Timestamp::MAX);
    }

    #[test]
    fn both_ends_belong_to_an_interval() {
        let interval = Interval {
            from: date(2025, 1, 1),
            to: Some(date(2025, 1, 14)),
        };
        assert!(interval.covers(date(2025, 1, 1)) && interval.covers(date(2025, 1, 14)));
        assert!(!interval.covers(date(2025, 1, 15)));
        assert_eq!(length_in_days(date(2025, 1, 1), date(2025, 1, 14)), 14);
        let open = Interval {
            from: date(2025, 1, 10),
            to: None,
        };
        assert_eq!(
            interval.overlap(open, date(2025, 1, 12)),
            Some((date(2025, 1, 10), date(2025, 1, 12)))
        );
        assert_eq!(interval.overlap(open, date(2025, 1, 9)), None);
    }
}
