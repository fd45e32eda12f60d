//! From facts to sentences: message templates (Project Fluent) per language.
//!
//! A finding's message has its rule's id. Attributes: `primary` says what stands at the marked place, `help` what to
//! do, others what stands at related places. Every fact is a variable under its key; `<key>-given` is "yes" for facts
//! that are there, so that templates can select on optional ones. `record` is the kind of the record concerned, KIND
//! where there is none that the record contract describes.

mod format;

use std::borrow::Cow;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::finding::Fact;
use crate::report::{Found, MASK, Shown};

/// A language that messages exist in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// English.
    English,
}

impl Language {
    /// BCP 47 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
        }
    }

    fn identifier(self) -> LanguageIdentifier {
        self.code().parse().unwrap_or_default()
    }

    /// Name and text of its message files.
    pub fn files(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::English => &[
                ("builtin", include_str!("en/builtin.ftl")),
                ("schemas", include_str!("en/schemas.ftl")),
                ("integrity", include_str!("en/integrity.ftl")),
                ("security", include_str!("en/security.ftl")),
                ("humanitarian", include_str!("en/humanitarian.ftl")),
                ("development", include_str!("en/development.ftl")),
                ("coverage", include_str!("en/coverage.ftl")),
                ("subnational", include_str!("en/subnational.ftl")),
                ("terminology", include_str!("en/terminology.ftl")),
                ("organization", include_str!("en/organization.ftl")),
                ("timeliness", include_str!("en/timeliness.ftl")),
                ("protection", include_str!("en/protection.ftl")),
                ("interface", include_str!("en/interface.ftl")),
            ],
        }
    }
}

/// Writes messages in one language.
pub struct Messages {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Messages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Messages({})", self.language.code())
    }
}

impl Messages {
    /// The messages of a language. Made only when there is something to say.
    pub fn new(language: Language) -> Self {
        let mut bundle = FluentBundle::new(vec![language.identifier()]);
        // Isolation marks would end up in terminals and reports; values are cleaned instead.
        bundle.set_use_isolating(false);
        for (_, text) in language.files() {
            // A test shows that every file parses; what parses is kept in any case.
            let resource = FluentResource::try_new((*text).to_owned())
                .unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        Self { language, bundle }
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// What is wrong, in one sentence.
    pub fn headline(&self, found: &Found) -> String {
        self.format(found.rule.id, None, &self.arguments(found))
            .unwrap_or_else(|| found.rule.summary.to_owned())
    }

    /// What an attribute of the finding's message says: `primary`, `help`, or a related label.
    pub fn attribute(&self, found: &Found, name: &str) -> Option<String> {
        self.format(found.rule.id, Some(name), &self.arguments(found))
    }

    /// A sentence of the interface.
    pub fn say(&self, id: &str, values: &[(&'static str, FluentValue<'_>)]) -> String {
        let mut arguments = FluentArgs::new();
        for (key, value) in values {
            arguments.set(*key, value.clone());
        }
        self.format(id, None, &arguments)
            .unwrap_or_else(|| id.to_owned())
    }

    /// A day in words.
    pub fn day(&self, day: crate::calendar::Day) -> String {
        format::day(day, self)
    }

    /// Errors of formatting a finding, for tests: variables that do not exist and the like.
    pub fn problems(&self, found: &Found, attribute: Option<&str>) -> Vec<String> {
        let Some(message) = self.bundle.get_message(found.rule.id) else {
            return vec![format!("no message {}", found.rule.id)];
        };
        let pattern = match attribute {
            Some(name) => message
                .get_attribute(name)
                .map(|attribute| attribute.value()),
            None => message.value(),
        };
        let Some(pattern) = pattern else {
            return vec![format!("no {attribute:?} in {}", found.rule.id)];
        };
        let mut errors = Vec::new();
        self.bundle
            .format_pattern(pattern, Some(&self.arguments(found)), &mut errors);
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
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let text: Cow<'_, str> =
            self.bundle
                .format_pattern(pattern, Some(arguments), &mut Vec::new());
        Some(text.into_owned())
    }

    fn arguments<'f>(&self, found: &'f Found) -> FluentArgs<'f> {
        let mut arguments = FluentArgs::new();
        arguments.set(
            "record",
            match &found.location.record {
                Some((kind, _)) if !kind.is_custom() => kind.code(),
                _ => "KIND",
            },
        );
        for (key, shown) in &found.evidence {
            arguments.set(format!("{key}-given"), "yes");
            arguments.set(
                *key,
                match shown {
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
