//! The same in every language, side by side: the style shows one of them.

use fluent_bundle::FluentValue;
use maud::{Markup, html};

use crate::calendar::Day;
use crate::message::{Language, Messages};
use crate::report::Found;
use crate::text::visible;

/// Writers of all languages.
pub(in crate::output) struct Tongues {
    all: Vec<Messages>,
    first: Language,
}

impl Tongues {
    /// `messages` are those of the language that the page opens in.
    pub(in crate::output) fn of(messages: &Messages) -> Self {
        let all = Language::ALL.into_iter();
        Self {
            all: all.map(|language| messages.on_pages(language)).collect(),
            first: messages.language(),
        }
    }

    /// The language that the page opens in.
    pub(in crate::output) fn first(&self) -> Language {
        self.first
    }

    /// Writers, in the order of languages.
    pub(in crate::output) fn all(&self) -> &[Messages] {
        &self.all
    }

    /// A text in every language; once where it is the same in all.
    pub(in crate::output) fn each(&self, tell: impl Fn(&Messages) -> String) -> Markup {
        let told: Vec<(&str, String)> = self.all.iter().map(|it| (code(it), tell(it))).collect();
        let Some((_, first)) = told.first() else {
            return html! {};
        };
        if told.iter().all(|(_, text)| text == first) {
            return html! { (first) };
        }
        html! {
            @for (code, text) in &told {
                span lang=(code) { (text) }
            }
        }
    }

    /// A block in every language.
    pub(in crate::output) fn blocks(&self, tell: impl Fn(&Messages) -> Markup) -> Markup {
        html! {
            @for messages in &self.all {
                div lang=(code(messages)) { (tell(messages)) }
            }
        }
    }

    /// A sentence of the interface.
    pub(in crate::output) fn say(&self, id: &str) -> Markup {
        self.each(|messages| messages.say(id, &[]))
    }

    /// A sentence of the interface with values that are the same in all languages.
    pub(in crate::output) fn with(
        &self,
        id: &str,
        values: &[(&'static str, FluentValue<'_>)],
    ) -> Markup {
        self.each(|messages| messages.say(id, values))
    }

    /// A sentence with a number.
    pub(in crate::output) fn count(&self, id: &str, count: usize) -> Markup {
        self.with(id, &[("count", count.into())])
    }

    /// A number.
    pub(in crate::output) fn number(&self, count: usize) -> Markup {
        self.count("review-number", count)
    }

    /// A day, for machines as well.
    pub(in crate::output) fn day(&self, day: Day) -> Markup {
        html! { time datetime=(day) { (self.each(|messages| messages.day(day))) } }
    }

    /// What is wrong.
    pub(in crate::output) fn headline(&self, found: &Found) -> Markup {
        self.each(|messages| sentence(messages.headline(found), found))
    }

    /// What to do: its alternatives as a list.
    pub(in crate::output) fn help(&self, found: &Found) -> Option<Markup> {
        self.all
            .iter()
            .find(|it| it.attribute(found, "help").is_some())?;
        Some(self.blocks(|messages| {
            let help = messages.attribute(found, "help").unwrap_or_default();
            let parts: Vec<String> = alternatives(&help)
                .map(|part| sentence(part.to_owned(), found))
                .collect();
            html! {
                @if let [only] = parts.as_slice() {
                    p { (only) }
                } @else {
                    ul { @for part in &parts { li { (part) } } }
                }
            }
        }))
    }
}

fn code(messages: &Messages) -> &'static str {
    messages.language().code()
}

/// What stands between the semicolons of a text.
fn alternatives(text: &str) -> impl Iterator<Item = &str> {
    text.split("; ")
        .map(|part| part.trim_matches(|letter: char| letter.is_whitespace()))
        .filter(|part| !part.is_empty())
}

/// A text that begins with a capital, unless it begins with what stands in the records.
fn sentence(text: String, found: &Found) -> String {
    let word = text.split([' ', '\u{a0}', ',']).next().unwrap_or_default();
    let is_word = word
        .chars()
        .all(|letter| letter.is_alphabetic() || letter == '’');
    let is_value = || {
        let values = found.evidence.iter().filter_map(|(_, shown)| match shown {
            crate::report::Shown::Clear(fact) => Some(fact),
            crate::report::Shown::Masked(_) => None,
        });
        values
            .flat_map(words_of)
            .any(|value| value.starts_with(word))
    };
    if word.is_empty() || !is_word || is_value() {
        return text;
    }
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// Texts of a fact that a sentence may begin with.
fn words_of(fact: &crate::finding::Fact) -> Vec<&str> {
    use crate::finding::Fact;
    match fact {
        Fact::Id(text)
        | Fact::Person(text)
        | Fact::Kind(text)
        | Fact::Code(text)
        | Fact::Text(text) => vec![text],
        Fact::People(list) | Fact::Ids(list) | Fact::Codes(list) | Fact::Vocabulary(list) => {
            list.iter().map(String::as_str).collect()
        }
        Fact::Role(_) | Fact::Moment(_) | Fact::Phrase(_) | Fact::Day(_) | Fact::Number(_) => {
            Vec::new()
        }
    }
}

/// A text from outside, with nothing in it that could reorder or hide what stands around it.
pub(in crate::output) fn plain(text: &str) -> String {
    text.chars().map(visible).collect()
}

/// The same, set apart from the direction of the text around it.
pub(in crate::output) fn apart(text: &str) -> Markup {
    html! { bdi { (plain(text)) } }
}
