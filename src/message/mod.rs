//! From facts to sentences: message templates (Project Fluent) per language.
//!
//! A finding's message has its rule's id. Attributes: `primary` says what stands at the marked place, `help` what to
//! do, others what stands at related places. Every fact is a variable under its key; `<key>-given` is "yes" for facts
//! that are there, so that templates can select on optional ones. `record` is the kind of the record concerned, KIND
//! where there is none that the record contract describes.

mod bundle;
mod format;
mod language;
mod pages;
mod text;
mod wording;

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;

use fluent_bundle::{FluentArgs, FluentError, FluentValue};

use crate::calendar::Day;
use crate::catalogue::Meta;
use crate::finding::{Fact, Phrase};
use crate::report::{Found, MASK, Shown};
use crate::text::visible;
use bundle::Bundle;

pub use language::Language;
pub use text::slug;
pub use wording::wording_mistakes;

/// Facts that may be titles of our schemas.
const TITLES: [&str; 4] = ["checked_as", "forms", "label", "what"];

/// Most sentences have no more bytes.
const USUAL: usize = 120;

/// Whether a finding is about a record of a kind that a country adds, with titles of its own.
fn is_custom(found: &Found) -> bool {
    let record = found.location.record.as_ref();
    record.is_some_and(|(kind, _)| kind.is_custom())
}

/// Writes messages in one language, in English what that language lacks.
pub struct Messages {
    language: Language,
    /// Wording of one's own, by language.
    wording: Vec<(Language, String)>,
    /// Whether numbers are written with marks between thousands.
    is_grouping: bool,
    /// Of the language, then of English, each with the wording of one's own before that of the tool; read when there
    /// is something to say.
    bundles: OnceCell<Vec<Bundle>>,
    /// Days in words: findings are about few.
    days: RefCell<BTreeMap<Day, String>>,
}

impl std::fmt::Debug for Messages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Messages({})", self.language.code())
    }
}

impl Messages {
    /// The messages of a language.
    pub fn new(language: Language) -> Self {
        Self {
            language,
            wording: Vec::new(),
            is_grouping: false,
            bundles: OnceCell::new(),
            days: RefCell::default(),
        }
    }

    /// The same in a language, with numbers written as pages have them: 12,345 or 12 345.
    #[must_use]
    pub fn on_pages(&self, language: Language) -> Self {
        Self {
            language,
            wording: self.wording.clone(),
            is_grouping: true,
            bundles: OnceCell::new(),
            days: RefCell::default(),
        }
    }

    /// The same with wording of one's own, in Fluent: what it has replaces what the tool says.
    #[must_use]
    pub fn with_wording(&self, wording: Vec<(Language, String)>) -> Self {
        Self {
            language: self.language,
            wording,
            is_grouping: self.is_grouping,
            bundles: OnceCell::new(),
            days: RefCell::default(),
        }
    }

    /// Whether some of it is in wording of one's own.
    pub fn has_wording(&self) -> bool {
        !self.wording.is_empty()
    }

    fn bundles(&self) -> &[Bundle] {
        self.bundles.get_or_init(|| {
            let mut languages = vec![self.language];
            if self.language != Language::English {
                languages.push(Language::English);
            }
            let bundles = languages.into_iter().flat_map(|language| {
                let own = self.wording.iter().filter(|(of, _)| *of == language);
                let own: Vec<&str> = own.map(|(_, text)| text.as_str()).collect();
                let worded =
                    (!own.is_empty()).then(|| Bundle::worded(language, self.is_grouping, &own));
                worded
                    .into_iter()
                    .chain([Bundle::of(language, self.is_grouping)])
            });
            bundles.collect()
        })
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// What there is to say about a finding, for who says more than one thing about it.
    pub fn about<'f>(&'f self, found: &'f Found) -> About<'f> {
        About {
            messages: self,
            rule: found.rule,
            arguments: self.arguments(found),
        }
    }

    /// What is wrong, in one sentence.
    pub fn headline(&self, found: &Found) -> String {
        self.about(found).headline()
    }

    /// What an attribute of the finding's message says: `primary`, `help`, or a related label.
    pub fn attribute(&self, found: &Found, name: &str) -> Option<String> {
        self.about(found).attribute(name)
    }

    /// A sentence of the interface.
    pub fn say(&self, id: &str, values: &[(&'static str, FluentValue<'_>)]) -> String {
        self.find(id, values).unwrap_or_else(|| id.to_owned())
    }

    /// A sentence of the interface that need not be there. As in messages of findings, `<key>-given` is "yes" for
    /// values that are there.
    pub fn find(&self, id: &str, values: &[(&'static str, FluentValue<'_>)]) -> Option<String> {
        let mut arguments = FluentArgs::with_capacity(2 * values.len());
        for (key, value) in values {
            arguments.set(given(key), "yes");
            arguments.set(*key, value.clone());
        }
        self.format(id, None, &arguments)
    }

    /// What a part of the tool has to say.
    pub fn phrase(&self, phrase: &Phrase) -> String {
        let values = phrase.values.iter();
        let values = values.map(|(key, value)| (*key, FluentValue::from(value.as_str())));
        let reason = phrase.reason.as_ref();
        let reason = reason.map(|reason| ("reason", self.phrase(reason).into()));
        self.say(phrase.id, &values.chain(reason).collect::<Vec<_>>())
    }

    /// Words in a row, and how many more there are.
    pub fn list(&self, words: &[&str], more: usize) -> String {
        let list = words.join(", ");
        if more == 0 {
            return list;
        }
        self.say(
            "list-more",
            &[("list", list.into()), ("count", more.into())],
        )
    }

    /// A day in words.
    pub fn day(&self, day: Day) -> String {
        if let Some(said) = self.days.borrow().get(&day) {
            return said.clone();
        }
        let said = format::day(day, self);
        self.days.borrow_mut().insert(day, said.clone());
        said
    }

    /// Errors of formatting a finding, for tests: variables that do not exist and the like.
    pub fn problems(&self, found: &Found, attribute: Option<&str>) -> Vec<String> {
        let mut errors = Vec::new();
        if self
            .write(
                found.rule.id,
                attribute,
                &self.arguments(found),
                &mut errors,
            )
            .is_none()
        {
            return vec![format!("no {attribute:?} in {}", found.rule.id)];
        }
        let optional = |error: &String| error.contains("-given");
        errors
            .iter()
            .map(ToString::to_string)
            .filter(|error| !optional(error))
            .collect()
    }

    fn format(
        &self,
        id: &str,
        attribute: Option<&str>,
        arguments: &FluentArgs<'_>,
    ) -> Option<String> {
        self.write(id, attribute, arguments, &mut Vec::new())
    }

    /// What the first language says that has the message, or the attribute of it.
    fn write(
        &self,
        id: &str,
        attribute: Option<&str>,
        arguments: &FluentArgs<'_>,
        errors: &mut Vec<FluentError>,
    ) -> Option<String> {
        self.bundles().iter().find_map(|bundle| {
            let (messages, message) = bundle.message(id)?;
            let pattern = match attribute {
                Some(name) => message.get_attribute(name)?.value(),
                None => message.value()?,
            };
            let mut text = String::with_capacity(USUAL);
            // Writing to a string cannot fail.
            let _ = messages.write_pattern(&mut text, pattern, Some(arguments), errors);
            Some(if bundle.is_worded {
                text.chars().map(visible_in_lines).collect()
            } else {
                text
            })
        })
    }

    fn arguments<'f>(&self, found: &'f Found) -> FluentArgs<'f> {
        // With the record, and the words for the type that is expected.
        let mut arguments = FluentArgs::with_capacity(2 * found.evidence.len() + 2);
        arguments.set(
            "record",
            match &found.location.record {
                Some((kind, _)) if !kind.is_custom() => kind.code(),
                _ => "KIND",
            },
        );
        for (key, shown) in &found.evidence {
            arguments.set(given(key), "yes");
            let is_title = TITLES.contains(key) && !is_custom(found);
            arguments.set(
                *key,
                match shown {
                    Shown::Clear(fact) if is_title => format::value(&self.titled(fact), self),
                    Shown::Clear(fact) => format::value(fact, self),
                    Shown::Masked(_) => FluentValue::from(MASK),
                },
            );
            if *key == "expected"
                && let Shown::Clear(Fact::Vocabulary(types)) = shown
            {
                arguments.set("expected-words", self.either(types));
            }
        }
        arguments
    }

    /// Types of JSON in words: text, a list or an object.
    fn either(&self, types: &[String]) -> String {
        let word = |name: &String| self.say("type-wanted", &[("expected", name.as_str().into())]);
        let Some((last, first)) = types.split_last().filter(|(_, first)| !first.is_empty()) else {
            return types.join(", ");
        };
        let first: Vec<String> = first.iter().map(word).collect();
        let ends = [
            ("first", first.join(", ").into()),
            ("second", word(last).into()),
        ];
        self.say("either-type", &ends)
    }
}

/// What there is to say about a finding: its facts are put into words once.
pub struct About<'f> {
    messages: &'f Messages,
    rule: &'static Meta,
    arguments: FluentArgs<'f>,
}

impl About<'_> {
    /// What is wrong, in one sentence.
    pub fn headline(&self) -> String {
        let said = self.messages.format(self.rule.id, None, &self.arguments);
        said.unwrap_or_else(|| self.messages.summary(self.rule).to_owned())
    }

    /// What an attribute of the finding's message says: `primary`, `help`, or a related label.
    pub fn attribute(&self, name: &str) -> Option<String> {
        self.messages
            .format(self.rule.id, Some(name), &self.arguments)
    }
}

/// The variable that says that there is one.
fn given(key: &str) -> String {
    [key, "-given"].concat()
}

/// A character of a text that may have lines, so that a terminal cannot obey it.
fn visible_in_lines(character: char) -> char {
    if character == '\n' {
        character
    } else {
        visible(character)
    }
}
