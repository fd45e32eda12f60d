//! What stands where a value was never written, and dates without quotes.

use crate::Span;
use crate::foreign::line;
use crate::parse::span;

/// What opens and closes the placeholders of templates.
const PLACEHOLDERS: [(&str, &str); 6] = [
    ("{{", "}}"),
    ("{%", "%}"),
    ("${", "}"),
    ("<%", "%>"),
    ("<<", ">>"),
    ("<", ">"),
];

/// A placeholder of a template at `at`.
pub(crate) fn placeholder_at(text: &str, at: usize) -> Option<Span> {
    let rest = text.get(at..)?;
    PLACEHOLDERS.iter().find_map(|(open, close)| {
        rest.starts_with(open).then_some(())?;
        let inside = line(text, at + open.len());
        let name = &inside[..inside.find(close)?];
        let lists = name.contains(['"', '{', '[']) && !open.ends_with('%');
        let named = name.contains(char::is_alphanumeric) && !lists;
        named.then(|| span(at, at + open.len() + name.len() + close.len()))
    })
}

/// What spreadsheets write instead of a value, in the languages of the tool.
const SPREADSHEET_ERRORS: [&str; 24] = [
    "#N/A",
    "#N/D",
    "#REF!",
    "#¡REF!",
    "#VALUE!",
    "#VALEUR!",
    "#¡VALOR!",
    "#DIV/0!",
    "#¡DIV/0!",
    "#NAME?",
    "#NOM?",
    "#¿NOMBRE?",
    "#NUM!",
    "#NOMBRE!",
    "#¡NUM!",
    "#NULL!",
    "#NUL!",
    "#¡NULO!",
    "#SPILL!",
    "#CALC!",
    "#FIELD!",
    "#ERROR!",
    "#BLOCKED!",
    "#####",
];

/// An error of a spreadsheet at `at`.
pub(crate) fn spreadsheet_error_at(text: &str, at: usize) -> Option<Span> {
    let rest = text.get(at..)?;
    let error = SPREADSHEET_ERRORS
        .into_iter()
        .find(|error| rest.starts_with(error))?;
    let more = rest[error.len()..].len() - rest[error.len()..].trim_start_matches('#').len();
    Some(span(at, at + error.len() + more))
}

/// A date, a time or both at `at`.
pub(crate) fn date_at(text: &str, at: usize) -> Option<Span> {
    let rest = text.get(at..)?.as_bytes();
    let end = match day_end(rest) {
        Some(day) => {
            let parted = matches!(rest.get(day), Some(b'T' | b't' | b' '));
            let time = parted.then(|| time_end(&rest[day + 1..])).flatten();
            time.map_or(day, |time| day + 1 + time)
        }
        None => time_end(rest)?,
    };
    let more = rest
        .get(end)
        .is_some_and(|next| next.is_ascii_alphanumeric() || matches!(next, b'-' | b'.' | b':'));
    (!more).then(|| span(at, at + end))
}

/// Digits at the start.
fn digits(text: &[u8]) -> usize {
    text.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

/// The length of the day at the start: year first or last, the day perhaps left out.
fn day_end(text: &[u8]) -> Option<usize> {
    let first = digits(text);
    let sign = *text.get(first)?;
    let second = digits(&text[first + 1..]);
    if !matches!(sign, b'-' | b'/' | b'.') || !(1..=2).contains(&second) {
        return None;
    }
    let month = first + 1 + second;
    let third = match text.get(month) {
        Some(&again) if again == sign => digits(&text[month + 1..]),
        _ => 0,
    };
    match (first, third) {
        (4, 1..=2) | (1..=2, 2 | 4) => Some(month + 1 + third),
        (4, 0) if sign == b'-' => Some(month),
        _ => None,
    }
}

/// The length of the time at the start, with its offset.
fn time_end(text: &[u8]) -> Option<usize> {
    let hour = digits(text);
    let pair = |at: usize| text.get(at) == Some(&b':') && digits(&text[at + 1..]) == 2;
    if !(1..=2).contains(&hour) || !pair(hour) {
        return None;
    }
    let mut end = hour + 3;
    if pair(end) {
        end += 3;
    }
    if text.get(end) == Some(&b'.') {
        end += 1 + digits(&text[end + 1..]);
    }
    Some(match text.get(end) {
        Some(b'Z' | b'z') => end + 1,
        Some(b'+' | b'-') if pair(end + 3) => end + 6,
        _ => end,
    })
}
