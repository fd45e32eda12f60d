//! Days, moments and intervals. No clock: today is given by whoever starts a run.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

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
        let day = parse_day(text.get(..10)?)?;
        let instant = match usual_instant(day, &text.as_bytes()[10..]) {
            Some(second) => Timestamp::from_second(second).ok()?,
            None => text.parse().ok()?,
        };
        Some(Self { instant, day, text })
    }
}

/// The second since 1970 of a moment on a day whose time is written as nearly all are: `T09:00:00` and `Z` or
/// `+01:00`. Others are for the parser of the calendar, which takes ten times as long.
fn usual_instant(day: Day, time: &[u8]) -> Option<i64> {
    let (clock, offset) = time.split_at_checked(9)?;
    let [b'T', hour @ .., b':', _, _, b':', _, _] = clock else {
        return None;
    };
    let minutes = 60 * below(24, hour)? + below(60, &clock[4..6])?;
    let ahead = match offset {
        [b'Z'] => 0,
        [sign @ (b'+' | b'-'), hours @ .., b':', _, _] if hours.len() == 2 => {
            let minutes = 60 * below(24, hours)? + below(60, &offset[4..])?;
            if *sign == b'-' { -minutes } else { minutes }
        }
        _ => return None,
    };
    let seconds = 60 * (minutes - ahead) + below(60, &clock[7..])?;
    let days = Day::constant(1970, 1, 1).duration_until(day).as_hours() / 24;
    Some(86_400 * days + seconds)
}

/// A number of two digits that is less than a limit.
fn below(limit: i64, digits: &[u8]) -> Option<i64> {
    let &[tens, ones] = digits else { return None };
    let number = 10 * digit(tens)? + digit(ones)?;
    (number < limit).then_some(number)
}

fn digit(byte: u8) -> Option<i64> {
    byte.is_ascii_digit().then(|| i64::from(byte - b'0'))
}

/// Reads `YYYY-MM-DD`, nothing else.
pub fn parse_day(text: &str) -> Option<Day> {
    let bytes: &[u8; 10] = text.as_bytes().try_into().ok()?;
    let &[_, _, _, _, b'-', _, _, b'-', _, _] = bytes else {
        return None;
    };
    let two = |at: usize| below(100, &bytes[at..at + 2]);
    let year = i16::try_from(100 * two(0)? + two(2)?).ok()?;
    let month = i8::try_from(two(5)?).ok()?;
    let day = i8::try_from(two(8)?).ok()?;
    Day::new(year, month, day).ok()
}

/// The first instant after a day, in UTC.
pub fn end_of(day: Day) -> Timestamp {
    let next = day.tomorrow().and_then(|next| next.to_zoned(TimeZone::UTC));
    next.map_or(Timestamp::MAX, |next| next.timestamp())
}

/// Days from `from` to `to`: 0 for the same day, negative when `to` is earlier.
pub fn days_between(from: Day, to: Day) -> i64 {
    from.duration_until(to).as_hours() / 24
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
    fn moments_are_those_of_the_calendar() {
        let days = [
            "2025-03-05",
            "2024-02-29",
            "1969-12-31",
            "0000-01-01",
            "9999-12-31",
        ];
        let times = [
            "T00:00:00",
            "T23:59:59",
            "T23:59:60",
            "T24:00:00",
            "t09:00:00",
            " 09:00:00",
            "T09:00",
            "T09:00:00.5",
        ];
        let offsets = [
            "Z", "z", "", "+00:00", "-00:00", "+05:30", "-05:30", "+23:59", "-24:00", "+0100",
            "+01", "+1:00", "+01:60",
        ];
        for day in days {
            for time in times {
                for offset in offsets {
                    let text = format!("{day}{time}{offset}");
                    let read = Moment::parse(&text).map(|moment| moment.instant);
                    assert_eq!(read, text.parse().ok(), "{text}");
                }
            }
        }
    }

    #[test]
    fn days_between_are_counted_over_leap_years() {
        assert_eq!(days_between(date(2024, 2, 28), date(2024, 3, 1)), 2);
        assert_eq!(days_between(date(2025, 3, 1), date(2025, 2, 28)), -1);
        assert_eq!(days_between(Day::MIN, Day::MIN), 0);
        assert_eq!(days_between(date(2000, 1, 1), date(2400, 1, 1)), 146_097);
        assert_eq!(
            days_between(Day::MAX, Day::MIN),
            -days_between(Day::MIN, Day::MAX)
        );
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
