//! What is wrong with a text that should be a date, a time or a duration.

use crate::calendar::{Day, Moment, parse_day};

/// What is wrong, as facts.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Slip {
    /// What kind of mistake.
    pub(super) code: &'static str,
    /// Which part is out of range.
    pub(super) part: Option<&'static str>,
    /// That part as written.
    pub(super) value: Option<String>,
    /// Year, month and day that do not exist together.
    pub(super) day: Option<(i16, i8, i8)>,
    /// What was meant, where there is only one way to read it.
    pub(super) meant: Option<String>,
}

fn slip(code: &'static str) -> Slip {
    Slip {
        code,
        ..Slip::default()
    }
}

fn meaning(code: &'static str, meant: String) -> Slip {
    Slip {
        meant: Some(meant),
        ..slip(code)
    }
}

fn out_of_range(part: &'static str, value: &str) -> Slip {
    Slip {
        part: Some(part),
        value: Some(value.to_owned()),
        ..slip("no-such-part")
    }
}

/// The mistake in a text that does not have a format; nothing where it is not one of the usual ones.
pub(super) fn slip_of(format: &str, text: &str) -> Option<Slip> {
    match format {
        "date" => of_date(text),
        "date-time" => of_moment(text),
        "time" => of_time(text, |meant| {
            Moment::parse(&format!("2025-01-01T{meant}")).is_some()
        }),
        "duration" => of_duration(text),
        _ => None,
    }
}

fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A day as it should be written, if there is one.
fn day(year: i16, month: i8, day: i8) -> Option<String> {
    Day::new(year, month, day)
        .ok()
        .map(|_| format!("{year:04}-{month:02}-{day:02}"))
}

fn of_date(text: &str) -> Option<Slip> {
    let text = text.trim();
    if parse_day(text).is_some() {
        // Only blanks around it.
        return Some(meaning("blanks", text.to_owned()));
    }
    let head = text.get(..10);
    if let Some(head) = head.filter(|head| parse_day(head).is_some())
        && text[10..].starts_with(['T', 't', ' '])
    {
        return Some(meaning("with-time", head.to_owned()));
    }
    if digits(text) && text.len() == 8 {
        let meant = format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..]);
        return parse_day(&meant).map(|_| meaning("separators", meant));
    }
    let separator = text.chars().find(|letter| !letter.is_ascii_digit())?;
    if !matches!(separator, '-' | '/' | '.' | ' ' | '_') {
        return None;
    }
    let parts: Vec<&str> = text.split(separator).collect();
    let [first, middle, last] = parts.as_slice() else {
        return None;
    };
    if ![first, middle, last]
        .iter()
        .all(|part| digits(part) && part.len() <= 4)
    {
        return None;
    }
    let number = |part: &str| part.parse::<i16>().unwrap_or(0);
    match (first.len(), middle.len(), last.len()) {
        (4, 1..=2, 1..=2) => Some(year_first(number(first), middle, last, separator)),
        (1..=2, 1..=2, 4) => year_last(number(first), number(middle), number(last)),
        (1..=2, 1..=2, 1..=2) => Some(slip("two-digit-year")),
        _ => None,
    }
}

fn year_first(year: i16, middle: &str, last: &str, separator: char) -> Slip {
    let small = |part: &str| part.parse::<i8>().unwrap_or(0);
    let (month, date) = (small(middle), small(last));
    if let Some(meant) = day(year, month, date) {
        let code = if separator == '-' {
            "one-digit"
        } else {
            "separators"
        };
        return meaning(code, meant);
    }
    // Hardly anybody writes the day between year and month: this is a slip of one number.
    if !(1..=12).contains(&month) {
        return out_of_range("month", middle);
    }
    if !(1..=31).contains(&date) {
        return out_of_range("day", last);
    }
    Slip {
        day: Some((year, month, date)),
        ..slip("no-such-day")
    }
}

fn year_last(first: i16, middle: i16, year: i16) -> Option<Slip> {
    let (first, middle) = (i8::try_from(first).ok()?, i8::try_from(middle).ok()?);
    let (day_first, month_first) = (day(year, middle, first), day(year, first, middle));
    match (day_first, month_first) {
        (Some(one), Some(other)) if one != other => Some(slip("order-unclear")),
        (Some(meant), _) | (None, Some(meant)) => Some(meaning("order", meant)),
        (None, None) => None,
    }
}

fn of_moment(text: &str) -> Option<Slip> {
    let trimmed = text.trim();
    if trimmed != text && Moment::parse(trimmed).is_some() {
        return Some(meaning("blanks", trimmed.to_owned()));
    }
    let Some(at) = text.find(['T', 't', ' ']) else {
        return match parse_day(text) {
            Some(_) => Some(slip("no-time")),
            // The time is missing too, so there is no saying what was meant.
            None => of_date(text).map(|found| Slip {
                meant: None,
                ..found
            }),
        };
    };
    let (date, time) = (&text[..at], &text[at + 1..]);
    if parse_day(date).is_none() {
        let found = of_date(date)?;
        let meant = found.meant.as_ref().map(|date| format!("{date}T{time}"));
        return Some(Slip {
            meant: meant.filter(|meant| Moment::parse(meant).is_some()),
            ..found
        });
    }
    let whole = |time: &str| format!("{date}T{time}");
    if text.as_bytes()[at] == b' ' && Moment::parse(&whole(time)).is_some() {
        return Some(meaning("space", whole(time)));
    }
    let found = of_time(time, |meant| Moment::parse(&whole(meant)).is_some())?;
    Some(Slip {
        meant: found.meant.as_deref().map(whole),
        ..found
    })
}

/// The mistake in a time with offset; `holds` says whether one is right.
fn of_time(text: &str, holds: impl Fn(&str) -> bool) -> Option<Slip> {
    let text = text.trim();
    let end = text
        .find(|letter: char| !letter.is_ascii_digit() && letter != ':' && letter != '.')
        .unwrap_or(text.len());
    let (clock, offset) = text.split_at(end);
    let parts: Vec<&str> = clock.split(':').collect();
    let [hour, minute, rest @ ..] = parts.as_slice() else {
        return None;
    };
    let second = rest.first().copied().unwrap_or("00");
    let whole = second.split('.').next().unwrap_or(second);
    let number = |part: &str| part.parse::<u8>().ok().filter(|_| digits(part));
    if number(hour)? > 23 {
        return Some(out_of_range("hour", hour));
    }
    if number(minute)? > 59 {
        return Some(out_of_range("minute", minute));
    }
    // A leap second is the sixty-first.
    if number(whole)? > 60 {
        return Some(out_of_range("second", whole));
    }
    let sure = |code, meant: String| {
        let right = holds(&meant);
        Slip {
            meant: right.then_some(meant),
            ..slip(code)
        }
    };
    if offset.is_empty() {
        return Some(slip("no-offset"));
    }
    if let Some(found) = of_offset(clock, offset, &sure) {
        return Some(found);
    }
    if rest.is_empty() {
        return Some(sure(
            "no-seconds",
            format!("{hour:0>2}:{minute:0>2}:00{offset}"),
        ));
    }
    if hour.len() == 1 || minute.len() == 1 || whole.len() == 1 {
        let second = format!("{whole:0>2}{}", &second[whole.len()..]);
        return Some(sure(
            "one-digit",
            format!("{hour:0>2}:{minute:0>2}:{second}{offset}"),
        ));
    }
    None
}

/// The mistake in an offset such as `+01:00`.
fn of_offset(
    clock: &str,
    offset: &str,
    sure: &impl Fn(&'static str, String) -> Slip,
) -> Option<Slip> {
    let amount = offset.strip_prefix(['+', '-'])?;
    let sign = &offset[..1];
    let (hours, minutes) = match (amount.len(), amount.split_once(':')) {
        (_, Some(pair)) => pair,
        (2, None) => (amount, "00"),
        (4, None) if amount.is_ascii() => amount.split_at(2),
        _ => return None,
    };
    if !digits(hours) || !digits(minutes) || hours.len() > 2 || minutes.len() > 2 {
        return None;
    }
    let beyond = |part: &str, limit: u8| part.parse::<u8>().map_or(true, |number| number > limit);
    if beyond(hours, 23) || beyond(minutes, 59) {
        return Some(out_of_range("offset", offset));
    }
    (!amount.contains(':')).then(|| sure("offset-form", format!("{clock}{sign}{hours}:{minutes}")))
}

fn of_duration(text: &str) -> Option<Slip> {
    let upper = text.trim().to_ascii_uppercase();
    let Some(rest) = upper.strip_prefix('P') else {
        return upper
            .starts_with(|first: char| first.is_ascii_digit())
            .then(|| slip("no-p"));
    };
    if rest.is_empty() || rest == "T" {
        return Some(slip("nothing"));
    }
    let (days, times) = rest.split_once('T').unwrap_or((rest, ""));
    if days.contains(['H', 'S']) {
        return Some(slip("no-t"));
    }
    if days.contains('W') && (days.contains(['Y', 'M', 'D']) || !times.is_empty()) {
        return Some(slip("weeks-mixed"));
    }
    if rest.contains(['.', ',']) {
        return Some(slip("fraction"));
    }
    if text != upper {
        return Some(slip("lower-case"));
    }
    None
}
