//! Facts in the form of a language.

use fluent_bundle::FluentValue;
use intl_memoizer::IntlLangMemoizer;

use super::{Language, Messages};
use crate::calendar::Day;
use crate::finding::Fact;
use crate::reference;
use crate::text::{is_plain, visible};

/// Writes the values that it knows how to write.
pub(super) type Formatter = fn(&FluentValue<'_>, &IntlLangMemoizer) -> Option<String>;

/// Longer values are cut: a message is a sentence.
const LONGEST: usize = 80;

/// Lists longer than this say how many more there are.
const LISTED: usize = 12;

/// How a language writes whole numbers, for pages.
pub(super) fn grouped(language: Language) -> Formatter {
    match language {
        Language::English => |value, _| thousands(value, ",", 4),
        Language::French => |value, _| thousands(value, "\u{202f}", 4),
        // Spanish leaves numbers of four digits whole.
        Language::Spanish => |value, _| thousands(value, "\u{202f}", 5),
    }
}

/// A whole number of at least so many digits with a mark between thousands; nothing else is changed.
fn thousands(value: &FluentValue<'_>, mark: &str, least: usize) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let digits = format!("{:.0}", number.value.abs());
    if number.value.fract() != 0.0 || digits.len() < least {
        return None;
    }
    let mut written = String::from(if number.value < 0.0 { "-" } else { "" });
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            written.push_str(mark);
        }
        written.push(digit);
    }
    Some(written)
}

/// A fact as a message variable: cleaned of control characters, dates and roles in words.
pub(super) fn value(fact: &Fact, messages: &Messages) -> FluentValue<'static> {
    match fact {
        Fact::Number(number) => FluentValue::from(*number),
        Fact::Day(day) => FluentValue::from(messages.day(*day)),
        Fact::Phrase(phrase) => FluentValue::from(clean(&messages.phrase(phrase))),
        Fact::Moment(text) => FluentValue::from(moment(text, messages)),
        Fact::Role(code) => {
            let title = reference::role_title(code, messages.language().code());
            FluentValue::from(title.map_or_else(|| clean(code), str::to_owned))
        }
        Fact::Id(text)
        | Fact::Person(text)
        | Fact::Kind(text)
        | Fact::Code(text)
        | Fact::Text(text) => FluentValue::from(clean(text)),
        Fact::People(list) | Fact::Ids(list) | Fact::Codes(list) | Fact::Vocabulary(list) => {
            FluentValue::from(join(list, messages))
        }
    }
}

/// A day in words: 5 March 2025.
pub(super) fn day(day: Day, messages: &Messages) -> String {
    let month = messages.say(&format!("month-{}", day.month()), &[]);
    let number = i64::from(day.day());
    // As text: a year has no thousands separator.
    messages.say(
        "day",
        &[
            ("day", number.into()),
            ("month", month.into()),
            ("year", day.year().to_string().into()),
        ],
    )
}

/// A moment as written, with the day in words: 09:00 on 5 March 2025.
fn moment(text: &str, messages: &Messages) -> String {
    let Some(moment) = crate::calendar::Moment::parse(text) else {
        return clean(text);
    };
    let time = text.get(11..16).unwrap_or("").to_owned();
    messages.say(
        "moment",
        &[
            ("time", time.into()),
            ("day", messages.day(moment.day).into()),
        ],
    )
}

fn join(list: &[String], messages: &Messages) -> String {
    let words: Vec<String> = list.iter().take(LISTED).map(|word| clean(word)).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    messages.list(&words, list.len() - words.len())
}

fn clean(text: &str) -> String {
    if text.len() <= LONGEST && is_plain(text) {
        return text.to_owned();
    }
    let mut shown: String = text.chars().take(LONGEST).map(visible).collect();
    if text.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::message::{Language, Messages};

    #[test]
    fn pages_group_thousands_as_the_language_does() {
        let told = |language: Language| {
            let messages = Messages::new(language).on_pages(language);
            [999_i64, 1234, 12_345, 1_234_567].map(|count| {
                let said = messages.say("records", &[("count", count.into())]);
                said.split([' ', '\u{a0}']).next().unwrap().to_owned()
            })
        };
        assert_eq!(
            told(Language::English),
            ["999", "1,234", "12,345", "1,234,567"]
        );
        assert_eq!(
            told(Language::French),
            [
                "999",
                "1\u{202f}234",
                "12\u{202f}345",
                "1\u{202f}234\u{202f}567"
            ]
        );
        assert_eq!(
            told(Language::Spanish),
            ["999", "1234", "12\u{202f}345", "1\u{202f}234\u{202f}567"]
        );
    }

    #[test]
    fn days_moments_and_lists_are_told_as_the_language_does() {
        let told = |language: Language| {
            let messages = Messages::new(language);
            let days = [date(2025, 3, 1), date(2025, 8, 15)].map(|day| messages.day(day));
            let moment = super::moment("2025-02-05T09:00:00Z", &messages);
            let list = messages.list(&["a", "b"], 3);
            [days.join("; "), moment, list]
        };
        assert_eq!(
            told(Language::English),
            [
                "1 March 2025; 15 August 2025",
                "09:00 on 5 February 2025",
                "a, b, and 3 more"
            ]
        );
        assert_eq!(
            told(Language::French),
            [
                "1er\u{a0}mars 2025; 15\u{a0}août 2025",
                "5\u{a0}février 2025 à 09:00",
                "a, b et 3 autres"
            ]
        );
        assert_eq!(
            told(Language::Spanish),
            [
                "1 de marzo de 2025; 15 de agosto de 2025",
                "09:00 del 5 de febrero de 2025",
                "a, b y 3 más"
            ]
        );
    }
}
