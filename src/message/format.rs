//! Facts in the form of a language.

use fluent_bundle::FluentValue;

use super::Messages;
use crate::calendar::Day;
use crate::finding::Fact;
use crate::reference;
use crate::text::visible;

/// Longer values are cut: a message is a sentence.
const LONGEST: usize = 80;

/// Lists longer than this say how many more there are.
const LISTED: usize = 12;

/// A fact as a message variable: cleaned of control characters, dates and roles in words.
pub(super) fn value(fact: &Fact, messages: &Messages) -> FluentValue<'static> {
    match fact {
        Fact::Number(number) => FluentValue::from(*number),
        Fact::Day(day) => FluentValue::from(self::day(*day, messages)),
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
            FluentValue::from(join(list))
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
            ("day", day(moment.day, messages).into()),
        ],
    )
}

fn join(list: &[String]) -> String {
    let mut words: Vec<String> = list.iter().take(LISTED).map(|word| clean(word)).collect();
    if list.len() > LISTED {
        words.push(format!("… (+{})", list.len() - LISTED));
    }
    words.join(", ")
}

fn clean(text: &str) -> String {
    let mut shown: String = text.chars().take(LONGEST).map(visible).collect();
    if text.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown
}
